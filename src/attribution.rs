//! Who says what, in the words of the text: a source, the cue that shows that it speaks, and the content.

use serde::{Deserialize, Serialize};

use crate::commitment::Holder;
use crate::span::Words;

/// One attribution: words that the text puts into somebody's mouth or mind.
///
/// Attributions nest: in "the ministry said that a witness saw it", what the witness saw is told by an attribution that
/// lies inside the content of the ministry's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// Who says or thinks it.
    pub holder: Holder,
    /// The words for who it is; none where nobody is mentioned ("it was reported").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<Words>,
    /// The words that show that somebody says or thinks it.
    pub cue: Vec<Words>,
    /// What is said or thought, in the order of the text.
    pub content: Vec<Words>,
}
