//! Where a written word is two or three: "do|n't", "can|not", "John|'s", "gon|na".

use super::tokenize::is_apostrophe;

/// Written without an apostrophe, with the length of the first word.
const JOINED: &[(&str, usize)] = &[
    ("cannot", 3),
    ("gonna", 3),
    ("gotta", 3),
    ("wanna", 3),
    ("gimme", 3),
    ("lemme", 3),
    ("dunno", 2),
    ("dont", 2),
    ("didnt", 3),
    ("doesnt", 4),
    ("isnt", 2),
    ("wasnt", 3),
    ("arent", 3),
    ("werent", 4),
    ("couldnt", 5),
    ("wouldnt", 5),
    ("shouldnt", 6),
    ("havent", 4),
    ("hasnt", 3),
    ("hadnt", 3),
    ("cant", 2),
    ("aint", 2),
    ("thats", 4),
    ("whats", 4),
    ("theres", 5),
    ("youre", 3),
    ("theyre", 4),
    ("ive", 1),
    ("youve", 3),
    ("theyve", 4),
    ("weve", 2),
    ("im", 1),
];

const ENDINGS: &[&str] = &["s", "m", "d", "re", "ve", "ll"];

/// The lengths in characters of all words in `word` but the last.
pub(super) fn cuts(word: &str) -> Vec<usize> {
    let characters: Vec<char> = word.chars().collect();
    if !characters.iter().any(|&c| is_apostrophe(c)) {
        let joined = JOINED
            .iter()
            .find(|(text, _)| text.len() == word.len() && text.eq_ignore_ascii_case(word));
        return match joined {
            // "CANT" and "IM" are other words.
            Some(_) if word.len() < 5 && word.chars().skip(1).any(char::is_uppercase) => Vec::new(),
            Some(&(_, first)) => vec![first],
            None => Vec::new(),
        };
    }
    let mut starts = Vec::new();
    let mut end = characters.len();
    while let Some(start) = last_clitic(characters.get(..end).unwrap_or_default()) {
        starts.push(start);
        end = start;
    }
    let head: String = characters.iter().take(end).collect::<String>().to_lowercase();
    if matches!(head.replace('’', "'").as_str(), "y'all" | "d'you") {
        starts.push(2);
    }
    starts.reverse();
    let mut from = 0;
    starts
        .iter()
        .map(|&start| start - std::mem::replace(&mut from, start))
        .collect()
}

/// Where the clitic at the end of the characters starts.
fn last_clitic(characters: &[char]) -> Option<usize> {
    let at = characters.iter().rposition(|&c| is_apostrophe(c))?;
    let tail: String = characters.iter().skip(at + 1).collect::<String>().to_lowercase();
    let before = at.checked_sub(1).and_then(|i| characters.get(i))?;
    if tail == "t" && before.eq_ignore_ascii_case(&'n') && at >= 2 {
        return Some(at - 1);
    }
    ENDINGS.contains(&tail.as_str()).then_some(at)
}
