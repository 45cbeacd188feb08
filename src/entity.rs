//! Somebody or something named.

use serde::{Deserialize, Serialize};

/// What sort of thing a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, a body, a party, an armed force.
    Organisation,
    /// A country, as a place or as the one who acts for it.
    Country,
    /// A city, a region, a river, a building.
    Place,
    /// A named happening.
    Event,
    /// Anything else with a name, and names that nothing tells apart.
    #[default]
    Other,
}

/// How a form in a text was taken to mean an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Resolution {
    /// The form is the name itself.
    #[default]
    AsWritten,
    /// A known other name ("the DPRK").
    Alias,
    /// A known abbreviation ("WHO").
    Acronym,
    /// An adjective or noun of a people ("Russian").
    Demonym,
    /// A capital or a seat of power that stands for its government ("Moscow", "the White House").
    Metonym,
    /// A part of a longer name in the same document ("Shoigu").
    ShortForm,
    /// A pronoun ("he", "its").
    Pronoun,
    /// A definite description ("the minister", "both countries").
    Description,
    /// An alias that the caller declared.
    Declared,
}

/// Somebody or something named, with the way from the words of the text to the name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Entity {
    /// The name that stands for all forms: the known canonical name, else the longest form in the document.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The form that stands in the text here.
    pub form: String,
    /// How the form was resolved to the name.
    pub resolution: Resolution,
    /// Other names that the form could mean, when it is ambiguous.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<String>,
}
