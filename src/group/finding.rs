//! One finding, which several links may say again: of other sentences, and of other documents.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::claim::{Basis, Claim};
use crate::judgement::{Direction, Kind, Link, Relation, Strength};
use crate::source::Document;
use crate::span::{Span, heard};

/// An agreement or a conflict, shown once however many sentences and documents say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The id of the link that says it best.
    pub link: String,
    /// The ids of the links that say it again, the surest first: of the same two documents or of others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

impl Finding {
    /// A finding of one link.
    pub fn alone(link: &Link) -> Finding {
        Finding {
            link: link.id.clone(),
            also: Vec::new(),
        }
    }

    /// The ids of all its links: the one that says it best, then those that say it again.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.link).chain(&self.also).map(String::as_str)
    }
}

/// Gathers links into findings: strict conflicts, then tensions, the surest first; then agreements, what most documents say
/// first and among these the surest; then what only the words of sentences show, and what both only take for granted.
///
/// A link says a finding again if both its claims, or others whose quotes overlap theirs, are in it; if one of them leads it, on
/// the same ground; or if it rests on what two sentences share, and a link of claims in these leads. What conflicts is in no one
/// agreement.
pub(crate) fn findings(documents: &[Document], claims: &[Claim], links: &[Link]) -> Vec<Finding> {
    let place: BTreeMap<&str, usize> = claims
        .iter()
        .enumerate()
        .map(|(i, c)| (c.id.as_str(), i))
        .collect();
    let claim = |id: &str| claims.get(*place.get(id)?);
    let granted = |id: &str| claim(id).is_some_and(|c| c.basis == Basis::Presupposed);
    let rank = |link: &Link| match (link.judgement.relation, link.judgement.strength) {
        (Relation::Conflict, Some(Strength::Tension)) => 1,
        (Relation::Conflict, _) => 0,
        _ if granted(&link.a) && granted(&link.b) => 4,
        _ if link.judgement.is_by_sentences() => 3,
        _ => 2,
    };
    let order = |link: &&Link| (rank(link), Reverse(link.judgement.confidence));
    let mut gathering = Gathering::new(documents, claims);
    for link in links.iter().sorted_by_cached_key(order) {
        if let (Some(&a), Some(&b)) = (place.get(link.a.as_str()), place.get(link.b.as_str())) {
            gathering.take(link, [a, b]);
        }
    }
    let told_by = |gathered: &Gathered<'_>| {
        let documents: BTreeSet<&str> = gathered
            .members
            .iter()
            .filter_map(|&i| Some(claims.get(i)?.document.as_str()))
            .collect();
        Reverse(documents.len())
    };
    let first = |gathered: &Gathered<'_>| {
        let agrees = gathered.lead.judgement.relation == Relation::Agree;
        (rank(gathered.lead), agrees.then(|| told_by(gathered)))
    };
    let gathered = gathering.found.into_iter().sorted_by_cached_key(first);
    gathered
        .map(|g| Finding {
            link: g.lead.id.clone(),
            also: g.also.iter().map(|link| link.id.clone()).collect(),
        })
        .collect()
}

/// A finding in the making.
struct Gathered<'l> {
    lead: &'l Link,
    also: Vec<&'l Link>,
    /// The claims of its links, by index.
    members: BTreeSet<usize>,
}

/// The findings so far, and how to find the one that a link says again.
struct Gathering<'l> {
    /// The sentence of each claim: the number of the first claim in one of the same text.
    sentence: Vec<usize>,
    /// What is said of one claim is said of those near it.
    near: Vec<Vec<usize>>,
    found: Vec<Gathered<'l>>,
    /// The finding that is led by what is told in one place.
    led: HashMap<(Ground, usize), usize>,
    /// The finding led by a link of two claims.
    pairs: HashMap<(Relation, [usize; 2]), usize>,
    /// The findings that a claim is a member of, agreements or conflicts of one kind.
    of: HashMap<(Option<Kind>, usize), Vec<usize>>,
    /// What a claim conflicts with.
    against: HashMap<usize, Vec<usize>>,
    /// The finding led by a link of claims in two sentences.
    sentences: HashMap<(Relation, [usize; 2]), usize>,
}

/// What a link rests on. Of two findings of one claim, those of one ground are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Ground {
    /// All that two claims say excludes each other, in a way of this kind.
    Conflict(Kind),
    /// All that two claims say is the same.
    Whole,
    /// The claims share words, and one of them may say something else as well.
    Part,
    /// The sentences share words.
    Sentences,
    /// Both stand in one sentence, which two documents have.
    Copy,
}

impl<'l> Gathering<'l> {
    fn new(documents: &[Document], claims: &[Claim]) -> Gathering<'l> {
        Gathering {
            sentence: sentences(documents, claims),
            near: neighbours(claims),
            found: Vec::new(),
            led: HashMap::new(),
            pairs: HashMap::new(),
            of: HashMap::new(),
            against: HashMap::new(),
            sentences: HashMap::new(),
        }
    }

    /// Takes a link of two claims, given by index: into the finding that it says again, or as the lead of a new one.
    fn take(&mut self, link: &'l Link, ends: [usize; 2]) {
        let relation = link.judgement.relation;
        let at = self.said_again(link, ends).unwrap_or(self.found.len());
        if let Some(finding) = self.found.get_mut(at) {
            finding.also.push(link);
            finding.members.extend(ends);
        } else {
            self.found.push(Gathered {
                lead: link,
                also: Vec::new(),
                members: ends.into(),
            });
            for led in self.leads(link, ends).collect::<Vec<_>>() {
                self.led.entry(led).or_insert(at);
            }
            let [a, b] = ends;
            self.pairs.entry((relation, [a.min(b), a.max(b)])).or_insert(at);
            self.sentences
                .entry((relation, self.of_sentences(ends)))
                .or_insert(at);
        }
        let [a, b] = ends;
        for (end, other) in [(a, b), (b, a)] {
            let of = self.of.entry((kind(link), end)).or_default();
            if !of.contains(&at) {
                of.push(at);
            }
            if relation == Relation::Conflict {
                self.against.entry(end).or_default().push(other);
            }
        }
    }

    /// The first finding that a link says again.
    fn said_again(&self, link: &Link, ends: [usize; 2]) -> Option<usize> {
        let relation = link.judgement.relation;
        let near = ends.map(|i| self.near.get(i).map(Vec::as_slice).unwrap_or_default());
        let [near_a, near_b] = near;
        let overlaps = near_a.iter().cartesian_product(near_b);
        let overlapped = overlaps.filter_map(|(&x, &y)| self.pairs.get(&(relation, [x.min(y), x.max(y)])));
        let [of_a, of_b] = near.map(|near| {
            let found = near.iter().filter_map(|&i| self.of.get(&(kind(link), i)));
            found.flatten().collect_vec()
        });
        let both = of_a.into_iter().filter(|at| of_b.contains(at));
        let led = self.leads(link, ends).filter_map(|led| self.led.get(&led));
        let led = led.filter(|&&at| relation == Relation::Conflict || !self.divides(at, ends));
        let sentences = self.sentences.get(&(relation, self.of_sentences(ends)));
        let sentences = sentences.filter(|_| link.judgement.is_by_sentences());
        let said = overlapped.chain(both).chain(led).min();
        said.or(sentences).copied()
    }

    /// Whether one of two claims conflicts with what is in a finding.
    fn divides(&self, at: usize, ends: [usize; 2]) -> bool {
        let members = self.found.get(at).map(|finding| &finding.members);
        let mut against = ends.iter().filter_map(|end| self.against.get(end));
        members.is_some_and(|members| against.any(|against| against.iter().any(|i| members.contains(i))))
    }

    /// What a link rests on, and the claims or sentences of which it tells it.
    fn leads(&self, link: &Link, ends: [usize; 2]) -> impl Iterator<Item = (Ground, usize)> {
        let judgement = &link.judgement;
        let sentences = self.of_sentences(ends);
        let copy = judgement.relation == Relation::Agree && sentences[0] == sentences[1];
        let (ground, told) = if judgement.relation == Relation::Conflict {
            (Ground::Conflict(judgement.kind), ends)
        } else if judgement.is_by_sentences() {
            (Ground::Sentences, sentences)
        } else if judgement.is_by_words() && judgement.direction != Some(Direction::Same) {
            (Ground::Part, ends)
        } else {
            (Ground::Whole, ends)
        };
        let copied = copy.then_some((Ground::Copy, sentences[0]));
        told.into_iter().map(move |told| (ground, told)).chain(copied)
    }

    /// The sentences of two claims, in order.
    fn of_sentences(&self, ends: [usize; 2]) -> [usize; 2] {
        let [a, b] = ends.map(|claim| self.sentence.get(claim).copied().unwrap_or(claim));
        [a.min(b), a.max(b)]
    }
}

/// What a conflict has in common with others, which agreements need not.
fn kind(link: &Link) -> Option<Kind> {
    (link.judgement.relation == Relation::Conflict).then_some(link.judgement.kind)
}

/// For each claim the first one in a sentence of the same text.
fn sentences(documents: &[Document], claims: &[Claim]) -> Vec<usize> {
    let documents: BTreeMap<_, _> = documents.iter().map(|d| (d.id.as_deref(), d)).collect();
    let text = |claim: &Claim| {
        let document = documents.get(&Some(claim.document.as_str()))?;
        document.quote(claim.sentence).map(heard)
    };
    let (mut told, mut first) = (HashMap::new(), HashMap::new());
    let mut numbered = Vec::with_capacity(claims.len());
    for (i, claim) in claims.iter().enumerate() {
        let place = (claim.document.as_str(), claim.sentence);
        let of_text = || text(claim).map_or(i, |text| *first.entry(text).or_insert(i));
        numbered.push(*told.entry(place).or_insert_with(of_text));
    }
    numbered
}

/// For each claim the claims, itself included, whose quotes overlap its own.
fn neighbours(claims: &[Claim]) -> Vec<Vec<usize>> {
    let mut of_document: BTreeMap<&str, Vec<(Span, usize)>> = BTreeMap::new();
    for (i, claim) in claims.iter().enumerate() {
        of_document
            .entry(&claim.document)
            .or_default()
            .push((claim.quote.span, i));
    }
    let mut neighbours = vec![Vec::new(); claims.len()];
    for spans in of_document.values_mut() {
        spans.sort_unstable();
        for (n, &(span, i)) in spans.iter().enumerate() {
            let rest = spans
                .iter()
                .skip(n)
                .take_while(|(other, _)| other.field == span.field && other.start < span.end);
            for &(_, j) in rest.filter(|(other, j)| *j == i || span.shares_half(*other)) {
                for (x, y) in [(i, j), (j, i)] {
                    if let Some(own) = neighbours.get_mut(x)
                        && !own.contains(&y)
                    {
                        own.push(y);
                    }
                }
            }
        }
    }
    neighbours
}

#[cfg(test)]
mod tests {
    use itertools::Itertools;

    use crate::judgement::Relation;
    use crate::{Document, Report, compare};

    fn compared(texts: &[&str]) -> Report {
        let documents = texts.iter().zip('A'..);
        compare(
            &documents
                .map(|(text, name)| Document::new(name, *text))
                .collect_vec(),
        )
        .unwrap()
    }

    /// The documents that have a part in each finding of a relation.
    fn documents(report: &Report, relation: Relation) -> Vec<String> {
        let links = |id: &str| report.link(id).into_iter().flat_map(|link| [&link.a, &link.b]);
        let findings = report.findings().iter().filter(|finding| {
            let lead = report.link(&finding.link).unwrap();
            lead.judgement.relation == relation
        });
        findings
            .map(|finding| {
                let claims = finding.links().flat_map(links).unique();
                let documents = claims.filter_map(|id| report.claim(id));
                documents.map(|c| c.document.replace("#1", "")).sorted().join("")
            })
            .collect()
    }

    const CLOSED: &str = "Tollard Bridge was closed on Monday.";

    #[test]
    fn what_three_documents_say_is_one_finding() {
        let report = compared(&[CLOSED, "On Monday Tollard Bridge was shut.", CLOSED]);
        assert_eq!(documents(&report, Relation::Agree), ["ABC"]);
    }

    #[test]
    fn what_one_document_says_twice_is_one_finding_with_both_its_quotes() {
        let twice = "The mayor has closed Tollard Bridge. Nobody was hurt. Tollard Bridge is closed.";
        let report = compared(&["Tollard Bridge is closed. Rain is expected.", twice]);
        assert_eq!(documents(&report, Relation::Agree), ["ABB"]);
        let printed = report.text().to_string();
        assert!(
            printed.contains("“The mayor has closed Tollard Bridge”"),
            "{printed}"
        );
    }

    #[test]
    fn what_one_denies_and_two_state_is_one_conflict() {
        let report = compared(&["Tollard Bridge was not closed on Monday.", CLOSED, CLOSED]);
        assert_eq!(documents(&report, Relation::Conflict), ["ABC"]);
    }

    #[test]
    fn conflicts_of_two_kinds_are_two() {
        let report = compared(&[
            "Nine people were killed in Hexley on Monday.",
            "Eleven people were killed in Hexley on Monday.",
            "Nobody was killed in Hexley on Monday.",
        ]);
        assert!(
            documents(&report, Relation::Conflict).len() > 1,
            "{}",
            report.text()
        );
    }

    #[test]
    fn what_conflicts_is_in_no_agreement() {
        let report = compared(&[
            "The flood destroyed nearly 150 houses.",
            "The flood destroyed 140 houses.",
            "The flood destroyed more than 150 houses.",
        ]);
        assert_eq!(documents(&report, Relation::Conflict), ["BC"]);
        assert!(!documents(&report, Relation::Agree).contains(&"ABC".to_owned()));
    }

    #[test]
    fn a_sentence_that_two_documents_have_is_one_finding() {
        let told = "The mayor, who was born in Hexley, closed Tollard Bridge and opened the town hall.";
        let report = compared(&[told, told]);
        assert_eq!(documents(&report, Relation::Agree).len(), 1, "{}", report.text());
        let printed = report.text().to_string();
        assert_eq!(printed.matches("born in Hexley").count(), 2, "{printed}");
    }
}
