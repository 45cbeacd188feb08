//! Echoes: a clause that only says of an earlier claim whether it holds makes that claim again, at its own place.
//!
//! "Neither of these assertions is accurate" denies what was reported a sentence before; "it's entirely possible" calls
//! possible what was said to be unproven.

use std::collections::BTreeSet;

use super::certainty::local;
use super::chain::factuality;
use super::clause;
use super::commitments::Commitments;
use super::predication::piece;
use super::quote;
use super::reading::{At, Reading, Tree};
use super::refutation::Verdict;
use super::role;
use super::statement;
use crate::claim::{Basis, Claim, Evidence, EvidenceKind};
use crate::commitment::{Commitment, Factuality, Holder};
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::proposition::PredicateClass;
use crate::span::{Span, Words};
use crate::text::{Deprel, Upos};

/// Adds the echoes of a document's claims, in place of the claims that the echoing clauses would make by themselves.
pub(super) fn add(
    reading: &Reading<'_>,
    commitments: &Commitments<'_>,
    claims: Vec<(At, Claim)>,
) -> Vec<(At, Claim)> {
    let verdicts = commitments.verdicts();
    let mut echoes: Vec<(At, Claim)> = refuted(reading, commitments, &verdicts, &claims);
    echoes.extend(weighed(reading, &claims));
    // Who denies a claim does something, too.
    let acts = verdicts.iter().filter(|(_, v)| v.acts);
    let acts: BTreeSet<At> = acts.map(|(_, v)| v.predicate).collect();
    let places = echoes.iter().map(|(at, _)| *at).filter(|at| !acts.contains(at));
    let places: BTreeSet<At> = places.collect();
    let mut all: Vec<(At, Claim)> = claims
        .into_iter()
        .filter(|(at, _)| !places.contains(at))
        .chain(echoes)
        .collect();
    all.sort_by_key(|(at, claim)| (at.passage, at.sentence, claim.quote.span.start));
    all
}

/// Verdicts on claims that stand before them.
fn refuted(
    reading: &Reading<'_>,
    commitments: &Commitments<'_>,
    verdicts: &[(Option<At>, &Verdict)],
    claims: &[(At, Claim)],
) -> Vec<(At, Claim)> {
    let mut found = Vec::new();
    let passes: BTreeSet<At> = verdicts.iter().map(|(_, v)| v.predicate).collect();
    // What is denied already is not what a verdict is passed on.
    let negative = |claim: &Claim| {
        let inner = claim.commitments.last().and_then(|c| c.factuality.value());
        claim.commitments.len() > 1 && inner.is_some_and(|v| v < 0)
    };
    let told = |(at, claim): &&(At, Claim)| {
        claim.basis != Basis::Presupposed && !negative(claim) && !passes.contains(at)
    };
    for &(cue, verdict) in verdicts {
        let predicate = verdict.predicate;
        let Some(tree) = reading.tree(predicate) else {
            continue;
        };
        let stands = commitments.passing(verdict);
        if stands.iter().all(|c| c.factuality == Factuality::Uncommitted) {
            continue;
        }
        let here = (predicate.passage, predicate.sentence);
        let before = |at: &At| {
            let there = (at.passage, at.sentence);
            there < here || verdict.acts && there == here && at.token < predicate.token
        };
        let on = match cue.and_then(|cue| Some((cue, reading.tree(cue)?))) {
            Some((cue, there)) => {
                let cue = there.words(there.span(&[cue.token]));
                let cited = |claim: &Claim| claim.commitments.iter().any(|c| c.cues.contains(&cue));
                let all = claims.iter().filter(told);
                let all = all.filter(|(at, c)| before(at) && cited(c) && commitments.heads_content(*at));
                central(claims, &all.collect::<Vec<_>>())
            }
            // What the document begins with, if that is rejected.
            None if stands.iter().any(|c| c.factuality == Factuality::CertainNegative) => {
                let is_event = |c: &Claim| c.proposition.predicate.class == PredicateClass::Event;
                let first = claims.iter().filter(told).find(|(_, c)| is_event(c));
                let first = first.filter(|(at, _)| before(at));
                first.map(|(_, claim)| claim).into_iter().collect()
            }
            None => Vec::new(),
        };
        let echoes = on
            .into_iter()
            .filter_map(|claim| echo(tree, predicate, claim, stands.clone()));
        found.extend(echoes);
    }
    found
}

/// The claims that a verdict on a report is passed on: all of one sentence; of several sentences the claim whose words the
/// document repeats most, because that is what it is about.
fn central<'c>(claims: &[(At, Claim)], told: &[&'c (At, Claim)]) -> Vec<&'c Claim> {
    let sentences: BTreeSet<usize> = told.iter().map(|(at, _)| at.sentence).collect();
    if sentences.len() <= 1 {
        return told.iter().map(|(_, claim)| claim).collect();
    }
    let words = |claim: &Claim| -> BTreeSet<String> {
        let words = claim.quote.text.split(|c: char| !c.is_alphanumeric());
        words.filter(|w| w.len() > 3).map(str::to_lowercase).collect()
    };
    let mut others: Vec<(Span, BTreeSet<String>)> = Vec::new();
    for (_, claim) in claims {
        match others
            .last_mut()
            .filter(|(sentence, _)| *sentence == claim.sentence)
        {
            Some((_, known)) => known.extend(words(claim)),
            None => others.push((claim.sentence, words(claim))),
        }
    }
    let repeated = |claim: &Claim| {
        let own = words(claim);
        let elsewhere = others.iter().filter(|(sentence, _)| *sentence != claim.sentence);
        let met: usize = elsewhere.map(|(_, known)| known.intersection(&own).count()).sum();
        1000 * met / own.len().max(3)
    };
    // Of several that are repeated most the first.
    let most = told.iter().rev().max_by_key(|(_, claim)| repeated(claim));
    most.map(|(_, claim)| claim).into_iter().collect()
}

/// "It's possible", said of what somebody else says or what is not known.
fn weighed(reading: &Reading<'_>, claims: &[(At, Claim)]) -> Vec<(At, Claim)> {
    let mut found = Vec::new();
    for (place, tree) in reading.trees() {
        for word in 0..tree.len() {
            let Some((value, cues)) = weighs(tree, word) else {
                continue;
            };
            let before = |at: &At| {
                at.passage == place.passage
                    && (at.sentence == place.sentence && at.token < word || at.sentence + 1 == place.sentence)
            };
            let open = |claim: &Claim| {
                claim.basis != Basis::Presupposed
                    && claim.voice().factuality.value().is_none_or(|v| v > 0)
                    && !matches!(
                        claim.author().factuality,
                        Factuality::CertainPositive | Factuality::CertainNegative
                    )
            };
            let antecedent = claims
                .iter()
                .filter(|(at, _)| before(at))
                .max_by_key(|(at, _)| (at.sentence, at.token))
                .filter(|(_, claim)| open(claim));
            let commitment = Commitment {
                holder: Holder::Author,
                factuality: factuality(value),
                cues,
            };
            found.extend(
                antecedent.and_then(|(_, claim)| echo(tree, place.word(word), claim, vec![commitment])),
            );
        }
    }
    found
}

/// How surely an adjective said of "it" or "that" alone takes what was said before, with the words that show it.
fn weighs(tree: Tree<'_>, word: usize) -> Option<(Value, Vec<Words>)> {
    tree.token(word).filter(|t| t.upos == Upos::Adj)?;
    tree.dependent(word, &[Deprel::Cop])?;
    let subject = tree.dependent(word, &[Deprel::Nsubj])?;
    let points = matches!(tree.form(subject).to_lowercase().as_str(), "it" | "this" | "that");
    let clausal = [
        Deprel::Csubj,
        Deprel::Ccomp,
        Deprel::Xcomp,
        Deprel::Advcl,
        Deprel::Obl,
        Deprel::Nmod,
    ];
    let own = tree
        .dependents(word, &clausal)
        .any(|c| role::case(tree, c).as_deref() != Some("after"));
    if !points || own {
        return None;
    }
    let signature = signatures::plain(Kind::Adjective, tree.lemma(word), Frame::That)?;
    let local = local(tree, word);
    let value = match signature.outside.of(local.value) {
        Value::Fact(v) if v.abs() < 3 => Value::Fact(v),
        Value::Unproven => Value::Unproven,
        _ => return None,
    };
    let cues = std::iter::once(word)
        .chain(local.negators)
        .map(|w| tree.words(tree.span(&[w])))
        .collect();
    Some((value, cues))
}

/// The claim again, made by the clause of a predicate.
fn echo(tree: Tree<'_>, predicate: At, claim: &Claim, commitments: Vec<Commitment>) -> Option<(At, Claim)> {
    let quote = quote::clause(tree, clause::clause(tree, predicate.token)?)?;
    let mut evidence: Vec<Evidence> = claim
        .evidence
        .iter()
        .filter(|e| matches!(e.kind, EvidenceKind::Predicate | EvidenceKind::Argument))
        .cloned()
        .collect();
    evidence.push(piece(tree, EvidenceKind::Cue, tree.span(&[predicate.token])));
    let mut echo = Claim {
        quote: tree.words(quote),
        sentence: Span::new(tree.field, tree.sentence.span.clone()),
        evidence,
        basis: if commitments.len() > 1 {
            Basis::Reported
        } else {
            Basis::Asserted
        },
        commitments,
        ..claim.clone()
    };
    let negative = echo.voice().factuality.value().is_some_and(|v| v < 0);
    if echo.proposition.predicate.class != PredicateClass::Nominal {
        echo.statement = statement::statement(&echo.proposition, None, negative);
    }
    Some((predicate, echo))
}

#[cfg(test)]
mod tests {
    use crate::{Document, claims};

    /// What the document's claims say, in order.
    fn statements(text: &str) -> Vec<String> {
        let claims = claims(&Document::new("A", text));
        claims.into_iter().map(|claim| claim.statement).collect()
    }

    #[test]
    fn who_denies_a_claim_says_that_it_is_not_so() {
        let found =
            statements("According to one critic, the bridge is closed. The council denied the claim.");
        let wanted = [
            "The bridge is closed.",
            "The council denied the claim.",
            "The bridge is not closed.",
        ];
        assert_eq!(found, wanted);
    }
}
