//! Checks where the links and pictures of texts lead, and the references of facts.
//!
//! A link to something that could not be read is no problem of its own: mending the other thing
//! mends it too.

use crate::catalogue::{Catalogue, ListIndex, join};
use crate::config::LanguageIndex;
use crate::content::{EntryRef, Named, Picture, Text, Texts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, SourcePath};
use crate::id::Id;
use crate::markdown::{Kind, LocatedReference, Reference};
use crate::yaml::{closest, one_of};

/// What the site has to link to, and what was found wrong.
pub struct Links<'a> {
    catalogue: &'a Catalogue,
    refused: &'a [SourcePath],
    diagnostics: &'a mut Diagnostics,
}

/// Why a link leads nowhere, in words.
struct Dead {
    message: String,
    cure: String,
}

impl<'a> Links<'a> {
    /// Checks against a catalogue. `refused` are the folders of the content that were not read.
    pub fn new(
        catalogue: &'a Catalogue,
        refused: &'a [SourcePath],
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            catalogue,
            refused,
            diagnostics,
        }
    }

    fn report(&mut self, code: Code, place: &Place, message: String, cure: String) {
        let diagnostic = Diagnostic::at(code, place.clone(), message);
        self.diagnostics.push(diagnostic.cure(cure));
    }

    /// Checks a reference that stands in the facts or words of the entry `own` of the list `home`.
    pub fn check_other_entry(&mut self, home: ListIndex, own: &Id, reference: &EntryRef) {
        let home_id = &self.catalogue.list(home).id;
        let list = reference.list.as_ref().unwrap_or(home_id);
        if list != home_id || reference.entry != *own {
            return self.check_entry(home, reference);
        }
        self.report(
            Code::UnknownEntry,
            &reference.place,
            format!("`{own}` is this very entry"),
            "Name another entry, or leave it out.".to_owned(),
        );
    }

    /// Checks a reference that stands in facts or front matter of the list `home`.
    fn check_entry(&mut self, home: ListIndex, reference: &EntryRef) {
        if self.catalogue.resolve_entry(home, reference).is_some() {
            return;
        }
        let own = &self.catalogue.list(home).id;
        let list = reference.list.as_ref().unwrap_or(own);
        let folder = format!("content/lists/{list}/{}", reference.entry);
        if self.is_refused(&folder) {
            return;
        }
        let dead = match self.draft(&folder) {
            Some(dead) => dead,
            None => self.dead_entry(Some(list.as_str()), reference.entry.as_str()),
        };
        self.report(
            Code::UnknownEntry,
            &reference.place,
            dead.message,
            dead.cure,
        );
    }

    /// Checks the links and pictures in the Markdown of all languages.
    pub fn check_texts<W>(&mut self, texts: &Texts<W>, pictures: &Named<Picture>) {
        for (language, text) in texts.iter() {
            for located in text.body.references() {
                match &located.reference {
                    Reference::External(_)
                    | Reference::Mail(_)
                    | Reference::Tel(_)
                    | Reference::Anchor(_) => {}
                    Reference::Picture { file } => {
                        self.check_picture(file, pictures, &located.place);
                    }
                    Reference::File { .. } | Reference::Id { .. } => {
                        self.check_link(language, text, located);
                    }
                }
            }
        }
    }

    fn check_picture(&mut self, file: &str, pictures: &Named<Picture>, place: &Place) {
        let mut names = pictures.iter().map(|picture| picture.file.as_str());
        if !pictures.is_complete() || names.clone().any(|name| name == file) {
            return;
        }
        let message = format!("the facts name no picture `{file}`");
        let mut cure =
            "List it under `pictures:` in the facts, with its status, credit and licence."
                .to_owned();
        if let Some(name) = closest(file, &mut names) {
            cure = format!("Did you mean `{name}`? Otherwise: {cure}");
        }
        self.report(Code::PictureMissing, place, message, cure);
    }

    fn check_link<W>(
        &mut self,
        language: LanguageIndex,
        text: &Text<W>,
        located: &LocatedReference,
    ) {
        match self.catalogue.resolve(&text.file, &located.reference) {
            None => {
                if let Some(dead) = self.dead(&text.file, &located.reference) {
                    self.report(Code::DeadLink, &located.place, dead.message, dead.cure);
                }
            }
            Some((target, Some(anchor))) => {
                let Some(ids) = self.catalogue.headings(target, language) else {
                    return;
                };
                if !ids.clone().any(|id| id == anchor) {
                    let message = format!("there is no heading `#{anchor}` where this link leads");
                    let cure = match ids.clone().next() {
                        Some(_) => one_of(anchor, ids),
                        None => {
                            "That text has no headings: leave out what follows the `#`.".to_owned()
                        }
                    };
                    self.report(Code::DeadAnchor, &located.place, message, cure);
                }
            }
            Some(_) => {}
        }
    }

    /// Why a link leads nowhere; nothing when that has been told in another place.
    fn dead(&self, file: &SourcePath, reference: &Reference) -> Option<Dead> {
        match reference {
            Reference::File { path, .. } => self.dead_path(file, path),
            Reference::Id { kind, id, .. } => self.dead_id(file, *kind, id),
            _ => None,
        }
    }

    fn dead_path(&self, file: &SourcePath, path: &str) -> Option<Dead> {
        let joined = join(file.folder(), path).unwrap_or_default();
        let (folder, name) = joined.rsplit_once('/').unwrap_or(("", &joined));
        if self.is_refused(folder) {
            return None;
        }
        if let Some(dead) = self.draft(folder) {
            return Some(dead);
        }
        let message = format!("the link to `{path}` leads nowhere");
        let cure = if self.catalogue.target_of_folder(folder).is_some() {
            let languages = self.catalogue.config.languages.iter();
            let files: Vec<String> = languages
                .map(|l| format!("{}.md", l.tag.as_str()))
                .collect();
            one_of(name, files.iter().map(String::as_str))
        } else {
            let folders = self.folders();
            match closest(folder, folders.iter().map(String::as_str)) {
                Some(near) => format!("Did you mean `{}/{name}`?", relative(file.folder(), near)),
                None => "Write the path from the folder of this text, such as `../cylinder-seals/en.md`, or an id, such as `entry:cylinder-seals`.".to_owned(),
            }
        };
        Some(Dead { message, cure })
    }

    fn dead_id(&self, file: &SourcePath, kind: Kind, id: &str) -> Option<Dead> {
        let home = self.catalogue.home_list(file);
        let home = home.map(|home| self.catalogue.list(home).id.as_str());
        let (list, entry) = match id.split_once('/') {
            Some((list, entry)) => (Some(list), entry),
            None => (home, id),
        };
        let folder = match kind {
            Kind::Entry => format!("content/lists/{}/{entry}", list.unwrap_or_default()),
            Kind::List => format!("content/lists/{id}"),
            Kind::Page => format!("content/pages/{id}"),
            Kind::News => format!("content/news/{id}"),
        };
        if self.is_refused(&folder) {
            return None;
        }
        if let Some(dead) = self.draft(&folder) {
            return Some(dead);
        }
        let pages = self.catalogue.pages.iter().map(|page| page.id.as_str());
        let news = self.catalogue.news.iter().map(|news| news.id.as_str());
        let (what, cure) = match kind {
            Kind::Entry => return Some(self.dead_entry(list, entry)),
            Kind::List => ("list", one_of(id, self.catalogue.list_ids())),
            Kind::Page => ("page", one_of(id, pages)),
            Kind::News => ("piece of news", one_of(id, news)),
        };
        let message = format!("the site has no {what} `{id}`");
        Some(Dead { message, cure })
    }

    fn dead_entry(&self, list: Option<&str>, entry: &str) -> Dead {
        let Some(list) = list else {
            return Dead {
                message: format!("it is not clear in which list the entry `{entry}` stands"),
                cure: format!("Write the list too, such as `entry:iraq/{entry}`."),
            };
        };
        match self.catalogue.find_list(list) {
            Some(index) => Dead {
                message: format!("the list `{list}` has no entry `{entry}`"),
                cure: one_of(entry, self.catalogue.entry_ids(index)),
            },
            None => Dead {
                message: format!("the site has no list `{list}`"),
                cure: one_of(list, self.catalogue.list_ids()),
            },
        }
    }

    /// Whether a thing was not read because of its folder's name, or would be that thing if the
    /// folder were renamed.
    fn is_refused(&self, folder: &str) -> bool {
        self.refused.iter().any(|refused| {
            let renamed = Id::nearest(refused.file_name());
            let renamed = renamed.map(|id| format!("{}/{id}", refused.folder()));
            is_within(folder, refused.as_str())
                || renamed.is_some_and(|renamed| is_within(folder, &renamed))
        })
    }

    fn draft(&self, folder: &str) -> Option<Dead> {
        let mut drafts = self.catalogue.drafts.iter();
        let draft = drafts.find(|draft| is_within(folder, draft.as_str()))?;
        Some(Dead {
            message: format!("the link leads to a draft: `{draft}`"),
            cure: "Leave the link out until the draft is ready, or remove `draft: true` there."
                .to_owned(),
        })
    }

    /// The folders of everything that can be linked to.
    fn folders(&self) -> Vec<String> {
        let catalogue = self.catalogue;
        let lists = catalogue.lists.iter().map(|list| &list.file);
        let entries = catalogue.lists.iter().flat_map(|list| &list.entries);
        let entries = entries.map(|entry| &entry.file);
        let news = catalogue.news.iter().map(|news| &news.file);
        let pages = catalogue.pages.iter().map(|page| page.folder.to_string());
        let files = lists.chain(entries).chain(news);
        files
            .map(|file| file.folder().to_owned())
            .chain(pages)
            .collect()
    }
}

/// Whether a folder is the other one, or lies in it.
fn is_within(folder: &str, outer: &str) -> bool {
    let rest = folder.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The way from one folder to another.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut way = vec![".."; from.len() - shared];
    way.extend(&to[shared..]);
    way.join("/")
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn the_way_between_two_folders_goes_up_and_down() {
        let iraq = "content/lists/iraq";
        for (from, to, way) in [
            ("content/lists/iraq/a", "content/lists/iraq/b", "../b"),
            (
                "content/pages/about",
                "content/lists/iraq",
                "../../lists/iraq",
            ),
            (iraq, "content/lists/iraq/a", "a"),
        ] {
            assert_eq!(relative(from, to), way);
        }
    }
}
