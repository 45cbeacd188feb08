//! Signatures of embedding predicates: what a verb, noun or adjective makes of the clause below it, for those who stand
//! outside and for the holder whom it introduces.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::ablation::Part;

/// Where somebody stands towards a proposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value {
    /// Committed, from certainly so (3) to certainly not (−3); never 0.
    Fact(i8),
    /// Says that it is not known.
    Unproven,
    /// Left open: wished, asked, supposed.
    Open,
    /// Left to somebody else.
    Outside,
}

/// What is left of a proposition when the predicate above holds, and when it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Effect {
    pub(crate) holds: Value,
    pub(crate) fails: Value,
}

/// The effects of an embedding predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Signature {
    /// On those who stand outside: the author and the holders further out.
    pub(crate) outside: Effect,
    /// On the holder that the predicate introduces, if it introduces one.
    pub(crate) holder: Option<Effect>,
}

/// The kind of an embedding word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Verb,
    Noun,
    Adjective,
}

/// The shape in which a proposition is embedded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Frame {
    /// A finite clause.
    That,
    /// A clause with "whether" or "if".
    If,
    /// A clause with another question word.
    Wh,
    /// An infinitive.
    To,
    /// An object and an infinitive.
    ObjTo,
    /// A passive and an infinitive.
    PassTo,
    /// A passive and a finite clause.
    PassThat,
    /// An infinitive without "to" ("help close").
    Bare,
    /// An object and an infinitive without "to" ("make it close").
    ObjBare,
    /// A gerund.
    Ing,
    /// An object and a gerund ("prevent it from closing").
    ObjIng,
    /// What somebody or something is said or seems to be ("call it a success").
    Pred,
    /// A noun.
    Np,
    /// A noun for something claimed ("reject the claim").
    Claim,
    /// The complement of a noun ("the possibility of").
    Of,
    /// What a noun is about ("rumours about").
    About,
    /// An infinitive below a verb and its noun ("have the nerve to").
    Phrasal,
}

type Table = HashMap<(Kind, Frame, &'static str), Signature>;

static SPEECH: LazyLock<Table> =
    LazyLock::new(|| read(Part::Signatures.resource(include_str!("data/speech.txt"))));
static JUDGED: LazyLock<Table> =
    LazyLock::new(|| read(Part::Signatures.resource(include_str!("data/frames.txt"))));
static PLAIN: LazyLock<Table> =
    LazyLock::new(|| read(Part::Signatures.resource(include_str!("data/signatures.txt"))));

/// The signature of a word that introduces a holder, or that is about one's knowledge.
pub(crate) fn source(kind: Kind, lemma: &str, frame: Frame) -> Option<Signature> {
    find(&SPEECH, kind, lemma, frame)
}

/// The signature of a word that introduces nobody.
pub(crate) fn plain(kind: Kind, lemma: &str, frame: Frame) -> Option<Signature> {
    find(&PLAIN, kind, lemma, frame)
}

/// Whether a clause with "that" can tell what a word says or is about: "said that", "the fact that".
pub(crate) fn takes_that(kind: Kind, lemma: &str) -> bool {
    source(kind, lemma, Frame::That).is_some() || plain(kind, lemma, Frame::That).is_some()
}

/// Whether a noun takes an infinitive: "plans to close".
pub(crate) fn takes_infinitive(noun: &str) -> bool {
    source(Kind::Noun, noun, Frame::To).is_some() || plain(Kind::Noun, noun, Frame::To).is_some()
}

/// The signature that readers' judgements give a verb that the other lists do not name.
pub(crate) fn judged(lemma: &str, frame: Frame) -> Option<Signature> {
    find(&JUDGED, Kind::Verb, lemma, frame)
}

/// The signature of a verb with its noun over an infinitive: "have the nerve to", "waste the chance to".
pub(crate) fn phrasal(verb: &str, noun: &str) -> Option<Signature> {
    let line = PHRASAL
        .iter()
        .find(|p| p.verbs.contains(&verb) && p.nouns.contains(&noun))?;
    Some(Signature {
        outside: line.outside,
        holder: None,
    })
}

/// Verbs and nouns that together say whether something was done.
#[derive(Debug)]
struct Phrases {
    outside: Effect,
    verbs: Vec<&'static str>,
    nouns: Vec<&'static str>,
}

static PHRASAL: LazyLock<Vec<Phrases>> = LazyLock::new(|| {
    let lines = Part::Signatures
        .resource(include_str!("data/phrasal.txt"))
        .lines();
    lines
        .filter(|l| !l.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('|').map(str::trim);
            Some(Phrases {
                outside: effect(columns.next()?)?,
                verbs: columns.next()?.split_whitespace().collect(),
                nouns: columns.next()?.split_whitespace().collect(),
            })
        })
        .collect()
});

fn find(table: &Table, kind: Kind, lemma: &str, frame: Frame) -> Option<Signature> {
    // The key borrows for less than the table does: `get` takes any lifetime for the word.
    fn lookup<'k>(
        table: &HashMap<(Kind, Frame, &'k str), Signature>,
        key: (Kind, Frame, &'k str),
    ) -> Option<Signature> {
        table.get(&key).copied()
    }
    lookup(table, (kind, frame, lemma))
}

impl Effect {
    /// What the effect makes of a stand towards the predicate above.
    pub(crate) fn of(self, value: Value) -> Value {
        let presupposed = self.holds == self.fails;
        match (value, self.holds, self.fails) {
            (Value::Outside, _, _) => Value::Outside,
            // What is taken for granted stays so under negation, questions and conditions, but less surely: there it can be
            // taken back.
            (Value::Fact(1..), Value::Fact(_), _) if presupposed => self.holds,
            (_, Value::Fact(h), _) if presupposed => Value::Fact(h.clamp(-2, 2)),
            (Value::Fact(v), Value::Fact(h), _) if v > 0 => Value::Fact(h.signum() * h.abs().min(v)),
            (Value::Fact(v), _, Value::Fact(f)) if v < 0 => Value::Fact(f.signum() * f.abs().min(-v)),
            (Value::Fact(v), holds, fails) => {
                if v > 0 {
                    holds
                } else {
                    fails
                }
            }
            (_, Value::Outside, _) => Value::Outside,
            (Value::Unproven, Value::Fact(_), _) => Value::Unproven,
            (Value::Unproven | Value::Open, _, _) => Value::Open,
        }
    }
}

fn read(data: &'static str) -> Table {
    let mut table = Table::new();
    for line in data.lines() {
        let mut columns = line.split('|').map(str::trim);
        let (Some(head), Some(outside), Some(holder), Some(words)) =
            (columns.next(), columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let mut head = head.split_whitespace();
        let (Some(kind), Some(frames)) = (head.next().and_then(kind), head.next()) else {
            continue;
        };
        let Some(outside) = effect(outside) else { continue };
        let signature = Signature {
            outside,
            holder: effect(holder),
        };
        for frame in frames.split(',').filter_map(frame) {
            for word in words.split_whitespace() {
                // The first line that names a word wins.
                table.entry((kind, frame, word)).or_insert(signature);
            }
        }
    }
    table
}

fn kind(text: &str) -> Option<Kind> {
    match text {
        "v" => Some(Kind::Verb),
        "n" => Some(Kind::Noun),
        "a" => Some(Kind::Adjective),
        _ => None,
    }
}

fn frame(text: &str) -> Option<Frame> {
    Some(match text {
        "that" => Frame::That,
        "if" => Frame::If,
        "wh" => Frame::Wh,
        "to" => Frame::To,
        "objto" => Frame::ObjTo,
        "passto" => Frame::PassTo,
        "passthat" => Frame::PassThat,
        "ing" => Frame::Ing,
        "objing" => Frame::ObjIng,
        "pred" => Frame::Pred,
        "np" => Frame::Np,
        "claim" => Frame::Claim,
        "of" => Frame::Of,
        "about" => Frame::About,
        _ => return None,
    })
}

/// Reads an effect as the data files write it.
pub(super) fn effect(text: &str) -> Option<Effect> {
    let (holds, fails) = text.split_once('/')?;
    Some(Effect {
        holds: value(holds)?,
        fails: value(fails)?,
    })
}

/// Reads a value as the data files write it.
pub(super) fn value(text: &str) -> Option<Value> {
    Some(match text {
        "+" => Value::Fact(3),
        "+2" => Value::Fact(2),
        "+1" => Value::Fact(1),
        "-" => Value::Fact(-3),
        "-2" => Value::Fact(-2),
        "-1" => Value::Fact(-1),
        "o" => Value::Open,
        "?" => Value::Unproven,
        "x" => Value::Outside,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_is_read() {
        for data in [
            include_str!("data/speech.txt"),
            include_str!("data/signatures.txt"),
            include_str!("data/frames.txt"),
        ] {
            for line in data.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
                let columns: Vec<&str> = line.split('|').map(str::trim).collect();
                assert_eq!(columns.len(), 4, "{line}");
                let (word, frames) = columns[0].split_once(' ').expect(line);
                assert!(kind(word).is_some(), "{line}");
                assert!(frames.split(',').all(|f| frame(f).is_some()), "{line}");
                assert!(effect(columns[1]).is_some(), "{line}");
                assert!(columns[2] == "." || effect(columns[2]).is_some(), "{line}");
            }
        }
    }

    #[test]
    fn phrases_are_read() {
        let waste = phrasal("waste", "chance").expect("waste a chance").outside;
        assert_eq!(waste.of(Value::Fact(3)), Value::Fact(-3));
        assert_eq!(waste.of(Value::Fact(-3)), Value::Fact(3));
        assert_eq!(phrasal("waste", "bridge"), None);
        assert!(judged("holler", Frame::That).is_some());
        assert_eq!(PHRASAL.len(), 10);
    }

    #[test]
    fn effects_compose() {
        let fail = plain(Kind::Verb, "fail", Frame::To).expect("fail").outside;
        assert_eq!(fail.of(Value::Fact(3)), Value::Fact(-3));
        assert_eq!(fail.of(Value::Fact(-3)), Value::Fact(3));
        assert_eq!(fail.of(Value::Fact(1)), Value::Fact(-1));
        let know = source(Kind::Verb, "know", Frame::That).expect("know");
        assert_eq!(know.outside.of(Value::Fact(3)), Value::Fact(3));
        assert_eq!(know.outside.of(Value::Open), Value::Fact(2));
        assert_eq!(know.outside.of(Value::Outside), Value::Outside);
    }
}
