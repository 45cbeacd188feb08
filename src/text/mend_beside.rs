//! Mends of a tree by what stands right beside a word: a day before its verb, a verb behind its particle, a name behind a name.

use super::token::{Deprel, Token, Upos};

/// "A court on Monday found": gives a day that hangs on the subject, right before the verb, to the verb.
pub(super) fn tell_when(tokens: &mut [Token], day: usize) {
    let Some(subject) = tokens.get(day).filter(|t| is_day(t)).and_then(|t| t.head) else {
        return;
    };
    let verb = tokens.get(subject).and_then(|t| t.head);
    let is_subject = tokens.get(subject).is_some_and(|t| is_subject(t.deprel));
    let has_case = tokens
        .iter()
        .any(|t| t.head == Some(day) && t.deprel == Deprel::Case && t.lemma == "on");
    let Some(verb) = verb.filter(|&v| is_subject && has_case && subject < day && day < v) else {
        return;
    };
    // What stands between the two only helps the verb.
    let between = tokens.get(day + 1..verb).unwrap_or_default();
    let helps = |t: &Token| t.head == Some(verb) || t.head == Some(day) || t.deprel == Deprel::Punct;
    if between.iter().all(helps)
        && let Some(token) = tokens.get_mut(day)
    {
        (token.head, token.deprel) = (Some(verb), Deprel::Obl);
    }
}

/// Whether a word names a day of the week.
fn is_day(token: &Token) -> bool {
    token.upos == Upos::Propn
        && matches!(
            token.lemma.to_lowercase().as_str(),
            "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
        )
}

fn is_subject(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Nsubj | Deprel::NsubjPass)
}

/// "Ruled out resigning": a gerund right behind the particle completes the verb.
pub(super) fn complete_the_verb(tokens: &mut [Token], gerund: usize) {
    let Some(particle) = gerund.checked_sub(1).and_then(|before| tokens.get(before)) else {
        return;
    };
    let verb = particle.head.filter(|_| particle.deprel == Deprel::CompoundPrt);
    let found = tokens
        .get_mut(gerund)
        .filter(|t| t.xpos == "VBG" && t.deprel == Deprel::Advcl && verb.is_some() && t.head == verb);
    if let Some(token) = found {
        token.deprel = Deprel::Xcomp;
    }
}

/// "Carmen Osorio": a noun with a capital that a name belongs to begins that name.
pub(super) fn begin_the_name<'t>(tokens: &mut [Token], noun: usize, form: &impl Fn(&Token) -> &'t str) {
    let goes_on = tokens
        .get(noun + 1)
        .is_some_and(|t| t.upos == Upos::Propn && t.head == Some(noun) && t.deprel == Deprel::Flat);
    let found = tokens
        .get_mut(noun)
        .filter(|t| goes_on && t.upos == Upos::Noun && form(t).starts_with(char::is_uppercase));
    if let Some(token) = found {
        (token.upos, token.xpos) = (Upos::Propn, "NNP");
        form(token).clone_into(&mut token.lemma);
    }
}

/// "Found Lind guilty", "found the brewer guilty": whom a verdict is on is no part of the verdict.
pub(super) fn be_found(tokens: &mut [Token], verdict: usize) {
    let Some((head, deprel)) = tokens
        .get(verdict)
        .filter(|t| t.upos == Upos::Adj && t.xpos == "JJ")
        .and_then(|t| Some((t.head?, t.deprel)))
    else {
        return;
    };
    let above = tokens.get(head).map(|t| (t.upos, t.deprel, t.head));
    match (deprel, above) {
        (Deprel::Flat, Some((_, Deprel::Obj, Some(verb)))) => {
            if let Some(token) = tokens.get_mut(verdict) {
                (token.head, token.deprel) = (Some(verb), Deprel::Xcomp);
            }
        }
        (Deprel::Xcomp, Some((Upos::Verb, ..))) => {
            let has_object = tokens
                .iter()
                .any(|t| t.head == Some(head) && t.deprel == Deprel::Obj);
            let counted = |i: usize| {
                tokens
                    .iter()
                    .any(|t| t.head == Some(i) && matches!(t.deprel, Deprel::Det | Deprel::NmodPoss))
            };
            let noun = verdict.checked_sub(1).filter(|&i| {
                let joined = |t: &Token| t.head == Some(verdict) && t.deprel == Deprel::Compound;
                !has_object && tokens.get(i).is_some_and(joined) && counted(i)
            });
            if let Some(token) = noun.and_then(|i| tokens.get_mut(i)) {
                (token.head, token.deprel) = (Some(head), Deprel::Obj);
            }
        }
        _ => {}
    }
}

/// "The 24-year-old Dane": an age before a noun narrows it.
pub(super) fn narrow_by_age(tokens: &mut [Token], old: usize) {
    let is_age = tokens.get(old).is_some_and(|t| t.lemma == "old")
        && old
            .checked_sub(2)
            .and_then(|i| tokens.get(i))
            .is_some_and(|t| t.lemma == "year");
    let own = tokens.get(old).map(|t| (t.head, t.deprel));
    let noun = old + 1;
    let beside = tokens
        .get(noun)
        .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn) && own == Some((t.head, t.deprel)));
    if !is_age || !beside || !own.is_some_and(|(_, deprel)| is_subject(deprel) || deprel == Deprel::Obj) {
        return;
    }
    for (i, token) in tokens.iter_mut().enumerate() {
        if i < old && token.head == Some(old) && token.deprel == Deprel::Det {
            token.head = Some(noun);
        }
    }
    if let Some(token) = tokens.get_mut(old) {
        (token.head, token.deprel) = (Some(noun), Deprel::Amod);
    }
}

/// "The claim that men who fled have been caught is false": of two subjects before one predicate, the second is that of the
/// clause which completes the first.
pub(super) fn complete_the_noun(tokens: &mut [Token], that: usize) {
    let noun = that.checked_sub(1);
    let Some((noun, root)) = noun.and_then(|n| Some((n, tokens.get(n)?.head?))) else {
        return;
    };
    let subject = (that + 1..root).find(|&i| {
        tokens
            .get(i)
            .is_some_and(|t| t.head == Some(root) && is_subject(t.deprel))
    });
    let verb = |from: usize| {
        (from..root).find(|&i| {
            tokens.get(i).is_some_and(|t| {
                t.upos == Upos::Verb
                    && t.head == Some(noun)
                    && matches!(t.deprel, Deprel::AclRelcl | Deprel::Acl)
            })
        })
    };
    let is_first = tokens.get(noun).is_some_and(|t| is_subject(t.deprel));
    let Some((subject, verb)) = subject
        .filter(|_| is_first)
        .and_then(|subject| Some((subject, verb(subject + 1)?)))
    else {
        return;
    };
    let passive = tokens
        .iter()
        .any(|t| t.head == Some(verb) && t.deprel == Deprel::AuxPass);
    // What stands behind the verb was said of it, and not of the clause that narrows its subject.
    let inner = |t: &Token| t.head.is_some_and(|h| subject < h && h < verb);
    let moved: Vec<usize> = (verb + 1..root)
        .filter(|&i| tokens.get(i).is_some_and(inner))
        .collect();
    let attach = |tokens: &mut [Token], i: usize, head: usize, deprel: Option<Deprel>| {
        if let Some(token) = tokens.get_mut(i) {
            token.head = Some(head);
            token.deprel = deprel.unwrap_or(token.deprel);
        }
    };
    attach(tokens, verb, noun, Some(Deprel::Acl));
    attach(tokens, that, verb, Some(Deprel::Mark));
    let role = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
    attach(tokens, subject, verb, Some(role));
    for i in moved {
        attach(tokens, i, verb, None);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Claim, Document, Qualifier, claims};

    fn told(text: &str) -> Vec<Claim> {
        claims(&Document::new("Herald", text))
    }

    #[test]
    fn a_day_before_the_verb_tells_when() {
        let timed = |text: &str| {
            let claims = told(text);
            let first = claims.first().expect("a claim");
            let mut qualifiers = first.proposition.qualifiers.iter();
            qualifiers.any(|q| matches!(q, Qualifier::Time { .. }))
        };
        assert!(timed("A court on Monday fined the brewery."));
        assert!(timed(
            "A jury in Leeds on Thursday convicted the brewer of fraud."
        ));
    }

    #[test]
    fn what_stands_beside_a_word_shows_what_it_is() {
        let statements =
            |text: &str| -> Vec<String> { told(text).into_iter().map(|c| c.statement).collect() };
        let ruled_out = statements("Carmen Osorio ruled out resigning over the fire.");
        assert!(
            ruled_out
                .iter()
                .any(|s| s == "Carmen Osorio does not resign over the fire."),
            "{ruled_out:?}"
        );
        let caught = statements(
            "The suggestion that sailors who have debts to Torvex have been seized is categorically false.",
        );
        assert!(
            caught.iter().any(|s| s == "Sailors have not been seized."),
            "{caught:?}"
        );
    }
}
