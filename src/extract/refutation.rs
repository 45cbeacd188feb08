//! Refutation and concession: what a document says about claims that it reports.
//!
//! A verdict ("is false", "has yet to be proved") is said of a claim by naming it: by its own noun ("the claim that …"), in
//! apposition to it ("…, a claim that …"), or by a word that points back ("neither of these assertions", "this"). It
//! changes where the author stands towards the claims that are reported there, and only towards those.

use std::collections::{HashMap, HashSet};

use super::attribution::{Links, reports};
use super::reading::{At, Reading, Tree};
use super::verdict::{Passed, claims, has_content, passed};
use crate::lexicon::signatures::{self, Effect, Frame, Kind, Value};
use crate::lexicon::speech;
use crate::text::Deprel;

/// How many sentences back a pointing word reaches.
const REACH: usize = 2;
/// How many sentences back a word for something claimed reaches.
const FAR: usize = 6;

/// A verdict and what it is passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The word that passes it.
    pub(crate) word: At,
    /// The predicate of its clause, whose polarity and certainty count.
    pub(crate) predicate: At,
    /// What it does.
    pub(crate) effect: Effect,
    /// Whether only the clause's own words count, the clause being an aside of the author's.
    pub(crate) aside: bool,
    /// Whether the predicate is what somebody does with the claim ("denied it") and not what the claim is said to be.
    pub(crate) acts: bool,
}

/// From the cue of a report to the verdict on what it reports.
pub(crate) type Verdicts = HashMap<At, Verdict>;

/// Finds the verdicts of a document: those on what is reported in it, and those on what nobody is said to claim.
pub(crate) fn verdicts(reading: &Reading<'_>, links: &Links) -> (Verdicts, Vec<Verdict>) {
    let (mut found, mut loose) = (Verdicts::new(), Vec::new());
    let mut earlier: Vec<(At, Vec<At>)> = Vec::new();
    for (place, tree) in reading.trees() {
        let cues = cues(tree, place, links);
        for word in 0..tree.len() {
            let Some(passed) = passed(tree, word) else {
                continue;
            };
            let verdict = Verdict {
                word: place.word(word),
                predicate: place.word(passed.predicate),
                effect: passed.effect,
                aside: passed.theme.is_some_and(|t| t.relative) && !passed.acts,
                acts: passed.acts,
            };
            let on = passed_on(tree, place, &passed, &cues, &earlier);
            let of_the_whole = passed
                .theme
                .is_none_or(|t| speech::rumour(tree.lemma(t.word)) && !has_content(tree, t.word));
            if on.is_empty() && of_the_whole && !verdict.aside && passed.points_back(tree) {
                loose.push(verdict.clone());
            }
            for cue in on {
                found.entry(cue).or_insert_with(|| verdict.clone());
            }
        }
        contrary(tree, place, &cues, &mut found);
        earlier.push((place, cues));
    }
    (found, loose)
}

/// The words of a sentence that report something.
fn cues(tree: Tree<'_>, place: At, links: &Links) -> Vec<At> {
    let has = |word: usize, relations: &[Deprel]| tree.dependent(word, relations).is_some();
    // "Is said to have closed".
    let passive = |word: usize| {
        has(word, &[Deprel::AuxPass, Deprel::NsubjPass])
            && has(word, &[Deprel::Xcomp])
            && signatures::source(Kind::Verb, tree.lemma(word), Frame::PassTo).is_some()
    };
    let told = |word: usize| {
        has(word, &[Deprel::Ccomp, Deprel::CsubjPass, Deprel::Csubj])
            || links.beside.contains_key(&place.word(word))
    };
    // "According to one critic, …".
    let phrases: HashSet<usize> = links
        .of
        .values()
        .filter(|link| link.who.is_some() && link.cue == place.word(link.cue.token))
        .map(|link| link.cue.token)
        .collect();
    (0..tree.len())
        .filter(|&word| {
            reports(tree, word) && (told(word) || passive(word))
                || claims(tree, word) && has_content(tree, word)
                || phrases.contains(&word)
        })
        .map(|word| place.word(word))
        .collect()
}

/// The cues whose content a verdict is passed on.
fn passed_on(tree: Tree<'_>, place: At, passed: &Passed, cues: &[At], earlier: &[(At, Vec<At>)]) -> Vec<At> {
    let predicate = passed.predicate;
    // "It is false that …" has its claim below it.
    if tree
        .dependent(predicate, &[Deprel::Csubj, Deprel::CsubjPass, Deprel::Ccomp])
        .is_some()
        || tree
            .dependents(predicate, &[Deprel::Advcl])
            .any(|c| tree.form(predicate + 1).starts_with('w') && c > predicate && !passed.acts)
    {
        return Vec::new();
    }
    let (theme, relative) = match passed.theme {
        Some(theme) => (theme.word, theme.relative),
        None if passed.before => (predicate, false),
        None => return Vec::new(),
    };
    if claims(tree, theme) && has_content(tree, theme) {
        // What somebody does with a claim is read where the claim stands.
        return if passed.acts {
            Vec::new()
        } else {
            vec![place.word(theme)]
        };
    }
    if relative {
        // ", a claim that has yet to be proved": said of what the sentence reported before.
        return if claims(tree, theme) {
            cues.iter().copied().filter(|c| c.token < theme).collect()
        } else if passed.acts || of_all(tree, predicate) {
            // ", which was never proved": only what somebody said can be proved.
            cues.iter().copied().filter(|c| c.token < predicate).collect()
        } else {
            Vec::new()
        };
    }
    if !passed.points_back(tree) {
        return Vec::new();
    }
    // What reports the verdict itself is not what it is passed on.
    let above = |c: &At| tree.ancestors(predicate).any(|a| a == c.token);
    let near: Vec<At> = cues
        .iter()
        .copied()
        .filter(|c| c.token < theme && c.token != predicate && !above(c))
        .collect();
    if !near.is_empty() {
        return near;
    }
    let reach = if passed.before || claims(tree, theme) {
        FAR
    } else {
        REACH
    };
    earlier
        .iter()
        .rev()
        .take(reach)
        .filter(|(at, _)| at.passage == place.passage)
        .map(|(_, cues)| cues)
        .find(|cues| !cues.is_empty())
        .cloned()
        .unwrap_or_default()
}

/// Whether a predicate in the passive stands in a relative clause with "which" that a comma sets off.
fn of_all(tree: Tree<'_>, predicate: usize) -> bool {
    tree.dependent(predicate, &[Deprel::AuxPass]).is_some()
        && tree
            .dependents(predicate, &[Deprel::Nsubj, Deprel::NsubjPass])
            .any(|s| {
                tree.form(s).eq_ignore_ascii_case("which")
                    && s.checked_sub(1).is_some_and(|i| tree.form(i) == ",")
            })
}

/// "Contrary to claims that …".
fn contrary(tree: Tree<'_>, place: At, cues: &[At], found: &mut Verdicts) {
    for cue in cues {
        let word = (cue.token.saturating_sub(5)..cue.token).rev().find(|&i| {
            tree.form(i).eq_ignore_ascii_case("contrary") && tree.form(i + 1).eq_ignore_ascii_case("to")
        });
        if let Some(word) = word {
            let denied = Value::Fact(-3);
            found.entry(*cue).or_insert(Verdict {
                word: place.word(word),
                predicate: place.word(word),
                effect: Effect {
                    holds: denied,
                    fails: denied,
                },
                aside: true,
                acts: false,
            });
        }
    }
}
