//! The words that the sentences of our own are made of, and their forms. Built only for training.

use std::collections::BTreeSet;

use super::conllu::Annotated;
use super::lemma::{Kind, by_rule};
use super::token::Deprel;
use crate::lexicon::wordnet::{self, Pos};

/// The words that sentences are made of.
pub(super) struct Words {
    pub(super) nouns: Vec<String>,
    pub(super) verbs: Vec<String>,
    /// Verbs whose past is not in -ed.
    pub(super) irregular: BTreeSet<String>,
    pub(super) adjectives: Vec<String>,
    pub(super) names: Vec<String>,
}

impl Words {
    /// Reads them off WordNet, names off the treebanks; `irregular` holds lines of "form lemma", verbs marked with v.
    pub(super) fn new(documents: &[Annotated], irregular: &[(char, String)]) -> Words {
        let irregular = irregular
            .iter()
            .filter(|(class, _)| *class == 'v')
            .filter_map(|(_, line)| line.split_whitespace().nth(1).map(str::to_owned))
            .collect();
        Words {
            nouns: wordnet::words(Pos::Noun, 2)
                .filter(|n| !n.ends_with('s') && !n.ends_with("ing") && !n.ends_with("man") && n.len() > 2)
                .filter(|n| inflect(n, Kind::Plural, &["s", "es"]).is_some())
                .collect(),
            verbs: wordnet::words(Pos::Verb, 3)
                .filter(|v| {
                    !matches!(
                        v.as_str(),
                        "be" | "have" | "do" | "can" | "will" | "must" | "need" | "may" | "get"
                    )
                })
                .collect(),
            irregular,
            adjectives: wordnet::words(Pos::Adjective, 2)
                .filter(|a| !wordnet::is_known(a, Pos::Noun) && !wordnet::is_known(a, Pos::Adverb))
                .collect(),
            names: names(documents),
        }
    }
}

/// Names of one word that do or suffer something.
fn names(documents: &[Annotated]) -> Vec<String> {
    let mut names = BTreeSet::new();
    for document in documents {
        for sentence in &document.sentences {
            for (i, token) in sentence.tokens.iter().enumerate() {
                let form = token.form(&document.text);
                let fits = token.xpos == "NNP"
                    && matches!(
                        token.deprel,
                        Deprel::Nsubj | Deprel::Obj | Deprel::Obl | Deprel::Nmod | Deprel::Conj
                    )
                    && form.chars().next().is_some_and(char::is_uppercase)
                    && form.chars().skip(1).all(char::is_lowercase)
                    && form.len() > 2;
                if fits && sentence.children(i).all(|c| c + 1 != i && c != i + 1) {
                    names.insert(form.to_owned());
                }
            }
        }
    }
    names.into_iter().collect()
}

/// The form with one of the endings whose base is found again.
pub(super) fn inflect(lemma: &str, kind: Kind, endings: &[&str]) -> Option<String> {
    let bases = [
        lemma.to_owned(),
        lemma
            .strip_suffix('y')
            .map(|l| format!("{l}ie"))
            .unwrap_or_default(),
    ];
    let sibilant = ["s", "x", "z", "ch", "sh", "o"]
        .iter()
        .any(|end| lemma.ends_with(end));
    let consonant_y =
        lemma.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| lemma.ends_with(end));
    let ending = match kind {
        Kind::Plural | Kind::Third if sibilant => "es",
        Kind::Past if lemma.ends_with('e') => "d",
        _ => endings.first().copied()?,
    };
    let base = if consonant_y && kind != Kind::Ing {
        bases.get(1)?
    } else {
        bases.first()?
    };
    let ending = if consonant_y && kind == Kind::Past {
        "d"
    } else {
        ending
    };
    let base = if kind == Kind::Ing {
        base.strip_suffix('e').unwrap_or(base)
    } else {
        base
    };
    let form = format!("{base}{ending}");
    if by_rule(&form, kind) == lemma {
        return Some(form);
    }
    let doubled = format!("{lemma}{}{ending}", lemma.chars().last()?);
    (matches!(kind, Kind::Past | Kind::Ing) && by_rule(&doubled, kind) == lemma).then_some(doubled)
}
