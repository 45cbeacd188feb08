//! Letters that name: "company A", "Hepatitis A", "Group A".

/// What a word is read as: "A" that follows the word it names more closely is read as a letter, which it shares with the article
/// alone of all letters.
///
/// An article in a sentence is a small letter, and in a headline the next word has a capital too.
pub(crate) fn named_by_letter<'w>(before: &str, word: &'w str, after: &str) -> &'w str {
    let names = word == "A"
        && before.chars().count() > 1
        && before.chars().all(char::is_alphabetic)
        && !before.chars().all(char::is_uppercase)
        && !after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    if names { "B" } else { word }
}

#[cfg(test)]
mod tests {
    use super::named_by_letter;

    #[test]
    fn letters_are_told_from_articles() {
        assert_eq!(named_by_letter("company", "A", "."), "B");
        assert_eq!(named_by_letter("Hepatitis", "A", "spreads"), "B");
        assert_eq!(named_by_letter("", "A", "man"), "A");
        assert_eq!(named_by_letter("\"", "A", "man"), "A");
        assert_eq!(named_by_letter("Is", "A", "Threat"), "A");
        assert_eq!(named_by_letter("is", "a", "threat"), "a");
    }
}
