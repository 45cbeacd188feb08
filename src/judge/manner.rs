//! How it is or is done: more and less, always and seldom, quickly and slowly.

use crate::align::{Pair, opposite_adverbs};
use crate::judge::evidence;
use crate::judge::predicate::all_unknown;
use crate::judgement::{Kind, Natural, Step};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    if !pair.alignment().predicate.words.is_near() || all_unknown(pair) {
        return;
    }
    let (a, b) = (&pair.a().proposition.predicate, &pair.b().proposition.predicate);
    let Some((x, y)) = opposite_adverbs(&a.modifiers, &b.modifiers) else {
        return;
    };
    let words = (evidence::of_predicate(pair.a()), evidence::of_predicate(pair.b()));
    let note = format!("{:?} is the opposite of {:?}", x.term.text, y.term.text);
    let made = Step::new("manner.opposite", Natural::Alternation, 900, note).with_kind(Kind::Opposites);
    steps.push(made.on(words.0, words.1));
}

#[cfg(test)]
mod tests {
    use crate::judge::fixture::relation;
    use crate::judgement::Relation;

    #[test]
    fn what_is_done_quickly_is_not_done_slowly() {
        let quickly = "The port of Tollard recovered quickly after the storm.";
        assert_eq!(
            relation(quickly, "The port of Tollard recovered slowly after the storm."),
            Some(Relation::Conflict)
        );
        assert_eq!(
            relation(quickly, "The port of Tollard recovered swiftly after the storm."),
            Some(Relation::Agree)
        );
        assert_eq!(
            relation(
                "The new ferry is more expensive than the old one.",
                "The new ferry is less expensive than the old one."
            ),
            Some(Relation::Conflict)
        );
    }
}
