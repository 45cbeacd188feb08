//! Compares claims across documents: who claims what, where the sources agree, where they conflict, and why.
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod align;
mod attribution;
mod claim;
mod commitment;
mod comparer;
#[doc(hidden)]
pub mod cover;
mod entity;
mod error;
mod event;
mod extract;
mod group;
pub mod judge;
mod judgement;
mod lexicon;
mod logic;
pub mod measure;
#[doc(hidden)]
pub mod model;
mod parsed;
mod proposition;
pub mod report;
mod source;
mod span;
mod stance;
pub mod text;
mod unread;

pub use align::{Alignment, Pair};
pub use attribution::Attribution;
pub use claim::{Basis, Claim, Evidence, EvidenceKind, Resolved};
pub use commitment::{Commitment, Factuality, Holder, Stance};
pub use comparer::{
    Builder, Check, CheckedClaim, Comparer, Extent, Reader, StanceFinding, Testimony, TextRelation, Verdict,
    WhyNot, attributions, check, claims, claims_of_conllu, compare, factuality, relate, relate_texts, stance,
};
pub use entity::{Entity, EntityKind, Resolution};
pub use error::Error;
pub use event::{Event, Standing};
pub use group::{Finding, Issue, Position, Varies};
pub use judge::{Judge, RuleJudge, fold};
pub use judgement::{Direction, Judgement, Kind, Link, Natural, Relation, Step, Strength, Voice};
pub use parsed::Parsed;
pub use proposition::{
    Argument, Modifier, ModifierKind, Predicate, PredicateClass, Proposition, Qualifier, Quantifier, Role,
    Tense, Term,
};
pub use report::Report;
pub use source::{Document, Source};
pub use span::{Field, Span, Words};
pub use unread::{Unread, UnreadReason};

#[doc = include_str!("figures.md")]
pub mod figures {}

/// The README, so that its code is tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
