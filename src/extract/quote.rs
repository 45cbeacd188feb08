//! The stretch of text to show for a claim: one clause, without the clauses beside it.

use super::clause::{self, Clause};
use super::knowledge::{self, Sort};
use super::reading::Tree;
use super::standing;
use super::wording;
use crate::span::{Span, Words};
use crate::text::{Deprel, Upos};

/// The longest quote, in characters.
const LONGEST: usize = 320;

/// The words of a clause that are shown.
pub(super) fn clause(tree: Tree<'_>, clause: Clause) -> Option<Span> {
    let mut word = clause.word;
    // "Will turn out to be a formality": what frames the predicate is shown with it.
    for _ in 0..6 {
        match tree.token(word).and_then(|t| t.head) {
            Some(head) if tree.deprel(word) == Some(Deprel::Xcomp) && standing::is_raising(tree, head) => {
                word = head;
            }
            _ => break,
        }
    }
    // "The city is rich and *safe*" says nothing without its subject.
    let joined = clause.word;
    let shares = clause.form == clause::Form::Copula
        && tree.deprel(joined) == Some(Deprel::Conj)
        && tree
            .dependent(joined, &[Deprel::Cop, Deprel::Nsubj, Deprel::NsubjPass])
            .is_none();
    if shares && let Some(head) = tree.token(joined).and_then(|t| t.head) {
        word = head;
    }
    let mut words = tree.subtree_without(word, |c| {
        let Some(token) = tree.token(c) else { return true };
        let own = token.head == Some(word);
        match token.deprel {
            Deprel::Parataxis | Deprel::Discourse | Deprel::Vocative => own,
            Deprel::Conj if c == joined => false,
            Deprel::Conj => own && predicates(tree, c),
            Deprel::Mark => own && token.lemma != "to",
            Deprel::Cc => own && c < word,
            _ => false,
        }
    });
    // "The bridge *closed in May*": a participle is shown with what it narrows.
    if tree.deprel(word) == Some(Deprel::Acl)
        && tree.dependent(word, clause::SUBJECTS).is_none()
        && let Some(head) = tree.token(word).and_then(|t| t.head)
        && tree.token(word).is_some_and(|t| matches!(t.xpos, "VBG" | "VBN"))
    {
        words.extend(wording::phrase(tree, head).into_iter().filter(|&w| w < word));
    }
    words.sort_unstable();
    words.dedup();
    start_at_that(tree, word, &mut words);
    cut_speaker(tree, word, &mut words);
    cut_ends(tree, word, joined, &mut words);
    for _ in 0..3 {
        cut_front(tree, word, &mut words);
    }
    span(tree, &words)
}

/// The quote with the words beside it that show where the author stands: "*there is no proof that* the bridge is safe",
/// "the bridge is safe, *a claim that has yet to be proved*".
pub(super) fn framed(tree: Tree<'_>, quote: Span, cues: &[Words]) -> Span {
    let outside = |i: usize| {
        tree.token(i).is_some_and(|t| {
            let span = Span::new(tree.field, t.span.clone());
            !quote.contains(span) && cues.iter().any(|c| c.span.contains(span))
        })
    };
    let mut words = Vec::new();
    for cue in (0..tree.len()).filter(|&i| outside(i)) {
        words.push(cue);
        let heads = std::iter::once(cue).chain(tree.ancestors(cue));
        let Some(frame) = heads.into_iter().find(|&h| clause::clause(tree, h).is_some()) else {
            continue;
        };
        words.push(frame);
        for c in tree.dependents(frame, FRAME) {
            words.extend(tree.subtree(c).into_iter().filter(|&w| w <= cue.max(frame)));
        }
    }
    let Some(whole) = tree.span(&words).union(quote).filter(|_| !words.is_empty()) else {
        return quote;
    };
    let text = tree.text.get(whole.bytes()).unwrap_or_default();
    if text.chars().count() > LONGEST {
        quote
    } else {
        whole
    }
}

/// What is shown of a clause that only frames another.
const FRAME: &[Deprel] = &[
    Deprel::Nsubj,
    Deprel::NsubjPass,
    Deprel::Expl,
    Deprel::Aux,
    Deprel::AuxPass,
    Deprel::Cop,
    Deprel::Advmod,
];

/// "The point is that *the bridge is closed*": what stands before "that" is a frame.
fn start_at_that(tree: Tree<'_>, word: usize, words: &mut Vec<usize>) {
    let that = tree
        .dependents(word, &[Deprel::Mark])
        .find(|&m| tree.lemma(m) == "that");
    if let Some(that) = that
        && tree.dependent(word, clause::SUBJECTS).is_some_and(|s| s > that)
    {
        words.retain(|&w| w > that);
    }
}

/// "…, says Mr Lee" at the end of the words: the speaker is shown elsewhere.
fn cut_speaker(tree: Tree<'_>, word: usize, words: &mut Vec<usize>) {
    let speaks = |i: usize| {
        tree.token(i)
            .is_some_and(|t| t.upos == Upos::Verb && matches!(t.xpos, "VBZ" | "VBD" | "VBN"))
            && knowledge::reports(tree.lemma(i))
    };
    let edge = |i: usize| matches!(tree.form(i), "," | "\"" | "”" | "’" | "''");
    let found = words
        .iter()
        .position(|&w| w > word && edge(w) && (w + 1..=w + 2).any(|n| speaks(n) && (w + 1..n).all(edge)));
    if let Some(found) = found
        && found > 2
    {
        words.truncate(found);
    }
}

fn predicates(tree: Tree<'_>, word: usize) -> bool {
    clause::clause(tree, word).is_some()
}

/// Drops clauses that stand at an end and are claims of their own, then what they leave hanging.
fn cut_ends(tree: Tree<'_>, word: usize, joined: usize, words: &mut Vec<usize>) {
    for _ in 0..8 {
        loosen(tree, words);
        let Some((&first, &last)) = words.first().zip(words.last()) else {
            return;
        };
        let cut = own_claim_at(tree, (word, joined), words, last, false)
            .or_else(|| own_claim_at(tree, (word, joined), words, first, true));
        let Some(top) = cut else { break };
        let gone = tree.subtree(top);
        words.retain(|w| gone.binary_search(w).is_err());
    }
    loosen(tree, words);
}

/// Drops what is said before the subject when it is set off and says neither when nor where: "For a start,".
fn cut_front(tree: Tree<'_>, word: usize, words: &mut Vec<usize>) {
    let Some(&first) = words.first() else { return };
    let Some(top) = std::iter::once(first)
        .chain(tree.ancestors(first))
        .find(|&a| tree.token(a).is_some_and(|t| t.head == Some(word)))
    else {
        return;
    };
    let gone = tree.subtree(top);
    let Some(&last) = gone.last() else { return };
    let aside = matches!(
        tree.deprel(top),
        Some(Deprel::Obl | Deprel::Advmod | Deprel::Discourse | Deprel::Advcl | Deprel::OblUnmarked)
    ) && (wording::is_break(tree, last) || wording::is_break(tree, last + 1));
    if aside && last < word && (gone.len() > 8 || !dated(tree, top)) {
        words.retain(|w| gone.binary_search(w).is_err());
        loosen(tree, words);
    }
}

/// Whether a phrase holds a number or a time.
fn dated(tree: Tree<'_>, top: usize) -> bool {
    tree.subtree(top).iter().any(|&w| {
        tree.token(w).is_some_and(|t| t.upos == Upos::Num)
            || knowledge::sort(&tree.lemma(w).to_lowercase()) == Sort::Time
    })
}

/// "With the crowd cheering": a clause under a preposition.
fn absolute(tree: Tree<'_>, top: usize) -> bool {
    let with = tree
        .dependents(top, &[Deprel::Case])
        .any(|c| tree.lemma(c) == "with");
    with && tree
        .dependents(top, &[Deprel::Acl])
        .any(|a| tree.token(a).is_some_and(|t| t.xpos == "VBG"))
}

/// The clause at an end of the words that makes a claim of its own: the highest one that reaches to the end.
fn own_claim_at(
    tree: Tree<'_>,
    (word, joined): (usize, usize),
    words: &[usize],
    end: usize,
    front: bool,
) -> Option<usize> {
    let chain: Vec<usize> = std::iter::once(end)
        .chain(tree.ancestors(end))
        .take_while(|&a| a != word)
        .collect();
    chain.into_iter().rev().find(|&a| {
        let Some(deprel) = tree.deprel(a) else {
            return false;
        };
        let clausal = match deprel {
            Deprel::Advcl if detached(tree, a) && !front => true,
            // "Comes when it is least expected": when and if narrow what is said.
            Deprel::Advcl if !front && narrows(tree, a) => false,
            Deprel::Advcl => {
                clause::clause(tree, a).is_some()
                    && !clause::is_infinitive(tree, a)
                    && (clause::is_finite(tree, a) || front || detached(tree, a))
            }
            // "Those that China disliked" says nothing without its clause.
            Deprel::AclRelcl if !detached(tree, a) && is_hollow(tree, a) => false,
            Deprel::AclRelcl | Deprel::AdvclRelcl => !front && clause::clause(tree, a).is_some(),
            Deprel::Acl => !front && detached(tree, a) && clause::clause(tree, a).is_some(),
            Deprel::Conj if a == joined => false,
            Deprel::Conj | Deprel::Parataxis => clause::clause(tree, a).is_some_and(|c| {
                c.form != clause::Form::Copula || tree.dependent(a, clause::SUBJECTS).is_some()
            }),
            // "…, China" is short and says who it is.
            Deprel::Appos => !front && detached(tree, a) && tree.subtree(a).len() > 4,
            Deprel::Obl | Deprel::Nmod | Deprel::Advmod => {
                !front && (detached(tree, a) && !dated(tree, a) || absolute(tree, a))
            }
            _ => false,
        };
        clausal && words.binary_search(&a).is_ok() && leaves_enough(tree, a, words)
    })
}

/// Whether a clause says in which case something is so.
fn narrows(tree: Tree<'_>, clause: usize) -> bool {
    let opens = [Deprel::Mark, Deprel::Advmod];
    tree.dependents(clause, &opens).any(|m| {
        m < clause
            && matches!(
                tree.form(m).to_lowercase().as_str(),
                "when" | "whenever" | "if" | "unless" | "where" | "until" | "than"
            )
    })
}

/// Whether at least two words stay when a phrase goes.
fn leaves_enough(tree: Tree<'_>, top: usize, words: &[usize]) -> bool {
    let gone = tree.subtree(top);
    words
        .iter()
        .filter(|w| gone.binary_search(w).is_err())
        .nth(1)
        .is_some()
}

/// Whether a clause narrows a word that says little itself.
fn is_hollow(tree: Tree<'_>, clause: usize) -> bool {
    let head = tree.token(clause).and_then(|t| t.head);
    head.and_then(|h| tree.token(h)).is_some_and(|t| {
        matches!(t.upos, Upos::Pron | Upos::Det | Upos::Num)
            || matches!(
                t.lemma.as_str(),
                "one" | "person" | "people" | "thing" | "way" | "reason" | "time" | "place" | "day"
            )
    })
}

/// Whether a comma or a dash stands right before a phrase.
fn detached(tree: Tree<'_>, top: usize) -> bool {
    let first = tree
        .subtree(top)
        .into_iter()
        .find(|&w| !wording::is_break(tree, w));
    let before = first.and_then(|f| f.checked_sub(1));
    let at_break = tree
        .subtree(top)
        .first()
        .is_some_and(|&f| wording::is_break(tree, f));
    at_break || before.is_some_and(|b| wording::is_break(tree, b))
}

/// Drops punctuation, conjunctions and connectives from the ends.
fn loosen(tree: Tree<'_>, words: &mut Vec<usize>) {
    let loose = |i: usize, front: bool| {
        tree.token(i).is_none_or(|t| {
            t.upos == Upos::Punct
                || matches!(t.upos, Upos::Cconj) && matches!(t.deprel, Deprel::Cc | Deprel::CcPreconj)
                || front && (is_connective(tree, i) || is_conjunction(tree, i))
        })
    };
    while words.len() > 1 && words.last().is_some_and(|&w| loose(w, false)) {
        words.pop();
    }
    while words.len() > 1 && words.first().is_some_and(|&w| loose(w, true)) {
        words.remove(0);
    }
}

/// "That", "while", "because" before their clause.
fn is_conjunction(tree: Tree<'_>, i: usize) -> bool {
    tree.token(i)
        .is_some_and(|t| t.upos == Upos::Sconj && t.deprel == Deprel::Mark && t.lemma != "to")
}

/// "However,", "therefore": words that only join sentences.
fn is_connective(tree: Tree<'_>, i: usize) -> bool {
    matches!(
        tree.form(i).to_lowercase().as_str(),
        "however"
            | "therefore"
            | "moreover"
            | "meanwhile"
            | "nevertheless"
            | "furthermore"
            | "thus"
            | "indeed"
            | "besides"
    ) && wording::is_break(tree, i + 1)
}

/// The span of the words; too long a stretch is cut at a word.
pub(super) fn span(tree: Tree<'_>, words: &[usize]) -> Option<Span> {
    let span = tree.span(words);
    let text = tree.text.get(span.bytes())?;
    let trimmed = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '“' | '”' | ',' | ';' | ':' | '–' | '—')
    });
    if trimmed.is_empty() {
        return None;
    }
    let start = span.start + text.find(trimmed)?;
    let mut end = start + trimmed.len();
    if trimmed.chars().count() > LONGEST {
        end = start
            + trimmed
                .char_indices()
                .nth(LONGEST)
                .map_or(trimmed.len(), |(i, _)| i);
        let kept = tree.text.get(start..end)?;
        end = start + kept.rfind(char::is_whitespace).unwrap_or(kept.len());
    }
    (start < end).then(|| Span::new(tree.field, start..end))
}
