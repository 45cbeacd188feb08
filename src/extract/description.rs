//! Definite descriptions: "both countries", "the minister", "the regime", "its ally".

use super::knowledge::{self, Sort};
use super::names::Named;
use super::origin::set_off;
use super::reading::{At, Tree};
use super::reference::{MARGIN, Meaning, Number, Resolver, encloses};
use crate::entity::{EntityKind, Resolution};
use crate::lexicon::function_words::is_definite;
use crate::text::Deprel;

impl Resolver<'_> {
    pub(super) fn noun(&mut self, tree: Tree<'_>, at: At) {
        let plural = tree.token(at.token).is_some_and(|t| t.xpos == "NNS");
        let number = if plural { Number::Many } else { Number::One };
        let sort = knowledge::sort(tree.lemma(at.token));
        let meaning = match self.partner(tree, at).as_slice() {
            [] => self.description(tree, at, plural, sort),
            [only] => Some(only.clone()),
            [a, b, ..] => {
                self.ambiguous(tree, at, a, b, Resolution::Description);
                None
            }
        };
        if let Some(meaning) = &meaning {
            self.settle(tree, at, meaning, Resolution::Description);
        }
        // What stands beside a name is the one that is named.
        if matches!(
            tree.deprel(at.token),
            Some(Deprel::Appos | Deprel::NmodDesc | Deprel::Compound)
        ) {
            return;
        }
        let meaning = meaning.unwrap_or(Meaning::Phrase(at));
        self.offer(tree, at, meaning, number, sort);
    }

    /// What a definite description stands for: "both countries", "the minister", "the regime".
    fn description(&self, tree: Tree<'_>, at: At, plural: bool, sort: Sort) -> Option<Meaning> {
        let head = at.token;
        let lemma = tree.lemma(head);
        let narrowed = tree.children(head).any(|c| {
            // ", founded in 1931, …" is told of it and tells it from no other.
            let beside = matches!(tree.deprel(c), Some(Deprel::AclRelcl | Deprel::Acl)) && set_off(tree, c);
            !beside
                && matches!(
                    tree.deprel(c),
                    Some(
                        Deprel::Nmod
                            | Deprel::AclRelcl
                            | Deprel::Acl
                            | Deprel::Compound
                            | Deprel::NmodPoss
                            | Deprel::Appos
                            | Deprel::Conj
                            | Deprel::NmodUnmarked
                            | Deprel::Flat
                            | Deprel::NmodDesc
                    )
                )
        });
        let adjectives = tree.dependents(head, &[Deprel::Amod]).count();
        let det = tree
            .dependent(head, &[Deprel::Det])
            .map(|d| tree.form(d).to_lowercase());
        let definite = det.as_deref().is_some_and(is_definite);
        let both = det.as_deref() == Some("both")
            || tree
                .dependent(head, &[Deprel::DetPredet])
                .is_some_and(|d| tree.lemma(d) == "both");
        let two = tree
            .dependent(head, &[Deprel::Nummod])
            .is_some_and(|n| matches!(tree.form(n).to_lowercase().as_str(), "two" | "2"));
        if narrowed {
            return None;
        }
        if plural {
            return (both || definite)
                .then(|| self.pair(lemma, sort, both || two))
                .flatten();
        }
        if !definite || adjectives > 0 {
            return None;
        }
        let fits = |n: &Named| match lemma {
            _ if is_country_noun(lemma) => n.kind == EntityKind::Country,
            _ if n.roles.iter().any(|r| r == lemma) => true,
            _ => match sort {
                Sort::Group => {
                    // A union or a club is no firm.
                    let other = || n.roles.iter().any(|r| is_body_noun(r) && !is_firm_noun(r));
                    n.kind == EntityKind::Organisation
                        && (is_firm_noun(lemma) && !other() || is_body_noun(lemma) && says(&n.name, lemma))
                }
                Sort::Place => n.kind == EntityKind::Place && may_be_called(&n.name, lemma),
                _ => false,
            },
        };
        let mut best: Option<(i32, &Meaning)> = None;
        let mut rival = i32::MIN;
        for c in &self.candidates {
            let Meaning::Named(index) = &c.meaning else {
                continue;
            };
            let named = self.names.all.get(*index);
            // What nothing is known of may be a firm as well.
            let may_fit = named.is_some_and(|n| n.kind == EntityKind::Other) && is_firm_noun(lemma);
            let fits = named.is_some_and(fits);
            if !fits && !may_fit || c.order == self.order && encloses(tree, c.at.token, head) {
                continue;
            }
            let governs = c.order == self.order
                && tree.token(c.at.token).and_then(|t| t.head) == tree.token(head).and_then(|t| t.head);
            if governs {
                continue;
            }
            let score = c.weight - 12 * (self.order - c.order) as i32;
            match best {
                _ if !fits => rival = rival.max(score),
                Some((s, m)) if m == &c.meaning => best = Some((s.max(score), m)),
                Some((s, _)) if s >= score => rival = rival.max(score),
                Some((s, _)) => {
                    rival = rival.max(s);
                    best = Some((score, &c.meaning));
                }
                None => best = Some((score, &c.meaning)),
            }
        }
        best.filter(|(s, _)| s - rival.max(-1000) >= MARGIN)
            .map(|(_, m)| m.clone())
    }

    /// "Its ally", of a country or a body: others of its kind that were spoken of, the nearest alone if it is clear.
    fn partner(&self, tree: Tree<'_>, at: At) -> Vec<Meaning> {
        let bare = tree.children(at.token).all(|c| {
            matches!(
                tree.deprel(c),
                Some(Deprel::NmodPoss | Deprel::Case | Deprel::Amod | Deprel::Punct | Deprel::Advmod)
            )
        });
        let single = tree.token(at.token).is_some_and(|t| t.xpos == "NN");
        if !bare || !single || !is_partner_noun(tree.lemma(at.token)) {
            return Vec::new();
        }
        let kind = |m: &Meaning| match m {
            Meaning::Named(i) => self.names.all.get(*i).map(|n| n.kind),
            _ => None,
        };
        let owner = tree
            .dependent(at.token, &[Deprel::NmodPoss])
            .map(|o| self.meaning(at.word(o)));
        let Some(owner) =
            owner.filter(|o| matches!(kind(o), Some(EntityKind::Country | EntityKind::Organisation)))
        else {
            return Vec::new();
        };
        let mut others: Vec<(i32, &Meaning)> = Vec::new();
        for c in self.candidates.iter().filter(|c| self.order - c.order <= 1) {
            if kind(&c.meaning) != kind(&owner) || c.meaning == owner {
                continue;
            }
            let score = c.weight - 14 * (self.order - c.order) as i32;
            match others.iter_mut().find(|(_, m)| *m == &c.meaning) {
                Some(known) => known.0 = known.0.max(score),
                None => others.push((score, &c.meaning)),
            }
        }
        others.sort_by_key(|(score, _)| -score);
        match others.as_slice() {
            [(first, one), (second, _), ..] if first - second >= 2 * MARGIN => vec![(*one).clone()],
            _ => others.into_iter().map(|(_, m)| m.clone()).collect(),
        }
    }

    /// The two that "both countries" or "the two men" mean: the last two of their kind.
    fn pair(&self, lemma: &str, sort: Sort, counted: bool) -> Option<Meaning> {
        let kind = if is_country_noun(lemma)
            || matches!(lemma, "side" | "neighbour" | "neighbor" | "capital" | "ally")
        {
            EntityKind::Country
        } else if sort == Sort::Person && counted {
            EntityKind::Person
        } else if sort == Sort::Group && is_body_noun(lemma) {
            EntityKind::Organisation
        } else {
            return None;
        };
        let fits =
            |n: &Named| n.kind == kind && (kind != EntityKind::Organisation || may_be_body(&n.name, lemma));
        let of_kind = |m: &Meaning| match m {
            Meaning::Named(i) => self.names.all.get(*i).is_some_and(fits),
            _ => false,
        };
        // Two that were named together come first.
        let joined = self.candidates.iter().rev().find(
            |c| matches!(&c.meaning, Meaning::Group(parts) if parts.len() == 2 && parts.iter().all(of_kind)),
        );
        if let Some(joined) = joined {
            return Some(joined.meaning.clone());
        }
        let mut last: Vec<&Meaning> = Vec::new();
        for c in self.candidates.iter().rev() {
            if of_kind(&c.meaning) && !last.contains(&&c.meaning) {
                last.push(&c.meaning);
            }
        }
        let enough = if counted { last.len() >= 2 } else { last.len() == 2 };
        if !enough {
            return None;
        }
        Some(Meaning::Group(last.into_iter().take(2).rev().cloned().collect()))
    }
}

/// Whether a noun is a word of a name: "bank" of "Orbis Bank".
fn says(name: &str, lemma: &str) -> bool {
    name.split(' ').any(|word| word.eq_ignore_ascii_case(lemma))
}

/// Whether a body can be called by a noun: "the two banks" are no "Supervisory Office".
fn may_be_body(name: &str, lemma: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    last == lemma || is_firm_noun(lemma) || knowledge::sort(&last) != Sort::Group
}

/// Whether a place can be called by a noun: by the one in its name ("the Forth Bridge"), and a town whose name says nothing by
/// every noun for towns.
fn may_be_called(name: &str, lemma: &str) -> bool {
    let town = matches!(lemma, "city" | "town" | "village" | "capital" | "port");
    let place = |word: &str| knowledge::sort(&word.to_lowercase()) == Sort::Place;
    let other = name.contains(' ') && name.split(' ').any(place);
    town && !other || says(name, lemma)
}

/// Nouns for what one country is to another.
fn is_partner_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "ally"
            | "partner"
            | "neighbour"
            | "neighbor"
            | "rival"
            | "enemy"
            | "foe"
            | "adversary"
            | "backer"
            | "patron"
            | "benefactor"
            | "supporter"
            | "opponent"
    )
}

/// Nouns that a country can be called by.
fn is_country_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "country" | "nation" | "state" | "regime" | "kingdom" | "republic" | "power" | "government"
    )
}

/// Nouns that a company or another body can be called by.
fn is_body_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "company"
            | "firm"
            | "bank"
            | "club"
            | "team"
            | "party"
            | "group"
            | "agency"
            | "university"
            | "airline"
            | "organisation"
            | "organization"
            | "charity"
            | "union"
            | "retailer"
            | "carmaker"
            | "manufacturer"
            | "council"
            | "ministry"
            | "institute"
            | "corporation"
            | "association"
            | "committee"
            | "court"
            | "body"
            | "bloc"
            | "alliance"
            | "hospital"
            | "school"
            | "band"
            | "newspaper"
            | "broadcaster"
            | "publisher"
    )
}

/// Nouns that every company can be called by.
fn is_firm_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "company" | "firm" | "organisation" | "organization" | "corporation" | "group" | "body"
    )
}
