//! Neutral pairs made of others: a claim with evidence for another claim about the same thing, a claim in which a name or a
//! number was changed for another of its evidence, and of two captions of one picture the one that follows with the one that
//! does not.

use std::collections::{BTreeMap, BTreeSet};

use crate::pairs::{Pair, Set, folded, hash, sentences};

/// Captions: what is entailed by a picture's description cannot entail, nor exclude, what the description leaves open.
pub(crate) fn captions(pairs: Vec<Pair>) -> Set {
    let mut pictures: BTreeMap<&str, Vec<&Pair>> = BTreeMap::new();
    for pair in &pairs {
        pictures.entry(&pair.a).or_default().push(pair);
    }
    let mut made = Vec::new();
    for of_one in pictures.values() {
        for x in of_one.iter().filter(|p| p.label == "agree") {
            for y in of_one.iter().filter(|p| p.label == "neutral") {
                made.push(neutral(y, &x.b, &y.b));
            }
        }
    }
    Set {
        parts: vec![(pairs, 0.6), (made, 0.4)],
    }
}

/// Claims with their evidence.
pub(crate) fn claims(pairs: Vec<Pair>) -> Set {
    let mut topics: BTreeMap<String, Vec<&Pair>> = BTreeMap::new();
    for pair in &pairs {
        if let Some(topic) = topic(pair) {
            topics.entry(topic).or_default().push(pair);
        }
    }
    let (mut any, mut near, mut known) = (Vec::new(), Vec::new(), BTreeSet::new());
    for pair in &pairs {
        let Some(of_topic) = topic(pair).and_then(|t| topics.get(&t)) else {
            continue;
        };
        if !known.insert(folded(&pair.b)) {
            continue;
        }
        let same = |p: &&&Pair| folded(&p.b) == folded(&pair.b);
        let own: BTreeSet<String> = of_topic
            .iter()
            .filter(same)
            .flat_map(|p| sentences(&p.a))
            .collect();
        let most = of_topic.iter().filter(same).map(|p| shared(&p.a, &pair.b)).max();
        let others: Vec<&&Pair> = of_topic
            .iter()
            .filter(|p| sentences(&p.a).is_disjoint(&own))
            .collect();
        if let Some(other) = others.get(hash(&pair.id) as usize % others.len().max(1)) {
            any.push(neutral(pair, &other.a, &pair.b));
        }
        let less = others.iter().filter(|p| Some(shared(&p.a, &pair.b)) < most);
        if let Some(other) = less.max_by_key(|p| (shared(&p.a, &pair.b), std::cmp::Reverse(p.a.len()))) {
            near.push(neutral(pair, &other.a, &pair.b));
        }
    }
    let changed = pairs
        .iter()
        .filter(|p| p.label == "agree")
        .filter_map(changed)
        .collect();
    Set {
        parts: vec![(pairs, 0.0), (any, 0.4), (near, 0.4), (changed, 0.2)],
    }
}

fn neutral(pair: &Pair, a: &str, b: &str) -> Pair {
    Pair {
        a: a.to_owned(),
        b: b.to_owned(),
        label: "neutral".to_owned(),
        ..pair.clone()
    }
}

/// What a claim is about: its article, else the first name in it.
fn topic(pair: &Pair) -> Option<String> {
    pair.page.clone().or_else(|| names(&pair.b).into_iter().next())
}

/// How many words of a claim a text has, in thousandths; the first five letters count.
fn shared(text: &str, claim: &str) -> usize {
    let words = |t: &str| -> BTreeSet<String> {
        let all = t.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 3);
        all.map(|w| w.chars().take(5).collect::<String>().to_lowercase())
            .collect()
    };
    let (own, other) = (words(claim), words(text));
    own.intersection(&other).count() * 1000 / own.len().max(1)
}

/// Words with a capital at the start of a sentence, months, and brackets.
const NO_NAMES: &str = "The A An In It He She His Her This There On At As After They Its For During By And Their LSB RSB \
    LRB RRB From With Since When While Although Following Both Other Some These Many Also To But Of That One January \
    February March April May June July August September October November December";

/// The names in a text: runs of words with a capital, joined by small words.
fn names(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let (mut run, mut joiners): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for word in text.split_whitespace().chain(["."]) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let capital = bare.chars().next().is_some_and(char::is_uppercase) && bare.len() > 1;
        let counts = capital && !NO_NAMES.split_whitespace().any(|w| w == bare);
        if counts {
            run.append(&mut joiners);
            run.push(bare);
        } else if !run.is_empty() && matches!(word, "of" | "the" | "and" | "de" | "von" | "in") {
            joiners.push(word);
            continue;
        }
        if !counts || !word.ends_with(bare) {
            joiners.clear();
            if !run.is_empty() {
                found.push(run.join(" "));
                run.clear();
            }
        }
    }
    found
}

/// The numbers in a text.
fn numbers(text: &str) -> Vec<String> {
    let bare = text
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|w| !w.is_empty() && w.bytes().all(|c| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// The claim with one of its names or numbers changed for another of the evidence, which it does not have.
fn changed(pair: &Pair) -> Option<Pair> {
    let chance = hash(&pair.id) as usize;
    let pick = |of: &[String], by: usize| of.get(chance / by % of.len().max(1)).cloned();
    let has = |text: &str, name: &str| name.split(' ').any(|w| w.len() > 3 && text.contains(w));
    let own_numbers: Vec<String> = numbers(&pair.b)
        .into_iter()
        .filter(|n| pair.a.contains(n.as_str()))
        .collect();
    let (old, new) = if chance.is_multiple_of(3) && !own_numbers.is_empty() {
        let old = pick(&own_numbers, 5)?;
        let others: Vec<String> = numbers(&pair.a)
            .into_iter()
            .filter(|n| n.len() == old.len() && !pair.b.contains(n.as_str()))
            .collect();
        (old, pick(&others, 5)?)
    } else {
        let own: Vec<String> = names(&pair.b)
            .into_iter()
            .filter(|n| pair.a.contains(n.as_str()))
            .collect();
        let others: Vec<String> = names(&pair.a).into_iter().filter(|n| !has(&pair.b, n)).collect();
        (pick(&own, 7)?, pick(&others, 11)?)
    };
    Some(neutral(pair, &pair.a, &pair.b.replace(&old, &new)))
}
