//! The words of a sentence that pass a verdict on a claim: what the claim is said to be ("is false", "has yet to be proved"),
//! what it lacks ("there is no truth to it"), what somebody does with it ("denied the report").

use super::claimed;
use super::embedding::{Step, step};
use super::knowledge;
use super::reading::Tree;
use crate::lexicon::signatures::{self, Effect, Frame, Kind, Value};
use crate::lexicon::{hedges, negation, speech};
use crate::text::{Deprel, Upos};

/// A verdict where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passed {
    /// The predicate of its clause.
    pub(super) predicate: usize,
    pub(super) effect: Effect,
    pub(super) theme: Option<Theme>,
    /// Whether it is said of what stands before, although nothing is named: "did no such thing".
    pub(super) before: bool,
    /// Whether the predicate is what somebody does with the claim: "denied it".
    pub(super) acts: bool,
}

/// What a verdict is said of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Theme {
    pub(super) word: usize,
    /// Whether it is said through a relative clause: "a claim that has yet to be proved".
    pub(super) relative: bool,
}

/// It is so, and where it is denied it is not.
const SO: Effect = Effect {
    holds: Value::Fact(3),
    fails: Value::Fact(-3),
};

/// The verdict that a word passes.
pub(super) fn passed(tree: Tree<'_>, word: usize) -> Option<Passed> {
    dismissed(tree, word)
        .or_else(|| judged(tree, word))
        .or_else(|| unfounded(tree, word))
        .or_else(|| undone(tree, word))
        .or_else(|| rejected(tree, word))
}

impl Passed {
    fn new(predicate: usize, effect: Effect, theme: Option<Theme>) -> Passed {
        Passed {
            predicate,
            effect,
            theme,
            before: false,
            acts: false,
        }
    }

    /// Whether it is said of what the text has told before.
    pub(super) fn points_back(&self, tree: Tree<'_>) -> bool {
        self.before
            || self
                .theme
                .is_some_and(|t| !t.relative && points_back(tree, t.word))
    }
}

impl Theme {
    fn plain(word: usize) -> Theme {
        Theme {
            word,
            relative: false,
        }
    }

    fn relative(word: usize) -> Theme {
        Theme { word, relative: true }
    }
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
    let claimed = |&noun: &usize| {
        tree.deprel(noun) == Some(Deprel::Obj) && speech::rumour(tree.lemma(noun)) && has_content(tree, noun)
    };
    let noun = (0..mark).rev().find(claimed)?;
    Some(Passed::new(
        tree.token(noun)?.head?,
        effect,
        Some(Theme::plain(noun)),
    ))
}

/// "The claim is false", "proved an accurate reflection": what a word says that the claim is.
fn judged(tree: Tree<'_>, word: usize) -> Option<Passed> {
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
            .filter(|&h| copula(h) && (claims(tree, h) || speech::account(tree.lemma(h))))?,
        _ => word,
    };
    let passive = tree
        .dependent(predicate, &[Deprel::AuxPass, Deprel::NsubjPass])
        .is_some();
    let depends = matches!(tree.deprel(predicate), Some(Deprel::Xcomp));
    (copula(predicate) || passive || depends).then(|| Passed::new(predicate, effect, theme(tree, predicate)))
}

/// "There is no truth to it", "the report is without foundation": what a claim lacks.
fn unfounded(tree: Tree<'_>, word: usize) -> Option<Passed> {
    if !matches!(
        tree.lemma(word),
        "truth" | "basis" | "foundation" | "substance" | "merit"
    ) {
        return None;
    }
    let head = tree.token(word)?.head;
    let subject = |verb: usize| tree.dependent(verb, &[Deprel::Nsubj]).map(Theme::plain);
    let led = |w: usize, forms: &[&str]| {
        let mut cases = tree.dependents(w, &[Deprel::Case]);
        cases.any(|c| forms.contains(&tree.form(c).to_lowercase().as_str()))
    };
    // "Without" negates the clause by itself.
    if led(word, &["without"]) {
        let copula = tree.dependent(word, &[Deprel::Cop]).is_some();
        let predicate = if copula { word } else { head? };
        return Some(Passed::new(predicate, SO, subject(predicate)));
    }
    let verb = head.filter(|&h| matches!(tree.lemma(h), "be" | "have" | "hold"))?;
    if tree.dependent(verb, &[Deprel::Expl]).is_some() {
        let parts = [Deprel::Nmod, Deprel::Obl];
        let mut of = tree.dependents(word, &parts).chain(tree.dependents(verb, &parts));
        let theme = of.find(|&w| led(w, &["to", "in", "behind", "of"]))?;
        return Some(Passed::new(verb, SO, Some(Theme::plain(theme))));
    }
    (tree.deprel(word) == Some(Deprel::Obj)).then(|| Passed::new(verb, SO, subject(verb)))
}

/// "Did no such thing": the clause's own words deny what was told before.
fn undone(tree: Tree<'_>, word: usize) -> Option<Passed> {
    let mut children = tree.children(word);
    let such = children.any(|w| tree.form(w).eq_ignore_ascii_case("such"));
    let head = tree
        .token(word)?
        .head
        .filter(|_| such && tree.lemma(word) == "thing")?;
    matches!(tree.lemma(head), "do" | "happen" | "occur" | "say" | "take").then(|| Passed {
        before: true,
        ..Passed::new(head, SO, None)
    })
}

/// "Denied the report", "the rumour was debunked", "…, a claim the army denied": what somebody does with a claim.
fn rejected(tree: Tree<'_>, word: usize) -> Option<Passed> {
    let verb = tree.token(word).filter(|t| t.upos == Upos::Verb)?;
    let signature = signatures::source(Kind::Verb, &verb.lemma, Frame::Claim)?;
    let rejects = signature.holder.unwrap_or(signature.outside).holds == Value::Fact(-3);
    // "A claim the army denied": the clause lacks it.
    let relative = matches!(verb.deprel, Deprel::AclRelcl | Deprel::Acl);
    let lacks = verb
        .head
        .filter(|&noun| relative && claims(tree, noun) && !has_content(tree, noun));
    let theme = tree
        .dependent(word, &[Deprel::Obj, Deprel::NsubjPass])
        .map(Theme::plain)
        .or(lacks.map(Theme::relative))
        .filter(|_| rejects)?;
    // ", which the army denied".
    let which = tree.form(theme.word).eq_ignore_ascii_case("which") && verb.deprel == Deprel::AdvclRelcl;
    // Whoever rejects "it" may reject an offer.
    let told = claims(tree, theme.word)
        || matches!(verb.lemma.as_str(), "deny" | "refute" | "debunk")
            && tree.token(theme.word).is_some_and(|t| t.upos == Upos::Pron);
    let theme = if which { Theme::relative(theme.word) } else { theme };
    (told || which).then(|| Passed {
        acts: true,
        ..Passed::new(word, SO, Some(theme))
    })
}

/// Whether the noun stands for something claimed.
pub(super) fn claims(tree: Tree<'_>, noun: usize) -> bool {
    tree.token(noun).is_some_and(|t| t.upos == Upos::Noun)
        && (knowledge::is_claim(tree.lemma(noun))
            || matches!(tree.lemma(noun), "story" | "tale" | "thing" | "myth" | "lie"))
}

/// Whether the noun has with it what says what is claimed: "the claim that it closed", "rumours of its closure".
pub(super) fn has_content(tree: Tree<'_>, noun: usize) -> bool {
    let told = |p: usize| match step(tree, p) {
        Step::Under(said, Frame::That) => said == noun,
        Step::Under(said, Frame::Of | Frame::About) => said == noun && claimed::frame(tree, p).is_some(),
        _ => false,
    };
    (noun + 1..tree.len()).any(told)
}

/// What a predicate is said of.
fn theme(tree: Tree<'_>, predicate: usize) -> Option<Theme> {
    if let Some(noun) = aside(tree, predicate) {
        return Some(Theme::relative(noun));
    }
    let mut current = predicate;
    for _ in 0..tree.len() {
        let head = tree.token(current)?.head;
        if let Some(subject) =
            tree.dependent(current, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter])
        {
            let form = tree.form(subject).to_lowercase();
            if matches!(form.as_str(), "that" | "which")
                && matches!(tree.deprel(current), Some(Deprel::AclRelcl | Deprel::Acl))
            {
                return Some(Theme::relative(head?));
            }
            return Some(Theme::plain(subject));
        }
        match tree.deprel(current)? {
            Deprel::AclRelcl | Deprel::Acl => return Some(Theme::relative(head?)),
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
    let before = relative.checked_sub(1)?;
    let noun = if tree.form(before) == "," {
        before.saturating_sub(1)
    } else {
        before
    };
    let verb = tree.token(relative + 1)?;
    let told = matches!(verb.upos, Upos::Aux | Upos::Verb) || negation::particle(tree.form(relative + 1));
    (claims(tree, noun) && told).then_some(noun)
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
    let points = |d: usize| {
        matches!(
            tree.form(d).to_lowercase().as_str(),
            "this" | "that" | "these" | "those" | "such" | "both" | "neither" | "the" | "all" | "any" | "no"
        )
    };
    let mut determiners = tree.dependents(head, &[Deprel::Det, Deprel::Amod, Deprel::DetPredet]);
    claims(tree, head) && (tree.dependent(head, &[Deprel::NmodPoss]).is_some() || determiners.any(points))
}
