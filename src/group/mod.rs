//! Links gathered: issues with their positions, and findings that several links say again. It compares no words, only
//! slots, values and judgements.

mod finding;
mod issue;

pub use finding::Finding;
pub use issue::{Issue, Position, Varies};
