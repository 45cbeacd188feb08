//! Compares claims across documents.

pub mod text;
