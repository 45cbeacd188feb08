//! One finding, which several links may say again.

use serde::{Deserialize, Serialize};

use crate::judgement::Link;

/// An agreement or a conflict, shown once however many pairs of sentences say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The id of the link that says it best.
    pub link: String,
    /// The ids of the links that say it again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

impl Finding {
    /// A finding of one link.
    pub fn alone(link: &Link) -> Finding {
        Finding {
            link: link.id.clone(),
            also: Vec::new(),
        }
    }
}
