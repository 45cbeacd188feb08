//! How many, how much: on matched terms and on the predicates themselves.

use crate::ablation;
use crate::align::{Pair, Part, PartMatch, WordRelation, numbers_beside, pos};
use crate::claim::Claim;
use crate::judge::quantifier::says_of_all;
use crate::judge::shared::by_width;
use crate::judge::{evidence, tally};
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::degree;
use crate::lexicon::wordnet::Pos;
use crate::measure::{Dimension, PeriodRelation, QuantityRelation};
use crate::proposition::{Modifier, ModifierKind, PredicateClass, Proposition, Qualifier};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let alignment = pair.alignment();
    let of_terms = alignment.parts.iter().filter_map(|p| {
        let relation = p.quantities?;
        let counted = p.terms.relation.is_near() && !says_of_all(pair, p) && !is_named(pair, p);
        let relation = if relation == QuantityRelation::Disjoint && is_part(pair, p) {
            QuantityRelation::Overlaps
        } else {
            relation
        };
        counted.then(|| {
            (
                relation,
                evidence::of_part(pair.a(), p.a),
                evidence::of_part(pair.b(), p.b),
            )
        })
    });
    let of_predicates = alignment
        .quantities
        .filter(|_| !turns_back(pair))
        .map(|(i, j, relation)| {
            (
                relation,
                evidence::of_qualifier(pair.a(), i),
                evidence::of_qualifier(pair.b(), j),
            )
        });
    // "Rose to 40" and "rose by 40" count different things.
    let of_predicates = of_predicates.map(|(relation, a, b)| match relation {
        _ if moved(pair.a()) && moved(pair.b()) && is_change(pair.a()) != is_change(pair.b()) => {
            (QuantityRelation::Incommensurable, a, b)
        }
        relation => (relation, a, b),
    });
    // So deep and so long, so far off the coast and so far below the surface.
    let measure = |(relation, a, b)| match relation {
        QuantityRelation::Disjoint if measured_otherwise(pair) => (QuantityRelation::Incommensurable, a, b),
        _ => (relation, a, b),
    };
    let of_modifiers = beside(pair).map(|(relation, x, y)| {
        let words = |claim, term| evidence::of_term(claim, term).into_iter().collect();
        (relation, words(pair.a(), &x.term), words(pair.b(), &y.term))
    });
    for (relation, a, b) in of_terms.chain(of_predicates).map(measure).chain(of_modifiers) {
        steps.push(judge(pair, relation).on(a, b));
    }
}

/// "Bary, one of six children", "Bary, 23": whether one of a name is spoken of, who is not counted.
fn is_named(pair: &Pair<'_>, part: &PartMatch) -> bool {
    let named = |part: Part, claim: &Claim| {
        part.term(&claim.proposition)
            .is_some_and(|t| t.entity.is_some() && !t.plural)
    };
    named(part.a, pair.a()) && named(part.b, pair.b())
}

/// "Twelve soldiers", "forty people": whether fewer are counted of what is the narrower kind.
fn is_part(pair: &Pair<'_>, part: &PartMatch) -> bool {
    let Some((narrow, wide)) = by_width(pair, part) else {
        return false;
    };
    let high = narrow.quantity.as_ref().and_then(|q| q.high);
    let low = wide.quantity.as_ref().and_then(|q| q.low);
    narrow.head != wide.head && high.zip(low).is_some_and(|(part, whole)| part < whole)
}

/// Whether two measures go another way: the adjectives that they stand with say something else, or the prepositions behind them.
fn measured_otherwise(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let adjectives = pos(&a.predicate) == Pos::Adjective && pos(&b.predicate) == Pos::Adjective;
    let lengths = |p: &Proposition| {
        let mut terms = p.arguments.iter().filter_map(|a| a.term.quantity.as_ref());
        terms.any(|q| q.unit.dimension == Dimension::Length)
    };
    let elsewhere = || from(a).zip(from(b)).is_some_and(|(x, y)| x != y);
    adjectives && !pair.alignment().predicate.words.is_near() || lengths(a) && lengths(b) && elsewhere()
}

/// The preposition of the first place that is told.
fn from(proposition: &Proposition) -> Option<&str> {
    proposition.qualifiers.iter().find_map(|q| match q {
        Qualifier::Place { marker, .. } => Some(marker.as_str()),
        _ => None,
    })
}

/// Numbers that narrow what both say that somebody or something is, with where they stand.
fn beside<'p>(pair: &Pair<'p>) -> impl Iterator<Item = (QuantityRelation, &'p Modifier, &'p Modifier)> {
    let (a, b) = (&pair.a().proposition.predicate, &pair.b().proposition.predicate);
    let nominal = a.class == PredicateClass::Nominal && b.class == a.class && a.lemma == b.lemma;
    let modifiers = a.modifiers.iter().filter(move |_| nominal);
    modifiers.flat_map(move |x| {
        let found = move |y: &'p Modifier| Some((numbers_beside(x, y)?, x, y));
        b.modifiers.iter().filter_map(found)
    })
}

fn judge(pair: &Pair<'_>, relation: QuantityRelation) -> Step {
    match relation {
        QuantityRelation::Equal => Step::new(
            "quantity.equal",
            Natural::Equivalence,
            990,
            "the numbers are equal",
        ),
        QuantityRelation::Rounding => Step::new(
            "quantity.rounding",
            Natural::Equivalence,
            920,
            "the numbers are the same within their precision",
        )
        .with_kind(Kind::Rounding),
        QuantityRelation::Within => Step::new(
            "quantity.within",
            Natural::Forward,
            950,
            "the first number is the more precise",
        )
        .beside_the_core(),
        QuantityRelation::Contains => Step::new(
            "quantity.within",
            Natural::Reverse,
            950,
            "the second number is the more precise",
        )
        .beside_the_core(),
        QuantityRelation::Disjoint if moving(pair) => Step::new(
            "quantity.superseded",
            Natural::Independence,
            850,
            "the count was moving, and nothing says that both were taken at one time",
        )
        .failed(Kind::Superseded),
        QuantityRelation::Disjoint => tally::both_right(pair)
            .filter(|_| ablation::Part::JudgeTally.is_kept())
            .unwrap_or_else(|| {
                let note = "the numbers exclude each other";
                Step::new("quantity.different", Natural::Alternation, 900, note).with_kind(Kind::Quantity)
            }),
        QuantityRelation::Overlaps => Step::new(
            "quantity.overlap",
            Natural::Independence,
            900,
            "the numbers can both be right",
        )
        .failed(Kind::CanBothHold),
        QuantityRelation::Incommensurable => Step::new(
            "quantity.measure",
            Natural::Independence,
            950,
            "the numbers measure different things",
        )
        .failed(Kind::DifferentMeasure),
    }
}

/// Whether one of the claims tells of a number on the move, and the times are not known to be the same.
pub(super) fn moving(pair: &Pair<'_>) -> bool {
    let moves = |claim: &Claim| moved(claim) && !is_change(claim);
    pair.alignment().times != Some(PeriodRelation::Same) && (moves(pair.a()) || moves(pair.b()))
}

/// Whether a claim tells of a rise or a fall, or of what befell so many as a count rose to.
fn moved(claim: &Claim) -> bool {
    let predicate = &claim.proposition.predicate;
    let adverbs = predicate
        .modifiers
        .iter()
        .filter(|m| m.kind == ModifierKind::Adverb);
    let mut qualifiers = claim.proposition.qualifiers.iter();
    let counts = qualifiers.any(|q| matches!(q, Qualifier::Quantity { .. }));
    counts && degree::direction(&predicate.lemma, pos(predicate)).is_some()
        || adverbs
            .map(|m| &m.term.head)
            .any(|verb| degree::direction(verb, Pos::Verb).is_some())
}

/// Whether one tells of a rise and the other of a fall: by how much says nothing more of whether both can be so.
fn turns_back(pair: &Pair<'_>) -> bool {
    let opposite = matches!(pair.alignment().predicate.words, WordRelation::Opposite(_));
    opposite && is_change(pair.a()) && is_change(pair.b())
}

/// Whether the quantity of a claim is a change ("rose by 5") and not where it led ("rose to 45").
fn is_change(claim: &Claim) -> bool {
    claim
        .proposition
        .qualifiers
        .iter()
        .any(|q| matches!(q, Qualifier::Quantity { marker, .. } if marker != "to" && marker != "at"))
}

/// Whether both claims put a number on the same by words that say no more than that it is so many: "stood at", "rose to",
/// "is", "reached"; or tell at what speed it went, whatever it did.
pub(super) fn measured(pair: &Pair<'_>) -> bool {
    let Some((x, y, _)) = pair.alignment().quantities else {
        return false;
    };
    let at_speed = |claim: &Claim, i: usize| match claim.proposition.qualifiers.get(i) {
        Some(Qualifier::Quantity { quantity, marker, .. }) => {
            quantity.unit.dimension == Dimension::Speed && matches!(marker.as_str(), "" | "at")
        }
        _ => false,
    };
    if at_speed(pair.a(), x) && at_speed(pair.b(), y) {
        return true;
    }
    let says_so_many = |claim: &Claim| {
        let predicate = &claim.proposition.predicate;
        let plain = matches!(
            predicate.lemma.as_str(),
            "be" | "stand" | "reach" | "hit" | "total" | "number" | "amount" | "come" | "remain" | "stay"
        );
        plain || moved(claim) && !is_change(claim)
    };
    says_so_many(pair.a()) && says_so_many(pair.b())
}

#[cfg(test)]
mod tests {
    use crate::judge::fixture::compared;
    use crate::judgement::{Kind, Relation};

    fn found(a: &str, b: &str) -> Option<(Relation, Kind)> {
        let report = compared(a, b);
        let judgement = &report.links().first()?.judgement;
        Some((judgement.relation, judgement.kind))
    }

    #[test]
    fn by_how_much_is_no_excuse() {
        let fell = "Sales of Torvex fell by 30 percent last year.";
        assert_eq!(
            found(fell, "Sales of Torvex rose by 12 percent last year."),
            Some((Relation::Conflict, Kind::Opposites))
        );
        assert_eq!(
            found(fell, "Sales of Torvex fell by 12 percent last year."),
            Some((Relation::Conflict, Kind::Quantity))
        );
    }

    #[test]
    fn where_it_led_is_not_by_how_much() {
        let to = "Sales of Torvex rose to 40 million euros in May.";
        assert_eq!(
            found(to, "Sales of Torvex rose by 40 million euros in May."),
            None
        );
        assert_eq!(
            found(to, "Sales of Torvex rose to 30 million euros in May."),
            Some((Relation::Conflict, Kind::Quantity))
        );
    }

    #[test]
    fn a_part_is_not_the_whole() {
        let all = "Turnout in Mali was 68 percent. Ann Lee won in Mali.";
        let north = "Turnout was 52 percent in the northern provinces, Ann Lee said of Mali.";
        let conflict = found(north, all).is_some_and(|(relation, _)| relation == Relation::Conflict);
        assert!(!conflict);
    }

    #[test]
    fn none_is_denied_and_not_counted() {
        assert_eq!(
            found(
                "Three patients of Tollard Hospital died in May.",
                "No patient of Tollard Hospital died in May."
            ),
            Some((Relation::Conflict, Kind::Negation))
        );
        assert_eq!(
            found(
                "Tollard Hospital has zero lifts.",
                "Tollard Hospital has three lifts."
            ),
            Some((Relation::Conflict, Kind::Quantity))
        );
    }
}
