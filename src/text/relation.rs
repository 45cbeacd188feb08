//! Names the relation between a word and its head.

use super::hash::key;
use super::tag::Forms;
use super::weigh::{Weigh, best};

/// A tagged sentence, as the parser sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tagged<'s> {
    /// The words' letters.
    pub(crate) forms: &'s Forms,
    /// The words' tags, as classes of the tagger.
    pub(crate) tags: &'s [u8],
    /// Which tags are auxiliaries', as bits.
    pub(crate) auxiliaries: u128,
}

/// The tag of the root, which stands behind the last word.
const ROOT_TAG: u64 = 200;
/// The tag of what is not there.
const NOTHING_TAG: u64 = 201;

impl Tagged<'_> {
    /// The number of words; also the root's position.
    pub(crate) fn len(&self) -> usize {
        self.tags.len()
    }

    /// The tag of a word, of the root, or of nothing.
    pub(crate) fn tag(&self, i: usize) -> u64 {
        match self.tags.get(i) {
            Some(&tag) => u64::from(tag),
            None if i == self.tags.len() => ROOT_TAG,
            None => NOTHING_TAG,
        }
    }

    /// Whether a word is tagged as an auxiliary.
    pub(crate) fn is_auxiliary(&self, i: usize) -> bool {
        self.tags
            .get(i)
            .is_some_and(|&tag| self.auxiliaries >> (tag & 127) & 1 == 1)
    }

    /// Whether a word is a comma.
    pub(crate) fn is_comma(&self, i: usize) -> bool {
        self.word(i) == comma()
    }

    /// The hash of a word, of the root, or of nothing.
    pub(crate) fn word(&self, i: usize) -> u64 {
        if i > self.tags.len() {
            0
        } else {
            self.forms.near(i, 0).word
        }
    }
}

fn comma() -> u64 {
    static COMMA: std::sync::LazyLock<u64> = std::sync::LazyLock::new(|| super::form::Form::new(",").word);
    *COMMA
}

/// The keys of the features of `dependent` as a dependent of `head`.
pub(crate) fn features(s: Tagged<'_>, head: usize, dependent: usize, keys: &mut Vec<u32>) {
    keys.clear();
    let before = |i: usize| if i == 0 { usize::MAX } else { i - 1 };
    let (h, d) = (head, dependent);
    let (hw, dw, ht, dt) = (s.word(h), s.word(d), s.tag(h), s.tag(d));
    let side = u64::from(d < h);
    let distance = (match h.abs_diff(d) {
        n @ 0..=4 => n as u64,
        5..=8 => 5,
        _ => 6,
    }) * 2
        + side;
    let form = s.forms.near(d, 0);
    let (left, right) = (before(d), d + 1);
    let (low, high) = (h.min(d), h.max(d));
    // What lies between: verbs, commas and conjunctions tell clauses and lists apart.
    let between = (low + 1..high).fold(0_u64, |set, i| set | 1 << (s.tag(i) & 63));
    let mut template = 0;
    let mut add = |values: [u64; 3]| {
        template += 1;
        keys.push(key(200 + template, values));
    };
    add([dt, ht, side]);
    add([dt, ht, distance]);
    add([dw, dt, side]);
    add([hw, ht, side]);
    add([dw, ht, side]);
    add([hw, dt, side]);
    add([dw, hw, side]);
    add([dt, distance, 0]);
    add([form.suffixes[2], ht, side]);
    add([form.suffixes[1], dt, side]);
    add([s.word(left), dt, side]);
    add([s.tag(left), dt, side]);
    add([s.word(right), dt, side]);
    add([s.tag(right), dt, side]);
    add([s.word(left), dt * 256 + ht, side]);
    add([s.tag(left), dt * 256 + ht, side]);
    add([s.tag(right), dt * 256 + ht, side]);
    add([s.tag(left) * 256 + s.tag(right), dt * 256 + ht, side]);
    add([s.word(before(h)), dt * 256 + ht, side]);
    add([s.word(h + 1), dt * 256 + ht, side]);
    add([s.tag(before(h)), dt * 256 + ht, side]);
    add([s.tag(h + 1), dt * 256 + ht, side]);
    add([hw, s.tag(left) * 256 + dt, side]);
    add([hw, s.word(left), dt * 2 + side]);
    add([between, dt * 256 + ht, side]);
    add([s.word(before(left)), dt * 256 + ht, side]);
    add([s.tag(before(left)), s.tag(left), dt * 512 + ht * 2 + side]);
    add([
        s.word(low + 1),
        s.tag(high.saturating_sub(1)),
        dt * 512 + ht * 2 + side,
    ]);
    keys.push(key(299, [side, 0, 0]));
}

/// The class of the relation between a word and its head.
pub(crate) fn relation(
    weights: &impl Weigh<128>,
    classes: usize,
    s: Tagged<'_>,
    head: usize,
    dependent: usize,
) -> u8 {
    let mut keys = Vec::with_capacity(40);
    features(s, head, dependent, &mut keys);
    let mut scores = [0; 128];
    weights.add(&keys, &mut scores);
    best(&scores, classes)
}
