//! One document to its claims: clauses, roles, polarity, certainty, attribution, reference, furniture.
#![allow(dead_code, reason = "the rooms are being joined")]

mod attribution;
mod certainty;
mod commitments;
mod embedding;
mod polarity;
mod quotation;
mod reading;
mod speaker;
