//! A page of the site taken apart: its main part, with links that lead within the file.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use html5ever::interface::{Attribute, QualName};
use html5ever::serialize::{SerializeOpts, TraversalScope, serialize};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{LocalName, local_name, ns, parse_document};
use markup5ever_rcdom::{Handle, Node, NodeData, RcDom, SerializableHandle};

use super::pictures::Pictures;
use crate::catalogue::join;
use crate::output::OutputPath;
use crate::site::Artifact;

/// A picture that shows nothing: the style puts the real one in its place.
pub const BLANK: &str =
    "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/// Attributes that name ids of the same page.
const REFERENCES: [&str; 5] = [
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "list",
];

/// The pages of the file.
pub struct Pages<'a> {
    files: &'a BTreeMap<OutputPath, Vec<u8>>,
    /// All that are in the file.
    pub wanted: &'a BTreeMap<&'a OutputPath, &'a Artifact>,
    /// Whether the file has several languages.
    pub several: bool,
}

/// The parts of a page.
#[derive(Default)]
pub struct Parts {
    /// The kind of page, as its style calls it: `kind-entry`.
    pub kind: String,
    /// Inside `main`.
    pub main: String,
    /// The way from the home page to here.
    pub breadcrumbs: String,
    /// The head of the page.
    pub header: String,
    /// The foot of the page.
    pub footer: String,
}

impl<'a> Pages<'a> {
    /// The pages that are to go into a file.
    pub fn new(
        files: &'a BTreeMap<OutputPath, Vec<u8>>,
        wanted: &'a BTreeMap<&'a OutputPath, &'a Artifact>,
        several: bool,
    ) -> Self {
        Self {
            files,
            wanted,
            several,
        }
    }

    /// The files of the search index of a language, as text.
    pub fn index(&self, folder: &str) -> impl Iterator<Item = &str> {
        let start = format!("search/{folder}/");
        let files = self.files.iter();
        let files = files.filter(move |(path, _)| path.as_str().starts_with(&start));
        files.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok())
    }

    /// A file of the site as text.
    pub fn text(&self, path: &str) -> Option<&str> {
        let path = OutputPath::new(path).ok()?;
        std::str::from_utf8(self.files.get(&path)?).ok()
    }

    /// Takes a page apart.
    pub fn take(&self, path: &OutputPath, pictures: &mut Pictures<'_>) -> Option<Parts> {
        let text = self.text(path.as_str())?;
        let dom = parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(text);
        let mut taker = Taker {
            pages: self,
            path,
            pictures,
            ids: BTreeSet::new(),
            parts: Parts::default(),
        };
        taker.note_ids(&dom.document);
        taker.find(&dom.document);
        Some(taker.parts)
    }
}

/// The name of a page's section.
pub fn section_id(path: &OutputPath) -> String {
    let path = path.as_str();
    path.strip_suffix(".html").unwrap_or(path).replace('/', ".")
}

struct Taker<'p, 'a, 'f> {
    pages: &'p Pages<'a>,
    path: &'p OutputPath,
    pictures: &'p mut Pictures<'f>,
    ids: BTreeSet<String>,
    parts: Parts,
}

impl Taker<'_, '_, '_> {
    fn note_ids(&mut self, node: &Handle) {
        if let Some(id) = attribute(node, "id") {
            self.ids.insert(id);
        }
        for child in node.children.borrow().iter() {
            self.note_ids(child);
        }
    }

    /// Looks for the parts from the top.
    fn find(&mut self, node: &Handle) {
        let children: Vec<Handle> = node.children.borrow().clone();
        for child in &children {
            let class = attribute(child, "class").unwrap_or_default();
            match element(child) {
                Some("html") => self.find(child),
                Some("body") => {
                    self.parts.kind = class;
                    self.find(child);
                }
                Some("main") => self.parts.main = self.inside(child),
                Some("nav") if class == "breadcrumbs" => self.parts.breadcrumbs = self.whole(child),
                Some("header") => self.parts.header = self.whole(child),
                Some("footer") => self.parts.footer = self.whole(child),
                _ => {}
            }
        }
    }

    fn inside(&mut self, node: &Handle) -> String {
        self.rewrite_children(node);
        write(node, false)
    }

    fn whole(&mut self, node: &Handle) -> String {
        self.rewrite(node);
        write(node, true)
    }

    fn rewrite_children(&mut self, node: &Handle) {
        let children: Vec<Handle> = node.children.borrow().clone();
        for child in &children {
            self.rewrite(child);
        }
        node.children.borrow_mut().retain(|child| self.stays(child));
    }

    /// What has no place in a single file: data for search engines, other sizes of a picture, ways
    /// to languages that are not here, forms that lead to another page.
    fn stays(&self, node: &Handle) -> bool {
        let class = attribute(node, "class").unwrap_or_default();
        match element(node) {
            Some("script" | "source" | "link") => false,
            Some("nav") => self.pages.several || class != "languages",
            // The top of one page is not the top of another.
            Some("p") => class != "to-top",
            Some("form") => attribute(node, "action").is_none() || is_search(node),
            // A question none of whose answers is in this file is not asked.
            Some("section") if attribute(node, "data-question").is_some() => leads_on(node),
            _ => true,
        }
    }

    fn rewrite(&mut self, node: &Handle) {
        match element(node) {
            Some("img") => self.picture(node, &[]),
            Some("picture") => {
                let children: Vec<Handle> = node.children.borrow().clone();
                let sources: Vec<Handle> = children
                    .iter()
                    .filter(|child| element(child) == Some("source"))
                    .cloned()
                    .collect();
                for child in &children {
                    if element(child) == Some("img") {
                        self.picture(child, &sources);
                    }
                }
                node.children.borrow_mut().retain(|child| self.stays(child));
                return;
            }
            _ => {}
        }
        if is_search(node) {
            remove_attribute(node, "action");
        }
        self.ids(node);
        self.links(node);
        self.rewrite_children(node);
    }

    /// Ids become those of the section, so that none stands twice in the file.
    fn ids(&self, node: &Handle) {
        let prefix = section_id(self.path);
        let own = |id: &str| match self.ids.contains(id) {
            true => format!("{prefix}--{id}"),
            false => id.to_owned(),
        };
        with_attributes(node, |attributes| {
            for attribute in attributes {
                let name = attribute.name.local.as_ref();
                if name == "id" {
                    attribute.value = own(&attribute.value).into();
                } else if REFERENCES.contains(&name) {
                    let ids: Vec<String> = attribute.value.split_whitespace().map(own).collect();
                    attribute.value = ids.join(" ").into();
                }
            }
        });
    }

    fn links(&self, node: &Handle) {
        let Some(link) = attribute(node, "href") else {
            return;
        };
        if element(node) != Some("a") {
            return;
        }
        match self.target(&link) {
            Target::Elsewhere => {}
            Target::Section(id) => set_attribute(node, "href", &format!("#{id}")),
            // The words stay; what they would lead to is not in this file.
            Target::Nowhere => remove_attribute(node, "href"),
        }
    }

    fn target(&self, link: &str) -> Target {
        let (file, anchor) = link
            .split_once('#')
            .map_or((link, None), |(f, a)| (f, Some(a)));
        if file.contains(':') {
            return Target::Elsewhere;
        }
        let path = match file {
            "" => Some(self.path.clone()),
            file => self.resolve(file),
        };
        let Some(path) = path.filter(|path| self.pages.wanted.contains_key(path)) else {
            return Target::Nowhere;
        };
        let section = section_id(&path);
        match anchor.filter(|anchor| !anchor.is_empty()) {
            // The head of the page is the head of the section.
            None | Some("content") => Target::Section(section),
            Some(anchor) => Target::Section(format!("{section}--{anchor}")),
        }
    }

    fn resolve(&self, link: &str) -> Option<OutputPath> {
        let link = link.split('?').next().unwrap_or(link);
        OutputPath::new(&join(self.path.folder(), link)?).ok()
    }

    fn picture(&mut self, node: &Handle, sources: &[Handle]) {
        let mut candidates = Vec::new();
        let mut take = |node: &Handle, natural: Option<u32>| {
            if let Some(path) = attribute(node, "src").and_then(|src| self.resolve(&src)) {
                candidates.push((path, natural));
            }
            for (link, width) in sizes(&attribute(node, "srcset").unwrap_or_default()) {
                candidates.extend(self.resolve(&link).map(|path| (path, width)));
            }
        };
        let natural = attribute(node, "width").and_then(|width| width.parse().ok());
        take(node, natural);
        for source in sources {
            take(source, None);
        }
        for name in ["srcset", "sizes", "loading", "decoding"] {
            remove_attribute(node, name);
        }
        let Some(picture) = self.pictures.class(&candidates) else {
            return;
        };
        let class = attribute(node, "class").unwrap_or_default();
        set_attribute(node, "class", format!("{class} {picture}").trim());
        set_attribute(node, "src", BLANK);
    }
}

/// Whether a choice in here leads to a page of the file.
fn leads_on(node: &Node) -> bool {
    let is_choice = attribute(node, "data-choice").is_some();
    is_choice && attribute(node, "href").is_some()
        || node.children.borrow().iter().any(|child| leads_on(child))
}

/// The search works within the file, by its script.
fn is_search(node: &Node) -> bool {
    element(node) == Some("form") && attribute(node, "role").as_deref() == Some("search")
}

enum Target {
    /// Another site, a telephone, a letter.
    Elsewhere,
    /// A part of this file.
    Section(String),
    /// A page that is not in this file.
    Nowhere,
}

/// The addresses of a `srcset` with their widths: `a.webp 480w, b.webp 960w`.
fn sizes(srcset: &str) -> Vec<(String, Option<u32>)> {
    let parts = srcset
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let size = |part: &str| {
        let (link, width) = part.split_once(' ').unwrap_or((part, ""));
        let width = width
            .trim()
            .strip_suffix('w')
            .and_then(|width| width.parse().ok());
        (link.to_owned(), width)
    };
    parts.map(size).collect()
}

fn element(node: &Node) -> Option<&str> {
    match &node.data {
        NodeData::Element { name, .. } => Some(name.local.as_ref()),
        _ => None,
    }
}

fn with_attributes(node: &Node, change: impl FnOnce(&mut Vec<Attribute>)) {
    if let NodeData::Element { attrs, .. } = &node.data {
        change(&mut attrs.borrow_mut());
    }
}

fn attribute(node: &Node, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attrs: &RefCell<Vec<Attribute>> = attrs;
    let attrs = attrs.borrow();
    let found = attrs.iter().find(|attribute| attribute.name.local == *name);
    found.map(|attribute| attribute.value.to_string())
}

fn set_attribute(node: &Node, name: &str, value: &str) {
    with_attributes(node, |attributes| {
        let value = StrTendril::from(value);
        match attributes.iter_mut().find(|a| a.name.local == *name) {
            Some(attribute) => attribute.value = value,
            None => attributes.push(Attribute {
                name: QualName::new(None, ns!(), LocalName::from(name)),
                value,
            }),
        }
    });
}

fn remove_attribute(node: &Node, name: &str) {
    with_attributes(node, |attributes| {
        attributes.retain(|attribute| attribute.name.local != *name);
    });
}

fn write(node: &Handle, itself: bool) -> String {
    let main = QualName::new(None, ns!(html), local_name!("main"));
    let options = SerializeOpts {
        scripting_enabled: true,
        traversal_scope: match itself {
            true => TraversalScope::IncludeNode,
            false => TraversalScope::ChildrenOnly(Some(main)),
        },
        create_missing_parent: false,
    };
    let mut out = Vec::new();
    let node = SerializableHandle::from(Rc::clone(node));
    // Writing into memory does not fail.
    let _ = serialize(&mut out, &node, options);
    String::from_utf8(out).unwrap_or_default()
}
