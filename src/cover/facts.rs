//! What a text says in places that take one filler: when something happened, what somebody or something is, and of which
//! country.

use std::ops::Range;

use crate::cover::reading::sorted;
use crate::lexicon::entities::is_land;
use crate::lexicon::kinds;
use crate::measure::{self, Granularity, Period};
use crate::text::{Deprel, Sentence, Token, Upos, ancestors};

/// What a time is the time of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    Birth,
    Death,
    /// When what is described was made: "a 1998 film".
    Made,
    /// What the word says that the time hangs on.
    Said,
}

/// A time, and what happened then.
#[derive(Debug, Clone)]
pub(crate) struct Dated {
    /// The content words of the time.
    pub(crate) words: Vec<usize>,
    pub(crate) period: Period,
    pub(crate) event: Event,
    /// The content word that the time hangs on.
    pub(crate) head: Option<usize>,
}

/// Who or what a description or a time is of.
#[derive(Debug, Clone, Default)]
pub(crate) struct Subject {
    /// The content words of the name.
    pub(crate) name: Vec<usize>,
    /// The noun that says what it is: "the film".
    pub(crate) kind: Option<usize>,
    /// All content words of the phrase that names it.
    pub(crate) phrase: Vec<usize>,
    /// Whether only what stands before the text can tell who it is: "it", "the film", where nothing was named before.
    pub(crate) open: bool,
}

/// What somebody or something is said to be.
#[derive(Debug, Clone)]
pub(crate) struct Described {
    pub(crate) subject: Subject,
    /// The nouns that say what it is.
    pub(crate) kinds: Vec<usize>,
    /// Words for the country that it is of, with the country.
    pub(crate) lands: Vec<(usize, &'static str)>,
}

/// The facts of a text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    pub(crate) dated: Vec<Dated>,
    pub(crate) described: Vec<Described>,
    /// Who the text speaks of first.
    pub(crate) first: Option<Subject>,
}

/// A sentence, with the place of each token's word among the content words.
struct Reader<'s> {
    text: &'s str,
    tokens: &'s [Token],
    places: &'s [Option<usize>],
    known: &'s [Option<&'static str>],
    /// Whether a name stands before the sentence.
    named: bool,
}

impl Facts {
    /// Adds what a sentence says.
    pub(crate) fn add(
        &mut self,
        text: &str,
        sentence: &Sentence,
        places: &[Option<usize>],
        known: &[Option<&'static str>],
        named: bool,
    ) {
        let reader = Reader {
            text,
            tokens: &sentence.tokens,
            places,
            known,
            named,
        };
        reader.dates(&mut self.dated);
        reader.descriptions(&mut self.described);
        if self.first.is_none() {
            let first =
                (0..sentence.tokens.len()).find(|&i| reader.is(i, &[Deprel::Nsubj, Deprel::NsubjPass]));
            self.first = first.map(|i| reader.subject(i));
        }
    }
}

impl Reader<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn form(&self, at: usize) -> &str {
        self.token(at).map_or("", |t| t.form(self.text))
    }

    fn is(&self, at: usize, relations: &[Deprel]) -> bool {
        self.token(at).is_some_and(|t| relations.contains(&t.deprel))
    }

    fn children(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        self.tokens
            .iter()
            .enumerate()
            .filter(move |(_, t)| t.head == Some(of))
            .map(|(i, _)| i)
    }

    fn place(&self, at: usize) -> Option<usize> {
        self.places.get(at).copied().flatten()
    }

    fn is_noun(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn))
    }

    fn dates(&self, dated: &mut Vec<Dated>) {
        let forms: Vec<&str> = self.tokens.iter().map(|t| t.form(self.text)).collect();
        let found = measure::find_periods(&forms);
        for (range, period) in &found {
            // "The 1960's" are ten years, "1960's winner" is of one: nothing tells which.
            let decade =
                period.granularity == Granularity::Year && matches!(self.form(range.end), "'s" | "s");
            let words: Vec<usize> = range.clone().filter_map(|i| self.place(i)).collect();
            let outer = range
                .clone()
                .filter_map(|i| self.token(i).and_then(|t| t.head))
                .find(|h| !range.contains(h));
            // A number that is a part of a name is no time.
            let named = outer
                .and_then(|h| self.token(h))
                .is_some_and(|t| t.upos == Upos::Propn);
            let event = self
                .bracketed(range, &found)
                .or_else(|| self.made(range.start, period).then_some(Event::Made))
                .or_else(|| outer.map(|h| self.event(h)))
                .unwrap_or(Event::Said);
            if decade || words.is_empty() || named && event == Event::Said {
                continue;
            }
            dated.push(Dated {
                words,
                period: period.clone(),
                event,
                head: outer.and_then(|h| self.place(h)),
            });
        }
    }

    /// Whether a year narrows the noun that tells what something made is: "is a 1998 comedy film".
    fn made(&self, at: usize, period: &Period) -> bool {
        let narrows = |i: usize| {
            self.is(
                i,
                &[
                    Deprel::Compound,
                    Deprel::Nummod,
                    Deprel::Amod,
                    Deprel::NmodUnmarked,
                ],
            )
        };
        let mut up = std::iter::once(at).chain(ancestors(self.tokens, at));
        let noun = up.find(|&i| !narrows(i)).filter(|&i| i != at);
        period.granularity == Granularity::Year
            && noun.is_some_and(|i| {
                let tells =
                    self.children(i).any(|k| self.is(k, &[Deprel::Cop])) || self.is(i, &[Deprel::Appos]);
                tells
                    && self
                        .token(i)
                        .is_some_and(|t| kinds::is_made(&t.lemma.to_lowercase()))
            })
    }

    fn event(&self, at: usize) -> Event {
        match self.token(at).map_or("", |t| t.lemma.as_str()) {
            "bear" if self.form(at).eq_ignore_ascii_case("born") => Event::Birth,
            "birth" => Event::Birth,
            "die" | "death" => Event::Death,
            _ => Event::Said,
        }
    }

    /// The dates of a life in brackets after a name: "(born 3 May 1950)", "(3 May 1950 – 4 June 2000)".
    fn bracketed(&self, range: &Range<usize>, found: &[(Range<usize>, Period)]) -> Option<Event> {
        let open = (0..range.start)
            .rev()
            .find(|&i| matches!(self.form(i), "(" | ")"))
            .filter(|&i| self.form(i) == "(")?;
        let close = (range.end..self.tokens.len())
            .find(|&i| matches!(self.form(i), "(" | ")"))
            .filter(|&i| self.form(i) == ")")?;
        let inside: Vec<&Range<usize>> = found
            .iter()
            .map(|(r, _)| r)
            .filter(|r| open < r.start && r.end <= close)
            .collect();
        let says = |words: &[&str]| {
            (open..close).any(|i| words.iter().any(|w| self.form(i).eq_ignore_ascii_case(w)))
        };
        match inside.as_slice() {
            [birth, death] => {
                let dash = |i: usize| matches!(self.form(i), "–" | "—" | "-" | "--" | "−");
                let between = (birth.end..death.start).any(dash);
                between.then_some(if *birth == range {
                    Event::Birth
                } else {
                    Event::Death
                })
            }
            [_] if says(&["born", "b."]) => Some(Event::Birth),
            [_] if says(&["died", "d."]) => Some(Event::Death),
            _ => None,
        }
    }

    fn descriptions(&self, described: &mut Vec<Described>) {
        for at in 0..self.tokens.len() {
            let copula = self.children(at).any(|i| self.is(i, &[Deprel::Cop]));
            let subject = if copula {
                let own = self
                    .children(at)
                    .find(|&i| self.is(i, &[Deprel::Nsubj, Deprel::NsubjPass]));
                // A subject taken for the root by mistake has what is said of it beside it.
                own.or_else(|| {
                    let head = self.token(at).filter(|t| t.deprel == Deprel::Parataxis)?.head?;
                    self.token(head).filter(|t| t.upos == Upos::Propn).map(|_| head)
                })
            } else if self.is(at, &[Deprel::Appos]) && self.token(at).is_some_and(|t| t.upos == Upos::Noun) {
                self.token(at)
                    .and_then(|t| t.head)
                    .filter(|&h| self.token(h).is_some_and(|t| t.upos == Upos::Propn))
            } else {
                None
            };
            // "Is in Peru" says of which country it is and nothing else.
            let inside =
                self.introduced(at, &["in", "from"]) && self.known.get(at).is_some_and(Option::is_some);
            let plain = !self.children(at).any(|i| {
                self.is(i, &[Deprel::Case, Deprel::Mark]) && !inside
                    || self
                        .token(i)
                        .is_some_and(|t| matches!(t.lemma.as_str(), "not" | "never" | "no" | "n't" | "other"))
            });
            let Some(subject) = subject.filter(|_| plain) else {
                continue;
            };
            let what = sorted(self.text, self.tokens, at).unwrap_or(at);
            let kinds = if inside { vec![at] } else { self.joined(what) };
            let lands = kinds.iter().flat_map(|&k| self.lands(k)).collect();
            described.push(Described {
                subject: self.subject(subject),
                kinds: kinds
                    .iter()
                    .filter(|&&k| {
                        let title = |t: &Token| kinds::is_known(&t.lemma.to_lowercase());
                        self.token(k).is_some_and(|t| t.upos == Upos::Noun || title(t))
                    })
                    .filter_map(|&k| self.place(k))
                    .collect(),
                lands,
            });
        }
    }

    /// A noun and those that are joined to it.
    fn joined(&self, at: usize) -> Vec<usize> {
        let mut all = vec![at];
        let mut next = 0;
        while let Some(&i) = all.get(next) {
            next += 1;
            let more = self
                .children(i)
                .filter(|&k| self.is(k, &[Deprel::Conj]) && self.is_noun(k) && !all.contains(&k));
            let more: Vec<usize> = more.collect();
            all.extend(more);
        }
        all
    }

    /// The countries that what a noun names is said to be of: "an Italian actor", "an actor from Italy".
    fn lands(&self, noun: usize) -> Vec<(usize, &'static str)> {
        let reaches = |at: usize| {
            let mut narrow = true;
            let mut place = false;
            let mut i = at;
            for _ in 0..self.tokens.len() {
                if i == noun {
                    return narrow || place;
                }
                let Some(token) = self.token(i) else { return false };
                match token.deprel {
                    Deprel::Amod | Deprel::Compound | Deprel::Conj | Deprel::Flat | Deprel::Appos => {}
                    Deprel::Nmod if !place && self.introduced(i, &["from", "in"]) => place = true,
                    _ => narrow = false,
                }
                let Some(head) = token.head else { return false };
                i = head;
            }
            false
        };
        (0..self.tokens.len())
            .filter_map(|i| {
                let land = self
                    .known
                    .get(i)
                    .copied()
                    .flatten()
                    .filter(|name| is_land(name))?;
                (i == noun || reaches(i)).then_some((self.place(i)?, land))
            })
            .collect()
    }

    fn introduced(&self, at: usize, by: &[&str]) -> bool {
        self.children(at).any(|i| {
            self.is(i, &[Deprel::Case]) && self.token(i).is_some_and(|t| by.contains(&t.lemma.as_str()))
        })
    }

    fn subject(&self, at: usize) -> Subject {
        let inside = std::iter::once(at).chain(
            self.children(at)
                .filter(|&i| self.is(i, &[Deprel::Flat, Deprel::Compound])),
        );
        // A title may be of plain words: "Trouble with the Curve".
        let title = |i: usize| i > 0 && self.form(i).starts_with(char::is_uppercase);
        let named = |&i: &usize| {
            self.token(i)
                .is_some_and(|t| t.upos == Upos::Propn || t.upos == Upos::Noun && title(i))
        };
        let mut name: Vec<usize> = inside.filter(named).filter_map(|i| self.place(i)).collect();
        if !name.is_empty() {
            let run = self.run(at).filter_map(|i| self.place(i));
            let more: Vec<usize> = run.filter(|i| !name.contains(i)).collect();
            name.extend(more);
        }
        let bare = self.is_noun(at)
            && !self
                .children(at)
                .any(|i| self.is(i, &[Deprel::Det, Deprel::NmodPoss]));
        if name.is_empty() && bare {
            name.extend(self.place(at));
        }
        if !name.is_empty() {
            name.extend(self.other_names(at));
        }
        let before = (0..at)
            .any(|i| self.token(i).is_some_and(|t| t.upos == Upos::Propn) && self.in_subject_of(i, at));
        let lemma = self.token(at).map_or("", |t| t.lemma.as_str());
        let definite = kinds::is_listed(lemma)
            && self.children(at).any(|i| {
                self.is(i, &[Deprel::Det])
                    && self
                        .token(i)
                        .is_some_and(|t| matches!(t.lemma.as_str(), "the" | "this"))
            });
        let pronoun = self.token(at).is_some_and(|t| {
            t.upos == Upos::Pron && matches!(t.lemma.as_str(), "it" | "he" | "she" | "they")
        });
        let phrase = self.below(at).into_iter().filter_map(|i| self.place(i));
        Subject {
            open: name.is_empty() && (pronoun || definite) && !self.named && !before,
            kind: definite.then(|| self.place(at)).flatten(),
            phrase: phrase.collect(),
            name,
        }
    }

    /// The capitalised words that a word stands among, whatever the tree makes of them: "Men in Black", "Trouble Man II".
    fn run(&self, at: usize) -> Range<usize> {
        let capital = |i: usize| {
            let upper = self.form(i).starts_with(char::is_uppercase);
            upper
                && self
                    .token(i)
                    .is_some_and(|t| !matches!(t.upos, Upos::Det | Upos::Pron | Upos::Adp | Upos::Sconj))
        };
        let joins = |i: usize| matches!(self.form(i), "of" | "the" | "in" | "and" | "or");
        let (mut from, mut to) = (at, at + 1);
        while let Some(i) = from.checked_sub(1) {
            match i.checked_sub(1) {
                _ if capital(i) => from = i,
                Some(k) if joins(i) && capital(k) => from = k,
                _ => break,
            }
        }
        while capital(to) || joins(to) && capital(to + 1) {
            to += 1;
        }
        from..to
    }

    /// A word and all that hangs on it, but for clauses.
    fn below(&self, at: usize) -> Vec<usize> {
        let clause = |i: usize| {
            let all = [Deprel::AclRelcl, Deprel::Parataxis, Deprel::Appos, Deprel::Conj];
            self.is(i, &all)
        };
        let hangs = |i: &usize| {
            let up = std::iter::once(*i).chain(ancestors(self.tokens, *i));
            let mut within = up.take_while(|&k| k != at);
            *i == at || ancestors(self.tokens, *i).any(|k| k == at) && !within.any(clause)
        };
        (0..self.tokens.len()).filter(hangs).collect()
    }

    /// "Ada Ray, known as the Countess": other names of the subject.
    fn other_names(&self, at: usize) -> Vec<usize> {
        let called = |i: usize| {
            let token = self.token(i);
            let word =
                token.is_some_and(|t| matches!(t.lemma.as_str(), "know" | "known" | "call" | "nickname"));
            word && ancestors(self.tokens, i).any(|k| k == at)
        };
        (0..self.tokens.len())
            .filter(|&i| self.token(i).is_some_and(|t| t.upos == Upos::Propn))
            .filter(|&i| ancestors(self.tokens, i).take(4).any(called))
            .filter_map(|i| self.place(i))
            .collect()
    }

    /// Whether a name before a word could be who the word speaks of: it is no part of a phrase of time or place before it.
    fn in_subject_of(&self, name: usize, word: usize) -> bool {
        let phrase = std::iter::once(name)
            .chain(ancestors(self.tokens, name))
            .any(|i| {
                self.is(
                    i,
                    &[Deprel::Obl, Deprel::OblAgent, Deprel::OblUnmarked, Deprel::Nmod],
                )
            });
        let inside = ancestors(self.tokens, name).any(|i| i == word);
        !phrase && !inside
    }
}
