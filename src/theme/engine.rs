//! The template engine: Tera with the functions that a multilingual site needs.
//!
//! Every function reads `page` from the template's context for the language and the place of the
//! page, so that one engine serves all languages at once.

use std::sync::{Arc, OnceLock};

use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::problems::{self, Templates};
use super::{Theme, isolated, minify_template};
use crate::diagnostic::{Diagnostic, Diagnostics};
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
    /// Templates as written: slower pages, but errors name the right line. Made when one is met.
    plain: OnceLock<Tera>,
    globals: Globals,
    /// The templates as written, to show where one failed.
    written: Templates,
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
        let mut engine = Self {
            small: tera(globals),
            plain: OnceLock::new(),
            globals: globals.clone(),
            written: theme.templates.clone(),
        };
        if size == TemplateSize::Small && engine.add_minified(theme) {
            return engine;
        }
        // With what no reader sees, and for the right lines of errors.
        let mut plain = tera(globals);
        if let Err(error) = plain.add_raw_templates(as_written(&engine.written)) {
            let problems = problems::refused(&engine.written, || tera(globals), &error);
            diagnostics.append(problems.into_iter().collect());
            return engine;
        }
        engine.small = plain;
        engine
    }

    /// Adds the templates without what no reader sees; `false` when one of them has an error.
    fn add_minified(&mut self, theme: &Theme) -> bool {
        let minified: Vec<(&str, String)> = theme
            .templates
            .iter()
            .map(|(name, template)| (name.as_str(), minify_template(&template.text)))
            .collect();
        let minified = minified.iter().map(|(name, text)| (*name, text.as_str()));
        self.small.add_raw_templates(minified).is_ok()
    }

    /// The same templates with other words, without reading them again.
    #[must_use]
    pub fn with_globals(&self, globals: &Globals) -> Self {
        let mut small = self.small.clone();
        register_words(&mut small, globals);
        Self {
            small,
            plain: OnceLock::new(),
            globals: globals.clone(),
            written: self.written.clone(),
        }
    }

    fn plain(&self) -> &Tera {
        self.plain.get_or_init(|| {
            let mut plain = tera(&self.globals);
            match plain.add_raw_templates(as_written(&self.written)) {
                Ok(()) => plain,
                // What was read without white space alone is still better than nothing.
                Err(_) => self.small.clone(),
            }
        })
    }

    /// Renders a template.
    ///
    /// # Errors
    /// Names the template's file and line.
    pub fn render(&self, template: &str, context: &Context) -> Result<String, TemplateProblem> {
        self.small.render(template, context).map_err(|small| {
            let error = self
                .plain()
                .render(template, context)
                .err()
                .unwrap_or(small);
            TemplateProblem {
                diagnostic: Box::new(problems::failed(&self.written, &error)),
            }
        })
    }
}

/// What all pages share.
#[derive(Clone)]
pub struct Globals {
    /// The messages of all languages.
    pub messages: Arc<Messages>,
    /// The languages, in the order of the configuration.
    pub languages: Arc<Vec<EngineLanguage>>,
}

fn as_written(templates: &Templates) -> impl Iterator<Item = (&str, &str)> {
    let templates = templates.iter();
    templates.map(|(name, template)| (name.as_str(), template.text.as_str()))
}

/// The functions that speak the site's languages.
fn register_words(tera: &mut Tera, globals: &Globals) {
    let message = |html| Message {
        globals: globals.clone(),
        html,
    };
    tera.register_function("t", message(true));
    tera.register_function("text", message(false));
    let formats = globals.clone();
    tera.register_function("number", move |kwargs: Kwargs, state: &State<'_>| {
        let value = kwargs.must_get::<i64>("value")?;
        let page = Page::of(state)?;
        let language = page.language(&formats)?;
        TeraResult::Ok(language.formats.integer(value))
    });
}

fn tera(globals: &Globals) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".xml"]);
    register_words(&mut tera, globals);
    tera.register_function("isolated", Isolated);
    tera.register_function("href", href);
    tera.register_function("asset", asset);
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

/// `isolated` gives a text that holds isolation marks as HTML, with `<bdi>` in their place.
struct Isolated;

impl tera::Function<TeraResult<Value>> for Isolated {
    fn call(&self, kwargs: Kwargs, _: &State<'_>) -> TeraResult<Value> {
        let html = isolated::html(kwargs.must_get::<&str>("text")?);
        Ok(Value::safe_string(&html))
    }

    fn is_safe(&self) -> bool {
        true
    }
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
                "there is no message `{key}` in any language; add it to i18n/<language>/, or correct its name"
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
