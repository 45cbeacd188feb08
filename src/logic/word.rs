//! What single words mean for the sentence they stand in.

use crate::align::{Opposition, WordRelation, compare_words, without_particle};
use crate::judgement::Natural;
use crate::lexicon::adjectives::{self, Narrowing};
use crate::lexicon::degree::changed_by;
use crate::lexicon::hedges::{self, Hedge};
use crate::lexicon::signatures::Value;
use crate::lexicon::wordnet::{self, Pos};
use crate::lexicon::{nouns, opposites};
use crate::logic::amount::Amount;
use crate::logic::form::{Bond, Form, Node};
use crate::text::Upos;

/// How a word relates to the one that stands in its place; `None` where that is not known.
pub(super) fn relation(x: &Node, y: &Node) -> Option<Natural> {
    let particle = x.lemma.contains(' ') || y.lemma.contains(' ');
    if x.lemma == y.lemma || !particle && x.words.text.eq_ignore_ascii_case(&y.words.text) {
        return Some(Natural::Equivalence);
    }
    let (p, q) = (x.pos?, y.pos?);
    if x.upos == Upos::Propn || y.upos == Upos::Propn {
        return None;
    }
    let kind = |n: &Node, noun: &str| n.lemma == noun;
    if p == Pos::Noun && q == Pos::Noun {
        match (nouns::is_person(&x.lemma), nouns::is_person(&y.lemma)) {
            (true, _) if kind(y, "person") => return Some(Natural::Forward),
            (_, true) if kind(x, "person") => return Some(Natural::Reverse),
            (false, _) if kind(y, "thing") => return Some(Natural::Forward),
            (_, false) if kind(x, "thing") => return Some(Natural::Reverse),
            // A fierce person may be called a tiger.
            _ if kind(x, "person") || kind(y, "person") => return None,
            _ => {}
        }
    }
    // "Walk around" is a way to walk.
    if p == Pos::Verb && q == Pos::Verb && without_particle(&x.lemma) == without_particle(&y.lemma) {
        return match (x.lemma.contains(' '), y.lemma.contains(' ')) {
            (true, false) => Some(Natural::Forward),
            (false, true) => Some(Natural::Reverse),
            _ => None,
        };
    }
    if p == Pos::Noun && q == Pos::Noun {
        match (is_compound(&x.lemma, &y.lemma), is_compound(&y.lemma, &x.lemma)) {
            (true, _) => return Some(Natural::Forward),
            (_, true) => return Some(Natural::Reverse),
            _ => {}
        }
    }
    // How much "halved" says is told beside other verbs.
    if p == Pos::Verb && q == Pos::Verb && changed_by(&x.lemma) != changed_by(&y.lemma) {
        return None;
    }
    match compare_words(&x.lemma, p, &y.lemma, q).0 {
        WordRelation::Same | WordRelation::Synonym | WordRelation::Derived => Some(Natural::Equivalence),
        WordRelation::Specific | WordRelation::Entails => Some(Natural::Forward),
        WordRelation::General | WordRelation::Entailed => Some(Natural::Reverse),
        // Whether "unhurt" excludes "injured" turns on who was.
        WordRelation::Opposite(_) if p != q => None,
        // What is done and undone is done in turn.
        WordRelation::Opposite(Opposition::Reversive) if p == Pos::Verb => None,
        WordRelation::Opposite(Opposition::Contradictory) => Some(Natural::Negation),
        WordRelation::Opposite(Opposition::Contrary | Opposition::Gradable | Opposition::Reversive) => {
            Some(Natural::Alternation)
        }
        WordRelation::Opposite(Opposition::Converse)
        | WordRelation::Causes
        | WordRelation::Caused
        | WordRelation::Sibling
        | WordRelation::Alike
        | WordRelation::Unrelated => None,
    }
}

/// Whether a noun that nothing is known of is written together with another that it is a kind of: "speedboat", "boat".
fn is_compound(long: &str, short: &str) -> bool {
    long.strip_suffix(short).is_some_and(|rest| rest.len() >= 3)
        && short.len() >= 3
        && wordnet::is_known(short, Pos::Noun)
        && !wordnet::is_known(long, Pos::Noun)
}

/// Whether two words are the two ends of a scale.
pub(super) fn is_opposite(x: &Node, y: &Node) -> bool {
    matches!((x.pos, y.pos), (Some(p), Some(q)) if matches!(compare_words(&x.lemma, p, &y.lemma, q).0, WordRelation::Opposite(_)))
}

/// Whether a word says what another says, or something near it, so that the other is not missing; `free` if it
/// answers no word yet.
pub(super) fn is_hinted(x: &Node, y: &Node, free: bool) -> bool {
    if x.lemma == y.lemma {
        return true;
    }
    // One may be named by two names, and of numbers, times and ranks one may exclude the other.
    if !free || x.upos == Upos::Propn && y.upos == Upos::Propn || is_number(x) && is_number(y) {
        return free;
    }
    let (Some(p), Some(q)) = (x.pos, y.pos) else {
        return false;
    };
    let (found, likeness) = compare_words(&x.lemma, p, &y.lemma, q);
    found.is_near() || likeness >= 500
}

/// Whether a word is a number, a time in digits or a rank.
fn is_number(node: &Node) -> bool {
    const RANKS: &str =
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last";
    node.upos == Upos::Num
        || node.words.text.bytes().any(|c| c.is_ascii_digit())
        || RANKS.split_whitespace().any(|rank| rank == node.lemma)
}

/// How two prepositions relate.
pub(super) fn markers(x: &Node, y: &Node) -> Option<Natural> {
    const ALIKE: [&[&str]; 6] = [
        &["in", "inside", "into", "within", "inside of"],
        &["on", "onto", "upon", "on to", "atop", "on top of"],
        &["near", "by", "next to", "beside", "close to", "near to"],
        &["through", "throughout"],
        &["toward", "towards"],
        &["because", "since", "as"],
    ];
    let (m, n) = (
        x.marker.as_deref().unwrap_or_default(),
        y.marker.as_deref().unwrap_or_default(),
    );
    if ALIKE.iter().any(|set| set.contains(&m) && set.contains(&n)) {
        return Some(Natural::Equivalence);
    }
    // Who is faster than another is as fast.
    match (m, n) {
        ("than", "as") => return Some(Natural::Forward),
        ("as", "than") => return Some(Natural::Reverse),
        ("in", "for") | ("for", "in") if is_time(&x.lemma) => return Some(Natural::Independence),
        _ => {}
    }
    let clause = |b: Bond| matches!(b, Bond::Adverbial | Bond::Complement | Bond::Clause);
    let silent = |m: &str| matches!(m, "" | "that" | "to");
    if clause(x.bond) && clause(y.bond) && silent(m) && silent(n) {
        return Some(Natural::Equivalence);
    }
    opposites::prepositions_exclude(m, n).then_some(Natural::Alternation)
}

/// What leaving out a word that narrows a noun means.
pub(super) fn narrowing(node: &Node) -> Natural {
    match adjectives::narrowing(&node.lemma) {
        Narrowing::Narrows => Natural::Forward,
        Narrowing::Once | Narrowing::Open => Natural::Independence,
        Narrowing::Undoes => Natural::Alternation,
    }
}

/// What leaving out an adverb means.
pub(super) fn remark(node: &Node) -> Option<Natural> {
    const NEARLY: &str = "almost nearly virtually practically";
    const EMPTY: &str = "also too even just really very quite rather so indeed actually truly then now again still already \
        however certainly surely definitely of course clearly obviously";
    let is = |list: &str| list.split_whitespace().any(|w| w == node.lemma);
    if matches!(
        hedges::adverb(&node.lemma),
        Some(Hedge::Stand(Value::Fact(1 | 2)))
    ) {
        // What is so may well be so, and not the other way round.
        Some(Natural::Reverse)
    } else if is(NEARLY) {
        Some(Natural::Alternation)
    } else if matches!(
        node.lemma.as_str(),
        "only" | "when" | "where" | "how" | "why" | "once" | "ever"
    ) {
        None
    } else if is(EMPTY) {
        Some(Natural::Equivalence)
    } else {
        Some(Natural::Forward)
    }
}

/// Whether an adverb tells where something is.
pub(super) fn is_place(lemma: &str) -> bool {
    matches!(
        lemma,
        "outside"
            | "outdoors"
            | "inside"
            | "indoors"
            | "upstairs"
            | "downstairs"
            | "here"
            | "there"
            | "abroad"
            | "home"
            | "nearby"
            | "away"
            | "together"
            | "underground"
            | "overseas"
            | "ashore"
            | "aboard"
            | "onstage"
            | "downtown"
    )
}

/// Whether a preposition takes away what it introduces.
pub(super) fn undoes(marker: &str) -> bool {
    matches!(
        marker,
        "instead of" | "except" | "except for" | "rather than" | "but" | "than" | "as"
    )
}

/// Whether a verb tells what somebody holds or wants, and not what is so.
pub(super) fn is_attitude(lemma: &str) -> bool {
    const VERBS: &str = "believe think suppose assume hope wish want expect fear suspect imagine guess feel doubt dream \
        pretend intend plan try attempt need desire prefer seek aim long promise agree offer ask urge order advise \
        encourage allow permit tell persuade";
    VERBS.split_whitespace().any(|v| v == lemma)
}

/// Whether a noun is a stretch of time.
pub(super) fn is_time(lemma: &str) -> bool {
    matches!(
        lemma,
        "second" | "minute" | "hour" | "day" | "night" | "week" | "month" | "year" | "decade" | "century"
    )
}

/// Whether two words are different times: years, days of a month.
pub(super) fn other_times(x: &Node, y: &Node) -> bool {
    let digits = |n: &Node| n.words.text.bytes().all(|c| c.is_ascii_digit());
    let marked = |n: &Node| {
        n.bond == Bond::Oblique
            && n.marker
                .as_deref()
                .is_some_and(|m| matches!(m, "in" | "on" | "since" | "until" | "by"))
    };
    digits(x) && digits(y) && marked(x) && marked(y) && x.words.text != y.words.text
}

/// Whether a verb tells of the past.
pub(super) fn is_past(node: &Node) -> bool {
    !node.under_way && node.pos == Some(Pos::Verb) && !node.words.text.ends_with("ing")
}

/// Whether what a verb tells of comes to an end by itself: it is done to something that is counted.
pub(super) fn has_end(form: &Form, at: usize) -> bool {
    form.children(at).filter_map(|i| form.get(i)).any(|n| {
        n.bond == Bond::Object && !matches!(n.amount, Amount::Bare)
            || n.bond == Bond::Oblique && n.marker.as_deref() == Some("to")
    })
}
