//! A draft against its sources: what they support, what they contradict, and what they do not say.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Comparer, identified};
use crate::align::Situations;
use crate::claim::{Claim, EvidenceKind};
use crate::commitment::{Factuality, Holder};
use crate::error::Error;
use crate::judgement::{BY_SENTENCES, BY_WORDS, Direction, Judgement, Relation, Step, Strength, Voice};
use crate::lexicon::function_words::is_function_word;
use crate::proposition::{Role, Tense, Term};
use crate::source::{Document, Source};
use crate::span::Words;
use crate::unread::Unread;

/// Checks each claim of a draft against sources; see [`Comparer::check`].
///
/// ```
/// use crosscheck::{Document, Verdict, check};
///
/// # fn main() -> Result<(), crosscheck::Error> {
/// let draft = Document::new("draft", "Acme Works closed the mill in May. Acme Works did not sell the mill.");
/// let source = Document::new("Herald", "Acme Works closed the mill in May. Acme Works sold the mill on Monday.");
/// let checked = check(&draft, &[source])?;
/// let verdicts: Vec<Verdict> = checked.claims.iter().map(|c| c.verdict).collect();
/// assert_eq!(verdicts, [Verdict::Supported, Verdict::Contradicted]);
/// assert_eq!(checked.claims[1].against[0].claim.quote.text, "Acme Works sold the mill on Monday");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// When two of the documents have one id.
pub fn check(draft: &Document, sources: &[Document]) -> Result<Check, Error> {
    Comparer::default().check(draft, sources)
}

/// A draft, claim by claim, with what its sources say of each.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Check {
    /// The claims of the draft, in order.
    pub claims: Vec<CheckedClaim>,
    /// The sentences of the draft that yielded no claim, and so were not checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<Unread>,
}

/// A claim of a draft with what its sources say of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckedClaim {
    /// The claim.
    pub claim: Claim,
    /// What the sources come to.
    pub verdict: Verdict,
    /// What speaks for it, the most telling first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<Testimony>,
    /// What speaks against it, the most telling first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Testimony>,
}

/// What the sources come to on a claim of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A source says all of it, as surely, and nothing speaks against it.
    Supported,
    /// A source says it in part or less surely, and nothing speaks against it.
    PartlySupported,
    /// The sources only pass on that somebody says so.
    Reported,
    /// Something speaks for it and something against it; or what speaks against it is only passed on, or could be so
    /// together with the claim in a strained reading.
    Contested,
    /// A source says in its own voice that it is not so, and none says in its own voice that it is.
    Contradicted,
    /// The sources do not say it, or not in words that were understood.
    Unsupported,
}

/// What a source says for or against a claim of a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Testimony {
    /// Who published it.
    pub source: Source,
    /// The claim of the source.
    pub claim: Claim,
    /// How far it reaches.
    pub extent: Extent,
    /// The judgement between the claim of the draft, which is the first, and this one.
    pub judgement: Judgement,
}

/// How far a testimony reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// It bears on all that the draft says.
    Full,
    /// The draft says more, or says it more surely; or it merely is in tension with the draft.
    Part,
    /// The source only passes on that somebody says so.
    Reported,
}

impl Check {
    /// The claims with a verdict.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = &CheckedClaim> {
        self.claims.iter().filter(move |claim| claim.verdict == verdict)
    }
}

impl Verdict {
    /// The words for it, as they are printed.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Supported => "supported",
            Verdict::PartlySupported => "partly supported",
            Verdict::Reported => "reported",
            Verdict::Contested => "contested",
            Verdict::Contradicted => "contradicted",
            Verdict::Unsupported => "unsupported",
        }
    }

    /// The verdict that testimonies for and against come to.
    fn of(support: &[Testimony], against: &[Testimony]) -> Verdict {
        let has = |among: &[Testimony], extent| among.iter().any(|t| t.extent == extent);
        let only_passed_on = support.iter().all(|t| t.extent == Extent::Reported);
        if has(against, Extent::Full) && only_passed_on {
            Verdict::Contradicted
        } else if !against.is_empty() {
            Verdict::Contested
        } else if has(support, Extent::Full) {
            Verdict::Supported
        } else if has(support, Extent::Part) {
            Verdict::PartlySupported
        } else if support.is_empty() {
            Verdict::Unsupported
        } else {
            Verdict::Reported
        }
    }
}

impl Extent {
    /// How far a claim of a source reaches, by its judgement against the claim of the draft.
    fn of(judgement: &Judgement, said: &Claim) -> Extent {
        let (draft, source) = (&judgement.voice_a, &judgement.voice_b);
        let agree = judgement.relation == Relation::Agree;
        // What the draft only passes on is contradicted by whom it quotes; that the source sees it otherwise is another matter.
        let own = match (&draft.holder, &source.holder) {
            (Holder::Author, Holder::Author) => true,
            (_, Holder::Author) => agree,
            (Holder::Author, _) if agree && announces(said) => true,
            (Holder::Author, _) => false,
            (x, y) => x.name().to_lowercase() == y.name().to_lowercase(),
        };
        let less = if agree {
            // What sentences share shows that they tell one thing, and not that they tell all of it.
            judgement.is_by_sentences()
                || !matches!(judgement.direction, Some(Direction::Same | Direction::BRefinesA))
                || sureness(source) < sureness(draft)
        } else {
            judgement.strength == Some(Strength::Tension)
        };
        match (own, less) {
            (false, _) => Extent::Reported,
            (true, true) => Extent::Part,
            (true, false) => Extent::Full,
        }
    }
}

/// Whether an agreement that rests on shared words alone reaches what the claim says of its matter, or how much, and not only
/// whom and what it speaks of.
fn says_it(claim: &Claim, judgement: &Judgement) -> bool {
    let by_words = |s: &&Step| s.rule == BY_WORDS || s.rule == BY_SENTENCES;
    let Some(shared) = judgement.steps.iter().find(by_words) else {
        return true;
    };
    let counts = |w: &Words| w.text.starts_with(|c: char| c.is_ascii_digit());
    let said = claim
        .evidence
        .iter()
        .filter(|e| e.kind == EvidenceKind::Predicate);
    shared.a.iter().any(counts)
        || said.map(|e| &e.words).any(|predicate| {
            is_function_word(&predicate.text.to_lowercase())
                || shared.a.iter().any(|w| w.span.overlaps(predicate.span))
        })
}

/// Whether somebody says what they are going to do: nobody can know it better.
fn announces(said: &Claim) -> bool {
    let voice = said.voice();
    let who = said.proposition.argument(Role::Subject).and_then(Term::name);
    let ahead = matches!(
        said.proposition.predicate.tense,
        Tense::Future | Tense::Present | Tense::None
    );
    ahead
        && voice.factuality == Factuality::ProbablePositive
        && who.is_some_and(|name| name == voice.holder.name())
}

/// How sure a voice is, whether of yes or of no.
fn sureness(voice: &Voice) -> i8 {
    match voice.factuality {
        // That nothing is known is no weaker than that something may be.
        Factuality::Unproven => 1,
        factuality => factuality.value().map_or(0, i8::abs),
    }
}

impl Comparer {
    /// Checks each claim of a draft against sources: whether they support it, contradict it or do not say it, with the
    /// quotes and judgements that show it.
    ///
    /// Claims that the draft takes for granted are checked as well, and so is what it passes on as somebody's: by what the
    /// same person says in the sources, and by what the sources say themselves. A draft that is less sure than a source is
    /// supported by it; one that is surer, or that says more, is supported in part.
    ///
    /// # Errors
    ///
    /// When two of the documents have one id, the draft among them, or the judge fails.
    pub fn check(&self, draft: &Document, sources: &[Document]) -> Result<Check, Error> {
        let all: Vec<Document> = std::iter::once(draft).chain(sources).cloned().collect();
        let documents = identified(&all)?;
        let mut claims = Vec::new();
        let (mut unread, mut own) = (Vec::new(), 0);
        for (i, extraction) in self.extract_all(&documents).into_iter().enumerate() {
            claims.extend(extraction.claims);
            if i == 0 {
                (unread, own) = (extraction.unread, claims.len());
            }
        }
        let publishers: BTreeMap<&str, &Source> = documents
            .iter()
            .filter_map(|d| Some((d.id.as_deref()?, &d.source)))
            .collect();
        let mut found: BTreeMap<&str, [Vec<Testimony>; 2]> = BTreeMap::new();
        self.each_link(
            (&documents, &claims),
            own,
            // Who checks a draft against sources says that they belong together.
            Situations::new(&claims).together(),
            |_, _| true,
            |claim, said, judgement| {
                if judgement.relation == Relation::Agree && !says_it(claim, &judgement) {
                    return;
                }
                let sides = found.entry(&claim.id).or_default();
                let [support, against] = sides;
                let side = if judgement.relation == Relation::Conflict {
                    against
                } else {
                    support
                };
                side.push(Testimony {
                    source: publishers
                        .get(said.document.as_str())
                        .copied()
                        .cloned()
                        .unwrap_or_default(),
                    claim: said.clone(),
                    extent: Extent::of(&judgement, said),
                    judgement,
                });
            },
        )?;
        let checked = claims.iter().take(own).map(|claim| {
            let [mut support, mut against] = found.remove(claim.id.as_str()).unwrap_or_default();
            for side in [&mut support, &mut against] {
                side.sort_by_key(|t| (t.extent, Reverse(t.judgement.confidence)));
            }
            CheckedClaim {
                claim: claim.clone(),
                verdict: Verdict::of(&support, &against),
                support,
                against,
            }
        });
        Ok(Check {
            claims: checked.collect(),
            unread,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::fold;
    use crate::judgement::Natural;

    /// The verdict on the first claim of a draft.
    fn verdict(draft: &str, sources: &[&str]) -> Verdict {
        let sources: Vec<Document> = sources
            .iter()
            .map(|text| Document::new("Source", *text))
            .collect();
        let checked = check(&Document::new("Draft", draft), &sources).unwrap();
        checked.claims.first().unwrap().verdict
    }

    #[test]
    fn what_sentences_share_supports_in_part() {
        let said = crate::claims(&Document::new("Source", "Tollard Bridge is closed."));
        let said = said.first().unwrap();
        let extent = |rule: &'static str| {
            let step = Step::new(rule, Natural::Equivalence, 900, "both say it");
            let judgement = fold(vec![step], Voice::of(said), Voice::of(said));
            Extent::of(&judgement, said)
        };
        assert_eq!(extent("predicate.same"), Extent::Full);
        assert_eq!(extent(BY_SENTENCES), Extent::Part);
    }

    #[test]
    fn own_voices_support_and_contradict() {
        let draft = "Tollard Bridge is closed.";
        assert_eq!(verdict(draft, &["Tollard Bridge is closed."]), Verdict::Supported);
        assert_eq!(
            verdict(draft, &["Tollard Bridge is open."]),
            Verdict::Contradicted
        );
        assert_eq!(
            verdict(draft, &["Tollard Bridge is closed.", "Tollard Bridge is open."]),
            Verdict::Contested
        );
        assert_eq!(
            verdict(draft, &["Maria Lopez bought a boat."]),
            Verdict::Unsupported
        );
        assert_eq!(verdict(draft, &[]), Verdict::Unsupported);
    }

    #[test]
    fn what_is_passed_on_supports_as_a_report_only() {
        let draft = "Tollard Bridge is closed.";
        let quoted = "Maria Lopez said that Tollard Bridge is closed.";
        assert_eq!(verdict(draft, &[quoted]), Verdict::Reported);
        assert_eq!(
            verdict(draft, &[quoted, "Tollard Bridge is open."]),
            Verdict::Contradicted
        );
        assert_eq!(
            verdict(draft, &["Maria Lopez said that Tollard Bridge is open."]),
            Verdict::Contested
        );
    }

    #[test]
    fn who_tells_what_they_will_do_knows_it() {
        let draft = "Acme Works will close its mill in May.";
        let announced = "Acme Works said on Monday that it would close its mill in May.";
        assert_eq!(verdict(draft, &[announced]), Verdict::Supported);
        let foretold = "Maria Lopez said on Monday that Acme Works would close its mill in May.";
        assert_eq!(verdict(draft, &[foretold]), Verdict::Reported);
    }

    #[test]
    fn quoted_speakers_answer_for_themselves() {
        let draft = "Maria Lopez said that Tollard Bridge is closed.";
        let said = |claim: &str| format!("Maria Lopez said that Tollard Bridge is {claim}.");
        assert_eq!(verdict(draft, &[&said("closed")]), Verdict::Supported);
        assert_eq!(verdict(draft, &[&said("open")]), Verdict::Contradicted);
        assert_eq!(verdict(draft, &["Tollard Bridge is open."]), Verdict::Contested);
    }

    #[test]
    fn who_says_more_or_is_surer_is_supported_in_part() {
        let source = "Tollard Bridge may be closed.";
        assert_eq!(
            verdict("Tollard Bridge is closed.", &[source]),
            Verdict::PartlySupported
        );
        assert_eq!(
            verdict(source, &["Tollard Bridge is closed."]),
            Verdict::Supported
        );
        let more = "Maria Lopez visited Amble on 3 May 2019.";
        assert_eq!(
            verdict(more, &["Maria Lopez visited Amble in May 2019."]),
            Verdict::PartlySupported
        );
    }
    #[test]
    fn a_draft_and_its_sources_tell_of_one_situation() {
        let source = "Mount Asoba erupted on Thursday. The ash reached the capital on Friday, the radio said in Lemu. Kato Mensah \
            flew to Porto. Nadia Brandt stayed in Lisbon. Pavel Novak wrote to Oslo.";
        assert_eq!(
            verdict("The ash reached the capital. Mount Asoba is quiet.", &[source]),
            Verdict::Reported
        );
        assert_eq!(
            verdict("The ash reached the capital. Lake Lund is quiet.", &[source]),
            Verdict::Unsupported
        );
    }

    #[test]
    fn to_speak_of_the_same_is_no_support() {
        let source = "Calder City coach Jan Vermeer criticised his players after the defeat at Ravenna. The rain fell. The crowd sang.";
        assert_ne!(
            verdict(
                "Jan Vermeer, the Calder City coach, took his players to Ravenna.",
                &[source]
            ),
            Verdict::PartlySupported
        );
    }
}
