//! The way through all rooms: the only place that knows the order of the stages.

mod builder;
mod check;
mod links;
mod why_not;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::align::{self, Pair, Situation};
use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::commitment::Stance;
use crate::cover::{self, Gist, Outcome};
use crate::error::Error;
use crate::event::Event;
use crate::extract::{self, Extraction};
use crate::group;
use crate::judge::{Judge, RuleJudge};
use crate::judgement::{Direction, Judgement, Kind, Link, Relation};
use crate::parsed::Parsed;
use crate::report::Report;
use crate::source::Document;
use crate::span::Field;
use crate::stance::{Subject, weigh};
use crate::text;
use crate::unread::Unread;

pub use builder::Builder;
pub use check::{Check, CheckedClaim, Extent, Testimony, Verdict, check};
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

/// Judges two short texts of one or more claims, taking them to speak of one situation.
///
/// They conflict if any claim of `b` conflicts with one of `a`; else they agree if every claim of `b` is agreed to or
/// entailed by one of `a`; else, if `a` says all that matters of `b` somewhere, they agree; else they are neutral.
pub fn relate_texts(a: &str, b: &str) -> TextRelation {
    Comparer::default().relate_texts(a, b).unwrap_or_default()
}

/// What a document does with a claim, put in words.
pub fn stance(document: &Document, claim: &str) -> StanceFinding {
    Comparer::default().stance(document, claim).unwrap_or_default()
}

/// How two short texts relate, with the judgements that show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextRelation {
    /// The outcome.
    pub relation: Relation,
    /// Which text says more, where they agree: [`Direction::ARefinesB`] if the first entails the second.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The kind of the outcome, taken from the judgement that decides it; of neutral texts the nearest miss.
    pub kind: Kind,
    /// How sure, in thousandths.
    pub confidence: u16,
    /// Which way the texts lean, in thousandths, for who must choose between agreement and conflict: above 0 towards
    /// agreement, below towards conflict. Where one claim decides it is that judgement's confidence.
    #[serde(default)]
    pub lean: i16,
    /// The claims of the first text.
    pub claims_a: Vec<Claim>,
    /// The claims of the second text.
    pub claims_b: Vec<Claim>,
    /// The links between them that are not neutral, the one that decides first.
    pub links: Vec<Link>,
}

impl Default for TextRelation {
    fn default() -> TextRelation {
        TextRelation {
            relation: Relation::Neutral,
            direction: None,
            kind: Kind::Unrelated,
            confidence: 0,
            lean: 0,
            claims_a: Vec::new(),
            claims_b: Vec::new(),
            links: Vec::new(),
        }
    }
}

/// What a document does with a claim, with the claims of the document that show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StanceFinding {
    /// The stance.
    pub stance: Stance,
    /// The claims of the document that show it, each with its judgement against the claim asked about.
    pub shown_by: Vec<(Claim, Judgement)>,
}

/// Which way a relation leans that is held with a confidence.
fn leaning(relation: Relation, confidence: u16) -> i16 {
    let sure = i16::try_from(confidence).unwrap_or(i16::MAX);
    match relation {
        Relation::Agree => sure,
        Relation::Conflict => -sure,
        Relation::Neutral => 0,
    }
}

impl Default for StanceFinding {
    fn default() -> StanceFinding {
        StanceFinding {
            stance: Stance::Silent,
            shown_by: Vec::new(),
        }
    }
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
}

impl Default for Comparer {
    fn default() -> Comparer {
        Comparer {
            judge: Arc::new(RuleJudge),
            threshold: THRESHOLD,
            aliases: BTreeMap::new(),
            reader: Reader::Trained,
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
        for document in &documents {
            let extraction = self.extract(document);
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
        self.report(documents, claims, Vec::new())?.verified()
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

    /// Judges two short texts; see [`relate_texts`].
    ///
    /// # Errors
    ///
    /// When the judge fails; the rule judge never does.
    pub fn relate_texts(&self, a: &str, b: &str) -> Result<TextRelation, Error> {
        let read = |name: &str, text: &str| {
            let document = Document::new(name, text).with_id(name);
            let sentences = RefCell::new(Vec::new());
            let parse = |text: &str| {
                let read = self.parser()(text);
                sentences.borrow_mut().clone_from(&read);
                read
            };
            let claims = extract::extract_with(&document, parse, &self.aliases).claims;
            (claims, sentences.into_inner())
        };
        let ((claims_a, sentences_a), (claims_b, sentences_b)) = (read("a", a), read("b", b));
        let mut links = Vec::new();
        let mut nearest = (Kind::Unrelated, 0);
        // Per claim of b: does a claim of a entail it? Per claim of a: does a claim of b?
        let (mut met_b, mut met_a) = (vec![None; claims_b.len()], vec![None; claims_a.len()]);
        for (x, met_x) in claims_a.iter().zip(&mut met_a) {
            for (y, met_y) in claims_b.iter().zip(&mut met_b) {
                let judgement = self.relate(x, y)?;
                if judgement.relation == Relation::Neutral || judgement.confidence < self.threshold {
                    // The miss that got furthest tells best why nothing links the two.
                    if judgement.relation == Relation::Neutral && judgement.steps.len() > nearest.1 {
                        nearest = (judgement.kind, judgement.steps.len());
                    }
                    continue;
                }
                if judgement.relation == Relation::Agree {
                    let entails = matches!(judgement.direction, Some(Direction::Same | Direction::ARefinesB));
                    let entailed =
                        matches!(judgement.direction, Some(Direction::Same | Direction::BRefinesA));
                    *met_y = (*met_y).max(Some(entails));
                    *met_x = (*met_x).max(Some(entailed));
                }
                links.push(Link::new(&x.id, &y.id, judgement));
            }
        }
        let rank = |l: &Link| {
            (
                l.judgement.relation != Relation::Conflict,
                std::cmp::Reverse(l.judgement.confidence),
            )
        };
        links.sort_by_key(rank);
        let all = |met: &[Option<bool>]| !met.is_empty() && met.iter().all(|m| *m == Some(true));
        let agreed = !met_b.is_empty() && met_b.iter().all(Option::is_some);
        let (relation, direction) = match links.first().map(|l| l.judgement.relation) {
            Some(Relation::Conflict) => (Relation::Conflict, None),
            Some(Relation::Agree) if agreed => {
                let direction = match (all(&met_b), all(&met_a)) {
                    (true, true) => Some(Direction::Same),
                    (true, false) => Some(Direction::ARefinesB),
                    (false, true) => Some(Direction::BRefinesA),
                    (false, false) => None,
                };
                (Relation::Agree, direction)
            }
            _ => (Relation::Neutral, None),
        };
        let decisive = links.first().filter(|_| relation != Relation::Neutral);
        let sure = decisive.map_or(0, |l| l.judgement.confidence);
        let mut found = TextRelation {
            relation,
            direction,
            kind: decisive.map_or(nearest.0, |l| l.judgement.kind),
            confidence: decisive.map_or(THRESHOLD, |l| l.judgement.confidence),
            lean: leaning(relation, sure),
            claims_a,
            claims_b,
            links,
        };
        let entailed = matches!(direction, Some(Direction::Same | Direction::ARefinesB));
        if relation != Relation::Conflict && !entailed && self.judge.covers() {
            self.cover(&mut found, (a, &sentences_a), (b, &sentences_b));
        }
        Ok(found)
    }

    /// Looks whether the first text says the second in several places, or excludes it, where no claim alone does.
    fn cover(&self, found: &mut TextRelation, a: (&str, &[text::Sentence]), b: (&str, &[text::Sentence])) {
        let x = Gist::new(a.0, a.1, &found.claims_a);
        let y = Gist::new(b.0, b.1, &found.claims_b);
        let verdict = cover::compare(&x, &y);
        let lean = verdict.lean.clamp(-999, 999) as i16;
        // A near miss that the claims show stands: other words of the texts do not make it good.
        let missed = found.relation == Relation::Neutral
            && verdict.relation == Relation::Agree
            && !matches!(found.kind, Kind::Unrelated | Kind::DifferentReferent);
        let outcome = cover::outcome(&verdict, (&x, &found.claims_a), (&y, &found.claims_b));
        let Some(sure) = outcome
            .confidence()
            .filter(|&sure| sure >= self.threshold && !missed)
        else {
            found.lean = lean;
            return;
        };
        found.direction = match (verdict.relation, found.direction) {
            (Relation::Agree, Some(Direction::BRefinesA)) => Some(Direction::Same),
            (Relation::Agree, _) => Some(Direction::ARefinesB),
            _ => None,
        };
        found.relation = verdict.relation;
        found.kind = verdict.kind;
        found.confidence = sure;
        found.lean = match verdict.relation {
            Relation::Conflict => leaning(Relation::Conflict, sure),
            _ => lean,
        };
        if let Outcome::Linked(link) = outcome {
            found.kind = link.judgement.kind;
            found.links.retain(|l| l.id != link.id);
            found.links.insert(0, *link);
        }
    }

    /// What a document does with a claim, put in words.
    ///
    /// It is silent unless it speaks of what the claim is about. Else its title, its first sentences and those that speak of
    /// it most are weighed: what refutes it there, what leaves it open or passes it on; a refutation outweighs the rest. A
    /// claim that is itself asked or hedged is at most reported.
    ///
    /// # Errors
    ///
    /// When the judge fails; the rule judge never does.
    pub fn stance(&self, document: &Document, claim: &str) -> Result<StanceFinding, Error> {
        let findings = self.stances(document, &[claim])?;
        Ok(findings.into_iter().next().unwrap_or_default())
    }

    /// What a document does with each of several claims; see [`Comparer::stance`]. The document is read once.
    ///
    /// # Errors
    ///
    /// When the judge fails; the rule judge never does.
    pub fn stances(&self, document: &Document, claims: &[&str]) -> Result<Vec<StanceFinding>, Error> {
        let own = self.subject(document);
        claims.iter().map(|claim| self.stance_of(&own, claim)).collect()
    }

    fn stance_of(&self, own: &Subject, claim: &str) -> Result<StanceFinding, Error> {
        let asked = self.subject(&Document::new("claim", claim).with_id("claim"));
        let Some(about) = own.speaks_of(&asked) else {
            return Ok(StanceFinding::default());
        };
        let mut judged = Vec::new();
        for said in &own.claims {
            for target in &asked.claims {
                // What the document does shows in its author's commitment; who else says so does not matter here. The
                // claim is set against it with everybody certain, so that a report or a hedge is met as well.
                let judgement = self.relate(&certain(said), &certain(target))?;
                if judgement.relation != Relation::Neutral && judgement.confidence >= self.threshold {
                    judged.push((said.clone(), judgement));
                }
            }
        }
        let (stance, shown_by) = weigh(own, &asked, &about, judged);
        Ok(StanceFinding { stance, shown_by })
    }

    /// Reads a document for its stance: its sentences and its claims.
    fn subject(&self, document: &Document) -> Subject {
        let parsed = RefCell::new(Vec::new());
        let read = |text: &str| {
            let sentences = self.parser()(text);
            parsed.borrow_mut().push(sentences.clone());
            sentences
        };
        let claims = extract::extract_with(document, read, &self.aliases).claims;
        // Extraction reads the fields that are not empty, in this order.
        let fields = [Field::Title, Field::Text]
            .into_iter()
            .filter(|&field| !document.field(field).trim().is_empty())
            .zip(parsed.into_inner())
            .map(|(field, sentences)| (field, Arc::from(document.field(field)), sentences));
        let id = document.id.as_deref().unwrap_or(&document.source.name);
        Subject::new(id, fields.collect(), claims)
    }

    fn extract(&self, document: &Document) -> Extraction {
        extract::extract_with(document, self.parser(), &self.aliases)
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
        let links = self.links(&claims)?;
        let findings = group::findings(&links, &claims);
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

/// The claim as if its author were certain of it.
fn certain(claim: &Claim) -> Claim {
    let mut claim = claim.clone();
    claim.commitments = vec![crate::commitment::Commitment {
        holder: crate::commitment::Holder::Author,
        factuality: crate::commitment::Factuality::CertainPositive,
        cues: Vec::new(),
    }];
    claim
}
