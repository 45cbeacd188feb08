//! Refutation and concession: what a document says about claims that it reports.
//!
//! A verdict ("is false", "has yet to be proved") is said of a claim by naming it: by its own noun ("the claim that …"), in
//! apposition to it ("…, a claim that …"), or by a word that points back ("neither of these assertions", "this"). It
//! changes where the author stands towards the claims that are reported there, and only towards those.

use std::collections::HashMap;

use super::attribution::{Links, reports};
use super::claimed;
use super::embedding::{Step, step};
use super::reading::{At, Reading, Tree};
use crate::lexicon::hedges;
use crate::lexicon::signatures::{self, Effect, Frame, Kind, Value};
use crate::lexicon::speech;
use crate::text::{Deprel, Upos};

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
            let passed = dismissed(tree, word).or_else(|| verdict(tree, word));
            let Some(passed) = passed.or_else(|| pointed(tree, word)) else {
                continue;
            };
            let verdict = Verdict {
                word: place.word(word),
                predicate: place.word(passed.predicate),
                effect: passed.effect,
                aside: passed.theme.is_some_and(|(_, relative)| relative),
                acts: passed.acts,
            };
            let on = passed_on(tree, place, &passed, &cues, &earlier);
            let told = passed
                .theme
                .is_none_or(|(theme, _)| rumoured(tree, theme) && !content(tree, theme));
            if on.is_empty() && told && !verdict.aside && passed.points_back(tree) {
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

/// A verdict where it stands.
#[derive(Debug, Clone, Copy)]
struct Passed {
    predicate: usize,
    effect: Effect,
    /// What it is said of, and whether through a relative clause.
    theme: Option<(usize, bool)>,
    /// Whether it is said of what stands before, although nothing is named ("did no such thing").
    before: bool,
    acts: bool,
}

impl Passed {
    /// Whether it is said of what the text has told before.
    fn points_back(&self, tree: Tree<'_>) -> bool {
        self.before
            || self
                .theme
                .is_some_and(|(theme, relative)| !relative && points_back(tree, theme))
    }
}

/// The words of a sentence that report something.
fn cues(tree: Tree<'_>, place: At, links: &Links) -> Vec<At> {
    (0..tree.len())
        .filter(|&word| {
            let passive = reports(tree, word)
                && tree
                    .dependent(word, &[Deprel::AuxPass, Deprel::NsubjPass])
                    .is_some()
                && signatures::source(Kind::Verb, tree.lemma(word), Frame::PassTo).is_some()
                && tree.dependent(word, &[Deprel::Xcomp]).is_some();
            let verb = reports(tree, word)
                && (tree.children(word).any(|c| tree.deprel(c) == Some(Deprel::Ccomp))
                    || tree
                        .dependent(word, &[Deprel::CsubjPass, Deprel::Csubj])
                        .is_some()
                    || links.beside.contains_key(&place.word(word)));
            verb || passive || claims(tree, word) && content(tree, word)
        })
        .map(|word| place.word(word))
        .collect()
}

/// Whether the noun stands for something claimed.
pub(super) fn claims(tree: Tree<'_>, noun: usize) -> bool {
    tree.token(noun).is_some_and(|t| t.upos == Upos::Noun)
        && (signatures::source(Kind::Noun, tree.lemma(noun), Frame::That).is_some()
            || matches!(tree.lemma(noun), "story" | "tale" | "thing" | "myth" | "lie"))
}

/// Whether the noun stands for how something is told.
fn tells(tree: Tree<'_>, noun: usize) -> bool {
    let lemma = tree.lemma(noun);
    speech::document(lemma)
        || matches!(
            lemma,
            "account"
                | "depiction"
                | "description"
                | "picture"
                | "portrayal"
                | "reflection"
                | "representation"
                | "summary"
                | "version"
        )
}

/// Whether the noun stands for something claimed that the whole text may be about.
pub(super) fn rumoured(tree: Tree<'_>, noun: usize) -> bool {
    matches!(
        tree.lemma(noun),
        "claim"
            | "rumour"
            | "rumor"
            | "report"
            | "allegation"
            | "assertion"
            | "accusation"
            | "story"
            | "tale"
            | "speculation"
            | "suggestion"
            | "gossip"
            | "thing"
    )
}

/// Whether the noun has the clause with it that says what is claimed.
fn content(tree: Tree<'_>, noun: usize) -> bool {
    let told = |p: usize| match step(tree, p) {
        Step::Under(said, Frame::That) => said == noun,
        Step::Under(said, Frame::Of | Frame::About) => said == noun && claimed::embedder(tree, p).is_some(),
        _ => false,
    };
    (noun + 1..tree.len()).any(told)
}

/// The verdict that a word passes by what it says a claim is.
fn verdict(tree: Tree<'_>, word: usize) -> Option<Passed> {
    let (predicate, effect) = judged(tree, word)?;
    Some(Passed {
        predicate,
        effect,
        theme: theme(tree, predicate),
        before: false,
        acts: false,
    })
}

/// "Knocking the claim that it closed as “plainly false”": what somebody says of a claim by a verb that only says it with this.
fn dismissed(tree: Tree<'_>, word: usize) -> Option<Passed> {
    let effect = hedges::verdict(tree.lemma(word)).filter(|e| e.holds == Value::Fact(-3))?;
    let filler = |i: &usize| {
        tree.token(*i)
            .is_some_and(|t| matches!(t.upos, Upos::Punct | Upos::Adv | Upos::Det | Upos::Adj))
    };
    let mark = (word.saturating_sub(5)..word).rev().find(|i| !filler(i))?;
    tree.form(mark).eq_ignore_ascii_case("as").then_some(())?;
    let claimed =
        |&noun: &usize| tree.deprel(noun) == Some(Deprel::Obj) && rumoured(tree, noun) && content(tree, noun);
    let noun = (0..mark).rev().find(claimed)?;
    Some(Passed {
        predicate: tree.token(noun)?.head?,
        effect,
        theme: Some((noun, false)),
        before: false,
        acts: false,
    })
}

/// The verdict of words that name none: "there is no truth to it", "without foundation", "denied the report", "did no such
/// thing".
fn pointed(tree: Tree<'_>, word: usize) -> Option<Passed> {
    let head = tree.token(word)?.head;
    let lemma = tree.lemma(word);
    let holds = Effect {
        holds: Value::Fact(3),
        fails: Value::Fact(-3),
    };
    let said = |predicate, effect, theme| Passed {
        predicate,
        effect,
        theme,
        before: false,
        acts: false,
    };
    let subject = |verb: usize| tree.dependent(verb, &[Deprel::Nsubj]).map(|s| (s, false));
    if matches!(lemma, "truth" | "basis" | "foundation" | "substance" | "merit") {
        let case = |w: usize, forms: &[&str]| {
            let mut cases = tree.dependents(w, &[Deprel::Case]);
            cases.any(|c| forms.contains(&tree.form(c).to_lowercase().as_str()))
        };
        // "Without" negates the clause by itself.
        if case(word, &["without"]) {
            let copula = tree.dependent(word, &[Deprel::Cop]).is_some();
            let predicate = if copula { word } else { head? };
            return Some(said(predicate, holds, subject(predicate)));
        }
        let verb = head.filter(|&h| matches!(tree.lemma(h), "be" | "have" | "hold"))?;
        if tree.dependent(verb, &[Deprel::Expl]).is_some() {
            let parts = [Deprel::Nmod, Deprel::Obl];
            let of = tree.dependents(word, &parts).chain(tree.dependents(verb, &parts));
            let theme = of.into_iter().find(|&w| case(w, &["to", "in", "behind", "of"]))?;
            return Some(said(verb, holds, Some((theme, false))));
        }
        return (tree.deprel(word) == Some(Deprel::Obj)).then(|| said(verb, holds, subject(verb)));
    }
    let such = |w: usize| tree.form(w).eq_ignore_ascii_case("such");
    if lemma == "thing" && tree.children(word).any(such) {
        let verb = head.filter(|&h| matches!(tree.lemma(h), "do" | "happen" | "occur" | "say" | "take"))?;
        return Some(Passed {
            before: true,
            ..said(verb, holds, None)
        });
    }
    let verb = tree.token(word).filter(|t| t.upos == Upos::Verb)?;
    let holder = signatures::source(Kind::Verb, &verb.lemma, Frame::Claim).and_then(|s| s.holder);
    let outside = signatures::source(Kind::Verb, &verb.lemma, Frame::Claim).map(|s| s.outside);
    let rejects = holder.or(outside).is_some_and(|e| e.holds == Value::Fact(-3));
    let theme = tree
        .dependent(word, &[Deprel::Obj, Deprel::NsubjPass])
        .filter(|_| rejects)?;
    // Whoever rejects "it" may reject an offer.
    let told = claims(tree, theme)
        || matches!(verb.lemma.as_str(), "deny" | "refute" | "debunk")
            && tree.token(theme).is_some_and(|t| t.upos == Upos::Pron);
    told.then(|| Passed {
        acts: true,
        ..said(word, holds, Some((theme, false)))
    })
}

/// What a word says that the claim is, with the predicate of its clause.
fn judged(tree: Tree<'_>, word: usize) -> Option<(usize, Effect)> {
    let effect = hedges::verdict(tree.lemma(word)).or_else(|| hedges::verdict(tree.form(word)))?;
    let token = tree.token(word)?;
    let copula = |w: usize| {
        let joined = (tree.deprel(w) == Some(Deprel::Conj)).then(|| tree.token(w).and_then(|t| t.head));
        [Some(w), joined.flatten()]
            .into_iter()
            .flatten()
            .any(|w| tree.dependent(w, &[Deprel::Cop]).is_some())
    };
    let predicate = match token.deprel {
        // "is an accurate reflection": the adjective speaks through a noun for what is told.
        Deprel::Amod => token
            .head
            .filter(|&h| copula(h) && (claims(tree, h) || tells(tree, h)))?,
        _ => word,
    };
    let passive = tree
        .dependent(predicate, &[Deprel::AuxPass, Deprel::NsubjPass])
        .is_some();
    let depends = matches!(tree.deprel(predicate), Some(Deprel::Xcomp));
    (copula(predicate) || passive || depends).then_some((predicate, effect))
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
        Some(found) => found,
        None if passed.before => (predicate, false),
        None => return Vec::new(),
    };
    if claims(tree, theme) && content(tree, theme) {
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
        } else if of_all(tree, predicate) {
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

/// What a predicate is said of, and whether through a relative clause.
fn theme(tree: Tree<'_>, predicate: usize) -> Option<(usize, bool)> {
    if let Some(noun) = aside(tree, predicate) {
        return Some((noun, true));
    }
    let mut current = predicate;
    for _ in 0..tree.len() {
        let head = tree.token(current)?.head;
        if let Some(subject) =
            tree.dependent(current, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter])
        {
            let form = tree.form(subject).to_lowercase();
            if matches!(form.as_str(), "that" | "which")
                && tree.deprel(current) != Some(Deprel::Root)
                && clause_of_noun(tree, current)
            {
                return Some((head?, true));
            }
            return Some((subject, false));
        }
        match tree.deprel(current)? {
            Deprel::AclRelcl | Deprel::Acl => return Some((head?, true)),
            Deprel::Xcomp | Deprel::Conj | Deprel::Ccomp => current = head?,
            _ => return None,
        }
    }
    None
}

/// The noun of "a claim that has yet to be proved", read from the words: noun, relative, verb, and no mark in between.
fn aside(tree: Tree<'_>, predicate: usize) -> Option<usize> {
    let relative = (predicate.saturating_sub(9)..predicate)
        .rev()
        .take_while(|&i| tree.token(i).is_some_and(|t| t.upos != Upos::Punct))
        .find(|&i| matches!(tree.form(i).to_lowercase().as_str(), "that" | "which"))?;
    let noun = relative.checked_sub(1).map(|n| {
        if tree.form(n) == "," {
            n.saturating_sub(1)
        } else {
            n
        }
    })?;
    let verb = tree.token(relative + 1)?;
    (claims(tree, noun) && (matches!(verb.upos, Upos::Aux | Upos::Verb) || negative(tree.form(relative + 1))))
        .then_some(noun)
}

fn negative(form: &str) -> bool {
    crate::lexicon::negation::particle(form)
}

fn clause_of_noun(tree: Tree<'_>, clause: usize) -> bool {
    matches!(tree.deprel(clause), Some(Deprel::AclRelcl | Deprel::Acl))
}

/// Whether a phrase points back to what was said before: "this", "neither of these assertions", "the claim".
fn points_back(tree: Tree<'_>, head: usize) -> bool {
    let form = tree.form(head).to_lowercase();
    let pronoun = matches!(
        form.as_str(),
        "this" | "that" | "it" | "these" | "those" | "neither" | "none" | "both" | "all" | "they"
    );
    if pronoun {
        // "Neither of these assertions", but not "none of the rooms".
        let of = tree.dependents(head, &[Deprel::Nmod]).next();
        return of.is_none_or(|noun| {
            claims(tree, noun)
                || matches!(
                    tree.form(noun).to_lowercase().as_str(),
                    "these" | "those" | "them" | "this" | "that"
                )
        });
    }
    claims(tree, head)
        && (tree.dependent(head, &[Deprel::NmodPoss]).is_some()
            || tree
                .dependents(head, &[Deprel::Det, Deprel::Amod, Deprel::DetPredet])
                .any(|d| {
                    matches!(
                        tree.form(d).to_lowercase().as_str(),
                        "this"
                            | "that"
                            | "these"
                            | "those"
                            | "such"
                            | "both"
                            | "neither"
                            | "the"
                            | "all"
                            | "any"
                            | "no"
                    )
                }))
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
