//! Verbs whose particle decides what they say: "put on" against "take off". A particle counts where the other text has the
//! opposite; elsewhere the verb alone says enough.

use crate::align::compare_words;
use crate::lexicon::opposites;
use crate::lexicon::wordnet::Pos;
use crate::text::{Deprel, Sentence, Token, Upos};

/// The verbs with a particle of either text of which the other has an opposite.
pub(crate) fn opposed(a: (&str, &[Sentence]), b: (&str, &[Sentence])) -> Vec<String> {
    let (first, second) = (phrases(a), phrases(b));
    let mut found = Vec::new();
    for x in &first {
        for y in &second {
            let both = x.contains(' ') || y.contains(' ');
            if both && compare_words(x, Pos::Verb, y, Pos::Verb).0.excludes() {
                found.extend([x.clone(), y.clone()]);
            }
        }
    }
    found
}

/// The verbs of a text, with their particles.
fn phrases((text, sentences): (&str, &[Sentence])) -> Vec<String> {
    let verbs = |s: &Sentence| -> Vec<String> {
        let all = (0..s.tokens.len()).filter(|&i| s.tokens.get(i).is_some_and(|t| t.upos == Upos::Verb));
        all.map(|i| {
            let bare = || s.tokens.get(i).map_or(String::new(), |t| t.lemma.to_lowercase());
            phrase(text, &s.tokens, i).map_or_else(bare, |(phrase, _)| phrase)
        })
        .collect()
    };
    sentences.iter().flat_map(verbs).collect()
}

/// A verb and its particle, where the two together have an opposite, and the place of the particle.
pub(super) fn phrase(text: &str, tokens: &[Token], verb: usize) -> Option<(String, usize)> {
    let token = tokens.get(verb).filter(|t| t.upos == Upos::Verb)?;
    let belongs = |&i: &usize| {
        tokens.get(i).is_some_and(|t| {
            let beside = i == verb + 1 && matches!(t.deprel, Deprel::Advmod | Deprel::Case);
            t.head == Some(verb) && matches!(t.deprel, Deprel::CompoundPrt | Deprel::Advmod) || beside
        })
    };
    (verb + 1..tokens.len()).filter(belongs).find_map(|i| {
        let particle = tokens.get(i)?.form(text).to_lowercase();
        let phrase = format!("{} {particle}", token.lemma.to_lowercase());
        opposites::is_particle_verb(&phrase).then_some((phrase, i))
    })
}
