//! Finds the dictionary form of a word from its form and its tag: rules of English inflection, and a list of what they get wrong.

use super::token::Upos;
use crate::lexicon::entities::{self, Via};
use crate::lexicon::wordnet::{self, Pos};

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

    /// The parts of speech that show the inflection, where it changes spelling.
    pub(super) fn parts(self) -> Option<&'static [Pos]> {
        match self {
            Kind::Plural => Some(&[Pos::Noun]),
            Kind::Third | Kind::Ing | Kind::Past => Some(&[Pos::Verb]),
            Kind::Comparative | Kind::Superlative => Some(&[Pos::Adjective, Pos::Adverb]),
            Kind::Auxiliary | Kind::Closed | Kind::Plain | Kind::Possessive => None,
        }
    }

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

    /// The lemma that the list has for a form in small letters.
    pub(super) fn listed(&self, kind: Kind, lower: &str) -> Option<&str> {
        let at = self
            .known
            .binary_search_by(|(k, f, _)| (*k, f.as_ref()).cmp(&(kind, lower)));
        let (_, _, lemma) = self.known.get(at.ok()?)?;
        Some(lemma)
    }

    /// The lemma of a form.
    pub(crate) fn lemma(&self, form: &str, upos: Upos, xpos: &str) -> String {
        let kind = Kind::of(upos, xpos);
        let named = upos == Upos::Propn || xpos.starts_with("NNP");
        let lower = form.replace('’', "'").to_lowercase();
        let known = self.listed(kind, &lower);
        if named {
            return match known {
                _ if kind != Kind::Plural => calendar(form).unwrap_or(form).to_owned(),
                Some(lemma) => recase(lemma, form),
                None => recase(&by_rule(&lower, kind), form),
            };
        }
        if let Some(lemma) = closed(&lower, upos, xpos).or(known) {
            return lemma.to_owned();
        }
        match upos {
            Upos::Num if lower.starts_with(|c: char| c.is_ascii_digit()) => without_commas(&lower),
            Upos::Num if !form.contains(char::is_lowercase) => form.to_owned(),
            // "Korean", "Danish": adjectives of names keep the capital.
            Upos::Adj
                if entities::entity(form).is_some_and(|e| matches!(e.via, Via::Adjective | Via::Demonym)) =>
            {
                recase(&lower, form)
            }
            // "1990s" has no singular.
            Upos::Noun if lower.starts_with(|c: char| c.is_ascii_digit()) => lower,
            _ => by_rule(&lower, kind),
        }
    }
}

/// What the tag alone tells about a form that can stand for two words.
fn closed(lower: &str, upos: Upos, xpos: &str) -> Option<&'static str> {
    match (lower, upos, xpos) {
        ("better" | "best", Upos::Adv, _) => Some("well"),
        ("worse" | "worst", Upos::Adv, _) => Some("badly"),
        ("'" | "'s", _, "POS") => Some("'s"),
        _ => None,
    }
}

/// The full name of a month or a weekday.
fn calendar(form: &str) -> Option<&'static str> {
    Some(match form.strip_suffix('.')? {
        "Jan" => "January",
        "Feb" => "February",
        "Mar" => "March",
        "Apr" => "April",
        "Jun" => "June",
        "Jul" => "July",
        "Aug" => "August",
        "Sep" | "Sept" => "September",
        "Oct" => "October",
        "Nov" => "November",
        "Dec" => "December",
        "Mon" => "Monday",
        "Tue" | "Tues" => "Tuesday",
        "Wed" => "Wednesday",
        "Thu" | "Thur" | "Thurs" => "Thursday",
        "Fri" => "Friday",
        "Sat" => "Saturday",
        "Sun" => "Sunday",
        _ => return None,
    })
}

/// A number without the commas between its thousands.
fn without_commas(number: &str) -> String {
    let thousands = number.split(',').skip(1).all(|part| part.len() >= 3);
    if thousands {
        number.replace(',', "")
    } else {
        number.to_owned()
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

/// The lemma of a form in small letters: by the rules of spelling, unless only another way to undo them gives a known word.
pub(crate) fn by_rule(form: &str, kind: Kind) -> String {
    let ruled = by_spelling(form, kind);
    let Some(parts) = kind.parts() else { return ruled };
    let known = |lemma: &str| parts.iter().any(|&pos| wordnet::is_known(lemma, pos));
    if ruled != form && known(&ruled) {
        return ruled;
    }
    others(form, kind)
        .into_iter()
        .find(|lemma| known(lemma))
        .unwrap_or(ruled)
}

/// What else a form could come from.
fn others(form: &str, kind: Kind) -> Vec<String> {
    let cut = |end: &str| form.strip_suffix(end).map(str::to_owned);
    let with = |end: &str, new: &str| form.strip_suffix(end).map(|stem| format!("{stem}{new}"));
    let bases = match kind {
        Kind::Plural => vec![
            cut("s"),
            cut("es"),
            with("ies", "y"),
            with("ves", "f"),
            with("ves", "fe"),
            with("children", "child"),
            with("men", "man"),
            with("feet", "foot"),
            with("teeth", "tooth"),
            with("mice", "mouse"),
            (!form.ends_with("ies") || form.ends_with("series")).then(|| form.to_owned()),
        ],
        Kind::Third => vec![cut("s"), cut("es"), with("ies", "y")],
        Kind::Ing => vec![
            with("ying", "ie"),
            cut("ing"),
            with("ing", "e"),
            single(form, "ing"),
        ],
        Kind::Past => vec![cut("ed"), cut("d"), single(form, "ed"), with("ied", "y")],
        Kind::Comparative => vec![
            cut("er"),
            cut("r"),
            single(form, "er"),
            with("ier", "y"),
            Some(form.to_owned()),
        ],
        Kind::Superlative => vec![cut("est"), cut("st"), single(form, "est"), with("iest", "y")],
        Kind::Auxiliary | Kind::Closed | Kind::Plain | Kind::Possessive => Vec::new(),
    };
    bases
        .into_iter()
        .flatten()
        .filter(|base| base.chars().count() > 1)
        .collect()
}

/// The stem before an ending, one of its doubled last letters taken off.
fn single(form: &str, ending: &str) -> Option<String> {
    let stem = form.strip_suffix(ending)?;
    let mut letters = stem.chars().rev();
    (letters.next()? == letters.next()?).then(|| stem.chars().take(stem.chars().count() - 1).collect())
}

/// The lemma by the rules of spelling alone.
fn by_spelling(form: &str, kind: Kind) -> String {
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
    if stem.ends_with('s') || stem.len() < 2 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_no_list_holds_find_their_base() {
        let forms = [
            (
                Kind::Ing,
                "hoping hope hopping hop visiting visit calling call scouring scour dying die writing write",
            ),
            (
                Kind::Ing,
                "flourishing flourish replenishing replenish controlling control travelling travel seeing see",
            ),
            (
                Kind::Past,
                "exchanged exchange depleted deplete denied deny planned plan agreed agree suspended suspend",
            ),
            (
                Kind::Past,
                "grumbled grumble rescheduled reschedule stranded strand devastated devastate crossed cross",
            ),
            (Kind::Past, "googled google vetoed veto retweeted retweet"),
            (
                Kind::Third,
                "borders border lives live goes go passes pass carries carry teaches teach bets bet uses use",
            ),
            (
                Kind::Plural,
                "allies ally crossings crossing boxes box houses house wolves wolf knives knife axes axis schoolchildren schoolchild horsemen horseman skis ski amenities amenity",
            ),
            (
                Kind::Plural,
                "economics economics series series aches ache headaches headache potatoes potato shoes shoe",
            ),
            (
                Kind::Comparative,
                "bigger big nicer nice happier happy cheaper cheap fewer few",
            ),
            (
                Kind::Superlative,
                "biggest big nicest nice happiest happy strictest strict",
            ),
        ];
        let lemmas = Lemmas::read("a axes axis");
        for (kind, pairs) in forms {
            let words: Vec<&str> = pairs.split(' ').collect();
            for pair in words.chunks(2) {
                let known = lemmas
                    .known
                    .iter()
                    .find(|(k, f, _)| (*k, f.as_ref()) == (kind, pair[0]));
                let lemma = known.map_or_else(|| by_rule(pair[0], kind), |(_, _, lemma)| lemma.to_string());
                assert_eq!(lemma, pair[1], "{kind:?} of {}", pair[0]);
            }
        }
    }

    #[test]
    fn names_keep_their_capitals() {
        let lemmas = Lemmas::read("h i I");
        for (form, upos, xpos, lemma) in [
            ("Koreans", Upos::Propn, "NNPS", "Korean"),
            ("Korea", Upos::Propn, "NNP", "Korea"),
            ("North", Upos::Adj, "NNP", "North"),
            ("Ships", Upos::Noun, "NNS", "ship"),
            ("I", Upos::Pron, "PRP", "I"),
        ] {
            assert_eq!(lemmas.lemma(form, upos, xpos), lemma);
        }
    }
}
