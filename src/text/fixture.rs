//! A tree asked for one word, as tests of its mends need it.

use super::{Deprel, parse};

/// The relation of a word to its head in the first sentence of a text, and the head, by form.
pub(super) fn relation<'t>(text: &'t str, word: &str) -> Option<(Deprel, &'t str)> {
    let sentences = parse(text);
    let tokens = &sentences.first()?.tokens;
    let token = tokens.iter().find(|t| t.form(text) == word)?;
    let head = token.head.map_or("", |h| tokens[h].form(text));
    Some((token.deprel, head))
}
