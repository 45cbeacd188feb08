//! The words of what is told: clauses, what stands around a source put in between, quotations to their end.

use super::aside::Aside;
use super::attribution::goes_on;
use super::quotation::Quotation;
use super::reading::Tree;
use crate::span::Span;
use crate::text::{Deprel, Upos};

/// The words of the clause below a cue.
///
/// Where a quotation of whole sentences opens right there, the quotation says how far it goes and not the tree.
pub(super) fn below(tree: Tree<'_>, top: usize, cue: usize, quotations: &[Quotation]) -> Vec<usize> {
    let mut words = tree.subtree_without(top, |c| c == cue);
    let Some(&first) = words.iter().find(|&&w| !punctuation(tree, w)) else {
        return words;
    };
    if let Some(quotation) = holding(tree, first, quotations)
        && opens(tree, first, quotation)
        && !within(tree, cue, quotation)
    {
        if whole(tree, first) {
            return (0..tree.len()).filter(|&i| within(tree, i, quotation)).collect();
        }
        words.extend((0..tree.len()).filter(|&i| within(tree, i, quotation)));
        words.sort_unstable();
        words.dedup();
    }
    words
}

/// Leaves only what stands in the quotation that the cue stands in, if it stands in one.
pub(super) fn keep_inside(tree: Tree<'_>, cue: usize, quotations: &[Quotation], words: &mut Vec<usize>) {
    if let Some(quotation) = holding(tree, cue, quotations) {
        words.retain(|&w| within(tree, w, quotation));
    }
}

/// What stands around a source put in between.
pub(super) fn around(tree: Tree<'_>, aside: &Aside, quotations: &[Quotation]) -> Vec<usize> {
    let word = |i: &usize| !punctuation(tree, *i);
    let before = (0..aside.words.start).rev().find(word);
    let after = (aside.words.end..tree.len()).find(word);
    let quoted_before = before.and_then(|i| holding(tree, i, quotations));
    let quoted_after = after
        .and_then(|i| holding(tree, i, quotations).map(|q| (i, q)))
        .filter(|(i, q)| opens(tree, *i, q));
    let fresh = quoted_after.is_some_and(|(i, _)| whole(tree, i));
    let first = (0..aside.words.start).find(word);
    let all_quoted = quoted_before.is_some_and(|q| first.is_some_and(|f| within(tree, f, q)));
    let own = tree.subtree_without(aside.verb, |c| goes_on(tree, aside, c));
    let mut words: Vec<usize> = Vec::new();
    if all_quoted || quoted_before.is_some() || !fresh {
        words.extend(0..aside.words.start);
    }
    match quoted_after {
        Some((_, quotation)) if fresh || all_quoted => {
            words.extend((aside.words.end..tree.len()).filter(|&i| within(tree, i, quotation)));
        }
        Some(_) => words.extend(aside.words.end..tree.len()),
        None if all_quoted => {}
        // What hangs on the verb of speech tells how or when it was said.
        None => words.extend((aside.words.end..tree.len()).filter(|w| own.binary_search(w).is_err())),
    }
    words
}

/// The stretches, each quotation that one of them ends or begins inside of made whole, unless `apart` stands in it; those
/// that touch within one paragraph are one.
pub(super) fn complete(
    tree: Tree<'_>,
    spans: Vec<Span>,
    quotations: &[Quotation],
    apart: &[Span],
) -> Vec<Span> {
    let mut whole: Vec<Span> = Vec::new();
    for mut span in spans {
        for quotation in quotations {
            let marked = marked(tree.text, quotation);
            let quoted = Span::new(tree.field, marked);
            let free = !apart.iter().any(|a| quoted.overlaps(*a));
            let ends_inside = quoted.start <= span.end.saturating_sub(1) && span.end < quoted.end;
            let begins_inside = quoted.start < span.start && span.start < quoted.end;
            if free && ends_inside {
                span.end = quoted.end;
            }
            if free && begins_inside {
                span.start = quoted.start;
            }
        }
        whole.push(span);
    }
    whole.sort_unstable();
    let mut found: Vec<Span> = Vec::new();
    for span in whole {
        let touches = |last: &Span| {
            tree.text
                .get(last.end..span.start)
                .is_some_and(|between| between.trim().is_empty() && !between.contains('\n'))
        };
        match found.last_mut() {
            Some(last) if last.field == span.field && (span.start <= last.end || touches(last)) => {
                last.end = last.end.max(span.end);
            }
            _ => found.push(span),
        }
    }
    found
}

/// The stretches of words that stand together, without marks at their ends other than those of quotations.
pub(super) fn pieces(tree: Tree<'_>, words: &[usize]) -> Vec<Span> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    for &word in words {
        match found.last_mut() {
            Some(piece)
                if piece
                    .last()
                    .is_some_and(|&l| (l + 1..word).all(|i| punctuation(tree, i))) =>
            {
                piece.push(word);
            }
            _ => found.push(vec![word]),
        }
    }
    found
        .into_iter()
        .filter_map(|mut piece| {
            while piece.last().is_some_and(|&l| loose(tree, l)) {
                piece.pop();
            }
            let skip = piece.iter().take_while(|&&w| loose(tree, w)).count();
            let piece = piece.get(skip..).unwrap_or_default();
            piece
                .iter()
                .any(|&w| !punctuation(tree, w))
                .then(|| tree.span(piece))
        })
        .collect()
}

/// The quotation that a word stands in.
fn holding<'q>(tree: Tree<'_>, word: usize, quotations: &'q [Quotation]) -> Option<&'q Quotation> {
    quotations.iter().find(|q| within(tree, word, q))
}

fn within(tree: Tree<'_>, word: usize, quotation: &Quotation) -> bool {
    tree.token(word)
        .is_some_and(|t| quotation.bytes.start <= t.span.start && t.span.end <= quotation.bytes.end)
}

/// Whether a quotation begins with a word.
fn opens(tree: Tree<'_>, word: usize, quotation: &Quotation) -> bool {
    (0..word)
        .rev()
        .take_while(|&i| within(tree, i, quotation))
        .all(|i| punctuation(tree, i))
        && tree.token(word).is_some_and(|t| {
            tree.text
                .get(quotation.bytes.start..t.span.start)
                .is_some_and(|before| !before.contains(char::is_alphanumeric))
        })
}

/// Whether a word begins a sentence of its own, as its capital shows.
fn whole(tree: Tree<'_>, word: usize) -> bool {
    tree.form(word).starts_with(char::is_uppercase)
}

/// The bytes of a quotation with its marks.
fn marked(text: &str, quotation: &Quotation) -> std::ops::Range<usize> {
    let mark = |c: &char| matches!(c, '“' | '”' | '"' | '‘' | '’' | '«' | '»' | '„');
    let before = text
        .get(..quotation.bytes.start)
        .and_then(|t| t.chars().next_back())
        .filter(mark);
    let after = text
        .get(quotation.bytes.end..)
        .and_then(|t| t.chars().next())
        .filter(mark);
    let start = quotation.bytes.start - before.map_or(0, char::len_utf8);
    start..quotation.bytes.end + after.map_or(0, char::len_utf8)
}

fn punctuation(tree: Tree<'_>, word: usize) -> bool {
    tree.token(word).is_some_and(|t| t.upos == Upos::Punct)
}

/// Whether a mark at an end belongs to nothing inside.
fn loose(tree: Tree<'_>, word: usize) -> bool {
    punctuation(tree, word) && matches!(tree.form(word), "," | "." | ";" | ":" | "—" | "–" | "-" | "--")
}

/// The words that a source which hangs on its content, or whose content hangs on it, leaves to the content.
pub(super) fn beside(tree: Tree<'_>, top: usize, cue: usize) -> Vec<usize> {
    let own = tree.subtree(cue);
    let inside = tree.ancestors(cue).any(|a| a == top);
    tree.subtree_without(top, |c| tree.deprel(c) == Some(Deprel::Discourse) && c == cue)
        .into_iter()
        .filter(|w| !inside || own.binary_search(w).is_err())
        .collect()
}
