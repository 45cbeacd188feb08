//! From claims to links: which pairs are judged at all, and what of it is kept.

use std::collections::{BTreeMap, HashSet};

use itertools::Itertools;

use super::Comparer;
use crate::align::{
    self, Aligner, Denials, Index, Memory, Pair, Passage, Passages, Situation, Situations, Wording, Wordings,
};
use crate::claim::Claim;
use crate::error::Error;
use crate::judgement::{Judgement, Link, Relation};
use crate::source::Document;
use crate::span::Span;

impl Comparer {
    /// The links between claims of different documents.
    pub(super) fn links(&self, documents: &[Document], claims: &[Claim]) -> Result<Vec<Link>, Error> {
        let repeats = align::repeats(claims);
        let wanted = |i: usize, j: usize| !repeats.contains(&i) && !repeats.contains(&j);
        let mut links = Vec::new();
        let situations = Situations::new(claims);
        self.each_link(
            (documents, claims),
            claims.len(),
            situations,
            wanted,
            |a, b, judgement| {
                links.push((a, b, Link::new(&a.id, &b.id, judgement)));
            },
        )?;
        // Sentences that say the same do not say the opposite.
        let excluded: HashSet<_> = links
            .iter()
            .filter(|(.., link)| link.judgement.relation == Relation::Conflict)
            .map(|(a, b, _)| (place(a), place(b)))
            .collect();
        let kept = links.into_iter().filter(|(a, b, link)| {
            !link.judgement.is_by_sentences() || !excluded.contains(&(place(a), place(b)))
        });
        Ok(kept.map(|(.., link)| link).collect())
    }

    /// Hands over every two claims of different documents that are linked, with their judgement, provided that the first
    /// is one of the first `leading` and the two are wanted.
    pub(super) fn each_link<'c>(
        &self,
        (documents, claims): (&'c [Document], &'c [Claim]),
        leading: usize,
        mut situations: Situations,
        wanted: impl Fn(usize, usize) -> bool,
        mut found: impl FnMut(&'c Claim, &'c Claim, Judgement),
    ) -> Result<(), Error> {
        let (mut told, mut passages) = self.threads.both(
            || Wordings::new(claims).all(leading),
            || Passages::new(claims, leading, sentences(documents)),
        );
        let told_alike = told.keys().map(|&(i, j)| (i, j, false)).collect_vec();
        let within = passages.pairs().map(|(i, j)| (i, j, false)).collect_vec();
        let index = Index::new(claims);
        let pairs = index.pairs().merge(told_alike).merge(within);
        let pairs = pairs.dedup_by(|x, y| (x.0, x.1) == (y.0, y.1));
        let mut candidates = pairs
            .take_while(|(i, ..)| *i < leading)
            .filter(|&(i, j, _)| wanted(i, j))
            .filter_map(|(i, j, denied)| {
                let situation = situations.of(i, j);
                // Of two stories that may have nothing to do with each other, only claims that share a name can meet, and what
                // is denied in one is not told in the other.
                if situation == Situation::Unknown && (denied || !situations.share_a_name(i, j)) {
                    return None;
                }
                Some(Candidate {
                    places: (i, j),
                    claims: (claims.get(i)?, claims.get(j)?),
                    situation,
                    denied,
                    // One sentence told twice says nothing against itself, however it was read.
                    repeated: situations.one_sentence(i, j) || situations.one_voice(i, j),
                    wording: told.remove(&(i, j)),
                    passage: passages.take(i, j),
                    judged: Ok(None),
                })
            });
        let (aligner, denials) = (Aligner::new(claims), Denials::new(claims));
        let (mut batch, mut memories) = (Vec::with_capacity(BATCH), Vec::new());
        loop {
            batch.extend(candidates.by_ref().take(BATCH));
            if batch.is_empty() {
                return Ok(());
            }
            self.threads
                .each(&mut batch, SHARE, &mut memories, |candidate, memory| {
                    candidate.judged = self.judge_candidate(candidate, (&aligner, &denials), memory);
                });
            for candidate in batch.drain(..) {
                if let Some(judgement) = candidate.judged? {
                    found(candidate.claims.0, candidate.claims.1, judgement);
                }
            }
        }
    }

    /// The judgement of two claims, if it makes a link.
    fn judge_candidate(
        &self,
        candidate: &mut Candidate<'_>,
        (aligner, denials): (&Aligner<'_>, &Denials<'_>),
        memory: &Memory,
    ) -> Result<Option<Judgement>, Error> {
        let ((i, j), (a, b)) = (candidate.places, candidate.claims);
        let Some(alignment) = aligner.align((i, j), candidate.situation, memory) else {
            return Ok(None);
        };
        let denied_of = denials.of(i, j, &alignment);
        let mut alignment = alignment
            .of_documents(candidate.wording.take(), denied_of, (a, b))
            .within(candidate.passage.take());
        // What shares nothing else can only be denied, and that only if it is told what is denied.
        if candidate.denied && alignment.denied.is_none_or(|d| !d.matter) {
            return Ok(None);
        }
        let judgement = self.judge.link(&Pair::new(a, b, &alignment))?;
        // What another thread made room for is let go there: two that free what one of them holds wait for each other.
        candidate.wording = alignment.wording.take();
        candidate.passage = alignment.passage.take();
        Ok(judgement.filter(|judgement| {
            judgement.confidence >= self.threshold
                && match judgement.relation {
                    Relation::Agree => !candidate.denied,
                    Relation::Conflict => !candidate.repeated,
                    Relation::Neutral => false,
                }
        }))
    }
}

/// So many pairs are judged before what was found is handed over.
const BATCH: usize = 8192;

/// A thread that judges fewer pairs is not worth its start.
const SHARE: usize = 256;

/// Two claims that may make a link.
struct Candidate<'c> {
    places: (usize, usize),
    claims: (&'c Claim, &'c Claim),
    situation: Situation,
    /// Whether they share only what is said, which one of them denies.
    denied: bool,
    /// Whether they stand in one sentence that is told twice, or are one voice's in the same words.
    repeated: bool,
    wording: Option<Wording>,
    passage: Option<Passage>,
    /// What they come to, once they are judged.
    judged: Result<Option<Judgement>, Error>,
}

/// The sentence that a claim stands in, and its document.
fn place(claim: &Claim) -> (&str, Span) {
    (&claim.document, claim.sentence)
}

/// Finds the sentence that a claim of the documents stands in.
pub(super) fn sentences<'d>(documents: &'d [Document]) -> impl Fn(&'d Claim) -> Option<&'d str> {
    let named = documents.iter().filter_map(|d| Some((d.id.as_deref()?, d)));
    let named: BTreeMap<&str, &Document> = named.collect();
    move |claim| named.get(claim.document.as_str())?.quote(claim.sentence)
}

#[cfg(test)]
mod tests {
    use crate::{Document, Relation, compare};

    /// How many claims of two documents are linked as an agreement.
    fn agreements(a: &str, b: &str) -> usize {
        let report = compare(&[Document::new("A", a), Document::new("B", b)]).expect("two documents");
        let links = report.links().iter();
        links.filter(|l| l.judgement.relation == Relation::Agree).count()
    }

    #[test]
    fn one_and_the_same_words_mean_the_same() {
        let around = "Nadia Brandt met Pavel Novak in Porto. ";
        let long = format!("{around}“We have nothing to do with it,” she said.");
        let also = format!("{around}“We have nothing to do with it,” the director said.");
        let other = format!("{around}“We have something to do with that,” the director said.");
        assert_eq!(agreements(&long, &also), 2);
        assert_eq!(agreements(&long, &other), 1);
    }

    #[test]
    fn one_story_is_told_where_the_names_that_count_are_shared() {
        let a = "Police hold Nadia Brandt. Nadia Brandt was seized in Porto. Nadia Brandt denies it. Her lawyer spoke.";
        let b = "Brandt, who comes from Porto, was seized. Lisbon, Madrid, Paris and Rome are far away. Rain fell.";
        assert!(agreements(a, b) > 0);
    }

    #[test]
    fn any_part_of_a_name_shows_that_one_story_is_told() {
        let a = "Dorian Vale has been fired by the brewery. Dorian Vale sings.";
        assert_eq!(agreements(a, "Dorian was fired by the brewery. Rain fell."), 1);
        assert_eq!(agreements(a, "Tobias was fired by the brewery. Rain fell."), 0);
    }

    #[test]
    fn a_word_that_is_its_own_other_side_tells_the_same_twice() {
        let may = "Nadia Brandt married Pavel Novak in May.";
        assert_eq!(agreements(may, "Nadia Brandt married Pavel Novak."), 1);
        assert_eq!(agreements(may, "Pavel Novak married Nadia Brandt."), 1);
        assert_eq!(agreements(may, "Nadia Brandt married Oskar Lind."), 0);
    }
}
