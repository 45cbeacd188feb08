//! Arguments to arguments: the best term first, then what is left in equal roles.

use std::cmp::Reverse;

use itertools::Either;

use crate::align::aligner::Terms;
use crate::align::predicate::{PredicateMatch, Roles};
use crate::align::{Part, PartMatch, Situation, TermMatch, term};
use crate::judgement::Natural;
use crate::proposition::{Argument, Modifier, ModifierKind, Proposition, Qualifier, Role, Term};

/// What [`assign`] found.
pub(super) struct Assignment {
    pub(super) parts: Vec<PartMatch>,
    pub(super) swapped: bool,
    pub(super) only_a: Vec<Part>,
    pub(super) only_b: Vec<Part>,
}

/// A term in its role, ready to be matched.
#[derive(Debug, Clone)]
struct Slot<'t> {
    part: Part,
    role: Role,
    marker: &'t str,
    /// The term, or what is left of it where parts are slots of their own.
    term: Either<&'t Term, Box<Term>>,
    /// The number of the term, where terms are numbered.
    number: Option<u32>,
    /// Whether it is one of several that share a part ("Russia and China are allies").
    shared: bool,
}

/// A term and its number.
type Numbered<'t> = (&'t Term, Option<u32>);

/// The parts of a proposition that can be matched.
#[derive(Debug)]
pub(super) struct Slots<'t> {
    plain: Vec<Slot<'t>>,
    /// With the participants of a symmetric predicate one by one, where that makes a difference.
    apart: Option<Vec<Slot<'t>>>,
    subject: Option<Numbered<'t>>,
    object: Option<Numbered<'t>>,
}

impl<'t> Slots<'t> {
    /// Lays out a proposition; `number` gives terms their numbers.
    pub(super) fn of(
        proposition: &'t Proposition,
        number: &mut impl FnMut(&Term) -> Option<u32>,
    ) -> Slots<'t> {
        let mut laid_out = |apart| {
            let mut slots = slots(proposition, apart);
            for slot in &mut slots {
                slot.number = number(&slot.term);
            }
            slots
        };
        let splits = |a: &Argument| {
            !a.term.members.is_empty() && is_participant(a.role, a.marker.as_deref().unwrap_or_default())
        };
        let (plain, apart) = (
            laid_out(false),
            proposition.arguments.iter().any(splits).then(|| laid_out(true)),
        );
        let mut core = |role| proposition.argument(role).map(|term| (term, number(term)));
        Slots {
            plain,
            apart,
            subject: core(Role::Subject),
            object: core(Role::Object),
        }
    }

    fn by(&self, roles: Roles) -> &[Slot<'t>] {
        match &self.apart {
            Some(apart) if roles == Roles::Symmetric => apart,
            _ => &self.plain,
        }
    }
}

/// Below this, in thousandths, two roles or terms do not answer each other.
const ENOUGH: u32 = 250;

/// Matches the parts of two propositions, given how their predicates correspond.
pub(super) fn assign(
    a: &Slots<'_>,
    b: &Slots<'_>,
    predicate: &PredicateMatch,
    situation: Situation,
    terms: &Terms,
) -> Assignment {
    let (left, right) = (a.by(predicate.roles), b.by(predicate.roles));
    let turned = turned(a, b, predicate, situation, terms);
    let rated = |answers: u32, terms: &TermMatch| {
        (
            Reverse(answers * u32::from(terms.likeness) / 1000),
            Reverse(answers),
        )
    };
    let mut scored = Vec::with_capacity(left.len() * right.len());
    let mut exchange = Exchange::default();
    for (i, x) in left.iter().enumerate() {
        for (j, y) in right.iter().enumerate() {
            let terms = terms.compare((&x.term, x.number), (&y.term, y.number), situation);
            if terms.relation.is_near() && terms.likeness >= 600 && predicate.roles == Roles::Same {
                exchange.note(x, y, terms.likeness);
            }
            let answers = match turned {
                Some(sides) if is_core(x.role) && is_core(y.role) => {
                    if (x.role, y.role) == sides {
                        1000
                    } else {
                        0
                    }
                }
                _ => answers(x, y, predicate.roles),
            };
            let (score, answers) = rated(answers, &terms);
            scored.push((score, answers, i, j, terms));
        }
    }
    let swapped = exchange.partner();
    if let Some(partner) = swapped.filter(|_| turned.is_none()) {
        for (score, answers, i, j, terms) in &mut scored {
            let slots = left.get(*i).zip(right.get(*j));
            if let Some(crossed) = slots.and_then(|(x, y)| crossed(x, y, partner)) {
                (*score, *answers) = rated(crossed, terms);
            }
        }
    }
    scored.sort_by_key(|&(score, answers, i, j, _)| (score, answers, i, j));
    let (mut used_a, mut used_b) = (vec![false; left.len()], vec![false; right.len()]);
    let mut parts = Vec::new();
    // What names the same comes first; then equal roles meet even where their terms do not.
    for least in [ENOUGH, 0] {
        for &(Reverse(score), Reverse(answers), i, j, terms) in &scored {
            let free = !used_a.get(i).copied().unwrap_or(true) && !used_b.get(j).copied().unwrap_or(true);
            let fits = if least > 0 { score >= least } else { answers >= 900 };
            if free
                && fits
                && let (Some(x), Some(y)) = (left.get(i), right.get(j))
            {
                let quantities = term::quantities(&x.term, &y.term);
                parts.push(PartMatch {
                    a: x.part,
                    b: y.part,
                    terms,
                    quantities,
                });
                if let (Some(u), Some(v)) = (used_a.get_mut(i), used_b.get_mut(j)) {
                    (*u, *v) = (true, true);
                }
            }
        }
    }
    parts.sort_by_key(|p| (p.a, p.b));
    let rest = |slots: &[Slot<'_>], used: &[bool]| {
        let mut rest: Vec<Part> = slots
            .iter()
            .zip(used)
            .filter(|(_, used)| !**used)
            .map(|(s, _)| s.part)
            .collect();
        rest.dedup();
        rest
    };
    Assignment {
        swapped: swapped.is_some(),
        only_a: rest(left, &used_a),
        only_b: rest(right, &used_b),
        parts,
    }
}

/// The terms of a proposition that can be matched. Participants of a symmetric predicate are taken one by one. What stands
/// in a prepositional phrase after an object is a slot of its own: "filled a pitcher with water" says the same wherever
/// the phrase is attached.
fn slots(proposition: &Proposition, symmetric: bool) -> Vec<Slot<'_>> {
    let mut slots = Vec::new();
    for (i, argument) in proposition.arguments.iter().enumerate() {
        let marker = argument.marker.as_deref().unwrap_or_default();
        let apart = symmetric && is_participant(argument.role, marker);
        let slot = |part, term| Slot {
            part,
            role: argument.role,
            marker,
            term,
            number: None,
            shared: false,
        };
        if apart && !argument.term.members.is_empty() {
            let members = argument
                .term
                .members
                .iter()
                .map(|m| slot(Part::Argument(i), Either::Left(m)));
            slots.extend(members.map(|s| Slot { shared: true, ..s }));
        } else if matches!(argument.role, Role::Object | Role::Oblique)
            && argument.term.modifiers.iter().any(is_loose)
        {
            let mut term = argument.term.clone();
            term.modifiers.retain(|m| !is_loose(m));
            slots.push(slot(Part::Argument(i), Either::Right(Box::new(term))));
            let loose = argument
                .term
                .modifiers
                .iter()
                .enumerate()
                .filter(|(_, m)| is_loose(m));
            slots.extend(loose.map(|(j, m)| Slot {
                part: Part::Within(i, j),
                role: Role::Oblique,
                marker: m.marker.as_deref().unwrap_or_default(),
                term: Either::Left(&m.term),
                number: None,
                shared: false,
            }));
        } else {
            slots.push(slot(Part::Argument(i), Either::Left(&argument.term)));
        }
    }
    let places = proposition
        .qualifiers
        .iter()
        .enumerate()
        .filter_map(|(i, qualifier)| match qualifier {
            Qualifier::Place { marker, term } => Some(Slot {
                part: Part::Qualifier(i),
                role: Role::Oblique,
                marker,
                term: Either::Left(term),
                number: None,
                shared: false,
            }),
            _ => None,
        });
    slots.extend(places);
    slots
}

/// Whether a modifier may belong to the predicate as well: a phrase with a preposition other than those that bind closely
/// to a noun.
fn is_loose(modifier: &Modifier) -> bool {
    modifier.kind == ModifierKind::Preposition
        && !matches!(
            modifier.marker.as_deref().unwrap_or_default(),
            "of" | "between" | "among" | "than" | "as" | ""
        )
}

/// How well two slots answer each other, in thousandths.
fn answers(a: &Slot<'_>, b: &Slot<'_>, roles: Roles) -> u32 {
    let is = |x: &Slot<'_>, role: Role| x.role == role;
    let to =
        |x: &Slot<'_>| is(x, Role::Recipient) || is(x, Role::Oblique) && matches!(x.marker, "to" | "for");
    let by = |x: &Slot<'_>| is(x, Role::Oblique) && x.marker == "by";
    let either = |f: &dyn Fn(&Slot<'_>, &Slot<'_>) -> bool| f(a, b) || f(b, a);
    match roles {
        Roles::Symmetric
            if is_participant(a.role, a.marker) && is_participant(b.role, b.marker)
                || a.shared && b.shared =>
        {
            1000
        }
        Roles::Converse { theirs, .. } if is(a, Role::Subject) => named(b, theirs),
        Roles::Converse { mine, .. } if is(b, Role::Subject) => named(a, mine),
        Roles::Converse { mine, .. } if named(a, mine) > 0 => 0,
        Roles::Converse { theirs, .. } if named(b, theirs) > 0 => 0,
        Roles::Causes if is(a, Role::Object) && is(b, Role::Subject) => 1000,
        Roles::Caused if is(a, Role::Subject) && is(b, Role::Object) => 1000,
        Roles::Causes | Roles::Caused if is_core(a.role) && is_core(b.role) => 0,
        _ if a.role == b.role && a.marker == b.marker => 1000,
        _ if to(a) && to(b) => 950,
        _ if either(&|x, y| is(x, Role::Subject) && by(y)) => 900,
        _ if a.role == Role::Oblique && b.role == Role::Oblique => 600,
        _ if either(&|x, y| is(x, Role::Object) && y.role == Role::Oblique) => 600,
        _ if either(&|x, y| is(x, Role::Recipient) && is(y, Role::Object)) => 500,
        _ if a.role == Role::Complement || b.role == Role::Complement => 400,
        _ => 0,
    }
}

/// Whether a slot has the role of a name ("obj", "iobj", a preposition), as a score.
fn named(slot: &Slot<'_>, role: &str) -> u32 {
    let fits = match (slot.role, role) {
        (Role::Object, "obj") | (Role::Recipient, "iobj" | "to" | "for") => true,
        (Role::Oblique, "iobj") => slot.marker == "to",
        (Role::Oblique, role) => slot.marker == role,
        _ => false,
    };
    if fits { 1000 } else { 0 }
}

/// Whether the role is one that a symmetric predicate's participants take.
fn is_participant(role: Role, marker: &str) -> bool {
    match role {
        Role::Subject | Role::Object => true,
        Role::Oblique => matches!(
            marker,
            "with" | "of" | "to" | "between" | "against" | "and" | "from"
        ),
        Role::Recipient | Role::Complement => false,
    }
}

/// Who may stand in the subject's place, and the subject in theirs: what it is done to, who gets it, or who gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Partner {
    Object,
    To,
    From,
}

impl Partner {
    const ALL: [Partner; 3] = [Partner::Object, Partner::To, Partner::From];

    fn of(slot: &Slot<'_>) -> Option<Partner> {
        match (slot.role, slot.marker) {
            (Role::Object, _) => Some(Partner::Object),
            (Role::Recipient, _) | (Role::Oblique, "to") => Some(Partner::To),
            (Role::Oblique, "from") => Some(Partner::From),
            _ => None,
        }
    }
}

/// How alike subjects and their partners are, in their own places and in each other's.
#[derive(Default)]
struct Exchange {
    subjects: u16,
    /// In the order of [`Partner::ALL`].
    partners: [Crossing; 3],
}

/// How alike partners are to each other, and to the subject of the other claim.
#[derive(Default)]
struct Crossing {
    own: u16,
    /// That of the first claim to the subject of the second.
    of_a: u16,
    of_b: u16,
}

impl Exchange {
    fn note(&mut self, a: &Slot<'_>, b: &Slot<'_>, likeness: u16) {
        let subject = |slot: &Slot<'_>| slot.role == Role::Subject;
        let partners = (Partner::of(a), Partner::of(b));
        let partner = partners.0.or(partners.1);
        let crossing = partner.and_then(|partner| self.partners.get_mut(partner as usize));
        let place = match (partners, crossing) {
            ((None, None), _) if subject(a) && subject(b) => &mut self.subjects,
            ((Some(x), Some(y)), Some(crossing)) if x == y => &mut crossing.own,
            ((Some(_), None), Some(crossing)) if subject(b) => &mut crossing.of_a,
            ((None, Some(_)), Some(crossing)) if subject(a) => &mut crossing.of_b,
            _ => return,
        };
        *place = likeness.max(*place);
    }

    /// With whom the subject is exchanged, as each answers the other better than its like: soldiers are people, and yet "the
    /// soldiers saved the people" tells the same twice.
    fn partner(&self) -> Option<Partner> {
        let exchanged = |c: &Crossing| c.of_a > 0 && c.of_b > 0 && c.of_a + c.of_b > self.subjects + c.own;
        let mut partners = Partner::ALL.into_iter().zip(&self.partners);
        partners.find_map(|(partner, crossing)| exchanged(crossing).then_some(partner))
    }
}

/// How well two slots answer each other where the subject is exchanged; `None` where that changes nothing.
fn crossed(a: &Slot<'_>, b: &Slot<'_>, partner: Partner) -> Option<u32> {
    let subject = |slot: &Slot<'_>| slot.role == Role::Subject;
    let other = |slot: &Slot<'_>| Partner::of(slot) == Some(partner);
    let across = subject(a) && other(b) || other(a) && subject(b);
    let alike = subject(a) && subject(b) || other(a) && other(b);
    (across || alike).then_some(if across { 1000 } else { 0 })
}

fn is_core(role: Role) -> bool {
    matches!(role, Role::Subject | Role::Object)
}

/// The roles that answer each other where one proposition tells what is done to something and the other what happens to
/// it or how it is then: "closed the border", "the border closed", "the border is open".
fn turned(
    a: &Slots<'_>,
    b: &Slots<'_>,
    predicate: &PredicateMatch,
    situation: Situation,
    terms: &Terms,
) -> Option<(Role, Role)> {
    if predicate.roles != Roles::Same {
        return None;
    }
    let near = |x: Option<Numbered<'_>>, y: Option<Numbered<'_>>| match (x, y) {
        (Some(x), Some(y)) => terms.compare(x, y, situation).relation.is_near(),
        _ => false,
    };
    match ((a.subject, a.object), (b.subject, b.object)) {
        ((subject, object @ Some(_)), (other, None)) if near(object, other) && !near(subject, other) => {
            Some((Role::Object, Role::Subject))
        }
        ((other, None), (subject, object @ Some(_))) if near(other, object) && !near(other, subject) => {
            Some((Role::Subject, Role::Object))
        }
        _ => None,
    }
}

impl PartMatch {
    /// Whether the terms exclude each other: two names, a man and a woman, the northern and the southern bridge.
    pub fn clashes(&self) -> bool {
        self.terms.relation == Natural::Alternation
    }
}
