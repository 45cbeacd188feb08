//! What a document does with a claim that is put in words.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Comparer;
use crate::claim::Claim;
use crate::commitment::{Commitment, Factuality, Holder, Stance};
use crate::error::Error;
use crate::judgement::{Judgement, Relation};
use crate::source::Document;
use crate::stance::{Subject, weigh};

/// What a document does with a claim, put in words.
pub fn stance(document: &Document, claim: &str) -> StanceFinding {
    Comparer::default().stance(document, claim).unwrap_or_default()
}

/// What a document does with a claim, with the claims of the document that show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StanceFinding {
    /// The stance.
    pub stance: Stance,
    /// The claims of the document that show it, each with its judgement against the claim asked about.
    pub shown_by: Vec<(Claim, Judgement)>,
}

impl Default for StanceFinding {
    fn default() -> StanceFinding {
        StanceFinding {
            stance: Stance::Silent,
            shown_by: Vec::new(),
        }
    }
}

impl Comparer {
    /// What a document does with a claim, put in words.
    ///
    /// It is silent unless it speaks of what the claim is about. Else its title, its first sentences and those that speak of
    /// it most are weighed: what refutes it there, what leaves it open or passes it on; a refutation outweighs the rest. A
    /// claim that is itself asked or hedged is at most reported.
    ///
    /// # Errors
    ///
    /// When the judge fails; the rule judge never does.
    pub fn stance(&self, document: &Document, claim: &str) -> Result<StanceFinding, Error> {
        let findings = self.stances(document, &[claim])?;
        Ok(findings.into_iter().next().unwrap_or_default())
    }

    /// What a document does with each of several claims; see [`Comparer::stance`]. The document is read once.
    ///
    /// # Errors
    ///
    /// When the judge fails; the rule judge never does.
    pub fn stances(&self, document: &Document, claims: &[&str]) -> Result<Vec<StanceFinding>, Error> {
        let own = self.subject(document);
        claims.iter().map(|claim| self.stance_of(&own, claim)).collect()
    }

    fn stance_of(&self, own: &Subject, claim: &str) -> Result<StanceFinding, Error> {
        let asked = self.subject(&Document::new("claim", claim).with_id("claim"));
        let Some(about) = own.speaks_of(&asked) else {
            return Ok(StanceFinding::default());
        };
        let mut judged = Vec::new();
        for said in &own.claims {
            for target in &asked.claims {
                // What the document does shows in its author's commitment; who else says so does not matter here. The
                // claim is set against it with everybody certain, so that a report or a hedge is met as well.
                let judgement = self.relate(&certain(said), &certain(target))?;
                if judgement.relation != Relation::Neutral && judgement.confidence >= self.threshold {
                    judged.push((said.clone(), judgement));
                }
            }
        }
        let (stance, shown_by) = weigh(own, &asked, &about, judged);
        Ok(StanceFinding { stance, shown_by })
    }

    /// Reads a document for its stance: its sentences and its claims.
    fn subject(&self, document: &Document) -> Subject {
        let (claims, fields) = self.read(document);
        let fields = fields
            .into_iter()
            .map(|(field, sentences)| (field, Arc::from(document.field(field)), sentences));
        let id = document.id.as_deref().unwrap_or(&document.source.name);
        Subject::new(id, fields.collect(), claims)
    }
}

/// The claim as if its author were certain of it.
fn certain(claim: &Claim) -> Claim {
    let mut claim = claim.clone();
    claim.commitments = vec![Commitment {
        holder: Holder::Author,
        factuality: Factuality::CertainPositive,
        cues: Vec::new(),
    }];
    claim
}
