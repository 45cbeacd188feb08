//! Mends what belongs to a verb: objects, what somebody is called or made, and comparisons before a number.

use crate::lexicon::signatures::{self, Frame, Kind};
use crate::lexicon::wordnet::{self, Pos};
use crate::text::{Deprel, Sentence, Token, Upos};

/// "Called the plan a disaster", where the tree has two objects: the second is what the first is said to be.
pub(super) fn called(sentence: &mut Sentence) {
    for second in 2..sentence.tokens.len() {
        let object = sentence.token(second).filter(|t| t.deprel == Deprel::Obj);
        let Some(verb) = object.and_then(|t| t.head).filter(|&v| v < second) else {
            continue;
        };
        let first = sentence
            .dependents(verb, &[Deprel::Obj])
            .any(|i| verb < i && i < second);
        if first && calls(sentence, verb) {
            sentence.hang(second, verb, Deprel::Xcomp);
        }
    }
}

/// "The launch cost 40 million euros", where the tree takes the verb for a noun: a noun that is no predicate has no object.
pub(super) fn verbs(sentence: &mut Sentence) {
    for verb in 1..sentence.tokens.len() {
        let named = sentence
            .token(verb)
            .is_some_and(|t| t.xpos == "NN" && wordnet::is_known(&t.lemma, Pos::Verb));
        let clause = [
            Deprel::Cop,
            Deprel::Nsubj,
            Deprel::NsubjPass,
            Deprel::Case,
            Deprel::Mark,
        ];
        let subject = sentence
            .token(verb - 1)
            .is_some_and(|t| t.head == Some(verb) && t.deprel == Deprel::Compound && t.upos == Upos::Noun);
        if !(named && subject && sentence.has(verb, &[Deprel::Obj]) && !sentence.has(verb, &clause)) {
            continue;
        }
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == verb {
                (token.upos, token.xpos) = (Upos::Verb, "VBD");
            } else if i + 1 == verb {
                token.deprel = Deprel::Nsubj;
            } else if i < verb
                && token.head == Some(verb)
                && matches!(
                    token.deprel,
                    Deprel::Det | Deprel::Amod | Deprel::NmodPoss | Deprel::Compound
                )
            {
                token.head = Some(verb - 1);
            }
        }
    }
}

/// "The firm, founded in 1931, lost money", where the tree takes the verb for what the noun is like: a noun with a subject and
/// without "be" is no predicate.
pub(super) fn participles(sentence: &mut Sentence) {
    for noun in 2..sentence.tokens.len() {
        let verb = noun - 1;
        let participle = sentence.token(verb).is_some_and(|t| {
            t.head == Some(noun) && t.deprel == Deprel::Amod && matches!(t.xpos, "VBN" | "VBD")
        });
        let plain = sentence.token(noun).is_some_and(|t| t.upos == Upos::Noun);
        let other = [
            Deprel::Cop,
            Deprel::Aux,
            Deprel::Det,
            Deprel::NmodPoss,
            Deprel::Case,
        ];
        if !participle || !plain || !sentence.has(noun, &[Deprel::Nsubj]) || sentence.has(noun, &other) {
            continue;
        }
        let of_noun = [
            Deprel::Nmod,
            Deprel::Acl,
            Deprel::AclRelcl,
            Deprel::Appos,
            Deprel::Compound,
            Deprel::Flat,
        ];
        sentence.give_place(noun, verb, Deprel::Obj, |_, t| !of_noun.contains(&t.deprel));
        if let Some(token) = sentence.tokens.get_mut(verb) {
            (token.upos, token.xpos) = (Upos::Verb, "VBD");
        }
    }
}

/// The same, where the tree knows the verb and gives its subject to its object.
pub(super) fn handed_on(sentence: &mut Sentence) {
    for subject in 0..sentence.tokens.len() {
        let above = |i: usize, relation: Deprel| sentence.token(i).filter(|t| t.deprel == relation)?.head;
        let found = || {
            let object = above(subject, Deprel::Nsubj)?;
            let verb = above(object, Deprel::Obj)?;
            let between = subject < verb && verb < object && !sentence.has(object, &[Deprel::Cop]);
            (between && !sentence.has_subject(verb)).then_some(verb)
        };
        let Some(verb) = found() else { continue };
        sentence.hang(subject, verb, Deprel::Nsubj);
        if let Some(token) = sentence.tokens.get_mut(verb).filter(|t| t.xpos == "VBN") {
            token.xpos = "VBD";
        }
    }
}

/// "After arriving the guests were searched", where the tree gives the participle an object and the verb behind it no subject:
/// they are the verb's.
pub(super) fn given_up(sentence: &mut Sentence) {
    for noun in 2..sentence.tokens.len() {
        let token = |i: usize| sentence.token(i);
        let found = || {
            let participle = token(noun)
                .filter(|t| t.deprel == Deprel::Obj)?
                .head
                .filter(|&p| p < noun)?;
            let clause = token(participle).filter(|t| t.xpos == "VBG" && t.deprel == Deprel::Advcl)?;
            let verb = clause.head.filter(|&v| v > noun)?;
            let finite = token(noun + 1).is_some_and(|t| {
                (noun + 1 == verb || t.head == Some(verb)) && matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD")
            });
            (finite && !sentence.has_subject(verb)).then_some(verb)
        };
        if let Some(verb) = found() {
            sentence.hang(noun, verb, sentence.subject_relation(verb));
        }
    }
}

/// "Rose to 40 million euros", where the tree gives the preposition to the number: it belongs to what is counted.
pub(super) fn counted(sentence: &mut Sentence) {
    for case in 0..sentence.tokens.len() {
        let token = |i: usize| sentence.token(i);
        let counts = |i: usize| {
            token(i).is_some_and(|t| {
                t.upos == Upos::Num
                    && matches!(t.deprel, Deprel::Nummod | Deprel::Compound)
                    && t.head > Some(i)
            })
        };
        let Some(number) = token(case)
            .filter(|t| t.deprel == Deprel::Case)
            .and_then(|t| t.head)
            .filter(|&n| case < n && counts(n))
        else {
            continue;
        };
        let top = std::iter::successors(Some(number), |&n| sentence.head(n).filter(|_| counts(n)))
            .take(4)
            .last();
        if let Some(token) = sentence.tokens.get_mut(case) {
            token.head = top;
        }
    }
}

/// What sums are counted in.
const MONEY: &str =
    "euro dollar pound yen yuan franc rupee crown krone krona peso rouble ruble zloty lira dinar rand won";

/// "Awarded Lopez 40,000 euros", where the tree makes the sum a part of who gets it: it is what is given.
pub(super) fn given_sums(sentence: &mut Sentence) {
    for sum in 0..sentence.tokens.len() {
        let token = |i: usize| sentence.token(i);
        let counted = sentence.has(sum, &[Deprel::Nummod, Deprel::Compound]);
        let money = |t: &Token| counted && MONEY.split_whitespace().any(|unit| unit == t.lemma);
        let found = || {
            let beside = [Deprel::Flat, Deprel::Appos, Deprel::NmodUnmarked];
            let gets = token(sum)
                .filter(|t| beside.contains(&t.deprel) && money(t))?
                .head?;
            let verb = token(gets).filter(|t| t.deprel == Deprel::Obj)?.head?;
            let plain =
                (gets..sum).all(|i| token(i).is_some_and(|t| t.upos != Upos::Punct && t.upos != Upos::Adp));
            (verb < gets && gets < sum && plain).then_some((gets, verb))
        };
        let Some((gets, verb)) = found() else { continue };
        sentence.hang(gets, verb, Deprel::Iobj);
        sentence.hang(sum, verb, Deprel::Obj);
        if let Some(token) = sentence.tokens.get_mut(verb).filter(|t| t.upos == Upos::Noun) {
            (token.upos, token.xpos) = (Upos::Verb, "VBD");
        }
    }
}

/// "A magnitude 6.4 earthquake", where the tree makes the measure the thing: it says how strong the thing is.
pub(super) fn graded(sentence: &mut Sentence) {
    for measure in 0..sentence.tokens.len() {
        let (number, thing) = (measure + 1, measure + 2);
        let grades = matches!(
            sentence.lemma(measure),
            "magnitude" | "category" | "grade" | "level"
        );
        let counted = sentence.token(number).is_some_and(|t| t.upos == Upos::Num);
        let named = [Deprel::Appos, Deprel::Flat, Deprel::Nmod, Deprel::Compound];
        let words = sentence.token(measure).zip(sentence.token(thing));
        let beside = words.is_some_and(|(m, t)| {
            let below = t.head == Some(measure) && named.contains(&t.deprel);
            t.upos == Upos::Noun && (below || (m.head, m.deprel) == (t.head, t.deprel))
        });
        if !(grades && counted && beside) {
            continue;
        }
        sentence.give_place(measure, thing, Deprel::Compound, |i, _| i != number);
        sentence.hang(number, measure, Deprel::Nummod);
    }
}

/// "Called the offer “an insult”", where the tree makes the quoted words another name of the offer: they are what it is called.
pub(super) fn quoted_name(sentence: &mut Sentence) {
    for quoted in 2..sentence.tokens.len() {
        let token = |i: usize| sentence.token(i);
        let found = || {
            let name = token(quoted).filter(|t| t.deprel == Deprel::Appos)?;
            let thing = name.head.filter(|&h| h < quoted)?;
            let verb = token(thing)
                .filter(|t| matches!(t.deprel, Deprel::Xcomp | Deprel::Obj))?
                .head
                .filter(|&v| v < thing)?;
            let begins = matches!(sentence.lemma(thing + 1), "\"" | "“" | "‘" | "``" | "a" | "an");
            (calls(sentence, verb) && begins).then_some((verb, thing))
        };
        let Some((verb, thing)) = found() else { continue };
        sentence.hang(thing, verb, Deprel::Obj);
        sentence.hang(quoted, verb, Deprel::Xcomp);
    }
}

/// Whether a word is a verb that says what somebody or something is: "called the plan a disaster".
fn calls(sentence: &Sentence, word: usize) -> bool {
    sentence.token(word).is_some_and(|t| {
        t.upos == Upos::Verb && signatures::source(Kind::Verb, &t.lemma, Frame::Pred).is_some()
    })
}

/// "Has been elected president of Mali", where the tree says of somebody that they are an "elected president": who is elected
/// becomes what stands behind without an article.
pub(super) fn elected(sentence: &mut Sentence) {
    for verb in 1..sentence.tokens.len() {
        let office = verb + 1;
        let token = |i: usize| sentence.token(i);
        let found = token(verb).zip(token(office)).is_some_and(|(t, o)| {
            t.head == Some(office)
                && matches!(t.deprel, Deprel::Amod | Deprel::Compound | Deprel::Acl)
                && appoints(&t.lemma)
                && o.upos == Upos::Noun
                && o.xpos == "NN"
        });
        let copula = sentence.dependent(office, &[Deprel::Cop]).filter(|&c| {
            let between = (c + 1..verb).all(|i| token(i).is_some_and(|t| t.upos == Upos::Adv));
            c < verb && between
        });
        let bare = !sentence.has(office, &[Deprel::Det, Deprel::NmodPoss]);
        let (true, true, Some(copula)) = (found, bare, copula) else {
            continue;
        };
        let above = token(office).map(|t| (t.head, t.deprel));
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == verb {
                if let Some((head, deprel)) = above {
                    (token.head, token.deprel) = (head, deprel);
                }
                (token.upos, token.xpos) = (Upos::Verb, "VBN");
            } else if i == office {
                (token.head, token.deprel) = (Some(verb), Deprel::Xcomp);
            } else if token.head == Some(office)
                && (i < verb || matches!(token.deprel, Deprel::Advcl | Deprel::Acl | Deprel::Punct))
            {
                token.head = Some(verb);
                if token.deprel == Deprel::Acl {
                    token.deprel = Deprel::Advcl;
                } else if i == copula {
                    (token.upos, token.deprel) = (Upos::Aux, Deprel::AuxPass);
                } else if token.deprel == Deprel::Nsubj {
                    token.deprel = Deprel::NsubjPass;
                }
            }
        }
    }
}

/// Verbs that make somebody what stands behind them.
pub(super) fn appoints(lemma: &str) -> bool {
    matches!(
        lemma,
        "elect"
            | "reelect"
            | "re-elect"
            | "name"
            | "appoint"
            | "crown"
            | "declare"
            | "vote"
            | "proclaim"
            | "nominate"
            | "pronounce"
            | "dub"
            | "call"
            | "make"
    )
}

/// "No more than three died", "up to 40 jobs", "less than a day": what compares stands before the number, and is neither an
/// object nor says how the verb is meant.
pub(super) fn compared(sentence: &mut Sentence) {
    for word in 0..sentence.tokens.len() {
        let token = |i: usize| sentence.token(i);
        let compares = match (sentence.lemma(word), sentence.lemma(word + 1)) {
            (
                "more" | "much" | "many" | "less" | "little" | "few" | "fewer" | "long" | "late" | "early",
                "than",
            ) => token(word).is_some_and(|t| matches!(t.xpos, "JJR" | "RBR")),
            ("up", "to") => true,
            _ => false,
        };
        let number = word + 2;
        // Of "less than a day" the noun is what is compared.
        let target = match token(number).map(|t| t.upos) {
            Some(Upos::Num) => Some(number),
            Some(Upos::Det) if matches!(sentence.lemma(number), "a" | "an") => sentence.head(number),
            _ => None,
        };
        let Some(target) = target.filter(|&t| compares && t >= number) else {
            if compares
                && sentence.lemma(word) != "up"
                && let Some(token) = sentence.tokens.get_mut(word)
                && token.deprel == Deprel::Obj
            {
                // "Earns less than men": no thing that is earned.
                token.deprel = Deprel::Advmod;
            }
            continue;
        };
        let stray = token(word)
            .is_some_and(|t| t.head != Some(target) && t.head.is_none_or(|h| h < word || h > target));
        // Of "more than one" the tree may make "more" the head.
        if stray && !sentence.is_within(target, word) {
            sentence.hang(word, target, Deprel::Advmod);
            sentence.hang(word + 1, word, Deprel::Fixed);
        }
    }
}
