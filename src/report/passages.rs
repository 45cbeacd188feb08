//! The passages that a finding is shown with: of each document what it says, once.

use itertools::Itertools;

use super::Report;
use super::shown::LONGEST;
use super::wording::{Teller, manner};
use crate::claim::Claim;
use crate::group::Finding;
use crate::judgement::{Judgement, Link, Voice};
use crate::span::{Words, heard};

/// A finding, ready to be told.
#[derive(Debug, Clone)]
pub(super) struct Shown<'r> {
    /// The judgement of the link that says it best.
    pub(super) judgement: &'r Judgement,
    /// What is quoted: both sides of that link, then what else says it.
    pub(super) passages: Vec<Passage<'r>>,
    /// How many documents have a part in it.
    pub(super) documents: usize,
}

/// What a document says.
#[derive(Debug, Clone)]
pub(super) struct Passage<'r> {
    pub(super) claim: &'r Claim,
    pub(super) words: Words,
    pub(super) voice: &'r Voice,
    /// How sure the link is that brings it in, where it is not the one that says the finding best.
    pub(super) confidence: Option<u16>,
    /// The ids of other documents that say it in the same words and manner.
    pub(super) also: Vec<&'r str>,
}

impl<'r> Passage<'r> {
    /// Both sides of a link.
    fn of(report: &Report, link: &'r Link, a: &'r Claim, b: &'r Claim) -> [Passage<'r>; 2] {
        let sentence = |claim: &Claim| {
            let text = report.document(&claim.document)?.quote(claim.sentence)?;
            Some(Words {
                span: claim.sentence,
                text: text.to_owned(),
            })
        };
        let [first, second] = match (sentence(a), sentence(b)) {
            // A sentence that both have is shown once, whatever it says.
            (Some(a), Some(b)) if a.text.len() <= LONGEST && heard(&a.text) == heard(&b.text) => [a, b],
            _ => report.shown_of(link, a, b),
        };
        let passage = |claim, words, voice| Passage {
            claim,
            words,
            voice,
            confidence: None,
            also: Vec::new(),
        };
        [
            passage(a, first, &link.judgement.voice_a),
            passage(b, second, &link.judgement.voice_b),
        ]
    }

    /// Whether another shows the same place again.
    fn overlaps(&self, other: &Passage<'_>) -> bool {
        self.claim.document == other.claim.document && self.words.span.shares_half(other.words.span)
    }

    /// Whether another is told in the same words and manner.
    fn repeats(&self, other: &Passage<'_>) -> bool {
        heard(&self.words.text) == heard(&other.words.text)
            && manner(self.claim, self.voice) == manner(other.claim, other.voice)
    }
}

impl<'r> Shown<'r> {
    pub(super) fn new(teller: &Teller<'r>, finding: &Finding) -> Option<Shown<'r>> {
        let mut links = finding.links().filter_map(|id| teller.link(id));
        let (lead, a, b) = links.next()?;
        let mut shown = Shown {
            judgement: &lead.judgement,
            passages: Passage::of(teller.report, lead, a, b).into(),
            documents: 0,
        };
        let mut said = shown.passages.clone();
        for (link, a, b) in links {
            for passage in Passage::of(teller.report, link, a, b) {
                if !said.iter().any(|p| p.overlaps(&passage)) {
                    said.push(passage.clone());
                    shown.add(passage, link.judgement.confidence);
                }
            }
        }
        shown.documents = said.iter().map(|p| &p.claim.document).unique().count();
        Some(shown)
    }

    fn add(&mut self, passage: Passage<'r>, confidence: u16) {
        match self.passages.iter_mut().find(|p| p.repeats(&passage)) {
            Some(known) => known.also.push(&passage.claim.document),
            None => self.passages.push(Passage {
                confidence: Some(confidence),
                ..passage
            }),
        }
    }
}
