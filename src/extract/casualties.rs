//! The dead and the hurt: "claimed three lives", "left three dead", "the death toll rose to three" and "there were three deaths"
//! say that three people died.

use super::predication::{Predication, argument};
use crate::entity::{Entity, EntityKind};
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{degree, nouns};
use crate::measure::Dimension;
use crate::proposition::{
    Modifier, ModifierKind, PredicateClass, Proposition, Qualifier, Quantifier, Role, Term,
};
use crate::span::Words;

/// Verbs by which something takes lives.
const TAKE: &[&str] = &["claim", "cost", "take"];
/// What the dead and the hurt are left as, found as, or said to be.
const DEAD: &[&str] = &["dead", "killed"];
const HURT: &[&str] = &["injured", "hurt", "wounded"];
/// Verbs by which something leaves somebody dead.
const LEAVE: &[&str] = &["leave", "shoot", "stab", "strike", "beat", "gun"];
/// What is found of the dead.
const BODIES: &[&str] = &["body", "corpse", "remains"];
/// Verbs by which somebody gets at the dead.
const RECOVER: &[&str] = &[
    "recover", "retrieve", "find", "discover", "pull", "bring", "bury", "identify", "lift",
];
/// Verbs by which somebody tells who is dead.
const FIND: &[&str] = &["find", "confirm", "declare", "pronounce"];
/// Nouns for what happens to them.
const DEATHS: &[&str] = &["death", "fatality"];
const INJURIES: &[&str] = &[
    "injury",
    "wound",
    "burn",
    "fracture",
    "bruise",
    "concussion",
    "laceration",
];
/// Verbs by which somebody comes by an injury.
const COME_BY: &[&str] = &["suffer", "sustain", "receive"];
/// Nouns for how many have died.
const TOLLS: &[&str] = &["toll", "number"];

/// Says of the people what happened to them.
pub(super) fn plain(proposition: &mut Proposition) {
    lives(proposition);
    left(proposition);
    found(proposition);
    injured(proposition);
    existed(proposition);
    toll(proposition);
}

/// "Claimed three lives", "took the lives of three people", "cost him his life", "lost their lives".
fn lives(proposition: &mut Proposition) {
    let Some(life) = proposition.argument(Role::Object).filter(|t| t.head == "life") else {
        return;
    };
    let verb = proposition.predicate.lemma.as_str();
    let owner = life.modifiers.iter().find(|m| m.kind == ModifierKind::Possessor);
    // Whoever takes their own life is killed by nobody else.
    let own = life.modifiers.iter().any(|m| m.term.head == "own");
    if verb == "lose" && (owner.is_some() || counts(life)) {
        let lost = people(life);
        take(proposition, Role::Object);
        let dead = take(proposition, Role::Subject).unwrap_or(lost);
        befell(proposition, "die", Role::Subject, dead);
    } else if TAKE.contains(&verb) && !own {
        let whose = life
            .modifiers
            .iter()
            .find(|m| m.marker.as_deref() == Some("of"))
            .or(owner);
        let whose = whose.map(|m| m.term.clone());
        let Some(killed) = proposition
            .argument(Role::Recipient)
            .cloned()
            .or(whose)
            .or_else(|| counts(life).then(|| people(life)))
        else {
            return;
        };
        take(proposition, Role::Recipient);
        take(proposition, Role::Object);
        proposition.arguments.push(argument(Role::Object, None, killed));
        "kill".clone_into(&mut proposition.predicate.lemma);
    }
}

/// "Left three people dead", "left nine injured", "shot him dead".
fn left(proposition: &mut Proposition) {
    if LEAVE.contains(&proposition.predicate.lemma.as_str())
        && let Some(done) = what_they_are(proposition)
    {
        take(proposition, Role::Complement);
        done.clone_into(&mut proposition.predicate.lemma);
    }
}

/// "Were found dead", "were confirmed dead", "found him alive": whoever finds the dead did not kill them, and nobody need have.
fn found(proposition: &mut Proposition) {
    let verb = proposition.predicate.lemma.as_str();
    let alive = proposition
        .argument(Role::Complement)
        .is_some_and(|t| t.head == "alive");
    let fate =
        if alive && (FIND.contains(&verb) || RECOVER.contains(&verb.split(' ').next().unwrap_or_default())) {
            "survive"
        } else if FIND.contains(&verb) && what_they_are(proposition) == Some("kill") {
            "die"
        } else {
            return;
        };
    if let Some(found) = take(proposition, Role::Object) {
        take(proposition, Role::Complement);
        take(proposition, Role::Subject);
        befell(proposition, fate, Role::Subject, found);
    }
}

/// What a predication takes for granted where the body of somebody is found.
pub(super) fn died(found: &Predication) -> Option<Predication> {
    let proposition = death(&found.proposition)?;
    Some(Predication {
        proposition,
        presupposed: true,
        ..found.clone()
    })
}

/// That somebody died, if the body is what is done something to: "the climber's body was found by her brother".
fn death(proposition: &Proposition) -> Option<Proposition> {
    let verb = proposition.predicate.lemma.split(' ').next().unwrap_or_default();
    let body = proposition
        .argument(Role::Object)
        .filter(|t| BODIES.contains(&t.head.as_str()) && RECOVER.contains(&verb))?;
    let whose = |m: &&Modifier| m.kind == ModifierKind::Possessor || m.marker.as_deref() == Some("of");
    let lived = |t: &&Term| is_person(t) || nouns::is_animal(&t.head);
    let whose = body.modifiers.iter().find(whose).map(|m| &m.term);
    let dead = whose.filter(lived)?.clone();
    let mut death = Proposition {
        predicate: proposition.predicate.clone(),
        ..Proposition::default()
    };
    death.predicate.modifiers.clear();
    befell(&mut death, "die", Role::Subject, dead);
    Some(death)
}

/// The verb for what an object is left as, found as or said to be.
fn what_they_are(proposition: &Proposition) -> Option<&'static str> {
    proposition.argument(Role::Object)?;
    done(&proposition.argument(Role::Complement)?.head)
}

/// The verb for what somebody is when it was done.
fn done(adjective: &str) -> Option<&'static str> {
    match adjective {
        _ if DEAD.contains(&adjective) => Some("kill"),
        _ if HURT.contains(&adjective) => Some("injure"),
        _ => None,
    }
}

/// "Suffered injuries".
fn injured(proposition: &mut Proposition) {
    let verb = proposition.predicate.lemma.as_str();
    let injury = proposition.argument(Role::Object).filter(|t| {
        INJURIES.contains(&t.head.as_str()) && t.modifiers.iter().all(|m| m.kind == ModifierKind::Adjective)
    });
    let Some(injury) = injury.filter(|_| COME_BY.contains(&verb)) else {
        return;
    };
    let how = injury.modifiers.clone();
    if let Some(person) = take(proposition, Role::Subject) {
        take(proposition, Role::Object);
        proposition.predicate.modifiers.extend(how);
        befell(proposition, "injure", Role::Object, person);
    }
}

/// "There were three deaths", "there were no injuries".
fn existed(proposition: &mut Proposition) {
    if proposition.predicate.class != PredicateClass::Existence {
        return;
    }
    let Some(subject) = proposition.argument(Role::Subject) else {
        return;
    };
    let (verb, role) = match subject.head.as_str() {
        head if DEATHS.contains(&head) => ("die", Role::Subject),
        head if INJURIES.contains(&head) => ("injure", Role::Object),
        "survivor" => ("survive", Role::Subject),
        _ => return,
    };
    if !counts(subject) {
        return;
    }
    let (counted, modifiers) = (people(subject), subject.modifiers.clone());
    take(proposition, Role::Subject);
    befell(proposition, verb, role, counted);
    happened_in(proposition, &modifiers);
}

/// "The death toll has risen to three", "the number of dead is three", "put the attendance at three".
fn toll(proposition: &mut Proposition) {
    let put = proposition
        .argument(Role::Object)
        .is_some_and(|t| counted(t).is_some());
    let role = if put { Role::Object } else { Role::Subject };
    let Some((toll, fate)) = proposition.argument(role).and_then(|t| Some((t, counted(t)?))) else {
        return;
    };
    let modifiers = toll.modifiers.clone();
    let number = |q: &Qualifier| match q {
        Qualifier::Quantity {
            marker,
            quantity,
            words,
        } if quantity.unit.dimension == Dimension::Count && matches!(marker.as_str(), "" | "at" | "to") => {
            Some((quantity.clone(), words.clone()))
        }
        _ => None,
    };
    // "Was given as 900".
    let given = || {
        let mut given = proposition
            .arguments
            .iter()
            .filter(|a| a.marker.as_deref() == Some("as"));
        let Term {
            quantity, span, text, ..
        } = &given.find(|a| a.term.quantity.is_some())?.term;
        Some((
            quantity.clone()?,
            Words {
                span: *span,
                text: text.clone(),
            },
        ))
    };
    let Some((quantity, words)) = proposition.qualifiers.iter().find_map(number).or_else(given) else {
        return;
    };
    proposition.qualifiers.retain(|q| number(q).is_none());
    proposition.arguments.clear();
    // A count that rises may be followed by another one; an initial one is.
    let verb = Term {
        text: proposition.predicate.lemma.clone(),
        head: proposition.predicate.lemma.clone(),
        ..Term::default()
    };
    let rises = degree::direction(&verb.head, Pos::Verb).map(|_| verb);
    let staged = modifiers.iter().filter(|m| m.kind == ModifierKind::Adjective);
    let staged = staged.map(|m| m.term.clone());
    proposition
        .predicate
        .modifiers
        .extend(rises.into_iter().chain(staged).map(|term| Modifier {
            kind: ModifierKind::Adverb,
            marker: None,
            term,
        }));
    let dead = Term {
        span: words.span,
        text: format!("{} people", words.text),
        quantifier: Quantifier::Number,
        quantity: Some(quantity),
        ..some_people()
    };
    befell(proposition, fate, Role::Subject, dead);
    happened_in(proposition, &modifiers);
}

/// What those do whose number a term is, if they die or come; of other tolls and numbers it is told what they are of.
fn counted(term: &Term) -> Option<&'static str> {
    let fee = term.modifiers.iter().any(|m| m.kind == ModifierKind::Compound);
    let bare = term.head == "toll" && !fee;
    let dead = TOLLS.contains(&term.head.as_str()) && (bare || term.modifiers.iter().any(is_of_dead));
    let came = matches!(term.head.as_str(), "attendance" | "crowd");
    dead.then_some("die").or(came.then_some("attend"))
}

/// Makes it a deed or a fate of somebody.
pub(super) fn befell(proposition: &mut Proposition, verb: &str, role: Role, somebody: Term) {
    verb.clone_into(&mut proposition.predicate.lemma);
    proposition.predicate.class = PredicateClass::Event;
    proposition.arguments.insert(0, argument(role, None, somebody));
}

/// Takes over what the noun for it says of where it was: "deaths in the fire", "the toll of the quake".
fn happened_in(proposition: &mut Proposition, modifiers: &[Modifier]) {
    for modifier in modifiers {
        let marker = modifier.marker.as_deref().unwrap_or_default();
        if matches!(marker, "in" | "of" | "from" | "at" | "after") && !is_of_dead(modifier) {
            let marker = if matches!(marker, "of" | "from") {
                "in"
            } else {
                marker
            };
            let place = argument(Role::Oblique, Some(marker.to_owned()), modifier.term.clone());
            proposition.arguments.push(place);
        }
    }
}

/// "Of the dead", "death" in "death toll".
fn is_of_dead(modifier: &Modifier) -> bool {
    let head = modifier.term.head.as_str();
    DEAD.contains(&head) || DEATHS.contains(&head)
}

/// Whether a term is of a person, by name or by its noun.
pub(super) fn is_person(term: &Term) -> bool {
    let named = |e: &Entity| e.kind == EntityKind::Person;
    term.entity.as_ref().is_some_and(named) || nouns::is_person(&term.head)
}

/// Whether a term says how many.
pub(super) fn counts(term: &Term) -> bool {
    let counted = matches!(
        term.quantifier,
        Quantifier::Some | Quantifier::Most | Quantifier::Few | Quantifier::No | Quantifier::Number
    );
    counted || term.quantity.is_some()
}

/// As many people as a noun counts lives or deaths.
pub(super) fn people(counted: &Term) -> Term {
    let noun = |word: &&str| !word.contains(|c: char| c.is_ascii_digit());
    let number = match counted.text.rsplit_once(' ') {
        Some((number, last)) if noun(&last) => number,
        _ => &counted.text,
    };
    Term {
        span: counted.span,
        text: format!("{number} people"),
        quantifier: counted.quantifier,
        quantity: counted.quantity.clone(),
        ..some_people()
    }
}

fn some_people() -> Term {
    Term {
        head: "people".to_owned(),
        plural: true,
        ..Term::default()
    }
}

/// Takes an argument out.
pub(super) fn take(proposition: &mut Proposition, role: Role) -> Option<Term> {
    let place = proposition.arguments.iter().position(|a| a.role == role)?;
    Some(proposition.arguments.remove(place).term)
}

#[cfg(test)]
mod tests {
    use crate::proposition::Role;
    use crate::source::Document;

    /// The predicate of the first claim, with the heads of its subject and object.
    fn told(text: &str) -> String {
        let claims = crate::comparer::claims(&Document::new("Herald", text));
        let Some(claim) = claims.first() else {
            return String::new();
        };
        let head = |role| claim.proposition.argument(role).map_or("-", |t| t.head.as_str());
        let predicate = &claim.proposition.predicate.lemma;
        format!("{} {predicate} {}", head(Role::Subject), head(Role::Object))
    }

    #[test]
    fn the_dead_are_counted_in_many_words() {
        for (text, wanted) in [
            ("The quake claimed 200 lives.", "quake kill people"),
            ("The flood took the lives of four children.", "flood kill child"),
            ("The attack cost him his life.", "attack kill he"),
            ("Six sailors lost their lives.", "sailor die -"),
            ("No lives were lost.", "people die -"),
            ("The blast left six people dead.", "blast kill people"),
            ("Six people were confirmed dead.", "people die -"),
            ("There were six deaths.", "people die -"),
            ("There were no survivors.", "people survive -"),
            ("Divers recovered the body of the sailor.", "diver recover body"),
            ("The sailor was found alive.", "sailor survive -"),
            ("The guards shot the sailor dead.", "guard kill sailor"),
            ("The death toll rose to six.", "people die -"),
            ("Officials put the death toll at six.", "people die -"),
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
    }

    #[test]
    fn so_are_the_hurt() {
        for (text, wanted) in [
            ("Six sailors suffered minor injuries.", "- injure sailor"),
            ("The blast left six people injured.", "- injure people"),
            ("There were six injuries.", "- injure people"),
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_else_is_taken_left_or_counted_stays() {
        for (text, wanted) in [
            ("Reed took his own life.", "Reed take life"),
            ("The lake gave the town life.", "lake give life"),
            ("The storm left six doors open.", "storm leave door"),
            ("The bridge toll rose to six dollars.", "toll rise -"),
            ("There were six delays.", "delay exist -"),
            ("Reed suffered a loss.", "Reed suffer loss"),
            ("Reed found the remains of a villa.", "Reed find remains"),
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
    }
}
