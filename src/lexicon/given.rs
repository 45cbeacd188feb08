//! Given names that tell a man from a woman.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::entities::Gender;

static NAMES: LazyLock<HashMap<&'static str, Gender>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for line in include_str!("data/given_names.txt").lines() {
        let gender = match line.split_once(" | ") {
            Some(("m", list)) => Some((Gender::Masculine, list)),
            Some(("f", list)) => Some((Gender::Feminine, list)),
            _ => None,
        };
        if let Some((gender, list)) = gender {
            names.extend(list.split_whitespace().map(|name| (name, gender)));
        }
    }
    names
});

/// Whose name it is, if only men or only women commonly bear it.
pub(crate) fn gender(name: &str) -> Option<Gender> {
    NAMES.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_both_tell_nothing() {
        assert_eq!(gender("Anna"), Some(Gender::Feminine));
        assert_eq!(gender("Dmitry"), Some(Gender::Masculine));
        assert_eq!(gender("Robin"), None);
        assert_eq!(gender("anna"), None);
    }
}
