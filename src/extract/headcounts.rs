//! Headcounts in other words: "needed hospital treatment", "made 40 guests ill", "made 12 arrests", "a crowd of 900 saw it" and
//! "lost their jobs" say who was taken to hospital, fell ill, was arrested or came, and what jobs went.

use super::casualties::{befell, counts, is_person, people, take};
use crate::proposition::{PredicateClass, Proposition, Role, Tense, Term};

/// Where the sick and the hurt are taken.
const HOSPITALS: &[&str] = &["hospital", "clinic", "infirmary"];
/// Verbs by which somebody is taken there.
const BRING: &[&str] = &[
    "take",
    "rush",
    "fly",
    "airlift",
    "bring",
    "carry",
    "drive",
    "transport",
    "send",
    "admit",
    "transfer",
    "treat",
];
/// Verbs by which somebody comes to be there.
const COME: &[&str] = &["end up", "land"];
/// Verbs by which somebody is treated there.
const UNDERGO: &[&str] = &["need", "require", "receive", "get", "undergo"];
/// What they are then.
const ILL: &[&str] = &["ill", "sick", "unwell"];
/// Verbs by which somebody comes to have an illness.
const CATCH: &[&str] = &["go down", "come down", "strike down"];
/// Nouns for those who came.
const CROWDS: &[&str] = &["crowd", "audience", "spectator", "fan", "supporter"];
/// What they do.
const WATCH: &[&str] = &["see", "watch", "witness", "attend"];
/// What somebody works in.
const JOBS: &[&str] = &["job", "post"];
/// Verbs by which somebody does away with them.
const CUT: &[&str] = &["cut", "shed", "axe", "slash", "eliminate", "scrap", "lose"];
/// Verbs by which they go of themselves.
const GO: &[&str] = &["go", "disappear", "vanish"];
/// What those are who had them.
const JOBLESS: &[&str] = &[
    "out of work",
    "out of a job",
    "jobless",
    "unemployed",
    "redundant",
];

/// Says of those who are counted what befell them, or what they did.
pub(super) fn plain(proposition: &mut Proposition) {
    treated(proposition);
    brought(proposition);
    sickened(proposition);
    arrested(proposition);
    attended(proposition);
    jobs_gone(proposition);
    jobs_lost(proposition);
}

/// "Needed hospital treatment".
fn treated(proposition: &mut Proposition) {
    let verb = proposition.predicate.lemma.as_str();
    let treatment = proposition.argument(Role::Object).filter(|t| {
        matches!(t.head.as_str(), "treatment" | "care") && t.modifiers.iter().any(|m| is_hospital(&m.term))
    });
    if treatment.is_some()
        && UNDERGO.contains(&verb)
        && let Some(somebody) = take(proposition, Role::Subject)
    {
        take(proposition, Role::Object);
        befell(proposition, "hospitalize", Role::Object, somebody);
    }
}

/// "Was rushed to hospital", "ended up in hospital"; which it was is kept.
fn brought(proposition: &mut Proposition) {
    let verb = proposition.predicate.lemma.as_str();
    let (role, markers): (_, &[&str]) = match verb {
        "treat" => (Role::Object, &["in", "at"]),
        _ if BRING.contains(&verb) => (Role::Object, &["to"]),
        _ if COME.contains(&verb) => (Role::Subject, &["in"]),
        _ => return,
    };
    let leads = proposition.arguments.iter().position(|a| {
        a.role == Role::Oblique
            && a.marker.as_deref().is_some_and(|m| markers.contains(&m))
            && is_hospital(&a.term)
    });
    let Some(place) = leads.filter(|_| proposition.argument(role).is_some_and(is_somebody)) else {
        return;
    };
    let named = |t: &Term| t.entity.is_some() || !t.modifiers.is_empty();
    if proposition.arguments.get(place).is_some_and(|a| !named(&a.term)) {
        proposition.arguments.remove(place);
    }
    if let Some(somebody) = take(proposition, role) {
        befell(proposition, "hospitalize", Role::Object, somebody);
    }
}

/// "40 guests fell ill", "left 40 guests ill", "40 guests came down with fever".
fn sickened(proposition: &mut Proposition) {
    let verb = proposition.predicate.lemma.as_str();
    let complement = proposition.argument(Role::Complement);
    let role = if ILL.contains(&verb) || CATCH.contains(&verb) && proposition.argument(Role::Object).is_none()
    {
        Role::Subject
    } else if CATCH.contains(&verb)
        || matches!(verb, "make" | "leave") && complement.is_some_and(|t| ILL.contains(&t.head.as_str()))
    {
        Role::Object
    } else {
        return;
    };
    if !proposition.argument(role).is_some_and(are_people) {
        return;
    }
    take(proposition, Role::Complement);
    // How somebody came to be ill.
    proposition.predicate.modifiers.clear();
    if let Some(somebody) = take(proposition, role) {
        befell(proposition, "sicken", Role::Object, somebody);
    }
}

/// "Made 12 arrests", "there were 12 arrests".
fn arrested(proposition: &mut Proposition) {
    let role = match proposition.predicate.class {
        PredicateClass::Existence => Role::Subject,
        _ if proposition.predicate.lemma == "make" => Role::Object,
        _ => return,
    };
    let arrests = proposition
        .argument(role)
        .filter(|t| t.head == "arrest" && counts(t));
    if let Some(held) = arrests.map(people) {
        take(proposition, role);
        befell(proposition, "arrest", Role::Object, held);
    }
}

/// "A crowd of 900 saw the game", "the game was watched by 900 fans".
fn attended(proposition: &mut Proposition) {
    if !WATCH.contains(&proposition.predicate.lemma.as_str()) {
        return;
    }
    let crowd = proposition
        .argument(Role::Subject)
        .filter(|t| CROWDS.contains(&t.head.as_str()));
    let Some(crowd) = crowd else {
        return;
    };
    let of = crowd.modifiers.iter().find(|m| m.marker.as_deref() == Some("of"));
    let Some(came) = of
        .map(|m| &m.term)
        .into_iter()
        .chain([crowd])
        .find(|t| t.quantity.is_some())
    else {
        return;
    };
    let came = people(came);
    take(proposition, Role::Subject);
    befell(proposition, "attend", Role::Subject, came);
}

/// "Will shed 900 jobs", "900 jobs will go".
fn jobs_gone(proposition: &mut Proposition) {
    let verb = proposition.predicate.lemma.as_str();
    let role = match verb {
        _ if CUT.contains(&verb) => Role::Object,
        _ if GO.contains(&verb) => Role::Subject,
        _ => return,
    };
    let counted = proposition
        .argument(role)
        .is_some_and(|t| JOBS.contains(&t.head.as_str()) && counts(t));
    if counted && let Some(jobs) = take(proposition, role) {
        befell(proposition, "cut", Role::Object, jobs);
    }
}

/// "900 workers will lose their jobs", "900 people will be out of work", "laid off 900 workers", "made 900 workers redundant".
fn jobs_lost(proposition: &mut Proposition) {
    let verb = proposition.predicate.lemma.as_str();
    let object = proposition.argument(Role::Object);
    let redundant = || {
        let complement = proposition.argument(Role::Complement);
        complement.is_some_and(|t| JOBLESS.contains(&t.head.as_str()))
    };
    let (role, other) = match verb {
        "lose" if object.is_some_and(|t| JOBS.contains(&t.head.as_str())) => {
            (Role::Subject, Some(Role::Object))
        }
        "lay off" => (Role::Object, None),
        "make" | "leave" if redundant() => (Role::Object, Some(Role::Complement)),
        // Those who are out of work had jobs once, nobody knows when.
        _ if JOBLESS.contains(&verb) && proposition.predicate.tense == Tense::Future => (Role::Subject, None),
        _ => return,
    };
    if !proposition.argument(role).is_some_and(are_people) {
        return;
    }
    if let Some(other) = other {
        take(proposition, other);
    }
    if let Some(workers) = take(proposition, role) {
        let jobs = Term {
            head: "job".to_owned(),
            modifiers: Vec::new(),
            entity: None,
            ..workers
        };
        befell(proposition, "cut", Role::Object, jobs);
    }
}

fn is_hospital(term: &Term) -> bool {
    HOSPITALS.contains(&term.head.to_lowercase().as_str())
}

/// Whether a term is of people: named so, or counted without a noun.
fn is_somebody(term: &Term) -> bool {
    let bare = term.quantity.is_some() && term.text.eq_ignore_ascii_case(&term.head);
    is_person(term) || bare
}

/// Whether a term says how many people.
fn are_people(term: &Term) -> bool {
    counts(term) && is_somebody(term)
}
