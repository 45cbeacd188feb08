//! Word against word of two texts: which word of the first says what a word of the second says.

use crate::align::{WordRelation, compare_words};
use crate::cover::gist::{Class, Gist, Word};

/// The word of the first text that answers a word of the second best.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Met {
    /// Its place among the words of the first text.
    pub(crate) at: usize,
    pub(crate) relation: WordRelation,
    /// How far it says the same, in thousandths.
    pub(crate) score: u32,
}

/// From here on, in thousandths, a word counts as said.
pub(crate) const SAID: u32 = 600;
/// From here on, in thousandths, a word is met at all.
pub(crate) const HALF: u32 = 500;

/// For each word of `b` the word of `a` that answers it best, if any does.
pub(crate) fn meet(a: &Gist, b: &Gist) -> Vec<Option<Met>> {
    let all: Vec<Vec<Met>> = b.words.iter().map(|y| candidates(a, y)).collect();
    let best = |list: &[Met]| list.iter().copied().max_by_key(|m| (m.score, usize::MAX - m.at));
    let first: Vec<Option<Met>> = all.iter().map(|list| best(list)).collect();
    // Where several words could answer, the one that hangs on what answers the head does.
    b.words
        .iter()
        .zip(&all)
        .enumerate()
        .map(|(j, (y, list))| {
            let top = best(list)?.score;
            let fits = |m: &Met| {
                let head_of = |i: usize| a.words.get(i).and_then(|w| w.head);
                let answers =
                    |k: Option<usize>| k.and_then(|k| first.get(k).copied().flatten()).map(|m| m.at);
                let by_head = y.head.is_some() && answers(y.head).is_some_and(|h| head_of(m.at) == Some(h));
                let by_child = b.words.iter().enumerate().any(|(k, z)| {
                    z.head == Some(j) && answers(Some(k)).is_some_and(|c| head_of(c) == Some(m.at))
                });
                u32::from(by_head) * 120 + u32::from(by_child) * 80
            };
            list.iter()
                .copied()
                .filter(|m| m.score + 200 >= top)
                .max_by_key(|m| (m.score + fits(m), usize::MAX - m.at))
        })
        .collect()
}

fn candidates(a: &Gist, y: &Word) -> Vec<Met> {
    let same: Vec<Met> = a
        .words
        .iter()
        .enumerate()
        .filter(|(_, x)| is_same(x, y))
        .map(|(at, _)| Met {
            at,
            relation: WordRelation::Same,
            score: 1000,
        })
        .collect();
    if !same.is_empty() {
        return same;
    }
    a.words
        .iter()
        .enumerate()
        .filter_map(|(at, x)| {
            let (relation, score) = compare(x, y)?;
            Some(Met { at, relation, score })
        })
        .collect()
}

/// Whether two words are one, up to inflection and capital letters.
pub(crate) fn is_same(x: &Word, y: &Word) -> bool {
    match (x.number, y.number) {
        (Some(p), Some(q)) => return (p - q).abs() <= f64::EPSILON * p.abs().max(q.abs()),
        (Some(_), None) | (None, Some(_)) if x.class != y.class => return false,
        _ => {}
    }
    // A verb with its particle is not the verb alone.
    let one_word = !x.lemma.contains(' ') && !y.lemma.contains(' ');
    x.lemma == y.lemma
        || one_word && x.words.text.eq_ignore_ascii_case(&y.words.text)
        || x.class == Class::Name && bare(&x.lemma) == bare(&y.lemma)
        || x.known.is_some() && x.known == y.known
        || x.initials.as_deref().is_some_and(|i| i == y.words.text)
        || y.initials.as_deref().is_some_and(|i| i == x.words.text)
}

/// A name without its accents: "Noël" and "Noel" are one.
fn bare(name: &str) -> String {
    let plain = |c: char| match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ț' | 'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ű' | 'ů' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '’' => '\'',
        c => c,
    };
    name.chars().map(plain).collect()
}

/// How two different words relate, and how far the first says what the second says.
pub(crate) fn compare(x: &Word, y: &Word) -> Option<(WordRelation, u32)> {
    if y.class == Class::Number || x.class == Class::Number {
        return None;
    }
    let found = compare_words(&x.lemma, x.pos, &y.lemma, y.pos);
    let likeness = u32::from(found.1);
    let score = match found.0 {
        WordRelation::Same => 1000,
        WordRelation::Synonym | WordRelation::Derived => 600 + likeness * 4 / 10,
        WordRelation::Specific | WordRelation::Entails | WordRelation::Causes => 500 + likeness * 4 / 10,
        WordRelation::Caused => 600,
        WordRelation::General | WordRelation::Entailed => 300 + likeness * 3 / 10,
        WordRelation::Sibling => 250,
        WordRelation::Opposite(_) => 300,
        WordRelation::Alike => likeness * 9 / 10,
        WordRelation::Unrelated if likeness >= 400 => likeness * 8 / 10,
        WordRelation::Unrelated => return None,
    };
    // A name stands for nothing but itself.
    let named = x.class == Class::Name || y.class == Class::Name;
    if named && score < 900 {
        return Some((found.0, score.min(400)));
    }
    Some((found.0, score))
}
