//! Denials in the comparison of two texts: what the texts come to without them, and what the denials make of that.
//!
//! What says the other without the denials excludes it with one of them. What excludes the other without them says it with
//! a denial of the other. Two denials turn the direction round.

use crate::ablation::Part;
use crate::align::{Opposition, WordRelation};
use crate::cover::apart;
use crate::cover::contrast;
use crate::cover::gist::{Bond, Class, Conditional, Extent, Gist, Standing, Word};
use crate::cover::identity;
use crate::cover::meet::{HALF, Met};
use crate::cover::seen::{Seen, see};
use crate::cover::verdict::{self, MET, Verdict};
use crate::judgement::{Kind, Natural, Relation, Step};
use crate::lexicon::wordnet::Pos;

/// Which of two texts deny what both speak of.
#[derive(Debug, Clone, Copy)]
struct Polarities {
    a: bool,
    b: bool,
    /// The words that it is read at.
    at: (usize, usize),
    /// Whether the first text says what is done or how it is, and not only of whom and where.
    answered: bool,
}

/// From here on, in thousandths, texts that speak of something known speak of one matter: a denial in one of them is
/// set against the other.
const SAME_MATTER: u32 = 700;

/// Reads which texts deny what both speak of, where either does: what the second is built on, or else what it says beside
/// that.
fn polarities(a: &Gist, b: &Gist, seen: &Seen) -> Option<Polarities> {
    let root = b.root()?;
    let beside = (0..b.words.len()).filter(|&j| j != root && b.words.get(j).is_some_and(is_built_on));
    let denies = |p: &Polarities| p.a || p.b;
    polarity(a, b, seen, root, true).filter(denies).or_else(|| {
        // What answers another word too, where both stand alike, shows nothing.
        let elsewhere = |p: &Polarities| {
            let one = |m: &Option<Met>| m.is_some_and(|m| m.at == p.at.0 && m.score >= HALF);
            let alike = |k: usize| b.words.get(k).is_some_and(|w| w.denied.clause == p.a);
            seen.met
                .iter()
                .enumerate()
                .any(|(k, m)| k != p.at.1 && one(m) && alike(k))
        };
        beside
            .filter_map(|j| polarity(a, b, seen, j, false))
            .find(|p| p.a != p.b && !elsewhere(p))
    })
}

/// Whether a clause is built on a word.
fn is_built_on(word: &Word) -> bool {
    word.head.is_none() && word.bond != Bond::Subject || word.bond == Bond::Other && word.pos != Pos::Noun
}

/// Reads which texts deny a word of the second.
fn polarity(a: &Gist, b: &Gist, seen: &Seen, at: usize, whole: bool) -> Option<Polarities> {
    let answer = |j: usize| {
        let met = seen.met.get(j).copied().flatten();
        let answers = met.filter(|m| m.score >= HALF || matches!(m.relation, WordRelation::Opposite(_)))?;
        Some((answers.at, a.words.get(answers.at)?.denied))
    };
    let word = b.words.get(at)?;
    if let Some((i, denied)) = answer(at) {
        // What stands in a clause of a verb that says nothing by itself stands for that clause.
        let argument = word.bond != Bond::Other;
        return Some(Polarities {
            a: if argument { denied.clause } else { denied.itself },
            b: word.denied.clause,
            at: (i, at),
            answered: true,
        });
    }
    // Where nothing answers it, what the others stand in tells.
    let is_verb = |j: usize| b.words.get(j).is_some_and(|w| w.pos == Pos::Verb);
    let (mut denied, mut held, mut first) = (0, 0, None);
    for (j, other) in b.words.iter().enumerate() {
        if !whole && b.above(j).all(|above| above != at) {
            continue;
        }
        let Some((i, there)) = answer(j) else { continue };
        let side = if there.clause { &mut denied } else { &mut held };
        *side += other.weight;
        if first.is_none_or(|(_, k): (usize, usize)| !is_verb(k) && is_verb(j)) {
            first = Some((i, j));
        }
    }
    let at = first?;
    Some(Polarities {
        a: denied > held,
        b: word.denied.clause,
        at,
        answered: is_verb(at.1),
    })
}

/// What two texts come to of which one or both deny what they speak of; nothing where neither does.
pub(crate) fn verdict(a: &Gist, b: &Gist, seen: &Seen) -> Option<Verdict> {
    let there = polarities(a, b, seen).and_then(|found| judged(a, b, (seen, false), &found));
    if there.as_ref().is_some_and(|v| v.relation != Relation::Neutral) {
        return there;
    }
    // Which text comes first makes no difference to a conflict.
    let denies = |gist: &Gist| gist.words.iter().any(|w| w.denied.itself || w.denied.clause);
    if denies(a) || denies(b) {
        let seen = see(b, a);
        let back = polarities(b, a, &seen).and_then(|found| judged(b, a, (&seen, true), &found));
        if let Some(found) = back.filter(|v| v.relation == Relation::Conflict) {
            return Some(mirrored(found));
        }
    }
    there
}

fn mirrored(verdict: Verdict) -> Verdict {
    let turn = |s: Step| Step { a: s.b, b: s.a, ..s };
    Verdict {
        steps: verdict.steps.into_iter().map(turn).collect(),
        at: verdict.at.map(|(i, j)| (j, i)),
        ..verdict
    }
}

/// What denials make of two texts; nothing where the texts exclude each other in words that neither denies.
fn judged(a: &Gist, b: &Gist, (seen, mirrored): (&Seen, bool), found: &Polarities) -> Option<Verdict> {
    let (x, y) = (a.affirmed(), b.affirmed());
    let forth = see(&x, &y);
    let bare = verdict::verdict(&x, &y, &forth);
    let held = |gist: &Gist, i: usize| {
        gist.words
            .get(i)
            .is_some_and(|w| !w.denied.itself && !w.denied.clause)
    };
    let untouched = bare.at.is_some_and(|(i, j)| held(a, i) && held(b, j));
    if bare.relation == Relation::Conflict && untouched {
        return None;
    }
    let (relation, kind) = together(a, b, (seen, &forth), &bare, found, mirrored);
    let lean = verdict::verdict(a, b, seen).lean;
    let words = |gist: &Gist, i: usize| vec![gist.words.get(i).map(|w| w.words.clone()).unwrap_or_default()];
    let natural = match relation {
        Relation::Agree => Natural::Forward,
        Relation::Conflict => Natural::Equivalence,
        Relation::Neutral => Natural::Independence,
    };
    let mut steps: Vec<Step> = bare
        .steps
        .into_iter()
        .take(1)
        .map(|s| Step {
            relation: natural,
            reliability: if relation == Relation::Conflict {
                MET
            } else {
                s.reliability
            },
            ..s
        })
        .collect();
    if relation == Relation::Conflict {
        steps.push(Step {
            kind: Some(kind),
            a: words(a, found.at.0),
            b: words(b, found.at.1),
            ..Step::new(
                "cover.denied",
                Natural::Negation,
                780,
                "one denies what the other holds",
            )
        });
    }
    Some(Verdict {
        relation,
        kind,
        lean,
        both_deny: found.a && found.b && repeats(a, b, &forth),
        all_said: bare.all_said,
        of_one: false,
        steps,
        at: Some(found.at),
    })
}

/// What the denials make of what two texts come to without them.
fn together(
    a: &Gist,
    b: &Gist,
    (seen, forth): (&Seen, &Seen),
    bare: &Verdict,
    found: &Polarities,
    mirrored: bool,
) -> (Relation, Kind) {
    let predicate = |j: usize| b.words.get(j).is_some_and(|w| w.pos != Pos::Noun);
    let opposite = forth
        .opposed()
        .find(|p| (p.a, p.b) == found.at && predicate(p.b) && !contrast::seen_from_there(a, b, forth, p))
        .map(|p| p.relation);
    let contradictory = opposite == Some(WordRelation::Opposite(Opposition::Contradictory));
    let agree = (Relation::Agree, Kind::Refines);
    let conflict = (Relation::Conflict, Kind::Negation);
    let neither = (Relation::Neutral, Kind::CanBothHold);
    if bare.relation == Relation::Conflict || opposite.is_some() && beside(b, forth, found.at.1) {
        // What is open is not shut; what is not open need not be shut, unless there is nothing between.
        return match (found.a, found.b) {
            (false, true) => agree,
            (true, false) if contradictory => agree,
            (true, true) if contradictory => conflict,
            _ => neither,
        };
    }
    if found.a != found.b && others(a, b, found) {
        return neither;
    }
    // Who denies one thing of somebody does not deny another.
    if found.a && found.b && (!found.answered || other_kind(a, b, forth)) {
        return neither;
    }
    if found.a && (narrower(a, forth) || only_there(a, forth, found.at.0)) {
        let widened = found.b && !kinds(a, forth) && forth.cover >= 600 && widens(a, b, found);
        return if widened { agree } else { neither };
    }
    if found.a && found.b && forth.cover >= 600 && widens(a, b, found) {
        return agree;
    }
    let said = bare.relation == Relation::Agree;
    let known = known(a, b, seen);
    if found.a && found.b {
        return if said || known && forth.cover >= SAME_MATTER {
            agree
        } else {
            neither
        };
    }
    // What may, can or is wanted to be need not be; what can be is denied by what cannot be.
    let words = a.words.get(found.at.0).zip(b.words.get(found.at.1));
    let told = words.is_some_and(|(x, y)| {
        let (held, denied) = if found.a { (y, x) } else { (x, y) };
        match held.standing {
            _ if under_condition(held) && !under_condition(denied) && !granted(a, b, forth, !found.a) => {
                false
            }
            Standing::Holds | Standing::Denied => true,
            Standing::Open => held.denied.modal && denied.denied.modal,
            Standing::Supposed => false,
        }
    });
    // Read from the second text, only what it says to the full counts.
    let named = identity::named(a, b, &forth.met);
    let cover = forth.cover.max(forth.cover_without(b, &named));
    let one_matter =
        known && !elsewhere((a, b), forth, found, &named) && (said || !mirrored && cover >= SAME_MATTER);
    if told && (one_matter || !mirrored && meets(b, seen)) {
        conflict
    } else {
        neither
    }
}

/// Whether a word says what is so only under a condition.
fn under_condition(word: &Word) -> bool {
    Part::CoverCondition.is_kept() && word.conditional == Conditional::Consequence
}

/// Whether the other text speaks of the condition that one of them, the first or the second, sets.
fn granted(a: &Gist, b: &Gist, forth: &Seen, first: bool) -> bool {
    let sets = |gist: &Gist, at: usize| {
        let word = gist.words.get(at);
        word.is_some_and(|w| w.conditional == Conditional::Condition)
    };
    let said = |m: &Met| !m.relation.excludes();
    let mut met = forth
        .met
        .iter()
        .enumerate()
        .filter_map(|(j, m)| m.filter(said).map(|m| (m.at, j)));
    met.any(|(i, j)| if first { sets(a, i) } else { sets(b, j) })
}

/// Whether some of a kind do what others do not: "some left", "some did not leave", "not all left".
fn others(a: &Gist, b: &Gist, found: &Polarities) -> bool {
    let told = |gist: &Gist, test: &dyn Fn(&Word) -> bool| {
        let root = gist.root();
        let before = |at: usize| root.is_none_or(|r| at < r);
        let subject = |w: &Word| w.head == root || w.head.is_none() && w.bond == Bond::Subject;
        let mut words = gist.words.iter().enumerate();
        words.any(|(at, w)| before(at) && subject(w) && test(w))
    };
    // In one situation "some" may be the same ones; "some of them" are a part.
    let some = |gist: &Gist| {
        told(gist, &|w| {
            w.extent == Extent::Some && w.marker.as_deref() == Some("of")
        })
    };
    let not_all = |gist: &Gist, denies: bool| denies && told(gist, &|w| w.extent == Extent::All);
    some(a) && (some(b) || not_all(b, found.b)) || some(b) && not_all(a, found.a)
}

/// Whether the texts speak of different things: another subject, a name or something known that the first does not speak
/// of, a narrower thing that is denied, or something whose being so depends on what else is said of it.
fn elsewhere((a, b): (&Gist, &Gist), forth: &Seen, found: &Polarities, named: &[usize]) -> bool {
    let subject = |j: usize| b.words.get(j).is_some_and(|w| w.bond == Bond::Subject);
    let argument = |w: &Word| matches!(w.bond, Bond::Subject | Bond::Object | Bond::Oblique);
    let other = |w: &Word| {
        w.class == Class::Name
            || w.one && argument(w)
            || found.b && w.bond == Bond::Modifier && w.pos == Pos::Adjective && w.denied.itself
    };
    let lacks = |&j: &usize| !named.contains(&j) && b.words.get(j).is_some_and(other);
    let noun = |i: usize| {
        a.words
            .get(i)
            .is_some_and(|w| w.bond == Bond::Subject && w.pos == Pos::Noun)
    };
    let mut replaced = forth.replaced.iter().filter(|p| !named.contains(&p.b));
    let met = |i: usize| forth.met.iter().flatten().any(|m| m.at == i);
    let unsaid = |j: usize| forth.unsaid.contains(&j) && !named.contains(&j);
    replaced.any(|p| subject(p.b))
        || of_another(a, found.at.0, &|i| !met(i)) && of_another(b, found.at.1, &unsaid)
        || apart::narrowed_otherwise(a, b, forth, None)
        || forth.unsaid.iter().any(lacks)
        || !found.a && noun(found.at.0) && !subject(found.at.1)
}

/// Whether a word is said of several that the other text does not speak of: "members must", "visitors need not".
fn of_another(gist: &Gist, at: usize, missing: &dyn Fn(usize) -> bool) -> bool {
    let mut words = gist.words.iter().enumerate();
    let common = |w: &Word| w.class == Class::Plain && w.pos == Pos::Noun && !w.one;
    words.any(|(i, w)| w.bond == Bond::Subject && w.head.is_none_or(|h| h == at) && common(w) && missing(i))
}

/// Whether the first text says most of what the second says beside one word.
fn beside(b: &Gist, forth: &Seen, at: usize) -> bool {
    let others = || {
        b.words
            .iter()
            .zip(&forth.met)
            .enumerate()
            .filter(|(j, _)| *j != at)
            .map(|(_, pair)| pair)
    };
    if others().any(|(w, m)| w.bond == Bond::Subject && m.is_none_or(|m| m.score < HALF)) {
        return false;
    }
    let whole: u32 = others().map(|(w, _)| w.weight).sum();
    let said: u32 = others().map(|(w, m)| w.weight * m.map_or(0, |m| m.score)).sum();
    said >= 600 * whole
}

/// Whether what the second text denies says more than what the first denies: who has no dog has no poodle.
fn widens(a: &Gist, b: &Gist, found: &Polarities) -> bool {
    let (denied, wider) = (a.clause(found.at.0), b.clause(found.at.1));
    verdict::verdict(&wider, &denied, &see(&wider, &denied)).relation == Relation::Agree
}

/// Whether the first text denies only what is narrower than what the second speaks of: no eating of pizza, not six
/// principles.
fn narrower(a: &Gist, forth: &Seen) -> bool {
    let met = || forth.met.iter().flatten();
    let narrows = |w: &Word| {
        w.bond == Bond::Modifier
            && w.pos != Pos::Adverb
            && w.class != Class::Name
            && w.head
                .is_some_and(|h| met().any(|m| m.at == h) && a.words.get(h).is_some_and(|x| x.denied.itself))
    };
    let more = a
        .words
        .iter()
        .enumerate()
        .any(|(i, w)| narrows(w) && !met().any(|m| m.at == i));
    kinds(a, forth) || more
}

/// Whether the second text, which denies as the first does, says and denies nothing that the first does not.
fn repeats(a: &Gist, b: &Gist, forth: &Seen) -> bool {
    let alike = |(y, m): (&Word, &Option<Met>)| {
        let x = m.and_then(|m| a.words.get(m.at));
        y.bond != Bond::Other || x.is_some_and(|x| x.denied.itself == y.denied.itself)
    };
    forth.unsaid.is_empty() && !narrower(a, forth) && b.words.iter().zip(&forth.met).all(alike)
}

/// Whether what the first text denies is a kind of what the second speaks of.
fn kinds(a: &Gist, forth: &Seen) -> bool {
    use WordRelation::{Causes, Entails, Specific};
    forth.met.iter().flatten().any(|m| {
        matches!(m.relation, Specific | Entails | Causes)
            && a.words.get(m.at).is_some_and(|w| w.denied.itself)
    })
}

/// Whether both deny it of kinds of which the second is not known to be one of the first: no heron, no bird.
fn other_kind(a: &Gist, b: &Gist, forth: &Seen) -> bool {
    use WordRelation::{Derived, Entailed, General, Same, Synonym};
    let none = |w: Option<&Word>| w.is_some_and(|w| w.none);
    forth.replaced.iter().any(|p| {
        none(a.words.get(p.a))
            && none(b.words.get(p.b))
            && !matches!(p.relation, Same | Synonym | Derived | General | Entailed)
    })
}

/// Whether the first text denies it only for a place, a time or the like, and says nothing else that the second does not
/// say: "not on Monday".
fn only_there(a: &Gist, forth: &Seen, at: usize) -> bool {
    let met = |i: usize| forth.met.iter().flatten().any(|m| m.at == i);
    let oblique = |i: usize| {
        let bond = |i: usize| a.words.get(i).map(|w| w.bond);
        let mut up = std::iter::once(i).chain(a.above(i));
        up.any(|k| {
            bond(k) == Some(Bond::Oblique) && !met(k) && a.words.get(k).is_some_and(|w| w.head == Some(at))
        })
    };
    let unmet = || (0..a.words.len()).filter(|&i| !met(i));
    unmet().next().is_some() && unmet().all(oblique)
}

/// Whether both texts speak of somebody or something known, that neither brings in anew.
fn known(a: &Gist, b: &Gist, seen: &Seen) -> bool {
    let new = |w: &Word| w.bond == Bond::Subject && w.some;
    let met = |i: usize| seen.met.iter().flatten().any(|m| m.at == i);
    let there = a.words.iter().enumerate();
    !b.words.iter().any(new)
        && !there
            .into_iter()
            .any(|(i, w)| new(w) && (met(i) || w.denied.clause))
}

/// Whether the denial reaches what the other text holds, word for word.
fn meets(b: &Gist, seen: &Seen) -> bool {
    let lacks = seen.lacks(b, |w| {
        matches!(w.class, Class::Name | Class::Number) || w.pos == Pos::Adjective
    });
    seen.reaches
        && seen.said >= 800
        && lacks == 0
        && seen.replaced.is_empty()
        && seen.opposed().next().is_none()
}
