//! Names the relations again when the whole tree is known: from the root down, the dependents of a word from left to right.

use super::hash::key;
use super::relation::Tagged;
use super::weigh::{Weigh, best};

/// A tree without names: heads, and every word's dependents in order.
#[derive(Debug)]
pub(crate) struct Shape {
    heads: Vec<u32>,
    /// Dependents of all words, one word after the other; the root, word `n`, last.
    kids: Vec<u32>,
    /// Where each word's dependents start.
    starts: Vec<u32>,
}

impl Shape {
    /// The shape of a tree, the root being word `n`.
    pub(crate) fn new(heads: &[u32]) -> Self {
        let n = heads.len();
        let mut starts = vec![0_u32; n + 2];
        for &head in heads {
            if let Some(count) = starts.get_mut((head as usize).min(n) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut free = starts.clone();
        let mut kids = vec![0_u32; n];
        for (word, &head) in heads.iter().enumerate() {
            if let Some(at) = free.get_mut((head as usize).min(n)) {
                if let Some(kid) = kids.get_mut(*at as usize) {
                    *kid = word as u32;
                }
                *at += 1;
            }
        }
        Self {
            heads: heads.to_vec(),
            kids,
            starts,
        }
    }

    /// The dependents of a word, in order.
    fn kids(&self, word: usize) -> &[u32] {
        let from = self.starts.get(word).copied().unwrap_or(0) as usize;
        let to = self.starts.get(word + 1).map_or(from, |&s| s as usize);
        self.kids.get(from..to).unwrap_or_default()
    }

    fn head(&self, word: usize) -> usize {
        self.heads.get(word).map_or(usize::MAX, |&h| h as usize)
    }
}

/// Goes through a tree and asks `name` for the relation of every word; the keys of its features are at hand.
pub(crate) fn walk(s: Tagged<'_>, shape: &Shape, mut name: impl FnMut(usize, &[u32]) -> u8) -> Vec<u8> {
    let mut labels = vec![0_u8; s.len()];
    let mut keys = Vec::with_capacity(80);
    let mut queue = Vec::with_capacity(s.len());
    queue.extend(shape.kids(s.len()).iter().copied());
    let mut at = 0;
    while let Some(&head) = queue.get(at) {
        at += 1;
        let kids = shape.kids(head as usize);
        for (place, &kid) in kids.iter().enumerate() {
            features(s, shape, &labels, (kids, place), &mut keys);
            let label = name(kid as usize, &keys);
            if let Some(slot) = labels.get_mut(kid as usize) {
                *slot = label;
            }
        }
        queue.extend_from_slice(kids);
    }
    labels
}

/// The relations of a tree's words.
pub(crate) fn relabel(weights: &impl Weigh<128>, classes: usize, s: Tagged<'_>, heads: &[u32]) -> Vec<u8> {
    walk(s, &Shape::new(heads), |_, keys| {
        let mut scores = [0; 128];
        weights.add(keys, &mut scores);
        best(&scores, classes)
    })
}

/// The keys of the features of one of the dependents of a word, those before it being named already.
fn features(
    s: Tagged<'_>,
    shape: &Shape,
    labels: &[u8],
    (kids, place): (&[u32], usize),
    keys: &mut Vec<u32>,
) {
    keys.clear();
    let at = |i: Option<&u32>| i.map_or(usize::MAX, |&w| w as usize);
    let label = |i: usize| labels.get(i).map_or(255, |&l| u64::from(l));
    let d = at(kids.get(place));
    let h = shape.head(d);
    let before = |i: usize| if i == 0 { usize::MAX } else { i.wrapping_sub(1) };
    let (hw, dw, ht, dt) = (s.word(h), s.word(d), s.tag(h), s.tag(d));
    let side = u64::from(d < h);
    let distance = (match h.abs_diff(d) {
        n @ 0..=4 => n as u64,
        5..=8 => 5,
        _ => 6,
    }) * 2
        + side;
    let form = s.forms.near(d, 0);
    let own = shape.kids(d);
    let (first, second, last) = (at(own.first()), at(own.get(1)), at(own.last()));
    let (previous, next) = (
        at(place.checked_sub(1).and_then(|p| kids.get(p))),
        at(kids.get(place + 1)),
    );
    let tags_of = |words: &[u32]| {
        words
            .iter()
            .fold(0_u64, |set, &w| set | 1 << (s.tag(w as usize) & 63))
    };
    // The names given so far: a second subject is unlikely.
    let given = kids
        .iter()
        .take(place)
        .fold(0_u64, |set, &w| set | 1 << (label(w as usize) & 63));
    // The last helping verb in front of the head tells the voice.
    let helper = kids
        .iter()
        .rev()
        .map(|&w| w as usize)
        .find(|&w| w < h && s.is_auxiliary(w))
        .unwrap_or(usize::MAX);
    let own_helper = own
        .iter()
        .rev()
        .map(|&w| w as usize)
        .find(|&w| w < d && s.is_auxiliary(w))
        .unwrap_or(usize::MAX);
    let (low, high) = (h.min(d), h.max(d));
    let between = (low.saturating_add(1)..high).fold(0_u64, |set, i| set | 1 << (s.tag(i) & 63));
    let (left, right) = (before(d), d + 1);
    let hl = label(h);
    let tags = dt << 9 | ht << 1 | side;
    let mut template = 0;
    let mut add = |values: [u64; 3]| {
        template += 1;
        keys.push(key(500 + template, values));
    };
    add([tags, 0, 0]);
    add([tags, distance, 0]);
    add([dw, dt, side]);
    add([hw, ht, side]);
    add([dw, ht, side]);
    add([hw, dt, side]);
    add([dw, hw, side]);
    add([form.suffixes[2], ht, side]);
    add([form.suffixes[1], dt, side]);
    add([s.word(left), tags, 0]);
    add([s.tag(left), tags, 0]);
    add([s.word(right), tags, 0]);
    add([s.tag(right), tags, 0]);
    add([s.tag(left) << 8 | s.tag(right), tags, 0]);
    add([s.tag(h.wrapping_add(1)), tags, 0]);
    add([s.tag(before(h)), tags, 0]);
    add([s.word(before(h)), tags, 0]);
    add([between, tags, 0]);
    add([s.word(first), tags, 0]);
    add([s.tag(first), tags, 0]);
    add([s.word(first), dt, hw]);
    add([s.word(first), dw, side]);
    add([s.word(second), s.word(first), tags]);
    add([s.tag(second) << 8 | s.tag(first), tags, 0]);
    add([s.word(last), tags, 0]);
    add([s.tag(last), tags, own.len() as u64]);
    add([tags_of(own), dt, side]);
    add([tags_of(own), tags, hl]);
    add([tags_of(kids), tags, 0]);
    add([given, tags, 0]);
    add([given, dt, hw]);
    add([label(previous), tags, 0]);
    add([label(previous), s.tag(previous), tags]);
    add([label(previous), s.word(previous), tags]);
    add([s.tag(next), tags, 0]);
    add([s.word(next), tags, 0]);
    add([s.tag(previous) << 8 | s.tag(next), tags, 0]);
    add([hl, tags, 0]);
    add([hl, dw, side]);
    add([hl, s.tag(shape.head(h)), tags]);
    add([s.word(helper), tags, 0]);
    add([s.word(helper), dw, ht]);
    add([s.word(own_helper), tags, 0]);
    add([s.word(own_helper), s.word(first), tags]);
    add([kids.len() as u64, place as u64, tags]);
    add([u64::from(place + 1 == kids.len()), tags, distance]);
    keys.push(key(599, [side, 0, 0]));
}
