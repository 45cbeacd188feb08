//! Mends who says what: where the tree gives the speaker, or what is said, to the wrong verb.

use super::knowledge::{self, Sort};
use crate::lexicon::signatures::{self, Frame, Kind};
use crate::text::{Deprel, Sentence, Token, Upos};

/// "It sold the mill to the bank, its chairman, Ann Lee, said": who stands between the last commas before a verb of saying
/// that lacks a subject says it, and does not name what stands before.
pub(super) fn speakers(sentence: &mut Sentence) {
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

/// "“The firm lost,” said Ann Lee", where the tree gives "said" both subjects: the one before what is said is that clause's.
pub(super) fn said_of(sentence: &mut Sentence) {
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

/// "“It is safe,” she said, looking away", "… says Mr Hong, having built a fleet", where the tree makes the participle behind
/// the comma what is said: it goes along with the saying, and the speaker is the verb's.
pub(super) fn going_along(sentence: &mut Sentence) {
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

/// "It is likely to bid for it, two people close to the talks said": between the last comma and a verb of saying at the end
/// stands who says it, and what stands before the comma is said.
pub(super) fn said_last(sentence: &mut Sentence) {
    let token = |i: usize| sentence.tokens.get(i);
    let Some(verb) = (3..sentence.tokens.len()).find(|&v| {
        token(v).is_some_and(|t| says(t) && matches!(t.xpos, "VBD" | "VBZ" | "VBP"))
            && token(v).is_some_and(|t| t.deprel == Deprel::Root)
    }) else {
        return;
    };
    let Some(comma) = (1..verb - 1)
        .rev()
        .find(|&i| token(i).is_some_and(|t| t.lemma == ","))
    else {
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
        let copula = || {
            let mut all = sentence.tokens.iter();
            all.any(|t| t.head == Some(i) && t.deprel == Deprel::Cop)
        };
        token(i).is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux)) || copula()
    };
    let Some(content) = (0..comma).find(|&i| {
        token(i)
            .is_some_and(|t| t.head == Some(verb) && matches!(t.deprel, Deprel::Ccomp | Deprel::Parataxis))
            && clause(i)
    }) else {
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
    let owns = |i: usize, relations: &[Deprel]| {
        let mut all = sentence.tokens.iter();
        all.any(|t| t.head == Some(i) && relations.contains(&t.deprel))
    };
    let complete = owns(
        content,
        &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl, Deprel::Csubj],
    );
    let subject = if owns(content, &[Deprel::AuxPass]) {
        Deprel::NsubjPass
    } else {
        Deprel::Nsubj
    };
    let mut found = complete;
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
        let token = |i: usize| sentence.tokens.get(i);
        if !token(verb).is_some_and(says) {
            continue;
        }
        let content = |i: usize| token(i).is_some_and(|t| t.head == Some(verb) && t.deprel == Deprel::Ccomp);
        let helped = |i: usize| {
            let helpers = [
                Deprel::Aux,
                Deprel::AuxPass,
                Deprel::Mark,
                Deprel::Obj,
                Deprel::Ccomp,
                Deprel::Xcomp,
            ];
            let mut all = sentence.tokens.iter();
            all.any(|t| t.head == Some(i) && helpers.contains(&t.deprel))
        };
        let Some(participle) = (1..verb)
            .find(|&i| content(i) && !helped(i) && token(i).is_some_and(|t| matches!(t.xpos, "VBN" | "VBD")))
            .filter(|_| (verb + 1..sentence.tokens.len()).any(content))
        else {
            continue;
        };
        let Some(speaker) = participle.checked_sub(1).filter(|&i| {
            token(i).is_some_and(|t| {
                t.head == Some(participle) && matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass)
            })
        }) else {
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
        let token = |i: usize| sentence.tokens.get(i);
        let found = || {
            let mark = token(that).filter(|t| t.deprel == Deprel::Mark && t.lemma == "that")?;
            let clause = mark.head.filter(|&c| c > that)?;
            let mut noun = token(clause)?.head.filter(|&n| n < that)?;
            // Behind a comma it is no part of what stands before.
            if token(that - 1).is_some_and(|t| t.lemma == ",") {
                let above = |&n: &usize| token(n).filter(|t| t.deprel != Deprel::Obl)?.head;
                noun = std::iter::successors(Some(noun), above)
                    .take(sentence.tokens.len())
                    .find(|&n| token(n).is_some_and(|t| t.deprel == Deprel::Obl))?;
            } else if token(clause)?.deprel != Deprel::Acl {
                return None;
            }
            let place = token(noun).filter(|t| t.deprel == Deprel::Obl)?;
            let verb = place.head.filter(|&v| v < noun)?;
            let content = sentence
                .tokens
                .iter()
                .any(|t| t.head == Some(verb) && matches!(t.deprel, Deprel::Ccomp | Deprel::Xcomp));
            let case = sentence.tokens.iter().any(|t| {
                t.head == Some(noun)
                    && t.deprel == Deprel::Case
                    && matches!(
                        t.lemma.as_str(),
                        "in" | "at" | "on" | "during" | "to" | "by" | "through" | "via"
                    )
            });
            (token(verb).is_some_and(says) && !content && case).then_some((clause, verb))
        };
        if let Some((clause, verb)) = found()
            && let Some(token) = sentence.tokens.get_mut(clause)
        {
            (token.head, token.deprel) = (Some(verb), Deprel::Ccomp);
        }
    }
}

/// "The site claimed over the weekend she was arrested": a clause with a subject of its own that the tree hangs on the time of
/// saying is what was said then.
pub(super) fn said_when(sentence: &mut Sentence) {
    for clause in 3..sentence.tokens.len() {
        let token = |i: usize| sentence.tokens.get(i);
        let below = |head: usize, relations: &[Deprel]| {
            let all = sentence.tokens.iter();
            let mut found = all.filter(|t| t.head == Some(head) && relations.contains(&t.deprel));
            found.next().is_some()
        };
        let found = || {
            let time = token(clause).filter(|t| t.deprel == Deprel::AclRelcl)?.head?;
            let noun = token(time).filter(|t| matches!(t.deprel, Deprel::Obl | Deprel::OblUnmarked))?;
            let dated = knowledge::sort(&noun.lemma) == Sort::Time || knowledge::is_calendar(&noun.lemma);
            let verb = noun.head.filter(|&v| v < time && dated)?;
            let relative = (time + 1..clause).any(|i| {
                token(i).is_some_and(|t| matches!(t.xpos, "WDT" | "WP" | "WRB") || t.lemma == "that")
            });
            let subject = below(clause, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl]);
            (subject
                && !relative
                && token(verb).is_some_and(says)
                && !below(verb, &[Deprel::Ccomp, Deprel::Obj]))
            .then_some(verb)
        };
        if let Some(verb) = found()
            && let Some(token) = sentence.tokens.get_mut(clause)
        {
            (token.head, token.deprel) = (Some(verb), Deprel::Ccomp);
        }
    }
}

/// "Police confirmed Smith, 42, was killed": what the tree makes the object of a verb of saying is the subject of the clause
/// right behind it, if that has none.
pub(super) fn said_about(sentence: &mut Sentence) {
    for clause in 2..sentence.tokens.len() {
        let token = |i: usize| sentence.tokens.get(i);
        let has = |head: usize, relations: &[Deprel]| {
            sentence
                .tokens
                .iter()
                .any(|t| t.head == Some(head) && relations.contains(&t.deprel))
        };
        let found = || {
            let own = token(clause)?;
            let joined = matches!(own.deprel, Deprel::Ccomp | Deprel::Parataxis | Deprel::Conj);
            let verb = own
                .head
                .filter(|&v| joined && v < clause && token(v).is_some_and(says))?;
            let noun = (verb + 1..clause)
                .find(|&i| token(i).is_some_and(|t| t.head == Some(verb) && t.deprel == Deprel::Obj))?;
            let first = (noun + 1..=clause).find(|&i| {
                i == clause || token(i).is_some_and(|t| t.head == Some(clause) && t.upos != Upos::Punct)
            })?;
            let finite = (first..=clause).any(|i| {
                token(i).is_some_and(|t| {
                    (i == clause || t.head == Some(clause)) && matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD")
                })
            });
            let open = !has(
                clause,
                &[
                    Deprel::Nsubj,
                    Deprel::NsubjPass,
                    Deprel::Expl,
                    Deprel::Mark,
                    Deprel::Cc,
                ],
            );
            // Between them stands nothing but what is told of the noun.
            let inside = |mut i: usize| {
                (0..clause).any(|_| {
                    let found = i == noun;
                    i = token(i).and_then(|t| t.head).unwrap_or(i);
                    found
                })
            };
            let beside =
                (noun + 1..first).all(|i| inside(i) || token(i).is_some_and(|t| t.upos == Upos::Punct));
            let set_off = own.deprel == Deprel::Ccomp || first > noun + 2;
            (finite && open && beside && set_off).then_some((verb, noun))
        };
        let Some((verb, noun)) = found() else { continue };
        let passive = has(clause, &[Deprel::AuxPass]);
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == noun {
                token.head = Some(clause);
                token.deprel = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
            } else if i == clause {
                (token.head, token.deprel) = (Some(verb), Deprel::Ccomp);
            }
        }
    }
}

/// Whether a word is a verb that reports what somebody says or thinks.
fn says(token: &Token) -> bool {
    token.upos == Upos::Verb
        && signatures::source(Kind::Verb, &token.lemma, Frame::That).is_some_and(|s| s.holder.is_some())
}
