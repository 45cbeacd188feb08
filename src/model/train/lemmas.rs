//! Collects the forms whose lemma the rules miss: those of the treebanks, and lists of irregular forms.

use std::collections::BTreeMap;

use crate::text::conllu::Annotated;
use crate::text::{Kind, Upos, by_rule};

/// The lines of the list, sorted. `irregular` holds lines of "form lemma" with the part of speech they are for: n, v or a.
pub(super) fn learn(documents: &[Annotated], irregular: &[(char, String)]) -> String {
    let mut counts: BTreeMap<(Kind, String), BTreeMap<String, usize>> = BTreeMap::new();
    for document in documents {
        for token in document.sentences.iter().flat_map(|s| &s.tokens) {
            let form = token.form(&document.text).replace('’', "'").to_lowercase();
            let kind = Kind::of(token.upos, token.xpos);
            let named = token.upos == Upos::Propn || token.xpos.starts_with("NNP");
            let lemma = if kind == Kind::Plural {
                token.lemma.to_lowercase()
            } else {
                token.lemma.clone()
            };
            if !named || kind == Kind::Plural {
                *counts.entry((kind, form)).or_default().entry(lemma).or_default() += 1;
            }
        }
    }
    let mut known: BTreeMap<(Kind, String), String> = BTreeMap::new();
    for (class, line) in irregular {
        let mut words = line.split_whitespace();
        let (Some(form), Some(lemma)) = (words.next(), words.next()) else {
            continue;
        };
        if form.contains(['_', '-']) || lemma.contains('_') || form == lemma {
            continue;
        }
        let kinds: &[Kind] = match class {
            'n' => &[Kind::Plural],
            'v' if form.ends_with("ing") => &[Kind::Ing],
            'v' if form.ends_with('s') => &[Kind::Third],
            'v' => &[Kind::Past],
            _ if form.ends_with("st") => &[Kind::Superlative],
            _ => &[Kind::Comparative],
        };
        for &kind in kinds {
            if by_rule(form, kind) != lemma {
                known
                    .entry((kind, form.to_owned()))
                    .or_insert_with(|| lemma.to_owned());
            }
        }
    }
    for ((kind, form), lemmas) in counts {
        let all: usize = lemmas.values().sum();
        let Some((lemma, &n)) = lemmas
            .iter()
            .max_by_key(|(lemma, n)| (**n, std::cmp::Reverse((*lemma).clone())))
        else {
            continue;
        };
        let rule = by_rule(&form, kind);
        let fits = !form.contains(' ') && !lemma.contains(' ') && !lemma.is_empty() && lemma != "_";
        // A slip that was made twice does not outweigh the lists.
        let listed = known
            .get(&(kind, form.clone()))
            .is_some_and(|listed| listed != lemma);
        if n >= 2 && n * 2 > all && fits && !(listed && n < 5) && !form.contains(|c: char| c.is_ascii_digit())
        {
            known.remove(&(kind, form.clone()));
            if rule != *lemma {
                known.insert((kind, form), lemma.clone());
            }
        }
    }
    let line = |((kind, form), lemma): (&(Kind, String), &String)| {
        format!("{} {form} {lemma}", char::from(b'a' + *kind as u8))
    };
    known.iter().map(line).collect::<Vec<_>>().join("\n")
}
