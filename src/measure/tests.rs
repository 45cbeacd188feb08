//! Tables of quantities as texts write them.

use super::{
    Approximation, Currency, Dimension, Quantity, QuantityRelation, Unit, find_quantities, quantity_at,
};

fn words(text: &str) -> Vec<&str> {
    text.split(' ').collect()
}

fn found(text: &str) -> String {
    let words = words(text);
    let all: Vec<String> = find_quantities(&words)
        .into_iter()
        .map(|(range, q)| format!("{}={q}", words.get(range).unwrap_or_default().join(" ")))
        .collect();
    all.join("; ")
}

fn quantity(text: &str) -> Quantity {
    let all = find_quantities(&words(text));
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.into_iter().next().unwrap().1
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn quantities_are_found() {
    let cases = [
        ("The toll rose to 45 .", "45=45"),
        ("About 50 people died", "About 50=about 50"),
        ("forty - five men", "forty - five=45"),
        ("at least 45 people", "at least 45=at least 45"),
        ("more than 1,200 people", "more than 1,200=more than 1200"),
        ("no more than ten people", "no more than ten=at most 10"),
        ("no fewer than ten people", "no fewer than ten=at least 10"),
        ("fewer than 10 people", "fewer than 10=less than 10"),
        ("up to 300 people", "up to 300=at most 300"),
        ("as many as 300 people", "as many as 300=at most 300"),
        ("nearly 50 people", "nearly 50=about 45 to 50"),
        ("some 50 people", "some 50=about 50"),
        (
            "an estimated 3.5 million people",
            "an estimated 3.5 million=about 3500000",
        ),
        ("between 40 and 50 people", "between 40 and 50=40 to 50"),
        ("from 40 to 50 people", "from 40 to 50=40 to 50"),
        ("rose from 40 to 50", "40=40; 50=50"),
        ("40 - 50 people", "40 - 50=40 to 50"),
        ("40-50 people", "40-50=40 to 50"),
        ("40–50 people", "40–50=40 to 50"),
        ("40 to 50 people", "40 to 50=40 to 50"),
        ("two or three people", "two or three=2 to 3"),
        ("3 to 5 million people", "3 to 5 million=3000000 to 5000000"),
        (
            "between 500 and 1 million people",
            "between 500 and 1 million=500 to 1000000",
        ),
        (
            "between one hundred and two hundred men",
            "between one hundred and two hundred=100 to 200",
        ),
        ("a 45 - strong crew", "45 - strong=45"),
        ("a 45-strong crew", "45-strong=45"),
        ("a 45-member crew", "45-member=45"),
        ("45 people or more", "45=45"),
        ("45 or more people", "45 or more=at least 45"),
        ("45 or so people", "45 or so=about 45"),
        ("45+ people", "45+=at least 45"),
        ("40 - odd people", "40 - odd=about 40"),
        ("a dozen people", "a dozen=about 12"),
        ("half a dozen people", "half a dozen=about 6"),
        ("dozens of people", "dozens=24 to 100"),
        (
            "hundreds of thousands of people",
            "hundreds of thousands=200000 to 1000000",
        ),
        ("several hundred people", "several hundred=300 to 1200"),
        ("a few people", "a few=2 to 10"),
        ("a couple of days", "a couple of days=about 172800 to 259200 s"),
        ("$ 3.5 bn", "$ 3.5 bn=3500000000 USD"),
        ("$3.5bn", "$3.5bn=3500000000 USD"),
        ("$5m", "$5m=5000000 USD"),
        ("US$ 3.5 billion", "US$ 3.5 billion=3500000000 USD"),
        ("£3,000", "£3,000=3000 GBP"),
        ("EUR 5 million", "EUR 5 million=5000000 EUR"),
        ("5 million euros", "5 million euros=5000000 EUR"),
        ("five Canadian dollars", "five Canadian dollars=5 CAD"),
        ("50 South Korean won", "50 South Korean won=50 KRW"),
        ("the 45 won", "45=45"),
        (
            "between $3 and $5 billion",
            "between $3 and $5 billion=3000000000 to 5000000000 USD",
        ),
        ("$40-50 million", "$40-50 million=40000000 to 50000000 USD"),
        (
            "millions of dollars",
            "millions of dollars=2000000 to 1000000000 USD",
        ),
        ("50 cents", "50 cents=0.5 USD"),
        ("45% of voters", "45%=45%"),
        ("45 percent of voters", "45 percent=45%"),
        ("45 per cent of voters", "45 per cent=45%"),
        ("40 to 50 per cent", "40 to 50 per cent=40 to 50%"),
        ("5 percentage points", "5 percentage points=5 points"),
        ("a five-point lead", "five-point=5 points"),
        ("25 basis points", "25 basis points=0.25 points"),
        ("a third of voters", "a third=33.3333%"),
        ("two-thirds of voters", "two-thirds=66.6667%"),
        ("two - thirds of voters", "two - thirds=66.6667%"),
        ("three quarters of them", "three quarters=75%"),
        ("half of the voters", "half=50%"),
        ("more than half of them", "more than half=more than 50%"),
        ("half the voters", "half=50%"),
        ("a majority of voters", "a majority=more than 50%"),
        ("one in five people", "one in five=20%"),
        ("nine out of ten people", "nine out of ten=90%"),
        ("half a million people", "half a million=500000"),
        ("half an hour", "half an hour=1800 s"),
        ("three quarters of an hour", "three quarters of an hour=2700 s"),
        ("two and a half years", "two and a half years=78892380 s"),
        ("for three years", "three years=94670856 s"),
        ("for a year", "a year=about 31556952 s"),
        ("24 hours", "24 hours=86400 s"),
        ("a three-day visit", "three-day=259200 s"),
        ("a 25 - year - old man", "25 - year - old=788923800 s"),
        ("a man aged 25", "25=788923800 s"),
        ("5 km from here", "5 km=5000 m"),
        ("a 20-foot wall", "20-foot=6.096 m"),
        ("100 square miles", "100 square miles=258998811 m²"),
        ("20 °C", "20 °C=20 °C"),
        ("-5°C", "-5°C=-5 °C"),
        ("minus 5 degrees Celsius", "minus 5 degrees Celsius=-5 °C"),
        ("68 degrees Fahrenheit", "68 degrees Fahrenheit=20 °C"),
        ("warmed by 1.8 degrees Fahrenheit", "1.8 degrees Fahrenheit=1 °C"),
        ("36 km/h", "36 km/h=10 m/s"),
        ("60 miles an hour", "60 miles an hour=26.8224 m/s"),
        ("60 mph", "60 mph=26.8224 m/s"),
        ("100,000 barrels a day", "100,000 barrels a day=0.184013 m³/s"),
        (
            "5 million dollars a year",
            "5 million dollars a year=0.158444 USD/s",
        ),
        ("3 tonnes per hectare", "3 tonnes per hectare=0.3 kg/m²"),
        ("5 per 100,000 people", "5 per 100,000 people=0.00005 each"),
        ("3.5 GW", "3.5 GW=3500000000 W"),
        ("twice as large", "twice=2 times"),
        ("won three times", "three times=3 times"),
        ("no employees", "no=0"),
        ("zero employees", "zero=0"),
        ("both sides", "both=2"),
        ("2000 people", "2000=2000"),
        ("about 2000 people", "about 2000=about 2000"),
        ("In 2019 the firm had 30 employees .", "30=30"),
        ("Boeing 737 crashed killing 189 people", "737=737; 189=189"),
        ("the Boeing 737 crashed killing 189 people", "189=189"),
        ("3 / 4 and 1/2 cup", "1/2=50%"),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| found(text) != *expected)
        .map(|(text, expected)| format!("{text}\n   want {expected}\n   got  {}", found(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_is_no_quantity() {
    let cases = [
        "in 2019",
        "since 2014 ,",
        "the 2019 elections",
        "between 2010 and 2015",
        "2010-2015",
        "3 May 2019",
        "May 3 , 2019",
        "2019-05-03",
        "03/05/2019",
        "9/11",
        "the first man",
        "the 70th year",
        "the twenty - first century",
        "the 21st century",
        "the 1990s",
        "won 3-2",
        "a 3:1 majority",
        "at 10:30 pm",
        "at 10 pm",
        "Article 5 of the treaty",
        "Flight 370",
        "No. 5",
        "# 5",
        "555-1234",
        "404-449-1026",
        "( 3-5076 )",
        "on page 45",
        "COVID-19",
        "the Covid - 19 vaccine",
        "the F - 16 jets were",
        "no longer",
        "no one came",
        "the third quarter",
        "the first half of 2020",
        "one another",
        "over the past year",
        "a few",
    ];
    let wrong: Vec<String> = cases
        .iter()
        .map(|text| (text, found(text)))
        .filter(|(text, f)| !f.is_empty() && **text != "a few")
        .map(|(t, f)| format!("{t}: {f}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn quantities_relate() {
    use QuantityRelation::{Contains, Disjoint, Equal, Incommensurable, Overlaps, Rounding, Within};
    let cases = [
        ("45", "45", Equal),
        ("45", "forty - five", Equal),
        ("45", "52", Disjoint),
        ("50", "48", Disjoint),
        ("about 50", "48", Rounding),
        ("about 50", "50", Rounding),
        ("about 50", "around 50", Equal),
        ("about 50", "60", Disjoint),
        ("nearly 50", "48", Rounding),
        ("nearly 50", "50", Rounding),
        ("nearly 50", "about 50", Rounding),
        ("nearly 50", "40", Disjoint),
        ("just over 50", "52", Rounding),
        ("$3.5bn", "$3.47bn", Rounding),
        ("$3.5bn", "$3.4bn", Disjoint),
        ("100,000 people", "98,756 people", Rounding),
        ("100,000 people", "80,000 people", Disjoint),
        ("2 million", "2.1 million", Rounding),
        ("2 million", "3 million", Disjoint),
        ("45", "at least 40", Within),
        ("at least 40", "45", Contains),
        ("at least 45", "at least 40", Within),
        ("at least 45", "40", Disjoint),
        ("more than 50", "50", Disjoint),
        ("at least 50", "50", Contains),
        ("more than 50", "fewer than 60", Overlaps),
        ("more than 60", "fewer than 50", Disjoint),
        ("between 40 and 50", "45", Contains),
        ("between 40 and 50", "45 to 60", Overlaps),
        ("between 40 and 50", "from 40 to 50", Equal),
        ("dozens", "45", Contains),
        ("dozens", "dozens", Equal),
        ("dozens", "110", Overlaps),
        ("dozens", "300", Disjoint),
        ("dozens", "hundreds", Disjoint),
        ("several", "5", Contains),
        ("a dozen", "13", Rounding),
        ("5 km", "5,000 metres", Equal),
        ("100 km", "62 miles", Rounding),
        ("5 km", "8 km", Disjoint),
        ("5 km", "5 kg", Incommensurable),
        ("a third of", "33%", Rounding),
        ("a third of", "45%", Disjoint),
        ("half of", "50 percent", Equal),
        ("5%", "5 percentage points", Incommensurable),
        ("45%", "45.3%", Rounding),
        ("45%", "46%", Disjoint),
        ("$5", "£5", Incommensurable),
        ("24 hours", "one day", Equal),
        ("two weeks", "14 days", Equal),
        ("70 a week", "10 a day", Equal),
        ("no employees", "30 employees", Disjoint),
        ("32 °F", "0 °C", Equal),
        ("68 °F", "20 °C", Equal),
        ("60 km/h", "60 kilometres an hour", Equal),
        ("most", "most", Equal),
    ];
    let mut wrong = Vec::new();
    for (a, b, expected) in cases.into_iter().filter(|(a, _, _)| *a != "most") {
        let (x, y) = (quantity(a), quantity(b));
        let got = x.compare(&y);
        if got != expected || y.compare(&x) != got.mirrored() {
            wrong.push(format!(
                "{a} / {b}: {got:?} / {:?}, want {expected:?}",
                y.compare(&x)
            ));
        }
        if got == Equal && a != b && x.value().is_some() {
            assert_eq!(x.key(), y.key(), "{a} / {b}");
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_quantity_survives_json() {
    for text in [
        "about $3.5bn",
        "at least 45",
        "36 km/h",
        "dozens",
        "a third of",
        "5 per 100,000 people",
    ] {
        let quantity = quantity(text);
        let json = serde_json::to_string(&quantity).unwrap();
        assert_eq!(
            serde_json::from_str::<Quantity>(&json).unwrap(),
            quantity,
            "{json}"
        );
    }
    let json = serde_json::to_string(&quantity("$5")).unwrap();
    assert!(json.contains(r#""dimension":{"money":"USD"}"#), "{json}");
}

#[test]
fn a_unit_is_read_with_its_number() {
    let (taken, q) = quantity_at(&["$", "3.5", "bn", "a", "year"], 0).unwrap();
    assert_eq!(taken, 5);
    assert_eq!(
        q.unit,
        Unit {
            dimension: Dimension::Money(Currency::Usd),
            per: Some(Dimension::Duration)
        }
    );
    assert_eq!(q.approximation, Approximation::Rounded);
}
