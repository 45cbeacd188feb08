//! Which clauses are claims of their own: not the frames that only say who says it, or how surely.

use super::clause::{self, Clause, Form};
use super::knowledge::{self, Sort};
use super::reading::Tree;
use super::role;
use crate::lexicon::signatures::{self, Frame, Kind};
use crate::lexicon::speech;
use crate::text::{Deprel, Upos};

/// Verbs that say of another predicate that it seems, begins, happens: what they frame is the claim.
const RAISING: &[&str] = &[
    "seem", "appear", "tend", "happen", "prove", "turn", "fail", "manage", "continue", "begin", "start",
    "cease", "used", "have", "go", "get", "come", "stop", "keep", "bother", "proceed", "ought", "need",
    "dare",
];

/// Verbs that in the passive pass on what is said, thought or expected: "is said to have sold".
const PASSED_ON: &[&str] = &[
    "say",
    "think",
    "believe",
    "report",
    "know",
    "allege",
    "claim",
    "expect",
    "suppose",
    "rumour",
    "rumor",
    "consider",
    "understand",
    "deem",
    "presume",
    "estimate",
    "find",
    "see",
    "hold",
    "assume",
    "schedule",
    "set",
    "project",
    "predict",
    "forecast",
    "show",
    "prove",
    "reckon",
    "feel",
    "intend",
    "mean",
    "like",
];

/// Adjectives that say how sure something is: "is likely to close".
const SURENESS: &[&str] = &[
    "likely",
    "unlikely",
    "certain",
    "sure",
    "bound",
    "able",
    "unable",
    "set",
    "due",
    "about",
    "supposed",
    "apt",
    "liable",
    "poised",
    "possible",
    "impossible",
    "probable",
    "improbable",
    "clear",
    "unclear",
    "true",
    "untrue",
    "false",
    "obvious",
    "evident",
    "apparent",
    "conceivable",
    "doubtful",
    "undeniable",
    "plausible",
    "implausible",
    "plain",
    "uncertain",
    "unsure",
    "confident",
    "aware",
    "convinced",
    "correct",
    "wrong",
    "incorrect",
    "inconceivable",
    "slated",
];

/// Whether an adjective says how sure something is.
pub(super) fn is_sureness(lemma: &str) -> bool {
    SURENESS.contains(&lemma)
}

/// Nouns that say that something is so, is thought so, or is shown: with a clause they are frames.
const FRAME_NOUNS: &[&str] = &[
    "evidence",
    "proof",
    "sign",
    "indication",
    "suggestion",
    "doubt",
    "question",
    "report",
    "claim",
    "reason",
    "possibility",
    "chance",
    "likelihood",
    "probability",
    "hint",
    "allegation",
    "rumour",
    "rumor",
    "confirmation",
    "fact",
    "truth",
    "case",
    "idea",
    "belief",
    "hope",
    "fear",
    "concern",
    "suspicion",
    "speculation",
    "risk",
    "danger",
    "prospect",
];

/// Whether a clause makes a claim of its own.
pub(super) fn is_claim(tree: Tree<'_>, clause: Clause, all: &[Clause]) -> bool {
    let word = clause.word;
    let content = content(tree, word, all);
    if content.is_some() && is_frame(tree, clause) {
        return false;
    }
    if is_raising(tree, word) || asks(tree, word) || waits(tree, word) || only_seems(tree, word) {
        return false;
    }
    if clause.form == Form::Verb && only_speaks(tree, word) {
        return false;
    }
    if clause.form == Form::Verb && only_shows(tree, word) {
        return false;
    }
    // "…, says Mr Hong": what is said stands above.
    if clause.form == Form::Verb && speaks_of_above(tree, word) {
        return false;
    }
    if clause.form == Form::Existence && frames_existence(tree, word, all) {
        return false;
    }
    true
}

/// The clause that completes a predicate.
fn content(tree: Tree<'_>, word: usize, all: &[Clause]) -> Option<usize> {
    let clausal = |c: &usize| all.iter().any(|k| k.word == *c);
    let that = |c: usize| {
        tree.dependents(c, &[Deprel::Mark])
            .any(|m| tree.lemma(m) == "that")
    };
    // "Said that it closed and that it may open": two contents of one verb, and not the second of the first.
    let beside = |c: usize| {
        tree.deprel(c) == Some(Deprel::Conj)
            && (that(word) || matches!(tree.deprel(word), Some(Deprel::Ccomp | Deprel::Csubj)))
    };
    let loose = tree
        .dependents(
            word,
            &[
                Deprel::Advcl,
                Deprel::Conj,
                Deprel::Parataxis,
                Deprel::Acl,
                Deprel::Dep,
            ],
        )
        .filter(|&c| c > word && that(c) && !beside(c));
    tree.dependents(word, &[Deprel::Ccomp, Deprel::Csubj, Deprel::CsubjPass])
        .chain(loose)
        .find(clausal)
        .filter(|&c| clause::is_finite(tree, c) || tree.dependent(c, clause::SUBJECTS).is_some())
        .or_else(|| {
            // The quotation beside a speech verb.
            let speech = knowledge::reports(tree.lemma(word));
            tree.dependents(word, &[Deprel::Parataxis])
                .find(clausal)
                .filter(|_| speech)
        })
}

/// Whether a predicate with a content clause only says who says it, or how surely.
fn is_frame(tree: Tree<'_>, clause: Clause) -> bool {
    match clause.form {
        // Causing and making sure are things done.
        Form::Verb => !matches!(
            tree.lemma(clause.word),
            "ensure" | "cause" | "make" | "let" | "require" | "order" | "have"
        ),
        Form::Existence => true,
        Form::Copula => {
            let core = tree.token(clause.core);
            let noun = core.is_some_and(|t| t.upos == Upos::Noun);
            !noun
                || FRAME_NOUNS.contains(&tree.lemma(clause.core))
                || tree.dependent(clause.word, &[Deprel::Expl]).is_some()
        }
    }
}

/// Whether a predicate hands its subject down and frames what follows: "seems to", "is likely to", "is said to".
pub(super) fn is_raising(tree: Tree<'_>, word: usize) -> bool {
    let Some(xcomp) = tree.dependent(word, &[Deprel::Xcomp]) else {
        return false;
    };
    let verbal = tree.token(xcomp).is_some_and(|t| t.upos == Upos::Verb)
        || tree.dependent(xcomp, &[Deprel::Cop, Deprel::Mark]).is_some();
    if !verbal || tree.dependent(word, &[Deprel::Obj, Deprel::Iobj]).is_some() {
        return false;
    }
    let lemma = tree.lemma(word);
    let passive = tree
        .dependent(word, &[Deprel::NsubjPass, Deprel::AuxPass])
        .is_some();
    let adjective = tree.token(word).is_some_and(|t| t.upos == Upos::Adj);
    if adjective {
        return SURENESS.contains(&lemma);
    }
    if passive
        || tree
            .token(word)
            .is_some_and(|t| t.xpos == "VBN" && tree.dependent(word, &[Deprel::Aux]).is_none())
    {
        return PASSED_ON.contains(&lemma) || RAISING.contains(&lemma);
    }
    RAISING.contains(&lemma) || lemma == "use" && tree.token(word).is_some_and(|t| t.xpos == "VBD")
}

/// "How events develop", "whether it will rain": what is asked is not said.
fn asks(tree: Tree<'_>, word: usize) -> bool {
    let embedded = matches!(
        tree.deprel(word),
        Some(
            Deprel::Ccomp
                | Deprel::Acl
                | Deprel::Csubj
                | Deprel::CsubjPass
                | Deprel::Xcomp
                | Deprel::Obl
                | Deprel::Nmod
        )
    );
    let asked =
        |m: usize| m < word && matches!(tree.form(m).to_lowercase().as_str(), "how" | "why" | "whether");
    let first = tree.subtree(word).into_iter().next();
    // "How many people died".
    let how_many = first.is_some_and(|i| asked(i) && matches!(tree.lemma(i + 1), "many" | "much" | "few"));
    embedded && (how_many || tree.dependents(word, &[Deprel::Mark, Deprel::Advmod]).any(asked))
}

/// "It remains to be seen whether it holds": nobody says that it is not seen.
fn waits(tree: Tree<'_>, word: usize) -> bool {
    let above = tree.token(word).and_then(|t| t.head);
    tree.lemma(word) == "see" && above.is_some_and(|h| tree.lemma(h) == "remain")
}

/// "It appears", with what appears out of reach.
fn only_seems(tree: Tree<'_>, word: usize) -> bool {
    matches!(tree.lemma(word), "seem" | "appear" | "happen")
        && tree
            .dependent(word, &[Deprel::Nsubj, Deprel::Expl])
            .is_some_and(|s| tree.form(s).eq_ignore_ascii_case("it"))
}

/// "He added", "suggests Mr Lee": a verb of speech with nothing but its speaker.
fn only_speaks(tree: Tree<'_>, word: usize) -> bool {
    if !knowledge::reports(tree.lemma(word)) {
        return false;
    }
    // "It is asserted by the Crown", beside what is asserted.
    let it = tree
        .dependent(word, &[Deprel::NsubjPass])
        .is_some_and(|s| tree.form(s).eq_ignore_ascii_case("it"));
    if it
        && !matches!(
            tree.deprel(word),
            Some(Deprel::Root | Deprel::Conj | Deprel::Ccomp)
        )
    {
        return true;
    }
    // "The strike will continue": nobody speaks. "He confessed": that is what he did.
    let speaker = tree.dependent(word, &[Deprel::Nsubj]);
    let thing = speaker.is_some_and(|s| {
        let noun = tree.token(s).is_some_and(|t| t.upos == Upos::Noun);
        noun && knowledge::sort(tree.lemma(s)) == Sort::Act
    });
    // So is "the dam held".
    if thing || matches!(tree.lemma(word), "confess" | "hold") {
        return false;
    }
    let arguments = [Deprel::Obl, Deprel::Xcomp, Deprel::Iobj, Deprel::NsubjPass];
    let object = tree.dependent(word, &[Deprel::Obj]);
    // A name behind the verb that lacks a subject is its subject.
    let inverted = object.is_some_and(|o| {
        o > word
            && tree.token(o).is_some_and(|t| t.upos == Upos::Propn)
            && tree.dependent(word, clause::SUBJECTS).is_none()
    });
    (object.is_none() || inverted) && tree.dependent(word, &arguments).is_none()
}

/// "X, she said": the verb stands beside what it reports.
fn speaks_of_above(tree: Tree<'_>, word: usize) -> bool {
    let beside = matches!(tree.deprel(word), Some(Deprel::Parataxis | Deprel::Discourse))
        || matches!(tree.deprel(word), Some(Deprel::Advcl))
            && tree
                .dependents(word, &[Deprel::Mark])
                .any(|m| tree.form(m).eq_ignore_ascii_case("as"));
    beside
        && knowledge::reports(tree.lemma(word))
        && tree.dependent(word, &[Deprel::Obj, Deprel::Ccomp]).is_none()
}

/// "…, figures showed": what they showed stands elsewhere.
fn only_shows(tree: Tree<'_>, word: usize) -> bool {
    let shown = [
        Deprel::Obj,
        Deprel::Xcomp,
        Deprel::Ccomp,
        Deprel::Obl,
        Deprel::Csubj,
    ];
    let paper = |s: usize| {
        let lemma = tree.lemma(s);
        speech::document(lemma) || lemma == "figure" || knowledge::sort(lemma) != Sort::Person
    };
    signatures::plain(Kind::Verb, tree.lemma(word), Frame::That).is_some()
        && tree.dependent(word, &shown).is_none()
        && tree
            .dependent(word, &[Deprel::Nsubj])
            .is_some_and(|s| tree.token(s).is_some_and(|t| t.upos == Upos::Noun) && paper(s))
}

/// "There is no evidence that …": what the clause says is the claim.
fn frames_existence(tree: Tree<'_>, word: usize, all: &[Clause]) -> bool {
    let subject = tree.dependent(word, clause::SUBJECTS).unwrap_or(word);
    let says = |c: &usize| {
        all.iter().any(|k| k.word == *c)
            && clause::is_finite(tree, *c)
            && (tree.dependent(*c, &[Deprel::Mark]).is_some()
                || tree
                    .dependents(*c, &[Deprel::Obj])
                    .any(|o| role::is_complementiser(tree, *c, o)))
    };
    let below = [subject, word];
    let framed = below
        .iter()
        .flat_map(|&b| {
            tree.dependents(b, &[Deprel::Acl, Deprel::Ccomp, Deprel::AclRelcl, Deprel::Xcomp])
                .collect::<Vec<_>>()
        })
        .any(|c| says(&c) || suggests(tree, c));
    let token = tree.token(subject);
    framed && (FRAME_NOUNS.contains(&tree.lemma(subject)) || token.is_some_and(|t| t.upos == Upos::Pron))
}

/// "Nothing to suggest that …".
fn suggests(tree: Tree<'_>, word: usize) -> bool {
    tree.dependent(word, &[Deprel::Ccomp]).is_some()
}
