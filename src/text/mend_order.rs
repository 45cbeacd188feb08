//! Subjects behind their verbs, and verbs that the model took for something beside their subjects.

use super::token::{Deprel, Sentence, Upos};
use crate::lexicon::nouns;

/// Verbs of being somewhere, whose subject may stand behind them: "in the dock sat Leonard Quist".
const POSTURES: &str = "sit stand lie hang come lurk loom sprawl stretch live rise";

/// "In the dock sat Leonard Quist": what stands behind a verb of posture that a place opens is its subject.
pub(super) fn sit_there(sentence: &mut Sentence, verb: usize) {
    let posture = |lemma: &str| POSTURES.split_whitespace().any(|v| v == lemma);
    let finite = sentence
        .token(verb)
        .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP") && posture(&t.lemma));
    let opened = sentence
        .dependents(verb, &[Deprel::Obl])
        .any(|place| place < verb && sentence.has(place, &[Deprel::Case]));
    let behind = sentence
        .dependents(verb, &[Deprel::Obj])
        .find(|&object| object > verb);
    if let Some(subject) = behind.filter(|_| finite && opened && !sentence.has_subject(verb)) {
        sentence.hang(subject, verb, Deprel::Nsubj);
    }
}

/// "Among the vehicles were four lorries": they were among them.
pub(super) fn be_among(sentence: &mut Sentence, were: usize) {
    let Some(subject) = sentence
        .token(were)
        .filter(|t| t.deprel == Deprel::Cop)
        .and_then(|t| t.head)
        .filter(|&noun| were < noun && !sentence.has_subject(noun))
    else {
        return;
    };
    let noun = sentence
        .token(subject)
        .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn));
    let bare = !sentence.has(subject, &[Deprel::Case, Deprel::Expl]);
    let places = [Deprel::Obl, Deprel::Nmod];
    let place = sentence
        .dependents(subject, &places)
        .find(|&place| place < were && sentence.has(place, &[Deprel::Case]));
    let first = place.and_then(|place| sentence.dependent(place, &[Deprel::Case]));
    let opens = first.is_some_and(|case| {
        (0..case).all(|i| sentence.token(i).is_some_and(|t| t.upos == Upos::Punct))
            && matches!(
                sentence.lemma(case),
                "among" | "in" | "on" | "behind" | "at" | "inside" | "under"
            )
            // "In 2017 turnout was 41 per cent".
            && sentence.token(case + 1).is_some_and(|t| t.upos != Upos::Num && !nouns::is_time(&t.lemma.to_lowercase()))
    });
    let Some(place) = place.filter(|_| noun && bare && opens) else {
        return;
    };
    let of_clause = [
        Deprel::Cop,
        Deprel::Aux,
        Deprel::Advmod,
        Deprel::Advcl,
        Deprel::Punct,
        Deprel::Parataxis,
    ];
    sentence.give_place(subject, place, Deprel::Nsubj, |i, token| {
        of_clause.contains(&token.deprel) && (i < subject || token.deprel == Deprel::Punct)
    });
}

/// "Carpets worth 900 crowns were destroyed": what something is worth stands beside it.
pub(super) fn be_worth(sentence: &mut Sentence, worth: usize) {
    let Some(noun) = worth
        .checked_sub(1)
        .filter(|&noun| sentence.dependent(worth, &[Deprel::Nsubj]) == Some(noun))
    else {
        return;
    };
    let verb = sentence
        .dependents(worth, &[Deprel::Ccomp, Deprel::Conj, Deprel::Parataxis])
        .find(|&verb| verb > worth);
    let sum = verb.and_then(|verb| sentence.dependent(verb, &[Deprel::Nsubj, Deprel::NsubjPass]));
    let (Some(verb), Some(sum)) = (verb, sum) else {
        return;
    };
    let next = (worth + 1..=sum).all(|i| sentence.is_within(i, sum));
    if sentence.has(worth, &[Deprel::Cop]) || !next {
        return;
    }
    let relation = sentence.subject_relation(verb);
    sentence.give_place(worth, verb, Deprel::Amod, |_, _| true);
    sentence.hang(noun, verb, relation);
    sentence.hang(worth, noun, Deprel::Amod);
    sentence.hang(sum, worth, Deprel::OblUnmarked);
}

/// "Called for it to be withdrawn": what stands between "for" and "to" does what follows.
pub(super) fn do_it_for(sentence: &mut Sentence, to: usize) {
    let Some(verb) = sentence
        .token(to)
        .filter(|t| t.deprel == Deprel::Mark && t.xpos == "TO")
        .and_then(|t| t.head)
        .filter(|&verb| !sentence.has_subject(verb))
    else {
        return;
    };
    let mark = sentence
        .dependents(verb, &[Deprel::Mark])
        .find(|&mark| mark < to && sentence.lemma(mark) == "for");
    let above = sentence.head(verb);
    let doer = mark.zip(above).and_then(|(mark, above)| {
        let mut between = sentence.dependents(above, &[Deprel::Obl, Deprel::Obj]);
        between.find(|&noun| mark < noun && noun < to)
    });
    if let Some(doer) = doer {
        sentence.hang(doer, verb, sentence.subject_relation(verb));
    }
}

/// "A coach of Reed's called the move a mistake": with what is called so behind it, a verb without a helper is no participle.
pub(super) fn call_it_so(sentence: &mut Sentence, verb: usize) {
    let participle = sentence
        .token(verb)
        .is_some_and(|t| t.xpos == "VBN" && matches!(t.deprel, Deprel::Root | Deprel::Conj | Deprel::Ccomp));
    let subject = sentence.dependent(verb, &[Deprel::NsubjPass]);
    let determined = |&word: &usize| word > verb && sentence.has(word, &[Deprel::Det, Deprel::NmodPoss]);
    let named = sentence
        .dependents(verb, &[Deprel::Obj, Deprel::Xcomp])
        .find(determined);
    let helped = sentence.has(verb, &[Deprel::Aux, Deprel::AuxPass]);
    let (Some(subject), Some(named)) = (subject.filter(|_| participle && !helped), named) else {
        return;
    };
    sentence.hang(subject, verb, Deprel::Nsubj);
    if let Some(token) = sentence.tokens.get_mut(verb) {
        token.xpos = "VBD";
    }
    // "The move a mistake", where the tree hangs the name on what is so called.
    let name = sentence
        .dependents(named, &[Deprel::Obj])
        .find(|&name| name > named);
    if let Some(name) = name {
        sentence.hang(named, verb, Deprel::Obj);
        sentence.hang(name, verb, Deprel::Xcomp);
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Deprel;
    use crate::text::fixture::relation;

    #[test]
    fn who_is_there_stands_behind_the_place() {
        let text = "In the dock sat Leonard Quist.";
        assert_eq!(relation(text, "Leonard"), Some((Deprel::Nsubj, "sat")));
        let text = "Among the vehicles on the ferry were four lorries.";
        assert_eq!(relation(text, "lorries"), Some((Deprel::Nsubj, "vehicles")));
    }

    #[test]
    fn what_something_is_worth_stands_beside_it() {
        let text = "Carpets worth some 900 crowns were destroyed in the hall.";
        assert_eq!(relation(text, "Carpets"), Some((Deprel::NsubjPass, "destroyed")));
        assert_eq!(relation(text, "worth"), Some((Deprel::Amod, "Carpets")));
    }

    #[test]
    fn what_is_called_for_is_done_by_the_one_named() {
        let text = "Landreth had pleaded for her client to be acquitted.";
        assert_eq!(relation(text, "client"), Some((Deprel::NsubjPass, "acquitted")));
    }

    #[test]
    fn a_verb_without_a_helper_is_active() {
        let text = "A former coach of Ilveren's called the move a mistake.";
        assert_eq!(relation(text, "coach"), Some((Deprel::Nsubj, "called")));
        assert_eq!(relation(text, "move"), Some((Deprel::Obj, "called")));
    }
}
