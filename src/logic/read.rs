//! Reads quantifiers off determiners, numbers and the nouns that count.

use crate::lexicon::function_words::is_definite;
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{degree, kinds};
use crate::logic::amount::{Amount, Exactness};
use crate::logic::count;
use crate::logic::draft::{Draft, Item};
use crate::measure;
use crate::text::{Deprel, Token, Upos};

/// Whether a pronoun stands for the noun that its clause narrows.
pub(super) fn is_relative(token: &Token) -> bool {
    token.upos == Upos::Pron && matches!(token.lemma.as_str(), "who" | "which" | "that" | "whom")
}

/// Whether a word can make one verb with the verb before it.
pub(super) fn is_particle(form: &str) -> bool {
    matches!(
        form,
        "up" | "down"
            | "off"
            | "out"
            | "on"
            | "in"
            | "over"
            | "away"
            | "back"
            | "around"
            | "along"
            | "apart"
            | "about"
    )
}

/// The quantifier below a negation.
pub(super) fn negated(amount: Amount) -> Amount {
    match amount {
        Amount::All | Amount::Both => Amount::NotAll,
        Amount::Many => Amount::Few,
        Amount::No => Amount::Some,
        Amount::Number(low, high, Exactness::Plain) if low <= 1.0 && high >= 1.0 => Amount::No,
        _ => Amount::No,
    }
}

/// What a quantifying word says by itself.
pub(super) fn word_amount(lemma: &str) -> Option<Amount> {
    Some(match lemma {
        word if is_definite(word) => Amount::The,
        "a" | "an" | "another" | "some" | "any" | "either" | "couple" | "group" | "bunch" | "pair"
        | "handful" => Amount::Some,
        "several" | "number" | "various" | "numerous" => Amount::Several,
        "many" | "lot" | "lots" | "dozens" | "plenty" => Amount::Many,
        "most" | "majority" => Amount::Most,
        "all" | "every" | "each" => Amount::All,
        "both" => Amount::Both,
        "few" | "minority" => Amount::Few,
        "no" | "none" => Amount::No,
        "neither" => Amount::Neither,
        "half" => Amount::Share(0.5),
        _ => return None,
    })
}

/// A number with what stands before it ("at least", "exactly"), and how many words that takes.
pub(super) fn number(draft: &Draft<'_>, at: usize) -> Option<(Amount, usize)> {
    let form = draft.word(at);
    let value = measure::quantity_at(&[form.as_str()], 0).and_then(|(_, q)| q.value())?;
    let before = |n: usize| at.checked_sub(n).map_or(String::new(), |i| draft.word(i));
    let (one, two) = (before(1), before(2));
    let bounded = |low, high, words| Some((Amount::Number(low, high, Exactness::Bounded), words));
    let after = |n: usize| draft.word(at + n);
    match (after(1).as_str(), after(2).as_str()) {
        ("or", "more") => return bounded(value, f64::INFINITY, 0),
        ("or", "fewer" | "less") => return bounded(0.0, value, 0),
        _ => {}
    }
    match (two.as_str(), one.as_str()) {
        ("all", "but") => Some((Amount::AllBut, 2)),
        (_, "about" | "around" | "nearly" | "almost" | "approximately" | "roughly" | "some") => None,
        ("at", "least") => bounded(value, f64::INFINITY, 2),
        ("at", "most") | ("up", "to") => bounded(0.0, value, 2),
        ("more", "than") => bounded(value + 1.0, f64::INFINITY, 2),
        ("fewer" | "less", "than") => bounded(0.0, (value - 1.0).max(0.0), 2),
        (_, "exactly" | "just" | "only" | "precisely") => bounded(value, value, 1),
        (_, "over" | "above") => bounded(value + 1.0, f64::INFINITY, 1),
        (_, "under" | "below") => bounded(0.0, (value - 1.0).max(0.0), 1),
        _ if (value - 1.0).abs() < f64::EPSILON => Some((Amount::Some, 0)),
        _ => Some((Amount::Number(value, value, Exactness::Plain), 0)),
    }
}

/// Reads all quantifiers of a sentence.
pub(super) fn amounts(draft: &mut Draft<'_>) {
    for at in 0..draft.items.len() {
        count::counted(draft, at);
    }
    for at in 0..draft.items.len() {
        determined(draft, at);
    }
    for at in 0..draft.items.len() {
        pronoun(draft, at);
        floating(draft, at);
    }
}

/// What the determiners and numbers before a noun say.
fn determined(draft: &mut Draft<'_>, at: usize) {
    let Some(token) = draft.tokens.get(at) else { return };
    let Some(preset) = draft.items.get(at).filter(|x| !x.gone).map(|x| x.amount) else {
        return;
    };
    let mut amount = match token.upos {
        // "Unemployment rose": there is but one.
        Upos::Noun if token.xpos == "NN" || is_total(draft, at) => Amount::Mass,
        Upos::Noun | Upos::Adj | Upos::Num => Amount::Bare,
        Upos::Pron if preset != Amount::Bare => Amount::Bare,
        Upos::Propn | Upos::Pron => Amount::The,
        _ => return,
    };
    let is_predicate = draft.child(at, |x, _| x.rel == Deprel::Cop).is_some();
    let mut negation = false;
    let children = draft.children(at);
    for &child in children.iter().filter(|&&child| child < at) {
        let Some(item) = draft.items.get(child).filter(|x| !x.gone).cloned() else {
            continue;
        };
        if let Some(found) = quantifier(draft, child, &item) {
            amount = stronger(amount, modified(draft, (at, child), found, is_predicate));
            if item.rel != Deprel::NmodPoss {
                draft.drop(child);
            }
        } else if item.rel == Deprel::Advmod && !is_predicate {
            match item.lemma.as_str() {
                // "The senate, not the president": it is not said of him.
                "not" if draft.rel(at) == Some(Deprel::Conj) => continue,
                "not" => negation = true,
                "only" | "just" => amount = only(amount),
                _ => continue,
            }
            draft.drop(child);
        }
    }
    if negation {
        amount = negated(amount);
    }
    // "Not a single man left".
    if amount == Amount::No
        && let Some(single) = draft.child(at, |x, _| x.rel == Deprel::Amod && x.lemma == "single")
    {
        draft.drop(single);
    }
    // "Only dogs".
    let before = at.checked_sub(1).map_or(String::new(), |i| draft.word(i));
    if before == "only" && children.is_empty() && token.upos == Upos::Noun {
        amount = Amount::Only;
    }
    draft.set(at, |x| {
        if matches!(x.amount, Amount::Bare | Amount::Mass) || x.amount == Amount::Some && amount == Amount::No
        {
            x.amount = amount;
        }
    });
}

/// "Sales rose": things that go up and down as one.
fn is_total(draft: &Draft<'_>, at: usize) -> bool {
    let moves = |verb: usize| {
        let change = draft
            .items
            .get(verb)
            .and_then(|x| degree::change(&x.lemma, Pos::Verb));
        change.is_some_and(|c| !c.fortune)
    };
    draft
        .items
        .get(at)
        .is_some_and(|x| x.rel == Deprel::Nsubj && x.head.is_some_and(moves) && !kinds::is_known(&x.lemma))
}

/// What a word before a noun says of how many.
fn quantifier(draft: &mut Draft<'_>, child: usize, item: &Item) -> Option<Amount> {
    match item.rel {
        Deprel::Det | Deprel::DetPredet | Deprel::CcPreconj => word_amount(&item.lemma),
        Deprel::Amod => {
            let quantifies = matches!(
                item.lemma.as_str(),
                "many" | "few" | "several" | "most" | "numerous" | "various" | "all" | "both"
            );
            word_amount(&item.lemma).filter(|_| quantifies)
        }
        Deprel::NmodPoss => Some(Amount::The),
        Deprel::Nummod => {
            let (amount, words) = number(draft, child)?;
            (1..=words)
                .filter_map(|n| child.checked_sub(n))
                .for_each(|i| draft.drop(i));
            draft.children(child).into_iter().for_each(|i| draft.drop(i));
            Some(amount)
        }
        _ => None,
    }
}

/// A quantifier with what stands before it: "not every", "nearly all", "at least a few".
fn modified(
    draft: &mut Draft<'_>,
    (noun, child): (usize, usize),
    found: Amount,
    is_predicate: bool,
) -> Amount {
    let word = |draft: &Draft<'_>, n: usize| child.checked_sub(n).map_or(String::new(), |i| draft.word(i));
    let before = word(draft, 1);
    // "Not every man left"; what is not a man is denied to be one.
    let own_not = !is_predicate
        && draft.rel(noun) != Some(Deprel::Conj)
        && child.checked_sub(1).is_some_and(|i| {
            // A "not" that was read already counts once.
            let read = draft.items.get(i).is_some_and(|x| x.gone);
            // "Not a single one": the word between is not what is denied.
            let between = |h: usize| child < h && h < noun;
            let own =
                |t: &Token| t.head == Some(noun) || t.head == Some(child) || t.head.is_some_and(between);
            !read && draft.tokens.get(i).is_some_and(own)
        });
    let (amount, used) = match (found, before.as_str()) {
        // "A few", "quite a few".
        (Amount::Few, "a") => (Amount::Some, 0),
        (Amount::All, "nearly" | "almost") => (Amount::Most, 0),
        (Amount::Some | Amount::Several, "hardly" | "scarcely")
        | (Amount::No, "almost" | "virtually" | "practically") => (Amount::Few, 0),
        (Amount::Some, "just" | "only" | "exactly" | "precisely") => {
            (Amount::Number(1.0, 1.0, Exactness::Bounded), 1)
        }
        (found, "not") if own_not => (negated(found), 1),
        (found, _) => (found, 0),
    };
    let article = usize::from(before == "a");
    let least = word(draft, 1 + article) == "least" && word(draft, 2 + article) == "at";
    let dropped = if least {
        article + 1..=article + 2
    } else {
        1..=used
    };
    dropped
        .filter_map(|n| child.checked_sub(n))
        .for_each(|i| draft.drop(i));
    amount
}

/// Of several the strongest speaks: "all the men", "a few", "these two men", "no two".
fn stronger(amount: Amount, found: Amount) -> Amount {
    match (amount, found) {
        (Amount::Some, Amount::The) => amount,
        (Amount::Bare | Amount::Mass | Amount::The | Amount::Some, found) => found,
        (_, Amount::AllBut) => found,
        (amount, _) => amount,
    }
}

fn only(amount: Amount) -> Amount {
    match amount {
        Amount::Number(low, _, _) => Amount::Number(low, low, Exactness::Bounded),
        Amount::Bare | Amount::Mass => Amount::Only,
        other => other,
    }
}

/// "Nobody", "everyone", "something".
fn pronoun(draft: &mut Draft<'_>, at: usize) {
    let Some(item) = draft.items.get(at) else { return };
    let (kind, amount) = match item.lemma.as_str() {
        "nobody" | "noone" | "no-one" => ("person", Amount::No),
        "nothing" => ("thing", Amount::No),
        "everybody" | "everyone" => ("person", Amount::All),
        "everything" => ("thing", Amount::All),
        "somebody" | "someone" | "anybody" | "anyone" => ("person", Amount::Some),
        "something" | "anything" => ("thing", Amount::Some),
        "one" if item.amount == Amount::No => ("person", Amount::No),
        "people" => ("person", item.amount),
        "none" => ("one", Amount::No),
        _ => return,
    };
    let before = at.checked_sub(1).map_or(String::new(), |i| draft.word(i));
    let changed = match (before.as_str(), amount) {
        ("not", Amount::All) => Some(Amount::NotAll),
        ("hardly" | "scarcely" | "barely", Amount::Some)
        | ("almost" | "virtually" | "practically", Amount::No) => Some(Amount::Few),
        _ => None,
    };
    draft.set(at, |x| {
        kind.clone_into(&mut x.lemma);
        x.amount = changed.unwrap_or(amount);
    });
    if changed.is_some() {
        draft.drop(at - 1);
    }
}

/// "The people all voted", "they both left".
fn floating(draft: &mut Draft<'_>, at: usize) {
    let Some(item) = draft.items.get(at).cloned() else {
        return;
    };
    if item.gone || !matches!(item.rel, Deprel::Advmod | Deprel::Det) {
        return;
    }
    let amount = match item.lemma.as_str() {
        "all" | "each" => Amount::All,
        "both" => Amount::Both,
        _ => return,
    };
    let Some(head) = item.head else { return };
    let subject = draft.child(head, |x, _| matches!(x.rel, Deprel::Nsubj | Deprel::NsubjPass));
    if let Some(subject) = subject.filter(|&s| s < at) {
        draft.set(subject, |x| x.amount = amount);
        draft.drop(at);
    }
}
