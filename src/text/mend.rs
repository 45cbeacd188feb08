//! Mends of a tree where a closed class of words leaves only one reading, and the model took another.

use super::mend_amount::{
    change_by_so_much, count_first, edge_up, go_at_speed, go_up_by, lie_so_far, price_each, tell_by_how_much,
};
use super::mend_beside::{
    be_found, bear_the_name, complete_the_verb, grade_the_verb, narrow_by_age, stand_aside, tell_the_season,
    tell_the_year, tell_when,
};
use super::mend_clause::{
    accuse_of, be_done_last, carry_a_clause, carry_by_the_verb, carry_the_comparison, carry_what_is_due,
    change_by_a_part, count_the_subject, help_the_verb, join_the_part, say_how_it_strikes, say_that_it_is_so,
    stay_done, take_an_object, take_the_particle, tell_how, turn_out,
};
use super::mend_cleft::{pass_over, put_together};
use super::mend_content::{
    be_shown, complete_the_noun, hang_on_its_noun, plan_to, report_what_is_before, stop_short, sum_up,
    tell_the_content,
};
use super::mend_name::{begin_the_name, end_by_adjective, end_the_name, name_by_letter, own_by_name};
use super::mend_order::{be_among, be_worth, call_it_so, do_it_for, sit_there};
use super::mend_subject::{be_counted, be_joined, be_the_subject, be_the_verb, leave_the_subject};
use super::token::{Deprel, Sentence, Token, Upos};
use super::tree::ancestors;

/// Mends the tree of one sentence; `form` gives a word as it stands in the text.
pub(super) fn mend<'t>(sentence: &mut Sentence, form: impl Fn(&Token) -> &'t str) {
    let words: Vec<String> = sentence.tokens.iter().map(|t| form(t).to_lowercase()).collect();
    let word = |i: usize| words.get(i).map_or("", String::as_str);
    count_first(sentence, &words);
    for i in 0..words.len() {
        let before = i.checked_sub(1).map_or("", word);
        if word(i).len() == 1 && word(i) != "i" && sentence.token(i).is_some_and(|t| t.xpos == "NNP") {
            name_by_letter(sentence, i);
        }
        match word(i) {
            "between" => join_between(sentence, i),
            "that" => {
                hang_on_its_noun(sentence, i);
                complete_the_noun(sentence, i);
                if before == "case" {
                    say_that_it_is_so(sentence, i);
                }
            }
            "by" => {
                change_by_a_part(sentence, i);
                tell_how(sentence, i);
            }
            "a" | "an" => price_each(sentence, i, &words),
            "at" => go_at_speed(sentence, i, &words),
            "up" | "down" => edge_up(sentence, i),
            "due" => carry_what_is_due(sentence, i),
            "yet" => carry_by_the_verb(sentence, i),
            "need" => help_the_verb(sentence, i),
            "worth" => be_worth(sentence, i),
            "to" => do_it_for(sentence, i),
            "was" | "were" | "is" | "are" => be_among(sentence, i),
            "last" | "first" => be_done_last(sentence, i),
            "all" | "both" | "half" => count_what_is_owned(sentence, i),
            _ => {}
        }
        if COMMENTS.contains(&(word(i), word(i + 1))) {
            step_aside(sentence, i + 1);
        }
    }
    let capital = |t: &Token| form(t).starts_with(char::is_uppercase);
    own_by_name(sentence, &form);
    let small =
        |t: &Token| matches!(t.upos, Upos::Verb | Upos::Aux) && form(t).starts_with(char::is_lowercase);
    if sentence.tokens.iter().any(small) {
        for i in 1..words.len() {
            if sentence.token(i).is_some_and(capital) && sentence.token(i - 1).is_some_and(capital) {
                end_the_name(sentence, i, &form);
                end_by_adjective(sentence, i, &form);
            }
        }
    }
    for i in 0..words.len() {
        give_up_the_subject(sentence, i);
        tell_when(sentence, i);
        tell_the_year(sentence, i, word(i));
        grade_the_verb(sentence, i);
        tell_the_season(sentence, i);
        complete_the_verb(sentence, i);
        begin_the_name(sentence, i, &form);
        narrow_by_age(sentence, i);
        bear_the_name(sentence, i);
        stand_aside(sentence, i);
        be_found(sentence, i);
        accuse_of(sentence, i);
        stand_before_the_noun(sentence, i);
        carry_a_clause(sentence, i);
        carry_the_comparison(sentence, i);
        count_the_subject(sentence, i);
        take_the_particle(sentence, i);
        take_an_object(sentence, i);
        join_the_part(sentence, i);
        join_gerunds(sentence, i);
        leave_the_subject(sentence, i);
        be_the_subject(sentence, i);
        be_joined(sentence, i);
        be_counted(sentence, i);
        pass_over(sentence, i, &words);
        put_together(sentence, i, &words);
        be_the_verb(sentence, i);
        sit_there(sentence, i);
        call_it_so(sentence, i);
        tell_the_content(sentence, i);
        plan_to(sentence, i);
        stop_short(sentence, i);
        report_what_is_before(sentence, i);
        sum_up(sentence, i);
        be_shown(sentence, i);
        say_how_it_strikes(sentence, i, word(i));
        stay_done(sentence, i);
        turn_out(sentence, i);
        lie_so_far(sentence, i, &words);
        change_by_so_much(sentence, i);
        tell_by_how_much(sentence, i, &words);
        go_up_by(sentence, i, &words);
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

/// "All the king's men": one owner cannot be counted, so all are what he owns.
fn count_what_is_owned(sentence: &mut Sentence, all: usize) {
    let Some(token) = sentence.token(all) else { return };
    let Some(possessor) = token
        .head
        .filter(|_| matches!(token.deprel, Deprel::Det | Deprel::DetPredet))
    else {
        return;
    };
    let owned = sentence
        .token(possessor)
        .filter(|t| t.deprel == Deprel::NmodPoss && matches!(t.xpos, "NN" | "NNP"))
        .and_then(|t| t.head)
        .filter(|&owned| possessor < owned);
    if let Some(owned) = owned {
        sentence.hang(all, owned, Deprel::DetPredet);
    }
}

/// "Trade between Russia and Japan has grown": what stands between is two, so what is joined to the word before is joined
/// to the first of them.
fn join_between(sentence: &mut Sentence, between: usize) {
    let Some(first) = sentence.head(between) else {
        return;
    };
    let Some(noun) = sentence.head(first) else { return };
    let joined = |to: usize| sentence.dependents(to, &[Deprel::Conj]).find(|&i| i > first);
    let plural = sentence
        .token(first)
        .is_some_and(|t| matches!(t.xpos, "NNS" | "NNPS"));
    if noun >= between || plural || joined(first).is_some() {
        return;
    }
    let Some(second) = joined(noun) else { return };
    // Nothing but the conjunction and the second phrase's own words may stand between the two.
    let near = (first + 1..second).all(|i| {
        let mut above = ancestors(&sentence.tokens, i).take(2);
        above.any(|h| h == first || h == second)
    });
    let nouns = [first, second].iter().all(|&i| is_nominal(sentence, i));
    if near && nouns {
        sentence.hang(second, first, Deprel::Conj);
    }
}

/// "For all the council's efforts, ties are poor": a noun that opens its clause under a preposition is no subject where a
/// bare noun stands behind the comma; the two change places.
fn give_up_the_subject(sentence: &mut Sentence, phrase: usize) {
    let subjects = [Deprel::Nsubj, Deprel::NsubjPass];
    let Some((verb, relation)) = sentence
        .token(phrase)
        .filter(|t| subjects.contains(&t.deprel) && t.upos == Upos::Noun)
        .and_then(|t| Some((t.head?, t.deprel)))
    else {
        return;
    };
    let opens = |i: usize| i == 0 || sentence.token(i - 1).is_some_and(|t| t.upos == Upos::Punct);
    let preposition = sentence
        .dependent(phrase, &[Deprel::Case])
        .filter(|&c| opens(c) && c < phrase);
    let comma = (phrase + 1..verb).find(|&i| sentence.lemma(i) == ",");
    let (Some(_), Some(comma)) = (preposition, comma) else {
        return;
    };
    let bare = (comma + 1..verb).find(|&i| {
        let begins = sentence.head(i).is_some_and(|h| h <= comma || h == verb);
        is_nominal(sentence, i) && begins && sentence.is_within(i, phrase)
    });
    let Some(bare) = bare.filter(|&b| !sentence.has(b, &[Deprel::Case, Deprel::Cc])) else {
        return;
    };
    // What stands behind the bare noun belongs to it, and not to anything before the comma.
    for token in sentence.tokens.iter_mut().take(verb).skip(bare + 1) {
        if token.head.is_some_and(|h| h < comma) {
            (token.head, token.deprel) = (Some(bare), Deprel::Nmod);
        }
    }
    sentence.hang(bare, verb, relation);
    sentence.hang(phrase, verb, Deprel::Obl);
}

/// "against US allies": a name between its preposition and a bare noun belongs to the noun.
fn stand_before_the_noun(sentence: &mut Sentence, name: usize) {
    let noun = name + 1;
    let (Some(own), Some(other)) = (sentence.token(name), sentence.token(noun)) else {
        return;
    };
    let beside = own.upos == Upos::Propn
        && other.upos == Upos::Noun
        && matches!(own.deprel, Deprel::Obl | Deprel::Nmod)
        && other.deprel == Deprel::Obl
        && own.head.is_some_and(|h| h < name);
    let with_case = sentence.has(name, &[Deprel::Case]);
    let bare = !sentence
        .dependents(noun, &[Deprel::Case, Deprel::Det])
        .any(|i| i < noun);
    if beside && with_case && bare {
        sentence.give_place(name, noun, Deprel::Compound, |_, t| {
            matches!(t.deprel, Deprel::Case | Deprel::Punct)
        });
    }
}

/// "backing the firm: voting for loans agreed with it, and vetoing others": a gerund is joined to a gerund and not to a
/// participle that narrows a noun.
fn join_gerunds(sentence: &mut Sentence, gerund: usize) {
    let is_gerund = |t: &Token| {
        t.xpos == "VBG" || t.xpos == "NN" && t.lemma.ends_with("ing") && t.deprel == Deprel::Parataxis
    };
    let Some(head) = sentence
        .token(gerund)
        .filter(|t| t.xpos == "VBG" && t.deprel == Deprel::Conj)
        .and_then(|t| t.head)
        .filter(|&h| h < gerund)
    else {
        return;
    };
    let narrows = sentence
        .token(head)
        .is_some_and(|t| t.xpos == "VBN" && t.deprel == Deprel::Acl);
    let Some(above) = ancestors(&sentence.tokens, head)
        .find(|&i| sentence.token(i).is_some_and(is_gerund))
        .filter(|_| narrows)
    else {
        return;
    };
    sentence.hang(gerund, above, Deprel::Conj);
    // "Voting", taken for a noun, is joined to a verb and is one.
    if let Some(token) = sentence.tokens.get_mut(above).filter(|t| t.upos == Upos::Noun) {
        (token.upos, token.xpos) = (Upos::Verb, "VBG");
        if let Some(stem) = token.lemma.strip_suffix("ing") {
            token.lemma = stem.to_owned();
        }
    }
    for token in &mut sentence.tokens {
        if token.head == Some(above) && token.deprel == Deprel::Nmod {
            token.deprel = Deprel::Obl;
        }
    }
}

/// "is not in fact an ally": the noun of the comment gives its place to the noun that was hung on it.
fn step_aside(sentence: &mut Sentence, comment: usize) {
    let Some(noun) = sentence
        .dependents(comment, &[Deprel::Appos, Deprel::Nmod, Deprel::Nsubj])
        .find(|&i| i > comment && is_nominal(sentence, i))
    else {
        return;
    };
    let predicated = |i: usize| sentence.has(i, &[Deprel::Cop, Deprel::Nsubj]);
    if predicated(comment) || predicated(noun) {
        let preposition = comment - 1;
        sentence.give_place(comment, noun, Deprel::Obl, |i, _| i != preposition);
        sentence.hang(preposition, comment, Deprel::Case);
    }
}

fn is_nominal(sentence: &Sentence, word: usize) -> bool {
    let token = sentence.token(word);
    token.is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Pron))
}

#[cfg(test)]
mod tests {
    use crate::text::fixture::relation;
    use crate::text::parse;

    /// The head of a word, by form.
    fn head<'t>(text: &'t str, word: &str) -> Option<&'t str> {
        relation(text, word).map(|(_, head)| head)
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
        assert_eq!(head(text, "Chile"), Some("Norway"));
    }

    #[test]
    fn a_comment_is_no_predicate() {
        let text = "The harbour is not in fact a part of the port.";
        assert_eq!(head(text, "harbour"), Some("part"));
        let text = "For a start, much to the council's chagrin, Acme is not in fact a partner of the port, unlike Baltica Bank.";
        assert_eq!(head(text, "Acme"), Some("partner"));
    }

    #[test]
    fn a_phrase_under_a_preposition_is_no_subject() {
        let text = "For all the council's efforts to cut its costs, rents in the old town have risen.";
        assert_eq!(head(text, "rents"), Some("risen"));
    }

    #[test]
    fn what_to_be_makes_a_clause_is_no_subject() {
        let text = "Chile has the means to be a reliable partner, says Mr Lee, having built up large stocks of copper.";
        assert_eq!(head(text, "partner"), Some("means"));
    }
}
