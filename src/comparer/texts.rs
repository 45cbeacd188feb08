//! Two short texts: how they relate as a whole.

use serde::{Deserialize, Serialize};

use super::reason::reason;
use super::{Comparer, THRESHOLD};
use crate::ablation::Part;
use crate::claim::Claim;
use crate::cover::{self, Gist, Outcome};
use crate::error::Error;
use crate::judgement::{Direction, Kind, Link, Natural, OTHERS, Relation};
use crate::logic;
use crate::source::Document;
use crate::text;

/// Judges two short texts of one or more claims, taking them to speak of one situation.
///
/// They conflict if any claim of `b` conflicts with one of `a`; else they agree if every claim of `b` is agreed to or
/// entailed by one of `a`; else, if `a` says all that matters of `b` somewhere, they agree; else they are neutral.
pub fn relate_texts(a: &str, b: &str) -> TextRelation {
    Comparer::default().relate_texts(a, b).unwrap_or_default()
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

impl TextRelation {
    /// Takes a link for the one that decides.
    pub(super) fn decide_by(&mut self, link: Link) {
        self.kind = link.judgement.kind;
        self.links.retain(|l| l.id != link.id);
        self.links.insert(0, link);
    }
}

/// Which way a relation leans that is held with a confidence.
pub(super) fn leaning(relation: Relation, confidence: u16) -> i16 {
    let sure = i16::try_from(confidence).unwrap_or(i16::MAX);
    match relation {
        Relation::Agree => sure,
        Relation::Conflict => -sure,
        Relation::Neutral => 0,
    }
}

/// How the second of two sentences is known to say something else than the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Differs {
    NotKnown,
    /// It says more.
    InMore,
    /// It does not follow, or its words play other parts.
    Somehow,
    /// It tells of another time.
    InTime,
    /// It denies of some what the other tells of others.
    InWhom,
}

/// What texts come to by their claims, their sentences, and how they differ if that is open.
type Judged = (TextRelation, [Vec<text::Sentence>; 2], Option<Differs>);

/// Whether the claims or natural logic show a near miss: other words of the texts do not make it good.
fn missed(found: &TextRelation, differs: Differs) -> bool {
    let shown = !matches!(
        found.kind,
        Kind::Unrelated | Kind::DifferentReferent | Kind::DifferentPlace
    );
    Part::NearMisses.is_kept()
        && found.relation == Relation::Neutral
        && (differs != Differs::NotKnown || shown)
}

/// A text with its sentences.
type Read<'t> = (&'t str, &'t [text::Sentence]);

/// The content words of two texts whose claims were found.
fn gists(found: &TextRelation, a: Read<'_>, b: Read<'_>) -> [Gist; 2] {
    let verbs = cover::opposed(a, b);
    [(a, &found.claims_a), (b, &found.claims_b)]
        .map(|((text, sentences), claims)| Gist::new(text, sentences, claims, &verbs))
}

/// Whether the claims show that their numbers were taken at other times, or are of something else.
pub(super) fn counted_otherwise(found: &TextRelation) -> bool {
    use Kind::{DifferentMeasure, DifferentPlace, DifferentTime, Superseded};
    found.relation == Relation::Neutral
        && matches!(
            found.kind,
            DifferentMeasure | DifferentPlace | DifferentTime | Superseded
        )
}

impl Comparer {
    /// Judges two short texts; see [`relate_texts`].
    ///
    /// # Errors
    ///
    /// When the judge fails; the rule judge never does.
    pub fn relate_texts(&self, a: &str, b: &str) -> Result<TextRelation, Error> {
        let (mut found, [sentences_a, sentences_b], open) = self.by_claims(a, b)?;
        if let Some(differs) = open {
            self.cover(&mut found, (a, &sentences_a), (b, &sentences_b), differs);
        }
        Ok(found)
    }

    /// What was seen of two texts as numbers, and whether the weights of these decide; `None` where claims do.
    ///
    /// # Errors
    ///
    /// When the judge fails; the rule judge never does.
    #[cfg(feature = "train")]
    #[doc(hidden)]
    pub fn observe(&self, a: &str, b: &str) -> Result<Option<(Vec<i32>, bool)>, Error> {
        let (found, [sentences_a, sentences_b], open) = self.by_claims(a, b)?;
        Ok(open.map(|differs| {
            let [x, y] = gists(&found, (a, &sentences_a), (b, &sentences_b));
            let (values, decides) = cover::observe(&x, &y);
            (values, decides && !missed(&found, differs))
        }))
    }

    /// How two texts relate by their claims, one with one, and by natural logic; with their sentences, and, if that leaves it
    /// open what the texts come to, with what is known of how the second says something else.
    fn by_claims(&self, a: &str, b: &str) -> Result<Judged, Error> {
        let read = |name: &str, text: &str| {
            let (claims, fields) = self.read(&Document::new(name, text).with_id(name));
            let sentences = fields.into_iter().next().map(|(_, sentences)| sentences);
            (claims, sentences.unwrap_or_default())
        };
        let ((claims_a, sentences_a), (claims_b, sentences_b)) = (read("a", a), read("b", b));
        let mut links = Vec::new();
        let (mut nearest, mut others) = ((Kind::Unrelated, 0), false);
        // Per claim of b: does a claim of a entail it? Per claim of a: does a claim of b?
        let (mut met_b, mut met_a) = (vec![None; claims_b.len()], vec![None; claims_a.len()]);
        for (x, met_x) in claims_a.iter().zip(&mut met_a) {
            for (y, met_y) in claims_b.iter().zip(&mut met_b) {
                let judgement = self.relate(x, y)?;
                others |= judgement.steps.iter().any(|s| s.rule == OTHERS);
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
        let reasoned = (self.judge.covers() && Part::Logic.is_kept())
            .then(|| logic::compare((a, &sentences_a), (b, &sentences_b)))
            .flatten();
        let differs = match &reasoned {
            _ if others => Differs::InWhom,
            Some(r) if r.in_turn => Differs::InTime,
            Some(r) if r.outcome == logic::Outcome::More => Differs::InMore,
            Some(r)
                if matches!(
                    r.outcome,
                    logic::Outcome::OtherAmounts
                        | logic::Outcome::OtherParts
                        | logic::Outcome::Relation(Natural::Cover | Natural::Independence)
                ) =>
            {
                Differs::Somehow
            }
            _ => Differs::NotKnown,
        };
        let decided = reasoned.is_some_and(|reasoned| reason(&mut found, reasoned, others));
        let entailed = matches!(direction, Some(Direction::Same | Direction::ARefinesB));
        let covers = self.judge.covers() && Part::Cover.is_kept();
        let open = covers && !decided && relation != Relation::Conflict && !entailed;
        Ok((found, [sentences_a, sentences_b], open.then_some(differs)))
    }

    /// Looks whether the first text says the second in several places, or excludes it, where no claim alone does; `differs` is
    /// what is known of how the second says something else.
    fn cover(&self, found: &mut TextRelation, a: Read<'_>, b: Read<'_>, differs: Differs) {
        let [x, y] = gists(found, a, b);
        let verdict = cover::compare(&x, &y);
        let lean = verdict.lean.clamp(-999, 999) as i16;
        let missed = match verdict.relation {
            // How the words hang together makes no difference to what is denied altogether.
            Relation::Agree if verdict.both_deny => missed(found, Differs::NotKnown),
            // What no word answers in its place may be said elsewhere.
            Relation::Agree if verdict.all_said && differs == Differs::InMore => {
                missed(found, Differs::NotKnown)
            }
            Relation::Agree => missed(found, differs),
            _ if verdict.kind == Kind::Quantity && counted_otherwise(found) => true,
            // What was so in one year need not be so in another.
            _ if found.kind == Kind::DifferentTime
                && matches!(verdict.kind, Kind::Negation | Kind::Opposites) =>
            {
                true
            }
            _ => match differs {
                Differs::NotKnown => false,
                Differs::InMore | Differs::Somehow => verdict.kind == Kind::Opposites && !verdict.of_one,
                Differs::InTime => matches!(verdict.kind, Kind::Opposites | Kind::Quantity),
                Differs::InWhom => verdict.kind == Kind::Negation,
            },
        };
        let outcome = cover::outcome(&verdict, (&x, &found.claims_a), (&y, &found.claims_b));
        let Some(sure) = outcome
            .confidence()
            .filter(|&sure| sure >= self.threshold && !missed)
        else {
            found.lean = lean;
            if found.relation == Relation::Neutral && verdict.kind == Kind::ReportedOnly {
                found.kind = Kind::ReportedOnly;
            }
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
            found.decide_by(*link);
        }
    }
}
