//! Attributions as words of the text: for each cue, who speaks and what is told.

use std::collections::{BTreeMap, BTreeSet};

use super::aside::Aside;
use super::attitude::matter;
use super::attribution::{Link, Links, Who};
use super::embedding::{Step, kind, step};
use super::frame::signature;
use super::quotation::Quotation;
use super::reading::{At, Reading, Tree};
use super::speaker::speaker;
use super::{content, cue, origin};
use crate::attribution::Attribution;
use crate::commitment::Holder;
use crate::lexicon::signatures::{Frame, Kind};
use crate::span::{Span, Words};
use crate::text::Deprel;

/// What was found for one cue.
#[derive(Debug, Default)]
struct Draft {
    who: Option<Who>,
    /// The words for the source, if they are not those of the phrase that `who` heads.
    source: Option<Vec<usize>>,
    /// The words told, in the sentence of the cue.
    words: BTreeSet<usize>,
    /// What is told elsewhere.
    spans: Vec<Span>,
}

type Drafts = BTreeMap<At, Draft>;

/// Everything that a document attributes, in the order of the cues.
pub(super) fn attributions(
    reading: &Reading<'_>,
    links: &Links,
    holder: impl Fn(&Who) -> Holder,
) -> Vec<Attribution> {
    let mut drafts = Drafts::new();
    for (at, tree) in reading.trees() {
        let quotations = reading.quotations(at);
        for word in 0..tree.len() {
            // "It was reported that": the pronoun stands for the clause.
            if tree.form(word).eq_ignore_ascii_case("it") {
                continue;
            }
            if let Step::Under(g, frame) = step(tree, word)
                && !links.of.contains_key(&at.word(word))
                && let Some(kind) = kind(tree, g)
                && signature(tree, g, kind, frame).holder.is_some()
            {
                let told = content::below(tree, word, g, quotations);
                let words = &mut drafts.entry(at.word(g)).or_default().words;
                words.extend(told);
                // "Accused her of being asleep": of whom it is told as well.
                if frame == Frame::ObjIng {
                    let whom = tree.dependents(g, &[Deprel::Obj]).filter(|&o| g < o && o < word);
                    words.extend(whom.flat_map(|o| tree.subtree(o)));
                }
            }
        }
        beside(reading, (tree, at), links, &mut drafts);
        for word in 0..tree.len() {
            if !drafts.contains_key(&at.word(word)) {
                let matter = matter(tree, word);
                if !matter.is_empty() {
                    drafts.entry(at.word(word)).or_default().words.extend(matter);
                }
            }
        }
    }
    elsewhere(reading, links, &mut drafts);
    let drafts = drafts.into_iter();
    drafts
        .filter_map(|(cue, draft)| {
            let asides: Vec<&Aside> = links.asides_beside(cue);
            attribution(reading, reading.quotations(cue), &asides, cue, draft, &holder)
        })
        .collect()
}

/// What stands around the cues of a sentence that are put in between or beside.
fn beside(reading: &Reading<'_>, (tree, at): (Tree<'_>, At), links: &Links, drafts: &mut Drafts) {
    for (cue, top) in links.beside.iter().filter(|(cue, _)| same(**cue, at)) {
        let draft = drafts.entry(*cue).or_default();
        let link = links.of.get(top).filter(|l| l.cue == *cue);
        draft.who = link.and_then(|l| l.who.clone());
        if let Some(aside) = links.asides.get(cue) {
            draft.source = Some(origin::extended(tree, &aside.source).collect());
            draft
                .words
                .extend(content::around(tree, aside, reading.quotations(at)));
        } else if same(*top, at) {
            draft.words.extend(content::beside(tree, top.token, cue.token));
        }
    }
}

fn same(a: At, b: At) -> bool {
    (a.passage, a.sentence) == (b.passage, b.sentence)
}

/// What quotations tell outside the sentence of their cue, or behind its colon.
fn elsewhere(reading: &Reading<'_>, links: &Links, drafts: &mut Drafts) {
    let apart = links
        .of
        .iter()
        .filter(|(top, link)| !same(**top, link.cue) || !links.beside.contains_key(&link.cue));
    let mut tops: Vec<(At, &Link)> = apart.map(|(top, link)| (*top, link)).collect();
    tops.sort_unstable_by_key(|(top, link)| (*top, link.cue));
    for (top, link) in tops {
        let Some(tree) = reading.tree(top) else { continue };
        let draft = drafts.entry(link.cue).or_default();
        if same(top, link.cue) {
            let told = content::beside(tree, top.token, link.cue.token);
            draft.words.extend(told);
        } else {
            let span = Span::new(tree.field, tree.sentence.span.clone());
            draft.spans.push(span);
        }
        if draft.who.is_none() {
            draft.who.clone_from(&link.who);
        }
    }
}

fn attribution(
    reading: &Reading<'_>,
    quotations: &[Quotation],
    asides: &[&Aside],
    at: At,
    draft: Draft,
    holder: &impl Fn(&Who) -> Holder,
) -> Option<Attribution> {
    let tree = reading.tree(at)?;
    let kind = kind(tree, at.token).unwrap_or(Kind::Verb);
    let who = draft.who.unwrap_or_else(|| speaker(tree, at, kind));
    let source = match (draft.source, &who) {
        (Some(words), _) => words,
        (None, Who::Phrase(head)) if same(*head, at) => origin::words(tree, at.token, head.token),
        _ => Vec::new(),
    };
    let mut cue = cue::words(tree, at.token);
    let mut told: Vec<usize> = draft.words.into_iter().collect();
    told.retain(|w| !source.contains(w) && !cue.contains(w));
    content::keep_inside(tree, at.token, quotations, &mut told);
    told.retain(|&w| {
        !asides
            .iter()
            .any(|a| a.verb != at.token && !a.words.contains(&at.token) && a.words.contains(&w))
    });
    if let (Some(&first), Some(&last)) = (told.first(), cue.last())
        && first == last + 1
        && cue::takes(tree, first)
    {
        told.remove(0);
        cue.push(first);
    }
    let source = content::pieces(tree, &source);
    // A colon is all that shows it where somebody's name stands before what they say.
    let cue = match content::pieces(tree, &cue) {
        found if found.is_empty() => vec![tree.span(&cue)],
        found => found,
    };
    let mut spans = content::pieces(tree, &told);
    spans.extend(draft.spans);
    let apart: Vec<Span> = source.iter().chain(&cue).copied().collect();
    let spans = content::complete(tree, spans, quotations, &apart);
    if spans.is_empty() {
        return None;
    }
    let words = |spans: Vec<Span>| -> Vec<Words> { spans.into_iter().map(|s| tree.words(s)).collect() };
    Some(Attribution {
        holder: holder(&who),
        source: words(source),
        cue: words(cue),
        content: words(spans),
    })
}
