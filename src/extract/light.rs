//! Light verbs: "make a decision", "use its veto", "is in need of" say what "decide", "veto", "need" say.

use super::clause::{Clause, Form};
use super::knowledge;
use super::quantifier::quantifier;
use super::reading::{At, Tree};
use super::role::{self, Roles};
use super::term::Terms;
use crate::proposition::{Modifier, ModifierKind, Quantifier};
use crate::text::{Deprel, Upos};

/// What a light verb and its noun say together.
pub(super) struct Light {
    /// The verb that says the same.
    pub(super) lemma: String,
    /// The noun that carries the meaning.
    pub(super) noun: usize,
}

/// Reads a clause with a light verb: its roles become those of the verb that is meant.
pub(super) fn read(tree: Tree<'_>, clause: Clause, roles: &mut Roles) -> Option<Light> {
    let (lemma, noun, passive) = match clause.form {
        Form::Verb => {
            let noun = roles.object.filter(|_| !clause.passive)?;
            let lemma = knowledge::light(tree.lemma(clause.word), tree.lemma(noun))?;
            (lemma, noun, false)
        }
        Form::Copula => {
            let preposition = role::case(tree, clause.core)?;
            let bare = tree
                .dependent(clause.core, &[Deprel::Det, Deprel::NmodPoss])
                .is_none();
            let (lemma, passive) =
                knowledge::stand(&preposition, tree.lemma(clause.core)).filter(|_| bare)?;
            (lemma, clause.core, passive)
        }
        Form::Existence => return None,
    };
    // What a clause narrows, or a number counts, is more than the deed.
    let more = tree
        .dependents(noun, &[Deprel::AclRelcl, Deprel::Acl, Deprel::Nummod])
        .next()
        .is_some();
    if more || tree.token(noun).is_none_or(|t| t.upos != Upos::Noun) || quantified(tree, noun) {
        return None;
    }
    roles.object = None;
    // "Gave the plan its support", "gave its support to the plan".
    match roles.recipient.take() {
        Some((Some(marker), word)) => roles.obliques.push((marker, word)),
        Some((None, word)) => roles.object = Some(word),
        None => {}
    }
    for c in tree.dependents(noun, &[Deprel::Nmod]) {
        if let Some(marker) = role::case(tree, c)
            && !roles.obliques.iter().any(|(_, word)| *word == c)
        {
            roles.obliques.push((marker, c));
        }
    }
    let taken = roles
        .obliques
        .iter()
        .position(|(marker, _)| marker == "of" || !SPEAKING.contains(&lemma.as_str()) && turns(marker));
    if let Some(taken) = taken.filter(|_| roles.object.is_none()) {
        roles.object = Some(roles.obliques.remove(taken).1);
    }
    if passive {
        let by = roles.obliques.iter().position(|(marker, _)| marker == "by");
        roles.object = roles.subject.take();
        roles.subject = by.map(|by| roles.obliques.remove(by).1);
    }
    Some(Light { lemma, noun })
}

/// Prepositions by which a noun has what its verb has for an object: "an attack on the town".
fn turns(marker: &str) -> bool {
    matches!(marker, "on" | "to" | "for" | "against")
}

/// Verbs that keep the preposition: "decided on", "appealed to".
const SPEAKING: &[&str] = &[
    "decide",
    "agree",
    "vote",
    "talk",
    "negotiate",
    "comment",
    "speak",
    "fight",
    "argue",
    "search",
    "call",
    "appeal",
    "apologize",
    "apologise",
    "contribute",
    "refer",
    "object",
    "reply",
    "return",
    "escape",
    "appear",
    "participate",
    "debate",
    "confer",
    "converse",
    "complain",
    "work",
    "prepare",
    "threaten",
    "announce",
    "explain",
    "promise",
    "offer",
    "propose",
    "recommend",
    "suggest",
    "describe",
    "pay",
    "sell",
    "donate",
    "consult",
    "hope",
    "wish",
];

fn quantified(tree: Tree<'_>, noun: usize) -> bool {
    matches!(
        quantifier(tree, noun),
        Quantifier::All | Quantifier::Most | Quantifier::Few | Quantifier::Number
    )
}

/// What narrows the noun narrows the deed: "made a quick decision".
pub(super) fn manner(terms: Terms<'_>, tree: Tree<'_>, noun: At) -> Vec<Modifier> {
    let mut modifiers = terms.modifiers(tree, noun, 1);
    modifiers.retain(|m| m.kind == ModifierKind::Adjective && m.term.entity.is_none());
    modifiers
}
