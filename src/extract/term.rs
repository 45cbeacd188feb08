//! Terms: what a noun phrase speaks of, how much of it, and what narrows it.

use super::clause;
use super::knowledge::{self, Sort};
use super::qualifier::Measures;
use super::quantifier::{days_of_each, is_quantity_word, measured, quantifier};
use super::reading::{At, Reading, Tree};
use super::reference::{Meaning, References};
use super::role;
use super::wording::{self, Wording};
use crate::entity::{Entity, EntityKind};
use crate::lexicon::wordnet::{self, Pos};
use crate::measure::{Quantity, Unit};
use crate::proposition::{Modifier, ModifierKind, Quantifier, Term};
use crate::text::{Deprel, Upos};

/// How deep modifiers of modifiers are read.
const DEPTH: usize = 4;

/// Builds the terms of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) references: &'a References,
    pub(super) measures: &'a Measures,
    /// A phrase that is left out of the terms it hangs on, because it has a role of its own.
    left_out: Option<At>,
    /// How often one more pronoun or description is followed.
    hops: u8,
    pub(super) wording: Wording<'a>,
}

impl<'a> Terms<'a> {
    pub(super) fn new(
        reading: &'a Reading<'a>,
        references: &'a References,
        measures: &'a Measures,
    ) -> Terms<'a> {
        Terms {
            reading,
            references,
            measures,
            left_out: None,
            hops: 4,
            wording: Wording {
                reading,
                references,
                away: false,
            },
        }
    }

    /// The same, but without a phrase that has a role of its own.
    pub(super) fn without(self, at: At) -> Terms<'a> {
        Terms {
            left_out: Some(at),
            ..self
        }
    }

    /// The term that a word heads, with those joined to it.
    pub(super) fn term(self, tree: Tree<'_>, at: At) -> Term {
        self.joined(tree, at, DEPTH)
    }

    /// The term that a word heads, alone.
    pub(super) fn single(self, tree: Tree<'_>, at: At) -> Term {
        self.alone(tree, at, DEPTH)
    }

    fn joined(self, tree: Tree<'_>, at: At, depth: usize) -> Term {
        let parts: Vec<usize> = std::iter::once(at.token)
            .chain(
                tree.dependents(at.token, &[Deprel::Conj])
                    .filter(|&c| is_joined(tree, at.token, c)),
            )
            .collect();
        if parts.len() < 2 || depth == 0 {
            return self.alone(tree, at, depth);
        }
        let members: Vec<Term> = parts
            .iter()
            .map(|&p| self.alone(tree, at.word(p), depth - 1))
            .collect();
        let conjunction = parts
            .iter()
            .find_map(|&p| tree.dependent(p, &[Deprel::Cc]))
            .map_or("and", |c| tree.form(c));
        let mut words: Vec<usize> = parts.iter().flat_map(|&p| wording::phrase(tree, p)).collect();
        words.sort_unstable();
        join(members, conjunction, tree.span(&words))
    }

    fn alone(self, tree: Tree<'_>, at: At, depth: usize) -> Term {
        let mut words = wording::phrase(tree, at.token);
        if let Some(left_out) = self
            .left_out
            .filter(|l| words.contains(&l.token) && l.token != at.token)
        {
            let gone = tree.subtree(left_out.token);
            words.retain(|w| gone.binary_search(w).is_err());
        }
        let span = tree.span(&words);
        if let Some(meaning) = self.references.meaning(at)
            && let Some(mut term) = self.meaning(meaning)
        {
            if let Some(entity) = self.references.entity(at) {
                term.entity = Some(entity.clone());
            }
            term.span = span;
            return term;
        }
        // "The club's captain, Ann Lee, left": it is she who left.
        if let Some(name) = self.apposed(tree, at)
            && depth > 0
        {
            let mut term = self.alone(tree, at.word(name), depth - 1);
            term.span = span;
            return term;
        }
        // "A lot of tension" speaks of tension.
        if let Some((inner, quantifier)) = measured(tree, at.token)
            && depth > 0
        {
            let mut term = self.joined(tree, at.word(inner), depth - 1);
            term.quantifier = quantifier;
            term.quantity = self.quantity(tree, at).or(term.quantity);
            term.text = self
                .wording
                .uncapital(tree, at, &self.wording.words(tree, at, &words));
            term.span = span;
            return term;
        }
        let entity = self
            .references
            .entity(at)
            .cloned()
            .or_else(|| lettered(tree, at.token));
        let token = tree.token(at.token);
        let head = match (&entity, token) {
            (Some(entity), _) => entity.name.clone(),
            (None, Some(token)) if token.upos == Upos::Propn && !opens_as_noun(tree, at.token) => {
                tree.form(at.token).to_owned()
            }
            (None, _) if is_no_one(tree, at.token) => "nobody".to_owned(),
            (None, _) => tree.lemma(at.token).to_lowercase(),
        };
        let text = if entity.as_ref().is_some_and(|e| e.form == tree.form(at.token)) && words.len() == 1 {
            self.wording.words(tree, at, &[at.token])
        } else {
            self.wording.words(tree, at, &words)
        };
        let text = self.wording.uncapital(tree, at, &text);
        Term {
            span,
            text,
            head,
            quantifier: quantifier(tree, at.token),
            plural: token.is_some_and(|t| matches!(t.xpos, "NNS" | "NNPS"))
                || matches!(
                    tree.form(at.token).to_lowercase().as_str(),
                    "they" | "them" | "we" | "us" | "these" | "those"
                ),
            quantity: self.quantity(tree, at),
            modifiers: if depth > 0 {
                self.modifiers(tree, at, depth - 1)
            } else {
                Vec::new()
            },
            members: Vec::new(),
            entity,
        }
    }

    /// The name that stands behind a description of one and says who or what it is.
    fn apposed(self, tree: Tree<'_>, at: At) -> Option<usize> {
        let token = tree.token(at.token)?;
        if token.upos != Upos::Noun || token.xpos != "NN" || self.references.index(at).is_some() {
            return None;
        }
        let sort = knowledge::sort(&token.lemma);
        tree.dependents(at.token, &[Deprel::Appos]).find(|&c| {
            let name = at.word(c);
            let kind = self.references.entity(name).map(|e| e.kind);
            let fits = match kind {
                Some(EntityKind::Person) => sort == Sort::Person,
                Some(EntityKind::Organisation) => sort == Sort::Group,
                _ => false,
            };
            let own = self.references.index(name).is_some() && self.references.meaning(name).is_none();
            let first = self.references.name_words(name).map_or(c, |(_, first, _)| first);
            // "The journalist Ann Lee": whoever bears the name is meant, with or without a comma.
            let beside = kind == Some(EntityKind::Person) && first == at.token + 1;
            let set_off = beside || (at.token..c).any(|i| wording::is_break(tree, i));
            fits && own && set_off && Some(name) != self.left_out
        })
    }

    /// The number or measure that a term is counted with: "45 people", "dozens of people", "$3m".
    fn quantity(self, tree: Tree<'_>, at: At) -> Option<Quantity> {
        let counted = tree.dependents(
            at.token,
            &[Deprel::Nummod, Deprel::Amod, Deprel::Det, Deprel::Compound],
        );
        std::iter::once(at.token)
            .chain(counted)
            .find_map(|w| self.measures.quantity(at.word(w)))
            .map(|(_, quantity)| match days_of_each(tree, at.token) {
                Some(days) if quantity.unit == Unit::COUNT => quantity.each(days),
                _ => quantity.clone(),
            })
            // "No patient died" denies it of any, and counts none.
            .filter(|q| q.high != Some(0.0) || quantifier(tree, at.token) != Quantifier::No)
    }

    /// The term that a pronoun or a description stands for.
    fn meaning(self, meaning: &Meaning) -> Option<Term> {
        let followed = Terms {
            hops: self.hops.checked_sub(1)?,
            left_out: None,
            wording: Wording {
                away: true,
                ..self.wording
            },
            ..self
        };
        match meaning {
            Meaning::Named(index) => {
                let named = self.references.named(*index)?;
                Some(Term {
                    text: named.name.clone(),
                    head: named.name.clone(),
                    entity: Some(Entity {
                        name: named.name.clone(),
                        kind: named.kind,
                        form: named.name.clone(),
                        ..Entity::default()
                    }),
                    ..Term::default()
                })
            }
            Meaning::Phrase(at) => {
                let mut term = followed.alone(self.reading.tree(*at)?, *at, 2);
                if term.quantifier == Quantifier::Indefinite {
                    term.quantifier = Quantifier::Definite;
                }
                Some(term)
            }
            Meaning::Group(parts) => {
                let members: Option<Vec<Term>> = parts.iter().map(|p| followed.meaning(p)).collect();
                Some(join(members?, "and", crate::span::Span::default()))
            }
        }
    }

    /// What narrows the term of a head word.
    pub(super) fn modifiers(self, tree: Tree<'_>, at: At, depth: usize) -> Vec<Modifier> {
        let mut modifiers = Vec::new();
        let own_name = self.references.name_words(at).filter(|(head, _, _)| *head == at);
        for c in tree.children(at.token) {
            let Some(token) = tree.token(c) else { continue };
            let word = at.word(c);
            if self.left_out == Some(word) {
                continue;
            }
            // Words of the name itself, and words of a longer name that stand beside its head.
            if own_name.is_some_and(|(_, first, last)| (first..=last).contains(&c))
                || self
                    .references
                    .name_words(word)
                    .is_some_and(|(head, _, _)| head != word)
            {
                continue;
            }
            match token.deprel {
                Deprel::Amod if !is_quantity_word(tree, c) => {
                    modifiers.push(self.adjective(tree, word, ModifierKind::Adjective));
                    for other in tree.dependents(c, &[Deprel::Conj]) {
                        modifiers.push(self.adjective(tree, at.word(other), ModifierKind::Adjective));
                    }
                }
                Deprel::Compound | Deprel::NmodUnmarked => {
                    modifiers.push(modifier(
                        ModifierKind::Compound,
                        None,
                        self.joined(tree, word, depth.min(1)),
                    ));
                }
                Deprel::NmodPoss => {
                    if let Some(owner) = clause::resolved(tree, c) {
                        let term = self.joined(tree, at.word(owner), depth.saturating_sub(1));
                        modifiers.push(modifier(ModifierKind::Possessor, None, term));
                    }
                }
                Deprel::Nmod if wording::is_stray(tree, c) => {}
                Deprel::Nmod | Deprel::Obl => {
                    if let Some(marker) = role::case(tree, c) {
                        // "Of which she is a member".
                        let named = clause::resolved(tree, c).unwrap_or(c);
                        let term = self.joined(tree, at.word(named), depth.saturating_sub(1));
                        modifiers.push(modifier(ModifierKind::Preposition, Some(marker), term));
                    }
                }
                Deprel::AclRelcl | Deprel::Acl => modifiers.push(self.clause(tree, word)),
                Deprel::Appos | Deprel::NmodDesc => {
                    let term = self.joined(tree, word, depth.saturating_sub(1));
                    modifiers.push(modifier(ModifierKind::Apposition, None, term));
                }
                Deprel::Advmod if !wording::is_negator(tree, c) && token.xpos != "WRB" => {
                    modifiers.push(self.adjective(tree, word, ModifierKind::Adverb));
                }
                _ => {}
            }
        }
        modifiers
    }

    /// An adjective or an adverb with what grades it.
    pub(super) fn adjective(self, tree: Tree<'_>, at: At, kind: ModifierKind) -> Modifier {
        let graded = tree
            .dependents(at.token, &[Deprel::Advmod])
            .filter(|&c| !wording::is_negator(tree, c));
        let modifiers = graded.map(|c| {
            let term = plain(tree, c);
            modifier(ModifierKind::Adverb, None, term)
        });
        let mut term = plain(tree, at.token);
        if tree.form(at.token).eq_ignore_ascii_case("further") {
            // More of them, however it is tagged, and no distance.
            "further".clone_into(&mut term.head);
        }
        term.modifiers = modifiers.collect();
        term.text = hyphenated(tree, at.token);
        if tree.lemma(at.token) == "worth" {
            // "A deal worth 62 million".
            let sum = self.measures.quantity(at.word(at.token + 1));
            term.quantity = sum.map(|(_, quantity)| quantity.clone());
        }
        if let Some(entity) = self.references.entity(at) {
            if let Some((_, first, last)) = self.references.name_words(at) {
                term.span = tree.span(&[first, last]);
                term.text = tree.words(term.span).text;
            }
            term.head.clone_from(&entity.name);
            term.entity = Some(entity.clone());
        }
        modifier(kind, None, term)
    }
}

pub(super) fn modifier(kind: ModifierKind, marker: Option<String>, term: Term) -> Modifier {
    Modifier { kind, marker, term }
}

/// A word with those that hyphens join to it in front: "52-year-old", "long-term".
fn hyphenated(tree: Tree<'_>, word: usize) -> String {
    let mut first = word;
    while let Some(before) = first.checked_sub(2)
        && matches!(tree.form(first - 1), "-" | "‐" | "‑")
        && tree
            .token(before)
            .zip(tree.token(first))
            .is_some_and(|(a, b)| a.span.end + tree.form(first - 1).len() == b.span.start)
    {
        first = before;
    }
    tree.words(tree.span(&[first, word])).text
}

/// Whether a word and its determiner are "no one".
fn is_no_one(tree: Tree<'_>, word: usize) -> bool {
    let no = |det| tree.lemma(det) == "no";
    tree.form(word).eq_ignore_ascii_case("one") && tree.dependents(word, &[Deprel::Det]).any(no)
}

/// A word alone.
pub(super) fn plain(tree: Tree<'_>, word: usize) -> Term {
    Term {
        span: tree.span(&[word]),
        text: tree.form(word).to_owned(),
        head: tree.lemma(word).to_lowercase(),
        ..Term::default()
    }
}

/// A word that stands for somebody or something with a name.
pub(super) fn named(tree: Tree<'_>, word: usize, entity: &Entity) -> Term {
    Term {
        head: entity.name.clone(),
        text: entity.name.clone(),
        entity: Some(entity.clone()),
        ..plain(tree, word)
    }
}

/// Several terms in one.
pub(super) fn join(members: Vec<Term>, conjunction: &str, span: crate::span::Span) -> Term {
    let texts: Vec<&str> = members.iter().map(|m| m.text.as_str()).collect();
    let text = match texts.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        // The tree may give the conjunction to a word inside the last part.
        [rest @ .., last] if last.split(' ').next() == Some(conjunction) => {
            format!("{} {last}", rest.join(", "))
        }
        [rest @ .., last] => format!("{} {conjunction} {last}", rest.join(", ")),
    };
    Term {
        span,
        text,
        head: members
            .iter()
            .map(|m| m.head.as_str())
            .collect::<Vec<_>>()
            .join(" "),
        plural: true,
        members,
        ..Term::default()
    }
}

/// Whether a joined word is a term of its own, and no clause.
fn is_joined(tree: Tree<'_>, first: usize, c: usize) -> bool {
    // "Ann Lee, 36, and": an age is joined to nobody.
    let number = |i: usize| tree.token(i).is_some_and(|t| t.upos == Upos::Num);
    if number(c) && !number(first) {
        return false;
    }

    // "By thieves and not by the guards", "from Chile rather than Peru": what is denied of the second is said of the first
    // alone.
    if role::is_set_aside(tree, c) {
        return false;
    }
    tree.token(c).is_some_and(|t| {
        matches!(
            t.upos,
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj | Upos::X | Upos::Sym | Upos::Det
        )
    }) && tree.dependent(c, clause::SUBJECTS).is_none()
        && tree.dependent(c, &[Deprel::Cop]).is_none()
}

/// Whether the noun says what its bearer is to somebody.
pub(super) fn is_relational(tree: Tree<'_>, head: usize) -> bool {
    tree.token(head)
        .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn))
        && knowledge::relational(&tree.lemma(head).to_lowercase())
}

/// A member of a series, told by a letter or a number after a noun: "Company B", "flight 12".
fn lettered(tree: Tree<'_>, noun: usize) -> Option<Entity> {
    let tells = |form: &str| {
        form.bytes().all(|b| b.is_ascii_digit())
            || form.len() == 1 && form.bytes().all(|b| b.is_ascii_uppercase())
    };
    let letter = tree.form(noun + 1);
    let joined = matches!(
        tree.deprel(noun + 1),
        Some(Deprel::Flat | Deprel::Nummod | Deprel::Nmod | Deprel::Appos)
    );
    let own = tree.token(noun + 1).and_then(|t| t.head) == Some(noun);
    if letter.is_empty() || !tells(letter) || !joined || !own || tree.token(noun)?.upos != Upos::Noun {
        return None;
    }
    let name = format!("{} {letter}", tree.lemma(noun));
    Some(Entity {
        form: format!("{} {letter}", tree.form(noun)),
        name,
        ..Entity::default()
    })
}

/// Whether a word has its capital from opening the sentence alone: "Rain is likely".
fn opens_as_noun(tree: Tree<'_>, word: usize) -> bool {
    word == 0 && wordnet::is_known(&tree.form(word).to_lowercase(), Pos::Noun)
}
