//! Documents that come with their sentences read: by another parser, or from words that were cut before.

use crate::error::Error;
use crate::source::{Document, Source};
use crate::text::conllu;
use crate::text::{Sentence, parse_words};

/// A document with the sentences of its text; its title, if it has one, is read as ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The document.
    pub document: Document,
    /// The sentences, with spans into the document's text.
    pub sentences: Vec<Sentence>,
}

impl Parsed {
    /// Reads the documents of a file in the CoNLL-U format, so that trees of any parser can be used.
    ///
    /// The text is put together from the words (one space after each that is not marked `SpaceAfter=No`). A document named by a
    /// `# newdoc id = …` line has that id.
    ///
    /// ```
    /// use crosscheck::Parsed;
    ///
    /// let file = "1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_\n2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n\
    ///             3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n";
    /// let documents = Parsed::from_conllu("The Harbour Post", file)?;
    /// assert_eq!(documents[0].document.text, "Rain fell.");
    /// # Ok::<(), crosscheck::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// For a line that does not have ten columns, a number that is none, an unknown relation, and heads that make no tree. The
    /// error names the line.
    pub fn from_conllu(source: impl Into<Source>, file: &str) -> Result<Vec<Parsed>, Error> {
        let source = source.into();
        let documents =
            conllu::read(file).map_err(|e| Error::input(format!("line {}", e.line), e.problem()))?;
        Ok(documents
            .into_iter()
            .map(|annotated| {
                let mut document = Document::new(source.clone(), annotated.text);
                document.id = Some(annotated.id).filter(|id| !id.is_empty());
                Parsed {
                    document,
                    sentences: annotated.sentences,
                }
            })
            .collect())
    }

    /// Reads sentences whose words are cut already, as corpora hold them; the text is the words with spaces in between.
    ///
    /// Quotation marks that old corpora write with two marks are written as quotation marks.
    ///
    /// ```
    /// use crosscheck::Parsed;
    ///
    /// let parsed = Parsed::from_words("corpus", &[["It", "did", "n't", "rain", "."]]);
    /// assert_eq!(parsed.document.text, "It did n't rain .");
    /// assert_eq!(parsed.sentences[0].tokens[2].lemma, "not");
    /// ```
    pub fn from_words<W: AsRef<str>, S: AsRef<[W]>>(source: impl Into<Source>, sentences: &[S]) -> Parsed {
        let mut text = String::new();
        let mut spans = Vec::with_capacity(sentences.len());
        for words in sentences {
            let mut sentence = Vec::with_capacity(words.as_ref().len());
            for word in words.as_ref() {
                if !text.is_empty() {
                    text.push(if sentence.is_empty() { '\n' } else { ' ' });
                }
                let start = text.len();
                text.push_str(match word.as_ref() {
                    "``" => "“",
                    "''" => "”",
                    "`" => "‘",
                    "-LRB-" => "(",
                    "-RRB-" => ")",
                    other => other,
                });
                sentence.push(start..text.len());
            }
            spans.push(sentence);
        }
        let sentences = parse_words(&text, &spans);
        Parsed {
            document: Document::new(source, text),
            sentences,
        }
    }
}
