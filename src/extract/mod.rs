//! One document to its claims: clauses, roles, polarity, certainty, attribution, reference, furniture.

mod according;
mod affix;
mod aside;
mod attitude;
mod attribution;
mod bond;
mod casualties;
mod causes;
mod certainty;
mod chain;
mod chunk;
mod claimed;
mod clausal;
mod clause;
mod climb;
mod closing;
#[cfg(test)]
mod commitment_cases;
mod commitments;
mod complement;
mod content;
mod control;
mod copula;
mod cue;
mod description;
mod echo;
mod embedding;
mod event;
mod factual;
mod frame;
mod furniture;
#[cfg(test)]
mod hand;
mod headcounts;
mod inflect;
mod knowledge;
mod light;
mod manner;
mod mend;
mod mend_contents;
mod mend_names;
mod mend_objects;
mod mend_speech;
mod metonym;
mod name_kind;
mod names;
mod naming;
mod oneself;
mod origin;
mod polarity;
mod predication;
mod presupposition;
mod pronoun;
mod qualifier;
mod quantifier;
mod quotation;
mod quote;
mod reading;
mod reference;
mod refutation;
mod role;
mod speaker;
mod standing;
mod statement;
mod surroundings;
mod tense;
mod term;
mod told;
mod verdict;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use crate::attribution::Attribution;
use crate::claim::{Basis, Claim, EvidenceKind};
use crate::commitment::Factuality;
use crate::event::Event;
use crate::measure::Period;
use crate::proposition::{Proposition, Role};
use crate::source::Document;
use crate::span::Span;
use crate::text::Sentence;
use crate::unread::{Unread, UnreadReason};
use commitments::Commitments;
use furniture::Furniture;
use names::Aliases;
use predication::Predication;
use qualifier::Measures;
use reading::{At, Reading};
use reference::References;

/// What was read from a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Extraction {
    /// The claims, in the order of the text.
    pub(crate) claims: Vec<Claim>,
    /// The sentences that gave none, and why.
    pub(crate) unread: Vec<Unread>,
}

/// The claims of a document, read with a parser and other names of the caller's.
pub(crate) fn extract_with(
    document: &Document,
    parse: impl Fn(&str) -> Vec<Sentence>,
    aliases: &Aliases,
) -> Extraction {
    let reading = Reading::new(document, parse);
    let references = References::new(&reading, aliases);
    let commitments = Commitments::new(&reading, |at| references.entity(at).cloned());
    let furniture = Furniture::new(&reading);
    let measures = Measures::new(&reading);
    let mut identities = Identities::new(document);
    let claims: Vec<(At, Claim)> = predication::predications(&reading, &references, &measures)
        .into_iter()
        .filter(|p| !furniture.silent(p.at))
        .filter_map(|p| {
            Some((
                p.at,
                claim(&reading, (&commitments, &measures), p, &identities.document)?,
            ))
        })
        .collect();
    let claims = without_frames(claims);
    let mut claims = echo::add(&reading, &commitments, claims);
    for (_, claim) in &mut claims {
        claim.id = identities.next(claim);
    }
    let claims: Vec<Claim> = claims.into_iter().map(|(_, claim)| claim).collect();
    let unread = unread(&reading, &furniture, &claims, &identities.document);
    Extraction { claims, unread }
}

/// What a document attributes to whom, read with a parser and other names of the caller's.
pub(crate) fn attributions_with(
    document: &Document,
    parse: impl Fn(&str) -> Vec<Sentence>,
    aliases: &Aliases,
) -> Vec<Attribution> {
    let reading = Reading::new(document, parse);
    let references = References::new(&reading, aliases);
    Commitments::new(&reading, |at| references.entity(at).cloned()).attributions()
}

/// The words of a document that can stand for events, with where everybody stands towards each.
pub(crate) fn events_with(
    document: &Document,
    parse: impl Fn(&str) -> Vec<Sentence>,
    aliases: &Aliases,
) -> Vec<Event> {
    let reading = Reading::new(document, parse);
    let references = References::new(&reading, aliases);
    let commitments = Commitments::new(&reading, |at| references.entity(at).cloned());
    factual::events(&reading, &commitments)
}

/// The claims without those whose predicate only says how surely another is held: of "the report that the army left has
/// yet to be proved", the leaving is claimed and not the proving. "Agreed to a truce to end the war" tells of a truce as well.
fn without_frames(claims: Vec<(At, Claim)>) -> Vec<(At, Claim)> {
    let cues = |(at, claim): &(At, Claim)| {
        let cues = claim.commitments.iter().flat_map(|k| &k.cues);
        cues.map(|w| (w.span, *at)).collect::<Vec<_>>()
    };
    let all: Vec<(Span, At)> = claims.iter().flat_map(cues).collect();
    let aims = claims.iter().filter(|(_, c)| c.quote.text.starts_with("to "));
    let of_aims: Vec<(Span, At)> = aims.flat_map(cues).collect();
    let frames = |(at, claim): &(At, Claim)| {
        let cited = |by: &[(Span, At)]| {
            let mut predicate = claim
                .evidence
                .iter()
                .filter(|e| e.kind == EvidenceKind::Predicate)
                .peekable();
            predicate.peek().is_some()
                && predicate.all(|e| by.iter().any(|(cue, of)| of != at && cue.contains(e.words.span)))
        };
        let whole = claim
            .proposition
            .arguments
            .iter()
            .any(|a| a.role == Role::Oblique);
        // "Was convicted of stealing": a court did so, whether or not it was right.
        let ruled = light::RULED.contains(&claim.proposition.predicate.lemma.as_str());
        !ruled && cited(&all) && !(whole && cited(&of_aims))
    };
    let framing: BTreeSet<At> = claims.iter().filter(|c| frames(c)).map(|(at, _)| *at).collect();
    claims
        .into_iter()
        .filter(|(at, _)| !framing.contains(at))
        .collect()
}

/// The sentences that gave no claim, with the reason.
fn unread(reading: &Reading<'_>, furniture: &Furniture, claims: &[Claim], document: &str) -> Vec<Unread> {
    let read: BTreeSet<Span> = claims.iter().map(|c| c.sentence).collect();
    reading
        .trees()
        .map(|(at, tree)| (at, tree, Span::new(tree.field, tree.sentence.span.clone())))
        .filter(|(_, _, span)| !read.contains(span))
        .map(|(at, tree, span)| Unread {
            document: document.to_owned(),
            words: tree.words(span),
            reason: furniture.of(at).unwrap_or(UnreadReason::NoClaim),
        })
        .collect()
}

/// The claim that a predication makes, if anybody makes one.
fn claim(
    reading: &Reading<'_>,
    (commitments, measures): (&Commitments<'_>, &Measures),
    predication: Predication,
    document: &str,
) -> Option<Claim> {
    let tree = reading.tree(predication.at)?;
    let made = commitments.of(predication.at, predication.presupposed)?;
    let article = predication.article;
    let mut evidence = predication.evidence;
    evidence.extend(made.evidence);
    let date = reading.document.date;
    let said = |cue: At| qualifier::said_when(measures, reading.tree(cue)?, cue, date);
    let quote = match made.commitments.first() {
        // A purpose, or a clause with its own negator, needs no frame to be understood.
        Some(author)
            if !predication.presupposed
                && !matches!(
                    author.factuality,
                    Factuality::CertainPositive | Factuality::ProbablePositive
                )
                && !author.cues.iter().any(|c| predication.quote.contains(c.span)) =>
        {
            quote::framed(tree, predication.quote, &author.cues)
        }
        _ => predication.quote,
    };
    if leaves_open(&predication.proposition) {
        return None;
    }
    let mut claim = Claim {
        id: String::new(),
        document: document.to_owned(),
        quote: tree.words(quote),
        sentence: Span::new(tree.field, tree.sentence.span.clone()),
        evidence,
        basis: if predication.presupposed {
            Basis::Presupposed
        } else {
            made.basis
        },
        as_of: made.said.and_then(said).or(date.map(Period::day)),
        commitments: made.commitments,
        statement: String::new(),
        proposition: predication.proposition,
    };
    if reading.quotation(tree, predication.at).is_some() {
        oneself::name(&mut claim);
    }
    let negative = claim.voice().factuality.value().is_some_and(|v| v < 0);
    claim.statement = statement::statement(&claim.proposition, article.as_deref(), negative);
    Some(claim)
}

/// Whether a proposition says nothing by itself, because who does it or what is done stands elsewhere: "what we are doing".
fn leaves_open(proposition: &Proposition) -> bool {
    proposition.arguments.iter().any(|argument| {
        matches!(argument.role, Role::Subject | Role::Object)
            && argument.term.entity.is_none()
            && argument.term.head == "what"
    })
}

/// Gives claims their ids.
#[derive(Debug)]
struct Identities {
    document: String,
    /// How often each quote was used by each voice.
    used: BTreeMap<(String, String), usize>,
}

impl Identities {
    fn new(document: &Document) -> Identities {
        let id = document
            .id
            .clone()
            .unwrap_or_else(|| format!("{}#1", document.source));
        Identities {
            document: id,
            used: BTreeMap::new(),
        }
    }

    fn next(&mut self, claim: &Claim) -> String {
        let voice = claim.voice().holder.name().to_owned();
        let folded = claim.quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let occurrence = self.used.entry((folded, voice.clone())).or_default();
        let id = Claim::identify(&self.document, &claim.quote.text, &voice, *occurrence);
        *occurrence += 1;
        id
    }
}
