//! What WordNet lets a form be: the tags that a rare word may have, whatever its ending looks like.

use super::lemma::{Kind, Lemmas, by_rule};
use super::token::Upos;
use crate::lexicon::wordnet::{self, Pos};

/// The inflections that a form can show, a bit for each, and whether it is written small; none for a form that WordNet does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Uses(u16);

/// The number of [`Uses::class`]es.
pub(crate) const USES: usize = 1 << 9;

const NOUN: u16 = 1;
const PLURAL: u16 = 2;
const VERB: u16 = 4;
const THIRD: u16 = 8;
const PAST: u16 = 16;
const ING: u16 = 32;
const ADJECTIVE: u16 = 64;
const DEGREE: u16 = 128;
const ADVERB: u16 = 256;
/// The form has no capital: no name, for once that WordNet knows it.
const SMALL: u16 = 512;

impl Uses {
    /// Looks a form up, and the bases that it can be inflected from.
    pub(crate) fn of(form: &str, lemmas: &Lemmas) -> Uses {
        if !form.starts_with(char::is_alphabetic) || form.contains(['.', '\'', '@', '/']) {
            return Uses::default();
        }
        let lower = form.to_lowercase();
        let mut uses = 0;
        for (pos, bit) in Pos::ALL.into_iter().zip([NOUN, VERB, ADJECTIVE, ADVERB]) {
            if wordnet::is_known(&lower, pos) {
                uses |= bit;
            }
        }
        for (kind, ending, bit) in [
            (Kind::Plural, "s", PLURAL),
            (Kind::Third, "s", THIRD),
            (Kind::Past, "ed", PAST),
            (Kind::Ing, "ing", ING),
            (Kind::Comparative, "er", DEGREE),
            (Kind::Superlative, "est", DEGREE),
        ] {
            let regular = || {
                let base = by_rule(&lower, kind);
                base != lower
                    && kind
                        .parts()
                        .into_iter()
                        .flatten()
                        .any(|&pos| wordnet::is_known(&base, pos))
            };
            if lemmas.listed(kind, &lower).is_some_and(|base| base != lower)
                || lower.ends_with(ending) && regular()
            {
                uses |= bit;
            }
        }
        if let Some(stem) = lower.strip_suffix("ly")
            && wordnet::is_known(stem, Pos::Adjective)
        {
            uses |= ADVERB;
        }
        if uses != 0 && !form.starts_with(char::is_uppercase) {
            uses |= SMALL;
        }
        Uses(uses)
    }

    /// The inflections as one number.
    pub(crate) fn class(self) -> usize {
        usize::from(self.0) % USES
    }

    /// Whether WordNet knows the form.
    pub(crate) fn is_word(self) -> bool {
        self.0 & !SMALL != 0
    }

    /// Whether the form can be something else than a noun.
    pub(crate) fn beyond_nouns(self) -> bool {
        self.0 & (VERB | THIRD | PAST | ING | ADJECTIVE | DEGREE | ADVERB) != 0
    }

    /// Whether the form can be that of a verb that has an ending.
    pub(crate) fn bends(self) -> bool {
        self.0 & (THIRD | PAST | ING) != 0
    }

    /// Says whether the form can have a tag. Tags of other words than nouns, verbs, adjectives and adverbs are not WordNet's matter.
    pub(crate) fn allow(self, upos: Upos, xpos: &str) -> bool {
        let needed = match (upos, xpos) {
            (_, "NNP" | "NNPS") => return self.0 & SMALL == 0,
            (Upos::Noun, _) => NOUN | PLURAL | ING,
            (Upos::Verb, "VBZ") => THIRD,
            (Upos::Verb, "VBG") => ING,
            // "cut", "beat": the past is the base.
            (Upos::Verb, "VBD" | "VBN") => PAST | VERB,
            (Upos::Verb, _) => VERB,
            (Upos::Adj, "JJ") => ADJECTIVE | PAST | ING,
            (Upos::Adj, "JJR" | "JJS") => ADJECTIVE | DEGREE,
            (Upos::Adj, _) => ADJECTIVE,
            (Upos::Adv, _) => ADVERB | DEGREE,
            _ => return true,
        };
        self.0 == 0 || self.0 & needed != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_the_tags_that_wordnet_knows() {
        let lemmas = Lemmas::read("d stood stand");
        for (form, upos, xpos, allowed) in [
            ("ally", Upos::Noun, "NN", true),
            ("ally", Upos::Adv, "RB", false),
            ("ally", Upos::Verb, "VB", true),
            ("borders", Upos::Verb, "VBZ", true),
            ("borders", Upos::Noun, "NNS", true),
            ("borders", Upos::Adj, "JJ", false),
            ("stood", Upos::Verb, "VBD", true),
            ("stood", Upos::Noun, "NN", false),
            ("booming", Upos::Adj, "JJ", true),
            ("ally", Upos::Propn, "NNP", false),
            ("Ally", Upos::Propn, "NNP", true),
            ("Widget's", Upos::Adv, "RB", true),
            ("quuxly", Upos::Verb, "VB", true),
        ] {
            assert_eq!(
                Uses::of(form, &lemmas).allow(upos, xpos),
                allowed,
                "{form} as {xpos}"
            );
        }
    }
}
