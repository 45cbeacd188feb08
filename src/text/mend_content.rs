//! Mends of clauses that tell the content of a noun: "the report that the army left", "no sign the talks will resume".

use super::token::{Deprel, Sentence, Upos};
use crate::lexicon::signatures::{self, Kind};

const SUBJECTS: [Deprel; 2] = [Deprel::Nsubj, Deprel::NsubjPass];

/// "The report that the army left was false": a clause marked right after a noun is that noun's, where the model hung it
/// beside the noun instead.
pub(super) fn hang_on_its_noun(sentence: &mut Sentence, that: usize) {
    let found = || {
        let noun = that.checked_sub(1)?;
        let own = sentence.token(noun).filter(|t| t.upos == Upos::Noun)?;
        let verb = sentence.token(that).filter(|t| t.deprel == Deprel::Mark)?.head?;
        let above = own.head.filter(|&above| that < verb && verb < above)?;
        let subject = matches!(own.deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter);
        let clause = sentence.token(verb)?;
        let finite = matches!(clause.xpos, "VBD" | "VBZ" | "VBP");
        (subject && finite && clause.head == Some(above)).then_some((noun, verb))
    };
    let Some((noun, verb)) = found() else { return };
    sentence.hang(verb, noun, Deprel::Acl);
    if let Some(token) = sentence.tokens.get_mut(noun)
        && token.deprel == Deprel::NsubjOuter
    {
        token.deprel = Deprel::Nsubj;
    }
}

/// "The claim that men who fled have been caught is false": of two subjects before one predicate, the second is that of the
/// clause which completes the first.
pub(super) fn complete_the_noun(sentence: &mut Sentence, that: usize) {
    let noun = that.checked_sub(1);
    let Some((noun, root)) = noun.and_then(|n| Some((n, sentence.head(n)?))) else {
        return;
    };
    let is_first = sentence.token(noun).is_some_and(|t| SUBJECTS.contains(&t.deprel));
    let Some(subject) = sentence
        .dependents(root, &SUBJECTS)
        .find(|&i| is_first && that < i && i < root)
    else {
        return;
    };
    let is_verb = |i: usize| sentence.token(i).is_some_and(|t| t.upos == Upos::Verb);
    let Some(verb) = sentence
        .dependents(noun, &[Deprel::AclRelcl, Deprel::Acl])
        .find(|&i| subject < i && i < root && is_verb(i))
    else {
        return;
    };
    // What stands behind the verb was said of it, and not of the clause that narrows its subject.
    let behind: Vec<usize> = (verb + 1..root)
        .filter(|&i| sentence.head(i).is_some_and(|h| subject < h && h < verb))
        .collect();
    sentence.hang(verb, noun, Deprel::Acl);
    sentence.hang(that, verb, Deprel::Mark);
    sentence.hang(subject, verb, sentence.subject_relation(verb));
    for i in behind {
        if let Some(token) = sentence.tokens.get_mut(i) {
            token.head = Some(verb);
        }
    }
}

/// "No sign the talks will resume", "no proof Ann took it": a clause right behind a noun that can have one with "that" tells its
/// content, where the model took it for a relative clause or for one beside the noun's own.
pub(super) fn tell_without_that(sentence: &mut Sentence, noun: usize) {
    let takes = sentence
        .token(noun)
        .filter(|t| t.upos == Upos::Noun && signatures::takes_that(Kind::Noun, &t.lemma));
    let next = noun + 1;
    let Some((above, relation)) = takes
        .filter(|_| sentence.lemma(next) != "that")
        .map(|t| (t.head, t.deprel))
    else {
        return;
    };
    let Some(subject) = (next..sentence.tokens.len()).find(|&s| {
        sentence
            .token(s)
            .is_some_and(|t| SUBJECTS.contains(&t.deprel) && !t.xpos.starts_with('W'))
            && sentence.is_within(next, s)
            && !sentence.is_within(noun, s)
    }) else {
        return;
    };
    let Some(verb) = sentence.head(subject) else {
        return;
    };
    let head = sentence.head(verb);
    if head == Some(noun) {
        if sentence.token(verb).is_some_and(|t| t.deprel == Deprel::AclRelcl)
            && !lacks_the_noun(sentence, noun, verb)
        {
            sentence.hang(verb, noun, Deprel::Acl);
        }
        return;
    }
    // "There is no proof Ann took it": what the noun is said to be there with says nothing of Ann.
    let there = relation == Deprel::Nsubj && above.is_some_and(|be| sentence.has(be, &[Deprel::Expl]));
    if !there && relation != Deprel::Obj {
        return;
    }
    let loose = [Deprel::Parataxis, Deprel::Conj, Deprel::Ccomp, Deprel::Advcl];
    let beside = |v: usize| {
        sentence.head(v) == above
            && sentence.token(v).is_some_and(|t| loose.contains(&t.deprel))
            && !sentence.has(v, &[Deprel::Cc, Deprel::Mark])
    };
    let own = if Some(verb) == above {
        (subject + 1..sentence.tokens.len()).find(|&v| beside(v) && !sentence.has_subject(v))
    } else {
        Some(verb).filter(|&v| beside(v))
    };
    if let Some(own) = own {
        sentence.hang(own, noun, Deprel::Acl);
        sentence.hang(subject, own, sentence.subject_relation(own));
    }
}

/// "Evidence the police found": whether a clause wants the noun for its object.
fn lacks_the_noun(sentence: &Sentence, noun: usize, verb: usize) -> bool {
    let taken = [
        Deprel::Obj,
        Deprel::Cop,
        Deprel::AuxPass,
        Deprel::Ccomp,
        Deprel::Xcomp,
    ];
    let shows = matches!(
        sentence.lemma(noun),
        "sign" | "proof" | "indication" | "evidence" | "doubt" | "suggestion" | "chance"
    );
    !sentence.has(verb, &taken) && (!shows || HANDLING.contains(&sentence.lemma(verb)))
}

/// What is done with what shows something.
const HANDLING: [&str; 24] = [
    "bring", "cite", "claim", "collect", "discover", "express", "find", "gather", "get", "give", "have",
    "hear", "leave", "need", "obtain", "offer", "present", "produce", "provide", "raise", "see", "show",
    "uncover", "want",
];

#[cfg(test)]
mod tests {
    use crate::text::Deprel;
    use crate::text::fixture::relation;

    #[test]
    fn what_shows_something_has_its_content_without_that() {
        for (text, verb, noun) in [
            ("There is no sign the talks will resume.", "resume", "sign"),
            ("There is no proof Smith took the money.", "took", "proof"),
            (
                "Police found no evidence the man acted alone.",
                "acted",
                "evidence",
            ),
        ] {
            assert_eq!(relation(text, verb), Some((Deprel::Acl, noun)), "{text}");
        }
        let text = "The evidence the police found was lost.";
        assert_eq!(relation(text, "found"), Some((Deprel::AclRelcl, "evidence")));
    }
}
