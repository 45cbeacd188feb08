//! Checks a report that is read back, and names the place where it does not hold together.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::aliases::{self, AliasUse};
use super::{Parts, Report, Row, SCHEMA};
use crate::claim::Claim;
use crate::commitment::{Commitment, Holder};
use crate::error::Error;
use crate::group::{Finding, Issue};
use crate::judge::fold;
use crate::judgement::{Judgement, Link, Step, Voice};
use crate::proposition::Qualifier;
use crate::source::Document;
use crate::span::{Span, Words};
use crate::unread::Unread;

/// Reads and checks.
pub(super) fn read(json: &str) -> Result<Report, Error> {
    match serde_json::from_str::<Parts>(json) {
        Ok(parts) => Report::try_from(parts),
        Err(error) => Err(misfit(json, &error)),
    }
}

/// Says where a report has not even the right shape.
fn misfit(json: &str, error: &serde_json::Error) -> Error {
    let found = serde_json::from_str::<Value>(json).ok().and_then(|value| {
        if let Some(schema) = value.get("schema")
            && schema != SCHEMA
        {
            return Some(("schema".to_owned(), other_schema(schema)));
        }
        in_each::<Document>(&value, "documents", &[])
            .or_else(|| in_each::<Claim>(&value, "claims", &CLAIM))
            .or_else(|| in_each::<Link>(&value, "links", &LINK))
            .or_else(|| in_each::<Finding>(&value, "findings", &[]))
            .or_else(|| in_each::<Issue>(&value, "issues", &[]))
            .or_else(|| in_each::<Row>(&value, "table", &[]))
            .or_else(|| in_each::<AliasUse>(&value, "aliases", &[]))
            .or_else(|| in_each::<Unread>(&value, "unread", &[]))
    });
    match found {
        Some((place, what)) => Error::report(place, what),
        None => Error::report("report", error.to_string()),
    }
}

fn other_schema(found: impl Display) -> String {
    format!("{found} is another version than {SCHEMA:?}, the one that can be read")
}

/// Tries whether a part of a value can be read, and says what is wrong with it if not.
type Probe = (&'static str, fn(Value) -> Option<serde_json::Error>);

fn probe<T: DeserializeOwned>(value: Value) -> Option<serde_json::Error> {
    serde_json::from_value::<T>(value).err()
}

const CLAIM: [Probe; 5] = [
    ("/quote", probe::<Words>),
    ("/sentence", probe::<Span>),
    ("/basis", probe::<crate::claim::Basis>),
    ("/commitments", probe::<Vec<Commitment>>),
    ("/proposition", probe::<crate::proposition::Proposition>),
];

const LINK: [Probe; 8] = [
    ("/judgement/relation", probe::<crate::judgement::Relation>),
    ("/judgement/kind", probe::<crate::judgement::Kind>),
    (
        "/judgement/direction",
        probe::<Option<crate::judgement::Direction>>,
    ),
    ("/judgement/strength", probe::<Option<crate::judgement::Strength>>),
    ("/judgement/voice_a", probe::<Voice>),
    ("/judgement/voice_b", probe::<Voice>),
    ("/judgement/steps", probe::<Vec<Step>>),
    ("/judgement", probe::<Judgement>),
];

/// The first element of a list that cannot be read, as deep as the probes reach.
fn in_each<T: DeserializeOwned>(report: &Value, list: &str, probes: &[Probe]) -> Option<(String, String)> {
    for (i, element) in report.get(list)?.as_array()?.iter().enumerate() {
        let Some(error) = probe::<T>(element.clone()) else {
            continue;
        };
        for (path, probe) in probes {
            if let Some(part) = element.pointer(path)
                && let Some(error) = probe(part.clone())
            {
                return Some((
                    format!("{list}[{i}]{}", path.replace('/', ".")),
                    error.to_string(),
                ));
            }
        }
        return Some((format!("{list}[{i}]"), error.to_string()));
    }
    None
}

/// Checks all parts against one another.
pub(super) fn check(report: &Report) -> Result<(), Error> {
    if report.schema != SCHEMA {
        return Err(Error::report(
            "schema",
            other_schema(format!("{:?}", report.schema)),
        ));
    }
    let known = Known::new(report)?;
    known.claims(report)?;
    let links = known.links(report)?;
    findings(report, &links)?;
    known.issues(report)?;
    for (i, unread) in report.unread.iter().enumerate() {
        let place = || format!("unread[{i}]");
        let document = known.document(&unread.document, || format!("{}.document", place()))?;
        words(document, &unread.words, || format!("{}.words", place()))?;
    }
    let counted = report.counted();
    require(
        counted == report.table,
        || "table".to_owned(),
        "does not count the findings that are there",
    )?;
    let used = aliases::used(&report.claims);
    require(
        used == report.aliases,
        || "aliases".to_owned(),
        "are not those that the claims use",
    )
}

/// Checks that each link stands in one finding at most.
fn findings(report: &Report, links: &BTreeSet<&str>) -> Result<(), Error> {
    let mut shown = BTreeSet::new();
    for (i, finding) in report.findings.iter().enumerate() {
        for (j, id) in finding.links().enumerate() {
            let place = || match j {
                0 => format!("findings[{i}].link"),
                _ => format!("findings[{i}].also[{}]", j - 1),
            };
            require(links.contains(id), place, "no link has this id")?;
            require(shown.insert(id), place, "stands in two findings")?;
        }
    }
    Ok(())
}

/// Checks the claims against the documents.
pub(super) fn check_claims(report: &Report) -> Result<(), Error> {
    Known::new(report)?.claims(report)
}

/// What ids stand for.
struct Known<'r> {
    documents: BTreeMap<&'r str, &'r Document>,
    claims: BTreeMap<&'r str, &'r Claim>,
    sources: Vec<&'r str>,
}

impl<'r> Known<'r> {
    fn new(report: &'r Report) -> Result<Known<'r>, Error> {
        let mut documents = BTreeMap::new();
        for (i, document) in report.documents.iter().enumerate() {
            let place = || format!("documents[{i}].id");
            let Some(id) = document.id.as_deref() else {
                return Err(Error::report(place(), "missing"));
            };
            require(documents.insert(id, document).is_none(), place, "given twice")?;
        }
        let mut claims = BTreeMap::new();
        for (i, claim) in report.claims.iter().enumerate() {
            let place = || format!("claims[{i}].id");
            require(
                claims.insert(claim.id.as_str(), claim).is_none(),
                place,
                "given twice",
            )?;
        }
        Ok(Known {
            documents,
            claims,
            sources: report.sources(),
        })
    }

    fn document(&self, id: &str, place: impl Fn() -> String) -> Result<&'r Document, Error> {
        self.documents
            .get(id)
            .copied()
            .ok_or_else(|| Error::report(place(), format!("no document has the id {id:?}")))
    }

    fn claim(&self, id: &str, place: impl Fn() -> String) -> Result<&'r Claim, Error> {
        self.claims
            .get(id)
            .copied()
            .ok_or_else(|| Error::report(place(), format!("no claim has the id {id:?}")))
    }

    fn source(&self, name: &str, place: impl Fn() -> String) -> Result<(), Error> {
        if self.sources.contains(&name) {
            return Ok(());
        }
        Err(Error::report(
            place(),
            format!("no document is of the source {name:?}"),
        ))
    }

    fn claims(&self, report: &Report) -> Result<(), Error> {
        let mut occurrences: BTreeMap<(&str, String, &str), usize> = BTreeMap::new();
        for (i, claim) in report.claims.iter().enumerate() {
            let place = |field: &str| format!("claims[{i}].{field}");
            let document = self.document(&claim.document, || place("document"))?;
            words(document, &claim.quote, || place("quote"))?;
            span(document, claim.sentence, || place("sentence"))?;
            for (j, evidence) in claim.evidence.iter().enumerate() {
                words(document, &evidence.words, || {
                    place(&format!("evidence[{j}].words"))
                })?;
            }
            let author_first = claim
                .commitments
                .first()
                .is_some_and(|c| c.holder == Holder::Author);
            require(
                author_first,
                || place("commitments"),
                "the author's does not come first",
            )?;
            for (j, commitment) in claim.commitments.iter().enumerate() {
                holder(document, &commitment.holder, || {
                    place(&format!("commitments[{j}].holder"))
                })?;
                for (k, cue) in commitment.cues.iter().enumerate() {
                    words(document, cue, || place(&format!("commitments[{j}].cues[{k}]")))?;
                }
            }
            for term in aliases::terms(claim) {
                span(document, term.span, || place("proposition"))?;
            }
            for (j, qualifier) in claim.proposition.qualifiers.iter().enumerate() {
                if let Qualifier::Time { words: at, .. } | Qualifier::Quantity { words: at, .. } = qualifier {
                    words(document, at, || {
                        place(&format!("proposition.qualifiers[{j}].words"))
                    })?;
                }
            }
            let quote: Vec<&str> = claim.quote.text.split_whitespace().collect();
            let voice = claim.voice().holder.name();
            let occurrence = occurrences
                .entry((&claim.document, quote.join(" "), voice))
                .or_default();
            let id = Claim::identify(&claim.document, &claim.quote.text, voice, *occurrence);
            *occurrence += 1;
            same(&claim.id, &id, || place("id"))?;
        }
        Ok(())
    }

    /// Checks the links, and gives their ids.
    fn links(&self, report: &'r Report) -> Result<BTreeSet<&'r str>, Error> {
        let mut ids = BTreeSet::new();
        for (i, link) in report.links.iter().enumerate() {
            let place = |field: &str| format!("links[{i}].{field}");
            require(ids.insert(link.id.as_str()), || place("id"), "given twice")?;
            let judgement = &link.judgement;
            let a = self.claim(&link.a, || place("a"))?;
            let b = self.claim(&link.b, || place("b"))?;
            require(link.a != link.b, || place("b"), "is the first claim again")?;
            same(
                &link.id,
                &Link::identify(&link.a, &link.b, judgement.relation),
                || place("id"),
            )?;
            let document_a = self.document(&a.document, || place("a"))?;
            let document_b = self.document(&b.document, || place("b"))?;
            speaks(a, &judgement.voice_a, || place("judgement.voice_a"))?;
            speaks(b, &judgement.voice_b, || place("judgement.voice_b"))?;
            for (j, step) in judgement.steps.iter().enumerate() {
                for (side, document, rests_on) in [("a", document_a, &step.a), ("b", document_b, &step.b)] {
                    for (k, at) in rests_on.iter().enumerate() {
                        words(document, at, || {
                            place(&format!("judgement.steps[{j}].{side}[{k}]"))
                        })?;
                    }
                }
            }
            folds(judgement, |field| place(&format!("judgement.{field}")))?;
        }
        Ok(ids)
    }

    fn issues(&self, report: &Report) -> Result<(), Error> {
        let mut ids = BTreeSet::new();
        for (i, issue) in report.issues.iter().enumerate() {
            let place = |field: &str| format!("issues[{i}].{field}");
            require(ids.insert(&issue.id), || place("id"), "given twice")?;
            same(
                &issue.id,
                &Issue::identify(issue.varies, &issue.positions),
                || place("id"),
            )?;
            require(!issue.positions.is_empty(), || place("positions"), "empty")?;
            for (j, position) in issue.positions.iter().enumerate() {
                let place = |field: &str, k: usize| place(&format!("positions[{j}].{field}[{k}]"));
                for (k, source) in position.sources.iter().enumerate() {
                    self.source(source, || place("sources", k))?;
                }
                for (k, claim) in position.claims.iter().enumerate() {
                    self.claim(claim, || place("claims", k))?;
                }
                for (k, voice) in position.voices.iter().enumerate() {
                    let document = self.document(&voice.document, || place("voices", k))?;
                    holder(document, &voice.holder, || place("voices", k))?;
                }
            }
            for (j, source) in issue.silent.iter().enumerate() {
                let place = || place(&format!("silent[{j}]"));
                self.source(source, place)?;
                let spoken = issue.positions.iter().any(|p| p.sources.contains(source));
                require(!spoken, place, "has a position")?;
            }
        }
        Ok(())
    }
}

/// A voice is that of a holder on the claim's chain.
fn speaks(claim: &Claim, voice: &Voice, place: impl Fn() -> String) -> Result<(), Error> {
    let there = voice.document == claim.document
        && claim
            .commitments
            .iter()
            .any(|c| c.holder == voice.holder && c.factuality == voice.factuality);
    require(there, place, "nobody holds this in the claim")
}

/// A judgement is computed anew from its steps and voices, never believed.
fn folds(judgement: &Judgement, place: impl Fn(&str) -> String) -> Result<(), Error> {
    let folded = fold(
        judgement.steps.clone(),
        judgement.voice_a.clone(),
        judgement.voice_b.clone(),
    );
    for (field, differs) in [
        ("relation", folded.relation != judgement.relation),
        ("kind", folded.kind != judgement.kind),
        ("direction", folded.direction != judgement.direction),
        ("strength", folded.strength != judgement.strength),
        ("confidence", folded.confidence != judgement.confidence),
    ] {
        require(
            !differs,
            || place(field),
            "does not follow from the steps and voices",
        )?;
    }
    Ok(())
}

fn holder(document: &Document, holder: &Holder, place: impl Fn() -> String) -> Result<(), Error> {
    match holder {
        Holder::Author => Ok(()),
        Holder::Named { words: at, .. } | Holder::Unnamed { words: at, .. } => {
            words(document, at, || format!("{}.words", place()))
        }
    }
}

fn span(document: &Document, span: Span, place: impl Fn() -> String) -> Result<(), Error> {
    quoted(document, span, place).map(drop)
}

fn words(document: &Document, words: &Words, place: impl Fn() -> String) -> Result<(), Error> {
    let stands = quoted(document, words.span, || format!("{}.span", place()))?;
    if stands == words.text {
        return Ok(());
    }
    let what = format!("{:?} is not what stands there: {stands:?}", words.text);
    Err(Error::report(format!("{}.text", place()), what))
}

fn quoted(document: &Document, span: Span, place: impl Fn() -> String) -> Result<&str, Error> {
    document.quote(span).ok_or_else(|| {
        let what = format!(
            "{}..{} leaves the field or cuts a character",
            span.start, span.end
        );
        Error::report(place(), what)
    })
}

fn same(found: &str, computed: &str, place: impl Fn() -> String) -> Result<(), Error> {
    if found == computed {
        return Ok(());
    }
    Err(Error::report(
        place(),
        format!("{found:?} should be {computed:?}"),
    ))
}

fn require(holds: bool, place: impl Fn() -> String, what: &str) -> Result<(), Error> {
    if holds {
        return Ok(());
    }
    Err(Error::report(place(), what))
}
