//! What has to be changed to make the second sentence of the first, and what each change means.

use crate::ablation::Part;
use crate::judgement::Natural;
use crate::lexicon::predicates::{self, Aspect};
use crate::lexicon::wordnet::Pos;
use crate::logic::amount::{Amount, Exactness};
use crate::logic::comparison;
use crate::logic::context;
use crate::logic::form::{Bond, Form, Mood, Node};
use crate::logic::matching::Matching;
use crate::logic::omission::{Meaning, left_out};
use crate::logic::place::{Place, placed};
use crate::logic::project::{Way, project};
use crate::logic::word;
use crate::measure::{Bound, Granularity, Period, PeriodRelation};
use crate::span::Words;
use crate::text::Upos;

/// Two sentences and which words of them answer each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides<'f> {
    pub(super) a: &'f Form,
    pub(super) b: &'f Form,
    pub(super) matching: &'f Matching,
}

/// A word of each sentence that answer each other, with their places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Met<'f> {
    pub(super) at: (usize, usize),
    pub(super) left: &'f Node,
    pub(super) right: &'f Node,
}

/// One change.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    /// How the sentence before relates to the one after it; `None` where that is not known.
    pub(super) relation: Option<Natural>,
    pub(super) a: Vec<Words>,
    pub(super) b: Vec<Words>,
    pub(super) note: String,
    /// What kind of change it is.
    pub(super) rank: Rank,
    /// Whether it is about who or what the sentence speaks of.
    pub(super) of_subject: bool,
    /// What can be said even though its relation is not known.
    pub(super) hint: Hint,
    /// Whether it leaves out or adds words around a clause that stays.
    pub(super) wraps: bool,
}

/// What is known of a change that is not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// Nothing.
    Nothing,
    /// The second says something that the first does not.
    Missing,
    /// A word plays another part in the second.
    Crossed,
    /// One passes on, asks or supposes what the other says.
    Reported,
}

/// The kinds of change, in the order in which they are made: those of words before those of the operators above them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Exchanged,
    LeftOut,
    /// Of another number.
    Number,
    /// Of none, and of some.
    None,
    /// Of more or fewer.
    Amount,
    Mood,
    /// The first denies what the second holds.
    DeniedFirst,
    /// The second denies what the first holds.
    DeniedSecond,
    Added,
}

impl Rank {
    /// Whether it turns what is held into its denial.
    pub(super) fn denies(self) -> bool {
        matches!(self, Rank::DeniedFirst | Rank::DeniedSecond)
    }
}

impl Edit {
    pub(super) fn new(rank: Rank, relation: Option<Natural>, note: String) -> Edit {
        Edit {
            relation,
            a: Vec::new(),
            b: Vec::new(),
            note,
            rank,
            of_subject: false,
            hint: Hint::Nothing,
            wraps: false,
        }
    }

    pub(super) fn on(self, met: Met<'_>) -> Edit {
        Edit {
            a: vec![met.left.words.clone()],
            b: vec![met.right.words.clone()],
            ..self
        }
    }
}

impl<'f> Sides<'f> {
    /// The words that answer each other, in the order of the second sentence.
    fn met(self) -> impl Iterator<Item = Met<'f>> {
        self.b.nodes.iter().enumerate().filter_map(move |(at, right)| {
            let other = self.matching.a(at)?;
            Some(Met {
                at: (other, at),
                left: self.a.get(other)?,
                right,
            })
        })
    }
}

/// What a sentence says that nothing in the other answers.
fn unanswered<'f>(
    form: &'f Form,
    answer: &dyn Fn(usize) -> Option<usize>,
) -> impl Iterator<Item = (usize, &'f Node)> {
    let nodes = form.nodes.iter().enumerate();
    nodes.filter(|(at, _)| answer(*at).is_none())
}

/// What a sentence says that nothing in the other answers, with what leaving it out means.
fn alone<'f>(
    form: &'f Form,
    answer: &'f dyn Fn(usize) -> Option<usize>,
) -> impl Iterator<Item = (usize, &'f Node, Meaning)> {
    let meaning = |at, node| left_out(form, at, node, &|k| answer(k).is_some());
    unanswered(form, answer).filter_map(move |(at, node)| Some((at, node, meaning(at, node)?)))
}

/// All changes, in the order in which they are made.
pub(super) fn edits(sides: Sides<'_>) -> Vec<Edit> {
    if let Some(edit) = comparison::edit(sides) {
        return vec![edit];
    }
    let mut edits = Vec::new();
    for met in sides.met().filter(|met| !excluded_above(sides, *met)) {
        let place = placed(sides, met);
        if place != Place::Same {
            let note = format!("{:?} hangs on other words", met.right.words.text);
            let hint = if place == Place::Other {
                Hint::Crossed
            } else {
                Hint::Nothing
            };
            let made = Edit::new(Rank::Exchanged, None, note).on(met);
            edits.push(Edit { hint, ..made });
        }
        exchanged(sides, met, &mut edits);
    }
    for (at, node, change) in alone(sides.a, &|at| sides.matching.b(at)) {
        let note = format!("{:?} is said by the first alone", node.words.text);
        edits.push(Edit {
            a: vec![node.words.clone()],
            of_subject: in_subject(sides.a, at),
            hint: change.hint(),
            wraps: change.embeds,
            ..Edit::new(Rank::LeftOut, change.relation, note)
        });
    }
    for (at, node, change) in alone(sides.b, &|at| sides.matching.a(at)) {
        let note = format!("{:?} is said by the second alone", node.words.text);
        let relation = change
            .relation
            .map(Natural::mirrored)
            .filter(|_| !hinted(sides, node));
        edits.push(Edit {
            b: vec![node.words.clone()],
            of_subject: in_subject(sides.b, at),
            hint: change.hint(),
            wraps: change.embeds,
            ..Edit::new(Rank::Added, relation, note)
        });
    }
    if Part::LogicDenial.is_kept() {
        edits.extend(denials(sides));
    }
    edits.sort_by_key(|e| e.rank);
    edits
}

/// Whether two words say how much of what excludes each other by itself: "fell by three points", "rose by two".
fn excluded_above(sides: Sides<'_>, met: Met<'_>) -> bool {
    let heads = met
        .left
        .head
        .and_then(|h| sides.a.get(h))
        .zip(met.right.head.and_then(|h| sides.b.get(h)));
    let counts = |n: &Node| n.bond == Bond::Oblique && matches!(n.amount, Amount::Number(..));
    counts(met.left)
        && counts(met.right)
        && heads.is_some_and(|(x, y)| word::relation(x, y) == Some(Natural::Alternation))
}

impl Meaning {
    fn hint(self) -> Hint {
        if self.embeds && self.relation == Some(Natural::Independence) {
            Hint::Reported
        } else {
            Hint::Nothing
        }
    }
}

/// Whether the first sentence says in another word elsewhere what a word of the second adds.
fn hinted(sides: Sides<'_>, node: &Node) -> bool {
    let free = |at: usize| sides.matching.b(at).is_none();
    let mut nodes = sides.a.nodes.iter().enumerate();
    let elsewhere = |(at, x): (usize, &Node)| {
        x.bond == Bond::Oblique && free(at) && x.head.and_then(|h| sides.matching.b(h)) == node.head
    };
    nodes.clone().any(|(at, x)| word::is_hinted(x, node, free(at)))
        || word::is_place(&node.lemma) && nodes.any(elsewhere)
}

/// Whether a word belongs to whom or what the sentence is about.
fn in_subject(form: &Form, at: usize) -> bool {
    std::iter::once(at).chain(form.above(at)).any(|i| {
        form.get(i).is_some_and(|n| {
            n.bond == Bond::Subject && n.head.and_then(|h| form.get(h)).is_some_and(|h| h.head.is_none())
        })
    })
}

/// What one denies and the other does not. Of several that are joined all may be denied at once.
fn denials(sides: Sides<'_>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut seen = Vec::new();
    for met in sides.met() {
        let first = met.left.first;
        if met.left.denied == met.right.denied || seen.contains(&first) {
            continue;
        }
        seen.push(first);
        let relation = if several(sides.a, met.left) || several(sides.b, met.right) {
            Natural::Alternation
        } else {
            Natural::Negation
        };
        // Who is spoken of in both texts is taken to be the same, unless the one says how many and the other that it is none.
        let subject = |form: &Form, at: usize| form.subject(at).and_then(|s| form.get(s)).map(|n| n.amount);
        let same = match (subject(sides.a, met.at.0), subject(sides.b, met.at.1)) {
            (Some(p), Some(q)) => p.relate(q) == Natural::Equivalence,
            _ => true,
        };
        let ways = context::around_denial(sides.b, met.at.1, same);
        let rank = if met.left.denied {
            Rank::DeniedFirst
        } else {
            Rank::DeniedSecond
        };
        let note = format!("one denies what the other says by {:?}", met.right.words.text);
        edits.push(Edit::new(rank, Some(project(relation, &ways)), note).on(met));
    }
    edits
}

/// What two words that answer each other differ in.
fn exchanged(sides: Sides<'_>, met: Met<'_>, edits: &mut Vec<Edit>) {
    let (form, at, left, right) = (sides.a, met.at.0, met.left, met.right);
    let said = (&left.words.text, &right.words.text);
    let above = || {
        let head = left.head;
        head.map_or(Vec::new(), |head| context::around_word(form, head))
    };
    let mut push = |rank: Rank, relation: Option<Natural>, ways: &[Way], note: String| {
        let hint = if rank == Rank::Exchanged && other_times(left, right) {
            Hint::Missing
        } else {
            Hint::Nothing
        };
        let made = Edit::new(rank, relation.map(|r| project(r, ways)), note).on(met);
        edits.push(Edit {
            of_subject: in_subject(form, at),
            hint,
            ..made
        });
    };
    if let Some((p, q)) = left.when().zip(right.when()) {
        let relation = when((form, left), &p, &q);
        if relation != Some(Natural::Equivalence) {
            let note = format!("{:?} and {:?} are other times", said.0, said.1);
            push(Rank::Exchanged, relation, &above(), note);
        }
        return;
    }
    let words = word::relation(left, right);
    if words != Some(Natural::Equivalence) {
        let note = format!("{:?} stands where the second has {:?}", said.0, said.1);
        push(Rank::Exchanged, words, &context::around_word(form, at), note);
    }
    let below = left.head.is_some() && right.head.is_some();
    if below && left.marker != right.marker {
        let relation = word::markers(left, right);
        if relation != Some(Natural::Equivalence) {
            let note = format!("{:?} and {:?} are introduced by different words", said.0, said.1);
            push(Rank::Exchanged, relation, &above(), note);
        }
    }
    if let Some(relation) = joined_otherwise(sides, met) {
        let note = format!("{:?} is joined by another word", said.0);
        push(
            Rank::Exchanged,
            Some(relation),
            &context::around_word(form, at),
            note,
        );
    }
    let counts = |n: &Node| matches!(n.upos, Upos::Noun | Upos::Propn | Upos::Pron);
    // "A man and a woman" are two people.
    let comparable = several(sides.a, left) == several(sides.b, right) || words == Some(Natural::Equivalence);
    let about = |n: &Node| n.amount.exactness() == Some(Exactness::About);
    let rounded = left.amount != right.amount && (about(left) || about(right));
    let relation = (comparable && !rounded).then(|| amounts(words, left, right));
    if counts(left) && counts(right) && relation != Some(Natural::Equivalence) {
        let note = format!(
            "{:?} and {:?} are not spoken of in the same number",
            said.0, said.1
        );
        let numbered = left.amount.exactness().is_some() && right.amount.exactness().is_some();
        let rank = if numbered {
            Rank::Number
        } else if left.amount.at_least_one() != right.amount.at_least_one()
            && relation != Some(Natural::Alternation)
            || matches!(left.amount, Amount::No | Amount::Neither)
            || matches!(right.amount, Amount::No | Amount::Neither)
        {
            Rank::None
        } else {
            Rank::Amount
        };
        let ways = context::around_amount(form, at);
        // "An area of ten metres": how much it is of, and not how many there are.
        let measure = |n: &Node| n.marker.as_deref() == Some("of");
        let open = relation.is_some_and(|r| project(r, &ways) == Natural::Independence);
        let known = relation.filter(|_| !(open && numbered && measure(left) && measure(right)));
        push(rank, known, &ways, note);
    }
    if let Some((rank, relation)) = mood(left, right) {
        let note = format!("{:?} is said in another mood", said.1);
        push(
            rank,
            Some(relation),
            &context::around_denial(form, at, true),
            note,
        );
    }
    if left.under_way && !right.under_way && word::is_past(right) && word::has_end(form, at) {
        let note = format!("{:?} need not have come to its end", said.0);
        push(
            Rank::Mood,
            Some(Natural::Reverse),
            &context::around_denial(form, at, true),
            note,
        );
    }
}

/// What saying it in another mood means. What is no longer so is not so; what used to be so was so.
fn mood(left: &Node, right: &Node) -> Option<(Rank, Natural)> {
    let past = |n: &Node| matches!(n.tag, "VBD" | "VBN");
    match (left.mood, right.mood) {
        (one, other) if one == other => None,
        (Mood::Plain, Mood::Possible) => Some((Rank::Mood, Natural::Forward)),
        (Mood::Possible, Mood::Plain) => Some((Rank::Mood, Natural::Reverse)),
        (Mood::Ended, Mood::Plain) => Some((Rank::Exchanged, Natural::Forward)),
        (Mood::Plain, Mood::Ended) => Some((Rank::Added, Natural::Reverse)),
        (Mood::Once, Mood::Plain) if past(right) => Some((Rank::Exchanged, Natural::Forward)),
        (Mood::Plain, Mood::Once) if past(left) => None,
        _ => Some((Rank::Mood, Natural::Independence)),
    }
}

/// Whether two words name times that have no day in common.
fn other_times(left: &Node, right: &Node) -> bool {
    let times = left.when().zip(right.when());
    times.is_some_and(|(p, q)| p.compare(&q) == PeriodRelation::Disjoint) || word::other_times(left, right)
}

/// What "and" for "or" means, or "or" for "and".
fn joined_otherwise(sides: Sides<'_>, met: Met<'_>) -> Option<Natural> {
    let (left, right) = (met.left, met.right);
    let otherwise = left.first == met.at.0 && left.either != right.either;
    let relation = if left.either {
        Natural::Reverse
    } else {
        Natural::Forward
    };
    (otherwise && several(sides.a, left) && several(sides.b, right)).then_some(relation)
}

/// What telling another time means; `None` where it may be another time of the same thing. Who has worked there since 2014
/// worked there in 2016.
fn when((form, node): (&Form, &Node), p: &Period, q: &Period) -> Option<Natural> {
    let state =
        |n: &Node| n.pos != Some(Pos::Verb) || predicates::aspect(&n.lemma, Pos::Verb) == Some(Aspect::State);
    let through = p.bound == Bound::Since || p.granularity == Granularity::Span;
    let lasts = through && node.head.and_then(|h| form.get(h)).is_some_and(state);
    match p.compare(q) {
        PeriodRelation::Same => Some(Natural::Equivalence),
        PeriodRelation::Contains if lasts => Some(Natural::Forward),
        PeriodRelation::Within => Some(Natural::Forward),
        PeriodRelation::Contains => Some(Natural::Reverse),
        PeriodRelation::Overlaps => Some(Natural::Independence),
        PeriodRelation::Disjoint | PeriodRelation::Unknown => None,
    }
}

/// Whether others are joined with a word.
fn several(form: &Form, node: &Node) -> bool {
    form.nodes.iter().filter(|n| n.first == node.first).count() > 1
}

/// How the numbers of two nouns relate. What goes on for two hours goes on for one.
fn amounts(words: Option<Natural>, left: &Node, right: &Node) -> Natural {
    // Twelve soldiers are not all of the forty people.
    if words.is_some_and(|words| is_part(words, left.amount, right.amount)) {
        return Natural::Independence;
    }
    let introduced = |marker: &str| {
        [left, right]
            .iter()
            .all(|n| n.marker.as_deref() == Some(marker) && word::is_time(&n.lemma))
    };
    let at_least = |amount: Amount| match amount {
        Amount::Number(low, _, Exactness::Plain) => Amount::Number(low, f64::INFINITY, Exactness::Bounded),
        Amount::Some => Amount::Number(1.0, f64::INFINITY, Exactness::Bounded),
        other => other,
    };
    let (one, other) = (left.amount, right.amount);
    if introduced("for") {
        // "For exactly a year" is not what is said of one that lasts two.
        return match other {
            Amount::Number(_, high, Exactness::Bounded) if high.is_finite() => one.relate(other),
            _ => at_least(one).relate(at_least(other)),
        };
    }
    if introduced("in") && one != other {
        return Natural::Independence;
    }
    one.relate(other)
}

/// Whether fewer are counted of what is the narrower: both numbers can be right.
fn is_part(words: Natural, a: Amount, b: Amount) -> bool {
    match (words, a, b) {
        (Natural::Forward, Amount::Number(_, fewer, _), Amount::Number(more, ..))
        | (Natural::Reverse, Amount::Number(more, ..), Amount::Number(_, fewer, _)) => fewer < more,
        _ => false,
    }
}
