//! The files of the search index: what `assets/search-index.js` reads.
//!
//! Every file is a script that hands over a key such as `en:w0` and a JSON text, which is packed
//! where it is long prose. All but the root name the build that they belong to.

use serde_json::{Map, Value, json};

use super::Locale;
use super::views::Card;
use crate::catalogue::EntryIndex;
use crate::config::LanguageIndex;
use crate::content::TermKind;
use crate::language::Args;
use crate::search::facets::{Kind, What};
use crate::search::pack::pack;
use crate::search::{CARDS_PER_SHARD, Counts, Index, Shard, encode, words};
use crate::site::Plan;

/// Messages that only the script shows. Variables are left as `{0}`, `{1}`.
const MESSAGES: [(&str, &[&str]); 21] = [
    ("search-nothing", &[]),
    ("search-nothing-hint", &[]),
    ("search-corrected", &["typed", "found"]),
    ("search-more", &[]),
    ("search-all", &[]),
    ("search-remove", &["name"]),
    ("search-remove-all", &[]),
    ("search-lost", &[]),
    ("search-other-edition", &[]),
    ("search-years", &["from", "to"]),
    ("search-in-language", &["language"]),
    ("search-suggestions", &[]),
    ("identify-nothing", &[]),
    ("identify-yes", &[]),
    ("identify-no", &[]),
    ("look-for", &[]),
    ("mistaken-for", &[]),
    ("warning-signs", &[]),
    ("size", &[]),
    ("era-bce", &["year"]),
    ("era-ce", &["year"]),
];

/// The names of fields in queries, and the messages that are other names for them.
const FIELDS: [(&str, &[&str]); 9] = [
    ("list", &["lists"]),
    ("category", &["category", "categories"]),
    ("material", &["materials"]),
    ("type", &["object-types"]),
    ("period", &["periods"]),
    ("place", &["places"]),
    ("script", &["scripts"]),
    ("shape", &["shapes"]),
    ("size", &["size"]),
];

/// A file of the index of a language.
pub fn shard(locale: Locale<'_>, plan: &Plan, shard: Shard) -> String {
    let index = plan.search.index(locale.catalogue, locale.index);
    let counts = plan.search.counts(locale.index);
    let folder = locale.language().tag.folder();
    let payload = match shard {
        Shard::Root => root(locale, index, counts),
        Shard::Words(at) => words_shard(index, at),
        Shard::Cards(at) => cards(locale, index, at),
        Shard::Texts(at) => texts(locale, index, at),
        Shard::Facets(at) => facets(locale, index, at),
        Shard::Spelling(at) => spelling(index, at, counts.spelling),
    };
    let json = payload.to_string();
    let json = match shard {
        Shard::Texts(_) => pack(&json),
        _ => json,
    };
    encode::script(&format!("{folder}:{}", shard.name()), &json)
}

fn root(locale: Locale<'_>, index: &Index, counts: Counts) -> Value {
    let starts: Vec<&str> = index
        .word_starts
        .iter()
        .map(|at| {
            index
                .words
                .get(*at)
                .map_or("\u{FFFF}", |word| word.text.as_str())
        })
        .collect();
    let messages: Map<String, Value> = MESSAGES
        .iter()
        .map(|(key, variables)| ((*key).to_owned(), message(locale, key, variables).into()))
        .collect();
    let languages = locale.catalogue.config.language_indices().map(|other| {
        let language = locale.catalogue.language(other);
        json!([
            language.tag.as_str(),
            language.direction.as_str(),
            locale.language_name(other)
        ])
    });
    let digits: String = (0..10).map(|n| locale.formats().integer(n)).collect();
    json!({
        "b": index.build,
        "n": index.entries.len(),
        "lang": locale.language().tag.as_str(),
        "words": starts.join(" "),
        "texts": index.text_starts,
        "cards": CARDS_PER_SHARD,
        "facets": index.piece_starts,
        "spelling": index.spelling_starts(counts.spelling),
        "fields": fields(locale),
        "kinds": kinds(locale),
        "languages": languages.collect::<Vec<_>>(),
        "digits": digits,
        "counted": {"results": counted(locale, "search-count"), "entries": counted(locale, "entry-count")},
        "messages": messages,
    })
}

fn message(locale: Locale<'_>, key: &str, variables: &[&str]) -> String {
    let args = variables
        .iter()
        .enumerate()
        .fold(Args::new(), |args, (at, name)| {
            args.text(*name, format!("{{{at}}}"))
        });
    locale.message(key, &args)
}

/// The forms of a message with a count, and which of them each number takes. Browsers do not know
/// the plurals of every language; those of numbers from 200 on are those of their last two digits.
fn counted(locale: Locale<'_>, key: &str) -> Value {
    let mut forms: Vec<String> = Vec::new();
    let mut which = String::new();
    for n in 0..200_u8 {
        let form = locale.message(key, &Args::new().number("count", f64::from(n), "{0}"));
        let at = forms
            .iter()
            .position(|known| *known == form)
            .unwrap_or_else(|| {
                forms.push(form);
                forms.len() - 1
            });
        which.push(char::from(b'0' + u8::try_from(at).unwrap_or(0)));
    }
    json!([forms, which])
}

/// What a query may write before a colon: the name in any language of the site, in all its forms.
fn fields(locale: Locale<'_>) -> Value {
    let mut names = Map::new();
    for (field, keys) in FIELDS {
        names.insert(field.to_owned(), field.into());
        for language in locale.catalogue.config.language_indices() {
            let locale = locale.other(language);
            let tag = locale.language().tag.as_str();
            let mut add = |word: &str| {
                for form in words::forms(word, tag) {
                    names.entry(form).or_insert_with(|| field.into());
                }
            };
            for key in keys {
                if let [word] = &words::words(&locale.words(key))[..] {
                    add(word);
                }
            }
            let own = locale.words(&format!("search-field-{field}"));
            words::words(&own).iter().for_each(|word| add(word));
        }
    }
    Value::Object(names)
}

/// The kinds of facets with what to call them.
fn kinds(locale: Locale<'_>) -> Value {
    let label = |kind: Kind| match kind {
        Kind::List => locale.words("lists"),
        Kind::Category => locale.words("category"),
        Kind::Term(TermKind::Material) => locale.words("materials"),
        Kind::Term(TermKind::ObjectType) => locale.words("object-types"),
        Kind::Term(TermKind::Period) => locale.words("periods"),
        Kind::Term(TermKind::Place) => locale.words("places"),
        Kind::Term(TermKind::Script) => locale.words("scripts"),
        Kind::Term(TermKind::Shape) => locale.words("shapes"),
        Kind::Term(_) => locale.words("size"),
    };
    Kind::ALL
        .into_iter()
        .map(|kind| json!([kind.name(), label(kind)]))
        .collect()
}

/// Words in order: what each shares with the one before, the rest, and its entries.
fn words_shard(index: &Index, at: usize) -> Value {
    let mut text = String::new();
    let mut before = "";
    for word in index.words_of(at) {
        if !text.is_empty() {
            text.push('\n');
        }
        rest(before, &word.text, &mut text);
        text.push(' ');
        text.push_str(&word.postings);
        before = &word.text;
    }
    json!({"b": index.build, "w": text})
}

/// Words in order, without their entries.
fn spelling(index: &Index, at: usize, shards: usize) -> Value {
    let mut text = String::new();
    let mut before = "";
    for word in index.spelling_of(at, shards) {
        if !text.is_empty() {
            text.push(' ');
        }
        rest(before, word, &mut text);
        before = word;
    }
    json!({"b": index.build, "w": text})
}

/// Writes how much a word shares with the one before, and what follows.
fn rest(before: &str, word: &str, to: &mut String) {
    let shared = shared(before, word).min(63);
    encode::number(u32::try_from(shared).unwrap_or(0), to);
    to.extend(word.chars().skip(shared));
}

/// How many characters two words share at their start.
fn shared(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// What a list of results shows of each entry.
fn cards(locale: Locale<'_>, index: &Index, at: usize) -> Value {
    let cards = index.cards_of(at).iter().map(|entry| card(locale, *entry));
    json!({"b": index.build, "e": cards.collect::<Vec<_>>()})
}

fn card(locale: Locale<'_>, index: EntryIndex) -> Value {
    let Some(card) = Card::new(locale, index) else {
        return Value::Null;
    };
    let facts = &locale.catalogue.entry(index).facts;
    let also = locale
        .catalogue
        .entry(index)
        .texts
        .resolve(locale.language());
    let also = also
        .map(|(_, text)| text.words.also_called.join(" · "))
        .unwrap_or_default();
    // The smallest size is large enough for a row of results.
    let picture = card.picture.map_or(Value::Null, |picture| {
        let (width, height) = (u64::from(picture.width), u64::from(picture.height));
        match picture.sizes.first() {
            Some(size) => {
                let shown = u64::from(size.width);
                json!([size.path, shown, height * shown / width.max(1)])
            }
            None => json!([picture.path, width, height]),
        }
    });
    let places: Vec<String> = facts
        .places
        .iter()
        .take(3)
        .map(|place| locale.label(TermKind::Place, *place))
        .collect();
    json!([
        card.title,
        card.path,
        also,
        card.summary,
        category(locale, index),
        locale.years(facts.dates),
        places.join(" · "),
        picture,
        card.lang.unwrap_or_default(),
        card.dir.unwrap_or_default(),
    ])
}

fn category(locale: Locale<'_>, index: EntryIndex) -> String {
    let at = locale.catalogue.entry(index).facts.category;
    let text = locale
        .catalogue
        .list(index.list)
        .texts
        .resolve(locale.language());
    let words = text.and_then(|(_, text)| text.words.categories.get(at));
    words
        .map(|category| category.title.clone())
        .unwrap_or_default()
}

/// The points and texts of entries, in the language in which the page shows them.
fn texts(locale: Locale<'_>, index: &Index, at: usize) -> Value {
    let texts = index.texts_of(at).iter().map(|entry| text(locale, *entry));
    json!({"b": index.build, "e": texts.collect::<Vec<_>>()})
}

fn text(locale: Locale<'_>, index: EntryIndex) -> Value {
    let entry = locale.catalogue.entry(index);
    let Some((_, text)) = entry.texts.resolve(locale.language()) else {
        return Value::Null;
    };
    let words = &text.words;
    let mistaken = words
        .mistaken_for
        .iter()
        .map(|mistaken| json!([mistaken.what, mistaken.tell_apart]));
    let others = entry
        .texts
        .iter()
        .filter(|(other, _)| *other != locale.index);
    let names = others.map(|(LanguageIndex(other), text)| {
        json!([other, text.words.title, text.words.also_called.join(" · ")])
    });
    let sizes = entry.facts.size.ranges.iter().map(|range| {
        let label = locale.words(&format!("dimension-{}", range.dimension.name()));
        json!([label, locale.range(range)])
    });
    json!([
        words.look_for,
        mistaken.collect::<Vec<_>>(),
        words.warning_signs,
        words.inscriptions.as_deref().unwrap_or_default(),
        text.body.plain_lines(),
        sizes.collect::<Vec<_>>(),
        names.collect::<Vec<_>>(),
    ])
}

/// The first file names all values; every file holds some of the lists of entries.
fn facets(locale: Locale<'_>, index: &Index, at: usize) -> Value {
    let mut payload = json!({
        "b": index.build,
        "s": index.piece_starts.get(at),
        "p": index.pieces_of(at),
    });
    if at == 0 {
        let values = index.values.iter().map(|value| {
            let kind = Kind::ALL.iter().position(|kind| *kind == value.kind);
            let names = value
                .names
                .iter()
                .filter(|name| **name != label(locale, value.what));
            json!([
                kind,
                value.id,
                label(locale, value.what),
                value.wider,
                names.map(String::as_str).collect::<Vec<_>>().join("\n"),
            ])
        });
        payload["v"] = values.collect();
    }
    payload
}

fn label(locale: Locale<'_>, what: What) -> String {
    let catalogue = locale.catalogue;
    let words = |list| {
        let text = catalogue.list(list).texts.resolve(locale.language());
        text.map(|(_, text)| &text.words)
    };
    match what {
        What::List(list) => words(list).map(|words| words.title.clone()),
        What::Category(list, at) => {
            words(list).and_then(|words| Some(words.categories.get(at)?.title.clone()))
        }
        What::Term(kind, term) => Some(locale.label(kind, term)),
    }
    .unwrap_or_default()
}
