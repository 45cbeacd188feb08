//! Words around reporting: nouns for those who speak, for documents that speak, and verbs that take a noun along.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::nouns;

/// Nouns for texts and findings, which speak for those who wrote them.
const DOCUMENTS: &str = "report study survey poll paper research analysis document letter statement email e-mail memo article \
    book website review investigation inquiry audit record transcript cable dispatch bulletin release account story \
    newspaper magazine journal message post tweet blog editorial column indictment complaint lawsuit filing affidavit \
    dossier assessment diary note census testimony census press media coverage headline announcement communique ruling \
    verdict constitution treaty law bill textbook leaflet brochure slogan banner placard sign caption obituary \
    biography memoir interview broadcast footage documentary source";

/// Nouns for people and bodies that endings do not give away.
const SPEAKERS: &str = "government ministry police committee council court parliament congress senate house party company firm \
    agency army military navy force team group club union commission board bank university department office bureau \
    administration regime authority embassy delegation jury family crowd public people man woman boy girl child friend \
    wife husband mother father son daughter brother sister chief head president king queen prince princess judge spy \
    witness guest expert official individual student critic politician mayor boss coach patient victim suspect \
    resident local veteran clergy staff panel body organisation organization association institute charity campaign \
    watchdog regulator side camp opposition state nation country city town village somebody someone anybody anyone \
    everybody everyone person many others most some few half majority minority percent % he she they who i we you \
    prosecution defence defense doctor nurse teacher pilot colleague neighbour neighbor cop captain general colonel \
    priest bishop pope guard aide envoy diplomat secretary minister deputy chairman chairwoman chair spokesman spokeswoman \
    spokesperson candidate nominee insider relative parent source";

/// Verbs that do no more than bring a noun along: "made the claim that", "have a belief that".
const LIGHT: &str = "make have issue express voice raise hold share give repeat contain carry include feature bear put_forward \
    advance promote spread circulate publish push take offer present send deliver receive reach come_to hear unveil \
    outline disclose detail";

/// Nouns for something claimed that a whole text may be about.
const RUMOURS: &str = "claim rumour rumor report allegation assertion accusation story tale speculation suggestion gossip \
    thing";

/// Nouns for how something is told, besides texts.
const ACCOUNTS: &str =
    "account depiction description picture portrayal reflection representation summary version";

fn among(list: &'static LazyLock<HashSet<&'static str>>, word: &str) -> bool {
    list.contains(word.to_lowercase().as_str())
}

static DOCUMENT_SET: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| DOCUMENTS.split_whitespace().collect());
static SPEAKER_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| SPEAKERS.split_whitespace().collect());
static LIGHT_SET: LazyLock<HashSet<&'static str>> = LazyLock::new(|| LIGHT.split_whitespace().collect());

/// Whether the noun is a text that can speak.
pub(crate) fn document(lemma: &str) -> bool {
    among(&DOCUMENT_SET, lemma)
}

/// Whether the noun stands for something claimed that a whole text may be about.
pub(crate) fn rumour(lemma: &str) -> bool {
    RUMOURS.split_whitespace().any(|w| w == lemma)
}

/// Whether the noun stands for how something is told.
pub(crate) fn account(lemma: &str) -> bool {
    document(lemma) || ACCOUNTS.split_whitespace().any(|w| w == lemma)
}

/// Whether the noun or pronoun is somebody who can speak.
pub(crate) fn speaker(lemma: &str) -> bool {
    if among(&SPEAKER_SET, lemma) {
        return true;
    }
    nouns::is_person(lemma) || nouns::is_organisation(lemma)
}

/// Whether the verb only brings its noun along.
pub(crate) fn light(lemma: &str) -> bool {
    among(&LIGHT_SET, lemma)
}

/// Verbs of perceiving: with "can" they say that it is perceived.
const PERCEPTION: &str =
    "see hear feel tell smell taste sense notice detect remember recall make_out recognise recognize";

/// Verbs of supposing: who had never supposed it knows better now.
const SUPPOSITION: &str = "think believe imagine guess dream suppose suspect expect realise realize know";

static PERCEPTION_SET: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| PERCEPTION.split_whitespace().collect());
static SUPPOSITION_SET: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| SUPPOSITION.split_whitespace().collect());

/// Whether the verb is one of perceiving.
pub(crate) fn perceives(lemma: &str) -> bool {
    among(&PERCEPTION_SET, lemma)
}

/// Whether the verb is one of supposing.
pub(crate) fn supposes(lemma: &str) -> bool {
    among(&SUPPOSITION_SET, lemma)
}
