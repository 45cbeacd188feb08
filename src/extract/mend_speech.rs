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
        // "He appeals, Ann Lee, his lawyer, told the paper": the name, and not only who she is.
        let before = |n: usize| {
            let name = sentence.token(n)?.head.filter(|&h| content < h && h < n)?;
            let proper = sentence.token(name).is_some_and(|t| t.upos == Upos::Propn);
            let comma = name.checked_sub(1).is_some_and(|i| sentence.lemma(i) == ",");
            (proper && comma && fills(&name)).then_some(name)
        };
        let speaker = speaker.map(|n| before(n).unwrap_or(n));
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
        let subjects = |of: usize| sentence.dependents(of, &[Deprel::Nsubj, Deprel::NsubjPass]);
        let Some(speaker) = subjects(participle)
            .chain(subjects(verb))
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

/// "A report published Monday said it had closed", where the tree makes the day the subject: it tells when that was done which
/// stands between it and the subject.
pub(super) fn dated_speaker(sentence: &mut Sentence) {
    for day in 2..sentence.tokens.len() {
        let found = || {
            let own = sentence.token(day).filter(|t| t.deprel == Deprel::Nsubj)?;
            let verb = own.head.filter(|&v| day < v)?;
            let dated = is_time(own);
            let other = sentence.dependents(verb, &[Deprel::Nsubj]).find(|&i| i < day)?;
            let doing = sentence.dependents(other, &[Deprel::Acl]).find(|&i| i < day);
            dated.then_some(doing.unwrap_or(verb))
        };
        if let Some(head) = found() {
            sentence.hang(day, head, Deprel::OblUnmarked);
        }
    }
}

/// "He says it failed and says he is sorry", "she closed it, then said it was safe": who said the first said the second.
pub(super) fn said_again(sentence: &mut Sentence) {
    for again in 2..sentence.tokens.len() {
        let begun = [
            Deprel::Nsubj,
            Deprel::NsubjPass,
            Deprel::Expl,
            Deprel::Mark,
            Deprel::Aux,
        ];
        let found = || {
            let own = sentence
                .token(again)
                .filter(|t| says(t) && matches!(t.xpos, "VBZ" | "VBD"))?;
            let head = own.head.filter(|&h| h < again)?;
            let open = sentence.has(again, &[Deprel::Ccomp]) && !sentence.has(again, &begun);
            let verb = match own.deprel {
                Deprel::Parataxis if sentence.lemma(again - 1) == "then" => head,
                Deprel::Conj => sentence.token(head).filter(|t| t.deprel == Deprel::Ccomp)?.head?,
                _ => return None,
            };
            let first = sentence
                .token(verb)
                .filter(|t| head == verb || t.xpos == own.xpos)?;
            let within = sentence.token(head)?;
            // "She said he lied and claimed it was safe" is left as the tree has it.
            let apart = head == verb || says(first) && (first.lemma == own.lemma || within.xpos != own.xpos);
            (open && apart && sentence.has(verb, &[Deprel::Nsubj])).then_some(verb)
        };
        if let Some(verb) = found() {
            sentence.hang(again, verb, Deprel::Conj);
        }
    }
}

/// "Said in an interview that it would close", "told reporters that it would": a clause that the tree hangs on the occasion, or on
/// who was told, is what was said.
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
            } else {
                match token(clause)?.deprel {
                    Deprel::Acl => {}
                    // "The accusation that it closed" is told by the noun.
                    Deprel::AclRelcl if !signatures::takes_that(Kind::Noun, sentence.lemma(noun)) => {}
                    _ => return None,
                }
            }
            let beside = [Deprel::Obl, Deprel::OblUnmarked, Deprel::Iobj, Deprel::Obj];
            let place = token(noun).filter(|t| beside.contains(&t.deprel))?;
            let verb = place.head.filter(|&v| v < noun)?;
            let content = sentence
                .dependents(verb, &[Deprel::Ccomp, Deprel::Xcomp])
                .any(|i| i < clause);
            // "Told reporters that it had closed".
            let listener = matches!(place.deprel, Deprel::Iobj | Deprel::Obj)
                && !signatures::takes_that(Kind::Noun, sentence.lemma(noun));
            let case = listener
                || is_time(place)
                || sentence.dependents(noun, &[Deprel::Case]).any(|i| {
                    matches!(
                        sentence.lemma(i),
                        "in" | "at" | "on" | "during" | "to" | "by" | "through" | "via"
                    )
                });
            (token(verb).is_some_and(says) && !content && case).then_some((clause, verb))
        };
        if let Some((clause, verb)) = found() {
            let others: Vec<usize> = sentence
                .dependents(verb, &[Deprel::Ccomp])
                .filter(|&i| i > clause)
                .collect();
            for other in others {
                sentence.hang(other, clause, Deprel::Parataxis);
            }
            sentence.hang(clause, verb, Deprel::Ccomp);
        }
    }
}

/// "Said it was safe and he was glad", "noted that it sank, and “we are sad”": a clause joined without a comma whose subject is a
/// pronoun of the third person, or that is quoted, is said as well.
pub(super) fn said_too(sentence: &mut Sentence) {
    for joined in 3..sentence.tokens.len() {
        let found = || {
            let own = sentence.token(joined).filter(|t| t.deprel == Deprel::Conj)?;
            let verb = own.head.filter(|&v| sentence.token(v).is_some_and(says))?;
            let content = sentence
                .dependents(verb, &[Deprel::Ccomp])
                .filter(|&i| verb < i && i < joined)
                .last()?;
            let and = sentence
                .dependent(joined, &[Deprel::Cc])
                .filter(|&c| content < c)?;
            let subject = sentence.dependent(joined, &[Deprel::Nsubj, Deprel::NsubjPass])?;
            let pronoun = matches!(sentence.lemma(subject), "he" | "she" | "it" | "they");
            let quoted = matches!(sentence.lemma(and + 1), "\"" | "“");
            let joins = quoted || pronoun && subject == and + 1 && sentence.lemma(and - 1) != ",";
            joins.then_some(content)
        };
        if let Some(content) = found() {
            sentence.hang(joined, content, Deprel::Conj);
        }
    }
}

/// "They booed when he told them it had closed", where the tree gives what was told to the verb before, which tells nothing.
pub(super) fn told_inside(sentence: &mut Sentence) {
    for clause in 3..sentence.tokens.len() {
        let found = || {
            let own = sentence.token(clause).filter(|t| t.deprel == Deprel::Ccomp)?;
            let above = own.head.filter(|&h| h < clause)?;
            let takes = sentence
                .token(above)
                .is_some_and(|t| signatures::takes_that(Kind::Verb, &t.lemma));
            let first = (above..=clause).find(|&i| i == clause || sentence.is_within(i, clause))?;
            let verb = (above + 1..first)
                .rev()
                .find(|&i| sentence.token(i).is_some_and(says))?;
            let listener = |i: usize| sentence.token(i).is_some_and(|t| t.deprel == Deprel::Iobj);
            let right_behind =
                verb + 1 == first || (verb + 1..first).all(|i| sentence.is_within(i, verb) && listener(i));
            let open = !sentence.has(verb, &[Deprel::Ccomp, Deprel::Xcomp, Deprel::Obj]);
            (!takes && right_behind && open && sentence.is_within(verb, above)).then_some(verb)
        };
        if let Some(verb) = found() {
            sentence.hang(clause, verb, Deprel::Ccomp);
        }
    }
}

/// "Vatican spokesman the Rev. John Dole told them": whom the tree has told before the subject says who speaks.
pub(super) fn titled_speaker(sentence: &mut Sentence) {
    for title in 0..sentence.tokens.len() {
        let found = || {
            let own = sentence.token(title).filter(|t| t.deprel == Deprel::Iobj)?;
            let verb = own.head.filter(|&v| title < v)?;
            let subject = sentence.dependent(verb, &[Deprel::Nsubj])?;
            (title < subject && subject < verb).then_some(subject)
        };
        if let Some(subject) = found() {
            sentence.hang(title, subject, Deprel::NmodDesc);
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
            let verb = noun.head.filter(|&v| v < time && is_time(noun))?;
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

/// Whether a word is a noun for a time or the name of one.
fn is_time(token: &Token) -> bool {
    knowledge::sort(&token.lemma) == Sort::Time || knowledge::is_calendar(&token.lemma)
}

/// Whether a word is a verb that reports what somebody says or thinks.
fn says(token: &Token) -> bool {
    token.upos == Upos::Verb && knowledge::reports(&token.lemma)
}
