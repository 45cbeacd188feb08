//! Phrases in words that can stand alone: pronouns, descriptions and short names give way to what they mean.

use super::reading::{At, Reading, Tree};
use super::reference::{Meaning, References, clause_of};
use crate::entity::Resolution;
use crate::text::{Deprel, Upos};

/// How deep meanings are followed.
const DEPTH: usize = 3;

/// Writes words of the document out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) references: &'a References,
    /// Whether the words will stand in another sentence.
    pub(super) away: bool,
}

impl Wording<'_> {
    /// The given words of a sentence, in order, with references resolved.
    pub(super) fn words(self, tree: Tree<'_>, at: At, words: &[usize]) -> String {
        self.within(tree, at, words, DEPTH)
    }

    fn within(self, tree: Tree<'_>, at: At, words: &[usize], depth: usize) -> String {
        let mut out = String::new();
        let mut last_end = None;
        let skipped: Vec<usize> = words
            .iter()
            .flat_map(|&w| self.replaced(tree, at.word(w)))
            .collect();
        for &word in words {
            let Some(token) = tree.token(word) else { continue };
            // A pronoun is read as it is where what it means stands beside it.
            let near = !self.away && depth == DEPTH && words.len() > 1 && self.is_near(tree, at.word(word));
            let written = self
                .replacement(tree, at.word(word), depth)
                .filter(|_| !near && !skipped.contains(&word));
            if written.is_none() && skipped.contains(&word) {
                last_end = Some(token.span.end);
                continue;
            }
            if last_end.is_some_and(|end| end < token.span.start) && !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            match written {
                Some(text) => out.push_str(&text),
                None => out.push_str(token.form(tree.text)),
            }
            last_end = Some(token.span.end);
        }
        let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        trimmed(&out).to_owned()
    }

    /// A phrase from the beginning of a sentence, as it is written inside one.
    pub(super) fn uncapital(self, tree: Tree<'_>, at: At, text: &str) -> String {
        let first = phrase(tree, at.token).first().copied().unwrap_or(at.token);
        let opens = (0..first).all(|i| tree.token(i).is_some_and(|t| t.upos == Upos::Punct));
        let common = tree.token(first).is_some_and(|t| {
            matches!(
                t.upos,
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Num | Upos::Pron
            ) && !t.xpos.starts_with("NNP")
        });
        let named = self.references.name_words(at.word(first)).is_some() || tree.form(first) == "I";
        let mut characters = text.chars();
        let capital = characters.next().filter(|c| c.is_uppercase());
        let lower_next = characters.clone().next().is_none_or(|c| !c.is_uppercase());
        match capital {
            Some(c) if opens && common && !named && lower_next && text.starts_with(tree.form(first)) => {
                c.to_lowercase().chain(characters).collect()
            }
            _ => text.to_owned(),
        }
    }

    /// The words that go when the word before them is replaced: the rest of a description or of a short name.
    fn replaced(self, tree: Tree<'_>, at: At) -> Vec<usize> {
        let described = self.references.meaning(at).is_some()
            && tree.token(at.token).is_some_and(|t| t.upos == Upos::Noun);
        if described {
            let rest = [
                Deprel::Det,
                Deprel::DetPredet,
                Deprel::Nummod,
                Deprel::Amod,
                Deprel::NmodPoss,
            ];
            return tree
                .dependents(at.token, &rest)
                .flat_map(|c| tree.subtree(c))
                .collect();
        }
        match self.short(at) {
            Some((_, first, last)) => (first..=last).filter(|&w| w != at.token).collect(),
            None => Vec::new(),
        }
    }

    /// The long name where a short form stands.
    fn short(self, at: At) -> Option<(String, usize, usize)> {
        let entity = self.references.entity(at)?;
        if entity.resolution != Resolution::ShortForm || !entity.alternatives.is_empty() {
            return None;
        }
        let (head, first, last) = self.references.name_words(at)?;
        (head == at).then(|| (entity.name.clone(), first, last))
    }

    fn replacement(self, tree: Tree<'_>, at: At, depth: usize) -> Option<String> {
        if let Some((name, _, _)) = self.short(at) {
            return Some(name);
        }
        let meaning = self.references.meaning(at)?;
        let mut text = self.meaning(meaning, depth)?;
        let own = tree.form(at.token).to_lowercase();
        if tree.deprel(at.token) == Some(Deprel::NmodPoss)
            && !tree.dependents(at.token, &[Deprel::Case]).any(|_| true)
        {
            let many = own == "their" || own == "whose" && self.is_plural(meaning);
            text.push_str(if text.ends_with('s') && many {
                "’"
            } else {
                "’s"
            });
        }
        Some(text)
    }

    /// Whether a possessive pronoun stands within the phrase that it means, or means the subject before it: "a woman with her
    /// dog", "the bank kept its name". It can be read as it is.
    fn is_near(self, tree: Tree<'_>, at: At) -> bool {
        let possessive = tree
            .token(at.token)
            .is_some_and(|t| t.deprel == Deprel::NmodPoss && t.upos == Upos::Pron && t.lemma != "whose");
        let Some(meaning) = self.references.meaning(at).filter(|_| possessive) else {
            return false;
        };
        if let Meaning::Phrase(whole) = meaning
            && at.word(whole.token) == *whole
            && tree.ancestors(at.token).any(|above| above == whole.token)
        {
            return true;
        }
        let subject = clause_of(tree, at.token).and_then(|verb| tree.dependent(verb, &[Deprel::Nsubj]));
        subject.filter(|&s| s < at.token).is_some_and(|s| {
            let word = at.word(s);
            match meaning {
                Meaning::Named(index) => self.references.index(word) == Some(*index),
                Meaning::Phrase(whole) => *whole == word,
                Meaning::Group(_) => false,
            }
        })
    }

    fn is_plural(self, meaning: &Meaning) -> bool {
        match meaning {
            Meaning::Named(_) => false,
            Meaning::Phrase(at) => {
                let noun = self.reading.tree(*at).and_then(|tree| tree.token(at.token));
                noun.is_some_and(|t| matches!(t.xpos, "NNS" | "NNPS"))
            }
            Meaning::Group(_) => true,
        }
    }

    /// The words for what a pronoun or a description means.
    fn meaning(self, meaning: &Meaning, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        match meaning {
            Meaning::Named(index) => self.references.named(*index).map(|n| n.name.clone()),
            Meaning::Phrase(at) => {
                let tree = self.reading.tree(*at)?;
                // What a participle adds is told where the phrase stands.
                let added: Vec<usize> = tree
                    .dependents(at.token, &[Deprel::Acl])
                    .flat_map(|c| tree.subtree(c))
                    .collect();
                let mut words = phrase(tree, at.token);
                words.retain(|word| !added.contains(word));
                let text = self.within(tree, *at, &words, depth);
                (text.len() <= 120).then(|| self.uncapital(tree, *at, &text))
            }
            Meaning::Group(parts) => {
                let parts: Option<Vec<String>> = parts.iter().map(|p| self.meaning(p, depth)).collect();
                let parts = parts?;
                let (last, rest) = parts.split_last()?;
                Some(if rest.is_empty() {
                    last.clone()
                } else {
                    format!("{} and {last}", rest.join(", "))
                })
            }
        }
    }
}

/// A time or a place that hangs on a name and belongs to the clause: "visited Kyiv *in July*", "Monday" in "arrived in
/// Oslo on Monday".
pub(super) fn is_stray(tree: Tree<'_>, c: usize) -> bool {
    let Some(token) = tree
        .token(c)
        .filter(|t| matches!(t.deprel, Deprel::Nmod | Deprel::NmodUnmarked))
    else {
        return false;
    };
    let named = token
        .head
        .and_then(|h| tree.token(h))
        .is_some_and(|h| matches!(h.upos, Upos::Propn | Upos::Num | Upos::Sym) && token.head < Some(c));
    let sited = tree.dependents(c, &[Deprel::Case]).any(|p| {
        matches!(
            tree.form(p).to_lowercase().as_str(),
            "in" | "on"
                | "at"
                | "during"
                | "since"
                | "after"
                | "before"
                | "until"
                | "by"
                | "to"
                | "from"
                | "with"
                | "for"
        )
    });
    named && sited
}

/// An adverb that belongs to the clause and not to the phrase it hangs on: "*where* it is", "*shortly* before it".
fn is_outside(tree: Tree<'_>, head: usize, c: usize) -> bool {
    tree.token(c).is_some_and(|t| t.xpos == "WRB")
        || c < head && is_break(tree, c + 1)
        || tree
            .dependents(head, &[Deprel::Case])
            .any(|case| case > c && case < head)
}

/// The words of a phrase without its preposition, what is joined to it, and what is said aside or in a relative clause.
pub(super) fn phrase(tree: Tree<'_>, head: usize) -> Vec<usize> {
    let mut words = tree.subtree_without(head, |c| {
        let top = tree.token(c).is_some_and(|t| t.head == Some(head));
        match tree.deprel(c) {
            Some(Deprel::AclRelcl | Deprel::AdvclRelcl | Deprel::Parataxis | Deprel::Discourse) => true,
            _ if top && is_stray(tree, c) => true,
            Some(
                Deprel::Case
                | Deprel::Cc
                | Deprel::Conj
                | Deprel::Mark
                | Deprel::Cop
                | Deprel::Nsubj
                | Deprel::Advcl
                | Deprel::Expl
                | Deprel::Ccomp
                | Deprel::Aux
                | Deprel::CcPreconj
                | Deprel::NsubjOuter
                | Deprel::Xcomp
                | Deprel::Csubj
                | Deprel::Obl,
            ) => top,
            Some(Deprel::Appos) => {
                // "the minister, Ann Lee," stands aside; "my friend Ann" does not.
                let above = tree.token(c).and_then(|t| t.head).unwrap_or(head);
                c > above && (above..c).any(|i| is_break(tree, i))
            }
            Some(Deprel::Advmod) => {
                top && (is_negator(tree, c)
                    || is_outside(tree, head, c)
                    || c > head + 1 && (head..c).any(|i| is_break(tree, i)))
            }
            _ => false,
        }
    });
    // Punctuation at the ends, and what it leaves hanging.
    while words.last().is_some_and(|&w| w != head && is_loose(tree, w)) {
        words.pop();
    }
    while words.first().is_some_and(|&w| w != head && is_loose(tree, w)) {
        words.remove(0);
    }
    words
}

pub(super) fn is_break(tree: Tree<'_>, i: usize) -> bool {
    matches!(tree.form(i), "," | ";" | ":" | "(" | "–" | "—" | "--")
}

/// Words that turn a claim into its opposite; they stand in the commitments.
pub(super) fn is_negator(tree: Tree<'_>, i: usize) -> bool {
    matches!(
        tree.form(i).to_lowercase().as_str(),
        "not"
            | "n't"
            | "n’t"
            | "never"
            | "no"
            | "neither"
            | "nor"
            | "hardly"
            | "scarcely"
            | "barely"
            | "nowhere"
    )
}

fn is_loose(tree: Tree<'_>, i: usize) -> bool {
    tree.token(i).is_some_and(|t| t.upos == Upos::Punct)
        && !matches!(tree.form(i), "”" | "“" | "\"" | ")" | "’")
        || matches!(tree.form(i), "”" | "“" | "\"") && tree.token(i).is_some_and(|t| t.upos == Upos::Punct)
}

/// Text without punctuation hanging at its ends.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':'))
}
