//! Finds the dictionary form of a word from its form and its tag: rules of English inflection, and a list of what they get wrong.

use super::token::Upos;

/// Forms whose lemma the rules do not find.
#[derive(Debug, Default)]
pub(crate) struct Lemmas {
    /// Kind, form and lemma, sorted by kind and form.
    known: Vec<(Kind, Box<str>, Box<str>)>,
}

/// Which inflection a form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Plural nouns.
    Plural,
    /// Verbs in -s.
    Third,
    /// Verbs in -ing.
    Ing,
    /// Verbs in -ed.
    Past,
    /// Comparatives.
    Comparative,
    /// Superlatives.
    Superlative,
    /// Auxiliaries.
    Auxiliary,
    /// Pronouns and determiners.
    Closed,
    /// The rest, which has one form.
    Plain,
    /// Possessive pronouns.
    Possessive,
}

impl Kind {
    const ALL: [Kind; 10] = [
        Kind::Plural,
        Kind::Third,
        Kind::Ing,
        Kind::Past,
        Kind::Comparative,
        Kind::Superlative,
        Kind::Auxiliary,
        Kind::Closed,
        Kind::Plain,
        Kind::Possessive,
    ];

    /// The inflection that a tag stands for.
    pub(crate) fn of(upos: Upos, xpos: &str) -> Kind {
        match (upos, xpos) {
            (Upos::Aux, _) => Kind::Auxiliary,
            (Upos::Pron, "PRP$") => Kind::Possessive,
            (Upos::Pron | Upos::Det, _) => Kind::Closed,
            (Upos::Propn, "NNPS") | (_, "NNS") => Kind::Plural,
            (Upos::Verb, "VBZ") => Kind::Third,
            (Upos::Verb, "VBG") => Kind::Ing,
            (Upos::Verb, "VBD" | "VBN") => Kind::Past,
            (Upos::Adj | Upos::Adv, "JJR" | "RBR") => Kind::Comparative,
            (Upos::Adj | Upos::Adv, "JJS" | "RBS") => Kind::Superlative,
            _ => Kind::Plain,
        }
    }
}

impl Lemmas {
    /// Reads the list: a line for each form, with the letter of its kind, the form, and the lemma.
    pub(crate) fn read(text: &str) -> Self {
        let mut known: Vec<_> = text
            .lines()
            .filter_map(|line| {
                let mut parts = line.split(' ');
                let kind = parts.next()?.bytes().next()?.checked_sub(b'a')?;
                Some((
                    *Kind::ALL.get(usize::from(kind))?,
                    parts.next()?.into(),
                    parts.next()?.into(),
                ))
            })
            .collect();
        known.sort();
        Self { known }
    }

    /// The lemma of a form.
    pub(crate) fn lemma(&self, form: &str, upos: Upos, xpos: &str) -> String {
        let kind = Kind::of(upos, xpos);
        let named = upos == Upos::Propn || xpos.starts_with("NNP");
        let lower = form.replace('’', "'").to_lowercase();
        let known = self
            .known
            .binary_search_by(|(k, f, _)| (*k, f.as_ref()).cmp(&(kind, lower.as_str())));
        match known.ok().and_then(|at| self.known.get(at)) {
            Some((_, _, lemma)) if !named => lemma.to_string(),
            Some((_, _, lemma)) if kind == Kind::Plural => recase(lemma, form),
            None if !named => by_rule(&lower, kind),
            None if kind == Kind::Plural => recase(&by_rule(&lower, kind), form),
            _ => form.to_owned(),
        }
    }
}

/// Writes a lemma with the capitals of its form.
fn recase(lemma: &str, form: &str) -> String {
    let mut capitals = form.chars().map(char::is_uppercase);
    lemma
        .chars()
        .map(|c| {
            if capitals.next() == Some(true) {
                c.to_uppercase().next().unwrap_or(c)
            } else {
                c
            }
        })
        .collect()
}

/// The lemma of a form in small letters by the rules of spelling alone.
pub(crate) fn by_rule(form: &str, kind: Kind) -> String {
    let stem = match kind {
        Kind::Plural | Kind::Third => return without_s(form),
        Kind::Ing => form.strip_suffix("ing").or_else(|| form.strip_suffix("in'")),
        Kind::Past => form.strip_suffix("ed").or_else(|| form.strip_suffix("'d")),
        Kind::Comparative => form.strip_suffix("er"),
        Kind::Superlative => form.strip_suffix("est"),
        Kind::Auxiliary | Kind::Closed | Kind::Plain | Kind::Possessive => None,
    };
    match stem {
        Some(stem) if stem.contains(is_vowel) => restore(stem, kind),
        _ => form.to_owned(),
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Takes a plural's or a verb's -s off.
fn without_s(form: &str) -> String {
    let form = form.strip_suffix("'s").unwrap_or(form);
    let Some(stem) = form.strip_suffix('s') else {
        return form.to_owned();
    };
    if stem.ends_with(['s', 'u', 'i']) && !stem.ends_with("hi") || stem.len() < 2 {
        return form.to_owned();
    }
    if let Some(stem) = stem.strip_suffix("ie")
        && stem.len() > 2
    {
        return format!("{stem}y");
    }
    if let Some(short) = stem.strip_suffix('e')
        && (["ss", "sh", "tch", "x", "zz", "o"]
            .iter()
            .any(|end| short.ends_with(end))
            || (short.ends_with("ch") && !short.ends_with("ach"))
            || short.ends_with("ach"))
        && !matches!(short, "sho" | "to" | "fo" | "do")
    {
        return short.to_owned();
    }
    stem.to_owned()
}

/// Undoes what spelling does before -ing, -ed, -er and -est: doubled consonants, a lost e, y turned i.
fn restore(stem: &str, kind: Kind) -> String {
    let letters: Vec<char> = stem.chars().rev().take(4).collect();
    let letter = |i: usize| letters.get(i).copied().unwrap_or(' ');
    let (last, second, third) = (letter(0), letter(1), letter(2));
    if last == 'i' && kind != Kind::Ing {
        let mut y = stem.to_owned();
        y.pop();
        return if stem.chars().count() <= 2 {
            format!("{y}ie")
        } else {
            format!("{y}y")
        };
    }
    if last == second && !is_vowel(last) {
        // "calling" keeps its two, "stopping" does not.
        let keeps = matches!(last, 's' | 'z' | 'f')
            || (last == 'l' && stem.chars().filter(|&c| is_vowel(c)).count() == 1);
        let mut single = stem.to_owned();
        if !keeps {
            single.pop();
        }
        return single;
    }
    if needs_e(stem, last, second, third) {
        format!("{stem}e")
    } else {
        stem.to_owned()
    }
}

fn needs_e(stem: &str, last: char, second: char, third: char) -> bool {
    const WITH_E: &[&str] = &[
        "iz", "yz", "ys", "ns", "ps", "rs", "ls", "us", "as", "is", "os", "es", "rg", "dg", "ng", "at", "ut",
        "ot", "ur", "ir", "ar", "or", "id", "ud", "od", "ad", "ak", "ik", "ok", "am", "im", "um", "ap", "ip",
        "ib", "in", "an", "un", "il", "ul", "ol", "ag", "ug", "ob", "ub", "op", "th",
    ];
    let vowels = stem
        .chars()
        .zip(stem.chars().skip(1))
        .filter(|&(a, b)| is_vowel(a) && !is_vowel(b))
        .count()
        + usize::from(is_vowel(last));
    match last {
        'c' | 'v' | 'u' => true,
        'z' => second != 't' && second != 'l',
        'l' if !is_vowel(second) && !matches!(second, 'l' | 'r' | 'w') => true,
        'w' | 'x' | 'y' | 'h' if stem.ends_with("th") => {
            is_vowel(third) && second == 't' && vowels == 1 && is_double(stem)
        }
        'w' | 'x' | 'y' | 'h' | 'e' => false,
        _ if is_vowel(second) && is_vowel(third) && !stem.ends_with("reat") => {
            // Two vowels before the consonant: "raise", "house", "leave" but "need", "clean".
            matches!(last, 's')
                || (third == 'i' && second != 'e' && !matches!(last, 'n' | 'm' | 'l' | 'd' | 't'))
                || (second == 'a' && third == 'i' && last == 't')
                || (third == 'u' && second == 'i' && matches!(last, 'r' | 'd'))
        }
        _ if is_vowel(second) && vowels == 1 => last != 'r' || !stem.ends_with("er"),
        _ if stem.ends_with("ng") => {
            matches!(third, 'a')
                && stem.chars().count() > 3
                && !stem.ends_with("bang")
                && !stem.ends_with("hang")
        }
        _ => WITH_E.iter().any(|end| stem.ends_with(end)),
    }
}

fn is_double(stem: &str) -> bool {
    stem.ends_with("eath") || stem.ends_with("oath") || stem.ends_with("athe")
}
