//! Groups words into sentences: at closing punctuation, at empty lines, and at line ends that are no mere wrapping.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lines::soft_breaks;
use super::tokenize::Word;

/// No sentence has more words; a longer run is cut.
const LONGEST: usize = 300;

/// Cuts the words into sentences, each a range of words; a dateline belongs to none.
pub(super) fn split(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let splitter = Splitter {
        text,
        words,
        soft: soft_breaks(text, words),
        small: writes_small(text, words),
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    for i in 1..words.len() {
        if splitter.ends_dateline(start, i) {
            start = i;
        } else if i - start >= LONGEST || splitter.starts(start, i) {
            sentences.push(start..i);
            start = i;
        }
    }
    if start < words.len() {
        sentences.push(start..words.len());
    }
    sentences
}

struct Splitter<'t> {
    text: &'t str,
    words: &'t [Word],
    /// The words before which a line end means nothing.
    soft: BTreeSet<usize>,
    /// Whether the text starts its sentences with small letters.
    small: bool,
}

fn form<'t>(text: &'t str, words: &[Word], i: usize) -> &'t str {
    words
        .get(i)
        .and_then(|w| text.get(w.span.clone()))
        .unwrap_or_default()
}

/// Whether a good part of the stops are followed by small letters.
fn writes_small(text: &str, words: &[Word]) -> bool {
    let (mut small, mut all) = (0, 0);
    for i in 1..words.len() {
        if matches!(form(text, words, i - 1), "." | "!" | "?")
            && words.get(i).is_some_and(|w| w.spaced && w.breaks == 0)
        {
            all += 1;
            small += usize::from(form(text, words, i).starts_with(char::is_lowercase));
        }
    }
    small >= 2 && small * 3 >= all
}

impl<'t> Splitter<'t> {
    fn form(&self, i: usize) -> &'t str {
        form(self.text, self.words, i)
    }

    /// Whether a sentence starts at word `i`, the one before having started at word `start`.
    fn starts(&self, start: usize, i: usize) -> bool {
        let Some(word) = self.words.get(i) else {
            return false;
        };
        if word.breaks >= 1 && !self.soft.contains(&i) {
            return true;
        }
        let next = self.form(i);
        // The number of a footnote goes with the sentence that it is behind.
        let is_note = |open: usize| {
            self.form(open) == "["
                && self.form(open + 1).bytes().all(|b| b.is_ascii_digit())
                && self.form(open + 2) == "]"
        };
        if next.starts_with([',', ';', ':', ')', ']', '%']) || is_note(i) {
            return false;
        }
        // Quotation marks and brackets that close behind the stop belong to the sentence.
        let mut last = i - 1;
        while last > start + 2 && is_note(last - 2) {
            last -= 3;
        }
        let mut quoted = false;
        while last > start && is_closer(self.form(last)) && self.words.get(last).is_some_and(|w| !w.spaced) {
            quoted = true;
            last -= 1;
        }
        let mut opened = i;
        while is_opener(self.form(opened)) && opened < i + 3 {
            opened += 1;
        }
        let first = self.form(opened);
        let end = self.form(last);
        let small = first.starts_with(char::is_lowercase);
        if !word.spaced {
            // A space was forgotten: "wonders.Neither".
            return end == "."
                && !quoted
                && opened == i
                && is_title_case(first)
                && self.form(i.wrapping_sub(2)).len() > 2
                && self.form(i.wrapping_sub(2)).chars().all(char::is_lowercase);
        }
        // "1. Apples" is an item of a list.
        if last == start + 1
            && end == "."
            && self.form(start).len() <= 2
            && self.form(start).chars().all(char::is_alphanumeric)
            && self.form(start) != "I"
            && self.form(start) != "No"
            && self.form(start) != "OK"
        {
            return false;
        }
        let mark = |c: char| matches!(c, '.' | '!' | '?' | '…');
        match end {
            "." | "!" | "?" | "。" => !small || (self.small && !quoted),
            _ if end.chars().all(mark) => {
                !small && (end.contains(['!', '?']) || first.starts_with(char::is_uppercase))
            }
            _ => end.len() > 1 && end.ends_with('.') && stop_closes(end, first),
        }
    }
}

impl Splitter<'_> {
    /// Whether what stands before word `i` tells no more than where and for whom a report was written: "LAGOS, Nigeria (AP) —".
    fn ends_dateline(&self, start: usize, i: usize) -> bool {
        const MOST: usize = 10;
        let place = self.form(start);
        let begins = start == 0 || self.words.get(start).is_some_and(|w| w.breaks >= 1);
        let capitals = place.chars().count() > 2 && place.chars().all(char::is_uppercase);
        let named = |form: &str| !form.contains(char::is_lowercase) || form.starts_with(char::is_uppercase);
        begins
            && capitals
            && (start + 2..start + MOST).contains(&i)
            && match self.form(i - 1) {
                "—" | "--" => true,
                "–" | "-" => self.form(i - 2) == ")",
                _ => false,
            }
            && self.words.get(i - 1).is_some_and(|w| w.spaced)
            && self.words.get(i).is_some_and(|w| w.spaced)
            && (start..i).all(|word| named(self.form(word)))
            && (self.form(i).starts_with(char::is_uppercase) || is_opener(self.form(i)))
    }
}

fn listed(words: &str, word: &str) -> bool {
    words.split(' ').any(|w| w == word)
}

fn is_title_case(form: &str) -> bool {
    let mut letters = form.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

fn is_closer(form: &str) -> bool {
    matches!(
        form,
        "\"" | "'" | "''" | "”" | "’" | ")" | "]" | "»" | "}" | "*" | "**"
    )
}

fn is_opener(form: &str) -> bool {
    matches!(
        form,
        "\"" | "'" | "``" | "“" | "‘" | "(" | "[" | "«" | "*" | "**" | "-" | "–" | "—"
    )
}

/// Words that start sentences more often than they go on after an abbreviation.
const OPENS: &str = "The A An He She It They We You I This That These Those In On At But And However There His Her Its \
    Their Our My If When While As For After Before Since Although Though So What Who How Why Where No \
    Not Some By From With To Most Many Both Once Until Now Then Meanwhile According Under Also Even \
    Despite During One Two Three All Such Because Yet Still Please";
/// Stand before a name or a number.
const BEFORE_NAMES: &str = "mr mrs ms dr drs prof gen sen sens rep reps st gov lt col capt sgt cpl pvt maj adm cmdr brig rev \
    hon msgr messrs mme mlle supt insp det cllr pres vs v no nos fig vol mt ft atty cf e.g i.e";
const ZONES: &str = "EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST CET UTC Monday Tuesday Wednesday Thursday \
    Friday Saturday Sunday Eastern Pacific Central Mountain Greenwich";

/// Whether an abbreviation is also the end of its sentence, given the word behind it.
fn stop_closes(abbreviation: &str, next: &str) -> bool {
    let inner = abbreviation.trim_end_matches('.').to_lowercase();
    if inner.chars().count() == 1 || listed(BEFORE_NAMES, &inner) {
        return false;
    }
    match inner.as_str() {
        "etc" => next.starts_with(char::is_uppercase),
        "a.m" | "p.m" => next.starts_with(char::is_uppercase) && !listed(ZONES, next),
        _ => listed(OPENS, next),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize::tokenize;

    fn sentences(text: &str) -> Vec<&str> {
        let words = tokenize(text);
        let span = |r: Range<usize>| {
            text.get(words[r.start].span.start..words[r.end - 1].span.end)
                .unwrap()
        };
        split(text, &words).into_iter().map(span).collect()
    }

    #[test]
    fn sentences_are_split_where_they_end() {
        // A bar stands where a sentence ends.
        for marked in [
            "Mr. Smith met Dr. J. K. Rowe in the U.S. on Jan. 5.|The talks failed.",
            "He works for Acme Inc. and lives in Washington, D.C.|He is 40.",
            "The deal is worth $3.5 billion.|It closes at 5 p.m. Monday, No. 10 said.",
            "“We won.”|The crowd cheered.|“Did you see it?” she asked.",
            "\"It is over,\" he said.|\"We go home.\"|Then they left.",
            "He said: \"Stop!\" and left.|Why?|Nobody knows...|Perhaps he was tired.",
            "Prices rose 2.5 per cent vs. 1.9 in 2019 (see Fig. 3).|They fell later.",
            "It was built by the 7th Earl, etc.|Others were not.",
            "The law has passed. [12]|It takes effect in May.",
            "It ended at 9 a.m.|Police left at 10 a.m. GMT.",
            "1. Apples are red.",
            "He did well.She did not.",
            "NATO - Russia talks fail.",
            "so do i. why not? they never said.|",
        ] {
            let wanted: Vec<&str> = marked.split('|').filter(|s| !s.is_empty()).collect();
            let text = wanted.join(" ");
            match marked.strip_suffix('|') {
                // Small letters throughout: each stop ends a sentence.
                Some(small) => assert_eq!(sentences(small).len(), 3),
                None if marked.contains("well.She") => assert_eq!(sentences(&text).len(), 2),
                None => assert_eq!(sentences(&text), wanted),
            }
        }
    }

    #[test]
    fn datelines_belong_to_no_sentence() {
        for dateline in [
            "LAGOS, Nigeria —",
            "LONDON (Reuters) -",
            "SAN JOSE, Calif. (AP) --",
        ] {
            assert_eq!(
                sentences(&format!("{dateline} The ferry sank.")),
                ["The ferry sank."]
            );
        }
    }

    #[test]
    fn line_ends_split_unless_they_wrap() {
        let story = "Ferry service suspended\nThe operator suspended all crossings on Thursday after a fire broke out in the engine room of its largest vessel, it said.\n\nNobody was hurt";
        assert_eq!(sentences(story).len(), 3);
        let wrapped = "The regional ferry operator suspended all crossings to the\nnorthern islands on Thursday after a fire broke out in the\nengine room of its largest vessel. No one was hurt, Norlink\nsaid. The Coastguard sent two boats and a helicopter to the\nscene.\n";
        assert_eq!(sentences(wrapped).len(), 3);
        assert_eq!(sentences("One line\r\nAnother line\r\n\r\nA third").len(), 3);
    }
}
