//! Mends of a tree where the model gave a subject to another verb than its own, or took it for something else.

use super::token::{Deprel, Sentence, Upos};
use crate::lexicon::wordnet::{self, Pos};

/// "Women, who made up 58%, did no better": of two subjects of one verb the second, right behind a relative clause of the first
/// that lacks an object, is that clause's object.
pub(super) fn leave_the_subject(sentence: &mut Sentence, verb: usize) {
    let mut subjects = sentence.dependents(verb, &[Deprel::Nsubj, Deprel::NsubjPass]);
    let (Some(first), Some(second)) = (subjects.next(), subjects.next()) else {
        return;
    };
    drop(subjects);
    let lacking = [Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp];
    let clause = sentence
        .dependents(first, &[Deprel::AclRelcl])
        .find(|&c| first < c && c < second && second < verb && !sentence.has(c, &lacking));
    let Some(clause) = clause else { return };
    let adjoins =
        (clause + 1..second).all(|i| sentence.is_within(i, clause) || sentence.is_within(i, second));
    if adjoins {
        sentence.hang(second, clause, Deprel::Obj);
    }
}

/// "Swelling or bleeding in the brain was seen": a gerund that opens the sentence is the subject of a verb that has none.
pub(super) fn be_the_subject(sentence: &mut Sentence, verb: usize) {
    let finite = sentence
        .token(verb)
        .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP"))
        || sentence
            .dependents(verb, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop])
            .any(|i| {
                sentence
                    .token(i)
                    .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD"))
            });
    let opens = sentence
        .token(0)
        .is_some_and(|t| t.xpos == "VBG" && t.deprel == Deprel::Advcl && t.head == Some(verb));
    if !finite || !opens || sentence.has_subject(verb) {
        return;
    }
    sentence.hang(0, verb, sentence.subject_relation(verb));
    name(sentence, 0);
    if let Some(other) = sentence.dependent(0, &[Deprel::Conj]) {
        be_joined(sentence, other);
    }
}

/// "Smoke or burning in the hold": a gerund that is joined to a noun is one, unless it does something to something.
pub(super) fn be_joined(sentence: &mut Sentence, gerund: usize) {
    let noun = sentence
        .token(gerund)
        .filter(|t| t.xpos == "VBG" && t.deprel == Deprel::Conj)
        .and_then(|t| t.head)
        .is_some_and(|h| sentence.token(h).is_some_and(|t| t.upos == Upos::Noun));
    let verbal = [
        Deprel::Obj,
        Deprel::Nsubj,
        Deprel::NsubjPass,
        Deprel::Aux,
        Deprel::AuxPass,
        Deprel::Mark,
        Deprel::Ccomp,
        Deprel::Xcomp,
    ];
    let joined = sentence.dependent(gerund, &[Deprel::Cc]) == gerund.checked_sub(1);
    if noun && joined && !sentence.has(gerund, &verbal) {
        name(sentence, gerund);
    }
}

/// Makes a gerund a noun.
fn name(sentence: &mut Sentence, gerund: usize) {
    for token in &mut sentence.tokens {
        if token.head == Some(gerund) && token.deprel == Deprel::Obl {
            token.deprel = Deprel::Nmod;
        }
    }
    if let Some(token) = sentence.tokens.get_mut(gerund) {
        (token.upos, token.xpos) = (Upos::Noun, "NN");
    }
}

/// "Not one round has been fired": what is counted before a verb without a subject is its subject.
pub(super) fn be_counted(sentence: &mut Sentence, noun: usize) {
    let verb = sentence
        .token(noun)
        .filter(|t| {
            t.upos == Upos::Adv && t.deprel == Deprel::Advmod && wordnet::is_known(&t.lemma, Pos::Noun)
        })
        .and_then(|t| t.head);
    let counted = sentence.has(noun, &[Deprel::Nummod]);
    if let Some(verb) = verb.filter(|&v| noun < v && counted && !sentence.has_subject(v)) {
        sentence.hang(noun, verb, sentence.subject_relation(verb));
        if let Some(token) = sentence.tokens.get_mut(noun) {
            (token.upos, token.xpos) = (Upos::Noun, "NN");
        }
    }
}

/// "Villagers blame neglected embankment": a plural has a verb behind it, and the participle behind that belongs to its object.
pub(super) fn be_the_verb(sentence: &mut Sentence, verb: usize) {
    let plural = |i: usize| {
        sentence
            .token(i)
            .is_some_and(|t| matches!(t.xpos, "NNS" | "NNPS"))
    };
    let subject = sentence.dependent(verb, &[Deprel::Nsubj]);
    let named = sentence
        .token(verb)
        .is_some_and(|t| t.xpos == "NN" && wordnet::is_known(&t.lemma, Pos::Verb));
    let nominal = [
        Deprel::Cop,
        Deprel::Det,
        Deprel::Case,
        Deprel::NmodPoss,
        Deprel::Compound,
    ];
    if !named || subject.is_none_or(|s| s + 1 != verb || !plural(s)) || sentence.has(verb, &nominal) {
        return;
    }
    let participle = verb + 1;
    let passed = sentence
        .token(participle)
        .is_some_and(|t| t.xpos == "VBN" && t.deprel == Deprel::Acl && t.head == Some(verb));
    let object = sentence.dependent(participle, &[Deprel::Obj]).filter(|_| passed);
    let Some(object) = object else { return };
    sentence.hang(object, verb, Deprel::Obj);
    sentence.hang(participle, object, Deprel::Amod);
    if let Some(token) = sentence.tokens.get_mut(verb) {
        (token.upos, token.xpos) = (Upos::Verb, "VBP");
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Deprel;
    use crate::text::fixture::relation;

    #[test]
    fn a_relative_clause_keeps_its_object() {
        let text = "Women, who made up 58% of those enrolled, did no better on onfetamab than on placebo.";
        assert_eq!(relation(text, "%"), Some((Deprel::Obj, "made")));
        assert_eq!(relation(text, "Women"), Some((Deprel::Nsubj, "did")));
    }

    #[test]
    fn what_is_seen_is_a_subject() {
        let text =
            "Swelling or bleeding in the brain, a known hazard, was seen in many of those on the drug.";
        assert_eq!(relation(text, "Swelling"), Some((Deprel::NsubjPass, "seen")));
        assert_eq!(relation(text, "brain"), Some((Deprel::Nmod, "bleeding")));
        let text = "Smoke or burning in the hold was seen by divers.";
        assert_eq!(relation(text, "hold"), Some((Deprel::Nmod, "burning")));
    }

    #[test]
    fn what_is_counted_is_a_noun() {
        let text = "“Not one round has been fired by our army,” said Lee.";
        assert_eq!(relation(text, "round"), Some((Deprel::NsubjPass, "fired")));
    }

    #[test]
    fn villagers_are_no_blame() {
        let text = "Anger grows in Assam as villagers blame neglected embankment";
        assert_eq!(relation(text, "embankment"), Some((Deprel::Obj, "blame")));
        assert_eq!(relation(text, "villagers"), Some((Deprel::Nsubj, "blame")));
    }
}
