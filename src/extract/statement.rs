//! A proposition in words, so that a claim can be read without its document.

use super::inflect::{self, Subject};
use crate::lexicon::degree::changed_by;
use crate::lexicon::function_words::is_function_word;
use crate::lexicon::wordnet::{self, Pos};
use crate::measure;
use crate::proposition::{
    Argument, Modifier, ModifierKind, PredicateClass, Proposition, Qualifier, Quantifier, Role, Term,
};

/// The proposition in a sentence, negated if asked.
pub(super) fn statement(proposition: &Proposition, article: Option<&str>, negative: bool) -> String {
    let mut words = Words(String::new());
    // "None was found" has its negation in its subject.
    let said = proposition
        .arguments
        .iter()
        .any(|a| a.term.quantifier == Quantifier::No && holds_negation(&a.term.text));
    let negative = negative && !said;
    let subject = proposition.argument(Role::Subject);
    let object = proposition.argument(Role::Object);
    match proposition.predicate.class {
        PredicateClass::Existence => {
            words.add("there");
            words.add(&inflect::be(
                proposition.predicate.tense,
                agreement(subject),
                negative,
            ));
            words.add(subject.map_or("something", |s| s.text.as_str()));
        }
        PredicateClass::Event => event(proposition, subject, object, negative, &mut words),
        PredicateClass::State | PredicateClass::Nominal if linking(proposition).is_some() => {
            words.add(subject.map_or("it", as_subject));
            let verb = linking(proposition).unwrap_or("be");
            words.add(&inflect::active(
                verb,
                proposition.predicate.tense,
                agreement(subject),
                negative,
            ));
            complement(proposition, subject, article, &mut words);
        }
        PredicateClass::State | PredicateClass::Nominal => {
            words.add(subject.map_or("it", as_subject));
            words.add(&inflect::be(
                proposition.predicate.tense,
                agreement(subject),
                negative,
            ));
            complement(proposition, subject, article, &mut words);
        }
    }
    for argument in &proposition.arguments {
        rest(proposition, argument, &mut words);
    }
    for qualifier in &proposition.qualifiers {
        match qualifier {
            Qualifier::Time { words: said, .. } => words.add(&within(&said.text)),
            Qualifier::Place { marker, term } | Qualifier::Clause { marker, term } => {
                let told = term
                    .text
                    .split(' ')
                    .next()
                    .is_some_and(|w| w.eq_ignore_ascii_case(marker));
                words.add(if told { "" } else { marker });
                words.add(&term.text);
            }
            // What the verb tells by itself is said already.
            Qualifier::Quantity { marker, .. }
                if marker.is_empty() && changed_by(&proposition.predicate.lemma).is_some() => {}
            Qualifier::Quantity {
                marker, words: said, ..
            } => {
                words.add(marker);
                words.add(&within(&said.text));
            }
        }
    }
    words.sentence()
}

/// A phrase that may have stood first in its sentence, as it stands elsewhere: "in 2017" for "In 2017", "five years ago".
fn within(time: &str) -> String {
    let first = time.split(' ').next().unwrap_or_default();
    let lower = first.to_lowercase();
    // The month.
    let may = first == "May";
    let named = may
        || !(is_function_word(&lower)
            || matches!(
                lower.as_str(),
                "last"
                    | "next"
                    | "earlier"
                    | "later"
                    | "early"
                    | "late"
                    | "yesterday"
                    | "today"
                    | "tomorrow"
                    | "now"
            )
            || measure::spelled(&lower).is_some()
            || wordnet::is_known(&lower, Pos::Adverb) && !wordnet::is_known(&lower, Pos::Noun));
    if named {
        time.to_owned()
    } else {
        format!("{lower}{}", time.strip_prefix(first).unwrap_or_default())
    }
}

fn holds_negation(text: &str) -> bool {
    let mut words = text.split(' ').map(str::to_lowercase);
    words.any(|w| {
        matches!(
            w.as_str(),
            "no" | "none" | "nobody" | "nothing" | "neither" | "nor"
        )
    })
}

fn event(
    proposition: &Proposition,
    subject: Option<&Term>,
    object: Option<&Term>,
    negative: bool,
    words: &mut Words,
) {
    let predicate = &proposition.predicate;
    let adverbs = predicate
        .modifiers
        .iter()
        .filter(|m| m.kind == ModifierKind::Adverb);
    if let Some(subject) = subject {
        words.add(as_subject(subject));
        words.add(&inflect::active(
            &predicate.lemma,
            predicate.tense,
            agreement(Some(subject)),
            negative,
        ));
        if let Some(recipient) = proposition
            .arguments
            .iter()
            .find(|a| a.role == Role::Recipient && a.marker.is_none())
        {
            words.add(as_object(&recipient.term));
        }
        if let Some(object) = object {
            words.add(as_object(object));
        }
    } else {
        let recipient = proposition.argument(Role::Recipient);
        let first = object.or(recipient);
        words.add(first.map_or("it", as_subject));
        words.add(&inflect::passive(
            &predicate.lemma,
            predicate.tense,
            agreement(first),
            negative,
        ));
    }
    for adverb in adverbs {
        words.add(&within(&phrase(&adverb.term)));
    }
}

/// The linking verb that a predicate came with: "became", "remained".
fn linking(proposition: &Proposition) -> Option<&str> {
    let verbs = proposition
        .predicate
        .modifiers
        .iter()
        .filter(|m| m.kind == ModifierKind::Adverb);
    verbs.map(|m| m.term.head.as_str()).find(|h| is_linking(h))
}

fn is_linking(verb: &str) -> bool {
    matches!(
        verb,
        "become"
            | "remain"
            | "stay"
            | "grow"
            | "get"
            | "feel"
            | "sound"
            | "keep"
            | "fall"
            | "go"
            | "come"
            | "end"
            | "stand"
            | "taste"
            | "smell"
    )
}

/// What is said to be: the adjective, the noun with what narrows it.
fn complement(proposition: &Proposition, subject: Option<&Term>, article: Option<&str>, words: &mut Words) {
    let predicate = &proposition.predicate;
    if predicate.class == PredicateClass::State {
        for modifier in adverbs(proposition) {
            words.add(&phrase(&modifier.term));
        }
        if predicate.lemma != "be" {
            words.add(&predicate.lemma);
        }
        return;
    }
    let many = subject.is_some_and(is_many);
    let before: Vec<String> = predicate
        .modifiers
        .iter()
        .filter(|m| !matches!(m.kind, ModifierKind::Preposition | ModifierKind::Clause))
        .filter(|m| m.kind != ModifierKind::Adverb || !is_linking(&m.term.head))
        .map(|m| match m.kind {
            ModifierKind::Possessor => format!("{}’s", m.term.text),
            _ => phrase(&m.term),
        })
        .collect();
    let noun = if many {
        inflect::plural(&predicate.lemma)
    } else {
        predicate.lemma.clone()
    };
    let owned = proposition
        .arguments
        .iter()
        .any(|a| a.role == Role::Oblique && a.marker.as_deref() == Some("of"));
    let first = before.first().map_or(noun.as_str(), String::as_str);
    let proper = first.chars().next().is_some_and(char::is_uppercase);
    if !many && !proper {
        words.add(if article.map_or(owned, |a| a == "the") {
            "the"
        } else {
            inflect::indefinite(first)
        });
    }
    for word in &before {
        words.add(word);
    }
    words.add(&noun);
    for modifier in predicate
        .modifiers
        .iter()
        .filter(|m| m.kind == ModifierKind::Preposition)
    {
        words.add(modifier.marker.as_deref().unwrap_or_default());
        words.add(&modifier.term.text);
    }
}

/// The adverbs of a state, without the linking verb.
fn adverbs(proposition: &Proposition) -> impl Iterator<Item = &Modifier> {
    let modifiers = proposition.predicate.modifiers.iter();
    modifiers.filter(|m| m.kind == ModifierKind::Adverb && !is_linking(&m.term.head))
}

/// A word with what grades it; a phrase has its words in its text.
fn phrase(term: &Term) -> String {
    let told: Vec<&str> = term.text.split([' ', '-']).collect();
    let mut words: Vec<&str> = term
        .modifiers
        .iter()
        .filter(|m| m.kind == ModifierKind::Adverb)
        .map(|m| m.term.text.as_str())
        .filter(|w| !told.contains(w))
        .collect();
    words.push(&term.text);
    words.join(" ")
}

fn rest(proposition: &Proposition, argument: &Argument, words: &mut Words) {
    let shown = match argument.role {
        Role::Subject => true,
        Role::Object => proposition.predicate.class == PredicateClass::Event,
        // Without a subject the one who gets it may stand first.
        Role::Recipient => {
            argument.marker.is_none()
                && (proposition.argument(Role::Subject).is_some()
                    || proposition.argument(Role::Object).is_none())
        }
        _ => false,
    };
    if shown {
        return;
    }
    if argument.role == Role::Recipient && argument.marker.is_none() {
        words.add("to");
    }
    words.add(argument.marker.as_deref().unwrap_or_default());
    words.add(as_object(&argument.term));
}

/// What a verb agrees with that has this subject.
fn agreement(subject: Option<&Term>) -> Subject {
    match subject {
        Some(term) if as_subject(term).eq_ignore_ascii_case("i") => Subject::Speaker,
        Some(term) if is_many(term) => Subject::Many,
        _ => Subject::One,
    }
}

fn is_many(term: &Term) -> bool {
    term.plural
        || term.members.len() > 1
        || matches!(as_subject(term).to_lowercase().as_str(), "you" | "we" | "they")
}

/// A term as the subject of a sentence: "he" for "his failure" and "saw him".
fn as_subject(term: &Term) -> &str {
    match term.text.to_lowercase().as_str() {
        "my" | "me" => "I",
        "your" => "you",
        "his" | "him" => "he",
        "her" => "she",
        "its" => "it",
        "our" | "us" => "we",
        "their" | "them" => "they",
        _ => &term.text,
    }
}

/// A term where it is not the subject: "us" for "we were told" and "our defeat".
fn as_object(term: &Term) -> &str {
    match term.text.to_lowercase().as_str() {
        "i" | "my" => "me",
        "he" | "his" => "him",
        "she" => "her",
        "we" | "our" => "us",
        "they" | "their" => "them",
        _ => &term.text,
    }
}

/// A sentence under construction.
struct Words(String);

impl Words {
    fn add(&mut self, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(words);
    }

    fn sentence(self) -> String {
        let mut characters = self.0.chars();
        let mut out: String = characters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        out.push_str(characters.as_str());
        if !out.is_empty() && !out.ends_with(['.', '!', '?']) {
            out.push('.');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, claims};

    fn statements(text: &str) -> Vec<String> {
        let claims = claims(&Document::new("x", text));
        claims.into_iter().map(|claim| claim.statement).collect()
    }

    #[test]
    fn pronouns_stand_in_their_case() {
        assert_eq!(statements("I am safe."), ["I am safe."]);
        assert_eq!(statements("The guards saw us."), ["The guards saw us."]);
        assert_eq!(statements("We were seen by the guards."), ["The guards saw us."]);
    }

    #[test]
    fn what_names_nothing_makes_no_claim() {
        let found = statements("We know what happened.");
        assert!(found.iter().all(|s| !s.starts_with("What")), "{found:?}");
    }
}
