//! Quotations: where they stand, and whose they are where a sentence inside one has no cue of its own.

use std::ops::Range;

use itertools::Itertools;

use super::attribution::{Link, Links, Who, reports, subject};
use super::clause::clause;
use super::reading::{At, Passage, Reading, Tree};
use crate::text::{Deprel, Upos};

/// One quotation, or the part of one that stands in one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The bytes between the marks.
    pub(crate) bytes: Range<usize>,
    /// Which paragraph it stands in.
    paragraph: usize,
    /// Whether it goes on from the paragraph before.
    continues: bool,
}

/// Finds the quotations of a text.
///
/// A mark left open at the end of a paragraph quotes up to there if the next paragraph opens with a mark again, as
/// quotations of several paragraphs do; otherwise it quotes nothing.
pub(crate) fn quotations(text: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut continues = false;
    let mut offset = 0;
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .map(|line| {
            let start = offset;
            offset += line.len();
            (start, line)
        })
        .filter(|(_, line)| !line.trim().is_empty())
        .collect();
    for (paragraph, (start, line)) in lines.iter().enumerate() {
        let mut open: Option<(usize, char)> = None;
        let mut before = ' ';
        let mut chars = line.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            // Two single marks of a typewriter are a double one.
            let twice = matches!(c, '\'' | '`') && chars.next_if(|&(_, next)| next == c).is_some();
            let (c, end) = if twice {
                ('"', at + 2)
            } else {
                (c, at + c.len_utf8())
            };
            let after = chars.peek().map_or(' ', |&(_, c)| c);
            match (open, c) {
                (None, '“' | '«' | '„') => open = Some((end, c)),
                (None, '"') if !before.is_alphanumeric() && !after.is_whitespace() => open = Some((end, c)),
                (None, '‘') if !before.is_alphanumeric() && after.is_alphanumeric() => {
                    open = Some((end, c));
                }
                (Some((from, '“' | '„')), '”') | (Some((from, '«')), '»') | (Some((from, '"')), '"') =>
                {
                    found.push(quotation(*start, from..at, paragraph, &mut continues));
                    open = None;
                }
                (Some((from, '‘')), '’') if !after.is_alphanumeric() => {
                    found.push(quotation(*start, from..at, paragraph, &mut continues));
                    open = None;
                }
                _ => {}
            }
            before = c;
        }
        continues = false;
        if let Some((from, mark)) = open {
            let next = lines
                .get(paragraph + 1)
                .and_then(|(_, l)| l.trim_start().chars().next());
            if next == Some(mark) {
                found.push(quotation(
                    *start,
                    from..line.trim_end().len(),
                    paragraph,
                    &mut continues,
                ));
                continues = true;
            }
        }
    }
    found
}

fn quotation(start: usize, bytes: Range<usize>, paragraph: usize, continues: &mut bool) -> Quotation {
    Quotation {
        bytes: start + bytes.start..start + bytes.end,
        paragraph,
        continues: std::mem::take(continues),
    }
}

/// Links the sentences of quotations that have no cue of their own to the nearest speaker's.
pub(crate) fn link(reading: &Reading<'_>, links: &mut Links) {
    for (p, passage) in reading.passages.iter().enumerate() {
        let quotations = &passage.quotations;
        if quotations.is_empty() {
            continue;
        }
        let own: Vec<Option<Link>> = quotations
            .iter()
            .map(|q| source(reading, p, passage, quotations, q))
            .collect();
        for (i, quotation) in quotations.iter().enumerate() {
            let known = own.get(i).and_then(Option::as_ref);
            let Some(source) = known.or_else(|| nearest(quotations, &own, i)) else {
                continue;
            };
            for (s, sentence) in passage.sentences.iter().enumerate() {
                let place = At {
                    passage: p,
                    sentence: s,
                    token: 0,
                };
                if !overlap(&sentence.span, &quotation.bytes) {
                    continue;
                }
                let Some(tree) = reading.tree(place) else { continue };
                let mut add = |word: usize| {
                    links.of.entry(place.word(word)).or_insert_with(|| source.clone());
                };
                let cue = source.cue;
                if cue.sentence == s && cue.passage == p {
                    unreached(tree, cue.token, quotation).for_each(&mut add);
                    if introduced(passage.text, quotation) {
                        apart(tree, cue.token, quotation).for_each(add);
                    }
                    continue;
                }
                let inside = (0..tree.len()).filter(|&t| within(tree, t, quotation)).count();
                let words = (0..tree.len())
                    .filter(|&t| tree.token(t).is_some_and(|t| t.upos != Upos::Punct))
                    .count();
                let Some(root) = sentence.root() else { continue };
                // A partial quotation is the sentence's own.
                if within(tree, root, quotation) && inside * 10 >= words * 8 {
                    add(root);
                }
            }
        }
    }
}

/// The tops of the quoted clauses that the tree does not make what a word tells.
fn apart<'t>(tree: Tree<'t>, cue: usize, quotation: &'t Quotation) -> impl Iterator<Item = usize> + 't {
    (0..tree.len()).filter(move |&t| {
        let head = tree.token(t).and_then(|t| t.head);
        let told = head == Some(cue) && tree.deprel(t) == Some(Deprel::Ccomp);
        let inside = |head: usize| within(tree, head, quotation);
        within(tree, t, quotation) && !told && !head.is_some_and(inside) && clause(tree, t).is_some()
    })
}

/// The quoted clauses that the tree hangs below the verb of saying as if they were no clauses: "“It is false, completely
/// false,” he said" with all of it below an adverb of "said".
fn unreached<'t>(tree: Tree<'t>, cue: usize, quotation: &'t Quotation) -> impl Iterator<Item = usize> + 't {
    let subjects = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl];
    (0..tree.len()).filter(move |&t| {
        let flat = |w: usize| matches!(tree.deprel(w), Some(Deprel::Advmod | Deprel::Conj));
        within(tree, t, quotation)
            && tree.dependents(t, &subjects).any(|s| within(tree, s, quotation))
            && flat(t)
            && tree
                .ancestors(t)
                .take_while(|&a| a != cue)
                .all(|a| within(tree, a, quotation) && flat(a) && tree.dependent(a, &subjects).is_none())
            && tree.ancestors(t).any(|a| a == cue)
    })
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn within(tree: Tree<'_>, token: usize, quotation: &Quotation) -> bool {
    tree.token(token).is_some_and(|t| {
        quotation.bytes.start <= t.span.start && t.span.end <= quotation.bytes.end && t.upos != Upos::Punct
    })
}

/// The source of a quotation: the reporting verb outside all quotations in a sentence that the quotation touches, or in the
/// sentence before if that introduces it; else who does something in a clause that introduces it with a colon.
fn source(
    reading: &Reading<'_>,
    p: usize,
    passage: &Passage<'_>,
    all: &[Quotation],
    quotation: &Quotation,
) -> Option<Link> {
    let touched = passage
        .sentences
        .iter()
        .positions(|s| overlap(&s.span, &quotation.bytes))
        .collect_vec();
    let introduced = introduced(passage.text, quotation);
    let before = touched.first().and_then(|f| f.checked_sub(1));
    let place = |sentence: usize| At {
        passage: p,
        sentence,
        token: 0,
    };
    let outside = |tree: Tree<'_>, t: usize| !all.iter().any(|q| within(tree, t, q));
    let sentences = touched.iter().copied().chain(before.filter(|_| introduced));
    let reported = sentences.clone().find_map(|s| {
        let place = place(s);
        let tree = reading.tree(place)?;
        let speaks = |&t: &usize| {
            tree.dependent(t, &[Deprel::Nsubj]).is_some()
                || tree.deprel(t) == Some(Deprel::Root)
                // "He had this to say:".
                || introduced && subject(tree, t).is_some()
        };
        let cue = (0..tree.len())
            .filter(|&t| reports(tree, t) && outside(tree, t))
            .filter(speaks)
            // The verb next to the marks is the one that introduces the words.
            .min_by_key(|&t| {
                tree.token(t).map_or(usize::MAX, |t| {
                    let before = quotation.bytes.start.saturating_sub(t.span.end);
                    let after = t.span.start.saturating_sub(quotation.bytes.end);
                    before.max(after)
                })
            })?;
        Some(Link::new(place.word(cue), None))
    });
    // "The mayor offered this explanation:".
    let offered = || {
        sentences.clone().filter(|_| introduced).find_map(|s| {
            let place = place(s);
            let tree = reading.tree(place)?;
            let root = (0..tree.len()).find(|&t| tree.deprel(t) == Some(Deprel::Root) && outside(tree, t))?;
            let who = tree.dependent(root, &[Deprel::Nsubj])?;
            let somebody = tree
                .token(who)
                .is_some_and(|t| t.upos != Upos::Pron || t.xpos == "PRP" && t.lemma != "it");
            somebody.then(|| Link::new(place.word(root), Some(Who::Phrase(place.word(who)))))
        })
    };
    reported.or_else(offered)
}

/// Whether a colon leads to a quotation.
fn introduced(text: &str, quotation: &Quotation) -> bool {
    let before = text.get(..quotation.bytes.start).unwrap_or_default();
    before
        .trim_end_matches(|c: char| c.is_whitespace() || MARKS.contains(&c))
        .ends_with(':')
}

/// The marks that open a quotation.
const MARKS: [char; 7] = ['"', '“', '„', '«', '‘', '\'', '`'];

/// The source of the nearest quotation: the one that goes on, the one before or after in the paragraph, or the last of the
/// paragraph before.
fn nearest<'s>(quotations: &[Quotation], own: &'s [Option<Link>], i: usize) -> Option<&'s Link> {
    let this = quotations.get(i)?;
    let pairs = || quotations.iter().zip(own).enumerate();
    let before = || pairs().take(i).rev();
    if this.continues {
        return before().find_map(|(_, (_, source))| source.as_ref());
    }
    let of = |paragraph: usize| {
        move |(_, (q, source)): (usize, (&Quotation, &'s Option<Link>))| {
            source.as_ref().filter(|_| q.paragraph == paragraph)
        }
    };
    before()
        .find_map(of(this.paragraph))
        .or_else(|| pairs().skip(i + 1).find_map(of(this.paragraph)))
        .or_else(|| before().find_map(of(this.paragraph.checked_sub(1)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text)
            .into_iter()
            .filter_map(|q| text.get(q.bytes))
            .collect()
    }

    #[test]
    fn marks_pair_up_inside_a_paragraph() {
        assert_eq!(quoted("“It sank,” he said. “We swam.”"), ["It sank,", "We swam."]);
        assert_eq!(
            quoted("\"It sank,\" he said. \"We swam.\""),
            ["It sank,", "We swam."]
        );
        assert_eq!(
            quoted("\"It sank,'' he said. ``We swam.''"),
            ["It sank,", "We swam."]
        );
        assert_eq!(
            quoted("a 6\" pipe and the crew’s ‘last stand’ today"),
            ["last stand"]
        );
    }

    #[test]
    fn an_open_mark_quotes_only_if_the_next_paragraph_goes_on() {
        assert_eq!(quoted("“One.\n\n“Two,” she said."), ["One.", "Two,"]);
        assert_eq!(quoted("“One.\nTwo."), Vec::<&str>::new());
        let quotations = quotations("“One.\n\n“Two,” she said.");
        assert!(quotations.last().is_some_and(|q| q.continues));
    }
}
