//! How fast a text becomes trees, and how long the first call waits for the weights.

#![expect(missing_docs, reason = "criterion makes the functions")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use crosscheck::text::parse;

/// A news story in the length and style that the reader is made for.
const STORY: &str = include_str!("story.txt");

fn trees(c: &mut Criterion) {
    let words: usize = parse(STORY).iter().map(|s| s.tokens.len()).sum();
    let mut group = c.benchmark_group("text");
    group.throughput(Throughput::Elements(words as u64));
    group.bench_function("to trees (elements are words)", |b| {
        b.iter(|| parse(black_box(STORY)));
    });
    group.finish();
    c.bench_function("load the weights", |b| b.iter(crosscheck::model::load));
}

criterion_group!(benches, trees);
criterion_main!(benches);
