//! Links gathered: issues with their positions, and findings that several links say again. It compares no words, only
//! slots, values and judgements.

mod finding;
mod issue;
mod slot;

pub use finding::Finding;
pub(crate) use finding::findings;
pub use issue::{Issue, Position, Varies};
pub(crate) use slot::issues;
