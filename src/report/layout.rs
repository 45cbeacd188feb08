//! Text made fit to print: white space folded, lines wrapped, columns filled.

/// The text on one line, with signs that would steer a terminal or turn the reading direction replaced.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }));
    }
    out
}

fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// How many columns a terminal needs for the text: two for East Asian characters and emoji, none for combining marks.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

fn columns(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// Breaks text into lines of at most `most` columns, between words where it can.
pub(super) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let most = most.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut filled = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let long = width(word);
        if filled > 0 && filled + 1 + long > most {
            lines.push(std::mem::take(&mut line));
            filled = 0;
        }
        if filled > 0 {
            line.push(' ');
            filled += 1;
        }
        for c in word.chars() {
            let next = columns(c);
            if filled + next > most {
                lines.push(std::mem::take(&mut line));
                filled = 0;
            }
            line.push(c);
            filled += next;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// The text, followed by blanks up to `columns`.
pub(super) fn padded(text: &str, columns: usize) -> String {
    let blanks = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(blanks))
}

/// The text cut to at most `most` columns, with a sign that it was cut.
pub(super) fn clipped(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut filled = 0;
    for c in text.chars() {
        filled += columns(c);
        if filled >= most {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_never_exceed_the_width_and_keep_every_character() {
        for text in [
            "",
            "a",
            "the bridge is closed",
            "aaaaaaaaaaaaaaaaaaaaaaa b",
            "日本語のテキスト ok",
            "🦆🦆🦆🦆",
        ] {
            for most in 2..12 {
                let lines = wrapped(text, most);
                assert!(lines.iter().all(|line| width(line) <= most), "{lines:?}");
                let kept = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
                assert_eq!(kept(&lines.concat()), kept(text));
            }
        }
    }

    #[test]
    fn nothing_that_steers_a_terminal_is_printed() {
        assert_eq!(
            folded(" a\u{1b}[31m \r\n b\u{202e}\0 "),
            "a\u{fffd}[31m b\u{fffd}\u{fffd}"
        );
        assert_eq!(clipped("bridges", 4), "bri…");
        assert_eq!(padded("日", 4), "日  ");
    }
}
