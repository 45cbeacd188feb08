//! Numbers that count nothing: years, dates, clock times, scores, ratios, labels and telephone numbers.

use super::number::Number;
use super::pieces::{Kind, Pieces};
use super::unit;

/// The month that a word names, from 1; with `short`, abbreviations too.
pub(super) fn month(key: &str) -> Option<u8> {
    Some(match key {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// Whether the word is probably a plural noun.
pub(super) fn plural(p: &Pieces<'_>, i: usize) -> bool {
    if p.kind(i) != Some(Kind::Letters) {
        return false;
    }
    let key = p.key(i);
    let verb = matches!(
        key,
        "was"
            | "has"
            | "is"
            | "its"
            | "his"
            | "this"
            | "as"
            | "us"
            | "does"
            | "says"
            | "yes"
            | "plus"
            | "thus"
            | "less"
            | "across"
            | "perhaps"
    );
    let irregular = matches!(
        key,
        "people"
            | "men"
            | "women"
            | "children"
            | "police"
            | "staff"
            | "personnel"
            | "troops"
            | "persons"
            | "lives"
    );
    irregular || (key.len() > 3 && key.ends_with('s') && !verb)
}

/// Whether the piece stands in running prose rather than in a headline that capitalises every word.
fn prose(p: &Pieces<'_>, i: usize) -> bool {
    (i.saturating_sub(8)..i + 8).any(|at| {
        let text = p.text(at);
        text.len() > 4 && p.kind(at) == Some(Kind::Letters) && text.chars().all(char::is_lowercase)
    })
}

fn capitalised(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the plain number from piece `i` to `next` is a label, a year, a time of day or a score rather than an
/// amount. Only for numbers without a currency, a unit or a word like "about" to show that they are amounts.
pub(super) fn is_label(p: &Pieces<'_>, i: usize, next: usize, number: &Number) -> bool {
    if p.digits(i).is_none() {
        return word_label(p, i, next);
    }
    clock_or_ratio(p, i, next) || named(p, i, next) || dated(p, i, next, number)
}

/// "One another", "no one", "the one": words that look like numbers.
fn word_label(p: &Pieces<'_>, i: usize, next: usize) -> bool {
    let before = p.key_before(i, 1);
    if matches!(
        before,
        "number" | "chapter" | "section" | "article" | "part" | "phase" | "page" | "type" | "act" | "group"
    ) {
        return true;
    }
    p.key(i) == "one"
        && next == i + 1
        && (matches!(p.key(next), "another" | "by" | "day" | "s")
            || matches!(
                before,
                "no" | "any" | "every" | "some" | "this" | "that" | "the" | "which" | "each" | "another"
            ))
}

fn clock_or_ratio(p: &Pieces<'_>, i: usize, next: usize) -> bool {
    let numeric = |at: usize| p.digits(at).is_some();
    let (sign, before) = (p.text(next), p.text_before(i, 1));
    (matches!(sign, ":" | "/" | ".") && numeric(next + 1) && (sign != "." || !p.boundary(next)))
        || (matches!(before, ":" | "/") && i >= 2 && numeric(i - 2))
        || (i >= 2 && p.hyphen(i - 1) && numeric(i - 2))
        || matches!(p.key(next), "am" | "pm" | "gmt" | "utc" | "est" | "cet")
        || (p.key(next) == "o" && p.key(next + 2) == "clock")
        || p.key(next) == "oclock"
}

fn named(p: &Pieces<'_>, i: usize, next: usize) -> bool {
    let before = p.text_before(i, 1);
    if matches!(before, "#" | "@" | "№" | "§") || p.text(next) == "@" {
        return true;
    }
    let noun = matches!(
        p.key_before(i, 1),
        "article"
            | "section"
            | "sections"
            | "page"
            | "pages"
            | "chapter"
            | "number"
            | "flight"
            | "route"
            | "room"
            | "channel"
            | "grade"
            | "level"
            | "phase"
            | "type"
            | "figure"
            | "fig"
            | "table"
            | "line"
            | "gate"
            | "platform"
            | "version"
            | "episode"
            | "season"
            | "volume"
            | "vol"
            | "highway"
            | "interstate"
            | "resolution"
            | "unit"
            | "group"
            | "category"
            | "model"
            | "size"
            | "paragraph"
            | "clause"
            | "amendment"
            | "rule"
            | "step"
            | "part"
            | "act"
            | "scene"
            | "verse"
            | "issue"
            | "appendix"
            | "annex"
            | "protocol"
            | "title"
            | "division"
            | "brigade"
            | "battalion"
            | "stage"
            | "tier"
            | "class"
            | "zone"
            | "district"
            | "ward"
            | "precinct"
            | "pier"
            | "terminal"
            | "exit"
            | "junction"
            | "lot"
            | "suite"
            | "apartment"
            | "psalm"
            | "sonnet"
            | "opus"
            | "symphony"
            | "psalms"
    );
    if noun || (p.key_before(i, 1) == "no" && before.ends_with('.')) || p.key_before(i, 1) == "nos" {
        return true;
    }
    let hyphened =
        i >= 2 && p.hyphen(i - 1) && p.kind(i - 2) == Some(Kind::Letters) && capitalised(p.text(i - 2));
    if plural(p, next) {
        return hyphened && p.text(i - 2).len() <= 3;
    }
    // "The Boeing 737 crashed": in prose, a name before a plain number takes it as part of itself. Capitals of the
    // first word mean nothing, nor do long words all in capitals.
    let name = i >= 2
        && p.kind(i - 1) == Some(Kind::Letters)
        && capitalised(before)
        && !(before.len() > 4 && before.chars().all(char::is_uppercase))
        && !before.ends_with('.')
        && p.text(i - 2) != "."
        && month(p.key(i - 1)).is_none()
        && prose(p, i);
    hyphened || name
}

fn dated(p: &Pieces<'_>, i: usize, next: usize, number: &Number) -> bool {
    let day = number.bare && (1.0..=31.0).contains(&number.value);
    let named_month = |at: usize| month(p.key(at)).is_some() && capitalised(p.text(at));
    if day && ((i > 0 && named_month(i - 1)) || named_month(next)) {
        return true;
    }
    if matches!(p.text(next), "s" | "th" | "st" | "nd" | "rd") && !p.boundary(next) {
        return true;
    }
    if p.key(next) == "bc"
        || p.key(next) == "ad"
        || p.key(next) == "bce"
        || p.text_before(i, 1) == "'"
        || p.text_before(i, 1) == "’"
    {
        return true;
    }
    number.year_like() && !counts_things(p, i, next, number)
}

/// Whether a number that could be a year counts what follows it: "2000 people", but not "in 2019 sales rose".
fn counts_things(p: &Pieces<'_>, i: usize, next: usize, number: &Number) -> bool {
    let dating = matches!(
        p.key_before(i, 1),
        "in" | "since"
            | "until"
            | "by"
            | "of"
            | "from"
            | "the"
            | "during"
            | "before"
            | "after"
            | "early"
            | "late"
            | "mid"
            | "its"
            | "their"
            | "his"
    );
    let people = matches!(
        p.key(next),
        "people" | "men" | "women" | "children" | "persons" | "soldiers" | "troops" | "workers" | "residents"
    );
    let recent = (1900.0..2050.0).contains(&number.value);
    unit::word(p.key(next)).is_some() || people || (plural(p, next) && !dating && !recent)
}
