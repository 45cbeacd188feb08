//! Mends of a tree where the model took another word for the one that carries a clause, or overlooked its subject.

use super::token::{Deprel, Sentence, Token, Upos};
use crate::lexicon::wordnet::{self, Pos};
use crate::lexicon::{adjectives, nouns, opposites};
use crate::measure::is_part;

/// "has yet to be proved": the verb that is yet to come carries the clause, and "has" only helps it.
pub(super) fn carry_by_the_verb(sentence: &mut Sentence, yet: usize) {
    let Some(have) = sentence.head(yet) else { return };
    let verb = sentence.dependent(have, &[Deprel::Xcomp]);
    if let Some(verb) = verb.filter(|_| matches!(sentence.lemma(have), "have" | "be")) {
        sentence.give_place(have, verb, Deprel::Aux, |_, _| true);
    }
}

/// "The talk was boring": what strikes people is said of its subject, unless it says whom it strikes.
pub(super) fn say_how_it_strikes(sentence: &mut Sentence, participle: usize, form: &str) {
    let under_way = sentence
        .token(participle)
        .is_some_and(|t| t.xpos == "VBG" && t.upos == Upos::Verb);
    // "Has been missing since May": nobody misses anything.
    let gone = form == "missing";
    if !under_way || !gone && !adjectives::is_effect(form) {
        return;
    }
    let taken = [
        Deprel::Obj,
        Deprel::Iobj,
        Deprel::Ccomp,
        Deprel::Xcomp,
        Deprel::AuxPass,
        Deprel::Obl,
    ];
    let taken = taken.get(..if gone { 5 } else { 6 }).unwrap_or_default();
    let helping = sentence.dependents(participle, &[Deprel::Aux]);
    let be = helping.last().filter(|&i| sentence.lemma(i) == "be");
    let Some(be) = be.filter(|_| !sentence.has(participle, taken)) else {
        return;
    };
    sentence.hang(be, participle, Deprel::Cop);
    if let Some(token) = sentence.tokens.get_mut(participle) {
        (token.upos, token.xpos) = (Upos::Adj, "JJ");
        form.clone_into(&mut token.lemma);
    }
}

/// "has the means to be a supplier": what "to be" makes a clause hangs on the word before it and is nobody's subject.
pub(super) fn carry_a_clause(sentence: &mut Sentence, predicate: usize) {
    let subject = sentence
        .token(predicate)
        .is_some_and(|t| matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj));
    let mark = sentence.dependent(predicate, &[Deprel::Mark]);
    let Some(mark) = mark.filter(|_| subject && sentence.has(predicate, &[Deprel::Cop])) else {
        return;
    };
    let infinitive = sentence.lemma(mark) == "to" && mark < predicate;
    let Some(above) = mark.checked_sub(1).filter(|_| infinitive) else {
        return;
    };
    match sentence.token(above).map(|t| t.upos) {
        Some(Upos::Noun) => sentence.hang(predicate, above, Deprel::Acl),
        Some(Upos::Verb | Upos::Adj) => sentence.hang(predicate, above, Deprel::Xcomp),
        _ => {}
    }
}

/// "is longer than the Vell": what is compared carries the clause, and not what it is compared with.
pub(super) fn carry_the_comparison(sentence: &mut Sentence, other: usize) {
    let hangs = |relation: Deprel| sentence.dependent(other, &[relation]);
    let than = hangs(Deprel::Case).filter(|&i| sentence.lemma(i) == "than");
    let (Some(than), Some(copula)) = (than, hangs(Deprel::Cop)) else {
        return;
    };
    let compared = |i: usize| {
        let token = sentence.token(i);
        token.is_some_and(|t| matches!(t.xpos, "RBR" | "JJR") && t.head == Some(other))
    };
    let Some(by) = than.checked_sub(1).filter(|&i| copula < i && compared(i)) else {
        return;
    };
    sentence.give_place(other, by, Deprel::Obl, |i, t| {
        i < than || t.deprel == Deprel::Punct
    });
    if let Some(token) = sentence.tokens.get_mut(by) {
        (token.upos, token.xpos) = (Upos::Adj, "JJR");
    }
}

/// "Turned off the lamp", "called off the strike": what stands behind a verb with its particle is what that is done to, where
/// the model read a preposition, or nothing that the noun could be.
pub(super) fn take_the_particle(sentence: &mut Sentence, verb: usize) {
    let particle = verb + 1;
    let (lemma, form) = (sentence.lemma(verb), sentence.lemma(particle));
    let known = TAKING.iter().find(|(of, _)| *of == form);
    if known.is_none_or(|(_, verbs)| !verbs.contains(&lemma)) || sentence.has(verb, &[Deprel::Obj]) {
        return;
    }
    let oblique = |t: &Token| t.head == Some(verb) && t.deprel == Deprel::Obl;
    let is_oblique = |n: usize| sentence.token(n).is_some_and(oblique);
    let noun = match sentence.token(particle).map(|t| (t.deprel, t.head)) {
        Some((Deprel::Case, noun)) => noun.filter(|&n| is_oblique(n)),
        Some((Deprel::CompoundPrt, _)) => {
            let mut obliques = sentence.dependents(verb, &[Deprel::Obl]);
            let bare = |n: &usize| !sentence.has(*n, &[Deprel::Case]) && !nouns::is_time(sentence.lemma(*n));
            obliques.find(|&n| n > particle).filter(bare)
        }
        _ => None,
    };
    if let Some(noun) = noun {
        sentence.hang(particle, verb, Deprel::CompoundPrt);
        sentence.hang(noun, verb, Deprel::Obj);
    }
}

/// Particles, each with the verbs that take an object with it and hardly ever go with it as a preposition.
const TAKING: &[(&str, &[&str])] = &[
    ("on", &["turn", "switch"]),
    (
        "off",
        &[
            "turn", "switch", "take", "call", "put", "fend", "ward", "fight", "stave", "hold", "pay", "lay",
            "write", "sell", "cut", "seal", "cordon", "shrug", "shake", "spark", "trigger", "set", "brush",
        ],
    ),
    (
        "out",
        &[
            "rule", "carry", "wipe", "point", "throw", "hand", "sort", "spell", "turn", "put", "set",
            "phase", "single",
        ],
    ),
    (
        "down",
        &[
            "turn", "shut", "close", "strike", "bring", "knock", "shoot", "tear", "track", "hunt", "hand",
            "lay", "put", "gun",
        ],
    ),
    (
        "up",
        &[
            "set", "pick", "give", "take", "blow", "back", "hold", "break", "draw", "step", "bring", "use",
            "call", "sum",
        ],
    ),
];

/// "At most five of the ships sank", "fewer than half of them sank": a number of what is counted that opens a clause without
/// a subject is its subject.
pub(super) fn count_the_subject(sentence: &mut Sentence, number: usize) {
    let Some(verb) = sentence
        .token(number)
        .filter(|t| (t.upos == Upos::Num || t.lemma == "half") && t.deprel == Deprel::Obl)
        .and_then(|t| t.head)
        .filter(|&v| number < v && sentence.token(v).is_some_and(|t| t.upos == Upos::Verb))
    else {
        return;
    };
    let bounded = number.checked_sub(2).is_some_and(|at| {
        let compared = ["few", "fewer", "less", "little", "many", "more", "much"];
        let (first, second) = (sentence.lemma(at), sentence.lemma(at + 1));
        first.eq_ignore_ascii_case("at") && matches!(second, "most" | "least" | "much" | "little")
            || compared.iter().any(|w| first.eq_ignore_ascii_case(w)) && second == "than"
    });
    if bounded && !sentence.has_subject(verb) && sentence.has(number, &[Deprel::Nmod]) {
        sentence.hang(number, verb, sentence.subject_relation(verb));
    }
}

/// "It is not the case that the firm closed": what is or is not the case is a whole clause.
pub(super) fn say_that_it_is_so(sentence: &mut Sentence, that: usize) {
    let case = that - 1;
    let it = sentence
        .dependent(case, &[Deprel::Nsubj])
        .filter(|&i| sentence.lemma(i) == "it" && sentence.has(case, &[Deprel::Cop]));
    let clause = sentence
        .head(that)
        .filter(|&clause| that < clause && sentence.head(clause) == Some(case));
    let (Some(it), Some(clause)) = (it, clause) else {
        return;
    };
    sentence.hang(clause, case, Deprel::Acl);
    sentence.hang(it, case, Deprel::Expl);
    sentence.hang(that, clause, Deprel::Mark);
    if let Some(token) = sentence.tokens.get_mut(that) {
        (token.upos, token.xpos) = (Upos::Sconj, "IN");
    }
}

/// "is due to open": what is due carries the clause, where the model took "due to" for one word.
pub(super) fn carry_what_is_due(sentence: &mut Sentence, due: usize) {
    let (to, verb) = (due + 1, due + 2);
    let tagged = |i: usize, tag: &str| sentence.token(i).is_some_and(|t| t.xpos == tag);
    let marks = sentence.dependents(verb, &[Deprel::Mark]).any(|i| i == due);
    let copula = sentence.dependents(verb, &[Deprel::Cop]).any(|i| i < due);
    if tagged(to, "TO") && tagged(verb, "VB") && marks && copula {
        sentence.give_place(verb, due, Deprel::Xcomp, |i, t| {
            i < due || t.deprel == Deprel::Punct
        });
        sentence.hang(to, verb, Deprel::Mark);
    }
}

/// "Of the sixty passengers, 45 were rescued": what a number is a part of belongs to the number.
pub(super) fn join_the_part(sentence: &mut Sentence, whole: usize) {
    let of = sentence
        .dependents(whole, &[Deprel::Case])
        .any(|i| i < whole && sentence.lemma(i).eq_ignore_ascii_case("of"));
    let Some(verb) = sentence
        .token(whole)
        .filter(|t| of && t.upos == Upos::Noun && t.deprel == Deprel::Obl)
        .and_then(|t| t.head)
    else {
        return;
    };
    let tagged = |i: usize, upos: Upos| sentence.token(i).is_some_and(|t| t.upos == upos);
    let part = sentence
        .dependents(verb, &[Deprel::Nsubj, Deprel::NsubjPass])
        .find(|&i| tagged(i, Upos::Num))
        .filter(|&part| whole < part && part < verb);
    let own = |part: usize| {
        let mut wholes = sentence.dependents(part, &[Deprel::Nmod]);
        wholes.any(|i| tagged(i, Upos::Noun))
    };
    if let Some(part) = part.filter(|&part| !own(part)) {
        sentence.hang(whole, part, Deprel::Nmod);
    }
}

/// "The repairs cost a million": what has a subject before it and an object behind it is a verb, also where the model took it for
/// a noun.
pub(super) fn take_an_object(sentence: &mut Sentence, verb: usize) {
    let subject = sentence.dependent(verb, &[Deprel::Nsubj]).filter(|&s| s < verb);
    let object = sentence.dependent(verb, &[Deprel::Obj]).filter(|&o| verb < o);
    let nominal = sentence.has(verb, &[Deprel::Cop, Deprel::Det, Deprel::Case, Deprel::NmodPoss]);
    let token = sentence
        .tokens
        .get_mut(verb)
        .filter(|t| t.upos == Upos::Noun && t.xpos == "NN");
    if let Some(token) = token
        && subject.and(object).is_some()
        && !nominal
        && wordnet::is_known(&token.lemma, Pos::Verb)
    {
        (token.upos, token.xpos) = (Upos::Verb, "VBD");
    }
}

/// "Was fired by accident": how it was done, and nobody who did it.
pub(super) fn tell_how(sentence: &mut Sentence, by: usize) {
    let noun = sentence.head(by).filter(|&noun| noun == by + 1);
    if let Some(token) = noun.and_then(|noun| sentence.tokens.get_mut(noun))
        && token.deprel == Deprel::OblAgent
        && opposites::is_listed(&format!("by {}", token.lemma), Pos::Adverb)
    {
        token.deprel = Deprel::Obl;
    }
}

/// "Turned violent": what something becomes is done to nobody.
pub(super) fn turn_out(sentence: &mut Sentence, adjective: usize) {
    let own = sentence
        .token(adjective)
        .filter(|t| t.upos == Upos::Adj && t.deprel == Deprel::Obj);
    let verb = own.and_then(|t| t.head);
    let becomes = |v: &usize| {
        matches!(sentence.lemma(*v), "turn" | "go" | "grow" | "fall" | "run") && v + 1 == adjective
    };
    if verb.is_some_and(|v| becomes(&v))
        && let Some(token) = sentence.tokens.get_mut(adjective)
    {
        token.deprel = Deprel::Xcomp;
    }
}

/// "Need not repair it": before "not" and an infinitive, "need" only helps the verb.
pub(super) fn help_the_verb(sentence: &mut Sentence, need: usize) {
    let infinitive = |t: &Token| t.upos == Upos::Verb && t.xpos == "VB";
    let Some(verb) = Some(need + 2)
        .filter(|&v| sentence.lemma(need + 1) == "not" && sentence.token(v).is_some_and(infinitive))
    else {
        return;
    };
    if sentence.token(need).is_none_or(|t| t.head != Some(verb)) {
        return;
    }
    if let Some(subject) = sentence.dependent(need, &[Deprel::Nsubj]) {
        sentence.hang(subject, verb, Deprel::Nsubj);
    }
    sentence.hang(need, verb, Deprel::Aux);
    if let Some(token) = sentence.tokens.get_mut(need) {
        (token.upos, token.xpos) = (Upos::Aux, "MD");
    }
}

/// "Was last repaired in 1990": what was done, and not what it was.
pub(super) fn be_done_last(sentence: &mut Sentence, last: usize) {
    let done = last + 1;
    let participle = |t: &Token| t.upos == Upos::Verb && t.xpos == "VBN";
    let fits = sentence.head(last) == Some(done) && sentence.token(done).is_some_and(participle);
    let Some(be) = sentence.dependent(last, &[Deprel::Cop]).filter(|_| fits) else {
        return;
    };
    sentence.hang(be, done, Deprel::AuxPass);
    if let Some(subject) = sentence.dependent(last, &[Deprel::Nsubj]) {
        sentence.hang(subject, done, Deprel::NsubjPass);
    }
}

/// "Was cleared by a jury of fraud": the fraud is not the jury's.
pub(super) fn accuse_of(sentence: &mut Sentence, charge: usize) {
    let agent = sentence
        .token(charge)
        .filter(|t| t.deprel == Deprel::Nmod)
        .and_then(|t| t.head);
    let verb = agent
        .and_then(|agent| sentence.token(agent))
        .filter(|t| t.deprel == Deprel::OblAgent)
        .and_then(|t| t.head);
    let of = sentence
        .dependent(charge, &[Deprel::Case])
        .is_some_and(|case| sentence.lemma(case) == "of");
    if let Some(verb) = verb.filter(|&verb| of && ACCUSING.contains(&sentence.lemma(verb))) {
        sentence.hang(charge, verb, Deprel::Obl);
    }
}

/// Verbs that are said of somebody with what it is about: "of".
const ACCUSING: [&str; 8] = [
    "absolve",
    "accuse",
    "acquit",
    "clear",
    "convict",
    "exonerate",
    "rob",
    "strip",
];

/// "The stock jumped by a fifth": a part is by how much something changed, and nobody who changed it; then the verb is no
/// participle that wants an auxiliary.
pub(super) fn change_by_a_part(sentence: &mut Sentence, by: usize) {
    let Some(part) = sentence.head(by) else { return };
    let measures = is_part(sentence.lemma(part)) && !sentence.has(part, &[Deprel::Nmod]);
    let Some(verb) = sentence.head(part).filter(|_| measures) else {
        return;
    };
    if let Some(token) = sentence.tokens.get_mut(part)
        && token.deprel == Deprel::OblAgent
    {
        token.deprel = Deprel::Obl;
    }
    let helped = sentence.has(verb, &[Deprel::Aux, Deprel::AuxPass]);
    let bare = sentence.token(verb).is_some_and(|t| t.xpos == "VBN") && !helped;
    if let Some(subject) = sentence.dependent(verb, &[Deprel::NsubjPass]).filter(|_| bare)
        && let Some(token) = sentence.tokens.get_mut(subject)
    {
        token.deprel = Deprel::Nsubj;
        if let Some(token) = sentence.tokens.get_mut(verb) {
            token.xpos = "VBD";
        }
    }
}

/// "Is to stay shut": what stays so is what was done to it, also where the word has one form for both.
pub(super) fn stay_done(sentence: &mut Sentence, word: usize) {
    let token = sentence.token(word);
    let head = token.filter(|t| t.xpos == "VB" && t.deprel == Deprel::Xcomp);
    let stays = head.and_then(|t| t.head).map(|h| sentence.lemma(h));
    let marked = sentence.has(word, &[Deprel::Mark]);
    if matches!(stays, Some("stay" | "remain"))
        && !marked
        && let Some(token) = sentence.tokens.get_mut(word)
    {
        token.xpos = "VBN";
    }
}

#[cfg(test)]
mod tests {
    use crate::text::fixture::relation;
    use crate::text::{Deprel, parse};

    #[test]
    fn what_is_compared_carries_the_clause() {
        let text = "The Orne is longer than the Vell.";
        assert_eq!(relation(text, "longer"), Some((Deprel::Root, "")));
        assert_eq!(relation(text, "Vell"), Some((Deprel::Obl, "longer")));
    }

    #[test]
    fn a_part_is_by_how_much_it_changed() {
        let text = "The firm's stock jumped by nearly a fifth after the announcement.";
        assert_eq!(relation(text, "fifth"), Some((Deprel::Obl, "jumped")));
        assert_eq!(relation(text, "stock"), Some((Deprel::Nsubj, "jumped")));
    }

    #[test]
    fn a_verb_with_its_particle_has_an_object() {
        for (text, object) in [
            ("The union called off the strike.", "strike"),
            ("She called off the wedding.", "wedding"),
        ] {
            assert_eq!(relation(text, object), Some((Deprel::Obj, "called")), "{text}");
        }
        assert_eq!(
            relation("He fell off the ladder.", "ladder"),
            Some((Deprel::Obl, "fell"))
        );
    }

    #[test]
    fn what_has_a_subject_and_an_object_is_a_verb() {
        let text = "She said the repairs cost 400,000 crowns.";
        assert_eq!(relation(text, "crowns"), Some((Deprel::Obj, "cost")));
        let sentence = parse(text).remove(0);
        let cost = sentence.tokens.iter().find(|t| t.lemma == "cost");
        assert_eq!(cost.map(|t| t.upos), Some(crate::text::Upos::Verb));
    }

    #[test]
    fn nobody_is_an_accident() {
        let text = "The gun was fired by accident.";
        assert_eq!(relation(text, "accident"), Some((Deprel::Obl, "fired")));
        let text = "The gun was fired by soldiers.";
        assert_eq!(relation(text, "soldiers"), Some((Deprel::OblAgent, "fired")));
    }

    #[test]
    fn a_jury_is_not_accused() {
        let text = "Lind was cleared by the jury of fraud.";
        assert_eq!(relation(text, "fraud"), Some((Deprel::Obl, "cleared")));
    }

    #[test]
    fn a_number_can_be_the_subject() {
        let text = "At most five of the ships reached the harbour.";
        assert_eq!(relation(text, "five"), Some((Deprel::Nsubj, "reached")));
    }

    #[test]
    fn a_number_is_a_part_of_what_stands_before() {
        let text = "Of the sixty passengers, 45 were rescued.";
        assert_eq!(relation(text, "passengers"), Some((Deprel::Nmod, "45")));
    }

    #[test]
    fn what_is_due_carries_the_clause() {
        let text = "The mill is due to open in May.";
        assert_eq!(relation(text, "due"), Some((Deprel::Root, "")));
        assert_eq!(relation(text, "open"), Some((Deprel::Xcomp, "due")));
    }

    #[test]
    fn what_is_not_the_case_is_a_clause() {
        let text = "It is not the case that the firm closed.";
        assert_eq!(relation(text, "closed"), Some((Deprel::Acl, "case")));
        assert_eq!(relation(text, "that"), Some((Deprel::Mark, "closed")));
    }
}
