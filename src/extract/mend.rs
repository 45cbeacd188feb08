//! Mends trees where words tell better than the parser did, before anything is read from them.

use super::role;
use crate::text::{Deprel, Sentence, Upos};

/// Mends one sentence.
pub(super) fn mend(sentence: &mut Sentence) {
    for second in 1..sentence.tokens.len() {
        if let Some(first) = named_beside(sentence, second)
            && let Some(token) = sentence.tokens.get_mut(second)
        {
            token.head = Some(first);
            token.deprel = Deprel::Appos;
        }
    }
}

/// "Thanked its sponsor Baltica Bank": a name right behind the object is no second object but says who it is.
fn named_beside(sentence: &Sentence, second: usize) -> Option<usize> {
    let name = sentence.tokens.get(second)?;
    let verb = name
        .head
        .filter(|_| name.deprel == Deprel::Obj && name.upos == Upos::Propn)?;
    let start = (0..=second)
        .rev()
        .take_while(|&i| {
            i == second
                || sentence
                    .tokens
                    .get(i)
                    .is_some_and(|t| t.head == Some(second) && t.upos == Upos::Propn)
        })
        .last()?;
    let first = start.checked_sub(1)?;
    let noun = sentence.tokens.get(first)?;
    let object = matches!(noun.deprel, Deprel::Obj | Deprel::Iobj) && noun.head == Some(verb);
    let gives = role::hands_over(&sentence.tokens.get(verb)?.lemma);
    (object && noun.upos == Upos::Noun && !gives).then_some(first)
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
        mend(&mut sentence);
        assert_eq!(
            (sentence.tokens[5].head, sentence.tokens[5].deprel),
            (Some(3), Deprel::Appos)
        );
    }
}
