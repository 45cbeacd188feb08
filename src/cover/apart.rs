//! What parts two texts that share most words: other words where they tell of whom or what it is said, "the women's team" and
//! "the men's team", "import prices" and "export prices".

use crate::ablation::Part;
use crate::align::WordRelation;
use crate::cover::gist::{Bond, Class, Gist, Word};
use crate::cover::seen::{Pairing, Seen};
use crate::lexicon::wordnet::Pos;

/// Whether the texts narrow a thing that both speak of in different ways, but for the words that decide.
pub(super) fn narrowed_otherwise(a: &Gist, b: &Gist, seen: &Seen, deciding: Option<&Pairing>) -> bool {
    let narrows = |gist: &Gist, w: &Word| {
        let of_noun = w
            .head
            .and_then(|h| gist.words.get(h))
            .is_some_and(|h| h.pos == Pos::Noun);
        w.bond == Bond::Modifier && w.pos != Pos::Adverb && w.class != Class::Number && of_noun
    };
    if !Part::CoverApart.is_kept() {
        return false;
    }
    let head = |at: usize| b.words.get(at).and_then(|w| w.head);
    others(seen, deciding).any(|p| {
        let words = a.words.get(p.a).zip(b.words.get(p.b));
        // What decides may narrow the same thing: one breastplate is no simple and no complex one.
        let beside = deciding.is_some_and(|d| head(d.b) == head(p.b));
        words.is_some_and(|(x, y)| narrows(a, x) && narrows(b, y)) && !is_near(p.relation) && !beside
    })
}

/// Whether what is counted, or when or of whom it is counted, is something else, but for the words that decide.
pub(super) fn counted_otherwise(a: &Gist, b: &Gist, seen: &Seen, deciding: &Pairing) -> bool {
    let noun = |w: Option<&Word>| w.is_some_and(|w| w.pos == Pos::Noun && w.bond != Bond::Other);
    let other = |p: &Pairing| noun(a.words.get(p.a)) && noun(b.words.get(p.b)) && !is_near(p.relation);
    narrowed_otherwise(a, b, seen, Some(deciding)) || others(seen, Some(deciding)).any(other)
}

/// Words in the place of others, without those that decide.
fn others<'s>(seen: &'s Seen, deciding: Option<&Pairing>) -> impl Iterator<Item = &'s Pairing> {
    let at = deciding.map(|p| p.b);
    seen.replaced.iter().filter(move |p| Some(p.b) != at)
}

/// Whether one of two words may be said for the other.
fn is_near(relation: WordRelation) -> bool {
    use WordRelation::{Alike, Derived, General, Same, Specific, Synonym};
    matches!(relation, Same | Synonym | Derived | General | Specific | Alike)
}
