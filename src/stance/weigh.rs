//! From the sentences that speak of the asked claim to the document's stance, and the claims that show it.

use super::manner::{How, Manner, Towards};
use super::topic::{About, SHORT};
use super::{Subject, Told};
use crate::claim::{Basis, Claim, Evidence, EvidenceKind};
use crate::commitment::{Commitment, Factuality, Holder, Stance};
use crate::judge::fold;
use crate::judgement::{Judgement, Kind, Natural, Relation, Step, Voice};
use crate::proposition::Proposition;
use crate::span::{Field, Span, Words};

/// How many sentences at the start say what a text is about.
const LEAD: usize = 3;

/// A sentence counts that has at least this share, in tenths, of what the best one has.
const NEAR_BEST: u64 = 8;

/// How often a text must call something a hoax, a fake or false, wherever that stands, to be a refutation as a whole.
const REFUTED_OFTEN: usize = 2;

/// A sentence that counts.
struct Reading {
    sentence: usize,
    /// A title counts twice.
    weight: usize,
    towards: Towards,
}

/// What a document that speaks of what is asked does with it, with the claims that show it. `judged` are those of its claims
/// that were found to say the same or the opposite, whoever says so.
pub(crate) fn weigh(
    document: &Subject,
    asked: &Subject,
    about: &About,
    judged: Vec<(Claim, Judgement)>,
) -> (Stance, Vec<(Claim, Judgement)>) {
    let readings = readings(document, asked, about, &judged);
    let own = own_stance(document, &readings);
    let shown_by = shown(document, asked, about, &readings, own, judged);
    (towards(own, asked), shown_by)
}

/// The sentences that count: the title, the first ones, and those that speak of the matter most.
fn readings(
    document: &Subject,
    asked: &Subject,
    about: &About,
    judged: &[(Claim, Judgement)],
) -> Vec<Reading> {
    let most = about.sentences.iter().copied().max().unwrap_or(0);
    let own: Vec<&Manner> = asked.told.iter().map(|t| &t.manner).collect();
    let told = document
        .told
        .iter()
        .zip(&about.sentences)
        .zip(&about.met)
        .enumerate();
    told.filter(|(i, ((told, share), _))| {
        told.field == Field::Title || *i < LEAD || **share * 10 >= most * NEAR_BEST
    })
    .map(|(sentence, ((told, _), met))| {
        let mut towards = told.manner.towards(&told.sentence, &told.text, met, &own);
        if towards.refuting.is_empty() && towards.opening.is_empty() {
            towards.refuting = contrary(told, judged);
        }
        Reading {
            sentence,
            weight: if told.field == Field::Title { 2 } else { 1 },
            towards,
        }
    })
    .collect()
}

/// The words of a sentence that say the opposite of what is asked ("is alive"), if one of its claims was judged to.
fn contrary(told: &Told, judged: &[(Claim, Judgement)]) -> Vec<usize> {
    let span = Span::new(told.field, told.sentence.span.clone());
    let contrary = |(claim, judgement): &&(Claim, Judgement)| {
        claim.sentence == span
            && judgement.relation == Relation::Conflict
            && judgement.kind == Kind::Opposites
            && Stance::from(claim.author().factuality) == Stance::Affirms
    };
    let said = judged.iter().find(contrary).map(|(claim, _)| claim);
    let words = said.iter().flat_map(|c| &c.evidence);
    let predicate: Vec<Span> = words
        .filter(|e| e.kind == EvidenceKind::Predicate)
        .map(|e| e.words.span)
        .collect();
    let tokens = told.sentence.tokens.iter().enumerate();
    tokens
        .filter(|(_, t)| predicate.iter().any(|s| s.bytes().contains(&t.span.start)))
        .map(|(i, _)| i)
        .collect()
}

/// What the document does with what it tells of the matter, as it tells it.
fn own_stance(document: &Subject, readings: &[Reading]) -> Stance {
    let count = |test: &dyn Fn(&Towards) -> bool| -> usize {
        readings
            .iter()
            .filter(|r| test(&r.towards))
            .map(|r| r.weight)
            .sum()
    };
    let all = count(&|_| true);
    let refuted = count(&|t| !t.refuting.is_empty());
    let open = count(&|t| !t.opening.is_empty());
    let unsure = count(&|t| t.opening.iter().any(|(_, how)| *how == How::Unsure));
    let often = document
        .told
        .iter()
        .filter(|t| !t.manner.refuting.is_empty())
        .count();
    let short = document.told.len() <= SHORT;
    if refuted > 0 && (short || refuted * 2 >= all) || often >= REFUTED_OFTEN {
        Stance::Denies
    } else if open > 0 && (short || open * 2 >= all) {
        if unsure * 2 > open {
            Stance::Hedges
        } else {
            Stance::Reports
        }
    } else {
        Stance::Affirms
    }
}

/// The stance towards what is asked: turned, if what is asked says that something is not so; no firmer than a report, if what
/// is asked leaves open what it tells.
fn towards(own: Stance, asked: &Subject) -> Stance {
    let open = asked.told.iter().any(|t| t.manner.leaves_open());
    let turned = asked.told.iter().any(|t| t.manner.turned());
    match own {
        Stance::Affirms | Stance::Denies if open => Stance::Reports,
        Stance::Affirms if turned => Stance::Denies,
        Stance::Denies if turned => Stance::Affirms,
        own => own,
    }
}

/// The claims that show the stance: those judged to say the same or the opposite, then one of each sentence that counts and
/// does what the document does.
fn shown(
    document: &Subject,
    asked: &Subject,
    about: &About,
    readings: &[Reading],
    own: Stance,
    judged: Vec<(Claim, Judgement)>,
) -> Vec<(Claim, Judgement)> {
    let mut shown = judged;
    let does = |t: &Towards| match own {
        Stance::Denies => !t.refuting.is_empty(),
        Stance::Hedges | Stance::Reports => t.refuting.is_empty() && !t.opening.is_empty(),
        Stance::Affirms | Stance::Silent => t.refuting.is_empty() && t.opening.is_empty(),
    };
    let best = |r: &&Reading| about.sentences.get(r.sentence).copied().unwrap_or(0);
    let telling: Vec<&Reading> = readings.iter().filter(|r| does(&r.towards)).collect();
    let telling = if telling.is_empty() {
        readings.iter().max_by_key(best).into_iter().collect()
    } else {
        telling
    };
    for reading in telling {
        let Some(told) = document.told.get(reading.sentence) else {
            continue;
        };
        let met = about.met.get(reading.sentence).map_or(&[][..], Vec::as_slice);
        let claim = of_sentence(document, told, met, own);
        if shown.iter().any(|(c, _)| c.id == claim.id) {
            continue;
        }
        let share = about.sentences.get(reading.sentence).copied().unwrap_or(0);
        let judgement = judgement(&claim, asked, told, met, &reading.towards, share, own);
        shown.push((claim, judgement));
    }
    shown
}

/// The claim of a sentence that has most of what is asked; if none was read there, the sentence taken as one.
fn of_sentence(document: &Subject, told: &Told, met: &[bool], own: Stance) -> Claim {
    let span = Span::new(told.field, told.sentence.span.clone());
    let within = |claim: &Claim| {
        let tokens = told.sentence.tokens.iter().zip(met);
        let met = tokens.filter(|(t, m)| **m && claim.quote.span.bytes().contains(&t.span.start));
        met.count()
    };
    let claims = document.claims.iter().filter(|c| c.sentence == span);
    let best = claims.rev().max_by_key(|c| within(c)).filter(|c| within(c) > 0);
    best.cloned().unwrap_or_else(|| whole(document, told, span, own))
}

/// A claim made of a whole sentence.
fn whole(document: &Subject, told: &Told, span: Span, own: Stance) -> Claim {
    let text = told.text.get(span.bytes()).unwrap_or_default().to_owned();
    let words = Words { span, text };
    Claim {
        id: Claim::identify(&document.document, &words.text, Holder::Author.name(), 0),
        document: document.document.clone(),
        sentence: span,
        evidence: vec![Evidence {
            kind: EvidenceKind::Predicate,
            words: words.clone(),
        }],
        basis: Basis::Asserted,
        as_of: None,
        commitments: vec![Commitment {
            holder: Holder::Author,
            factuality: factuality(own),
            cues: Vec::new(),
        }],
        statement: words.text.clone(),
        proposition: Proposition::default(),
        quote: words,
    }
}

fn factuality(stance: Stance) -> Factuality {
    match stance {
        Stance::Affirms => Factuality::CertainPositive,
        Stance::Denies => Factuality::CertainNegative,
        Stance::Hedges => Factuality::PossiblePositive,
        Stance::Reports | Stance::Silent => Factuality::Uncommitted,
    }
}

/// The judgement that a sentence speaks of what is asked, and what its author does with it.
fn judgement(
    claim: &Claim,
    asked: &Subject,
    told: &Told,
    met: &[bool],
    towards: &Towards,
    share: u64,
    own: Stance,
) -> Judgement {
    let at = |words: &mut dyn Iterator<Item = usize>| -> Vec<Words> {
        let tokens = words.filter_map(|w| told.sentence.tokens.get(w));
        tokens
            .map(|t| Words {
                span: Span::new(told.field, t.span.clone()),
                text: t.form(&told.text).to_owned(),
            })
            .collect()
    };
    let voice = |document: &str, factuality| Voice {
        document: document.to_owned(),
        holder: Holder::Author,
        factuality,
    };
    let shared = at(&mut met.iter().enumerate().filter(|(_, m)| **m).map(|(i, _)| i));
    let mut steps = vec![Step {
        a: shared,
        ..Step::new(
            "stance.topic",
            Natural::Equivalence,
            (500 + share / 2).min(1000) as u16,
            format!("the sentence speaks of {share} per mille of what is asked"),
        )
    }];
    let (cues, note) = match own {
        Stance::Denies => (
            at(&mut towards.refuting.iter().copied()),
            "the author refutes it there",
        ),
        Stance::Hedges => (
            at(&mut towards.opening.iter().map(|o| o.0)),
            "the author leaves it open there",
        ),
        Stance::Reports => (
            at(&mut towards.opening.iter().map(|o| o.0)),
            "the author passes it on there",
        ),
        Stance::Affirms | Stance::Silent => (Vec::new(), "the author tells it there without reserve"),
    };
    steps.push(Step {
        a: cues,
        ..Step::new("stance.manner", Natural::Equivalence, 800, note)
    });
    let turned = asked.told.iter().any(|t| t.manner.turned());
    let asked_for = if turned {
        Factuality::CertainNegative
    } else {
        Factuality::CertainPositive
    };
    fold(
        steps,
        voice(&claim.document, factuality(own)),
        voice(&asked.document, asked_for),
    )
}
