//! Light verbs: "make a decision", "use its veto", "is in need of" say what "decide", "veto", "need" say.

use super::clause::{self, Clause, Form};
use super::knowledge;
use super::predication;
use super::quantifier::quantifier;
use super::reading::{At, Tree};
use super::role::{self, Roles};
use super::term::{Terms, modifier};
use crate::proposition::{
    Modifier, ModifierKind, Predicate, PredicateClass, Proposition, Quantifier, Role, Tense, Term,
};
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
    if RULED.contains(&tree.lemma(clause.word)) {
        charges(tree, clause.word, roles);
        acquitted_of_all(tree, clause, roles);
    }
    let told = verdict(tree, clause, roles)
        .or_else(|| side(tree, clause, roles))
        .or_else(|| owned(tree, clause, roles));
    if let Some(told) = told.or_else(|| reach(tree, clause, roles)) {
        return Some(told);
    }
    let (lemma, noun, passive) = match clause.form {
        Form::Verb => {
            // "Orders were issued": without who did it, or to whom, the noun is all that is told.
            let to_whom = roles
                .recipient
                .as_ref()
                .is_some_and(|(marker, _)| marker.is_none());
            let some = |noun: usize| quantifier(tree, noun) != Quantifier::No;
            let told =
                !clause.passive || roles.subject.is_some() || to_whom && roles.object.is_some_and(some);
            let noun = roles.object.filter(|_| told)?;
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
    let taken = roles.obliques.iter().position(|(marker, word)| {
        let on = !SPEAKING.contains(&lemma.as_str()) && turns(marker) && !role::is_measure(tree, *word);
        marker == "of" || on
    });
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

/// "Found him guilty of fraud" says that he was convicted of fraud.
fn verdict(tree: Tree<'_>, clause: Clause, roles: &mut Roles) -> Option<Light> {
    let (_, guilty) = roles.complement.clone()?;
    if clause.form != Form::Verb || !is_verdict(tree, clause.word, guilty) {
        return None;
    }
    let negated = tree
        .dependents(guilty, &[Deprel::Advmod])
        .any(|c| tree.lemma(c) == "not");
    roles.complement = None;
    for c in tree.dependents(guilty, &[Deprel::Nmod, Deprel::Obl]) {
        if let Some(marker) = role::case(tree, c) {
            roles.obliques.push((marker, c));
        }
    }
    charges(tree, guilty, roles);
    let lemma = if negated { "acquit" } else { "convict" };
    Some(Light {
        lemma: lemma.to_owned(),
        noun: guilty,
    })
}

/// What a court does by its verdict.
pub(super) const RULED: [&str; 5] = ["absolve", "acquit", "clear", "convict", "exonerate"];

/// "Convicted of stealing two cars": what somebody did or did not do is the charge.
fn charges(tree: Tree<'_>, word: usize, roles: &mut Roles) {
    let of = |c: &usize| {
        tree.dependents(*c, &[Deprel::Mark])
            .any(|m| tree.lemma(m) == "of")
    };
    let deeds = tree.dependents(word, &[Deprel::Advcl, Deprel::Acl]).filter(of);
    roles.obliques.extend(deeds.map(|deed| ("of".to_owned(), deed)));
}

/// "Cleared of all charges", "acquitted of any wrongdoing": no more is told than that somebody was.
fn acquitted_of_all(tree: Tree<'_>, clause: Clause, roles: &mut Roles) {
    let frees = tree.lemma(clause.word) != "convict";
    let whole = |word: usize| {
        let narrowing = [Deprel::Nmod, Deprel::Compound, Deprel::AclRelcl, Deprel::Nummod];
        matches!(
            tree.lemma(word),
            "charge" | "count" | "wrongdoing" | "allegation" | "accusation"
        ) && tree.dependent(word, &narrowing).is_none()
    };
    if frees {
        roles
            .obliques
            .retain(|(marker, word)| !(matches!(marker.as_str(), "of" | "on") && whole(*word)));
    }
}

/// Whether a verb finds somebody guilty, or not guilty.
pub(super) fn is_verdict(tree: Tree<'_>, verb: usize, found: usize) -> bool {
    matches!(tree.lemma(verb), "find" | "declare") && tree.lemma(found) == "guilty"
}

/// "Voted for the plan", "came out against it": who takes a side supports or opposes.
fn side(tree: Tree<'_>, clause: Clause, roles: &mut Roles) -> Option<Light> {
    let verb = tree.lemma(clause.word);
    let out = || {
        tree.dependents(clause.word, &[Deprel::CompoundPrt, Deprel::Advmod])
            .any(|p| tree.lemma(p) == "out")
    };
    let takes = matches!(verb, "vote" | "campaign" | "lobby") || matches!(verb, "come" | "speak") && out();
    if clause.form != Form::Verb || clause.passive || roles.object.is_some() || !takes {
        return None;
    }
    let favour = |i: usize| matches!(tree.lemma(i), "favour" | "favor" | "support");
    let of = |i: usize| {
        let mut below = tree.dependents(i, &[Deprel::Nmod]);
        below.find(|&c| role::case(tree, c).as_deref() == Some("of"))
    };
    let (place, what, lemma) = roles
        .obliques
        .iter()
        .enumerate()
        .find_map(|(place, (marker, i))| {
            Some(match marker.as_str() {
                "against" => (place, *i, "oppose"),
                "for" if verb != "come" => (place, *i, "support"),
                "in" if favour(*i) => (place, of(*i)?, "support"),
                _ => return None,
            })
        })?;
    // "Voted for Lind", and not for what Lind wants: whom is no matter.
    let person = tree
        .token(what)
        .is_some_and(|t| t.upos == Upos::Propn || t.upos == Upos::Num);
    if person {
        return None;
    }
    roles.obliques.remove(place);
    roles.object = Some(what);
    Some(Light {
        lemma: lemma.to_owned(),
        noun: clause.word,
    })
}

/// "Is the property of the state": it belongs to the state.
fn owned(tree: Tree<'_>, clause: Clause, roles: &mut Roles) -> Option<Light> {
    if clause.form != Form::Copula || !matches!(tree.lemma(clause.core), "property" | "possession") {
        return None;
    }
    let of = |&c: &usize| role::case(tree, c).as_deref() == Some("of");
    let owner = tree.dependents(clause.core, &[Deprel::Nmod]).find(of)?;
    roles.obliques.push(("to".to_owned(), owner));
    Some(Light {
        lemma: "belong".to_owned(),
        noun: clause.core,
    })
}

/// "Came to a halt", "was taken into custody", "came under attack": where a verb of motion leads to.
fn reach(tree: Tree<'_>, clause: Clause, roles: &mut Roles) -> Option<Light> {
    if clause.form != Form::Verb {
        return None;
    }
    let verb = tree.lemma(clause.word);
    let (place, noun, (lemma, passive)) =
        roles
            .obliques
            .iter()
            .enumerate()
            .find_map(|(place, (marker, noun))| {
                let found = knowledge::reach(verb, marker, tree.lemma(*noun))?;
                Some((place, *noun, found))
            })?;
    roles.obliques.remove(place);
    if passive && roles.object.is_none() {
        roles.object = roles.subject.take();
    }
    Some(Light { lemma, noun })
}

/// "There were no arrests", "police reported no arrests", "no arrests were made": the verb that the noun stands for, and whom it
/// was done to, if that is told; of everybody it is denied.
pub(super) fn none(tree: Tree<'_>, clause: Clause, roles: &Roles) -> Option<(Light, Option<usize>)> {
    let noun = match clause.form {
        Form::Existence => tree
            .dependent(clause.word, clause::SUBJECTS)
            .or_else(|| tree.dependent(clause.word, &[Deprel::Obj]))
            .unwrap_or(clause.word),
        Form::Verb => {
            let (verb, noun) = (tree.lemma(clause.word), roles.object?);
            let made = || clause.passive && knowledge::light(verb, tree.lemma(noun)).is_some();
            Some(noun).filter(|_| REPORTING.contains(&verb) || made())?
        }
        Form::Copula => return None,
    };
    // "No new arrests": there may be old ones.
    let narrowed = tree.children(noun).any(|c| {
        let of = || role::case(tree, c).as_deref() == Some("of");
        match tree.deprel(c) {
            Some(Deprel::Nmod) => !of(),
            Some(Deprel::Amod | Deprel::Compound | Deprel::Acl | Deprel::AclRelcl | Deprel::Conj) => true,
            _ => false,
        }
    });
    if narrowed || quantifier(tree, noun) != Quantifier::No {
        return None;
    }
    let lemma = knowledge::event_verb(&tree.lemma(noun).to_lowercase())?;
    let of = tree
        .dependents(noun, &[Deprel::Nmod])
        .next()
        .filter(|_| clause.word != noun);
    Some((Light { lemma, noun }, of))
}

/// The proposition of what was done to nobody.
pub(super) fn nothing_done(
    terms: Terms<'_>,
    tree: Tree<'_>,
    at: At,
    light: Light,
    of: Option<usize>,
    tense: Tense,
) -> Proposition {
    let done_to = match of {
        Some(word) => terms.term(tree, at.word(word)),
        None => Term {
            head: "nobody".to_owned(),
            text: "nobody".to_owned(),
            quantifier: Quantifier::No,
            span: tree.span(&[light.noun]),
            ..Term::default()
        },
    };
    Proposition {
        predicate: Predicate {
            lemma: light.lemma,
            class: PredicateClass::Event,
            tense,
            modifiers: Vec::new(),
            ..Predicate::default()
        },
        arguments: vec![predication::argument(Role::Object, None, done_to)],
        qualifiers: Vec::new(),
    }
}

/// Verbs by which is told what there was.
const REPORTING: &[&str] = &["report", "record", "register", "see", "log"];

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

/// "Remains in custody": what goes on is still so.
pub(super) fn still(clause: Clause) -> Option<Modifier> {
    let still = Term {
        text: "still".to_owned(),
        head: "still".to_owned(),
        ..Term::default()
    };
    (clause.core != clause.word).then(|| modifier(ModifierKind::Adverb, None, still))
}
