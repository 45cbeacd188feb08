//! Mends trees where words tell better than the parser did, before anything is read from them.

use super::{mend_clauses, mend_names, mend_objects, mend_speech};
use crate::lexicon::signatures::{self, Frame, Kind};
use crate::text::{Deprel, Sentence, Upos};

/// Mends one sentence.
pub(super) fn mend(sentence: &mut Sentence) {
    mend_names::nouns(sentence);
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
    claimed(sentence);
    mend_names::linked_names(sentence);
    mend_names::described(sentence);
    mend_speech::speakers(sentence);
    mend_speech::told_of_speaker(sentence);
    mend_clauses::told(sentence);
    mend_clauses::contents(sentence);
    mend_clauses::behind_semicolons(sentence);
    thought(sentence);
    mend_speech::said_of(sentence);
    mend_speech::said_last(sentence);
    mend_speech::said_in(sentence);
    mend_speech::said_when(sentence);
    mend_speech::said_about(sentence);
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
        let (noun, Some(mark)) = (to - 1, sentence.tokens.get(to)) else {
            continue;
        };
        let Some(verb) = mark.head.filter(|&v| mark.xpos == "TO" && v > to) else {
            continue;
        };
        let takes = sentence.tokens.get(noun).is_some_and(|t| {
            t.upos == Upos::Noun
                && t.head != Some(verb)
                && signatures::plain(Kind::Noun, &t.lemma, Frame::To).is_some()
        });
        if let Some(token) = sentence.tokens.get_mut(verb)
            && takes
            && matches!(token.deprel, Deprel::Advcl | Deprel::Xcomp)
            && token.head.is_some_and(|h| h < noun)
        {
            (token.head, token.deprel) = (Some(noun), Deprel::Acl);
        }
    }
}

/// "Denied rumours about his arrest": what stands behind "about" right after such a noun is what the noun is about.
fn matters(sentence: &mut Sentence) {
    for about in 1..sentence.tokens.len() {
        let noun = about - 1;
        let token = |i: usize| sentence.tokens.get(i);
        let Some(matter) = token(about)
            .filter(|t| matches!(t.lemma.as_str(), "about" | "over") && t.deprel == Deprel::Case)
            .and_then(|t| t.head)
        else {
            continue;
        };
        let heard = token(noun).is_some_and(|t| {
            t.upos == Upos::Noun && signatures::source(Kind::Noun, &t.lemma, Frame::About).is_some()
        });
        let beside = token(noun).is_some_and(|n| token(matter).is_some_and(|m| m.head == n.head));
        if let Some(token) = sentence.tokens.get_mut(matter)
            && heard
            && beside
            && token.deprel == Deprel::Obl
        {
            (token.head, token.deprel) = (Some(noun), Deprel::Nmod);
        }
    }
}

/// "The claim that the army used gas is false", where the tree gives "that" and perhaps the object to the verdict: they belong
/// to what is claimed.
fn complements(sentence: &mut Sentence) {
    for that in 1..sentence.tokens.len() {
        let noun = that - 1;
        let Some((above, claim)) = sentence.tokens.get(that).zip(sentence.tokens.get(noun)) else {
            continue;
        };
        let Some(verdict) = above
            .head
            .filter(|_| above.deprel == Deprel::Mark && above.lemma == "that")
        else {
            continue;
        };
        let claims = claim.upos == Upos::Noun
            && (signatures::source(Kind::Noun, &claim.lemma, Frame::That).is_some()
                || signatures::plain(Kind::Noun, &claim.lemma, Frame::That).is_some());
        let subject =
            matches!(claim.deprel, Deprel::Nsubj | Deprel::NsubjPass) && claim.head == Some(verdict);
        let clause = (that + 1..verdict).find(|&i| {
            sentence
                .tokens
                .get(i)
                .is_some_and(|t| t.head == Some(noun) && matches!(t.deprel, Deprel::AclRelcl | Deprel::Acl))
        });
        let Some(clause) = clause.filter(|_| claims && subject) else {
            continue;
        };
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == that {
                token.head = Some(clause);
            } else if i == clause {
                token.deprel = Deprel::Acl;
            } else if i > clause
                && token.head == Some(verdict)
                && matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass)
            {
                token.head = Some(clause);
                token.deprel = Deprel::Obj;
            }
        }
    }
}

/// "They said the accord doesn't suggest Japan is opening up", where the tree makes both clauses what they said: the second
/// is the first one's, if that is a verb that takes one and has none.
fn thought(sentence: &mut Sentence) {
    for second in 2..sentence.tokens.len() {
        let clause = |i: usize| sentence.tokens.get(i).filter(|t| t.deprel == Deprel::Ccomp);
        let Some(verb) = clause(second).and_then(|t| t.head).filter(|&v| v < second) else {
            continue;
        };
        let Some(first) = (verb + 1..second).find(|&i| clause(i).is_some_and(|t| t.head == Some(verb)))
        else {
            continue;
        };
        let below = |i: usize, relations: &[Deprel]| {
            sentence
                .tokens
                .iter()
                .any(|t| t.head == Some(i) && relations.contains(&t.deprel))
        };
        let embeds = sentence.tokens.get(first).is_some_and(|t| {
            t.upos == Upos::Verb
                && (signatures::source(Kind::Verb, &t.lemma, Frame::That).is_some()
                    || signatures::plain(Kind::Verb, &t.lemma, Frame::That).is_some())
        });
        let complete =
            below(first, &[Deprel::Ccomp, Deprel::Xcomp, Deprel::Obj]) || below(second, &[Deprel::Cc]);
        if embeds
            && !complete
            && let Some(token) = sentence.tokens.get_mut(second)
        {
            token.head = Some(first);
        }
    }
}

/// "Imports, which analysts believe could fall", where the tree makes "which" the object of what is believed: a clause without
/// a subject has it for its subject.
fn extracted(sentence: &mut Sentence) {
    for relative in 0..sentence.tokens.len() {
        let token = |i: usize| sentence.tokens.get(i);
        let below = |i: usize, relations: &[Deprel]| {
            let mut all = sentence.tokens.iter();
            all.any(|t| t.head == Some(i) && relations.contains(&t.deprel))
        };
        let found = || {
            let pronoun = token(relative).filter(|t| t.deprel == Deprel::Obj && t.xpos.starts_with('W'))?;
            let clause = pronoun.head.filter(|&c| relative < c)?;
            let content = token(clause).filter(|t| t.deprel == Deprel::Ccomp)?;
            content.head.filter(|&v| relative < v && v < clause)?;
            let helped = below(clause, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop])
                || matches!(content.xpos, "VBD" | "VBZ" | "VBP");
            (helped
                && !below(
                    clause,
                    &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl, Deprel::Mark],
                ))
            .then(|| below(clause, &[Deprel::AuxPass]))
        };
        if let Some(passive) = found()
            && let Some(token) = sentence.tokens.get_mut(relative)
        {
            token.deprel = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
        }
    }
}

/// "They are in no way disturbed", where the tree makes "way" the predicate and "disturbed" its description: a noun has no
/// description with a subject in front of it.
fn fixed_denials(sentence: &mut Sentence) {
    for noun in 2..sentence.tokens.len() {
        let token = |i: usize| sentence.tokens.get(i);
        let fixed = token(noun).is_some_and(|t| matches!(t.lemma.as_str(), "way" | "sense" | "respect"))
            && token(noun - 1).is_some_and(|t| t.lemma == "no")
            && token(noun - 2).is_some_and(|t| t.lemma == "in");
        let predicate = (noun + 1..sentence.tokens.len()).find(|&i| {
            token(i).is_some_and(|t| t.head == Some(noun) && t.deprel == Deprel::Acl)
                && sentence
                    .tokens
                    .iter()
                    .take(noun)
                    .any(|t| t.head == Some(i) && matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass))
        });
        let Some(predicate) = predicate.filter(|_| fixed) else {
            continue;
        };
        let above = token(noun).map(|t| (t.head, t.deprel));
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == noun {
                (token.head, token.deprel) = (Some(predicate), Deprel::Obl);
            } else if i == predicate
                && let Some((head, deprel)) = above
            {
                (token.head, token.deprel) = (head, deprel);
            } else if token.head == Some(noun) && (i + 2 < noun || i > noun) {
                token.head = Some(predicate);
            }
        }
    }
}

/// "The claim that it is safe was proved", where the tree makes the first clause the subject of the second inside the
/// claim: the claim is the subject, and only the first clause is claimed.
fn claimed(sentence: &mut Sentence) {
    for that in 1..sentence.tokens.len() {
        let noun = that - 1;
        let found = || {
            let mark = sentence.tokens.get(that)?;
            let claim = sentence.tokens.get(noun)?;
            let verb = mark.head.filter(|&v| v > that && mark.deprel == Deprel::Mark)?;
            let claims = claim.upos == Upos::Noun
                && signatures::source(Kind::Noun, &claim.lemma, Frame::That).is_some();
            let below = sentence.tokens.get(verb)?.head == Some(noun);
            let content = (that + 1..verb).find(|&i| {
                sentence.tokens.get(i).is_some_and(|t| {
                    t.head == Some(verb) && matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass)
                })
            })?;
            // A subject with a subject is a clause.
            let clause = sentence
                .tokens
                .iter()
                .any(|t| t.head == Some(content) && matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass));
            (claims && below && clause).then_some((verb, content))
        };
        let Some((verb, content)) = found() else { continue };
        let above = sentence.tokens.get(noun).map(|t| (t.head, t.deprel));
        let relation = sentence.tokens.get(content).map(|t| t.deprel);
        let last = sentence.tokens.len() - 1;
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == that {
                token.head = Some(content);
            } else if i == content {
                token.head = Some(noun);
                token.deprel = Deprel::Acl;
            } else if i == last && token.upos == Upos::Punct && token.head == Some(noun) {
                token.head = Some(verb);
            } else if i == verb
                && let Some((head, deprel)) = above
            {
                token.head = head;
                token.deprel = deprel;
            } else if i == noun
                && let Some(relation) = relation
            {
                token.head = Some(verb);
                token.deprel = relation;
            }
        }
    }
}
