//! Reads quantities from the words of a sentence.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::currency;
use super::label;
use super::number::{self, Number};
use super::pieces::{Kind, Pieces};
use super::quantity::{Approximation, Quantity};
use super::unit::{self, Dimension, Scale, Unit};
use super::vague::{self, Vague};

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
    Some((p.word(next).saturating_sub(at), quantity))
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
    let mut at = core.saturating_sub(LEAD);
    while at < words.len() {
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
            Some((next, quantity)) if p.word(next) > at => {
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

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler only")]
const fn first_letters(cores: &[u8]) -> [u32; 12] {
    let mut masks = [0; 12];
    let mut start = 0;
    let mut i = 0;
    while i <= cores.len() {
        if i == cores.len() || cores[i] == b' ' {
            masks[i - start] |= 1 << (cores[start] - b'a');
            start = i + 1;
        }
        i += 1;
    }
    masks
}

/// Whether the word can hold the number of a quantity; cheap, as most sentences hold none.
fn may_hold_number(word: &str) -> bool {
    const CORES: &str = "both century couple dozen dozens eight eighteen eighty eleven few fifteen fifty \
        five forty four fourteen half handful hundred hundreds million millions billion \
        billions nine nineteen ninety no none one pair quarter quarters scores seven \
        seventeen seventy several six sixteen sixty ten tens third thirds thirteen \
        thirty thousand thousands three thrice trillion trillions twelve twenty twice \
        two zero fifth fifths tenth tenths year month week day hour minute decade \
        majority minority";
    /// For each length of a word, the letters that a core of that length begins with.
    const FIRST: [u32; 12] = first_letters(CORES.as_bytes());
    let bytes = word.as_bytes();
    let Some(first) = bytes.first() else {
        return false;
    };
    if first.is_ascii_alphabetic() {
        let letter = first.to_ascii_lowercase() - b'a';
        let mask = FIRST.get(bytes.len()).copied().unwrap_or(0);
        if mask & (1 << letter) != 0 && CORES.split(' ').any(|c| word.eq_ignore_ascii_case(c)) {
            return true;
        }
        // What is left are digits and signs inside: "US$5", "twenty-five".
        let cut = |b: &u8| b.is_ascii_digit() || !b.is_ascii_alphabetic();
        if !bytes.iter().any(cut) {
            return false;
        }
        return bytes.iter().any(u8::is_ascii_digit)
            || word
                .split('-')
                .skip(usize::from(!word.contains('-')))
                .any(|w| w.len() < word.len() && may_hold_number(w));
    }
    bytes.iter().any(u8::is_ascii_digit)
        || (!first.is_ascii()
            && word
                .chars()
                .next()
                .is_some_and(|c| number::vulgar(c.encode_utf8(&mut [0; 4])).is_some()))
}

/// What a word or phrase beside a number does to it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Modifier {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,
    Nearly,
    JustOver,
    Exactly,
}

/// Phrases before a number; where one begins another, the longer stands first.
const LEADS: &[(&str, Modifier)] = {
    use Modifier::{About, AtLeast, AtMost, Exactly, JustOver, LessThan, MoreThan, Nearly};
    &[
        ("at least", AtLeast),
        ("at the very least", AtLeast),
        ("no less than", AtLeast),
        ("no fewer than", AtLeast),
        ("not less than", AtLeast),
        ("not fewer than", AtLeast),
        ("a minimum of", AtLeast),
        ("minimum of", AtLeast),
        ("upwards of", AtLeast),
        ("upward of", AtLeast),
        ("no more than", AtMost),
        ("not more than", AtMost),
        ("at most", AtMost),
        ("at the most", AtMost),
        ("a maximum of", AtMost),
        ("maximum of", AtMost),
        ("up to", AtMost),
        ("as many as", AtMost),
        ("as much as", AtMost),
        ("slightly more than", JustOver),
        ("a little more than", JustOver),
        ("little more than", JustOver),
        ("just over", JustOver),
        ("a little over", JustOver),
        ("slightly over", JustOver),
        ("just above", JustOver),
        ("slightly above", JustOver),
        ("far more than", MoreThan),
        ("much more than", MoreThan),
        ("well over", MoreThan),
        ("well above", MoreThan),
        ("more than", MoreThan),
        ("greater than", MoreThan),
        ("higher than", MoreThan),
        ("larger than", MoreThan),
        ("bigger than", MoreThan),
        ("longer than", MoreThan),
        ("older than", MoreThan),
        ("in excess of", MoreThan),
        ("exceeding", MoreThan),
        ("over", MoreThan),
        ("above", MoreThan),
        ("slightly less than", Nearly),
        ("slightly fewer than", Nearly),
        ("a little less than", Nearly),
        ("little less than", Nearly),
        ("just under", Nearly),
        ("slightly under", Nearly),
        ("just below", Nearly),
        ("just short of", Nearly),
        ("just shy of", Nearly),
        ("not quite", Nearly),
        ("nearly", Nearly),
        ("almost", Nearly),
        ("approaching", Nearly),
        ("well under", LessThan),
        ("well below", LessThan),
        ("less than", LessThan),
        ("fewer than", LessThan),
        ("lower than", LessThan),
        ("smaller than", LessThan),
        ("shorter than", LessThan),
        ("younger than", LessThan),
        ("under", LessThan),
        ("below", LessThan),
        ("close to", About),
        ("in the region of", About),
        ("in the order of", About),
        ("on the order of", About),
        ("somewhere around", About),
        ("an estimated", About),
        ("estimated", About),
        ("about", About),
        ("around", About),
        ("approximately", About),
        ("approx", About),
        ("roughly", About),
        ("some", About),
        ("circa", About),
        ("near", About),
        ("maybe", About),
        ("exactly", Exactly),
        ("precisely", Exactly),
    ]
};

fn lead(p: &Pieces<'_>, i: usize) -> Option<(usize, Modifier)> {
    match p.text(i) {
        ">" => return Some((i + 1, Modifier::MoreThan)),
        "<" => return Some((i + 1, Modifier::LessThan)),
        "≥" => return Some((i + 1, Modifier::AtLeast)),
        "≤" => return Some((i + 1, Modifier::AtMost)),
        "~" | "≈" | "∼" => return Some((i + 1, Modifier::About)),
        _ => {}
    }
    let key = p.key(i);
    if key.is_empty() {
        return None;
    }
    LEADS.iter().find_map(|&(phrase, modifier)| {
        phrase
            .starts_with(key)
            .then(|| p.phrase(i, phrase))
            .flatten()
            .map(|next| (next, modifier))
    })
}

/// Phrases after a number and its unit.
fn tail(p: &Pieces<'_>, i: usize) -> Option<(usize, Modifier)> {
    let sign = p.text(i) == "+" && p.digits(i + 1).is_none();
    match (p.key(i), p.key(i + 1)) {
        ("or", "more" | "above" | "over" | "older" | "higher" | "greater" | "longer")
        | ("and", "above" | "over" | "older" | "upwards") => Some((i + 2, Modifier::AtLeast)),
        ("or", "less" | "fewer" | "below" | "under" | "younger" | "lower" | "shorter")
        | ("and", "under" | "younger") => Some((i + 2, Modifier::AtMost)),
        ("or", "so" | "thereabouts") => Some((i + 2, Modifier::About)),
        ("plus", _) if p.digits(i + 1).is_none() => Some((i + 1, Modifier::AtLeast)),
        ("odd", _) => Some((i + 1, Modifier::About)),
        (_, "odd") if p.hyphen(i) => Some((i + 2, Modifier::About)),
        (_, "plus") if p.hyphen(i) => Some((i + 2, Modifier::AtLeast)),
        _ if sign => Some((i + 1, Modifier::AtLeast)),
        _ => None,
    }
}

/// An amount as written: a number or a vague word, and its unit.
#[derive(Debug, Clone, Copy)]
struct Amount {
    start: usize,
    next: usize,
    what: What,
    unit: Option<Scale>,
}

#[derive(Debug, Clone, Copy)]
enum What {
    Number(Number),
    Vague(Vague),
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
            quantity = Quantity::of_number(&number, Unit::of(Dimension::Duration), |v| v * unit::YEAR);
            plain = false;
        } else if (!modified || number.year_like() && !follows_amount(p, first.next))
            && label::is_label(p, i, first.next, &number)
            && !(modified && !number.year_like())
        {
            return None;
        }
    }
    Some((first.next, quantity, plain))
}

/// Whether a number after "about" or "over" counts what follows: "about 2000 people" against "around 2019".
fn follows_amount(p: &Pieces<'_>, next: usize) -> bool {
    label::plural(p, next)
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
        (Some(f), Some(s)) if f.dimension != s.dimension => return None,
        // "Between 40 and 50 km" and "$40 to 50" lend their units; "5 km to 3 places" does not.
        (Some(f), None) if !matches!(f.dimension, Dimension::Money(_)) => return None,
        (f, s) => (f.or(s), s.or(f)),
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
    let with = |amount: &Amount, number: Number, unit| {
        of_amount(&Amount {
            what: What::Number(number),
            unit,
            ..*amount
        })
    };
    let (mut low, mut high) = (with(first, a, unit.0), with(second, b, unit.1));
    if unit.0.is_none() && matches!(p.key_before(start, 1), "aged" | "age" | "ages") {
        let years = Some(Scale::new(Dimension::Duration, unit::YEAR));
        (low, high) = (with(first, a, years), with(second, b, years));
    }
    (low.low? < high.high?).then(|| Quantity {
        low: low.low,
        approximation: low.approximation.max(high.approximation),
        granularity: low.granularity.max(high.granularity),
        ..high
    })
}

fn of_amount(amount: &Amount) -> Quantity {
    let scale = amount.unit.unwrap_or(Scale::new(Dimension::Count, 1.0));
    let unit = Unit::of(scale.dimension);
    match amount.what {
        What::Number(number) => Quantity::of_number(&number, unit, |v| scale.to_base(v)),
        What::Vague(vague) => Quantity {
            high: Some(scale.to_base(vague.high)),
            below_high: vague.open,
            approximation: if vague.about {
                Approximation::About
            } else {
                Approximation::Vague
            },
            granularity: (scale.to_base(vague.high) - scale.to_base(vague.low)).abs(),
            ..Quantity::exact(scale.to_base(vague.low), unit)
        },
    }
}

fn apply(modifier: Modifier, q: &mut Quantity) {
    let part = |v: f64| v.abs() * 0.1;
    match modifier {
        Modifier::AtLeast => q.high = None,
        Modifier::MoreThan => {
            q.high = None;
            q.above_low = true;
        }
        Modifier::AtMost => q.low = None,
        Modifier::LessThan => {
            q.low = None;
            q.below_high = true;
        }
        Modifier::About => q.approximation = q.approximation.max(Approximation::About),
        Modifier::Nearly => {
            q.low = q.low.map(|v| v - part(v));
            q.below_high = q.high.is_some();
            q.approximation = q.approximation.max(Approximation::About);
        }
        Modifier::JustOver => {
            q.high = q.high.map(|v| v + part(v));
            q.above_low = q.low.is_some();
            q.approximation = q.approximation.max(Approximation::About);
        }
        Modifier::Exactly => q.approximation = Approximation::Exact,
    }
    if q.low.is_none() {
        q.above_low = false;
    }
    if q.high.is_none() {
        q.below_high = false;
    }
}

/// Reads a number or a vague word with its unit.
fn amount(p: &Pieces<'_>, i: usize, joined: bool) -> Option<Amount> {
    let of_unit = |next: usize, value: f64| {
        let of = usize::from(p.key(next) == "of");
        unit::after(p, next + of, value).filter(|(_, s)| s.dimension != Dimension::Count)
    };
    if let Some((next, vague)) = vague::vague(p, i) {
        let unit = of_unit(next, vague.low);
        return Some(Amount {
            start: i,
            next: unit.map_or(next, |(n, _)| n),
            what: What::Vague(vague),
            unit: unit.map(|(_, s)| s),
        });
    }
    if let Some(word) = counting_word(p, i) {
        return Some(word);
    }
    let minus =
        p.key(i) == "minus" || p.text(i) == "−" || (p.text(i) == "-" && !p.boundary(i + 1) && p.boundary(i));
    let start = i + usize::from(minus && p.digits(i + 1).is_some() || p.key(i) == "minus");
    let money = currency::before(p, start);
    let (mut next, mut number) = match money {
        Some((at, _)) => number::cardinal(p, at, joined)?,
        None => number::cardinal(p, start, joined).or_else(|| article(p, start))?,
    };
    if let Some(exponent) = letter_scale(p, next, money.is_some()) {
        number = number.scaled(exponent);
        next += 1;
    }
    if start > i {
        number.value = -number.value;
    }
    let unit = match money {
        Some((_, currency)) => Some((next, Scale::new(Dimension::Money(currency), 1.0))),
        None => measured(p, next, &number),
    };
    let (next, unit) = unit.map_or((next, None), |(n, s)| (n, Some(s)));
    let unit = unit.map(|s| warming(p, i, next, s));
    let next = old(p, next, unit);
    Some(Amount {
        start,
        next,
        what: What::Number(number),
        unit,
    })
}

/// "m" and "b" after a number are a million and a billion of money; and of what is counted, as in "5m people".
fn letter_scale(p: &Pieces<'_>, next: usize, money: bool) -> Option<u32> {
    let counted = !p.boundary(next) && p.boundary(next + 1) && label::plural(p, next + 1);
    let exponent = match p.text(next) {
        "m" | "M" => 6,
        "b" | "B" => 9,
        "t" | "T" if money && !p.boundary(next) => 12,
        _ => return None,
    };
    (counted || money && p.boundary(next + 1)).then_some(exponent)
}

/// The unit after a number, a hyphen between allowed.
fn measured(p: &Pieces<'_>, next: usize, number: &Number) -> Option<(usize, Scale)> {
    let hyphen = p.hyphen(next) && p.kind(next + 1) == Some(Kind::Letters);
    let at = next + usize::from(hyphen);
    let (after, scale) = unit::after(p, at, number.value)?;
    let one = (number.value - 1.0).abs() < f64::EPSILON;
    let other_word = match p.key(at) {
        // "The 45 second graders" and "stones" are other words.
        "second" | "point" | "time" | "minute" => !hyphen && !one && number.rounded,
        "stones" | "knot" => true,
        // "The 1990s", "in her 30s".
        "s" => number.bare && number.value % 10.0 < 1.0,
        _ => false,
    };
    let ordinal = p.key(at) == "second" && !hyphen && !one;
    (!other_word && !ordinal).then_some((after, scale))
}

/// Differences of temperature have no zero point: "by 2 °C", "2 degrees Celsius warmer".
fn warming(p: &Pieces<'_>, start: usize, next: usize, scale: Scale) -> Scale {
    let by = p.key_before(start, 1) == "by" || p.key_before(start, 2) == "by";
    let warmer = matches!(
        p.key(next),
        "warmer" | "colder" | "hotter" | "cooler" | "higher" | "lower" | "above" | "below"
    ) || (p.key(next) == "of" && matches!(p.key(next + 1), "warming" | "cooling" | "global"));
    if scale.dimension == Dimension::Temperature && (by || warmer) {
        return Scale::new(Dimension::Warming, scale.factor);
    }
    scale
}

/// The end of an age: "25-year-old", "25 years old".
fn old(p: &Pieces<'_>, next: usize, unit: Option<Scale>) -> usize {
    if unit.is_none_or(|s| s.dimension != Dimension::Duration) {
        return next;
    }
    let hyphen = usize::from(p.hyphen(next));
    match p.key(next + hyphen) {
        "old" | "olds" => next + hyphen + 1,
        _ => next,
    }
}

/// "A year", "an hour": one of a unit, where the words before show that it is an amount.
fn article(p: &Pieces<'_>, i: usize) -> Option<(usize, Number)> {
    let amount = matches!(
        p.key_before(i, 1),
        "for"
            | "than"
            | "within"
            | "least"
            | "about"
            | "nearly"
            | "almost"
            | "most"
            | "lasted"
            | "under"
            | "around"
            | "roughly"
    );
    let one =
        matches!(p.key(i), "a" | "an") && amount && unit::is_time(p.key(i + 1)) && p.key(i + 2) != "ago";
    one.then(|| {
        (
            i + 1,
            Number {
                article: true,
                ..Number::exact(1.0)
            },
        )
    })
}

/// Words that are amounts by themselves: "no", "none", "both", "a pair of", "twice".
fn counting_word(p: &Pieces<'_>, i: usize) -> Option<Amount> {
    let following = p.key(i + 1);
    let (value, taken, dimension) = match p.key(i) {
        "twice" => (2.0, 1, Dimension::Times),
        "thrice" => (3.0, 1, Dimension::Times),
        "none" => (0.0, 1, Dimension::Count),
        "both"
            if label::plural(p, i + 1)
                || matches!(following, "of" | "the" | "these" | "those" | "were" | "are") =>
        {
            (2.0, 1, Dimension::Count)
        }
        "a" if following == "pair" && p.key(i + 2) == "of" => (2.0, 2, Dimension::Count),
        "no" if p.kind(i + 1) == Some(Kind::Letters) && !p.text(i).ends_with('.') && p.boundary(i + 1) => {
            let other = matches!(
                following,
                "more"
                    | "less"
                    | "fewer"
                    | "longer"
                    | "one"
                    | "doubt"
                    | "matter"
                    | "wonder"
                    | "later"
                    | "sooner"
                    | "better"
                    | "worse"
                    | "bigger"
                    | "greater"
                    | "way"
                    | "other"
                    | "such"
                    | "means"
                    | "thanks"
                    | "i"
                    | "he"
                    | "she"
                    | "they"
                    | "we"
                    | "you"
                    | "it"
                    | "this"
                    | "that"
                    | "the"
                    | "a"
            );
            if other {
                return None;
            }
            (0.0, 1, Dimension::Count)
        }
        _ => return None,
    };
    let unit = (dimension != Dimension::Count).then_some(Scale::new(dimension, 1.0));
    Some(Amount {
        start: i,
        next: i + taken,
        what: What::Number(Number::exact(value)),
        unit,
    })
}

/// Parts of a whole: "a third of", "two-thirds", "half", "one in five", "3/4", "a majority of".
fn share(p: &Pieces<'_>, i: usize) -> Option<(usize, Quantity)> {
    if let Some(found) = most(p, i).or_else(|| one_in(p, i)) {
        return Some(found);
    }
    let (next, value) = part(p, i)?;
    // "Half a million", "three quarters of an hour": parts of a number or of a unit.
    let of = usize::from(p.key(next) == "of");
    let a = usize::from(matches!(p.key(next + of), "a" | "an"));
    let hyphen = usize::from(p.hyphen(next));
    let whole = next + of + a + hyphen;
    let fraction = |step: f64| Number {
        step,
        rounded: true,
        ..Number::exact(value)
    };
    if of == 0 || a == 1 {
        let multiplied = if p.key(whole) == "dozen" {
            Some(Number {
                loose: true,
                step: 2.0,
                ..Number::exact(value * 12.0)
            })
        } else {
            number::scale(p.key(whole))
                .filter(|&e| e > 2 || a == 1)
                .map(|e| fraction(0.5).scaled(e))
        };
        if let Some(number) = multiplied {
            let unit = unit::after(p, whole + 1, number.value);
            let amount = Amount {
                start: i,
                next: unit.map_or(whole + 1, |(n, _)| n),
                what: What::Number(number),
                unit: unit.map(|(_, s)| s),
            };
            return Some((amount.next, of_amount(&amount)));
        }
        let slash = p.digits(i).is_some() || number::vulgar(p.text(i)).is_some();
        if let Some((after, scale)) = unit::after(p, whole, value).filter(|_| a == 1 || hyphen == 1 || slash)
        {
            return Some((
                after,
                Quantity::of_number(&fraction(0.25), Unit::of(scale.dimension), |v| scale.to_base(v)),
            ));
        }
    }
    is_share(p, i, next).then(|| {
        let quantity = Quantity {
            approximation: Approximation::Rounded,
            granularity: 0.02,
            ..Quantity::exact(value, Unit::of(Dimension::Share))
        };
        (next, quantity)
    })
}

fn most(p: &Pieces<'_>, i: usize) -> Option<(usize, Quantity)> {
    let article = usize::from(matches!(p.key(i), "a" | "the"));
    let strong = usize::from(matches!(
        p.key(i + article),
        "vast" | "large" | "great" | "overwhelming" | "clear" | "slim" | "small" | "narrow"
    ));
    let at = i + article + strong;
    if article == 0 || p.key(at + 1) != "of" {
        return None;
    }
    let mut half = Quantity {
        granularity: 0.02,
        ..Quantity::exact(0.5, Unit::of(Dimension::Share))
    };
    match p.key(at) {
        "majority" => apply(Modifier::MoreThan, &mut half),
        "minority" => apply(Modifier::LessThan, &mut half),
        _ => return None,
    }
    Some((at + 1, half))
}

/// "One in five", "nine out of ten".
fn one_in(p: &Pieces<'_>, i: usize) -> Option<(usize, Quantity)> {
    let (link, above) = number::cardinal(p, i, false)?;
    let every = usize::from(p.key(link + 1) == "every");
    let (next, below) = match (p.key(link), p.key(link + 1)) {
        ("in", _) => number::cardinal(p, link + 1 + every, false)?,
        ("out", "of") => number::cardinal(p, link + 2 + usize::from(p.key(link + 2) == "every"), false)?,
        _ => return None,
    };
    let whole = [
        2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 15.0, 20.0, 25.0, 50.0, 100.0, 1e3, 1e4, 1e5, 1e6,
    ];
    let usual = p.key(link) == "out" || whole.iter().any(|w| (w - below.value).abs() < 0.5);
    if above.value >= below.value
        || above.value <= 0.0
        || !usual
        || unit::after(p, next, below.value).is_some()
    {
        return None;
    }
    let share = above.value / below.value;
    let granularity = (share / above.value / 2.0).min(0.02);
    let quantity = Quantity {
        approximation: Approximation::Rounded,
        granularity,
        ..Quantity::exact(share, Unit::of(Dimension::Share))
    };
    Some((next, quantity))
}

/// A fraction, without asking what it is of.
fn part(p: &Pieces<'_>, i: usize) -> Option<(usize, f64)> {
    if let Some(found) = number::slashed(p, i) {
        return Some(found);
    }
    if let Some(value) = number::vulgar(p.text(i)) {
        return Some((i + 1, value));
    }
    if p.key(i) == "half" {
        return Some((i + 1, 0.5));
    }
    let (mut at, above) = match p.key(i) {
        "a" | "an" => (i + 1, 1.0),
        _ => number::words(p, i, false)
            .map(|(at, n)| (at, n.value))
            .or_else(|| p.digits(i).and_then(number::digits).map(|n| (i + 1, n.value)))?,
    };
    at += usize::from(p.hyphen(at));
    let (below, plural) = number::denominator(p.key(at))?;
    let agrees = plural == (above > 1.5) || p.key(at) == "quarter" && above > 1.5 && p.hyphen(at - 1);
    (agrees && above < below && above > 0.0).then(|| (at + 1, above / below))
}

/// Whether a fraction read is a part of a whole, not "the first half", "the third man" or "a quarter" of a year.
fn is_share(p: &Pieces<'_>, i: usize, next: usize) -> bool {
    let of = matches!(
        p.key(next),
        "of" | "the" | "its" | "his" | "her" | "their" | "our" | "all" | "my" | "your" | "these" | "those"
    );
    let before = p.key_before(i, 1);
    let amount = matches!(
        before,
        "by" | "about"
            | "nearly"
            | "almost"
            | "over"
            | "than"
            | "around"
            | "least"
            | "roughly"
            | "exactly"
            | "only"
            | "just"
            | "to"
            | "most"
            | "under"
    );
    match p.key(i) {
        "half" => {
            let placed = matches!(
                before,
                "first"
                    | "second"
                    | "other"
                    | "latter"
                    | "final"
                    | "opening"
                    | "better"
                    | "last"
                    | "next"
                    | "early"
                    | "top"
                    | "bottom"
                    | "the"
            );
            !placed && (of || amount || before == "in")
        }
        "a" | "an" => of && p.key(next) == "of" || amount,
        "one" if !p.hyphen(i + 1) => p.key(next) == "of" || amount,
        _ => true,
    }
}
