//! Words for amounts that nobody counted: "dozens", "several", "tens of thousands", "a few hundred".

use super::number::power;
use super::pieces::Pieces;

/// The interval that a vague word covers; the upper end is open where `open` says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Vague {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) open: bool,
    /// "A couple" is about two rather than anything from two to three.
    pub(super) about: bool,
}

const fn open(low: f64, high: f64) -> Vague {
    Vague {
        low,
        high,
        open: true,
        about: false,
    }
}

const fn closed(low: f64, high: f64) -> Vague {
    Vague {
        low,
        high,
        open: false,
        about: false,
    }
}

/// A plural scale word on its own: "hundreds" are at least two of them and fewer than would be called thousands.
fn plural(key: &str) -> Option<Vague> {
    Some(match key {
        "tens" => open(20.0, 100.0),
        "dozens" => open(24.0, 100.0),
        "scores" => open(40.0, 200.0),
        "hundreds" => open(200.0, 1_000.0),
        "thousands" => open(2_000.0, 100_000.0),
        "millions" => open(2e6, 1e9),
        "billions" => open(2e9, 1e12),
        "trillions" => open(2e12, 1e15),
        _ => return None,
    })
}

/// A few, several: small amounts, which a scale word may multiply.
fn small(p: &Pieces<'_>, i: usize) -> Option<(usize, Vague)> {
    Some(match (p.key(i), p.key(i + 1)) {
        ("several", _) => (i + 1, closed(3.0, 12.0)),
        ("a", "few") => (i + 2, closed(2.0, 10.0)),
        ("few", _)
            if matches!(
                p.key_before(i, 1),
                "past" | "last" | "next" | "first" | "these" | "those"
            ) =>
        {
            (i + 1, closed(2.0, 10.0))
        }
        ("a", "handful") => (i + 2, closed(3.0, 10.0)),
        ("a", "couple") => {
            let of = usize::from(p.key(i + 2) == "of");
            (
                i + 2 + of * usize::from(scale(p.key(i + 3)).is_some()),
                Vague {
                    about: true,
                    ..closed(2.0, 3.0)
                },
            )
        }
        _ => return None,
    })
}

fn scale(key: &str) -> Option<f64> {
    match key {
        "dozen" => Some(12.0),
        _ => super::number::scale(key).map(power),
    }
}

/// Reads a vague amount from piece `i`.
pub(super) fn vague(p: &Pieces<'_>, i: usize) -> Option<(usize, Vague)> {
    if let Some((at, few)) = small(p, i) {
        return Some(match scale(p.key(at)) {
            Some(by) => (
                at + 1,
                Vague {
                    low: few.low * by,
                    high: few.high * by,
                    ..few
                },
            ),
            None => (at, few),
        });
    }
    let one = plural(p.key(i))?;
    let by = match p.key(i + 2) {
        "thousands" => 1e3,
        "millions" => 1e6,
        "billions" => 1e9,
        "trillions" => 1e12,
        _ => 0.0,
    };
    if by > 0.0 && p.key(i + 1) == "of" && one.high <= 1e3 {
        let high = one.high.min(1_000.0);
        return Some((
            i + 3,
            Vague {
                low: one.low * by,
                high: high * by,
                ..one
            },
        ));
    }
    // "Tens" and "scores" alone are other words too.
    let bare = matches!(p.key(i), "tens" | "scores") && p.key(i + 1) != "of";
    (!bare).then_some((i + 1, one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_words_are_intervals() {
        let cases = [
            ("dozens", 24.0, 100.0, 1),
            ("hundreds of people", 200.0, 1000.0, 1),
            ("tens of thousands", 2e4, 1e5, 3),
            ("hundreds of millions", 2e8, 1e9, 3),
            ("several", 3.0, 12.0, 1),
            ("several hundred", 300.0, 1200.0, 2),
            ("a few thousand", 2_000.0, 10_000.0, 3),
            ("a couple of days", 2.0, 3.0, 2),
            ("a couple of hundred", 200.0, 300.0, 4),
            ("scores of", 40.0, 200.0, 1),
        ];
        for (text, low, high, words) in cases {
            let split: Vec<&str> = text.split(' ').collect();
            let p = Pieces::new(&split, 0, split.len());
            let (at, v) = vague(&p, 0).unwrap();
            assert_eq!((v.low, v.high, p.word(at)), (low, high, words), "{text}");
        }
        for text in ["few people", "scores", "tens", "couple"] {
            let split: Vec<&str> = text.split(' ').collect();
            assert_eq!(vague(&Pieces::new(&split, 0, split.len()), 0), None, "{text}");
        }
    }
}
