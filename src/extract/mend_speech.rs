//! Mends who says what: where the tree gives the speaker, or what is said, to the wrong verb.

use super::knowledge::{self, Sort};
use crate::lexicon::signatures::{self, Frame, Kind};
use crate::text::{Deprel, Sentence, Token, Upos, ancestors};

/// "It sold the mill to the bank, its chairman, Ann Lee, said": who stands between the last commas before a verb of saying
/// that lacks a subject says it, and does not name what stands before.
pub(super) fn speakers(sentence: &mut Sentence) {
    for verb in 1..sentence.tokens.len() {
        let subject = sentence.has(verb, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::AuxPass]);
        let content = sentence.dependent(verb, &[Deprel::Ccomp]);
        let Some(content) = content.filter(|&c| says_or_shows(sentence, verb) && !subject && c < verb) else {
            continue;
        };
        let fills = |&noun: &usize| {
            let own = |i: usize| sentence.is_within(i, noun);
            let start = (content..=noun).find(|&i| own(i)).unwrap_or(noun);
            let set_off = sentence
                .tokens
                .get(start.saturating_sub(1)..=start)
                .is_some_and(|edge| edge.iter().any(|t| t.lemma == ","));
            set_off
                && (start..verb).all(|i| own(i) || sentence.token(i).is_some_and(|t| t.upos == Upos::Punct))
        };
        let speaker = (content + 1..verb)
            .filter(|&i| sentence.token(i).is_some_and(|t| t.deprel == Deprel::Appos))
            .find(fills);
        // "…," said Ann Lee, chairman of the bank.
        let name = |n: usize| sentence.token(n).filter(|t| t.upos == Upos::Propn);
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

/// "“The firm lost,” said Ann Lee", where the tree gives "said" both subjects: the one before what is said is that clause's.
pub(super) fn said_of(sentence: &mut Sentence) {
    for verb in 2..sentence.tokens.len() {
        let subjects: Vec<usize> = sentence.dependents(verb, &[Deprel::Nsubj]).collect();
        let &[first, _] = subjects.as_slice() else {
            continue;
        };
        let content = sentence.dependents(verb, &[Deprel::Ccomp]).find(|&i| {
            first < i
                && i < verb
                && sentence.token(i).is_some_and(|t| t.upos == Upos::Verb)
                && !sentence.has(i, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl])
        });
        if let Some(content) = content {
            sentence.hang(first, content, sentence.subject_relation(content));
        }
    }
}

/// "“It is safe,” she said, looking away", "… says Mr Hong, having built a fleet", where the tree makes the participle behind
/// the comma what is said: it goes along with the saying, and the speaker is the verb's.
pub(super) fn going_along(sentence: &mut Sentence) {
    for participle in 2..sentence.tokens.len() {
        let is_gerund = |&i: &usize| sentence.token(i).is_some_and(|t| t.xpos == "VBG");
        let helper = sentence.dependent(participle, &[Deprel::Aux]).filter(is_gerund);
        let Some(first) = helper.or(Some(participle).filter(is_gerund)) else {
            continue;
        };
        let clause = sentence.token(participle).filter(|t| t.deprel == Deprel::Ccomp);
        let Some(verb) = clause.and_then(|t| t.head).filter(|&v| v < participle) else {
            continue;
        };
        let comma = first.checked_sub(1).is_some_and(|i| sentence.lemma(i) == ",");
        let marked = sentence.has(participle, &[Deprel::Mark]);
        let speaker = sentence.dependent(participle, &[Deprel::Nsubj]);
        let inverted = speaker.is_some_and(|s| verb < s && s < first);
        if !comma || !says_or_shows(sentence, verb) || marked || speaker.is_some() && !inverted {
            continue;
        }
        sentence.hang(participle, verb, Deprel::Advcl);
        if let Some(speaker) = speaker {
            sentence.hang(speaker, verb, Deprel::Nsubj);
        }
    }
}

/// "It is likely to bid for it, two people close to the talks said": between the last comma and a verb of saying at the end
/// stands who says it, and what stands before the comma is said.
pub(super) fn said_last(sentence: &mut Sentence) {
    let token = |i: usize| sentence.token(i);
    let tells = |t: &Token| says(t) && matches!(t.xpos, "VBD" | "VBZ" | "VBP") && t.deprel == Deprel::Root;
    let Some(verb) = (3..sentence.tokens.len()).find(|&v| token(v).is_some_and(tells)) else {
        return;
    };
    let Some(comma) = (1..verb - 1).rev().find(|&i| sentence.lemma(i) == ",") else {
        return;
    };
    let stretch = comma + 1..verb;
    let names = |i: usize| token(i).is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Pron));
    let nominal = |i: usize| {
        names(i)
            || token(i).is_some_and(|t| {
                matches!(t.upos, Upos::Det | Upos::Adj | Upos::Num | Upos::Adp | Upos::Adv)
                    || matches!(t.xpos, "POS" | "HYPH" | "PRP$")
            })
    };
    let clause = |i: usize| {
        token(i).is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux)) || sentence.has(i, &[Deprel::Cop])
    };
    let Some(content) = sentence
        .dependents(verb, &[Deprel::Ccomp, Deprel::Parataxis])
        .find(|&i| i < comma && clause(i))
    else {
        return;
    };
    if !stretch.clone().all(nominal) || !stretch.clone().any(names) {
        return;
    }
    let inside = |i: Option<usize>| i.is_some_and(|i| stretch.contains(&i));
    // Who speaks is what nothing else between the comma and the verb governs.
    let tops = || {
        stretch
            .clone()
            .filter(|&i| names(i) && token(i).is_some_and(|t| !inside(t.head)))
    };
    let own = tops().find(|&i| token(i).is_some_and(|t| t.head == Some(verb) && t.deprel == Deprel::Nsubj));
    let Some(speaker) = own.or_else(|| tops().next()) else {
        return;
    };
    let subject = sentence.subject_relation(content);
    let mut found = sentence.has_subject(content);
    for (i, token) in sentence.tokens.iter_mut().enumerate() {
        if i == speaker {
            (token.head, token.deprel) = (Some(verb), Deprel::Nsubj);
        } else if i < comma
            && i != content
            && token.deprel != Deprel::Advcl
            && (token.head == Some(verb) || inside(token.head))
        {
            let may_act = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Pron) && i < content;
            let acts = matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Ccomp);
            if may_act && acts && !found {
                token.deprel = subject;
                found = true;
            }
            token.head = Some(content);
        } else if inside(Some(i)) && !inside(token.head) {
            token.head = Some(speaker);
        }
    }
}

/// "A source linked to the group said that it would close", where the tree makes the participle what is said: of two contents
/// the one behind the verb is said, and the other tells who says it.
pub(super) fn told_of_speaker(sentence: &mut Sentence) {
    for verb in 2..sentence.tokens.len() {
        if !sentence.token(verb).is_some_and(says) {
            continue;
        }
        let helpers = [
            Deprel::Aux,
            Deprel::AuxPass,
            Deprel::Mark,
            Deprel::Obj,
            Deprel::Ccomp,
            Deprel::Xcomp,
        ];
        let is_participle = |i: usize| {
            let tagged = sentence.token(i).is_some_and(|t| matches!(t.xpos, "VBN" | "VBD"));
            tagged && !sentence.has(i, &helpers)
        };
        let contents = || sentence.dependents(verb, &[Deprel::Ccomp]);
        let Some(participle) = contents()
            .find(|&i| i < verb && is_participle(i))
            .filter(|_| contents().any(|i| verb < i))
        else {
            continue;
        };
        let Some(speaker) = sentence
            .dependents(participle, &[Deprel::Nsubj, Deprel::NsubjPass])
            .find(|&i| i + 1 == participle)
        else {
            continue;
        };
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == speaker {
                (token.head, token.deprel) = (Some(verb), Deprel::Nsubj);
            } else if i == participle {
                (token.head, token.deprel) = (Some(speaker), Deprel::Acl);
                token.xpos = "VBN";
            } else if i < verb && token.head == Some(verb) && token.deprel == Deprel::Nsubj {
                (token.head, token.deprel) = (Some(speaker), Deprel::Appos);
            }
        }
    }
}

/// "Said in an interview that it would close": a clause that the tree hangs on the occasion is what was said on it.
pub(super) fn said_in(sentence: &mut Sentence) {
    for that in 2..sentence.tokens.len() {
        let token = |i: usize| sentence.token(i);
        let found = || {
            let mark = token(that).filter(|t| t.deprel == Deprel::Mark && t.lemma == "that")?;
            let clause = mark.head.filter(|&c| c > that)?;
            let mut noun = token(clause)?.head.filter(|&n| n < that)?;
            // Behind a comma it is no part of what stands before.
            if sentence.lemma(that - 1) == "," {
                noun = std::iter::once(noun)
                    .chain(ancestors(&sentence.tokens, noun))
                    .find(|&n| token(n).is_some_and(|t| t.deprel == Deprel::Obl))?;
            } else if token(clause)?.deprel != Deprel::Acl {
                return None;
            }
            let place = token(noun).filter(|t| t.deprel == Deprel::Obl)?;
            let verb = place.head.filter(|&v| v < noun)?;
            let content = sentence.has(verb, &[Deprel::Ccomp, Deprel::Xcomp]);
            let case = sentence.dependents(noun, &[Deprel::Case]).any(|i| {
                matches!(
                    sentence.lemma(i),
                    "in" | "at" | "on" | "during" | "to" | "by" | "through" | "via"
                )
            });
            (token(verb).is_some_and(says) && !content && case).then_some((clause, verb))
        };
        if let Some((clause, verb)) = found() {
            sentence.hang(clause, verb, Deprel::Ccomp);
        }
    }
}

/// "The site claimed over the weekend she was arrested": a clause with a subject of its own that the tree hangs on the time of
/// saying is what was said then.
pub(super) fn said_when(sentence: &mut Sentence) {
    for clause in 3..sentence.tokens.len() {
        let token = |i: usize| sentence.token(i);
        let found = || {
            let time = token(clause).filter(|t| t.deprel == Deprel::AclRelcl)?.head?;
            let noun = token(time).filter(|t| matches!(t.deprel, Deprel::Obl | Deprel::OblUnmarked))?;
            let dated = knowledge::sort(&noun.lemma) == Sort::Time || knowledge::is_calendar(&noun.lemma);
            let verb = noun.head.filter(|&v| v < time && dated)?;
            let relative = (time + 1..clause).any(|i| {
                token(i).is_some_and(|t| matches!(t.xpos, "WDT" | "WP" | "WRB") || t.lemma == "that")
            });
            let subject = sentence.has(clause, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl]);
            let open = token(verb).is_some_and(says) && !sentence.has(verb, &[Deprel::Ccomp, Deprel::Obj]);
            (subject && !relative && open).then_some(verb)
        };
        if let Some(verb) = found() {
            sentence.hang(clause, verb, Deprel::Ccomp);
        }
    }
}

/// "Police confirmed Smith, 42, was killed": what the tree makes the object of a verb of saying is the subject of the clause
/// right behind it, if that has none.
pub(super) fn said_about(sentence: &mut Sentence) {
    for clause in 2..sentence.tokens.len() {
        let token = |i: usize| sentence.token(i);
        let found = || {
            let own = token(clause)?;
            let joined = matches!(own.deprel, Deprel::Ccomp | Deprel::Parataxis | Deprel::Conj);
            let verb = own
                .head
                .filter(|&v| joined && v < clause && token(v).is_some_and(says))?;
            let noun = sentence
                .dependents(verb, &[Deprel::Obj])
                .find(|&i| verb < i && i < clause)?;
            let first = (noun + 1..=clause).find(|&i| {
                i == clause || token(i).is_some_and(|t| t.head == Some(clause) && t.upos != Upos::Punct)
            })?;
            let finite = (first..=clause).any(|i| {
                token(i).is_some_and(|t| {
                    (i == clause || t.head == Some(clause)) && matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD")
                })
            });
            let begun = [
                Deprel::Nsubj,
                Deprel::NsubjPass,
                Deprel::Expl,
                Deprel::Mark,
                Deprel::Cc,
            ];
            let open = !sentence.has(clause, &begun);
            // Between them stands nothing but what is told of the noun.
            let beside = (noun + 1..first)
                .all(|i| sentence.is_within(i, noun) || token(i).is_some_and(|t| t.upos == Upos::Punct));
            let set_off = own.deprel == Deprel::Ccomp || first > noun + 2;
            (finite && open && beside && set_off).then_some((verb, noun))
        };
        let Some((verb, noun)) = found() else { continue };
        sentence.hang(noun, clause, sentence.subject_relation(clause));
        sentence.hang(clause, verb, Deprel::Ccomp);
    }
}

/// Whether a word is a verb that says or shows what a clause tells.
fn says_or_shows(sentence: &Sentence, word: usize) -> bool {
    sentence.token(word).is_some_and(|t| {
        t.upos == Upos::Verb && signatures::source(Kind::Verb, &t.lemma, Frame::That).is_some()
    })
}

/// Whether a word is a verb that reports what somebody says or thinks.
fn says(token: &Token) -> bool {
    token.upos == Upos::Verb && knowledge::reports(&token.lemma)
}
