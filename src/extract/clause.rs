//! Clauses: which words of a sentence predicate something, and in what form.

use super::inflect;
use super::reading::Tree;
use crate::text::{Deprel, Upos};

/// The grammatical form of a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A verb with its arguments.
    Verb,
    /// An adjective, a noun or a phrase that is said of a subject.
    Copula,
    /// "There is", "there remains".
    Existence,
}

/// A word that predicates something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) word: usize,
    pub(super) form: Form,
    /// The word that carries the meaning: `word` itself, or what a linking verb links ("became *pariahs*").
    pub(super) core: usize,
    pub(super) passive: bool,
}

/// How far heads are followed.
pub(super) const STEPS: usize = 12;

/// The clauses of a sentence, in the order of their predicates.
pub(super) fn clauses(tree: Tree<'_>) -> Vec<Clause> {
    (0..tree.len()).filter_map(|i| clause(tree, i)).collect()
}

/// The clause that a word heads.
pub(super) fn clause(tree: Tree<'_>, word: usize) -> Option<Clause> {
    let token = tree.token(word)?;
    let copula = tree.dependent(word, &[Deprel::Cop]).is_some();
    if matches!(
        token.deprel,
        Deprel::Case
            | Deprel::Mark
            | Deprel::Fixed
            | Deprel::Cc
            | Deprel::Flat
            | Deprel::Det
            | Deprel::Discourse
            | Deprel::Goeswith
            | Deprel::Aux
            | Deprel::AuxPass
            | Deprel::Cop
            | Deprel::Punct
            | Deprel::Reparandum
    ) {
        return None;
    }
    let verbal = token.upos == Upos::Verb || token.upos == Upos::Aux;
    if verbal {
        if is_lasting(tree, word) {
            return None;
        }
        if matches!(
            token.deprel,
            Deprel::Amod | Deprel::Compound | Deprel::Advmod | Deprel::NmodDesc
        ) {
            return None;
        }
        if let Some(there) = tree.dependent(word, &[Deprel::Expl])
            && tree.form(there).eq_ignore_ascii_case("there")
        {
            return Some(plain(word, Form::Existence));
        }
        if token.upos == Upos::Aux && !(token.lemma == "be" || has_arguments(tree, word)) {
            // "… and so does she": what is meant stands elsewhere.
            return None;
        }
        if token.lemma == "be" {
            return Some(plain(word, Form::Copula));
        }
        if let Some(core) = linked(tree, word) {
            return Some(Clause {
                word,
                form: Form::Copula,
                core,
                passive: false,
            });
        }
        let passive = is_passive(tree, word, 0);
        return Some(Clause {
            word,
            form: if passive && is_state(tree, word) {
                Form::Copula
            } else {
                Form::Verb
            },
            core: word,
            passive,
        });
    }
    let subject = tree.dependent(word, SUBJECTS).is_some();
    // Without "is", what stands with a preposition is said of a subject only where it is all that is said.
    let loose = !copula && tree.dependent(word, &[Deprel::Case]).is_some() && token.deprel != Deprel::Root;
    if copula || subject && !loose || joins_predicate(tree, word) {
        let there = tree
            .dependent(word, &[Deprel::Expl])
            .is_some_and(|e| tree.form(e).eq_ignore_ascii_case("there"));
        return Some(plain(word, if there { Form::Existence } else { Form::Copula }));
    }
    None
}

fn plain(word: usize, form: Form) -> Clause {
    Clause {
        word,
        form,
        core: word,
        passive: false,
    }
}

/// Every relation of a subject.
pub(super) const SUBJECTS: &[Deprel] = &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter];

fn has_arguments(tree: Tree<'_>, word: usize) -> bool {
    tree.dependent(word, &[Deprel::Obj, Deprel::Xcomp, Deprel::Ccomp])
        .is_some()
}

/// What a linking verb links: "became *pariahs*", "remained *silent*". A verb with an object does not link.
fn linked(tree: Tree<'_>, word: usize) -> Option<usize> {
    if let Some(stand) = stands(tree, word).filter(|_| lasts(tree, word)) {
        return Some(stand);
    }
    if tree
        .dependent(word, &[Deprel::Obj, Deprel::NsubjPass, Deprel::AuxPass])
        .is_some()
    {
        return None;
    }
    let xcomp = tree.dependent(word, &[Deprel::Xcomp])?;
    let token = tree.token(xcomp)?;
    if is_lasting(tree, xcomp) {
        return Some(xcomp);
    }
    let nominal = matches!(
        token.upos,
        Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num
    );
    (nominal && tree.dependent(xcomp, &[Deprel::Mark, Deprel::Cop]).is_none()).then_some(xcomp)
}

/// Whether a verb says that something goes on to be what follows.
fn lasts(tree: Tree<'_>, word: usize) -> bool {
    matches!(tree.lemma(word), "remain" | "stay")
}

/// Whether a participle says how something goes on to be: "remains *closed*".
fn is_lasting(tree: Tree<'_>, word: usize) -> bool {
    tree.token(word).is_some_and(|t| {
        let verb = t.head.filter(|_| t.deprel == Deprel::Xcomp);
        let bare = tree
            .dependent(word, &[Deprel::Mark, Deprel::Aux, Deprel::AuxPass])
            .is_none();
        matches!(t.xpos, "VBN" | "VBD") && bare && verb.is_some_and(|verb| lasts(tree, verb))
    })
}

/// How somebody goes on to be: "remains *mayor*", "stays in *custody*", and not where.
fn stands(tree: Tree<'_>, word: usize) -> Option<usize> {
    let bare = |&noun: &usize| {
        let narrowed = [Deprel::Det, Deprel::NmodPoss, Deprel::Nummod];
        tree.token(noun).is_some_and(|t| t.upos == Upos::Noun) && tree.dependent(noun, &narrowed).is_none()
    };
    let next = |&noun: &usize| tree.dependent(noun, &[Deprel::Case]) == Some(word + 1);
    let remains = tree.lemma(word) == "remain";
    let role = tree
        .dependent(word, &[Deprel::Obj])
        .filter(|noun| remains && bare(noun));
    let mut obliques = tree.dependents(word, &[Deprel::Obl]);
    role.or_else(|| obliques.find(|noun| bare(noun) && next(noun)))
}

/// Whether the word is joined to a predicate that is no verb: "is dangerous and *unstable*".
fn joins_predicate(tree: Tree<'_>, word: usize) -> bool {
    let Some(token) = tree.token(word) else {
        return false;
    };
    let Some(head) = token.head.filter(|_| token.deprel == Deprel::Conj) else {
        return false;
    };
    let same = tree.token(head).is_some_and(|h| h.upos == token.upos);
    same && matches!(token.upos, Upos::Adj | Upos::Noun)
        && tree.dependent(head, &[Deprel::Cop]).is_some()
        && (token.upos == Upos::Adj || tree.dependent(word, &[Deprel::Det]).is_some())
}

/// Whether a verb is in the past tense, by its tag or by a form that can be nothing else.
pub(super) fn is_past(tree: Tree<'_>, word: usize) -> bool {
    // "Left nine injured": what completes another verb is no past tense, whatever its tag.
    tree.token(word).is_some_and(|t| {
        t.xpos == "VBD" && t.deprel != Deprel::Xcomp || inflect::is_past_alone(&t.lemma, t.form(tree.text))
    })
}

/// Whether the subject of a verb is the one it is done to.
fn is_passive(tree: Tree<'_>, word: usize, steps: usize) -> bool {
    let past = is_past(tree, word);
    let auxiliary = tree.dependent(word, &[Deprel::AuxPass]).is_some();
    let subject = tree
        .dependent(word, &[Deprel::NsubjPass, Deprel::CsubjPass])
        .is_some();
    // "The museum opened" is no passive, whatever its subject is called.
    if auxiliary || subject && !past {
        return true;
    }
    let Some(token) = tree
        .token(word)
        .filter(|t| matches!(t.xpos, "VBN" | "VBD") && !past)
    else {
        return false;
    };
    let auxiliary = tree.dependent(word, &[Deprel::Aux]).is_some();
    let object = tree.dependent(word, &[Deprel::Obj]).is_some();
    match token.deprel {
        _ if auxiliary => false,
        Deprel::Acl | Deprel::AclRelcl | Deprel::Advcl | Deprel::Xcomp => !object,
        Deprel::Conj if steps < STEPS => {
            !is_own_past(tree, word) && token.head.is_some_and(|h| is_passive(tree, h, steps + 1))
                || by_somebody(tree, word)
        }
        // "The museum opened", with a participle's tag.
        _ => !object && tree.dependent(word, &[Deprel::Nsubj]).is_none(),
    }
}

/// Whether a participle joined to a passive is a past tense of its own all the same: "was not hurt and left the scene", "and
/// stayed open". An object or a predicate behind it shows that nothing is done to the subject.
pub(super) fn is_own_past(tree: Tree<'_>, word: usize) -> bool {
    let lemma = tree.lemma(word);
    let adjective = tree
        .dependent(word, &[Deprel::Xcomp])
        .is_some_and(|x| x == word + 1 && tree.token(x).is_some_and(|t| t.upos == Upos::Adj));
    let object = tree.dependent(word, &[Deprel::Obj]).is_some();
    inflect::is_past(lemma, tree.form(word))
        && (object || adjective)
        && !super::mend_objects::appoints(lemma)
        && !super::role::hands_over(lemma)
}

/// "Is false and not supported by facts": a participle with the one who does it.
fn by_somebody(tree: Tree<'_>, word: usize) -> bool {
    let by = |o: usize| tree.dependents(o, &[Deprel::Case]).any(|c| tree.lemma(c) == "by");
    let linked = tree
        .token(word)
        .and_then(|t| t.head)
        .is_some_and(|h| tree.dependent(h, &[Deprel::Cop]).is_some());
    linked
        && tree
            .dependents(word, &[Deprel::OblAgent, Deprel::Obl])
            .any(|o| o > word && by(o))
}

/// "The bridge is closed": a participle that is an adjective too, with nothing but "is", says how something is.
fn is_state(tree: Tree<'_>, word: usize) -> bool {
    let mut auxiliaries = tree.dependents(word, &[Deprel::Aux, Deprel::AuxPass]);
    let is = auxiliaries.next().is_some_and(|a| {
        tree.token(a)
            .is_some_and(|t| t.lemma == "be" && matches!(t.xpos, "VBZ" | "VBP"))
    });
    let more = auxiliaries.next().is_some();
    let arguments = [
        Deprel::OblAgent,
        Deprel::Obj,
        Deprel::Xcomp,
        Deprel::Ccomp,
        Deprel::CompoundPrt,
        Deprel::Iobj,
    ];
    is && !more
        && tree.dependent(word, &arguments).is_none()
        && super::knowledge::is_adjective(&tree.form(word).to_lowercase())
}

/// Whether a word is a relative pronoun.
pub(super) fn is_relative(tree: Tree<'_>, word: usize) -> bool {
    // "WHO" is a name.
    let capitals = tree.form(word).chars().all(char::is_uppercase);
    !capitals
        && tree.token(word).is_some_and(|t| {
            t.upos == Upos::Pron
                && matches!(
                    t.lemma.as_str(),
                    "who" | "which" | "that" | "whom" | "whose" | "whoever"
                )
                && (t.xpos.starts_with('W') || t.lemma == "which" || t.lemma == "who")
        })
}

/// The noun that a relative pronoun stands for.
pub(super) fn antecedent(tree: Tree<'_>, pronoun: usize) -> Option<usize> {
    let top = std::iter::once(pronoun)
        .chain(tree.ancestors(pronoun).take(STEPS))
        .find(|&a| {
            matches!(
                tree.deprel(a),
                Some(Deprel::AclRelcl | Deprel::Acl | Deprel::AdvclRelcl)
            )
        })?;
    if tree.deprel(top) == Some(Deprel::AdvclRelcl) {
        return None;
    }
    let noun = tree.token(top)?.head?;
    let noun = paid(tree, noun, top).unwrap_or(noun);
    // "Ghana is the one that needs help": the one is Ghana.
    let said_of = tree
        .dependent(noun, &[Deprel::Cop])
        .and_then(|_| tree.dependent(noun, &[Deprel::Nsubj]))
        .filter(|&s| {
            let name = tree.token(s).is_some_and(|t| t.upos == Upos::Propn);
            name || tree.lemma(noun) == "one" && tree.token(s).is_some_and(|t| t.upos == Upos::Noun)
        });
    Some(said_of.unwrap_or(noun))
}

/// "A fine of three million dollars, which it paid": the fine is paid, and the dollars say how high it is.
fn paid(tree: Tree<'_>, measure: usize, clause: usize) -> Option<usize> {
    let token = tree.token(measure).filter(|t| t.deprel == Deprel::Nmod)?;
    let of = tree
        .dependents(measure, &[Deprel::Case])
        .any(|c| tree.lemma(c) == "of");
    let counted = token.upos == Upos::Sym || tree.dependent(measure, &[Deprel::Nummod]).is_some();
    let person = super::knowledge::sort(&token.lemma) == super::knowledge::Sort::Person;
    let set_off = (measure..clause).any(|i| tree.form(i) == ",");
    token.head.filter(|_| of && counted && !person && set_off)
}

/// The word that a relative pronoun stands for, or the word itself.
pub(super) fn resolved(tree: Tree<'_>, word: usize) -> Option<usize> {
    if is_relative(tree, word) {
        antecedent(tree, word)
    } else {
        Some(word)
    }
}

/// Whether a predicate is an infinitive with "to".
pub(super) fn is_infinitive(tree: Tree<'_>, word: usize) -> bool {
    tree.dependents(word, &[Deprel::Mark])
        .any(|m| tree.lemma(m) == "to" && tree.token(m).is_some_and(|t| t.upos == Upos::Part))
}

/// Whether a predicate has a tense of its own.
pub(super) fn is_finite(tree: Tree<'_>, word: usize) -> bool {
    // "That the army used gas": with "that" and a subject it is, whatever the tag of its verb.
    let that = tree
        .dependents(word, &[Deprel::Mark])
        .any(|m| tree.lemma(m) == "that");
    if that && tree.dependent(word, SUBJECTS).is_some() {
        return true;
    }
    let finite = |i: usize| {
        tree.token(i)
            .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD"))
    };
    finite(word)
        || tree
            .dependents(word, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop])
            .any(finite)
}

/// Whether the word is the predicate of a clause.
pub(super) fn heads_clause(tree: Tree<'_>, word: usize) -> bool {
    let Some(token) = tree.token(word) else {
        return true;
    };
    match token.deprel {
        Deprel::Root
        | Deprel::Ccomp
        | Deprel::Csubj
        | Deprel::CsubjPass
        | Deprel::Advcl
        | Deprel::AclRelcl
        | Deprel::Parataxis
        | Deprel::Xcomp
        | Deprel::CsubjOuter
        | Deprel::Acl => true,
        Deprel::Conj => token.head.is_none_or(|h| h == word || heads_clause_once(tree, h)),
        _ => false,
    }
}

fn heads_clause_once(tree: Tree<'_>, word: usize) -> bool {
    tree.token(word).is_some_and(|t| {
        !matches!(
            t.deprel,
            Deprel::Nsubj
                | Deprel::NsubjPass
                | Deprel::Obj
                | Deprel::Iobj
                | Deprel::Obl
                | Deprel::Nmod
                | Deprel::NmodPoss
                | Deprel::Appos
                | Deprel::Amod
                | Deprel::Compound
                | Deprel::OblAgent
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::control::subject;
    use super::super::hand::tree;
    use super::*;

    #[test]
    fn hand_made() {
        let sample = tree(
            "Talks\ttalk\tNNS\tnsubj:pass\t3\nwere\tbe\tVBD\taux:pass\t3\nheld\thold\tVBN\troot\t0\nand\tand\tCC\tcc\t5\nended\tend\tVBD\tconj\t3",
        );
        let tree = sample.tree();
        let found = clauses(tree);
        assert_eq!(
            found.iter().map(|c| (c.word, c.passive)).collect::<Vec<_>>(),
            [(2, true), (4, false)]
        );
        assert_eq!(subject(tree, 4), Some(0));
    }
}
