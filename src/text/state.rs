//! The parser's states: a stack of words, the words to come, and what has been joined so far.
//!
//! Transitions are arc-eager; the root stands behind the last word. States share their stacks, so that a step costs the same
//! at every length and a beam need not copy.

/// No word, no node.
pub(crate) const NONE: u32 = u32::MAX;

/// What a step does with the top of the stack and the next word.
pub(crate) const SHIFT: usize = 0;
/// The next word depends on the top, and is pushed.
pub(crate) const RIGHT: usize = 1;
/// The top depends on the next word, and is popped.
pub(crate) const LEFT: usize = 2;
/// The top has its head and all its dependents, and is popped.
pub(crate) const REDUCE: usize = 3;

/// A word's dependents so far, the outermost two on each side.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kids {
    pub(crate) left: [u32; 2],
    pub(crate) right: [u32; 2],
    /// The relations of those four.
    pub(crate) labels: [u8; 4],
    pub(crate) lefts: u8,
    pub(crate) rights: u8,
    /// All relations on a side, as bits.
    pub(crate) left_set: u64,
    pub(crate) right_set: u64,
}

impl Kids {
    pub(crate) const EMPTY: Kids = Kids {
        left: [NONE; 2],
        right: [NONE; 2],
        labels: [0; 4],
        lefts: 0,
        rights: 0,
        left_set: 0,
        right_set: 0,
    };

    /// Takes a dependent on the left that is further out than all others.
    pub(crate) fn add_left(&mut self, word: u32, label: u8) {
        self.left = [word, self.left[0]];
        self.labels = [label, self.labels[0], self.labels[2], self.labels[3]];
        self.lefts = self.lefts.saturating_add(1);
        self.left_set |= 1 << (label & 63);
    }

    /// Takes a dependent on the right that is further out than all others.
    pub(crate) fn add_right(&mut self, word: u32, label: u8) {
        self.right = [word, self.right[0]];
        self.labels = [self.labels[0], self.labels[1], label, self.labels[2]];
        self.rights = self.rights.saturating_add(1);
        self.right_set |= 1 << (label & 63);
    }
}

/// A word on the stack.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub(crate) word: u32,
    /// The node below.
    pub(crate) below: u32,
    /// Whether the word below is its head; else it has none yet.
    pub(crate) attached: bool,
    /// Its relation, where it has a head.
    pub(crate) label: u8,
    pub(crate) kids: Kids,
}

/// A point of the search.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    /// The top of the stack, a node of the arena.
    pub(crate) top: u32,
    /// The next word.
    pub(crate) next: u32,
    /// Its dependents so far, all on the left.
    pub(crate) next_kids: Kids,
    pub(crate) score: i32,
    /// The step that led here, in the history.
    pub(crate) history: u32,
    /// How many words the root has taken.
    pub(crate) roots: u8,
}

/// A step, for reading the tree off the last state.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) previous: u32,
    pub(crate) action: u8,
    pub(crate) label: u8,
}

/// Where the nodes and steps of one sentence live.
#[derive(Debug, Default)]
pub(crate) struct Arena {
    nodes: Vec<Node>,
    steps: Vec<Step>,
}

impl Arena {
    pub(crate) fn clear(&mut self) {
        self.nodes.clear();
        self.steps.clear();
    }

    pub(crate) fn node(&self, id: u32) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    fn push(&mut self, node: Node) -> u32 {
        self.nodes.push(node);
        self.nodes.len() as u32 - 1
    }

    /// Takes a step. `label` is the relation of the arc that it makes, if it makes one.
    pub(crate) fn step(&mut self, state: &State, action: usize, label: u8, score: i32) -> State {
        let mut after = State { score, ..*state };
        let top = self.node(state.top).copied();
        match (action, top) {
            (SHIFT, _) => {
                let node = Node {
                    word: state.next,
                    below: state.top,
                    attached: false,
                    label: 0,
                    kids: state.next_kids,
                };
                after.top = self.push(node);
                after.next += 1;
                after.next_kids = Kids::EMPTY;
            }
            (RIGHT, Some(mut top)) => {
                top.kids.add_right(state.next, label);
                let below = self.push(top);
                after.top = self.push(Node {
                    word: state.next,
                    below,
                    attached: true,
                    label,
                    kids: state.next_kids,
                });
                after.next += 1;
                after.next_kids = Kids::EMPTY;
            }
            (LEFT, Some(top)) => {
                after.next_kids.add_left(top.word, label);
                after.top = top.below;
            }
            (REDUCE, Some(top)) => after.top = top.below,
            _ => {}
        }
        self.steps.push(Step {
            previous: state.history,
            action: action as u8,
            label,
        });
        after.history = self.steps.len() as u32 - 1;
        after
    }

    /// The steps that led to a state, the first one first.
    pub(crate) fn steps_to(&self, state: &State) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut at = state.history;
        while let Some(&step) = self.steps.get(at as usize) {
            steps.push(step);
            at = step.previous;
        }
        steps.reverse();
        steps
    }
}

impl State {
    pub(crate) const START: State = State {
        top: NONE,
        next: 0,
        next_kids: Kids::EMPTY,
        score: 0,
        history: NONE,
        roots: 0,
    };

    /// Which steps can be taken.
    pub(crate) fn legal(&self, arena: &Arena, n: usize) -> [bool; 4] {
        let words_left = (self.next as usize) < n;
        match arena.node(self.top) {
            None => [words_left, false, false, false],
            Some(top) => [words_left, words_left, !top.attached, top.attached],
        }
    }
}

/// Heads and relations from steps; the root is word `n`.
pub(crate) fn tree(steps: &[Step], n: usize) -> Vec<(u32, u8)> {
    let mut tree = vec![(n as u32, 0); n];
    let mut stack: Vec<u32> = Vec::new();
    let mut next = 0;
    for step in steps {
        let top = stack.last().copied();
        match usize::from(step.action) {
            SHIFT => {
                stack.push(next);
                next += 1;
            }
            RIGHT => {
                if let (Some(arc), Some(top)) = (tree.get_mut(next as usize), top) {
                    *arc = (top, step.label);
                }
                stack.push(next);
                next += 1;
            }
            LEFT => {
                if let Some(arc) = top.and_then(|top| tree.get_mut(top as usize)) {
                    *arc = (next, step.label);
                }
                stack.pop();
            }
            _ => {
                stack.pop();
            }
        }
    }
    tree
}
