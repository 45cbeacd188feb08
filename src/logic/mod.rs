//! Sentence against sentence by natural logic: what must be changed to make the second of the first, what each change means
//! where it stands, and what they come to together.
//!
//! Quantifiers, negations, conditions and predicates that take clauses decide which way a word may be exchanged
//! (`MacCartney` and Manning 2009). It answers only where the two sentences are nearly the same and every change is
//! understood.

mod amount;
mod comparison;
mod construction;
mod context;
mod count;
mod draft;
mod edits;
mod form;
mod implied;
mod matching;
mod omission;
mod place;
mod project;
mod read;
mod word;

use crate::ablation::Part;
use crate::judgement::{Kind, Natural, Step};
use crate::span::Span;
use crate::text::Sentence;
use edits::{Edit, Hint, Rank, Sides};
use form::Form;

/// What was found of two sentences.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// How what the first holds relates to what the second holds.
    pub(crate) outcome: Outcome,
    /// What shows it.
    pub(crate) steps: Vec<Step>,
    /// Whether one only passes on, asks or supposes what the other says.
    pub(crate) reported: bool,
    /// Whether one has words around a clause that the other lacks.
    pub(crate) wraps: bool,
    /// Whether they tell of different times.
    pub(crate) in_turn: bool,
    /// The words on which the two sentences are built.
    pub(crate) at: (Span, Span),
}

/// What two sentences come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Every change is understood.
    Relation(Natural),
    /// Not every change is understood, but the second says something that the first does not.
    More,
    /// The same, and they speak of other amounts.
    OtherAmounts,
    /// The words are the same and play other parts.
    OtherParts,
}

/// More words than this are no single thought that is changed word by word.
const LONGEST: usize = 60;
/// More changes than this make another sentence.
const MOST: usize = 6;

/// Compares two texts of one sentence each.
pub(crate) fn compare(a: (&str, &[Sentence]), b: (&str, &[Sentence])) -> Option<Found> {
    let ([first], [second]) = (a.1, b.1) else {
        return None;
    };
    let asks = |text: &str| text.trim_end().ends_with('?');
    // What is set aside is no part of what is said.
    let sets_aside = |text: &str| text.contains(" rather than ") || text.contains(" instead of ");
    let left = |text: &str| asks(text) || sets_aside(text);
    if [first, second].iter().any(|s| s.tokens.len() > LONGEST) || left(a.0) || left(b.0) {
        return None;
    }
    let (x, y) = (Form::of(a.0, first), Form::of(b.0, second));
    // What a sentence implies shows what the whole cannot: that the other follows, or that both cannot be.
    let found = implied((&x, &x.implied()), (&y, &y.implied()));
    found
        .filter(|_| Part::LogicImplied.is_kept())
        .or_else(|| forms(&x, &y))
}

/// A sentence, and what it implies.
type Implied<'f> = (&'f Form, &'f [(Form, bool)]);

/// What two sentences come to by what either implies.
fn implied(a: Implied<'_>, b: Implied<'_>) -> Option<Found> {
    use Natural::{Alternation, Equivalence, Forward, Negation, Reverse};
    // What follows from what is implied follows, and what excludes it is excluded.
    let kept = |relation: Natural, same: bool, way: Natural| match relation {
        Negation | Alternation => Some(relation),
        Equivalence if same => Some(Equivalence),
        Equivalence => Some(way),
        Forward | Reverse if relation == way => Some(relation),
        _ => None,
    };
    let decided = |found: Found, same: bool, way: Natural| match found.outcome {
        Outcome::Relation(relation) => kept(relation, same, way).map(|r| found.come_to(r)),
        _ => None,
    };
    // Both must be built on the same: what came first in the one may come later in the other.
    let built_alike = |x: &Form, y: &Form| {
        let root = x.root().zip(y.root());
        root.is_some_and(|(i, j)| matching::matched(x, y).b(i) == Some(j))
    };
    let forms = |x: &Form, y: &Form| forms(x, y).filter(|_| built_alike(x, y));
    let of_a = || {
        a.1.iter()
            .find_map(|(form, same)| decided(forms(form, b.0)?, *same, Forward))
    };
    let of_b = || {
        b.1.iter()
            .find_map(|(form, same)| decided(forms(a.0, form)?, *same, Reverse))
    };
    of_a().or_else(of_b)
}

impl Found {
    /// The same with another relation of the whole.
    fn come_to(self, relation: Natural) -> Found {
        let steps = self.steps.into_iter().map(|s| Step { relation, ..s });
        Found {
            outcome: Outcome::Relation(relation),
            steps: steps.collect(),
            ..self
        }
    }
}

/// Compares two sentences.
fn forms(x: &Form, y: &Form) -> Option<Found> {
    let root = |form: &Form| form.nodes.iter().find(|n| n.head.is_none()).map(|n| n.words.span);
    let at = (root(x)?, root(y)?);
    let matching = matching::matched(x, y);
    let met = matching.of_b.iter().flatten().count();
    if 2 * met < x.nodes.len() || 2 * met < y.nodes.len() {
        return None;
    }
    let edits = edits::edits(Sides {
        a: x,
        b: y,
        matching: &matching,
    });
    if edits.len() > MOST {
        return None;
    }
    // Where one denies what the other holds of somebody, it is of the same, however each describes them; but what is denied
    // of a boy is not denied of every child.
    let denied = edits.iter().any(|e| e.rank.denies());
    let first = edits.iter().any(|e| e.rank == Rank::DeniedFirst);
    let counted = |e: &Edit| {
        let relation = e.relation?;
        match e.rank {
            Rank::LeftOut | Rank::Added if denied && e.of_subject && relation.is_near() => None,
            Rank::Exchanged if first && e.of_subject => Some(relation.mirrored()),
            _ => Some(relation),
        }
    };
    let known = edits
        .iter()
        .filter_map(counted)
        .fold(Natural::Equivalence, Natural::join);
    let understood = edits.iter().all(|e| e.relation.is_some());
    // What is possible and what is denied is for who weighs how sure each of them is.
    if denied && edits.iter().any(|e| e.rank == Rank::Mood) {
        return None;
    }
    if denied && apart(x, y, &edits) {
        return None;
    }
    let missing = edits.iter().any(|e| e.hint == Hint::Missing)
        || matches!(known, Natural::Reverse | Natural::Independence | Natural::Cover);
    let crossed = edits.iter().any(|e| e.hint == Hint::Crossed);
    let counted = edits
        .iter()
        .any(|e| matches!(e.rank, Rank::Number | Rank::None | Rank::Amount));
    // Of a long sentence much may be left out, and what is said in its other words is not seen here.
    let close = 5 * met >= 3 * x.nodes.len();
    let outcome = match (understood, missing, crossed) {
        (true, ..) => Outcome::Relation(known),
        (_, true, _) if close && counted => Outcome::OtherAmounts,
        (_, true, _) if close => Outcome::More,
        (_, _, true) if close => Outcome::OtherParts,
        _ => return None,
    };
    let relation = if understood { known } else { Natural::Independence };
    Some(Found {
        outcome,
        in_turn: edits.iter().any(|e| e.hint == Hint::Missing),
        wraps: edits.iter().any(|e| e.wraps),
        reported: edits.iter().any(|e| e.hint == Hint::Reported),
        steps: steps(&edits, relation),
        at,
    })
}

/// Whether what one denies is of somebody else than what the other holds: each narrows differently of whom it speaks, or the
/// one that denies narrows it more and the other brings in somebody new.
fn apart(a: &Form, b: &Form, edits: &[Edit]) -> bool {
    let narrows = |rank: Rank| {
        edits
            .iter()
            .any(|e| e.rank == rank && e.of_subject && e.relation.is_none_or(Natural::is_near))
    };
    // "A bank must": any of them.
    let new = |form: &Form| {
        let root = form.root();
        let plain = root
            .and_then(|r| form.get(r))
            .is_some_and(|n| n.mood == form::Mood::Plain);
        let subject = root.and_then(|r| form.subject(r)).and_then(|s| form.get(s));
        plain && subject.is_some_and(|n| n.amount == amount::Amount::Some)
    };
    let first = edits.iter().any(|e| e.rank == Rank::DeniedFirst);
    match (narrows(Rank::LeftOut), narrows(Rank::Added)) {
        (true, true) => true,
        (true, false) => first && new(b),
        (false, true) => !first && new(a),
        (false, false) => false,
    }
}

/// The steps of a judgement: what is the same, and what is changed.
fn steps(edits: &[Edit], relation: Natural) -> Vec<Step> {
    let denies = edits.iter().any(|e| e.rank.denies() || e.rank == Rank::None);
    let notes: Vec<&str> = edits.iter().map(|e| e.note.as_str()).collect();
    let note = if notes.is_empty() {
        "both say the same".to_owned()
    } else {
        notes.join("; ")
    };
    let sure = 950_u16.saturating_sub(40 * edits.len() as u16);
    let made = Step::new("logic.changes", relation, sure, note);
    let counted = |number: bool| {
        edits
            .iter()
            .any(|e| e.rank == if number { Rank::Number } else { Rank::Amount })
    };
    let kind = if denies {
        Kind::Negation
    } else if counted(true) {
        Kind::Quantity
    } else if counted(false) {
        Kind::Degree
    } else {
        Kind::Opposites
    };
    let exclusive = matches!(relation, Natural::Negation | Natural::Alternation);
    vec![Step {
        kind: exclusive.then_some(kind),
        a: edits.iter().flat_map(|e| e.a.clone()).collect(),
        b: edits.iter().flat_map(|e| e.b.clone()).collect(),
        ..made
    }]
}
