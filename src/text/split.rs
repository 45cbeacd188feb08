//! Groups words into sentences: at closing punctuation, at empty lines, and at line ends that are no mere wrapping.

use std::ops::Range;

use super::lines::soft_breaks;
use super::tokenize::Word;

/// No sentence has more words; a longer run is cut.
const LONGEST: usize = 300;

/// Cuts the words into sentences, each a range of words.
pub(super) fn split(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let soft = soft_breaks(text, words);
    let mut sentences = Vec::new();
    let mut start = 0;
    for i in 1..words.len() {
        if i - start >= LONGEST || is_boundary(text, words, i, soft.contains(&i)) {
            sentences.push(start..i);
            start = i;
        }
    }
    if start < words.len() {
        sentences.push(start..words.len());
    }
    sentences
}

/// Whether a sentence starts at word `i`.
fn is_boundary(text: &str, words: &[Word], i: usize, soft: bool) -> bool {
    let form = |i: usize| {
        words
            .get(i)
            .and_then(|w| text.get(w.span.clone()))
            .unwrap_or_default()
    };
    let Some(word) = words.get(i) else { return false };
    if word.breaks >= 1 && !soft {
        return true;
    }
    if !word.spaced {
        return false;
    }
    // Quotation marks and brackets that close behind the stop belong to the sentence.
    let mut last = i - 1;
    while last > 0 && is_closer(form(last)) && words.get(last).is_some_and(|w| !w.spaced) {
        last -= 1;
    }
    let end = form(last);
    let next = form(i);
    let mut opened = i;
    while is_opener(form(opened)) && opened < i + 3 {
        opened += 1;
    }
    let small = form(opened).starts_with(char::is_lowercase);
    let closes = match end {
        "." | "!" | "?" | "。" => !small,
        _ if end.chars().all(|c| matches!(c, '.' | '!' | '?' | '…')) => {
            !small && (end.contains(['!', '?']) || form(opened).starts_with(char::is_uppercase))
        }
        _ => end.len() > 1 && end.ends_with('.') && stop_closes(end, form(opened)),
    };
    closes && !next.starts_with([',', ';', ':', ')', ']'])
}

fn is_closer(form: &str) -> bool {
    matches!(
        form,
        "\"" | "'" | "''" | "”" | "’" | ")" | "]" | "»" | "}" | "*" | "**"
    )
}

fn is_opener(form: &str) -> bool {
    matches!(
        form,
        "\"" | "'" | "``" | "“" | "‘" | "(" | "[" | "«" | "*" | "**" | "-" | "–" | "—"
    )
}

/// Whether an abbreviation is also the end of its sentence.
fn stop_closes(abbreviation: &str, next: &str) -> bool {
    const OPENS: &[&str] = &[
        "The", "A", "An", "He", "She", "It", "They", "We", "You", "I", "This", "That", "These", "Those",
        "In", "On", "At", "But", "And", "However", "There", "His", "Her", "Its", "Their", "Our", "My", "If",
        "When", "While", "As", "For", "After", "Before", "Since", "Although", "Though", "So", "What", "Who",
        "How", "Why", "Where", "No", "Not", "Some",
    ];
    let inner = abbreviation.trim_end_matches('.');
    let initial = inner.chars().count() == 1;
    let title = matches!(
        inner,
        "Mr" | "Mrs" | "Ms" | "Dr" | "Prof" | "Gen" | "Sen" | "Rep" | "St" | "Gov" | "vs" | "No"
    );
    !initial && !title && OPENS.contains(&next)
}
