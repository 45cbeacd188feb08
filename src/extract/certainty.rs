//! How surely a clause says what it says: modals, adverbs and conditions at the predicate, and how that combines with
//! what stands above the clause.

use super::embedding::known;
use super::knowledge;
use super::polarity::{Polarity, polarity, shares};
use super::reading::Tree;
use super::tense::due;
use crate::lexicon::hedges::{self, Hedge};
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::text::{Deprel, Upos};

/// What the words of one clause do to its proposition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Local {
    /// Where somebody stands who says the clause.
    pub(crate) value: Value,
    /// The modals and adverbs.
    pub(crate) cues: Vec<usize>,
    /// The negators.
    pub(crate) negators: Vec<usize>,
    /// Whether the clause is negated, however sure it is.
    pub(crate) negative: bool,
    /// A word that leaves it to somebody not named ("allegedly").
    pub(crate) reported: Option<usize>,
}

/// Reads polarity and certainty of the clause of predicate `p`.
pub(crate) fn local(tree: Tree<'_>, p: usize) -> Local {
    let Polarity {
        negative,
        weak,
        negators,
    } = polarity(tree, p);
    let mut cues = Vec::new();
    let mut reported = None;
    let mut most = if weak { 2 } else { 3 };
    let mut open = false;
    let mut almost = false;
    let modal_of = modal(tree, p).or_else(|| shares(tree, p).and_then(|first| modal(tree, first)));
    let modal_of = modal_of.or_else(|| Some((due(tree, p)?, Value::Fact(2))));
    if let Some((word, value)) = modal_of {
        cues.push(word);
        match value {
            // "cannot" and "could not" deny; "may not" and "might not" leave both possible.
            Value::Fact(1) if negative && matches!(tree.lemma(word), "can" | "could" | "ca") => {}
            Value::Fact(v) => most = most.min(v),
            // "would not come": refused, or will not.
            Value::Open if negative && refuses(tree.form(word)) => most = 2,
            _ => open = true,
        }
    }
    for child in tree.dependents(
        p,
        &[Deprel::Advmod, Deprel::Amod, Deprel::Discourse, Deprel::Parataxis],
    ) {
        let relation = tree.deprel(child);
        let hedge = if relation == Some(Deprel::Amod) {
            hedges::adjective(tree.form(child))
        } else {
            hedges::adverb(tree.form(child))
        };
        match hedge {
            Some(Hedge::Reported) => reported = Some(child),
            Some(Hedge::Stand(Value::Fact(v))) if v > 0 => {
                most = most.min(v);
                cues.push(child);
            }
            Some(Hedge::Stand(Value::Fact(_)))
                if counted(tree, p, child) && !in_fiction(tree, p) && !claimed(tree, p) =>
            {
                almost = true;
                cues.push(child);
            }
            Some(Hedge::Stand(Value::Open)) => {
                open = true;
                cues.push(child);
            }
            _ => {}
        }
        // "not necessarily": possibly not.
        if negative && tree.form(child).eq_ignore_ascii_case("necessarily") {
            most = 1;
            cues.push(child);
        }
    }
    if let Some(condition) = condition(tree, p) {
        open = true;
        cues.push(condition);
    }
    cues.sort_unstable();
    let sign = if negative == almost { 1 } else { -1 };
    Local {
        value: if open {
            Value::Open
        } else {
            Value::Fact(sign * most)
        },
        cues,
        negators,
        negative: negative != almost,
        reported,
    }
}

fn refuses(modal: &str) -> bool {
    matches!(modal.to_lowercase().as_str(), "would" | "'d" | "’d")
}

/// Whether "almost" speaks of the event and not of a number or degree.
fn counted(tree: Tree<'_>, p: usize, adverb: usize) -> bool {
    adverb + 1 == p && tree.token(p).is_some_and(|t| t.upos == Upos::Verb)
        || tree.deprel(adverb) == Some(Deprel::Amod)
}

/// "A fictional character" is one: a noun for what fiction has.
fn in_fiction(tree: Tree<'_>, noun: usize) -> bool {
    const OF_FICTION: &str = "character hero heroine superhero villain protagonist antagonist figure creature being deity \
        setting world universe";
    OF_FICTION.split_whitespace().any(|w| w == tree.lemma(noun))
}

/// "A false claim" is one: what is false is only what it says.
fn claimed(tree: Tree<'_>, noun: usize) -> bool {
    knowledge::is_claim(tree.lemma(noun))
}

/// The modal of a clause with what it leaves.
fn modal(tree: Tree<'_>, p: usize) -> Option<(usize, Value)> {
    tree.dependents(p, &[Deprel::Aux]).find_map(|aux| {
        let form = tree.form(aux).to_lowercase();
        let lemma = tree.lemma(aux);
        let stand = match hedges::modal(&form).or_else(|| hedges::modal(lemma))? {
            Hedge::Stand(value) => value,
            Hedge::Reported => return None,
        };
        let perfect = tree
            .dependents(p, &[Deprel::Aux])
            .any(|a| tree.form(a).eq_ignore_ascii_case("have") || tree.form(a) == "'ve");
        let value = match form.as_str() {
            // "must have left" concludes, "must leave" obliges; "could have won" did not happen or may have.
            // "said that it would": the future seen from then.
            "would" | "'d" | "’d" if !perfect && said(tree, p) => Value::Fact(2),
            "must" if perfect => Value::Fact(2),
            "would" | "'d" | "’d" if doubted(tree, p) => Value::Fact(2),
            "should" | "ought" | "would" | "'d" | "need" if perfect => Value::Fact(-3),
            _ => stand,
        };
        Some((aux, value))
    })
}

/// Whether the clause is what somebody said or thought at a time past.
fn said(tree: Tree<'_>, p: usize) -> bool {
    let first = shares(tree, p).unwrap_or(p);
    let above = tree.token(first).and_then(|t| t.head).and_then(|h| tree.token(h));
    above.is_some_and(|t| match tree.deprel(first) {
        Some(Deprel::Ccomp) => matches!(t.xpos, "VBD" | "VBN"),
        // "Reports that it would close".
        Some(Deprel::Acl | Deprel::AclRelcl) => t.upos == Upos::Noun && knowledge::is_claim(&t.lemma),
        _ => false,
    })
}

/// "It is unlikely that he would have missed it": whether the clause is what an adjective says is hardly so; how it would be then
/// is how it was.
fn doubted(tree: Tree<'_>, p: usize) -> bool {
    let above = tree.token(p).and_then(|t| t.head);
    let said = above.filter(|&h| tree.token(h).is_some_and(|t| t.upos == Upos::Adj));
    let signature = said.and_then(|h| signatures::plain(Kind::Adjective, tree.lemma(h), Frame::That));
    signature.is_some_and(|s| matches!(s.outside.holds, Value::Fact(v) if v < 0))
}

/// The conjunction of a condition below `p`: what depends on it is not said to be so.
fn condition(tree: Tree<'_>, p: usize) -> Option<usize> {
    tree.dependents(p, &[Deprel::Advcl])
        .filter(|&clause| clause < p || !known(tree, p, Frame::If))
        .find_map(|clause| {
            tree.dependents(clause, &[Deprel::Mark])
                .find(|&mark| conditional(tree, mark) && !even(tree, mark))
        })
}

/// Whether the condition is granted all the same: "even if".
pub(crate) fn even(tree: Tree<'_>, mark: usize) -> bool {
    let before = mark.checked_sub(1).map_or("", |i| tree.form(i));
    let after = tree.form(mark + 1);
    before.eq_ignore_ascii_case("even")
        || before.eq_ignore_ascii_case("as")
        || after.eq_ignore_ascii_case("anything")
}

/// "Even if": what is supposed is not said to be so, though all else is.
pub(crate) fn even_if(tree: Tree<'_>, mark: usize) -> bool {
    let before = mark.checked_sub(1).map_or("", |i| tree.form(i));
    tree.form(mark).eq_ignore_ascii_case("if") && before.eq_ignore_ascii_case("even")
}

/// Whether the conjunction makes its clause a supposition.
pub(crate) fn conditional(tree: Tree<'_>, mark: usize) -> bool {
    match tree.form(mark).to_lowercase().as_str() {
        "if" | "unless" | "lest" | "whether" | "provided" | "providing" | "supposing" | "assuming"
        | "case" => true,
        "in" => tree.form(mark + 1).eq_ignore_ascii_case("case"),
        // "For as long as I live".
        "as" => mark
            .checked_sub(1)
            .is_some_and(|i| tree.form(i).eq_ignore_ascii_case("long")),
        _ => false,
    }
}

/// Where somebody stands towards a clause whose words leave `inner`, standing at `outer` towards the clause as such.
pub(crate) fn combine(outer: Value, inner: Value) -> Value {
    match (outer, inner) {
        (Value::Fact(o), Value::Fact(i)) => Value::Fact(o.signum() * i.signum() * o.abs().min(i.abs())),
        (Value::Fact(_), other) => other,
        (outer, _) => outer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_denials_affirm_and_the_weaker_certainty_stays() {
        assert_eq!(combine(Value::Fact(-3), Value::Fact(-2)), Value::Fact(2));
        assert_eq!(combine(Value::Fact(3), Value::Open), Value::Open);
        assert_eq!(combine(Value::Outside, Value::Fact(3)), Value::Outside);
    }
}
