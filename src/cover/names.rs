//! Names in places for one: who made something, what something is named after, where something is shown.

use crate::cover::gist::{Bond, Class, Gist, Word};
use crate::cover::meet::{HALF, SAID};
use crate::cover::slot::{Exclusion, Pair};
use crate::cover::times::comes_out;
use crate::judgement::Kind;
use crate::lexicon::wordnet::Pos;

impl Pair<'_> {
    /// "Founded by Ada Ray" against "founded by Tom Lee", "Tom Lee founded it".
    pub(super) fn makers(&self) -> Option<Exclusion> {
        let by =
            |w: &Word| matches!(w.bond, Bond::Subject | Bond::Oblique) && w.marker.as_deref() == Some("by");
        let active = |w: &Word| w.bond == Bond::Subject && w.marker.is_none() && w.class == Class::Name;
        let named = |gist: &Gist, all: &[usize]| {
            let mut words = all.iter().filter_map(|&k| gist.words.get(k));
            words.any(|w| w.class == Class::Name)
        };
        let fits = |i: usize, j: usize| {
            let (Some(x), Some(y)) = (self.x(i), self.y(j)) else {
                return false;
            };
            if !(by(x) && (by(y) || active(y)) || by(y) && active(x)) {
                return false;
            }
            let made = x.head.zip(y.head).is_some_and(|(p, q)| {
                let verb = self.x(p).is_some_and(|w| w.pos == Pos::Verb);
                verb && self.alike(p, q) && self.met(q).is_some_and(|m| m.at == p)
            });
            let (own, others) = (name_at(self.b, j), name_at(self.a, i));
            made && named(self.b, &own)
                && named(self.a, &others)
                && !own
                    .iter()
                    .any(|&k| self.is_said(k) && (k == j || y.class != Class::Name))
                && !self.says(&others, SAID)
                && self.hold(i, j)
        };
        let pairs = (0..self.b.words.len()).flat_map(|j| (0..self.a.words.len()).map(move |i| (i, j)));
        let (i, j) = pairs.into_iter().find(|&(i, j)| fits(i, j))?;
        let mut without = self.named();
        without.extend(name_at(self.b, j));
        let rest = self.rest(&without);
        (rest.said >= 900 && rest.unsaid_names == 0)
            .then(|| self.found(i, j, Kind::Value, "it is said to be somebody else's", 900))
    }

    /// "An album by Ada Ray" against "an album by Tom Lee".
    pub(super) fn authors(&self) -> Option<Exclusion> {
        let author = |gist: &Gist, kinds: &[usize]| {
            let by =
                |w: &Word| w.marker.as_deref() == Some("by") && w.head.is_some_and(|h| kinds.contains(&h));
            let at = gist.words.iter().position(by)?;
            let names: Vec<usize> = (at..gist.words.len())
                .filter(|&i| i == at || gist.above(i).any(|h| h == at))
                .filter(|&i| {
                    gist.words
                        .get(i)
                        .is_some_and(|w| w.class == Class::Name && w.known.is_none())
                })
                .collect();
            (!names.is_empty()).then_some(names)
        };
        self.described().find_map(|(x, y)| {
            let (own, other) = (author(self.a, &x.kinds)?, author(self.b, &y.kinds)?);
            let said = other.iter().any(|&j| self.met(j).is_some_and(|m| m.score >= 900));
            let (&i, &j) = (own.first()?, other.first()?);
            (!said && !self.says(&own, 900) && self.hold(i, j))
                .then(|| self.found(i, j, Kind::Value, "it is said to be somebody else's", 900))
        })
    }

    /// "Born in Oslo" against "born outside of Oslo".
    pub(super) fn outside(&self) -> Option<Exclusion> {
        let marked = |w: &Word, all: &[&str]| w.marker.as_deref().is_some_and(|m| all.contains(&m));
        let (inside, out) = (["in", "within", "inside", "at"], ["outside"]);
        let (i, j) = self.seen.met.iter().enumerate().find_map(|(j, answer)| {
            let met = answer.filter(|m| m.score >= 900)?;
            let (x, y) = (self.x(met.at)?, self.y(j)?);
            let apart = marked(x, &inside) && marked(y, &out) || marked(x, &out) && marked(y, &inside);
            let heads = match (x.head, y.head) {
                (Some(above), Some(of)) => self.met(of).is_some_and(|n| n.at == above && n.score >= HALF),
                _ => false,
            };
            (apart && heads && self.hold(met.at, j)).then_some((met.at, j))
        })?;
        let rest = self.rest(&self.named());
        // Some people are inside, and others outside.
        let known = |gist: &Gist| gist.words.iter().any(|w| w.subject && w.one);
        (rest.said >= 600 && rest.unsaid_names == 0 && known(self.a) && known(self.b))
            .then(|| self.found(i, j, Kind::Place, "one is within, the other without", 900))
    }

    /// "Aired on Channel Nine" against "aired on Sky", "a character in Emma" against "a character in Ivanhoe": one name stands
    /// where another stands, of what has one.
    pub(super) fn fillers(&self) -> Option<Exclusion> {
        let (i, j) = self.named_places().find(|&(i, j)| {
            let own = name_at(self.b, j);
            let unsaid = !own.iter().any(|&k| self.met(k).is_some_and(|m| m.score >= HALF));
            unsaid && !self.says(&name_at(self.a, i), SAID) && self.hold(i, j)
        })?;
        let mut without = self.named();
        without.extend(name_at(self.b, j));
        let rest = self.rest(&without);
        (rest.said >= 750 && rest.unsaid_names == 0 && !rest.narrowed)
            .then(|| self.found(i, j, Kind::Value, "different names stand in a place for one", 880))
    }

    /// Names that stand in one place for one.
    fn named_places(&self) -> impl Iterator<Item = (usize, usize)> {
        let dated = |gist: &Gist, at: usize| gist.facts.dated.iter().any(|d| d.words.contains(&at));
        let is_name = |w: &Word| w.class == Class::Name && w.number.is_none();
        let pairs = (0..self.b.words.len()).flat_map(|j| (0..self.a.words.len()).map(move |i| (i, j)));
        pairs.filter(move |&(i, j)| {
            let (Some(x), Some(y)) = (self.x(i), self.y(j)) else {
                return false;
            };
            let (Some(p), Some(q)) = (x.head, y.head) else {
                return false;
            };
            // "On Friday" is a time.
            if dated(self.a, i) || dated(self.b, j) {
                return false;
            }
            // "In the novel Emma": the name stands with the noun that says what it names.
            let above = self
                .x(p)
                .filter(|w| w.pos == Pos::Noun && x.marker.is_none() && w.marker.is_some());
            let (head, marker) = match above {
                Some(noun) => (noun.head, noun.marker.as_ref()),
                None => (Some(p), x.marker.as_ref()),
            };
            let (Some(head), Some(place)) = (head, self.y(q)) else {
                return false;
            };
            let same = self
                .x(head)
                .is_some_and(|w| self.alike(head, q) || comes_out(w) && comes_out(place));
            is_name(x)
                && is_name(y)
                && marker.is_some()
                && marker == y.marker.as_ref()
                && same
                && for_one(place, y)
        })
    }
}

/// Whether a place beside a word takes one filler.
fn for_one(head: &Word, filler: &Word) -> bool {
    let marker = filler.marker.as_deref().unwrap_or_default();
    match (head.lemma.as_str(), marker) {
        ("character" | "protagonist" | "antagonist" | "villain", "in" | "on" | "of" | "from")
        | (
            "capital" | "president" | "king" | "queen" | "founder" | "sequel" | "prequel" | "remake",
            "of" | "to",
        )
        | ("name", "after" | "for")
        | ("adapt", "from")
        | ("base", "on" | "upon") => true,
        (_, "on" | "by" | "through") => comes_out(head),
        _ => false,
    }
}

/// The words of the name that a word is the head of.
pub(super) fn name_at(gist: &Gist, at: usize) -> Vec<usize> {
    let part = |w: &Word| {
        w.head == Some(at) && w.class == Class::Name && matches!(w.bond, Bond::Modifier | Bond::Other)
    };
    let parts = gist
        .words
        .iter()
        .enumerate()
        .filter(|(_, w)| part(w))
        .map(|(i, _)| i);
    std::iter::once(at).chain(parts).collect()
}
