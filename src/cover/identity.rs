//! Whether two texts speak of one: by the words of a name, or by what only the other text can tell ("it", "the film").

use crate::cover::facts::Subject;
use crate::cover::gist::{Gist, Word};
use crate::cover::meet::{self, Met};

/// Whether the two are one: every word of the second's name that the first text has is in the first's name, and most are; or
/// what the first is can only be told from the second.
pub(crate) fn same((a, b): (&Gist, &Gist), met: &[Option<Met>], of_a: &Subject, of_b: &Subject) -> bool {
    if of_b.name.is_empty() {
        return false;
    }
    if of_a.open {
        return true;
    }
    // "Tim" is short for "Timothy".
    let short = |x: &Word, y: &Word| y.lemma.len() > 2 && x.lemma.starts_with(&y.lemma);
    let in_name = |j: &usize| {
        let words = |i: &usize| a.words.get(*i).zip(b.words.get(*j));
        let mut all = of_a.name.iter().filter_map(words);
        all.any(|(x, y)| meet::is_same(x, y) || short(x, y))
    };
    let (inside, outside): (Vec<usize>, Vec<usize>) = of_b.name.iter().partition(|j| in_name(j));
    let elsewhere = outside
        .iter()
        .any(|&j| met.get(j).copied().flatten().is_some_and(|m| m.score >= 900));
    !elsewhere && inside.len() > outside.len()
}

/// The words of the second text that name who both texts speak of first, though the first may only call it "it".
pub(crate) fn named(a: &Gist, b: &Gist, met: &[Option<Met>]) -> Vec<usize> {
    let both = a.facts.first.as_ref().zip(b.facts.first.as_ref());
    match both {
        Some((x, y)) if x.open && !y.name.is_empty() => y.phrase.clone(),
        Some((x, y)) if same((a, b), met, x, y) || surname((a, b), x, y) => y.name.clone(),
        _ => Vec::new(),
    }
}

/// "Lind" and "Mara Lind": who was named in full elsewhere is called by the last name, or by two of three.
fn surname((a, b): (&Gist, &Gist), of_a: &Subject, of_b: &Subject) -> bool {
    let words = |gist: &'_ Gist, subject: &Subject| -> Vec<String> {
        let mut all = subject.name.clone();
        all.sort_unstable();
        let lemma = |i: usize| gist.words.get(i).map(|w| w.lemma.clone());
        all.into_iter().filter_map(lemma).collect()
    };
    let (x, y) = (words(a, of_a), words(b, of_b));
    let (short, long) = if x.len() <= y.len() { (&x, &y) } else { (&y, &x) };
    let within = short.iter().all(|w| long.contains(w));
    within && !short.is_empty() && (short.len() > 1 || short.last() == long.last())
}
