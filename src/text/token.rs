//! What reading a text yields: sentences of tokens, each with its tags, its lemma and its head.

use std::ops::Range;

/// A word of a sentence, as Universal Dependencies cut words ("don't" is two, "do" and "n't").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text that the word covers.
    pub span: Range<usize>,
    /// The dictionary form, lower-cased except in proper nouns.
    pub lemma: String,
    /// The universal part of speech.
    pub upos: Upos,
    /// The Penn Treebank tag, which tells tense, number and degree.
    pub xpos: &'static str,
    /// The word this one depends on, as an index into the sentence; `None` at the root.
    pub head: Option<usize>,
    /// The relation to the head.
    pub deprel: Deprel,
}

/// A sentence: the bytes it covers and its tokens in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// Bytes of the text from the first token to the last.
    pub span: Range<usize>,
    /// The words, in order; exactly one has no head, and every other one reaches it.
    pub tokens: Vec<Token>,
}

macro_rules! labels {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the labels are documented by Universal Dependencies")]
        pub enum $name { $($variant,)* }

        impl $name {
            /// Every label.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The label as Universal Dependencies write it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// Reads a label as Universal Dependencies write it.
            pub fn parse(text: &str) -> Option<$name> {
                match text { $($text => Some($name::$variant),)* _ => None }
            }
        }
    };
}

labels! {
    /// A universal part of speech (Universal Dependencies version 2).
    Upos {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET",
        Intj = "INTJ", Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN",
        Punct = "PUNCT", Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
    }
}

labels! {
    /// A dependency relation (Universal Dependencies version 2, with the subtypes of the English treebanks).
    Deprel {
        Acl = "acl", AclRelcl = "acl:relcl", Advcl = "advcl", AdvclRelcl = "advcl:relcl", Advmod = "advmod",
        Amod = "amod", Appos = "appos", Aux = "aux", AuxPass = "aux:pass", Case = "case", Cc = "cc",
        CcPreconj = "cc:preconj", Ccomp = "ccomp", Compound = "compound", CompoundPrt = "compound:prt",
        Conj = "conj", Cop = "cop", Csubj = "csubj", CsubjOuter = "csubj:outer", CsubjPass = "csubj:pass",
        Dep = "dep", Det = "det", DetPredet = "det:predet", Discourse = "discourse", Dislocated = "dislocated",
        Expl = "expl", Fixed = "fixed", Flat = "flat", Goeswith = "goeswith", Iobj = "iobj", List = "list",
        Mark = "mark", Nmod = "nmod", NmodDesc = "nmod:desc", NmodPoss = "nmod:poss", NmodUnmarked = "nmod:unmarked",
        Nsubj = "nsubj", NsubjOuter = "nsubj:outer", NsubjPass = "nsubj:pass", Nummod = "nummod", Obj = "obj",
        Obl = "obl", OblAgent = "obl:agent", OblUnmarked = "obl:unmarked", Orphan = "orphan",
        Parataxis = "parataxis", Punct = "punct", Reparandum = "reparandum", Root = "root",
        Vocative = "vocative", Xcomp = "xcomp",
    }
}

impl Token {
    /// The word as it stands in the text it was read from, a treebank's name for a bracket ("-LRB-") as the bracket;
    /// empty if `text` is another one.
    pub fn form<'t>(&self, text: &'t str) -> &'t str {
        let form = text.get(self.span.clone()).unwrap_or_default();
        bracket(form).unwrap_or(form)
    }
}

/// The bracket that a word of a treebank's text stands for.
pub(super) fn bracket(word: &str) -> Option<&'static str> {
    Some(match word {
        "-LRB-" => "(",
        "-RRB-" => ")",
        "-LSB-" => "[",
        "-RSB-" => "]",
        "-LCB-" => "{",
        "-RCB-" => "}",
        _ => return None,
    })
}

/// The Penn Treebank tags of the English treebanks.
const PENN_TAGS: &[&str] = &[
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH",
    "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$",
    "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$",
    "WRB", "``",
];

/// Reads a Penn Treebank tag.
pub(crate) fn penn_tag(text: &str) -> Option<&'static str> {
    PENN_TAGS.iter().find(|&&tag| tag == text).copied()
}
