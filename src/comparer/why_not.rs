//! Why two claims of a report are not linked.

use super::links::sentences;
use crate::align::{self, Denials, Pair, Passages, Situations, Wordings};
use crate::error::Error;
use crate::judge::RuleJudge;
use crate::judgement::Judgement;
use crate::report::Report;

/// What kept two claims from being linked, or that nothing did.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum WhyNot {
    /// They are linked; the id of the link.
    Linked(String),
    /// They stand in one document.
    OneDocument,
    /// One of them takes for granted what its document told before.
    Repeated,
    /// They share no key: neither word nor concept of what is said, of anything in common.
    NothingShared,
    /// They were judged: the judgement says what stood in the way, or how unsure it was.
    Judged(Box<Judgement>),
}

impl Report {
    /// Says what kept two claims of the report, given by their ids, from being linked by the rule judge.
    ///
    /// # Errors
    ///
    /// When the report has no claim of that id.
    pub fn why_not(&self, a: &str, b: &str) -> Result<WhyNot, Error> {
        let find = |id: &str| {
            self.claim(id)
                .ok_or_else(|| Error::report(id, "the report has no claim of this id"))
        };
        let (x, y) = (find(a)?, find(b)?);
        let linked = self
            .links()
            .iter()
            .find(|l| (l.a == a && l.b == b) || (l.a == b && l.b == a));
        Ok(if let Some(link) = linked {
            WhyNot::Linked(link.id.clone())
        } else if x.document == y.document {
            WhyNot::OneDocument
        } else {
            let place = |id: &str| {
                self.claims()
                    .iter()
                    .position(|claim| claim.id == id)
                    .unwrap_or_default()
            };
            // The earlier claim comes first, as where all are compared.
            let (first, x, second, y) = match (place(a), place(b)) {
                (first, second) if first > second => (second, y, first, x),
                (first, second) => (first, x, second, y),
            };
            let wording = Wordings::new(self.claims()).told_alike(first, second);
            let passage = Passages::new(self.claims(), self.claims().len(), sentences(self.documents()))
                .take(first, second);
            let told = passage.as_ref().is_some_and(|p| !p.a.is_empty());
            if wording.is_none() && !told && !align::share_keys(x, y) && !align::denies_another(x, y) {
                return Ok(WhyNot::NothingShared);
            }
            let repeats = align::repeats(self.claims());
            if repeats.contains(&first) || repeats.contains(&second) {
                return Ok(WhyNot::Repeated);
            }
            let situation = Situations::new(self.claims()).of(first, second);
            let alignment = align::align(&x.proposition, &y.proposition, situation);
            let denied = Denials::new(self.claims()).of(first, second, &alignment);
            let alignment = alignment.of_documents(wording, denied, (x, y)).within(passage);
            WhyNot::Judged(Box::new(RuleJudge.decide(&Pair::new(x, y, &alignment))))
        })
    }
}
