//! From what was seen to what it comes to.

use crate::ablation::Part;
use crate::align::compare_words;
use crate::cover::apart;
use crate::cover::contrast;
use crate::cover::features::{Values, crossed, features};
use crate::cover::gist::{Bond, Class, Gist, Standing, Word};
use crate::cover::meet::SAID;
use crate::cover::seen::{Pairing, Seen, numbers_exclude, see};
use crate::cover::slot::{self, Exclusion};
use crate::cover::weights::{lean, likelihood, reasons, sure};
use crate::judgement::{Kind, Natural, Relation, Step};
use crate::lexicon::vectors;
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{adjectives, opposites};
use crate::span::Words;

/// What two texts come to, word by word.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    /// The relation of what the first text holds to what the second holds.
    pub(crate) relation: Relation,
    pub(crate) kind: Kind,
    /// Which way they lean, in thousandths: above 0 towards agreement, below towards conflict.
    pub(crate) lean: i32,
    /// Whether both texts deny what they speak of, and the second in no words of its own.
    pub(crate) both_deny: bool,
    /// Whether every word of the second text is said in the first.
    pub(crate) all_said: bool,
    /// Whether what excludes it is said of what is known to be one thing.
    pub(crate) of_one: bool,
    /// What shows it. Relations are between what the texts hold.
    pub(crate) steps: Vec<Step>,
    /// The words of the two texts that decide, by their places: what the claims to be linked should speak of.
    pub(crate) at: Option<(usize, usize)>,
}

/// From here on, in thousandths, an agreement is likely enough to be said.
const LIKELY: u32 = 500;

/// Words that are less alike, in thousandths, are not used for each other.
const ALIKE: i32 = 300;

/// How sure it is, in thousandths, that two texts which exclude each other speak of one matter.
pub(crate) const MET: u16 = 950;

/// Judges two texts by what was seen of them.
pub(crate) fn verdict(a: &Gist, b: &Gist, seen: &Seen) -> Verdict {
    let excluded = excluded(a, b, seen).or_else(|| slot::exclusion(a, b, seen));
    let all = features(a, b, seen);
    // What is denied is said the other way round: who has no dog has no poodle.
    let turned = seen.both_deny.map(|(i, j)| {
        let (denied, wider) = (a.clause(i), b.clause(j));
        features(&wider, &denied, &see(&wider, &denied))
    });
    let values = turned.as_ref().unwrap_or(&all);
    let likely = likelihood(values);
    // What is so does not make it the only one that is so.
    let alone = |gist: &Gist| gist.words.iter().any(|w| w.only);
    let agrees = !b.words.is_empty()
        // Of some it does not follow that it is so of all.
        && seen.parted == 0
        && likely >= LIKELY
        && (alone(a) || !alone(b))
        && !contrary(a, b, seen)
        && !set_aside(a, b, seen)
        && !placed_otherwise(a, b, seen)
        && !coloured_otherwise(a, b, seen)
        && !done_otherwise(a, b, seen)
        && !slot::described_otherwise(a, b, seen);
    let (relation, kind) = match excluded {
        Some(found) => (Relation::Conflict, found.kind),
        None if agrees && (seen.root_pending || seen.root_opened == Some(Standing::Supposed)) => {
            (Relation::Neutral, Kind::ReportedOnly)
        }
        None if agrees => (Relation::Agree, Kind::Refines),
        None => (Relation::Neutral, Kind::Unrelated),
    };
    let root = b.root();
    let met = |j: usize| seen.met.get(j).copied().flatten().map(|m| m.at);
    let at = match &excluded {
        Some(found) => Some((found.pairing.a, found.pairing.b)),
        None => root
            .into_iter()
            .chain(0..b.words.len())
            .find_map(|j| Some((met(j)?, j))),
    };
    let mut steps = vec![said(a, b, seen, relation, (likely, values))];
    if let Some(found) = &excluded {
        steps.push(Step {
            kind: Some(found.kind),
            a: vec![words(a, found.pairing.a)],
            b: vec![words(b, found.pairing.b)],
            ..Step::new(
                "cover.excluded",
                Natural::Alternation,
                found.reliability,
                found.note,
            )
        });
    }
    Verdict {
        relation,
        kind,
        lean: lean(&all) / 4,
        both_deny: false,
        all_said: seen.unsaid.is_empty(),
        of_one: excluded.is_some_and(|found| found.of_one),
        steps,
        at,
    }
}

/// Whether the first text says the opposite of what the second is built on, in a word of whatever class: who keeps it open
/// does not close it.
fn contrary(a: &Gist, b: &Gist, seen: &Seen) -> bool {
    let Some((root, word)) = b.root().and_then(|r| Some((r, b.words.get(r)?))) else {
        return false;
    };
    let is_opposite = |(i, x): (usize, &Word)| {
        let (relation, _) = compare_words(&x.lemma, word.pos, &word.lemma, word.pos);
        let pairing = Pairing {
            a: i,
            b: root,
            relation,
        };
        relation.excludes() && !crossed(a, b, &pairing)
    };
    seen.said_at(root).is_none() && a.words.iter().enumerate().any(is_opposite)
}

/// Whether the first text says only that it was not what the second names: "by thieves, not by the guards".
fn set_aside(a: &Gist, b: &Gist, seen: &Seen) -> bool {
    let argument = |w: &Word| matches!(w.bond, Bond::Subject | Bond::Object | Bond::Oblique);
    let narrowed = |j: usize| b.words.iter().any(|w| w.head == Some(j) && w.denied.itself);
    let held =
        |j: usize, y: &Word| argument(y) && y.standing == Standing::Holds && !y.denied.itself && !narrowed(j);
    let not_there = |x: &Word| {
        let above = x.head.and_then(|h| a.words.get(h));
        argument(x) && x.denied.itself && !x.none && above.is_some_and(|h| !h.denied.itself)
    };
    let mut said = b.words.iter().enumerate().filter(|(j, y)| held(*j, y));
    said.any(|(j, _)| {
        seen.said_at(j)
            .and_then(|i| a.words.get(i))
            .is_some_and(not_there)
    })
}

/// Whether a word that both texts say is introduced otherwise: "during the match", "after the match". Who came without her
/// husband did not come with him, whatever the word hangs on.
fn placed_otherwise(a: &Gist, b: &Gist, seen: &Seen) -> bool {
    let otherwise = |(at, word): (usize, &Word)| {
        let Some(other) = seen.said_at(at).and_then(|i| a.words.get(i)) else {
            return false;
        };
        let before = other.marker.as_deref().unwrap_or_default();
        let after = word.marker.as_deref().unwrap_or_default();
        seen.in_one_place(other, word) && opposites::prepositions_differ(before, after)
            || before == "without" && after != "without" && !word.denied.itself
    };
    b.words.iter().enumerate().any(otherwise)
}

/// Whether the two say different things of the same: what each is built on stands in the place of the other, and the words are
/// not used alike.
fn done_otherwise(a: &Gist, b: &Gist, seen: &Seen) -> bool {
    let Some((own, other)) = a.root().zip(b.root()) else {
        return false;
    };
    let said = seen.met.iter().flatten().any(|m| m.at == own) || seen.said_at(other).is_some();
    let roots = a.words.get(own).zip(b.words.get(other));
    let verbs = roots.filter(|(x, y)| x.pos == Pos::Verb && y.pos == Pos::Verb);
    let alike = |(x, y): (&Word, &Word)| {
        let vectors = vectors::vector(&x.lemma).zip(vectors::vector(&y.lemma));
        vectors.is_none_or(|(x, y)| x.likeness(&y) >= ALIKE)
    };
    let peers = 5 * a.words.len() < 8 * b.words.len();
    peers && !said && verbs.is_some_and(|roots| !alike(roots))
}

/// Whether what both speak of has another colour in each: a white dog is no black one.
fn coloured_otherwise(a: &Gist, b: &Gist, seen: &Seen) -> bool {
    let colour = |w: &Word| w.bond == Bond::Modifier && adjectives::is_colour(&w.lemma);
    let mut colours = b.words.iter().enumerate().filter(|(_, w)| colour(w));
    colours.any(|(j, y)| {
        let head = y.head.and_then(|h| seen.said_at(h));
        head.is_some() && seen.said_at(j).is_none() && a.words.iter().any(|x| x.head == head && colour(x))
    })
}

/// What excludes that both are so: an opposite, another number.
fn excluded(a: &Gist, b: &Gist, seen: &Seen) -> Option<Exclusion> {
    let no_name_lacks = seen.lacks(b, |w| w.class == Class::Name) == 0;
    if !seen.turned.is_empty() || !no_name_lacks {
        return None;
    }
    // Two men, a tall and a short one, may both be there; of one man only one can be so.
    let is_predicate = |p: &&Pairing| {
        b.words
            .get(p.b)
            .is_some_and(|w| w.pos != Pos::Noun && (w.bond != Bond::Modifier || w.of_one))
    };
    let found = |pairing: &Pairing, kind: Kind, note: &'static str, reliability: u16| Exclusion {
        pairing: *pairing,
        kind,
        note,
        reliability,
        of_one: false,
    };
    let opposite = || {
        let mut opposed = seen.replaced.iter().filter(|p| p.relation.excludes());
        let pairing = opposed.find(is_predicate).filter(|_| seen.cover >= 650)?;
        let note = "words of opposite meaning stand in one place";
        Some(found(pairing, Kind::Opposites, note, 900))
    };
    let number = || {
        let mut replaced = seen.replaced.iter();
        let pairing = replaced
            .find(|p| numbers_exclude(a, b, p))
            .filter(|_| seen.said >= 600)?;
        Some(found(
            pairing,
            Kind::Quantity,
            "different numbers stand in one place",
            830,
        ))
    };
    let of_one = |found: &Exclusion| !apart::narrowed_otherwise(a, b, seen, Some(&found.pairing));
    let counted_alike = |found: &Exclusion| !apart::counted_otherwise(a, b, seen, &found.pairing);
    contrast::exclusion(a, b, seen)
        .or_else(|| opposite().filter(|_| Part::CoverOpposite.is_kept()))
        .filter(of_one)
        .or_else(|| number().filter(|found| counted_alike(found) && Part::CoverNumber.is_kept()))
}

/// The step that says how much of the second text the first says.
fn said(a: &Gist, b: &Gist, seen: &Seen, relation: Relation, (likely, values): (u32, &Values)) -> Step {
    let pairs = seen.met.iter().enumerate().filter_map(|(j, m)| {
        let m = m.filter(|m| m.score >= SAID)?;
        Some((words(a, m.at), words(b, j)))
    });
    let (left, right): (Vec<Words>, Vec<Words>) = pairs.unzip();
    let note = format!(
        "the first says {} of the {} words of the second",
        right.len(),
        b.words.len()
    );
    let (natural, reliability, note) = match relation {
        Relation::Agree => {
            let most = reasons(values).join(", ").replace('_', " ");
            (
                Natural::Forward,
                sure(likely),
                format!("{note}; what counts most: {most}"),
            )
        }
        Relation::Conflict => (Natural::Equivalence, MET, note),
        Relation::Neutral => (Natural::Independence, sure(1000 - likely), note),
    };
    Step {
        a: left,
        b: right,
        ..Step::new("cover.said", natural, reliability, note)
    }
}

fn words(gist: &Gist, at: usize) -> Words {
    gist.words.get(at).map(|w| w.words.clone()).unwrap_or_default()
}
