//! What was seen of two texts as numbers, each with a name and a direction in which it may count.

use crate::align::WordRelation;
use crate::cover::gist::{Bond, Class, Gist, Standing, Word};
use crate::cover::near;
use crate::cover::seen::{Pairing, Seen, both, numbers_exclude};
use crate::lexicon::wordnet::Pos;

/// The features in order: the name and, for agreement and for the lean towards agreement, whether the weight must be positive
/// (`+`), negative (`-`), may be either (`*`) or is none (`.`).
pub(crate) const FEATURES: [(&str, &str); 52] = [
    // How much of the second text the first says: by words, by words said in full, by rare words.
    ("cover", "+*"),
    ("said", "+*"),
    ("rare", "+*"),
    ("all_said", "+*"),
    // The same where a word that is not said counts as far as another is used alike, and what of each text is left over.
    ("near", "+."),
    ("near_rest", "+."),
    // What is missing, in a text that is about as long.
    ("peer_lack", "-*"),
    ("peer_unsaid", "-*"),
    // The word that the second text is built on.
    ("root", ".*"),
    ("root_verb_unsaid", ".*"),
    ("root_other_unsaid", ".*"),
    // Words that are not said, by their place and by their class.
    ("unsaid_subject", ".*"),
    ("unsaid_object", ".*"),
    ("unsaid_oblique", ".*"),
    ("unsaid_other", ".*"),
    ("unsaid_name", ".*"),
    ("unsaid_number", "-*"),
    ("unsaid_noun", ".*"),
    ("unsaid_verb", ".*"),
    ("unsaid_adjective", "-*"),
    ("unsaid_adverb", ".*"),
    // Opposites: met anywhere, of the roots, of a word that is denied, of nouns ("a man", "a woman").
    ("opposite", "--"),
    ("opposite_root", "--"),
    ("opposite_denied", "+*"),
    ("opposite_noun", "--"),
    // Words in the place of others.
    ("replaced", ".-"),
    ("replaced_name", "--"),
    ("replaced_number", "--"),
    ("replaced_exact", ".-"),
    ("replaced_alike", "**"),
    ("replaced_general", "**"),
    ("replaced_only", "--"),
    ("replaced_subject", ".-"),
    ("replaced_oblique", ".-"),
    ("replaced_modifier", ".-"),
    // The same where both speak of one that is known: a name, "the man".
    ("known_replaced", ".-"),
    ("known_only", ".-"),
    // Words that one text denies and the other holds.
    ("turned", ".-"),
    ("root_turned", "--"),
    ("reaches", "--"),
    ("turned_all_said", ".-"),
    ("turned_most_said", "--"),
    // The tree.
    ("apart", "-*"),
    ("subject_said", ".*"),
    // Denials and what is left open.
    ("denies_alone", "--"),
    ("both_negative", "**"),
    ("root_denied", "**"),
    ("both_deny", ".*"),
    ("root_left_open", "**"),
    ("opened", "-*"),
    ("supposed", "-*"),
    // Always there.
    ("bias", "**"),
];

/// The value of each feature: shares in thousandths, what is so as 1000, what is counted as 1000 each up to two.
pub(crate) type Values = [i32; FEATURES.len()];

/// Measures what was seen.
pub(crate) fn features(a: &Gist, b: &Gist, seen: &Seen) -> Values {
    let mut named = Named::default();
    let root = b.root();
    let root_word = root.and_then(|r| b.words.get(r));
    let is_said = |j: usize| seen.said_at(j).is_some();
    named.share("cover", seen.cover);
    named.share("said", seen.said);
    let near = near::near(a, b, seen);
    named.share("rare", near.rare);
    named.share("near", near.word);
    named.share("near_rest", near.rest);
    named.flag("all_said", seen.unsaid.is_empty() && !b.words.is_empty());
    if 5 * a.words.len() < 8 * b.words.len() {
        named.share("peer_lack", 1000 - seen.cover.min(1000));
        named.count("peer_unsaid", seen.unsaid.len());
    }
    named.share("root", seen.root);
    if let (Some(r), Some(word)) = (root, root_word) {
        named.flag("root_verb_unsaid", word.pos == Pos::Verb && !is_said(r));
        named.flag("root_other_unsaid", word.pos != Pos::Verb && !is_said(r));
    }
    unsaid(&mut named, b, seen);
    opposites(&mut named, a, b, seen, root);
    replaced(&mut named, a, b, seen, root);
    turned(&mut named, a, b, seen);
    named.count("apart", seen.apart);
    named.flag(
        "subject_said",
        subject(b, root).is_some_and(|(j, w)| w.bond == Bond::Subject && is_said(j)),
    );
    let standing = root_word.map(|w| w.standing);
    named.flag("root_denied", standing == Some(Standing::Denied));
    named.flag("both_deny", seen.both_deny.is_some());
    named.flag(
        "root_left_open",
        matches!(standing, Some(Standing::Open | Standing::Supposed)),
    );
    named.flag("opened", seen.root_opened == Some(Standing::Open));
    named.flag("supposed", seen.root_opened == Some(Standing::Supposed));
    named.flag("bias", true);
    named.0
}

/// The features while they are gathered.
struct Named(Values);

impl Default for Named {
    fn default() -> Named {
        Named([0; FEATURES.len()])
    }
}

impl Named {
    fn share(&mut self, name: &str, thousandths: u32) {
        if let Some(slot) = place(name).and_then(|p| self.0.get_mut(p)) {
            *slot = i32::try_from(thousandths).unwrap_or(1000).min(1000);
        }
    }

    fn count(&mut self, name: &str, n: usize) {
        if let Some(slot) = place(name).and_then(|p| self.0.get_mut(p)) {
            *slot = i32::try_from(n.min(2)).unwrap_or(2) * 1000;
        }
    }

    fn flag(&mut self, name: &str, is: bool) {
        self.count(name, usize::from(is));
    }
}

/// The place of a feature among all.
pub(crate) fn place(name: &str) -> Option<usize> {
    FEATURES.iter().position(|f| f.0 == name)
}

fn unsaid(named: &mut Named, b: &Gist, seen: &Seen) {
    let hangs = |bond: Bond| seen.lacks(b, |w| w.bond == bond && w.head.is_some());
    named.count("unsaid_subject", hangs(Bond::Subject));
    named.count("unsaid_object", hangs(Bond::Object));
    named.count("unsaid_oblique", hangs(Bond::Oblique));
    named.count("unsaid_other", hangs(Bond::Other));
    named.count("unsaid_name", seen.lacks(b, |w| w.class == Class::Name));
    named.count("unsaid_number", seen.lacks(b, |w| w.class == Class::Number));
    let plain = |pos: Pos| seen.lacks(b, |w| w.class == Class::Plain && w.pos == pos);
    named.count("unsaid_noun", plain(Pos::Noun));
    named.count("unsaid_verb", plain(Pos::Verb));
    named.count("unsaid_adjective", plain(Pos::Adjective));
    named.count("unsaid_adverb", plain(Pos::Adverb));
}

fn negative(word: &Word) -> bool {
    word.none || word.standing == Standing::Denied
}

/// Whether just one of two words is denied.
pub(crate) fn crossed(a: &Gist, b: &Gist, pairing: &Pairing) -> bool {
    let words = a.words.get(pairing.a).zip(b.words.get(pairing.b));
    words.is_some_and(|(x, y)| negative(x) != negative(y))
}

/// Whether a word is said of something, so that its opposite excludes it: of two men, a tall and a short one, both may be
/// there; of one man only one can be so.
fn is_predicate(b: &Gist, at: usize) -> bool {
    b.words
        .get(at)
        .is_some_and(|w| w.head.is_none() || w.pos != Pos::Noun && (w.bond != Bond::Modifier || w.of_one))
}

fn opposites(named: &mut Named, a: &Gist, b: &Gist, seen: &Seen, root: Option<usize>) {
    let met: Vec<Pairing> = seen.opposed().filter(|p| is_predicate(b, p.b)).collect();
    let crosses = |p: &&Pairing| crossed(a, b, p);
    let denied = met.iter().filter(crosses).count();
    named.count("opposite", met.len() - denied);
    named.count("opposite_denied", denied);
    named.flag(
        "opposite_root",
        met.iter().any(|p| Some(p.b) == root && !crossed(a, b, p)),
    );
    let stands = || seen.replaced.iter().filter(|p| p.relation.excludes());
    named.count(
        "opposite_noun",
        stands().filter(|p| !is_predicate(b, p.b)).count(),
    );
}

fn replaced(named: &mut Named, a: &Gist, b: &Gist, seen: &Seen, root: Option<usize>) {
    let count = |test: &dyn Fn(&Pairing) -> bool| seen.replaced.iter().filter(|p| test(p)).count();
    let all = seen.replaced.len();
    let only = all == 1 && seen.unsaid.len() == 1;
    named.count("replaced", all);
    named.count("replaced_name", count(&|p| both(a, b, p, Class::Name)));
    named.count("replaced_number", count(&|p| both(a, b, p, Class::Number)));
    named.count("replaced_exact", count(&|p| numbers_exclude(a, b, p)));
    named.count("replaced_alike", count(&|p| p.relation == WordRelation::Alike));
    let wider = |r: WordRelation| matches!(r, WordRelation::General | WordRelation::Entailed);
    named.count("replaced_general", count(&|p| wider(p.relation)));
    named.flag("replaced_only", only);
    let hangs = |bond: Bond| count(&|p| b.words.get(p.b).is_some_and(|w| w.bond == bond));
    named.count("replaced_subject", hangs(Bond::Subject));
    named.count("replaced_oblique", hangs(Bond::Oblique));
    named.count("replaced_modifier", hangs(Bond::Modifier));
    let one = subject(b, root).is_some_and(|(j, w)| w.one && seen.said_at(j).is_some());
    let named_in_both = b
        .words
        .iter()
        .enumerate()
        .any(|(j, w)| w.class == Class::Name && seen.said_at(j).is_some());
    if one || named_in_both {
        named.count("known_replaced", all);
        named.flag("known_only", only);
    }
}

fn turned(named: &mut Named, a: &Gist, b: &Gist, seen: &Seen) {
    let reaches = seen.root_turned && seen.reaches;
    named.count("turned", seen.turned.len());
    named.flag("root_turned", seen.root_turned);
    named.flag("reaches", reaches);
    named.flag("turned_all_said", seen.root_turned && seen.unsaid.is_empty());
    named.flag(
        "turned_most_said",
        reaches && seen.said >= 800 && seen.replaced.is_empty(),
    );
    let (no_a, no_b) = (a.words.iter().any(negative), b.words.iter().any(negative));
    named.flag("denies_alone", no_b && !no_a);
    named.flag("both_negative", no_b && no_a);
}

/// The subject of the word that a text is built on.
fn subject(b: &Gist, root: Option<usize>) -> Option<(usize, &Word)> {
    let hangs = |w: &Word, bond: Bond| root.is_some() && w.head == root && w.bond == bond;
    let words = || b.words.iter().enumerate();
    words()
        .find(|(_, w)| hangs(w, Bond::Subject))
        .or_else(|| words().find(|(_, w)| hangs(w, Bond::Object) && w.subject))
}
