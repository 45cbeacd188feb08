//! Nouns that stand for verbs: "the reopening of a rail link", "the minister's visit to Peru".

use super::claimed;
use super::clause;
use super::embedding::{Step, is_told, step};
use super::knowledge::{self, Sort};
use super::predication::{Predication, argument};
use super::presupposition::{at_name, taken_for_granted};
use super::quantifier::quantifier;
use super::quote;
use super::reading::{At, Tree};
use super::role;
use super::term::{self, Terms};
use super::wording;
use crate::lexicon::signatures::Frame;
use crate::proposition::{
    Argument, Modifier, ModifierKind, Predicate, PredicateClass, Proposition, Qualifier, Quantifier, Role,
    Tense, Term,
};
use crate::text::{Deprel, Upos};

/// Verbs under which a definite event need not have happened: "demanded the release of".
const UNREAL: &[&str] = &[
    "demand",
    "want",
    "urge",
    "seek",
    "propose",
    "plan",
    "consider",
    "discuss",
    "oppose",
    "prevent",
    "avoid",
    "call",
    "hope",
    "expect",
    "await",
    "recommend",
    "suggest",
    "request",
    "ask",
    "favour",
    "favor",
    "support",
    "block",
    "halt",
    "allow",
    "permit",
    "authorise",
    "authorize",
    "order",
    "approve",
    "reject",
    "threaten",
    "promise",
    "pledge",
    "deny",
    "need",
    "require",
    "delay",
    "postpone",
    "cancel",
    "scrap",
    "shelve",
    "abandon",
    "fear",
    "debate",
    "back",
    "ban",
    "rule",
    "predict",
    "forecast",
];

/// "The reopening of a rail link", "Shoigu's visit to Pyongyang", "the Russian invasion of Ukraine".
pub(super) fn event(terms: Terms<'_>, tree: Tree<'_>, at: At) -> Option<Predication> {
    let noun = at.token;
    let verb = knowledge::event_verb(&tree.lemma(noun).to_lowercase())?;
    // "His failure to attend" is nothing that he did besides.
    let embeds = tree
        .dependents(noun, &[Deprel::Acl])
        .any(|verb| step(tree, verb) == Step::Under(noun, Frame::To));
    let definite = quantifier(tree, noun) == Quantifier::Definite;
    let plural = tree.token(noun).is_some_and(|t| t.xpos == "NNS");
    let told = is_told(tree, noun);
    let claimed = claimed::frame(tree, noun).is_some();
    // That something has a cause says nothing.
    let caused = verb == "cause" && !told;
    if caused || embeds || !definite || plural || claimed || !told && is_unreal(tree, noun) {
        return None;
    }
    let proposition = proposition(terms, tree, at, verb, false)?;
    let words = wording::phrase(tree, noun);
    Some(Predication {
        presupposed: !told,
        ..taken_for_granted(tree, at, proposition, quote::span(tree, &words)?)
    })
}

/// What a noun says that stands for a verb; `bare` if it may stand alone.
pub(super) fn proposition(
    terms: Terms<'_>,
    tree: Tree<'_>,
    at: At,
    verb: String,
    bare: bool,
) -> Option<Proposition> {
    let mut event = Event::default();
    for c in tree.children(at.token) {
        let word = at.word(c);
        match tree.deprel(c) {
            // "Sunday's election": the day it was on.
            Some(Deprel::NmodPoss)
                if knowledge::is_calendar(tree.form(c)) || knowledge::sort(tree.lemma(c)) == Sort::Time => {}
            Some(Deprel::NmodPoss) => {
                event.owner = clause::resolved(tree, c).map(|o| terms.term(tree, at.word(o)));
            }
            Some(Deprel::Nmod) => event_phrase(terms, tree, word, &mut event),
            Some(Deprel::Amod | Deprel::Compound) => {
                let name = at_name(terms, word);
                match terms.references.entity(name) {
                    Some(entity) if event.nation.is_none() && name.token == c => {
                        event.nation = Some(term::named(tree, c, entity));
                    }
                    _ if tree.deprel(c) == Some(Deprel::Amod) => {
                        event
                            .modifiers
                            .push(terms.adjective(tree, word, ModifierKind::Adjective));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    // "Its visit" alone says little; "its isolation", "the king's death" do.
    let alone =
        event.of.is_none() && event.by.is_none() && event.obliques.is_empty() && event.qualifiers.is_empty();
    if alone && !bare && !INTRANSITIVE.contains(&verb.as_str()) && !SUFFERED.contains(&verb.as_str()) {
        return None;
    }
    let arguments = event.arguments(&verb);
    if arguments.is_empty() {
        return None;
    }
    Some(Proposition {
        predicate: Predicate {
            lemma: verb,
            class: PredicateClass::Event,
            tense: Tense::None,
            modifiers: event.modifiers,
            ..Predicate::default()
        },
        arguments,
        qualifiers: event.qualifiers,
    })
}

fn event_phrase(terms: Terms<'_>, tree: Tree<'_>, at: At, event: &mut Event) {
    let Some(marker) = role::case(tree, at.token) else {
        return;
    };
    // "The fall of 2010" is a time.
    if marker == "of" && tree.token(at.token).is_some_and(|t| t.upos == Upos::Num) {
        return;
    }
    if marker == "of" && event.of.is_none() {
        event.of = Some(terms.term(tree, at));
    } else if marker == "by" {
        event.by = Some(terms.term(tree, at));
    } else if let Some(qualifier) = super::qualifier::oblique(terms, tree, at, &marker) {
        event.qualifiers.push(qualifier);
    } else {
        event.obliques.push((marker, terms.term(tree, at)));
    }
}

/// The parts of a noun that stands for a verb.
#[derive(Debug, Default)]
struct Event {
    owner: Option<Term>,
    nation: Option<Term>,
    of: Option<Term>,
    by: Option<Term>,
    obliques: Vec<(String, Term)>,
    modifiers: Vec<Modifier>,
    qualifiers: Vec<Qualifier>,
}

/// Verbs that nobody does to another: "the death of the king" is what the king did.
const INTRANSITIVE: &[&str] = &[
    "die",
    "arrive",
    "depart",
    "exist",
    "emerge",
    "appear",
    "disappear",
    "fall",
    "rise",
    "collapse",
    "erupt",
    "occur",
    "survive",
    "retire",
    "resign",
    "return",
    "happen",
    "sleep",
    "escape",
    "decline",
    "vanish",
    "advance",
    "retreat",
    "proliferate",
    "migrate",
    "flow",
    "persist",
    "recur",
    "languish",
    "succeed",
    "fail",
    "withdraw",
    "behave",
    "laugh",
];

/// Verbs whose noun with nothing but an owner says what was done to the owner: "the city's destruction".
const SUFFERED: &[&str] = &[
    "isolate",
    "destroy",
    "arrest",
    "murder",
    "assassinate",
    "release",
    "remove",
    "close",
    "demolish",
    "imprison",
    "dismiss",
    "appoint",
    "execute",
    "capture",
    "exclude",
    "detain",
    "deport",
    "expel",
    "convict",
    "adopt",
    "cancel",
    "publish",
    "elect",
    "defeat",
    "kidnap",
    "abduct",
    "poison",
    "injure",
    "kill",
    "evict",
    "extradite",
    "hospitalise",
    "hospitalize",
    "transform",
    "complete",
    "construct",
    "create",
    "found",
    "discover",
    "invent",
    "repair",
    "restore",
    "prosecute",
    "reelect",
    "nominate",
    "suspend",
    "rescue",
    "enlarge",
    "acquit",
    "humiliate",
    "privatise",
    "privatize",
];

impl Event {
    fn arguments(&mut self, verb: &str) -> Vec<Argument> {
        let mut subject = self.by.take();
        let mut object = None;
        let actor = self.owner.take().or_else(|| self.nation.take());
        match (actor, self.of.take()) {
            (Some(actor), Some(of)) => {
                subject = subject.or(Some(actor));
                object = Some(of);
            }
            (Some(actor), None) if SUFFERED.contains(&verb) || subject.is_some() => object = Some(actor),
            (Some(actor), None) => subject = Some(actor),
            (None, Some(of)) if INTRANSITIVE.contains(&verb) => subject = Some(of),
            (None, Some(of)) => object = Some(of),
            (None, None) => {}
        }
        if subject.is_none() && object.is_none() {
            return Vec::new();
        }
        let mut arguments: Vec<_> = subject
            .into_iter()
            .map(|t| argument(Role::Subject, None, t))
            .collect();
        arguments.extend(object.into_iter().map(|t| argument(Role::Object, None, t)));
        for (marker, term) in self.obliques.drain(..) {
            arguments.push(argument(Role::Oblique, Some(marker), term));
        }
        arguments
    }
}

/// Whether a noun stands under a verb that does not need it to be real.
pub(super) fn is_unreal(tree: Tree<'_>, noun: usize) -> bool {
    let Some(head) = tree.token(noun).and_then(|t| t.head) else {
        return false;
    };
    let lemma = tree.lemma(head).to_lowercase();
    let verbal = tree.token(head).is_some_and(|t| t.upos == Upos::Verb);
    let below = matches!(
        tree.deprel(noun),
        Some(Deprel::Obj | Deprel::NsubjPass | Deprel::Obl | Deprel::Nmod)
    );
    let modal = verbal
        && tree.dependents(head, &[Deprel::Aux]).any(|a| {
            matches!(
                tree.lemma(a),
                "will" | "would" | "could" | "may" | "might" | "should" | "can" | "must"
            )
        });
    below && (UNREAL.contains(&lemma.as_str()) || modal && tree.deprel(noun) == Some(Deprel::Obj))
}
