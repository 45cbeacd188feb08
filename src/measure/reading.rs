//! Reads quantities from the words of a sentence.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::amount::{Amount, What, amount, of_amount};
use super::dating;
use super::label;
use super::modifier::{apply, lead, tail};
use super::number::{self, Number};
use super::period::Period;
use super::pieces::{Kind, Lexicon, Pieces};
use super::quantity::Quantity;
use super::share::share;
use super::unit::{self, Dimension, Scale, Unit};
use super::unit_names;

/// Words before and after a place that can matter to the quantity there.
const BEFORE: usize = 8;
const AFTER: usize = 32;
/// Words that a quantity may have before its number: "a little more than about US$".
const LEAD: usize = 7;

/// Reads the quantity that begins at word `at`; gives the number of words that it takes.
///
/// Words may be cut as treebanks cut them ("$", "3.5", "bn") or as they stand in the text ("$3.5bn"). Years, dates,
/// ordinals, scores, labels and telephone numbers are no quantities.
///
/// ```
/// use crosscheck::measure::quantity_at;
///
/// let words = ["at", "least", "$", "3.5", "bn", "was", "lost", "in", "2019"];
/// let (taken, quantity) = quantity_at(&words, 0).unwrap();
/// assert_eq!((taken, quantity.low, quantity.high), (5, Some(3.5e9), None));
/// assert_eq!(quantity_at(&words, 8), None);
/// ```
pub fn quantity_at(words: &[&str], at: usize) -> Option<(usize, Quantity)> {
    let word = words.get(at)?;
    if word.is_empty() {
        return None;
    }
    let p = Pieces::new(words, at.saturating_sub(BEFORE), at.saturating_add(AFTER));
    let (next, quantity) = read(&p, p.of_word(at))?;
    let taken = at..p.word(next);
    let times = dating::find(words, &p, at.saturating_sub(BEFORE));
    let told = times
        .iter()
        .any(|(time, _)| time.start < taken.end && taken.start < time.end);
    (!told).then(|| (taken.len(), quantity))
}

/// Finds the quantities of a sentence beside its times: a date is no count.
pub(crate) fn find_counts(words: &[&str], times: &[(Range<usize>, Period)]) -> Vec<(Range<usize>, Quantity)> {
    let dated = |r: &Range<usize>| times.iter().any(|(t, _)| t.start < r.end && r.start < t.end);
    let mut found = find_quantities(words);
    found.retain(|(range, _)| !dated(range));
    found
}

/// Finds the quantities of a sentence, in order, with the words that each one takes.
///
/// ```
/// use crosscheck::measure::find_quantities;
///
/// let words = ["Between", "40", "and", "50", "people", "died", "and", "dozens", "fled", "."];
/// let found: Vec<_> = find_quantities(&words).into_iter().map(|(words, _)| words).collect();
/// assert_eq!(found, [0..4, 7..8]);
/// ```
pub fn find_quantities(words: &[&str]) -> Vec<(Range<usize>, Quantity)> {
    let mut found = Vec::new();
    let Some(mut core) = words.iter().position(|w| may_hold_number(w)) else {
        return found;
    };
    let p = Pieces::new(words, 0, words.len());
    let times = dating::find(words, &p, 0);
    let mut times = times.iter().map(|(time, _)| time).peekable();
    let mut at = core.saturating_sub(LEAD);
    while at < words.len() {
        while times.next_if(|time| time.end <= at).is_some() {}
        let time = times
            .peek()
            .map_or(words.len()..words.len(), |time| (*time).clone());
        if time.contains(&at) {
            at = time.end;
            continue;
        }
        if at > core {
            let Some(next) = words.iter().skip(at).position(|w| may_hold_number(w)) else {
                break;
            };
            core = at + next;
            at = at.max(core.saturating_sub(LEAD));
        }
        let start = p.of_word(at);
        let read = if p.word(start) == at {
            read(&p, start)
        } else {
            None
        };
        match read {
            Some((next, quantity)) if p.word(next) > at && p.word(next) <= time.start => {
                found.push((at..p.word(next), quantity));
                at = p.word(next);
            }
            _ => at += 1,
        }
    }
    found
}

/// What a rate is per, with its worth in the base unit: 86 400 seconds in "a day".
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// What the rate is per.
    pub per: Dimension,
    /// How many base units of it.
    pub amount: f64,
}

/// Reads what a rate is per at word `at`, for rates whose counted thing stands between: "45 people | a day".
pub fn rate_at(words: &[&str], at: usize) -> Option<(usize, Rate)> {
    let p = Pieces::new(words, at, at.saturating_add(6));
    let (next, scale) = unit::rate(&p, p.of_word(at))?;
    if !p.boundary(next) {
        return None;
    }
    Some((
        p.word(next).saturating_sub(at),
        Rate {
            per: scale.dimension,
            amount: scale.factor,
        },
    ))
}

impl Quantity {
    /// The quantity as a rate: 70 at a rate per week is 10 a day.
    #[must_use]
    pub fn at_rate(mut self, rate: Rate) -> Quantity {
        if self.unit.per.is_some() || rate.amount <= 0.0 {
            return self;
        }
        self.low = self.low.map(|v| v / rate.amount);
        self.high = self.high.map(|v| v / rate.amount);
        self.granularity /= rate.amount;
        self.unit = Unit {
            per: Some(rate.per),
            ..self.unit
        }
        .folded();
        self
    }
}

/// Words that every quantity holds one of, digits apart.
static CORES: Lexicon = Lexicon::new(
    "both century couple dozen dozens eight eighteen eighty eleven few fifteen fifty five forty four \
     fourteen half handful hundred hundreds million millions billion billions nine nineteen ninety \
     no none one pair quarter quarters scores seven seventeen seventy several six sixteen sixty ten \
     tens third thirds thirteen thirty thousand thousands three thrice trillion trillions twelve \
     twenty twice once two zero fifth fifths tenth tenths year month week day hour minute decade majority \
     minority",
);

/// Whether the word can hold the number of a quantity; cheap, as most sentences hold none.
fn may_hold_number(word: &str) -> bool {
    let vulgar = |c: char| !c.is_ascii() && number::vulgar(c.encode_utf8(&mut [0; 4])).is_some();
    CORES.touches(word) || word.chars().any(vulgar)
}

fn read(p: &Pieces<'_>, i: usize) -> Option<(usize, Quantity)> {
    let mut at = i;
    let mut modifiers = [None; 6];
    let mut count = 0;
    while count < 3
        && let Some((next, modifier)) = lead(p, at)
    {
        if let Some(place) = modifiers.get_mut(count) {
            *place = Some(modifier);
        }
        count += 1;
        at = next;
    }
    let modified = count > 0;
    let over_time = modified
        && matches!(
            p.key_before(at, 1),
            "over" | "under" | "near" | "around" | "above" | "below"
        )
        && count == 1;
    let (mut next, mut quantity, plain) = between(p, at).or_else(|| single(p, at, modified))?;
    // "Over three years" tells during what time, not how much.
    if over_time && quantity.unit.dimension == Dimension::Duration {
        return None;
    }
    if let Some((after, scale)) = rate(p, next, &quantity) {
        quantity = quantity.at_rate(Rate {
            per: scale.dimension,
            amount: scale.factor,
        });
        next = after;
    }
    while count < modifiers.len()
        && let Some((after, modifier)) = tail(p, next)
    {
        if let Some(place) = modifiers.get_mut(count) {
            *place = Some(modifier);
        }
        count += 1;
        next = after;
    }
    if plain
        && count > 0
        && quantity.unit == Unit::COUNT
        && label::is_label(p, at, next, &Number::exact(0.0))
        && !modified
    {
        return None;
    }
    for modifier in modifiers.into_iter().flatten() {
        apply(modifier, &mut quantity);
    }
    let next = whole_word(p, next)?;
    Some((next, quantity))
}

/// The end of the word that the quantity ends in, if the rest of that word is a compound's ("45-member").
fn whole_word(p: &Pieces<'_>, next: usize) -> Option<usize> {
    if p.boundary(next) {
        let strong = p.hyphen(next) && p.key(next + 1) == "strong" && p.boundary(next + 2);
        return Some(if strong { next + 2 } else { next });
    }
    if !p.hyphen(next) {
        return None;
    }
    let mut end = next;
    while !p.boundary(end) {
        if p.kind(end) == Some(Kind::Digits) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

fn rate(p: &Pieces<'_>, next: usize, quantity: &Quantity) -> Option<(usize, Scale)> {
    let (after, scale) = unit::rate(p, next)?;
    let time = quantity.unit.dimension == Dimension::Duration;
    (!time || scale.dimension != Dimension::Duration || p.key(next) == "per").then_some((after, scale))
}

/// "Between 40 and 50", "from 40 to 50".
fn between(p: &Pieces<'_>, i: usize) -> Option<(usize, Quantity, bool)> {
    let (link, joined) = match p.key(i) {
        "between" | "from" if p.key(i) == "between" => ("and", false),
        "from" => ("to", true),
        _ => return None,
    };
    // "Rose from 40 to 50" is a change of two values, not a range.
    if link == "to" && changing(p, i) {
        return None;
    }
    let first = amount(p, i + 1, joined)?;
    let gap = usize::from(matches!(p.key(first.next), "people" | "and") && p.key(first.next) == "people");
    if p.key(first.next + gap) != link && !(link == "and" && p.key(first.next + gap) == "to") {
        return None;
    }
    let second = amount(p, first.next + gap + 1, true)?;
    let quantity = range(p, i, &first, &second)?;
    Some((second.next, quantity, false))
}

/// Whether the words before tell that something changed from one value to another.
fn changing(p: &Pieces<'_>, i: usize) -> bool {
    (1..=4).any(|back| {
        let key = p.key_before(i, back);
        let stem = key
            .strip_suffix("ing")
            .or_else(|| key.strip_suffix("ed"))
            .or_else(|| key.strip_suffix('s'))
            .unwrap_or(key);
        matches!(
            stem,
            "rise"
                | "ris"
                | "rose"
                | "risen"
                | "fall"
                | "fell"
                | "fallen"
                | "grow"
                | "grew"
                | "grown"
                | "increase"
                | "increas"
                | "decrease"
                | "decreas"
                | "drop"
                | "dropp"
                | "climb"
                | "jump"
                | "go"
                | "goe"
                | "went"
                | "gone"
                | "up"
                | "down"
                | "declin"
                | "decline"
                | "cut"
                | "cutt"
                | "rais"
                | "raise"
                | "lower"
                | "reduc"
                | "reduce"
                | "mov"
                | "move"
                | "shrink"
                | "shrank"
                | "shrunk"
                | "slip"
                | "slipp"
                | "surg"
                | "surge"
                | "soar"
                | "plung"
                | "plunge"
                | "chang"
                | "change"
                | "swell"
                | "swollen"
                | "expand"
                | "revis"
                | "revise"
                | "slump"
                | "leap"
                | "leapt"
                | "eas"
                | "ease"
                | "edg"
                | "edge"
                | "tumbl"
                | "tumble"
                | "sink"
                | "sank"
                | "sunk"
                | "advance"
                | "advanc"
                | "doubl"
                | "double"
                | "tripl"
                | "triple"
        )
    })
}

/// One amount, or two that make a range: "40-50", "40 to 50", "two or three".
fn single(p: &Pieces<'_>, i: usize, modified: bool) -> Option<(usize, Quantity, bool)> {
    if let Some((next, quantity)) = share(p, i) {
        return Some((next, quantity, false));
    }
    let first = amount(p, i, true)?;
    let link = first.next;
    let hyphen = p.hyphen(link) || (p.text(link) == "—" && !p.boundary(link));
    if hyphen || matches!(p.key(link), "to" | "or") {
        let second = amount(p, link + 1, true);
        match second.and_then(|s| range(p, i, &first, &s).map(|q| (s, q))) {
            Some((second, _))
                if hyphen
                    && label::is_label(p, link + 1, second.next, &Number::exact(0.0))
                    && p.hyphen(second.next) =>
            {
                return None;
            }
            Some((second, quantity)) => {
                let open = p.key(link) != "to" || !changing(p, i);
                if open && !scored(p, i, &first, &second) {
                    return Some((second.next, quantity, false));
                }
                if hyphen {
                    return None;
                }
            }
            // A score, a telephone number or an identifier.
            None if hyphen && p.digits(link + 1).is_some() => return None,
            None => {}
        }
    }
    let mut quantity = of_amount(&first);
    let mut plain = false;
    if let What::Number(number) = first.what
        && first.unit.is_none()
    {
        plain = true;
        if matches!(p.key_before(i, 1), "aged" | "age" | "ages") {
            quantity = Quantity::of_number(&number, Unit::of(Dimension::Duration), |v| v * unit_names::YEAR);
            plain = false;
        } else if (!modified || number.year_like() && !label::plural(p, first.next))
            && label::is_label(p, i, first.next, &number)
        {
            return None;
        }
    }
    Some((first.next, quantity, plain))
}

/// Whether two numbers with a hyphen between are the result of a match.
fn scored(p: &Pieces<'_>, i: usize, first: &Amount, second: &Amount) -> bool {
    let match_word = matches!(
        p.key_before(i, 1),
        "won"
            | "win"
            | "wins"
            | "lost"
            | "lose"
            | "loses"
            | "beat"
            | "beaten"
            | "drew"
            | "draw"
            | "defeat"
            | "victory"
            | "score"
            | "trailed"
            | "led"
    );
    let years = |a: &Amount| matches!(a.what, What::Number(n) if n.year_like()) && a.unit.is_none();
    match_word || (years(first) && years(second) && !label::plural(p, second.next))
}

/// The range that two amounts make; `None` where they make none, as "5 to 3".
fn range(p: &Pieces<'_>, start: usize, first: &Amount, second: &Amount) -> Option<Quantity> {
    let (What::Number(mut a), What::Number(b)) = (first.what, second.what) else {
        return None;
    };
    let unit = match (first.unit, second.unit) {
        (Some(one), Some(two)) if one.dimension != two.dimension => return None,
        // "Between 40 and 50 km" and "$40 to 50" lend their units; "5 km to 3 places" does not.
        (Some(one), None) if !matches!(one.dimension, Dimension::Money(_)) => return None,
        (one, two) => (one.or(two), two.or(one)),
    };
    if a.scale == 0 && b.scale > 0 && a.value < b.value / number::power(b.scale) {
        a = a.scaled(b.scale);
    }
    let dates = unit.0.is_none() && a.year_like() && b.year_like();
    if dates && !label::plural(p, second.next)
        || label::month(p.key(second.next)).is_some()
        || matches!(p.key(second.next), "am" | "pm")
    {
        return None;
    }
    let digit_groups = p
        .digits(first.start)
        .map(str::len)
        .zip(p.digits(second.next.saturating_sub(1)).map(str::len));
    if unit.0.is_none()
        && p.hyphen(first.next)
        && a.bare
        && b.bare
        && (digit_groups == Some((3, 4)) || p.hyphen(second.next) && p.digits(second.next + 1).is_some())
    {
        return None;
    }
    // "3-5076" is an extension, not a range.
    if unit.0.is_none() && p.hyphen(first.next) && a.value * 100.0 < b.value {
        return None;
    }
    let with = |amount: &Amount, number: Number, unit| {
        of_amount(&Amount {
            what: What::Number(number),
            unit,
            ..*amount
        })
    };
    let (mut low, mut high) = (with(first, a, unit.0), with(second, b, unit.1));
    if unit.0.is_none() && matches!(p.key_before(start, 1), "aged" | "age" | "ages") {
        let years = Some(Scale::new(Dimension::Duration, unit_names::YEAR));
        (low, high) = (with(first, a, years), with(second, b, years));
    }
    (low.low? < high.high?).then(|| Quantity {
        low: low.low,
        approximation: low.approximation.max(high.approximation),
        granularity: low.granularity.max(high.granularity),
        ..high
    })
}
