//! Tables of times as texts tell them.

use super::{Date, Period, PeriodRelation, find_periods};

fn found(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let all: Vec<String> = find_periods(&words)
        .into_iter()
        .map(|(range, period)| format!("{}={period}", words[range].join(" ")))
        .collect();
    all.join("; ")
}

fn period(text: &str) -> Period {
    let words: Vec<&str> = text.split(' ').collect();
    let all = find_periods(&words);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all[0].1.clone()
}

fn check(cases: &[(&str, &str)], read: impl Fn(&str) -> String) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| format!("{text}\n   want {expected}\n   got  {}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn times_are_found() {
    let cases = [
        ("on 3 May 2019 .", "3 May 2019=2019-05-03"),
        ("on May 3 , 2019 ,", "May 3 , 2019=2019-05-03"),
        ("on May 3rd, 2019", "May 3rd, 2019=2019-05-03"),
        ("the 3rd of May", "the 3rd of May=3 May"),
        ("in May 2019", "May 2019=2019-05-01 to 2019-05-31"),
        ("in 2019 the firm", "2019=2019-01-01 to 2019-12-31"),
        ("the 2019 elections", "the 2019=2019-01-01 to 2019-12-31"),
        ("in the 1990s", "the 1990s=1990-01-01 to 1999-12-31"),
        ("in the '80s", "the '80s=1980-01-01 to 1989-12-31"),
        ("early 2000s", "early 2000s=2000-01-01 to 2003-04-30"),
        ("the early 1990s", "the early 1990s=1990-01-01 to 1993-04-30"),
        ("in the mid-1980s", "the mid-1980s=1983-05-01 to 1986-08-31"),
        ("2019-05-03", "2019-05-03=2019-05-03"),
        ("2019 - 05 - 03", "2019 - 05 - 03=2019-05-03"),
        ("03/05/2019", "03/05/2019=2019-03-05 or 2019-05-03"),
        ("13/05/2019", "13/05/2019=2019-05-13"),
        ("9/30/01", "9/30/01=2001-09-30"),
        ("3.5.2019", "3.5.2019=2019-05-03"),
        ("on Monday", "Monday=Monday"),
        ("on Tuesday night", "Tuesday night=Tuesday, night"),
        ("on Monday , 3 May 2021 ,", "Monday , 3 May 2021=2021-05-03"),
        ("last week", "last week=last week"),
        ("yesterday", "yesterday=yesterday"),
        ("this month", "this month=this month"),
        ("earlier this year", "earlier this year=this year"),
        ("early this year", "early this year=early this year"),
        ("last night", "last night=yesterday, night"),
        ("two years ago", "two years ago=2 years ago"),
        ("a year ago", "a year ago=last year"),
        ("a few days ago", "a few days ago=about 3 days ago"),
        ("since 2014", "since 2014=from 2014-01-01 on"),
        ("from 2014 onwards", "2014 onwards=from 2014-01-01 on"),
        ("until March", "until March=until March"),
        ("before 2019", "before 2019=up to 2018-12-31"),
        ("after May 2019", "after May 2019=from 2019-06-01 on"),
        ("by 2025", "by 2025=up to 2025-12-31"),
        ("around 2010", "around 2010=about 2010-01-01 to 2010-12-31"),
        (
            "between 2010 and 2015",
            "between 2010 and 2015=2010-01-01 to 2015-12-31",
        ),
        ("2010-2015", "2010-2015=2010-01-01 to 2015-12-31"),
        ("2019-20", "2019-20=2019-01-01 to 2020-12-31"),
        ("from May to July", "from May to July=May to July"),
        (
            "from May to July 2020",
            "from May to July 2020=2020-05-01 to 2020-07-31",
        ),
        (
            "from November 2019 to March 2020",
            "from November 2019 to March 2020=2019-11-01 to 2020-03-31",
        ),
        ("3-5 May 2019", "3-5 May 2019=2019-05-03 to 2019-05-05"),
        ("May 3 - 5", "May 3 - 5=3 May to 5 May"),
        ("Q3 2021", "Q3 2021=2021-07-01 to 2021-09-30"),
        (
            "the third quarter of 2021",
            "the third quarter of 2021=2021-07-01 to 2021-09-30",
        ),
        (
            "the first half of 2020",
            "the first half of 2020=2020-01-01 to 2020-06-30",
        ),
        ("spring 2021", "spring 2021=2021-03-01 to 2021-05-31"),
        (
            "the summer of 2020",
            "the summer of 2020=2020-06-01 to 2020-08-31",
        ),
        ("last winter", "last winter=last winter"),
        ("the 19th century", "the 19th century=1801-01-01 to 1900-12-31"),
        (
            "the twenty - first century",
            "the twenty - first century=2001-01-01 to 2100-12-31",
        ),
        ("a 19th-century house", "19th-century=1801-01-01 to 1900-12-31"),
        ("mid-July", "mid-July=mid-July"),
        ("mid - July", "mid - July=mid-July"),
        ("late last year", "late last year=late last year"),
        ("at the end of May", "the end of May=late May"),
        ("over the past five years", "the past five years=the past 5 years"),
        ("the next two weeks", "the next two weeks=the next 2 weeks"),
        ("the past year", "the past year=the past 1 years"),
        ("next Monday", "next Monday=next Monday"),
        ("since last May", "since last May=since last May"),
        ("1066 men", ""),
        ("in 1066", "1066=1066-01-01 to 1066-12-31"),
        ("before the war", ""),
        ("Theresa May said", ""),
        ("it may fall", ""),
        ("they march on", ""),
        ("2000 people", ""),
        ("45 people", ""),
        ("$2019", ""),
        ("for three years", ""),
        ("the first half was", ""),
        ("the day after", ""),
    ];
    check(&cases, found);
}

#[test]
fn times_are_placed_by_the_date_of_the_document() {
    // A Wednesday.
    let document = Date::new(2020, 3, 11).unwrap();
    let cases = [
        ("yesterday", "2020-03-10"),
        ("today", "2020-03-11"),
        ("on Monday", "2020-03-09"),
        ("on Wednesday", "2020-03-11"),
        ("on Thursday", "2020-03-05"),
        ("last Wednesday", "2020-03-04"),
        ("next Monday", "2020-03-16"),
        ("this Friday", "2020-03-13"),
        ("last week", "2020-03-02 to 2020-03-08"),
        ("this month", "2020-03-01 to 2020-03-31"),
        ("last month", "2020-02-01 to 2020-02-29"),
        ("last year", "2019-01-01 to 2019-12-31"),
        ("two years ago", "2018-01-01 to 2018-12-31"),
        ("three days ago", "2020-03-08"),
        ("in May", "2020-05-01 to 2020-05-31"),
        ("in November", "2019-11-01 to 2019-11-30"),
        ("in January", "2020-01-01 to 2020-01-31"),
        ("last May", "2019-05-01 to 2019-05-31"),
        ("3 May", "2020-05-03"),
        ("until March", "up to 2020-03-31"),
        ("since Monday", "from 2020-03-09 on"),
        ("last summer", "2019-06-01 to 2019-08-31"),
        ("the past two weeks", "2020-02-26 to 2020-03-11"),
        ("the third quarter", "2020-07-01 to 2020-09-30"),
        ("from November to March", "2019-11-01 to 2020-03-31"),
        ("from Monday to Friday", "2020-03-02 to 2020-03-06"),
        ("early this year", "2020-01-01 to 2020-04-30"),
        ("last decade", "2010-01-01 to 2019-12-31"),
        ("2019", "2019-01-01 to 2019-12-31"),
        ("03/05/2019", "2019-03-05 or 2019-05-03"),
        ("9000 years ago", "9000 years ago"),
    ];
    check(&cases, |text| period(text).anchored(document).to_string());
    let ahead = [
        ("on Monday", "2020-03-16"),
        ("in January", "2021-01-01 to 2021-01-31"),
        ("on Wednesday", "2020-03-11"),
    ];
    check(&ahead, |text| period(text).anchored_ahead(document).to_string());
}

#[test]
fn times_relate() {
    use PeriodRelation::{Contains, Disjoint, Overlaps, Same, Unknown, Within};
    let cases = [
        ("3 May 2019", "May 3 , 2019", Same),
        ("3 May 2019", "May 2019", Within),
        ("3 May 2019", "4 May 2019", Disjoint),
        ("2019", "2021", Disjoint),
        ("2019", "May 2019", Contains),
        ("since 2014", "2016", Contains),
        ("since 2014", "2012", Disjoint),
        ("before 2019", "2018", Contains),
        ("before 2019", "2019", Disjoint),
        ("before 2019", "after 2015", Overlaps),
        ("around 2010", "2011", Overlaps),
        ("around 2010", "2015", Disjoint),
        ("the 1990s", "1994", Contains),
        ("between 2010 and 2015", "2014-2018", Overlaps),
        ("on Monday", "on Monday", Same),
        ("on Monday", "on Tuesday", Disjoint),
        ("on Monday night", "on Monday", Within),
        ("on Monday night", "on Monday morning", Disjoint),
        ("on Monday night", "on Monday evening", Overlaps),
        ("on Monday", "2019", Unknown),
        ("on Friday", "3 May 2019", Unknown),
        ("on Monday", "3 May 2019", Disjoint),
        ("in May", "May 2019", Unknown),
        ("in May", "June 2019", Disjoint),
        ("in May", "in June", Disjoint),
        ("in May", "3 May", Contains),
        ("in May", "2019", Unknown),
        ("early in May", "in May", Same),
        ("mid-May", "in May", Within),
        ("in spring", "in May", Contains),
        ("in winter", "in January", Contains),
        ("in winter", "in July", Disjoint),
        ("last May", "next May", Disjoint),
        ("last year", "this year", Disjoint),
        ("last year", "last year", Same),
        ("yesterday", "on Monday", Unknown),
        ("until March", "in March", Unknown),
        ("03/05/2019", "3 May 2019", Unknown),
        ("03/05/2019", "4 May 2019", Disjoint),
    ];
    let mut wrong = Vec::new();
    for (a, b, expected) in cases {
        let (x, y) = (period(a), period(b));
        let got = x.compare(&y);
        if got != expected || y.compare(&x) != got.mirrored() {
            wrong.push(format!(
                "{a} / {b}: {got:?} / {:?}, want {expected:?}",
                y.compare(&x)
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_period_survives_json() {
    for text in [
        "3 May 2019",
        "since last May",
        "on Monday night",
        "from May to July",
        "the past five years",
        "03/05/2019",
    ] {
        let period = period(text);
        let json = serde_json::to_string(&period).unwrap();
        assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), period, "{json}");
    }
}
