//! How a clause hangs on the word above it: the frame of an embedding, or the kind of adverbial clause.

use super::certainty::{conditional, even, even_if};
use super::complement::{is_occasion, rumoured, says, that, told};
use super::frame::{frame, gerund, passive};
use super::reading::Tree;
use crate::lexicon::nouns;
use crate::lexicon::signatures::{self, Frame, Kind, Signature};
use crate::text::{Deprel, Upos};

/// The way from a predicate to what stands above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing stands above.
    Top,
    /// The clause shares what stands above the word: coordination, parataxis.
    Beside(usize),
    /// The clause is taken as given wherever the word's clause stands: relative clauses, reasons, times, concessions.
    Given(usize),
    /// The clause goes along with the word's clause as it is said: participles, arguments.
    Along(usize),
    /// The word embeds the clause.
    Under(usize, Frame),
    /// The clause says what somebody or something does that the word's clause says there is.
    Within(usize),
    /// The clause is what is aimed at.
    Aimed(usize),
    /// The clause is supposed.
    Supposed(usize),
}

/// The kind of an embedding word; `None` for words that embed nothing.
pub(crate) fn kind(tree: Tree<'_>, word: usize) -> Option<Kind> {
    match tree.token(word)?.upos {
        Upos::Verb | Upos::Aux => Some(Kind::Verb),
        Upos::Noun | Upos::Propn | Upos::Pron => Some(Kind::Noun),
        Upos::Adj | Upos::Adv => Some(Kind::Adjective),
        _ => None,
    }
}

/// The lemma of an embedding word with its particle, then without.
pub(crate) fn lemmas(tree: Tree<'_>, word: usize) -> impl Iterator<Item = String> {
    let lemma = tree.lemma(word).to_lowercase();
    // "had to" was done and "will have to" will be, "has to" is an obligation.
    let done = || tree.form(word).eq_ignore_ascii_case("had") || to_come(tree, word);
    let had = (lemma == "have" && done()).then(|| "had".to_owned());
    let particle = tree
        .dependent(word, &[Deprel::CompoundPrt])
        .or_else(|| {
            // "make clear that", "go on to", "call for": the word after may be part of the expression.
            tree.token(word + 1)
                .filter(|t| matches!(t.upos, Upos::Adp | Upos::Adv | Upos::Part | Upos::Adj))
                .filter(|t| t.deprel != Deprel::Case || !is_time(tree, t.head))
                .map(|_| word + 1)
        })
        .map(|p| format!("{lemma}_{}", tree.form(p).to_lowercase()));
    particle.into_iter().chain(had).chain([lemma])
}

/// Whether a word tells when: "insisted on Monday that he would stay" does not insist on the day.
fn is_time(tree: Tree<'_>, word: Option<usize>) -> bool {
    word.is_some_and(|w| nouns::is_time(&tree.lemma(w).to_lowercase()))
}

/// Reads how predicate `p` hangs on what stands above it.
pub(crate) fn step(tree: Tree<'_>, p: usize) -> Step {
    let Some(token) = tree.token(p) else {
        return Step::Top;
    };
    let Some(g) = token.head else { return Step::Top };
    if let Some(noun) = rumoured(tree, g, p) {
        return Step::Under(noun, Frame::That);
    }
    if let Some(noun) = told(tree, p)
        && token.deprel != Deprel::Acl
        && !is_occasion(tree, noun, p)
        && !tree.ancestors(noun).any(|a| a == p)
    {
        return Step::Under(noun, Frame::That);
    }
    // "It was reported that it opened, and was even enlarged": what shares no subject with "it" belongs to the report.
    if token.deprel == Deprel::Conj
        && tree
            .dependent(p, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl])
            .is_none()
        && tree
            .dependents(g, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl])
            .any(|s| tree.form(s).eq_ignore_ascii_case("it"))
        && let Some(content) = tree
            .dependents(g, &[Deprel::Ccomp, Deprel::Csubj])
            .find(|&c| g < c && c < p)
    {
        return Step::Beside(content);
    }
    if let Some(verb) = phrase(tree, g, p) {
        return Step::Under(verb, Frame::Phrasal);
    }
    // "Had it not been for them".
    if matches!(
        token.deprel,
        Deprel::Advcl | Deprel::Conj | Deprel::Parataxis | Deprel::Ccomp
    ) && supposes(tree, p)
    {
        return Step::Supposed(g);
    }
    let complement = matches!(
        token.deprel,
        Deprel::Ccomp | Deprel::Xcomp | Deprel::Csubj | Deprel::CsubjPass | Deprel::CsubjOuter
    );
    if !complement
        && tree
            .dependents(p, &[Deprel::Mark])
            .any(|m| m < p && conditional(tree, m) && (!even(tree, m) || even_if(tree, m)))
    {
        // "It is unclear whether": a complement, whatever the tree says.
        let subjects = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl];
        if (g < p || tree.dependent(g, &subjects).is_none()) && known(tree, g, Frame::If) {
            return Step::Under(g, Frame::If);
        }
        return Step::Supposed(g);
    }
    match token.deprel {
        Deprel::Root => Step::Top,
        Deprel::Conj
        | Deprel::Parataxis
        | Deprel::List
        | Deprel::Dep
        | Deprel::Discourse
        | Deprel::Goeswith => Step::Beside(g),
        Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass | Deprel::CsubjOuter => {
            let frame = frame(tree, g, p);
            // "wept when it was read": a time, not a question.
            if frame == Frame::Wh && !known(tree, g, frame) {
                Step::Given(g)
            } else {
                Step::Under(g, frame)
            }
        }
        Deprel::Xcomp => Step::Under(g, frame(tree, g, p)),
        Deprel::Acl => match outcome(tree, g, p) {
            Some(verb) => Step::Under(verb, Frame::To),
            None => nominal_clause(tree, g, p),
        },
        Deprel::AclRelcl | Deprel::AdvclRelcl => {
            // "that" after a noun for something said is no relative pronoun, whatever the tree says.
            if says(tree, g) && that(tree, p).is_some() {
                Step::Under(g, Frame::That)
            } else {
                described(tree, g).map_or(Step::Given(g), Step::Within)
            }
        }
        Deprel::Appos => {
            if says(tree, g) && that(tree, p).is_some() {
                Step::Under(g, Frame::That)
            } else {
                Step::Given(g)
            }
        }
        Deprel::Advcl => adverbial(tree, g, p),
        // "The change is expected to save money": the saving is expected, not the change.
        Deprel::NsubjPass if tree.dependent(g, &[Deprel::Xcomp, Deprel::Ccomp]).is_some() => Step::Given(g),
        Deprel::Obj | Deprel::NsubjPass => Step::Under(g, Frame::Np),
        Deprel::Nsubj => said_of(tree, g).map_or(Step::Along(g), |said| Step::Under(said, Frame::That)),
        Deprel::Nmod => nominal(tree, g, p),
        Deprel::Obl => oblique(tree, g, p),
        // "The surviving father": said of the noun, not with the clause.
        Deprel::Amod if matches!(token.xpos, "VBN" | "VBG") => Step::Given(g),
        // "A takeover bid": what is bid for.
        Deprel::Compound if known(tree, g, Frame::To) || known(tree, g, Frame::Of) => {
            Step::Under(g, Frame::Of)
        }
        _ => Step::Along(g),
    }
}

/// "Attempts to repair it failed": the verb that says whether it was done.
fn outcome(tree: Tree<'_>, attempt: usize, p: usize) -> Option<usize> {
    let tried = matches!(tree.lemma(attempt), "attempt" | "effort" | "bid" | "push") && infinitive(tree, p);
    let verb = tree.token(attempt)?.head?;
    let subject = tree.deprel(attempt) == Some(Deprel::Nsubj);
    (tried && subject && matches!(tree.lemma(verb), "fail" | "succeed")).then_some(verb)
}

/// "The sale is unlikely", "remains unlikely": the adjective that says of its subject how likely or how sure it is, and nothing
/// besides.
fn said_of(tree: Tree<'_>, head: usize) -> Option<usize> {
    let said = match tree.lemma(head) {
        "remain" | "stay" => tree.dependent(head, &[Deprel::Xcomp])?,
        _ => head,
    };
    let clauses = [Deprel::Xcomp, Deprel::Ccomp, Deprel::Csubj, Deprel::Advcl];
    let alone = tree.dependent(said, &clauses).is_none();
    (alone && kind(tree, said) == Some(Kind::Adjective) && known(tree, said, Frame::That)).then_some(said)
}

/// The verb of a verb and noun that together say whether an infinitive was done: "had the nerve to close it".
fn phrase(tree: Tree<'_>, g: usize, p: usize) -> Option<usize> {
    if p < g || !infinitive(tree, p) {
        return None;
    }
    let verb = if tree.deprel(g) == Some(Deprel::Obj) {
        tree.token(g)?.head?
    } else {
        g
    };
    phrasal(tree, verb).map(|_| verb)
}

/// The object that a verb embeds together with, and the signature of the two.
pub(super) fn phrasal(tree: Tree<'_>, verb: usize) -> Option<(usize, Signature)> {
    tree.dependents(verb, &[Deprel::Obj])
        .find_map(|noun| Some((noun, signatures::phrasal(tree.lemma(verb), tree.lemma(noun))?)))
}

/// Whether a clause supposes by beginning with its auxiliary.
fn supposes(tree: Tree<'_>, p: usize) -> bool {
    tree.dependents(p, &[Deprel::Aux, Deprel::Cop, Deprel::AuxPass])
        .any(|a| {
            matches!(tree.form(a).to_lowercase().as_str(), "had" | "were" | "should")
                && tree.dependent(p, &[Deprel::Mark]).is_none()
                && tree
                    .dependents(p, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl])
                    .any(|s| a < s && s < p && tree.children(s).chain([s]).min() == Some(a + 1))
                && tree.children(p).filter(|&c| c < a).all(|c| {
                    tree.token(c)
                        .is_some_and(|t| matches!(t.upos, Upos::Cconj | Upos::Punct))
                })
        })
}

/// A noun, or a gerund, that a preposition hangs on a noun.
fn nominal(tree: Tree<'_>, g: usize, p: usize) -> Step {
    // "accused the bank of planning it": the clause belongs to the verb.
    if tree.token(p).is_some_and(|t| t.xpos == "VBG")
        && tree.deprel(g) == Some(Deprel::Obj)
        && accuses(tree, g, p)
    {
        return Step::Under(tree.token(g).and_then(|t| t.head).unwrap_or(g), Frame::ObjIng);
    }
    let noun = kind(tree, g) == Some(Kind::Noun);
    let led = |by: &[&str]| noun && by.iter().any(|form| case(tree, p, form));
    if led(&["of"]) || led(&["for", "to", "on", "against"]) && known(tree, g, Frame::Of) {
        Step::Under(g, Frame::Of)
    } else if led(&["about", "over", "surrounding"]) && known(tree, g, Frame::About) {
        Step::Under(g, Frame::About)
    } else {
        Step::Along(g)
    }
}

fn oblique(tree: Tree<'_>, g: usize, p: usize) -> Step {
    // "call for a strike", "succeed in the sale": the preposition belongs to the verb.
    let prepositional = tree.dependent(p, &[Deprel::Case]).is_some_and(|case| {
        let verb = format!("{}_{}", tree.lemma(g), tree.form(case).to_lowercase());
        signatures::plain(Kind::Verb, &verb, Frame::Np).is_some()
    });
    if prepositional {
        Step::Under(g, Frame::Np)
    } else {
        Step::Along(g)
    }
}

fn case(tree: Tree<'_>, p: usize, form: &str) -> bool {
    tree.dependents(p, &[Deprel::Case])
        .any(|c| tree.form(c).eq_ignore_ascii_case(form))
}

fn nominal_clause(tree: Tree<'_>, g: usize, p: usize) -> Step {
    // "A school located there": a participle says what the noun is like.
    if tree.token(p).is_some_and(|t| t.xpos == "VBN")
        && tree
            .dependent(
                p,
                &[
                    Deprel::Mark,
                    Deprel::Aux,
                    Deprel::Cop,
                    Deprel::Nsubj,
                    Deprel::NsubjPass,
                ],
            )
            .is_none()
    {
        // "Get it repaired": what is brought about belongs to the verb.
        if tree.deprel(g) == Some(Deprel::Obj)
            && let Some(verb) = tree.token(g).and_then(|t| t.head)
            && tree.lemma(verb) == "get"
        {
            return Step::Under(verb, Frame::ObjTo);
        }
        return described(tree, g).map_or(Step::Given(g), Step::Within);
    }
    let frame = frame(tree, g, p);
    match frame {
        // "the first to sign it", "one of the few to win": they did.
        Frame::To if ranked(tree, g) => Step::Given(g),
        // "the school where he met her" says where, "the question where he met her" asks.
        Frame::Wh if signatures::plain(Kind::Noun, tree.lemma(g), Frame::Wh).is_none() => Step::Given(g),
        Frame::That | Frame::If | Frame::Wh => Step::Under(g, frame),
        // "allow the sale to proceed": the infinitive belongs to the verb.
        Frame::To | Frame::ObjTo | Frame::PassTo
            if tree.deprel(g) == Some(Deprel::Obj)
                && !known(tree, g, Frame::To)
                && over(tree, g, Frame::ObjTo) =>
        {
            Step::Under(tree.token(g).and_then(|t| t.head).unwrap_or(g), Frame::ObjTo)
        }
        Frame::To | Frame::ObjTo | Frame::PassTo => Step::Under(g, Frame::To),
        // "accuse somebody of taking": the clause belongs to the verb.
        _ if tree.deprel(g) == Some(Deprel::Obj) && accuses(tree, g, p) => {
            Step::Under(tree.token(g).and_then(|t| t.head).unwrap_or(g), Frame::ObjIng)
        }
        // "the possibility of closing": a gerund after "of" is what the noun is about.
        _ if tree.dependent(p, &[Deprel::Mark, Deprel::Case]).is_some() => Step::Under(g, Frame::Of),
        _ => described(tree, g).map_or(Step::Given(g), Step::Within),
    }
}

/// Whether a noun is told from others by its place among them: "the last country", "the only one".
fn ranked(tree: Tree<'_>, noun: usize) -> bool {
    let ranks = |w: usize| {
        matches!(
            tree.lemma(w).to_lowercase().as_str(),
            "first" | "second" | "third" | "last" | "latest" | "only" | "few"
        )
    };
    ranks(noun)
        || tree
            .dependents(noun, &[Deprel::Amod, Deprel::Nummod, Deprel::Advmod])
            .any(|m| m < noun && ranks(m))
}

/// The verb of "there is a man playing", which tells whether there is one who plays.
fn described(tree: Tree<'_>, g: usize) -> Option<usize> {
    let verb = tree.token(g)?.head?;
    (tree.deprel(g) == Some(Deprel::Nsubj)
        && tree.lemma(verb) == "be"
        && tree
            .dependents(verb, &[Deprel::Expl])
            .any(|e| tree.form(e).eq_ignore_ascii_case("there")))
    .then_some(verb)
}

/// Whether a relative clause is an addition, set off by a comma or said of a name: "the act, which limits it".
pub(super) fn added(tree: Tree<'_>, p: usize) -> bool {
    tree.deprel(p) == Some(Deprel::AclRelcl)
        && tree.token(p).and_then(|t| t.head).is_some_and(|g| {
            let first = tree.subtree(p).first().copied().unwrap_or(p);
            let comma = tree.form(first) == "," || first > 0 && tree.form(first - 1) == ",";
            comma || tree.token(g).is_some_and(|t| t.upos == Upos::Propn)
        })
}

fn accuses(tree: Tree<'_>, object: usize, p: usize) -> bool {
    tree.dependent(p, &[Deprel::Mark, Deprel::Case]).is_some() && over(tree, object, Frame::ObjIng)
}

/// Whether the verb over an object has a signature in a frame.
fn over(tree: Tree<'_>, object: usize, frame: Frame) -> bool {
    tree.token(object)
        .and_then(|t| t.head)
        .is_some_and(|verb| known(tree, verb, frame))
}

/// Whether a word stands for what somebody says or hears, and not for what is taken for granted: "denied his arrest",
/// "rumours of his arrest".
pub(super) fn is_told(tree: Tree<'_>, p: usize) -> bool {
    let Step::Under(g, frame) = step(tree, p) else {
        return false;
    };
    kind(tree, g)
        .is_some_and(|kind| lemmas(tree, g).any(|lemma| signatures::source(kind, &lemma, frame).is_some()))
}

/// Whether a word has a signature in a frame.
pub(crate) fn known(tree: Tree<'_>, word: usize, frame: Frame) -> bool {
    kind(tree, word).is_some_and(|kind| {
        lemmas(tree, word).any(|lemma| {
            signatures::source(kind, &lemma, frame).is_some()
                || signatures::plain(kind, &lemma, frame).is_some()
        })
    })
}

fn adverbial(tree: Tree<'_>, g: usize, p: usize) -> Step {
    let frame = frame(tree, g, p);
    if matches!(frame, Frame::To | Frame::ObjTo | Frame::PassTo) {
        // A parser often takes the complement of a verb for a purpose.
        let known = p > g && known(tree, g, frame);
        return if known {
            Step::Under(g, frame)
        } else {
            Step::Aimed(g)
        };
    }
    for mark in tree.dependents(p, &[Deprel::Mark, Deprel::Advmod, Deprel::Case]) {
        match tree.form(mark).to_lowercase().as_str() {
            "so" if tree.form(mark + 1).eq_ignore_ascii_case("that") => return Step::Supposed(g),
            "as" if matches!(tree.form(mark + 1).to_lowercase().as_str(), "if" | "though") => {
                return Step::Supposed(g);
            }
            "before" | "until" | "till" | "once" if !past(tree, p) => return Step::Supposed(g),
            "before" if speaks_of_any(tree, p) => return Step::Supposed(g),
            // "When she resigns, he will follow": it has not happened yet.
            "when" | "whenever" | "after" if !past(tree, p) && to_come(tree, g) => return Step::Supposed(g),
            "that" if kind(tree, g) == Some(Kind::Adjective) => return Step::Under(g, Frame::That),
            // "could raise it by borrowing": the means goes with what is done.
            "by" if tree.token(p).is_some_and(|t| t.xpos == "VBG") => return Step::Along(g),
            mark if gerund(tree, p) => {
                let object = tree.dependent(g, &[Deprel::Obj]).is_some() || passive(tree, g);
                let frame = if object { Frame::ObjIng } else { Frame::Ing };
                let listed = matches!(mark, "from" | "in" | "of");
                // "arrested for taking bribes": what is given as a reason is no content of the verb.
                let other = matches!(
                    mark,
                    "for" | "at" | "on" | "to" | "into" | "about" | "against" | "with"
                );
                // "Found innocent of stealing": the adjective before the preposition says whether they did.
                let judged = tree
                    .dependent(g, &[Deprel::Xcomp])
                    .filter(|&a| kind(tree, a) == Some(Kind::Adjective) && known(tree, a, Frame::Ing));
                if let Some(adjective) = judged.filter(|_| listed) {
                    return Step::Under(adjective, Frame::Ing);
                }
                if listed || other && (known(tree, g, frame) || known(tree, g, Frame::Ing)) {
                    return Step::Under(g, frame);
                }
            }
            _ => {}
        }
    }
    if tree.dependent(p, &[Deprel::Mark]).is_none()
        && tree.token(p).is_some_and(|t| matches!(t.xpos, "VBG" | "VBN"))
    {
        return Step::Along(aside(tree, g, p));
    }
    Step::Given(g)
}

/// The clause that a participle goes along with: set off by a comma, it goes along with the whole sentence and not with
/// the infinitive before it ("refused to return the boy, citing the law").
fn aside(tree: Tree<'_>, g: usize, p: usize) -> usize {
    let first = tree.subtree(p).first().copied().unwrap_or(p);
    let comma = p > g && (tree.form(first) == "," || first > 0 && tree.form(first - 1) == ",");
    let mut clause = g;
    while comma
        && matches!(
            tree.deprel(clause),
            Some(Deprel::Xcomp | Deprel::Acl | Deprel::Advcl)
        )
        && infinitive(tree, clause)
        && let Some(head) = tree.token(clause).and_then(|t| t.head)
        && head < clause
    {
        clause = head;
    }
    clause
}

fn infinitive(tree: Tree<'_>, p: usize) -> bool {
    tree.dependents(p, &[Deprel::Mark, Deprel::Aux])
        .any(|m| tree.form(m).eq_ignore_ascii_case("to"))
}

/// Whether a clause tells of what is to come.
fn to_come(tree: Tree<'_>, p: usize) -> bool {
    tree.dependents(p, &[Deprel::Aux])
        .any(|a| matches!(tree.lemma(a), "will" | "shall") || tree.form(a).eq_ignore_ascii_case("'ll"))
}

/// "Before any boat had arrived": whether one ever did is not told.
fn speaks_of_any(tree: Tree<'_>, p: usize) -> bool {
    let any = |word: usize| {
        matches!(
            tree.form(word).to_lowercase().as_str(),
            "any" | "anyone" | "anybody" | "anything"
        )
    };
    let mut parts = tree.dependents(p, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obj]);
    parts.any(|noun| any(noun) || tree.dependents(noun, &[Deprel::Det]).any(any))
}

fn past(tree: Tree<'_>, p: usize) -> bool {
    tree.token(p).is_some_and(|t| matches!(t.xpos, "VBD" | "VBG"))
        || tree
            .dependents(p, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop])
            .any(|a| tree.token(a).is_some_and(|t| t.xpos == "VBD"))
}
