//! Predicate against predicate, and which role of the one answers which of the other.

use crate::align::memo::{self, Memo};
use crate::align::words::{self, Opposition, WordRelation};
use crate::lexicon::opposites::undone_by;
use crate::lexicon::relation::outcomes;
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{degree, nouns, predicates};
use crate::proposition::{Predicate, PredicateClass, Proposition, Qualifier, Role};

/// Which roles answer each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Roles {
    /// Each role answers itself.
    Same,
    /// All participants are on a par ("are allies", "met").
    Symmetric,
    /// The two see one event from two sides ("bought from", "sold to"). Roles are named "obj", "iobj" or by a preposition.
    Converse {
        /// The role that the second's subject has in the first: "from" for "buy".
        mine: &'static str,
        /// The role that the first's subject has in the second: "to" for "sell".
        theirs: &'static str,
    },
    /// What the first is done to is what the second happens to ("killed", "died").
    Causes,
    /// What the first happens to is what the second is done to.
    Caused,
}

/// How two predicates correspond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PredicateMatch {
    /// How their words relate.
    pub words: WordRelation,
    /// How alike, from 0 to 1000.
    pub likeness: u16,
    /// Which roles answer each other.
    pub roles: Roles,
    /// How what the first brings about for what it is done to excludes the second, and the second's the first: who was
    /// rescued did not die.
    outcomes: [Option<Opposition>; 2],
}

/// Compares two predicates by their words.
pub(super) fn compare(a: &Predicate, b: &Predicate) -> PredicateMatch {
    let (a_pos, b_pos) = (pos(a), pos(b));
    memo::recall(
        &COMPARED,
        (&a.lemma, a_pos as u8),
        (&b.lemma, b_pos as u8),
        || look_up(&a.lemma, a_pos, &b.lemma, b_pos),
    )
}

/// Whether the same one is the subject of both, or what both are done to.
fn begins_alike(a: &Proposition, b: &Proposition) -> bool {
    [Role::Subject, Role::Object]
        .into_iter()
        .any(|role| same_one(a, b, role))
}

/// Whether the same one, as it is called, has a role in both.
pub(super) fn same_one(a: &Proposition, b: &Proposition, role: Role) -> bool {
    let called = |p: &'_ Proposition| Some(p.argument(role)?.called().to_lowercase());
    called(a).is_some_and(|one| called(b) == Some(one))
}

thread_local! {
    static COMPARED: Memo<PredicateMatch> = const { Memo::new() };
}

fn look_up(x: &str, x_pos: Pos, y: &str, y_pos: Pos) -> PredicateMatch {
    let mut found = words::compare(x, x_pos, y, y_pos);
    // "A front" is no opposite of "backs": a thing is none of a deed.
    let thing = |noun: &str, pos: Pos, other: Pos| {
        (pos, other) == (Pos::Noun, Pos::Verb) && !nouns::is_person(noun) && !nouns::is_event(noun)
    };
    if matches!(found.relation, WordRelation::Opposite(_))
        && (thing(x, x_pos, y_pos) || thing(y, y_pos, x_pos))
    {
        found.relation = WordRelation::Unrelated;
    }
    let symmetric = predicates::is_symmetric;
    if let Some(sides) = (x_pos == y_pos)
        .then(|| predicates::converse(x, y, x_pos))
        .flatten()
    {
        return PredicateMatch {
            words: WordRelation::Opposite(Opposition::Converse),
            likeness: found.likeness.max(900),
            roles: Roles::Converse {
                mine: sides.mine,
                theirs: sides.theirs,
            },
            outcomes: [None; 2],
        };
    }
    let roles = match found.relation {
        WordRelation::Causes => Roles::Causes,
        WordRelation::Caused => Roles::Caused,
        // "Is expected" is said of what somebody expects.
        WordRelation::Derived if x_pos == Pos::Adjective && is_participle(x, y) => Roles::Caused,
        WordRelation::Derived if y_pos == Pos::Adjective && is_participle(y, x) => Roles::Causes,
        // "Is unhurt" excludes that somebody was injured.
        WordRelation::Opposite(_) if undone_by((x, x_pos), (y, y_pos)).is_some() => Roles::Caused,
        WordRelation::Opposite(_) if undone_by((y, y_pos), (x, x_pos)).is_some() => Roles::Causes,
        _ if symmetric(x, x_pos) && symmetric(y, y_pos) => Roles::Symmetric,
        _ => Roles::Same,
    };
    PredicateMatch {
        words: found.relation,
        likeness: found.likeness,
        roles,
        outcomes: [excluded((x, x_pos), (y, y_pos)), excluded((y, y_pos), (x, x_pos))],
    }
}

/// How what a verb brings about for what it is done to excludes something else.
fn excluded((verb, pos): (&str, Pos), (other, its_pos): (&str, Pos)) -> Option<Opposition> {
    let mut outcomes = outcomes(verb).filter(|_| pos == Pos::Verb);
    outcomes.find_map(
        |outcome| match words::compare(outcome, Pos::Verb, other, its_pos).relation {
            WordRelation::Opposite(how) => Some(how),
            _ => None,
        },
    )
}

/// Whether an adjective is the past participle of a verb.
fn is_participle(adjective: &str, verb: &str) -> bool {
    let shared = adjective.bytes().zip(verb.bytes()).take_while(|(x, y)| x == y);
    adjective.ends_with("ed") && shared.count() + 1 >= verb.len()
}

impl PredicateMatch {
    /// The same of two propositions: "Ann married Bob" is the other side of "Bob married Ann", and not of itself.
    pub(super) fn of(self, a: &Proposition, b: &Proposition) -> PredicateMatch {
        let converse = matches!(self.roles, Roles::Converse { .. });
        if converse && a.predicate.lemma == b.predicate.lemma && begins_alike(a, b) {
            return PredicateMatch {
                words: WordRelation::Same,
                likeness: 1000,
                roles: Roles::Same,
                ..self
            };
        }
        if let Some(opposite) = self.by_outcome(a, b) {
            return opposite;
        }
        // Who closes is what is then not open, unless it closes something.
        let closes = |p: &Proposition| p.argument(Role::Object).is_none();
        let intransitive = match self.roles {
            Roles::Causes => closes(a),
            Roles::Caused => closes(b),
            _ => false,
        };
        if intransitive && matches!(self.words, WordRelation::Opposite(_) | WordRelation::Derived) {
            return PredicateMatch {
                roles: Roles::Same,
                ..self
            };
        }
        self
    }

    /// What is done in the one against what happens in the other: "rescued the crew", "the crew died".
    fn by_outcome(self, a: &Proposition, b: &Proposition) -> Option<PredicateMatch> {
        let [first, second] = self.outcomes;
        let (how, done, happened, roles) = match (first, second) {
            (Some(how), _) => (how, a, b, Roles::Causes),
            (None, Some(how)) => (how, b, a, Roles::Caused),
            (None, None) => return None,
        };
        let object = done.argument(Role::Object)?;
        let subject = happened.argument(Role::Subject)?;
        let happens = happened.argument(Role::Object).is_none();
        // "Beat" and "won" tell one thing, unless it is the beaten who won.
        let open = !self.says_something()
            || self.words == WordRelation::Alike
            || object.called().eq_ignore_ascii_case(subject.called());
        (happens && open).then_some(PredicateMatch {
            words: WordRelation::Opposite(how),
            likeness: self.likeness.max(850),
            roles,
            ..self
        })
    }

    /// Whether the predicates say something of each other, so that it is worth matching their arguments.
    pub(super) fn says_something(self) -> bool {
        !matches!(self.words, WordRelation::Unrelated | WordRelation::Sibling)
    }
}

/// Whether a proposition puts its subject on a scale or a number on it.
pub(super) fn measures(proposition: &Proposition) -> bool {
    let predicate = &proposition.predicate;
    let counted = |q: &Qualifier| matches!(q, Qualifier::Quantity { .. });
    proposition.qualifiers.iter().any(counted)
        || predicate.class == PredicateClass::Existence
        || degree::level(&predicate.lemma, pos(predicate)).is_some()
        || degree::direction(&predicate.lemma, pos(predicate)).is_some()
}

/// The part of speech under which the lexicon holds a predicate's lemma.
pub(crate) fn pos(predicate: &Predicate) -> Pos {
    match predicate.class {
        PredicateClass::State if predicate.lemma != "be" => Pos::Adjective,
        PredicateClass::Nominal => Pos::Noun,
        _ => Pos::Verb,
    }
}
