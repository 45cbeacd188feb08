//! Mends trees where words tell better than the parser did, before anything is read from them.

use super::mend_names;
use crate::lexicon::signatures::{self, Frame, Kind};
use crate::text::{Deprel, Sentence, Upos};

/// Mends one sentence.
pub(super) fn mend(sentence: &mut Sentence) {
    mend_names::nouns(sentence);
    mend_names::offices(sentence);
    called(sentence);
    claimed(sentence);
    mend_names::linked_names(sentence);
    speakers(sentence);
    thought(sentence);
    said_of(sentence);
    extracted(sentence);
    going_along(sentence);
    fixed_denials(sentence);
    complements(sentence);
    infinitives(sentence);
    mend_names::described(sentence);
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

/// "It sold the mill to the bank, its chairman, Ann Lee, said": who stands between the last commas before a verb of saying
/// that lacks a subject says it, and does not name what stands before.
fn speakers(sentence: &mut Sentence) {
    for verb in 1..sentence.tokens.len() {
        let says = sentence.tokens.get(verb).is_some_and(|t| {
            t.upos == Upos::Verb && signatures::source(Kind::Verb, &t.lemma, Frame::That).is_some()
        });
        let below = |relations: &[Deprel]| {
            sentence
                .tokens
                .iter()
                .position(|t| t.head == Some(verb) && relations.contains(&t.deprel))
        };
        let subject = below(&[Deprel::Nsubj, Deprel::NsubjPass, Deprel::AuxPass]);
        let Some(content) = below(&[Deprel::Ccomp]).filter(|&c| says && subject.is_none() && c < verb) else {
            continue;
        };
        let fills = |&noun: &usize| {
            let own = |mut i: usize| {
                (0..verb).any(|_| {
                    let found = i == noun;
                    i = sentence.tokens.get(i).and_then(|t| t.head).unwrap_or(i);
                    found
                })
            };
            let start = (content..=noun).find(|&i| own(i)).unwrap_or(noun);
            let set_off = sentence
                .tokens
                .get(start.saturating_sub(1)..=start)
                .is_some_and(|edge| edge.iter().any(|t| t.lemma == ","));
            set_off
                && (start..verb)
                    .all(|i| own(i) || sentence.tokens.get(i).is_some_and(|t| t.upos == Upos::Punct))
        };
        let speaker = (content + 1..verb)
            .filter(|&i| sentence.tokens.get(i).is_some_and(|t| t.deprel == Deprel::Appos))
            .find(fills);
        // "…," said Ann Lee, chairman of the bank.
        let name = |n: usize| sentence.tokens.get(n).filter(|t| t.upos == Upos::Propn);
        let longer = |&n: &usize| name(n)?.head.filter(|&h| h > n && name(h).is_some());
        let named = std::iter::successors(Some(verb + 1), longer)
            .last()
            .filter(|&n| name(n).is_some_and(|t| !matches!(t.deprel, Deprel::Obl | Deprel::OblUnmarked)));
        let Some(speaker) = speaker.or(named) else {
            continue;
        };
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == speaker {
                (token.head, token.deprel) = (Some(verb), Deprel::Nsubj);
            } else if i > speaker && speaker > verb && token.head.is_some_and(|h| h < verb) {
                (token.head, token.deprel) = (Some(speaker), Deprel::Appos);
            }
        }
    }
}

/// "Called the plan a disaster", where the tree has two objects: the second is what the first is said to be.
fn called(sentence: &mut Sentence) {
    for second in 2..sentence.tokens.len() {
        let object = |i: usize| sentence.tokens.get(i).filter(|t| t.deprel == Deprel::Obj);
        let Some(verb) = object(second).and_then(|t| t.head).filter(|&v| v < second) else {
            continue;
        };
        let first = (verb + 1..second).any(|i| object(i).is_some_and(|t| t.head == Some(verb)));
        let calls = sentence.tokens.get(verb).is_some_and(|t| {
            t.upos == Upos::Verb && signatures::source(Kind::Verb, &t.lemma, Frame::Pred).is_some()
        });
        if first
            && calls
            && let Some(token) = sentence.tokens.get_mut(second)
        {
            token.deprel = Deprel::Xcomp;
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

/// "“It is safe,” she said, looking away", "… says Mr Hong, having built a fleet", where the tree makes the participle behind
/// the comma what is said: it goes along with the saying, and the speaker is the verb's.
fn going_along(sentence: &mut Sentence) {
    for participle in 2..sentence.tokens.len() {
        let token = |i: usize| sentence.tokens.get(i);
        let below = |i: usize, relation: Deprel| {
            sentence
                .tokens
                .iter()
                .position(|t| t.head == Some(i) && t.deprel == relation)
        };
        let first = below(participle, Deprel::Aux)
            .filter(|&a| token(a).is_some_and(|t| t.xpos == "VBG"))
            .or_else(|| {
                token(participle)
                    .is_some_and(|t| t.xpos == "VBG")
                    .then_some(participle)
            });
        let Some((verb, first)) = token(participle)
            .filter(|t| t.deprel == Deprel::Ccomp)
            .and_then(|t| t.head)
            .filter(|&v| v < participle)
            .zip(first)
        else {
            continue;
        };
        let comma = first
            .checked_sub(1)
            .and_then(token)
            .is_some_and(|t| t.lemma == ",");
        let says = token(verb).is_some_and(|t| {
            t.upos == Upos::Verb && signatures::source(Kind::Verb, &t.lemma, Frame::That).is_some()
        });
        let marked = below(participle, Deprel::Mark).is_some();
        let speaker = below(participle, Deprel::Nsubj);
        let inverted = speaker.is_some_and(|s| verb < s && s < first);
        if !comma || !says || marked || speaker.is_some() && !inverted {
            continue;
        }
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == participle {
                token.deprel = Deprel::Advcl;
            } else if Some(i) == speaker {
                token.head = Some(verb);
            }
        }
    }
}

/// "“The firm lost,” said Ann Lee", where the tree gives "said" both subjects: the one before what is said is that clause's.
fn said_of(sentence: &mut Sentence) {
    for verb in 2..sentence.tokens.len() {
        let token = |i: usize| sentence.tokens.get(i);
        let subjects: Vec<usize> = (0..sentence.tokens.len())
            .filter(|&i| token(i).is_some_and(|t| t.head == Some(verb) && t.deprel == Deprel::Nsubj))
            .collect();
        let &[first, _] = subjects.as_slice() else {
            continue;
        };
        let content = (first + 1..verb).find(|&i| {
            token(i)
                .is_some_and(|t| t.head == Some(verb) && t.deprel == Deprel::Ccomp && t.upos == Upos::Verb)
                && !sentence.tokens.iter().any(|t| {
                    t.head == Some(i) && matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Expl)
                })
        });
        let passive = content.is_some_and(|c| {
            let mut below = sentence.tokens.iter();
            below.any(|t| t.head == Some(c) && t.deprel == Deprel::AuxPass)
        });
        if let Some(content) = content
            && let Some(token) = sentence.tokens.get_mut(first)
        {
            token.head = Some(content);
            token.deprel = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
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
