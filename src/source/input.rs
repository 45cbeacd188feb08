//! Documents from files: plain text with an optional head, and JSON Lines.

use serde_json::{Map, Value};

use crate::error::Error;
use crate::measure::DateError;
use crate::source::{Document, Source};

/// The keys that a head or a line of JSON may have; JSON has the text besides.
const KEYS: [&str; 5] = ["id", "source", "title", "date", "url"];
const TEXT: &str = "text";

/// The line that opens and closes the head.
const FENCE: &str = "---";

impl Document {
    /// Reads plain text, with a head in front if there is one.
    ///
    /// The head stands between two lines `---` and holds lines `key: value` with the keys `source`, `title`, `date`
    /// (`2026-03-14`), `url` and `id`, each at most once. What follows the head is the text, byte for byte; without a head
    /// it is the whole. `name_hint`, such as the name of the file, is the source where the head names none.
    ///
    /// ```
    /// use crosscheck::Document;
    ///
    /// let file = "---\nsource: The Harbour Post\ntitle: Bridge open again\n---\nThe bridge is open.\n";
    /// let document = Document::from_plain("post.txt", file)?;
    /// assert_eq!(document.source.name, "The Harbour Post");
    /// assert_eq!(document.text, "The bridge is open.\n");
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// For a head that is never closed, a key that is unknown, empty or repeated, a date that is none, and where neither the
    /// head nor the hint names a source. The error names the hint, the line and the key.
    pub fn from_plain(name_hint: &str, file: &str) -> Result<Document, Error> {
        let mut document = Document::new(name_hint.trim(), "");
        document.text = match Head::split(name_hint, file)? {
            None => file.to_owned(),
            Some(head) => {
                let mut seen = Vec::new();
                for (number, line) in head.lines {
                    document.read_head_line(&head.name, number, line, &mut seen)?;
                }
                head.text.to_owned()
            }
        };
        if document.source.name.is_empty() {
            return Err(Error::input(
                "source",
                "neither the head nor the name given says whose text it is",
            ));
        }
        Ok(document)
    }

    /// Reads JSON Lines: on each line that is not blank an object with the keys `source` and `text`, and if wanted `id`,
    /// `title`, `date` (`2026-03-14`) and `url`, all of them strings.
    ///
    /// ```
    /// use crosscheck::Document;
    ///
    /// let lines = r#"{"source": "The Harbour Post", "text": "The bridge is open."}"#;
    /// assert_eq!(Document::from_jsonl(lines)?.len(), 1);
    ///
    /// let error = Document::from_jsonl(r#"{"source": "The Harbour Post"}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "line 1, text: missing");
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// For a line that is no JSON object, a key that is unknown, missing or holds no string, and a date that is none. The
    /// error names the line and the key.
    pub fn from_jsonl(lines: &str) -> Result<Vec<Document>, Error> {
        without_mark(lines)
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(i, line)| {
                let place = format!("line {}", i + 1);
                let fields = serde_json::from_str(line).map_err(|e| match e.column() {
                    0 => Error::json(place.as_str(), e),
                    column => Error::json(format!("{place}, column {column}"), e),
                })?;
                Document::from_fields(&place, fields)
            })
            .collect()
    }

    fn from_fields(place: &str, fields: Map<String, Value>) -> Result<Document, Error> {
        let mut document = Document::default();
        let mut text = None;
        for (key, value) in fields {
            let value = match value {
                Value::String(value) => value,
                Value::Null if key != TEXT && key != "source" => {
                    known(place, &key, true)?;
                    continue;
                }
                _ => {
                    known(place, &key, true)?;
                    return Err(Error::input(at(place, &key), "not a string"));
                }
            };
            if key == TEXT {
                text = Some(value);
            } else {
                known(place, &key, true)?;
                document.set(place, &key, value)?;
            }
        }
        if document.source.name.is_empty() {
            return Err(Error::input(at(place, "source"), "missing"));
        }
        document.text = text.ok_or_else(|| Error::input(at(place, TEXT), "missing"))?;
        Ok(document)
    }

    fn read_head_line<'f>(
        &mut self,
        name: &str,
        number: usize,
        line: &'f str,
        seen: &mut Vec<&'f str>,
    ) -> Result<(), Error> {
        if line.trim().is_empty() {
            return Ok(());
        }
        let place = format!("{name}, line {number}");
        let (key, value) = line.split_once(':').ok_or_else(|| {
            Error::input(place.as_str(), format!("expected \"key: value\", found {line:?}"))
        })?;
        let key = key.trim();
        known(&place, key, false)?;
        if seen.contains(&key) {
            return Err(Error::input(at(&place, key), "given twice"));
        }
        seen.push(key);
        self.set(&place, key, unquoted(value.trim()).to_owned())
    }

    /// Sets a field other than the text from a string.
    fn set(&mut self, place: &str, key: &str, value: String) -> Result<(), Error> {
        if value.trim().is_empty() {
            return Err(Error::input(at(place, key), "empty"));
        }
        match key {
            "id" => self.id = Some(value),
            "source" => self.source = Source::from(value),
            "title" => self.title = Some(value),
            "url" => self.url = Some(value),
            _ => {
                let date = value.trim().parse();
                self.date = Some(date.map_err(|e: DateError| Error::input(at(place, key), e.to_string()))?);
            }
        }
        Ok(())
    }
}

/// A file divided.
struct Head<'f> {
    name: String,
    /// The lines between the fences, with their numbers.
    lines: Vec<(usize, &'f str)>,
    text: &'f str,
}

impl<'f> Head<'f> {
    /// Divides a file that begins with a head; `None` if it begins otherwise.
    fn split(name_hint: &str, file: &'f str) -> Result<Option<Head<'f>>, Error> {
        let name = match name_hint.trim() {
            "" => "head".to_owned(),
            name => name.to_owned(),
        };
        let mut rest = without_mark(file);
        let mut lines = Vec::new();
        for number in 1.. {
            let (line, after) = match rest.split_once('\n') {
                Some((line, after)) => (line, after),
                None => (rest, ""),
            };
            let line = line.trim_end();
            match (number, line == FENCE) {
                (1, false) => return Ok(None),
                (1, true) => {}
                (_, true) => {
                    return Ok(Some(Head {
                        name,
                        lines,
                        text: after,
                    }));
                }
                (_, false) => lines.push((number, line)),
            }
            if after.is_empty() {
                break;
            }
            rest = after;
        }
        Err(Error::input(
            format!("{name}, line 1"),
            "the head that begins here is never closed by a line ---",
        ))
    }
}

/// The text without a byte order mark in front.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn unquoted(value: &str) -> &str {
    value
        .strip_prefix('"')
        .and_then(|v| v.strip_suffix('"'))
        .unwrap_or(value)
}

fn at(place: &str, key: &str) -> String {
    format!("{place}, {key}")
}

/// Refuses a key that means nothing.
fn known(place: &str, key: &str, json: bool) -> Result<(), Error> {
    if KEYS.contains(&key) || (json && key == TEXT) {
        return Ok(());
    }
    let more = if json { ", text" } else { "" };
    let what = format!("unknown key; known are {}{more}", KEYS.join(", "));
    Err(Error::input(at(place, key), what))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(file: &str) -> String {
        Document::from_plain("post.txt", file).unwrap_err().to_string()
    }

    #[test]
    fn text_without_a_head_stays_as_it_is() {
        for text in [
            "",
            "\u{feff}---x",
            "The bridge\r\nis open.\n",
            "--- so what\n---\n",
        ] {
            let document = Document::from_plain("post.txt", text).unwrap();
            assert_eq!(
                (document.text.as_str(), document.source.name.as_str()),
                (text, "post.txt")
            );
        }
    }

    #[test]
    fn text_after_a_head_stays_as_it_is() {
        let file = "\u{feff}---\r\nid: p1\r\nsource: \"The: Post\"\r\n\r\nurl: https://post.example/1\r\ndate: 2024-02-29\r\n---\r\n\r\n a\r\n---\n";
        let document = Document::from_plain("post.txt", file).unwrap();
        assert_eq!(document.text, "\r\n a\r\n---\n");
        assert_eq!(document.source.name, "The: Post");
        assert_eq!(document.id.as_deref(), Some("p1"));
        assert_eq!(document.url.as_deref(), Some("https://post.example/1"));
        assert_eq!(
            document.date.map(|d| d.to_string()).as_deref(),
            Some("2024-02-29")
        );
        assert_eq!(Document::from_plain("x", "---\n---").unwrap().text, "");
    }

    #[test]
    fn a_bad_head_is_refused_with_line_and_key() {
        assert_eq!(
            refused("---\nsource: Post\nauthor: me\n---\n"),
            "post.txt, line 3, author: unknown key; known are id, source, title, date, url"
        );
        assert_eq!(
            refused("---\ntitle: a\ntitle: b\n---\n"),
            "post.txt, line 3, title: given twice"
        );
        assert_eq!(refused("---\nsource:\n---\n"), "post.txt, line 2, source: empty");
        assert_eq!(
            refused("---\nnothing\n---\n"),
            "post.txt, line 2: expected \"key: value\", found \"nothing\""
        );
        assert_eq!(
            refused("---\nsource: Post\n"),
            "post.txt, line 1: the head that begins here is never closed by a line ---"
        );
        assert!(
            refused("---\ndate: 2026-02-30\n---\n")
                .starts_with("post.txt, line 2, date: expected a date as YYYY-MM-DD, found \"2026-02-30\"")
        );
        assert!(Document::from_plain(" ", "text").unwrap_err().is_input());
    }

    #[test]
    fn json_lines_are_read_and_refused_with_line_and_key() {
        let lines = "\u{feff}{\"source\":\"Post\",\"text\":\"a\\n\",\"title\":null}\n\n{\"source\":\"Sun\",\"text\":\"\",\"id\":\"s\"}\r\n";
        let documents = Document::from_jsonl(lines).unwrap();
        assert_eq!(documents.len(), 2);
        assert_eq!(documents[0].text, "a\n");
        assert_eq!(documents[1].id.as_deref(), Some("s"));
        for (line, message) in [
            ("\n{\"text\":\"a\"}", "line 2, source: missing"),
            (
                "{\"source\":\"Post\",\"text\":null}",
                "line 1, text: not a string",
            ),
            (
                "{\"source\":\"Post\",\"text\":\"a\",\"date\":\"May\"}",
                "line 1, date: expected a date as YYYY-MM-DD, found \"May\"",
            ),
            (
                "{\"source\":\"Post\",\"text\":\"a\",\"body\":null}",
                "line 1, body: unknown key",
            ),
            ("{\"source\":", "line 1, column 10: EOF while parsing a value"),
            ("[]", "line 1: invalid type"),
        ] {
            let error = Document::from_jsonl(line).unwrap_err();
            assert!(
                error.is_input() && error.to_string().starts_with(message),
                "{error}"
            );
        }
    }
}
