//! The way up: from a predicate to the root, everybody's stand is put through each word that embeds.

use super::attribution::{Link, Who, first_person};
use super::causes::blaming;
use super::certainty::{Local, local};
use super::chain::{Chain, Position, apply, embedded};
use super::clause::heads_clause;
use super::commitments::Commitments;
use super::embedding::{Step, added, kind, known, lemmas, step};
use super::frame::signature;
use super::furniture::{asked, imperative, inverted, ordered};
use super::knowledge;
use super::naming::named_by;
use super::polarity::{determines, polarity};
use super::reading::{At, Tree};
use super::surroundings;
use crate::lexicon::function_words::is_definite;
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::lexicon::{hedges, speech};
use crate::text::{Deprel, Upos};

/// How deep a clause may be embedded.
const DEEPEST: usize = 48;

impl Commitments<'_> {
    /// What is taken for granted is the author's, or the speaker's in whose quotation it stands. What somebody is said to
    /// say takes for granted what the speaker does, if the author says nothing of it; who somebody is remains the author's to
    /// tell.
    pub(super) fn presupposed(&self, at: At) -> Chain {
        let mut chain = Chain::author();
        if let Some(tree) = self.reading.tree(at) {
            let beside = [Deprel::Appos, Deprel::NmodDesc, Deprel::Compound, Deprel::Flat];
            let title = tree.deprel(at.token).is_some_and(|r| beside.contains(&r))
                || tree
                    .dependents(at.token, &beside)
                    .any(|n| n > at.token && tree.token(n).is_some_and(|t| t.upos == Upos::Propn));
            let incoming = self.incoming(at, 0);
            let left = incoming.positions.len() > 1
                && !incoming.shared
                && incoming
                    .positions
                    .first()
                    .is_some_and(|p| p.value == Value::Outside);
            if self.reading.quotation(tree, at).is_some() || left && !title {
                chain = incoming.attributed();
            }
            let mut l = local(tree, at.token);
            // What negates the clause does not touch what is taken for granted.
            if let Value::Fact(v) = l.value
                && v < 0
                && l.cues.is_empty()
            {
                l.value = Value::Fact(-v);
                l.negators.clear();
            }
            apply(&mut chain, at, &l);
        }
        chain
    }

    /// Everybody's stand towards the proposition of the predicate at a place.
    pub(super) fn chain(&self, at: At, depth: usize) -> Chain {
        let mut chain = self.incoming(at, depth);
        // What hangs on a source put in between may be part of what it reports.
        if let Some(tree) = self.reading.tree(at)
            && !self.links.beside.contains_key(&at)
        {
            apply(&mut chain, at, &local(tree, at.token));
        }
        chain
    }

    /// Everybody's stand towards the clause of a predicate, before the clause's own words.
    pub(super) fn incoming(&self, at: At, depth: usize) -> Chain {
        if depth > DEEPEST {
            return Chain::author().suppose();
        }
        // Who a source put in between is, is the author's to say; so is the verdict on a claim, put in as an aside.
        if self.links.inside.contains(&at) || self.asides.contains(&at) {
            return Chain::author();
        }
        if let Some(&content) = self.links.beside.get(&at) {
            // A source that hangs on its content stands where the content stands.
            return if self.hangs(at, content) {
                self.syntactic(content, depth + 1)
            } else {
                self.syntactic(at, depth + 1)
            };
        }
        let chain = match self.links.of.get(&at) {
            Some(link) => self.linked(at, link, depth + 1),
            None => self.syntactic(at, depth),
        };
        if self.reading.tree(at).is_some_and(|tree| ordered(tree, at.token)) {
            let lean = chain.lean;
            return Chain {
                lean,
                ..chain.suppose()
            };
        }
        chain
    }

    /// A definite noun names what there is, even where its clause is left open.
    fn named(tree: Tree<'_>, word: usize, mut chain: Chain) -> Chain {
        let nominal = tree
            .token(word)
            .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn));
        let definite = tree
            .dependents(word, &[Deprel::Det, Deprel::NmodPoss])
            .any(|d| tree.deprel(d) == Some(Deprel::NmodPoss) || is_definite(tree.form(d)));
        if nominal && definite {
            for position in &mut chain.positions {
                if matches!(position.value, Value::Open | Value::Fact(1 | 2)) {
                    position.value = Value::Fact(3);
                }
            }
        }
        chain
    }

    /// What is only mentioned in a clause that is denied is not denied with it ("refused to return the boy, who was hurt"), and
    /// what is told as past, or added after a comma, is told even where the clause is left open.
    fn apart(tree: Tree<'_>, word: usize, g: usize, mut chain: Chain) -> Chain {
        // "No bridge that was built then".
        if polarity(tree, g).negators.iter().any(|&n| determines(tree, n, g)) {
            return chain;
        }
        let told = told(tree, word) || added(tree, word);
        for position in &mut chain.positions {
            match position.value {
                Value::Open | Value::Unproven | Value::Fact(-2..=2) if told => {
                    position.value = Value::Fact(3);
                }
                Value::Fact(v) if v < 0 => position.value = Value::Fact(-v),
                _ => {}
            }
        }
        chain
    }

    /// Whether a word hangs, directly or not, on another of its sentence.
    fn hangs(&self, word: At, on: At) -> bool {
        on.sentence == word.sentence
            && on.passage == word.passage
            && self
                .reading
                .tree(word)
                .is_some_and(|tree| tree.ancestors(word.token).any(|a| a == on.token))
    }

    fn syntactic(&self, at: At, depth: usize) -> Chain {
        let Some(tree) = self.reading.tree(at) else {
            return Chain::author();
        };
        if depth > DEEPEST {
            return Chain::author().suppose();
        }
        let depth = depth + 1;
        let named = named_by(tree, at.token).map(|n| n.verb);
        if let Some(verb) = named.or_else(|| blaming(tree, at.token))
            && let Some(says) = signatures::source(Kind::Verb, "say", Frame::That)
        {
            let base = self.chain(at.word(verb), depth);
            return embedded(tree, at.word(verb), Kind::Verb, base, says, false);
        }
        match step(tree, at.token) {
            Step::Top => {
                let chain = Chain::author();
                if asked(tree) == Some(0) || inverted(tree, at.token) || imperative(tree) {
                    chain.suppose()
                } else {
                    chain
                }
            }
            Step::Beside(g) => self.incoming(at.word(g), depth),
            Step::Given(g) => {
                let chain = Self::named(tree, at.token, self.given(tree, at.word(g), depth));
                Self::apart(tree, at.token, g, chain)
            }
            Step::Along(g) => Self::named(tree, at.token, self.along(tree, at.word(g), depth)),
            Step::Under(g, Frame::Np) => self.object(tree, at.token, at.word(g), depth),
            Step::Under(g, frame) => {
                let chain = self.under(tree, at.word(g), frame, depth);
                // A question that is quoted.
                let quoted = asked(tree).is_some_and(|start| start > 0 && g < start && start <= at.token);
                if quoted { chain.suppose() } else { chain }
            }
            Step::Within(g) => self.chain(at.word(g), depth),
            Step::Aimed(g) => self.aimed(tree, at.word(g), depth),
            Step::Supposed(g) => {
                let mut chain = self.incoming(at.word(g), depth).suppose();
                // Who supposes it holds it possible.
                chain.lean = 1;
                chain
            }
        }
    }

    /// What stands above the clause that a word takes part in: the word's own stands, if it heads a clause.
    fn given(&self, tree: Tree<'_>, g: At, depth: usize) -> Chain {
        if depth > DEEPEST {
            return Chain::author().suppose();
        }
        if heads_clause(tree, g.token) || self.links.of.contains_key(&g) {
            return self.incoming(g, depth + 1);
        }
        match tree.token(g.token).and_then(|t| t.head) {
            Some(above) => self.given(tree, g.word(above), depth + 1),
            None => self.incoming(g, depth + 1),
        }
    }

    /// What goes along with a clause holds where the clause does.
    fn along(&self, tree: Tree<'_>, g: At, depth: usize) -> Chain {
        if !heads_clause(tree, g.token) {
            return self.given(tree, g, depth);
        }
        let mut chain = self.chain(g, depth + 1);
        let plain = self.incoming(g, depth + 1);
        // A negated clause says nothing against what goes along with it.
        for (position, before) in chain.positions.iter_mut().zip(&plain.positions) {
            if matches!(position.value, Value::Fact(v) if v < 0) {
                position.value = before.value;
            }
        }
        chain.lean = plain.lean;
        chain
    }

    /// What somebody did something for is probably so, if they did it.
    fn aimed(&self, tree: Tree<'_>, g: At, depth: usize) -> Chain {
        let mut chain = if heads_clause(tree, g.token) {
            self.chain(g, depth + 1)
        } else {
            self.given(tree, g, depth + 1)
        };
        if let Value::Fact(v) = chain.inner() {
            chain.lean = v.signum();
        }
        for position in &mut chain.positions {
            position.value = match position.value {
                Value::Fact(v) if v > 0 => Value::Fact(v.min(2)),
                Value::Outside => Value::Outside,
                _ => Value::Open,
            };
        }
        chain
    }

    /// A source beside its content.
    fn linked(&self, at: At, link: &Link, depth: usize) -> Chain {
        let Some(tree) = self.reading.tree(link.cue) else {
            return Chain::author();
        };
        match &link.who {
            Some(who) if link.between => {
                let base = if self.hangs(link.cue, at) {
                    self.syntactic(at, depth)
                } else {
                    Chain::author()
                };
                let lemma = tree.lemma(link.cue.token).to_lowercase();
                // A colon, or a verb that no list knows, says it plainly.
                let Some(signature) = signatures::source(Kind::Verb, &lemma, Frame::That)
                    .or_else(|| signatures::source(Kind::Verb, "say", Frame::That))
                else {
                    return base;
                };
                let mut chain = embedded(tree, link.cue, Kind::Verb, base, signature, false);
                if chain.positions.len() > 1
                    && let Some(holder) = chain.positions.last_mut()
                {
                    holder.who = who.clone();
                }
                self.judged(link.cue, &mut chain, depth);
                chain
            }
            None => {
                let base = self.chain(link.cue, depth);
                let before = base.positions.clone();
                let mut chain = self.below(tree, link.cue, base, Frame::That, false, depth);
                if link.shared {
                    chain.shared = true;
                    for (position, before) in chain.positions.iter_mut().zip(before) {
                        if position.value == Value::Outside {
                            position.value = before.value;
                        }
                    }
                }
                chain
            }
            Some(who) => {
                let mut chain = self.syntactic(at, depth);
                let inner = chain.inner();
                if let Who::Phrase(head) = who
                    && first_person(tree, head.token)
                {
                    return chain;
                }
                for position in &mut chain.positions {
                    position.value = Value::Outside;
                }
                chain.positions.push(Position {
                    who: who.clone(),
                    value: inner,
                    cues: vec![link.cue],
                });
                chain
            }
        }
    }

    /// What a verb is done to.
    fn object(&self, tree: Tree<'_>, noun: usize, verb: At, depth: usize) -> Chain {
        // "Has no plans": the noun says by itself that there are none.
        let negators = polarity(tree, verb.token).negators;
        if !negators.is_empty() && negators.iter().all(|&n| determines(tree, n, noun)) {
            let base = self.incoming(verb, depth + 1);
            return self.below(tree, verb, base, Frame::Np, false, depth);
        }
        let chain = self.under(tree, verb, Frame::Np, depth);
        // "Wants to mediate the crisis": a verb that does not bring its object about leaves it as it is.
        let lemma = tree.lemma(verb.token);
        if known(tree, verb.token, Frame::Np) || lemma == "do" || speech::light(lemma) {
            chain
        } else {
            Self::named(tree, noun, chain)
        }
    }

    /// The stands below an embedding word.
    pub(super) fn under(&self, tree: Tree<'_>, g: At, frame: Frame, depth: usize) -> Chain {
        if depth > DEEPEST {
            return Chain::author().suppose();
        }
        match kind(tree, g.token) {
            Some(Kind::Noun) if !predicative(tree, g.token) || frame == Frame::Of => {
                let (base, content) = self.noun(tree, g, depth + 1);
                self.below(tree, g, base, frame, content, depth)
            }
            Some(_) => {
                let base = self.chain(g, depth + 1);
                self.below(tree, g, base, frame, false, depth)
            }
            None => self.given(tree, g, depth),
        }
    }

    /// The stands below an embedding word, with what the document says about the report elsewhere.
    fn below(&self, tree: Tree<'_>, g: At, base: Chain, frame: Frame, content: bool, depth: usize) -> Chain {
        let Some(kind) = kind(tree, g.token) else {
            return base;
        };
        let signature =
            surroundings::adjusted(tree, g.token, kind, frame, signature(tree, g.token, kind, frame));
        let mut base = base;
        if kind == Kind::Verb && surroundings::perceives(tree, g.token, frame) {
            base.grant();
        }
        let mut chain = embedded(tree, g, kind, base, signature, content);
        if matches!(frame, Frame::If | Frame::Wh) {
            chain.lean = 0;
        }
        self.judged(g, &mut chain, depth);
        chain
    }

    /// Puts to work what the document says elsewhere about what the word reports.
    fn judged(&self, g: At, chain: &mut Chain, depth: usize) {
        let verdict = self.verdicts.get(&g).filter(|v| !v.acts);
        let Some((verdict, tree)) = verdict.and_then(|v| Some((v, self.reading.tree(v.predicate)?))) else {
            return;
        };
        let words = local(tree, verdict.predicate.token);
        let (value, speaker) = if verdict.aside {
            (verdict.effect.of(words.value), None)
        } else {
            let passed = self.chain(verdict.predicate, depth + 1);
            let value = verdict.effect.of(passed.inner());
            (value, passed.positions.into_iter().skip(1).next_back())
        };
        // What stands in a quotation is its speaker's.
        let quoted =
            speaker.is_none() && !verdict.aside && self.reading.quotation(tree, verdict.predicate).is_some();
        if quoted || !matches!(value, Value::Fact(_) | Value::Unproven) {
            return;
        }
        // The author passes it, or somebody who is quoted with the claim; what others say of it elsewhere is theirs.
        let at = match speaker {
            None => Some(0),
            Some(speaker) => chain.positions.iter().position(|p| p.who == speaker.who),
        };
        if let Some(judge) = at.and_then(|at| chain.positions.get_mut(at)) {
            judge.value = value;
            let shown = words.negators.iter().chain(&words.cues);
            judge.cues.extend(shown.map(|&w| verdict.predicate.word(w)));
            judge.cues.push(verdict.word);
        }
    }

    /// Everybody's stand towards there being what a noun stands for; and whether the verb above already says where they
    /// stand towards its content ("rejected the claim").
    fn noun(&self, tree: Tree<'_>, g: At, depth: usize) -> (Chain, bool) {
        let Some(token) = tree.token(g.token) else {
            return (Chain::author(), false);
        };
        let Some(head) = token.head.map(|h| g.word(h)) else {
            return (self.incoming(g, depth + 1), false);
        };
        let verb = tree.lemma(head.token).to_lowercase();
        let exists = verb == "be" && tree.dependent(head.token, &[Deprel::Expl]).is_some();
        let claims = knowledge::is_claim(tree.lemma(g.token));
        let mut content = false;
        let mut chain = match token.deprel {
            Deprel::Nsubj | Deprel::NsubjPass if exists || verb == "exist" || verb == "remain" => {
                self.chain(head, depth + 1)
            }
            // A verdict on the claim is the author's and read elsewhere.
            Deprel::NsubjPass if claims && hedges::verdict(&verb).is_some() => {
                self.given(tree, head, depth + 1)
            }
            Deprel::Obj | Deprel::NsubjPass => {
                let frame = if claims { Frame::Claim } else { Frame::Np };
                content = claims && knows(tree, head.token, Frame::Claim);
                if knows(tree, head.token, frame) {
                    self.under(tree, head, frame, depth + 1)
                } else if speech::light(&verb) {
                    self.chain(head, depth + 1)
                } else {
                    self.given(tree, head, depth + 1)
                }
            }
            Deprel::Conj => return self.noun(tree, head, depth + 1),
            _ => self.given(tree, head, depth + 1),
        };
        // "no evidence": the noun's own negation counts wherever it stands, once.
        let negation = Local {
            value: Value::Fact(-3),
            cues: Vec::new(),
            negators: polarity(tree, g.token).negators,
            negative: true,
            reported: None,
        };
        if !negation.negators.is_empty()
            && !chain
                .negators
                .iter()
                .any(|n| negation.negators.contains(&n.token))
        {
            apply(&mut chain, g, &negation);
        }
        (chain, content)
    }
}

/// Whether a verb has a signature in a frame.
fn knows(tree: Tree<'_>, verb: usize, frame: Frame) -> bool {
    lemmas(tree, verb).any(|verb| {
        signatures::source(Kind::Verb, &verb, frame).is_some()
            || signatures::plain(Kind::Verb, &verb, frame).is_some()
    })
}

/// Whether a clause tells of what has been.
fn told(tree: Tree<'_>, word: usize) -> bool {
    let auxiliaries = [Deprel::Aux, Deprel::AuxPass, Deprel::Cop];
    let mut modal = false;
    let mut past = false;
    for a in tree.dependents(word, &auxiliaries) {
        modal |= hedges::modal(tree.form(a)).is_some() || hedges::modal(tree.lemma(a)).is_some();
        modal |= tree.form(a).eq_ignore_ascii_case("to");
        past |= tree
            .token(a)
            .is_some_and(|t| t.xpos == "VBD" || t.lemma == "have");
    }
    let token = tree.token(word);
    let participle = token.is_some_and(|t| t.xpos == "VBN") && tree.dependent(word, &auxiliaries).is_none();
    !modal && (past || participle || token.is_some_and(|t| t.xpos == "VBD"))
}

/// Whether a noun is the predicate of its clause.
fn predicative(tree: Tree<'_>, noun: usize) -> bool {
    tree.dependent(noun, &[Deprel::Cop]).is_some()
}
