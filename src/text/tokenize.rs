//! Cuts a text into words as Universal Dependencies' English treebanks do, keeping where each stands.

use std::ops::Range;

use super::abbreviation::{Context, keeps_stop};
use super::clitic;
use super::token::bracket;

/// A word and the white space before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Bytes of the text.
    pub(super) span: Range<usize>,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// How many line ends stand before it.
    pub(super) breaks: usize,
}

/// Prefixes that stay joined to their word by the hyphen; other compounds are cut at it.
const PREFIXES: &[&str] = &[
    "anti", "arch", "co", "counter", "cross", "e", "ex", "extra", "hyper", "inter", "intra", "mega", "meta",
    "micro", "mid", "mini", "mis", "multi", "neo", "non", "over", "post", "pre", "pro", "proto", "pseudo",
    "psycho", "quasi", "re", "semi", "sub", "super", "trans", "tri", "ultra", "un", "uni", "under", "vice",
];

/// Ends of names of sites and files.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "mil", "info", "biz", "io", "co", "uk", "us", "eu", "de", "fr", "au",
    "ca", "ru", "cn", "jp", "in", "tv", "me", "doc", "docx", "xls", "xlsx", "pdf", "txt", "html", "htm",
    "jpg", "jpeg", "png", "gif", "mp3", "mp4", "zip", "exe", "ppt", "php", "csv", "url",
];

/// What follows a number without a space and is still a word of its own.
const UNITS: &[&str] = &[
    "k", "m", "mm", "bn", "b", "mn", "tn", "cm", "km", "kg", "g", "mg", "lb", "lbs", "ft", "mi", "mph",
    "kph", "hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "am", "pm", "a.m", "p.m", "hr", "hrs", "min",
    "sec", "s", "w", "kw", "mw", "gw", "mwh", "kwh", "c", "f", "oz", "yr", "yrs", "million", "billion",
    "trillion", "in", "l", "ml",
];

const FACES: &[&str] = &[
    ":-)", ";-)", ":-(", ":-D", ":-P", ":)", ";)", ":(", ":D", ":P", ";P", ":/", ":-/", "<3", "=)", "xD",
];

/// Cuts a text into words.
pub(super) fn tokenize(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5);
    let mut characters: Vec<(usize, char)> = Vec::new();
    let mut breaks = 0;
    let mut rest = text.char_indices().peekable();
    while let Some(&(start, c)) = rest.peek() {
        if is_space(c) {
            breaks += usize::from(c == '\n' || (c == '\r' && text.as_bytes().get(start + 1) != Some(&b'\n')));
            breaks += 2 * usize::from(matches!(c, '\u{2029}' | '\u{c}'));
            rest.next();
            continue;
        }
        characters.clear();
        while let Some(&(at, c)) = rest.peek()
            && !is_space(c)
        {
            characters.push((at, c));
            rest.next();
        }
        let end = rest.peek().map_or(text.len(), |&(at, _)| at);
        let next = text.get(end..).and_then(|t| t.chars().find(|&c| !is_space(c)));
        let first = words.len();
        Chunk {
            text,
            characters: &characters,
            end,
            next,
            words: &mut words,
        }
        .cut();
        for (i, word) in words.iter_mut().enumerate().skip(first) {
            word.spaced = i == first;
            word.breaks = if i == first { breaks } else { 0 };
        }
        breaks = 0;
    }
    words
}

/// White space, and the characters of no width that separate words.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{0}')
}

/// Letters, digits and the marks that modify them.
fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || c == '_'
        || matches!(
            c,
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '°'
        )
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A stretch of text without white space.
struct Chunk<'t, 'w> {
    text: &'t str,
    characters: &'w [(usize, char)],
    /// Where it ends in the text.
    end: usize,
    /// The first character after it, past white space.
    next: Option<char>,
    words: &'w mut Vec<Word>,
}

impl<'t> Chunk<'t, '_> {
    fn at(&self, i: usize) -> Option<char> {
        self.characters.get(i).map(|&(_, c)| c)
    }

    fn byte(&self, i: usize) -> usize {
        self.characters.get(i).map_or(self.end, |&(at, _)| at)
    }

    fn slice(&self, from: usize, to: usize) -> &'t str {
        self.text.get(self.byte(from)..self.byte(to)).unwrap_or_default()
    }

    fn is(&self, i: usize, test: impl Fn(char) -> bool) -> bool {
        self.at(i).is_some_and(test)
    }

    fn push(&mut self, from: usize, to: usize) {
        if from < to {
            self.words.push(Word {
                span: self.byte(from)..self.byte(to),
                spaced: false,
                breaks: 0,
            });
        }
    }

    fn cut(&mut self) {
        let mut i = 0;
        if bracket(self.slice(0, self.characters.len())).is_some() {
            self.push(0, self.characters.len());
            return;
        }
        while let Some(c) = self.at(i) {
            let end = if let Some(end) = self
                .address(i)
                .or_else(|| self.mailbox(i))
                .or_else(|| self.face(i))
            {
                self.push(i, end);
                end
            } else if is_word(c) || self.starts_word(i, c) {
                self.word(i)
            } else if is_apostrophe(c) {
                self.apostrophe(i)
            } else {
                self.mark(i, c)
            };
            i = end.max(i + 1);
        }
    }

    /// "#tag", "@name", ".5", but "#1" is two words.
    fn starts_word(&self, i: usize, c: char) -> bool {
        match c {
            '#' | '@' => self.is(i + 1, char::is_alphabetic) && i == 0,
            '.' => self.is(i + 1, |c| c.is_ascii_digit()) && (i == 0 || !self.is(i - 1, is_word)),
            _ => false,
        }
    }

    /// A web address from here to the end of the chunk, less the punctuation behind it.
    fn address(&self, i: usize) -> Option<usize> {
        if i > 0 && self.is(i - 1, is_word) {
            return None;
        }
        let starts = |prefix: &str| {
            prefix
                .chars()
                .enumerate()
                .all(|(k, p)| self.is(i + k, |c| c.eq_ignore_ascii_case(&p)))
        };
        if !["http://", "https://", "ftp://", "www.", "mailto:"]
            .iter()
            .any(|p| starts(p))
        {
            return None;
        }
        let mut end = self.characters.len();
        let parenthesis = self.characters.iter().skip(i).any(|&(_, c)| c == '(');
        while end > i + 4
            && self.is(end - 1, |c| {
                matches!(
                    c,
                    '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '"' | '>' | ']' | '”' | '’' | '»' | '…'
                ) || (c == ')' && !parenthesis)
            })
        {
            end -= 1;
        }
        Some(end)
    }

    /// A mail address, also one that was shortened by dots: "jo...@site.com".
    fn mailbox(&self, i: usize) -> Option<usize> {
        if !self.is(i, |c| c.is_ascii_alphanumeric()) || (i > 0 && self.is(i - 1, is_word)) {
            return None;
        }
        let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
        let at = (i..self.characters.len())
            .take(64)
            .find(|&k| !self.is(k, local))?;
        let host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        if !self.is(at, |c| c == '@') || !self.is(at + 1, |c| c.is_ascii_alphanumeric()) {
            return None;
        }
        let mut end = at + 1;
        while self.is(end, host) {
            end += 1;
        }
        while self.is(end - 1, |c| matches!(c, '.' | '-')) {
            end -= 1;
        }
        self.slice(at, end).contains('.').then_some(end)
    }

    fn face(&self, i: usize) -> Option<usize> {
        if !self.is(i, |c| matches!(c, ':' | ';' | '<' | '=' | 'x')) || (i > 0 && self.is(i - 1, is_word)) {
            return None;
        }
        let rest = self.slice(i, (i + 4).min(self.characters.len()));
        let face = FACES.iter().find(|f| rest.starts_with(**f))?;
        let end = i + face.chars().count();
        (!self.is(end, is_word) && !self.is(end, |c| c == '/')).then_some(end)
    }

    /// Reads a word from `i` on, with its inner connectors; returns where it ends.
    fn word(&mut self, i: usize) -> usize {
        if let Some(end) = self.number_group(i) {
            self.push(i, end);
            return end;
        }
        let mut end = i + 1;
        let mut part = i;
        while let Some(c) = self.at(end) {
            if is_word(c) {
                end += 1;
            } else if self.connects(i, part, end, c) {
                end += 1;
                part = end;
            } else {
                break;
            }
        }
        if self.is(end, |c| c == '$')
            && self.slice(i, end).chars().all(|c| c.is_ascii_uppercase())
            && end - i <= 3
        {
            self.push(i, end + 1);
            return end + 1;
        }
        self.finish(i, end)
    }

    /// Whether the character at `end` holds the word open; the part since the last connector starts at `part`.
    fn connects(&self, start: usize, part: usize, end: usize, c: char) -> bool {
        let Some(next) = self.at(end + 1) else {
            return false;
        };
        if !is_word(next) {
            return false;
        }
        let before = self.at(end - 1).unwrap_or(' ');
        let digits = before.is_ascii_digit() && next.is_ascii_digit();
        let letters = before.is_alphabetic() && next.is_alphabetic();
        match c {
            '.' => digits || (before.is_alphanumeric() && self.stop_connects(start, part, end)),
            // "100,000", but also "7,5" where no third digit follows.
            ',' => digits && (1..=3).all(|k| self.is(end + k, |c| c.is_ascii_digit())),
            ':' => digits,
            '/' => {
                let single = |from: usize| !self.is(from + 1, is_word) || from + 1 == end;
                (digits
                    && self
                        .slice(start, end)
                        .chars()
                        .all(|c| c.is_ascii_digit() || c == '/')
                    && self.digits_until_end(end))
                    || (letters && part == start && end == start + 1 && single(end + 1))
            }
            '\'' | '’' => before.is_alphanumeric() && next.is_alphabetic(),
            '&' => before.is_uppercase() && next.is_uppercase() || (letters && end == start + 1),
            '@' => true,
            '*' => letters,
            _ if is_hyphen(c) => {
                let prefix = self.slice(part, end);
                (part == start && PREFIXES.iter().any(|p| prefix.eq_ignore_ascii_case(p)))
                    || self.slice(start, end).contains('@')
            }
            _ => false,
        }
    }

    /// Whether the run of digits and slashes behind `end` is closed by something that is no letter.
    fn digits_until_end(&self, end: usize) -> bool {
        let mut at = end;
        while self.is(at, |c| c.is_ascii_digit() || c == '/') {
            at += 1;
        }
        !self.is(at, char::is_alphabetic)
    }

    /// Whether the stop at `end` is inside a word ("U.S", "site.com") rather than a sentence's end without a space.
    fn stop_connects(&self, start: usize, part: usize, end: usize) -> bool {
        if self.slice(start, end).contains('@') {
            return true;
        }
        let mut close = end + 1;
        while self.is(close, char::is_alphanumeric) {
            close += 1;
        }
        let after = self.slice(end + 1, close);
        if end - part == 1 || after.chars().count() == 1 && self.is(close, |c| c == '.') {
            return true;
        }
        if self.is(close, |c| matches!(c, '@' | '.')) && self.is(close + 1, is_word) {
            return true;
        }
        let dotted = self.slice(start, end).contains('.') && !self.is(part, char::is_uppercase);
        dotted
            || ENDINGS.iter().any(|e| after.eq_ignore_ascii_case(e))
                && !after.starts_with(|c: char| c.is_uppercase() && after != "DOC")
            || after.chars().all(|c| c.is_ascii_digit())
            || (after.len() == 3 && after.chars().all(|c| c.is_ascii_uppercase()))
    }

    /// Telephone numbers and dates with hyphens: "713-853-3989", "345-9945", "11-20-2000".
    fn number_group(&self, i: usize) -> Option<usize> {
        let mut lengths: [usize; 6] = [0; 6];
        let mut group = 0;
        let mut at = i;
        loop {
            let from = at;
            while self.is(at, |c| c.is_ascii_digit()) {
                at += 1;
            }
            *lengths.get_mut(group)? = at - from;
            if at == from {
                return None;
            }
            if self.is(at, is_hyphen) && self.is(at + 1, |c| c.is_ascii_digit()) {
                at += 1;
                group += 1;
            } else {
                break;
            }
        }
        let round = self.slice(i, at).ends_with("00");
        let known = match (group, lengths) {
            (1, [3, 4, ..]) => !round,
            (1, [5, 4, ..]) | (2.., _) => true,
            _ => false,
        };
        (known
            && !self.is(at, is_word)
            && !(self.is(at, |c| c == '.') && self.is(at + 1, |c| c.is_ascii_digit())))
        .then_some(at)
    }

    /// Closes the word at `end`: takes in an abbreviation's stop, splits off units and clitics.
    fn finish(&mut self, start: usize, end: usize) -> usize {
        let word = self.slice(start, end);
        let single_stop = self.is(end, |c| c == '.') && !self.is(end + 1, |c| c == '.' || is_word(c));
        let number = word
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ':')))
            .unwrap_or(0);
        if number > 0
            && word.starts_with(|c: char| c.is_ascii_digit())
            && let Some(unit) = word.get(number..)
            && UNITS.iter().any(|u| unit.eq_ignore_ascii_case(u))
            && unit != "s"
        {
            let dotted = single_stop && unit.contains('.');
            self.push(start, start + number);
            self.push(start + number, end + usize::from(dotted));
            return end + usize::from(dotted);
        }
        if single_stop {
            let after = (end + 1..self.characters.len())
                .find_map(|k| {
                    self.at(k)
                        .filter(|&c| c.is_alphanumeric() || matches!(c, ',' | ';' | ')'))
                })
                .or(if end + 1 == self.characters.len() {
                    self.next
                } else {
                    None
                });
            let before = if start == 0 { self.words.last() } else { None };
            let before = before.map(|w| self.text.get(w.span.clone()).unwrap_or_default());
            if keeps_stop(word, &Context { before, after }) {
                self.push(start, end + 1);
                return end + 1;
            }
        }
        let mut from = start;
        for length in clitic::cuts(word) {
            self.push(from, from + length);
            from += length;
        }
        self.push(from, end);
        end
    }

    /// An apostrophe that no word holds: a clitic behind something else, a clipped word, or a quotation mark.
    fn apostrophe(&mut self, i: usize) -> usize {
        let mut close = i + 1;
        while self.is(close, is_word) {
            close += 1;
        }
        let tail = self.slice(i + 1, close);
        let lower = tail.to_lowercase();
        let digits = tail.trim_end_matches('s');
        let decade =
            digits.len() == 2 && digits.chars().all(|c| c.is_ascii_digit()) && !self.is(close, is_apostrophe);
        let clitic = i > 0 && matches!(lower.as_str(), "s" | "m" | "d" | "re" | "ve" | "ll");
        let clipped =
            matches!(lower.as_str(), "em" | "til" | "cause" | "n" | "bout") && !self.is(close, |c| c == ',');
        if decade || clitic || clipped {
            self.push(i, close);
            return close;
        }
        if matches!(lower.as_str(), "tis" | "twas") {
            self.push(i, i + 2);
            self.push(i + 2, close);
            return close;
        }
        let end = if self.is(i + 1, |c| Some(c) == self.at(i)) {
            i + 2
        } else {
            i + 1
        };
        self.push(i, end);
        end
    }

    /// Punctuation and symbols: runs of the same mark are one word, anything else is a word by itself.
    fn mark(&mut self, i: usize, c: char) -> usize {
        let mut end = i + 1;
        match c {
            '.' | '!' | '?' => {
                while self.is(end, |c| matches!(c, '.' | '!' | '?')) {
                    end += 1;
                }
            }
            '$' | '-' | '=' | '*' | '~' | '<' | '>' | '+' | '|' | '#' | '`' | '—' | '–' | '…' => {
                while self.is(end, |n| n == c) {
                    end += 1;
                }
            }
            _ => {}
        }
        while self.is(
            end,
            |c| matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{300}'..='\u{36f}'),
        ) {
            end += 1;
        }
        self.push(i, end);
        end
    }
}
