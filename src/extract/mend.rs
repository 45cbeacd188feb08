//! Mends trees where words tell better than the parser did, before anything is read from them.

use super::knowledge;
use super::mend_contents::{self, tells};
use super::{mend_names, mend_objects, mend_speech};
use crate::lexicon::signatures::{self, Frame, Kind};
use crate::text::{Deprel, Sentence, Upos};

/// The relations of who does it, or to whom it is done.
const SUBJECTS: [Deprel; 2] = [Deprel::Nsubj, Deprel::NsubjPass];

/// Mends one sentence.
pub(super) fn mend(sentence: &mut Sentence) {
    mend_names::nouns(sentence);
    mend_names::halves(sentence);
    mend_names::firms(sentence);
    mend_objects::verbs(sentence);
    mend_objects::participles(sentence);
    mend_objects::handed_on(sentence);
    mend_names::offices(sentence);
    mend_names::dates(sentence);
    mend_objects::given_up(sentence);
    mend_objects::graded(sentence);
    mend_objects::called(sentence);
    mend_objects::quoted_name(sentence);
    mend_objects::elected(sentence);
    mend_objects::compared(sentence);
    mend_objects::counted(sentence);
    mend_objects::given_sums(sentence);
    claimed(sentence);
    mend_names::linked_names(sentence);
    mend_names::described(sentence);
    mend_speech::speakers(sentence);
    mend_speech::dated_speaker(sentence);
    mend_speech::titled_speaker(sentence);
    mend_speech::told_of_speaker(sentence);
    mend_contents::told(sentence);
    mend_contents::contents(sentence);
    mend_contents::bare_contents(sentence);
    mend_contents::questions(sentence);
    mend_contents::behind_semicolons(sentence);
    thought(sentence);
    mend_speech::said_of(sentence);
    mend_speech::said_last(sentence);
    mend_speech::said_in(sentence);
    mend_speech::said_when(sentence);
    mend_speech::said_about(sentence);
    mend_speech::said_again(sentence);
    mend_speech::said_too(sentence);
    mend_speech::told_inside(sentence);
    extracted(sentence);
    mend_speech::going_along(sentence);
    fixed_denials(sentence);
    complements(sentence);
    infinitives(sentence);
    matters(sentence);
}

/// "It was linked to his failure to attend": an infinitive right after a noun that takes one is the noun's.
fn infinitives(sentence: &mut Sentence) {
    for to in 1..sentence.tokens.len() {
        let noun = to - 1;
        let mark = sentence.token(to).filter(|t| t.xpos == "TO");
        let Some(verb) = mark.and_then(|t| t.head).filter(|&v| v > to) else {
            continue;
        };
        let takes = sentence.token(noun).is_some_and(|t| {
            t.upos == Upos::Noun
                && t.head != Some(verb)
                && signatures::plain(Kind::Noun, &t.lemma, Frame::To).is_some()
        });
        let elsewhere = sentence.token(verb).is_some_and(|t| {
            matches!(t.deprel, Deprel::Advcl | Deprel::Xcomp) && t.head.is_some_and(|h| h < noun)
        });
        if takes && elsewhere {
            sentence.hang(verb, noun, Deprel::Acl);
        }
    }
}

/// "Denied rumours about his arrest": what stands behind "about" right after such a noun is what the noun is about.
fn matters(sentence: &mut Sentence) {
    for about in 1..sentence.tokens.len() {
        let noun = about - 1;
        let Some(matter) = sentence
            .token(about)
            .filter(|t| matches!(t.lemma.as_str(), "about" | "over") && t.deprel == Deprel::Case)
            .and_then(|t| t.head)
        else {
            continue;
        };
        let words = sentence.token(noun).zip(sentence.token(matter));
        let heard = words.is_some_and(|(n, m)| {
            n.upos == Upos::Noun
                && signatures::source(Kind::Noun, &n.lemma, Frame::About).is_some()
                && m.head == n.head
                && m.deprel == Deprel::Obl
        });
        if heard {
            sentence.hang(matter, noun, Deprel::Nmod);
        }
    }
}

/// "The claim that the army used gas is false", where the tree gives "that" and perhaps the object to the verdict: they belong
/// to what is claimed.
fn complements(sentence: &mut Sentence) {
    for that in 1..sentence.tokens.len() {
        let noun = that - 1;
        let mark = sentence
            .token(that)
            .filter(|t| t.deprel == Deprel::Mark && t.lemma == "that");
        let Some(verdict) = mark.and_then(|t| t.head) else {
            continue;
        };
        let subject = sentence
            .dependents(verdict, &SUBJECTS)
            .any(|subject| subject == noun);
        let clause = sentence
            .dependents(noun, &[Deprel::AclRelcl, Deprel::Acl])
            .find(|&i| that < i && i < verdict);
        let Some(clause) = clause.filter(|_| subject && tells(sentence, noun, Kind::Noun)) else {
            continue;
        };
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == that {
                token.head = Some(clause);
            } else if i == clause {
                token.deprel = Deprel::Acl;
            } else if i > clause && token.head == Some(verdict) && SUBJECTS.contains(&token.deprel) {
                (token.head, token.deprel) = (Some(clause), Deprel::Obj);
            }
        }
    }
}

/// "They said the accord doesn't suggest Japan is opening up", where the tree makes both clauses what they said: the second
/// is the first one's, if that is a verb that takes one and has none.
fn thought(sentence: &mut Sentence) {
    for second in 2..sentence.tokens.len() {
        let clause = sentence.token(second).filter(|t| t.deprel == Deprel::Ccomp);
        let Some(verb) = clause.and_then(|t| t.head).filter(|&v| v < second) else {
            continue;
        };
        let Some(first) = sentence
            .dependents(verb, &[Deprel::Ccomp])
            .find(|&i| verb < i && i < second)
        else {
            continue;
        };
        let complete = sentence.has(first, &[Deprel::Ccomp, Deprel::Xcomp, Deprel::Obj])
            || sentence.has(second, &[Deprel::Cc]);
        if tells(sentence, first, Kind::Verb) && !complete {
            sentence.hang(second, first, Deprel::Ccomp);
        }
    }
}

/// "Imports, which analysts believe could fall", where the tree makes "which" the object of what is believed: a clause without
/// a subject has it for its subject.
fn extracted(sentence: &mut Sentence) {
    for relative in 0..sentence.tokens.len() {
        let found = || {
            let pronoun = sentence
                .token(relative)
                .filter(|t| t.deprel == Deprel::Obj && t.xpos.starts_with('W'))?;
            let clause = pronoun.head.filter(|&c| relative < c)?;
            let content = sentence.token(clause).filter(|t| t.deprel == Deprel::Ccomp)?;
            content.head.filter(|&v| relative < v && v < clause)?;
            let helpers = [Deprel::Aux, Deprel::AuxPass, Deprel::Cop];
            let helped = sentence.has(clause, &helpers) || matches!(content.xpos, "VBD" | "VBZ" | "VBP");
            let begun = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl, Deprel::Mark];
            (helped && !sentence.has(clause, &begun)).then_some(clause)
        };
        if let Some(clause) = found() {
            sentence.hang(relative, clause, sentence.subject_relation(clause));
        }
    }
}

/// "They are in no way disturbed", where the tree makes "way" the predicate and "disturbed" its description: a noun has no
/// description with a subject in front of it.
fn fixed_denials(sentence: &mut Sentence) {
    for noun in 2..sentence.tokens.len() {
        let fixed = matches!(sentence.lemma(noun), "way" | "sense" | "respect")
            && sentence.lemma(noun - 1) == "no"
            && sentence.lemma(noun - 2) == "in";
        let has_subject_before = |i: usize| sentence.dependents(i, &SUBJECTS).any(|s| s < noun);
        let predicate = sentence
            .dependents(noun, &[Deprel::Acl])
            .find(|&i| noun < i && has_subject_before(i));
        if let Some(predicate) = predicate.filter(|_| fixed) {
            sentence.give_place(noun, predicate, Deprel::Obl, |i, _| i + 2 < noun || noun < i);
        }
    }
}

/// "The claim that it is safe was proved", where the tree makes the first clause the subject of the second inside the
/// claim: the claim is the subject, and only the first clause is claimed.
fn claimed(sentence: &mut Sentence) {
    for that in 1..sentence.tokens.len() {
        let noun = that - 1;
        let found = || {
            let mark = sentence.token(that).filter(|t| t.deprel == Deprel::Mark)?;
            let claim = sentence.token(noun)?;
            let verb = mark.head.filter(|&v| v > that)?;
            let claims = claim.upos == Upos::Noun && knowledge::is_claim(&claim.lemma);
            let below = sentence.head(verb) == Some(noun);
            let content = sentence
                .dependents(verb, &SUBJECTS)
                .find(|&i| that < i && i < verb)?;
            // A subject with a subject is a clause.
            let clause = sentence.has(content, &SUBJECTS);
            let relation = sentence.token(content)?.deprel;
            (claims && below && clause).then_some((verb, content, relation))
        };
        let Some((verb, content, relation)) = found() else {
            continue;
        };
        let last = sentence.tokens.len() - 1;
        sentence.give_place(noun, verb, relation, |i, t| i == last && t.upos == Upos::Punct);
        sentence.hang(content, noun, Deprel::Acl);
        sentence.hang(that, content, Deprel::Mark);
    }
}
