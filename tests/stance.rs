//! What documents do with claims: headlines and short articles of our own.

use crosscheck::{Document, Stance, claims, stance};

#[test]
fn headlines_take_a_stance() {
    use Stance::{Affirms, Denies, Hedges, Reports, Silent};
    let cases = [
        (
            "Harbour bridge closed after crash",
            "The harbour bridge is closed",
            Affirms,
        ),
        ("Singer Mara Voss dies at 61", "Mara Voss has died", Affirms),
        (
            "Mara Voss death hoax spreads on social media",
            "Mara Voss has died",
            Denies,
        ),
        ("No, Mara Voss is not dead", "Mara Voss has died", Denies),
        (
            "Fake report claims lake monster caught in Lund",
            "A lake monster was caught in Lund",
            Denies,
        ),
        (
            "Mayor denies selling the town hall",
            "The mayor sold the town hall",
            Denies,
        ),
        ("Zoo did not lose a tiger", "The zoo lost a tiger", Denies),
        (
            "Rumours of a tiger at large not true",
            "A tiger is at large",
            Denies,
        ),
        ("Story of the singing tiger debunked", "A tiger can sing", Denies),
        ("Did the zoo lose a tiger?", "The zoo lost a tiger", Hedges),
        ("Zoo may have lost a tiger", "The zoo lost a tiger", Hedges),
        ("Zoo reportedly lost a tiger", "The zoo lost a tiger", Reports),
        (
            "Keeper says the zoo lost a tiger",
            "The zoo lost a tiger",
            Reports,
        ),
        ("Rumour: zoo lost a tiger", "The zoo lost a tiger", Reports),
        // Headlines in capitals are read as sentences.
        ("Director Denies Zoo Lost a Tiger", "The zoo lost a tiger", Denies),
        // What the claim passes on, denies or asks beside its point is told by who tells of it.
        (
            "Keeper claims tigers can sing",
            "A keeper says that tigers can sing",
            Affirms,
        ),
        (
            "Zoo shows off cage that does not lock",
            "The zoo built a cage that does not lock",
            Affirms,
        ),
        (
            "Keeper wakes up and asks tiger how are you?",
            "A keeper asked a tiger how are you?",
            Affirms,
        ),
        (
            "Zoo threatened the keeper",
            "The zoo threatened the keeper",
            Affirms,
        ),
        // Only another thing is denied, or thought by nobody.
        (
            "Tiger meets fence, not a ditch, at Lund zoo",
            "A tiger at Lund zoo meets a fence",
            Affirms,
        ),
        (
            "Keeper had no idea that the zoo lost a tiger",
            "The zoo lost a tiger",
            Affirms,
        ),
        ("Zoo lost a tiger: Read more", "The zoo lost a tiger", Affirms),
        // A tiger is probably lost, a senator says so, or a ministry.
        ("Zoo has probably lost a tiger", "The zoo lost a tiger", Hedges),
        ("Senator: Zoo lost a tiger", "The zoo lost a tiger", Reports),
        ("Zoo lost a tiger: ministry", "The zoo lost a tiger", Reports),
        ("Tiger at large: zoo lost it", "The zoo lost a tiger", Affirms),
        (
            "Farmers welcome rain after dry spring",
            "The zoo lost a tiger",
            Silent,
        ),
        ("", "The zoo lost a tiger", Silent),
        ("Zoo lost a tiger", "", Silent),
    ];
    for (headline, claim, expected) in cases {
        let titled = Document::new("Herald", "").with_title(headline);
        for document in [titled, Document::new("Herald", headline)] {
            let found = stance(&document, claim);
            assert_eq!(found.stance, expected, "{headline:?} on {claim:?}: {found:#?}");
            assert_eq!(found.shown_by.is_empty(), expected == Silent, "{headline:?}");
        }
    }
}

#[test]
fn words_that_call_something_else_false_refute_nothing() {
    for headline in [
        "Zoo lost a tiger to thieves with fake passports",
        "Zoo loses tiger, keepers deny hoax claims",
        "Tiger lost by zoo is no hoax",
    ] {
        let found = stance(&Document::new("Herald", headline), "The zoo lost a tiger");
        assert_ne!(found.stance, Stance::Denies, "{headline}");
    }
}

#[test]
fn a_claim_that_denies_turns_the_stance() {
    let (closed, hoax) = ("The bridge is closed.", "The closing of the bridge is a hoax.");
    assert_eq!(
        stance(&Document::new("x", closed), "No, the bridge is not closed").stance,
        Stance::Denies
    );
    assert_eq!(
        stance(&Document::new("x", hoax), "No, the bridge is not closed").stance,
        Stance::Affirms
    );
}

#[test]
fn the_body_refutes_what_its_start_tells() {
    let text = "A tiger has escaped from Lund zoo, a post on a village page told its readers on Friday. The post was shared by \
        thousands. The zoo called the story false. The tiger is a hoax, its director wrote. Visitors came as on any other day. \
        The police looked into the post and found that a schoolboy had made it up. He had taken the picture of the tiger from a \
        film. The story had been told of another town in May, and was a hoax there too.";
    let document = Document::new("Herald", text).with_title("The tiger that was never away from Lund zoo");
    let found = stance(&document, "A tiger escaped from Lund zoo");
    assert_eq!(found.stance, Stance::Denies, "{found:#?}");
    assert!(
        found
            .shown_by
            .iter()
            .any(|(c, j)| !c.quote.text.is_empty() && !j.steps.is_empty())
    );
    assert_eq!(
        stance(&document, "The central bank raised its rate").stance,
        Stance::Silent
    );
}

#[test]
fn what_shows_a_stance_stands_in_the_document() {
    let document =
        Document::new("Herald", "Crabs as big as cars? Hardly.").with_title("Giant crab of Lund: fake");
    let found = stance(&document, "A giant crab was seen in Lund");
    assert_eq!(found.stance, Stance::Denies);
    let own: Vec<String> = claims(&document).into_iter().map(|c| c.id).collect();
    for (claim, judgement) in &found.shown_by {
        assert_eq!(document.quote(claim.quote.span), Some(claim.quote.text.as_str()));
        let words = judgement.steps.iter().flat_map(|s| &s.a);
        words.for_each(|w| assert_eq!(document.quote(w.span), Some(w.text.as_str())));
        assert!(own.is_empty() || own.contains(&claim.id) || claim.statement == claim.quote.text);
    }
}

#[test]
fn a_name_alone_is_not_what_a_claim_says() {
    let article = Document::new(
        "Herald",
        "Mayor Luis Ortega opened a new swimming pool in Tollard on Monday. Children jumped in at once. The pool has six \
         lanes and a slide. Ortega said that it had cost less than planned.",
    );
    assert_eq!(stance(&article, "Luis Ortega is dead").stance, Stance::Silent);
    let opened = stance(&article, "Luis Ortega opened a swimming pool");
    assert_eq!(opened.stance, Stance::Affirms);
}
