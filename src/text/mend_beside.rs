//! Mends of a tree by what stands right beside a word: a day before its verb, a verb behind its particle, a name behind a name.

use std::ops::Range;

use super::token::{Deprel, Sentence, Token, Upos};
use crate::measure::year_of;

const SUBJECTS: [Deprel; 2] = [Deprel::Nsubj, Deprel::NsubjPass];

/// "A court on Monday found", "officials Friday announced", "said the mayor on Monday", "on Monday officials said": gives a day
/// that hangs on the subject, right before the verb, anywhere after a subject that follows it, or at the beginning, to the verb.
pub(super) fn tell_when(sentence: &mut Sentence, day: usize) {
    let Some(subject) = sentence.token(day).filter(|t| is_day(t)).and_then(|t| t.head) else {
        return;
    };
    let is_subject = sentence
        .token(subject)
        .is_some_and(|t| SUBJECTS.contains(&t.deprel));
    let on = sentence
        .dependents(day, &[Deprel::Case])
        .any(|case| sentence.lemma(case) == "on");
    let bare = sentence.token(day).is_some_and(|t| t.deprel == Deprel::Appos) && subject < day;
    let relation = match (on, bare) {
        (true, _) => Deprel::Obl,
        (_, true) => Deprel::OblUnmarked,
        _ => return,
    };
    let Some(verb) = sentence.head(subject).filter(|_| is_subject) else {
        return;
    };
    // What stands between the two only helps the verb.
    let between = sentence.tokens.get(day + 1..verb).unwrap_or_default();
    let helps = |t: &Token| t.head == Some(verb) || t.head == Some(day) || t.deprel == Deprel::Punct;
    let before = day < verb && (day < subject || between.iter().all(helps));
    if before || verb < subject && subject < day {
        sentence.hang(day, verb, relation);
    }
}

/// Whether a word names a day of the week.
fn is_day(token: &Token) -> bool {
    token.upos == Upos::Propn
        && matches!(
            token.lemma.to_lowercase().as_str(),
            "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
        )
}

/// "In 2017 turnout fell": a year counts nothing, and what stands behind it is the subject that the verb lacks.
pub(super) fn tell_the_year(sentence: &mut Sentence, year: usize, form: &str) {
    let Some(noun) = sentence
        .token(year)
        .filter(|t| matches!(t.deprel, Deprel::Nummod | Deprel::Compound) && year_of(form).is_some())
        .and_then(|t| t.head)
    else {
        return;
    };
    let phrase = sentence.token(noun).filter(|t| t.deprel == Deprel::Obl);
    let Some(verb) = phrase.and_then(|t| t.head).filter(|&v| !sentence.has_subject(v)) else {
        return;
    };
    let case = year.checked_sub(1).filter(|&i| sentence.lemma(i) == "in");
    let Some(case) = case.filter(|&i| sentence.head(i) == Some(noun) && noun < verb) else {
        return;
    };
    sentence.hang(case, year, Deprel::Case);
    sentence.hang(year, verb, Deprel::Obl);
    sentence.hang(noun, verb, sentence.subject_relation(verb));
}

/// "Sales fell last season": a noun that has "last" or "next" for its only word, and no article, says when, and is no object.
/// "Fell 12 per cent last season": what stands before that word is no part of the season.
pub(super) fn tell_the_season(sentence: &mut Sentence, noun: usize) {
    let Some(which) = noun.checked_sub(1) else { return };
    if !matches!(sentence.lemma(which), "last" | "next" | "this") || sentence.head(which) != Some(noun) {
        return;
    }
    let Some((verb, bond)) = sentence.token(noun).and_then(|t| Some((t.head?, t.deprel))) else {
        return;
    };
    let own: Vec<usize> = (0..sentence.tokens.len())
        .filter(|&i| i != which && sentence.head(i) == Some(noun))
        .collect();
    let counts = |i: usize| sentence.dependents(i, &[Deprel::Nummod]).next().is_some();
    let measure = own.iter().copied().find(|&i| {
        let counted = counts(i) || sentence.dependents(i, &[Deprel::Compound]).any(counts);
        i + 1 == which && counted && sentence.token(i).is_some_and(|t| t.deprel == Deprel::Compound)
    });
    if let Some(measure) = measure {
        for &i in own.iter().filter(|&&i| i < measure) {
            if let Some(token) = sentence.tokens.get_mut(i) {
                token.head = Some(measure);
            }
        }
        sentence.hang(measure, verb, bond);
        sentence.hang(noun, verb, Deprel::OblUnmarked);
        return;
    }
    // "Described last season as hard".
    let judged = sentence.lemma(noun + 1) == "as";
    let object = bond == Deprel::Obj && sentence.token(noun).is_some_and(|t| t.xpos == "NN");
    if object && own.is_empty() && !judged && sentence.lemma(which) != "this" {
        sentence.hang(noun, verb, Deprel::OblUnmarked);
    }
}

/// Adverbs that may narrow the phrase behind them: "mainly in May", "shortly before".
const FOCUSING: &str = "mainly largely partly exactly shortly immediately directly precisely roughly chiefly primarily mostly \
    solely purely entirely especially particularly nearly early only possibly probably likely approximately notably \
    specifically generally usually normally typically barely hardly simply merely";

/// "Rose slightly last year": an adverb right behind its verb says how much, and not how much of a year.
pub(super) fn grade_the_verb(sentence: &mut Sentence, adverb: usize) {
    let Some(verb) = adverb.checked_sub(1) else { return };
    let is_verb = sentence.token(verb).is_some_and(|t| t.upos == Upos::Verb);
    let grades = |t: &Token| {
        t.deprel == Deprel::Advmod
            && t.lemma.ends_with("ly")
            && t.head.is_some_and(|h| h > adverb)
            && !FOCUSING.split_whitespace().any(|w| w == t.lemma)
    };
    let phrase = sentence.token(adverb + 1).is_some_and(|t| {
        t.upos == Upos::Adp || matches!(t.lemma.as_str(), "last" | "next" | "this" | "that")
    });
    if is_verb && phrase && sentence.token(adverb).is_some_and(grades) {
        sentence.hang(adverb, verb, Deprel::Advmod);
    }
}

/// "Ruled out resigning": a gerund right behind the particle completes the verb.
pub(super) fn complete_the_verb(sentence: &mut Sentence, gerund: usize) {
    let particle = gerund.checked_sub(1).and_then(|before| sentence.token(before));
    let verb = particle
        .filter(|t| t.deprel == Deprel::CompoundPrt)
        .and_then(|t| t.head);
    let Some(verb) = verb else { return };
    let aside = |t: &Token| t.xpos == "VBG" && t.deprel == Deprel::Advcl && t.head == Some(verb);
    if sentence.token(gerund).is_some_and(aside) {
        sentence.hang(gerund, verb, Deprel::Xcomp);
    }
}

/// What somebody or something is left as; behind a noun it is no part of the noun's name.
const LEFT: [&str; 9] = [
    "alive",
    "closed",
    "dead",
    "guilty",
    "homeless",
    "intact",
    "open",
    "unconscious",
    "unharmed",
];

/// "Found Lind guilty", "found the brewer guilty": whom a verdict is on is no part of the verdict.
pub(super) fn be_found(sentence: &mut Sentence, verdict: usize) {
    let Some((head, deprel)) = sentence
        .token(verdict)
        .filter(|t| t.upos == Upos::Adj && t.xpos == "JJ")
        .and_then(|t| Some((t.head?, t.deprel)))
    else {
        return;
    };
    let above = sentence.token(head).map(|t| (t.upos, t.deprel, t.head));
    match (deprel, above) {
        (Deprel::Flat, Some((_, Deprel::Obj, Some(verb)))) => {
            sentence.hang(verdict, verb, Deprel::Xcomp);
        }
        // "Shot the tiger dead", "found Tom Lind guilty".
        (Deprel::Amod, Some((_, Deprel::Obj, Some(verb))))
            if head < verdict
                && only_names(sentence, head + 1..verdict)
                && LEFT.contains(&sentence.lemma(verdict)) =>
        {
            sentence.hang(verdict, verb, Deprel::Xcomp);
        }
        (Deprel::Xcomp, Some((Upos::Verb, ..))) if !sentence.has(head, &[Deprel::Obj]) => {
            let noun = verdict.checked_sub(1).filter(|&i| {
                let joined = |t: &Token| t.head == Some(verdict) && t.deprel == Deprel::Compound;
                let known = sentence.has(i, &[Deprel::Det, Deprel::NmodPoss]);
                sentence
                    .token(i)
                    .is_some_and(|t| joined(t) && (known || t.upos == Upos::Propn))
            });
            let other = sentence.dependent(verdict, &[Deprel::Nsubj]);
            let noun = noun.or(other.filter(|&i| head < i && i < verdict));
            if let Some(noun) = noun {
                sentence.hang(noun, head, Deprel::Obj);
            }
        }
        _ => {}
    }
}

/// Whether words do no more than end a name.
fn only_names(sentence: &Sentence, mut words: Range<usize>) -> bool {
    words.all(|i| sentence.token(i).is_some_and(|t| t.deprel == Deprel::Flat))
}

/// "The 24-year-old Dane": an age before a noun narrows it.
pub(super) fn narrow_by_age(sentence: &mut Sentence, old: usize) {
    let years = old.checked_sub(2).map_or("", |i| sentence.lemma(i));
    let is_age = sentence.lemma(old) == "old" && years == "year";
    let own = sentence.token(old).map(|t| (t.head, t.deprel));
    let noun = old + 1;
    let beside = sentence
        .token(noun)
        .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn) && own == Some((t.head, t.deprel)));
    let argues = |deprel: Deprel| SUBJECTS.contains(&deprel) || deprel == Deprel::Obj;
    if is_age && beside && own.is_some_and(|(_, deprel)| argues(deprel)) {
        sentence.give_place(old, noun, Deprel::Amod, |i, t| i < old && t.deprel == Deprel::Det);
    }
}

/// "The resignation of transport minister Erik Solvang": a name right behind what its bearer is belongs to that.
pub(super) fn bear_the_name(sentence: &mut Sentence, name: usize) {
    let Some(noun) = name.checked_sub(1) else { return };
    let beside = |t: &Token| t.upos == Upos::Propn && t.deprel == Deprel::Nmod;
    let what = |t: &Token| t.xpos == "NN" && t.deprel == Deprel::Nmod;
    let heads = [name, noun].map(|i| sentence.head(i));
    let fits = sentence.token(name).is_some_and(beside) && sentence.token(noun).is_some_and(what);
    let [own, its] = [name, noun].map(|i| sentence.has(i, &[Deprel::Case]));
    if fits && heads[0] == heads[1] && !own && its {
        sentence.hang(name, noun, Deprel::Appos);
    }
}

/// "Lind, from the same state as Reed, left": of two subjects the one behind a preposition is none.
pub(super) fn stand_aside(sentence: &mut Sentence, noun: usize) {
    let subject = |t: &Token| SUBJECTS.contains(&t.deprel);
    let verb = sentence.token(noun).filter(|t| subject(t)).and_then(|t| t.head);
    let case = sentence.dependent(noun, &[Deprel::Case]).filter(|&c| c < noun);
    let (Some(verb), Some(case)) = (verb, case) else {
        return;
    };
    let other = |i: usize| {
        let own = |t: &Token| subject(t) && t.head == Some(verb);
        sentence.token(i).is_some_and(own) && !sentence.has(i, &[Deprel::Case])
    };
    let Some(phrase) = case.checked_sub(1).filter(|_| (0..case).any(other)) else {
        return;
    };
    if sentence
        .token(phrase)
        .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn))
    {
        sentence.hang(noun, phrase, Deprel::Nmod);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Claim, Document, Qualifier, Role, claims};

    fn told(text: &str) -> Vec<Claim> {
        claims(&Document::new("Herald", text))
    }

    #[test]
    fn a_day_before_the_verb_tells_when() {
        let timed = |text: &str| {
            let claims = told(text);
            let first = claims.first().expect("a claim");
            let mut qualifiers = first.proposition.qualifiers.iter();
            qualifiers.any(|q| matches!(q, Qualifier::Time { .. }))
        };
        assert!(timed("A court on Monday fined the brewery."));
        assert!(timed("On Wednesday officials in Lusk closed the brewery."));
        assert!(timed("Danish officials Friday closed the brewery."));
        assert!(timed(
            "A jury in Leeds on Thursday convicted the brewer of fraud."
        ));
    }

    #[test]
    fn a_year_counts_nothing() {
        let statements =
            |text: &str| -> Vec<String> { told(text).into_iter().map(|c| c.statement).collect() };
        let fell = "In 2017 turnout in Drammen fell.";
        assert_eq!(statements(fell), ["Turnout in Drammen fell in 2017."]);
    }

    #[test]
    fn last_season_says_when() {
        let has_object = |text: &str| {
            let claims = told(text);
            claims
                .iter()
                .any(|c| c.proposition.argument(Role::Object).is_some())
        };
        assert!(!has_object("Ticket sales fell last season."));
        assert!(has_object("Ada Reed watched the last season."));
        assert!(!has_object("Ticket sales rose by 12 per cent last season."));
        assert!(has_object("Ada Reed missed last season's final."));
    }

    #[test]
    fn what_stands_beside_a_word_shows_what_it_is() {
        let statements =
            |text: &str| -> Vec<String> { told(text).into_iter().map(|c| c.statement).collect() };
        let ruled_out = statements("Carmen Osorio ruled out resigning over the fire.");
        assert!(
            ruled_out
                .iter()
                .any(|s| s == "Carmen Osorio does not resign over the fire."),
            "{ruled_out:?}"
        );
        let caught = statements(
            "The suggestion that sailors who have debts to Torvex have been seized is categorically false.",
        );
        assert!(
            caught.iter().any(|s| s == "Sailors have not been seized."),
            "{caught:?}"
        );
    }

    #[test]
    fn a_name_behind_an_office_is_its_bearer() {
        let subject = |text: &str| {
            let claims = told(text).into_iter();
            let mut resigned = claims.filter(|c| c.proposition.predicate.lemma == "resign");
            let claim = resigned.next().expect("somebody resigned");
            claim.proposition.argument(Role::Subject).map(|t| t.text.clone())
        };
        let text = "The resignation of transport minister Erik Solvang was confirmed on Monday.";
        assert_eq!(subject(text).as_deref(), Some("transport minister Erik Solvang"));
        let text = "Mara Lind, from the same town as Reed, resigned.";
        assert_eq!(subject(text).as_deref(), Some("Mara Lind"));
    }
}
