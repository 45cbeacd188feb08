//! Text against text, word for word: how much of the second the first says, wherever in it, and what excludes it.
//!
//! Claims are compared one with one; a short text may say in several claims what the other says in one, or in a phrase
//! that no claim was read from. Here the words of both are met by what the lexicon knows of them, and judged by where they
//! stand in the trees and by what the claims hold of them.

mod apart;
mod contrast;
mod denial;
mod facts;
mod features;
#[cfg(feature = "train")]
pub mod fit;
mod gist;
mod identity;
mod meet;
mod names;
mod near;
mod only;
mod particle;
mod polarity;
mod reading;
mod seen;
mod slot;
mod standing;
mod times;
mod verdict;
mod weights;

use crate::ablation::Part;
use crate::claim::Claim;
use crate::judge::{fold, held};
use crate::judgement::{Link, Relation, Step, Voice};
use crate::span::Span;
pub(crate) use gist::Gist;
pub(crate) use particle::opposed;
use verdict::Verdict;

/// Compares two texts.
pub(crate) fn compare(a: &Gist, b: &Gist) -> Verdict {
    let seen = seen::see(a, b);
    let denied = polarity::verdict(a, b, &seen).filter(|_| Part::CoverDenial.is_kept());
    denied.unwrap_or_else(|| verdict::verdict(a, b, &seen))
}

/// What was seen of two texts as numbers, and whether the weights decide: not where denials do, nor where the texts exclude
/// each other.
#[cfg(feature = "train")]
pub(crate) fn observe(a: &Gist, b: &Gist) -> (Vec<i32>, bool) {
    let seen = seen::see(a, b);
    let decides = seen.parted == 0
        && polarity::verdict(a, b, &seen).is_none()
        && verdict::verdict(a, b, &seen).relation != Relation::Conflict;
    (features::features(a, b, &seen).to_vec(), decides)
}

/// What a verdict comes to between two texts with claims.
pub(crate) enum Outcome {
    /// The claims that speak of what decides lead to it.
    Linked(Box<Link>),
    /// One of the texts has no claim with a position, so that only the words show it.
    Bare(u16),
    /// The claims that speak of what decides lead elsewhere.
    Nothing,
}

impl Outcome {
    /// How sure it is, in thousandths.
    pub(crate) fn confidence(&self) -> Option<u16> {
        match self {
            Outcome::Linked(link) => Some(link.judgement.confidence),
            Outcome::Bare(sure) => Some(*sure),
            Outcome::Nothing => None,
        }
    }
}

/// Links the claims that speak of what decides.
pub(crate) fn outcome(verdict: &Verdict, a: (&Gist, &[Claim]), b: (&Gist, &[Claim])) -> Outcome {
    let Some(at) = verdict.at.filter(|_| verdict.relation != Relation::Neutral) else {
        return Outcome::Nothing;
    };
    let place = |gist: &Gist, at: usize| gist.words.get(at).map(|w| w.words.span);
    let (Some(i), Some(j)) = (place(a.0, at.0), place(b.0, at.1)) else {
        return Outcome::Nothing;
    };
    link(verdict.relation, verdict.steps.clone(), (a.1, i), (b.1, j))
}

/// Links the claims of two texts that speak of two places, by steps between what the texts hold.
pub(crate) fn link(
    relation: Relation,
    mut steps: Vec<Step>,
    a: (&[Claim], Span),
    b: (&[Claim], Span),
) -> Outcome {
    let (Some(x), Some(y)) = (speaking(a), speaking(b)) else {
        let product = |sure: u32, step: &Step| sure * u32::from(step.reliability) / 1000;
        return Outcome::Bare(steps.iter().fold(1000, product) as u16);
    };
    let (voice_a, voice_b) = (Voice::of(x), Voice::of(y));
    if let Some(last) = steps.last_mut() {
        last.relation = held(last.relation, voice_a.factuality, voice_b.factuality);
    }
    let judgement = fold(steps, voice_a, voice_b);
    if judgement.relation == relation {
        Outcome::Linked(Box::new(Link::new(&x.id, &y.id, judgement)))
    } else {
        Outcome::Nothing
    }
}

/// The claim that speaks of a place: the one whose predicate stands there, else the shortest that quotes it, else the first
/// with a position.
fn speaking((claims, span): (&[Claim], Span)) -> Option<&Claim> {
    let committed = || claims.iter().filter(|c| c.voice().factuality.value().is_some());
    standing::claimed(committed(), span)
        .or_else(|| {
            committed()
                .filter(|c| c.quote.span.contains(span))
                .min_by_key(|c| c.quote.span.len())
        })
        .or_else(|| committed().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Kind;
    use crate::{Direction, relate_texts};

    fn related(a: &str, b: &str) -> (Relation, Kind) {
        let found = relate_texts(a, b);
        (found.relation, found.kind)
    }

    #[test]
    fn what_is_said_in_several_places_is_said() {
        let found = relate_texts(
            "Mara Lind, who runs the harbour office in Oslo, told reporters on Friday that ferries had been stopped because of ice.",
            "Mara Lind stopped ferries in Oslo because of ice.",
        );
        assert_eq!(found.relation, Relation::Agree);
        assert_eq!(found.direction, Some(Direction::ARefinesB));
        assert!(
            found
                .links
                .first()
                .is_some_and(|l| l.judgement.steps.iter().any(|s| s.rule == "cover.said"))
        );
        assert!(found.lean > 0);
    }

    #[test]
    fn what_is_not_said_is_not() {
        let (relation, _) = related("The mayor opened the bridge.", "The mayor sold the ferry.");
        assert_eq!(relation, Relation::Neutral);
    }

    #[test]
    fn a_denial_reaches_what_says_no_less() {
        let conflict = (Relation::Conflict, Kind::Negation);
        assert_eq!(
            related("There is no girl in white dancing", "A girl in white is dancing"),
            conflict
        );
        assert_ne!(
            related("There is no man eating a pizza", "A man is eating some food"),
            conflict
        );
    }

    #[test]
    fn what_is_denied_is_said_the_other_way_round() {
        let plants = "The three children are not holding plants.";
        let roses = "The three children are not holding roses.";
        let entails = |a, b| {
            matches!(
                relate_texts(a, b).direction,
                Some(Direction::Same | Direction::ARefinesB)
            )
        };
        assert!(!entails(roses, plants));
    }

    #[test]
    fn opposites_of_two_things_do_not_exclude_each_other() {
        assert_ne!(
            related(
                "A man is playing a large flute.",
                "A man is playing a small flute."
            )
            .0,
            Relation::Conflict
        );
    }

    #[test]
    fn what_only_the_other_text_names_is_that() {
        for (a, b, kind) in [
            (
                "It contains 57 lifts and eight staircases.",
                "The Harbour Tower contains zero lifts.",
                Kind::Negation,
            ),
            (
                "The film was released on 4 March 2004.",
                "Trouble with the Ferry was released in 2009.",
                Kind::Time,
            ),
            (
                "The film was released in Norway.",
                "Northlight is an audio book.",
                Kind::Value,
            ),
        ] {
            assert_eq!(related(a, b), (Relation::Conflict, kind), "{b}");
        }
    }

    #[test]
    fn numbers_that_leave_no_value_to_both_exclude_each_other() {
        let relation = |a, b| related(a, b).0;
        let over = "The mall in Hexley has over 50 shops for clothes and shoes.";
        assert_eq!(
            relation(over, "The mall in Hexley has less than 20 shops."),
            Relation::Conflict
        );
        assert_ne!(
            relation(over, "The mall in Hexley has over 40 shops."),
            Relation::Conflict
        );
    }

    #[test]
    fn a_fictional_character_is_one() {
        let (a, b) = (
            "Tom Harbour is a fictional character in the novel Northlight.",
            "Tom Harbour is a character in Southlight.",
        );
        assert_eq!(related(a, b), (Relation::Conflict, Kind::Value));
    }

    #[test]
    fn what_is_so_is_not_all_that_is_so() {
        let relation = |b| related("Mara Lind worked in Oslo for a year, and painted ships.", b).0;
        assert_eq!(relation("Mara Lind worked in Oslo."), Relation::Agree);
        assert_ne!(relation("Mara Lind worked in Oslo exclusively."), Relation::Agree);
    }

    #[test]
    fn what_hangs_on_other_words_plays_another_part_only_where_both_have_these() {
        let relation = |a, b| related(a, b).0;
        assert_eq!(
            relation(
                "The port requires free registration.",
                "The registration is free."
            ),
            Relation::Agree
        );
        assert_eq!(
            relation(
                "A man is repairing the boat while a small crowd watches.",
                "There is a crowd watching a man repairing the boat."
            ),
            Relation::Agree
        );
        assert_eq!(
            relation(
                "A man is cooking near the kittens.",
                "The kittens are cooking near a man."
            ),
            Relation::Neutral
        );
        assert_eq!(
            relation(
                "The white cat chased a black dog.",
                "The black cat chased a white dog."
            ),
            Relation::Neutral
        );
    }

    #[test]
    fn what_is_said_in_another_place_is_said_of_as_many() {
        let relation = |a, b| related(a, b).0;
        assert_eq!(
            relation(
                "We will also need any strong men to help us move the boat.",
                "We need men to help us move the boat."
            ),
            Relation::Agree
        );
        assert_eq!(
            relation(
                "The people who were at the meeting voted for a new chair.",
                "Everyone at the meeting voted for a new chair."
            ),
            Relation::Neutral
        );
    }

    #[test]
    fn any_two_texts_can_be_compared() {
        for text in ["", ".", "\0", "no", "12", "🙂 🙂", "of of of", "A A A A"] {
            for other in ["", "not", "Rain fell."] {
                let _ = (relate_texts(text, other), relate_texts(other, text));
            }
        }
    }
}
