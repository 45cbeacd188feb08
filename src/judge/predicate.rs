//! How the predicates relate: the same, a kind of each other, opposites, two sides of one event, or nothing.

use crate::align::{Opposition, Pair, Part, PartMatch, WordRelation};
use crate::claim::Claim;
use crate::judge::degree::scale;
use crate::judge::evidence;
use crate::judge::quantity::measured;
use crate::judgement::{Kind, Natural, Step};
use crate::measure::{Granularity, PeriodRelation};
use crate::proposition::{
    ModifierKind, Predicate, PredicateClass, Proposition, Quantifier, Role, Tense, Term,
};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let found = pair.alignment().predicate;
    let (a, b) = (&pair.a().proposition.predicate, &pair.b().proposition.predicate);
    let both = |verb: &str| ["\"", &a.lemma, "\" ", verb, " \"", &b.lemma, "\""].concat();
    // Even a relation of lesser senses is right more often than not where the arguments meet.
    let sure = |most: u32| (most * (600 + u32::from(found.likeness) * 2 / 5) / 1000) as u16;
    let made = match found.words {
        _ if found.words != WordRelation::Same && measured(pair) => Step::new(
            "predicate.measure",
            Natural::Equivalence,
            930,
            both("measures the same as"),
        ),
        WordRelation::Same => Step::new("predicate.same", Natural::Equivalence, 990, both("is")),
        WordRelation::Synonym => Step::new(
            "predicate.synonym",
            Natural::Equivalence,
            sure(950),
            both("means the same as"),
        ),
        WordRelation::Derived => Step::new(
            "predicate.derived",
            Natural::Equivalence,
            940,
            both("is another form of"),
        ),
        WordRelation::Specific => {
            Step::new("predicate.kind", Natural::Forward, sure(930), both("is a way of"))
        }
        WordRelation::General => Step::new(
            "predicate.kind",
            Natural::Reverse,
            sure(930),
            both("is more general than"),
        ),
        WordRelation::Entails => Step::new("predicate.entails", Natural::Forward, sure(930), both("entails")),
        WordRelation::Entailed => Step::new(
            "predicate.entails",
            Natural::Reverse,
            sure(930),
            both("follows from"),
        ),
        WordRelation::Opposite(Opposition::Converse) => Step::new(
            "predicate.converse",
            Natural::Equivalence,
            920,
            both("is the other side of"),
        )
        .with_kind(Kind::Converse),
        WordRelation::Opposite(opposition) => {
            opposite(pair, opposition, sure(930), both("is the opposite of"))
        }
        // Words that say how much there is are compared by the rule on degree.
        _ if scale(pair).is_some() => return,
        WordRelation::Alike if found.likeness >= CLOSE => Step::new(
            "predicate.alike",
            Natural::Equivalence,
            sure(800),
            both("is used like"),
        ),
        // What is held takes place, and what takes place is held.
        WordRelation::Causes | WordRelation::Caused
            if [a, b]
                .iter()
                .any(|p| matches!(p.lemma.as_str(), "happen" | "occur")) =>
        {
            Step::new(
                "predicate.happens",
                Natural::Equivalence,
                900,
                both("takes place as"),
            )
        }
        WordRelation::Causes => Step::new(
            "predicate.causes",
            Natural::Forward,
            sure(930),
            both("brings about"),
        ),
        WordRelation::Caused => Step::new(
            "predicate.causes",
            Natural::Reverse,
            sure(930),
            both("is brought about by"),
        ),
        WordRelation::Alike | WordRelation::Sibling | WordRelation::Unrelated => Step::new(
            "predicate.other",
            Natural::Independence,
            990,
            both("says something else than"),
        )
        .failed(Kind::Unrelated),
    };
    steps.push(made.on(evidence::of_predicate(pair.a()), evidence::of_predicate(pair.b())));
}

/// They exclude each other, unless it was one after the other.
fn opposite(pair: &Pair<'_>, opposition: Opposition, reliability: u16, note: String) -> Step {
    let relation = if opposition == Opposition::Contradictory {
        Natural::Negation
    } else {
        Natural::Alternation
    };
    let made = Step::new("predicate.opposite", relation, reliability, note).with_kind(Kind::Opposites);
    // Things are opened and closed, raised and lowered in turn; only at one time does the one exclude the other.
    let (a, b) = (&pair.a().proposition.predicate, &pair.b().proposition.predicate);
    let event = |p: &Predicate| p.class == PredicateClass::Event;
    // "Has been freed" and "is held" tell how it is now.
    let now = |p: &Predicate| matches!(p.tense, Tense::Perfect | Tense::Present);
    let both_now = now(a) && now(b) && (a.tense == Tense::Perfect || b.tense == Tense::Perfect);
    let still = persists(a) || persists(b);
    let in_turn = opposition == Opposition::Reversive && event(a) && event(b) && !both_now && !still;
    // "Fell ill", "stepped up": what follows the verb says what came about.
    let completed = |p: &Proposition| {
        let adverbs = p
            .predicate
            .modifiers
            .iter()
            .filter(|m| m.kind == ModifierKind::Adverb);
        let mut words = adverbs.map(|m| m.term.head.as_str());
        // "Safe to drink", "withstood the storm intact": it was so all the same.
        let beside = |t: &Term| UNHARMED.contains(&t.head.as_str());
        let tells = p.predicate.class == PredicateClass::Event;
        p.argument(Role::Complement).is_some_and(|t| tells && !beside(t))
            || matches!(
                p.predicate.lemma.as_str(),
                "fall" | "go" | "run" | "turn" | "come"
            ) && words.any(|w| matches!(w, "ill" | "sick" | "asleep" | "silent" | "short"))
    };
    if completed(&pair.a().proposition) != completed(&pair.b().proposition) {
        made.failed(Kind::Unrelated)
    } else if long_ago(pair.a(), pair.b()) || long_ago(pair.b(), pair.a()) {
        made.failed(Kind::DifferentTime)
    } else if (all_unknown(pair) || done_to_new(pair)) && !once(pair)
        || done_to_another(pair)
        || meets_aside(pair)
    {
        made.failed(Kind::DifferentReferent)
    } else if !in_turn {
        made
    } else if pair.alignment().times == Some(PeriodRelation::Same) {
        made.in_tension()
    } else {
        made.failed(Kind::DifferentTime)
    }
}

/// "Collapsed in 1990", "stands on the hill": what came about in another month or year need not be so now, unless it still is.
fn long_ago(told: &Claim, other: &Claim) -> bool {
    let now = &other.proposition.predicate;
    let dated = |p: &Proposition| p.times().next().is_some();
    let far = |p: &Proposition| dated(p) && p.times().all(|t| t.granularity >= Granularity::Month);
    let past = told.proposition.predicate.tense == Tense::Past;
    past && far(&told.proposition)
        && now.tense == Tense::Present
        && !persists(now)
        && !dated(&other.proposition)
}

/// "Is still held", "remains held": what was undone before is not so now.
fn persists(predicate: &Predicate) -> bool {
    let mut adverbs = predicate
        .modifiers
        .iter()
        .filter(|m| m.kind == ModifierKind::Adverb);
    let lasts = matches!(
        predicate.lemma.as_str(),
        "continue" | "persist" | "go on" | "carry on" | "remain"
    );
    predicate.tense == Tense::Present
        && (lasts || adverbs.any(|m| matches!(m.term.head.as_str(), "still" | "remain" | "stay")))
}

/// Whether the predicates say nothing of each other, so that [`rule`] ends in a gate.
pub(super) fn fails(pair: &Pair<'_>) -> bool {
    let found = pair.alignment().predicate;
    let other = match found.words {
        WordRelation::Alike => found.likeness < CLOSE,
        WordRelation::Sibling | WordRelation::Unrelated => true,
        _ => false,
    };
    other && !measured(pair) && scale(pair).is_none()
}

/// Whether it is not known that they are of one: all that meets is spoken of as unknown on both sides, as a man who opens a
/// door and a man who closes one are two, or who it is said of is on one of them.
pub(super) fn all_unknown(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    // Three passengers are among all passengers.
    let all = |p: &PartMatch| {
        let mut terms = [p.a.term(a), p.b.term(b)].into_iter().flatten();
        terms.any(|term| term.quantifier == Quantifier::All)
    };
    let unknown = |term: Option<&Term>| term.is_some_and(unknown);
    let parts = &pair.alignment().parts;
    let meets = || parts.iter().filter(|p| p.meets());
    let subject = |p: &&PartMatch| [p.a.role(a), p.b.role(b)].contains(&Some(Role::Subject));
    // Whatever jury acquitted him, it was he.
    let named = |p: &PartMatch| {
        let mut terms = [p.a.term(a), p.b.term(b)].into_iter().flatten();
        p.a.role(a) == Some(Role::Object) && terms.all(|term| term.entity.is_some())
    };
    // "A missile hit it", "the missile missed it": what one article brings in the other knows.
    let known = |p: &PartMatch| {
        let heads = [p.a.term(a), p.b.term(b)].map(|t| t.map(|t| t.head.as_str()));
        let definite = |term: Option<&Term>| term.is_some_and(|t| t.quantifier == Quantifier::Definite);
        pair.alignment().documents && heads[0] == heads[1] && (definite(p.a.term(a)) || definite(p.b.term(b)))
    };
    !parts.is_empty() && meets().all(|p| unknown(p.a.term(a)) && unknown(p.b.term(b)))
        || !meets().any(named)
            && meets()
                .filter(subject)
                .any(|p| !all(p) && !known(p) && (unknown(p.a.term(a)) || unknown(p.b.term(b))))
}

/// "Lind was left there", "cut to a report from Lind": whether nobody and nothing has a part in both but who has it in one of them
/// only beside what is done.
fn meets_aside(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let core = |part: Part, proposition: &Proposition| {
        let role = part.role(proposition);
        matches!(part, Part::Argument(_)) && role.is_some_and(|role| role != Role::Oblique)
    };
    let meets = || pair.alignment().parts.iter().filter(|p| p.meets());
    meets().any(|p| core(p.a, a) != core(p.b, b)) && !meets().any(|p| core(p.a, a) == core(p.b, b))
}

/// Whether one of two deeds is done to something that the other says nothing of: "he stopped", "his death triggered a riot".
fn done_to_another(pair: &Pair<'_>) -> bool {
    let alone = |claim: &Claim, only: &[Part]| {
        let proposition = &claim.proposition;
        let done = proposition.predicate.class == PredicateClass::Event;
        done && only
            .iter()
            .any(|part| part.role(proposition) == Some(Role::Object))
    };
    let alignment = pair.alignment();
    // Two short texts of one situation leave out what both know.
    alignment.documents && (alone(pair.a(), &alignment.only_a) || alone(pair.b(), &alignment.only_b))
}

/// "Missed a penalty", "scored a penalty": whether what it is done to is brought in by both.
fn done_to_new(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let object = |p: &&PartMatch| p.a.role(a) == Some(Role::Object) && p.b.role(b) == Some(Role::Object);
    let new = |term: Option<&Term>| term.is_some_and(|term| unknown(term) && !term.plural);
    let mut objects = pair.alignment().parts.iter().filter(object);
    objects.any(|p| new(p.a.term(a)) && new(p.b.term(b)))
}

/// Whether both say it in the same words of one time, and of somebody or something that is known: "the ship passed a test in
/// March", "the vessel failed a test in March".
fn once(pair: &Pair<'_>) -> bool {
    let known = |claim: &Claim| {
        let subject = claim.proposition.argument(Role::Subject);
        subject.is_some_and(|term| !unknown(term))
    };
    let alignment = pair.alignment();
    let told_alike = alignment.wording.is_some() && alignment.times == Some(PeriodRelation::Same);
    told_alike && known(pair.a()) && known(pair.b())
}

/// Whether somebody or something is spoken of as not known yet.
fn unknown(term: &Term) -> bool {
    // "The two countries" are known.
    let known = || term.text.to_lowercase().starts_with("the ");
    term.entity.is_none()
        && match term.quantifier {
            Quantifier::Indefinite | Quantifier::Some => true,
            Quantifier::Number => !known(),
            _ => false,
        }
}

/// What somebody or something comes out of a deed as, whatever was done.
const UNHARMED: [&str; 9] = [
    "alive",
    "intact",
    "safe",
    "unchanged",
    "untouched",
    "undamaged",
    "unharmed",
    "unhurt",
    "unscathed",
];

/// From here on, in thousandths, two predicates that are merely used alike are taken to say the same.
const CLOSE: u16 = 800;

#[cfg(test)]
mod tests {
    use crate::judge::fixture::{compared, conflicts};

    #[test]
    fn what_both_bring_in_is_not_one() {
        let conflicts = |a: &str, b: &str| conflicts(&compared(a, b)).len();
        let missed = "Mara Lind missed a penalty in May.";
        assert_eq!(conflicts(missed, "Mara Lind scored a penalty in May."), 0);
        assert_eq!(
            conflicts("Mara Lind missed the penalty.", "Mara Lind scored the penalty."),
            1
        );
    }

    #[test]
    fn what_one_deed_is_done_to_the_other_must_speak_of() {
        let conflicts = |a: &str, b: &str| conflicts(&compared(a, b)).len();
        let stopped = "Mara Lind stopped in May.";
        assert_eq!(conflicts(stopped, "Mara Lind started a choir in May."), 0);
        let praised = "Mara Lind praised the choir in May.";
        assert_eq!(conflicts(praised, "Mara Lind criticised the choir in May."), 1);
        assert_eq!(conflicts("Mara Lind died.", "Mara Lind increased the rent."), 0);
    }
}
