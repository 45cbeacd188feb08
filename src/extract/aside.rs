//! Sources put in between, read from the words: "…, says Ms Berg, …", "…, officials said on Monday."
//!
//! Trees often go wrong around these, because the verb and what it reports stand in the wrong order. The words do not
//! mislead: between two marks there is a verb of speech or thought, somebody who speaks, and nothing else.

use std::ops::Range;

use super::knowledge;
use super::reading::Tree;
use super::verdict::claims;
use crate::lexicon::speech;
use crate::text::{Deprel, Upos};

/// A source put in between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aside {
    /// The words between the marks.
    pub(crate) words: Range<usize>,
    /// The verb.
    pub(crate) verb: usize,
    /// The words for who speaks.
    pub(crate) source: Range<usize>,
    /// The head of the phrase for who speaks.
    pub(crate) speaker: usize,
}

/// The longest stretch that is still an aside.
const LONGEST: usize = 18;

/// The furthest place of a colon after somebody's name.
const ANNOUNCED: usize = 8;

/// Finds the asides of a sentence.
pub(crate) fn asides(tree: Tree<'_>) -> Vec<Aside> {
    let mut found = Vec::new();
    let mut start = None;
    for i in 0..=tree.len() {
        if i < tree.len() && !mark(tree, i) {
            continue;
        }
        // What stands first in a sentence is put before and not in between.
        if let Some(start) = start
            && i > start
            && i - start <= LONGEST
        {
            let any = beside_quotation(tree, &(start..i));
            found.extend(inverted(tree, start..i, any).or_else(|| straight(tree, start..i, any)));
        }
        // Whoever speaks stands outside the quotation.
        start = (!opens_quotation(tree, i)).then_some(i + 1);
    }
    found.extend(announced(tree));
    found
}

/// Whether a mark opens a quotation: one that is written at the word behind it, and not at the one before.
fn opens_quotation(tree: Tree<'_>, mark: usize) -> bool {
    let touch = |first: Option<usize>, second: usize| {
        let ends = first.and_then(|i| tree.token(i)).map(|t| t.span.end);
        ends.is_some() && ends == tree.token(second).map(|t| t.span.start)
    };
    matches!(tree.form(mark), "\"" | "“" | "``")
        && touch(Some(mark), mark + 1)
        && !touch(mark.checked_sub(1), mark)
}

/// Whether a quotation that waits for its speaker ends or begins at the words: any verb between the marks tells then how
/// it was said ("“Never!” she thundered").
fn beside_quotation(tree: Tree<'_>, words: &Range<usize>) -> bool {
    let form = |i: Option<usize>| i.map_or("", |i| tree.form(i));
    let closing = words.start.checked_sub(1);
    let before = matches!(form(closing), "”" | "\"" | "''")
        && matches!(
            form(closing.and_then(|c| c.checked_sub(1))),
            "," | "?" | "!" | "—" | "-"
        )
        || matches!(form(closing), ",") && matches!(form(closing.and_then(|c| c.checked_sub(1))), "”" | "’");
    let after =
        matches!(tree.form(words.end), "," | ":") && matches!(tree.form(words.end + 1), "“" | "\"" | "``");
    before || after
}

/// "Smith: the bridge is safe", "Poll: voters want a bridge": somebody, a colon, and what is said.
fn announced(tree: Tree<'_>) -> Option<Aside> {
    let colon = (0..tree.len().min(ANNOUNCED)).find(|&i| tree.form(i) == ":")?;
    let source = 0..colon;
    let name = |i: usize| {
        tree.token(i).is_some_and(|t| {
            t.upos == Upos::Propn || tree.form(i).starts_with(char::is_uppercase) && t.upos == Upos::Noun
        })
    };
    let speaker = head(tree, source.clone())?;
    let token = tree.token(speaker)?;
    let lemma = token.lemma.to_lowercase();
    let speaks = speech::document(&lemma) || speech::speaker(&lemma) || token.upos == Upos::Propn;
    let named = source
        .clone()
        .all(|i| name(i) || nominal(tree, i) && tree.token(i).is_some_and(|t| t.upos != Upos::Pron));
    let follows = tree.len() > colon + 3;
    (named
        && speaks
        && follows
        && tree
            .token(colon.checked_sub(1)?)
            .is_some_and(|t| t.upos != Upos::Num))
    .then_some(Aside {
        words: 0..colon + 1,
        verb: colon,
        source,
        speaker,
    })
}

/// Whether the word is a mark that an aside stands between.
fn mark(tree: Tree<'_>, i: usize) -> bool {
    // "A five-year deal".
    let joins = matches!(tree.form(i), "-" | "–") && tree.is_glued(i) && tree.is_glued(i + 1);
    !joins
        && matches!(
            tree.form(i),
            "," | "."
                | "”"
                | "“"
                | "\""
                | "''"
                | "``"
                | "’"
                | "‘"
                | "—"
                | "–"
                | "-"
                | "--"
                | ";"
                | ":"
                | "!"
                | "?"
                | ")"
                | "("
                | "…"
                | "..."
        )
}

/// "says Ms Berg", "said the minister in a statement".
fn inverted(tree: Tree<'_>, words: Range<usize>, any: bool) -> Option<Aside> {
    let verb = words.start;
    let first = verb + 1;
    // Whoever is told stands right after the verb: "told us" has its speaker elsewhere.
    if first >= words.end || !speech(tree, verb, any) || tells(tree, verb) {
        return None;
    }
    let token = tree.token(first)?;
    let opens = matches!(
        token.upos,
        Upos::Propn | Upos::Det | Upos::Pron | Upos::Noun | Upos::Adj | Upos::Num
    );
    if !opens || !(first..words.end).all(|i| nominal(tree, i)) {
        return None;
    }
    // "he says it", "he told reporters" have an object and no subject after the verb.
    if token.upos == Upos::Pron
        && matches!(
            tree.form(first).to_lowercase().as_str(),
            "it" | "that" | "this" | "them" | "him" | "her" | "me" | "us"
        )
    {
        return None;
    }
    Some(Aside {
        speaker: head(tree, first..words.end)?,
        source: first..words.end,
        words,
        verb,
    })
}

/// "Ms Berg said", "officials have said on Monday".
fn straight(tree: Tree<'_>, words: Range<usize>, any: bool) -> Option<Aside> {
    let relative = words.clone().find(|&i| relative(tree, i));
    let spoken = |i: &usize| {
        speech(tree, *i, any)
            && tree
                .token(*i)
                .is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux))
    };
    let verb = match relative {
        Some(pronoun) => after_relative(tree, pronoun, words.end).filter(spoken),
        None => words.clone().find(spoken),
    }?;
    let mut end = verb;
    while end > words.start
        && tree.token(end - 1).is_some_and(|t| {
            matches!(t.upos, Upos::Adv)
                || matches!(tree.lemma(end - 1), "have") && matches!(t.upos, Upos::Aux | Upos::Verb)
        })
    {
        end -= 1;
    }
    // A bare participle describes: "terms agreed in May".
    let perfect = (end..verb).any(|i| tree.lemma(i) == "have");
    if tree.token(verb).is_some_and(|t| t.xpos == "VBN") && !perfect {
        return None;
    }
    let named = words.start..relative.unwrap_or(end);
    if named.is_empty() || !named.clone().all(|i| nominal(tree, i)) {
        return None;
    }
    // ", a claim the army denied": the claim does not speak.
    let claimed = |i: usize| claims(tree, i) && i + 1 < named.end && tree.form(i + 1) != "of";
    if named.clone().any(claimed) {
        return None;
    }
    // No preposition opens the phrase of somebody who speaks.
    if !tree.token(words.start).is_some_and(|t| {
        matches!(
            t.upos,
            Upos::Propn | Upos::Det | Upos::Pron | Upos::Noun | Upos::Adj | Upos::Num
        )
    }) {
        return None;
    }
    if matches!(
        tree.form(words.start).to_lowercase().as_str(),
        "who" | "which" | "that" | "what" | "it" | "whom" | "whose" | "there"
    ) {
        return None;
    }
    // After the verb: to whom, when, where; no object.
    let told = tells(tree, verb);
    let mut open = told;
    for i in verb + 1..words.end {
        let token = tree.token(i)?;
        match token.upos {
            Upos::Adp => open = true,
            Upos::Adv => {}
            // Times stand without a preposition: "said Tuesday", "said last week".
            _ if matches!(token.deprel, Deprel::OblUnmarked) => open = true,
            Upos::Propn if i == verb + 1 => open = true,
            Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Det | Upos::Part if open => {}
            // Whoever is told; "told us anything" has said all of it.
            Upos::Pron if told && token.xpos == "PRP" => {}
            _ => return None,
        }
    }
    Some(Aside {
        speaker: head(tree, named)?,
        source: words.start..end,
        words,
        verb,
    })
}

/// Whether the word opens a relative clause.
fn relative(tree: Tree<'_>, i: usize) -> bool {
    tree.token(i)
        .is_some_and(|t| matches!(t.xpos, "WP" | "WDT" | "WP$"))
}

/// The verb after a relative clause that stands between somebody and what they say: "two people who saw it said".
fn after_relative(tree: Tree<'_>, pronoun: usize, end: usize) -> Option<usize> {
    let finite = |i: usize| {
        tree.token(i)
            .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD"))
    };
    let first = (pronoun + 1..end).find(|&i| finite(i))?;
    let verb = (first + 1..end).rev().find(|&i| finite(i))?;
    // Nothing joins the second verb to the first.
    let joined = (first..verb).any(|i| {
        tree.token(i)
            .is_some_and(|t| matches!(t.upos, Upos::Cconj | Upos::Sconj))
    });
    (!joined).then_some(verb)
}

/// Whether the verb has whoever is told as its object.
fn tells(tree: Tree<'_>, verb: usize) -> bool {
    matches!(
        tree.lemma(verb),
        "tell" | "inform" | "remind" | "assure" | "warn" | "advise" | "notify" | "reassure"
    )
}

/// Whether the word, as a verb, can report; between marks of a quotation any verb can, unless it links or helps; a noun in "-s" after a mark may be a verb taken for one.
fn speech(tree: Tree<'_>, i: usize, any: bool) -> bool {
    let Some(token) = tree.token(i) else { return false };
    let tagged = matches!(token.xpos, "VBZ" | "VBD" | "VBP" | "VBN") || token.xpos == "NNS";
    if any
        && token.upos == Upos::Verb
        && matches!(token.xpos, "VBZ" | "VBD" | "VBP")
        && !matches!(token.lemma.as_str(), "be" | "have" | "do")
    {
        return true;
    }
    tagged && knowledge::reports(&token.lemma.to_lowercase())
}

/// Whether the word can be part of a phrase for somebody.
pub(super) fn nominal(tree: Tree<'_>, i: usize) -> bool {
    tree.token(i).is_some_and(|t| {
        matches!(
            t.upos,
            Upos::Propn
                | Upos::Noun
                | Upos::Det
                | Upos::Adj
                | Upos::Num
                | Upos::Adp
                | Upos::Pron
                | Upos::Cconj
                | Upos::Sym
        ) || matches!(t.xpos, "POS" | "HYPH" | "IN") && !tree.form(i).eq_ignore_ascii_case("that")
    })
}

/// The head of the phrase: its first word that hangs on nothing inside it.
fn head(tree: Tree<'_>, words: Range<usize>) -> Option<usize> {
    let top = words.clone().find(|&i| {
        tree.token(i).is_some_and(|t| {
            matches!(
                t.upos,
                Upos::Propn | Upos::Noun | Upos::Pron | Upos::Num | Upos::Adj
            ) && t.head.is_none_or(|h| !words.contains(&h))
        })
    })?;
    // "People familiar with the talks": who they are, whatever the tree makes of what is said of them.
    let described = (words.start..top).find(|&i| {
        tree.token(i)
            .is_some_and(|t| t.head == Some(top) && matches!(t.upos, Upos::Noun | Upos::Propn))
    });
    let adjective = tree.token(top).is_some_and(|t| t.upos == Upos::Adj);
    described.filter(|_| adjective).or(Some(top))
}
