//! A document read: its title and text as sentences with trees, and the ways to walk them.

use std::ops::Range;

use super::mend;
use super::quotation::{Quotation, quotations};
use crate::source::Document;
use crate::span::{Field, Span, Words};
use crate::text::{self, Deprel, Sentence, Token};

/// A document with its fields read.
#[derive(Debug)]
pub(crate) struct Reading<'d> {
    pub(crate) document: &'d Document,
    /// The title, if there is one, then the text.
    pub(crate) passages: Vec<Passage<'d>>,
}

/// One field, read.
#[derive(Debug)]
pub(crate) struct Passage<'d> {
    pub(crate) field: Field,
    pub(crate) text: &'d str,
    pub(crate) sentences: Vec<Sentence>,
    /// What is quoted in it, in order.
    pub(crate) quotations: Vec<Quotation>,
    /// For each sentence, who depends on whom.
    dependents: Vec<Dependents>,
}

/// The dependents of each word of a sentence, in order: found once, because every rule asks for them.
#[derive(Debug, Default)]
pub(crate) struct Dependents {
    /// Where the dependents of each word start in `words`; one more entry marks the end.
    starts: Vec<u32>,
    words: Vec<u32>,
}

impl Dependents {
    fn new(sentence: &Sentence) -> Dependents {
        let count = sentence.tokens.len();
        let mut sizes = vec![0_u32; count + 1];
        let heads = || {
            let heads = sentence.tokens.iter().enumerate().map(|(i, t)| (i, t.head));
            heads.filter_map(|(i, head)| head.filter(|&h| h < count && h != i).map(|h| (i, h)))
        };
        for (_, head) in heads() {
            if let Some(size) = sizes.get_mut(head + 1) {
                *size += 1;
            }
        }
        let starts: Vec<u32> = sizes
            .iter()
            .scan(0, |sum, &size| {
                *sum += size;
                Some(*sum)
            })
            .collect();
        let mut next = starts.clone();
        let mut words = vec![0; heads().count()];
        for (word, head) in heads() {
            if let Some(place) = next.get_mut(head) {
                if let Some(slot) = words.get_mut(*place as usize) {
                    *slot = word as u32;
                }
                *place += 1;
            }
        }
        Dependents { starts, words }
    }

    fn of(&self, head: usize) -> &[u32] {
        let bounds = self.starts.get(head).zip(self.starts.get(head + 1));
        bounds
            .and_then(|(&start, &end)| self.words.get(start as usize..end as usize))
            .unwrap_or_default()
    }
}

/// The place of a word: passage, sentence, token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct At {
    pub(crate) passage: usize,
    pub(crate) sentence: usize,
    pub(crate) token: usize,
}

/// One sentence with its text: what the rules of this room walk on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tree<'r> {
    pub(crate) field: Field,
    pub(crate) text: &'r str,
    pub(crate) sentence: &'r Sentence,
    dependents: &'r Dependents,
}

impl<'d> Reading<'d> {
    /// Reads the title and the text of a document.
    pub(crate) fn new(document: &'d Document, parse: impl Fn(&str) -> Vec<Sentence>) -> Reading<'d> {
        let passages = [Field::Title, Field::Text]
            .into_iter()
            .map(|field| (field, document.field(field)))
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(field, text)| {
                let mut sentences = parse(text);
                sentences.iter_mut().for_each(mend::mend);
                let dependents = sentences.iter().map(Dependents::new).collect();
                Passage {
                    field,
                    text,
                    sentences,
                    quotations: quotations(text),
                    dependents,
                }
            })
            .collect();
        Reading { document, passages }
    }

    /// The quotations of the passage at a place, in order.
    pub(crate) fn quotations(&self, at: At) -> &[Quotation] {
        self.passages.get(at.passage).map_or(&[], |p| &p.quotations)
    }

    /// The quotation of its passage, by number, that a word stands in.
    pub(crate) fn quotation(&self, tree: Tree<'_>, at: At) -> Option<usize> {
        let span = &tree.token(at.token)?.span;
        let quotations = self.quotations(at);
        let index = quotations.partition_point(|q| q.bytes.end < span.end);
        (quotations.get(index)?.bytes.start <= span.start).then_some(index)
    }

    /// Every sentence in order, with its place (token 0).
    pub(crate) fn trees(&self) -> impl Iterator<Item = (At, Tree<'_>)> {
        self.passages.iter().enumerate().flat_map(|(passage, p)| {
            let numbered = p.sentences.iter().zip(&p.dependents).enumerate();
            numbered.map(move |(sentence, (s, dependents))| {
                let at = At {
                    passage,
                    sentence,
                    token: 0,
                };
                let tree = Tree {
                    field: p.field,
                    text: p.text,
                    sentence: s,
                    dependents,
                };
                (at, tree)
            })
        })
    }

    /// The sentence at a place.
    pub(crate) fn tree(&self, at: At) -> Option<Tree<'_>> {
        let passage = self.passages.get(at.passage)?;
        let sentence = passage.sentences.get(at.sentence)?;
        Some(Tree {
            field: passage.field,
            text: passage.text,
            sentence,
            dependents: passage.dependents.get(at.sentence)?,
        })
    }
}

impl At {
    /// Another word of the same sentence.
    pub(crate) fn word(self, token: usize) -> At {
        At { token, ..self }
    }
}

impl<'r> Tree<'r> {
    /// The word at an index.
    pub(crate) fn token(self, index: usize) -> Option<&'r Token> {
        self.sentence.tokens.get(index)
    }

    /// The number of words.
    pub(crate) fn len(self) -> usize {
        self.sentence.tokens.len()
    }

    /// The lemma of a word; empty where there is none.
    pub(crate) fn lemma(self, index: usize) -> &'r str {
        self.token(index).map_or("", |t| t.lemma.as_str())
    }

    /// The word as it stands in the text.
    pub(crate) fn form(self, index: usize) -> &'r str {
        self.token(index).map_or("", |t| t.form(self.text))
    }

    /// Whether a word stands right behind the one before it, without a space.
    pub(crate) fn is_glued(self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|i| self.token(i));
        let spans = before.zip(self.token(index));
        spans.is_some_and(|(x, y)| x.span.end == y.span.start)
    }

    /// The relation of a word to its head.
    pub(crate) fn deprel(self, index: usize) -> Option<Deprel> {
        self.token(index).map(|t| t.deprel)
    }

    /// The words that depend on `head`, in order.
    pub(crate) fn children(self, head: usize) -> impl Iterator<Item = usize> + 'r {
        self.dependents.of(head).iter().map(|&c| c as usize)
    }

    /// The words that depend on `head` by one of the given relations, in order.
    pub(crate) fn dependents<'x>(
        self,
        head: usize,
        relations: &'x [Deprel],
    ) -> impl Iterator<Item = usize> + use<'r, 'x> {
        self.children(head)
            .filter(move |&c| self.deprel(c).is_some_and(|d| relations.contains(&d)))
    }

    /// The first word that depends on `head` by one of the given relations.
    pub(crate) fn dependent(self, head: usize, relations: &[Deprel]) -> Option<usize> {
        self.dependents(head, relations).next()
    }

    /// The word and everything below it, in order.
    pub(crate) fn subtree(self, top: usize) -> Vec<usize> {
        self.subtree_without(top, |_| false)
    }

    /// The word and everything below it, in order, leaving out each branch whose top `cut` picks.
    pub(crate) fn subtree_without(self, top: usize, cut: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut words = vec![top];
        let mut next = 0;
        // A sentence from elsewhere could hold a circle.
        while let Some(&head) = words.get(next).filter(|_| words.len() <= self.len()) {
            words.extend(self.children(head).filter(|&c| !cut(c)));
            next += 1;
        }
        words.sort_unstable();
        words.dedup();
        words
    }

    /// The heads above a word, nearest first.
    pub(crate) fn ancestors(self, index: usize) -> impl Iterator<Item = usize> + 'r {
        text::ancestors(&self.sentence.tokens, index)
    }

    /// The stretch of text from the first to the last of the given words.
    pub(crate) fn span(self, words: &[usize]) -> Span {
        let bytes = words
            .iter()
            .filter_map(|&i| self.token(i))
            .map(|t| t.span.clone())
            .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
            .unwrap_or(Range { start: 0, end: 0 });
        Span::new(self.field, bytes)
    }

    /// The words at a span in one line, without what stands between them but is no word.
    pub(crate) fn plain(self, span: Span) -> String {
        let mut text = String::new();
        let mut end = None;
        for token in &self.sentence.tokens {
            if span.contains(Span::new(self.field, token.span.clone())) {
                if end.is_some_and(|e| e < token.span.start) {
                    text.push(' ');
                }
                text.push_str(token.form(self.text));
                end = Some(token.span.end);
            }
        }
        text
    }

    /// The words at a span of this tree's field.
    pub(crate) fn words(self, span: Span) -> Words {
        Words {
            span,
            text: self.text.get(span.bytes()).unwrap_or_default().to_owned(),
        }
    }
}
