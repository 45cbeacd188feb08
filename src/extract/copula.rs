//! What is said to be: "is closed", "is an ally of", "is the president", "is in Paris".

use super::clause::Clause;
use super::knowledge;
use super::manner;
use super::predication::{adjuncts, argument, nominal};
use super::reading::{At, Tree};
use super::role::{self, Roles};
use super::tense::tense;
use super::term::{self, Terms};
use super::{qualifier, wording};
use crate::proposition::{ModifierKind, Predicate, PredicateClass, Proposition, Role};
use crate::text::{Deprel, Upos};

/// The proposition of a clause whose predicate is no verb of doing.
pub(super) fn proposition(
    terms: Terms<'_>,
    tree: Tree<'_>,
    at: At,
    clause: Clause,
    roles: &Roles,
) -> Option<Proposition> {
    let token = tree.token(clause.core)?;
    let mut proposition = Proposition {
        predicate: Predicate {
            tense: tense(tree, clause.word),
            ..Predicate::default()
        },
        ..Proposition::default()
    };
    let subject = roles.subject;
    let core = at.word(clause.core);
    let case = role::case(tree, clause.core);
    // "An ally", whatever its tag.
    let counted = tree
        .dependent(clause.core, &[Deprel::Det])
        .is_some_and(|d| matches!(tree.lemma(d), "a" | "an"));
    let mistaken = matches!(token.upos, Upos::Adj | Upos::Adv)
        && (counted || knowledge::is_only_noun(&tree.lemma(clause.core).to_lowercase()));
    let nominal_core = mistaken
        || matches!(
            token.upos,
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Det | Upos::Sym | Upos::X
        );
    let state = case
        .as_deref()
        .and_then(|marker| state(tree, clause.core, marker));
    match &case {
        _ if state.is_some() => {
            proposition.predicate.lemma = state.unwrap_or_default();
            proposition.predicate.class = PredicateClass::State;
        }
        Some(marker) if nominal_core => located(terms, tree, core, marker, &mut proposition),
        _ if nominal_core => return Some(named(terms, tree, at, clause, roles, proposition)),
        _ if token.upos == Upos::Verb && token.lemma != "be" => {
            proposition.predicate.lemma = tree.form(clause.core).to_lowercase();
            proposition.predicate.class = PredicateClass::State;
        }
        _ if token.lemma == "be" || matches!(token.upos, Upos::Verb | Upos::Aux) => {
            "be".clone_into(&mut proposition.predicate.lemma);
            proposition.predicate.class = PredicateClass::State;
        }
        _ => {
            proposition.predicate.lemma = tree.lemma(clause.core).to_lowercase();
            proposition.predicate.class = PredicateClass::State;
        }
    }
    if let Some(subject) = subject {
        let term = if tree.token(subject).is_some_and(|t| t.upos == Upos::Verb) {
            terms.clausal(tree, at.word(subject))
        } else {
            terms.term(tree, at.word(subject))
        };
        proposition
            .arguments
            .insert(0, argument(Role::Subject, None, term));
    }
    linking(tree, clause, &mut proposition);
    // "Is worth $3m", "is like a prison".
    if let Some(object) = roles
        .object
        .filter(|_| clause.core == clause.word && !nominal_core)
    {
        if let Some(measure) = qualifier::quantity(terms, tree, at.word(object), "") {
            proposition.qualifiers.push(measure);
        } else {
            let term = terms.term(tree, at.word(object));
            proposition.arguments.push(argument(Role::Object, None, term));
        }
    }
    adjuncts(terms, tree, at, clause, roles, &mut proposition);
    Some(proposition)
}

/// "Became", "remained": the linking verb narrows what is said.
fn linking(tree: Tree<'_>, clause: Clause, proposition: &mut Proposition) {
    let verb = tree.lemma(clause.word);
    if clause.core != clause.word && !matches!(verb, "be" | "seem" | "appear" | "look" | "prove" | "turn") {
        let term = term::plain(tree, clause.word);
        proposition
            .predicate
            .modifiers
            .push(term::modifier(ModifierKind::Adverb, None, term));
    }
}

/// "Is in Paris", "is under investigation".
fn located(terms: Terms<'_>, tree: Tree<'_>, core: At, marker: &str, proposition: &mut Proposition) {
    "be".clone_into(&mut proposition.predicate.lemma);
    proposition.predicate.class = PredicateClass::State;
    if let Some(qualifier) = qualifier::oblique(terms, tree, core, marker) {
        proposition.qualifiers.push(qualifier);
    } else {
        let term = terms.single(tree, core);
        let oblique = argument(Role::Oblique, Some(marker.to_owned()), term);
        proposition.arguments.push(oblique);
    }
}

/// "Is out of control", "is at large": a preposition with a word that together say how something is, and not where.
fn state(tree: Tree<'_>, noun: usize, marker: &str) -> Option<String> {
    // "In a critical condition".
    if marker == "in" && matches!(tree.lemma(noun), "condition" | "state") {
        return tree
            .dependent(noun, &[Deprel::Amod])
            .map(|how| tree.lemma(how).to_owned());
    }
    manner::phrase(tree, noun).filter(|phrase| knowledge::is_state_phrase(phrase))
}

/// "X is an ally of Y", "The president is Putin", "It is a mistake".
fn named(
    terms: Terms<'_>,
    tree: Tree<'_>,
    at: At,
    clause: Clause,
    roles: &Roles,
    mut proposition: Proposition,
) -> Proposition {
    proposition.predicate.class = PredicateClass::Nominal;
    let mut subject = roles.subject;
    let mut core = clause.core;
    // In "the president is Putin" the name is what it is said of, and the office is said.
    let is_name = |word: usize| terms.references.index(at.word(word)).is_some();
    let common = |word: usize| tree.token(word).is_some_and(|t| t.upos == Upos::Noun);
    if let Some(other) = subject
        && is_name(core)
        && common(other)
        && !is_name(other)
        && tree.dependent(core, &[Deprel::Conj]).is_none()
    {
        subject = Some(core);
        core = other;
    }
    // "One of the largest ports" is a port.
    if tree.lemma(core) == "one"
        && let Some(kind) = tree
            .dependents(core, &[Deprel::Nmod])
            .find(|&c| role::case(tree, c).as_deref() == Some("of"))
    {
        core = kind;
        proposition.predicate.one_of_several = true;
    }
    let mut articles = tree.dependents(core, &[Deprel::Det]);
    proposition.predicate.one_of_several |= articles.any(|d| matches!(tree.lemma(d), "a" | "an"));
    let word = at.word(core);
    let measured = qualifier::bare(terms, tree, word)
        .filter(|_| tree.dependent(core, &[Deprel::Nmod, Deprel::Det]).is_none());
    let token = tree.token(core);
    proposition.predicate.lemma = match terms.references.entity(word) {
        Some(entity) => entity.name.clone(),
        None if token.is_some_and(|t| t.upos == Upos::Propn) => tree.form(core).to_owned(),
        None => tree.lemma(core).to_lowercase(),
    };
    if let Some(subject) = subject {
        let clausal = tree.token(subject).is_some_and(|t| t.upos == Upos::Verb);
        let term = match subject {
            s if clausal => terms.clausal(tree, at.word(s)),
            // The predicate's own name, put first: its subject is no part of it.
            s if s == clause.core => terms.single(tree, at.word(s)),
            s => terms.term(tree, at.word(s)),
        };
        proposition.arguments.push(argument(Role::Subject, None, term));
    }
    if let Some(measured) = measured {
        "be".clone_into(&mut proposition.predicate.lemma);
        proposition.predicate.class = PredicateClass::State;
        proposition.qualifiers.push(measured);
    } else {
        nominal(terms, tree, word, &mut proposition);
    }
    linking(tree, clause, &mut proposition);
    // What narrows the noun has been read with it.
    let mut rest = roles.clone();
    rest.obliques.retain(|(marker, _)| marker != "of");
    rest.adverbs.retain(|&a| {
        a < core && tree.token(a).and_then(|t| t.head) == Some(clause.word) && !wording::is_negator(tree, a)
    });
    let narrowing: Vec<String> = proposition
        .predicate
        .modifiers
        .iter()
        .map(|m| m.term.head.clone())
        .collect();
    rest.adverbs
        .retain(|&a| !narrowing.contains(&tree.lemma(a).to_lowercase()));
    adjuncts(terms, tree, at, clause, &rest, &mut proposition);
    proposition
}
