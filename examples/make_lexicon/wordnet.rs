//! Reads WordNet's synsets and keeps the part that news needs.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::Path;
use std::process::Command;

use crate::derive;
use crate::shell::File;

/// How a synset points at another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Link {
    Hypernym,
    Similar,
    Entails,
    Causes,
    Opposed,
}

/// A synset that is kept.
pub(crate) struct Synset {
    pub(crate) lexfile: u8,
    pub(crate) links: BTreeSet<(Link, usize)>,
    /// Direct hyponyms, in the whole of WordNet.
    pub(crate) fanout: usize,
}

/// A lemma: its senses, and the words it is opposed to or derived from.
#[derive(Default)]
pub(crate) struct Lemma {
    /// Synset and weight, 1 to 15; the heaviest first.
    pub(crate) senses: Vec<(usize, u8)>,
    /// Part of speech (0 noun, 1 verb, 2 adjective, 3 adverb), other lemma, weight of the opposed sense.
    pub(crate) antonyms: BTreeMap<(u8, String), u8>,
    /// Own part of speech, the other's, the other lemma.
    pub(crate) derived: BTreeSet<(u8, u8, String)>,
}

/// The part of WordNet that is kept.
pub(crate) struct Net {
    /// Sorted by part of speech (noun, verb, adjective, adverb), then as in WordNet.
    pub(crate) synsets: Vec<Synset>,
    /// Where verbs, adjectives and adverbs start among the synsets.
    pub(crate) starts: [usize; 3],
    pub(crate) lemmas: BTreeMap<String, Lemma>,
}

struct Raw {
    id: String,
    lexfile: u8,
    words: Vec<String>,
    hypernyms: Vec<String>,
    antonyms: Vec<(usize, String)>,
    similar: Vec<String>,
    entails: Vec<String>,
    causes: Vec<String>,
}

/// The text of a gzip-compressed file.
pub(crate) fn unzip(path: &Path) -> Result<String, Box<dyn Error>> {
    let out = Command::new("gzip").arg("-dc").arg(path).output()?;
    if !out.status.success() {
        return Err(String::from_utf8_lossy(&out.stderr).trim().into());
    }
    Ok(String::from_utf8(out.stdout)?)
}

fn rows(text: &str) -> Vec<Raw> {
    let ids = |cell: &str| cell.split_whitespace().map(str::to_owned).collect();
    text.lines()
        .skip(1)
        .map(|line| {
            let mut cells: Vec<&str> = line.split('\t').collect();
            cells.resize(8, "");
            Raw {
                id: cells[0].to_owned(),
                lexfile: cells[1].parse().unwrap_or(0),
                words: cells[2].split('|').map(str::to_owned).collect(),
                hypernyms: ids(cells[3]),
                antonyms: cells[4]
                    .split('|')
                    .filter_map(|a| a.split_once('>'))
                    .filter_map(|(i, w)| Some((i.parse::<usize>().ok()?.checked_sub(1)?, w.to_owned())))
                    .collect(),
                similar: ids(cells[5]),
                entails: ids(cells[6]),
                causes: ids(cells[7]),
            }
        })
        .collect()
}

pub(crate) fn pos_of(id: &str) -> u8 {
    match id.as_bytes().first() {
        Some(b'n') => 0,
        Some(b'v') => 1,
        Some(b'r') => 3,
        _ => 2,
    }
}

/// Noun fields of which everything is kept, not only the common half: acts, communication, events, groups, persons, …
const WHOLE: [u8; 9] = [4, 9, 10, 11, 14, 18, 21, 26, 28];

/// Says whether a word of a synset is kept. Names of persons and places are left to the entity tables.
fn keeps(row: &Raw, word: &str, frequent: bool) -> bool {
    let name = word.chars().any(char::is_uppercase);
    if name {
        return frequent && !matches!(row.lexfile, 15 | 18 | 5 | 20 | 27) && !word.contains('.');
    }
    if word.chars().any(|c| c.is_ascii_digit()) || word.contains('.') || !word.is_ascii() {
        return false;
    }
    let parts = word.split([' ', '-']).count();
    frequent && parts <= 3
        || match pos_of(&row.id) {
            0 => {
                WHOLE.contains(&row.lexfile)
                    && (parts == 1 || matches!(row.lexfile, 18 | 14 | 11) && parts == 2)
            }
            1 => parts <= 2,
            2 => parts == 1 && row.lexfile != 1,
            _ => parts == 1,
        }
}

impl Net {
    pub(crate) fn read(dir: &Path) -> Result<Net, Box<dyn Error>> {
        let frequent: BTreeSet<String> = rows(&unzip(&dir.join("wordnet30_synsets_frequent.tsv.gz"))?)
            .into_iter()
            .map(|r| r.id)
            .collect();
        let all = rows(&unzip(&dir.join("wordnet30_synsets.tsv.gz"))?);
        let by_id: HashMap<&str, &Raw> = all.iter().map(|r| (r.id.as_str(), r)).collect();

        let mut kept: BTreeSet<(u8, &str)> = BTreeSet::new();
        for row in &all {
            if row
                .words
                .iter()
                .any(|w| keeps(row, w, frequent.contains(&row.id)))
            {
                // Every ancestor stays, so that each chain reaches the top.
                let mut todo = vec![row.id.as_str()];
                while let Some(id) = todo.pop() {
                    if kept.insert((pos_of(id), id)) {
                        todo.extend(by_id[id].hypernyms.iter().map(String::as_str));
                    }
                }
            }
        }
        let index: HashMap<&str, usize> = kept.iter().enumerate().map(|(i, (_, id))| (*id, i)).collect();
        let mut fanout: HashMap<&str, usize> = HashMap::new();
        for row in &all {
            for up in &row.hypernyms {
                *fanout.entry(up.as_str()).or_default() += 1;
            }
        }

        let start = |pos: u8| kept.iter().filter(|(p, _)| *p < pos).count();
        let mut net = Net {
            synsets: Vec::new(),
            starts: [start(1), start(2), start(3)],
            lemmas: BTreeMap::new(),
        };
        for (_, id) in &kept {
            let row = by_id[id];
            let mut links = BTreeSet::new();
            for (kind, targets) in [
                (Link::Hypernym, &row.hypernyms),
                (Link::Similar, &row.similar),
                (Link::Entails, &row.entails),
                (Link::Causes, &row.causes),
            ] {
                links.extend(
                    targets
                        .iter()
                        .filter_map(|t| Some((kind, *index.get(t.as_str())?))),
                );
            }
            net.synsets.push(Synset {
                lexfile: row.lexfile,
                links,
                fanout: fanout.get(id).copied().unwrap_or(0),
            });
        }
        net.add_senses(&all, &by_id, &frequent, &index);
        net.add_antonyms(&all, &index, &File::read(dir.join("wordnet_antonyms.tsv"))?.text);
        derive::add(
            &mut net,
            &File::read(dir.join("wordnet30_verb_noun_derivations.tsv"))?.text,
            &File::read(dir.join("wordnet30_verb.exc"))?.text,
        );
        Ok(net)
    }

    /// The files carry no order of senses. A sense weighs more where the word stands early in its synset and where the
    /// synset has much below or beside it.
    fn add_senses(
        &mut self,
        all: &[Raw],
        by_id: &HashMap<&str, &Raw>,
        frequent: &BTreeSet<String>,
        index: &HashMap<&str, usize>,
    ) {
        let mut below: HashMap<&str, usize> = HashMap::new();
        for row in all {
            let mut todo: Vec<&str> = row.hypernyms.iter().map(String::as_str).collect();
            let mut seen = BTreeSet::new();
            while let Some(id) = todo.pop() {
                if seen.insert(id) {
                    *below.entry(id).or_default() += 1;
                    todo.extend(by_id[id].hypernyms.iter().map(String::as_str));
                }
            }
        }
        let mut raw: BTreeMap<(String, u8), Vec<(usize, usize)>> = BTreeMap::new();
        for row in all {
            let Some(&synset) = index.get(row.id.as_str()) else {
                continue;
            };
            for (place, word) in row.words.iter().enumerate() {
                if !keeps(row, word, frequent.contains(&row.id)) {
                    continue;
                }
                let early = match (place, row.words.len()) {
                    (0, _) => 10,
                    (1, 2) => 6,
                    (1, _) => 5,
                    (2, _) => 4,
                    _ => 3,
                };
                let under = below.get(row.id.as_str()).copied().unwrap_or(0) + 2 * row.similar.len();
                let rich = 3 + (usize::BITS - under.leading_zeros()) as usize;
                let linked = 2 * usize::from(row.antonyms.iter().any(|(i, _)| *i == place))
                    + usize::from(!row.entails.is_empty() || !row.causes.is_empty());
                let capital = word.chars().any(char::is_uppercase);
                let weight = early * (rich + linked) / if capital { 3 } else { 1 };
                raw.entry((word.to_lowercase(), pos_of(&row.id)))
                    .or_default()
                    .push((synset, weight.max(1)));
            }
        }
        for ((word, _), senses) in raw {
            let total: usize = senses.iter().map(|(_, w)| w).sum();
            let mut senses: Vec<(usize, u8)> = senses
                .iter()
                .map(|(s, w)| (*s, ((15 * w + total / 2) / total).clamp(1, 15) as u8))
                .collect();
            senses.sort_by_key(|(s, w)| (u8::MAX - w, *s));
            senses.dedup_by_key(|(s, _)| *s);
            self.lemmas.entry(word).or_default().senses.extend(senses);
        }
    }

    fn add_antonyms(&mut self, all: &[Raw], index: &HashMap<&str, usize>, list: &str) {
        let mut pairs: Vec<(u8, String, String, u8)> = Vec::new();
        let mut opposed: BTreeMap<(u8, &str, &str), Vec<usize>> = BTreeMap::new();
        for row in all {
            for (i, other) in &row.antonyms {
                if let (Some(word), Some(synset)) = (row.words.get(*i), index.get(row.id.as_str())) {
                    opposed
                        .entry((pos_of(&row.id), word, other))
                        .or_default()
                        .push(*synset);
                }
            }
        }
        for ((pos, word, other), synsets) in &opposed {
            for target in opposed.get(&(*pos, *other, *word)).into_iter().flatten() {
                for synset in synsets {
                    self.synsets[*synset].links.insert((Link::Opposed, *target));
                }
            }
        }
        for row in all {
            let Some(synset) = index.get(row.id.as_str()) else {
                continue;
            };
            for (i, other) in &row.antonyms {
                let Some(word) = row.words.get(*i).map(|w| w.to_lowercase()) else {
                    continue;
                };
                let weight = self
                    .lemmas
                    .get(&word)
                    .and_then(|l| l.senses.iter().find(|(s, _)| s == synset));
                if let Some((_, weight)) = weight {
                    pairs.push((pos_of(&row.id), word, other.to_lowercase(), *weight));
                }
            }
        }
        for line in list.lines().skip(1) {
            let mut cells = line.split('\t');
            if let (Some(pos), Some(a), Some(b)) = (cells.next(), cells.next(), cells.next()) {
                pairs.push((pos_of(pos), a.to_lowercase(), b.to_lowercase(), 3));
                pairs.push((pos_of(pos), b.to_lowercase(), a.to_lowercase(), 3));
            }
        }
        for (pos, a, b, weight) in pairs {
            if a != b && self.has(&a, pos) && self.has(&b, pos) {
                let slot = self
                    .lemmas
                    .entry(a)
                    .or_default()
                    .antonyms
                    .entry((pos, b))
                    .or_default();
                *slot = weight.max(*slot);
            }
        }
    }

    /// Says whether a lemma is kept with a part of speech.
    pub(crate) fn has(&self, lemma: &str, pos: u8) -> bool {
        self.lemmas
            .get(lemma)
            .is_some_and(|l| l.senses.iter().any(|(s, _)| self.pos(*s) == pos))
    }

    /// The part of speech of a synset.
    pub(crate) fn pos(&self, synset: usize) -> u8 {
        self.starts.iter().filter(|start| synset >= **start).count() as u8
    }
}
