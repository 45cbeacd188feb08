//! What counts what is of it: "one of the men", "a third of them", "all but two of the ninety".

use crate::lexicon::negation;
use crate::logic::amount::{Amount, Exactness};
use crate::logic::draft::Draft;
use crate::logic::read::{negated, number, word_amount};
use crate::measure::{self, Dimension};
use crate::text::{Deprel, Upos};

/// Nouns that count what is of them.
const COUNTING: &str = "lot lots number majority minority couple half dozens plenty group bunch pair handful third quarter \
    fifth sixth eighth tenth percent";

/// "One of the men", "a lot of men", "none of them": what is counted takes the place of what counts it.
pub(super) fn counted(draft: &mut Draft<'_>, at: usize) {
    let Some(token) = draft.tokens.get(at) else { return };
    let lemma = token.lemma.to_lowercase();
    let quantifies = match token.upos {
        Upos::Noun => COUNTING.split_whitespace().any(|w| w == lemma),
        Upos::Num => true,
        _ => lemma == "one" || word_amount(&lemma).is_some_and(|amount| amount != Amount::The),
    };
    if !quantifies {
        return;
    }
    let of = |i: usize| {
        let case = draft.child(i, |x, _| x.rel == Deprel::Case && x.lemma == "of");
        case.is_some() && matches!(draft.rel(i), Some(Deprel::Nmod | Deprel::Obl))
    };
    let Some(noun) = draft.children(at).into_iter().find(|&i| of(i)) else {
        return;
    };
    let Some(amount) = said(draft, at, &lemma) else {
        return;
    };
    let hardly = draft
        .child(at, |x, _| x.rel == Deprel::Advmod && negation::weak(&x.lemma))
        .is_some();
    let amount = if hardly { Amount::Few } else { amount };
    let denied = at > 0 && draft.word(at - 1) == "not";
    let none = draft
        .child(at, |x, _| x.rel == Deprel::Det && x.lemma == "no")
        .is_some();
    // "All but two of them": what the tree builds on "all" is said of them.
    let all = (amount == Amount::AllBut).then(|| at.checked_sub(2)).flatten();
    let lead = all.filter(|&all| draft.items.get(at).is_some_and(|x| x.head == Some(all)));
    let Some((head, rel)) = draft.items.get(lead.unwrap_or(at)).map(|x| (x.head, x.rel)) else {
        return;
    };
    if let Some(all) = all {
        (all..at).for_each(|i| draft.drop(i));
    }
    hand_over(draft, at, noun);
    let whole = draft.child(noun, |x, _| x.rel == Deprel::Nummod);
    let amount = of_whole(amount, whole.and_then(|w| number(draft, w)).map(|(a, _)| a));
    let counts = matches!(
        amount,
        Amount::Number(..) | Amount::Share(_) | Amount::AllBut | Amount::Most | Amount::Few
    );
    if counts && let Some(whole) = whole {
        draft.drop(whole);
    }
    draft.set(noun, |x| {
        x.head = head;
        x.rel = rel;
        x.amount = match (none, denied) {
            (true, _) => Amount::No,
            _ if whole.is_some() && !counts => Amount::Bare,
            (_, true) => negated(amount),
            _ => amount,
        };
    });
    draft.drop(at);
}

/// How many a word says that stands before "of".
fn said(draft: &mut Draft<'_>, at: usize, lemma: &str) -> Option<Amount> {
    let token = draft.tokens.get(at)?;
    match lemma {
        "few" => {
            let article = draft.child(at, |x, _| x.rel == Deprel::Det && x.lemma == "a");
            Some(article.map_or(Amount::Few, |_| Amount::Some))
        }
        "one" => {
            let told = |a: Amount| matches!(a, Amount::AllBut | Amount::Number(_, _, Exactness::Bounded));
            let bounded = number(draft, at).filter(|&(a, _)| told(a));
            Some(bounded.map_or(Amount::Some, |(a, _)| a))
        }
        _ if token.upos == Upos::Num => number(draft, at).map(|(a, _)| a),
        "half" => Some(half(draft, at)),
        _ => word_amount(lemma).or_else(|| part(draft, at)),
    }
}

/// What hangs on a word that counts hangs on what it counts; articles and the like are read.
fn hand_over(draft: &mut Draft<'_>, at: usize, noun: usize) {
    for child in draft.children(at) {
        let read = child < at
            && matches!(
                draft.rel(child),
                Some(Deprel::Det | Deprel::Advmod | Deprel::Amod | Deprel::Nummod)
            );
        draft.set(child, |x| {
            x.gone |= read;
            x.head = Some(noun);
        });
    }
    if let Some(case) = draft.child(noun, |x, _| x.rel == Deprel::Case && x.lemma == "of") {
        draft.drop(case);
    }
}

/// "A third of the ninety" are thirty.
fn of_whole(amount: Amount, whole: Option<Amount>) -> Amount {
    let (Amount::Share(part), Some(Amount::Number(low, high, Exactness::Plain))) = (amount, whole) else {
        return amount;
    };
    let (low, high) = (part * low, part * high);
    if (low - low.round()).abs() < 1e-6 && (high - high.round()).abs() < 1e-6 {
        Amount::Number(low.round(), high.round(), Exactness::Plain)
    } else {
        Amount::Number(low.floor(), high.ceil(), Exactness::Bounded)
    }
}

/// "A third of them", "forty percent of them".
fn part(draft: &Draft<'_>, at: usize) -> Option<Amount> {
    let forms: Vec<&str> = draft.tokens.iter().map(|t| t.form(draft.text)).collect();
    let read = |start: usize| {
        let (words, quantity) = measure::quantity_at(&forms, start)?;
        let part = quantity.value().filter(|v| (0.0..1.0).contains(v))?;
        (quantity.unit.dimension == Dimension::Share && start + words == at + 1).then_some(part)
    };
    (at.saturating_sub(2)..=at).find_map(read).map(Amount::Share)
}

/// "Half of them", "more than half", "fewer than half".
fn half(draft: &mut Draft<'_>, at: usize) -> Amount {
    let before = |n: usize| at.checked_sub(n).map_or(String::new(), |i| draft.word(i));
    let (amount, words) = match (before(2).as_str(), before(1).as_str()) {
        ("more", "than") => (Amount::Most, 2),
        ("fewer" | "less", "than") => (Amount::Few, 2),
        (_, "over") => (Amount::Most, 1),
        (_, "under") => (Amount::Few, 1),
        _ => (Amount::Share(0.5), 0),
    };
    (1..=words)
        .filter_map(|n| at.checked_sub(n))
        .for_each(|i| draft.drop(i));
    amount
}
