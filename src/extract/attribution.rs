//! Attribution: who speaks, and parenthetical sources that the tree hangs below what they are the source of.

use std::collections::{HashMap, HashSet};

use super::according::{according, view};
use super::aside::{Aside, asides};
use super::attitude::matter;
use super::embedding::{kind, lemmas};
use super::frame::passive;
use super::knowledge;
use super::quotation;
use super::reading::{At, Reading, Tree};
use crate::lexicon::signatures::Kind;
use crate::text::{Deprel, Upos};

/// Somebody who may be committed, as a place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// The document's author.
    Author,
    /// The phrase with this head.
    Phrase(At),
    /// Nobody is mentioned: the cue stands for the holder.
    Cue(Vec<At>),
}

/// A source that is not above its content in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// The word that reports: a verb, or the noun or preposition of "according to", "in the view of".
    pub(crate) cue: At,
    /// Who, where the cue is no verb.
    pub(crate) who: Option<Who>,
    /// Whether the author says it too ("as the minister says").
    pub(crate) shared: bool,
    /// Whether the cue is a verb put in between, so that nothing above or beside it in the tree counts.
    pub(crate) between: bool,
}

impl Link {
    /// A source whose word stands where the tree has it, and who is not the author as well.
    pub(super) fn new(cue: At, who: Option<Who>) -> Link {
        Link {
            cue,
            who,
            shared: false,
            between: false,
        }
    }
}

/// All sources of a document that stand beside their content.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// From the top word of a content.
    pub(crate) of: HashMap<At, Link>,
    /// From the cue back to the top of the content beside it.
    pub(crate) beside: HashMap<At, At>,
    /// The verbs of relative clauses that tell who a source put in between is.
    pub(crate) inside: HashSet<At>,
    /// From the verb of a source put in between to the words of it.
    pub(crate) asides: HashMap<At, Aside>,
}

impl Links {
    /// Finds the sources that stand beside their content, then those of quotations that run on.
    pub(crate) fn new(reading: &Reading<'_>) -> Links {
        let mut links = Links::default();
        for (at, tree) in reading.trees() {
            for aside in asides(tree) {
                between(tree, at, aside, &mut links);
            }
            for word in 0..tree.len() {
                if links.beside.contains_key(&at.word(word)) {
                    continue;
                }
                if let Some((content, link)) = beside(tree, at, word) {
                    let top = at.word(top_of_coordination(tree, content, word));
                    links.beside.insert(link.cue, top);
                    links.of.entry(top).or_insert(link);
                }
            }
        }
        quotation::link(reading, &mut links);
        links
    }

    /// The sources put in between in the sentence of a place.
    pub(crate) fn asides_beside(&self, at: At) -> Vec<&Aside> {
        let sentence = |a: &At| (a.passage, a.sentence);
        let mut found: Vec<&Aside> = self
            .asides
            .iter()
            .filter(|(a, _)| sentence(a) == sentence(&at))
            .map(|(_, a)| a)
            .collect();
        found.sort_unstable_by_key(|a| a.verb);
        found
    }
}

/// Links what stands around a source put in between to it.
fn between(tree: Tree<'_>, at: At, aside: Aside, links: &mut Links) {
    let inside = |i: usize| aside.words.contains(&i);
    let mut contents: Vec<usize> = (0..tree.len())
        .filter(|&i| !inside(i) && tree.token(i).is_some_and(|t| t.head.is_none_or(inside)))
        .filter(|&i| {
            let clause = tree
                .token(i)
                .is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux))
                || tree
                    .dependent(i, &[Deprel::Cop, Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl])
                    .is_some()
                || tree.deprel(i) == Some(Deprel::Ccomp);
            let phrase = matches!(
                tree.deprel(i),
                Some(
                    Deprel::Appos
                        | Deprel::Acl
                        | Deprel::AclRelcl
                        | Deprel::Nmod
                        | Deprel::Advcl
                        | Deprel::Punct
                )
            );
            clause && (!phrase || goes_on(tree, &aside, i))
        })
        .collect();
    if contents.is_empty() {
        // What is said may have been taken for one long name of the speaker's.
        contents.extend((0..aside.words.start).find(|&i| {
            tree.token(i).is_some_and(|t| {
                t.upos == Upos::Noun && t.head.is_some_and(inside) && t.deprel == Deprel::Nsubj
            })
        }));
    }
    if contents.is_empty() && aside.words.start == 0 {
        contents.extend(
            (aside.words.end..tree.len()).find(|&i| tree.token(i).is_some_and(|t| t.head.is_none_or(inside))),
        );
    }
    let Some(&first) = contents.first() else { return };
    links.beside.insert(at.word(aside.verb), at.word(first));
    links.inside.extend(
        aside
            .words
            .clone()
            .filter(|&i| i != aside.verb && tree.deprel(i) == Some(Deprel::AclRelcl))
            .map(|i| at.word(i)),
    );
    for content in contents {
        links.of.entry(at.word(content)).or_insert(Link {
            cue: at.word(aside.verb),
            who: Some(Who::Phrase(at.word(aside.speaker))),
            shared: false,
            between: true,
        });
    }
    links.asides.insert(at.word(aside.verb), aside);
}

/// Whether a participle after a source put in between goes on with what was said before it ("…, says Ms Berg, making it
/// hard to leave"): whoever is not quoted word for word has nothing else told of them there.
pub(super) fn goes_on(tree: Tree<'_>, aside: &Aside, word: usize) -> bool {
    let marks = aside.words.start.saturating_sub(2)..aside.words.start;
    let quoted = |i: usize| matches!(tree.form(i), "”" | "\"" | "''" | "’");
    word >= aside.words.end
        && aside.words.start > 0
        && !marks.into_iter().any(quoted)
        && tree.deprel(word) == Some(Deprel::Advcl)
        && std::iter::once(word)
            .chain(tree.dependents(word, &[Deprel::Aux, Deprel::AuxPass]))
            .any(|i| tree.token(i).is_some_and(|t| t.xpos == "VBG"))
        && tree.dependent(word, &[Deprel::Mark]).is_none()
        && !reports(tree, word)
        && matter(tree, word).is_empty()
}

/// A source that stands at `word` beside its content.
fn beside(tree: Tree<'_>, at: At, word: usize) -> Option<(usize, Link)> {
    parenthesis(tree, at, word)
        .or_else(|| according(tree, at, word))
        .or_else(|| view(tree, at, word))
}

/// "…, says Mr Hong, …", "…, it was reported, …", "…, as the minister said".
fn parenthesis(tree: Tree<'_>, at: At, verb: usize) -> Option<(usize, Link)> {
    if !reports(tree, verb) {
        return None;
    }
    // "X, the judge told the jury; Y": what stands behind the mark is said as well.
    let goes_on = |c: usize| c > verb && (verb..c).any(|i| tree.form(i) == ";");
    let has_content = tree
        .dependents(verb, &[Deprel::Ccomp, Deprel::Csubj])
        .any(|c| !goes_on(c));
    if has_content {
        return None;
    }
    let head = tree.token(verb)?.head;
    match tree.deprel(verb)? {
        Deprel::Parataxis | Deprel::Dep | Deprel::Discourse | Deprel::Conj
            if somebody_speaks(tree, verb)
                && edged(tree, verb)
                && !joined(tree, verb)
                && !tells_that(tree, verb) =>
        {
            let shared = as_marked(tree, verb);
            Some((head?, link(at, verb, shared)))
        }
        Deprel::Advcl if as_marked(tree, verb) && !has_object(tree, verb) && !is_read_out(tree, verb) => {
            // "Left as planned": it left, and nobody says so.
            let ahead = LOOKING_AHEAD.contains(&tree.lemma(verb));
            (!ahead).then_some((head?, link(at, verb, true)))
        }
        _ => {
            // The verb is the head, and what is said hangs below it without being its complement.
            let content = tree
                .dependents(verb, &[Deprel::Parataxis, Deprel::Dep])
                .find(|&c| c < verb && !reports_with_subject(tree, c))?;
            (somebody_speaks(tree, verb) && !has_object(tree, verb)).then(|| (content, link(at, verb, false)))
        }
    }
}

fn link(at: At, cue: usize, shared: bool) -> Link {
    Link {
        cue: at.word(cue),
        who: None,
        shared,
        between: false,
    }
}

/// Verbs for what is to come: "as" compares with it what came.
const LOOKING_AHEAD: &[&str] = &[
    "plan", "hope", "fear", "intend", "promise", "pledge", "want", "wish", "demand", "request", "propose",
    "order",
];

/// "As the verdict was read out" tells when, and "as was reported" who says so.
fn is_read_out(tree: Tree<'_>, verb: usize) -> bool {
    tree.dependent(verb, &[Deprel::NsubjPass])
        .is_some_and(|s| !tree.form(s).eq_ignore_ascii_case("it"))
}

fn has_object(tree: Tree<'_>, verb: usize) -> bool {
    tree.dependent(verb, &[Deprel::Obj]).is_some()
}

/// Whether a conjunction joins the clause of the verb to what stands before, or the verb has an object of its own.
fn joined(tree: Tree<'_>, verb: usize) -> bool {
    tree.deprel(verb) == Some(Deprel::Conj)
        && (tree
            .dependent(verb, &[Deprel::Cc, Deprel::Obl, Deprel::Xcomp, Deprel::Advcl])
            .is_some()
            || has_object(tree, verb))
}

/// "We don't know that yet": the verb says it of what was said before.
fn tells_that(tree: Tree<'_>, verb: usize) -> bool {
    let that = |o| matches!(tree.lemma(o), "that" | "this" | "it");
    tree.dependent(verb, &[Deprel::Obj]).is_some_and(that)
}

fn reports_with_subject(tree: Tree<'_>, verb: usize) -> bool {
    reports(tree, verb) && somebody_speaks(tree, verb)
}

fn as_marked(tree: Tree<'_>, verb: usize) -> bool {
    tree.dependents(verb, &[Deprel::Mark, Deprel::Advmod])
        .any(|m| tree.form(m).eq_ignore_ascii_case("as"))
}

/// Whether the verb can report a clause.
pub(crate) fn reports(tree: Tree<'_>, verb: usize) -> bool {
    kind(tree, verb) == Some(Kind::Verb) && lemmas(tree, verb).any(|lemma| knowledge::reports(&lemma))
}

fn somebody_speaks(tree: Tree<'_>, verb: usize) -> bool {
    passive(tree, verb) || tree.dependent(verb, &[Deprel::Nsubj, Deprel::Expl]).is_some()
}

/// Whether punctuation sets the clause of the verb off from what it hangs on.
fn edged(tree: Tree<'_>, verb: usize) -> bool {
    let words = tree.subtree(verb);
    let mark = |i: Option<usize>| {
        i.and_then(|i| tree.token(i))
            .is_some_and(|t| t.upos == Upos::Punct)
    };
    let (first, last) = (
        words.first().copied().unwrap_or(verb),
        words.last().copied().unwrap_or(verb),
    );
    mark(Some(first)) || mark(first.checked_sub(1)) || mark(Some(last)) || mark(Some(last + 1))
}

/// A source after several joined clauses is the source of all; one at the end is the source of the whole sentence.
fn top_of_coordination(tree: Tree<'_>, content: usize, source: usize) -> usize {
    let last = tree.subtree(source).last().copied().unwrap_or(source);
    let ends = (last + 1..tree.len()).all(|i| tree.token(i).is_some_and(|t| t.upos == Upos::Punct))
        && tree.ancestors(source).all(|a| a < source);
    let mut top = content;
    for _ in 0..tree.len() {
        match (tree.deprel(top), tree.token(top).and_then(|t| t.head)) {
            (Some(Deprel::Conj), Some(head)) => top = head,
            (Some(Deprel::Ccomp | Deprel::Parataxis | Deprel::Advcl), Some(head)) if ends => top = head,
            _ => break,
        }
    }
    top
}

/// The head of the phrase that names who does what the verb says, wherever in the sentence it stands.
pub(crate) fn subject(tree: Tree<'_>, verb: usize) -> Option<usize> {
    let mut current = verb;
    for _ in 0..tree.len() {
        let own = if passive(tree, current) && current == verb {
            agent(tree, current)
        } else {
            // The subject of what is said sometimes hangs on the verb of saying too: its own stands nearer.
            tree.dependents(current, &[Deprel::Nsubj, Deprel::NsubjPass])
                .filter(|_| !passive(tree, current))
                .min_by_key(|s| s.abs_diff(current))
        };
        let (deprel, head) = (tree.deprel(current)?, tree.token(current)?.head);
        if let Some(own) = own {
            let relative = matches!(tree.form(own).to_lowercase().as_str(), "who" | "which" | "that")
                && deprel == Deprel::AclRelcl;
            let antecedent = head.map(|h| {
                tree.dependent(h, &[Deprel::Cop])
                    .and(tree.dependent(h, &[Deprel::Nsubj]))
                    .unwrap_or(h)
            });
            return if relative { antecedent } else { Some(own) };
        }
        if passive(tree, current) && current == verb {
            return None;
        }
        match deprel {
            Deprel::Conj | Deprel::Xcomp | Deprel::Advcl => {
                let head = head?;
                // "He had this to say".
                if deprel == Deprel::Xcomp
                    && tree.lemma(head) != "have"
                    && let Some(object) = tree.dependent(head, &[Deprel::Obj])
                {
                    return Some(object);
                }
                if passive(tree, head) {
                    return tree.dependent(head, &[Deprel::NsubjPass]);
                }
                current = head;
            }
            Deprel::Acl => return head,
            _ => return None,
        }
    }
    None
}

fn agent(tree: Tree<'_>, verb: usize) -> Option<usize> {
    tree.dependents(verb, &[Deprel::OblAgent, Deprel::Obl])
        .find(|&a| {
            tree.dependents(a, &[Deprel::Case])
                .any(|c| tree.form(c).eq_ignore_ascii_case("by"))
        })
}

/// The words of the phrase with the given head, without clauses and appositions that hang on it.
pub(crate) fn phrase(tree: Tree<'_>, head: usize) -> Vec<usize> {
    let words = tree.subtree_without(head, |c| match tree.deprel(c) {
        Some(
            Deprel::AclRelcl
            | Deprel::Acl
            | Deprel::Appos
            | Deprel::Parataxis
            | Deprel::Punct
            | Deprel::Ccomp
            | Deprel::Advcl
            | Deprel::Cop
            | Deprel::Mark
            | Deprel::Nsubj,
        ) => true,
        // The preposition before the phrase and the genitive's sign after it are no part of it.
        Some(Deprel::Case | Deprel::Advmod | Deprel::Cc) => tree.token(c).and_then(|t| t.head) == Some(head),
        _ => false,
    });
    // What stands apart is no part of it either.
    let in_phrase = |w: &usize| words.contains(w);
    let first = (0..head).rev().take_while(in_phrase).last().unwrap_or(head);
    let last = (head + 1..tree.len())
        .take_while(in_phrase)
        .last()
        .unwrap_or(head);
    (first..=last).collect()
}

/// Whether the word is "I" or "we".
pub(crate) fn first_person(tree: Tree<'_>, word: usize) -> bool {
    matches!(
        tree.form(word).to_lowercase().as_str(),
        "i" | "we" | "me" | "us" | "my" | "our" | "myself" | "ourselves"
    )
}
