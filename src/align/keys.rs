//! Which claims are worth comparing: those that share a key made of what is said and what it is said of.
//!
//! Keys are hashes of a predicate's concepts joined with an argument's, so that the work grows with the pairs that meet and
//! not with all pairs. A pair of claims is a candidate because of its own words alone: other documents change nothing.

use std::collections::BTreeSet;

use itertools::Itertools;

use crate::align::{pos, words};
use crate::claim::{Basis, Claim, Fnv};
use crate::lexicon::degree;
use crate::lexicon::keys::keys as concepts;
use crate::lexicon::wordnet::Pos;
use crate::proposition::{Modifier, ModifierKind, Proposition, Qualifier, Term};

/// The pairs of claims, by index and in order, that stand in different documents and share a key.
pub(crate) fn candidates(claims: &[Claim]) -> Vec<(usize, usize)> {
    let mut entries: Vec<(u64, usize)> = claims
        .iter()
        .enumerate()
        .flat_map(|(i, claim)| keys(&claim.proposition).into_iter().map(move |k| (k, i)))
        .collect();
    entries.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, run) in &entries.iter().chunk_by(|(key, _)| *key) {
        let members: Vec<usize> = run.map(|&(_, i)| i).dedup().collect();
        for (i, j) in members.iter().copied().tuple_combinations() {
            if let (Some(a), Some(b)) = (claims.get(i), claims.get(j))
                && a.document != b.document
            {
                pairs.push((i, j));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Which claims, by index, take for granted what an earlier claim of their document has told: they link nothing new.
pub(crate) fn repeats(claims: &[Claim]) -> BTreeSet<usize> {
    let told = |claim: &Claim| {
        let terms = claim.proposition.arguments.iter().map(|a| {
            let named = |t: &Term| t.name().unwrap_or(&t.head).to_owned();
            (a.role, a.term.parts().iter().map(named).sorted().join(" "))
        });
        (
            claim.document.clone(),
            claim.proposition.predicate.lemma.clone(),
            terms.sorted().collect_vec(),
        )
    };
    let mut seen = BTreeSet::new();
    let again = claims
        .iter()
        .enumerate()
        .filter(|(_, c)| !seen.insert(told(c)) && c.basis == Basis::Presupposed);
    again.map(|(i, _)| i).collect()
}

/// The keys of a proposition.
fn keys(proposition: &Proposition) -> Vec<u64> {
    let said = predicate_keys(proposition);
    let of = argument_keys(proposition);
    let of = if of.is_empty() { vec![0] } else { of };
    let mut keys: Vec<u64> = said
        .iter()
        .cartesian_product(&of)
        .map(|(p, a)| mix(*p, *a))
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn predicate_keys(proposition: &Proposition) -> Vec<u64> {
    let (lemma, pos) = (&proposition.predicate.lemma, pos(&proposition.predicate));
    let mut keys: Vec<u64> = concepts(lemma, pos).map(u64::from).collect();
    keys.push(hash(lemma));
    if degree::level(lemma, pos).is_some() || degree::direction(lemma, pos).is_some() {
        keys.push(SCALE);
    }
    keys
}

/// The key of all predicates that say how much there is of something.
const SCALE: u64 = 0x5ca1_e5ca_1e5c_a1e5;

fn argument_keys(proposition: &Proposition) -> Vec<u64> {
    let mut keys = Vec::new();
    for argument in &proposition.arguments {
        term_keys(&argument.term, &mut keys, 2);
    }
    for qualifier in &proposition.qualifiers {
        if let Qualifier::Place { term, .. } = qualifier {
            term_keys(term, &mut keys, 1);
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Names, heads and the names that narrow them, to a depth.
fn term_keys(term: &Term, keys: &mut Vec<u64>, depth: usize) {
    for part in term.parts() {
        match &part.entity {
            // A name is also known by its last word: "Vladimir Putin" meets "Putin".
            Some(entity) => keys.extend(entity.name.split(' ').next_back().map(hash)),
            None if words::is_pronoun(&part.head) => {}
            None => {
                keys.push(hash(&part.head));
                keys.extend(concepts(&part.head, Pos::Noun).map(u64::from));
            }
        }
        if depth > 0 {
            let narrowing = part.modifiers.iter().filter(|m: &&Modifier| {
                (m.term.entity.is_some() || !m.term.members.is_empty())
                    && !matches!(m.kind, ModifierKind::Apposition | ModifierKind::Clause)
            });
            for modifier in narrowing {
                term_keys(&modifier.term, keys, depth - 1);
            }
        }
    }
}

/// A hash that is the same everywhere.
fn hash(text: &str) -> u64 {
    let mut hash = Fnv::default();
    hash.write(text.to_lowercase().as_bytes());
    hash.value()
}

fn mix(a: u64, b: u64) -> u64 {
    (a ^ b.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
