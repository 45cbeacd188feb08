//! Compares claims across documents: who claims what, where the sources agree, where they conflict, and why.
//!
//! ```
//! use crosscheck::{Document, Relation, compare};
//!
//! let report = compare(&[
//!     Document::new("Herald", "Tollard Bridge is closed, the mayor said. The flood in Hexley destroyed nearly 150 houses."),
//!     Document::new("Tribune", "Tollard Bridge is open. The flood in Hexley destroyed 147 houses."),
//! ])?;
//! let link = report.conflicts().next().expect("a closed bridge is not open");
//! assert_eq!(link.judgement.relation, Relation::Conflict);
//!
//! let printed = report.text().to_string();
//! assert!(printed.contains(r#"
//! 1. Opposites: the mayor (quoted by Herald) against Tribune (90%)
//!    Herald   “Tollard Bridge is closed” — stated by the mayor
//!    Tribune  “Tollard Bridge is open” — own voice
//!    why      "closed" is the opposite of "open".
//! "#));
//! assert!(printed.contains("
//! 1. The same number, rounded: Herald and Tribune (89%)
//!    Herald   “The flood in Hexley destroyed nearly 150 houses”
//!    Tribune  “The flood in Hexley destroyed 147 houses”
//!    why      The numbers are the same within their precision.
//! "));
//! # Ok::<(), crosscheck::Error>(())
//! ```
//!
//! Begin with [`compare`]: [`Document`]s go in, a [`Report`] comes out, with every [`Claim`], every [`Link`] between two claims
//! and the [`Judgement`] that made it; it prints itself as text, as Markdown and as [JSON](report). [`check`] sets a draft against
//! sources, [`stance`] tells what a document does with one claim, [`claims`] reads one document. A [`Comparer`] does the same
//! with names declared, a [`Judge`] of your own or in several threads.
//!
//! ```
//! use crosscheck::{Document, Verdict, check};
//!
//! let draft = Document::new("draft", "Tollard Bridge is open. The flood in Hexley destroyed 40 houses.");
//! let source = Document::new("Herald", "Tollard Bridge is open. The flood in Hexley destroyed nearly 150 houses.");
//! let verdicts: Vec<Verdict> = check(&draft, &[source])?.claims.iter().map(|claim| claim.verdict).collect();
//! assert_eq!(verdicts, [Verdict::Supported, Verdict::Contradicted]);
//! # Ok::<(), crosscheck::Error>(())
//! ```
//!
//! Documents are taken to tell of one event only where their names show it. [`relate`] and [`relate_texts`] compare two claims or
//! two short texts that are known to: "the bridge" in one is the bridge in the other.
//!
//! It never says who is right, reads English prose only, and misses what takes knowledge of the world to see. How good it is, and
//! how fast, stands in [`figures`], a page without code. Two features are for maintainers, and nothing else needs them: `train`
//! adds what makes the embedded data ([`text`] has then a module more), `ablate` leaves out a rule or a resource, to measure what
//! it adds.
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

#[cfg_attr(not(feature = "ablate"), doc(hidden))]
pub mod ablation;
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
