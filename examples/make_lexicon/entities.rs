//! Makes the table of names: countries, places and organisations by every form that names them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::Path;

use serde_json::Value;

use crate::shell::File;
use crate::wordnet;

/// Ways to name something, the plainest first.
const VIAS: [&str; 7] = [
    "name",
    "alias",
    "acronym",
    "adjective",
    "demonym",
    "metonym",
    "capital",
];

/// Their letters in the table.
const VIA_CODES: [char; 7] = ['n', 'a', 'c', 'j', 'd', 'm', 'k'];

#[derive(Default)]
struct Names {
    /// By form: rank of the way, canonical name, kind.
    forms: BTreeMap<String, BTreeSet<(usize, String, &'static str)>>,
}

impl Names {
    fn add(&mut self, form: &str, canonical: &str, kind: &'static str, via: &str) {
        let form = form.trim().replace('’', "'");
        let form = form.strip_prefix("the ").unwrap_or(&form).to_owned();
        let starts_well = form.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == 'a');
        if form.chars().count() < 2 || !starts_well || form.contains(['(', '/', '\t']) {
            return;
        }
        let via = if via == "alias" && is_acronym(&form) {
            "acronym"
        } else {
            via
        };
        let rank = VIAS.iter().position(|v| *v == via).unwrap_or(1);
        let readings = self.forms.entry(form).or_default();
        // One canonical name is named by a form in one way, the plainest.
        if readings
            .iter()
            .any(|(r, c, k)| *r <= rank && c == canonical && *k == kind)
        {
            return;
        }
        readings.retain(|(_, c, k)| c != canonical || *k != kind);
        readings.insert((rank, canonical.to_owned(), kind));
    }
}

fn is_acronym(form: &str) -> bool {
    form.len() <= 7
        && form.chars().filter(|c| c.is_uppercase()).count() >= 2
        && !form.contains(' ')
        && form
            .chars()
            .all(|c| c.is_uppercase() || c == '.' || c == '-' || c.is_ascii_digit())
}

fn capitalised(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        if word == "and" || word == "of" {
            word.to_owned()
        } else {
            first.chain(letters).collect()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn strings<'v>(country: &'v Value, key: &str) -> Vec<&'v str> {
    country[key]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

/// The name that news calls a country by, where the list begins with another.
fn usual(code: &str, listed: &str) -> String {
    match code {
        "US" => "United States",
        "GB" => "United Kingdom",
        "TR" => "Turkey",
        "CI" => "Ivory Coast",
        "CD" => "Democratic Republic of the Congo",
        "CG" => "Republic of the Congo",
        "TL" => "East Timor",
        "MO" => "Macau",
        "PN" => "Pitcairn Islands",
        "BA" => "Bosnia and Herzegovina",
        "XK" => "Kosovo",
        _ => return listed.replace(" & ", " and ").replace("St. ", "Saint "),
    }
    .to_owned()
}

/// Countries whose listed adjectives and demonyms mix in those of parts or of others; the hand list has theirs.
const OWN_DEMONYMS: [&str; 13] = [
    "GB", "US", "FR", "NL", "NO", "HK", "MO", "IO", "AQ", "KP", "KR", "TR", "NZ",
];

fn countries(dir: &Path, names: &mut Names) -> Result<(), Box<dyn Error>> {
    let list: Value = serde_json::from_str(&File::read(dir.join("countries_permissive.json"))?.text)?;
    for country in list.as_array().into_iter().flatten() {
        let code = country["cca2"].as_str().unwrap_or_default();
        let listed = strings(country, "names");
        let canonical = usual(code, listed.first().copied().unwrap_or_default());
        let kind = if matches!(code, "HK" | "MO" | "AQ") {
            "region"
        } else {
            "country"
        };
        names.add(&canonical, &canonical, kind, "name");
        for name in listed {
            names.add(name, &canonical, kind, "alias");
            names.add(&name.replace(" & ", " and "), &canonical, kind, "alias");
        }
        for capital in strings(country, "capital") {
            names.add(capital, capital.trim(), "city", "name");
            if capital.trim() != canonical {
                names.add(capital, &canonical, "government", "capital");
            }
        }
        if OWN_DEMONYMS.contains(&code) {
            continue;
        }
        let split = |words: Vec<&str>| -> Vec<String> {
            words
                .iter()
                .flat_map(|w| w.split(", "))
                .flat_map(|w| w.split(" and "))
                .map(capitalised)
                .collect()
        };
        for adjective in split(strings(country, "adjectivals")) {
            if !adjective.ends_with("Island") && adjective != "Israelite" {
                names.add(&adjective, &canonical, kind, "adjective");
            }
        }
        for people in split(strings(country, "demonyms_plural")) {
            if people.contains(" (") || people.ends_with("Residents") || people == "Laos" {
                continue;
            }
            names.add(&people, &canonical, kind, "demonym");
            if let Some(one) = people.strip_suffix('s').filter(|o| !o.ends_with(['s', 'i', 'o'])) {
                names.add(one, &canonical, kind, "demonym");
            }
        }
        for one in strings(country, "demonyms_wordnet") {
            names.add(one, &canonical, kind, "demonym");
        }
    }
    Ok(())
}

fn by_hand(text: &str, names: &mut Names) -> BTreeSet<String> {
    let mut person_like = BTreeSet::new();
    for line in text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        let mut cells = line.split("; ");
        let kind = match cells.next() {
            Some("country") => "country",
            Some("region") => "region",
            Some("city") => "city",
            Some("organisation") => "organisation",
            _ => {
                person_like.extend(cells.flat_map(|c| c.split(", ")).map(str::to_owned));
                continue;
            }
        };
        let canonical = cells.next().unwrap_or_default();
        names.add(canonical, canonical, kind, "name");
        for (via, forms) in cells.filter_map(|c| c.split_once(": ")) {
            for form in forms.split(", ") {
                match via {
                    "metonym" => names.add(form, canonical, "government", via),
                    "capital" => {
                        names.add(form, form, "city", "name");
                        names.add(form, canonical, "government", via);
                    }
                    _ => names.add(form, canonical, kind, via),
                }
            }
        }
    }
    person_like
}

/// Organisations whose aliases say more than a name can: generic words, or a government's seat.
const GENERIC: [&str; 17] = [
    "the alliance",
    "the bloc",
    "the Commission",
    "the bureau",
    "the Commonwealth",
    "House",
    "Amnesty",
    "Labour",
    "Congress",
    "White House",
    "the White House",
    "Downing Street",
    "Kremlin",
    "the Kremlin",
    "No 10",
    "Number 10",
    "10 Downing Street",
];

fn organisations(dir: &Path, names: &mut Names) -> Result<(), Box<dyn Error>> {
    for line in File::read(dir.join("org_aliases.tsv"))?
        .text
        .lines()
        .filter(|l| !l.starts_with('#'))
    {
        let Some((canonical, aliases)) = line.split_once('\t') else {
            continue;
        };
        if matches!(canonical, "White House" | "Kremlin" | "Downing Street") {
            continue;
        }
        names.add(canonical, canonical, "organisation", "name");
        for alias in aliases.split('|') {
            let generic =
                GENERIC.contains(&alias) && !matches!(alias, "Congress" | "Labour" | "Amnesty" | "House");
            if !generic {
                names.add(alias, canonical, "organisation", "alias");
            }
        }
    }
    Ok(())
}

/// What a place of WordNet is, by the words above it.
fn place_kind(above: &str) -> Option<&'static str> {
    let any = |words: &[&str]| words.iter().any(|w| above.split('|').any(|a| a == *w));
    if any(&[
        "city",
        "town",
        "port",
        "national capital",
        "state capital",
        "provincial capital",
        "village",
        "borough",
    ]) {
        Some("city")
    } else if any(&[
        "American state",
        "state",
        "province",
        "Canadian province",
        "Australian state",
        "district",
        "county",
        "region",
        "geographical area",
        "continent",
        "island",
        "peninsula",
        "archipelago",
        "territory",
        "domain",
    ]) {
        Some("region")
    } else if any(&[
        "river",
        "mountain",
        "sea",
        "ocean",
        "lake",
        "mountain peak",
        "volcano",
        "gulf",
        "strait",
        "desert",
        "bay",
        "canal",
        "range",
    ]) {
        Some("place")
    } else {
        None
    }
}

fn places(dir: &Path, names: &mut Names) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let text = wordnet::unzip(&dir.join("wordnet30_synsets.tsv.gz"))?;
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|l| l.split('\t').collect()).collect();
    let words: HashMap<&str, &str> = rows
        .iter()
        .filter_map(|r| Some((*r.first()?, *r.get(2)?)))
        .collect();
    let mut common = BTreeSet::new();
    let taken: BTreeSet<String> = names.forms.keys().cloned().collect();
    for row in &rows {
        let [_, field, forms, above, ..] = row.as_slice() else {
            continue;
        };
        common.extend(forms.split('|').filter(|w| !w.contains(' ')).map(str::to_owned));
        if !matches!(*field, "15" | "17") {
            continue;
        }
        let kind = above
            .split(' ')
            .filter_map(|id| words.get(id))
            .find_map(|w| place_kind(w));
        let forms: Vec<&str> = forms
            .split('|')
            .filter(|f| f.starts_with(char::is_uppercase))
            .collect();
        let (Some(kind), Some(first)) = (kind, forms.first()) else {
            continue;
        };
        // A place with a form that a list above has is that list's.
        if forms.iter().any(|f| taken.contains(*f)) && *first != "New York" {
            continue;
        }
        for form in &forms {
            let postal = form.len() <= 2 || form.ends_with('.') && form.len() <= 6 && !form.contains(' ');
            if !postal && !form.contains(',') && !form.contains(" capital") {
                names.add(form, first, kind, if form == first { "name" } else { "alias" });
            }
        }
    }
    Ok(common)
}

/// Each table's file name and text.
pub(crate) fn tables(dir: &Path, out: &Path) -> Result<Vec<(&'static str, String)>, Box<dyn Error>> {
    let mut names = Names::default();
    let person_like = by_hand(&File::read(out.join("entities.txt"))?.text, &mut names);
    countries(dir, &mut names)?;
    organisations(dir, &mut names)?;
    let common = places(dir, &mut names)?;
    let mut table = String::new();
    for (form, readings) in &names.forms {
        let lower = form.to_lowercase();
        let word = lower != *form && common.contains(&lower);
        for (rank, canonical, kind) in readings {
            let canonical = if canonical == form { "" } else { canonical };
            // A country's capital letter tells it from china and turkey.
            let doubt = if person_like.contains(form) || word && *kind != "country" {
                "?"
            } else {
                ""
            };
            let line = format!("{form}\t{canonical}\t{}{}{doubt}\n", code(kind), VIA_CODES[*rank]);
            table.push_str(&line);
        }
    }
    Ok(vec![("names.tsv", table)])
}

/// The letter of a kind.
fn code(kind: &str) -> char {
    match kind {
        "country" => 'C',
        "city" => 'T',
        "region" => 'R',
        "place" => 'P',
        "government" => 'G',
        _ => 'O',
    }
}
