//! Names: words with a capital that the model took for common ones.

use super::token::{Deprel, Sentence, Token, Upos};

/// Makes a word a name, with its form for its lemma.
fn name<'t>(token: &mut Token, form: &impl Fn(&Token) -> &'t str) {
    (token.upos, token.xpos) = (Upos::Propn, "NNP");
    form(token).clone_into(&mut token.lemma);
}

/// "was sold to company C": a letter that is a name belongs to the noun right before it.
pub(super) fn name_by_letter(sentence: &mut Sentence, letter: usize) {
    let Some(noun) = letter.checked_sub(1) else { return };
    let single = |t: &Token| t.upos == Upos::Noun && t.xpos == "NN";
    let (Some(before), Some(own)) = (sentence.token(noun), sentence.token(letter)) else {
        return;
    };
    if !single(before) || before.span.end + 1 != own.span.start {
        return;
    }
    let above = (before.head == Some(letter)).then_some((own.head, own.deprel));
    for (i, token) in sentence.tokens.iter_mut().enumerate() {
        if i == noun {
            (token.head, token.deprel) = above.unwrap_or((token.head, token.deprel));
        } else if i == letter {
            (token.head, token.deprel) = (Some(noun), Deprel::Flat);
        } else if token.head == Some(letter) {
            token.head = Some(noun);
        }
    }
}

/// "Carmen Osorio": a noun with a capital that a name belongs to begins that name.
pub(super) fn begin_the_name<'t>(sentence: &mut Sentence, noun: usize, form: &impl Fn(&Token) -> &'t str) {
    let named = |t: &Token| t.upos == Upos::Propn && t.head == Some(noun) && t.deprel == Deprel::Flat;
    let goes_on = sentence.token(noun + 1).is_some_and(named);
    let begins = |t: &Token| t.upos == Upos::Noun && form(t).starts_with(char::is_uppercase);
    let token = sentence.tokens.get_mut(noun);
    if let Some(token) = token.filter(|t| goes_on && begins(t)) {
        name(token, form);
    }
}

/// "Harlow Foods has closed": a noun with a capital that a name stands right before is the end of the name, in a sentence that
/// writes its verbs small.
pub(super) fn end_the_name<'t>(sentence: &mut Sentence, noun: usize, form: &impl Fn(&Token) -> &'t str) {
    let named = sentence
        .token(noun - 1)
        .is_some_and(|t| t.upos == Upos::Propn && t.head == Some(noun) && t.deprel == Deprel::Compound);
    let token = sentence.tokens.get_mut(noun);
    if let Some(token) = token.filter(|t| named && t.upos == Upos::Noun) {
        name(token, form);
    }
}

/// "Overtake Harlan Federal": an adjective with a capital behind a name, and before no noun, is its end.
pub(super) fn end_by_adjective<'t>(sentence: &mut Sentence, word: usize, form: &impl Fn(&Token) -> &'t str) {
    let Some(before) = word.checked_sub(1) else { return };
    let named = sentence.token(before).is_some_and(|t| t.upos == Upos::Propn);
    let loose = sentence.token(word).is_some_and(|t| {
        t.upos == Upos::Adj
            && matches!(t.deprel, Deprel::Flat | Deprel::Xcomp | Deprel::Amod)
            && t.head.is_none_or(|head| head < word)
    });
    let alone = !sentence.children(word).any(|_| true);
    if !named || !loose || !alone {
        return;
    }
    sentence.hang(word, before, Deprel::Flat);
    if let Some(token) = sentence.tokens.get_mut(word) {
        name(token, form);
    }
}

/// "Sallow's body": what owns something at the front of a sentence and has no article is a name.
pub(super) fn own_by_name<'t>(sentence: &mut Sentence, form: &impl Fn(&Token) -> &'t str) {
    let capital = |t: &Token| form(t).starts_with(char::is_uppercase);
    let owns = sentence
        .token(0)
        .is_some_and(|t| capital(t) && t.upos == Upos::Adj && t.deprel == Deprel::NmodPoss);
    let marked = sentence.token(1).is_some_and(|t| t.xpos == "POS");
    if let Some(token) = sentence.tokens.first_mut().filter(|_| owns && marked) {
        name(token, form);
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Deprel;
    use crate::text::fixture::relation;

    #[test]
    fn a_name_ends_with_an_adjective() {
        let text = "The group will overtake Harlan Federal and become the biggest bank.";
        assert_eq!(relation(text, "Federal"), Some((Deprel::Flat, "Harlan")));
    }
}
