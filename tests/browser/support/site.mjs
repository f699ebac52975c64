// A built site as its files: every page reduced to the facts that the tests ask for.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

/// Folders of a language that hold no list.
const NOT_LISTS = new Set([
  'identify', 'materials', 'news', 'object-types', 'periods', 'places', 'scripts', 'search', 'shapes',
  'sizes', 'techniques',
]);

/// Attributes that make a browser fetch something or go somewhere.
const ADDRESSES = new Set([
  'action', 'background', 'data', 'formaction', 'href', 'longdesc', 'manifest', 'ping', 'poster', 'src',
  'xlink:href',
]);
const ADDRESS_SETS = new Set(['imagesrcset', 'srcset']);

const loaded = new Map();

/// The site in a folder, read once in a process.
export function readSite(folder, baseUrl = null) {
  if (!loaded.has(folder)) loaded.set(folder, new Site(folder, baseUrl));
  return loaded.get(folder);
}

/// The site without an address, as it stands on a stick.
export const plainSite = () => readSite(required('SITE_DIR'));

/// The same site built for an address.
export const addressedSite = () => readSite(required('SITE_DIR_WITH_ADDRESS'), required('SITE_ADDRESS'));

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start these tests with run.sh`);
  return value;
}

class Site {
  constructor(folder, baseUrl) {
    this.folder = folder;
    this.baseUrl = baseUrl;
    // `.redlist` holds the builder's own notes and is not published.
    this.files = filesBelow(folder).filter((file) => !file.startsWith('.redlist/'));
    this.fileSet = new Set(this.files);
    this.pages = this.files.filter((file) => file.endsWith('.html')).map((file) => new Page(this, file));
    this.byPath = new Map(this.pages.map((page) => [page.path, page]));
    /// The languages, as the home pages that exist: `en`, `ar`, …
    this.languages = this.pages.map((page) => /^([^/]+)\/index\.html$/.exec(page.path)?.[1]).filter(Boolean);
    for (const page of this.pages) {
      const first = page.path.split('/')[0];
      page.language = this.languages.includes(first) ? first : null;
      page.kind = kindOf(page);
    }
  }

  page(file) {
    const page = this.byPath.get(file);
    if (!page) throw new Error(`the site has no page ${file}`);
    return page;
  }

  text(file) {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  /// Where a reference leads: `{file, fragment}` inside the site, `{outside}`, or `{wrong}` with the reason.
  resolve(from, reference) {
    if (reference.trim() !== reference || reference === '') return { wrong: 'is empty or has space around it' };
    let local = reference;
    if (this.baseUrl && reference.startsWith(this.baseUrl)) {
      const [file, fragment] = splitOnce(reference.slice(this.baseUrl.length), '#');
      return { file: file.split('?')[0], fragment, absolute: true };
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(local) || local.startsWith('//')) return { outside: local };
    if (local.startsWith('/')) return { wrong: 'starts at the root of the host' };
    if (local.includes('\\')) return { wrong: 'has a backslash' };
    const [beforeFragment, fragment] = splitOnce(local, '#');
    local = beforeFragment.split('?')[0];
    if (fragment === '') return { wrong: 'has an empty fragment' };
    if (local === '') return { file: from, fragment };
    if (!/^[a-z0-9._/-]+$/.test(local)) return { wrong: 'has characters other than a-z 0-9 . _ - /' };
    if (/(^|\/)\.{0,2}$/.test(local)) return { wrong: 'names a folder, not a file' };
    const file = path.posix.join(path.posix.dirname(from), local);
    if (file.startsWith('..')) return { wrong: 'leaves the site' };
    return { file, fragment };
  }
}

/// What a page is, told by its place: looks and class names may change.
function kindOf(page) {
  const parts = page.path.split('/');
  if (page.language === null) return page.path === 'index.html' ? 'chooser' : parts.at(-1).replace('.html', '');
  const [, folder, file] = parts;
  if (parts.length === 2) return folder === 'index.html' ? 'home' : folder.replace('.html', '');
  if (parts.length > 3) return `${folder} (${parts.length - 2} deep)`;
  if (folder === 'news') return file === 'index.html' ? 'news index' : 'piece of news';
  if (folder === 'identify') return file === 'index.html' ? 'identify index' : 'identify';
  if (NOT_LISTS.has(folder)) return file === 'index.html' ? 'index of terms' : 'term';
  if (file === 'index.html') return 'list';
  return ['print.html', 'cards.html'].includes(file) ? file.replace('.html', '') : 'entry';
}

class Page {
  constructor(site, file) {
    this.site = site;
    this.path = file;
    this.html = { lang: undefined, dir: undefined };
    /// Every reference: `{tag, attribute, value, rel, hreflang, type}`.
    this.references = [];
    this.ids = [];
    this.headings = []; // of the first level: {lang, dir}
    this.policies = [];
    this.jsonLd = [];
    this.titles = 0;
    this.mains = 0;
    this.social = []; // {property, content}
    /// What breaks a strict policy: inline scripts, styles and handlers.
    this.inline = [];
    /// What must not stand before the policy, and does.
    this.beforePolicy = [];
    /// What file:// cannot load: modules, integrity, crossorigin.
    this.unportable = [];
    /// The text in `main` that comes before the title and is not part of the text in the title's language.
    this.textBeforeTitle = '';
    const document = parse(site.text(file));
    this.#walk(document, { lang: undefined, dir: undefined, main: false, holders: [] });
    delete this.pendingText;
  }

  /// The target of each `rel=alternate hreflang`, by language.
  get alternates() {
    return this.references.filter(({ tag, rel, hreflang }) => tag === 'link' && rel.includes('alternate') && hreflang);
  }

  get canonical() {
    return this.references.find(({ tag, rel }) => tag === 'link' && rel.includes('canonical'));
  }

  /// The language that the text is written in: that of its title.
  get textLanguage() {
    return this.headings[0]?.lang;
  }

  /// Whether the text is borrowed from another language.
  get isFallback() {
    return this.language !== null && this.textLanguage !== this.html.lang;
  }

  /// The pages inside the site that a reader can go to from here.
  get destinations() {
    const links = this.references.filter(({ tag, attribute }) => (tag === 'a' || tag === 'area') && attribute === 'href');
    return links.map(({ value }) => this.site.resolve(this.path, value).file).filter(Boolean);
  }

  #walk(node, around) {
    if (node.nodeName === '#text') {
      if (around.main && this.headings.length === 0 && !around.skip) {
        this.pendingText = (this.pendingText ?? []).concat({ text: node.value, holder: around.holder });
      }
      return;
    }
    let here = around;
    if (node.tagName) {
      const attributes = Object.fromEntries(
        node.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
      );
      here = this.#element(node, attributes, around);
    }
    for (const child of node.childNodes ?? []) this.#walk(child, here);
    if (node.content) this.#walk(node.content, here); // <template>
  }

  #element(node, attributes, around) {
    const tag = node.tagName;
    const here = { ...around };
    if ('lang' in attributes) Object.assign(here, { lang: attributes.lang, holder: node });
    if ('dir' in attributes) here.dir = attributes.dir;
    if (tag === 'html') this.html = { lang: attributes.lang, dir: attributes.dir };
    if (tag === 'title' && !isInsideSvg(node)) this.titles += 1;
    if (tag === 'main') (this.mains += 1), (here.main = true), (here.holder = undefined);
    if (tag === 'nav' || tag === 'script') here.skip = true;
    if ('id' in attributes) this.ids.push(attributes.id);
    if (tag === 'h1') {
      if (this.headings.length === 0) {
        this.textBeforeTitle = (this.pendingText ?? [])
          .filter(({ holder }) => !holder || holder !== here.holder)
          .map(({ text }) => text)
          .join('')
          .replace(/\s+/g, ' ')
          .trim();
      }
      this.headings.push({ lang: here.lang, dir: here.dir });
    }
    this.#references(tag, attributes);
    this.#policy(tag, attributes, node);
    return here;
  }

  #references(tag, attributes) {
    const { hreflang, type } = attributes;
    const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const add = (attribute, value) => this.references.push({ tag, attribute, value, rel, hreflang, type });
    for (const [attribute, value] of Object.entries(attributes)) {
      if (ADDRESSES.has(attribute)) add(attribute, value);
      if (ADDRESS_SETS.has(attribute)) {
        for (const candidate of value.split(',')) add(attribute, candidate.trim().split(/\s+/)[0]);
      }
    }
    if (tag === 'meta' && (attributes['http-equiv'] ?? '').toLowerCase() === 'refresh') {
      add('content', (attributes.content ?? '').replace(/^[^;]*;\s*url=/i, ''));
    }
    if (tag === 'meta' && (attributes.property ?? attributes.name ?? '').match(/^(og|twitter):/)) {
      this.social.push({ property: attributes.property ?? attributes.name, content: attributes.content });
    }
  }

  #policy(tag, attributes, node) {
    if (tag === 'meta' && (attributes['http-equiv'] ?? '').toLowerCase() === 'content-security-policy') {
      this.policies.push(attributes.content ?? '');
    } else if (this.policies.length === 0 && ['link', 'script', 'style', 'img', 'body', 'base'].includes(tag)) {
      this.beforePolicy.push(tag);
    }
    if (tag === 'style') this.inline.push('<style>');
    if (tag === 'base') this.inline.push('<base>');
    if (tag === 'script' && attributes.type === 'application/ld+json') {
      this.jsonLd.push(node.childNodes.map(({ value }) => value).join(''));
    } else if (tag === 'script' && !('src' in attributes)) {
      this.inline.push('<script> without src');
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'style') this.inline.push(`<${tag} style="${value}">`);
      if (/^on/.test(name)) this.inline.push(`<${tag} ${name}="${value}">`);
      if (/^\s*javascript:/i.test(value)) this.inline.push(`<${tag} ${name}="${value}">`);
      if (name === 'integrity' || name === 'crossorigin') this.unportable.push(`<${tag} ${name}>`);
    }
    if (tag === 'script' && attributes.type === 'module') this.unportable.push('<script type=module>');
    if (tag === 'iframe' || tag === 'object' || tag === 'embed') this.unportable.push(`<${tag}>`);
  }
}

/// All files below a folder, as `a/b.html`, in byte order.
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

function isInsideSvg(node) {
  return node.namespaceURI !== 'http://www.w3.org/1999/xhtml';
}

/// The direction that a language is written in.
export function directionOf(language) {
  const script = new Intl.Locale(language).maximize().script;
  return ['Adlm', 'Arab', 'Aran', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'].includes(script) ? 'rtl' : 'ltr';
}
