//! How much, and which way: words as places on one scale from none to all, words of change, and the modifiers that
//! move a word along the scale.

use std::sync::LazyLock;

use super::lists::List;
use super::wordnet::Pos;
use crate::ablation::Part;

pub(super) static LEVELS: LazyLock<List> =
    LazyLock::new(|| List::read(Part::Levels.resource(include_str!("data/degree.txt"))));
pub(super) static DIRECTIONS: LazyLock<List> =
    LazyLock::new(|| List::read(Part::Directions.resource(include_str!("data/directions.txt"))));
static MODIFIERS: LazyLock<List> = LazyLock::new(|| List::read(include_str!("data/modifiers.txt")));

/// Which way something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Direction {
    /// It grows.
    Up,
    /// It shrinks.
    Down,
    /// It stays.
    Level,
}

/// What a word of change says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Change {
    /// Which way.
    pub(crate) direction: Direction,
    /// Whether it is about how well something does ("flourish") and not about an amount ("rise").
    pub(crate) fortune: bool,
}

/// A word that moves another along its scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Modifier {
    /// Comes near and does not reach: almost, practically.
    Near,
    /// Multiplies the distance from the middle by so many hundredths: slightly 30, very 120, utterly 200.
    Scale(u8),
}

/// What a word says of change, in its first reading.
pub(crate) fn change(lemma: &str, pos: Pos) -> Option<Change> {
    changes(lemma, pos).next()
}

/// What a word says of change, in every reading: "collapse" is of an amount and of a fortune.
pub(crate) fn changes(lemma: &str, pos: Pos) -> impl Iterator<Item = Change> {
    DIRECTIONS.kinds(lemma, pos.letter()).filter_map(|kind| {
        let (direction, fortune) = match kind {
            "up" => (Direction::Up, false),
            "down" => (Direction::Down, false),
            "level" => (Direction::Level, false),
            "bloom" => (Direction::Up, true),
            "fade" => (Direction::Down, true),
            _ => return None,
        };
        Some(Change { direction, fortune })
    })
}

/// Which way a word of change goes.
pub(crate) fn direction(lemma: &str, pos: Pos) -> Option<Direction> {
    change(lemma, pos).map(|c| c.direction)
}

/// How much there is, from 0 (none) to 100 (as much as can be), by a word that says so.
pub(crate) fn level(lemma: &str, pos: Pos) -> Option<i8> {
    LEVELS
        .kinds(lemma, pos.letter())
        .find_map(|kind| kind.parse().ok())
}

/// What a modifier ("almost", "very", "close to") does to the word that it stands by.
pub(crate) fn modifier(lemma: &str) -> Option<Modifier> {
    MODIFIERS.kinds(lemma, b'r').find_map(|kind| match kind {
        "near" => Some(Modifier::Near),
        hundredths => hundredths.parse().ok().map(Modifier::Scale),
    })
}

/// The level of a word under its modifiers: "practically non-existent" is near 0 and not 0.
pub(crate) fn modified_level(level: i8, modifiers: impl IntoIterator<Item = Modifier>) -> i8 {
    modifiers
        .into_iter()
        .fold(level, |level, modifier| match modifier {
            Modifier::Near if level < 50 => level.saturating_add(3),
            Modifier::Near => level.saturating_sub(3),
            Modifier::Scale(hundredths) => {
                (50 + (i32::from(level) - 50) * i32::from(hundredths) / 100).clamp(0, 100) as i8
            }
        })
}

/// By which share of what it was something changes that is said to halve, double and so on.
pub(crate) fn changed_by(verb: &str) -> Option<f64> {
    Some(match verb {
        "halve" => 0.5,
        "double" => 1.0,
        "treble" | "triple" => 2.0,
        "quadruple" => 3.0,
        _ => return None,
    })
}
