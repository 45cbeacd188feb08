//! Cleft sentences: "it was Lena who signed" tells that Lena signed.

use super::token::{Deprel, Sentence, Upos};

/// "It was Lena, not her brother, who signed", "it was not her brother but Lena": what is told behind both is told of the one that
/// it was.
pub(super) fn pass_over(sentence: &mut Sentence, other: usize, words: &[String]) {
    let Some(one) = sentence
        .token(other)
        .filter(|t| t.deprel == Deprel::Conj)
        .and_then(|t| t.head)
    else {
        return;
    };
    let word = |i: usize| words.get(i).map(String::as_str);
    let not = |noun: usize| {
        let mut adverbs = sentence.dependents(noun, &[Deprel::Advmod]);
        adverbs.any(|i| i < noun && word(i) == Some("not"))
    };
    let but = sentence
        .dependents(other, &[Deprel::Cc])
        .any(|i| word(i) == Some("but"));
    let it = sentence
        .dependent(one, &[Deprel::Nsubj])
        .is_some_and(|i| word(i) == Some("it"));
    let was = match (not(one), not(other)) {
        (false, true) => one,
        (true, false) if but => other,
        _ => return,
    };
    if !it || !sentence.has(one, &[Deprel::Cop]) {
        return;
    }
    let told = |verb: &usize| {
        sentence
            .token(*verb)
            .is_some_and(|t| matches!(t.head, Some(h) if h == one || h == other))
            && sentence
                .dependents(*verb, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obj])
                .any(|i| matches!(word(i), Some("who" | "that" | "which")))
    };
    if let Some(verb) = (other + 1..sentence.tokens.len()).find(told) {
        sentence.hang(verb, was, Deprel::AclRelcl);
    }
}

/// "It was the watchman, Pieter Saul, who rang", "it is not the price that worries buyers", "it was in Oslo that they met": a plain
/// sentence, taken apart to stress one part of it.
pub(super) fn put_together(sentence: &mut Sentence, verb: usize, words: &[String]) {
    let word = |i: usize| words.get(i).map_or("", String::as_str);
    let relatives = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obj, Deprel::Mark];
    let relative = sentence
        .dependents(verb, &relatives)
        .find(|&i| i < verb && matches!(word(i), "who" | "that" | "which"));
    let (Some(relative), true) = (
        relative,
        sentence.token(verb).is_some_and(|t| t.deprel == Deprel::AclRelcl),
    ) else {
        return;
    };
    let Some(told) = sentence.head(verb).map(|head| first_of_names(sentence, head)) else {
        return;
    };
    let it = sentence
        .dependent(told, &[Deprel::Nsubj, Deprel::Expl])
        .filter(|&i| word(i) == "it");
    let (Some(it), Some(was)) = (it, sentence.dependent(told, &[Deprel::Cop])) else {
        return;
    };
    let cased = sentence.has(told, &[Deprel::Case]);
    let not = sentence
        .dependents(told, &[Deprel::Advmod])
        .find(|&i| i < told && matches!(word(i), "not" | "n't" | "n’t" | "never"));
    let named = sentence.token(told).is_some_and(|t| t.upos == Upos::Propn);
    let joined = sentence.has(told, &[Deprel::Conj]);
    // "It is a firm that makes cars" tells what something is.
    let stressed = word(relative) == "who" || named || cased || not.is_some();
    if !stressed || joined {
        return;
    }
    let relation = match sentence.token(relative).map(|t| t.deprel) {
        Some(Deprel::Mark) if !cased => return,
        Some(Deprel::Mark) => Deprel::Obl,
        Some(relation) => relation,
        None => return,
    };
    let of_noun = [
        Deprel::Det,
        Deprel::Amod,
        Deprel::Nmod,
        Deprel::NmodPoss,
        Deprel::NmodDesc,
        Deprel::Nummod,
        Deprel::Compound,
        Deprel::Flat,
        Deprel::Appos,
        Deprel::Acl,
        Deprel::AclRelcl,
        Deprel::Case,
    ];
    let grades = |i: usize| i > was && Some(i) != not;
    sentence.give_place(told, verb, relation, |i, token| {
        !(of_noun.contains(&token.deprel) || token.deprel == Deprel::Advmod && grades(i))
    });
    for i in [it, was, relative] {
        sentence.hang(i, verb, Deprel::Discourse);
    }
}

/// The noun that a name stands beside: "the watchman, Pieter Saul".
fn first_of_names(sentence: &Sentence, noun: usize) -> usize {
    let beside = sentence.token(noun).filter(|t| t.deprel == Deprel::Appos);
    beside.and_then(|t| t.head).unwrap_or(noun)
}

#[cfg(test)]
mod tests {
    use crate::text::Deprel;
    use crate::text::fixture::relation;

    #[test]
    fn what_it_was_did_it() {
        let text = "It was Lena, not her brother, who signed the letter.";
        assert_eq!(relation(text, "signed"), Some((Deprel::AclRelcl, "Lena")));
        let text = "It was not Tom but Lena who signed.";
        assert_eq!(relation(text, "signed"), Some((Deprel::AclRelcl, "Lena")));
    }

    #[test]
    fn a_cleft_sentence_is_a_plain_one() {
        let text = "It was the watchman, Pieter Saul, who rang the emergency line.";
        assert_eq!(relation(text, "watchman"), Some((Deprel::Nsubj, "rang")));
        assert_eq!(relation(text, "Pieter"), Some((Deprel::Appos, "watchman")));
        let text = "It is not the price that worries buyers.";
        assert_eq!(relation(text, "price"), Some((Deprel::Nsubj, "worries")));
        assert_eq!(relation(text, "not"), Some((Deprel::Advmod, "worries")));
        let text = "It was in Oslo that the two banks signed the deal.";
        assert_eq!(relation(text, "Oslo"), Some((Deprel::Obl, "signed")));
        let text = "It is a firm that makes cars.";
        assert_eq!(relation(text, "makes"), Some((Deprel::AclRelcl, "firm")));
    }
}
