//! What the examples have in common as commands: arguments, files, lines to print, and how they end.
#![allow(dead_code, reason = "not every example takes files")]

use std::error::Error;
use std::fmt::Display;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::str::FromStr;

use crosscheck::Document;
use serde::de::DeserializeOwned;

/// Runs an example. It ends quietly where nobody reads on; whatever else goes wrong is said in a line.
pub(crate) fn run(example: impl FnOnce() -> Result<(), Box<dyn Error>>) -> ExitCode {
    let Err(error) = example() else {
        return ExitCode::SUCCESS;
    };
    let io = error.downcast_ref::<io::Error>();
    if io.is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) {
        return ExitCode::SUCCESS;
    }
    // Nobody may read this either.
    let _ = writeln!(io::stderr(), "error: {error}");
    ExitCode::FAILURE
}

/// Prints a line.
pub(crate) fn say(line: impl Display) -> io::Result<()> {
    writeln!(io::stdout(), "{line}")
}

/// The words after the name of the command.
pub(crate) fn words() -> impl Iterator<Item = String> {
    std::env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
}

/// Reads `[--format FORMAT] FILE...`: the format, which is the first one unless another is asked for, and the files.
pub(crate) fn arguments(
    usage: &str,
    formats: &[&'static str],
) -> Result<(&'static str, Vec<String>), Box<dyn Error>> {
    let (mut format, mut files) = (formats.first().copied(), Vec::new());
    let mut words = words();
    while let Some(word) = words.next() {
        if word == "--format" {
            let wanted = words.next().unwrap_or_default();
            format = formats.iter().copied().find(|f| *f == wanted);
        } else if word.starts_with("--") {
            return Err(format!("unknown flag {word}; usage: {usage}").into());
        } else {
            files.push(word);
        }
    }
    match format {
        Some(format) if !files.is_empty() => Ok((format, files)),
        Some(_) => Err(format!("no file is given; usage: {usage}").into()),
        None => Err(format!("--format takes {}; usage: {usage}", formats.join(", ")).into()),
    }
}

/// The value of a flag.
pub(crate) fn value<T: FromStr<Err: Display>>(flag: &str, word: &str) -> Result<T, Box<dyn Error>> {
    word.parse().map_err(|e| format!("{flag} {word}: {e}").into())
}

/// A file that was read.
pub(crate) struct File {
    path: String,
    pub(crate) text: String,
}

impl File {
    /// Reads a file of UTF-8; `-` stands for the standard input.
    pub(crate) fn read(path: impl AsRef<Path>) -> Result<File, Box<dyn Error>> {
        let path = path.as_ref();
        let name = path.display().to_string();
        let bytes = if name == "-" {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            std::fs::read(path)
        };
        let bytes = bytes.map_err(|e| format!("{name}: {e}"))?;
        let text = String::from_utf8(bytes).map_err(|e| {
            let read = e.as_bytes().get(..e.utf8_error().valid_up_to());
            let lines = read.unwrap_or_default().split(|byte| *byte == b'\n').count();
            format!("{name}: line {lines} is not UTF-8")
        })?;
        Ok(File { path: name, text })
    }

    /// What is wrong with the file.
    pub(crate) fn wrong(&self, what: impl Display) -> Box<dyn Error> {
        format!("{}: {what}", self.path).into()
    }

    /// The file's name without its folder and its ending.
    pub(crate) fn stem(&self) -> String {
        let stem = Path::new(&self.path).file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    pub(crate) fn ends_with(&self, ending: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|e| e == ending)
    }

    /// The documents of the file: of JSON Lines many, of plain text one, whose source is the file where its head names none.
    pub(crate) fn documents(&self) -> Result<Vec<Document>, Box<dyn Error>> {
        let documents = if self.ends_with("jsonl") {
            Document::from_jsonl(&self.text).map_err(|e| self.wrong(e))?
        } else {
            let mut document = Document::from_plain(&self.path, &self.text)?;
            if document.source.name == self.path {
                document.source = self.stem().into();
            }
            vec![document]
        };
        if documents.iter().all(|document| document.text.trim().is_empty()) {
            return Err(self.wrong("there is no text"));
        }
        Ok(documents)
    }

    /// The rows of JSON Lines, one at least; lines without words are passed over.
    pub(crate) fn rows<T: DeserializeOwned>(&self) -> Result<Vec<T>, Box<dyn Error>> {
        let lines = self.text.lines().enumerate();
        let rows: Vec<T> = lines
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(i, line)| {
                serde_json::from_str(line).map_err(|e| {
                    let what = e.to_string();
                    let what = what.split(" at line ").next().unwrap_or_default();
                    self.wrong(match e.column() {
                        0 => format!("line {}: {what}", i + 1),
                        column => format!("line {}, column {column}: {what}", i + 1),
                    })
                })
            })
            .collect::<Result<_, Box<dyn Error>>>()?;
        if rows.is_empty() {
            return Err(self.wrong("there are no rows"));
        }
        Ok(rows)
    }
}
