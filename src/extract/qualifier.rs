//! When, where and how much: the phrases that qualify a predicate and are no arguments of it.

use std::collections::HashMap;
use std::ops::Range;

use super::knowledge::{self, Sort};
use super::reading::{At, Reading, Tree};
use super::reference;
use super::tense::tense;
use super::term::Terms;
use crate::entity::EntityKind;
use crate::lexicon::{degree, negation};
use crate::measure::{
    Approximation, Bound, Date, Dimension, Period, Quantity, Unit, find_counts, find_periods,
};
use crate::proposition::{Qualifier, Tense};
use crate::text::Deprel;

/// Prepositions of place.
fn is_locative(marker: &str) -> bool {
    matches!(
        marker,
        "in" | "at"
            | "near"
            | "inside"
            | "outside"
            | "around"
            | "across"
            | "throughout"
            | "within"
            | "above"
            | "below"
            | "beside"
            | "behind"
            | "under"
            | "beneath"
            | "off"
            | "along"
            | "opposite"
            | "amid"
            | "on"
    )
}

/// Conjunctions whose clauses qualify what is claimed.
pub(super) fn is_qualifying(marker: &str) -> bool {
    let first = marker.split(' ').next().unwrap_or_default();
    matches!(
        first,
        "if" | "unless"
            | "because"
            | "although"
            | "though"
            | "despite"
            | "while"
            | "whereas"
            | "since"
            | "so"
            | "as"
            | "to"
            | "when"
            | "after"
            | "before"
            | "until"
            | "once"
            | "whenever"
            | "where"
            | "by"
            | "without"
            | "in"
            | "for"
            | "provided"
            | "given"
            | "even"
            | "lest"
            | "whether"
            | "than"
            | "following"
            | "till"
    )
}

/// The times and quantities of a document's sentences, found once.
#[derive(Debug, Default)]
pub(super) struct Measures {
    sentences: HashMap<(usize, usize), Measured>,
}

#[derive(Debug, Default)]
struct Measured {
    periods: Vec<(Range<usize>, Period)>,
    quantities: Vec<(Range<usize>, Quantity)>,
}

impl Measures {
    pub(super) fn new(reading: &Reading<'_>) -> Measures {
        let mut sentences = HashMap::new();
        for (at, tree) in reading.trees() {
            // "Edged up to 40": the particle of a verb is no bound of the number.
            let form = |i: usize| {
                if tree.deprel(i) == Some(Deprel::CompoundPrt) {
                    ""
                } else {
                    tree.form(i)
                }
            };
            let forms: Vec<&str> = (0..tree.len()).map(form).collect();
            let periods = find_periods(&forms);
            let quantities = find_counts(&forms, &periods);
            if !periods.is_empty() || !quantities.is_empty() {
                sentences.insert((at.passage, at.sentence), Measured { periods, quantities });
            }
        }
        Measures { sentences }
    }

    /// The time whose words hold the given one.
    fn period(&self, at: At) -> Option<&(Range<usize>, Period)> {
        let sentence = self.sentences.get(&(at.passage, at.sentence))?;
        sentence
            .periods
            .iter()
            .find(|(range, _)| range.contains(&at.token))
    }

    /// The quantity whose words hold the given one.
    pub(super) fn quantity(&self, at: At) -> Option<&(Range<usize>, Quantity)> {
        let sentence = self.sentences.get(&(at.passage, at.sentence))?;
        sentence
            .quantities
            .iter()
            .find(|(range, _)| range.contains(&at.token))
    }
}

/// A time as a qualifier, placed by the date of the document.
fn time(terms: Terms<'_>, tree: Tree<'_>, at: At) -> Option<Qualifier> {
    let (range, period) = terms.measures.period(at)?;
    let mut period = placed(period, tree, at, terms.reading.document.date);
    if not_until(tree, at.token, range) {
        period.bound = Bound::NotBefore;
        return Some(Qualifier::Time {
            period,
            words: tree.words(tree.span(&[range.start + 1, range.end.saturating_sub(1)])),
        });
    }
    // "On Monday" with its preposition, so that it can be read.
    let before = range.start.checked_sub(1).filter(|&b| {
        tree.deprel(b) == Some(Deprel::Case)
            && matches!(
                tree.form(b).to_lowercase().as_str(),
                "in" | "on" | "at" | "during" | "over" | "for"
            )
    });
    let words = [before.unwrap_or(range.start), range.end.saturating_sub(1)];
    Some(Qualifier::Time {
        period,
        words: tree.words(tree.span(&words)),
    })
}

/// "Was not repaired until May": it was, in May.
fn not_until(tree: Tree<'_>, word: usize, range: &Range<usize>) -> bool {
    let clause = reference::clause_of(tree, word);
    tree.form(range.start).eq_ignore_ascii_case("until")
        && range.len() > 1
        && clause.is_some_and(|clause| {
            let mut particles = tree.dependents(clause, &[Deprel::Advmod]);
            particles.any(|p| negation::particle(tree.form(p)))
        })
}

/// A time as the date of the document places it: ahead of it where the clause tells what will be.
fn placed(period: &Period, tree: Tree<'_>, at: At, date: Option<Date>) -> Period {
    let clause = reference::clause_of(tree, at.token);
    let ahead = clause.is_some_and(|c| tense(tree, c) == Tense::Future);
    match date {
        Some(date) if ahead => period.anchored_ahead(date),
        Some(date) => period.anchored(date),
        None => period.clone(),
    }
}

/// When somebody else than the author said it, by the word that shows that somebody does: "on Sunday" in "said on Sunday".
pub(super) fn said_when(measures: &Measures, tree: Tree<'_>, cue: At, date: Option<Date>) -> Option<Period> {
    let beside = [Deprel::Obl, Deprel::Nmod, Deprel::Advmod];
    tree.dependents(cue.token, &beside).find_map(|word| {
        let (_, period) = measures.period(cue.word(word))?;
        Some(placed(period, tree, cue.word(word), date))
    })
}

/// The quantity that is all of a phrase: "by 5 per cent", "at 45", but not "45 people".
pub(super) fn quantity(terms: Terms<'_>, tree: Tree<'_>, at: At, marker: &str) -> Option<Qualifier> {
    let (range, quantity) = terms.measures.quantity(at)?;
    let words = [range.start, range.end.saturating_sub(1)];
    Some(Qualifier::Quantity {
        marker: marker.to_owned(),
        quantity: quantity.clone(),
        words: tree.words(tree.span(&words)),
    })
}

/// By how much a verb says that something changes: "halved", "doubled".
pub(super) fn told_by_verb(tree: Tree<'_>, verb: usize, lemma: &str) -> Option<Qualifier> {
    let share = degree::changed_by(lemma)?;
    let quantity = Quantity {
        // What has halved has lost half or nearly so.
        granularity: 0.1,
        approximation: Approximation::Rounded,
        ..Quantity::exact(share, Unit::of(Dimension::Share))
    };
    Some(Qualifier::Quantity {
        marker: String::new(),
        quantity,
        words: tree.words(tree.span(&[verb])),
    })
}

/// A phrase with a preposition as a qualifier; `None` if it is an argument.
pub(super) fn oblique(terms: Terms<'_>, tree: Tree<'_>, at: At, marker: &str) -> Option<Qualifier> {
    if !matches!(marker, "of" | "with" | "between" | "against")
        && let Some(time) = time(terms, tree, at)
    {
        return Some(time);
    }
    let place = match terms.references.entity(at) {
        Some(entity) => marker != "on" && matches!(entity.kind, EntityKind::Country | EntityKind::Place),
        None => knowledge::sort(&tree.lemma(at.token).to_lowercase()) == Sort::Place,
    };
    if is_locative(marker) && place {
        return Some(Qualifier::Place {
            marker: marker.to_owned(),
            term: terms.term(tree, at),
        });
    }
    matches!(
        marker,
        "by" | "to" | "at" | "from" | "for" | "of" | "in" | "than" | "about" | "around" | "over" | "under"
    )
    .then(|| quantity(terms, tree, at, marker))?
}

/// A phrase without a preposition: "last week", "5 per cent".
pub(super) fn bare(terms: Terms<'_>, tree: Tree<'_>, at: At) -> Option<Qualifier> {
    time(terms, tree, at).or_else(|| quantity(terms, tree, at, ""))
}

/// An adverb of time or of how often: "yesterday", "twice".
pub(super) fn adverb(terms: Terms<'_>, tree: Tree<'_>, at: At) -> Option<Qualifier> {
    let often = |q: &Qualifier| matches!(q, Qualifier::Quantity { quantity, .. } if quantity.unit.dimension == Dimension::Times);
    time(terms, tree, at).or_else(|| quantity(terms, tree, at, "").filter(often))
}

/// Verbs whose object says how much they are.
pub(super) fn is_measured_by_object(lemma: &str) -> bool {
    matches!(
        lemma,
        "cost"
            | "weigh"
            | "last"
            | "measure"
            | "total"
            | "average"
            | "exceed"
            | "number"
            | "equal"
            | "span"
            | "rise"
            | "fall"
            | "grow"
            | "increase"
            | "decrease"
            | "drop"
            | "gain"
            | "lose"
            | "climb"
            | "jump"
            | "decline"
            | "hit"
            | "reach"
            | "top"
            | "slip"
            | "surge"
            | "plunge"
            | "soar"
            | "shrink"
            | "dip"
            | "tumble"
            | "run"
    )
}
