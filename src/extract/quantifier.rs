//! How much of its kind a phrase speaks of: all, most, some, none.

use super::reading::Tree;
use super::role;
use super::wording;
use crate::lexicon::function_words::is_definite;
use crate::lexicon::negation;
use crate::proposition::Quantifier;
use crate::text::{Deprel, Upos};

/// Whether an adjective counts or measures what it stands by.
pub(super) fn is_quantity_word(tree: Tree<'_>, i: usize) -> bool {
    matches!(
        tree.lemma(i),
        "many" | "several" | "few" | "most" | "numerous" | "various" | "much" | "more"
    )
}

/// How much of its kind a head word speaks of.
pub(super) fn quantifier(tree: Tree<'_>, head: usize) -> Quantifier {
    let relations = [
        Deprel::Det,
        Deprel::DetPredet,
        Deprel::Amod,
        Deprel::Nummod,
        Deprel::NmodPoss,
        Deprel::Advmod,
    ];
    let mut found = Quantifier::Bare;
    for c in tree.dependents(head, &relations) {
        let deprel = tree.deprel(c);
        let quantifier = match tree.form(c).to_lowercase().as_str() {
            _ if deprel == Some(Deprel::NmodPoss) => Quantifier::Definite,
            "such" => Quantifier::Definite,
            word if is_definite(word) => Quantifier::Definite,
            "a" | "an" | "another" => Quantifier::Indefinite,
            "some" | "several" | "many" | "numerous" | "various" | "much" | "certain" => Quantifier::Some,
            "most" if deprel != Some(Deprel::Advmod) => Quantifier::Most,
            // "The little kid" is one.
            "little" if determined(tree, head) => continue,
            "few" | "little" if deprel != Some(Deprel::Advmod) => {
                let a = tree
                    .dependents(head, &[Deprel::Det])
                    .any(|d| tree.form(d).eq_ignore_ascii_case("a"));
                if a { Quantifier::Some } else { Quantifier::Few }
            }
            "more" if deprel != Some(Deprel::Advmod) => Quantifier::More,
            "fewer" | "less" if deprel != Some(Deprel::Advmod) => Quantifier::Fewer,
            "all" | "every" | "each" | "both" => Quantifier::All,
            "any" => any(tree, head),
            "no" | "neither" => Quantifier::No,
            _ if deprel == Some(Deprel::Nummod) => Quantifier::Number,
            _ => continue,
        };
        let stronger = match found {
            Quantifier::Bare => true,
            Quantifier::Definite | Quantifier::Indefinite => {
                !matches!(quantifier, Quantifier::Definite | Quantifier::Indefinite)
            }
            _ => false,
        };
        if stronger {
            found = quantifier;
        }
    }
    if found == Quantifier::Bare {
        found = match tree.form(head).to_lowercase().as_str() {
            "all" | "everyone" | "everybody" | "everything" | "both" | "each" => Quantifier::All,
            "none" | "nobody" | "nothing" | "neither" => Quantifier::No,
            "no" if tree.form(head + 1).eq_ignore_ascii_case("one") => Quantifier::No,
            "some" | "several" | "many" | "someone" | "somebody" | "something" => Quantifier::Some,
            "most" => Quantifier::Most,
            "few" => Quantifier::Few,
            "anyone" | "anybody" | "anything" | "any" => any(tree, head),
            _ if tree.token(head).is_some_and(|t| t.upos == Upos::Num) => Quantifier::Number,
            _ => Quantifier::Bare,
        };
    }
    found
}

/// Whether a noun has a determiner other than "a".
fn determined(tree: Tree<'_>, head: usize) -> bool {
    let mut determiners = tree.dependents(head, &[Deprel::Det, Deprel::NmodPoss]);
    determiners.any(|d| !tree.form(d).eq_ignore_ascii_case("a"))
}

/// "Any" is all, and nothing under a negation.
fn any(tree: Tree<'_>, head: usize) -> Quantifier {
    let negated = tree.ancestors(head).take(6).any(|a| {
        tree.children(a)
            .any(|c| wording::is_negator(tree, c) || matches!(tree.lemma(c), "without" | "nobody" | "none"))
    });
    if negated { Quantifier::No } else { Quantifier::All }
}

/// The noun that an expression of quantity measures: "a lot *of tension*", "most *of the voters*".
pub(super) fn measured(tree: Tree<'_>, head: usize) -> Option<(usize, Quantifier)> {
    let inner = tree
        .dependents(head, &[Deprel::Nmod])
        .find(|&c| role::case(tree, c).as_deref() == Some("of"))?;
    let article = tree
        .dependents(head, &[Deprel::Det])
        .any(|d| matches!(tree.form(d).to_lowercase().as_str(), "a" | "an"));
    let lemma = tree.lemma(head).to_lowercase();
    let form = tree.form(head).to_lowercase();
    let quantifier = match (lemma.as_str(), form.as_str()) {
        (
            "lot" | "plenty" | "number" | "couple" | "handful" | "range" | "variety" | "series" | "group",
            _,
        ) if article || matches!(form.as_str(), "lots" | "plenty" | "numbers") => Quantifier::Some,
        (
            _,
            "dozens" | "scores" | "hundreds" | "thousands" | "millions" | "some" | "several" | "many"
            | "much",
        ) => Quantifier::Some,
        ("most" | "majority", _) => Quantifier::Most,
        ("few" | "little", _) => {
            if article {
                Quantifier::Some
            } else {
                Quantifier::Few
            }
        }
        ("all" | "each" | "both" | "every", _) => Quantifier::All,
        ("none" | "neither", _) => Quantifier::No,
        ("any", _) => {
            let weak = |c: usize| negation::weak(tree.form(c));
            if tree.dependents(head, &[Deprel::Advmod]).any(weak) {
                Quantifier::Few
            } else {
                any(tree, head)
            }
        }
        // "The third of them", "the eastern half".
        _ if tree.dependent(head, &[Deprel::Amod]).is_some() || determined(tree, head) => return None,
        // "Three of the twelve violins", "half of the voters".
        ("half" | "third" | "quarter" | "fifth" | "tenth" | "percent" | "cent" | "%", _) => {
            Quantifier::Number
        }
        _ if tree.token(head).is_some_and(|t| t.upos == Upos::Num) => Quantifier::Number,
        _ => return None,
    };
    Some((inner, quantifier))
}

/// The days of which a phrase right behind a noun tells how many there are in each: "40 buses a month".
pub(super) fn days_of_each(tree: Tree<'_>, noun: usize) -> Option<f64> {
    let each = tree.form(noun + 1).to_lowercase();
    matches!(each.as_str(), "a" | "an" | "per" | "each" | "every").then_some(())?;
    Some(match tree.form(noun + 2) {
        "hour" => 1.0 / 24.0,
        "day" => 1.0,
        "week" => 7.0,
        "month" => 365.25 / 12.0,
        "year" => 365.25,
        _ => return None,
    })
}
