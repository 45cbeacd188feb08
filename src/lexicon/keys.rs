//! Concept keys: words that may agree or conflict share at least one, so that candidates are found without comparing
//! all with all.

use super::degree::{self, DIRECTIONS};
use super::opposites::{self, OPPOSITES, participles};
use super::predicates;
use super::relation::{RELATED, outcomes};
use super::table::{Link, Synset, TABLE};
use super::wordnet::{self, Pos};

/// What a key stands for; in its top four bits.
#[derive(Clone, Copy)]
enum Of {
    Synset = 0,
    Lemma = 1,
    Opposites = 2,
    Unknown = 3,
    Related = 4,
    Change = 5,
    Level = 6,
    Converse = 7,
}

/// Keys of a word at most.
const MOST: usize = 32;

fn key(of: Of, value: u32) -> u32 {
    (of as u32) << 28 | value & 0x0fff_ffff
}

/// The key of a word itself, known or not (FNV-1a).
fn own(word: &str) -> u32 {
    match wordnet::find(word) {
        Some(entry) => key(Of::Lemma, entry.id),
        None => key(
            Of::Unknown,
            word.bytes().fold(0x811c_9dc5, |h, b| {
                (h ^ u32::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
            }),
        ),
    }
}

/// The concept keys of a word, sorted, each once.
///
/// Two words share one if they are synonyms, opposites, converses, of one family, or directly above one another in a frequent
/// sense, or words of change.
pub(crate) fn keys(lemma: &str, pos: Pos) -> impl Iterator<Item = u32> {
    let mut all = vec![own(lemma)];
    gather(lemma, pos, &mut all);
    if pos == Pos::Verb {
        // What is done excludes what could not come of it, and what is then so.
        all.extend(outcomes(lemma).flat_map(|outcome| lines(outcome, pos)));
        all.extend(participles(lemma).flat_map(|done| lines(&done, Pos::Adjective).collect::<Vec<_>>()));
    }
    for other in Pos::ALL.into_iter().filter(|p| *p != pos) {
        for word in wordnet::family(lemma, pos, other).into_iter().take(4) {
            all.push(own(&word));
            all.extend(lines(&word, other));
            if other == Pos::Verb {
                gather(&word, other, &mut all);
            }
        }
    }
    all.truncate(MOST);
    all.sort_unstable();
    all.dedup();
    all.into_iter()
}

/// The keys of the lists that a word stands in.
fn lines(word: &str, pos: Pos) -> impl Iterator<Item = u32> {
    let letter = pos.letter();
    let opposed = OPPOSITES
        .of(word, letter)
        .iter()
        .filter(|p| OPPOSITES.kind(p.line) != "none");
    let related = RELATED
        .of(word, letter)
        .iter()
        .map(|p| key(Of::Related, u32::from(p.line)));
    let change = DIRECTIONS.of(word, letter).first().map(|_| key(Of::Change, 0));
    let level = degree::level(word, pos)
        .filter(|l| !(16..75).contains(l))
        .map(|_| key(Of::Level, 0));
    let converses = predicates::converse_lists(word, pos).map(|line| key(Of::Converse, line));
    opposed
        .map(|p| key(Of::Opposites, u32::from(p.line)))
        .chain(related)
        .chain(change)
        .chain(level)
        .chain(converses)
}

fn gather(lemma: &str, pos: Pos, all: &mut Vec<u32>) {
    all.extend(lines(lemma, pos));
    all.extend(opposites::negated_base(lemma, pos).map(own));
    let Some(entry) = wordnet::find(lemma) else { return };
    all.extend(entry.antonyms(pos).take(4).map(|(id, _)| key(Of::Lemma, id)));
    for (rank, (sense, _)) in entry.senses(pos).filter(|(_, w)| *w >= 2).take(4).enumerate() {
        all.push(key(Of::Synset, sense));
        for (kind, target) in TABLE.synset(sense).into_iter().flat_map(Synset::links).take(4) {
            match kind {
                Link::Hypernym if rank < 2 && TABLE.synset(target).is_some_and(|s| s.fanout <= 80) => {
                    all.push(key(Of::Synset, target));
                }
                Link::Similar if rank < 2 => all.push(key(Of::Synset, target)),
                _ => {}
            }
        }
    }
}
