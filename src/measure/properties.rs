//! What holds for any words and any values.

use quickcheck::{Arbitrary, Gen, quickcheck};

use super::{
    Approximation, Bound, Date, Granularity, Period, Quantity, QuantityRelation, Unit, convert, find_periods,
    find_quantities, period_at, quantity_at, rate_at,
};

/// Words with a liking for those that quantities and times are made of.
#[derive(Debug, Clone)]
struct AnyWords(Vec<String>);

impl Arbitrary for AnyWords {
    fn arbitrary(g: &mut Gen) -> Self {
        const KNOWN: &[&str] = &[
            "a",
            "about",
            "half",
            "of",
            "million",
            "hundred",
            "and",
            "to",
            "-",
            "–",
            "/",
            "$",
            "US$",
            "%",
            "45",
            "3.5",
            "2019",
            "1,200",
            "3.5bn",
            "between",
            "from",
            "twenty",
            "five",
            "first",
            "dozens",
            "tens",
            "thousands",
            "per",
            "day",
            "year",
            "ago",
            "May",
            "March",
            "Monday",
            "night",
            "last",
            "the",
            "past",
            "few",
            "couple",
            "early",
            "mid",
            "'",
            "s",
            "1990s",
            "3/4",
            "½",
            "°C",
            "km",
            "²",
            "h",
            "no",
            "one",
            "in",
            "out",
            "third",
            "quarter",
            "century",
            "19th",
            "Q3",
            "or",
            "more",
            "so",
            "+",
            "old",
            "minus",
            "−",
            "",
            ".",
            ":",
            "99999999999999999999",
            "0",
            "000",
            "12.34.56",
            "1e9",
            "since",
            "until",
            "before",
            "winter",
            "31",
            "29",
            "February",
            "9999",
        ];
        let words = (0..usize::arbitrary(g) % 12)
            .map(|_| {
                if bool::arbitrary(g) || bool::arbitrary(g) {
                    (*g.choose(KNOWN).unwrap()).to_owned()
                } else {
                    String::arbitrary(g)
                }
            })
            .collect();
        AnyWords(words)
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        Box::new(self.0.shrink().map(AnyWords))
    }
}

impl AnyWords {
    fn words(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }

    fn quantities(&self) -> Vec<Quantity> {
        find_quantities(&self.words())
            .into_iter()
            .map(|(_, q)| q)
            .collect()
    }
}

/// An interval that no words need have said.
#[derive(Debug, Clone)]
struct AnyQuantity(Quantity);

impl Arbitrary for AnyQuantity {
    fn arbitrary(g: &mut Gen) -> Self {
        let value = |g: &mut Gen| f64::from(i16::arbitrary(g) % 60) / f64::from(1 + u8::arbitrary(g) % 3);
        let (low, high) = (value(g), value(g));
        let mut quantity = Quantity::exact(low.min(high), Unit::COUNT);
        quantity.high = Some(low.max(high));
        match u8::arbitrary(g) % 4 {
            0 => quantity.low = None,
            1 => quantity.high = None,
            2 => quantity.high = quantity.low,
            _ => {}
        }
        quantity.above_low = quantity.low.is_some() && quantity.low != quantity.high && bool::arbitrary(g);
        quantity.below_high = quantity.high.is_some() && quantity.low != quantity.high && bool::arbitrary(g);
        let kinds = [
            Approximation::Exact,
            Approximation::Rounded,
            Approximation::About,
            Approximation::Vague,
        ];
        quantity.approximation = *g.choose(&kinds).unwrap();
        quantity.granularity = f64::from(u8::arbitrary(g) % 12);
        AnyQuantity(quantity)
    }
}

#[derive(Debug, Clone)]
struct AnyPeriod(Period);

impl Arbitrary for AnyPeriod {
    fn arbitrary(g: &mut Gen) -> Self {
        let open: Vec<Period> = find_periods(&AnyWords::arbitrary(g).words())
            .into_iter()
            .map(|(_, p)| p)
            .collect();
        if let Some(period) = open.into_iter().next() {
            return AnyPeriod(period);
        }
        let day = |g: &mut Gen| Date::from_days(i64::from(i16::arbitrary(g)) % 1500 + 18_000).unwrap();
        let (a, b) = (day(g), day(g));
        let bounds = [
            Bound::At,
            Bound::Before,
            Bound::After,
            Bound::Since,
            Bound::Until,
            Bound::About,
            Bound::NotBefore,
        ];
        let granularities = [Granularity::Day, Granularity::Month, Granularity::Year];
        let period = Period::days(a.min(b), a.max(b), *g.choose(&granularities).unwrap());
        AnyPeriod(period.with_bound(*g.choose(&bounds).unwrap()))
    }
}

quickcheck! {
    fn reading_never_panics_and_stays_within_the_words(words: AnyWords) -> bool {
        let words = words.words();
        let ends = |ranges: Vec<std::ops::Range<usize>>| {
            ranges.iter().all(|r| r.start < r.end && r.end <= words.len()) && ranges.windows(2).all(|w| w[0].end <= w[1].start)
        };
        let within = |at: usize, taken: Option<usize>| taken.is_none_or(|t| t > 0 && at + t <= words.len());
        ends(find_quantities(&words).into_iter().map(|(r, _)| r).collect())
            && ends(find_periods(&words).into_iter().map(|(r, _)| r).collect())
            && (0..=words.len()).all(|at| {
                within(at, quantity_at(&words, at).map(|(t, _)| t))
                    && within(at, period_at(&words, at).map(|(t, _)| t))
                    && within(at, rate_at(&words, at).map(|(t, _)| t))
            })
    }

    fn quantities_read_are_finite_and_ordered(words: AnyWords) -> bool {
        words.quantities().iter().all(|q| {
            let finite = [q.low, q.high, Some(q.granularity)].into_iter().flatten().all(f64::is_finite);
            finite && q.low.zip(q.high).is_none_or(|(low, high)| low <= high)
        })
    }

    fn quantities_relate_as_mirrors(a: AnyQuantity, b: AnyQuantity) -> bool {
        a.0.compare(&b.0) == b.0.compare(&a.0).mirrored()
    }

    fn a_quantity_equals_itself(a: AnyQuantity) -> bool {
        a.0.compare(&a.0) == QuantityRelation::Equal
    }

    fn quantities_in_words_relate_as_mirrors(a: AnyWords, b: AnyWords) -> bool {
        let (a, b) = (a.quantities(), b.quantities());
        a.iter().all(|a| b.iter().all(|b| a.compare(b) == b.compare(a).mirrored()))
    }

    fn quantities_survive_json(words: AnyWords) -> bool {
        words.quantities().iter().all(|q| serde_json::from_str::<Quantity>(&serde_json::to_string(q).unwrap()).unwrap() == *q)
    }

    fn periods_relate_as_mirrors(a: AnyPeriod, b: AnyPeriod) -> bool {
        a.0.compare(&b.0) == b.0.compare(&a.0).mirrored()
    }

    fn placing_never_panics(a: AnyPeriod, days: i32) -> bool {
        let date = Date::from_days(i64::from(days)).unwrap_or(Date::MAX);
        let ordered = |p: &Period| p.from.zip(p.to).is_none_or(|(from, to)| from <= to);
        ordered(&a.0.anchored(date)) && ordered(&a.0.anchored_ahead(date)) && a.0.anchored(date).anchored(date) == a.0.anchored(date)
    }

    fn conversions_round_trip(value: i32) -> bool {
        let value = f64::from(value) / 7.0;
        [("mile", "km"), ("°F", "°C"), ("kelvin", "°F"), ("mph", "km/h"), ("year", "days"), ("acre", "square feet"), ("kWh", "kcal")]
            .iter()
            .all(|(from, to)| {
                let back = convert(value, from, to).and_then(|v| convert(v, to, from)).unwrap();
                (back - value).abs() <= 1e-9 * value.abs().max(1e3)
            })
    }

    fn days_round_trip(days: i32) -> bool {
        Date::from_days(i64::from(days)).is_none_or(|d| d.days() == i64::from(days) && Date::parse(&d.to_string()).unwrap() == d)
    }
}
