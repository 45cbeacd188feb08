//! Mends of clauses that tell the content of a noun: "the report that the army left", "no sign the talks will resume".

use super::token::{Deprel, Sentence, Token, Upos};
use crate::lexicon::signatures::{self, Frame, Kind};

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

/// "No sign the talks will resume", "the story that the singer died": a clause right behind a noun that can have one with "that"
/// tells its content, where the model took it for a relative clause or for one beside the noun's own.
pub(super) fn tell_the_content(sentence: &mut Sentence, noun: usize) {
    let takes = sentence
        .token(noun)
        .filter(|t| t.upos == Upos::Noun && signatures::takes_that(Kind::Noun, &t.lemma));
    let Some((above, relation)) = takes.map(|t| (t.head, t.deprel)) else {
        return;
    };
    let that = Some(noun + 1).filter(|&i| sentence.lemma(i) == "that");
    let first = that.map_or(noun + 1, |that| that + 1);
    let Some(subject) = (first..sentence.tokens.len()).find(|&s| {
        sentence
            .token(s)
            .is_some_and(|t| SUBJECTS.contains(&t.deprel) && !t.xpos.starts_with('W'))
            && sentence.is_within(first, s)
            && !sentence.is_within(noun, s)
    }) else {
        return;
    };
    let Some(verb) = sentence.head(subject) else {
        return;
    };
    if sentence.head(verb) == Some(noun) {
        let relative = sentence.token(verb).is_some_and(|t| t.deprel == Deprel::AclRelcl);
        if relative && !lacks_the_noun(sentence, (noun, that), verb) {
            sentence.hang(verb, noun, Deprel::Acl);
            if let Some(that) = that {
                sentence.hang(that, verb, Deprel::Mark);
            }
        }
        return;
    }
    // "There is no proof Ann took it": what the noun is said to be there with says nothing of Ann.
    let there = relation == Deprel::Nsubj && above.is_some_and(|be| sentence.has(be, &[Deprel::Expl]));
    if that.is_some() || !there && relation != Deprel::Obj {
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

/// "Evidence the police found", "the story that she wrote": whether a clause wants the noun for its object.
fn lacks_the_noun(sentence: &Sentence, (noun, that): (usize, Option<usize>), verb: usize) -> bool {
    let taken = [
        Deprel::Obj,
        Deprel::Cop,
        Deprel::AuxPass,
        Deprel::Ccomp,
        Deprel::Xcomp,
    ];
    let mut own = sentence.dependents(verb, &taken);
    let shows = that.is_some()
        || matches!(
            sentence.lemma(noun),
            "sign" | "proof" | "indication" | "evidence" | "doubt" | "suggestion" | "chance"
        );
    !own.any(|i| Some(i) != that) && (!shows || HANDLING.contains(&sentence.lemma(verb)))
}

/// "Dropped plans to close the mine": an infinitive right behind a noun that can have one is the noun's, and not what the verb
/// was done for.
pub(super) fn plan_to(sentence: &mut Sentence, noun: usize) {
    let to = noun + 1;
    let own = sentence.token(noun).filter(|t| {
        let infinitive = || signatures::takes_infinitive(&t.lemma);
        matches!(t.deprel, Deprel::Obj | Deprel::NsubjPass) && infinitive()
    });
    let Some(above) = own.and_then(|t| t.head) else {
        return;
    };
    let verb = sentence
        .token(to)
        .filter(|t| t.lemma == "to" && t.deprel == Deprel::Mark)
        .and_then(|t| t.head);
    let aim = |t: &Token| t.deprel == Deprel::Advcl && t.head == Some(above);
    if let Some(verb) = verb.filter(|&v| sentence.token(v).is_some_and(aim)) {
        sentence.hang(verb, noun, Deprel::Acl);
    }
}

/// "It has closed, the paper reported": what stands before a comma and somebody who reports is what is reported.
pub(super) fn report_what_is_before(sentence: &mut Sentence, verb: usize) {
    let reports = sentence.token(verb).is_some_and(|t| {
        t.upos == Upos::Verb && signatures::source(Kind::Verb, &t.lemma, Frame::That).is_some()
    });
    let taken = [Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp, Deprel::Obl];
    let Some(subject) = sentence
        .dependent(verb, &SUBJECTS)
        .filter(|&s| reports && s < verb && !sentence.has(verb, &taken))
    else {
        return;
    };
    let said = sentence.dependents(verb, &[Deprel::Advcl]).find(|&c| {
        let finite = sentence.has_subject(c) && !sentence.has(c, &[Deprel::Mark]);
        let asks = sentence
            .dependents(c, &[Deprel::Advmod])
            .any(|a| sentence.token(a).is_some_and(|t| t.xpos == "WRB"));
        c < subject && finite && !asks
    });
    if let Some(said) = said {
        sentence.hang(said, verb, Deprel::Ccomp);
    }
}

/// "Tests showed the pilot of the ferry was sober": what stands between a verb and a clause without a subject is its subject.
pub(super) fn be_shown(sentence: &mut Sentence, predicate: usize) {
    let own = sentence.token(predicate).filter(|t| t.deprel == Deprel::Ccomp);
    let Some(verb) = own.and_then(|t| t.head) else {
        return;
    };
    let finite = sentence
        .dependents(predicate, &[Deprel::Cop, Deprel::Aux, Deprel::AuxPass])
        .any(|a| {
            sentence
                .token(a)
                .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD"))
        });
    let shown = sentence
        .dependent(verb, &[Deprel::Obj])
        .filter(|&o| finite && verb < o && o < predicate && !sentence.has_subject(predicate));
    let marked = sentence
        .dependents(predicate, &[Deprel::Mark])
        .any(|m| sentence.lemma(m) != "that");
    if let Some(shown) = shown.filter(|_| !marked && signatures::takes_that(Kind::Verb, sentence.lemma(verb)))
    {
        sentence.hang(shown, predicate, sentence.subject_relation(predicate));
    }
}

/// ", a claim the army denied": what is set off behind a clause is said of all of it.
pub(super) fn sum_up(sentence: &mut Sentence, noun: usize) {
    let summed = sentence.token(noun).filter(|t| {
        let told = matches!(
            t.lemma.as_str(),
            "claim" | "charge" | "allegation" | "accusation" | "assertion" | "report" | "rumour" | "rumor"
        );
        told && t.deprel == Deprel::Obj && sentence.has(noun, &[Deprel::AclRelcl])
    });
    let Some(verb) = summed.and_then(|t| t.head) else {
        return;
    };
    let article = noun.checked_sub(1).filter(|&a| sentence.lemma(a) == "a");
    let comma = article
        .and_then(|a| a.checked_sub(1))
        .filter(|&c| sentence.lemma(c) == ",");
    if comma.is_some_and(|c| verb < c) {
        sentence.hang(noun, verb, Deprel::Parataxis);
    }
}

/// "Stopped short of saying", "came close to resigning": the gerund is what the verb and the word behind it say was not done.
pub(super) fn stop_short(sentence: &mut Sentence, word: usize) {
    let Some(verb) = word.checked_sub(1) else { return };
    let phrase = (sentence.lemma(verb), sentence.lemma(word));
    if !matches!(phrase, ("stop" | "fall", "short") | ("come", "close")) {
        return;
    }
    if let Some(gerund) = sentence.dependent(word, &[Deprel::Advcl]) {
        sentence.hang(gerund, verb, Deprel::Xcomp);
        sentence.hang(word, verb, Deprel::Advmod);
    }
}

/// What is done with what shows or tells something.
const HANDLING: [&str; 52] = [
    "air",
    "believe",
    "bring",
    "broadcast",
    "carry",
    "cite",
    "claim",
    "collect",
    "deny",
    "describe",
    "discover",
    "dismiss",
    "dispute",
    "draw",
    "express",
    "file",
    "find",
    "gather",
    "get",
    "give",
    "have",
    "hear",
    "issue",
    "know",
    "leave",
    "make",
    "mention",
    "need",
    "obtain",
    "offer",
    "post",
    "present",
    "print",
    "produce",
    "provide",
    "publish",
    "put",
    "quote",
    "raise",
    "read",
    "receive",
    "reject",
    "release",
    "repeat",
    "report",
    "run",
    "say",
    "see",
    "share",
    "show",
    "tell",
    "write",
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
        let text = "The story that the singer died is a hoax.";
        assert_eq!(relation(text, "died"), Some((Deprel::Acl, "story")));
        let text = "The story that the paper printed is a hoax.";
        assert_eq!(relation(text, "printed"), Some((Deprel::AclRelcl, "story")));
    }

    #[test]
    fn an_infinitive_is_what_is_planned() {
        let text = "The government dropped plans to close the mine.";
        assert_eq!(relation(text, "close"), Some((Deprel::Acl, "plans")));
        let text = "The government sold shares to close the gap.";
        assert!(relation(text, "close").is_some_and(|(_, head)| head == "sold"));
    }
}
