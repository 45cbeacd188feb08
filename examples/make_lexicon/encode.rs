//! Writes the kept part of WordNet as one table that is searched in place; `src/lexicon/table.rs` reads it.

use std::collections::BTreeMap;

use crate::wordnet::Net;

const BLOCK: usize = 16;

fn put3(out: &mut Vec<u8>, value: usize) {
    assert!(value < 1 << 24, "three bytes hold every id");
    out.extend(&(value as u32).to_le_bytes()[..3]);
}

fn put_varint(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn put_offsets(out: &mut Vec<u8>, offsets: &[usize]) {
    for offset in offsets {
        out.extend((*offset as u32).to_le_bytes());
    }
}

/// Encodes lemmas, senses and links.
pub(crate) fn encode(net: &Net) -> Vec<u8> {
    assert!(
        net.lemmas.len() < 1 << 17 && net.synsets.len() < 1 << 17,
        "17 bits hold every id"
    );
    let ids: BTreeMap<&str, usize> = net
        .lemmas
        .keys()
        .enumerate()
        .map(|(i, l)| (l.as_str(), i))
        .collect();

    let (mut words, mut word_blocks) = (Vec::new(), Vec::new());
    let mut before = "";
    for (i, (lemma, entry)) in net.lemmas.iter().enumerate() {
        let shared = if i % BLOCK == 0 {
            word_blocks.push(words.len());
            0
        } else {
            lemma
                .bytes()
                .zip(before.bytes())
                .take_while(|(a, b)| a == b)
                .count()
        };
        before = lemma;
        let suffix = &lemma.as_bytes()[shared..];
        words.push(shared as u8);
        words.push(suffix.len() as u8);
        words.extend(suffix);
        let mut payload = Vec::new();
        put_varint(&mut payload, entry.senses.len());
        for (synset, weight) in &entry.senses {
            put3(&mut payload, synset | usize::from(*weight) << 17);
        }
        put_varint(&mut payload, entry.antonyms.len());
        for ((pos, other), weight) in &entry.antonyms {
            put3(
                &mut payload,
                ids[other.as_str()] | usize::from(*weight) << 17 | usize::from(*pos) << 21,
            );
        }
        for (pos, to, other) in &entry.derived {
            put3(
                &mut payload,
                ids[other.as_str()] | usize::from(*pos) << 17 | usize::from(*to) << 19,
            );
        }
        put_varint(&mut words, payload.len());
        words.extend(payload);
    }

    // Five bytes for each synset, the only link among them; more links lie behind, and the record says where.
    let (mut synsets, mut more) = (Vec::new(), Vec::new());
    for synset in &net.synsets {
        let links: Vec<usize> = synset
            .links
            .iter()
            .map(|(link, to)| to | (*link as usize) << 17)
            .collect();
        synsets.push(synset.lexfile | (links.len().min(2) as u8) << 6);
        synsets.push(synset.fanout.min(255) as u8);
        match links.as_slice() {
            [] => put3(&mut synsets, 0),
            [link] => put3(&mut synsets, *link),
            _ => {
                put3(&mut synsets, more.len());
                more.push(links.len() as u8);
                for link in links {
                    put3(&mut more, link);
                }
            }
        }
    }

    let mut out = b"XWN2".to_vec();
    let header = [
        net.lemmas.len(),
        net.synsets.len(),
        net.starts[0],
        net.starts[1],
        net.starts[2],
        word_blocks.len(),
        words.len(),
    ];
    put_offsets(&mut out, &header);
    put_offsets(&mut out, &word_blocks);
    out.extend(words);
    out.extend(synsets);
    out.extend(more);
    out
}
