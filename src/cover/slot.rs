//! Places that take one filler: one date of birth, one nationality, one kind of thing, one number of children.

use crate::align::WordRelation;
use crate::cover::facts::{Dated, Described, Event, Subject};
use crate::cover::meet::{self, HALF, SAID, opposed};
use crate::cover::reading::{Bond, Class, Gist, Standing, Word, is_land, lands_exclude};
use crate::cover::seen::{Pairing, Seen};
use crate::judgement::Kind;
use crate::lexicon::predicates::{self, Aspect};
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{kinds, nouns};
use crate::measure::{Bound, Period, PeriodRelation};

/// Two fillers of a place that takes one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exclusion {
    pub(crate) pairing: Pairing,
    pub(crate) kind: Kind,
    pub(crate) note: &'static str,
    pub(crate) reliability: u16,
}

/// The first place that the two texts fill differently.
pub(crate) fn exclusion(a: &Gist, b: &Gist, seen: &Seen) -> Option<Exclusion> {
    let pair = Pair { a, b, seen };
    pair.times()
        .or_else(|| pair.kinds())
        .or_else(|| pair.lands())
        .or_else(|| pair.occupations())
        .or_else(|| pair.opposite_descriptions())
        .or_else(|| pair.places())
        .or_else(|| pair.ranks())
        .or_else(|| pair.counts())
        .or_else(|| pair.opposites())
        .or_else(|| pair.makers())
}

struct Pair<'g> {
    a: &'g Gist,
    b: &'g Gist,
    seen: &'g Seen,
}

/// What of the second text is said, apart from what is set against the first.
struct Rest {
    /// In thousandths of its weight.
    said: u32,
    /// How many words of names are not said, and how many are.
    unsaid_names: usize,
    said_names: usize,
    /// Whether somebody or something is not said, or what narrows it.
    narrowed: bool,
}

impl Pair<'_> {
    fn x(&self, i: usize) -> Option<&Word> {
        self.a.words.get(i)
    }

    fn y(&self, j: usize) -> Option<&Word> {
        self.b.words.get(j)
    }

    /// Whether a word of the second text is said by the first, and how far.
    fn met(&self, j: usize) -> Option<meet::Met> {
        self.seen.met.get(j).copied().flatten()
    }

    fn is_said(&self, j: usize) -> bool {
        self.met(j).is_some_and(|m| m.score >= SAID)
    }

    /// Whether two words say the same.
    fn alike(&self, i: usize, j: usize) -> bool {
        use WordRelation::{Derived, Same, Synonym};
        let (Some(x), Some(y)) = (self.x(i), self.y(j)) else {
            return false;
        };
        x.lemma == y.lemma
            || meet::compare(x, y)
                .is_some_and(|(r, score)| matches!(r, Same | Synonym | Derived) && score >= SAID)
    }

    fn hold(&self, i: usize, j: usize) -> bool {
        let holds = |w: Option<&Word>| w.is_some_and(|w| w.standing == Standing::Holds);
        holds(self.x(i)) && holds(self.y(j))
    }

    fn rest(&self, without: &[usize]) -> Rest {
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

    /// Whether the two are one: every word of the second's name that the first text has is in the first's name, and
    /// most are; or what the first is can only be told from the second.
    fn same_subject(&self, of_a: &Subject, of_b: &Subject) -> bool {
        if of_b.name.is_empty() {
            return false;
        }
        if of_a.open {
            return true;
        }
        // "Tim" is short for "Timothy".
        let short = |x: &Word, y: &Word| y.lemma.len() > 2 && x.lemma.starts_with(&y.lemma);
        let in_name = |j: &usize| {
            let words = |i: &usize| self.x(*i).zip(self.y(*j));
            let mut all = of_a.name.iter().filter_map(words);
            all.any(|(x, y)| meet::is_same(x, y) || short(x, y))
        };
        let (inside, outside): (Vec<usize>, Vec<usize>) = of_b.name.iter().partition(|j| in_name(j));
        let elsewhere = outside
            .iter()
            .any(|&j| self.met(j).is_some_and(|m| m.score >= 900));
        !elsewhere && inside.len() > outside.len()
    }

    /// The words of the second text that name who the first only calls "it".
    fn told_here(&self) -> Vec<usize> {
        let (of_a, of_b) = (&self.a.facts.first, &self.b.facts.first);
        let open = of_a.as_ref().is_some_and(|s| s.open);
        of_b.as_ref()
            .filter(|_| open)
            .map(|s| s.name.clone())
            .unwrap_or_default()
    }

    /// The descriptions of both texts that are of one.
    fn described(&self) -> impl Iterator<Item = (&Described, &Described)> {
        let all = |y| self.a.facts.described.iter().map(move |x| (x, y));
        self.b
            .facts
            .described
            .iter()
            .flat_map(all)
            .filter(|(x, y)| self.same_subject(&x.subject, &y.subject))
    }

    fn found(&self, i: usize, j: usize, kind: Kind, note: &'static str, reliability: u16) -> Exclusion {
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
        }
    }

    /// "Born in 1947" against "born in the fifties".
    fn times(&self) -> Option<Exclusion> {
        self.b.facts.dated.iter().find_map(|y| {
            let dated = &self.a.facts.dated;
            // A time that fits somewhere is no proof of another one.
            if !dated.iter().all(|x| apart(&x.period, &y.period)) {
                return None;
            }
            let x = dated.iter().find(|x| self.one_event(x, y))?;
            let mut without = y.words.clone();
            if y.event != Event::Said {
                without.extend(y.head);
                without.extend(self.b.facts.first.iter().flat_map(|s| &s.name));
            }
            without.extend(self.told_here());
            let rest = self.rest(&without);
            if rest.said < 600 || y.event == Event::Said && (rest.unsaid_names > 0 || rest.narrowed) {
                return None;
            }
            let (i, j) = (*x.words.last()?, *y.words.last()?);
            self.hold(i, j)
                .then(|| self.found(i, j, Kind::Time, "one event has two times", 850))
        })
    }

    fn one_event(&self, x: &Dated, y: &Dated) -> bool {
        if x.event != y.event {
            return false;
        }
        if y.event != Event::Said {
            let (of_a, of_b) = (&self.a.facts.first, &self.b.facts.first);
            return of_a
                .as_ref()
                .zip(of_b.as_ref())
                .is_some_and(|(p, q)| self.same_subject(p, q));
        }
        // What comes again has many times: a toll that stands, a ship that sails.
        let once = |w: &Word| w.pos == Pos::Noun && w.class == Class::Plain || is_once(w);
        // "After the 1979 war" tells no more than that it was later.
        !matches!(x.period.bound, Bound::After | Bound::Before)
            && y.head.and_then(|h| self.y(h)).is_some_and(once)
            && x.head
                .zip(y.head)
                .is_some_and(|(i, j)| self.alike(i, j) && self.hold(i, j))
    }

    /// A film and a city: "Lost is a political party" against "Lost is a television series".
    fn kinds(&self) -> Option<Exclusion> {
        self.described().find_map(|(x, y)| {
            let (&i, &j) = (x.kinds.first()?, y.kinds.first()?);
            let noun = self.y(j)?;
            // "A film series" is a series and of films.
            let mentions = |(k, w): (usize, &Word)| {
                (w.lemma == noun.lemma || self.met(j).is_some_and(|m| m.at == k && m.score >= HALF))
                    && (w.class == Class::Plain || x.kinds.contains(&k))
            };
            if self.a.words.iter().enumerate().any(mentions) {
                return None;
            }
            let what = called(self.b, j);
            let exclude = x.kinds.iter().all(|&k| {
                let other = called(self.a, k);
                let told = k == i || kinds::is_known(&other);
                !told || kinds::exclude(&other, &what)
            });
            (exclude && self.hold(i, j))
                .then(|| self.found(i, j, Kind::Value, "nothing is of both kinds", 850))
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
                && self.x(i).is_some_and(|w| nouns::is_person(&w.lemma))
                && noun.class == Class::Plain
                && self.met(j).is_none_or(|m| m.score < HALF)
                && !x.kinds.iter().any(near);
            (other && self.hold(i, j)).then(|| {
                self.found(
                    i,
                    j,
                    Kind::Value,
                    "what somebody is known for is told otherwise",
                    700,
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
                .then(|| self.found(i, j, Kind::Value, "different countries stand in one place", 830))
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
                words.is_some_and(|(r, _)| opposed(r)) && self.hold(i, j)
            })?;
            Some(self.found(
                i,
                j,
                Kind::Opposites,
                "words of opposite meaning describe one",
                830,
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
            let one = head.is_some_and(|h| is_once(h) || stays(h));
            one && place(self.x(i))
                && place(self.y(j))
                && below(i, j)
                && lands_exclude(x, y)
                && !named
                && self.hold(i, j)
        })?;
        let rest = self.rest(&name_at(self.b, j));
        (rest.said >= 600 && rest.unsaid_names == 0)
            .then(|| self.found(i, j, Kind::Place, "different countries stand in one place", 830))
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
        let mut without = self.told_here();
        without.push(j);
        let rest = self.rest(&without);
        (rest.said >= 700 && rest.unsaid_names <= rest.said_names)
            .then(|| self.found(i, j, Kind::Value, "one has two ranks", 800))
    }

    /// "Has 19 members" against "has 16 members".
    fn counts(&self) -> Option<Exclusion> {
        let dated = |gist: &Gist, at: usize| gist.facts.dated.iter().any(|d| d.words.contains(&at));
        let (i, j) = self.in_one_place().find(|&(i, j)| {
            let (Some(x), Some(y)) = (self.x(i), self.y(j)) else {
                return false;
            };
            let (Some(p), Some(q)) = (x.number, y.number) else {
                return false;
            };
            let counted = y
                .head
                .and_then(|h| self.y(h))
                .is_some_and(|h| h.pos == Pos::Noun && h.class == Class::Plain);
            let equal = |w: &Word| w.number.is_some_and(|n| (n - q).abs() < 1e-9);
            counted
                && x.exact
                && y.exact
                && (p - q).abs() > 1e-9
                && !dated(self.a, i)
                && !dated(self.b, j)
                && !self.a.words.iter().any(equal)
                && self.hold(i, j)
        })?;
        let rest = self.rest(&[j]);
        (rest.said >= 800 && rest.unsaid_names == 0)
            .then(|| self.found(i, j, Kind::Quantity, "different numbers stand in one place", 800))
    }

    /// "One of the best" against "one of the worst".
    fn opposites(&self) -> Option<Exclusion> {
        let (i, j) = self.in_one_place().find(|&(i, j)| {
            let words = self.x(i).zip(self.y(j)).and_then(|(x, y)| meet::compare(x, y));
            let narrows = self
                .y(j)
                .is_some_and(|y| y.bond == Bond::Modifier && y.pos != Pos::Noun && y.of_one);
            narrows && !self.is_said(j) && words.is_some_and(|(r, _)| opposed(r)) && self.hold(i, j)
        })?;
        let mut without = self.told_here();
        without.push(j);
        let rest = self.rest(&without);
        (rest.said >= 800 && rest.unsaid_names == 0 && !rest.narrowed).then(|| {
            self.found(
                i,
                j,
                Kind::Opposites,
                "words of opposite meaning stand in one place",
                800,
            )
        })
    }

    /// "Founded by Ada Ray" against "founded by Tom Lee", "Tom Lee founded it".
    fn makers(&self) -> Option<Exclusion> {
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
                && !self
                    .seen
                    .met
                    .iter()
                    .flatten()
                    .any(|m| m.score >= SAID && others.contains(&m.at))
                && self.hold(i, j)
        };
        let pairs = (0..self.b.words.len()).flat_map(|j| (0..self.a.words.len()).map(move |i| (i, j)));
        let (i, j) = pairs.into_iter().find(|&(i, j)| fits(i, j))?;
        let mut without = self.told_here();
        without.extend(name_at(self.b, j));
        let rest = self.rest(&without);
        (rest.said >= 900 && rest.unsaid_names == 0)
            .then(|| self.found(i, j, Kind::Value, "it is said to be somebody else's", 750))
    }
}

/// The words that rank, in their order.
const RANKS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

/// Verbs of what comes about once for what it is said of, as long as one thing is spoken of.
const ONCE: &str = "establish create build construct complete finish release publish form disband dissolve originate begin \
    start end conclude incorporate introduce develop launch write record film";

/// Whether what a word says comes about once for what it is said of.
fn is_once(word: &Word) -> bool {
    predicates::aspect(&word.lemma, word.pos) == Some(Aspect::Once)
        || ONCE.split_whitespace().any(|w| w == word.lemma)
}

/// Whether a word says where something stays.
fn stays(word: &Word) -> bool {
    predicates::aspect(&word.lemma, word.pos) == Some(Aspect::State)
        || matches!(word.lemma.as_str(), "locate" | "base" | "situate" | "headquarter")
}

/// The words of the name that a word is the head of.
fn name_at(gist: &Gist, at: usize) -> Vec<usize> {
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

/// Whether two times share no day, as far as they can be told.
fn apart(a: &Period, b: &Period) -> bool {
    a.compare(b) == PeriodRelation::Disjoint
}
