//! The way through all rooms: the only place that knows the order of the stages.

mod builder;
mod check;
mod links;
mod reason;
mod stances;
mod texts;
mod threads;
mod why_not;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use threads::Threads;

use crate::align::{self, Pair, Situation};
use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::error::Error;
use crate::event::Event;
use crate::extract::{self, Extraction};
use crate::group;
use crate::judge::{Judge, RuleJudge};
use crate::judgement::Judgement;
use crate::parsed::Parsed;
use crate::report::Report;
use crate::source::Document;
use crate::span::Field;
use crate::text;
use crate::unread::Unread;

pub use builder::Builder;
pub use check::{Check, CheckedClaim, Extent, Testimony, Verdict, check};
pub use stances::{StanceFinding, stance};
pub use texts::{TextRelation, relate_texts};
pub use why_not::WhyNot;

/// Compares documents with the settings that [`Comparer::builder`] starts from.
///
/// Documents without an id are given one: the name of their source and a number ("Herald#2").
///
/// # Errors
///
/// When two documents have one id.
pub fn compare(documents: &[Document]) -> Result<Report, Error> {
    Comparer::default().compare(documents)
}

/// The claims of one document, in order.
pub fn claims(document: &Document) -> Vec<Claim> {
    Comparer::default().claims(document)
}

/// What one document attributes to whom: source, cue and content, in order.
pub fn attributions(document: &Document) -> Vec<Attribution> {
    Comparer::default().attributions(document)
}

/// The claims of the documents of a file in the CoNLL-U format, in order: any parser's trees can be used.
///
/// Documents that the file does not name get the name of their source and a number as their id.
///
/// # Errors
///
/// For a file that is not CoNLL-U; the error names the line.
pub fn claims_of_conllu(source: &str, file: &str) -> Result<Vec<Claim>, Error> {
    let parsed = Parsed::from_conllu(source, file)?;
    let documents: Vec<Document> = parsed.iter().map(|p| p.document.clone()).collect();
    let comparer = Comparer::default();
    Ok(identified(&documents)?
        .into_iter()
        .zip(parsed)
        .flat_map(|(document, parsed)| comparer.claims_of(&Parsed { document, ..parsed }))
        .collect())
}

/// The words of a document that can stand for events, each with where the author and everybody quoted stand towards it.
pub fn factuality(document: &Document) -> Vec<Event> {
    Comparer::default().factuality(document)
}

/// Judges two claims, taking them to speak of one situation.
pub fn relate(a: &Claim, b: &Claim) -> Judgement {
    let alignment = align::align(&a.proposition, &b.proposition, Situation::One);
    RuleJudge.decide(&Pair::new(a, b, &alignment))
}

/// How a comparer reads text into trees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Reader {
    /// By the trained model.
    #[default]
    Trained,
    /// By the trained model, with every word's head then set to its left neighbour: the baseline that shows what the trees
    /// are worth.
    Flat,
}

/// Compares documents, claims and texts with settings of one's own.
///
/// ```
/// use crosscheck::{Comparer, Document};
///
/// # fn main() -> Result<(), crosscheck::Error> {
/// let comparer = Comparer::builder().threshold(700).alias("the Firm", "Acme Works").build()?;
/// let report = comparer.compare(&[
///     Document::new("Herald", "Acme Works closed the mill in May."),
///     Document::new("Tribune", "The Firm did not close the mill."),
/// ])?;
/// assert_eq!(report.documents().len(), 2);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Comparer {
    judge: Arc<dyn Judge>,
    threshold: u16,
    aliases: BTreeMap<String, String>,
    reader: Reader,
    threads: Threads,
}

impl Default for Comparer {
    fn default() -> Comparer {
        Comparer {
            judge: Arc::new(RuleJudge),
            threshold: THRESHOLD,
            aliases: BTreeMap::new(),
            reader: Reader::Trained,
            threads: Threads::default(),
        }
    }
}

/// The confidence, in thousandths, below which a link is not reported.
const THRESHOLD: u16 = 500;

impl fmt::Debug for Comparer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Comparer")
            .field("threshold", &self.threshold)
            .field("aliases", &self.aliases)
            .field("reader", &self.reader)
            .field("threads", &self.threads.0)
            .finish_non_exhaustive()
    }
}

impl Comparer {
    /// Starts from the usual settings: the rule judge, a threshold of 500 thousandths, no aliases, the trained reader.
    pub fn builder() -> Builder {
        Builder {
            comparer: Comparer::default(),
        }
    }

    /// Compares documents.
    ///
    /// # Errors
    ///
    /// When two documents have one id, or the judge fails.
    pub fn compare(&self, documents: &[Document]) -> Result<Report, Error> {
        let documents = identified(documents)?;
        let (mut claims, mut unread) = (Vec::new(), Vec::new());
        for extraction in self.extract_all(&documents) {
            claims.extend(extraction.claims);
            unread.extend(extraction.unread);
        }
        self.report(documents, claims, unread)
    }

    /// Compares claims that the caller made, of documents that the caller gives; nothing is extracted.
    ///
    /// # Errors
    ///
    /// When two documents have one id, a claim does not fit its document, or the judge fails.
    pub fn compare_claims(&self, documents: &[Document], claims: Vec<Claim>) -> Result<Report, Error> {
        let documents = identified(documents)?;
        self.report(documents, claims, Vec::new())?.of_fitting_claims()
    }

    /// The claims of one document, in order.
    pub fn claims(&self, document: &Document) -> Vec<Claim> {
        identified(std::slice::from_ref(document))
            .ok()
            .and_then(|documents| documents.first().map(|d| self.extract(d).claims))
            .unwrap_or_default()
    }

    /// What one document attributes to whom; see [`attributions`].
    pub fn attributions(&self, document: &Document) -> Vec<Attribution> {
        extract::attributions_with(document, self.parser(), &self.aliases)
    }

    /// The claims of a document whose sentences are read already, in order.
    pub fn claims_of(&self, parsed: &Parsed) -> Vec<Claim> {
        identified(std::slice::from_ref(&parsed.document))
            .ok()
            .and_then(|documents| {
                let read = |field: &str| self.sentences(parsed, field);
                let extraction = extract::extract_with(documents.first()?, read, &self.aliases);
                Some(extraction.claims)
            })
            .unwrap_or_default()
    }

    /// The words of a document that can stand for events, each with where the author and everybody quoted stand towards it.
    pub fn factuality(&self, document: &Document) -> Vec<Event> {
        extract::events_with(document, self.parser(), &self.aliases)
    }

    /// The same for a document whose sentences are read already.
    pub fn factuality_of(&self, parsed: &Parsed) -> Vec<Event> {
        let read = |field: &str| self.sentences(parsed, field);
        extract::events_with(&parsed.document, read, &self.aliases)
    }

    /// The sentences of a field: those that the document came with, or read now.
    fn sentences(&self, parsed: &Parsed, field: &str) -> Vec<text::Sentence> {
        if field != parsed.document.text {
            return self.parser()(field);
        }
        let mut sentences = parsed.sentences.clone();
        if self.reader == Reader::Flat {
            sentences.iter_mut().for_each(text::Sentence::flatten);
        }
        sentences
    }

    /// Judges two claims, taking them to speak of one situation.
    ///
    /// # Errors
    ///
    /// When the judge fails; the rule judge never does.
    pub fn relate(&self, a: &Claim, b: &Claim) -> Result<Judgement, Error> {
        self.judged(a, b, Situation::One)
    }

    fn extract(&self, document: &Document) -> Extraction {
        extract::extract_with(document, self.parser(), &self.aliases)
    }

    /// What each document holds, in order.
    fn extract_all(&self, documents: &[Document]) -> Vec<Extraction> {
        let mut read: Vec<_> = documents.iter().map(|d| (d, Extraction::default())).collect();
        self.threads
            .each(&mut read, 1, &mut Vec::<()>::new(), |(document, read), ()| {
                *read = self.extract(document);
            });
        read.into_iter().map(|(_, read)| read).collect()
    }

    /// The claims of a document with the sentences of each field that is not empty, read once.
    fn read(&self, document: &Document) -> (Vec<Claim>, Vec<(Field, Vec<text::Sentence>)>) {
        let parsed = RefCell::new(Vec::new());
        let parse = |text: &str| {
            let sentences = self.parser()(text);
            parsed.borrow_mut().push(sentences.clone());
            sentences
        };
        let claims = extract::extract_with(document, parse, &self.aliases).claims;
        // Extraction reads the fields that are not empty, in this order.
        let fields = [Field::Title, Field::Text]
            .into_iter()
            .filter(|&field| !document.field(field).trim().is_empty())
            .zip(parsed.into_inner());
        (claims, fields.collect())
    }

    fn parser(&self) -> fn(&str) -> Vec<text::Sentence> {
        match self.reader {
            Reader::Trained => text::parse,
            Reader::Flat => text::parse_flat,
        }
    }

    fn judged(&self, a: &Claim, b: &Claim, situation: Situation) -> Result<Judgement, Error> {
        let alignment = align::align(&a.proposition, &b.proposition, situation);
        self.judge.judge(&Pair::new(a, b, &alignment))
    }

    fn report(
        &self,
        documents: Vec<Document>,
        claims: Vec<Claim>,
        unread: Vec<Unread>,
    ) -> Result<Report, Error> {
        let links = self.links(&documents, &claims)?;
        let findings = group::findings(&documents, &claims, &links);
        let issues = group::issues(&documents, &claims, &links);
        Ok(Report::new(documents, claims, links, findings, issues, unread))
    }
}

/// The documents with ids: those given, else the source's name and a number.
fn identified(documents: &[Document]) -> Result<Vec<Document>, Error> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut of_source: BTreeMap<String, usize> = BTreeMap::new();
    let mut named = Vec::with_capacity(documents.len());
    for (i, document) in documents.iter().enumerate() {
        let number = of_source.entry(document.source.name.clone()).or_default();
        *number += 1;
        let id = document
            .id
            .clone()
            .unwrap_or_else(|| format!("{}#{number}", document.source.name));
        if let Some(first) = seen.insert(id.clone(), i) {
            return Err(Error::duplicate_document(id, first + 1, i + 1));
        }
        named.push(document.clone().with_id(id));
    }
    Ok(named)
}
