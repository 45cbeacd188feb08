//! One proposition at one place of a document, with everybody who is committed to it.

use serde::{Deserialize, Serialize};

use crate::commitment::{Commitment, Factuality, Holder, Stance};
use crate::entity::Resolution;
use crate::measure::{Date, Period};
use crate::proposition::{Proposition, Term};
use crate::span::{Span, Words};

/// Why the claim counts as made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The text says it.
    Asserted,
    /// The text passes on that somebody says it.
    Reported,
    /// The text takes it for granted ("its ally", "the reopening of the line").
    Presupposed,
}

/// What a piece of evidence shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum EvidenceKind {
    /// The words of the predicate.
    Predicate,
    /// The words of an argument or qualifier.
    Argument,
    /// A negator.
    Negator,
    /// A word that shows certainty or whose claim it is.
    Cue,
}

/// Words that a part of the claim was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What they show.
    pub kind: EvidenceKind,
    /// The words.
    pub words: Words,
}

/// One proposition at one place of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// A stable hash of document, quote, voice and occurrence, in hexadecimal; see [`Claim::identify`].
    pub id: String,
    /// The id of the document.
    pub document: String,
    /// The stretch of text to show.
    pub quote: Words,
    /// The sentence that the quote stands in.
    pub sentence: Span,
    /// The words that the claim was read from.
    pub evidence: Vec<Evidence>,
    /// Why it counts as made.
    pub basis: Basis,
    /// When it was so said: the time of the words by which its holder says it, else the day on which the document was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Period>,
    /// One commitment for every holder, the author always first, then from the outermost holder inwards.
    pub commitments: Vec<Commitment>,
    /// What is claimed, free of negation and hedging.
    pub proposition: Proposition,
    /// The claim standing alone: the proposition in words, with references resolved and the negation of the voice.
    pub statement: String,
}

/// Words of a text and what they were taken to mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved<'c> {
    /// The words as they stand in the text.
    pub words: &'c str,
    /// What they mean there.
    pub meaning: &'c str,
    /// How that is known.
    pub how: Resolution,
}

fn pronoun(words: &str) -> bool {
    matches!(
        words.to_lowercase().as_str(),
        "it" | "he"
            | "she"
            | "they"
            | "him"
            | "her"
            | "them"
            | "this"
            | "that"
            | "these"
            | "those"
            | "who"
            | "which"
            | "itself"
            | "himself"
            | "herself"
            | "themselves"
            | "both"
            | "neither"
            | "its"
            | "his"
            | "their"
    )
}

impl Claim {
    /// The author's commitment.
    ///
    /// A claim without commitments (one that a caller built badly) counts as the author's without a position.
    pub fn author(&self) -> &Commitment {
        static NOBODY: Commitment = Commitment {
            holder: Holder::Author,
            factuality: Factuality::Uncommitted,
            cues: Vec::new(),
        };
        self.commitments.first().unwrap_or(&NOBODY)
    }

    /// The commitment that the claim speaks with: the author's unless the author takes no position, else that of the
    /// outermost holder who does.
    pub fn voice(&self) -> &Commitment {
        self.commitments
            .iter()
            .find(|c| c.factuality != Factuality::Uncommitted)
            .unwrap_or_else(|| self.author())
    }

    /// The day on which it was so said, as far as that is known.
    pub(crate) fn told_on(&self) -> Option<Date> {
        self.as_of.as_ref().and_then(|period| period.from)
    }

    /// Which words of the claim its statement puts otherwise, and how they were resolved, in the order of the arguments.
    ///
    /// A pronoun that stands for somebody or something without a name has no [`Resolution`] but [`Resolution::Pronoun`].
    pub fn resolved(&self) -> Vec<Resolved<'_>> {
        let mut found = Vec::new();
        for argument in &self.proposition.arguments {
            self.resolved_in(&argument.term, &mut found);
        }
        for modifier in &self.proposition.predicate.modifiers {
            self.resolved_in(&modifier.term, &mut found);
        }
        found
    }

    fn resolved_in<'c>(&'c self, term: &'c Term, found: &mut Vec<Resolved<'c>>) {
        let words = self.evidence.iter().find(|e| e.words.span == term.span);
        let resolved = match (&term.entity, words) {
            (Some(entity), _) if entity.form != entity.name => Some(Resolved {
                words: &entity.form,
                meaning: &entity.name,
                how: entity.resolution,
            }),
            (None, Some(e)) if pronoun(&e.words.text) && !e.words.text.eq_ignore_ascii_case(&term.text) => {
                Some(Resolved {
                    words: &e.words.text,
                    meaning: &term.text,
                    how: Resolution::Pronoun,
                })
            }
            _ => None,
        };
        found.extend(resolved.filter(|r| !found.contains(r)));
        for inner in term.modifiers.iter().map(|m| &m.term).chain(&term.members) {
            self.resolved_in(inner, found);
        }
    }

    /// Whose claim it is: the author's if the text asserts it, else that of the outermost other holder who takes a position,
    /// or of the outermost if none does.
    ///
    /// The voice is who answers for the proposition here; a claim that its author rejects or doubts is still somebody
    /// else's.
    pub fn holder(&self) -> &Holder {
        let others = || {
            let others = self.commitments.iter().filter(|c| c.holder != Holder::Author);
            others.filter(|_| self.basis != Basis::Asserted)
        };
        others()
            .find(|c| c.factuality != Factuality::Uncommitted)
            .or_else(|| others().next())
            .map_or(&self.author().holder, |c| &c.holder)
    }

    /// What the author does with the claim as it is quoted. An author without a position reports, provided somebody else
    /// holds one.
    ///
    /// The factuality is that of the proposition, without negation. Where the quoted words negate it themselves ("the
    /// bridge is not closed", "there is no evidence that it is"), the author affirms them; the author denies or hedges what
    /// words outside the quote say is not so or not known, and what others claim.
    pub fn stance(&self) -> Stance {
        let author = self.author();
        let rejects = author.factuality.value().is_some_and(|v| v <= -2);
        if (rejects || author.factuality == Factuality::Unproven)
            && self.basis != Basis::Reported
            && !author.cues.is_empty()
            && author.cues.iter().all(|c| self.quote.span.contains(c.span))
        {
            return Stance::Affirms;
        }
        Stance::from(author.factuality)
    }

    /// Computes the id from the document's id, the quote with white space folded, the holder of the voice and the
    /// occurrence number among claims where these are equal. The hash is FNV-1a with 64 bits, in hexadecimal.
    pub fn identify(document: &str, quote: &str, voice: &str, occurrence: usize) -> String {
        let mut hash = Fnv::default();
        hash.write(document.as_bytes());
        hash.write(&[0]);
        for (i, word) in quote.split_whitespace().enumerate() {
            if i > 0 {
                hash.write(b" ");
            }
            hash.write(word.as_bytes());
        }
        hash.write(&[0]);
        hash.write(voice.as_bytes());
        hash.write(&[0]);
        hash.write(occurrence.to_string().as_bytes());
        hash.hex()
    }
}

/// FNV-1a with 64 bits (Fowler, Noll and Vo): the same on every platform and in every version.
#[derive(Debug)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    pub(crate) fn value(&self) -> u64 {
        self.0
    }

    pub(crate) fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_fold_white_space_and_never_change() {
        let id = Claim::identify("herald#1", "the bridge\n is closed", "author", 0);
        assert_eq!(
            id,
            Claim::identify("herald#1", "the bridge is closed", "author", 0)
        );
        assert_ne!(
            id,
            Claim::identify("herald#1", "the bridge is closed", "author", 1)
        );
        assert_eq!(Fnv::default().hex(), "cbf29ce484222325");
    }
}
