//! Words and their senses: synonyms, opposites, what is more general, what belongs to one family, what a noun names.

use super::table::{Entry, Link, Synset, TABLE};
use crate::ablation::Part;
use crate::text::Upos;

/// A part of speech that has senses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Pos {
    /// A noun.
    Noun,
    /// A verb.
    Verb,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
}

impl Pos {
    /// Every part of speech.
    pub(crate) const ALL: [Pos; 4] = [Pos::Noun, Pos::Verb, Pos::Adjective, Pos::Adverb];

    /// The part of speech of a universal tag; function words have none.
    pub(crate) fn of(upos: Upos) -> Option<Pos> {
        match upos {
            Upos::Noun | Upos::Propn => Some(Pos::Noun),
            Upos::Verb => Some(Pos::Verb),
            Upos::Adj => Some(Pos::Adjective),
            Upos::Adv => Some(Pos::Adverb),
            _ => None,
        }
    }

    /// The letter that the word lists write it with.
    pub(super) fn letter(self) -> u8 {
        match self {
            Pos::Noun => b'n',
            Pos::Verb => b'v',
            Pos::Adjective => b'a',
            Pos::Adverb => b'r',
        }
    }
}

/// Senses looked at when words are compared; the rest are rare.
const SENSES: usize = 8;
/// The full weight of a lemma's senses.
const WHOLE: u32 = 15;

/// How WordNet joins two words of one part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bond {
    Synonym,
    /// The first is the more general.
    Hypernym,
    /// The second is the more general.
    Hyponym,
    Entails,
    EntailedBy,
    Causes,
    CausedBy,
    Antonym,
    Sibling,
    Similar,
}

impl Bond {
    /// What of WordNet knows of such bonds.
    fn part(self) -> Option<Part> {
        match self {
            Bond::Synonym => Some(Part::Synonyms),
            Bond::Hypernym | Bond::Hyponym => Some(Part::Hypernyms),
            Bond::Entails | Bond::EntailedBy | Bond::Causes | Bond::CausedBy => Some(Part::Entailments),
            Bond::Antonym => Some(Part::Antonyms),
            Bond::Sibling | Bond::Similar => None,
        }
    }
}

/// Looks a word up, whatever its case.
pub(super) fn find(lemma: &str) -> Option<Entry> {
    if lemma.bytes().any(|b| b.is_ascii_uppercase()) {
        TABLE.find(&lemma.to_ascii_lowercase())
    } else {
        TABLE.find(lemma)
    }
}

/// Says whether a word is known with a part of speech.
pub(crate) fn is_known(lemma: &str, pos: Pos) -> bool {
    find(lemma).is_some_and(|e| e.senses(pos).next().is_some())
}

/// The single words of a part of speech that have so many senses at least.
#[cfg(feature = "train")]
pub(crate) fn words(pos: Pos, senses: usize) -> impl Iterator<Item = String> {
    (0..TABLE.lemmas)
        .filter(move |&id| TABLE.entry(id).is_some_and(|e| e.senses(pos).count() >= senses))
        .filter_map(|id| TABLE.word(id))
        .filter(|word| word.bytes().all(|b| b.is_ascii_lowercase()))
}

/// A word's senses and the synsets above them.
struct Above {
    /// Synset, steps up, weight of the sense.
    items: [(u32, u8, u8); Above::MOST],
    count: usize,
}

impl Above {
    const MOST: usize = 64;

    fn of(entry: Entry, pos: Pos) -> Above {
        let steps = if pos == Pos::Noun { 4 } else { 2 };
        let mut all = Above {
            items: [(0, 0, 0); Above::MOST],
            count: 0,
        };
        if matches!(pos, Pos::Noun | Pos::Verb) {
            for (sense, weight) in entry.senses(pos).take(SENSES) {
                all.push((sense, 0, weight));
            }
            let mut next = 0;
            while let Some(&(synset, step, weight)) = all.slice().get(next) {
                next += 1;
                if step < steps
                    && let Some(synset) = TABLE.synset(synset)
                {
                    synset.hypernyms().for_each(|up| all.push((up, step + 1, weight)));
                }
            }
        } else {
            entry
                .senses(pos)
                .take(SENSES)
                .for_each(|(sense, weight)| all.push((sense, 0, weight)));
        }
        all
    }

    fn push(&mut self, item: (u32, u8, u8)) {
        if let Some(place) = self.items.get_mut(self.count) {
            *place = item;
            self.count += 1;
        }
    }

    fn slice(&self) -> &[(u32, u8, u8)] {
        self.items.get(..self.count).unwrap_or_default()
    }
}

/// A hundred where both senses are all that their words mean, little where both are rare.
fn weigh(a: u32, b: u32) -> u32 {
    ((a.min(WHOLE) * b.min(WHOLE) * 10_000).isqrt() / WHOLE).min(100)
}

/// The strongest bond found so far.
#[derive(Default)]
struct Best(Option<(Bond, u32)>);

impl Best {
    fn offer(&mut self, bond: Bond, strength: u32) {
        if bond.part().is_none_or(Part::is_kept) && strength > self.strength() {
            self.0 = Some((bond, strength));
        }
    }

    fn strength(&self) -> u32 {
        self.0.map_or(0, |(_, s)| s)
    }
}

/// What joins two words of one part of speech, most telling first, with its strength (1 to 100).
pub(super) fn bond(a: Entry, b: Entry, pos: Pos) -> Option<(Bond, u8)> {
    let mut best = Best::default();
    let weight_of = |from: Entry, to: Entry| from.antonyms(pos).find(|(id, _)| *id == to.id).map(|(_, w)| w);
    let opposed = (weight_of(a, b), weight_of(b, a));
    if opposed != (None, None) {
        // Being somebody's opposite is telling even in a lesser sense.
        let weights = (
            u32::from(opposed.0.unwrap_or(2)),
            u32::from(opposed.1.unwrap_or(2)),
        );
        best.offer(Bond::Antonym, 50 + weigh(weights.0, weights.1) / 2);
    }
    ladder(a, b, pos, &mut best);
    links(a, b, pos, &mut best);
    best.0.map(|(bond, strength)| (bond, strength.min(100) as u8))
}

/// What two words share, at or above their senses.
fn ladder(a: Entry, b: Entry, pos: Pos, best: &mut Best) {
    let (ups_a, ups_b) = (Above::of(a, pos), Above::of(b, pos));
    let (mut shared_a, mut shared_b) = (0, 0);
    for &(s, depth_a, weight_a) in ups_a.slice() {
        for &(t, depth_b, weight_b) in ups_b.slice().iter().filter(|(t, _, _)| *t == s) {
            let (weight_a, weight_b) = (u32::from(weight_a), u32::from(weight_b));
            let (depth_a, depth_b) = (u32::from(depth_a), u32::from(depth_b));
            let strength = weigh(weight_a, weight_b);
            let below = || TABLE.synset(t).map_or(u8::MAX, |s| s.fanout);
            match (depth_a, depth_b) {
                (0, 0) => {
                    shared_a += weight_a;
                    shared_b += weight_b;
                }
                (0, d) => best.offer(Bond::Hypernym, 10 + strength * 8 / (10 + 3 * (d - 1))),
                (d, 0) => best.offer(Bond::Hyponym, 10 + strength * 8 / (10 + 3 * (d - 1))),
                // What many words fall under joins none of them.
                (1, 1) if below() <= 60 => best.offer(Bond::Sibling, 5 + strength / 2),
                (1, 2) | (2, 1 | 2) if below() <= 12 => best.offer(Bond::Sibling, 5 + strength / 3),
                _ => {}
            }
        }
    }
    if shared_a > 0 {
        best.offer(Bond::Synonym, 30 + weigh(shared_a, shared_b) * 7 / 10);
    }
}

/// What the senses of one word say of the other's: entailment, cause, likeness.
fn links(a: Entry, b: Entry, pos: Pos, best: &mut Best) {
    for (from, to, forth) in [(a, b, true), (b, a, false)] {
        for (sense, weight) in from.senses(pos).take(SENSES) {
            for (kind, target) in TABLE.synset(sense).into_iter().flat_map(Synset::links) {
                let (bond, most) = match (kind, forth) {
                    (Link::Entails, true) => (Bond::Entails, 80),
                    (Link::Entails, false) => (Bond::EntailedBy, 80),
                    (Link::Causes, true) => (Bond::Causes, 80),
                    (Link::Causes, false) => (Bond::CausedBy, 80),
                    (Link::Similar, _) => (Bond::Similar, 60),
                    (Link::Hypernym | Link::Opposed, _) => continue,
                };
                if let Some((_, other)) = to.senses(pos).take(SENSES).find(|(s, _)| *s == target) {
                    best.offer(bond, 20 + weigh(u32::from(weight), u32::from(other)) * most / 100);
                }
            }
        }
    }
}

/// The words of another part of speech in a word's family: announcement for announce, close for closing and closed.
pub(crate) fn family(lemma: &str, pos: Pos, to: Pos) -> Vec<String> {
    let Some(entry) = find(lemma) else {
        return verb_of(lemma).filter(|_| to == Pos::Verb).into_iter().collect();
    };
    let mut words: Vec<String> = entry.derived(pos, to).filter_map(|id| TABLE.word(id)).collect();
    if entry.senses(to).next().is_some() && !words.iter().any(|w| w == lemma) {
        words.push(lemma.to_owned());
    }
    if to == Pos::Verb {
        words.extend(verb_of(lemma).filter(|w| !words.contains(w)));
    }
    words
}

/// The verb that a form in -ing or -ed is of: "closed" of "close", "opened" of "open", "planned" of "plan", "denied" of
/// "deny".
pub(crate) fn verb_of(form: &str) -> Option<String> {
    let stem = form
        .strip_suffix("ing")
        .or_else(|| form.strip_suffix("ed"))
        .filter(|s| s.len() >= 2)?;
    let mut last = stem.bytes().rev();
    let doubled = last.next() == last.next();
    let single = stem.get(..stem.len() - 1).filter(|_| doubled).map(str::to_owned);
    let y = stem.strip_suffix('i').map(|s| format!("{s}y"));
    let whole = [Some(format!("{stem}e")), Some(stem.to_owned()), single, y];
    whole.into_iter().flatten().find(|w| is_known(w, Pos::Verb))
}

/// Says whether two words of different parts of speech are of one family.
pub(crate) fn in_family(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> bool {
    if let (Some(x), Some(y)) = (find(a), find(b))
        && x.derived(a_pos, b_pos).any(|id| id == y.id)
    {
        return true;
    }
    b_pos == Pos::Verb && verb_of(a).is_some_and(|v| v == b)
        || a_pos == Pos::Verb && verb_of(b).is_some_and(|v| v == a)
}

/// Says whether two words of one part of speech have a word of another one in common.
pub(super) fn meet(a: Entry, b: Entry, pos: Pos) -> bool {
    Pos::ALL.into_iter().filter(|p| *p != pos).any(|to| {
        let same =
            |x: Entry, y: Entry| y.senses(to).next().is_some() && x.derived(pos, to).any(|id| id == y.id);
        same(a, b) || same(b, a) || a.derived(pos, to).any(|x| b.derived(pos, to).any(|y| x == y))
    })
}
