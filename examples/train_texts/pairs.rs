//! Pairs of texts with a label: written, kept apart.

use std::collections::BTreeSet;
use std::error::Error;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Pair {
    pub(crate) id: String,
    pub(crate) a: String,
    pub(crate) b: String,
    pub(crate) label: String,
    /// The article that the claim is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) page: Option<String>,
}

/// Pairs to learn from, in parts. Of the neutral pairs each part is the share of all neutral ones that is given with it.
pub(crate) struct Set {
    pub(crate) parts: Vec<(Vec<Pair>, f64)>,
}

pub(crate) fn write(pairs: &[Pair]) -> Result<String, Box<dyn Error>> {
    let lines: Result<Vec<String>, _> = pairs.iter().map(serde_json::to_string).collect();
    Ok(lines?.join("\n") + "\n")
}

/// The letters and digits of a text in lower case.
pub(crate) fn folded(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// The sentences of a text that was cut into words, folded; those of a word or two are left out.
pub(crate) fn sentences(text: &str) -> BTreeSet<String> {
    text.split(" .").map(folded).filter(|s| s.len() > 12).collect()
}

/// The pairs that share no claim and no sentence of evidence with others.
pub(crate) fn without(pairs: Vec<Pair>, others: &[Pair]) -> Vec<Pair> {
    let claims: BTreeSet<String> = others.iter().map(|p| folded(&p.b)).collect();
    let evidence: BTreeSet<String> = others.iter().flat_map(|p| sentences(&p.a)).collect();
    let kept = |p: &Pair| !claims.contains(&folded(&p.b)) && sentences(&p.a).is_disjoint(&evidence);
    pairs.into_iter().filter(kept).collect()
}

/// A fixed hash (FNV-1a).
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    })
}
