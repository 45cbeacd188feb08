//! Claims to pairs: which are worth comparing, and which argument of one answers which argument of the other.
//!
//! Never decides agreement: an [`Alignment`] says how words and terms relate, and what has no counterpart.

mod aligner;
mod alike;
mod arguments;
mod denied;
mod keys;
mod lexis;
mod meaning;
mod memo;
mod met;
mod names;
mod numbers;
mod passage;
mod predicate;
mod situation;
mod telling;
mod term;
mod wording;
mod words;

use crate::claim::Claim;
use crate::lexicon::wordnet::Pos;
use crate::measure::{PeriodRelation, Quantity, QuantityRelation};
use crate::proposition::{Proposition, Qualifier, Role, Term};

pub(crate) use aligner::{Aligner, Memory};
pub(crate) use denied::Denials;
pub use denied::Denied;
pub use keys::candidates;
pub(crate) use keys::{Index, denies_another, repeats, share_keys};
pub(crate) use names::narrowed_apart;
pub use passage::Passage;
pub(crate) use passage::Passages;
pub(crate) use predicate::pos;
pub use predicate::{PredicateMatch, Roles};
pub(crate) use situation::Situations;
pub(crate) use telling::{is_number, stems};
pub use term::{TermMatch, Ways};
pub(crate) use term::{numbers_beside, opposite_adverbs, says_no_more};
pub use wording::Wording;
pub(crate) use wording::Wordings;
pub use words::{Opposition, WordRelation};
pub(crate) use words::{is_pronoun, without_particle};

/// How two words relate, and how alike they are in thousandths.
pub(crate) fn compare_words(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> (WordRelation, u16) {
    let found = words::compare(a, a_pos, b, b_pos);
    (found.relation, found.likeness)
}

/// What may be assumed of two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Situation {
    /// Both describe one situation: definite descriptions that fit corefer.
    #[default]
    One,
    /// Both describe one situation in the same words: a word means in the one what it means in the other, "we" too.
    Verbatim,
    /// Nothing is known: the claims themselves must show that they speak of the same.
    Unknown,
}

/// A part of a proposition that can be matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The argument at an index.
    Argument(usize),
    /// The qualifier at an index.
    Qualifier(usize),
    /// A modifier within an argument, by the indices of both.
    Within(usize, usize),
    /// The modifier of the predicate at an index.
    Modifier(usize),
}

/// Two parts that answer each other.
#[derive(Debug, Clone, PartialEq)]
pub struct PartMatch {
    /// The part of the first proposition.
    pub a: Part,
    /// The part of the second.
    pub b: Part,
    /// How their terms relate.
    pub terms: TermMatch,
    /// How the numbers on them relate, where both have one.
    pub quantities: Option<QuantityRelation>,
}

/// How two propositions correspond.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// What may be assumed.
    pub situation: Situation,
    /// How the predicates relate and which role answers which.
    pub predicate: PredicateMatch,
    /// The parts that answer each other.
    pub parts: Vec<PartMatch>,
    /// Whether subject and object of the one are object and subject of the other.
    pub swapped: bool,
    /// Parts of the first without a counterpart.
    pub only_a: Vec<Part>,
    /// Parts of the second without a counterpart.
    pub only_b: Vec<Part>,
    /// How the times relate, where both tell one.
    pub times: Option<PeriodRelation>,
    /// How quantities that measure the predicates relate, with their places.
    pub quantities: Option<(usize, usize, QuantityRelation)>,
    /// The words that both claims are told in, where whole documents are compared and these share much.
    pub wording: Option<Wording>,
    /// What one claim denies and the other tells, where whole documents are compared.
    pub denied: Option<Denied>,
    /// Whether whole documents are compared, and nothing says that two claims were picked because they meet.
    pub documents: bool,
    /// What their sentences share, where whole documents are compared.
    pub passage: Option<Passage>,
}

impl Alignment {
    /// The same of two claims of documents, with the words that both are told in and what one of them denies: then their times
    /// count, however little their predicates say of each other.
    pub(crate) fn of_documents(
        self,
        wording: Option<Wording>,
        denied: Option<Denied>,
        (a, b): (&Claim, &Claim),
    ) -> Alignment {
        let meets = wording.is_some() || denied.is_some();
        let times = self.times.or_else(|| {
            let times = || times(&a.proposition, &b.proposition);
            meets.then(times).flatten()
        });
        Alignment {
            times,
            wording,
            denied,
            documents: true,
            ..self
        }
    }

    /// The same of two claims whose sentences share something.
    pub(crate) fn within(self, passage: Option<Passage>) -> Alignment {
        Alignment { passage, ..self }
    }
}

/// Two claims with their alignment: what a judge sees.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'p> {
    a: &'p Claim,
    b: &'p Claim,
    alignment: &'p Alignment,
}

impl<'p> Pair<'p> {
    /// Two claims with their alignment.
    pub fn new(a: &'p Claim, b: &'p Claim, alignment: &'p Alignment) -> Pair<'p> {
        Pair { a, b, alignment }
    }

    /// The first claim.
    pub fn a(&self) -> &'p Claim {
        self.a
    }

    /// The second claim.
    pub fn b(&self) -> &'p Claim {
        self.b
    }

    /// How their propositions correspond.
    pub fn alignment(&self) -> &'p Alignment {
        self.alignment
    }
}

/// Aligns two propositions. The cost grows with the product of their numbers of arguments, which are few.
pub fn align(a: &Proposition, b: &Proposition, situation: Situation) -> Alignment {
    aligner::align_once(a, b, situation)
}

/// The closest relation among the times of the two: the last of the list when any pair is the same.
fn times(a: &Proposition, b: &Proposition) -> Option<PeriodRelation> {
    let rank = |r: &PeriodRelation| match r {
        PeriodRelation::Same => 5,
        PeriodRelation::Within | PeriodRelation::Contains => 4,
        PeriodRelation::Overlaps => 3,
        PeriodRelation::Disjoint => 2,
        PeriodRelation::Unknown => 1,
    };
    a.times()
        .flat_map(|x| b.times().map(move |y| x.compare(y)))
        .max_by_key(rank)
}

/// The relation between the quantities that measure the predicates. Where several stand on a side, those that can be
/// compared count.
fn quantities(a: &Proposition, b: &Proposition) -> Option<(usize, usize, QuantityRelation)> {
    fn of(p: &Proposition) -> impl Iterator<Item = (usize, &Quantity)> + Clone {
        p.qualifiers.iter().enumerate().filter_map(|(i, q)| match q {
            Qualifier::Quantity { quantity, .. } => Some((i, quantity)),
            _ => None,
        })
    }
    let right = of(b);
    let all = of(a).flat_map(|(i, x)| right.clone().map(move |(j, y)| (i, j, x.compare(y))));
    all.min_by_key(|(i, j, r)| (*r == QuantityRelation::Incommensurable, *i, *j))
}

impl Part {
    /// The term of the part in its proposition; times and quantities have none.
    pub fn term(self, proposition: &Proposition) -> Option<&Term> {
        match self {
            Part::Argument(i) => proposition.arguments.get(i).map(|a| &a.term),
            Part::Within(i, j) => proposition
                .arguments
                .get(i)?
                .term
                .modifiers
                .get(j)
                .map(|m| &m.term),
            Part::Modifier(i) => proposition.predicate.modifiers.get(i).map(|m| &m.term),
            Part::Qualifier(i) => match proposition.qualifiers.get(i)? {
                Qualifier::Place { term, .. } | Qualifier::Clause { term, .. } => Some(term),
                Qualifier::Time { .. } | Qualifier::Quantity { .. } => None,
            },
        }
    }

    /// The role of the part, if it is an argument.
    pub fn role(self, proposition: &Proposition) -> Option<Role> {
        match self {
            Part::Argument(i) => proposition.arguments.get(i).map(|a| a.role),
            _ => None,
        }
    }
}

impl PartMatch {
    /// Whether the two parts name the same, or one is a kind of the other.
    pub fn meets(&self) -> bool {
        self.terms.relation.is_near()
    }
}
