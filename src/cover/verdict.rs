//! From what was seen to what it comes to.

use crate::align::WordRelation;
use crate::cover::meet::opposed;
use crate::cover::reading::{Bond, Class, Gist, Standing, Word};
use crate::cover::seen::{Pairing, Seen, both, exact, see};
use crate::cover::slot;
use crate::judgement::{Kind, Natural, Relation, Step};
use crate::lexicon::wordnet::Pos;
use crate::span::Words;

/// What two texts come to, word by word.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    /// The relation of what the first text holds to what the second holds.
    pub(crate) relation: Relation,
    pub(crate) kind: Kind,
    /// Which way they lean, in thousandths: above 0 towards agreement, below towards conflict.
    pub(crate) lean: i32,
    /// What shows it. Relations are between what the texts hold.
    pub(crate) steps: Vec<Step>,
    /// The words of the two texts that decide, by their places: what the claims to be linked should speak of.
    pub(crate) at: Option<(usize, usize)>,
}

/// From here on, in thousandths, a text that says more than another says the other.
const COVERED: i32 = 700;
/// The same where it is about as long: a word that is not said was exchanged for another.
const COVERED_BY_ITS_LIKE: i32 = 860;
/// The same where every word is said, if in other words.
const COVERED_IN_OTHER_WORDS: i32 = 780;

pub(crate) fn verdict(a: &Gist, b: &Gist, seen: &Seen) -> Verdict {
    let excluded = excluded(a, b, seen).or_else(|| {
        let found = slot::exclusion(a, b, seen)?;
        Some((found.pairing, found.kind, found.note, found.reliability))
    });
    let (score, least) = match seen.both_deny {
        // What is denied is said the other way round: who has no dog has no poodle.
        Some((i, j)) => {
            let (denied, wider) = (a.clause(i), b.clause(j));
            let turned = see(&wider, &denied);
            (score(&wider, &denied, &turned), least(&wider, &denied, &turned))
        }
        None => (score(a, b, seen), least(a, b, seen)),
    };
    let (relation, kind) = match excluded {
        Some((_, kind, ..)) => (Relation::Conflict, kind),
        None if seen.root_opened == Some(Standing::Supposed) && score >= least => {
            (Relation::Neutral, Kind::ReportedOnly)
        }
        None if !b.words.is_empty() && score >= least => (Relation::Agree, Kind::Refines),
        None => (Relation::Neutral, Kind::Unrelated),
    };
    let lean = lean(a, b, seen);
    let root = b.root();
    let met = |j: usize| seen.met.get(j).copied().flatten().map(|m| m.at);
    let at = match &excluded {
        Some((pairing, ..)) => Some((pairing.a, pairing.b)),
        None => root.and_then(|r| Some((met(r)?, r))).or_else(|| {
            let first = (0..b.words.len()).find_map(|j| Some((met(j)?, j)))?;
            Some(first)
        }),
    };
    let mut steps = vec![said(a, b, seen, relation, score)];
    if let Some((pairing, kind, note, reliability)) = excluded {
        steps.push(Step {
            kind: Some(kind),
            a: vec![words(a, pairing.a)],
            b: vec![words(b, pairing.b)],
            ..Step::new("cover.excluded", Natural::Alternation, reliability, note)
        });
    }
    Verdict {
        relation,
        kind,
        lean,
        steps,
        at,
    }
}

/// Which way the texts lean: roughly the odds, as a logarithm in thousandths, that texts of an encyclopedia and claims
/// made after it agree and do not conflict.
fn lean(a: &Gist, b: &Gist, seen: &Seen) -> i32 {
    let part = |n: u32, of: i32| i32::try_from(n).unwrap_or(0) * of / 1000;
    let few = |n: usize| i32::try_from(n.min(2)).unwrap_or(2);
    let replaced = |class: Class| few(seen.replaced.iter().filter(|p| both(a, b, p, class)).count());
    let plain = |pos: Pos| few(seen.lacks(b, |w| w.class == Class::Plain && w.pos == pos));
    let odds = part(seen.cover, 200) + part(seen.said, 600) + part(seen.root, 1150)
        - 700
        - 1000 * few(seen.replaced.len())
        - 1000 * replaced(Class::Name)
        - 650 * replaced(Class::Number)
        - 650 * few(seen.lacks(b, |w| w.class == Class::Number))
        - 350 * plain(Pos::Noun)
        - 600 * plain(Pos::Adjective)
        - 600 * few(seen.opposed().count())
        - 950 * i32::from(seen.root_turned)
        - 950 * few(seen.turned.len());
    odds / 4
}

/// How far the first text must say the second.
fn least(a: &Gist, b: &Gist, seen: &Seen) -> i32 {
    if 5 * a.words.len() >= 8 * b.words.len() {
        COVERED
    } else if seen.unsaid.is_empty() {
        COVERED_IN_OTHER_WORDS
    } else {
        COVERED_BY_ITS_LIKE
    }
}

/// How far the first text says the second, less what speaks against it.
fn score(a: &Gist, b: &Gist, seen: &Seen) -> i32 {
    let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX).min(9);
    let replaced = |test: &dyn Fn(&Pairing) -> bool| count(seen.replaced.iter().filter(|p| test(p)).count());
    let lacks = |test: &dyn Fn(&Word) -> bool| count(seen.lacks(b, test));
    let against = 60 * replaced(&|_| true)
        + 40 * replaced(&|p| p.relation == WordRelation::Sibling)
        + 100 * replaced(&|p| both(a, b, p, Class::Name))
        + 60 * replaced(&|p| both(a, b, p, Class::Number))
        + 60 * lacks(&|w| w.class == Class::Plain && w.pos == Pos::Adjective)
        + 40 * lacks(&|w| w.class == Class::Number)
        + 80 * count(seen.opposed().count())
        + 50 * count(seen.turned.len()).min(1)
        + 150 * i32::from(seen.root_turned)
        + 200 * i32::from(seen.root_opened.is_some())
        + 300 * count(seen.parted).min(1)
        + 60 * count(seen.swapped).min(1)
        + 15 * count(seen.apart);
    i32::try_from(seen.cover).unwrap_or(0) - against
}

/// What excludes that both are so: a denial, an opposite, another number.
fn excluded(a: &Gist, b: &Gist, seen: &Seen) -> Option<(Pairing, Kind, &'static str, u16)> {
    let no_name_lacks = seen.lacks(b, |w| w.class == Class::Name) == 0;
    let plain = seen.replaced.is_empty() && seen.opposed().next().is_none() && no_name_lacks;
    let whole =
        seen.said >= 800 && seen.lacks(b, |w| w.class == Class::Number || w.pos == Pos::Adjective) == 0;
    if seen.root_turned && seen.root >= 600 && seen.reaches && plain && whole {
        let pairing = seen.turned.first().copied()?;
        return Some((pairing, Kind::Negation, "one denies what the other holds", 850));
    }
    if !seen.turned.is_empty() || !no_name_lacks {
        return None;
    }
    // Two men, a tall and a short one, may both be there; of one man only one can be so.
    let is_predicate = |p: &&Pairing| {
        b.words
            .get(p.b)
            .is_some_and(|w| w.pos != Pos::Noun && (w.bond != Bond::Modifier || w.of_one))
    };
    let opposite = seen
        .replaced
        .iter()
        .filter(|p| opposed(p.relation))
        .find(is_predicate);
    if let Some(pairing) = opposite.filter(|_| seen.cover >= 650) {
        return Some((
            *pairing,
            Kind::Opposites,
            "words of opposite meaning stand in one place",
            850,
        ));
    }
    let number = seen.replaced.iter().find(|p| exact(a, b, p));
    number
        .filter(|_| seen.said >= 650)
        .map(|p| (*p, Kind::Quantity, "different numbers stand in one place", 800))
}

/// The step that says how much of the second text the first says.
fn said(a: &Gist, b: &Gist, seen: &Seen, relation: Relation, score: i32) -> Step {
    let pairs = seen.met.iter().enumerate().filter_map(|(j, m)| {
        let m = m.filter(|m| m.score >= crate::cover::meet::SAID)?;
        Some((words(a, m.at), words(b, j)))
    });
    let (left, right): (Vec<Words>, Vec<Words>) = pairs.unzip();
    let natural = match relation {
        Relation::Agree => Natural::Forward,
        Relation::Conflict => Natural::Equivalence,
        Relation::Neutral => Natural::Independence,
    };
    let reliability = match relation {
        Relation::Conflict => 900,
        _ => reliability(score),
    };
    let note = format!(
        "the first says {} of the {} words of the second",
        right.len(),
        b.words.len()
    );
    Step {
        a: left,
        b: right,
        ..Step::new("cover.said", natural, reliability, note)
    }
}

/// How often a text that covers another so far says it.
fn reliability(score: i32) -> u16 {
    match score {
        1000.. => 800,
        950.. => 780,
        900.. => 740,
        850.. => 700,
        800.. => 670,
        750.. => 640,
        700.. => 610,
        _ => 600,
    }
}

fn words(gist: &Gist, at: usize) -> Words {
    gist.words.get(at).map(|w| w.words.clone()).unwrap_or_default()
}
