//! Adjectives that do more than narrow the noun they stand with: who is a former or an alleged spy need not be one, and a
//! fake pistol is none.

/// What an adjective says of what its noun says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Narrowing {
    /// It is one, of a kind: "a rich merchant".
    Narrows,
    /// It was one: "a former spy".
    Once,
    /// It may be one or not: "an alleged spy".
    Open,
    /// It is none: "a fake pistol".
    Undoes,
}

const ONCE: &str = "former ex late past previous old-time erstwhile";
const OPEN: &str = "alleged so-called supposed potential would-be possible future putative purported prospective \
    apparent likely unlikely probable hypothetical aspiring \
    self-proclaimed self-styled suspected presumed reputed ostensible proposed planned expected impossible";
const UNDOES: &str = "fake counterfeit false mock pretend imitation sham bogus phony phoney fictitious \
    imaginary toy faux artificial simulated pseudo";

const COLOURS: &str = "white black red blue green yellow brown orange pink purple grey gray beige turquoise violet \
    crimson maroon blond blonde brunette";

const EFFECTS: &str = "alarming amazing amusing annoying appalling astonishing astounding baffling bewildering boring captivating \
    charming comforting compelling confusing convincing daunting depressing devastating disappointing discouraging disgusting \
    dismaying distressing disturbing embarrassing encouraging enchanting engaging entertaining exasperating exciting exhausting \
    fascinating flattering frightening frustrating gripping horrifying humiliating infuriating inspiring interesting \
    intimidating intriguing irritating misleading mystifying overwhelming perplexing pleasing puzzling reassuring refreshing \
    relaxing rewarding satisfying shocking sickening startling stunning surprising terrifying thrilling tiring touching \
    troubling unsettling upsetting worrying";

/// Whether a participle says how something strikes people, and not what is under way: "boring".
pub(crate) fn is_effect(participle: &str) -> bool {
    EFFECTS.split_whitespace().any(|w| w == participle)
}

/// Whether an adjective names a colour.
pub(crate) fn is_colour(adjective: &str) -> bool {
    COLOURS.split_whitespace().any(|w| w == adjective)
}

/// What an adjective before a noun says of what the noun says.
pub(crate) fn narrowing(adjective: &str) -> Narrowing {
    let is = |list: &str| list.split_whitespace().any(|w| w == adjective);
    if is(UNDOES) {
        Narrowing::Undoes
    } else if is(ONCE) {
        Narrowing::Once
    } else if is(OPEN) {
        Narrowing::Open
    } else {
        Narrowing::Narrows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fake_is_none() {
        assert_eq!(narrowing("fake"), Narrowing::Undoes);
        assert_eq!(narrowing("former"), Narrowing::Once);
        assert_eq!(narrowing("alleged"), Narrowing::Open);
        assert_eq!(narrowing("red"), Narrowing::Narrows);
    }
}
