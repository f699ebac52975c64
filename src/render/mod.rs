//! Rendering: one artifact to its bytes. Pure: the bytes depend on the catalogue, the theme and
//! the plan, never on the sink, the clock or the order of work.

mod body;
mod feed;
mod locale;
mod search;
mod sitemap;
pub mod views;

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Context, Value};

use crate::catalogue::{Catalogue, Target};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::OutputPath;
use crate::pictures::{Cache, Kept, Spent, Store};
use crate::site::{Artifact, PaperKind, Paths, Plan};
use crate::source::SiteFolder;
use crate::theme::{Engine, EngineLanguage, Globals, TemplateSize, Theme};
pub use locale::Locale;
use views::Page;

/// Renders the artifacts of one site.
pub struct Renderer<'a> {
    catalogue: &'a Catalogue,
    plan: &'a Plan,
    theme: &'a Theme,
    pictures: Store<'a>,
    engine: Arc<Engine>,
    /// `site` as templates see it, for each language.
    sites: Arc<Vec<Value>>,
}

/// Reads the templates of a theme for the languages and messages of a site. Those with errors are
/// reported.
pub fn engine(
    catalogue: &Catalogue,
    theme: &Theme,
    size: TemplateSize,
    diagnostics: &mut Diagnostics,
) -> Engine {
    Engine::new(theme, &globals(catalogue), size, diagnostics)
}

/// What the engine has to know of a site.
pub fn globals(catalogue: &Catalogue) -> Globals {
    let languages = catalogue.config.language_indices();
    Globals {
        messages: Arc::clone(&catalogue.messages),
        languages: Arc::new(
            languages
                .map(|index| EngineLanguage {
                    tag: catalogue.language(index).tag.as_str().to_owned(),
                    direction: catalogue.language(index).direction.as_str(),
                    formats: Arc::clone(&catalogue.formats[index.0]),
                })
                .collect(),
        ),
    }
}

/// `site` as templates see it, for each language.
pub fn sites(catalogue: &Catalogue, plan: &Plan) -> Arc<Vec<Value>> {
    let languages = catalogue.config.language_indices();
    let sites = languages.map(|index| {
        let locale = Locale::new(catalogue, index);
        Value::from_serializable(&views::Site::new(locale, plan))
    });
    Arc::new(sites.collect())
}

/// An artifact's bytes.
pub type Bytes = Cow<'static, [u8]>;

impl<'a> Renderer<'a> {
    /// Gets ready for a site. Templates with errors are reported.
    pub fn new(
        site: &'a SiteFolder,
        catalogue: &'a Catalogue,
        plan: &'a Plan,
        theme: &'a Theme,
        size: TemplateSize,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let engine = Arc::new(engine(catalogue, theme, size, diagnostics));
        let sites = sites(catalogue, plan);
        let pictures = Arc::new(Kept::new(Cache::of_user()));
        Self::with_engine(site, catalogue, plan, theme, engine, sites, pictures)
    }

    /// Renders with what others have made ready: an engine for this theme and these messages, what
    /// [`sites`] gives for this catalogue and plan, and the pictures that were made before.
    pub fn with_engine(
        site: &'a SiteFolder,
        catalogue: &'a Catalogue,
        plan: &'a Plan,
        theme: &'a Theme,
        engine: Arc<Engine>,
        sites: Arc<Vec<Value>>,
        pictures: Arc<Kept>,
    ) -> Self {
        Self {
            catalogue,
            plan,
            theme,
            pictures: Store::with(site, catalogue, pictures),
            engine,
            sites,
        }
    }

    /// Renders one artifact.
    ///
    /// # Errors
    /// When a template fails, or a picture cannot be read.
    pub fn render(&self, path: &OutputPath, artifact: &Artifact) -> Result<Bytes, Box<Diagnostic>> {
        match artifact {
            Artifact::Asset(name) => Ok(self.asset(name)),
            Artifact::Picture(file) => self.pictures.get(file).map(Cow::Owned),
            Artifact::NoJekyll => Ok(Cow::Borrowed(b"")),
            Artifact::Robots => Ok(owned(sitemap::robots(self.catalogue))),
            Artifact::Sitemap => Ok(owned(sitemap::sitemap(self.catalogue, self.plan))),
            Artifact::Feed(language) => Ok(owned(feed::feed(
                Locale::new(self.catalogue, *language),
                path,
            ))),
            Artifact::SearchShard(language, shard) => {
                let locale = Locale::new(self.catalogue, *language);
                Ok(owned(search::shard(locale, self.plan, *shard)))
            }
            page => self.page(path, page),
        }
    }

    fn asset(&self, name: &str) -> Bytes {
        self.theme.assets.get(name).cloned().unwrap_or_default()
    }

    fn page(&self, path: &OutputPath, artifact: &Artifact) -> Result<Bytes, Box<Diagnostic>> {
        let (template, context) = self.context(path, artifact);
        self.engine
            .render(template, &context)
            .map(owned)
            .map_err(|problem| Box::new(problem.into_diagnostic(path.as_str())))
    }

    /// The template of a page and everything that it sees.
    pub fn context(&self, path: &OutputPath, artifact: &Artifact) -> (&'static str, Context) {
        let language = artifact
            .language()
            .unwrap_or_else(|| self.catalogue.config.first_language());
        let locale = Locale::new(self.catalogue, language);
        let mut context = Context::new();
        context.insert_value("site", self.sites[language.0].clone());
        let page = Page::new(locale, path, artifact);
        context.insert("page", &page);
        let template = self.insert_views(&mut context, locale, path, artifact);
        (template, context)
    }

    /// Adds what only this kind of page has, and names its template.
    fn insert_views(
        &self,
        context: &mut Context,
        locale: Locale<'_>,
        path: &OutputPath,
        artifact: &Artifact,
    ) -> &'static str {
        match artifact {
            Artifact::Target(_, Target::Entry(entry)) => {
                context.insert(
                    "entry",
                    &views::EntryView::new(locale, self.plan, path, *entry),
                );
                "entry.html"
            }
            Artifact::Target(_, Target::List(list)) => {
                context.insert("list", &views::ListView::new(locale, path, *list));
                "list.html"
            }
            Artifact::Target(_, Target::Page(page)) => {
                let texts = &self.catalogue.pages[*page].texts;
                context.insert("article", &views::Article::page(locale, path, texts));
                "page.html"
            }
            Artifact::Target(_, Target::News(news)) => {
                context.insert("article", &views::Article::news(locale, path, *news));
                "news.html"
            }
            Artifact::Term(_, kind, term) => {
                let view = views::TermPage::new(locale, self.plan, *kind, *term);
                context.insert("term", &view);
                "term.html"
            }
            Artifact::Terms(_, kind) => {
                context.insert("terms", &views::TermsPage::new(locale, self.plan, *kind));
                "terms.html"
            }
            Artifact::AToZ(_) => {
                context.insert("letters", &views::letters(locale));
                "a-z.html"
            }
            Artifact::Paper(_, kind, list) => {
                context.insert("list", &views::ListView::new(locale, path, *list));
                context.insert("paper", &views::Paper::new(locale, self.plan, path, *list));
                match kind {
                    PaperKind::Booklet => "print.html",
                    PaperKind::Cards => "cards.html",
                }
            }
            Artifact::NewsIndex(_) => {
                context.insert("news", &views::news_cards(locale));
                "news-index.html"
            }
            Artifact::Law(_) => {
                context.insert("lists", &views::list_views(locale, path));
                "law.html"
            }
            Artifact::Contacts(_) => {
                context.insert("lists", &views::list_views(locale, path));
                "contacts.html"
            }
            Artifact::Search(_) => "search.html",
            Artifact::Identify(_, choices) => {
                let view = views::IdentifyView::new(locale, self.plan, *choices);
                context.insert("identify", &view);
                "identify.html"
            }
            Artifact::NotFound => "404.html",
            Artifact::Chooser => "chooser.html",
            Artifact::StartHere => {
                context.insert("start", &views::Start::new(self.catalogue));
                "start-here.html"
            }
            _ => {
                context.insert("home", &views::Home::new(locale));
                "home.html"
            }
        }
    }

    /// How long making pictures took so far.
    pub fn spent_on_pictures(&self) -> &Spent {
        self.pictures.spent()
    }

    /// The paths of the site.
    pub fn paths(&self) -> Paths<'a> {
        Paths::new(self.catalogue)
    }
}

fn owned(text: String) -> Bytes {
    Cow::Owned(text.into_bytes())
}
