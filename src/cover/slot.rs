//! Places that take one filler: one date of birth, one nationality, one kind of thing, one number of children.

use crate::ablation::Part;
use crate::align::WordRelation;
use crate::cover::apart;
use crate::cover::facts::{Described, Event, Subject};
use crate::cover::gist::{Bond, Class, Gist, Standing, Word};
use crate::cover::identity;
use crate::cover::meet::{self, HALF, SAID};
use crate::cover::names::name_at;
use crate::cover::seen::{Pairing, Seen, see};
use crate::cover::times::is_once;
use crate::judgement::Kind;
use crate::lexicon::entities::{is_land, lands_exclude};
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{kinds, nouns};

/// Two fillers of a place that takes one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exclusion {
    pub(crate) pairing: Pairing,
    pub(crate) kind: Kind,
    pub(crate) note: &'static str,
    pub(crate) reliability: u16,
    /// Whether it is said of what is known to be one thing, however else the texts differ.
    pub(crate) of_one: bool,
}

/// The first place that the two texts fill differently.
pub(crate) fn exclusion(a: &Gist, b: &Gist, seen: &Seen) -> Option<Exclusion> {
    let pair = Pair { a, b, seen };
    pair.only()
        .or_else(|| {
            // Which text says that it is alone makes no difference.
            let back = see(b, a);
            let found = Pair {
                a: b,
                b: a,
                seen: &back,
            }
            .only()?;
            let Pairing { a, b, relation } = found.pairing;
            Some(Exclusion {
                pairing: Pairing { a: b, b: a, relation },
                ..found
            })
        })
        .filter(|_| Part::SlotOnly.is_kept())
        .or_else(|| {
            let mut kept = PLACES.iter().filter(|(part, _)| part.is_kept());
            kept.find_map(|(_, filled)| filled(&pair))
        })
}

/// Finds two fillers of a place that takes one.
type Filled = fn(&Pair<'_>) -> Option<Exclusion>;

/// The places that take one filler, those first that tell most.
const PLACES: &[(Part, Filled)] = &[
    (Part::SlotTimes, |p| p.times()),
    (Part::SlotKinds, |p| p.kinds()),
    (Part::SlotLands, |p| p.lands()),
    (Part::SlotOccupations, |p| p.occupations()),
    (Part::SlotDescriptions, |p| p.opposite_descriptions()),
    (Part::SlotPlaces, |p| p.places()),
    (Part::SlotRanks, |p| p.ranks()),
    (Part::SlotCounts, |p| p.counts()),
    (Part::SlotMakers, |p| p.makers()),
    (Part::SlotAuthors, |p| p.authors()),
    (Part::SlotFillers, |p| p.fillers()),
    (Part::SlotOutside, |p| p.outside()),
];

/// Whether the first text says what somebody or something is, and nothing of it answers what the second says that it is: who
/// is called a painter is not called a mother.
pub(crate) fn described_otherwise(a: &Gist, b: &Gist, seen: &Seen) -> bool {
    let pair = Pair { a, b, seen };
    let unanswered = |j: &usize| pair.met(*j).is_none_or(|m| m.score < HALF);
    pair.described().any(|(x, y)| {
        let mut told = y.kinds.iter().filter(|&&j| b.root() == Some(j));
        !x.kinds.is_empty() && told.any(unanswered)
    })
}

pub(super) struct Pair<'g> {
    pub(super) a: &'g Gist,
    pub(super) b: &'g Gist,
    pub(super) seen: &'g Seen,
}

/// What of the second text is said, apart from what is set against the first.
pub(super) struct Rest {
    /// In thousandths of its weight.
    pub(super) said: u32,
    /// How many words of names are not said, and how many are.
    pub(super) unsaid_names: usize,
    pub(super) said_names: usize,
    /// Whether somebody or something is not said, or what narrows it.
    pub(super) narrowed: bool,
}

impl Pair<'_> {
    pub(super) fn x(&self, i: usize) -> Option<&Word> {
        self.a.words.get(i)
    }

    pub(super) fn y(&self, j: usize) -> Option<&Word> {
        self.b.words.get(j)
    }

    /// Whether a word of the second text is said by the first, and how far.
    pub(super) fn met(&self, j: usize) -> Option<meet::Met> {
        self.seen.met.get(j).copied().flatten()
    }

    /// Whether a word of the second text says one of these of the first, so far at least.
    pub(super) fn says(&self, of_a: &[usize], least: u32) -> bool {
        let mut met = self.seen.met.iter().flatten();
        met.any(|m| m.score >= least && of_a.contains(&m.at))
    }

    pub(super) fn is_said(&self, j: usize) -> bool {
        self.met(j).is_some_and(|m| m.score >= SAID)
    }

    /// Whether two words say the same.
    pub(super) fn alike(&self, i: usize, j: usize) -> bool {
        use WordRelation::{Derived, Same, Synonym};
        let (Some(x), Some(y)) = (self.x(i), self.y(j)) else {
            return false;
        };
        x.lemma == y.lemma
            || meet::compare(x, y)
                .is_some_and(|(r, score)| matches!(r, Same | Synonym | Derived) && score >= SAID)
    }

    pub(super) fn hold(&self, i: usize, j: usize) -> bool {
        let holds = |w: Option<&Word>| w.is_some_and(|w| w.standing == Standing::Holds);
        holds(self.x(i)) && holds(self.y(j))
    }

    pub(super) fn rest(&self, without: &[usize]) -> Rest {
        let (mut whole, mut said) = (0, 0);
        let mut rest = Rest {
            said: 1000,
            unsaid_names: 0,
            said_names: 0,
            narrowed: false,
        };
        for (j, word) in self
            .b
            .words
            .iter()
            .enumerate()
            .filter(|(j, _)| !without.contains(j))
        {
            let is_said = self.is_said(j);
            whole += word.weight;
            said += if is_said { word.weight } else { 0 };
            let core = matches!(word.bond, Bond::Subject | Bond::Object) || word.pos == Pos::Adjective;
            rest.narrowed |= !is_said && core;
            if word.class == Class::Name {
                rest.unsaid_names += usize::from(!is_said);
                rest.said_names += usize::from(is_said);
            }
        }
        if let Some(share) = (said * 1000).checked_div(whole) {
            rest.said = share;
        }
        rest
    }

    /// Whether the two are one.
    pub(super) fn same_subject(&self, of_a: &Subject, of_b: &Subject) -> bool {
        identity::same((self.a, self.b), &self.seen.met, of_a, of_b)
    }

    /// The words of the second text that name who both texts speak of first.
    pub(super) fn named(&self) -> Vec<usize> {
        identity::named(self.a, self.b, &self.seen.met)
    }

    /// The descriptions of both texts that are of one.
    pub(super) fn described(&self) -> impl Iterator<Item = (&Described, &Described)> {
        let all = |y| self.a.facts.described.iter().map(move |x| (x, y));
        self.b
            .facts
            .described
            .iter()
            .flat_map(all)
            .filter(|(x, y)| self.same_subject(&x.subject, &y.subject))
    }

    pub(super) fn found(
        &self,
        i: usize,
        j: usize,
        kind: Kind,
        note: &'static str,
        reliability: u16,
    ) -> Exclusion {
        let relation = self
            .x(i)
            .zip(self.y(j))
            .and_then(|(x, y)| meet::compare(x, y))
            .map_or(WordRelation::Unrelated, |(r, _)| r);
        Exclusion {
            pairing: Pairing { a: i, b: j, relation },
            kind,
            note,
            reliability,
            of_one: false,
        }
    }

    /// A film and a city: "Lost is a political party" against "Lost is a television series", "the film".
    fn kinds(&self) -> Option<Exclusion> {
        let descriptions = self.described().map(|(x, y)| (x.kinds.clone(), y));
        let first = self
            .a
            .facts
            .first
            .as_ref()
            .filter(|s| s.open)
            .and_then(|s| s.kind);
        let open = first.into_iter().flat_map(|i| {
            let of_first = |y: &&Described| {
                let name = self.b.facts.first.as_ref().map(|s| &s.name);
                name.is_some_and(|n| !n.is_empty() && *n == y.subject.name)
            };
            self.b
                .facts
                .described
                .iter()
                .filter(of_first)
                .map(move |y| (vec![i], y))
        });
        descriptions.chain(open).find_map(|(kinds_of, y)| {
            let (&i, &j) = (kinds_of.first()?, y.kinds.first()?);
            let noun = self.y(j)?;
            let what = called(self.b, j);
            // "A film series" is a series and of films.
            let mentions = |(k, w): (usize, &Word)| {
                let near = self.met(j).is_some_and(|m| m.at == k && m.score >= HALF);
                let alike = w.lemma == noun.lemma || near && !kinds::exclude(&called(self.a, k), &what);
                alike && (w.class == Class::Plain || kinds_of.contains(&k))
            };
            if self.a.words.iter().enumerate().any(mentions) {
                return None;
            }
            let others: Vec<String> = kinds_of.iter().map(|&k| called(self.a, k)).collect();
            let mut told = others.iter().filter(|k| kinds::is_known(k)).peekable();
            let exclude = told.peek().is_some() && told.all(|k| kinds::exclude(k, &what));
            (exclude && self.hold(i, j))
                .then(|| self.found(i, j, Kind::Value, "nothing is of both kinds", 930))
        })
    }

    /// "Ada Ray (born 1950) is a painter" against "Ada Ray is a boxer": a definition with the dates of a life tells what
    /// somebody is known for.
    fn occupations(&self) -> Option<Exclusion> {
        if !self.a.facts.dated.iter().any(|d| d.event == Event::Birth) {
            return None;
        }
        self.described().find_map(|(x, y)| {
            let (&i, &j) = (x.kinds.first()?, y.kinds.first()?);
            let noun = self.y(j)?;
            let near = |k: &usize| {
                let words = self.x(*k).and_then(|w| meet::compare(w, noun));
                words.is_some_and(|(r, s)| r.is_near() || s >= HALF)
            };
            let other = nouns::is_occupation(&noun.lemma)
                && x.kinds
                    .iter()
                    .any(|&k| self.x(k).is_some_and(|w| nouns::is_person(&w.lemma)))
                && noun.class == Class::Plain
                && self.met(j).is_none_or(|m| m.score < HALF)
                && !x.kinds.iter().any(near);
            (other && self.hold(i, j)).then(|| {
                self.found(
                    i,
                    j,
                    Kind::Value,
                    "what somebody is known for is told otherwise",
                    880,
                )
            })
        })
    }

    /// "An Italian film" against "a French film".
    fn lands(&self) -> Option<Exclusion> {
        self.described().find_map(|(x, y)| {
            let &(i, _) = x.lands.first()?;
            let named = |land: &str| {
                let mut others = self.a.words.iter().filter_map(|w| w.known);
                others.any(|other| !lands_exclude(other, land))
            };
            let &(j, _) = y.lands.iter().find(|(_, land)| !named(land))?;
            self.hold(i, j)
                .then(|| self.found(i, j, Kind::Value, "different countries stand in one place", 930))
        })
    }

    /// "A liberal thinker" against "a conservative politician".
    fn opposite_descriptions(&self) -> Option<Exclusion> {
        let narrows = |gist: &Gist, kinds: &[usize]| -> Vec<usize> {
            let adjective = |w: &Word| w.pos == Pos::Adjective && w.bond == Bond::Modifier;
            let words = gist.words.iter().enumerate();
            words
                .filter(|(_, w)| adjective(w) && w.head.is_some_and(|h| kinds.contains(&h)))
                .map(|(i, _)| i)
                .collect()
        };
        self.described().find_map(|(x, y)| {
            let own = narrows(self.a, &x.kinds);
            let pairs = narrows(self.b, &y.kinds)
                .into_iter()
                .flat_map(|j| own.iter().map(move |&i| (i, j)))
                .collect::<Vec<_>>();
            let (i, j) = pairs.into_iter().find(|&(i, j)| {
                let words = self.x(i).zip(self.y(j)).and_then(|(x, y)| meet::compare(x, y));
                words.is_some_and(|(r, _)| r.excludes()) && self.hold(i, j)
            })?;
            Some(self.found(
                i,
                j,
                Kind::Opposites,
                "words of opposite meaning describe one",
                900,
            ))
        })
    }

    /// What hangs on what both say in the same way: pairs of a word of the first and a word of the second text.
    fn in_one_place(&self) -> impl Iterator<Item = (usize, usize)> {
        self.b.words.iter().enumerate().flat_map(move |(j, y)| {
            let head = y
                .head
                .and_then(|h| Some((h, self.met(h).filter(|m| m.score >= HALF)?.at)));
            let fits = move |(i, x): (usize, &Word)| {
                let (h, at) = head?;
                (x.head == Some(at) && x.bond == y.bond && x.marker == y.marker && self.alike(at, h))
                    .then_some((i, j))
            };
            self.a.words.iter().enumerate().filter_map(fits)
        })
    }

    /// "Lives in Peru" against "lives in Chile".
    fn places(&self) -> Option<Exclusion> {
        let land = |w: Option<&Word>| w.and_then(|w| w.known).filter(|name| is_land(name));
        let pairs = (0..self.b.words.len()).flat_map(|j| (0..self.a.words.len()).map(move |i| (i, j)));
        let below = |i: usize, j: usize| {
            let heads = self.x(i).and_then(|x| x.head).zip(self.y(j).and_then(|y| y.head));
            heads.is_some_and(|(p, q)| self.alike(p, q) && self.met(q).is_some_and(|m| m.at == p))
        };
        let place = |w: Option<&Word>| {
            w.is_some_and(|w| {
                w.bond == Bond::Oblique && w.marker.as_deref().is_some_and(|m| matches!(m, "in" | "from"))
            })
        };
        let (i, j) = pairs.into_iter().find(|&(i, j)| {
            let (Some(x), Some(y)) = (land(self.x(i)), land(self.y(j))) else {
                return false;
            };
            let named = self
                .a
                .words
                .iter()
                .filter_map(|w| w.known)
                .any(|other| !lands_exclude(other, y));
            let head = self.y(j).and_then(|w| w.head).and_then(|h| self.y(h));
            let one = head.is_some_and(is_once);
            one && place(self.x(i))
                && place(self.y(j))
                && below(i, j)
                && lands_exclude(x, y)
                && !named
                && self.hold(i, j)
        })?;
        let rest = self.rest(&name_at(self.b, j));
        (rest.said >= 600 && rest.unsaid_names == 0)
            .then(|| self.found(i, j, Kind::Place, "different countries stand in one place", 930))
    }

    /// "Her second album" against "her first album".
    fn ranks(&self) -> Option<Exclusion> {
        let rank = |w: Option<&Word>| w.and_then(|w| RANKS.split_whitespace().position(|r| r == w.lemma));
        let (i, j) = self.in_one_place().find(|&(i, j)| {
            let (Some(p), Some(q)) = (rank(self.x(i)), rank(self.y(j))) else {
                return false;
            };
            let head = self.x(i).and_then(|x| x.head);
            let same = |w: &Word| w.head == head && rank(Some(w)) == Some(q);
            p != q && self.hold(i, j) && !self.a.words.iter().any(same)
        })?;
        let mut without = self.named();
        without.push(j);
        let rest = self.rest(&without);
        (rest.said >= 700 && rest.unsaid_names <= rest.said_names)
            .then(|| self.found(i, j, Kind::Value, "one has two ranks", 900))
    }

    /// "Has 19 members" against "has 16 members".
    fn counts(&self) -> Option<Exclusion> {
        let dated = |gist: &Gist, at: usize| gist.facts.dated.iter().any(|d| d.words.contains(&at));
        let (i, j) = self.in_one_place().find(|&(i, j)| {
            let (Some(x), Some(y)) = (self.x(i), self.y(j)) else {
                return false;
            };
            let Some(q) = y.number else { return false };
            let counted = y
                .head
                .and_then(|h| self.y(h))
                .is_some_and(|h| h.pos == Pos::Noun && h.class == Class::Plain);
            let equal = |w: &Word| w.number.is_some_and(|n| (n - q).abs() < 1e-9);
            counted
                && x.counts_otherwise(y)
                && !dated(self.a, i)
                && !dated(self.b, j)
                && !self.a.words.iter().any(equal)
                && self.hold(i, j)
        })?;
        let rest = self.rest(&[j]);
        let found = self.found(i, j, Kind::Quantity, "different numbers stand in one place", 830);
        let of_one = !apart::counted_otherwise(self.a, self.b, self.seen, &found.pairing);
        (rest.said >= 800 && rest.unsaid_names == 0 && of_one).then_some(found)
    }
}

/// The words that rank, in their order.
const RANKS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

/// What a noun is called, with a word that narrows it: "party", "political party".
fn called(gist: &Gist, at: usize) -> String {
    let Some(noun) = gist.words.get(at) else {
        return String::new();
    };
    let narrowed = gist
        .words
        .iter()
        .filter(|w| w.head == Some(at) && w.bond == Bond::Modifier)
        .map(|w| format!("{} {}", w.lemma, noun.lemma))
        .find(|phrase| kinds::is_listed(phrase));
    narrowed.unwrap_or_else(|| noun.lemma.clone())
}
