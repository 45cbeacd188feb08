//! Attributions as words of the text: for each cue, who speaks and what is told.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::attribution::{Links, Who, subject};
use super::embedding::{Step, kind, passive, signature, step};
use super::reading::{At, Reading, Tree};
use super::speaker::speaker;
use crate::attribution::Attribution;
use crate::commitment::Holder;
use crate::lexicon::signatures::Kind;
use crate::span::{Span, Words};
use crate::text::{Deprel, Upos};

/// What was found for one cue.
#[derive(Debug, Default)]
struct Draft {
    who: Option<Who>,
    /// Where the source stands, if it is more than the phrase of its head.
    source: Option<(At, Range<usize>)>,
    /// The words told, in the sentence of the cue.
    words: BTreeSet<usize>,
    /// What is told elsewhere.
    spans: Vec<Span>,
}

/// Everything that a document attributes, in the order of the cues.
pub(crate) fn attributions(
    reading: &Reading<'_>,
    links: &Links,
    holder: impl Fn(&Who) -> Holder,
) -> Vec<Attribution> {
    let mut drafts: BTreeMap<At, Draft> = BTreeMap::new();
    for (at, tree) in reading.trees() {
        for word in 0..tree.len() {
            if let Step::Under(g, frame) = step(tree, word)
                && !links.of.contains_key(&at.word(word))
                && let Some(kind) = kind(tree, g)
                && signature(tree, g, kind, frame).holder.is_some()
            {
                let told = content(tree, word, g);
                drafts.entry(at.word(g)).or_default().words.extend(told);
            }
        }
        beside(tree, at, links, &mut drafts);
    }
    elsewhere(reading, links, &mut drafts);
    drafts
        .into_iter()
        .filter_map(|(cue, draft)| attribution(reading, cue, draft, &holder))
        .collect()
}

/// The words of the clause below a cue.
fn content(tree: Tree<'_>, top: usize, cue: usize) -> Vec<usize> {
    let mut words = tree.subtree_without(top, |c| c == cue);
    if let Some(mark) = words.first().and_then(|f| f.checked_sub(1))
        && matches!(tree.form(mark), "“" | "\"" | "‘")
    {
        words.insert(0, mark);
    }
    words
}

/// What stands around the cues of a sentence that are put in between.
fn beside(tree: Tree<'_>, at: At, links: &Links, drafts: &mut BTreeMap<At, Draft>) {
    for (cue, top) in links.beside.iter().filter(|(cue, _)| same(**cue, at)) {
        let draft = drafts.entry(*cue).or_default();
        draft.who = links
            .of
            .get(top)
            .filter(|l| l.cue == *cue)
            .and_then(|l| l.who.clone());
        if let Some(aside) = links.asides.get(cue) {
            draft.source = Some((at, aside.source.clone()));
            draft
                .words
                .extend((0..tree.len()).filter(|i| !aside.words.contains(i)));
        } else if same(*top, at) {
            let own = tree.subtree(cue.token);
            let inside = tree.ancestors(cue.token).any(|a| a == top.token);
            draft.words.extend(
                tree.subtree(top.token)
                    .into_iter()
                    .filter(|w| !inside || own.binary_search(w).is_err()),
            );
        }
    }
}

fn same(a: At, b: At) -> bool {
    (a.passage, a.sentence) == (b.passage, b.sentence)
}

/// What quotations tell outside the sentence of their cue.
fn elsewhere(reading: &Reading<'_>, links: &Links, drafts: &mut BTreeMap<At, Draft>) {
    let mut tops: Vec<(At, At)> = links
        .of
        .iter()
        .filter(|(top, link)| !same(**top, link.cue))
        .map(|(top, link)| (*top, link.cue))
        .collect();
    tops.sort_unstable();
    for (top, cue) in tops {
        let Some(tree) = reading.tree(top) else { continue };
        let span = Span::new(tree.field, tree.sentence.span.clone());
        drafts.entry(cue).or_default().spans.push(span);
    }
}

fn attribution(
    reading: &Reading<'_>,
    cue: At,
    draft: Draft,
    holder: &impl Fn(&Who) -> Holder,
) -> Option<Attribution> {
    let tree = reading.tree(cue)?;
    let kind = kind(tree, cue.token).unwrap_or(Kind::Verb);
    let who = draft.who.unwrap_or_else(|| speaker(tree, cue, kind));
    let source = match (&draft.source, &who) {
        (Some((_, words)), _) => words.clone().collect(),
        (None, Who::Phrase(head)) => phrase(tree, nearer(tree, cue, *head), cue.token),
        _ => Vec::new(),
    };
    let cues = cue_words(tree, cue.token);
    let told = draft
        .words
        .into_iter()
        .filter(|w| !source.contains(w) && !cues.contains(w))
        .collect::<Vec<_>>();
    let mut content = pieces(tree, &told);
    content.extend(draft.spans);
    let content: Vec<Words> = joined(tree, content).into_iter().map(|s| tree.words(s)).collect();
    if content.is_empty() {
        return None;
    }
    Some(Attribution {
        holder: holder(&who),
        source: pieces(tree, &source).into_iter().map(|s| tree.words(s)).collect(),
        cue: pieces(tree, &cues).into_iter().map(|s| tree.words(s)).collect(),
        content,
    })
}

/// The word that stands for the source where the cue is: a relative pronoun, not what it points to.
fn nearer(tree: Tree<'_>, cue: At, head: At) -> usize {
    tree.dependents(cue.token, &[Deprel::Nsubj, Deprel::NsubjPass])
        .find(|&s| matches!(tree.form(s).to_lowercase().as_str(), "who" | "which" | "that"))
        .filter(|_| !passive(tree, cue.token) && subject(tree, cue.token) == Some(head.token))
        .unwrap_or(head.token)
}

/// The words of the phrase for somebody, with what is said of them.
fn phrase(tree: Tree<'_>, head: usize, cue: usize) -> Vec<usize> {
    let mut words = tree.subtree_without(head, |c| {
        c == cue
            || tree.token(c).is_some_and(|t| {
                t.head == Some(head)
                    && matches!(
                        t.deprel,
                        Deprel::Case
                            | Deprel::Cc
                            | Deprel::Conj
                            | Deprel::Cop
                            | Deprel::Mark
                            | Deprel::Nsubj
                            | Deprel::Advcl
                            | Deprel::Parataxis
                            | Deprel::Ccomp
                    )
                    && (t.deprel != Deprel::Conj
                        || tree
                            .dependent(c, &[Deprel::Nsubj, Deprel::Obj, Deprel::Cop])
                            .is_some())
                    && !(t.deprel == Deprel::Case && t.xpos == "POS")
            })
    });
    // Only what holds together.
    let gap = |w: &[usize], i: usize| w.get(i + 1).zip(w.get(i)).is_some_and(|(b, a)| *b > a + 1);
    if let Some(place) = words.iter().position(|&w| w == head) {
        let end = (place..words.len())
            .find(|&i| gap(&words, i))
            .map_or(words.len(), |i| i + 1);
        let start = (0..place).rev().find(|&i| gap(&words, i)).map_or(0, |i| i + 1);
        words = words.get(start..end).unwrap_or_default().to_vec();
    }
    words
}

/// The words of the cue: the verb with its auxiliaries and particles, or the noun.
fn cue_words(tree: Tree<'_>, cue: usize) -> Vec<usize> {
    let mut words = vec![cue];
    words.extend(tree.dependents(cue, &[Deprel::Aux, Deprel::AuxPass, Deprel::CompoundPrt]));
    if tree.form(cue).eq_ignore_ascii_case("according") {
        words.push(cue + 1);
    }
    words.sort_unstable();
    // What stands between the auxiliaries and the verb belongs to them.
    let (first, last) = (
        words.first().copied().unwrap_or(cue),
        words.last().copied().unwrap_or(cue),
    );
    if last - first < 6 {
        words = (first..=last).collect();
    }
    words
}

/// The stretches of words that stand together, without marks at their ends other than those of quotations.
fn pieces(tree: Tree<'_>, words: &[usize]) -> Vec<Span> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    for &word in words {
        match found.last_mut() {
            Some(piece)
                if piece
                    .last()
                    .is_some_and(|&l| (l + 1..word).all(|i| punctuation(tree, i))) =>
            {
                piece.push(word)
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

fn punctuation(tree: Tree<'_>, word: usize) -> bool {
    tree.token(word).is_some_and(|t| t.upos == Upos::Punct)
}

/// Whether a mark at an end belongs to nothing inside.
fn loose(tree: Tree<'_>, word: usize) -> bool {
    punctuation(tree, word) && matches!(tree.form(word), "," | "." | ";" | ":" | "—" | "–" | "-" | "--")
}

/// Stretches in order; those that touch are one.
fn joined(tree: Tree<'_>, mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut found: Vec<Span> = Vec::new();
    for span in spans {
        let gap = |last: &Span| {
            tree.text
                .get(last.end..span.start)
                .is_some_and(|between| between.trim().is_empty())
        };
        match found.last_mut() {
            Some(last) if last.field == span.field && (span.start <= last.end || gap(last)) => {
                last.end = last.end.max(span.end);
            }
            _ => found.push(span),
        }
    }
    found
}
