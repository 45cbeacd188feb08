//! How much of two documents a link shows.

use super::Report;
use crate::claim::Claim;
use crate::judgement::Link;
use crate::span::Words;

/// A passage of more characters than this is no quote.
pub(super) const LONGEST: usize = 320;

impl Report {
    /// The words of both sides that a link rests on: the quotes of its claims, or their whole sentences if it is these that
    /// say the same, unless they are very long.
    pub fn shown(&self, link: &Link) -> Option<[Words; 2]> {
        let (a, b) = (self.claim(&link.a)?, self.claim(&link.b)?);
        Some(self.shown_of(link, a, b))
    }

    /// The same where the claims of the link are at hand.
    pub(super) fn shown_of(&self, link: &Link, a: &Claim, b: &Claim) -> [Words; 2] {
        let whole = link.judgement.is_by_sentences();
        [a, b].map(|claim| {
            let sentence = Some(claim.sentence).filter(|_| whole);
            let sentence = sentence.and_then(|at| Some((at, self.document(&claim.document)?.quote(at)?)));
            match sentence.filter(|(_, text)| text.chars().count() <= LONGEST) {
                Some((span, text)) => Words {
                    span,
                    text: text.to_owned(),
                },
                None => claim.quote.clone(),
            }
        })
    }
}
