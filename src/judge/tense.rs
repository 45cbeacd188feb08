//! Tense: what is yet to come does not meet what is.

use crate::align::Pair;
use crate::judge::evidence;
use crate::judgement::{Kind, Natural, Step};
use crate::proposition::Tense;

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let (a, b) = (
        pair.a().proposition.predicate.tense,
        pair.b().proposition.predicate.tense,
    );
    let past = |t: Tense| matches!(t, Tense::Past | Tense::Perfect);
    let future = |t: Tense| t == Tense::Future;
    if future(a) && past(b) || past(a) && future(b) {
        steps.push(
            Step::new(
                "tense.different",
                Natural::Independence,
                900,
                "one tells of the past, the other of the future",
            )
            .failed(Kind::DifferentTime)
            .on(evidence::of_predicate(pair.a()), evidence::of_predicate(pair.b())),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::judge::fixture::compared;

    #[test]
    fn what_was_does_not_exclude_what_will_be() {
        let links = |a: &str, b: &str| compared(a, b).links().len();
        assert_eq!(links("Tollard Bridge was open.", "Tollard Bridge was closed."), 1);
        assert_eq!(
            links("Tollard Bridge was open.", "Tollard Bridge will be closed."),
            0
        );
    }
}
