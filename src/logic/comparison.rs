//! Comparisons of the same two: which orders of the two each leaves open, whichever of them it begins with and from
//! whichever end of the scale it looks.

use crate::judgement::Natural;
use crate::logic::amount::Amount;
use crate::logic::edits::{Edit, Met, Rank, Sides};
use crate::logic::form::{Bond, Comparison, Form, Node};
use crate::logic::word;

/// The orders of two on a scale that a comparison leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Orders {
    less: bool,
    same: bool,
    more: bool,
}

impl Orders {
    /// Those that a sentence leaves open of the first of the two it names.
    fn of(form: &Form, comparison: Comparison) -> Orders {
        let orders = Orders {
            less: false,
            same: comparison.equal,
            more: true,
        };
        let turned = if comparison.less { orders.turned() } else { orders };
        match form.get(comparison.by) {
            Some(node) if node.denied => turned.others(),
            _ => turned,
        }
    }

    /// Seen from the other of the two, or from the other end of the scale.
    fn turned(self) -> Orders {
        Orders {
            less: self.more,
            more: self.less,
            ..self
        }
    }

    fn others(self) -> Orders {
        Orders {
            less: !self.less,
            same: !self.same,
            more: !self.more,
        }
    }

    fn relate(self, other: Orders) -> Natural {
        let within = |x: Orders, y: Orders| (!x.less || y.less) && (!x.same || y.same) && (!x.more || y.more);
        let apart = within(self, other.others());
        match (within(self, other), within(other, self)) {
            (true, true) => Natural::Equivalence,
            (true, false) => Natural::Forward,
            (false, true) => Natural::Reverse,
            _ if apart && within(other.others(), self) => Natural::Negation,
            _ if apart => Natural::Alternation,
            _ => Natural::Independence,
        }
    }
}

/// What two comparisons of the same two come to: "taller than", "shorter than", "not as tall as".
pub(super) fn edit(sides: Sides<'_>) -> Option<Edit> {
    let (first, second) = (sides.a.compared()?, sides.b.compared()?);
    let (left, right) = (sides.a.get(first.by)?, sides.b.get(second.by)?);
    let answer = |at: usize| sides.matching.b(at);
    let turned = answer(first.one) == Some(second.other) && answer(first.other) == Some(second.one);
    let same = answer(first.one) == Some(second.one) && answer(first.other) == Some(second.other);
    let opposite = word::is_opposite(left, right);
    let one_scale = opposite || left.lemma == right.lemma;
    if !one_scale || !turned && !same || first.equal && second.equal && left.denied == right.denied {
        return None;
    }
    // What stands in both in one order and is not denied is changed word by word.
    if same && !opposite && !left.denied && !right.denied && first.less == second.less {
        return None;
    }
    let known = |form: &Form, c: Comparison| {
        [c.one, c.other].iter().all(|&at| {
            form.get(at).is_some_and(|n| {
                !matches!(
                    n.amount,
                    Amount::No | Amount::Neither | Amount::NotAll | Amount::Few
                )
            })
        })
    };
    if !known(sides.a, first) || !known(sides.b, second) {
        return None;
    }
    // "The new ferry" and "the old one" are what their adjectives say.
    let apart = |at: usize| {
        let answered = |c: usize| answer(c).and_then(|j| sides.b.get(j)).and_then(|n| n.head);
        let narrows = |c: &usize| {
            let bond = sides.a.get(*c).map(|n| n.bond);
            matches!(bond, Some(Bond::Adjective | Bond::Oblique))
        };
        let elsewhere = |c: usize| answered(c).is_some_and(|head| Some(head) != answer(at));
        sides.a.children(at).filter(narrows).any(elsewhere)
    };
    if apart(first.one) || apart(first.other) {
        return None;
    }
    let own = Orders::of(sides.a, first);
    let other = Orders::of(sides.b, second);
    let other = if turned == opposite { other } else { other.turned() };
    let relation = own.relate(other);
    // By how much they differ may be left out: "two metres taller".
    let only_a = alone(sides.a, first, &|at| answer(at).is_some());
    let only_b = alone(sides.b, second, &|at| sides.matching.a(at).is_some());
    let relation = match (only_a.is_empty(), only_b.is_empty()) {
        (true, true) => relation,
        (false, true) => Natural::Forward.join(relation),
        (true, false) => relation.join(Natural::Reverse),
        (false, false) => return None,
    };
    let narrows = |n: &&Node| {
        matches!(
            n.bond,
            Bond::Oblique | Bond::Adverb | Bond::Compound | Bond::Adjective
        )
    };
    let met = Met {
        at: (first.by, second.by),
        left,
        right,
    };
    let note = "they compare the same two".to_owned();
    only_a
        .iter()
        .chain(&only_b)
        .all(narrows)
        .then(|| Edit::new(Rank::Exchanged, Some(relation), note).on(met))
}

/// What a sentence says beside the comparison that the other does not.
fn alone<'f>(form: &'f Form, comparison: Comparison, answered: &dyn Fn(usize) -> bool) -> Vec<&'f Node> {
    let nodes = form.nodes.iter().enumerate();
    nodes
        .filter(|&(at, _)| at != comparison.by && Some(at) != comparison.degree && !answered(at))
        .map(|(_, node)| node)
        .collect()
}
