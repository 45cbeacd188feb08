//! Phrases of the page around a story, and the little words that tell languages apart.

use std::collections::HashSet;
use std::sync::LazyLock;

static PHRASES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    include_str!("data/furniture.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('|'))
        .map(|(class, phrase)| (class.trim(), phrase.trim()))
        .collect()
});

/// Words that hardly a sentence of English does without.
const ENGLISH: &str = "the a an and or but of to in on at by for with from as is are was were be been has have had do does did will \
    would can could may might not no it its he she they we i you his her their our this that these those there which who what when where \
    how why if than then so up out about into over after before more also all one new said says us him them my your me am any some very \
    just only other because while through between under against during without within across";

/// Little words of the other languages that news in the Latin script is written in, and not of English.
const FOREIGN: &str = "le la les des du une est sont dans pour que qui avec sur pas nous vous cette ces aux ont \
    el los las una del por con para como más pero sus este esta ser fue han también según \
    der die das und ist nicht mit von den dem ein eine einer auf für sich auch wird sind wurde haben bei nach \
    il gli della di che non è per sono anche dei nel alla questo come ha più \
    o os uma não em dos da na ao foi mais pelo pela são \
    het een van niet zijn voor met ook aan deze werd wordt naar maar \
    och att det som är på inte av för til og ikke \
    nie się jest na że z przez oraz jak";

static ENGLISH_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| ENGLISH.split_whitespace().collect());
static FOREIGN_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| FOREIGN.split_whitespace().collect());

/// Whether a sentence, in small letters and without marks at its ends, belongs to the page and not to the story.
pub(crate) fn page(sentence: &str) -> bool {
    PHRASES.iter().any(|&(class, phrase)| match class {
        "start" => sentence.strip_prefix(phrase).is_some_and(|rest| {
            phrase.ends_with([':', '©', '@', ')']) || !rest.starts_with(|c: char| c.is_alphanumeric())
        }),
        "anywhere" => sentence.contains(phrase),
        _ => sentence == phrase,
    })
}

/// Whether the word is a little word of English.
pub(crate) fn english(word: &str) -> bool {
    ENGLISH_SET.contains(word)
}

/// Whether the word is a little word of another language and not of English.
pub(crate) fn foreign(word: &str) -> bool {
    FOREIGN_SET.contains(word) && !ENGLISH_SET.contains(word)
}
