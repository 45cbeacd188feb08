#![doc = include_str!("schema.md")]

mod aliases;
mod check;
#[cfg(test)]
mod fixture;
mod json;
mod layout;
mod markdown;
mod passages;
mod shown;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod wording;

use std::collections::BTreeMap;
use std::fmt;

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::error::Error;
use crate::group::{Finding, Issue};
use crate::judgement::{Link, Relation, Strength};
use crate::source::Document;
use crate::unread::Unread;

pub use aliases::AliasUse;
pub use json::Json;
pub use markdown::Markdown;
pub use table::{Counts, Row, Table};
pub use text::Text;

/// The version of the JSON form that this version of the crate writes, and the only one that it reads.
pub const SCHEMA: &str = "crosscheck/1";

/// A finished comparison: who says what, where the sources agree, where they conflict, and why.
///
/// It never says who is right. Its parts can only be read, so that they keep fitting together; what is read back with
/// [`Report::from_json`], or in any other way that serde knows, is checked.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Parts")]
pub struct Report {
    schema: String,
    documents: Vec<Document>,
    claims: Vec<Claim>,
    links: Vec<Link>,
    findings: Vec<Finding>,
    issues: Vec<Issue>,
    table: Table,
    aliases: Vec<AliasUse>,
    unread: Vec<Unread>,
}

/// A report as it is written, before it is checked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    schema: String,
    documents: Vec<Document>,
    claims: Vec<Claim>,
    links: Vec<Link>,
    findings: Vec<Finding>,
    issues: Vec<Issue>,
    table: Table,
    aliases: Vec<AliasUse>,
    unread: Vec<Unread>,
}

impl TryFrom<Parts> for Report {
    type Error = Error;

    fn try_from(parts: Parts) -> Result<Report, Error> {
        let report = Report {
            schema: parts.schema,
            documents: parts.documents,
            claims: parts.claims,
            links: parts.links,
            findings: parts.findings,
            issues: parts.issues,
            table: parts.table,
            aliases: parts.aliases,
            unread: parts.unread,
        };
        report.verified()
    }
}

impl Report {
    /// Puts a report together from what the stages found; documents must have ids.
    ///
    /// Claims are put in the order of their documents. Findings are shown in the order given. The table and the aliases
    /// follow from the rest.
    pub(crate) fn new(
        documents: Vec<Document>,
        mut claims: Vec<Claim>,
        links: Vec<Link>,
        findings: Vec<Finding>,
        issues: Vec<Issue>,
        unread: Vec<Unread>,
    ) -> Report {
        claims.sort_by_cached_key(|claim| {
            documents
                .iter()
                .position(|d| d.id.as_deref() == Some(&claim.document))
        });
        let mut report = Report {
            schema: SCHEMA.to_owned(),
            documents,
            claims,
            links,
            findings,
            issues,
            table: Table::default(),
            aliases: Vec::new(),
            unread,
        };
        report.table = report.counted();
        report.aliases = aliases::used(&report.claims);
        report
    }

    /// The documents, each with its id.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// All claims, in the order of their documents and in each by their place.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// All links. What several links say again stands once among the [findings](Report::findings).
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Agreements and conflicts, each once however many links say it.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The questions that the documents answer differently.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// How often each two sources agree and conflict.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The names that were taken to mean the same.
    pub fn aliases(&self) -> &[AliasUse] {
        &self.aliases
    }

    /// The sentences that yielded no claim, and why.
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// The strict conflicts: of each finding the link that says it best.
    pub fn conflicts(&self) -> impl Iterator<Item = &Link> {
        self.found(Relation::Conflict)
            .filter(|link| link.judgement.strength != Some(Strength::Tension))
    }

    /// The conflicts that both sides could survive in a strained reading.
    pub fn tensions(&self) -> impl Iterator<Item = &Link> {
        self.found(Relation::Conflict)
            .filter(|link| link.judgement.strength == Some(Strength::Tension))
    }

    /// The agreements: of each finding the link that says it best.
    pub fn agreements(&self) -> impl Iterator<Item = &Link> {
        self.found(Relation::Agree)
    }

    fn found(&self, relation: Relation) -> impl Iterator<Item = &Link> {
        let links = self.links_by_id();
        self.findings
            .iter()
            .filter_map(move |finding| links.get(finding.link.as_str()).copied())
            .filter(move |link| link.judgement.relation == relation)
    }

    /// The document with an id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|d| d.id.as_deref() == Some(id))
    }

    /// The claim with an id.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// The link with an id.
    pub fn link(&self, id: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.id == id)
    }

    /// The claims of the document with an id.
    pub fn claims_of<'r>(&'r self, document: &str) -> impl Iterator<Item = &'r Claim> {
        self.claims.iter().filter(move |claim| claim.document == document)
    }

    /// The names of the sources, each once, in the order of the documents.
    pub fn sources(&self) -> Vec<&str> {
        let mut sources: Vec<&str> = Vec::new();
        for document in &self.documents {
            if !sources.contains(&document.source.name.as_str()) {
                sources.push(&document.source.name);
            }
        }
        sources
    }

    /// The report for a terminal or a plain file.
    pub fn text(&self) -> Text<'_> {
        Text::new(self)
    }

    /// The report as Markdown.
    pub fn markdown(&self) -> Markdown<'_> {
        Markdown::new(self)
    }

    /// The report as JSON to print.
    pub fn json(&self) -> Json<'_> {
        Json::new(self)
    }

    /// Writes the report as JSON on one line.
    ///
    /// # Errors
    ///
    /// For what JSON cannot hold; no report that this crate made has anything of the kind.
    pub fn to_json(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|e| Error::json("report", e))
    }

    /// Reads a report back and checks it: ids are unique, resolve, and are what their contents make them; spans lie on
    /// character boundaries inside their field and quote what they say; judgements follow from their steps.
    ///
    /// # Errors
    ///
    /// For anything else; the error names the place, such as `links[3].judgement.kind`.
    pub fn from_json(json: &str) -> Result<Report, Error> {
        check::read(json)
    }

    /// The report, once its claims, which are somebody else's, are found to fit the documents.
    pub(crate) fn of_fitting_claims(self) -> Result<Report, Error> {
        check::check_claims(&self)?;
        Ok(self)
    }

    /// The report, once its parts are found to fit together.
    fn verified(self) -> Result<Report, Error> {
        check::check(&self)?;
        Ok(self)
    }

    fn links_by_id(&self) -> BTreeMap<&str, &Link> {
        self.links.iter().map(|link| (link.id.as_str(), link)).collect()
    }

    /// The findings counted anew.
    fn counted(&self) -> Table {
        let sources: BTreeMap<_, _> = self
            .documents
            .iter()
            .filter_map(|d| Some((d.id.as_deref()?, d.source.name.as_str())))
            .collect();
        let claims: BTreeMap<_, _> = self
            .claims
            .iter()
            .filter_map(|c| Some((c.id.as_str(), *sources.get(c.document.as_str())?)))
            .collect();
        let links = self.links_by_id();
        let judgements = self.findings.iter().flat_map(|finding| {
            let said = finding.links().filter_map(|id| {
                let link = links.get(id)?;
                let source = |claim: &str| claims.get(claim).copied();
                Some((source(&link.a)?, source(&link.b)?, &link.judgement))
            });
            // Between two sources a finding counts once.
            said.unique_by(|&(a, b, _)| (a.min(b), a.max(b)))
                .collect::<Vec<_>>()
        });
        Table::count(&self.sources(), judgements)
    }
}

impl fmt::Debug for Report {
    /// Writes the numbers only: the whole is read better as JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report")
            .field("documents", &self.documents.len())
            .field("claims", &self.claims.len())
            .field("links", &self.links.len())
            .field("findings", &self.findings.len())
            .field("issues", &self.issues.len())
            .finish_non_exhaustive()
    }
}
