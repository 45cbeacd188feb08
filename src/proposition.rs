//! What is claimed, free of negation and hedging: a predicate, its arguments by role, its qualifiers.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::entity::Entity;
use crate::measure::{Period, Quantity};
use crate::span::{Span, Words};

/// A predicate with its arguments and qualifiers.
///
/// "Russia is not an ally of North Korea" has the predicate *ally* (a relation), the subject Russia and the oblique
/// argument North Korea (marker "of"); that it is denied stands in the claim's commitments.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Proposition {
    /// What is said of the arguments.
    pub predicate: Predicate,
    /// Who or what it is said of. Roles are deep: the subject of a passive is an object here.
    pub arguments: Vec<Argument>,
    /// When, where, how much, under which condition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualifiers: Vec<Qualifier>,
}

/// The grammatical form of a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PredicateClass {
    /// A verb, or a noun that stands for one ("the reopening of the line"): what happens or is done.
    #[default]
    Event,
    /// An adjective or a locative phrase: how something is ("is closed").
    State,
    /// A noun: what something is ("is a country", "is the president"), or is to something ("is an ally of").
    Nominal,
    /// That something is there ("there is evidence").
    Existence,
}

/// The time of a predicate relative to the moment of speaking, as its verb form tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tense {
    /// Not told (nominalisations, presuppositions, headlines).
    #[default]
    None,
    /// "closed", "was closed", "had closed".
    Past,
    /// "has closed", "has been closed".
    Perfect,
    /// "closes", "is closed", "is closing".
    Present,
    /// "will close", "is going to close".
    Future,
}

/// What is said of the arguments.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Predicate {
    /// The dictionary form, with its particle if it has one ("turn down"). A nominalisation has its verb's
    /// ("reopen" for "the reopening"), a copular clause its complement's ("closed", "ally").
    pub lemma: String,
    /// Its grammatical form.
    pub class: PredicateClass,
    /// Its tense.
    #[serde(default)]
    pub tense: Tense,
    /// Adverbs of a verb or adjective, adjectives and further modifiers of a noun.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<Modifier>,
    /// Whether a noun says that there may be several of them: "a director", "one of the directors".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one_of_several: bool,
}

/// The role of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// Who does it or what is so.
    Subject,
    /// Who or what it is done to.
    Object,
    /// To whom it is given, told, sold ("sold her the car", "sold the car to her").
    Recipient,
    /// What stands with a preposition, named by the argument's marker ("of", "with", "against").
    Oblique,
    /// What is said, wanted, or made of somebody: an embedded clause or a predicative.
    Complement,
}

/// A term in a role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Argument {
    /// The role.
    pub role: Role,
    /// The preposition or conjunction that introduces it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    /// Who or what.
    pub term: Term,
}

/// How much of a term's kind is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Quantifier {
    /// No determiner: a name, a mass noun, a bare plural.
    #[default]
    Bare,
    /// "the", "this", a possessive.
    Definite,
    /// "a", "another".
    Indefinite,
    /// "some", "several", "many", "a few".
    Some,
    /// "most", "the majority of".
    Most,
    /// "few", "hardly any".
    Few,
    /// "more", of which others know how many.
    More,
    /// "fewer", "less".
    Fewer,
    /// "all", "every", "each", "both", "any" under no negation.
    All,
    /// "no", "none", "neither", "any" under a negation. The negation itself stands in the commitments.
    No,
    /// A number; it stands in the term's quantity.
    Number,
}

/// Somebody, something, or several joined.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Term {
    /// Where the whole phrase stands.
    pub span: Span,
    /// The phrase with pronouns and short names resolved, so that it can stand alone.
    pub text: String,
    /// The dictionary form of its head word; of a name, the canonical name.
    pub head: String,
    /// Whom it names, if it is a name, a pronoun or a description resolved to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Entity>,
    /// How much of its kind.
    #[serde(default)]
    pub quantifier: Quantifier,
    /// Whether it is grammatically plural.
    #[serde(default)]
    pub plural: bool,
    /// The number or measure that it is counted with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// What narrows it: adjectives, compounds, possessors, prepositional phrases, relative clauses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<Modifier>,
    /// The joined terms of "Russia and China", each on its own; empty for a single term.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Term>,
}

/// How a modifier is attached to what it narrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ModifierKind {
    /// "the *old* bridge".
    Adjective,
    /// "*practically* non-existent", "closed *again*".
    Adverb,
    /// "the *trade* deal".
    Compound,
    /// "*its* ally", "*Russia's* army".
    Possessor,
    /// "trade *between Russia and China*"; the marker holds the preposition.
    Preposition,
    /// "the man *who left*", "the bridge *closed in May*".
    Clause,
    /// "the minister, *Sergei Shoigu*".
    Apposition,
}

/// What narrows a term or a predicate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Modifier {
    /// How it is attached.
    pub kind: ModifierKind,
    /// The preposition of a [`ModifierKind::Preposition`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    /// The words; an adjective or adverb is a term with a head and no more.
    pub term: Term,
}

/// When, where, how much, under which condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Qualifier {
    /// A time, resolved against the document's date where it has one.
    Time {
        /// The time said.
        period: Period,
        /// The words that say it.
        words: Words,
    },
    /// A place.
    Place {
        /// The preposition.
        marker: String,
        /// The place.
        term: Term,
    },
    /// A quantity that measures the predicate itself: "rose *by 5 per cent*", "stood *at 45*", "lasted *three days*".
    Quantity {
        /// The preposition, empty if there is none.
        marker: String,
        /// The quantity.
        quantity: Quantity,
        /// The words that say it.
        words: Words,
    },
    /// A condition, a purpose, a cause, a concession: a clause that qualifies; the marker is its conjunction.
    Clause {
        /// The conjunction.
        marker: String,
        /// The clause.
        term: Term,
    },
}

impl Term {
    /// The terms joined in this one, or this one alone.
    pub fn parts(&self) -> &[Term] {
        if self.members.is_empty() {
            std::slice::from_ref(self)
        } else {
            &self.members
        }
    }

    fn gather_names<'t>(&'t self, names: &mut BTreeSet<&'t str>, depth: usize) {
        for part in self.parts() {
            names.extend(part.name());
            if depth > 0 {
                part.modifiers
                    .iter()
                    .for_each(|m| m.term.gather_names(names, depth - 1));
            }
        }
    }

    /// The name of the entity, if the term names one.
    pub fn name(&self) -> Option<&str> {
        self.entity.as_ref().map(|e| e.name.as_str())
    }

    /// What it is called: the name of the entity, else the head.
    pub(crate) fn called(&self) -> &str {
        self.name().unwrap_or(&self.head)
    }

    /// Whether it speaks of one thing that is known: a name, "the mill".
    pub(crate) fn is_one_known(&self) -> bool {
        !self.plural && (self.entity.is_some() || self.quantifier == Quantifier::Definite)
    }
}

impl Proposition {
    /// The first term in a role.
    pub fn argument(&self, role: Role) -> Option<&Term> {
        self.arguments.iter().find(|a| a.role == role).map(|a| &a.term)
    }

    /// The names among the arguments, with those that narrow them.
    pub(crate) fn names(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.arguments
            .iter()
            .for_each(|a| a.term.gather_names(&mut names, 3));
        names
    }

    /// The times among the qualifiers.
    pub fn times(&self) -> impl Iterator<Item = &Period> {
        self.qualifiers.iter().filter_map(|q| match q {
            Qualifier::Time { period, .. } => Some(period),
            _ => None,
        })
    }

    /// The words of the first quantity that measures the predicate or counts an argument.
    pub(crate) fn quantity_words(&self) -> Option<&str> {
        let measured = self.qualifiers.iter().find_map(|q| match q {
            Qualifier::Quantity { words, .. } => Some(words.text.as_str()),
            _ => None,
        });
        let counted = || {
            self.arguments
                .iter()
                .find(|a| a.term.quantity.is_some())
                .map(|a| a.term.text.as_str())
        };
        measured.or_else(counted)
    }

    /// The words of the first time.
    pub(crate) fn time_words(&self) -> Option<&str> {
        self.qualifiers.iter().find_map(|q| match q {
            Qualifier::Time { words, .. } => Some(words.text.as_str()),
            _ => None,
        })
    }
}
