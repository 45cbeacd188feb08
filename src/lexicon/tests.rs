//! The word knowledge on examples of many subjects.

use std::collections::BTreeSet;
use std::time::Instant;

use super::degree::{self, Direction, Modifier};
use super::entities::{Gender, Kind, TitleClass, Via, entities, entity, longest_entity, title};
use super::keys::keys;
use super::nouns;
use super::opposites::{Opposition as O, negated_base};
use super::predicates::{self, Aspect, Fillers, Swap};
use super::relation::{LexicalRelation as R, WordRelation, relation};
use super::wordnet::{self, Pos};

fn pos(letter: &str) -> Pos {
    match letter {
        "n" => Pos::Noun,
        "v" => Pos::Verb,
        "a" => Pos::Adjective,
        _ => Pos::Adverb,
    }
}

/// A word written as `lemma/p`.
fn split(word: &str) -> (&str, Pos) {
    let (lemma, letter) = word.split_once('/').unwrap();
    (lemma, pos(letter))
}

fn related(a: &str, b: &str) -> WordRelation {
    let (left, right) = (split(a), split(b));
    relation(left.0, left.1, right.0, right.1)
}

#[test]
fn opposites_are_told_by_kind() {
    for (a, b, kind) in [
        ("confirm/v", "deny/v", O::Contrary),
        ("approve/v", "reject/v", O::Contrary),
        ("support/v", "oppose/v", O::Contrary),
        ("ban/v", "allow/v", O::Contrary),
        ("open/a", "closed/a", O::Contradictory),
        ("open/v", "close/v", O::Reversive),
        ("rise/v", "fall/v", O::Contrary),
        ("surge/n", "slump/n", O::Contrary),
        ("plummet/v", "soar/v", O::Contrary),
        ("win/v", "lose/v", O::Contrary),
        ("arrive/v", "depart/v", O::Reversive),
        ("survive/v", "die/v", O::Contradictory),
        ("alive/a", "dead/a", O::Contradictory),
        ("guilty/a", "innocent/a", O::Contradictory),
        ("legal/a", "illegal/a", O::Contradictory),
        ("safe/a", "unsafe/a", O::Contradictory),
        ("acceptable/a", "unacceptable/a", O::Contradictory),
        ("hire/v", "fire/v", O::Reversive),
        ("arrest/v", "release/v", O::Reversive),
        ("buy/v", "sell/v", O::Converse),
        ("lend/v", "borrow/v", O::Converse),
        ("parent/n", "child/n", O::Converse),
        ("ally/n", "enemy/n", O::Contrary),
        ("hot/a", "cold/a", O::Gradable),
        ("flourishing/a", "non-existent/a", O::Gradable),
        ("quickly/r", "slowly/r", O::Gradable),
    ] {
        for (x, y) in [(a, b), (b, a)] {
            let found = related(x, y);
            assert_eq!(found.kind, R::Opposite(kind), "{x} {y}");
            assert!(found.strength >= 60, "{x} {y} {}", found.strength);
        }
    }
}

#[test]
fn what_only_looks_opposed_is_not() {
    for (a, b) in [
        ("all/a", "some/a"),
        ("first/a", "second/a"),
        ("new/a", "old/a"),
        ("lie/v", "sit/v"),
        ("valuable/a", "invaluable/a"),
        ("flammable/a", "inflammable/a"),
        ("ease/n", "disease/n"),
        ("form/v", "inform/v"),
        ("import/v", "port/v"),
        ("cover/v", "discover/v"),
    ] {
        assert!(
            !matches!(related(a, b).kind, R::Opposite(_)),
            "{a} {b} {:?}",
            related(a, b)
        );
    }
    assert_eq!(negated_base("unlawful", Pos::Adjective), Some("lawful"));
    assert_eq!(negated_base("disagree", Pos::Verb), Some("agree"));
    assert_eq!(negated_base("inability", Pos::Noun), Some("ability"));
    assert_eq!(negated_base("under", Pos::Adverb), None);
    assert_eq!(negated_base("", Pos::Noun), None);
}

#[test]
fn words_that_say_the_same_or_more() {
    for (a, b, kind) in [
        ("commerce/n", "trade/n", R::Synonym),
        ("car/n", "automobile/n", R::Synonym),
        ("begin/v", "start/v", R::Synonym),
        ("soar/v", "climb/v", R::Synonym),
        ("doctor/n", "physician/n", R::Synonym),
        ("dog/n", "animal/n", R::Hyponym),
        ("animal/n", "dog/n", R::Hypernym),
        ("missile/n", "weapon/n", R::Hyponym),
        ("kill/v", "die/v", R::Causes),
        ("die/v", "kill/v", R::CausedBy),
        ("assassinate/v", "kill/v", R::Entails),
        ("kill/v", "assassinate/v", R::EntailedBy),
        ("dog/n", "cat/n", R::Sibling),
        ("announce/v", "announcement/n", R::Derived),
        ("reopening/n", "reopen/v", R::Derived),
        ("strong/a", "strength/n", R::Derived),
        ("economic/a", "economy/n", R::Derived),
        ("closed/a", "close/v", R::Derived),
        ("broken/a", "break/v", R::Derived),
        ("table/n", "table/n", R::Same),
        ("table/n", "idea/n", R::Unrelated),
        ("zzyzx/n", "qwrt/v", R::Unrelated),
        ("reopening/n", "close/v", R::Opposite(O::Reversive)),
        ("rise/n", "drop/v", R::Opposite(O::Contrary)),
    ] {
        assert_eq!(related(a, b).kind, kind, "{a} {b} {:?}", related(a, b));
    }
}

#[test]
fn what_can_meet_shares_a_key() {
    for (a, b) in [
        ("buy/v", "sell/v"),
        ("rise/v", "drop/n"),
        ("safe/a", "unsafe/a"),
        ("reopen/v", "reopening/n"),
        ("reopening/n", "close/v"),
        ("car/n", "automobile/n"),
        ("trade/n", "commerce/n"),
        ("flourishing/a", "non-existent/a"),
        ("kill/v", "die/v"),
        ("death/n", "die/v"),
        ("ally/n", "enemy/n"),
        ("zzyzx/n", "Zzyzx/n"),
        ("closure/n", "open/v"),
        ("confirm/v", "denial/n"),
    ] {
        let (left, right) = (split(a), split(b));
        let right: BTreeSet<u32> = keys(right.0, right.1).collect();
        assert!(keys(left.0, left.1).any(|k| right.contains(&k)), "{a} {b}");
    }
    assert!(keys("open", Pos::Verb).count() <= 32);
}

#[test]
fn nouns_are_told_by_what_they_name() {
    for noun in [
        "minister",
        "prime minister",
        "doctor",
        "gunman",
        "president",
        "spokeswoman",
        "plumber",
        "child",
    ] {
        assert!(nouns::is_person(noun), "{noun}");
    }
    for noun in [
        "company",
        "ministry",
        "army",
        "agency",
        "union",
        "committee",
        "parliament",
        "government",
        "firm",
    ] {
        assert!(nouns::is_organisation(noun), "{noun}");
        assert!(!nouns::is_person(noun), "{noun}");
    }
    for noun in [
        "city", "region", "village", "bridge", "country", "border", "river", "school",
    ] {
        assert!(nouns::is_place(noun) || nouns::is_organisation(noun), "{noun}");
    }
    for noun in ["day", "week", "decade", "century", "month", "year", "afternoon"] {
        assert!(nouns::is_time(noun), "{noun}");
    }
    for noun in [
        "attack",
        "election",
        "flood",
        "earthquake",
        "visit",
        "war",
        "reopening",
    ] {
        assert!(nouns::is_event(noun) || noun == "reopening", "{noun}");
    }
    assert!(nouns::is_group("crowd"));
    assert!(!nouns::is_person("") && !nouns::is_time("\0"));
}

#[test]
fn levels_and_directions() {
    assert_eq!(degree::direction("surge", Pos::Verb), Some(Direction::Up));
    assert_eq!(degree::direction("decline", Pos::Noun), Some(Direction::Down));
    assert_eq!(
        degree::direction("unchanged", Pos::Adjective),
        Some(Direction::Level)
    );
    assert_eq!(degree::direction("say", Pos::Verb), None);
    let level = |word| degree::level(word, Pos::Adjective).unwrap();
    assert!(level("flourishing") - level("non-existent") > 80);
    assert!(level("negligible") < level("modest") && level("modest") < level("strong"));
    assert_eq!(degree::modifier("practically"), Some(Modifier::Near));
    let near = degree::modified_level(level("non-existent"), degree::modifier("practically"));
    assert!(near > 0 && near < 10);
    assert!(degree::modified_level(88, degree::modifier("slightly")) < 70);
}

#[test]
fn predicates_and_their_arguments() {
    assert!(predicates::is_symmetric("ally", Pos::Noun) && predicates::is_symmetric("meet", Pos::Verb));
    assert!(
        predicates::is_symmetric("cooperation", Pos::Noun) && !predicates::is_symmetric("sue", Pos::Verb)
    );
    assert_eq!(predicates::swap("buy", Pos::Verb), Some(Swap::Excluded));
    assert_eq!(predicates::swap("sue", Pos::Verb), Some(Swap::Free));
    assert_eq!(predicates::swap("border", Pos::Verb), Some(Swap::Same));
    let sell = predicates::converse("buy", "sell", Pos::Verb).unwrap();
    assert_eq!((sell.mine, sell.theirs), ("from", "to"));
    let buy = predicates::converse("sell", "buy", Pos::Verb).unwrap();
    assert_eq!((buy.mine, buy.theirs), ("to", "from"));
    assert_eq!(
        predicates::converse("parent", "child", Pos::Noun).unwrap().mine,
        "of"
    );
    assert_eq!(predicates::fillers("capital"), Some(Fillers::OneAtATime));
    assert_eq!(predicates::fillers("birthplace"), Some(Fillers::One));
    assert_eq!(predicates::fillers("member"), None);
    assert_eq!(predicates::role_fillers("bear", "in"), Some(Fillers::One));
    assert_eq!(predicates::aspect("die", Pos::Verb), Some(Aspect::Once));
    assert_eq!(predicates::aspect("own", Pos::Verb), Some(Aspect::State));
    assert!(predicates::is_relational("president") && !predicates::is_relational("table"));
}

#[test]
fn names_and_their_readings() {
    for (form, canonical, kind, via) in [
        ("Russia", "Russia", Kind::Country, Via::Name),
        ("U.S.", "United States", Kind::Country, Via::Acronym),
        ("US", "United States", Kind::Country, Via::Acronym),
        ("DPRK", "North Korea", Kind::Country, Via::Acronym),
        ("Burma", "Myanmar", Kind::Country, Via::Alias),
        ("Russian", "Russia", Kind::Country, Via::Adjective),
        ("Danes", "Denmark", Kind::Country, Via::Demonym),
        ("Kremlin", "Russia", Kind::Government, Via::Metonym),
        ("the White House", "United States", Kind::Government, Via::Metonym),
        ("Moscow", "Moscow", Kind::City, Via::Name),
        ("Kiev", "Kyiv", Kind::City, Via::Alias),
        (
            "NATO",
            "North Atlantic Treaty Organization",
            Kind::Organisation,
            Via::Acronym,
        ),
        ("Mumbai", "Mumbai", Kind::City, Via::Name),
        ("California", "California", Kind::Region, Via::Name),
        ("RUSSIA", "Russia", Kind::Country, Via::Name),
        ("NORTH KOREA", "North Korea", Kind::Country, Via::Name),
    ] {
        let known = entity(form).unwrap_or_else(|| panic!("{form}"));
        assert_eq!(
            (known.canonical, known.kind, known.via),
            (canonical, kind, via),
            "{form}"
        );
    }
    assert!(entities("Moscow").any(|k| k.kind == Kind::Government && k.canonical == "Russia"));
    assert!(entities("Georgia").count() == 2 && entity("Jordan").unwrap().doubtful);
    for form in ["us", "turkey", "who", "", "\0", "he", "polish", "🙂", "-"] {
        assert!(entity(form).is_none(), "{form}");
    }
    assert_eq!(
        longest_entity(&["North", "Korea", "fired"]).map(|(n, _)| n),
        Some(2)
    );
    assert_eq!(
        longest_entity(&["Guinea", "-", "Bissau", "is"]).map(|(n, _)| n),
        Some(3)
    );
    assert_eq!(
        longest_entity(&["Democratic", "People", "'s", "Republic", "of", "Korea"]).map(|(n, _)| n),
        Some(6)
    );
    assert_eq!(longest_entity(&["the", "dog"]), None);
    assert_eq!(longest_entity(&[]), None);
    assert_eq!(title("Prime Minister").unwrap().class, TitleClass::Political);
    assert_eq!(title("Mrs.").unwrap().gender, Some(Gender::Feminine));
    assert_eq!(title("foreign minister").unwrap().class, TitleClass::Political);
    assert_eq!(title("Lt. Gen.").unwrap().class, TitleClass::Military);
    assert_eq!(title("table"), None);
}

#[test]
#[ignore = "prints times"]
fn times() {
    let start = Instant::now();
    let _ = (
        related("buy/v", "sell/v"),
        entity("Russia"),
        title("Mr"),
        predicates::aspect("die", Pos::Verb),
    );
    let _ = (
        degree::level("strong", Pos::Adjective),
        degree::modifier("very"),
        keys("open", Pos::Verb).count(),
    );
    println!("first use of everything {:?}", start.elapsed());
    let time = |name: &str, run: &dyn Fn() -> usize| {
        let start = Instant::now();
        let total: usize = (0..2000).map(|_| run()).sum();
        println!("{name} {:?} {total}", start.elapsed() / 2000);
    };
    time("find", &|| {
        wordnet::find("government").map_or(0, |e| e.id as usize)
    });
    time("relation rise fall", &|| {
        usize::from(related("rise/v", "fall/v").strength)
    });
    time("relation house bank", &|| {
        usize::from(related("house/n", "bank/n").strength)
    });
    time("relation break run", &|| {
        usize::from(related("break/v", "run/v").strength)
    });
    time("relation across", &|| {
        usize::from(related("reopening/n", "close/v").strength)
    });
    time("keys break", &|| keys("break", Pos::Verb).count());
    time("entity", &|| usize::from(entity("North Korea").is_some()));
    time("longest none", &|| {
        usize::from(longest_entity(&["Zebra", "crossing"]).is_some())
    });
    time("longest", &|| {
        usize::from(longest_entity(&["North", "Korea", "said", "that"]).is_some())
    });
    time("person", &|| usize::from(nouns::is_person("minister")));
    time("organisation", &|| {
        usize::from(nouns::is_organisation("minister"))
    });
    time("aspect", &|| {
        usize::from(predicates::aspect("die", Pos::Verb).is_some())
    });
}
