//! How the printers say things: who speaks, how surely, what kind of conflict it is, and why.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::Report;
use super::layout::folded;
use super::passages::{Passage, Shown};
use crate::claim::{Basis, Claim};
use crate::commitment::{Factuality, Holder};
use crate::entity::Resolution;
use crate::group::Position;
use crate::judgement::{Direction, Judgement, Kind, Link, Natural, Relation, Step, Strength, Voice};
use crate::span::{Words, heard};
use crate::unread::UnreadReason;

/// A report with what is needed to speak of its parts.
#[derive(Debug)]
pub(super) struct Teller<'r> {
    pub(super) report: &'r Report,
    labels: BTreeMap<&'r str, String>,
    links: BTreeMap<&'r str, &'r Link>,
    claims: BTreeMap<&'r str, &'r Claim>,
}

impl<'r> Teller<'r> {
    pub(super) fn new(report: &'r Report) -> Teller<'r> {
        let labels = report
            .documents
            .iter()
            .filter_map(|document| {
                let id = document.id.as_deref()?;
                let alone = report
                    .documents
                    .iter()
                    .filter(|d| d.source == document.source)
                    .count()
                    == 1;
                Some((id, folded(if alone { &document.source.name } else { id })))
            })
            .collect();
        Teller {
            report,
            labels,
            links: report.links_by_id(),
            claims: report
                .claims
                .iter()
                .map(|claim| (claim.id.as_str(), claim))
                .collect(),
        }
    }

    /// What to call a document: its source, or its id where the source has several.
    pub(super) fn label(&self, document: &str) -> &str {
        self.labels.get(document).map_or("?", String::as_str)
    }

    /// The labels of all documents, in order.
    pub(super) fn labels(&self) -> impl Iterator<Item = &str> {
        self.report
            .documents
            .iter()
            .filter_map(|d| d.id.as_deref())
            .map(|id| self.label(id))
    }

    /// The strict conflicts, the tensions, or the agreements, in the order of the findings.
    pub(super) fn shown(&self, relation: Relation, tension: bool) -> Vec<Shown<'r>> {
        self.report
            .findings
            .iter()
            .filter_map(|finding| Shown::new(self, finding))
            .filter(|shown| {
                shown.judgement.relation == relation
                    && (shown.judgement.strength == Some(Strength::Tension)) == tension
            })
            .collect()
    }

    /// A link with its claims.
    pub(super) fn link(&self, id: &str) -> Option<(&'r Link, &'r Claim, &'r Claim)> {
        let link = *self.links.get(id)?;
        Some((
            link,
            self.claims.get(link.a.as_str())?,
            self.claims.get(link.b.as_str())?,
        ))
    }

    /// Whose word it is. Somebody quoted is never mixed up with the source that quotes.
    pub(super) fn voice(&self, voice: &Voice) -> String {
        let label = self.label(&voice.document);
        match &voice.holder {
            Holder::Author => label.to_owned(),
            other => format!("{} (quoted by {label})", folded(other.name())),
        }
    }

    /// Between whom a finding is: "Herald against Tribune", "the mayor (quoted by Herald) and Tribune, and 2 more documents".
    pub(super) fn between(&self, shown: &Shown<'_>) -> String {
        let judgement = shown.judgement;
        let (a, b) = (self.voice(&judgement.voice_a), self.voice(&judgement.voice_b));
        let two = match judgement.relation {
            Relation::Conflict if a == b => format!("{a} against itself"),
            Relation::Conflict => format!("{a} against {b}"),
            _ if a == b => format!("{a}, twice"),
            _ => format!("{a} and {b}"),
        };
        match shown.documents.saturating_sub(2) {
            0 => two,
            more => format!("{two}, and {}", count(more, "more document")),
        }
    }

    /// What stands behind a quote: how it is put forward, unless `brief` and in its document's own voice; where else it stands;
    /// how surely it belongs there.
    pub(super) fn behind(&self, passage: &Passage<'_>, brief: bool) -> String {
        let manner = Some(manner(passage.claim, passage.voice)).filter(|m| !brief || m != OWN);
        let also = passage.also.iter().map(|id| self.label(id)).unique().join(", ");
        let also = Some(also).filter(|labels| !labels.is_empty());
        let told = manner
            .into_iter()
            .chain(also.map(|labels| format!("also in {labels}")));
        let told = Some(told.format("; ").to_string()).filter(|told| !told.is_empty());
        let told = told.map(|told| format!("— {told}"));
        let sure = passage.confidence.map(|sure| format!("({})", percent(sure)));
        told.into_iter().chain(sure).join(" ")
    }

    /// Why it is so, in at most `most` sentences, and which side says more.
    pub(super) fn reasons(&self, judgement: &Judgement, most: usize) -> Vec<String> {
        let mut reasons = Vec::new();
        let (a, b) = (&judgement.voice_a, &judgement.voice_b);
        if (a.factuality.value().map(i8::signum)) != (b.factuality.value().map(i8::signum)) {
            reasons.push(format!(
                "{} {} what {} {}.",
                self.voice(a),
                verb(a.factuality),
                self.voice(b),
                verb(b.factuality)
            ));
        }
        // What sets the two apart tells more than what they share, and that equal words are equal needs no telling.
        let said = |words: &Words| heard(&words.text);
        let telling = |step: &&Step| step.relation != Natural::Equivalence || step.kind.is_some();
        let steps = judgement.steps.iter().filter(|step| {
            !step.aside && (telling(step) || !step.a.iter().map(said).eq(step.b.iter().map(said)))
        });
        let (first, then): (Vec<_>, Vec<_>) = steps.partition(telling);
        for step in first.into_iter().chain(then) {
            let note = sentence(&step.note);
            if !note.is_empty() && !reasons.contains(&note) {
                reasons.push(note);
            }
        }
        reasons.truncate(most);
        match judgement.direction {
            Some(Direction::ARefinesB) => reasons.push(format!("{} says more.", self.voice(a))),
            Some(Direction::BRefinesA) => reasons.push(format!("{} says more.", self.voice(b))),
            Some(Direction::Same) | None => {}
        }
        reasons
    }

    /// Who takes a position, and how many of them count.
    pub(super) fn holders(&self, position: &Position) -> String {
        let mut voices: Vec<String> = Vec::new();
        for voice in &position.voices {
            let voice = self.voice(voice);
            if !voices.contains(&voice) {
                voices.push(voice);
            }
        }
        let count = voices.len();
        let voices = voices.join(", ");
        if position.independent < count {
            format!("{voices} ({} of {count} independent)", position.independent)
        } else {
            voices
        }
    }

    /// The names that were taken to mean the same by more than being a part of one another.
    pub(super) fn names(&self) -> Vec<String> {
        self.report
            .aliases
            .iter()
            .filter(|alias| !matches!(alias.resolution, Resolution::ShortForm | Resolution::Description))
            .map(|alias| {
                let labels: Vec<&str> = alias.documents.iter().map(|d| self.label(d)).collect();
                format!(
                    "“{}” = {} ({})",
                    folded(&alias.form),
                    folded(&alias.name),
                    labels.join(", ")
                )
            })
            .collect()
    }

    /// How many sentences of each document were not read, by reason.
    pub(super) fn unread(&self) -> Vec<(&str, String)> {
        let mut rows = Vec::new();
        for id in self.report.documents.iter().filter_map(|d| d.id.as_deref()) {
            let mut counts: BTreeMap<UnreadReason, usize> = BTreeMap::new();
            for unread in self.report.unread.iter().filter(|u| u.document == id) {
                *counts.entry(unread.reason).or_default() += 1;
            }
            if !counts.is_empty() {
                let parts: Vec<String> = counts
                    .iter()
                    .map(|(r, n)| format!("{n} {}", reason(*r, *n)))
                    .collect();
                rows.push((self.label(id), parts.join(", ")));
            }
        }
        rows
    }

    /// The numbers that stand first.
    pub(super) fn headline(&self) -> String {
        let report = self.report;
        let parts = [
            count(report.conflicts().count(), "conflict"),
            count(report.tensions().count(), "tension"),
            count(report.agreements().count(), "agreement"),
            count(report.issues.len(), "open question"),
        ];
        format!(
            "{} and {} in {} from {}.",
            parts[..3].join(", "),
            parts[3],
            count(report.documents.len(), "document"),
            count(report.sources().len(), "source"),
        )
    }
}

/// What is said of a claim that its document simply states.
const OWN: &str = "own voice";

/// How a claim is put forward: in whose voice, how surely, and who else holds what of it.
pub(super) fn manner(claim: &Claim, voice: &Voice) -> String {
    let mut manner = match (&voice.holder, voice.factuality) {
        (Holder::Author, Factuality::CertainPositive) if claim.basis == Basis::Presupposed => {
            "own voice, taken for granted".to_owned()
        }
        (Holder::Author, Factuality::CertainPositive) => OWN.to_owned(),
        (Holder::Author, other) => format!("{OWN}, {}", adjective(other)),
        (holder, how) => format!("{} by {}", adjective(how), folded(holder.name())),
    };
    for other in &claim.commitments {
        if other.holder != voice.holder && other.factuality != Factuality::Uncommitted {
            let how = adjective(other.factuality);
            manner = format!("{manner}; {how} by {}", folded(other.holder.name()));
        }
    }
    manner
}

/// What kind of finding it is, as a heading.
pub(super) fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Same => "The same",
        Kind::Refines => "The same, one more precisely",
        Kind::Converse => "The same, seen from the other side",
        Kind::Rounding => "The same number, rounded",
        Kind::BothUncertain => "Neither is sure",
        Kind::Negation => "Stated and denied",
        Kind::Opposites => "Opposites",
        Kind::Degree => "Different degrees",
        Kind::Quantity => "Different numbers",
        Kind::Time => "Different times",
        Kind::Place => "Different places",
        Kind::Value => "Different answers",
        Kind::Roles => "Who did it to whom",
        Kind::Certainty => "Certain and unproven",
        other => other.as_str(),
    }
}

fn adjective(factuality: Factuality) -> &'static str {
    match factuality {
        Factuality::CertainPositive => "stated",
        Factuality::ProbablePositive => "called likely",
        Factuality::PossiblePositive => "called possible",
        Factuality::CertainNegative => "denied",
        Factuality::ProbableNegative => "called unlikely",
        Factuality::PossibleNegative => "called doubtful",
        Factuality::Unproven => "called unproven",
        Factuality::Uncommitted => "passed on",
    }
}

fn verb(factuality: Factuality) -> &'static str {
    match factuality {
        Factuality::CertainPositive => "states",
        Factuality::ProbablePositive => "calls likely",
        Factuality::PossiblePositive => "calls possible",
        Factuality::CertainNegative => "denies",
        Factuality::ProbableNegative => "calls unlikely",
        Factuality::PossibleNegative => "calls doubtful",
        Factuality::Unproven => "calls unproven",
        Factuality::Uncommitted => "passes on",
    }
}

/// A confidence as it is printed.
pub(super) fn percent(confidence: u16) -> String {
    format!("{}%", (confidence + 5) / 10)
}

/// A number with its noun.
pub(super) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn reason(reason: UnreadReason, number: usize) -> &'static str {
    match (reason, number) {
        (UnreadReason::NoClaim, _) => "without a claim",
        (UnreadReason::Furniture, _) => "page furniture",
        (UnreadReason::Question, 1) => "question",
        (UnreadReason::Question, _) => "questions",
        (UnreadReason::Imperative, 1) => "imperative",
        (UnreadReason::Imperative, _) => "imperatives",
        (UnreadReason::Fragment, 1) => "fragment",
        (UnreadReason::Fragment, _) => "fragments",
        (UnreadReason::NotEnglish, _) => "not English",
    }
}

/// A note as a sentence: with a capital letter and a full stop.
fn sentence(note: &str) -> String {
    let note = folded(note);
    let mut letters = note.chars();
    let mut sentence: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    sentence.push_str(letters.as_str());
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?', '”']) {
        sentence.push('.');
    }
    sentence
}
