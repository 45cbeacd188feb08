//! Trees and words from elsewhere: CoNLL-U and words that were cut before.

use crosscheck::{Comparer, Factuality, Holder, Parsed, claims_of_conllu, factuality};

const FILE: &str = "# newdoc id = first
# text = The minister said the bridge wasn't open.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tminister\tminister\tNOUN\tNN\t_\t3\tnsubj\t_\t_
3\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_
5\tbridge\tbridge\tNOUN\tNN\t_\t8\tnsubj\t_\t_
6-7\twasn't\t_\t_\t_\t_\t_\t_\t_\t_
6\twas\tbe\tAUX\tVBD\t_\t8\tcop\t_\t_
7\tn't\tnot\tPART\tRB\t_\t8\tadvmod\t_\t_
8\topen\topen\tADJ\tJJ\t_\t3\tccomp\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newdoc
1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
";

#[test]
fn trees_of_another_parser_give_claims() {
    let claims = claims_of_conllu("Herald", FILE).unwrap();
    let [bridge, rain] = claims.as_slice() else {
        panic!("{claims:?}")
    };
    assert_eq!(
        (bridge.document.as_str(), rain.document.as_str()),
        ("first", "Herald#2")
    );
    assert_eq!(bridge.voice().factuality, Factuality::CertainNegative);
    assert_eq!(bridge.voice().holder.name(), "The minister");
    let parsed = Parsed::from_conllu("Herald", FILE).unwrap();
    assert_eq!(
        parsed[0].document.quote(bridge.quote.span),
        Some(bridge.quote.text.as_str())
    );
    assert_eq!(rain.statement, "Rain fell.");
}

#[test]
fn a_bad_file_names_its_line() {
    for (file, message) in [
        ("1\tRain\n", "line 1: 2 columns where there should be 10"),
        (
            "\n\n1\tRain\train\tNOUN\tNN\t_\t0\tnonsense\t_\t_\n",
            "line 3: unknown relation \"nonsense\"",
        ),
        (
            "1\tRain\train\tNOUN\tNN\t_\t1\troot\t_\t_\n",
            "line 1: the heads of the sentence that ends here are not a tree",
        ),
    ] {
        let error = claims_of_conllu("Herald", file).unwrap_err();
        assert!(error.is_input());
        assert_eq!(error.to_string(), message);
    }
    assert!(claims_of_conllu("Herald", "").unwrap().is_empty());
}

#[test]
fn words_that_were_cut_before_are_kept() {
    let words = [["``", "It", "has", "n't", "rained", ",", "''", "he", "said", "."]];
    let parsed = Parsed::from_words("corpus", &words);
    assert_eq!(parsed.sentences[0].tokens.len(), words[0].len());
    let events = Comparer::default().factuality_of(&parsed);
    let rained = events.iter().find(|e| e.words.text == "rained").unwrap();
    assert_eq!(rained.event.factuality(), Factuality::CertainNegative);
    assert_eq!(rained.event.commitments[0].factuality, Factuality::Uncommitted);
}

#[test]
fn every_event_has_the_author_first_and_spans_that_fit() {
    let text =
        "Officials may close the border. \"We never asked,\" said Ms Berg. Was it unwise? 🦆 \u{202e}x";
    let document = crosscheck::Document::new("Herald", text);
    let events = factuality(&document);
    assert!(events.len() >= 6);
    for event in &events {
        assert_eq!(event.event.commitments[0].holder, Holder::Author);
        assert_eq!(event.clause.commitments[0].holder, Holder::Author);
        for words in event.negators.iter().chain([&event.words]) {
            assert_eq!(document.quote(words.span), Some(words.text.as_str()));
        }
    }
    let of = |word: &str| events.iter().find(|e| e.words.text == word).unwrap();
    assert_eq!(of("close").event.factuality(), Factuality::PossiblePositive);
    assert_eq!(of("close").clause.factuality(), Factuality::CertainPositive);
    assert_eq!(of("unwise").negators[0].text, "un");
}

#[test]
fn a_claim_says_which_words_mean_what() {
    let text = "The DPRK signed a treaty. It opened its border.";
    let claims = crosscheck::claims(&crosscheck::Document::new("Herald", text));
    let opened = claims.iter().find(|c| c.statement.contains("border")).unwrap();
    let resolved = opened.resolved();
    let it = resolved.iter().find(|r| r.words == "It").unwrap();
    assert_eq!(it.meaning, "North Korea");
    assert!(opened.statement.starts_with(it.meaning), "{}", opened.statement);
}
