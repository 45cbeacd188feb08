//! What can be left out, to measure what it adds: rules, and resources of word knowledge.
//!
//! Only a build with the feature `ablate` leaves anything out, and for the whole process: `leave_out` comes before anything is
//! compared. `examples/evaluate` does so by `--without`, and by `ablation` for each part in turn.

#[cfg(feature = "ablate")]
use std::sync::OnceLock;

#[cfg(feature = "ablate")]
static LEFT_OUT: OnceLock<Part> = OnceLock::new();

macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident $name:literal,)*) => {
        /// A rule or a resource that can be left out.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Part {
            $($(#[$doc])* $part,)*
        }

        impl Part {
            /// Every part.
            pub const ALL: &'static [Part] = &[$(Part::$part,)*];

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Part::$part => $name,)*
                }
            }
        }
    };
}

parts! {
    /// The list of opposites.
    Opposites "opposites",
    /// The list of near-synonyms and entailments.
    Related "related words",
    /// Words of change: rise, fall.
    Directions "directions of change",
    /// Words of how much there is: rife, non-existent.
    Levels "levels of degree",
    /// Predicates that say the same both ways: ally.
    Symmetric "symmetric predicates",
    /// Predicates that say the same from the other side: buy, sell.
    Converse "converse predicates",
    /// Kinds of things that exclude each other.
    Kinds "kinds of things",
    /// Names of countries, places and bodies.
    Names "names",
    /// `WordNet`, whole.
    WordNet "WordNet",
    /// Its synonyms.
    Synonyms "WordNet: synonyms",
    /// Its hypernyms.
    Hypernyms "WordNet: hypernyms",
    /// Its antonyms.
    Antonyms "WordNet: antonyms",
    /// Its entailments and causes.
    Entailments "WordNet: entailments",
    /// Its families of words.
    Families "WordNet: families",
    /// The likeness of words.
    Vectors "word vectors",
    /// What verbs and their like make of a clause under them.
    Signatures "signatures",
    /// Words that make it less sure.
    Hedges "hedges",
    /// Negative words.
    Negators "negators",
    /// Do the predicates say the same?
    JudgePredicate "judge: predicate",
    /// Who does it to whom.
    JudgeRoles "judge: roles",
    /// When.
    JudgeTime "judge: time",
    /// Past, present, and what is to come.
    JudgeTense "judge: tense",
    /// How many.
    JudgeQuantity "judge: quantity",
    /// Counts that differ and can both be right.
    JudgeTally "judge: tally",
    /// Who or what is meant.
    JudgeReferent "judge: referent",
    /// How much.
    JudgeDegree "judge: degree",
    /// How.
    JudgeManner "judge: manner",
    /// All, some, none.
    JudgeQuantifier "judge: quantifier",
    /// The arguments, one by one.
    JudgeTerms "judge: terms",
    /// What only one of them says.
    JudgeScope "judge: scope",
    /// What caused it.
    JudgeCause "judge: cause",
    /// One denies what the other tells.
    JudgeDenial "judge: denial",
    /// The same in nearly the same words.
    JudgeWording "judge: wording",
    /// Parts that differ of what is otherwise the same.
    JudgeOtherwise "judge: otherwise",
    /// Sentences that share most.
    JudgePassage "judge: passage",
    /// Natural logic over two sentences.
    Logic "logic",
    /// What a sentence implies.
    LogicImplied "logic: implied",
    /// What one sentence says more.
    LogicOmission "logic: omission",
    /// What stands around a change turns its direction.
    LogicContext "logic: context",
    /// Denials.
    LogicDenial "logic: denial",
    /// Two texts word for word.
    Cover "text against text",
    /// A near miss of the claims stands, whatever else the texts share.
    NearMisses "text: near misses stand",
    /// Which text denies it.
    CoverDenial "text: denial",
    /// More against less.
    CoverComparison "text: more against less",
    /// Words of opposite meaning said of one thing.
    CoverContrast "text: opposites of one thing",
    /// Words of opposite meaning in one place.
    CoverOpposite "text: opposites in one place",
    /// Numbers in one place.
    CoverNumber "text: numbers in one place",
    /// Other words where they tell of whom or what it is said.
    CoverApart "text: narrowed otherwise",
    /// What is so only under a condition.
    CoverCondition "text: conditions",
    /// Said of one alone.
    SlotOnly "text: only",
    /// Dates.
    SlotTimes "text: dates",
    /// What kind of thing it is.
    SlotKinds "text: kinds",
    /// Countries.
    SlotLands "text: countries",
    /// What somebody does for a living.
    SlotOccupations "text: occupations",
    /// Descriptions of opposite meaning.
    SlotDescriptions "text: opposite descriptions",
    /// Places.
    SlotPlaces "text: places",
    /// Ranks.
    SlotRanks "text: ranks",
    /// Counts.
    SlotCounts "text: counts",
    /// Who made it.
    SlotMakers "text: makers",
    /// Who wrote it.
    SlotAuthors "text: authors",
    /// Other places that take one filler.
    SlotFillers "text: single fillers",
    /// What lies outside of what holds it.
    SlotOutside "text: outside",
}

impl Part {
    /// Whether it is in use.
    #[inline]
    pub(crate) fn is_kept(self) -> bool {
        left_out() != Some(self)
    }

    /// The resource; nothing if it is left out.
    pub(crate) fn resource<R: ?Sized>(self, whole: &'static R) -> &'static R
    where
        &'static R: Default,
    {
        if self.is_kept() { whole } else { Default::default() }
    }
}

/// The part that is left out.
#[cfg(feature = "ablate")]
fn left_out() -> Option<Part> {
    LEFT_OUT.get().copied()
}

/// Nothing is left out.
#[cfg(not(feature = "ablate"))]
const fn left_out() -> Option<Part> {
    None
}

/// Leaves a part out from here on; `false` where another one was left out before.
#[cfg(feature = "ablate")]
pub fn leave_out(part: Part) -> bool {
    LEFT_OUT.set(part).is_ok()
}
