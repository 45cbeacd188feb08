//! What the parser looks at before each step, after Zhang and Nivre (2011).

use super::hash::key;
use super::relation::Tagged;
use super::state::{Arena, NONE, Node, State};

/// The keys of what only depends on which word is on top of the stack and which comes next.
pub(crate) fn pair_features(s: Tagged<'_>, top: u32, next: u32, keys: &mut Vec<u32>) {
    keys.clear();
    let n0 = next as usize;
    let (n0w, n0t) = (s.word(n0), s.tag(n0));
    let (n1t, n2t) = (s.tag(n0 + 1), s.tag(n0 + 2));
    let n1w = s.word(n0 + 1);
    let mut template = 0;
    let mut add = |values: [u64; 3]| {
        template += 1;
        keys.push(key(300 + template, values));
    };
    let join = |a: u64, b: u64| a << 8 | b;
    let join3 = |a: u64, b: u64, c: u64| a << 16 | b << 8 | c;
    let join4 = |a: u64, b: u64, c: u64, d: u64| a << 24 | b << 16 | c << 8 | d;
    add([n0w, 0, 0]);
    add([n0t, 0, 0]);
    add([n0w, n0t, 0]);
    add([n1w, n1t, 0]);
    add([n1t, n0t, 0]);
    add([s.word(n0 + 2), n2t, 0]);
    add([join3(n0t, n1t, n2t), 0, 0]);
    add([n0w, n1t, 0]);
    if top == NONE {
        add([join(n0t, n1t), 1, 0]);
        return;
    }
    let s0 = top as usize;
    let (s0w, s0t) = (s.word(s0), s.tag(s0));
    let before = |i: usize| if i == 0 { usize::MAX } else { i - 1 };
    let distance = match n0 - s0 {
        n @ 0..=4 => n as u64,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    };
    let (mut commas, mut set) = (0_u64, 0_u64);
    for i in s0 + 1..n0 {
        set |= 1 << (s.tag(i) & 63);
        commas += u64::from(s.is_comma(i));
    }
    let tags = join(s0t, n0t);
    add([s0w, 0, 1]);
    add([s0t, 0, 1]);
    add([s0w, s0t, 1]);
    add([s0w, n0w, tags]);
    add([s0w, n0w, s0t]);
    add([s0w, n0w, n0t << 8]);
    add([s0w, n0w, 0]);
    add([s0w, n0t, s0t]);
    add([s0w, n0t, 1 << 20]);
    add([n0w, s0t, n0t]);
    add([n0w, s0t, 2 << 20]);
    add([tags, 0, 0]);
    add([join3(s0t, n0t, n1t), 0, 0]);
    add([join4(s0t, n0t, n1t, n2t), 0, 0]);
    add([s0w, join(n0t, n1t), 0]);
    add([n0w, join(s0t, n1t), 0]);
    add([n1w, join(s0t, n0t), 0]);
    add([distance, s0w, 0]);
    add([distance, s0t, 0]);
    add([distance, n0w, 0]);
    add([distance, n0t, 0]);
    add([distance, tags, 0]);
    add([distance, s0w, n0w]);
    add([join4(s.tag(before(s0)), s0t, n0t, 0), 0, 0]);
    add([join4(s0t, s.tag(s0 + 1), n0t, 0), 0, 0]);
    add([join4(s0t, s.tag(s0 + 1), s.tag(n0 - 1), n0t), 0, 0]);
    add([join4(s.tag(before(s0)), s0t, s.tag(n0 - 1), n0t), 0, 0]);
    add([join4(s0t, s.tag(n0 - 1), n0t, n1t), 0, 0]);
    add([s.word(before(s0)), tags, 0]);
    add([s.word(n0 - 1), tags, 0]);
    add([s.word(s0 + 1), tags, 0]);
    add([set, tags, 0]);
    add([set, s0w, n0t]);
    add([commas.min(3), tags, distance]);
    let (fs, fn0) = (s.forms.near(s0, 0), s.forms.near(n0.min(s.len()), 0));
    add([fs.suffixes[2], tags, 0]);
    add([fn0.suffixes[2], tags, 0]);
}

/// The keys of what depends on the arcs so far and on the deeper stack.
pub(crate) fn state_features(s: Tagged<'_>, arena: &Arena, state: &State, keys: &mut Vec<u32>) {
    keys.clear();
    let n0 = state.next as usize;
    let (n0w, n0t) = (s.word(n0), s.tag(n0));
    let mut template = 0;
    let mut add = |values: [u64; 3]| {
        template += 1;
        keys.push(key(400 + template, values));
    };
    let join = |a: u64, b: u64| a << 8 | b;
    let join3 = |a: u64, b: u64, c: u64| a << 16 | b << 8 | c;
    let word = |w: u32| if w == NONE { 0 } else { s.word(w as usize) };
    let tag = |w: u32| if w == NONE { 255 } else { s.tag(w as usize) };
    let kids = &state.next_kids;
    let [nl, nl2] = kids.left;
    let (nlt, nlw, nll) = (tag(nl), word(nl), u64::from(kids.labels[0]));
    add([n0w, u64::from(kids.lefts), 0]);
    add([n0t, u64::from(kids.lefts), 0]);
    add([nlw, n0t, 0]);
    add([join(nlt, n0t), 0, 0]);
    add([join(nll, n0t), 0, 0]);
    add([word(nl2), n0t, 0]);
    add([join3(tag(nl2), nlt, n0t), 0, 0]);
    add([n0w, kids.left_set, 0]);
    add([n0t, kids.left_set, 0]);
    let Some(top) = arena.node(state.top) else { return };
    let none = Node {
        word: NONE,
        below: NONE,
        attached: false,
        label: 0,
        kids: super::state::Kids::EMPTY,
    };
    let second = arena.node(top.below).unwrap_or(&none);
    let third = arena.node(second.below).unwrap_or(&none);
    let (s0w, s0t) = (word(top.word), tag(top.word));
    let attached = u64::from(top.attached);
    let label = if top.attached { u64::from(top.label) + 1 } else { 0 };
    let (s1w, s1t) = (word(second.word), tag(second.word));
    let s1 = if second.attached {
        u64::from(second.label) + 1
    } else {
        0
    };
    let tags = join(s0t, n0t);
    let [left, left2] = top.kids.left;
    let [right, right2] = top.kids.right;
    let [first, first2, last, last2] = top.kids.labels.map(u64::from);
    let counts = [u64::from(top.kids.lefts), u64::from(top.kids.rights)];
    add([attached, tags, 0]);
    add([label, tags, 0]);
    add([label, s0w, n0t]);
    add([label, s0t, n0w]);
    add([label, s0w, 0]);
    add([label, s0t, 0]);
    add([counts[1], s0w, attached]);
    add([counts[1], s0t, attached]);
    add([counts[0], s0w, attached]);
    add([counts[0], s0t, attached]);
    add([join(counts[0], counts[1]), tags, attached]);
    add([s1w, s0t, attached]);
    add([s1t, s0t, attached]);
    add([s1w, n0t, attached]);
    add([s1w, n0w, attached]);
    add([s1t, n0w, attached]);
    add([join(attached, s1), join(s1t, n0t), 0]);
    add([join(attached, s1), join3(s1t, s0t, n0t), 0]);
    add([join(label, s1), join3(s1t, s0t, n0t), 0]);
    add([join(attached, tag(third.word)), join3(s1t, s0t, n0t), 0]);
    add([word(third.word), join3(s1t, s0t, n0t), attached]);
    add([join(s1, tag(third.word)), s1t, n0t]);
    add([s1w, tags, attached]);
    add([s0w, join(s1t, n0t), attached]);
    add([n0w, join(s1t, s0t), attached]);
    add([word(left), s0t, 0]);
    add([join(first, tag(left)), tags, 0]);
    add([word(left), tags, 0]);
    add([join3(tag(left), tag(left2), s0t), first2, 0]);
    add([word(right), s0t, 0]);
    add([word(right), tags, attached]);
    add([join(last, tag(right)), tags, 0]);
    add([join3(tag(right), tag(right2), s0t), last2, last]);
    add([last, s0w, n0t]);
    add([last, n0w, s0t]);
    add([word(right), n0w, 0]);
    add([join(nlt, nll), tags, 0]);
    add([nlw, tags, 0]);
    add([nll, s0w, n0t]);
    add([kids.left_set, tags, attached]);
    add([s0w, top.kids.left_set, 0]);
    add([s0t, top.kids.left_set, 0]);
    add([s0w, top.kids.right_set, 0]);
    add([s0t, top.kids.right_set, attached]);
    add([tags, top.kids.right_set, label]);
    add([tags, top.kids.right_set, top.kids.left_set]);
    add([join(s1t, n0t), second.kids.right_set, attached]);
    add([u64::from(state.roots.min(2)), tags, attached]);
    // Once the words are used up, what is left of the stack decides about the root.
    if n0 >= s.len() {
        add([s1t, s0t, top.kids.left_set]);
        add([s1t, s0t, u64::from(second.attached)]);
    }
}
