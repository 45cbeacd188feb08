//! Mends how names and the nouns beside them hang together.

use super::knowledge::{self, Sort};
use super::role;
use crate::entity::EntityKind;
use crate::text::{Deprel, Sentence, Upos};

/// A word in a noun's place that is known as a noun and as nothing that modifies is one.
pub(super) fn nouns(sentence: &mut Sentence) {
    let tags: Vec<Upos> = sentence.tokens.iter().map(|t| t.upos).collect();
    for (i, token) in sentence.tokens.iter_mut().enumerate() {
        if !matches!(token.upos, Upos::Adv | Upos::Adj) {
            continue;
        }
        let placed = token.upos == Upos::Adv
            && matches!(
                token.deprel,
                Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Obl | Deprel::Nmod | Deprel::Appos
            );
        // "Its ally Chad": what stands before a name and modifies nothing else is an office.
        let before = matches!(token.deprel, Deprel::Amod | Deprel::Advmod | Deprel::Compound)
            && !token.xpos.starts_with("NNP")
            && token
                .head
                .is_some_and(|h| h > i && tags.get(h) == Some(&Upos::Propn));
        if (placed || before) && knowledge::is_only_noun(&token.lemma) {
            token.upos = Upos::Noun;
            token.xpos = "NN";
            if before {
                token.deprel = Deprel::Compound;
            }
        }
    }
}

/// "Its director, Grace Ndirika,": two words of a name side by side are one name.
pub(super) fn halves(sentence: &mut Sentence) {
    for last in 1..sentence.tokens.len() {
        let named = |i: usize| {
            let token = sentence.token(i)?;
            (token.upos == Upos::Propn && token.deprel == Deprel::Appos).then_some(token.head)
        };
        if named(last).is_some() && named(last) == named(last - 1) {
            sentence.hang(last, last - 1, Deprel::Flat);
        }
    }
}

/// "The China-Russia-Mali triangle": known names that hyphens link before a noun are as many names, each beside the noun.
pub(super) fn linked_names(sentence: &mut Sentence) {
    let mut start = 0;
    while start < sentence.tokens.len() {
        let mut ends = Vec::new();
        let mut from = start;
        while let Some(end) = party(sentence, from) {
            ends.push((from, end));
            if !matches!(sentence.lemma(end + 1), "-" | "–" | "—") {
                break;
            }
            from = end + 2;
        }
        let noun = ends.last().map_or(0, |(_, end)| end + 1);
        let headed = sentence.token(noun).is_some_and(|t| t.upos == Upos::Noun);
        if ends.len() > 1 && headed {
            hang_on(sentence, &ends, noun);
        }
        start = noun.max(start + 1);
    }
}

/// The last word of a known country, place or organisation whose name starts at a word.
fn party(sentence: &Sentence, start: usize) -> Option<usize> {
    let words: Vec<&str> = sentence
        .tokens
        .iter()
        .skip(start)
        .take(4)
        .take_while(|t| t.upos == Upos::Propn)
        .map(|t| t.lemma.as_str())
        .collect();
    let (count, known) = knowledge::known(&words)?;
    let party = matches!(
        known.kind,
        EntityKind::Country | EntityKind::Place | EntityKind::Organisation
    );
    party.then(|| start + count - 1)
}

/// Hangs names on the noun behind them, each by its last word.
fn hang_on(sentence: &mut Sentence, names: &[(usize, usize)], noun: usize) {
    for &(first, last) in names {
        for i in first..=last + 1 {
            let Some(token) = sentence.tokens.get_mut(i) else {
                continue;
            };
            if i == last {
                (token.head, token.deprel) = (Some(noun), Deprel::Compound);
            } else if i < last {
                (token.head, token.deprel) = (Some(last), Deprel::Compound);
            } else if i < noun {
                (token.head, token.deprel) = (Some(last), Deprel::Punct);
            }
        }
    }
}

/// "Minister Ann Lee", where the tree hangs the name on the office: the name is the one that is spoken of.
pub(super) fn offices(sentence: &mut Sentence) {
    for name in 1..sentence.tokens.len() {
        let noun = name - 1;
        let Some((office, token)) = sentence.token(noun).zip(sentence.token(name)) else {
            continue;
        };
        let bare = || !sentence.has(noun, &[Deprel::Det, Deprel::NmodPoss]);
        let hangs = token.head == Some(noun)
            && token.upos == Upos::Propn
            && (token.deprel == Deprel::Flat
                || token.deprel == Deprel::Appos && office.xpos == "NN" && bare());
        if !hangs || office.upos != Upos::Noun || knowledge::sort(&office.lemma) != Sort::Person {
            continue;
        }
        let of_noun = [
            Deprel::Amod,
            Deprel::Compound,
            Deprel::Det,
            Deprel::Flat,
            Deprel::NmodDesc,
            Deprel::NmodPoss,
            Deprel::Nummod,
        ];
        sentence.give_place(noun, name, Deprel::NmodDesc, |i, t| {
            i > name || !of_noun.contains(&t.deprel)
        });
    }
}

/// "On Monday the club's owner left", where the tree makes the day a part of who left: a subject has no preposition, and the
/// day is when it was.
pub(super) fn dates(sentence: &mut Sentence) {
    for day in 1..sentence.tokens.len() {
        let token = |i: usize| sentence.token(i);
        let preposition = day - 1;
        let named = token(day).is_some_and(|t| knowledge::is_calendar(&t.lemma));
        let Some(case) = token(preposition).filter(|t| named && t.deprel == Deprel::Case) else {
            continue;
        };
        let counted = token(day + 1).is_some_and(|t| t.upos == Upos::Num);
        let last = if counted { day + 1 } else { day };
        // The phrase that goes on behind the date, by its top.
        let above = |i: usize| token(i).and_then(|t| t.head);
        // "16 US aid worker": from the date up to the head of the phrase.
        let Some(top) = std::iter::successors(case.head, |&h| above(h).filter(|_| h <= last))
            .take(4)
            .find(|&h| h > last)
            .map(|h| {
                let within = |&h: &usize| {
                    let part = token(h).is_some_and(|t| {
                        matches!(t.deprel, Deprel::Compound | Deprel::NmodDesc | Deprel::Flat)
                    });
                    above(h).filter(|&a| part && a > h)
                };
                std::iter::successors(Some(h), within).take(6).last().unwrap_or(h)
            })
        else {
            continue;
        };
        let begins = token(last + 1).is_some_and(|t| {
            matches!(t.upos, Upos::Propn | Upos::Det) || t.xpos == "PRP$" || t.upos == Upos::Num
        });
        let Some((above, relation)) = token(top).and_then(|t| Some((t.head?, t.deprel))) else {
            continue;
        };
        let subjects = [Deprel::Nsubj, Deprel::NsubjPass];
        let subject = subjects.contains(&relation);
        let behind = token(top + 1);
        let verb = if subject {
            above
        } else {
            let helped = behind.filter(|t| t.upos == Upos::Aux).and_then(|t| t.head);
            helped.unwrap_or(top + 1)
        };
        // Before its verb and without one of its own: what stands there can be nothing but the subject.
        let missing = matches!(relation, Deprel::Obl | Deprel::Nmod)
            && behind.is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD"))
            && !sentence.has(verb, &subjects);
        if !begins || !(subject || missing) {
            continue;
        }
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            if i == preposition {
                token.head = Some(day);
            } else if i == day {
                (token.head, token.deprel) = (Some(verb), Deprel::Obl);
            } else if i == last {
                (token.head, token.deprel) = (Some(day), Deprel::Nummod);
            } else if i == top && !subject {
                (token.head, token.deprel) = (Some(verb), Deprel::Nsubj);
            }
        }
    }
}

/// "Harlow Foods shut the mill", where the tree gives the verb two subjects side by side: the first is a part of the second's
/// name.
pub(super) fn firms(sentence: &mut Sentence) {
    for second in 1..sentence.tokens.len() {
        let subject = |i: usize| {
            let token = sentence.token(i);
            token.filter(|t| matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass))
        };
        let Some((one, other)) = subject(second - 1).zip(subject(second)) else {
            continue;
        };
        let named = other.upos == Upos::Propn || other.xpos == "NNS";
        let parts = one.upos == Upos::Propn && one.head == other.head && named;
        if parts {
            sentence.hang(second - 1, second, Deprel::Compound);
            if let Some(token) = sentence.tokens.get_mut(second) {
                token.upos = Upos::Propn;
            }
        }
    }
}

/// A noun right before a name in the same place: the one describes the other, or the other names it.
pub(super) fn described(sentence: &mut Sentence) {
    for name in 1..sentence.tokens.len() {
        if let Some((noun, owned)) = noun_before(sentence, name) {
            // "Its sponsor Baltica Bank" is a sponsor with a name, "sponsor Baltica Bank" a name with an office.
            let (below, above, relation) = if owned {
                (name, noun, Deprel::Appos)
            } else {
                (noun, name, Deprel::NmodDesc)
            };
            sentence.hang(below, above, relation);
        }
    }
}

/// The noun right before a name that stands in the same relation to the same word: the two are one. Says also whether
/// the noun has an article or an owner.
fn noun_before(sentence: &Sentence, name: usize) -> Option<(usize, bool)> {
    let token = sentence.token(name).filter(|t| t.upos == Upos::Propn)?;
    let shared = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obj, Deprel::Iobj];
    let head = token.head.filter(|_| shared.contains(&token.deprel))?;
    let part = |i: &usize| {
        sentence
            .token(*i)
            .is_some_and(|t| t.head == Some(name) && t.upos == Upos::Propn)
    };
    let start = (0..name).rev().take_while(part).last().unwrap_or(name);
    let before = start.checked_sub(1)?;
    let noun = sentence.token(before)?;
    let alike = noun.head == Some(head) && shared.contains(&noun.deprel) && noun.upos == Upos::Noun;
    let objects = matches!(token.deprel, Deprel::Obj | Deprel::Iobj);
    let gives = role::hands_over(sentence.lemma(head));
    if !alike || objects && gives {
        return None;
    }
    let owned = sentence
        .dependents(before, &[Deprel::Det, Deprel::NmodPoss])
        .any(|i| i < before);
    Some((before, owned))
}

#[cfg(test)]
mod tests {
    use super::super::hand::tree;
    use super::*;

    #[test]
    fn a_name_behind_an_object_says_who_it_is() {
        let sample = tree(
            "It\tit\tPRP\tnsubj\t2\nthanked\tthank\tVBD\troot\t0\nits\tits\tPRP$\tnmod:poss\t4\n\
             sponsor\tsponsor\tNN\tobj\t2\nNorth\tNorth\tNNP\tcompound\t6\nBank\tBank\tNNP\tobj\t2",
        );
        let mut sentence = sample.tree().sentence.clone();
        described(&mut sentence);
        assert_eq!(
            (sentence.tokens[5].head, sentence.tokens[5].deprel),
            (Some(3), Deprel::Appos)
        );
    }
}
