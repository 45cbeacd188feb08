//! How much of what one of two claims denies the other says: somebody who denies "any deal with the bank" speaks of no deal in
//! particular, and everybody who tells of one is denied.
//!
//! The parts of a denial need not answer the parts of what it denies one by one, as those of two claims must that hold the
//! same. Who denies something names what is known of it from elsewhere, and says less than whoever tells it.

use std::sync::OnceLock;

use crate::align::names::{names, narrowed_apart};
use crate::align::predicate::{pos, same_one};
use crate::align::telling::{NAME, last_word, rarity_of, stem, stems};
use crate::align::words::{self, WordRelation};
use crate::align::{Alignment, Part, PartMatch, Situation};
use crate::claim::Claim;
use crate::commitment::Factuality;
use crate::entity::Entity;
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::lexicon::wordnet::Pos;
use crate::measure::QuantityRelation;
use crate::proposition::{
    Modifier, ModifierKind, PredicateClass, Proposition, Qualifier, Quantifier, Role, Term,
};

/// What is denied on one side and told on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Denied {
    /// Which share of what is denied the other tells, in thousandths; rarer words count for more.
    pub share: u16,
    /// How much that is, in thousandths of a name.
    pub weight: u32,
    /// How many words and names of it the other tells.
    pub met: usize,
    /// Whether the other tells that it was done or was so, and does not only mention it.
    pub told: bool,
    /// Whether the other names what it is denied to have been done to, or what is denied to be so.
    pub matter: bool,
    /// Whether it is denied, or called unknown, and not only perhaps not so.
    pub sure: bool,
}

/// Whether a claim's voice holds that something is not so, or that it is not known to be.
pub(crate) fn denies(claim: &Claim) -> bool {
    let factuality = claim.voice().factuality;
    factuality == Factuality::Unproven || factuality.value().is_some_and(|v| v < 0)
}

/// Whether a claim's voice holds it so surely that it can be set against another's.
fn surely(claim: &Claim) -> bool {
    claim.voice().factuality.value().is_none_or(|v| v.abs() > 1)
}

/// Whether a claim's voice holds that something is so, or may be.
fn holds(claim: &Claim) -> bool {
    claim.voice().factuality.value().is_some_and(|v| v > 0)
}

/// Claims laid out so that what one of them denies is found in what another tells.
#[derive(Debug)]
pub(crate) struct Denials<'c>(Vec<Entry<'c>>);

/// A claim, with what is laid out once it is needed.
#[derive(Debug)]
struct Entry<'c> {
    claim: &'c Claim,
    denies: bool,
    wanted: OnceLock<Wanted<'c>>,
    said: OnceLock<Vec<Item<'c>>>,
    stems: OnceLock<Vec<String>>,
}

/// What a claim denies.
#[derive(Debug)]
struct Wanted<'c> {
    items: Vec<Item<'c>>,
    matter: Vec<&'c Term>,
}

impl<'c> Denials<'c> {
    /// Takes the claims down.
    pub(crate) fn new(claims: &'c [Claim]) -> Denials<'c> {
        let entry = |claim| Entry {
            claim,
            denies: denies(claim),
            wanted: OnceLock::new(),
            said: OnceLock::new(),
            stems: OnceLock::new(),
        };
        Denials(claims.iter().map(entry).collect())
    }

    /// What just one of two claims, given by their places, denies and the other tells. Of two stories that may have nothing to
    /// do with each other, the one denies nothing that the other tells.
    pub(crate) fn of(&self, a: usize, b: usize, alignment: &Alignment) -> Option<Denied> {
        let (a, b) = (self.0.get(a)?, self.0.get(b)?);
        if alignment.situation == Situation::Unknown || a.denies == b.denies {
            return None;
        }
        let met = |of: fn(&PartMatch) -> [Part; 2], denied: &'c Claim, told: &Claim| -> Vec<_> {
            let met = alignment.parts.iter().filter(|p| p.meets()).map(of);
            let met =
                met.filter_map(|[x, y]| Some((x.term(&denied.proposition)?, y.term(&told.proposition))));
            let met = met.filter(|(x, y)| !y.is_some_and(|y| one_of_many(x, y)));
            met.map(|(x, _)| x).collect()
        };
        if a.denies {
            told(a, b, || met(|p| [p.a, p.b], a.claim, b.claim))
        } else {
            told(b, a, || met(|p| [p.b, p.a], b.claim, a.claim))
        }
    }
}

impl<'c> Entry<'c> {
    fn wanted(&self) -> &Wanted<'c> {
        self.wanted.get_or_init(|| Wanted {
            items: items(self.claim, false),
            matter: matter(self.claim),
        })
    }

    fn said(&self) -> &[Item<'c>] {
        self.said.get_or_init(|| items(self.claim, true))
    }

    /// Whether a word, in whatever form, stands in the quote.
    fn quotes(&self, word: &str) -> bool {
        let read = || stems(&self.claim.quote.text).collect();
        self.stems.get_or_init(read).contains(&stem(word))
    }
}

/// Whether the first, of which something is denied, is one thing, and the second tells of many of its kind and not of all: that
/// a video was not staged says nothing of prank videos.
fn one_of_many(one: &Term, many: &Term) -> bool {
    let known = one.quantifier == Quantifier::Definite && !one.plural;
    let open = matches!(
        many.quantifier,
        Quantifier::Bare | Quantifier::Some | Quantifier::Most | Quantifier::Number
    );
    known && many.plural && open && many.entity.is_none()
}

/// A word or name of a claim.
#[derive(Debug, Clone, Copy)]
enum What<'c> {
    Name(&'c Entity),
    Word(&'c str, Pos),
}

/// A word or name with what it counts.
#[derive(Debug, Clone, Copy)]
struct Item<'c> {
    what: What<'c>,
    weight: u32,
    term: Option<&'c Term>,
}

/// How much of what the first denies the second tells, given which of its terms are answered.
fn told<'c>(
    denial: &Entry<'c>,
    telling: &Entry<'_>,
    answered: impl FnOnce() -> Vec<&'c Term>,
) -> Option<Denied> {
    let (denied, other) = (denial.claim, telling.claim);
    if !holds(other) {
        return None;
    }
    let close = |x: What<'_>, y: What<'_>| match (x, y) {
        (What::Word(x, x_pos), What::Word(y, y_pos)) => {
            let found = words::compare(x, x_pos, y, y_pos);
            match found.relation {
                WordRelation::Alike => found.likeness >= CLOSE,
                // A kind of what is denied, in no rare sense.
                WordRelation::Specific | WordRelation::General => found.likeness >= KIND,
                // Whom somebody tells of something knows this, and need not be known.
                WordRelation::Causes | WordRelation::Caused => false,
                relation => relation.is_near(),
            }
        }
        (x, y) => meet(x, y),
    };
    let (own, of_other) = (predicate(denied), predicate(other));
    // Where both say one word, what it is done to may be told in words that are only used alike.
    let word = denied.proposition.predicate.lemma == other.proposition.predicate.lemma && own.is_some();
    // "Is not a financial publication" says nothing of "the publication of a report".
    let class = |claim: &Claim| claim.proposition.predicate.class;
    let thing = (class(denied), class(other)) == (PredicateClass::Nominal, PredicateClass::Event);
    let mut found = Denied {
        told: !thing && own.is_some_and(|p| of_other.is_some_and(|q| close(p, q))),
        sure: surely(denied),
        ..Denied::default()
    };
    // Most predicates that are opposed on the two sides say nothing of each other.
    if own.is_some() && !found.told {
        return None;
    }
    if is_speech(denied) && !same_one(&denied.proposition, &other.proposition, Role::Subject) {
        return None;
    }
    if own.is_some() && does_it_itself(&denied.proposition, &other.proposition) {
        return None;
    }
    let (Wanted { items, matter }, said) = (denial.wanted(), telling.said());
    let said_none = |head: &str| {
        let mut arguments = other.proposition.arguments.iter();
        arguments.any(|a| says_none(&a.term, head))
    };
    if matter.iter().any(|t| said_none(&t.head)) {
        return None;
    }
    let answered = &answered();
    let is = |term: Option<&Term>, among: &[&Term]| {
        term.is_some_and(|t| among.iter().any(|m| std::ptr::eq(*m, t)))
    };
    let mut whole = 0;
    for item in items {
        whole += item.weight;
        let by_word = || match item.what {
            What::Word(word, _) => telling.quotes(word),
            What::Name(name) => telling.quotes(last_word(&name.name)),
        };
        let counts = |x: &Item<'_>| match (item.term, x.term) {
            (Some(x), Some(y)) if one_of_many(x, y) || narrowed_apart(x, y) => false,
            (Some(x), Some(y)) => match (&x.quantity, &y.quantity) {
                (Some(x), Some(y)) => x.compare(y) != QuantityRelation::Disjoint,
                _ => true,
            },
            _ => true,
        };
        let mut near = said.iter().filter(|x| meet(item.what, x.what)).peekable();
        let found_near = near.peek().is_some();
        let counted = found_near && near.any(counts);
        let met = is(item.term, answered) || counted || !found_near && by_word();
        if met {
            found.weight += item.weight;
            found.met += 1;
            let alike =
                |x: &Item<'_>| counts(x) && (word && meet(item.what, x.what) || close(item.what, x.what));
            let same = is(item.term, answered) || !found_near || said.iter().any(alike);
            found.matter |= same && is(item.term, matter);
        }
    }
    found.share = (1000 * found.weight / whole.max(1)).min(1000) as u16;
    // "Nobody was arrested": it is denied of everybody.
    let open = denied.proposition.arguments.iter().map(|a| &a.term);
    let anybody = open.filter(|t| is_nobody(t) && is(Some(t), answered)).count();
    found.met += anybody;
    found.matter |= anybody > 0 && matter.is_empty();
    // "There are no such payments": nothing is said of them but that they are.
    found.told |=
        says_that_it_is(denied) && found.matter && found.share >= WHOLE && !only_wanted(&other.proposition);
    (found.met > 0).then_some(found)
}

/// "The cause of the flood is unknown", "the flood caused a landslide": whether what is denied to have been done to something
/// is told as what this does to something else.
fn does_it_itself(denied: &Proposition, other: &Proposition) -> bool {
    let (done_to, doer) = (denied.argument(Role::Object), other.argument(Role::Subject));
    let to_another = other.argument(Role::Object);
    let is = |x: &Term, y: &Term| x.called().eq_ignore_ascii_case(y.called());
    done_to
        .zip(doer)
        .is_some_and(|(x, y)| is(x, y) && to_another.is_some_and(|z| !is(x, z)))
}

/// "Need money for treatment", "called for a ceasefire": whether there need not be what it is done to.
fn only_wanted(proposition: &Proposition) -> bool {
    let verb = proposition.predicate.lemma.replace(' ', "_");
    signatures::plain(Kind::Verb, &verb, Frame::Np).is_some_and(|s| s.outside.holds == Value::Open)
}

/// Whether a term stands for nobody or nothing.
pub(super) fn is_nobody(term: &Term) -> bool {
    matches!(term.head.as_str(), "nobody" | "no one" | "none" | "nothing")
}

/// What a claim is about: what is done to somebody or something, else what goes with it, else of whom it is said.
fn matter(claim: &Claim) -> Vec<&Term> {
    fn within<'t>(term: &'t Term, deep: bool, found: &mut Vec<&'t Term>) {
        for part in term.parts() {
            match held(part) {
                Some(inner) => within(inner, deep, found),
                None if !is_open(part) => found.push(part),
                None => {}
            }
            if deep {
                let inner = part
                    .modifiers
                    .iter()
                    .filter(|m| m.kind == ModifierKind::Preposition);
                inner.for_each(|m| within(&m.term, deep, found));
            }
        }
    }
    let of = |(wanted, deep): (&[Role], bool)| -> Vec<&Term> {
        let mut found = Vec::new();
        let arguments = claim.proposition.arguments.iter();
        let arguments = arguments.filter(|a| wanted.contains(&a.role));
        arguments.for_each(|a| within(&a.term, deep, &mut found));
        found
    };
    let roles: [(&[Role], bool); 3] = [
        (&[Role::Object], false),
        (&[Role::Oblique, Role::Recipient, Role::Complement], true),
        (&[Role::Subject], false),
    ];
    roles
        .into_iter()
        .map(of)
        .find(|t| !t.is_empty())
        .unwrap_or_default()
}

/// What a word that only holds another speaks of: "cases of fever" of fever, "in connection with her death" of her death.
fn held(term: &Term) -> Option<&Term> {
    let holds = matches!(
        term.head.as_str(),
        "case"
            | "instance"
            | "incident"
            | "sign"
            | "trace"
            | "evidence"
            | "record"
            | "form"
            | "kind"
            | "report"
    );
    let joins = matches!(term.head.as_str(), "connection" | "relation");
    let of = |m: &&Modifier| {
        let marker = m.marker.as_deref().unwrap_or_default();
        let fits = holds && marker == "of" || joins && matches!(marker, "with" | "to");
        m.kind == ModifierKind::Preposition && fits
    };
    let inner = term.modifiers.iter().find(of).filter(|_| term.entity.is_none())?;
    Some(&inner.term)
}

/// Whether a term names nobody and nothing in particular.
fn is_open(term: &Term) -> bool {
    term.entity.is_none() && (words::is_pronoun(&term.head) || words::range(&term.head).is_some())
}

/// Whether a word or name of a denial is told by another: the same, or a kind or a part of it.
fn meet(denied: What<'_>, said: What<'_>) -> bool {
    match (denied, said) {
        (What::Name(x), What::Name(y)) => names(x, y).relation.is_near(),
        (What::Word(x, x_pos), What::Word(y, y_pos)) => {
            let found = words::compare(x, x_pos, y, y_pos);
            match found.relation {
                WordRelation::Alike => found.likeness >= ALIKE,
                relation => relation.is_near(),
            }
        }
        _ => false,
    }
}

/// The predicate of a claim, if it says something by itself.
fn predicate(claim: &Claim) -> Option<What<'_>> {
    let predicate = &claim.proposition.predicate;
    let light = says_that_it_is(claim)
        || matches!(
            predicate.lemma.as_str(),
            "be" | "have" | "do" | "make" | "get" | "take" | "give" | "go" | "become" | "put" | "let" | "use"
        );
    (!light).then(|| What::Word(&predicate.lemma, pos(predicate)))
}

/// Whether a claim says no more of something than that there is some.
fn says_that_it_is(claim: &Claim) -> bool {
    let predicate = &claim.proposition.predicate;
    predicate.class == PredicateClass::Existence || matches!(predicate.lemma.as_str(), "be" | "have")
}

/// Whether what a verb says is somebody's words, so that it depends on who speaks what is said.
fn is_speech(claim: &Claim) -> bool {
    matches!(
        claim.proposition.predicate.lemma.as_str(),
        "say"
            | "tell"
            | "comment"
            | "announce"
            | "speak"
            | "state"
            | "declare"
            | "mention"
            | "ask"
            | "answer"
            | "reply"
            | "respond"
            | "talk"
            | "describe"
            | "explain"
            | "hear"
    )
}

/// Whether a term, or one that narrows it, is said to be none: "with no sails".
fn says_none(term: &Term, head: &str) -> bool {
    term.quantifier == Quantifier::No && stem(&term.head) == stem(head)
        || term.modifiers.iter().any(|m| says_none(&m.term, head))
        || term.members.iter().any(|m| says_none(m, head))
}

/// The words and names that a claim consists of; of those that narrow others and of who does it, half.
fn items(claim: &Claim, looked_through: bool) -> Vec<Item<'_>> {
    let proposition = &claim.proposition;
    let mut found = Vec::new();
    if let Some(What::Word(lemma, pos)) = predicate(claim) {
        found.push(Item {
            what: What::Word(lemma, pos),
            weight: weigh(lemma, looked_through),
            term: None,
        });
    }
    for argument in &proposition.arguments {
        let part = if argument.role == Role::Subject && proposition.arguments.len() > 1 {
            2
        } else {
            1
        };
        gather(&argument.term, part, looked_through, &mut found);
    }
    for qualifier in &proposition.qualifiers {
        if let Qualifier::Place { term, .. } = qualifier {
            gather(term, 2, looked_through, &mut found);
        }
    }
    found
}

/// What a word counts; what is only looked through counts nothing.
fn weigh(lemma: &str, looked_through: bool) -> u32 {
    if looked_through {
        0
    } else {
        rarity_of(lemma).max(LEAST)
    }
}

/// The word or name of a term and of what narrows it, each counted at a part of what it tells.
fn gather<'c>(term: &'c Term, part: u32, looked_through: bool, found: &mut Vec<Item<'c>>) {
    for member in term.parts() {
        if let Some(inner) = held(member) {
            gather(inner, part, looked_through, found);
            continue;
        }
        let head = member.head.as_str();
        if !is_open(member) {
            let (what, weight) = match &member.entity {
                Some(entity) => (What::Name(entity), NAME),
                None => (What::Word(head, Pos::Noun), weigh(head, looked_through)),
            };
            found.push(Item {
                what,
                weight: weight / part,
                term: Some(member),
            });
        }
        for modifier in &member.modifiers {
            match modifier.kind {
                ModifierKind::Adjective if modifier.term.entity.is_none() => found.push(Item {
                    what: What::Word(&modifier.term.head, Pos::Adjective),
                    weight: if looked_through {
                        0
                    } else {
                        rarity_of(&modifier.term.head) / 2 / part
                    },
                    term: None,
                }),
                ModifierKind::Adjective
                | ModifierKind::Compound
                | ModifierKind::Possessor
                | ModifierKind::Preposition
                    if part < 4 =>
                {
                    gather(&modifier.term, 2 * part, looked_through, found);
                }
                ModifierKind::Clause if looked_through => found.push(Item {
                    what: What::Word(&modifier.term.head, Pos::Verb),
                    weight: 0,
                    term: None,
                }),
                _ => {}
            }
        }
    }
}

/// What a word counts at least, that is not passed over.
const LEAST: u32 = 200;
/// From here on, in thousandths, words that are used alike are taken to tell the same.
const ALIKE: u16 = 650;
/// From here on, in thousandths, predicates that are used alike are.
const CLOSE: u16 = 800;
/// From here on, in thousandths, one word is a kind of another in a common sense of both.
const KIND: u16 = 400;
/// Which share, in thousandths, is as good as all.
const WHOLE: u16 = 750;
