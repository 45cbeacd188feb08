//! Mends of a tree where a closed class of words leaves only one reading, and the model took another.

use super::token::{Deprel, Token, Upos};

/// Mends the tree of one sentence; `form` gives a word as it stands in the text.
pub(super) fn mend<'t>(tokens: &mut [Token], form: impl Fn(&Token) -> &'t str) {
    let words: Vec<String> = tokens.iter().map(|t| form(t).to_lowercase()).collect();
    for i in 0..tokens.len() {
        if words.get(i).is_some_and(|w| w.len() == 1 && w != "i")
            && tokens.get(i).is_some_and(|t| t.xpos == "NNP")
        {
            name_by_letter(tokens, i);
        }
        if words.get(i).is_some_and(|w| w == "between") {
            join_between(tokens, i);
        }
        if words.get(i).is_some_and(|w| w == "that") {
            hang_on_its_noun(tokens, i);
        }
        if words.get(i).is_some_and(|w| w == "yet") {
            carry_by_the_verb(tokens, i);
        }
        if let (Some(first), Some(second)) = (words.get(i), words.get(i + 1))
            && COMMENTS.contains(&(first.as_str(), second.as_str()))
        {
            step_aside(tokens, i + 1);
        }
    }
}

/// Phrases that comment on a clause and never are its predicate.
const COMMENTS: [(&str, &str); 6] = [
    ("in", "fact"),
    ("of", "course"),
    ("in", "particular"),
    ("in", "general"),
    ("for", "example"),
    ("for", "instance"),
];

/// "The report that the army left was false": a clause marked right after a noun is that noun's, where the model hung it
/// beside the noun instead.
fn hang_on_its_noun(tokens: &mut [Token], that: usize) {
    let Some(noun) = that
        .checked_sub(1)
        .filter(|&n| tokens.get(n).is_some_and(|t| t.upos == Upos::Noun))
    else {
        return;
    };
    let Some(mark) = tokens.get(that).filter(|t| t.deprel == Deprel::Mark) else {
        return;
    };
    let (Some(verb), Some(above)) = (mark.head, tokens.get(noun).and_then(|t| t.head)) else {
        return;
    };
    let finite = |t: &Token| matches!(t.xpos, "VBD" | "VBZ" | "VBP");
    let subject = tokens
        .get(noun)
        .is_some_and(|t| matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter));
    if subject
        && verb > that
        && above > verb
        && let Some(token) = tokens.get_mut(verb)
        && finite(token)
        && token.head == Some(above)
    {
        (token.head, token.deprel) = (Some(noun), Deprel::Acl);
        if let Some(token) = tokens.get_mut(noun)
            && token.deprel == Deprel::NsubjOuter
        {
            token.deprel = Deprel::Nsubj;
        }
    }
}

/// "has yet to be proved": the verb that is yet to come carries the clause, and "has" only helps it.
fn carry_by_the_verb(tokens: &mut [Token], yet: usize) {
    let Some(have) = tokens.get(yet).and_then(|t| t.head) else {
        return;
    };
    let Some(verb) = tokens
        .iter()
        .position(|t| t.head == Some(have) && t.deprel == Deprel::Xcomp)
    else {
        return;
    };
    let Some((head, deprel)) = tokens
        .get(have)
        .filter(|t| matches!(t.lemma.as_str(), "have" | "be"))
        .map(|t| (t.head, t.deprel))
    else {
        return;
    };
    for (i, token) in tokens.iter_mut().enumerate() {
        if i == verb {
            (token.head, token.deprel) = (head, deprel);
        } else if i == have {
            (token.head, token.deprel) = (Some(verb), Deprel::Aux);
        } else if token.head == Some(have) {
            token.head = Some(verb);
        }
    }
}

/// "was sold to company C": a letter that is a name belongs to the noun right before it.
fn name_by_letter(tokens: &mut [Token], letter: usize) {
    let Some(noun) = letter.checked_sub(1) else { return };
    let single = |t: &Token| t.upos == Upos::Noun && t.xpos == "NN";
    let (Some(before), Some(own)) = (tokens.get(noun), tokens.get(letter)) else {
        return;
    };
    if !single(before) || before.span.end + 1 != own.span.start {
        return;
    }
    if before.head == Some(letter) {
        let (head, deprel) = (own.head, own.deprel);
        if let Some(before) = tokens.get_mut(noun) {
            (before.head, before.deprel) = (head, deprel);
        }
    }
    for (i, token) in tokens.iter_mut().enumerate() {
        if i == letter {
            (token.head, token.deprel) = (Some(noun), Deprel::Flat);
        } else if i != noun && token.head == Some(letter) {
            token.head = Some(noun);
        }
    }
}

/// "Trade between Russia and Japan has grown": what stands between is two, so what is joined to the word before is joined
/// to the first of them.
fn join_between(tokens: &mut [Token], between: usize) {
    let head_of = |tokens: &[Token], i: usize| tokens.get(i).and_then(|t| t.head);
    let Some(first) = head_of(tokens, between) else {
        return;
    };
    let Some(noun) = head_of(tokens, first) else {
        return;
    };
    let joined = |tokens: &[Token], to: usize| {
        tokens
            .iter()
            .enumerate()
            .find(|(i, t)| *i > first && t.head == Some(to) && t.deprel == Deprel::Conj)
            .map(|(i, _)| i)
    };
    let plural = tokens
        .get(first)
        .is_some_and(|t| matches!(t.xpos, "NNS" | "NNPS"));
    if noun >= between || plural || joined(tokens, first).is_some() {
        return;
    }
    let Some(second) = joined(tokens, noun) else {
        return;
    };
    // Nothing but the conjunction and the second phrase's own words may stand between the two.
    let near = (first + 1..second).all(|i| {
        let heads = [
            head_of(tokens, i),
            head_of(tokens, i).and_then(|h| head_of(tokens, h)),
        ];
        heads.contains(&Some(first)) || heads.contains(&Some(second))
    });
    let nouns = [first, second]
        .iter()
        .all(|&i| tokens.get(i).is_some_and(|t| is_nominal(t.upos)));
    if near
        && nouns
        && let Some(token) = tokens.get_mut(second)
    {
        token.head = Some(first);
    }
}

/// "is not in fact an ally": the noun of the comment gives its place to the noun that was hung on it.
fn step_aside(tokens: &mut [Token], comment: usize) {
    let copula = tokens.iter().any(|t| {
        matches!(t.deprel, Deprel::Cop | Deprel::Nsubj)
            && t.head
                .is_some_and(|h| h == comment || after(tokens, comment) == Some(h))
    });
    let Some(noun) = after(tokens, comment).filter(|_| copula) else {
        return;
    };
    let Some((head, deprel)) = tokens.get(comment).map(|t| (t.head, t.deprel)) else {
        return;
    };
    for (i, token) in tokens.iter_mut().enumerate() {
        if i == noun {
            (token.head, token.deprel) = (head, deprel);
        } else if i == comment {
            (token.head, token.deprel) = (Some(noun), Deprel::Obl);
        } else if token.head == Some(comment) && !(i + 1 == comment && token.deprel == Deprel::Case) {
            token.head = Some(noun);
        } else if i + 1 == comment {
            (token.head, token.deprel) = (Some(comment), Deprel::Case);
        }
    }
}

/// The nominal that hangs on a comment's noun after it.
fn after(tokens: &[Token], comment: usize) -> Option<usize> {
    let hung = |t: &Token| {
        t.head == Some(comment) && matches!(t.deprel, Deprel::Appos | Deprel::Nmod | Deprel::Nsubj)
    };
    tokens
        .iter()
        .enumerate()
        .skip(comment + 1)
        .find(|(_, t)| hung(t) && is_nominal(t.upos))
        .map(|(i, _)| i)
}

fn is_nominal(upos: Upos) -> bool {
    matches!(upos, Upos::Noun | Upos::Propn | Upos::Pron)
}

#[cfg(test)]
mod tests {
    use crate::text::parse;

    /// The head of a word, by form.
    fn head(text: &str, word: &str) -> Option<String> {
        let sentences = parse(text);
        let tokens = &sentences.first()?.tokens;
        let token = tokens.iter().find(|t| t.form(text) == word)?;
        Some(tokens.get(token.head?)?.form(text).to_owned())
    }

    #[test]
    fn what_stands_between_is_two() {
        let text = "Trade between Norway and Chile has increased.";
        assert_eq!(head(text, "Chile").as_deref(), Some("Norway"));
    }

    #[test]
    fn a_comment_is_no_predicate() {
        let text = "The harbour is not in fact a part of the port.";
        assert_eq!(head(text, "harbour").as_deref(), Some("part"));
        let text = "For a start, much to the council's chagrin, Acme is not in fact a partner of the port, unlike Baltica Bank.";
        assert_eq!(head(text, "Acme").as_deref(), Some("partner"));
    }
}
