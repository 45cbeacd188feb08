//! A small treebank of our own: simple statements with words that the treebanks lack. Built only for training.

use super::conllu::Annotated;
use super::lemma::Kind;
use super::token::{Deprel, Sentence, Token, Upos};
use super::vocabulary::{Words, inflect};

/// Makes so many sentences. Names are taken from the treebanks; `irregular` holds lines of "form lemma", verbs marked with v.
pub fn sentences(documents: &[Annotated], irregular: &[(char, String)], count: usize) -> Annotated {
    let mut writer = Writer {
        words: Words::new(documents, irregular),
        random: 5,
        all: Annotated {
            id: "simple".to_owned(),
            ..Annotated::default()
        },
        tokens: Vec::new(),
    };
    for _ in 0..count {
        writer.statement();
    }
    writer.all
}

/// What a verb's form shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Base,
    Present,
    Past,
    Participle,
    Ing,
}

struct Writer {
    words: Words,
    random: u64,
    all: Annotated,
    tokens: Vec<Token>,
}

impl Writer {
    fn below(&mut self, n: usize) -> usize {
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) as usize % n.max(1)
    }

    fn pick(&mut self, list: fn(&Words) -> &[String]) -> String {
        let at = self.below(list(&self.words).len());
        list(&self.words).get(at).cloned().unwrap_or_default()
    }

    fn one(&mut self, list: &[&'static str]) -> &'static str {
        let at = self.below(list.len());
        list.get(at).copied().unwrap_or_default()
    }

    /// Writes a word; its head is told later.
    fn put(&mut self, form: &str, lemma: &str, upos: Upos, xpos: &'static str) -> usize {
        let text = &mut self.all.text;
        if !self.tokens.is_empty() && upos != Upos::Punct {
            text.push(' ');
        }
        let start = text.len();
        let mut letters = form.chars();
        match letters.next() {
            Some(first) if self.tokens.is_empty() => {
                text.extend(first.to_uppercase());
                text.push_str(letters.as_str());
            }
            _ => text.push_str(form),
        }
        self.tokens.push(Token {
            span: start..text.len(),
            lemma: lemma.to_owned(),
            upos,
            xpos,
            head: None,
            deprel: Deprel::Root,
        });
        self.tokens.len() - 1
    }

    fn under(&mut self, word: usize, head: usize, relation: Deprel) {
        if let Some(token) = self.tokens.get_mut(word) {
            (token.head, token.deprel) = (Some(head), relation);
        }
    }

    fn end(&mut self, root: usize) {
        let dot = self.put(".", ".", Upos::Punct, ".");
        self.under(dot, root, Deprel::Punct);
        let tokens = std::mem::take(&mut self.tokens);
        let start = tokens.first().map_or(0, |t| t.span.start);
        self.all.sentences.push(Sentence {
            span: start..self.all.text.len(),
            tokens,
        });
        self.all.text.push('\n');
    }

    fn name(&mut self) -> usize {
        let name = self.pick(|w| &w.names);
        self.put(&name, &name, Upos::Propn, "NNP")
    }

    fn noun(&mut self, many: bool) -> usize {
        let noun = self.pick(|w| &w.nouns);
        match inflect(&noun, Kind::Plural, &["s"]).filter(|_| many) {
            Some(form) => self.put(&form, &noun, Upos::Noun, "NNS"),
            None => self.put(&noun, &noun, Upos::Noun, "NN"),
        }
    }

    fn adjective(&mut self) -> usize {
        let adjective = self.pick(|w| &w.adjectives);
        self.put(&adjective, &adjective, Upos::Adj, "JJ")
    }

    /// Writes who or what, and says whether it is many.
    fn thing(&mut self) -> (usize, bool) {
        match self.below(14) {
            0..=4 => (self.name(), false),
            5 => {
                let first = self.name();
                let last = self.name();
                self.under(last, first, Deprel::Flat);
                (first, false)
            }
            6 => {
                let head = self.one(&[
                    "company", "group", "firm", "team", "plant", "party", "country", "bank", "school",
                    "village",
                ]);
                let (form, upos, xpos) = if self.below(2) == 0 {
                    (capital(head), Upos::Propn, "NNP")
                } else {
                    (head.to_owned(), Upos::Noun, "NN")
                };
                let lemma = form.clone();
                let head = self.put(&form, &lemma, upos, xpos);
                let letter = self.one(&["A", "B", "C", "D", "X", "Y", "Z"]);
                let letter = self.put(letter, letter, Upos::Propn, "NNP");
                self.under(letter, head, Deprel::Flat);
                (head, false)
            }
            7 | 8 => (self.noun(true), true),
            9 => {
                let owner = self.one(&["its", "their", "his", "her"]);
                let owner = self.put(owner, owner, Upos::Pron, "PRP$");
                let head = self.noun(false);
                self.under(owner, head, Deprel::NmodPoss);
                if self.below(2) == 0 {
                    let name = self.name();
                    self.under(name, head, Deprel::Appos);
                }
                (head, false)
            }
            n => {
                let many = self.below(4) == 0;
                let the = self.put("the", "the", Upos::Det, "DT");
                let before = match n {
                    10 => Some((self.adjective(), Deprel::Amod)),
                    11 => Some((self.noun(false), Deprel::Compound)),
                    _ => None,
                };
                let head = self.noun(many);
                self.under(the, head, Deprel::Det);
                if let Some((word, relation)) = before {
                    self.under(word, head, relation);
                }
                if n == 13 {
                    self.place(head, Deprel::Nmod);
                }
                (head, many)
            }
        }
    }

    fn place(&mut self, head: usize, relation: Deprel) {
        let preposition = self.one(&[
            "in", "on", "near", "with", "from", "at", "over", "after", "against", "for",
        ]);
        let case = self.put(preposition, preposition, Upos::Adp, "IN");
        let place = if self.below(2) == 0 {
            self.name()
        } else {
            let the = self.put("the", "the", Upos::Det, "DT");
            let place = self.noun(false);
            self.under(the, place, Deprel::Det);
            place
        };
        self.under(case, place, Deprel::Case);
        self.under(place, head, relation);
    }

    fn verb(&mut self, shape: Shape, many: bool) -> usize {
        loop {
            let verb = self.pick(|w| &w.verbs);
            let irregular = self.words.irregular.contains(&verb);
            let (form, xpos) = match shape {
                Shape::Base => (Some(verb.clone()), "VB"),
                Shape::Present if many => (Some(verb.clone()), "VBP"),
                Shape::Present => (inflect(&verb, Kind::Third, &["s"]), "VBZ"),
                Shape::Past | Shape::Participle if irregular => continue,
                Shape::Past => (inflect(&verb, Kind::Past, &["ed"]), "VBD"),
                Shape::Participle => (inflect(&verb, Kind::Past, &["ed"]), "VBN"),
                Shape::Ing => (inflect(&verb, Kind::Ing, &["ing"]), "VBG"),
            };
            if let Some(form) = form {
                return self.put(&form, &verb, Upos::Verb, xpos);
            }
        }
    }

    fn be(&mut self, many: bool) -> usize {
        match (self.below(2), many) {
            (0, false) => self.put("is", "be", Upos::Aux, "VBZ"),
            (0, true) => self.put("are", "be", Upos::Aux, "VBP"),
            (_, false) => self.put("was", "be", Upos::Aux, "VBD"),
            (_, true) => self.put("were", "be", Upos::Aux, "VBD"),
        }
    }

    /// Writes a subject, what stands before the verb, and the verb.
    fn doing(&mut self) -> usize {
        let (subject, many) = self.thing();
        let verb = match self.below(10) {
            0..=3 => self.verb(Shape::Past, many),
            4..=6 => self.verb(Shape::Present, many),
            7 => {
                let modal = self.one(&["will", "may", "could", "would", "must"]);
                let aux = self.put(modal, modal, Upos::Aux, "MD");
                let verb = self.verb(Shape::Base, many);
                self.under(aux, verb, Deprel::Aux);
                verb
            }
            8 => {
                let form = if many { "do" } else { "does" };
                let (form, xpos) = match self.below(2) {
                    0 => ("did", "VBD"),
                    _ if many => (form, "VBP"),
                    _ => (form, "VBZ"),
                };
                let aux = self.put(form, "do", Upos::Aux, xpos);
                let not = self.put("not", "not", Upos::Part, "RB");
                let verb = self.verb(Shape::Base, many);
                self.under(aux, verb, Deprel::Aux);
                self.under(not, verb, Deprel::Advmod);
                verb
            }
            _ => {
                let (form, xpos) = if many { ("have", "VBP") } else { ("has", "VBZ") };
                let aux = self.put(form, "have", Upos::Aux, xpos);
                let never = (self.below(3) == 0).then(|| self.put("never", "never", Upos::Adv, "RB"));
                let verb = self.verb(Shape::Participle, many);
                self.under(aux, verb, Deprel::Aux);
                if let Some(never) = never {
                    self.under(never, verb, Deprel::Advmod);
                }
                verb
            }
        };
        self.under(subject, verb, Deprel::Nsubj);
        verb
    }

    fn object(&mut self, verb: usize) {
        let (object, _) = self.thing();
        self.under(object, verb, Deprel::Obj);
    }

    /// Writes a clause and says what its root is.
    fn clause(&mut self) -> usize {
        match self.below(12) {
            0..=4 => {
                let verb = self.doing();
                self.object(verb);
                if self.below(5) == 0 {
                    self.place(verb, Deprel::Obl);
                }
                verb
            }
            5 | 6 => {
                let verb = self.doing();
                if self.below(3) > 0 {
                    self.place(verb, Deprel::Obl);
                }
                verb
            }
            7 | 8 => self.suffering(),
            9 => {
                let (subject, many) = self.thing();
                let be = self.be(many);
                let verb = self.verb(Shape::Ing, many);
                self.under(subject, verb, Deprel::Nsubj);
                self.under(be, verb, Deprel::Aux);
                verb
            }
            n => {
                let (subject, many) = self.thing();
                let be = self.be(many);
                let not = (self.below(4) == 0).then(|| self.put("not", "not", Upos::Part, "RB"));
                let root = if n == 10 {
                    self.adjective()
                } else if many {
                    self.noun(true)
                } else {
                    let a = self.put("the", "the", Upos::Det, "DT");
                    let root = self.noun(false);
                    self.under(a, root, Deprel::Det);
                    root
                };
                self.under(subject, root, Deprel::Nsubj);
                self.under(be, root, Deprel::Cop);
                if let Some(not) = not {
                    self.under(not, root, Deprel::Advmod);
                }
                root
            }
        }
    }

    fn suffering(&mut self) -> usize {
        let (subject, many) = self.thing();
        let be = self.be(many);
        let verb = self.verb(Shape::Participle, many);
        self.under(subject, verb, Deprel::NsubjPass);
        self.under(be, verb, Deprel::AuxPass);
        if self.below(2) == 0 {
            let (relation, form) = if self.below(3) == 0 {
                (Deprel::Obl, "to")
            } else {
                (Deprel::OblAgent, "by")
            };
            let case = self.put(form, form, Upos::Adp, "IN");
            let (by, _) = self.thing();
            self.under(case, by, Deprel::Case);
            self.under(by, verb, relation);
        }
        verb
    }

    fn statement(&mut self) {
        let root = match self.below(20) {
            0 | 1 => {
                let month = self.one(&[
                    "January", "March", "May", "June", "August", "October", "December", "Friday", "Monday",
                ]);
                let preposition = if month.ends_with("day") { "on" } else { "in" };
                let case = self.put(preposition, preposition, Upos::Adp, "IN");
                let month = self.put(month, month, Upos::Propn, "NNP");
                self.under(case, month, Deprel::Case);
                let root = self.clause();
                self.under(month, root, Deprel::Obl);
                root
            }
            2 | 3 => {
                let (who, _) = self.thing();
                let said = self.put("said", "say", Upos::Verb, "VBD");
                self.under(who, said, Deprel::Nsubj);
                let that = (self.below(3) > 0).then(|| self.put("that", "that", Upos::Sconj, "IN"));
                let root = self.clause();
                self.under(root, said, Deprel::Ccomp);
                if let Some(that) = that {
                    self.under(that, root, Deprel::Mark);
                }
                said
            }
            4 => {
                let it = self.put("it", "it", Upos::Pron, "PRP");
                let has = self.put("has", "have", Upos::Verb, "VBZ");
                let yet = self.put("yet", "yet", Upos::Adv, "RB");
                let to = self.put("to", "to", Upos::Part, "TO");
                let be = self.put("be", "be", Upos::Aux, "VB");
                let known = self.verb(Shape::Participle, false);
                self.under(it, has, Deprel::Expl);
                self.under(yet, has, Deprel::Advmod);
                self.under(to, known, Deprel::Mark);
                self.under(be, known, Deprel::AuxPass);
                self.under(known, has, Deprel::Xcomp);
                let that = self.put("that", "that", Upos::Sconj, "IN");
                let root = self.clause();
                self.under(that, root, Deprel::Mark);
                self.under(root, has, Deprel::Csubj);
                has
            }
            _ => self.clause(),
        };
        self.end(root);
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}
