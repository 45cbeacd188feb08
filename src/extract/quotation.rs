//! Quotations: where they stand, and whose they are where a sentence inside one has no cue of its own.

use std::ops::Range;

use super::attribution::{Link, Links, reports};
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
            let after = chars.peek().map_or(' ', |&(_, c)| c);
            let end = at + c.len_utf8();
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
        let quotations = quotations(passage.text);
        if quotations.is_empty() {
            continue;
        }
        let own: Vec<Option<At>> = quotations
            .iter()
            .map(|q| cue(reading, p, passage, &quotations, q))
            .collect();
        for (i, quotation) in quotations.iter().enumerate() {
            let Some(cue) = own
                .get(i)
                .copied()
                .flatten()
                .or_else(|| nearest(&quotations, &own, i))
            else {
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
                if cue.sentence == s && cue.passage == p {
                    for clause in unreached(tree, cue.token, quotation) {
                        links.of.entry(place.word(clause)).or_insert(Link {
                            cue,
                            who: None,
                            shared: false,
                            between: false,
                        });
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
                    links.of.entry(place.word(root)).or_insert(Link {
                        cue,
                        who: None,
                        shared: false,
                        between: false,
                    });
                }
            }
        }
    }
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

/// The reporting verb of a quotation: one outside all quotations in a sentence that the quotation touches, or in the
/// sentence before if that ends in a colon.
fn cue(
    reading: &Reading<'_>,
    p: usize,
    passage: &Passage<'_>,
    all: &[Quotation],
    quotation: &Quotation,
) -> Option<At> {
    let touched: Vec<usize> = passage
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, s)| overlap(&s.span, &quotation.bytes))
        .map(|(i, _)| i)
        .collect();
    let introduced = touched.first().and_then(|f| f.checked_sub(1)).filter(|&before| {
        passage
            .sentences
            .get(before)
            .and_then(|s| passage.text.get(s.span.clone()))
            .is_some_and(|t| t.trim_end().ends_with(':'))
    });
    touched.iter().copied().chain(introduced).find_map(|s| {
        let place = At {
            passage: p,
            sentence: s,
            token: 0,
        };
        let tree = reading.tree(place)?;
        (0..tree.len())
            .filter(|&t| reports(tree, t) && !all.iter().any(|q| within(tree, t, q)))
            .filter(|&t| {
                tree.dependent(t, &[Deprel::Nsubj]).is_some() || tree.deprel(t) == Some(Deprel::Root)
            })
            // The verb next to the marks is the one that introduces the words.
            .min_by_key(|&t| {
                tree.token(t).map_or(usize::MAX, |t| {
                    let before = quotation.bytes.start.saturating_sub(t.span.end);
                    let after = t.span.start.saturating_sub(quotation.bytes.end);
                    before.max(after)
                })
            })
            .map(|t| place.word(t))
    })
}

/// The cue of the nearest quotation: the one that goes on, the one before or after in the paragraph, or the last of the
/// paragraph before.
fn nearest(quotations: &[Quotation], own: &[Option<At>], i: usize) -> Option<At> {
    let this = quotations.get(i)?;
    let pairs = || quotations.iter().zip(own).enumerate();
    let before = || pairs().take(i).rev();
    if this.continues {
        return before().find_map(|(_, (_, cue))| *cue);
    }
    let near = |q: &Quotation| q.paragraph == this.paragraph;
    before()
        .find_map(|(_, (q, cue))| if near(q) { *cue } else { None })
        .or_else(|| {
            pairs()
                .skip(i + 1)
                .find_map(|(_, (q, cue))| if near(q) { *cue } else { None })
        })
        .or_else(|| {
            before().find_map(|(_, (q, cue))| {
                if q.paragraph + 1 == this.paragraph {
                    *cue
                } else {
                    None
                }
            })
        })
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
