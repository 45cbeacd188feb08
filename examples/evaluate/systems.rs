//! The three systems that every task goes through.

use crosscheck::Reader;

/// The systems that a line is printed for, each with how it reads; the overlap of words does not read.
pub(crate) const SYSTEMS: [(&str, Option<Reader>); 3] = [
    ("shipped", Some(Reader::Trained)),
    ("overlap", None),
    ("flat", Some(Reader::Flat)),
];
