//! Quotations that run over sentences: whose they are where the sentence has no cue of its own.

use super::attribution::Links;
use super::reading::Reading;

/// Links the sentences of quotations to the cue of the nearest speaker.
pub(crate) fn link(reading: &Reading<'_>, links: &mut Links) {
    let _ = (reading, links);
}
