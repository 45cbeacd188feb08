//! The baseline: stemmed word overlap with a negation regex. It reads nothing.

use std::collections::BTreeSet;

use crosscheck::Stance;

/// Words that carry no matter of their own.
const STOP: &str = "a an the of in on at to for from by with and or but is are was were be been being has have had do does did \
    that this these those it its he she they his her their as into than then there which who whom while will would";

/// Words that a negation regex would look for; "n't" is found at the end of a word.
const NEGATIONS: &str = "no not never none nobody nothing neither nor without cannot denies denied deny hardly barely false fake hoax";

/// The share of the second text's words, in thousandths, that make two texts agree.
const ENOUGH: usize = 700;

/// agree, conflict or neutral, by words alone.
pub(crate) fn relation(a: &str, b: &str) -> &'static str {
    let (x, y) = (stems(a), stems(b));
    let shared = y.intersection(&x).count();
    if y.is_empty() || shared * 1000 < ENOUGH * y.len() {
        "neutral"
    } else if negations(a) % 2 == negations(b) % 2 {
        "agree"
    } else {
        "conflict"
    }
}

/// The share of the second text's words that the first has.
pub(crate) fn share(a: &str, b: &str) -> f64 {
    let (x, y) = (stems(a), stems(b));
    y.intersection(&x).count() as f64 / y.len().max(1) as f64
}

/// Which way two texts lean, in thousandths: above 0 towards agreement.
pub(crate) fn lean(a: &str, b: &str) -> i32 {
    let (x, y) = (stems(a), stems(b));
    let shared = y.intersection(&x).count() * 1000 / y.len().max(1);
    let same = negations(a) % 2 == negations(b) % 2;
    if same {
        shared as i32 - ENOUGH as i32
    } else {
        -1000
    }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
}

fn stems(text: &str) -> BTreeSet<String> {
    let matters = |w: &String| {
        !STOP
            .split_whitespace()
            .chain(NEGATIONS.split_whitespace())
            .any(|s| s == w)
    };
    words(text).filter(matters).map(|w| stem(&w)).collect()
}

/// Cuts the commonest endings.
fn stem(word: &str) -> String {
    let cut = ["'s", "’s", "ing", "ied", "ies", "ed", "es", "s", "ly"]
        .iter()
        .find_map(|e| {
            let rest = word.strip_suffix(e)?;
            (rest.len() > 2).then_some(rest)
        });
    cut.unwrap_or(word).to_owned()
}

fn negations(text: &str) -> usize {
    let negates =
        |w: &String| w.ends_with("n't") || w.ends_with("n’t") || NEGATIONS.split_whitespace().any(|n| n == w);
    words(text).filter(negates).count()
}

/// Words that a hedge regex would look for.
const HEDGES: &str = "reportedly allegedly alleged rumor rumour rumored rumoured claim claims claimed report reports may might \
    could possibly says said";

/// Words that a refutation regex would look for, besides the negations.
const REFUTATIONS: &str = "hoax fake false debunked debunks denies denied deny untrue myth bogus";

/// The share of the claim's words, in thousandths, that make a document speak of it.
const ABOUT: usize = 400;

/// What a document does with a claim, by words alone.
pub(crate) fn stance(document: &str, claim: &str) -> Stance {
    let (x, y) = (stems(document), stems(claim));
    let among = |list: &str| words(document).any(|w| list.split_whitespace().any(|l| l == w));
    if y.is_empty() || y.intersection(&x).count() * 1000 < ABOUT * y.len() {
        Stance::Silent
    } else if among(REFUTATIONS) || words(document).take(30).any(|w| w == "not" || w.ends_with("n't")) {
        Stance::Denies
    } else if among(HEDGES) || document.trim_end().ends_with('?') {
        Stance::Reports
    } else {
        Stance::Affirms
    }
}
