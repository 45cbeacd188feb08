//! Negation: which words negate the clause of a predicate, and how far they reach.

use super::clause::is_own_past;
use super::knowledge;
use super::light;
use super::reading::Tree;
use crate::lexicon::negation;
use crate::lexicon::signatures::{self, Kind};
use crate::text::{Deprel, Upos};

/// The negation of one clause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Polarity {
    /// Whether the clause is negated, double negation being none.
    pub(crate) negative: bool,
    /// Whether the negation is only near ("hardly").
    pub(crate) weak: bool,
    /// The negators.
    pub(crate) negators: Vec<usize>,
}

impl Polarity {
    /// Takes a negator into account, once.
    fn flip(&mut self, negator: usize) {
        if !self.negators.contains(&negator) {
            self.negators.push(negator);
            self.negative = !self.negative;
        }
    }
}

/// Relations of the words that can carry a clause's negation in them.
const ARGUMENTS: [Deprel; 7] = [
    Deprel::Nsubj,
    Deprel::NsubjPass,
    Deprel::NsubjOuter,
    Deprel::Obj,
    Deprel::Iobj,
    Deprel::Csubj,
    Deprel::Obl,
];

/// Reads the negation of the clause of predicate `p`.
pub(crate) fn polarity(tree: Tree<'_>, p: usize) -> Polarity {
    let mut polarity = own(tree, p);
    if polarity.negators.is_empty()
        && let Some(first) = shares(tree, p)
    {
        // Only what stands before both parts reaches both.
        let shared = own(tree, first);
        for &negator in shared.negators.iter().filter(|&&n| n < first) {
            polarity.flip(negator);
        }
        polarity.weak = shared.weak;
    }
    polarity
}

fn own(tree: Tree<'_>, p: usize) -> Polarity {
    let mut polarity = Polarity::default();
    for child in tree.children(p) {
        let Some(relation) = tree.deprel(child) else {
            continue;
        };
        let form = tree.form(child);
        match relation {
            Deprel::Advmod
            | Deprel::Advcl
            | Deprel::Aux
            | Deprel::AuxPass
            | Deprel::Cop
            | Deprel::Cc
            | Deprel::CcPreconj
            | Deprel::Discourse => {
                if negation::particle(form) || negation::contracted(form) {
                    if again(tree, p, &polarity, child) {
                        polarity.negators.push(child);
                    } else if reaches(tree, child, p) {
                        polarity.flip(child);
                    }
                } else if negation::conjunction(form) {
                    polarity.flip(child);
                } else if negation::weak(form) {
                    polarity.flip(child);
                    polarity.weak = true;
                } else if no_longer(tree, child) || no_more(tree, child, p) || no_better(tree, child) {
                    polarity.flip(child);
                }
            }
            Deprel::Amod if scarce(tree, child) && takes_a_clause(tree, p) => {
                polarity.flip(child);
                polarity.weak = true;
            }
            // "Few experts believe".
            Deprel::Nsubj if knowledge::reports(tree.lemma(p)) && few(tree, child) => {
                polarity.flip(child);
                polarity.weak = true;
            }
            Deprel::Det if negation::determiner(form) && !doubtless(tree, p) => polarity.flip(child),
            Deprel::Obj | Deprel::Obl if no_better(tree, child) => polarity.flip(child - 1),
            _ if ARGUMENTS.contains(&relation) => {
                if let Some(negator) = in_argument(tree, child, relation) {
                    polarity.flip(negator);
                }
            }
            // "Pleaded not guilty": what is linked is denied; who is found not guilty is acquitted.
            Deprel::Xcomp
                if !light::is_verdict(tree, p, child)
                    && tree
                        .token(child)
                        .is_some_and(|t| matches!(t.upos, Upos::Adj | Upos::Noun))
                    && tree
                        .dependent(child, &[Deprel::Mark, Deprel::Cop, Deprel::Aux])
                        .is_none() =>
            {
                let not = tree
                    .dependents(child, &[Deprel::Advmod])
                    .find(|&n| n < child && negation::particle(tree.form(n)) && reaches(tree, n, child));
                if let Some(not) = not {
                    polarity.flip(not);
                }
            }
            Deprel::Case | Deprel::Mark => {
                if let Some(negator) = denying_mark(tree, child) {
                    polarity.flip(negator);
                }
            }
            _ => {}
        }
    }
    // "anything but clear".
    if let Some(but) = tree
        .dependents(p, &[Deprel::Cc])
        .find(|&c| denying_mark(tree, c).is_some())
    {
        polarity.flip(but);
    }
    // "in no way broke": right before the word, wherever the tree hangs it.
    if let Some(no) = p.checked_sub(2)
        && negation::determiner(tree.form(no))
        && fixed(tree, no + 1)
        && no
            .checked_sub(1)
            .and_then(|i| tree.token(i))
            .is_some_and(|t| t.upos == Upos::Adp)
    {
        polarity.flip(no);
    }
    // "instead of raising": right before the word, wherever the tree hangs it.
    if let Some(of) = p.checked_sub(1)
        && tree.form(of).eq_ignore_ascii_case("of")
        && tree.token(of).and_then(|t| t.head) != Some(p)
        && let Some(instead) = denying_mark(tree, of)
    {
        polarity.flip(instead);
    }
    if let Some(yet) = yet_to(tree, p) {
        polarity.flip(yet);
    }
    polarity
}

/// "Little evidence", "few signs": whether an adjective says that there is hardly any.
fn scarce(tree: Tree<'_>, adjective: usize) -> bool {
    let noun = tree.token(adjective).and_then(|t| t.head);
    let a = |noun| {
        tree.dependents(noun, &[Deprel::Det])
            .any(|d| tree.lemma(d) == "a")
    };
    negation::scarce(tree.form(adjective)) && !noun.is_some_and(a)
}

/// Whether a noun can have a clause with "that" for its content.
fn takes_a_clause(tree: Tree<'_>, noun: usize) -> bool {
    signatures::takes_that(Kind::Noun, tree.lemma(noun))
}

/// "Few", "few experts".
fn few(tree: Tree<'_>, subject: usize) -> bool {
    tree.form(subject).eq_ignore_ascii_case("few")
        || tree.dependents(subject, &[Deprel::Amod]).any(|a| scarce(tree, a))
}

/// Whether a negator only repeats the one before ("is not and never will be").
fn again(tree: Tree<'_>, p: usize, polarity: &Polarity, negator: usize) -> bool {
    polarity.negative
        && tree
            .dependents(p, &[Deprel::Cc])
            .any(|c| c < negator && polarity.negators.iter().any(|&n| n < c))
}

/// Whether a negative particle negates the clause and not the word after it ("not only", "not until", "not all").
fn reaches(tree: Tree<'_>, particle: usize, p: usize) -> bool {
    let next = tree.form(particle + 1);
    // What is not necessarily so is denied, if only as possible.
    if negation::only(next) && !next.eq_ignore_ascii_case("necessarily") {
        return false;
    }
    // "did not open until Tuesday": it opened.
    let until = tree
        .dependents(p, &[Deprel::Obl, Deprel::Advcl, Deprel::OblUnmarked])
        .any(|c| {
            c > p
                && tree
                    .dependents(c, &[Deprel::Case, Deprel::Mark])
                    .any(|m| tree.form(m).eq_ignore_ascii_case("until"))
        });
    if until || next.eq_ignore_ascii_case("until") || next.eq_ignore_ascii_case("least") && p != particle + 1
    {
        return false;
    }
    // "if not", "whether or not", "not that".
    let before = particle.checked_sub(1).map_or("", |i| tree.form(i));
    !(before.eq_ignore_ascii_case("or")
        && !tree.children(particle).any(|_| true)
        && after_whether(tree, particle))
}

fn after_whether(tree: Tree<'_>, particle: usize) -> bool {
    (particle.saturating_sub(12)..particle).any(|i| tree.form(i).eq_ignore_ascii_case("whether"))
}

/// "Is no busier": "no" denies what it stands right before, if that compares.
fn no_more(tree: Tree<'_>, no: usize, p: usize) -> bool {
    let compares = tree.token(p).is_some_and(|t| matches!(t.xpos, "JJR" | "RBR"));
    compares && no + 1 == p && tree.form(no).eq_ignore_ascii_case("no")
}

/// "Did no better", "went no further": what compares how it was done, unless it only tells a limit ("no later than").
fn no_better(tree: Tree<'_>, word: usize) -> bool {
    let compares = tree.token(word).is_some_and(|t| matches!(t.xpos, "JJR" | "RBR"));
    let limits = tree.form(word + 1).eq_ignore_ascii_case("than")
        && matches!(
            tree.lemma(word),
            "more" | "much" | "less" | "little" | "few" | "late" | "early" | "soon"
        );
    let no = word.checked_sub(1).map_or("", |i| tree.form(i));
    compares && !limits && no.eq_ignore_ascii_case("no")
}

/// "no longer", "no more": the adverb that "no" makes negative.
fn no_longer(tree: Tree<'_>, adverb: usize) -> bool {
    // "No more than three died": three did, or fewer.
    matches!(tree.lemma(adverb), "long" | "longer" | "more" | "way")
        && !tree.form(adverb + 1).eq_ignore_ascii_case("than")
        && adverb
            .checked_sub(1)
            .is_some_and(|i| tree.form(i).eq_ignore_ascii_case("no"))
}

/// The negator inside an argument: "nobody", "no minister", "none of them", "neither side".
fn in_argument(tree: Tree<'_>, argument: usize, relation: Deprel) -> Option<usize> {
    let form = tree.form(argument);
    if nonetheless(tree, argument) {
        return None;
    }
    let oblique = relation == Deprel::Obl;
    if oblique {
        // Among obliques only the fixed ones negate the clause.
        let no = tree
            .dependents(argument, &[Deprel::Det, Deprel::Advmod])
            .find(|&d| negation::determiner(tree.form(d)))?;
        return fixed(tree, argument).then_some(no);
    }
    if negation::pronoun(form) && tree.token(argument).is_some_and(|t| t.upos != Upos::Num) {
        return Some(argument);
    }
    tree.dependents(
        argument,
        &[Deprel::Det, Deprel::Advmod, Deprel::CcPreconj, Deprel::Cc],
    )
    .find(|&d| {
        let form = tree.form(d);
        match tree.deprel(d) {
            Some(Deprel::Det) => negation::determiner(form),
            // "It is clear that he did not leave": the clause is denied, and not that it is clear.
            Some(Deprel::Advmod) => {
                relation != Deprel::Csubj
                    && negation::particle(form)
                    && !negation::only(tree.form(d + 1))
                    && d < argument
            }
            _ => negation::conjunction(form) && d < argument,
        }
    })
    .or_else(|| not_one(tree, argument))
}

/// "Not one person came": "not" denies the number, where that is one.
fn not_one(tree: Tree<'_>, noun: usize) -> Option<usize> {
    let one = tree
        .dependents(noun, &[Deprel::Nummod])
        .find(|&n| tree.form(n).eq_ignore_ascii_case("one"))?;
    one.checked_sub(1)
        .filter(|&not| negation::particle(tree.form(not)))
}

/// Whether a negator is the determiner of a noun: "no" in "no plans".
pub(crate) fn determines(tree: Tree<'_>, negator: usize, noun: usize) -> bool {
    tree.token(negator)
        .is_some_and(|t| t.deprel == Deprel::Det && t.head == Some(noun))
}

/// "No doubt", said beside a clause, makes it surer.
fn doubtless(tree: Tree<'_>, noun: usize) -> bool {
    tree.lemma(noun) == "doubt"
        && !matches!(
            tree.deprel(noun),
            Some(Deprel::Obj | Deprel::Nsubj | Deprel::NsubjPass | Deprel::Root | Deprel::Ccomp)
        )
}

/// "None the less" denies nothing.
fn nonetheless(tree: Tree<'_>, word: usize) -> bool {
    tree.form(word).eq_ignore_ascii_case("none")
        && tree.form(word + 1).eq_ignore_ascii_case("the")
        && tree.form(word + 2).eq_ignore_ascii_case("less")
}

/// Whether the noun makes a fixed expression of denial: "in no way", "at no time", "under no circumstances".
fn fixed(tree: Tree<'_>, noun: usize) -> bool {
    matches!(
        tree.lemma(noun),
        "way"
            | "time"
            | "circumstance"
            | "means"
            | "account"
            | "stage"
            | "point"
            | "sense"
            | "case"
            | "condition"
    )
}

/// Prepositions and conjunctions that deny what they introduce: "without", "instead of", "far from", "anything but".
fn denying_mark(tree: Tree<'_>, mark: usize) -> Option<usize> {
    let before = mark.checked_sub(1).map_or("", |i| tree.form(i)).to_lowercase();
    match tree.form(mark).to_lowercase().as_str() {
        "without" | "instead" => Some(mark),
        // "decided against closing it".
        "against" if tree.token(mark + 1).is_some_and(|t| t.xpos == "VBG") => Some(mark),
        "of" if before == "instead" => Some(mark - 1),
        "than" if before == "rather" => Some(mark - 1),
        "rather" if tree.form(mark + 1).eq_ignore_ascii_case("than") => Some(mark),
        "from" if before == "far" => Some(mark - 1),
        "but" if before == "anything" => Some(mark - 1),
        _ => None,
    }
}

/// "has yet to be proved", "is yet to come".
fn yet_to(tree: Tree<'_>, p: usize) -> Option<usize> {
    let to = tree
        .dependents(p, &[Deprel::Mark, Deprel::Aux])
        .find(|&m| tree.form(m).eq_ignore_ascii_case("to"))?;
    let yet = to.checked_sub(1)?;
    tree.form(yet).eq_ignore_ascii_case("yet").then_some(yet)
}

/// The first part of a coordination whose auxiliaries and negation a later part `p` shares: "did not close or move".
pub(crate) fn shares(tree: Tree<'_>, p: usize) -> Option<usize> {
    if tree.deprel(p) != Some(Deprel::Conj) {
        return None;
    }
    let first = tree.token(p)?.head?;
    let own_clause = [
        Deprel::Aux,
        Deprel::AuxPass,
        Deprel::Cop,
        Deprel::Nsubj,
        Deprel::NsubjPass,
        Deprel::Expl,
        Deprel::Mark,
    ];
    let own_past = tree.dependent(first, &[Deprel::AuxPass]).is_some() && is_own_past(tree, p);
    if own_past || tree.dependent(p, &own_clause).is_some() {
        return None;
    }
    let adversative = tree
        .dependents(p, &[Deprel::Cc])
        .any(|c| matches!(tree.lemma(c), "but" | "yet" | "instead" | "though"));
    if adversative {
        return None;
    }
    let (a, b) = (tree.token(first)?, tree.token(p)?);
    // "Never slept, and ate": a comma parts finite verbs.
    let joined = tree.dependents(p, &[Deprel::Cc]).next();
    let set_off = joined
        .and_then(|c| c.checked_sub(1))
        .is_some_and(|c| tree.form(c) == ",");
    let finite = |tag: &str| matches!(tag, "VBD" | "VBZ" | "VBP");
    // A finite verb has its own tense and shares nothing with an auxiliary before.
    let alike = a.upos == b.upos && !finite(b.xpos)
        || a.xpos == b.xpos && !(set_off && finite(b.xpos))
        // "cannot be minister and use it": a bare verb has the auxiliary before for its own.
        || b.xpos == "VB" && tree.dependent(first, &[Deprel::Aux]).is_some();
    alike.then_some(first)
}
