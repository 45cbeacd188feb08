//! Which words keep the full stop behind them: titles, months, companies, initials and the like.

/// Keep their stop wherever they stand.
const ALWAYS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "cpl", "pvt", "maj", "adm", "cmdr",
    "brig", "gov", "sen", "sens", "drs", "rep", "reps", "hon", "rev", "msgr", "messrs", "mme", "mlle",
    "supt", "atty", "st", "mt", "ft", "jr", "sr", "esq", "inc", "ltd", "corp", "co", "bros", "plc", "llc",
    "vs", "etc", "cf", "viz", "approx", "dept", "govt", "univ", "assn", "assoc", "natl", "intl", "dist",
    "ave", "blvd", "rd", "hwy", "jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec", "tues", "thur",
    "thurs", "calif", "conn", "fla", "kan", "mich", "minn", "okla", "tenn", "wyo", "ariz", "colo", "neb",
    "nev", "oz", "lb", "lbs", "yr", "yrs", "hr", "hrs", "ext", "attn", "bldg", "eg", "ie", "insp", "cllr",
    "asst", "exec", "mfg", "sq",
];

/// Keep their stop only when something follows that shows the sentence goes on: a number, a small letter, a comma.
const BEFORE_MORE: &[&str] = &[
    "mar", "jun", "jul", "sep", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mass", "miss", "wash",
    "ill", "ind", "la", "ga", "ky", "md", "pa", "va", "vt", "wis", "ala", "ark", "del", "mo", "mont", "ore",
    "tex", "penn", "pres", "div", "para", "conf", "spec", "info", "tel", "fax", "fr", "op", "ca", "am", "pm",
    "mins", "secs", "mil", "al", "ed", "eds", "ret", "det", "max", "min", "est", "ph",
];

/// Keep their stop only before a number.
const BEFORE_NUMBER: &[&str] = &[
    "no", "nos", "p", "pp", "vol", "vols", "fig", "figs", "sec", "ch", "art", "eq", "c", "v", "pt", "lot",
    "app",
];

/// What stands around a word that a full stop follows.
pub(super) struct Context<'t> {
    /// The word before, if it is in the same line of text.
    pub(super) before: Option<&'t str>,
    /// The first character after the stop, past white space.
    pub(super) after: Option<char>,
}

/// Whether the full stop behind `word` belongs to it.
pub(super) fn keeps_stop(word: &str, context: &Context<'_>) -> bool {
    let mut letters = word.chars();
    let after_is = |test: fn(char) -> bool| context.after.is_some_and(test);
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter.is_alphabetic() && is_initial(letter, context);
    }
    // Letters with stops between them: U.S, a.m, Ph.D.
    if word.contains('.') {
        return word
            .split('.')
            .all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic));
    }
    if word.len() > 6 || !word.is_ascii() {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let lower = lower.as_str();
    let capital = word.starts_with(|c: char| c.is_uppercase());
    if BEFORE_NUMBER.contains(&lower) {
        return after_is(|c| c.is_ascii_digit());
    }
    if BEFORE_MORE.contains(&lower) {
        let al = word == "al" && context.before == Some("et");
        return al
            || after_is(|c| c.is_ascii_digit() || c.is_lowercase() || c == ',')
                && (capital || word.len() < 5);
    }
    // "co", "max" and the like are words as well: in small letters the sentence has to go on.
    ALWAYS.contains(&lower)
        && (capital
            || matches!(lower, "etc" | "vs")
            || after_is(|c| c.is_ascii_digit() || c.is_lowercase() || matches!(c, ',' | ')' | ';')))
}

/// Whether a single letter with a stop is an initial rather than the last word of a sentence.
fn is_initial(letter: char, context: &Context<'_>) -> bool {
    if letter.is_lowercase() {
        return matches!(letter, 'c' | 'v' | 'p' | 'b' | 'd')
            && context.after.is_some_and(|c| c.is_ascii_digit());
    }
    let name_before = context.before.is_none_or(|word| {
        let capital = word.starts_with(|c: char| c.is_uppercase());
        (capital && word != "I") || word.chars().all(|c| !c.is_alphanumeric())
    });
    let name_after = context.after.is_some_and(char::is_uppercase);
    if letter == 'I' {
        name_after && context.before.is_some() && name_before
    } else {
        name_before && context.after.is_some()
    }
}
