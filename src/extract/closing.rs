//! By how much something is up or down: "was up by a third", "closed 6 per cent higher" and "ended the day 3 per cent down" say
//! that it rose or fell.

use super::term::modifier;
use crate::measure::Dimension;
use crate::proposition::{ModifierKind, PredicateClass, Proposition, Qualifier, Quantifier, Role, Term};

/// Verbs by which trading begins, goes on and ends.
const TRADE: &[&str] = &["open", "trade", "close", "end", "finish"];
/// What it does so for.
const TIMES: &[&str] = &["day", "session", "week", "month", "quarter", "year"];

/// Says that it rose or fell by so much.
pub(super) fn plain(proposition: &mut Proposition) {
    let spans = |t: &Term| TIMES.contains(&t.head.as_str());
    let trades = TRADE.contains(&proposition.predicate.lemma.as_str())
        && proposition.argument(Role::Object).is_none_or(spans)
        && proposition.argument(Role::Subject).is_some();
    let by = proposition.qualifiers.iter().any(|q| match q {
        Qualifier::Quantity { marker, quantity, .. } => {
            let amount = matches!(
                quantity.unit.dimension,
                Dimension::Share | Dimension::Points | Dimension::Money(_)
            );
            amount && matches!(marker.as_str(), "" | "by")
        }
        _ => false,
    });
    let predicate = &mut proposition.predicate;
    if predicate.class == PredicateClass::State
        && by
        && let Some(verb) = direction(&predicate.lemma)
    {
        verb.clone_into(&mut predicate.lemma);
        predicate.class = PredicateClass::Event;
    }
    let modifiers = &mut predicate.modifiers;
    let way = modifiers.iter().position(|m| direction(&m.term.head).is_some());
    let Some(way) = way.filter(|_| trades && by) else {
        return;
    };
    if let Some(verb) = direction(&modifiers.remove(way).term.head) {
        verb.clone_into(&mut proposition.predicate.lemma);
        proposition.arguments.retain(|a| a.role != Role::Object);
        let mut arguments = proposition.arguments.iter_mut();
        if let Some(traded) = arguments.find(|a| a.role == Role::Subject)
            && traded.term.entity.is_some()
        {
            let firm = std::mem::take(&mut traded.term);
            traded.term = shares(firm);
        }
    }
}

/// A firm that ended the day higher did so by its shares.
fn shares(firm: Term) -> Term {
    Term {
        span: firm.span,
        text: format!("{}’s shares", firm.text),
        head: "share".to_owned(),
        plural: true,
        quantifier: Quantifier::Definite,
        modifiers: vec![modifier(ModifierKind::Possessor, None, firm)],
        ..Term::default()
    }
}

/// The verb for a way.
fn direction(way: &str) -> Option<&'static str> {
    match way {
        "high" | "higher" | "up" => Some("rise"),
        "low" | "lower" | "down" => Some("fall"),
        _ => None,
    }
}
