//! Mends of a tree where a closed class of words leaves only one reading, and the model took another.

use super::mend_clause::{
    carry_a_clause, carry_by_the_verb, carry_the_comparison, carry_what_is_due, count_the_subject,
    join_the_part, say_that_it_is_so,
};
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
        if i > 0 && words.get(i - 1).is_some_and(|w| w == "case") && words.get(i).is_some_and(|w| w == "that")
        {
            say_that_it_is_so(tokens, i);
        }
        if words.get(i).is_some_and(|w| w == "due") {
            carry_what_is_due(tokens, i);
        }
        if words.get(i).is_some_and(|w| w == "yet") {
            carry_by_the_verb(tokens, i);
        }
        if words
            .get(i)
            .is_some_and(|w| matches!(w.as_str(), "all" | "both" | "half"))
        {
            count_what_is_owned(tokens, i);
        }
        if let (Some(first), Some(second)) = (words.get(i), words.get(i + 1))
            && COMMENTS.contains(&(first.as_str(), second.as_str()))
        {
            step_aside(tokens, i + 1);
        }
    }
    let capital = |t: &Token| form(t).starts_with(char::is_uppercase);
    let small =
        |t: &Token| matches!(t.upos, Upos::Verb | Upos::Aux) && form(t).starts_with(char::is_lowercase);
    if tokens.iter().any(small) {
        for i in 1..tokens.len() {
            if tokens.get(i).is_some_and(capital) && tokens.get(i - 1).is_some_and(capital) {
                end_the_name(tokens, i, &form);
            }
        }
    }
    for i in 0..tokens.len() {
        give_up_the_subject(tokens, i);
        stand_before_the_noun(tokens, i);
        carry_a_clause(tokens, i);
        carry_the_comparison(tokens, i);
        count_the_subject(tokens, i);
        join_the_part(tokens, i);
        join_gerunds(tokens, i);
    }
}

/// "Harlow Foods has closed": a noun with a capital that a name stands right before is the end of the name, in a sentence that
/// writes its verbs small.
fn end_the_name<'t>(tokens: &mut [Token], noun: usize, form: &impl Fn(&Token) -> &'t str) {
    let named = tokens
        .get(noun - 1)
        .is_some_and(|t| t.upos == Upos::Propn && t.head == Some(noun) && t.deprel == Deprel::Compound);
    if let Some(token) = tokens.get_mut(noun).filter(|t| named && t.upos == Upos::Noun) {
        (token.upos, token.xpos) = (Upos::Propn, "NNP");
        form(token).clone_into(&mut token.lemma);
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

/// "All the king's men": one owner cannot be counted, so all are what he owns.
fn count_what_is_owned(tokens: &mut [Token], all: usize) {
    let Some(possessor) = tokens.get(all).and_then(|t| t.head) else {
        return;
    };
    let possessive = tokens.get(possessor).filter(|t| {
        t.deprel == Deprel::NmodPoss
            && matches!(t.xpos, "NN" | "NNP")
            && t.head.is_some_and(|h| h > possessor)
    });
    if let Some(head) = possessive.and_then(|t| t.head)
        && let Some(token) = tokens.get_mut(all)
        && matches!(token.deprel, Deprel::Det | Deprel::DetPredet)
    {
        (token.head, token.deprel) = (Some(head), Deprel::DetPredet);
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

/// "For all the council's efforts, ties are poor": a noun that opens its clause under a preposition is no subject where a
/// bare noun stands behind the comma; the two change places.
fn give_up_the_subject(tokens: &mut [Token], phrase: usize) {
    let subjects = [Deprel::Nsubj, Deprel::NsubjPass];
    let Some((verb, relation)) = tokens
        .get(phrase)
        .filter(|t| subjects.contains(&t.deprel) && t.upos == Upos::Noun)
        .and_then(|t| Some((t.head?, t.deprel)))
    else {
        return;
    };
    let opens = |i: usize| i == 0 || tokens.get(i - 1).is_some_and(|t| t.upos == Upos::Punct);
    let preposition = tokens
        .iter()
        .position(|t| t.head == Some(phrase) && t.deprel == Deprel::Case)
        .filter(|&c| opens(c) && c < phrase);
    let comma = (phrase + 1..verb).find(|&i| tokens.get(i).is_some_and(|t| t.lemma == ","));
    let (Some(_), Some(comma)) = (preposition, comma) else {
        return;
    };
    let below = |mut i: usize| {
        for _ in 0..tokens.len() {
            match tokens.get(i).and_then(|t| t.head) {
                Some(head) if head == phrase => return true,
                Some(head) => i = head,
                None => return false,
            }
        }
        false
    };
    let bare = (comma + 1..verb).find(|&i| {
        let before = |t: &Token| t.head.is_some_and(|h| h <= comma || h == verb);
        tokens.get(i).is_some_and(|t| is_nominal(t.upos) && before(t)) && (below(i))
    });
    let Some(bare) = bare.filter(|&b| {
        !tokens
            .iter()
            .any(|t| t.head == Some(b) && matches!(t.deprel, Deprel::Case | Deprel::Cc))
    }) else {
        return;
    };
    // What stands behind the bare noun belongs to it, and not to anything before the comma.
    for token in tokens.iter_mut().take(verb).skip(bare + 1) {
        if token.head.is_some_and(|h| h < comma) {
            (token.head, token.deprel) = (Some(bare), Deprel::Nmod);
        }
    }
    if let Some(token) = tokens.get_mut(bare) {
        (token.head, token.deprel) = (Some(verb), relation);
    }
    if let Some(token) = tokens.get_mut(phrase) {
        token.deprel = Deprel::Obl;
    }
}

/// "against US allies": a name between its preposition and a bare noun belongs to the noun.
fn stand_before_the_noun(tokens: &mut [Token], name: usize) {
    let noun = name + 1;
    let (Some(own), Some(other)) = (tokens.get(name), tokens.get(noun)) else {
        return;
    };
    let (head, deprel) = (own.head, own.deprel);
    let beside = own.upos == Upos::Propn
        && other.upos == Upos::Noun
        && matches!(deprel, Deprel::Obl | Deprel::Nmod)
        && other.deprel == Deprel::Obl
        && head.is_some_and(|h| h < name);
    let with_case = tokens
        .iter()
        .any(|t| t.head == Some(name) && t.deprel == Deprel::Case);
    let bare = !tokens
        .iter()
        .take(noun)
        .any(|t| t.head == Some(noun) && matches!(t.deprel, Deprel::Case | Deprel::Det));
    if !beside || !with_case || !bare {
        return;
    }
    for (i, token) in tokens.iter_mut().enumerate() {
        if i == noun {
            (token.head, token.deprel) = (head, deprel);
        } else if i == name {
            (token.head, token.deprel) = (Some(noun), Deprel::Compound);
        } else if token.head == Some(name) && matches!(token.deprel, Deprel::Case | Deprel::Punct) {
            token.head = Some(noun);
        }
    }
}

/// "backing the firm: voting for loans agreed with it, and vetoing others": a gerund is joined to a gerund and not to a
/// participle that narrows a noun.
fn join_gerunds(tokens: &mut [Token], gerund: usize) {
    let is_gerund = |t: &Token| {
        t.xpos == "VBG" || t.xpos == "NN" && t.lemma.ends_with("ing") && t.deprel == Deprel::Parataxis
    };
    let Some(head) = tokens
        .get(gerund)
        .filter(|t| t.xpos == "VBG" && t.deprel == Deprel::Conj)
        .and_then(|t| t.head)
        .filter(|&h| h < gerund)
    else {
        return;
    };
    let narrows = tokens
        .get(head)
        .is_some_and(|t| t.xpos == "VBN" && t.deprel == Deprel::Acl);
    let mut above = head;
    for _ in 0..tokens.len() {
        match tokens.get(above).and_then(|t| t.head).filter(|_| narrows) {
            Some(next) => above = next,
            None => return,
        }
        if tokens.get(above).is_some_and(is_gerund) {
            break;
        }
    }
    if let Some(token) = tokens.get_mut(gerund) {
        token.head = Some(above);
    }
    // "Voting", taken for a noun, is joined to a verb and is one.
    if let Some(token) = tokens.get_mut(above).filter(|t| t.upos == Upos::Noun) {
        (token.upos, token.xpos) = (Upos::Verb, "VBG");
        if let Some(stem) = token.lemma.strip_suffix("ing") {
            token.lemma = stem.to_owned();
        }
    }
    for token in tokens
        .iter_mut()
        .filter(|t| t.head == Some(above) && t.deprel == Deprel::Nmod)
    {
        token.deprel = Deprel::Obl;
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
    fn a_noun_with_a_capital_ends_the_name() {
        let sentences = parse("Harlow Foods will close its plant in Dunmere in October.");
        let foods = sentences.first().and_then(|s| s.tokens.get(1));
        assert_eq!(foods.map(|t| t.xpos), Some("NNP"));
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

    #[test]
    fn a_phrase_under_a_preposition_is_no_subject() {
        let text = "For all the council's efforts to cut its costs, rents in the old town have risen.";
        assert_eq!(head(text, "rents").as_deref(), Some("risen"));
    }

    #[test]
    fn what_to_be_makes_a_clause_is_no_subject() {
        let text = "Chile has the means to be a reliable partner, says Mr Lee, having built up large stocks of copper.";
        assert_eq!(head(text, "partner").as_deref(), Some("means"));
    }
}
