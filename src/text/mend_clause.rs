//! Mends of a tree where the model took another word for the one that carries a clause, or overlooked its subject.

use super::token::{Deprel, Token, Upos};

/// "has yet to be proved": the verb that is yet to come carries the clause, and "has" only helps it.
pub(super) fn carry_by_the_verb(tokens: &mut [Token], yet: usize) {
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

/// "has the means to be a supplier": what "to be" makes a clause hangs on the word before it and is nobody's subject.
pub(super) fn carry_a_clause(tokens: &mut [Token], predicate: usize) {
    let subject = tokens
        .get(predicate)
        .is_some_and(|t| matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj));
    let own = |relation: Deprel| {
        tokens
            .iter()
            .position(|t| t.head == Some(predicate) && t.deprel == relation)
    };
    let (true, Some(mark), Some(_)) = (subject, own(Deprel::Mark), own(Deprel::Cop)) else {
        return;
    };
    let infinitive = tokens.get(mark).is_some_and(|t| t.lemma == "to") && mark < predicate;
    let above = mark
        .checked_sub(1)
        .filter(|_| infinitive)
        .and_then(|b| tokens.get(b).map(|t| (b, t.upos)));
    let relation = match above {
        Some((_, Upos::Noun)) => Deprel::Acl,
        Some((_, Upos::Verb | Upos::Adj)) => Deprel::Xcomp,
        _ => return,
    };
    let head = above.map(|(b, _)| b);
    if let Some(token) = tokens.get_mut(predicate) {
        (token.head, token.deprel) = (head, relation);
    }
}

/// "is longer than the Vell": what is compared carries the clause, and not what it is compared with.
pub(super) fn carry_the_comparison(tokens: &mut [Token], other: usize) {
    let hangs = |deprel: Deprel| {
        let mut all = tokens.iter().enumerate();
        all.find(|(_, t)| t.head == Some(other) && t.deprel == deprel)
            .map(|(i, _)| i)
    };
    let than = hangs(Deprel::Case).filter(|&i| tokens.get(i).is_some_and(|t| t.lemma == "than"));
    let (Some(than), Some(copula)) = (than, hangs(Deprel::Cop)) else {
        return;
    };
    let compared = |i: usize| {
        let token = tokens.get(i);
        token.is_some_and(|t| matches!(t.xpos, "RBR" | "JJR") && t.head == Some(other))
    };
    let Some(by) = than.checked_sub(1).filter(|&i| copula < i && compared(i)) else {
        return;
    };
    let Some((head, deprel)) = tokens.get(other).map(|t| (t.head, t.deprel)) else {
        return;
    };
    for (i, token) in tokens.iter_mut().enumerate() {
        if i == by {
            (token.head, token.deprel, token.upos, token.xpos) = (head, deprel, Upos::Adj, "JJR");
        } else if i == other {
            (token.head, token.deprel) = (Some(by), Deprel::Obl);
        } else if token.head == Some(other) && (i < than || token.deprel == Deprel::Punct) {
            token.head = Some(by);
        }
    }
}

/// "At most five of the ships sank": a number of what is counted that opens a clause without a subject is its subject.
pub(super) fn count_the_subject(tokens: &mut [Token], number: usize) {
    let Some(verb) = tokens
        .get(number)
        .filter(|t| t.upos == Upos::Num && t.deprel == Deprel::Obl)
        .and_then(|t| t.head)
        .filter(|&v| number < v && tokens.get(v).is_some_and(|t| t.upos == Upos::Verb))
    else {
        return;
    };
    let below = |deprel: Deprel, of: usize| {
        tokens
            .iter()
            .position(|t| t.head == Some(of) && t.deprel == deprel)
    };
    let bounded = number.checked_sub(2).is_some_and(|at| {
        let lemma = |i: usize| tokens.get(i).map_or("", |t| t.lemma.as_str());
        lemma(at).eq_ignore_ascii_case("at") && matches!(lemma(at + 1), "most" | "least" | "much" | "little")
    });
    let subject = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj, Deprel::Expl]
        .into_iter()
        .any(|deprel| below(deprel, verb).is_some());
    if !bounded || subject || below(Deprel::Nmod, number).is_none() {
        return;
    }
    let deprel = if below(Deprel::AuxPass, verb).is_some() {
        Deprel::NsubjPass
    } else {
        Deprel::Nsubj
    };
    if let Some(token) = tokens.get_mut(number) {
        token.deprel = deprel;
    }
}

/// "It is not the case that the firm closed": what is or is not the case is a whole clause.
pub(super) fn say_that_it_is_so(tokens: &mut [Token], that: usize) {
    let case = that - 1;
    let child = |deprel: Deprel| {
        tokens
            .iter()
            .position(|t| t.head == Some(case) && t.deprel == deprel)
    };
    let it = child(Deprel::Nsubj).filter(|&i| tokens.get(i).is_some_and(|t| t.lemma == "it"));
    let (Some(it), Some(_), Some(clause)) = (it, child(Deprel::Cop), tokens.get(that).and_then(|t| t.head))
    else {
        return;
    };
    if !tokens
        .get(clause)
        .is_some_and(|t| t.head == Some(case) && clause > that)
    {
        return;
    }
    if let Some(token) = tokens.get_mut(clause) {
        token.deprel = Deprel::Acl;
    }
    if let Some(token) = tokens.get_mut(that) {
        (token.upos, token.xpos, token.deprel) = (Upos::Sconj, "IN", Deprel::Mark);
    }
    if let Some(token) = tokens.get_mut(it) {
        token.deprel = Deprel::Expl;
    }
}

/// "is due to open": what is due carries the clause, where the model took "due to" for one word.
pub(super) fn carry_what_is_due(tokens: &mut [Token], due: usize) {
    let (to, verb) = (due + 1, due + 2);
    let infinitive = tokens.get(to).is_some_and(|t| t.xpos == "TO")
        && tokens.get(verb).is_some_and(|t| t.xpos == "VB")
        && tokens
            .get(due)
            .is_some_and(|t| t.head == Some(verb) && t.deprel == Deprel::Mark);
    let copula = tokens
        .iter()
        .take(due)
        .any(|t| t.head == Some(verb) && t.deprel == Deprel::Cop);
    let Some((head, deprel)) = tokens
        .get(verb)
        .map(|t| (t.head, t.deprel))
        .filter(|_| infinitive && copula)
    else {
        return;
    };
    for (i, token) in tokens.iter_mut().enumerate() {
        if i == due {
            (token.head, token.deprel) = (head, deprel);
        } else if i == verb {
            (token.head, token.deprel) = (Some(due), Deprel::Xcomp);
        } else if i == to {
            (token.head, token.deprel) = (Some(verb), Deprel::Mark);
        } else if token.head == Some(verb) && (i < due || token.deprel == Deprel::Punct) {
            token.head = Some(due);
        }
    }
}

/// "Of the sixty passengers, 45 were rescued": what a number is a part of belongs to the number.
pub(super) fn join_the_part(tokens: &mut [Token], whole: usize) {
    let of = tokens
        .iter()
        .take(whole)
        .any(|t| t.head == Some(whole) && t.deprel == Deprel::Case && t.lemma.eq_ignore_ascii_case("of"));
    let Some(verb) = tokens
        .get(whole)
        .filter(|t| of && t.upos == Upos::Noun && t.deprel == Deprel::Obl)
        .and_then(|t| t.head)
    else {
        return;
    };
    let part = tokens.iter().position(|t| {
        t.head == Some(verb) && t.upos == Upos::Num && matches!(t.deprel, Deprel::Nsubj | Deprel::NsubjPass)
    });
    let Some(part) = part.filter(|&part| whole < part && part < verb) else {
        return;
    };
    let own = tokens
        .iter()
        .any(|t| t.head == Some(part) && t.deprel == Deprel::Nmod && t.upos == Upos::Noun);
    if let Some(token) = tokens.get_mut(whole).filter(|_| !own) {
        (token.head, token.deprel) = (Some(part), Deprel::Nmod);
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{Deprel, parse};

    /// The relation of a word to its head, by form.
    fn relation(text: &str, word: &str) -> Option<(Deprel, String)> {
        let sentences = parse(text);
        let tokens = &sentences.first()?.tokens;
        let token = tokens.iter().find(|t| t.form(text) == word)?;
        let head = token.head.map_or("", |h| tokens[h].form(text));
        Some((token.deprel, head.to_owned()))
    }

    #[test]
    fn what_is_compared_carries_the_clause() {
        let text = "The Orne is longer than the Vell.";
        assert_eq!(relation(text, "longer"), Some((Deprel::Root, String::new())));
        assert_eq!(relation(text, "Vell"), Some((Deprel::Obl, "longer".to_owned())));
    }

    #[test]
    fn a_number_can_be_the_subject() {
        let text = "At most five of the ships reached the harbour.";
        assert_eq!(
            relation(text, "five"),
            Some((Deprel::Nsubj, "reached".to_owned()))
        );
    }

    #[test]
    fn a_number_is_a_part_of_what_stands_before() {
        let text = "Of the sixty passengers, 45 were rescued.";
        assert_eq!(
            relation(text, "passengers"),
            Some((Deprel::Nmod, "45".to_owned()))
        );
    }

    #[test]
    fn what_is_due_carries_the_clause() {
        let text = "The mill is due to open in May.";
        assert_eq!(relation(text, "due"), Some((Deprel::Root, String::new())));
        assert_eq!(relation(text, "open"), Some((Deprel::Xcomp, "due".to_owned())));
    }

    #[test]
    fn what_is_not_the_case_is_a_clause() {
        let text = "It is not the case that the firm closed.";
        assert_eq!(relation(text, "closed"), Some((Deprel::Acl, "case".to_owned())));
        assert_eq!(relation(text, "that"), Some((Deprel::Mark, "closed".to_owned())));
    }
}
