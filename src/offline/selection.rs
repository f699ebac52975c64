//! A part of a site: some of its languages, some of its lists.

use crate::catalogue::Catalogue;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::yaml::one_of;

use super::error::OfflineError;

/// What a smaller edition keeps; what is empty keeps all.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The tags of languages.
    pub languages: Vec<String>,
    /// The ids of lists.
    pub lists: Vec<String>,
}

impl Selection {
    /// Takes away what was not chosen, before anything is planned: then every link fits by itself.
    ///
    /// A language that was not chosen has no pages, but its texts stay: a chosen one may fall back
    /// to them.
    pub fn apply(&self, catalogue: &mut Catalogue, diagnostics: &mut Diagnostics) {
        self.languages(catalogue, diagnostics);
        self.lists(catalogue, diagnostics);
    }

    fn languages(&self, catalogue: &mut Catalogue, diagnostics: &mut Diagnostics) {
        let config = &mut catalogue.config;
        for tag in &self.languages {
            if config.find_language(tag).is_none() {
                let known = config.languages.iter();
                let cure = one_of(tag, known.map(|language| language.tag.as_str()));
                let message = format!("the site has no language `{tag}`");
                diagnostics.push(Diagnostic::new(Code::UnknownLanguage, message).cure(cure));
            }
        }
        if self.languages.is_empty() || diagnostics.has_errors() {
            return;
        }
        for language in &mut config.languages {
            let tag = language.tag.as_str();
            language.published = self.languages.iter().any(|chosen| chosen == tag);
        }
    }

    fn lists(&self, catalogue: &mut Catalogue, diagnostics: &mut Diagnostics) {
        for name in &self.lists {
            if catalogue.find_list(name).is_none() {
                let known = catalogue.list_ids().map(str::to_owned).collect();
                let name = name.clone();
                diagnostics.push(OfflineError::UnknownList { name, known }.to_diagnostic());
            }
        }
        if self.lists.is_empty() || diagnostics.has_errors() {
            return;
        }
        let chosen = |id: &str| self.lists.iter().any(|chosen| chosen == id);
        catalogue.lists.retain(|list| chosen(list.id.as_str()));
    }
}
