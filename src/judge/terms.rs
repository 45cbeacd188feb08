//! What answers each other: the same, narrower, wider, or only alike.

use crate::align::{Pair, Part, PartMatch, Roles, Ways, WordRelation};
use crate::judge::shared::by_width;
use crate::judge::time::happens_once;
use crate::judge::{evidence, roles};
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::opposites::prepositions_exclude;
use crate::measure::QuantityRelation;
use crate::proposition::{Proposition, Qualifier, Quantifier, Role, Term};

/// Whether both name the same, and the one says by its preposition that it is elsewhere, or not there: "got on the bus",
/// "got off the bus".
fn introduced_apart(pair: &Pair<'_>, part: &PartMatch) -> bool {
    let markers = marker(&pair.a().proposition, part.a).zip(marker(&pair.b().proposition, part.b));
    markers.is_some_and(|(m, n)| prepositions_exclude(m, n))
        && part.meets()
        && !matches!(pair.alignment().predicate.words, WordRelation::Opposite(_))
}

/// What introduces a part; of an object the particle of its verb.
fn marker(proposition: &Proposition, part: Part) -> Option<&str> {
    match part {
        Part::Argument(i) => {
            let argument = proposition.arguments.get(i)?;
            let lemma = &proposition.predicate.lemma;
            let particle = || lemma.split_once(' ').map(|(_, particle)| particle);
            let object = argument.role == Role::Object;
            argument
                .marker
                .as_deref()
                .or_else(|| particle().filter(|_| object))
        }
        Part::Qualifier(i) => match proposition.qualifiers.get(i)? {
            Qualifier::Place { marker, .. } => Some(marker),
            _ => None,
        },
        Part::Within(..) | Part::Modifier(_) => None,
    }
}

/// Whether what introduces a part sets it in time.
fn in_time(proposition: &Proposition, part: Part) -> bool {
    matches!(marker(proposition, part), Some("before" | "after"))
}

/// Whether the one is told with a part, and the other without it: "ended with a deal", "ended without a deal".
fn lacks(pair: &Pair<'_>, part: &PartMatch) -> bool {
    let markers = [
        marker(&pair.a().proposition, part.a),
        marker(&pair.b().proposition, part.b),
    ];
    markers.contains(&Some("without")) && pair.alignment().predicate.words.is_near()
}

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let by_name =
        |p: &&PartMatch| p.meets() && matches!(p.terms.ways, Ways::SameName | Ways::NearName | Ways::Members);
    let named = pair.alignment().parts.iter().filter(by_name).count();
    // Where the same two stand in each other's place, they were met there.
    let exchanged =
        matches!(pair.alignment().predicate.roles, Roles::Converse { .. }) && roles::exchanged(pair);
    let subject = |p: &PartMatch| {
        let (a, b) = (&pair.a().proposition, &pair.b().proposition);
        [p.a.role(a), p.b.role(b)].contains(&Some(Role::Subject))
    };
    let parts = pair.alignment().parts.iter();
    for part in parts.filter(|p| !(p.clashes() || exchanged && subject(p))) {
        let (a, b) = (
            evidence::of_part(pair.a(), part.a),
            evidence::of_part(pair.b(), part.b),
        );
        let text = |words: &[crate::span::Words]| words.first().map_or(String::new(), |w| w.text.clone());
        let note = |verb: &str| format!("{:?} {verb} {:?}", text(&a), text(&b));
        let sure = |most: u32| (most * u32::from(500 + part.terms.likeness / 2) / 1000) as u16;
        let all = |q: Option<Quantifier>| q == Some(Quantifier::All);
        let quantifiers = (
            part.a.term(&pair.a().proposition).map(|t| t.quantifier),
            part.b.term(&pair.b().proposition).map(|t| t.quantifier),
        );
        // What holds of all of a kind holds of each narrower kind, and not the other way round.
        let turned = all(quantifiers.0) && all(quantifiers.1);
        let relation = if turned {
            part.terms.relation.mirrored()
        } else {
            part.terms.relation
        };
        let made = match relation {
            Natural::Forward | Natural::Reverse if covers(pair, part) => {
                Step::new("term.same", Natural::Equivalence, sure(990), note("answers"))
            }
            Natural::Equivalence => {
                let counted = part.quantities.is_none_or(|q| q == QuantityRelation::Equal);
                let verb = if counted { "is" } else { "answers" };
                Step::new("term.same", relation, sure(990), note(verb))
            }
            Natural::Forward => Step::new("term.narrower", relation, sure(960), note("is narrower than")),
            Natural::Reverse => Step::new("term.narrower", relation, sure(960), note("is wider than")),
            _ if part.terms.ways == Ways::Alike && part.terms.likeness >= CLOSE => Step::new(
                "term.alike",
                Natural::Equivalence,
                sure(800),
                note("is used like"),
            ),
            // Who does it to whom is the same by name on both sides: what it is done with is told in other words.
            _ if part.terms.ways == Ways::Alike && part.terms.likeness >= ON_ONE_TOPIC && named >= 2 => {
                Step::new(
                    "term.topic",
                    Natural::Equivalence,
                    620,
                    note("is of one topic with"),
                )
                .in_tension()
            }
            _ => Step::new(
                "term.other",
                Natural::Independence,
                950,
                note("is not known to be"),
            )
            .failed(Kind::DifferentReferent),
        };
        let stop = made.gate;
        steps.push(made.on(a, b));
        if stop {
            return;
        }
    }
    if let Some(part) = pair.alignment().parts.iter().find(|p| introduced_apart(pair, p)) {
        let words = (
            evidence::of_part(pair.a(), part.a),
            evidence::of_part(pair.b(), part.b),
        );
        let note = "what introduces it in the one excludes what does in the other";
        let once = happens_once(pair.a()) && happens_once(pair.b()) && in_time(&pair.a().proposition, part.a);
        let made = if once {
            Step::new("term.preposition", Natural::Alternation, 900, note).with_kind(Kind::Time)
        } else if lacks(pair, part) {
            let note = "what goes along with the one is lacking in the other";
            Step::new("term.without", Natural::Negation, 900, note).with_kind(Kind::Negation)
        } else {
            Step::new("term.preposition", Natural::Independence, 900, note).failed(Kind::DifferentPlace)
        };
        // What breaks up without a deal ends without one, and that excludes that it ends with one.
        let wider = steps.first().is_some_and(|s| s.relation == Natural::Reverse);
        let place = if wider && made.relation == Natural::Negation {
            0
        } else {
            steps.len()
        };
        steps.insert(place, made.on(words.0, words.1));
    }
}

/// Whether what excludes the wider term excludes the narrower one: all libraries stay open, so that three of them do not close;
/// nine people died, so that no fourteen passengers did.
fn covers(pair: &Pair<'_>, part: &PartMatch) -> bool {
    let Some((narrow, wide)) = by_width(pair, part) else {
        return false;
    };
    let opposite = pair.alignment().predicate.words.excludes();
    let low = |t: &Term| t.quantity.as_ref().and_then(|q| q.low);
    let high = |t: &Term| t.quantity.as_ref().and_then(|q| q.high);
    opposite && wide.quantifier == Quantifier::All
        || part.quantities == Some(QuantityRelation::Disjoint)
            && [narrow, wide].iter().all(|t| t.quantifier == Quantifier::Number)
            && low(narrow)
                .zip(high(wide))
                .is_some_and(|(most, whole)| most > whole)
}

/// From here on, in thousandths, two nouns that are merely used alike are taken to mean the same.
const CLOSE: u16 = 650;
/// From here on, in thousandths, two phrases are of one topic.
const ON_ONE_TOPIC: u16 = 250;

#[cfg(test)]
mod tests {
    use crate::judge::fixture::compared;
    use crate::judgement::{Direction, Kind};

    #[test]
    fn what_ends_without_a_deal_does_not_end_with_one() {
        let kinds = |a: &str, b: &str| crate::judge::fixture::conflicts(&compared(a, b));
        let agreed = "The talks in Tollard ended with an agreement.";
        for none in ["ended without an agreement", "broke up without a deal"] {
            let ended = format!("The talks in Tollard {none}.");
            assert_eq!(kinds(agreed, &ended), [Kind::Negation], "{ended}");
        }
        assert_eq!(kinds(agreed, "The talks in Tollard ended without a clash."), []);
        assert_eq!(kinds(agreed, "The talks in Oslo ended without an agreement."), []);
    }

    #[test]
    fn verdicts_on_two_charges_exclude_nothing() {
        let kinds = |charge: &str, other: &str| {
            let (convicted, cleared) = (
                format!("Ford was convicted of {charge}."),
                format!("Ford was cleared of {other}."),
            );
            crate::judge::fixture::conflicts(&compared(&convicted, &cleared))
        };
        assert_eq!(kinds("murder", "murder"), [Kind::Opposites]);
        assert_eq!(kinds("manslaughter", "murder"), []);
        assert_eq!(kinds("stealing two cars", "murdering his wife"), []);
    }

    #[test]
    fn what_holds_of_all_holds_of_each_narrower_kind() {
        let found = |a: &str, b: &str| {
            let report = compared(a, b);
            report.links().first().and_then(|l| l.judgement.direction)
        };
        assert_eq!(
            found(
                "All schools in Tollard closed.",
                "All primary schools in Tollard closed."
            ),
            Some(Direction::ARefinesB)
        );
        assert_eq!(
            found(
                "Some schools in Tollard closed.",
                "Some primary schools in Tollard closed."
            ),
            Some(Direction::BRefinesA)
        );
    }
}
