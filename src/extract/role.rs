//! Who does what to whom: the deep roles of the words around a verb.

use super::according::is_source;
use super::clause::{self, Clause, Form};
use super::control;
use super::reading::Tree;
use super::wording;
use crate::lexicon::{negation, nouns};
use crate::measure;
use crate::text::{Deprel, Upos};

/// The words in each role of a clause, by their heads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Roles {
    pub(super) subject: Option<usize>,
    pub(super) object: Option<usize>,
    /// With its preposition, if it has one.
    pub(super) recipient: Option<(Option<String>, usize)>,
    /// With their prepositions.
    pub(super) obliques: Vec<(String, usize)>,
    /// A clause or a predicative that completes the verb, with its marker.
    pub(super) complement: Option<(Option<String>, usize)>,
    pub(super) adverbs: Vec<usize>,
    /// Adverbial clauses with their conjunctions.
    pub(super) clauses: Vec<(String, usize)>,
    /// Bare phrases of time and measure.
    pub(super) bare: Vec<usize>,
}

/// Verbs that hand something over, so that "to" marks the one who gets it.
const TRANSFER: &[&str] = &[
    "give",
    "send",
    "sell",
    "offer",
    "lend",
    "hand",
    "pay",
    "supply",
    "deliver",
    "provide",
    "donate",
    "grant",
    "award",
    "show",
    "tell",
    "explain",
    "transfer",
    "ship",
    "export",
    "bring",
    "pass",
    "lease",
    "rent",
    "present",
    "promise",
    "return",
    "submit",
    "report",
    "announce",
    "assign",
    "allocate",
    "distribute",
    "feed",
    "teach",
    "loan",
    "issue",
];

/// Verbs whose object gets what stands with "with": "supplies the army with shells".
const EQUIP: &[&str] = &[
    "supply", "provide", "equip", "furnish", "present", "issue", "arm", "entrust", "endow", "outfit",
    "reward",
];

/// Whether a verb hands something over to somebody.
pub(super) fn hands_over(lemma: &str) -> bool {
    TRANSFER.contains(&lemma)
}

/// Reads the roles of a clause.
pub(super) fn roles(tree: Tree<'_>, clause: Clause) -> Roles {
    let mut roles = Roles::default();
    let word = clause.word;
    let surface = control::subject(tree, word);
    // "Paid him $3m": of two objects the first gets the second.
    let mut objects = tree
        .dependents(word, &[Deprel::Obj])
        .filter(|&o| o > word && case(tree, o).is_none() && !tree.lemma(o).contains("sel"));
    let two = objects.next().zip(objects.next());
    let own_object = tree
        .dependents(word, &[Deprel::Obj])
        .find(|&o| o != clause.core && case(tree, o).is_none() && !is_complementiser(tree, word, o))
        .and_then(|o| clause::resolved(tree, o));
    if clause.passive && clause.form == Form::Verb {
        if own_object.is_some() {
            roles.recipient = surface.map(|s| (None, s));
            roles.object = own_object;
        } else {
            roles.object = surface;
        }
    } else {
        roles.subject = surface;
        roles.object = own_object;
        roles.recipient = tree
            .dependent(word, &[Deprel::Iobj])
            .and_then(|i| clause::resolved(tree, i))
            .map(|i| (None, i));
    }
    if let Some((gets, got)) = two
        && !clause.passive
        && roles.recipient.is_none()
    {
        roles.recipient = Some((None, gets));
        roles.object = Some(got);
    }
    dependents(tree, clause, word, &mut roles);
    if clause.core != word {
        dependents(tree, clause, clause.core, &mut roles);
    }
    if clause.form == Form::Verb && !clause.passive && roles.object.is_none() {
        roles.object = gap_object(tree, word, &roles).or_else(|| shared_object(tree, word));
    }
    shared_adjuncts(tree, word, &mut roles);
    stray_adjuncts(tree, &mut roles);
    if clause.form == Form::Verb && EQUIP.contains(&tree.lemma(word)) {
        equip(&mut roles);
    }
    if clause.form == Form::Verb && roles.recipient.is_none() && TRANSFER.contains(&tree.lemma(word)) {
        roles.recipient = stray_recipient(tree, &roles);
    }
    // What narrows a noun is not its subject and its object at once.
    if roles.object == roles.subject {
        roles.object = None;
    }
    roles
}

fn dependents(tree: Tree<'_>, clause: Clause, head: usize, roles: &mut Roles) {
    for c in tree.children(head) {
        let Some(token) = tree.token(c) else { continue };
        match token.deprel {
            _ if c == clause.core => {}
            Deprel::OblAgent if clause.passive && roles.subject.is_none() && may_act(tree, c) => {
                roles.subject = clause::resolved(tree, c);
            }
            Deprel::Obl | Deprel::OblAgent | Deprel::OblUnmarked
                if is_set_aside(tree, c) || is_source(tree, c) => {}
            Deprel::Obl | Deprel::OblAgent => oblique(tree, clause, c, roles),
            Deprel::Nmod if clause.form != Form::Verb && head == clause.core => {}
            // An object with a preposition is none.
            Deprel::Obj if case(tree, c).is_some() => oblique(tree, clause, c, roles),
            Deprel::OblUnmarked => roles.bare.push(c),
            Deprel::Advmod => roles.adverbs.push(c),
            Deprel::Xcomp | Deprel::Ccomp if roles.complement.is_none() => {
                roles.complement = Some((mark(tree, c), c));
            }
            Deprel::Advcl => {
                if let Some(marker) = mark(tree, c) {
                    roles.clauses.push((marker, c));
                }
            }
            _ => {}
        }
    }
}

/// "By thieves, not by the guards", "from Chile rather than Peru": whether a phrase tells only what it was not.
pub(super) fn is_set_aside(tree: Tree<'_>, c: usize) -> bool {
    let relations = [Deprel::Advmod, Deprel::Cc, Deprel::Case, Deprel::Mark];
    tree.dependents(c, &relations).any(|n| {
        let next = tree.form(n + 1);
        n < c
            && match tree.form(n).to_lowercase().as_str() {
                "not" => !negation::only(next) && !matches!(next, "least" | "until" | "unlike"),
                "rather" => next == "than",
                "instead" => next == "of",
                _ => false,
            }
    })
}

fn oblique(tree: Tree<'_>, clause: Clause, c: usize, roles: &mut Roles) {
    let Some(term) = clause::resolved(tree, c) else {
        return;
    };
    let Some(marker) = case(tree, c) else {
        roles.bare.push(term);
        return;
    };
    let (marker, term) = cause(tree, term, marker);
    if marker == "by" && clause.passive && roles.subject.is_none() && may_act(tree, c) {
        roles.subject = Some(term);
    } else if marker == "to"
        && roles.recipient.is_none()
        && clause.form == Form::Verb
        && (roles.object.is_some() || clause.passive)
        && TRANSFER.contains(&tree.lemma(clause.word))
    {
        roles.recipient = Some((Some(marker), term));
    } else {
        roles.obliques.push((marker, term));
    }
}

/// "As a result of the fire", "due to the fire": one way to say "because of the fire".
fn cause(tree: Tree<'_>, noun: usize, marker: String) -> (String, usize) {
    let of = |n: usize| {
        let mut below = tree.dependents(n, &[Deprel::Nmod]);
        below.find(|&c| case(tree, c).as_deref() == Some("of"))
    };
    match (marker.as_str(), tree.lemma(noun)) {
        ("as", "result" | "consequence") | ("on", "account") | ("by", "reason") => {
            of(noun).map_or((marker, noun), |cause| ("because of".to_owned(), cause))
        }
        ("due to" | "owing to", _) => ("because of".to_owned(), noun),
        _ => (marker, noun),
    }
}

/// A "that" which only opens its clause and was taken for its object: the clause has another behind the verb.
pub(super) fn is_complementiser(tree: Tree<'_>, word: usize, that: usize) -> bool {
    tree.form(that).eq_ignore_ascii_case("that")
        && that < word
        && tree
            .dependents(word, &[Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp])
            .any(|o| o > word)
        && tree.dependent(word, clause::SUBJECTS).is_some_and(|s| s > that)
}

/// "Killed more than 900 people": what stands behind a verb without a preposition and says neither when nor how much.
pub(super) fn is_bare_object(tree: Tree<'_>, clause: Clause, word: usize) -> bool {
    clause.form == Form::Verb
        && !clause.passive
        && word > clause.word
        && tree.deprel(word) == Some(Deprel::Obl)
        && tree
            .token(word)
            .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn))
        && tree.dependent(word, &[Deprel::Nummod]).is_some()
        && tree
            .dependent(clause.word, &[Deprel::Obj, Deprel::Xcomp, Deprel::Ccomp])
            .is_none()
        && super::knowledge::sort(tree.lemma(word)) != super::knowledge::Sort::Time
}

/// Whether a phrase counts or dates: never who does something.
pub(super) fn is_measure(tree: Tree<'_>, i: usize) -> bool {
    tree.token(i)
        .is_some_and(|t| t.upos == Upos::Num || t.upos == Upos::Sym)
        || tree.dependent(i, &[Deprel::Nummod]).is_some() && !nouns::is_person(tree.lemma(i))
        // "By a fifth", not "by a fifth of them".
        || measure::is_part(tree.lemma(i)) && tree.dependent(i, &[Deprel::Nmod]).is_none()
        || super::knowledge::sort(tree.lemma(i)) == super::knowledge::Sort::Time
}

/// Whether what stands behind "by" can be who does it.
fn may_act(tree: Tree<'_>, noun: usize) -> bool {
    !is_measure(tree, noun) && !is_means(tree, noun)
}

/// What something is done with, and not by whom, behind "by" and without an article.
const MEANS: &str = "hand mistake accident chance car train bus plane boat ship ferry helicopter bike bicycle truck lorry taxi \
    phone telephone email e-mail post mail fax law name force air sea road rail land default design definition nature night day \
    consensus acclamation ballot lot secret surprise order proxy radio satellite foot";

/// "Examined by hand": the hand examines nothing.
fn is_means(tree: Tree<'_>, noun: usize) -> bool {
    let narrowed = [
        Deprel::Det,
        Deprel::Amod,
        Deprel::NmodPoss,
        Deprel::Compound,
        Deprel::Nmod,
    ];
    tree.token(noun).is_some_and(|t| t.xpos == "NN")
        && MEANS.split_whitespace().any(|means| means == tree.lemma(noun))
        && tree.dependent(noun, &narrowed).is_none()
}

/// The preposition of a phrase, in lower case, with all its words ("out of", "because of").
pub(super) fn case(tree: Tree<'_>, i: usize) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    for c in tree
        .dependents(i, &[Deprel::Case])
        .filter(|&c| tree.token(c).is_some_and(|t| t.xpos != "POS"))
    {
        words.push(tree.form(c));
        words.extend(tree.dependents(c, &[Deprel::Fixed]).map(|f| tree.form(f)));
    }
    (!words.is_empty()).then(|| words.join(" ").to_lowercase())
}

/// The conjunction of a clause, in lower case, with all its words ("so that", "as if").
pub(super) fn mark(tree: Tree<'_>, i: usize) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    for c in tree.dependents(i, &[Deprel::Mark]) {
        words.push(tree.form(c));
        words.extend(tree.dependents(c, &[Deprel::Fixed]).map(|f| tree.form(f)));
    }
    if words.is_empty() {
        let when = tree
            .dependents(i, &[Deprel::Advmod])
            .find(|&a| tree.token(a).is_some_and(|t| t.xpos == "WRB"))?;
        words.push(tree.form(when));
    }
    Some(words.join(" ").to_lowercase())
}

/// "The bridge (that) the army closed": the noun is what the clause lacks.
fn gap_object(tree: Tree<'_>, word: usize, roles: &Roles) -> Option<usize> {
    let token = tree.token(word)?;
    if token.deprel != Deprel::AclRelcl
        || tree.dependent(word, clause::SUBJECTS).is_none()
        || roles.complement.is_some()
    {
        return None;
    }
    let antecedent = token.head?;
    // "Whose brother died": the noun is told of already.
    let owns = |subject: usize| {
        let mut owners = tree.dependents(subject, &[Deprel::NmodPoss]);
        owners.any(|i| tree.form(i).eq_ignore_ascii_case("whose"))
    };
    let filled = roles.subject.is_some_and(|s| s == antecedent || owns(s))
        || roles.obliques.iter().any(|(_, t)| *t == antecedent);
    let timed = super::knowledge::sort(tree.lemma(antecedent)) == super::knowledge::Sort::Time;
    let adverb = roles
        .adverbs
        .iter()
        .any(|&a| tree.token(a).is_some_and(|t| t.xpos == "WRB"));
    (!filled && !timed && !adverb).then_some(antecedent)
}

/// "Wrote and directed the film": an object that follows the last verb belongs to all.
fn shared_object(tree: Tree<'_>, word: usize) -> Option<usize> {
    let token = tree.token(word)?;
    // "Bought and sold eleven players": right before the one that has it.
    let next = tree.dependent(word, &[Deprel::Conj]).filter(|&c| {
        let between = (word + 1..c).all(|i| tree.deprel(i) == Some(Deprel::Cc));
        between && tree.dependent(c, clause::SUBJECTS).is_none()
    });
    if let Some(object) = next.and_then(|n| tree.dependent(n, &[Deprel::Obj])) {
        return clause::resolved(tree, object);
    }
    let first = token.head.filter(|_| token.deprel == Deprel::Conj)?;
    let object = tree.dependent(first, &[Deprel::Obj])?;
    (object > word
        && tree
            .dependent(word, &[Deprel::Obl, Deprel::Xcomp, Deprel::Ccomp])
            .is_none())
    .then(|| clause::resolved(tree, object))?
}

/// "Arrived in Oslo on Monday": what the tree hangs on a name belongs to the clause.
fn stray_adjuncts(tree: Tree<'_>, roles: &mut Roles) {
    let mut heads: Vec<usize> = [roles.subject, roles.object]
        .into_iter()
        .flatten()
        .chain(roles.obliques.iter().map(|(_, o)| *o))
        .chain(roles.recipient.iter().map(|(_, r)| *r))
        .collect();
    while let Some(head) = heads.pop() {
        for c in tree.children(head).filter(|&c| wording::is_stray(tree, c)) {
            if let Some(marker) = case(tree, c) {
                roles.obliques.push((marker, c));
                heads.push(c);
            }
        }
    }
}

/// "Supplies the army with shells": the shells are supplied, and the army gets them.
fn equip(roles: &mut Roles) {
    let with = roles.obliques.iter().position(|(marker, _)| marker == "with");
    if let Some(with) = with
        && let Some(object) = roles.object
        && roles.recipient.is_none()
    {
        let (_, thing) = roles.obliques.remove(with);
        roles.recipient = Some((None, object));
        roles.object = Some(thing);
    }
}

/// "Supplies aid to Mali": the tree may hang the one who gets it on what is given.
fn stray_recipient(tree: Tree<'_>, roles: &Roles) -> Option<(Option<String>, usize)> {
    let object = roles.object?;
    tree.dependents(object, &[Deprel::Nmod])
        .find(|&c| case(tree, c).as_deref() == Some("to"))
        .map(|c| (Some("to".to_owned()), c))
}

/// "In 2019 the firm moved and grew": what stands before the first verb holds for all.
fn shared_adjuncts(tree: Tree<'_>, word: usize, roles: &mut Roles) {
    let Some(token) = tree.token(word).filter(|t| t.deprel == Deprel::Conj) else {
        return;
    };
    let Some(first) = token.head else { return };
    if tree.dependent(word, clause::SUBJECTS).is_some() {
        return;
    }
    let Some(subject) = tree.dependent(first, clause::SUBJECTS) else {
        return;
    };
    for c in tree
        .dependents(first, &[Deprel::Obl, Deprel::OblUnmarked])
        .filter(|&c| c < subject)
    {
        match case(tree, c) {
            Some(marker) => roles.obliques.push((marker, c)),
            None => roles.bare.push(c),
        }
    }
}
