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
use super::role;
use crate::claim::{Basis, Claim, Evidence, EvidenceKind};
use crate::commitment::{Commitment, Factuality, Holder};
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::span::{Span, Words};
use crate::text::{Deprel, Upos};

/// Adds the echoes of a document's claims, in place of the claims that the echoing clauses would make by themselves.
pub(super) fn add(
    reading: &Reading<'_>,
    commitments: &Commitments<'_>,
    claims: Vec<(At, Claim)>,
) -> Vec<(At, Claim)> {
    let mut echoes: Vec<(At, Claim)> = refuted(reading, commitments, &claims);
    echoes.extend(weighed(reading, &claims));
    let places: BTreeSet<At> = echoes.iter().map(|(at, _)| *at).collect();
    let mut all: Vec<(At, Claim)> = claims
        .into_iter()
        .filter(|(at, _)| !places.contains(at))
        .chain(echoes)
        .collect();
    all.sort_by_key(|(at, claim)| (at.passage, at.sentence, claim.quote.span.start));
    all
}

/// Verdicts on claims of another sentence.
fn refuted(reading: &Reading<'_>, commitments: &Commitments<'_>, claims: &[(At, Claim)]) -> Vec<(At, Claim)> {
    let mut found = Vec::new();
    for (word, predicate) in commitments.verdicts() {
        let Some(tree) = reading.tree(predicate) else {
            continue;
        };
        let cue = tree.words(tree.span(&[word.token]));
        for (at, claim) in claims {
            let elsewhere = (at.passage, at.sentence) != (predicate.passage, predicate.sentence);
            if elsewhere && claim.basis != Basis::Presupposed && claim.author().cues.contains(&cue) {
                found.extend(echo(tree, predicate, claim, claim.author().clone()));
            }
        }
    }
    found
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
            found.extend(antecedent.and_then(|(_, claim)| echo(tree, place.word(word), claim, commitment)));
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
fn echo(tree: Tree<'_>, predicate: At, claim: &Claim, commitment: Commitment) -> Option<(At, Claim)> {
    let quote = quote::clause(tree, clause::clause(tree, predicate.token)?)?;
    let mut evidence: Vec<Evidence> = claim
        .evidence
        .iter()
        .filter(|e| matches!(e.kind, EvidenceKind::Predicate | EvidenceKind::Argument))
        .cloned()
        .collect();
    evidence.push(piece(tree, EvidenceKind::Cue, tree.span(&[predicate.token])));
    let echo = Claim {
        quote: tree.words(quote),
        sentence: Span::new(tree.field, tree.sentence.span.clone()),
        evidence,
        basis: Basis::Asserted,
        commitments: vec![commitment],
        ..claim.clone()
    };
    Some((predicate, echo))
}
