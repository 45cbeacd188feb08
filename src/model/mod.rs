//! The trained weights: how they are kept, checked and looked up.

mod format;
pub(crate) mod layout;
pub(crate) mod network;
mod product;
#[cfg(feature = "train")]
pub mod train;

use std::sync::LazyLock;

use crate::text::{Deprel, Upos, penn_tag};
use format::Reader;
use network::Network;

/// A universal tag with its Penn tag: what the tagger chooses between.
pub(crate) type Tag = (Upos, &'static str);

/// Everything that was learnt from the treebanks.
#[derive(Debug, Default)]
pub(crate) struct Model {
    /// The tags, in the order of their classes.
    pub(crate) tags: Vec<Tag>,
    /// What tags words and finds their heads.
    pub(crate) network: Network,
    /// The relations, in the order of their classes, the root's first.
    pub(crate) relation_names: Vec<Deprel>,
    /// Lemmas that the rules would get wrong.
    pub(crate) lemmas: crate::text::Lemmas,
}

/// Reads the embedded weights once more and says how many weights they hold: for measuring how long that takes.
pub fn load() -> usize {
    Model::read(EMBEDDED).map_or(0, |model| model.network.dense.len() + model.network.tables.len())
}

static EMBEDDED: &[u8] = include_bytes!("data/en.bin");
static ENGLISH: LazyLock<Model> = LazyLock::new(|| Model::read(EMBEDDED).unwrap_or_default());

impl Model {
    /// The embedded model of English.
    pub(crate) fn english() -> &'static Model {
        &ENGLISH
    }

    /// Reads a model from the bytes that [`train`] wrote; `None` if they are damaged.
    pub(crate) fn read(bytes: &[u8]) -> Option<Model> {
        let mut file = Reader::open(bytes)?;
        let tags: Vec<Tag> = file
            .section(*b"TAGS")?
            .text()?
            .lines()
            .map(read_tag)
            .collect::<Option<_>>()?;
        let relation_names: Vec<Deprel> = file
            .section(*b"RELS")?
            .text()?
            .lines()
            .map(Deprel::parse)
            .collect::<Option<_>>()?;
        Some(Model {
            network: Network::read(&mut file.section(*b"NETW")?, tags.len(), relation_names.len())?,
            tags,
            relation_names,
            lemmas: crate::text::Lemmas::read(file.section(*b"LEMM")?.text()?),
        })
    }
}

fn read_tag(line: &str) -> Option<Tag> {
    let (upos, xpos) = line.split_once(' ')?;
    Some((Upos::parse(upos)?, penn_tag(xpos)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_model_is_whole_and_small() {
        let bytes = EMBEDDED;
        assert!(bytes.len() <= 2 << 20, "{} bytes", bytes.len());
        let model = Model::read(bytes).expect("the embedded model can be read");
        assert!(model.tags.len() > 40);
        assert!(
            Model::read(&bytes[..bytes.len() / 2]).is_none(),
            "a damaged model is refused"
        );
    }
}
