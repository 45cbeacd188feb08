//! A report made by hand, for the tests of this room.

use super::Report;
use crate::claim::{Basis, Claim, Evidence, EvidenceKind};
use crate::commitment::Factuality::{self, CertainNegative, CertainPositive, ProbablePositive};
use crate::commitment::{Commitment, Holder};
use crate::entity::{Entity, EntityKind, Resolution};
use crate::group::{Finding, Issue, Position, Varies};
use crate::judge::fold;
use crate::judgement::{Kind, Link, Natural, Step, Voice};
use crate::proposition::{Argument, Proposition, Role, Term};
use crate::source::Document;
use crate::span::{Field, Span, Words};
use crate::unread::{Unread, UnreadReason};

const HERALD: &str = "The old swing bridge at Port Amble was closed on Monday. Mayor Ines Vale said that 45 people \
    were hurt. The DPRK sent no engineers. The council has probably run out of money, and repairs cost 2.1 million. \
    Who will pay? Read more: our guide to the coast.";
const TRIBUNE: &str = "Traffic flowed over the swing bridge all Monday: it stayed open. Fifty-two people were hurt, \
    the town's hospital reported. Nobody from North Korea came to help. The council's coffers are full. The repairs cost \
    about two million.\n\n“Nur ein Satz.”";
const GAZETTE: &str = "The fair opens on Friday.";

/// A claim in the making.
struct Made<'d> {
    document: &'d Document,
    quote: &'d str,
    basis: Basis,
    commitments: Vec<Commitment>,
    proposition: Proposition,
}

fn words(document: &Document, text: &str) -> Words {
    let start = document.text.find(text).unwrap();
    Words {
        span: Span::new(Field::Text, start..start + text.len()),
        text: text.to_owned(),
    }
}

fn author(factuality: Factuality) -> Commitment {
    Commitment {
        holder: Holder::Author,
        factuality,
        cues: Vec::new(),
    }
}

impl<'d> Made<'d> {
    fn new(document: &'d Document, quote: &'d str, factuality: Factuality) -> Made<'d> {
        Made {
            document,
            quote,
            basis: Basis::Asserted,
            commitments: vec![author(factuality)],
            proposition: Proposition::default(),
        }
    }

    fn reported(self, holder: Holder, factuality: Factuality, cue: &str) -> Made<'d> {
        let cues = vec![words(self.document, cue)];
        let commitment = Commitment {
            holder,
            factuality,
            cues,
        };
        Made {
            basis: Basis::Reported,
            commitments: vec![author(Factuality::Uncommitted), commitment],
            ..self
        }
    }

    fn naming(mut self, form: &str, name: &str) -> Made<'d> {
        let at = words(self.document, form);
        self.proposition.arguments.push(Argument {
            role: Role::Subject,
            marker: None,
            term: Term {
                span: at.span,
                text: name.to_owned(),
                head: name.to_owned(),
                entity: Some(Entity {
                    name: name.to_owned(),
                    kind: EntityKind::Country,
                    form: form.to_owned(),
                    resolution: if form == name {
                        Resolution::AsWritten
                    } else {
                        Resolution::Alias
                    },
                    alternatives: Vec::new(),
                }),
                ..Term::default()
            },
        });
        self
    }

    fn claim(self) -> Claim {
        let quote = words(self.document, self.quote);
        let mut claim = Claim {
            id: String::new(),
            document: self.document.id.clone().unwrap(),
            sentence: quote.span,
            evidence: vec![Evidence {
                kind: EvidenceKind::Predicate,
                words: quote.clone(),
            }],
            quote,
            basis: self.basis,
            as_of: None,
            commitments: self.commitments,
            proposition: self.proposition,
            statement: self.quote.to_owned(),
        };
        claim.id = Claim::identify(&claim.document, &claim.quote.text, claim.voice().holder.name(), 0);
        claim
    }
}

fn step(
    rule: &'static str,
    relation: Natural,
    kind: Option<Kind>,
    note: &'static str,
    a: &Words,
    b: &Words,
) -> Step {
    Step {
        kind,
        a: vec![a.clone()],
        b: vec![b.clone()],
        ..Step::new(rule, relation, 930, note)
    }
}

fn link(a: &Claim, b: &Claim, steps: Vec<Step>) -> Link {
    Link::new(&a.id, &b.id, fold(steps, Voice::of(a), Voice::of(b)))
}

/// Three documents with a strict conflict, one with somebody quoted, a tension, agreements, an issue, and sentences not
/// read.
#[expect(clippy::too_many_lines, reason = "one story, told from beginning to end")]
pub(super) fn report() -> Report {
    let herald = Document::new("Harbour Herald", HERALD).with_id("Harbour Herald#1");
    let tribune = Document::new("Tribune", TRIBUNE)
        .with_id("Tribune#1")
        .with_title("Bridge open");
    let gazette = Document::new("The Weekly Gazette of Amble", GAZETTE)
        .with_id("gazette")
        .with_date("2026-03-14".parse().unwrap());

    let mayor = Holder::Named {
        entity: Entity {
            name: "Ines Vale".to_owned(),
            kind: EntityKind::Person,
            form: "Mayor Ines Vale".to_owned(),
            resolution: Resolution::Description,
            alternatives: Vec::new(),
        },
        words: words(&herald, "Mayor Ines Vale"),
    };
    let hospital = Holder::Unnamed {
        description: "the town's hospital".to_owned(),
        words: words(&tribune, "the town's hospital"),
    };
    let closed = Made::new(
        &herald,
        "The old swing bridge at Port Amble was closed on Monday",
        CertainPositive,
    )
    .claim();
    let open = Made::new(&tribune, "it stayed open", CertainPositive).claim();
    let flowed = Made::new(
        &tribune,
        "Traffic flowed over the swing bridge all Monday",
        CertainPositive,
    )
    .claim();
    let hurt = Made::new(&herald, "45 people were hurt", CertainPositive)
        .reported(mayor, CertainPositive, "said")
        .claim();
    let wounded = Made::new(&tribune, "Fifty-two people were hurt", CertainPositive)
        .reported(hospital, CertainPositive, "reported")
        .claim();
    let sent = Made::new(&herald, "The DPRK sent no engineers", CertainNegative)
        .naming("The DPRK", "North Korea")
        .claim();
    let came = Made::new(&tribune, "Nobody from North Korea came to help", CertainNegative)
        .naming("North Korea", "North Korea")
        .claim();
    let broke = Made::new(
        &herald,
        "The council has probably run out of money",
        ProbablePositive,
    )
    .claim();
    let full = Made::new(&tribune, "The council's coffers are full", CertainPositive).claim();
    let exact = Made::new(&herald, "repairs cost 2.1 million", CertainPositive).claim();
    let about = Made::new(&tribune, "The repairs cost about two million", CertainPositive).claim();
    let fair = Made::new(&gazette, "The fair opens on Friday", CertainPositive).claim();

    let opposite = |a: &Claim, b: &Claim| {
        let note = "“closed” and “open” are opposites";
        let steps = vec![
            step(
                "same_referent",
                Natural::Equivalence,
                None,
                "both speak of the swing bridge",
                &a.quote,
                &b.quote,
            ),
            step(
                "opposites",
                Natural::Negation,
                Some(Kind::Opposites),
                note,
                &words(&herald, "closed"),
                &b.quote,
            ),
        ];
        link(a, b, steps)
    };
    let conflict = opposite(&closed, &open);
    let again = opposite(&closed, &flowed);
    let note = "45 people are fewer than 52 people, and neither number is rounded";
    let at = (words(&herald, "45"), words(&tribune, "Fifty-two"));
    let number = link(
        &hurt,
        &wounded,
        vec![step(
            "quantity",
            Natural::Alternation,
            Some(Kind::Quantity),
            note,
            &at.0,
            &at.1,
        )],
    );
    let note = "to be out of money is the opposite of being rich";
    let tension = link(
        &broke,
        &full,
        vec![Step {
            tension: true,
            reliability: 612,
            ..step(
                "opposites",
                Natural::Alternation,
                Some(Kind::Opposites),
                note,
                &broke.quote,
                &full.quote,
            )
        }],
    );
    let note = "“The DPRK” is a known other name of North Korea";
    let help = link(
        &sent,
        &came,
        vec![step(
            "alias",
            Natural::Equivalence,
            None,
            note,
            &sent.quote,
            &came.quote,
        )],
    );
    let note = "2.1 million is about two million";
    let cost = link(
        &exact,
        &about,
        vec![step(
            "quantity",
            Natural::Forward,
            Some(Kind::Rounding),
            note,
            &exact.quote,
            &about.quote,
        )],
    );

    let position = |value: &str, document: &Document, claim: &Claim| Position {
        value: value.to_owned(),
        sources: vec![document.source.name.clone()],
        voices: vec![Voice::of(claim)],
        claims: vec![claim.id.clone()],
        independent: 1,
    };
    let mut open_position = position("The swing bridge at Port Amble stayed open.", &tribune, &open);
    open_position.voices.push(Voice::of(&hurt));
    open_position.sources.insert(0, "Harbour Herald".to_owned());
    let silent = vec![gazette.source.name.clone()];
    let issues = vec![
        Issue::new(
            "people hurt: …",
            Varies::Quantity,
            vec![position("45", &herald, &hurt), position("52", &tribune, &wounded)],
            silent.clone(),
        ),
        Issue::new(
            "the swing bridge at Port Amble",
            Varies::Polarity,
            vec![
                position("The swing bridge at Port Amble was closed.", &herald, &closed),
                open_position,
            ],
            silent,
        ),
    ];
    let unread = [
        (&herald, "Who will pay?", UnreadReason::Question),
        (
            &herald,
            "Read more: our guide to the coast.",
            UnreadReason::Furniture,
        ),
        (&tribune, "“Nur ein Satz.”", UnreadReason::NotEnglish),
    ]
    .map(|(document, text, reason)| Unread {
        document: document.id.clone().unwrap(),
        words: words(document, text),
        reason,
    });
    let findings = vec![
        Finding {
            link: conflict.id.clone(),
            also: vec![again.id.clone()],
        },
        Finding::alone(&number),
        Finding::alone(&tension),
        Finding::alone(&help),
        Finding::alone(&cost),
    ];
    Report::new(
        vec![herald.clone(), tribune.clone(), gazette.clone()],
        vec![
            closed, hurt, sent, broke, exact, flowed, open, wounded, came, full, about, fair,
        ],
        vec![conflict, again, number, tension, help, cost],
        findings,
        issues,
        unread.into(),
    )
}
