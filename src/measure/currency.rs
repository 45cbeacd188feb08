//! Currencies: their codes, their signs and the words for them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::pieces::{Kind, Pieces};

macro_rules! currencies {
    ($($variant:ident = $code:literal,)*) => {
        /// A currency, by its ISO 4217 code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "the codes are documented by ISO 4217")]
        pub enum Currency { $(#[serde(rename = $code)] $variant,)* }

        impl Currency {
            /// The ISO 4217 code.
            pub fn code(self) -> &'static str {
                match self { $(Currency::$variant => $code,)* }
            }

            /// Reads an ISO 4217 code in capitals.
            pub fn parse(code: &str) -> Option<Currency> {
                match code { $($code => Some(Currency::$variant),)* _ => None }
            }
        }
    };
}

currencies! {
    Aed = "AED", Ars = "ARS", Aud = "AUD", Bdt = "BDT", Bgn = "BGN", Brl = "BRL", Btc = "BTC", Cad = "CAD", Chf = "CHF",
    Clp = "CLP", Cny = "CNY", Cop = "COP", Czk = "CZK", Dkk = "DKK", Egp = "EGP", Etb = "ETB", Eur = "EUR", Gbp = "GBP",
    Gel = "GEL", Ghs = "GHS", Hkd = "HKD", Huf = "HUF", Idr = "IDR", Ils = "ILS", Inr = "INR", Iqd = "IQD", Irr = "IRR",
    Jod = "JOD", Jpy = "JPY", Kes = "KES", Kpw = "KPW", Krw = "KRW", Kwd = "KWD", Kzt = "KZT", Lbp = "LBP", Lkr = "LKR",
    Mxn = "MXN", Myr = "MYR", Ngn = "NGN", Nok = "NOK", Npr = "NPR", Nzd = "NZD", Php = "PHP", Pkr = "PKR", Pln = "PLN",
    Qar = "QAR", Ron = "RON", Rsd = "RSD", Rub = "RUB", Sar = "SAR", Sek = "SEK", Sgd = "SGD", Syp = "SYP", Thb = "THB",
    Tnd = "TND", Try = "TRY", Twd = "TWD", Tzs = "TZS", Uah = "UAH", Ugx = "UGX", Usd = "USD", Vnd = "VND", Zar = "ZAR",
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

fn sign(text: &str) -> Option<Currency> {
    Some(match text {
        "$" => Currency::Usd,
        "£" => Currency::Gbp,
        "€" => Currency::Eur,
        "¥" | "￥" => Currency::Jpy,
        "₹" => Currency::Inr,
        "₽" => Currency::Rub,
        "₩" => Currency::Krw,
        "₺" => Currency::Try,
        "₴" => Currency::Uah,
        "₪" => Currency::Ils,
        "₦" => Currency::Ngn,
        "฿" => Currency::Thb,
        "₫" => Currency::Vnd,
        "₱" => Currency::Php,
        "₿" => Currency::Btc,
        _ => return None,
    })
}

/// Reads a currency that stands before its amount: "$", "US$", "EUR", "Rs".
pub(super) fn before(p: &Pieces<'_>, i: usize) -> Option<(usize, Currency)> {
    if let Some(currency) = sign(p.text(i)) {
        return Some((i + 1, currency));
    }
    if p.kind(i) != Some(Kind::Letters) {
        return None;
    }
    if p.text(i + 1) == "$" {
        let currency = match p.key(i) {
            "us" => Currency::Usd,
            "c" | "ca" | "can" => Currency::Cad,
            "a" | "au" | "aus" => Currency::Aud,
            "nz" => Currency::Nzd,
            "hk" => Currency::Hkd,
            "s" => Currency::Sgd,
            "nt" => Currency::Twd,
            "r" => Currency::Brl,
            _ => return None,
        };
        return Some((i + 2, currency));
    }
    let currency = match p.key(i) {
        "rs" => Some(Currency::Inr),
        "rmb" => Some(Currency::Cny),
        _ => Currency::parse(p.text(i)),
    };
    currency.filter(|_| p.digits(i + 1).is_some()).map(|c| (i + 1, c))
}

/// Reads a currency that stands after its amount, with the part of its unit that the word names (a cent is a
/// hundredth). `amount` decides words that are other words too: "won", "pounds".
pub(super) fn after(p: &Pieces<'_>, i: usize, amount: f64) -> Option<(usize, Currency, f64)> {
    if let Some(currency) = sign(p.text(i)) {
        return Some((i + 1, currency, 1.0));
    }
    if p.kind(i) == Some(Kind::Letters)
        && let Some(currency) = Currency::parse(p.text(i))
    {
        return Some((i + 1, currency, 1.0));
    }
    let land = p.key(i);
    if let Some(currency) = of_land(land, p.key(i + 1)) {
        return Some((i + 2, currency, 1.0));
    }
    if let Some(currency) = of_two_words(land, p.key(i + 1)).and_then(|l| of_land(l, p.key(i + 2))) {
        return Some((i + 3, currency, 1.0));
    }
    let (currency, part) = match land {
        "dollar" | "dollars" | "buck" | "bucks" => (Currency::Usd, 1.0),
        "cents" => (Currency::Usd, 0.01),
        "euro" | "euros" => (Currency::Eur, 1.0),
        "pound" | "pounds" if p.key(i + 1) == "sterling" => return Some((i + 2, Currency::Gbp, 1.0)),
        // Nobody weighs a million pounds; they are paid.
        "pound" | "pounds" if amount >= 1e6 => (Currency::Gbp, 1.0),
        "quid" => (Currency::Gbp, 1.0),
        "pence" => (Currency::Gbp, 0.01),
        // "425p".
        "p" if !p.boundary(i) => (Currency::Gbp, 0.01),
        "yen" => (Currency::Jpy, 1.0),
        "yuan" | "renminbi" => (Currency::Cny, 1.0),
        "ruble" | "rubles" | "rouble" | "roubles" => (Currency::Rub, 1.0),
        "kopeck" | "kopecks" => (Currency::Rub, 0.01),
        "rupee" | "rupees" => (Currency::Inr, 1.0),
        "won" if amount >= 1000.0 => (Currency::Krw, 1.0),
        "franc" | "francs" => (Currency::Chf, 1.0),
        "krona" | "kronor" => (Currency::Sek, 1.0),
        "krone" | "kroner" => (Currency::Nok, 1.0),
        "reais" => (Currency::Brl, 1.0),
        "rand" => (Currency::Zar, 1.0),
        "lira" | "liras" => (Currency::Try, 1.0),
        "shekel" | "shekels" => (Currency::Ils, 1.0),
        "dirham" | "dirhams" => (Currency::Aed, 1.0),
        "riyal" | "riyals" => (Currency::Sar, 1.0),
        "rial" | "rials" => (Currency::Irr, 1.0),
        "baht" => (Currency::Thb, 1.0),
        "ringgit" => (Currency::Myr, 1.0),
        "rupiah" => (Currency::Idr, 1.0),
        "dong" => (Currency::Vnd, 1.0),
        "hryvnia" | "hryvnias" => (Currency::Uah, 1.0),
        "zloty" | "zlotys" | "zloties" => (Currency::Pln, 1.0),
        "forint" | "forints" => (Currency::Huf, 1.0),
        "koruna" | "korunas" => (Currency::Czk, 1.0),
        "lei" => (Currency::Ron, 1.0),
        "naira" => (Currency::Ngn, 1.0),
        "cedi" | "cedis" => (Currency::Ghs, 1.0),
        "birr" => (Currency::Etb, 1.0),
        "taka" => (Currency::Bdt, 1.0),
        "tenge" => (Currency::Kzt, 1.0),
        "lari" => (Currency::Gel, 1.0),
        "bitcoin" | "bitcoins" => (Currency::Btc, 1.0),
        _ => return None,
    };
    Some((i + 1, currency, part))
}

fn of_two_words(first: &str, second: &str) -> Option<&'static str> {
    Some(match (first, second) {
        ("hong", "kong") => "hongkong",
        ("new", "zealand") => "newzealand",
        ("new", "taiwan") => "taiwan",
        ("sri", "lankan") => "srilankan",
        ("saudi", "arabian") => "saudi",
        ("south", "korean") => "southkorean",
        ("north", "korean") => "northkorean",
        ("south", "african") => "southafrican",
        _ => return None,
    })
}

fn of_land(land: &str, word: &str) -> Option<Currency> {
    let word = word.strip_suffix('s').unwrap_or(word);
    Some(match (land, word) {
        ("us" | "american", "dollar") => Currency::Usd,
        ("canadian", "dollar") => Currency::Cad,
        ("australian", "dollar") => Currency::Aud,
        ("hongkong", "dollar") => Currency::Hkd,
        ("newzealand", "dollar") => Currency::Nzd,
        ("singapore" | "singaporean", "dollar") => Currency::Sgd,
        ("taiwan" | "taiwanese", "dollar") => Currency::Twd,
        ("british", "pound") => Currency::Gbp,
        ("egyptian", "pound") => Currency::Egp,
        ("lebanese", "pound" | "lira") => Currency::Lbp,
        ("syrian", "pound" | "lira") => Currency::Syp,
        ("turkish", "lira") => Currency::Try,
        ("japanese", "yen") => Currency::Jpy,
        ("chinese", "yuan" | "renminbi") => Currency::Cny,
        ("russian", "ruble" | "rouble") => Currency::Rub,
        ("indian", "rupee") => Currency::Inr,
        ("pakistani" | "pakistan", "rupee") => Currency::Pkr,
        ("nepalese" | "nepali", "rupee") => Currency::Npr,
        ("srilankan", "rupee") => Currency::Lkr,
        ("korean" | "southkorean", "won") => Currency::Krw,
        ("northkorean", "won") => Currency::Kpw,
        ("swiss", "franc") => Currency::Chf,
        ("swedish", "krona" | "kronor" | "crown") => Currency::Sek,
        ("norwegian", "krone" | "kroner" | "crown") => Currency::Nok,
        ("danish", "krone" | "kroner" | "crown") => Currency::Dkk,
        ("czech", "koruna" | "crown") => Currency::Czk,
        ("brazilian", "real" | "reai") => Currency::Brl,
        ("southafrican", "rand") => Currency::Zar,
        ("mexican", "peso") => Currency::Mxn,
        ("argentine" | "argentinian", "peso") => Currency::Ars,
        ("chilean", "peso") => Currency::Clp,
        ("colombian", "peso") => Currency::Cop,
        ("philippine", "peso") => Currency::Php,
        ("kuwaiti", "dinar") => Currency::Kwd,
        ("iraqi", "dinar") => Currency::Iqd,
        ("jordanian", "dinar") => Currency::Jod,
        ("tunisian", "dinar") => Currency::Tnd,
        ("serbian", "dinar") => Currency::Rsd,
        ("iranian", "rial") => Currency::Irr,
        ("saudi", "riyal") => Currency::Sar,
        ("qatari", "riyal") => Currency::Qar,
        ("uae" | "emirati", "dirham") => Currency::Aed,
        ("kenyan", "shilling") => Currency::Kes,
        ("ugandan", "shilling") => Currency::Ugx,
        ("tanzanian", "shilling") => Currency::Tzs,
        _ => return None,
    })
}
