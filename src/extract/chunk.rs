//! Where names stand in a sentence, before it is known whose: known names, runs of proper nouns without their titles.

use std::collections::HashSet;

use super::knowledge::{self, Known, Sort};
use super::metonym;
use super::name_kind;
use super::names::Aliases;
use super::reading::{At, Reading, Tree};
use super::role;
use crate::entity::{EntityKind, Resolution};
use crate::span::{Field, Span};
use crate::text::{Deprel, Upos};

/// The longest name that is looked up, in words.
const LONGEST: usize = 7;

/// A stretch of words that is a name, before it is known whose.
pub(super) struct Chunk {
    pub(super) at: At,
    pub(super) words: (usize, usize),
    pub(super) form: String,
    pub(super) known: Option<Known>,
    pub(super) title: Option<String>,
    pub(super) roles: Vec<String>,
    pub(super) kind: EntityKind,
    /// Whether nothing but the two words of the name speaks for its kind.
    pub(super) guessed: bool,
    /// Whether a noun for a ship stands beside it.
    pub(super) vessel: bool,
    /// Whether a preposition stands before it.
    pub(super) led: bool,
}

/// Whether a word is part of a name by its tag.
fn is_proper(tree: Tree<'_>, i: usize) -> bool {
    let address = |form: &str| {
        form.contains("://") || form.contains('/') && form.contains('.') || form.starts_with('@')
    };
    tree.token(i)
        .is_some_and(|t| t.upos == Upos::Propn || t.xpos.starts_with("NNP"))
        && !address(tree.form(i))
}

/// "Secretary of State": the word behind "of" belongs to the office and names nobody.
fn is_of_office(tree: Tree<'_>, i: usize) -> bool {
    let before = |back: usize| i.checked_sub(back).map_or("", |j| tree.form(j));
    before(1) == "of"
        && knowledge::title(before(2)).is_some()
        && knowledge::is_noun(&tree.form(i).to_lowercase())
}

/// "The Norwegian will arrive in May": one of a people, and not the country.
fn is_one_of_a_people(tree: Tree<'_>, i: usize) -> bool {
    let form = tree.form(i);
    let demonym = knowledge::known(&[form]).is_some_and(|(_, k)| k.how == Resolution::Demonym);
    // "The French" are many.
    let single =
        form.ends_with(['n', 'i', 'k', 'd']) && tree.token(i).is_some_and(|t| matches!(t.xpos, "NNP" | "NN"));
    let heads = matches!(
        tree.deprel(i),
        Some(Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Obl | Deprel::OblAgent | Deprel::Iobj)
    );
    let counted = tree
        .dependent(i, &[Deprel::Det])
        .is_some_and(|d| matches!(tree.lemma(d), "the" | "a" | "an"));
    demonym && single && heads && counted
}

fn starts_upper(form: &str) -> bool {
    form.chars().next().is_some_and(char::is_uppercase)
}

/// Finds the names of a sentence, left to right.
pub(super) fn find(
    tree: Tree<'_>,
    at: At,
    capitalised: &HashSet<&str>,
    aliases: &Aliases,
    chunks: &mut Vec<Chunk>,
) {
    let mut i = 0;
    while i < tree.len() {
        if let Some((end, known)) = declared(tree, i, aliases) {
            chunks.extend(chunk(tree, at, i, (i, end), Some(known), &[]));
            i = end + 1;
            continue;
        }
        if !starts_upper(tree.form(i)) && !is_proper(tree, i) {
            i += 1;
            continue;
        }
        let run = run(tree, i);
        if run == Some(i) && !capitalised.contains(tree.form(i)) && is_plain_first(tree, i) {
            i += 1;
            continue;
        }
        if run == Some(i) && (is_of_office(tree, i) || is_one_of_a_people(tree, i)) {
            i += 1;
            continue;
        }
        if let Some((end, known)) = gazetteer(tree, i, run) {
            chunks.extend(chunk(tree, at, i, (i, end), Some(known), &[]));
            i = end + 1;
        } else if let Some(end) = run {
            let (start, end, titles) = without_titles(tree, i, end);
            let from = i;
            // The tail of the run may be known on its own: "near Lake Victoria", but never "Michael Jordan".
            if start <= end {
                chunks.extend(chunk(tree, at, from, (start, end), None, &titles));
            }
            i = end.max(i) + 1;
        } else {
            i += 1;
        }
    }
}

/// The longest form that the caller declared and that starts at a word.
fn declared(tree: Tree<'_>, start: usize, aliases: &Aliases) -> Option<(usize, Known)> {
    if aliases.is_empty() {
        return None;
    }
    let first = tree.token(start)?;
    (start..tree.len().min(start + LONGEST)).rev().find_map(|end| {
        let text = tree.text.get(first.span.start..tree.token(end)?.span.end)?;
        let name = aliases.get(text)?;
        let words: Vec<&str> = name.split(' ').collect();
        let same = knowledge::known(&words).filter(|(count, _)| *count == words.len());
        let known = Known {
            name: name.clone(),
            kind: same.map_or(EntityKind::Other, |(_, known)| known.kind),
            how: Resolution::Declared,
            government: None,
            doubtful: false,
        };
        Some((end, known))
    })
}

/// The words that stand with a capital and a name's tag where no sentence begins.
pub(super) fn capitalised_inside<'r>(reading: &'r Reading<'_>) -> HashSet<&'r str> {
    let mut words = HashSet::new();
    for (_, tree) in reading.trees().filter(|(_, tree)| tree.field == Field::Text) {
        let inside = (1..tree.len()).filter(|&i| tree.token(i - 1).is_some_and(|t| t.upos != Upos::Punct));
        words.extend(
            inside
                .filter(|&i| is_proper(tree, i) && starts_upper(tree.form(i)))
                .map(|i| tree.form(i)),
        );
    }
    words
}

/// A common noun that has its capital from the beginning of the sentence, whatever its tag: "Trade has increased".
fn is_plain_first(tree: Tree<'_>, i: usize) -> bool {
    let first = (0..i).all(|j| tree.token(j).is_some_and(|t| t.upos == Upos::Punct));
    let lower = tree.form(i).to_lowercase();
    first && knowledge::is_noun(&lower) && knowledge::known(&[tree.form(i)]).is_none_or(|(_, k)| k.doubtful)
}

/// The end of the run of proper nouns that hang together from `start` on.
fn run(tree: Tree<'_>, start: usize) -> Option<usize> {
    if !is_proper(tree, start) {
        return None;
    }
    let mut end = start;
    while end + 1 < tree.len() {
        let glued = tree.is_glued(end + 1);
        let hangs = |i: usize| {
            tree.token(i)
                .and_then(|t| t.head)
                .is_some_and(|h| (start..=end).contains(&h))
                || (start..=end).any(|j| tree.token(j).and_then(|t| t.head) == Some(i))
                || tree.token(i).map(|t| t.head) == tree.token(end).map(|t| t.head)
                    && matches!(
                        tree.deprel(end),
                        Some(Deprel::Compound | Deprel::Flat | Deprel::NmodDesc | Deprel::Amod)
                    )
        };
        let joined = |i: usize| {
            let carries = (start..=end).any(|j| tree.token(j).and_then(|t| t.head) == Some(i));
            is_proper(tree, i)
                && hangs(i)
                && (carries
                    || !matches!(
                        tree.deprel(i),
                        Some(
                            Deprel::Appos
                                | Deprel::Conj
                                | Deprel::Obj
                                | Deprel::OblUnmarked
                                | Deprel::NmodUnmarked
                        )
                    ))
        };
        if joined(end + 1) {
            end += 1;
        } else if is_linked(tree, end, glued) || is_body_of(tree, end) {
            end += 2;
        } else if is_office_of(tree, start, end) {
            end += if tree.form(end + 2).eq_ignore_ascii_case("the") {
                3
            } else {
                2
            };
        } else {
            break;
        }
        if end - start > 12 {
            break;
        }
    }
    Some(end)
}

/// Whether a hyphen or another sign links a name to its next word: "Ri Sol-ju", "Marks & Spencer".
fn is_linked(tree: Tree<'_>, end: usize, glued: bool) -> bool {
    let sign = tree.form(end + 1);
    matches!(sign, "-" | "&" | "’" | "'")
        && (glued || sign == "&")
        && tree.deprel(end + 2) == Some(Deprel::Flat)
        && is_proper(tree, end + 2)
}

/// Whether a name goes on behind the many it is for: "the Steel Workers' Union", "the People's Party".
fn is_body_of(tree: Tree<'_>, end: usize) -> bool {
    let many = tree.token(end).is_some_and(|t| t.xpos == "NNPS")
        || matches!(tree.form(end), "Children" | "People" | "Women" | "Men");
    let sign = tree.token(end + 1).is_some_and(|t| t.xpos == "POS");
    let body = end + 2;
    many && sign
        && is_proper(tree, body)
        && starts_upper(tree.form(body))
        && knowledge::is_noun(&tree.lemma(end).to_lowercase())
        && std::iter::once(end)
            .chain(tree.ancestors(end))
            .take(3)
            .any(|h| h >= body)
}

/// Whether "of X" follows a name and belongs to it: "University of Leeds", "Bank of Ghana".
fn is_office_of(tree: Tree<'_>, start: usize, end: usize) -> bool {
    // "Ann Lee of the Supervisory Office" is a person of one.
    let body = |i: usize| knowledge::is_noun(&tree.form(i).to_lowercase());
    let person = tree.deprel(end) == Some(Deprel::Flat) && !(start..=end).any(body);
    if !tree.form(end + 1).eq_ignore_ascii_case("of") || knowledge::title(tree.form(end)).is_some() || person
    {
        return false;
    }
    let next = if tree.form(end + 2).eq_ignore_ascii_case("the") {
        end + 3
    } else {
        end + 2
    };
    if !is_proper(tree, next) || !starts_upper(tree.form(next)) {
        return false;
    }
    let mut heads = std::iter::once(next).chain(tree.ancestors(next)).take(3);
    heads.any(|h| (start..=end).contains(&h))
}

/// The longest known name that starts at a word.
fn gazetteer(tree: Tree<'_>, start: usize, run: Option<usize>) -> Option<(usize, Known)> {
    let words: Vec<&str> = (start..tree.len().min(start + LONGEST))
        .map(|i| tree.form(i))
        .collect();
    let (count, known) = knowledge::known(&words)?;
    let end = start + count - 1;
    // "May", "Reading", "Jordan": a name only where the tag says so and no further name goes on.
    let proper = (start..=end).all(|i| is_proper(tree, i));
    if known.doubtful && (!proper && known.how != Resolution::Demonym || run.is_some_and(|r| r > end)) {
        return None;
    }
    // "Jordan" in "Michael Jordan", "Chelsea" in "Chelsea Clinton" are parts of a person's name.
    let inside = |i: Option<usize>| i.is_some_and(|i| (start..=end).contains(&i));
    // "Korean War", "Chicago Symphony Orchestra": the name goes on, and is another.
    let goes_on = run.is_some_and(|r| {
        r > end
            && (end + 1..=r).all(|i| title_ends(tree, end + 1, r, i).is_none())
            && (start..=end).any(|i| {
                matches!(
                    tree.deprel(i),
                    Some(Deprel::Compound | Deprel::Amod | Deprel::NmodDesc)
                ) && tree
                    .token(i)
                    .and_then(|t| t.head)
                    .is_some_and(|h| (end + 1..=r).contains(&h))
            })
    });
    if goes_on {
        return None;
    }
    let flat_out = (start..=end)
        .any(|i| tree.deprel(i) == Some(Deprel::Flat) && !inside(tree.token(i).and_then(|t| t.head)));
    let flat_in = run.is_some_and(|r| r > end)
        && (end + 1..=run.unwrap_or(end))
            .any(|i| tree.deprel(i) == Some(Deprel::Flat) && inside(tree.token(i).and_then(|t| t.head)));
    (!flat_out && !flat_in).then_some((end, known))
}

/// Where the title starts that ends at a word of a run: one word or up to three.
fn title_ends(tree: Tree<'_>, start: usize, end: usize, last: usize) -> Option<usize> {
    (start..=last).rev().take(3).find(|&first| {
        let words: Vec<&str> = (first..=last.min(end)).map(|i| tree.form(i)).collect();
        knowledge::title(&words.join(" ")).is_some()
    })
}

/// Cuts titles and offices from the front of a run: "President", "Defense Minister", "Dr".
fn without_titles(tree: Tree<'_>, start: usize, end: usize) -> (usize, usize, Vec<String>) {
    if title_ends(tree, start, end, end) == Some(start) {
        // "The Prime Minister": an office and no name.
        return (end + 1, end, Vec::new());
    }
    let last_title = (start..end)
        .rev()
        .filter(|&i| tree.deprel(i) != Some(Deprel::Flat))
        .find(|&i| {
            let office = || knowledge::sort(&tree.form(i).to_lowercase()) == Sort::Person;
            title_ends(tree, start, end, i).is_some() || tree.deprel(i) == Some(Deprel::NmodDesc) && office()
        });
    match last_title {
        Some(last) => {
            let titles = (start..=last).map(|i| tree.form(i).to_owned()).collect();
            (last + 1, end, titles)
        }
        None => (start, end, Vec::new()),
    }
}

/// The stretch of words as a name; `from` is where its titles begin.
fn chunk(
    tree: Tree<'_>,
    at: At,
    from: usize,
    words: (usize, usize),
    known: Option<Known>,
    titles: &[String],
) -> Option<Chunk> {
    let (start, end) = words;
    let (first, last) = tree.token(start).zip(tree.token(end))?;
    let form = tree.plain(Span::new(tree.field, first.span.start..last.span.end));
    // The word that carries the name may be its title: "Dr" in some trees.
    let head = (from..=end)
        .find(|&i| {
            tree.token(i)
                .and_then(|t| t.head)
                .is_none_or(|h| !(from..=end).contains(&h))
        })
        .unwrap_or(end);
    let roles = roles(tree, head, titles);
    let (kind, guessed) = match &known {
        Some(known) if known.government.is_some() && metonym::acts(tree, head) => {
            (EntityKind::Country, false)
        }
        Some(known) => (known.kind, false),
        None => name_kind::told(tree, words, head, titles, &roles),
    };
    Some(Chunk {
        at: at.word(head),
        words,
        form,
        known,
        title: titles.last().cloned(),
        roles,
        kind,
        guessed,
        vessel: name_kind::is_vessel(tree, head),
        led: role::case(tree, head).is_some(),
    })
}

/// The offices and roles that stand around a name: before it, in apposition, as its predicate.
fn roles(tree: Tree<'_>, head: usize, titles: &[String]) -> Vec<String> {
    let mut roles: Vec<String> = titles.last().map(|t| t.to_lowercase()).into_iter().collect();
    let around = [
        Deprel::Appos,
        Deprel::Compound,
        Deprel::NmodDesc,
        Deprel::Amod,
        Deprel::NmodUnmarked,
    ];
    let below = tree.dependents(head, &around);
    let above = tree
        .token(head)
        .filter(|t| matches!(t.deprel, Deprel::Appos | Deprel::Flat))
        .and_then(|t| t.head);
    let predicate = tree
        .token(head)
        .filter(|t| t.deprel == Deprel::Nsubj)
        .and_then(|t| t.head)
        .filter(|&p| tree.dependent(p, &[Deprel::Cop]).is_some());
    for i in below.chain(above).chain(predicate) {
        let common = tree.token(i).is_some_and(|t| t.upos == Upos::Noun);
        if common && knowledge::sort(tree.lemma(i)) == Sort::Person && !knowledge::is_trade(tree.lemma(i)) {
            roles.push(tree.lemma(i).to_owned());
        }
    }
    roles.dedup();
    roles
}
