//! One document to its claims: clauses, roles, polarity, certainty, attribution, reference, furniture.

mod reading;
