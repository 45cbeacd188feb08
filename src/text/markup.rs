//! Simple Markdown: its marks are blanked out before reading, byte for byte, so that every span still fits the text.

use std::borrow::Cow;
use std::ops::Range;

/// The text with the marks of Markdown replaced by as many spaces.
///
/// Blanked are the marks of headings, quotations, lists, rules and code at the start of a line, the marks of emphasis and
/// code inside it, the addresses of links, and images altogether.
pub(super) fn unmarked(text: &str) -> Cow<'_, str> {
    let marks = marks(text);
    if marks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for mark in marks {
        plain.push_str(text.get(plain.len()..mark.start).unwrap_or_default());
        // A mark that lies inside one already blanked adds what is left of it.
        let blank = mark.end.saturating_sub(plain.len());
        plain.extend(std::iter::repeat_n(' ', blank));
    }
    plain.push_str(text.get(plain.len()..).unwrap_or_default());
    Cow::Owned(plain)
}

/// The stretches to blank, in order.
fn marks(text: &str) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let begin = opening(line);
        if begin > 0 {
            marks.push(start..start + begin);
        }
        if line.contains(['*', '_', '`', '[']) {
            let rest = line.get(begin..).unwrap_or_default();
            inline(rest, start + begin, &mut marks);
        }
        start += line.len();
    }
    marks.sort_unstable_by_key(|m| (m.start, m.end));
    marks
}

/// How many bytes at the start of a line are marks, with the white space before and between them.
fn opening(line: &str) -> usize {
    let body = line.trim();
    let rule = body.len() > 2
        && ["-", "=", "*", "_", "`", "~"]
            .iter()
            .any(|m| body.trim_matches(|c| m.contains(c)).is_empty());
    if rule {
        return line.trim_end().len();
    }
    if body.starts_with("```") || body.starts_with("~~~") {
        return line.trim_end().len();
    }
    let mut at = 0;
    loop {
        let rest = line.get(at..).unwrap_or_default();
        let indent = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let rest = rest.get(indent..).unwrap_or_default();
        let mark = mark(rest);
        if mark == 0 {
            return at;
        }
        at += indent + mark;
    }
}

/// The length of the heading, quotation or list mark that a line starts with.
fn mark(line: &str) -> usize {
    let spaced = |length: usize| {
        line.get(length..)
            .is_some_and(|rest| rest.starts_with([' ', '\t']))
    };
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && spaced(hashes) {
        return hashes;
    }
    if line.starts_with('>') {
        return 1;
    }
    usize::from(line.starts_with(['*', '-', '+', '•']) && spaced(1))
        + 3 * usize::from(line.starts_with('•') && spaced(3))
}

/// Finds emphasis, code, links and images in a line that starts at `base`.
fn inline(line: &str, base: usize, marks: &mut Vec<Range<usize>>) {
    let bytes = line.as_bytes();
    let mut open: Vec<(u8, usize, usize)> = Vec::new();
    let mut i = 0;
    while let Some(&byte) = bytes.get(i) {
        match byte {
            b'[' => i += link(line, i, base, marks),
            b'*' | b'_' | b'`' => {
                let length = bytes
                    .get(i..)
                    .unwrap_or_default()
                    .iter()
                    .take_while(|&&b| b == byte)
                    .count();
                let before = line.get(..i).and_then(|s| s.chars().next_back());
                let after = line.get(i + length..).and_then(|s| s.chars().next());
                let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
                let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                // "snake_case" and "3 * 4" hold no emphasis.
                let inside = byte == b'_' && word(before) && word(after);
                let closes = open.iter().rposition(|&(b, n, _)| b == byte && n == length);
                if let Some(place) = closes.filter(|_| !space(before) && !inside) {
                    let (_, _, from) = open.swap_remove(place);
                    marks.push(base + from..base + from + length);
                    marks.push(base + i..base + i + length);
                } else if !space(after) && !inside && length <= 3 {
                    open.push((byte, length, i));
                }
                i += length;
            }
            _ => i += 1,
        }
    }
}

/// Blanks the marks of the link or image that opens at a byte; says how far to go on.
fn link(line: &str, open: usize, base: usize, marks: &mut Vec<Range<usize>>) -> usize {
    let rest = line.get(open..).unwrap_or_default();
    let Some(middle) = rest.find("](") else { return 1 };
    let Some(length) = rest.get(middle..).and_then(|r| r.find(')')) else {
        return 1;
    };
    let end = middle + length + 1;
    let image = open > 0 && line.as_bytes().get(open - 1) == Some(&b'!');
    if image {
        marks.push(base + open - 1..base + open + end);
        return end;
    }
    marks.push(base + open..base + open + 1);
    marks.push(base + open + middle..base + open + end);
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blanked(text: &str) -> String {
        let plain = unmarked(text);
        assert_eq!(plain.len(), text.len());
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn marks_are_blanked_and_words_stay() {
        let cases = [
            ("# Storm *kills* 12", "Storm kills 12"),
            ("> * The **dam** broke", "The dam broke"),
            (
                "the [emergency service](https://x.y/z) said",
                "the emergency service said",
            ),
            ("![A flooded street](x.png) It rained.", "It rained."),
            ("Title\n=====\ntext\n***\n", "Title text"),
            ("• The `dam` broke", "The dam broke"),
            ("_So_ it was", "So it was"),
        ];
        for (text, plain) in cases {
            assert_eq!(blanked(text), plain, "{text}");
        }
    }

    #[test]
    fn plain_text_is_left_as_it_is() {
        for text in [
            "3 * 4 is 12",
            "snake_case_name",
            "#1 in the charts",
            "a [sic] mark",
            "He said – no.",
            "*",
        ] {
            assert_eq!(unmarked(text), text);
        }
    }
}
