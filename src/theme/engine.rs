//! The template engine: Tera with the functions that a multilingual site needs.
//!
//! Every function reads `page` from the template's context for the language and the place of the
//! page, so that one engine serves all languages at once.

use std::sync::Arc;

use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use super::{Theme, minify_template};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::language::{Args, Found, Messages};
use crate::output::{OutputPath, PathProblem};

/// What the functions need to know of a language.
#[derive(Clone)]
pub struct EngineLanguage {
    /// The BCP 47 tag.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Forms a whole number in the language's digits.
    pub formats: Arc<crate::language::Formats>,
}

/// What becomes of white space and comments that no reader sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TemplateSize {
    /// They are taken out when the theme is loaded.
    #[default]
    Small,
    /// They stay, for someone who reads the pages' source.
    Readable,
}

/// Renders templates.
pub struct Engine {
    /// Templates without what no reader sees.
    small: Tera,
    /// Templates as written: slower pages, but errors name the right line.
    plain: Tera,
    files: Vec<(String, SourcePath)>,
}

/// A template that failed.
#[derive(Clone, Debug)]
pub struct TemplateProblem {
    diagnostic: Box<Diagnostic>,
}

impl TemplateProblem {
    /// As a diagnostic; `page` is the output that was being made.
    pub fn into_diagnostic(self, page: &str) -> Diagnostic {
        let mut diagnostic = *self.diagnostic;
        diagnostic.message = format!("{} (while making {page})", diagnostic.message);
        diagnostic
    }
}

impl Engine {
    /// Reads all templates of a theme. Those with errors are reported; the engine is then not to
    /// be used.
    pub fn new(
        theme: &Theme,
        globals: &Globals,
        size: TemplateSize,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let files = theme
            .templates
            .iter()
            .map(|(name, template)| (name.clone(), template.file.clone()))
            .collect();
        let plain = tera(globals);
        let small = tera(globals);
        let mut engine = Self {
            small,
            plain,
            files,
        };
        let written = theme
            .templates
            .iter()
            .map(|(name, template)| (name.as_str(), template.text.as_str()));
        if let Err(error) = engine.plain.add_raw_templates(written) {
            diagnostics.push(engine.diagnostic(Code::TemplateSyntax, &error));
            return engine;
        }
        if size == TemplateSize::Readable {
            engine.small = engine.plain.clone();
            return engine;
        }
        let minified: Vec<(&str, String)> = theme
            .templates
            .iter()
            .map(|(name, template)| (name.as_str(), minify_template(&template.text)))
            .collect();
        let minified = minified.iter().map(|(name, text)| (*name, text.as_str()));
        if engine.small.add_raw_templates(minified).is_err() {
            // Never seen, and no reason to fail: the pages are only a little larger.
            engine.small = engine.plain.clone();
        }
        engine
    }

    /// Renders a template.
    ///
    /// # Errors
    /// Names the template's file and line.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, TemplateProblem> {
        self.small.render(template, context).map_err(|small| {
            let error = self.plain.render(template, context).err().unwrap_or(small);
            TemplateProblem {
                diagnostic: Box::new(self.diagnostic(Code::TemplateFailed, &error)),
            }
        })
    }

    fn diagnostic(&self, code: Code, error: &tera::Error) -> Diagnostic {
        let (message, place) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let place = self.file(report.filename()).map(|file| Place {
                    file,
                    line: number(span.start_line),
                    column: number(span.start_col) + 1,
                    length: match span.start_line == span.end_line {
                        true => number(span.end_col.saturating_sub(span.start_col)),
                        false => 1,
                    },
                });
                (report.message().to_owned(), place)
            }
            ErrorKind::MissingParent { current, parent } => (
                format!("it extends `{parent}`, which does not exist"),
                self.file(current).map(|file| Place::file(&file)),
            ),
            ErrorKind::CircularExtend { tpl, .. } => (
                "it extends itself, by way of its parents".to_owned(),
                self.file(tpl).map(|file| Place::file(&file)),
            ),
            other => (other.to_string(), None),
        };
        let mut diagnostic =
            Diagnostic::new(code, format!("the template cannot be used: {message}"));
        diagnostic.place = place;
        diagnostic.cure("docs/themes.md lists what templates see and which functions they have.")
    }

    fn file(&self, template: &str) -> Option<SourcePath> {
        let found = self.files.iter().find(|(name, _)| name == template);
        found.map(|(_, file)| file.clone())
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What all pages share.
#[derive(Clone)]
pub struct Globals {
    /// The messages of all languages.
    pub messages: Arc<Messages>,
    /// The languages, in the order of the configuration.
    pub languages: Arc<Vec<EngineLanguage>>,
}

fn tera(globals: &Globals) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".xml"]);
    let t = Message {
        globals: globals.clone(),
        html: true,
    };
    let text = Message {
        globals: globals.clone(),
        html: false,
    };
    tera.register_function("t", t);
    tera.register_function("text", text);
    tera.register_function("href", href);
    tera.register_function("asset", asset);
    let formats = globals.clone();
    tera.register_function("number", move |kwargs: Kwargs, state: &State<'_>| {
        let value = kwargs.must_get::<i64>("value")?;
        let page = Page::of(state)?;
        let language = page.language(&formats)?;
        TeraResult::Ok(language.formats.integer(value))
    });
    tera
}

/// `page` as the functions see it.
struct Page(Value);

impl Page {
    fn of(state: &State<'_>) -> TeraResult<Self> {
        match state.get::<Value>("page")? {
            Some(page) if page.as_map().is_some() => Ok(Self(page)),
            _ => Err(tera::Error::message(
                "this function needs `page`: a component that calls it takes `@page`",
            )),
        }
    }

    fn text<'p>(&'p self, name: &'p str) -> TeraResult<&'p str> {
        self.0
            .get_from_path(name)
            .and_then(Value::as_str)
            .ok_or_else(|| tera::Error::message(format!("`page.{name}` is not there")))
    }

    fn language_index(&self) -> TeraResult<usize> {
        self.0
            .get_from_path("language_index")
            .and_then(Value::as_u64)
            .and_then(|index| usize::try_from(index).ok())
            .ok_or_else(|| tera::Error::message("`page.language_index` is not there"))
    }

    fn language<'g>(&self, globals: &'g Globals) -> TeraResult<&'g EngineLanguage> {
        globals
            .languages
            .get(self.language_index()?)
            .ok_or_else(|| tera::Error::message("`page.language_index` is no language"))
    }

    /// The way to another file of the output.
    fn href(&self, to: &str) -> TeraResult<String> {
        let wrong = |problem: PathProblem| tera::Error::message(problem);
        let link = OutputPath::link(self.text("path")?, to).map_err(wrong)?;
        match self
            .0
            .get_from_path("absolute_base")
            .and_then(Value::as_str)
        {
            Some(base) => Ok(format!("{base}{to}")),
            None => Ok(link),
        }
    }
}

fn href(kwargs: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let mut link = Page::of(state)?.href(kwargs.must_get::<&str>("to")?)?;
    if let Some(anchor) = kwargs.get::<&str>("anchor")? {
        link.push('#');
        link.push_str(anchor);
    }
    Ok(link)
}

fn asset(kwargs: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let file = kwargs.must_get::<&str>("file")?;
    Page::of(state)?.href(&format!("assets/{file}"))
}

/// `t` gives HTML with inserted values isolated by `<bdi>`; `text` gives plain text with isolation
/// marks, for attributes and titles.
struct Message {
    globals: Globals,
    html: bool,
}

impl Message {
    fn find(&self, language: usize, key: &str, args: &Args) -> Option<Found<String>> {
        match self.html {
            true => self.globals.messages.html(language, key, args),
            false => self.globals.messages.plain(language, key, args),
        }
    }
}

impl tera::Function<TeraResult<Value>> for Message {
    fn call(&self, kwargs: Kwargs, state: &State<'_>) -> TeraResult<Value> {
        let page = Page::of(state)?;
        let index = page.language_index()?;
        let language = page.language(&self.globals)?;
        let key = kwargs.must_get::<&str>("key")?;
        let mut args = Args::new();
        for (name, value) in kwargs.iter() {
            let Some(name) = name.as_str().filter(|name| *name != "key") else {
                continue;
            };
            if let Some(n) = value.as_i64() {
                #[expect(clippy::cast_precision_loss, reason = "only chooses a plural form")]
                {
                    args = args.number(name, n as f64, language.formats.integer(n));
                }
            } else if let Some(text) = value.as_str() {
                args = args.text(name, text);
            } else {
                let message =
                    format!("the message `{key}` takes texts and whole numbers, not `{name}`");
                return Err(tera::Error::message(message));
            }
        }
        let Some(found) = self.find(index, key, &args) else {
            return Err(tera::Error::message(format!(
                "there is no message `{key}` in any language"
            )));
        };
        if !self.html {
            return Ok(Value::normal_string(&found.value));
        }
        if found.language == index {
            return Ok(Value::safe_string(&found.value));
        }
        // A word of another language says so, for voices and for fonts.
        let other = &self.globals.languages[found.language];
        let (tag, direction) = (&other.tag, other.direction);
        let marked = format!(
            "<span lang=\"{tag}\" dir=\"{direction}\">{}</span>",
            found.value
        );
        Ok(Value::safe_string(&marked))
    }

    fn is_safe(&self) -> bool {
        self.html
    }
}
