//! Tells line ends that only wrap a paragraph from those that end a headline, an item or a paragraph.

use std::collections::BTreeSet;

use super::tokenize::Word;

/// Lines longer than this, in bytes, were not wrapped by hand or by an editor.
const WIDEST: usize = 130;

/// A line of a block: where it stands, and the word it starts with.
struct Line {
    word: usize,
    length: usize,
    /// The bytes of the first chunk of the line, without which the line before may have been full.
    first: usize,
    small: bool,
}

/// The words before which a line end only wraps the text.
pub(super) fn soft_breaks(text: &str, words: &[Word]) -> BTreeSet<usize> {
    let mut soft = BTreeSet::new();
    let mut block: Vec<Line> = Vec::new();
    let mut blocks: Vec<Vec<Line>> = Vec::new();
    let starts: Vec<usize> = (0..words.len())
        .filter(|&i| i == 0 || words.get(i).is_some_and(|w| w.breaks > 0))
        .collect();
    for (k, &i) in starts.iter().enumerate() {
        let Some(word) = words.get(i) else { continue };
        if word.breaks > 1 && !block.is_empty() {
            blocks.push(std::mem::take(&mut block));
        }
        let last = starts.get(k + 1).map_or(words.len(), |&n| n) - 1;
        let end = words.get(last).map_or(text.len(), |w| w.span.end);
        let second = (i + 1..=last).find(|&n| words.get(n).is_some_and(|w| w.spaced));
        let first_end = second.and_then(|n| words.get(n - 1)).map_or(end, |w| w.span.end);
        let small = text
            .get(word.span.clone())
            .is_some_and(|f| f.starts_with(char::is_lowercase));
        block.push(Line {
            word: i,
            length: end - word.span.start,
            first: first_end - word.span.start,
            small,
        });
    }
    blocks.push(block);
    // Wrapping is a property of the whole text: the share of line ends that come where no further word would fit.
    let width = blocks.iter().flatten().map(|l| l.length).max().unwrap_or(0);
    let wrapped_text = width <= WIDEST && {
        let (mut full, mut all) = (0, 0);
        for block in &blocks {
            for (line, next) in block.iter().zip(block.iter().skip(1)) {
                all += 1;
                full += usize::from(is_full(line, next, width));
            }
        }
        all >= 3 && full * 10 >= all * 7
    };
    for block in &blocks {
        let width = block.iter().map(|l| l.length).max().unwrap_or(0);
        for (line, next) in block.iter().zip(block.iter().skip(1)) {
            let fits = line.length <= WIDEST && (line.length >= 30 || is_full(line, next, width));
            if (wrapped_text && is_full(line, next, width) && line.length >= 30) || (next.small && fits) {
                soft.insert(next.word);
            }
        }
    }
    soft
}

/// Whether the next line's first word would not have fitted, give or take a few letters.
fn is_full(line: &Line, next: &Line, width: usize) -> bool {
    line.length + 1 + next.first + 8 > width
}
