//! How fast claims are extracted, pairs judged, two articles compared, and many claims compared.

#![expect(missing_docs, reason = "criterion makes the functions")]

use std::hint::black_box;
use std::thread;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use crosscheck::{Claim, Comparer, Document, claims, compare, relate};

const COURIER: &str = include_str!("../examples/stories/visit.courier.txt");
const STEPPE: &str = include_str!("../examples/stories/visit.steppe.txt");

/// Two articles of about 900 words each, the length of a long news story.
fn articles() -> [Document; 2] {
    let long = |source: &str, text: &str| {
        let times = 900 / text.split_whitespace().count() + 1;
        Document::new(source, vec![text; times].join("\n\n"))
    };
    [long("Courier", COURIER), long("Steppe", STEPPE)]
}

/// Documents of plain sentences about people, firms and towns, made by turns of a few lists, with names that recur.
fn many(documents: usize, sentences: usize) -> Vec<Document> {
    const WHO: [&str; 9] = [
        "Maria Lopez",
        "Tom Reed",
        "Baltica Bank",
        "the council",
        "the union",
        "Acme Works",
        "the mayor of Amble",
        "Kenya",
        "the coast guard",
    ];
    const DOES: [&str; 8] = [
        "closed",
        "opened",
        "bought",
        "sold",
        "criticised",
        "praised",
        "visited",
        "did not visit",
    ];
    const WHAT: [&str; 11] = [
        "the old mill",
        "the harbour",
        "45 boats",
        "the ferry line",
        "a warehouse",
        "the new bridge",
        "Port Amble",
        "52 boats",
        "the hospital",
        "the northern school",
        "Kestrel Airways",
    ];
    let sentence = |i: usize| {
        let pick = |list: &[&str], step: usize| list[(i * step + i / 7) % list.len()].to_owned();
        format!("{} {} {}.", pick(&WHO, 5), pick(&DOES, 3), pick(&WHAT, 7))
    };
    (0..documents)
        .map(|d| {
            let text: Vec<String> = (0..sentences).map(|s| sentence(d * sentences + s)).collect();
            Document::new(format!("Source {d}"), text.join(" "))
        })
        .collect()
}

fn extraction(c: &mut Criterion) {
    let document = &articles()[0];
    let mut group = c.benchmark_group("extract");
    group.throughput(Throughput::Elements(
        document.text.split_whitespace().count() as u64
    ));
    group.bench_function("text to claims (elements are words)", |b| {
        b.iter(|| claims(black_box(document)));
    });
    group.finish();
}

fn judging(c: &mut Criterion) {
    let [a, b] = articles();
    let (a, b): (Vec<Claim>, Vec<Claim>) = (claims(&a), claims(&b));
    let pairs: Vec<(&Claim, &Claim)> = a
        .iter()
        .take(40)
        .flat_map(|x| b.iter().take(40).map(move |y| (x, y)))
        .collect();
    let judged = || {
        pairs
            .iter()
            .map(|(x, y)| relate(x, y))
            .filter(|j| j.confidence > 0)
            .count()
    };
    let mut group = c.benchmark_group("judge");
    group.throughput(Throughput::Elements(pairs.len() as u64));
    group.bench_function("align and judge (elements are pairs)", |bencher| {
        bencher.iter(judged);
    });
    // What is remembered of words is remembered by a thread.
    group.bench_function(
        "align and judge, no word met before (elements are pairs)",
        |bencher| {
            bencher.iter(|| thread::scope(|scope| scope.spawn(judged).join()));
        },
    );
    group.finish();
}

fn comparing(c: &mut Criterion) {
    let story = articles();
    c.bench_function("compare two articles of 900 words", |b| {
        b.iter(|| compare(black_box(&story)));
    });
    let documents: Vec<Document> = many(30, 62)
        .into_iter()
        .enumerate()
        .map(|(i, d)| d.with_id(i.to_string()))
        .collect();
    let claims: Vec<Claim> = documents.iter().flat_map(claims).collect();
    let comparer = Comparer::default();
    c.bench_function(
        &format!("compare {} ready-made claims of 30 documents", claims.len()),
        |b| {
            b.iter(|| comparer.compare_claims(black_box(&documents), claims.clone()));
        },
    );
}

criterion_group!(benches, extraction, judging, comparing);
criterion_main!(benches);
