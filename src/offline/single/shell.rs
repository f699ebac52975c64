//! The frame of a single file: its policy, style and script, and the sections of its languages.

use ct_codecs::{Base64, Encoder};
use sha2::{Digest, Sha256};

use super::page::{BLANK, Pages, Parts, section_id};
use super::pictures::{Pictures, data_address};
use crate::build::Prepared;
use crate::config::LanguageIndex;
use crate::output::OutputPath;
use crate::render::Locale;
use crate::site::Artifact;

/// What the pages of a single file need besides the theme's style. One page is shown at a time;
/// a browser that cannot tell which one was asked for shows all of them, one after the other.
const STYLE: &str = "
.edition > .page { margin-block: 0 3rem; }
@supports selector(:has(*)) {
  .page, .edition:not(:has(:target)) { display: none; }
  .page:is(:target, :has(:target)) { display: block; }
  .edition:not(:has(.page:target, .page :target)) .page.first { display: block; }
  html:not(:has(.edition :target)) .edition.first { display: block; }
}
";

/// The whole file.
pub fn write(
    prepared: &Prepared,
    languages: &[LanguageIndex],
    pages: &mut Pages<'_>,
    pictures: &mut Pictures<'_>,
) -> String {
    let mut body = String::new();
    if languages.len() > 1 {
        chooser(prepared, pages, pictures, &mut body);
    }
    for (at, language) in languages.iter().enumerate() {
        let first = at == 0 && languages.len() == 1;
        edition(prepared, *language, first, pages, pictures, &mut body);
    }
    let locale = Locale::new(
        &prepared.catalogue,
        languages.first().copied().unwrap_or(LanguageIndex::SOURCE),
    );
    frame(prepared, languages, locale, pages, pictures, &body)
}

fn frame(
    prepared: &Prepared,
    languages: &[LanguageIndex],
    locale: Locale<'_>,
    pages: &Pages<'_>,
    pictures: &Pictures<'_>,
    body: &str,
) -> String {
    let config = &prepared.catalogue.config;
    let style = inline(
        &[&theme_style(prepared, pages), STYLE, &pictures.style()],
        "</style",
    );
    let script = inline(&[&script(prepared, languages, pages, pictures)], "</script");
    let until = config
        .edition
        .valid_until
        .map_or_else(|| "-".to_owned(), |date| date.to_string());
    let language = locale.language();
    let icon = prepared
        .theme
        .assets
        .get("icon.svg")
        .map_or_else(String::new, |bytes| {
            format!(
                "<link rel=\"icon\" href=\"{}\">\n",
                data_address("icon.svg", bytes)
            )
        });
    format!(
        "<!doctype html>\n\
         <html lang=\"{lang}\" dir=\"{dir}\" data-script=\"{writing}\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src '{script_hash}'; style-src '{style_hash}'; img-src data:; font-src data:; \
         base-uri 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta name=\"generator\" content=\"{generator}\">\n\
         <meta name=\"redlist-edition\" content=\"date:{date} valid-until:{until} edition:{edition}\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n\
         {icon}\
         <style>{style}</style>\n\
         </head>\n\
         <body class=\"single\">\n\
         {body}\
         <script>{script}</script>\n\
         </body>\n\
         </html>\n",
        lang = language.tag,
        dir = language.direction.as_str(),
        writing = language.tag.script(),
        script_hash = hash(&script),
        style_hash = hash(&style),
        generator = concat!("redlist ", env!("CARGO_PKG_VERSION")),
        date = config.edition.date,
        edition = escape(&config.edition.name),
        title = escape(&locale.site_title()),
    )
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// What is written between the tags of a style or script, and would end neither.
fn inline(parts: &[&str], end: &str) -> String {
    let text = parts.concat();
    match text.to_ascii_lowercase().contains(end) {
        // Nothing of ours holds this; a theme's script in which it stands is left out whole.
        true => String::new(),
        false => text,
    }
}

/// How a policy names what it allows.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    // Base 64 of 32 bytes always has room.
    format!(
        "sha256-{}",
        Base64::encode_to_string(digest).unwrap_or_default()
    )
}

/// The theme's scripts, each after what it needs.
const SCRIPTS: [&str; 6] = [
    "search-words.js",
    "search-index.js",
    "search.js",
    "search-ui.js",
    "identify.js",
    "site.js",
];

/// The scripts of the pages, after the index of the search, which they find in the file.
fn script(
    prepared: &Prepared,
    languages: &[LanguageIndex],
    pages: &Pages<'_>,
    pictures: &Pictures<'_>,
) -> String {
    // site.js would otherwise load the search when somebody goes to its box.
    let mut script = format!(
        "document.documentElement.dataset.search='loaded';\n\
         window.redlistFile={{kept:{{}},blank:'{BLANK}',pictures:{}}};\n\
         window.__rl=function(key,json){{window.redlistFile.kept[key]=json}};\n",
        pictures.classes()
    );
    for language in languages {
        let folder = prepared.catalogue.language(*language).tag.folder();
        for shard in pages.index(&folder) {
            script.push_str(shard.trim_end());
            script.push_str(";\n");
        }
    }
    for name in SCRIPTS {
        script.push_str(pages.text(&format!("assets/{name}")).unwrap_or_default());
        script.push('\n');
    }
    script
}

/// The theme's style sheets, with what they refer to as data.
fn theme_style(prepared: &Prepared, pages: &Pages<'_>) -> String {
    let mut out = String::new();
    for name in ["style.css", "search.css", "identify.css"] {
        let style = pages.text(&format!("assets/{name}"));
        push_style(prepared, style.unwrap_or_default(), &mut out);
        out.push('\n');
    }
    out
}

fn push_style(prepared: &Prepared, style: &str, out: &mut String) {
    let mut rest = style;
    while let Some(at) = rest.find("url(") {
        let (before, after) = rest.split_at(at + 4);
        out.push_str(before);
        let end = after.find(')').unwrap_or(after.len());
        let name = after[..end].trim_matches(['"', '\'', ' ']);
        match prepared.theme.assets.get(name) {
            Some(bytes) => out.push_str(&data_address(name, bytes)),
            None => out.push_str(&after[..end]),
        }
        rest = &after[end..];
    }
    out.push_str(rest);
}

fn chooser(prepared: &Prepared, pages: &Pages<'_>, pictures: &mut Pictures<'_>, body: &mut String) {
    let mut found = prepared.plan.iter();
    let found = found.find(|(_, artifact)| **artifact == Artifact::Chooser);
    let Some((path, _)) = found else { return };
    let Some(parts) = pages.take(path, pictures) else {
        return;
    };
    body.push_str("<div class=\"edition first\">\n<main>\n");
    section(path, &parts, true, body);
    body.push_str("</main>\n");
    body.push_str(&parts.footer);
    body.push_str("</div>\n");
}

fn edition(
    prepared: &Prepared,
    language: LanguageIndex,
    first: bool,
    pages: &Pages<'_>,
    pictures: &mut Pictures<'_>,
    body: &mut String,
) {
    let mut sections = String::new();
    let mut frame = Parts::default();
    let mut own: Vec<(&OutputPath, &Artifact)> = pages
        .wanted
        .iter()
        .filter(|(_, artifact)| artifact.language() == Some(language))
        .map(|(path, artifact)| (*path, *artifact))
        .collect();
    // The home page first, then the lists: the order in which a browser without `:has` shows them.
    own.sort_by_key(|(path, artifact)| (order(artifact), *path));
    for (path, artifact) in own {
        let Some(parts) = pages.take(path, pictures) else {
            continue;
        };
        section(
            path,
            &parts,
            *artifact == Artifact::Home(language),
            &mut sections,
        );
        // The head and foot of a page that belongs to no list stand around all of them.
        if matches!(artifact, Artifact::AToZ(_)) {
            frame = parts;
        }
    }
    let language = prepared.catalogue.language(language);
    let first = if first { " first" } else { "" };
    body.push_str(&format!(
        "<div class=\"edition{first}\" lang=\"{}\" dir=\"{}\">\n{}\n<main>\n{sections}</main>\n{}\n</div>\n",
        language.tag,
        language.direction.as_str(),
        frame.header,
        frame.footer,
    ));
}

fn order(artifact: &Artifact) -> u8 {
    use crate::catalogue::Target;
    match artifact {
        Artifact::Home(_) => 0,
        Artifact::Target(_, Target::List(_)) => 1,
        Artifact::Target(_, Target::Entry(_)) => 2,
        Artifact::Target(..) => 3,
        _ => 4,
    }
}

fn section(path: &OutputPath, parts: &Parts, first: bool, out: &mut String) {
    let first = if first { " first" } else { "" };
    out.push_str(&format!(
        "<section class=\"page {}{first}\" id=\"{}\">\n{}{}</section>\n",
        parts.kind,
        section_id(path),
        parts.breadcrumbs,
        parts.main,
    ));
}
