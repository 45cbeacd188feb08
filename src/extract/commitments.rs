//! Commitments: for a predicate word, who is committed to its proposition, and how surely.
//!
//! The way goes from the predicate up to the root. At each word above it that embeds, the stand of everybody outside is
//! put through the word's signature, and a word that speaks of speech or belief adds a holder.

use std::collections::BTreeSet;

use super::attribution::{Links, Who, phrase};
use super::certainty::local;
use super::chain::{Chain, Position, factuality, merged};
use super::embedding::{Step, step};
use super::knowledge;
use super::polarity::determines;
use super::reading::{At, Reading};
use super::refutation::{self, Verdict, Verdicts};
use super::told;
use crate::attribution::Attribution;
use crate::claim::{Basis, Evidence, EvidenceKind};
use crate::commitment::{Commitment, Holder};
use crate::entity::Entity;
use crate::event::Standing;
use crate::lexicon::signatures::{Frame, Value};
use crate::lexicon::speech;
use crate::span::Words;
use crate::text::{Deprel, Upos};

/// Finds who is committed to what in one document.
pub(crate) struct Commitments<'r> {
    pub(super) reading: &'r Reading<'r>,
    pub(super) entity: Box<dyn Fn(At) -> Option<Entity> + 'r>,
    pub(super) links: Links,
    pub(super) verdicts: Verdicts,
    /// Verdicts on what nobody is said to claim.
    loose: Vec<Verdict>,
    /// The predicates of verdicts that the author puts in as asides.
    pub(super) asides: BTreeSet<At>,
}

/// How a claim is made.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) basis: Basis,
    pub(crate) commitments: Vec<Commitment>,
    /// The negators and cues.
    pub(crate) evidence: Vec<Evidence>,
    /// The word by which the outermost other than the author says it.
    pub(crate) said: Option<At>,
}

/// Where everybody stands towards an event.
#[derive(Debug)]
pub(crate) struct Stands {
    pub(crate) negators: Vec<Words>,
    pub(crate) event: Standing,
    /// The same before the clause's own words.
    pub(crate) clause: Standing,
}

impl std::fmt::Debug for Commitments<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Commitments")
            .field("links", &self.links)
            .finish_non_exhaustive()
    }
}

impl<'r> Commitments<'r> {
    /// Prepares a document; `entity` resolves the head word of a mention.
    pub(crate) fn new(
        reading: &'r Reading<'r>,
        entity: impl Fn(At) -> Option<Entity> + 'r,
    ) -> Commitments<'r> {
        let links = Links::new(reading);
        let (verdicts, loose) = refutation::verdicts(reading, &links);
        let asides = verdicts
            .values()
            .filter(|v| v.aside)
            .map(|v| v.predicate)
            .collect();
        Commitments {
            reading,
            asides,
            entity: Box::new(entity),
            links,
            verdicts,
            loose,
        }
    }

    /// What the document attributes to whom.
    pub(crate) fn attributions(&self) -> Vec<Attribution> {
        told::attributions(self.reading, &self.links, |who| self.holder(who))
    }

    /// The verdicts of the document that are no asides, in order, each with the cue of the report that it is passed on; without
    /// one, it is passed on what the document is about.
    pub(super) fn verdicts(&self) -> Vec<(Option<At>, &Verdict)> {
        let on = self.verdicts.iter().map(|(cue, verdict)| (Some(*cue), verdict));
        let loose = self.loose.iter().map(|verdict| (None, verdict));
        let mut all: Vec<(Option<At>, &Verdict)> = on.filter(|(_, v)| !v.aside).chain(loose).collect();
        all.sort_by_key(|(cue, verdict)| (verdict.predicate, verdict.word, *cue));
        all
    }

    /// Whether a word heads what somebody is told to say, and does not only stand in it.
    pub(super) fn heads_content(&self, at: At) -> bool {
        let under = |tree| matches!(step(tree, at.token), Step::Under(..));
        self.links.of.contains_key(&at) || self.reading.tree(at).is_some_and(under)
    }

    /// Where everybody stands towards a claim who passes a verdict on it.
    pub(super) fn passing(&self, verdict: &Verdict) -> Vec<Commitment> {
        let at = verdict.predicate;
        let chain = match self.reading.tree(at) {
            Some(tree) if verdict.acts => self.under(tree, at, Frame::Claim, 0),
            _ => {
                let mut chain = self.chain(at, 0);
                for position in chain.positions.iter_mut().filter(|p| p.value != Value::Outside) {
                    position.value = verdict.effect.of(position.value);
                    position.cues.push(verdict.word);
                }
                chain
            }
        };
        self.commitments(&chain)
    }

    /// Who is committed to the proposition of the predicate at a place, author first; `None` where no claim is made.
    pub(crate) fn of(&self, at: At, presupposed: bool) -> Option<Made> {
        let chain = if presupposed {
            self.presupposed(at)
        } else {
            self.chain(at, 0)
        };
        let committed = chain
            .positions
            .iter()
            .any(|p| matches!(p.value, Value::Fact(_) | Value::Unproven));
        if !committed {
            return None;
        }
        let basis = if presupposed || chain.granted {
            Basis::Presupposed
        } else if chain.positions.len() > 1 && !chain.shared {
            Basis::Reported
        } else {
            Basis::Asserted
        };
        let mut evidence: Vec<Evidence> = Vec::new();
        let mut add = |kind, words: Words| {
            if !evidence.iter().any(|e| e.words == words) {
                evidence.push(Evidence { kind, words });
            }
        };
        for &negator in &chain.negators {
            add(EvidenceKind::Negator, self.words(&[negator]));
        }
        let commitments = self.commitments(&chain);
        for position in &chain.positions {
            for &cue in position.cues.iter().filter(|c| !chain.negators.contains(c)) {
                add(EvidenceKind::Cue, self.words(&[cue]));
            }
        }
        let said = chain.positions.get(1).and_then(|p| p.cues.first().copied());
        Some(Made {
            basis,
            commitments,
            evidence,
            said: said.filter(|_| basis == Basis::Reported),
        })
    }

    /// Where everybody stands towards what the word at a place stands for, committed or not.
    pub(crate) fn stands(&self, at: At) -> Stands {
        let chain = self.chain(at, 0);
        let clause = self.incoming(at, 0);
        let lacks = self.lacks(at);
        let event = self.standing(if lacks { &clause } else { &chain });
        // "Did not know that it closed": nothing negates the closing.
        let reached = lacks || event.value() <= 0;
        let negators = chain.negators.iter().filter(|_| reached);
        Stands {
            negators: negators.map(|&n| self.words(&[n])).collect(),
            event,
            clause: self.standing(&clause),
        }
    }

    /// Whether a word names a state or a perception that holds of no such thing as its object names: who "sees no end" does
    /// see, and what is denied is the end.
    fn lacks(&self, at: At) -> bool {
        let Some(tree) = self.reading.tree(at) else {
            return false;
        };
        let lemma = tree.lemma(at.token);
        let words = local(tree, at.token);
        let object = tree.dependent(at.token, &[Deprel::Obj]);
        (knowledge::is_state(lemma) || speech::perceives(lemma))
            && words.cues.is_empty()
            && words.reported.is_none()
            && !words.negators.is_empty()
            && object.is_some_and(|o| words.negators.iter().all(|&n| determines(tree, n, o)))
    }

    fn standing(&self, chain: &Chain) -> Standing {
        Standing {
            commitments: self.commitments(chain),
            leaning: chain.lean,
        }
    }

    fn commitments(&self, chain: &Chain) -> Vec<Commitment> {
        let commitment = |p: &Position| Commitment {
            holder: self.holder(&p.who),
            factuality: factuality(p.value),
            cues: p.cues.iter().map(|&c| self.words(&[c])).collect(),
        };
        merged(chain.positions.iter().map(commitment).collect())
    }

    /// The words at places of one sentence.
    fn words(&self, places: &[At]) -> Words {
        let Some(tree) = places.first().and_then(|&at| self.reading.tree(at)) else {
            return Words::default();
        };
        let tokens: Vec<usize> = places.iter().map(|p| p.token).collect();
        tree.words(tree.span(&tokens))
    }

    /// The name beside a description: "its chairman, Ann Lee".
    fn by_name(&self, at: At) -> Option<Entity> {
        let tree = self.reading.tree(at)?;
        tree.dependents(at.token, &[Deprel::Appos, Deprel::Flat])
            .filter(|&n| tree.token(n).is_some_and(|t| t.upos == Upos::Propn))
            .find_map(|n| (self.entity)(at.word(n)))
    }

    fn holder(&self, who: &Who) -> Holder {
        match who {
            Who::Author => Holder::Author,
            Who::Cue(places) => {
                let words = self.words(places);
                // "Reports that it closed" are somebody's; "reportedly" and "is said to" are nobody's.
                let told = places.last().is_some_and(|&at| {
                    let word = self.reading.tree(at).and_then(|tree| tree.token(at.token));
                    word.is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn))
                });
                let description = if told {
                    words.text.clone()
                } else {
                    "somebody not named".to_owned()
                };
                Holder::Unnamed { description, words }
            }
            Who::Phrase(at) => {
                let (words, description) = self.reading.tree(*at).map_or_else(Default::default, |tree| {
                    let span = tree.span(&phrase(tree, at.token));
                    (tree.words(span), tree.plain(span))
                });
                match (self.entity)(*at).or_else(|| self.by_name(*at)) {
                    Some(entity) => Holder::Named { entity, words },
                    None => Holder::Unnamed { description, words },
                }
            }
        }
    }
}
