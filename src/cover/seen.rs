//! What of the second text the first says, what stands in the place of the rest, and what speaks against it.

use crate::align::WordRelation;
use crate::cover::gist::{Bond, Class, Extent, Gist, Standing, Word};
use crate::cover::meet::{self, HALF, Met, SAID};
use crate::lexicon::wordnet::Pos;

/// A word of the second text and the word of the first that it is set against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pairing {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) relation: WordRelation,
}

/// What was seen of two texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    /// For each word of the second text what answers it.
    pub(crate) met: Vec<Option<Met>>,
    /// The share of the second text's weight that the first says, in thousandths: each word as far as it is met.
    pub(crate) cover: u32,
    /// The same, counting only words that are said in full.
    pub(crate) said: u32,
    /// How far the word that the second text is built on is met.
    pub(crate) root: u32,
    /// Words of the second text that the first does not say.
    pub(crate) unsaid: Vec<usize>,
    /// Words of the first text in the place of words of the second that are not said.
    pub(crate) replaced: Vec<Pairing>,
    /// Words that are said, but whose standing is the other way round.
    pub(crate) turned: Vec<Pairing>,
    /// Words that the first text leaves open and the second does not.
    pub(crate) opened: usize,
    /// Whether the standing of the word that the second text is built on is the other way round.
    pub(crate) root_turned: bool,
    /// How the first text stands to that word, where it leaves it open and the second does not.
    pub(crate) root_opened: Option<Standing>,
    /// Whether what the second text holds has not come about in the first.
    pub(crate) root_pending: bool,
    /// Words of which the first text says some and the second all.
    pub(crate) parted: usize,
    /// Subjects and objects that stand far from their verb in the first text.
    pub(crate) apart: usize,
    /// Whether both texts deny what the second is built on, and where that stands in each.
    pub(crate) both_deny: Option<(usize, usize)>,
    /// Whether a denial of the one reaches the other: what is denied says no more than what is held.
    pub(crate) reaches: bool,
}

/// Compares two texts word by word.
pub(crate) fn see(a: &Gist, b: &Gist) -> Seen {
    let met = meet::meet(a, b);
    let whole: u32 = b.words.iter().map(|w| w.weight).sum::<u32>().max(1);
    let share = |part: &dyn Fn(&Met) -> u32| {
        let parts = b.words.iter().zip(&met);
        parts
            .map(|(w, m)| w.weight * m.as_ref().map_or(0, part))
            .sum::<u32>()
            / whole
    };
    let root = b.root();
    let mut seen = Seen {
        cover: share(&|m| m.score),
        said: share(&|m| u32::from(m.score >= SAID) * 1000),
        root: root
            .and_then(|r| met.get(r).copied().flatten())
            .map_or(0, |m| m.score),
        ..Seen::default()
    };
    seen.places(a, b, &met);
    seen.standings(a, b, &met, root);
    let denied = |w: Option<&Word>| w.is_some_and(|w| w.standing == Standing::Denied);
    seen.both_deny = root
        .and_then(|r| Some((met.get(r).copied().flatten()?.at, r)))
        .filter(|&(i, j)| denied(a.words.get(i)) && denied(b.words.get(j)));
    seen.reaches = reaches(a, b, &met, root);
    seen.met = met;
    seen
}

impl Seen {
    /// The place in the first text where it says a word of the second in full.
    pub(crate) fn said_at(&self, at: usize) -> Option<usize> {
        let met = self.met.get(at).copied().flatten()?;
        (met.score >= SAID).then_some(met.at)
    }

    /// Whether a word of the second text hangs on what says the head of a word of the first, or neither hangs on any.
    pub(crate) fn in_one_place(&self, x: &Word, y: &Word) -> bool {
        match (x.head, y.head) {
            (Some(head), Some(answer)) => self.said_at(answer) == Some(head),
            (None, None) => true,
            _ => false,
        }
    }

    /// How many of the words that are not said are of a class.
    pub(crate) fn lacks(&self, b: &Gist, test: impl Fn(&Word) -> bool) -> usize {
        let words = self.unsaid.iter().filter_map(|&j| b.words.get(j));
        words.filter(|w| test(w)).count()
    }

    /// The share of the second text's weight that the first says, without some words.
    pub(crate) fn cover_without(&self, b: &Gist, words: &[usize]) -> u32 {
        let counted = || {
            b.words
                .iter()
                .zip(&self.met)
                .enumerate()
                .filter(|(j, _)| !words.contains(j))
        };
        let whole: u32 = counted().map(|(_, (w, _))| w.weight).sum();
        let part: u32 = counted()
            .map(|(_, (w, m))| w.weight * m.map_or(0, |m| m.score))
            .sum();
        part / whole.max(1)
    }

    /// Words of the second text that exclude what they are set against.
    pub(crate) fn opposed(&self) -> impl Iterator<Item = Pairing> + '_ {
        let met = self.met.iter().enumerate().filter_map(|(j, m)| {
            m.map(|m| Pairing {
                a: m.at,
                b: j,
                relation: m.relation,
            })
        });
        met.filter(|p| p.relation.excludes())
    }

    /// Looks at where the words stand: what is said in the same place, and what stands in the place of what is not.
    fn places(&mut self, a: &Gist, b: &Gist, met: &[Option<Met>]) {
        let of = |j: usize| met.get(j).copied().flatten();
        for (j, y) in b.words.iter().enumerate() {
            let said = of(j).filter(|m| m.score >= SAID);
            if said.is_none() {
                self.unsaid.push(j);
            }
            let Some(head) = y.head.and_then(|h| of(h).filter(|m| m.score >= HALF)) else {
                continue;
            };
            let Some(own) = said else {
                let stands = a.words.iter().enumerate().find(|(i, x)| {
                    x.head == Some(head.at)
                        && x.bond == y.bond
                        && !met.iter().flatten().any(|m| m.at == *i && m.score >= SAID)
                });
                if let Some((i, x)) = stands {
                    let relation = meet::compare(x, y).map_or(WordRelation::Unrelated, |(r, _)| r);
                    self.replaced.push(Pairing { a: i, b: j, relation });
                }
                continue;
            };
            self.apart += usize::from(
                matches!(y.bond, Bond::Subject | Bond::Object) && distance(a, own.at, head.at) > 2,
            );
        }
    }

    /// Looks at what each text holds of the words that both say.
    fn standings(&mut self, a: &Gist, b: &Gist, met: &[Option<Met>], root: Option<usize>) {
        for (j, (y, m)) in b.words.iter().zip(met).enumerate() {
            let Some(m) = m.filter(|m| m.score >= HALF) else {
                continue;
            };
            let Some(x) = a.words.get(m.at) else { continue };
            let turned = matches!(
                (x.standing, y.standing),
                (Standing::Denied, Standing::Holds) | (Standing::Holds, Standing::Denied)
            );
            let open = |w: &Word| matches!(w.standing, Standing::Open | Standing::Supposed);
            let opened = open(x) && !open(y);
            self.parted += usize::from(x.extent == Extent::Some && y.extent == Extent::All);
            if turned {
                self.turned.push(Pairing {
                    a: m.at,
                    b: j,
                    relation: m.relation,
                });
            }
            self.opened += usize::from(opened);
            if Some(j) == root {
                self.root_turned = turned;
                let is_so = y.standing == Standing::Holds;
                self.root_pending = is_so && (x.wanted && !y.wanted || x.pending && y.happened);
            }
            // Under a verb that says nothing by itself ("gave a concert") several words carry the text.
            if opened && y.head.is_none() {
                self.root_opened = Some(x.standing);
            }
        }
    }
}

/// Whether a denial of the one text reaches the other. What the first denies must say no more than what the second holds,
/// and what the second denies no more than what the first holds: no eating of pizza is not no eating.
fn reaches(a: &Gist, b: &Gist, met: &[Option<Met>], root: Option<usize>) -> bool {
    use WordRelation::{Causes, Derived, Entailed, Entails, General, Same, Specific, Synonym};
    let Some(at) = root.and_then(|r| met.get(r).copied().flatten()).map(|m| m.at) else {
        return false;
    };
    let alike = |m: &Met| matches!(m.relation, Same | Synonym | Derived);
    let says_less = |m: &Met| alike(m) || matches!(m.relation, General | Entailed);
    let says_more = |m: &Met| alike(m) || matches!(m.relation, Specific | Entails | Causes);
    let denies = |gist: &Gist, at: Option<usize>| {
        at.and_then(|at| gist.words.get(at))
            .is_some_and(|w| w.standing == Standing::Denied)
    };
    if denies(a, Some(at)) {
        let answered = |i: usize| met.iter().flatten().any(|m| m.at == i && says_less(m));
        // Adverbs, clauses and what narrows of whom it is denied leave what is denied as wide as it is.
        let counts = |i: usize| {
            let narrows = |w: &Word| w.bond != Bond::Other && w.pos != Pos::Adverb;
            let of_somebody = |k: usize| a.words.get(k).is_some_and(|w| w.bond == Bond::Subject && !w.none);
            i == at
                || a.above(i).any(|k| k == at)
                    && a.words.get(i).is_some_and(narrows)
                    && !a.above(i).take_while(|&k| k != at).any(of_somebody)
        };
        (0..a.words.len()).filter(|&i| counts(i)).all(answered)
    } else {
        denies(b, root)
            && met
                .iter()
                .all(|m| m.is_some_and(|m| m.score >= SAID && says_more(&m)))
    }
}

/// How many steps in the tree lie between two words; many where they stand in different sentences.
fn distance(gist: &Gist, i: usize, j: usize) -> usize {
    let up = |i: usize| std::iter::once(i).chain(gist.above(i));
    let meets = up(i)
        .enumerate()
        .find_map(|(m, x)| up(j).position(|y| y == x).map(|n| m + n));
    meets.unwrap_or(usize::MAX)
}

/// Whether two names or two numbers stand in each other's place.
pub(crate) fn both(a: &Gist, b: &Gist, pairing: &Pairing, class: Class) -> bool {
    let is = |gist: &Gist, i: usize| gist.words.get(i).is_some_and(|w| w.class == class);
    is(a, pairing.a) && is(b, pairing.b)
}

/// Whether two numbers stand in each other's place that exclude each other.
pub(crate) fn numbers_exclude(a: &Gist, b: &Gist, pairing: &Pairing) -> bool {
    let words = a.words.get(pairing.a).zip(b.words.get(pairing.b));
    words.is_some_and(|(x, y)| x.marker == y.marker && x.counts_otherwise(y))
}
