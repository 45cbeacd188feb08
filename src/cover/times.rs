//! When something came about: two times of what comes about once.

use crate::cover::facts::{Dated, Event};
use crate::cover::gist::{Bond, Class, Gist, Word};
use crate::cover::slot::{Exclusion, Pair};
use crate::judgement::Kind;
use crate::lexicon::predicates::{self, Aspect};
use crate::lexicon::wordnet::Pos;
use crate::measure::{Bound, Period, PeriodRelation};

impl Pair<'_> {
    /// "Born in 1947" against "born in the fifties".
    pub(super) fn times(&self) -> Option<Exclusion> {
        self.b.facts.dated.iter().find_map(|y| {
            let dated = &self.a.facts.dated;
            // A time that fits somewhere is no proof of another one.
            if !dated.iter().all(|x| apart(&x.period, &y.period)) {
                return None;
            }
            let x = dated.iter().find(|x| self.one_event(x, y))?;
            let mut without = y.words.clone();
            if y.event != Event::Said || x.event != Event::Said {
                without.extend(y.head);
                without.extend(self.b.facts.first.iter().flat_map(|s| &s.name));
            }
            without.extend(self.named());
            let rest = self.rest(&without);
            let narrowed = rest.unsaid_names > 0 || rest.narrowed;
            if rest.said < 600 || y.event == Event::Said && narrowed {
                return None;
            }
            let (i, j) = (*x.words.last()?, *y.words.last()?);
            self.hold(i, j)
                .then(|| self.found(i, j, Kind::Time, "one event has two times", 930))
        })
    }

    fn one_event(&self, x: &Dated, y: &Dated) -> bool {
        let one_subject = || {
            let (of_a, of_b) = (&self.a.facts.first, &self.b.facts.first);
            of_a.as_ref()
                .zip(of_b.as_ref())
                .is_some_and(|(p, q)| self.same_subject(p, q))
        };
        let word = |gist: &'_ Gist, d: &Dated| d.head.and_then(|h| gist.words.get(h)).is_some_and(comes_out);
        match (x.event, y.event) {
            (Event::Said, Event::Said) => self.one_happening(x, y),
            // A work of one year may come out in the next.
            (Event::Made, Event::Said) => word(self.b, y) && far_apart(&x.period, &y.period) && one_subject(),
            (Event::Said, Event::Made) => word(self.a, x) && far_apart(&x.period, &y.period) && one_subject(),
            (p, q) => p == q && one_subject(),
        }
    }

    /// Whether two times hang on words for one thing that came about once.
    fn one_happening(&self, x: &Dated, y: &Dated) -> bool {
        let (Some(i), Some(j)) = (x.head, y.head) else {
            return false;
        };
        let (Some(there), Some(here)) = (self.x(i), self.y(j)) else {
            return false;
        };
        let first = |gist: &Gist, at: usize| {
            gist.words
                .iter()
                .any(|w| w.head == Some(at) && w.lemma == "first")
        };
        // What comes again has many times: a toll that stands, a ship that sails.
        let once = here.pos == Pos::Noun && here.class == Class::Plain
            || is_once(here)
            || first(self.a, i) && first(self.b, j);
        let alike =
            self.alike(i, j) || comes_out(there) && comes_out(here) && far_apart(&x.period, &y.period);
        // Who discovers a comet may discover another.
        let another = |gist: &Gist, at: usize| {
            let new =
                |w: &Word| w.some && w.head == Some(at) && matches!(w.bond, Bond::Subject | Bond::Object);
            gist.words.iter().any(new)
        };
        let several = another(self.a, i) && another(self.b, j);
        // "After the 1979 war" tells no more than that it was later.
        !matches!(x.period.bound, Bound::After | Bound::Before)
            && once
            && alike
            && !several
            && self.hold(i, j)
    }
}

/// Verbs of what comes about once for what it is said of, as long as one thing is spoken of.
const ONCE: &str = "establish create build construct complete finish release publish form disband dissolve originate begin \
    start end conclude incorporate introduce develop launch write record film premiere premier debut";

/// Whether what a word says comes about once for what it is said of.
pub(super) fn is_once(word: &Word) -> bool {
    predicates::aspect(&word.lemma, word.pos) == Some(Aspect::Once)
        || ONCE.split_whitespace().any(|w| w == word.lemma)
}

/// Whether a word says that a work comes before the public.
pub(super) fn comes_out(word: &Word) -> bool {
    matches!(
        word.lemma.as_str(),
        "release" | "premiere" | "premier" | "debut" | "publish" | "air" | "broadcast"
    )
}

/// Whether more than a year lies between two times.
fn far_apart(a: &Period, b: &Period) -> bool {
    let years = |p: &Period| Some((p.from?.year(), p.to?.year()));
    match (years(a), years(b)) {
        (Some((from, to)), Some((start, end))) => start - to > 1 || from - end > 1,
        _ => false,
    }
}

/// Whether two times share no day, as far as they can be told.
fn apart(a: &Period, b: &Period) -> bool {
    a.compare(b) == PeriodRelation::Disjoint
}
