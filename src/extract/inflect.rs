//! English verbs and nouns in their forms, for statements.

use crate::proposition::Tense;

/// Verbs whose past and participle are their own: base, past, participle.
const IRREGULAR: &str = "arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|\
begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|\
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst|\
buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|\
creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|\
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|\
fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|\
forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got got|give gave given|\
go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|\
hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leave left left|\
lend lent lent|let let let|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|\
mislead misled misled|mistake mistook mistaken|mow mowed mown|outdo outdid outdone|overcome overcame overcome|\
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|override overrode overridden|\
pay paid paid|prove proved proved|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|rid rid rid|\
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|\
send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|\
shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|\
speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread|\
spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|stride strode stridden|\
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|\
swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|\
throw threw thrown|thrust thrust thrust|undergo underwent undergone|understand understood understood|\
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|\
weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|\
withstand withstood withstood|wring wrung wrung|write wrote written|rewrite rewrote rewritten|resell resold resold";

/// Nouns whose plural is their own.
const PLURALS: &[(&str, &str)] = &[
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("person", "people"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("mouse", "mice"),
    ("goose", "geese"),
    ("crisis", "crises"),
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("thesis", "theses"),
    ("phenomenon", "phenomena"),
    ("criterion", "criteria"),
    ("series", "series"),
    ("species", "species"),
    ("sheep", "sheep"),
    ("fish", "fish"),
    ("aircraft", "aircraft"),
    ("wife", "wives"),
    ("life", "lives"),
    ("leaf", "leaves"),
    ("half", "halves"),
    ("knife", "knives"),
    ("thief", "thieves"),
    ("wolf", "wolves"),
    ("people", "people"),
    ("means", "means"),
    ("hero", "heroes"),
    ("potato", "potatoes"),
    ("shelf", "shelves"),
];

/// What a verb agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// "I".
    Speaker,
    One,
    Many,
}

/// A form of "be".
pub(super) fn be(tense: Tense, subject: Subject, negative: bool) -> String {
    let not = if negative { " not" } else { "" };
    match (tense, subject) {
        (Tense::Past, Subject::Many) => format!("were{not}"),
        (Tense::Past, _) => format!("was{not}"),
        (Tense::Perfect, Subject::One) => format!("has{not} been"),
        (Tense::Perfect, _) => format!("have{not} been"),
        (Tense::Future, _) => format!("will{not} be"),
        (_, Subject::Speaker) => format!("am{not}"),
        (_, Subject::Many) => format!("are{not}"),
        (_, Subject::One) => format!("is{not}"),
    }
}

/// A verb whose subject does it.
pub(super) fn active(lemma: &str, tense: Tense, subject: Subject, negative: bool) -> String {
    let (verb, particle) = split(lemma);
    if verb == "be" {
        return be(tense, subject, negative);
    }
    let plural = subject != Subject::One;
    let words = match (tense, negative) {
        (Tense::Past, false) => past(verb),
        (Tense::Past, true) => format!("did not {verb}"),
        (Tense::Perfect, _) => format!(
            "{}{} {}",
            if plural { "have" } else { "has" },
            if negative { " not" } else { "" },
            participle(verb)
        ),
        (Tense::Future, false) => format!("will {verb}"),
        (Tense::Future, true) => format!("will not {verb}"),
        (_, true) => format!("{} not {verb}", if plural { "do" } else { "does" }),
        (_, false) if plural => verb.to_owned(),
        (_, false) => third_person(verb),
    };
    words + particle
}

/// A verb that is done to its subject.
pub(super) fn passive(lemma: &str, tense: Tense, subject: Subject, negative: bool) -> String {
    let (verb, particle) = split(lemma);
    format!("{} {}{particle}", be(tense, subject, negative), participle(verb))
}

fn split(lemma: &str) -> (&str, &str) {
    lemma
        .find(' ')
        .map_or((lemma, ""), |i| lemma.split_at_checked(i).unwrap_or((lemma, "")))
}

fn irregular(verb: &str) -> Option<(&'static str, &'static str)> {
    IRREGULAR.split('|').find_map(|entry| {
        let mut forms = entry.split(' ');
        (forms.next() == Some(verb)).then(|| forms.next().zip(forms.next()))?
    })
}

/// Whether a form is the past of a verb and cannot be its participle: "rose", "gave".
pub(super) fn is_past_alone(verb: &str, form: &str) -> bool {
    irregular(verb).is_some_and(|(past, participle)| past != participle && form.eq_ignore_ascii_case(past))
}

/// Whether a form can be the past of a verb: "left", "stayed", but not "given".
pub(super) fn is_past(verb: &str, form: &str) -> bool {
    form.eq_ignore_ascii_case(&past(verb))
}

fn past(verb: &str) -> String {
    inflected(verb, |(past, _)| past)
}

fn participle(verb: &str) -> String {
    inflected(verb, |(_, participle)| participle)
}

/// The form of an irregular verb, also behind a prefix ("retook", "overthrown"), or the regular one.
fn inflected(verb: &str, form: fn((&'static str, &'static str)) -> &'static str) -> String {
    let behind = |prefix: &&str| {
        let forms = irregular(verb.strip_prefix(prefix)?)?;
        Some(format!("{prefix}{}", form(forms)))
    };
    irregular(verb)
        .map(|forms| form(forms).to_owned())
        .or_else(|| PREFIXES.iter().find_map(behind))
        .unwrap_or_else(|| regular(verb))
}

/// What a verb may begin with and be inflected as without.
const PREFIXES: [&str; 6] = ["re", "over", "under", "out", "mis", "fore"];

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// "Closed", "stopped", "carried", "played".
fn regular(verb: &str) -> String {
    let last: Vec<char> = verb.chars().rev().take(3).collect();
    match last.as_slice() {
        ['e', ..] => format!("{verb}d"),
        ['y', before, ..] if !is_vowel(*before) => format!("{}ied", verb.trim_end_matches('y')),
        // One short syllable doubles its last letter: "stop", "ban", "plan".
        [end, vowel, start, ..]
            if !is_vowel(*end)
                && is_vowel(*vowel)
                && (!is_vowel(*start) || verb.contains("qu"))
                && !matches!(end, 'w' | 'x' | 'y')
                && short(verb) =>
        {
            format!("{verb}{end}ed")
        }
        _ => format!("{verb}ed"),
    }
}

fn short(verb: &str) -> bool {
    let groups = verb.chars().fold((0, false), |(n, in_vowel), c| {
        let vowel = is_vowel(c);
        (if vowel && !in_vowel { n + 1 } else { n }, vowel)
    });
    groups.0 == 1
        || matches!(
            verb,
            "refer"
                | "prefer"
                | "commit"
                | "admit"
                | "permit"
                | "occur"
                | "regret"
                | "kidnap"
                | "worship"
                | "control"
                | "compel"
                | "submit"
                | "transfer"
                | "incur"
                | "expel"
                | "propel"
                | "deter"
                | "rebut"
                | "recur"
                | "enrol"
                | "acquit"
                | "equip"
                | "patrol"
                | "rebel"
                | "repel"
                | "defer"
                | "infer"
                | "omit"
                | "abet"
                | "allot"
                | "excel"
                | "outwit"
                | "program"
        )
}

fn third_person(verb: &str) -> String {
    match verb {
        "have" => "has".to_owned(),
        "do" | "go" | "veto" | "echo" | "torpedo" => format!("{verb}es"),
        _ => with_s(verb),
    }
}

fn with_s(word: &str) -> String {
    let last: Vec<char> = word.chars().rev().take(2).collect();
    match last.as_slice() {
        ['y', before] if !is_vowel(*before) => format!("{}ies", word.trim_end_matches('y')),
        ['s' | 'x' | 'z', ..] | ['h', 'c' | 's'] => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

/// The indefinite article before a word, by its sound: "an hour", "a useful thing".
pub(super) fn indefinite(word: &str) -> &'static str {
    const SILENT: &[&str] = &["hour", "honest", "honor", "honour", "heir"];
    const GLIDES: &[&str] = &[
        "eu", "uni", "use", "usu", "uti", "ubi", "ura", "one", "once", "ewe",
    ];
    let starts = |list: &[&str]| list.iter().any(|s| word.starts_with(s));
    let negated = word.starts_with("unin") || word.starts_with("unim");
    let vowel = word.starts_with(['a', 'e', 'i', 'o', 'u']) && (negated || !starts(GLIDES));
    if vowel || starts(SILENT) { "an" } else { "a" }
}

/// The plural of a noun; a name keeps its form.
pub(super) fn plural(noun: &str) -> String {
    if noun.chars().next().is_some_and(char::is_uppercase) {
        return noun.to_owned();
    }
    PLURALS
        .iter()
        .find(|(one, _)| *one == noun)
        .map_or_else(|| with_s(noun), |(_, many)| (*many).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs() {
        assert_eq!(
            active("turn down", Tense::Past, Subject::One, false),
            "turned down"
        );
        assert_eq!(active("carry", Tense::Present, Subject::One, false), "carries");
        assert_eq!(
            active("stop", Tense::Perfect, Subject::Many, true),
            "have not stopped"
        );
        assert_eq!(
            passive("withdraw", Tense::Future, Subject::One, false),
            "will be withdrawn"
        );
        assert_eq!(active("visit", Tense::Past, Subject::One, false), "visited");
        assert_eq!(plural("ally"), "allies");
        assert_eq!(be(Tense::Present, Subject::Speaker, true), "am not");
        assert_eq!(
            active("leave", Tense::Perfect, Subject::Speaker, false),
            "have left"
        );
    }
}
