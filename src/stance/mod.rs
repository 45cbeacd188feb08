//! What a document does with a claim that it is asked about: affirms, denies, hedges, reports it, or is silent.
//!
//! Two questions, one after the other. *Does the document speak of it?* Its words are compared with the claim's, sentence by
//! sentence and over all, by lemma, family and likeness ([`topic`]); that is looser than agreement, because a headline tells
//! a story in other words. *What does it do there?* The sentences that speak of it most, the title and the first ones are
//! read for what refutes ("is a hoax", "did not", "No, …") and for what leaves open ("reportedly", a question), by the words'
//! places in their trees ([`words`], [`manner`]). Both together give the stance, and the claims that show it ([`weigh`]).

mod colon;
mod manner;
mod topic;
mod tree;
mod weigh;
mod words;

use std::sync::Arc;

use crate::claim::Claim;
use crate::span::Field;
use crate::text::Sentence;

pub(crate) use topic::About;
pub(crate) use weigh::weigh;

/// A text read for its stance, or the claim that is asked about.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    /// The id of the document.
    pub(crate) document: String,
    /// Its sentences, the title's first.
    pub(crate) told: Vec<Told>,
    /// Its claims.
    pub(crate) claims: Vec<Claim>,
    words: topic::Words,
}

/// A sentence with the text that it stands in.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    field: Field,
    text: Arc<str>,
    sentence: Sentence,
    manner: manner::Manner,
}

impl Subject {
    /// Takes the sentences of a document, field by field, and its claims.
    pub(crate) fn new(
        document: &str,
        fields: Vec<(Field, Arc<str>, Vec<Sentence>)>,
        claims: Vec<Claim>,
    ) -> Subject {
        let told: Vec<Told> = fields
            .into_iter()
            .flat_map(|(field, text, sentences)| {
                sentences.into_iter().map(move |sentence| Told {
                    field,
                    manner: manner::Manner::read(&sentence, &text),
                    text: Arc::clone(&text),
                    sentence,
                })
            })
            .collect();
        Subject {
            document: document.to_owned(),
            words: topic::Words::new(&told),
            told,
            claims,
        }
    }

    /// How the document speaks of what is asked; `None` if it does not.
    pub(crate) fn speaks_of(&self, asked: &Subject) -> Option<About> {
        Some(self.words.about(&asked.words)).filter(|about| about.speaks)
    }
}
