//! Quantifiers: how many of a kind, which way they let words around them be exchanged, and how two of them relate.

use crate::judgement::Natural;
use crate::logic::project::Way;

/// How many of a kind are spoken of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    /// No determiner.
    Bare,
    /// No determiner before a singular: "water", "unemployment".
    Mass,
    /// A name, "the", "this", "her".
    The,
    /// "a", "some", "any" under a negation.
    Some,
    /// "several", "various".
    Several,
    /// "many", "a lot of".
    Many,
    /// "most", "nearly all".
    Most,
    /// "all", "every", "each".
    All,
    /// "both".
    Both,
    /// "few", "hardly any".
    Few,
    /// "no", "none of the".
    No,
    /// "neither".
    Neither,
    /// "not all".
    NotAll,
    /// "half of the", "a third of the".
    Share(f64),
    /// "all but two".
    AllBut,
    /// "only dogs".
    Only,
    /// As many as from the first to the second number.
    Number(f64, f64, Exactness),
}

/// Whether more than a number says may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exactness {
    /// "three": as many, and perhaps others that are not spoken of.
    Plain,
    /// "exactly three", "at most three", "at least three".
    Bounded,
    /// "about three".
    About,
}

impl Amount {
    /// Which way the words of the phrase itself may be exchanged.
    pub(super) fn restrictor(self) -> Way {
        match self {
            Amount::All => Way::EVERY,
            Amount::No => Way::NO,
            Amount::Few => Way::DOWN,
            Amount::Number(low, high, _) if low <= 0.0 && high.is_finite() => Way::DOWN,
            Amount::Number(_, high, Exactness::Bounded | Exactness::About) if high.is_finite() => Way::NONE,
            Amount::Most
            | Amount::Many
            | Amount::Both
            | Amount::Neither
            | Amount::Share(_)
            | Amount::AllBut
            | Amount::Only => Way::NONE,
            Amount::The => Way::THE,
            Amount::Bare
            | Amount::Mass
            | Amount::Some
            | Amount::Several
            | Amount::NotAll
            | Amount::Number(..) => Way::SOME,
        }
    }

    /// Which way the words may be exchanged of what is said of the phrase.
    pub(super) fn scope(self) -> Way {
        match self {
            Amount::No | Amount::Neither => Way::NO,
            Amount::NotAll | Amount::Few => Way::DOWN,
            Amount::Number(low, high, _) if low <= 0.0 && high.is_finite() => Way::DOWN,
            Amount::Number(_, high, Exactness::Bounded | Exactness::About) if high.is_finite() => Way::NONE,
            Amount::Share(_) | Amount::AllBut | Amount::Only => Way::NONE,
            Amount::All | Amount::Both | Amount::Most => Way::MOST,
            Amount::The | Amount::Mass => Way::UP,
            _ => Way::SOME,
        }
    }

    /// Whether it tells a number, and how exactly.
    pub(super) fn exactness(self) -> Option<Exactness> {
        match self {
            Amount::Number(_, _, exactness) => Some(exactness),
            _ => None,
        }
    }

    /// Whether it speaks of some of its kind as there.
    pub(super) fn at_least_one(self) -> bool {
        match self {
            Amount::Bare
            | Amount::Mass
            | Amount::The
            | Amount::Some
            | Amount::Several
            | Amount::Many
            | Amount::Most
            | Amount::All
            | Amount::Both
            | Amount::Share(_)
            | Amount::AllBut
            | Amount::Only => true,
            Amount::Number(low, ..) => low > 0.0,
            Amount::Few | Amount::No | Amount::Neither | Amount::NotAll => false,
        }
    }

    /// The numbers that it allows, where it is about a number.
    fn interval(self) -> Option<(f64, f64)> {
        match self {
            Amount::Number(low, high, _) => Some((low, high)),
            Amount::Some | Amount::Bare => Some((1.0, f64::INFINITY)),
            Amount::No => Some((0.0, 0.0)),
            _ => None,
        }
    }

    /// How saying something of so many relates to saying it of another number of the same kind.
    pub(super) fn relate(self, other: Amount) -> Natural {
        use Amount::{
            All, AllBut, Bare, Both, Few, Many, Most, Neither, No, NotAll, Only, Several, Share, Some, The,
        };
        use Natural::{Alternation, Equivalence, Forward, Independence, Negation, Reverse};
        if self == other {
            return Equivalence;
        }
        let plain = |amount: Amount| if amount == Amount::Mass { Bare } else { amount };
        // Both are two, where the other counts.
        let two = Amount::Number(2.0, 2.0, Exactness::Bounded);
        let bounded = |amount: Amount| amount.exactness() == Option::Some(Exactness::Bounded);
        if self == Both && bounded(other) {
            return two.relate(other);
        }
        if other == Both && bounded(self) {
            return self.relate(two);
        }
        if self == Amount::Mass || other == Amount::Mass {
            return plain(self).relate(plain(other));
        }
        if let (Amount::Number(p, q, Exactness::Plain), Amount::Number(r, s, Exactness::Plain)) =
            (self, other)
        {
            let same = (p - r).abs() < f64::EPSILON && (q - s).abs() < f64::EPSILON;
            return if same { Equivalence } else { Alternation };
        }
        let numbered = |x: Amount| matches!(x, Amount::Number(..));
        if (numbered(self) || numbered(other))
            && let (Option::Some(x), Option::Some(y)) = (self.interval(), other.interval())
        {
            return within(x, y);
        }
        match (self, other) {
            (Bare | The | Some, Bare | The | Some)
            | (No, Neither)
            | (Both, All)
            | (All, Both)
            | (Both | Amount::Number(..), The)
            | (The, Both | Amount::Number(..)) => Equivalence,
            (Bare | Some, No) | (No, Bare | Some) | (All, NotAll) | (NotAll, All) => Negation,
            (Share(part), Most) if part > 0.5 => Forward,
            (Most, Share(part)) if part > 0.5 => Reverse,
            (Share(part), Few) | (Few, Share(part)) if part >= 0.5 => Alternation,
            (Few, Many | Most | All | Both | AllBut)
            | (Many | Most | Both | AllBut, Few)
            | (All, Few | Share(_) | AllBut)
            | (Share(_), All | Share(_) | Most)
            | (Most, Share(_))
            | (AllBut, All) => Alternation,
            (No | Neither, x) | (x, No | Neither) if x.at_least_one() => Alternation,
            (No, Few | NotAll)
            | (Neither, No | NotAll)
            | (All, Bare | The | Some | Several | Many | Most)
            | (AllBut, Bare | Some | Several | Many | Most | NotAll)
            | (Few | Share(_), NotAll)
            | (Most, Some | Bare | Several | Many)
            | (Many, Some | Bare | Several)
            | (Several | Both | Share(_) | Only, Some | Bare) => Forward,
            (Amount::Number(low, ..), Several) if low >= 3.0 => Forward,
            // "The people" need not be each of them.
            (Few | NotAll, No)
            | (NotAll, Neither | Few | Share(_))
            | (Bare | The | Some | Several | Many | Most, All)
            | (Bare | Some | Several | Many | Most | NotAll, AllBut)
            | (Some | Bare | Several | Many, Most)
            | (Some | Bare | Several, Many)
            | (Some | Bare, Several | Both | Share(_) | Only) => Reverse,
            _ => Independence,
        }
    }
}

/// How two ranges of numbers relate.
fn within(one: (f64, f64), other: (f64, f64)) -> Natural {
    let (inside, outside) = (
        one.0 >= other.0 && one.1 <= other.1,
        other.0 >= one.0 && other.1 <= one.1,
    );
    if inside && outside {
        Natural::Equivalence
    } else if inside {
        Natural::Forward
    } else if outside {
        Natural::Reverse
    } else if one.1 < other.0 || other.1 < one.0 {
        let (low, high) = if one.1 < other.0 {
            (one, other)
        } else {
            (other, one)
        };
        let all = low.0 <= 0.0 && high.1.is_infinite() && (high.0 - low.1 - 1.0).abs() < f64::EPSILON;
        if all {
            Natural::Negation
        } else {
            Natural::Alternation
        }
    } else {
        Natural::Independence
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantifiers_relate() {
        let at_least = |n| Amount::Number(n, f64::INFINITY, Exactness::Bounded);
        let exactly = |n| Amount::Number(n, n, Exactness::Bounded);
        assert_eq!(Amount::All.relate(Amount::Some), Natural::Forward);
        assert_eq!(Amount::No.relate(Amount::Some), Natural::Negation);
        assert_eq!(Amount::No.relate(Amount::All), Natural::Alternation);
        assert_eq!(at_least(3.0).relate(at_least(2.0)), Natural::Forward);
        assert_eq!(exactly(1.0).relate(Amount::No), Natural::Alternation);
        assert_eq!(exactly(1.0).relate(Amount::Some), Natural::Forward);
        assert_eq!(at_least(1.0).relate(Amount::No), Natural::Negation);
        assert_eq!(exactly(2.0).relate(at_least(3.0)), Natural::Alternation);
    }
}
