//! Which claims are worth comparing: those that share a key of what is said and a key of what it is said of.
//!
//! Keys are hashes of concepts, so that the work grows with the claims that share one and not with all pairs. A pair of claims
//! is a candidate because of its own words alone: other documents change nothing.

use std::collections::{BTreeSet, HashMap};

use itertools::Itertools;

use crate::align::denied::{denies, is_nobody};
use crate::align::numbers::Numbers;
use crate::align::telling::{last_word, stem, stems};
use crate::align::{pos, words};
use crate::claim::{Basis, Claim, Fnv};
use crate::lexicon::keys::keys as concepts;
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{degree, predicates};
use crate::proposition::{Modifier, ModifierKind, Predicate, Proposition, Qualifier, Term};

/// Claims found by their keys.
#[derive(Debug)]
pub(crate) struct Index {
    entries: Vec<Entry>,
    /// For each predicate those that share a key with it, itself among them.
    related: Vec<Vec<u32>>,
    /// For each key of an argument the claims that have it, in order.
    posted: Vec<Vec<Posted>>,
    /// For each predicate the claims that have it, in order, by whether they deny.
    having: [Vec<Vec<Posted>>; 2],
}

/// What is known of a claim.
#[derive(Debug)]
struct Entry {
    predicate: u32,
    document: u32,
    denies: bool,
    keys: Vec<u32>,
    /// The words that tell something, what is said left out, in order; none if it is said of nobody.
    words: Option<Vec<u32>>,
}

/// A claim at a key, with what tells at a glance whether it answers.
#[derive(Debug, Clone, Copy)]
struct Posted {
    claim: u32,
    predicate: u32,
    document: u32,
}

impl Index {
    /// Finds the keys of all claims.
    pub(crate) fn new(claims: &[Claim]) -> Index {
        let mut predicates: Numbers<(&str, Pos)> = Numbers::new();
        let mut documents: Numbers<&str> = Numbers::new();
        let mut numbers: Numbers<u64> = Numbers::new();
        let mut known = HashMap::new();
        let mut said = Vec::new();
        let mut posted: Vec<Vec<Posted>> = Vec::new();
        let mut having = [Vec::new(), Vec::new()];
        let mut entries = Vec::with_capacity(claims.len());
        let mut words = Numbers::new();
        for (i, claim) in claims.iter().enumerate() {
            let spoken = &claim.proposition.predicate;
            let predicate = predicates.of((&spoken.lemma, pos(spoken)));
            if predicates.len() > said.len() {
                said.push(predicate_keys(spoken));
            }
            let document = documents.of(&claim.document);
            let keys: Vec<u32> = argument_keys(&claim.proposition, &mut known)
                .into_iter()
                .map(|key| numbers.of(key))
                .collect();
            posted.resize_with(numbers.len(), Vec::new);
            for &key in &keys {
                if let Some(claims) = posted.get_mut(key as usize) {
                    claims.push(Posted {
                        claim: i as u32,
                        predicate,
                        document,
                    });
                }
            }
            let denies = denies(claim);
            if let Some(having) = having.get_mut(usize::from(denies)) {
                having.resize_with(said.len(), Vec::new);
                if let Some(claims) = having.get_mut(predicate as usize) {
                    claims.push(Posted {
                        claim: i as u32,
                        predicate,
                        document,
                    });
                }
            }
            entries.push(Entry {
                predicate,
                document,
                denies,
                keys,
                words: words_beside(claim, &mut words),
            });
        }
        Index {
            entries,
            related: related(&said),
            posted,
            having,
        }
    }

    /// The pairs of claims, by index and in order, that stand in different documents and share keys, each with whether they
    /// share only that of what is said, which one of them denies.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, usize, bool)> {
        // For each predicate the last claim whose predicate it is related to.
        let mut answers = vec![usize::MAX; self.related.len()];
        let mut found: Vec<(u32, bool)> = Vec::new();
        self.entries.iter().enumerate().flat_map(move |(i, entry)| {
            for &predicate in self.related.get(entry.predicate as usize).into_iter().flatten() {
                if let Some(last) = answers.get_mut(predicate as usize) {
                    *last = i;
                }
            }
            found.clear();
            for key in &entry.keys {
                let claims = self.posted.get(*key as usize).map_or(&[][..], Vec::as_slice);
                let later = claims.partition_point(|p| p.claim as usize <= i);
                let met = claims.iter().skip(later).filter(|p| {
                    p.document != entry.document && answers.get(p.predicate as usize) == Some(&i)
                });
                found.extend(met.map(|p| (p.claim, false)));
            }
            // Who denies something need not name what it was said of.
            for &predicate in self.related.get(entry.predicate as usize).into_iter().flatten() {
                let others = self.having.get(usize::from(!entry.denies));
                let claims = others.and_then(|o| o.get(predicate as usize));
                let claims = claims.map_or(&[][..], Vec::as_slice);
                let later = claims.partition_point(|p| p.claim as usize <= i);
                let met = claims.iter().skip(later).filter(|p| {
                    let other = self.entries.get(p.claim as usize);
                    p.document != entry.document && other.is_some_and(|other| entry.shares_a_word(other))
                });
                found.extend(met.map(|p| (p.claim, true)));
            }
            found.sort_unstable();
            found.dedup_by_key(|(j, _)| *j);
            found
                .iter()
                .map(|&(j, denied)| (i, j as usize, denied))
                .collect_vec()
        })
    }
}

impl Entry {
    /// Whether both say a word beside what is said, or one of them says it of nobody.
    fn shares_a_word(&self, other: &Entry) -> bool {
        let (Some(own), Some(others)) = (&self.words, &other.words) else {
            return true;
        };
        own.iter().any(|word| others.binary_search(word).is_ok())
    }
}

/// The words of a claim that tell something beside its predicate, as numbers in order; none if it is said of nobody.
fn words_beside(claim: &Claim, numbers: &mut Numbers<String>) -> Option<Vec<u32>> {
    let mut arguments = claim.proposition.arguments.iter();
    if arguments.any(|a| is_nobody(&a.term)) {
        return None;
    }
    let said = stem(&claim.proposition.predicate.lemma);
    let entities = claim.proposition.names();
    let named = entities.iter().map(|name| stem(last_word(name)));
    let mut words: Vec<u32> = stems(&claim.quote.text)
        .chain(named)
        .filter(|word| *word != said)
        .map(|word| numbers.of(word))
        .collect();
    words.sort_unstable();
    words.dedup();
    Some(words)
}

/// For each predicate, by its keys, those that share one with it.
fn related(said: &[Vec<u64>]) -> Vec<Vec<u32>> {
    let mut of_key: HashMap<u64, Vec<u32>> = HashMap::new();
    for (predicate, keys) in said.iter().enumerate() {
        for &key in keys {
            of_key.entry(key).or_default().push(predicate as u32);
        }
    }
    let meet = |keys: &Vec<u64>| {
        let mut met: Vec<u32> = keys
            .iter()
            .filter_map(|key| of_key.get(key))
            .flatten()
            .copied()
            .collect();
        met.sort_unstable();
        met.dedup();
        met
    };
    said.iter().map(meet).collect()
}

/// The pairs of claims, by index and in order, that stand in different documents and share a key of what is said and, unless one
/// denies it, one of what it is said of: those worth aligning and judging. The rest is as good as never linked.
pub fn candidates(claims: &[Claim]) -> Vec<(usize, usize)> {
    let index = Index::new(claims);
    let pairs = index.pairs().map(|(i, j, _)| (i, j));
    pairs.collect()
}

/// Whether two claims share keys of what is said and of what it is said of.
pub(crate) fn share_keys(a: &Claim, b: &Claim) -> bool {
    let meet = |x: Vec<u64>, y: Vec<u64>| x.iter().any(|key| y.contains(key));
    let (x, y) = (&a.proposition, &b.proposition);
    let known = &mut HashMap::new();
    meet(predicate_keys(&x.predicate), predicate_keys(&y.predicate))
        && meet(argument_keys(x, known), argument_keys(y, known))
}

/// Whether one of two claims denies what is said in the words of the other.
pub(crate) fn denies_another(a: &Claim, b: &Claim) -> bool {
    let (x, y) = (&a.proposition.predicate, &b.proposition.predicate);
    let others = predicate_keys(y);
    denies(a) != denies(b) && predicate_keys(x).iter().any(|key| others.contains(key))
}

/// Which claims, by index, take for granted what an earlier claim of their document has told: they link nothing new.
pub(crate) fn repeats(claims: &[Claim]) -> BTreeSet<usize> {
    let told = |claim: &Claim| {
        let terms = claim.proposition.arguments.iter().map(|a| {
            let named = |t: &Term| t.called().to_owned();
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

fn predicate_keys(predicate: &Predicate) -> Vec<u64> {
    let (lemma, pos) = (&predicate.lemma, pos(predicate));
    let mut keys: Vec<u64> = concepts(lemma, pos).map(u64::from).collect();
    keys.push(hash(lemma));
    if degree::level(lemma, pos).is_some() || degree::direction(lemma, pos).is_some() {
        keys.push(SCALE);
    }
    keys
}

/// The key of all predicates that say how much there is of something.
const SCALE: u64 = 0x5ca1_e5ca_1e5c_a1e5;

/// The key of those of whom there is none.
const NOBODY: u64 = 0x0b0d_0b0d_0b0d_0b0d;

/// The key of those who are counted, whoever they are.
const COUNTED: u64 = 0xc0de_c0de_c0de_c0de;

/// The keys of nouns that were met before.
type Known<'c> = HashMap<&'c str, Vec<u64>>;

/// The keys of everything that a proposition speaks of, each once; what speaks of nothing has a key of its own.
fn argument_keys<'c>(proposition: &'c Proposition, known: &mut Known<'c>) -> Vec<u64> {
    let mut keys = Vec::new();
    for argument in &proposition.arguments {
        term_keys(&argument.term, known, &mut keys, 2);
    }
    for qualifier in &proposition.qualifiers {
        if let Qualifier::Place { term, .. } = qualifier {
            term_keys(term, known, &mut keys, 1);
        }
    }
    // Whoever died or was arrested, so many did, where nothing else is told of it.
    let counted = matches!(proposition.arguments.as_slice(), [a] if a.term.quantity.is_some());
    if counted && predicates::is_tallied(&proposition.predicate.lemma) {
        keys.push(COUNTED);
    }
    if keys.is_empty() {
        keys.push(0);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Names, heads and the names that narrow them, to a depth.
fn term_keys<'c>(term: &'c Term, known: &mut Known<'c>, keys: &mut Vec<u64>, depth: usize) {
    for part in term.parts() {
        match &part.entity {
            // A name is also known by its last word: "Vladimir Putin" meets "Putin".
            Some(entity) => keys.push(hash(last_word(&entity.name))),
            None if is_nobody(part) => keys.push(NOBODY),
            None if words::is_pronoun(&part.head) => {}
            None => keys.extend_from_slice(known.entry(&part.head).or_insert_with(|| {
                let concepts = concepts(&part.head, Pos::Noun).map(u64::from);
                std::iter::once(hash(&part.head)).chain(concepts).collect()
            })),
        }
        if depth > 0 {
            let narrowing = part.modifiers.iter().filter(|m: &&Modifier| {
                (m.term.entity.is_some() || !m.term.members.is_empty())
                    && !matches!(m.kind, ModifierKind::Apposition | ModifierKind::Clause)
            });
            for modifier in narrowing {
                term_keys(&modifier.term, known, keys, depth - 1);
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
