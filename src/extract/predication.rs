//! Predications: each predicate of a document with its arguments and qualifiers, free of negation and hedging.

use super::bond;
use super::casualties;
use super::causes;
use super::clause::{self, Clause, Form};
use super::closing;
use super::copula;
use super::headcounts;
use super::light;
use super::manner;
use super::naming;
use super::presupposition;
use super::qualifier::{self, Measures};
use super::quote;
use super::reading::{At, Reading, Tree};
use super::reference::References;
use super::role::{self, Roles};
use super::standing;
use super::tense::{due, tense};
use super::term::{self, Terms};
use super::wording;
use crate::claim::{Evidence, EvidenceKind};
use crate::lexicon::opposites;
use crate::proposition::{
    Argument, ModifierKind, Predicate, PredicateClass, Proposition, Qualifier, Quantifier, Role, Term,
};
use crate::span::Span;
use crate::text::{Deprel, Upos};

/// A predicate with its proposition, and the words it was read from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Predication {
    /// The predicate word.
    pub(crate) at: At,
    pub(crate) proposition: Proposition,
    /// The words to show.
    pub(crate) quote: Span,
    pub(crate) evidence: Vec<Evidence>,
    /// Whether the text takes it for granted and does not say it.
    pub(crate) presupposed: bool,
    /// The article of a noun that is the predicate, as it stands in the text.
    pub(crate) article: Option<String>,
}

/// Every predication of a document, in the order of the text.
pub(super) fn predications(
    reading: &Reading<'_>,
    references: &References,
    measures: &Measures,
) -> Vec<Predication> {
    let terms = Terms::new(reading, references, measures);
    let mut all = Vec::new();
    let mut presupposed = presupposition::Presuppositions::new(terms);
    for (at, tree) in reading.trees() {
        let first = all.len();
        let clauses = clause::clauses(tree);
        for &clause in &clauses {
            if standing::is_claim(tree, clause, &clauses) {
                let told = predication(terms, tree, at.word(clause.word), clause);
                let death = told.as_ref().and_then(casualties::died);
                all.extend(told.into_iter().chain(death));
            }
        }
        all.extend(presupposed.sentence(tree, at));
        if let Some(own) = all.get_mut(first..) {
            own.sort_by_key(|p: &Predication| (p.quote.start, p.at.token, p.quote.end));
        }
    }
    all
}

/// The predication of one clause.
fn predication(terms: Terms<'_>, tree: Tree<'_>, at: At, clause: Clause) -> Option<Predication> {
    if let Some(naming) = naming::naming(tree, clause.word).filter(|_| clause.form == Form::Verb) {
        let proposition = naming::proposition(terms, tree, at, naming);
        let evidence = evidence(tree, clause, &proposition);
        return Some(Predication {
            at: at.word(naming.noun),
            proposition,
            quote: quote::clause(tree, clause)?,
            evidence,
            presupposed: false,
            article: Some("a".to_owned()),
        });
    }
    let mut roles = role::roles(tree, clause);
    // "The bridge closed in May" is said of the bridge, and not of the bridge closed in May.
    let terms = match tree.deprel(clause.word) {
        Some(Deprel::Acl) => terms.without(at),
        _ => terms,
    };
    let caused = causes::caused(tree, clause, &roles);
    if let Some(caused) = caused {
        roles = causes::causing(caused, roles);
    }
    let held = bond::held(terms, tree, at, clause, &roles);
    let is_bond = held.is_some();
    let light = light::read(tree, clause, &mut roles);
    let none = light::none(tree, clause, &roles).filter(|_| !is_bond && light.is_none());
    let mut proposition = match clause.form {
        _ if is_bond => held?,
        _ if caused.is_some() => causes::proposition(terms, tree, at, clause, (caused?, &roles)),
        _ if light.is_some() => {
            let mut proposition = verbal(terms, tree, at, clause, &roles);
            let light = light?;
            proposition.predicate.lemma = light.lemma;
            let manner = light::manner(terms, tree, at.word(light.noun));
            proposition.predicate.modifiers.extend(manner);
            proposition.predicate.modifiers.extend(light::still(clause));
            proposition
        }
        _ if none.is_some() => {
            let (light, of) = none?;
            light::nothing_done(terms, tree, at, light, of, tense(tree, clause.word))
        }
        Form::Verb if is_aim(tree, clause.word) => aim(terms, tree, at, clause, &roles)?,
        Form::Verb => verbal(terms, tree, at, clause, &roles),
        Form::Copula => copula::proposition(terms, tree, at, clause, &roles)?,
        Form::Existence => existence(terms, tree, at, clause, &roles)?,
    };
    let nothing_new = proposition.predicate.class == PredicateClass::Nominal
        && proposition
            .argument(Role::Subject)
            .is_some_and(|s| s.head == proposition.predicate.lemma);
    if proposition.arguments.is_empty() || nothing_new {
        return None;
    }
    casualties::plain(&mut proposition);
    headcounts::plain(&mut proposition);
    closing::plain(&mut proposition);
    let quote = quote::clause(tree, clause)?;
    let evidence = evidence(tree, clause, &proposition);
    Some(Predication {
        // Who blames something says so of it.
        at: caused.filter(|c| c.told).map_or(at, |c| at.word(c.cause)),
        proposition,
        quote,
        evidence,
        presupposed: false,
        article: if is_bond {
            Some("a".to_owned())
        } else {
            article(tree, clause, &roles)
        },
    })
}

/// The article of the noun that a clause has for its predicate; of two, that of the one that is no name.
fn article(tree: Tree<'_>, clause: Clause, roles: &Roles) -> Option<String> {
    let nouns = [Some(clause.core), roles.subject];
    let common = nouns
        .into_iter()
        .flatten()
        .find(|&n| clause.form == Form::Copula && tree.token(n).is_some_and(|t| t.upos != Upos::Propn))?;
    let det = tree
        .dependent(common, &[Deprel::Det])
        .map(|d| tree.form(d).to_lowercase());
    det.filter(|d| matches!(d.as_str(), "a" | "an" | "the"))
}

/// "X does Y."
pub(super) fn verbal(terms: Terms<'_>, tree: Tree<'_>, at: At, clause: Clause, roles: &Roles) -> Proposition {
    let mut proposition = Proposition {
        predicate: Predicate {
            lemma: lemma(tree, clause.word),
            class: PredicateClass::Event,
            tense: tense(tree, clause.word),
            modifiers: Vec::new(),
            ..Predicate::default()
        },
        ..Proposition::default()
    };
    arguments(terms, tree, at, roles, &mut proposition);
    adjuncts(terms, tree, at, clause, roles, &mut proposition);
    proposition
}

/// Whether a predicate is an infinitive behind "is".
fn is_aim(tree: Tree<'_>, word: usize) -> bool {
    tree.dependent(word, &[Deprel::Cop]).is_some()
        && clause::is_infinitive(tree, word)
        && due(tree, word).is_none()
}

/// "The goal is to win": what the subject is stands in a clause.
fn aim(terms: Terms<'_>, tree: Tree<'_>, at: At, clause: Clause, roles: &Roles) -> Option<Proposition> {
    let subject = roles.subject.or(roles.object)?;
    let outer = [
        Deprel::Cop,
        Deprel::Nsubj,
        Deprel::NsubjOuter,
        Deprel::Aux,
        Deprel::Punct,
    ];
    let words: Vec<usize> = tree.subtree_without(clause.word, |c| {
        tree.token(c)
            .is_some_and(|t| t.head == Some(clause.word) && (outer.contains(&t.deprel) || c < clause.word))
    });
    let mut complement = terms.clausal(tree, at);
    complement.span = tree.span(&words);
    complement.text = terms.wording.words(tree, at, &words);
    Some(Proposition {
        predicate: Predicate {
            lemma: "be".to_owned(),
            class: PredicateClass::State,
            tense: tense(tree, clause.word),
            modifiers: Vec::new(),
            ..Predicate::default()
        },
        arguments: vec![
            argument(Role::Subject, None, terms.term(tree, at.word(subject))),
            argument(Role::Complement, Some("to".to_owned()), complement),
        ],
        qualifiers: Vec::new(),
    })
}

/// "There is X."
fn existence(terms: Terms<'_>, tree: Tree<'_>, at: At, clause: Clause, roles: &Roles) -> Option<Proposition> {
    let own = tree
        .dependent(clause.word, clause::SUBJECTS)
        .or_else(|| tree.dependent(clause.word, &[Deprel::Obj]));
    // Some parsers make what exists the predicate: "there is *hope*".
    let subject = own.or_else(|| {
        tree.token(clause.word)
            .filter(|t| t.upos == Upos::Noun)
            .map(|_| clause.word)
    })?;
    let mut proposition = Proposition {
        predicate: Predicate {
            lemma: "exist".to_owned(),
            class: PredicateClass::Existence,
            tense: tense(tree, clause.word),
            modifiers: Vec::new(),
            ..Predicate::default()
        },
        arguments: vec![argument(Role::Subject, None, terms.term(tree, at.word(subject)))],
        qualifiers: Vec::new(),
    };
    adjuncts(terms, tree, at, clause, roles, &mut proposition);
    Some(proposition)
}

/// Puts subject, object and recipient into a proposition.
pub(super) fn arguments(
    terms: Terms<'_>,
    tree: Tree<'_>,
    at: At,
    roles: &Roles,
    proposition: &mut Proposition,
) {
    // "Military aid to Mali": who gets it has a role of its own.
    let terms = match &roles.recipient {
        Some((Some(_), recipient)) if tree.token(*recipient).and_then(|t| t.head) == roles.object => {
            terms.without(at.word(*recipient))
        }
        _ => terms,
    };
    let mut push = |role, marker: Option<String>, word: usize| {
        let clausal = tree
            .token(word)
            .is_some_and(|t| t.upos == Upos::Verb && matches!(t.deprel, Deprel::Csubj | Deprel::CsubjPass));
        let mut term = if clausal {
            terms.deed(tree, at.word(word))
        } else {
            terms.term(tree, at.word(word))
        };
        // "A ransom, which it did not pay": not that one.
        let told = tree.deprel(at.token) == Some(Deprel::AclRelcl) && word < at.token;
        if told && role == Role::Object && term.quantifier == Quantifier::Indefinite {
            term.quantifier = Quantifier::Definite;
        }
        proposition.arguments.push(argument(role, marker, term));
    };
    if let Some(subject) = roles.subject {
        push(Role::Subject, None, subject);
    }
    let measure = roles
        .object
        .filter(|_| qualifier::is_measured_by_object(&proposition.predicate.lemma))
        .and_then(|o| qualifier::quantity(terms, tree, at.word(o), ""));
    match (measure, roles.object) {
        (Some(measure), _) => proposition.qualifiers.push(measure),
        (None, Some(object)) => push(Role::Object, None, object),
        (None, None) => {}
    }
    if let Some((marker, recipient)) = &roles.recipient {
        push(Role::Recipient, marker.clone(), *recipient);
    }
}

/// Puts obliques, complements, adverbs, times, places and clauses into a proposition.
pub(super) fn adjuncts(
    terms: Terms<'_>,
    tree: Tree<'_>,
    at: At,
    clause: Clause,
    roles: &Roles,
    proposition: &mut Proposition,
) {
    for (marker, word) in &roles.obliques {
        if let Some(manner) = manner::manner(tree, *word) {
            proposition.predicate.modifiers.push(manner);
        } else if let Some(qualifier) = qualifier::oblique(terms, tree, at.word(*word), marker) {
            proposition.qualifiers.push(qualifier);
        } else {
            let term = terms.term(tree, at.word(*word));
            let oblique = argument(Role::Oblique, Some(marker.clone()), term);
            proposition.arguments.push(oblique);
        }
    }
    for &word in &roles.bare {
        let qualifier = qualifier::bare(terms, tree, at.word(word));
        if qualifier.is_none()
            && role::is_bare_object(tree, clause, word)
            && proposition.argument(Role::Object).is_none()
        {
            let term = terms.term(tree, at.word(word));
            proposition.arguments.push(argument(Role::Object, None, term));
        }
        proposition
            .qualifiers
            .extend(qualifier.filter(|q| !proposition.qualifiers.contains(q)));
    }
    let counted = |q: &Qualifier| matches!(q, Qualifier::Quantity { .. });
    if !proposition.qualifiers.iter().any(counted) {
        let told = qualifier::told_by_verb(tree, clause.word, &proposition.predicate.lemma);
        proposition.qualifiers.extend(told);
    }
    if let Some((marker, word)) = &roles.complement {
        let nominal = tree
            .token(*word)
            .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num))
            && tree
                .dependent(*word, &[Deprel::Cop, Deprel::Nsubj, Deprel::Mark])
                .is_none();
        let term = if nominal {
            terms.term(tree, at.word(*word))
        } else {
            terms.clausal(tree, at.word(*word))
        };
        proposition
            .arguments
            .push(argument(Role::Complement, marker.clone(), term));
    }
    let particles = particles(tree, clause.word);
    for &word in roles.adverbs.iter().filter(|word| !particles.contains(word)) {
        if let Some(qualifier) = qualifier::adverb(terms, tree, at.word(word)) {
            proposition.qualifiers.push(qualifier);
        } else if says_something(tree, word) && word != clause.core {
            let adverb = terms.adjective(tree, at.word(word), ModifierKind::Adverb);
            proposition.predicate.modifiers.push(adverb);
        }
    }
    for (marker, word) in &roles.clauses {
        if qualifier::is_qualifying(marker) {
            let term = terms.clausal(tree, at.word(*word));
            proposition.qualifiers.push(Qualifier::Clause {
                marker: marker.clone(),
                term,
            });
        }
    }
}

/// Adverbs that narrow nothing: they join what is said to what was said before, or tell how surely it is said.
const SAY_NOTHING: &str = "also too however therefore thus moreover furthermore meanwhile nevertheless nonetheless indeed instead hence \
    besides otherwise then so yet perhaps maybe possibly probably likely allegedly reportedly apparently presumably \
    supposedly seemingly certainly clearly obviously surely definitely undoubtedly purportedly evidently truly \
    really actually of even just though first conceivably potentially as inevitably simply after else";

/// Whether an adverb narrows the predicate: negators, hedges and connectives do not, question words neither.
pub(super) fn says_something(tree: Tree<'_>, word: usize) -> bool {
    let Some(token) = tree.token(word) else {
        return false;
    };
    let graded = tree
        .token(word + 1)
        .is_some_and(|t| matches!(t.upos, Upos::Adj | Upos::Adv));
    let longer = matches!(token.lemma.as_str(), "long" | "longer" | "more")
        && !graded
        && word
            .checked_sub(1)
            .is_some_and(|no| tree.form(no).eq_ignore_ascii_case("no"));
    // "As well" adds, and "slept well" tells how.
    let before = word.checked_sub(1).map_or("", |i| tree.form(i));
    let too = token.lemma == "well" && before.eq_ignore_ascii_case("as");
    !wording::is_negator(tree, word)
        && !longer
        && !too
        && token.xpos != "WRB"
        && !SAY_NOTHING
            .split(' ')
            .any(|w| token.lemma.eq_ignore_ascii_case(w))
}

pub(super) fn argument(role: Role, marker: Option<String>, term: Term) -> Argument {
    Argument { role, marker, term }
}

/// The dictionary form of a verb with its particle.
pub(super) fn lemma(tree: Tree<'_>, word: usize) -> String {
    let mut lemma = tree.lemma(word).to_lowercase();
    for particle in particles(tree, word) {
        lemma.push(' ');
        lemma.push_str(&tree.form(particle).to_lowercase());
    }
    lemma
}

/// The particles of a verb: those that the tree shows, and adverbs with which it is one verb that has an opposite ("switched
/// the oven on").
pub(super) fn particles(tree: Tree<'_>, verb: usize) -> Vec<usize> {
    let shown: Vec<usize> = tree.dependents(verb, &[Deprel::CompoundPrt]).collect();
    if !shown.is_empty() || tree.token(verb).is_none_or(|t| t.upos != Upos::Verb) {
        return shown;
    }
    let mut adverbs = tree.dependents(verb, &[Deprel::Advmod]);
    let own = adverbs.find(|&i| {
        let phrase = format!("{} {}", tree.lemma(verb), tree.form(i)).to_lowercase();
        i > verb && !tree.children(i).any(|_| true) && opposites::is_particle_verb(&phrase)
    });
    own.into_iter().collect()
}

/// Where the predicate and its arguments stand.
fn evidence(tree: Tree<'_>, clause: Clause, proposition: &Proposition) -> Vec<Evidence> {
    let mut words = vec![clause.core];
    words.extend(particles(tree, clause.word));
    if clause.core != clause.word {
        words.push(clause.word);
    }
    words.sort_unstable();
    let mut evidence: Vec<Evidence> = words
        .iter()
        .map(|&w| piece(tree, EvidenceKind::Predicate, tree.span(&[w])))
        .collect();
    evidence.extend(argument_evidence(tree, proposition));
    evidence
}

/// Where the arguments stand.
pub(super) fn argument_evidence(tree: Tree<'_>, proposition: &Proposition) -> Vec<Evidence> {
    let spans = proposition.arguments.iter().map(|a| a.term.span);
    spans
        .filter(|s| !s.is_empty())
        .map(|s| piece(tree, EvidenceKind::Argument, s))
        .collect()
}

pub(super) fn piece(tree: Tree<'_>, kind: EvidenceKind, span: Span) -> Evidence {
    Evidence {
        kind,
        words: tree.words(span),
    }
}

/// The modifiers and the "of" of a noun that is a predicate: what it is, and to whom.
pub(super) fn nominal(terms: Terms<'_>, tree: Tree<'_>, at: At, proposition: &mut Proposition) {
    let relational = term::is_relational(tree, at.token);
    for modifier in terms.modifiers(tree, at, 2) {
        let belongs = match modifier.kind {
            ModifierKind::Possessor => true,
            ModifierKind::Preposition => {
                modifier.marker.as_deref() == Some("of")
                    || relational
                        && !matches!(
                            modifier.marker.as_deref(),
                            Some("in" | "at" | "during" | "since" | "such as" | "like" | "including")
                        )
            }
            ModifierKind::Compound | ModifierKind::Adjective => {
                relational && modifier.term.entity.as_ref().is_some_and(is_party)
            }
            _ => false,
        };
        if belongs {
            let marker = match modifier.kind {
                ModifierKind::Preposition => modifier.marker,
                _ => Some("of".to_owned()),
            };
            let mut term = modifier.term;
            if modifier.kind == ModifierKind::Adjective
                && let Some(entity) = &term.entity
            {
                term.text.clone_from(&entity.name);
            }
            proposition.arguments.push(argument(Role::Oblique, marker, term));
        } else if modifier.kind != ModifierKind::Apposition {
            proposition.predicate.modifiers.push(modifier);
        }
    }
}

pub(super) fn is_party(entity: &crate::entity::Entity) -> bool {
    use crate::entity::EntityKind::{Country, Organisation, Person, Place};
    matches!(entity.kind, Country | Organisation | Person | Place)
}
