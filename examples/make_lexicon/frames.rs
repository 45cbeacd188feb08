//! What readers made of the clauses below verbs, from the judgements of `MegaVeridicality`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use crate::shell::File;

/// The frames of the judgements, with their names in the lists.
const FRAMES: [(&str, &str); 6] = [
    ("that_S", "that"),
    ("be_ppart_that_S", "passthat"),
    ("to_VPst", "to"),
    ("NP_to_VPst", "objto"),
    ("NP_to_VPev", "objto"),
    ("be_ppart_to_VPst", "passto"),
];

const HEAD: &str = "# What readers made of the clause below a verb, for verbs that signatures.txt and speech.txt do not name.
# Made by examples/make_lexicon from the judgements of MegaVeridicality (MIT, LICENSE.unified-factuality.txt).
# Form and meaning of the columns: see signatures.txt.

";

/// The list: verbs by frame and by what is left of the clause when the verb holds and when it does not.
pub(crate) fn table(raw: &Path) -> Result<String, Box<dyn Error>> {
    let judged = File::read(raw.join("megaveridicality_verb_frames.tsv"))?.text;
    let mut classes: BTreeMap<(&str, String), BTreeSet<String>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for line in judged.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [verb, frame, holds, fails, ..] = columns.as_slice() else {
            return Err(format!("not a line of verb frames: {line}").into());
        };
        let (Some((_, frame)), Ok(holds), Ok(fails)) = (
            FRAMES.iter().find(|(name, _)| name == frame),
            holds.parse(),
            fails.parse(),
        ) else {
            continue;
        };
        let verb = verb.replace(' ', "_");
        if seen.insert((verb.clone(), *frame)) {
            let effect = format!("{}/{}", value(holds), value(fails));
            classes.entry((*frame, effect)).or_default().insert(verb);
        }
    }
    let lines = classes.iter().map(|((frame, effect), verbs)| {
        let verbs: Vec<&str> = verbs.iter().map(String::as_str).collect();
        format!("v {frame} | {effect} | . | {}\n", verbs.join(" "))
    });
    Ok(HEAD.to_owned() + &lines.collect::<String>())
}

/// The mean of judgements from −3 to 3 as a value of the lists.
fn value(mean: f64) -> &'static str {
    let sure = mean.abs();
    match (sure >= 0.75, sure >= 1.25, sure >= 2.25, mean > 0.0) {
        (false, ..) => "o",
        (_, false, _, true) => "+1",
        (_, false, _, false) => "-1",
        (_, _, false, true) => "+2",
        (_, _, false, false) => "-2",
        (.., true) => "+",
        (.., false) => "-",
    }
}
