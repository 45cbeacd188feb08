//! Gives each word its part of speech, from left to right.

use super::form::Form;
use super::hash::key;
use super::weigh::{Weigh, best};

/// The tag before the first word.
pub(crate) const NO_TAG: u8 = u8::MAX;

/// A sentence's forms with what stands around them, so that every word has two neighbours on each side.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    padded: Vec<Form>,
}

impl Forms {
    /// Looks at the words of a sentence.
    pub(crate) fn new<'t>(words: impl Iterator<Item = &'t str>) -> Self {
        let (before, after) = (Form::edge("before"), Form::edge("after"));
        let mut padded = vec![before, before];
        padded.extend(words.map(Form::new));
        padded.extend([after, after, after]);
        Self { padded }
    }

    /// The number of words.
    pub(crate) fn len(&self) -> usize {
        self.padded.len().saturating_sub(5)
    }

    /// The form `offset` words from word `i`.
    pub(crate) fn near(&self, i: usize, offset: isize) -> Form {
        (i + 2)
            .checked_add_signed(offset)
            .and_then(|at| self.padded.get(at))
            .copied()
            .unwrap_or_default()
    }
}

/// The keys of word `i`'s features, given the tags of the two words before it.
pub(crate) fn features(forms: &Forms, i: usize, [two_before, before]: [u8; 2], keys: &mut Vec<u32>) {
    keys.clear();
    let here = forms.near(i, 0);
    let (left, left2) = (forms.near(i, -1), forms.near(i, -2));
    let (right, right2) = (forms.near(i, 1), forms.near(i, 2));
    let (t1, t2) = (u64::from(before), u64::from(two_before));
    let first = u64::from(i == 0);
    let mut template = 0;
    let mut add = |values: [u64; 3]| {
        template += 1;
        keys.push(key(template, values));
    };
    add([here.word, 0, 0]);
    for suffix in here.suffixes {
        add([suffix, 0, 0]);
    }
    for prefix in here.prefixes {
        add([prefix, 0, 0]);
    }
    add([here.shape, 0, 0]);
    add([here.shape, first, here.suffixes[1]]);
    add([t1, 0, 0]);
    add([t1, t2, 0]);
    add([t1, here.word, 0]);
    add([t1, t2, here.word]);
    add([t1, here.suffixes[2], 0]);
    add([t1, here.shape, first]);
    add([left.word, 0, 0]);
    add([left2.word, 0, 0]);
    add([right.word, 0, 0]);
    add([right2.word, 0, 0]);
    add([left.word, here.word, 0]);
    add([right.word, here.word, 0]);
    add([t1, right.word, 0]);
    add([left.suffixes[2], 0, 0]);
    add([right.suffixes[2], 0, 0]);
    add([right.suffixes[1], right.shape, 0]);
    add([right.shape, here.shape, 0]);
    add([t1, right.suffixes[1], here.suffixes[1]]);
    add([right.word, right2.word, 0]);
    add([left.word, right.word, 0]);
    keys.push(key(99, [0; 3]));
}

/// The classes of the words of a sentence.
pub(crate) fn tag(weights: &impl Weigh<128>, classes: usize, forms: &Forms) -> Vec<u8> {
    let mut keys = Vec::with_capacity(40);
    let mut history = [NO_TAG; 2];
    (0..forms.len())
        .map(|i| {
            features(forms, i, history, &mut keys);
            let mut scores = [0; 128];
            weights.add(&keys, &mut scores);
            let class = best(&scores, classes);
            history = [history[1], class];
            class
        })
        .collect()
}
