//! Reads treebanks in the CoNLL-U format: the way in for trees made elsewhere.
//!
//! The text of a document is put together again from its words: one space between words unless the file says
//! `SpaceAfter=No`, and an empty line where a paragraph starts.

use std::ops::Range;

use super::token::{Deprel, Sentence, Token, Upos, penn_tag};

/// A document of a treebank: its text and the sentences over it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annotated {
    /// The name after `# newdoc id =`; empty where the file gives none.
    pub id: String,
    /// The text, put together from the words.
    pub text: String,
    /// The sentences, with spans into the text.
    pub sentences: Vec<Sentence>,
}

/// Says at which line a file is not CoNLL-U, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct Error {
    /// The line, counted from 1.
    pub line: usize,
    problem: String,
}

impl Error {
    /// What is wrong with the line.
    pub fn problem(&self) -> &str {
        &self.problem
    }

    fn new(line: usize, problem: impl Into<String>) -> Self {
        Self {
            line,
            problem: problem.into(),
        }
    }
}

/// Reads the documents of a CoNLL-U file; a file that names none is one document.
///
/// Empty nodes and columns that crosscheck does not use are passed over. A relation with an unknown subtype is read
/// as its main relation, an unknown tag as `X`.
///
/// # Errors
///
/// If a line does not have ten columns, a number is not one, a relation is unknown, or the heads of a sentence are not a tree.
pub fn read(text: &str) -> Result<Vec<Annotated>, Error> {
    let mut reader = Reader::default();
    for (number, line) in text.lines().enumerate() {
        reader.line(number + 1, line.trim_end_matches('\r'))?;
    }
    reader.end_sentence()?;
    reader.end_document();
    Ok(reader.documents)
}

#[derive(Default)]
struct Reader {
    documents: Vec<Annotated>,
    document: Annotated,
    tokens: Vec<Token>,
    heads: Vec<usize>,
    /// What to write before the next word.
    gap: &'static str,
    /// The surface word that is being cut: the last of its words, its span, what follows it.
    surface: Option<(usize, Range<usize>, &'static str)>,
    line: usize,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), Error> {
        self.line = number;
        if line.is_empty() {
            return self.end_sentence();
        }
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment.trim());
            return Ok(());
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let &[id, form, lemma, upos, xpos, _, head, deprel, _, misc] = columns.as_slice() else {
            return Err(Error::new(
                number,
                format!("{} columns where there should be 10", columns.len()),
            ));
        };
        let after = if misc.split('|').any(|m| m == "SpaceAfter=No") {
            ""
        } else {
            " "
        };
        if id.contains('.') {
            return Ok(());
        }
        if let Some((_, last)) = id.split_once('-') {
            let last = self.number(last)?;
            let span = self.write(form);
            self.surface = Some((last, span, after));
            return Ok(());
        }
        let id = self.number(id)?;
        if id != self.tokens.len() + 1 {
            return Err(Error::new(
                number,
                format!("word {id} follows word {}", self.tokens.len()),
            ));
        }
        let span = match self.surface.take() {
            Some((last, rest, gap)) if id <= last => {
                let end = if id == last {
                    rest.end
                } else {
                    self.cut(&rest, form, last - id)
                };
                let span = rest.start..end;
                if id == last {
                    self.gap = gap;
                } else {
                    self.surface = Some((last, end..rest.end, gap));
                }
                span
            }
            _ => {
                let span = self.write(form);
                self.gap = after;
                span
            }
        };
        let deprel = Deprel::parse(deprel)
            .or_else(|| Deprel::parse(deprel.split(':').next().unwrap_or_default()))
            .ok_or_else(|| Error::new(number, format!("unknown relation \"{deprel}\"")))?;
        self.heads.push(self.number(head)?);
        self.tokens.push(Token {
            span,
            lemma: if lemma == "_" && form != "_" { form } else { lemma }.to_owned(),
            upos: Upos::parse(upos).unwrap_or(Upos::X),
            xpos: penn_tag(xpos).unwrap_or_default(),
            head: None,
            deprel,
        });
        Ok(())
    }

    fn number(&self, text: &str) -> Result<usize, Error> {
        text.parse()
            .map_err(|_| Error::new(self.line, format!("\"{text}\" is not a number")))
    }

    fn comment(&mut self, comment: &str) {
        let key = comment.split('=').next().unwrap_or_default().trim();
        match key.split_whitespace().next() {
            Some("newdoc") => {
                self.end_document();
                comment
                    .split_once('=')
                    .map_or("", |(_, id)| id.trim())
                    .clone_into(&mut self.document.id);
            }
            Some("newpar") if !self.document.text.is_empty() => self.gap = "\n\n",
            _ => {}
        }
    }

    fn write(&mut self, form: &str) -> Range<usize> {
        let text = &mut self.document.text;
        if !text.is_empty() {
            text.push_str(self.gap);
        }
        let start = text.len();
        text.push_str(form);
        start..text.len()
    }

    /// Where the first of the words that share `rest` ends: behind its form where the text shows it, else one character in.
    fn cut(&self, rest: &Range<usize>, form: &str, words_left: usize) -> usize {
        let text = self.document.text.get(rest.clone()).unwrap_or_default();
        let characters = text.chars().count();
        let wanted = if text.starts_with(form) {
            form.chars().count()
        } else {
            1
        };
        let taken = wanted.min(characters.saturating_sub(words_left));
        rest.start + text.chars().take(taken).map(char::len_utf8).sum::<usize>()
    }

    fn end_sentence(&mut self) -> Result<(), Error> {
        if self.tokens.is_empty() {
            return Ok(());
        }
        self.surface = None;
        let heads = std::mem::take(&mut self.heads);
        let mut tokens = std::mem::take(&mut self.tokens);
        for (token, &head) in tokens.iter_mut().zip(&heads) {
            token.head = head.checked_sub(1);
        }
        if !is_tree(&heads) {
            return Err(Error::new(
                self.line,
                "the heads of the sentence that ends here are not a tree",
            ));
        }
        let start = tokens.first().map_or(0, |t| t.span.start);
        let end = tokens.last().map_or(0, |t| t.span.end);
        self.document.sentences.push(Sentence {
            span: start..end,
            tokens,
        });
        Ok(())
    }

    fn end_document(&mut self) {
        let document = std::mem::take(&mut self.document);
        self.gap = "";
        if !document.sentences.is_empty() {
            self.documents.push(document);
        }
    }
}

/// Whether heads, counted from 1 and 0 at the root, have one root that all words reach.
fn is_tree(heads: &[usize]) -> bool {
    let one_root = heads.iter().filter(|&&h| h == 0).count() == 1;
    let reaches = |word: usize| {
        let mut at = word;
        for _ in 0..=heads.len() {
            match heads.get(at.wrapping_sub(1)) {
                Some(&head) => at = head,
                None => return at == 0,
            }
        }
        false
    };
    one_root && (1..=heads.len()).all(reaches)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "# newdoc id = a\n# newpar\n1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\
        1\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n\
        3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n# newpar\n1\tNo\tno\tINTJ\tUH\t_\t0\troot:odd\t_\t_\n";

    #[test]
    fn text_and_spans_are_put_together() {
        let documents = read(SAMPLE).unwrap();
        assert_eq!(documents.len(), 1);
        let document = &documents[0];
        assert_eq!(
            (document.id.as_str(), document.text.as_str()),
            ("a", "can't.\n\nNo")
        );
        let forms: Vec<&str> = document
            .sentences
            .iter()
            .flat_map(|s| &s.tokens)
            .map(|t| t.form(&document.text))
            .collect();
        assert_eq!(forms, ["ca", "n't", ".", "No"]);
        assert_eq!(document.sentences[0].tokens[1].head, Some(0));
    }

    #[test]
    fn errors_name_the_line() {
        for (text, line) in [("1\ta\n", 1), ("\n1\ta\ta\tX\tX\t_\tx\troot\t_\t_\n", 2)] {
            assert_eq!(read(text).unwrap_err().line, line, "{text}");
        }
        let cycle = "1\ta\ta\tX\tX\t_\t2\tdep\t_\t_\n2\ta\ta\tX\tX\t_\t1\tdep\t_\t_\n";
        assert!(read(cycle).unwrap_err().to_string().contains("not a tree"));
    }
}
