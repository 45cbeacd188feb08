//! Links to issues: what conflicts hangs together in one slot, and what agrees takes one position in it.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::claim::{Basis, Claim};
use crate::commitment::Holder;
use crate::group::issue::{Issue, Position, Varies};
use crate::judgement::{Kind, Link, Relation, Voice};
use crate::proposition::{PredicateClass, Proposition, Role, Term};
use crate::source::Document;

/// Gathers the issues: one for each set of claims that conflicts hold together. Claims that agree with one of them take its
/// position.
pub(crate) fn issues(documents: &[Document], claims: &[Claim], links: &[Link]) -> Vec<Issue> {
    let place: BTreeMap<&str, usize> = claims
        .iter()
        .enumerate()
        .map(|(i, c)| (c.id.as_str(), i))
        .collect();
    let ends = |link: &Link| Some((*place.get(link.a.as_str())?, *place.get(link.b.as_str())?));
    let of = |relation: Relation| {
        links
            .iter()
            .filter(move |l| l.judgement.relation == relation)
            .filter_map(|l| Some((ends(l)?, l)))
            .collect_vec()
    };
    let (conflicts, agreements) = (of(Relation::Conflict), of(Relation::Agree));
    // Only claims that conflict with another make an issue; what agrees with them joins, and brings in nothing further.
    let mut slots = Sets::new(claims.len());
    for ((a, b), _) in &conflicts {
        slots.join(*a, *b);
    }
    let disputed: BTreeSet<usize> = conflicts.iter().flat_map(|((a, b), _)| [*a, *b]).collect();
    let mut positions = Sets::new(claims.len());
    // What the claims of a position conflict with, under the position's root.
    let mut against: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for ((a, b), _) in &conflicts {
        against.entry(*a).or_default().insert(*b);
        against.entry(*b).or_default().insert(*a);
    }
    // What somebody is, told in passing, is no position on what else is told of him.
    let passing = |i: usize| {
        let claim: Option<&Claim> = claims.get(i);
        claim.is_some_and(|c| {
            c.basis == Basis::Presupposed && c.proposition.predicate.class == PredicateClass::Nominal
        })
    };
    // Shared words show that two claims are of one matter, and not that they take one side in it.
    let sides = agreements.iter().filter(|(_, l)| !l.judgement.is_by_words());
    for ((a, b), _) in sides.filter(|((a, b), _)| passing(*a) == passing(*b)) {
        let (x, y) = (positions.root(*a), positions.root(*b));
        let near = disputed.contains(a) || disputed.contains(b);
        let apart = |p: usize, q: usize| {
            against
                .get(&p)
                .is_some_and(|o| o.iter().any(|&c| positions.root(c) == q))
        };
        if near && x != y && !apart(x, y) {
            let mut both = against.remove(&x).unwrap_or_default();
            both.extend(against.remove(&y).unwrap_or_default());
            positions.join(x, y);
            against.insert(positions.root(x), both);
        }
    }
    let by_root = |i: usize| (positions.root(i), i);
    let held: BTreeMap<usize, Vec<usize>> = (0..claims.len())
        .map(by_root)
        .into_group_map()
        .into_iter()
        .collect();
    // A position that answers two questions makes them one.
    for members in held.values() {
        for (&i, &j) in members.iter().filter(|i| disputed.contains(i)).tuple_windows() {
            slots.join(i, j);
        }
    }
    let mut issues: Vec<(usize, Issue)> = Vec::new();
    for (_, group) in &disputed
        .iter()
        .map(|&i| (slots.root(i), i))
        .sorted()
        .chunk_by(|(root, _)| *root)
    {
        let members: BTreeSet<usize> = group
            .filter_map(|(_, i)| held.get(&positions.root(i)))
            .flatten()
            .copied()
            .collect();
        let kinds = conflicts
            .iter()
            .filter(|((a, _), _)| members.contains(a))
            .map(|(_, l)| l.judgement.kind);
        let varies = varies(kinds);
        let answers = members.iter().map(|&i| (positions.root(i), i)).into_group_map();
        let taken: Vec<Position> = answers
            .into_iter()
            .sorted_by_key(|(_, claims)| claims.iter().copied().min())
            .map(|(_, of)| position(documents, claims, &of, varies))
            .collect();
        let silent = documents
            .iter()
            .map(|d| d.source.name.clone())
            .unique()
            .filter(|name| !taken.iter().any(|p| p.sources.contains(name)))
            .collect();
        if let Some(first) = members.iter().find_map(|&i| Some((i, claims.get(i)?))) {
            issues.push((
                first.0,
                Issue::new(slot(&first.1.proposition, varies), varies, taken, silent),
            ));
        }
    }
    issues.sort_by_key(|(first, _)| *first);
    issues.into_iter().map(|(_, issue)| issue).collect()
}

/// One position: the claims that take it, by index.
fn position(documents: &[Document], claims: &[Claim], of: &[usize], varies: Varies) -> Position {
    let of: Vec<&Claim> = of.iter().sorted().filter_map(|&i| claims.get(i)).collect();
    let source = |claim: &Claim| {
        documents
            .iter()
            .find(|d| d.id.as_deref() == Some(&claim.document))
            .map(|d| d.source.name.clone())
    };
    let voices = of.iter().map(|c| Voice::of(c));
    // Two outlets that quote one speaker, and copies of one text, are one voice.
    let independent = of
        .iter()
        .map(|c| match &c.voice().holder {
            Holder::Named { entity, .. } => format!("holder {}", entity.name.to_lowercase()),
            Holder::Author | Holder::Unnamed { .. } => source(c).unwrap_or_default(),
        })
        .zip(of.iter().map(|c| c.quote.text.split_whitespace().join(" ")))
        .unique_by(|(_, text)| text.clone())
        .map(|(voice, _)| voice)
        .unique()
        .count();
    Position {
        value: of.first().map(|c| value(c, varies)).unwrap_or_default(),
        sources: of.iter().filter_map(|c| source(c)).unique().collect(),
        voices: voices
            .unique_by(|v| (v.document.clone(), v.holder.name().to_owned()))
            .collect(),
        claims: of.iter().map(|c| c.id.clone()).collect(),
        independent,
    }
}

/// What a claim answers.
fn value(claim: &Claim, varies: Varies) -> String {
    let said = match varies {
        Varies::Quantity => claim.proposition.quantity_words().map(str::to_owned),
        Varies::Time => claim.proposition.time_words().map(str::to_owned),
        _ => None,
    };
    said.unwrap_or_else(|| {
        if claim.basis == Basis::Presupposed {
            claim.quote.text.clone()
        } else {
            claim.statement.clone()
        }
    })
}

fn varies(kinds: impl Iterator<Item = Kind>) -> Varies {
    let counted = kinds.counts();
    let most = counted
        .into_iter()
        .max_by_key(|(kind, n)| (*n, std::cmp::Reverse(*kind)))
        .map(|(kind, _)| kind);
    match most {
        Some(Kind::Quantity) => Varies::Quantity,
        Some(Kind::Time) => Varies::Time,
        Some(Kind::Place) => Varies::Place,
        Some(Kind::Value | Kind::Roles) => Varies::Value,
        Some(Kind::Certainty) => Varies::Certainty,
        _ => Varies::Polarity,
    }
}

/// The slot in words, with a gap for what varies.
fn slot(proposition: &Proposition, varies: Varies) -> String {
    let text = |role: Role| proposition.argument(role).map(|t: &Term| t.text.clone());
    let rest = proposition
        .arguments
        .iter()
        .filter(|a| matches!(a.role, Role::Recipient | Role::Oblique))
        .map(|a| {
            let marker = a.marker.as_deref().unwrap_or_default();
            format!("{marker} {}", a.term.text).trim().to_owned()
        });
    let gap = (varies != Varies::Polarity && varies != Varies::Certainty).then(|| "…".to_owned());
    let parts = text(Role::Subject)
        .into_iter()
        .chain([proposition.predicate.lemma.clone()])
        .chain(text(Role::Object))
        .chain(rest)
        .chain(gap);
    parts.filter(|p| !p.is_empty()).join(" · ")
}

/// Disjoint sets of claims.
struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    fn new(len: usize) -> Sets {
        Sets {
            parent: (0..len).collect(),
        }
    }

    fn root(&self, mut i: usize) -> usize {
        while let Some(&up) = self.parent.get(i)
            && up != i
        {
            i = up;
        }
        i
    }

    /// Joins the sets of two; the lower root stays.
    fn join(&mut self, a: usize, b: usize) {
        let (x, y) = (self.root(a), self.root(b));
        if let Some(up) = self.parent.get_mut(x.max(y)) {
            *up = x.min(y);
        }
    }
}
