// What search engines and feed readers take from the site.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { addressedSite, plainSite } from './support/site.mjs';
import { nothing, something } from './support/expect.mjs';

test('every block of JSON-LD is JSON with a context', () => {
  nothing(addressedSite().pages.flatMap(({ path, jsonLd }) => jsonLd.flatMap((text) => {
    try {
      return JSON.parse(text)['@context'] ? [] : [`${path}: no @context`];
    } catch (error) {
      return [`${path}: ${error.message}`];
    }
  })));
});

for (const [name, read] of [['a site without an address', plainSite], ['a site with an address', addressedSite]]) {
  test(`in ${name}, an entry is a term of the set that its list is, a set names its terms, and news are articles`, () => {
    const site = read();
    const fileOf = (page, address) => site.resolve(page.path, address).file;
    const has = { entry: 'DefinedTerm', list: 'DefinedTermSet', 'piece of news': 'NewsArticle' };
    nothing(site.pages.filter(({ kind }) => kind in has).flatMap((page) => {
      const found = itemsOf(page).find((item) => item['@type'] === has[page.kind]);
      if (!found) return [`${page.path}: no ${has[page.kind]}`];
      const faults = [];
      for (const key of ['inLanguage', page.kind === 'piece of news' ? 'headline' : 'name', 'description']) {
        if (!found[key]) faults.push(`no ${key}`);
      }
      if (found.inLanguage !== page.textLanguage) faults.push(`inLanguage ${found.inLanguage} of a text in ${page.textLanguage}`);
      if (page.kind === 'entry') {
        const list = fileOf(page, found.inDefinedTermSet);
        if (site.byPath.get(list)?.kind !== 'list') faults.push(`inDefinedTermSet leads to ${list}`);
        else {
          const set = itemsOf(site.page(list)).find((item) => item['@type'] === 'DefinedTermSet');
          const terms = set.hasDefinedTerm.map((term) => fileOf(site.page(list), term['@id']));
          if (!terms.includes(page.path)) faults.push(`${list} does not name it`);
        }
        for (const image of found.image ?? []) {
          if (!site.fileSet.has(fileOf(page, image.contentUrl))) faults.push(`no picture ${image.contentUrl}`);
          for (const key of ['creditText', 'description', 'license']) if (!image[key]) faults.push(`a picture without ${key}`);
        }
      }
      if (page.kind === 'piece of news' && !/^\d{4}-\d\d-\d\d$/.test(found.datePublished)) faults.push(`datePublished ${found.datePublished}`);
      return faults.map((fault) => `${page.path}: ${fault}`);
    }));
  });

  test(`in ${name}, breadcrumbs are counted from one, lead to pages and are those that are shown`, () => {
    const site = read();
    const deep = site.pages.filter(({ kind, language }) => language && kind !== 'home');
    nothing(deep.flatMap((page) => {
      const crumbs = itemsOf(page).find((item) => item['@type'] === 'BreadcrumbList')?.itemListElement;
      if (!crumbs) return [`${page.path}: no breadcrumbs`];
      return crumbs.flatMap(({ position, item, name: title }, index) => {
        const isLast = index === crumbs.length - 1;
        const file = isLast ? page.path : site.resolve(page.path, item).file;
        if (position !== index + 1) return [`${page.path}: ${title} has position ${position}`];
        if (!title || !site.byPath.has(file)) return [`${page.path}: ${title} leads to ${file}`];
        return isLast || page.destinations.includes(file) ? [] : [`${page.path}: ${title} is not shown`];
      });
    }));
  });
}

test('every XML file is well formed', () => {
  const site = addressedSite();
  nothing(something(site.files.filter((file) => /\.(xml|svg)$/.test(file)), 'XML file').flatMap((file) => {
    return readXml(site, file).errors.map((error) => `${file}: ${error}`);
  }));
});

test('the sitemap lists every page with a text of its own once, and nothing else', () => {
  const site = addressedSite();
  const listed = elements(site, 'sitemap.xml', 'loc').map(({ text }) => text);
  nothing(listed.filter((address, index) => listed.indexOf(address) !== index).map((address) => `twice: ${address}`));
  nothing(listed.filter((address) => !address.startsWith(site.baseUrl)));
  const expected = site.pages.filter((page) => page.path !== '404.html' && !page.isFallback).map((page) => page.path);
  const found = listed.map((address) => address.slice(site.baseUrl.length));
  nothing(found.filter((file) => !expected.includes(file)).map((file) => `should not be listed: ${file}`));
  nothing(expected.filter((file) => !found.includes(file)).map((file) => `is not listed: ${file}`));
});

test('the sitemap names the same translations as the pages do', () => {
  const site = addressedSite();
  let page;
  const links = new Map();
  for (const { name, attributes, text } of elements(site, 'sitemap.xml', 'loc', 'xhtml:link')) {
    if (name === 'loc') links.set((page = text.slice(site.baseUrl.length)), []);
    else links.get(page).push(`${attributes.hreflang} ${attributes.href}`);
  }
  nothing([...links].flatMap(([file, listed]) => {
    const inPage = site.page(file).alternates.map(({ hreflang, value }) => `${hreflang} ${value}`);
    return inPage.sort().join() === listed.sort().join() ? [] : [`${file}: ${listed.length} here, ${inPage.length} in the page`];
  }));
});

test('a site without an address has no sitemap', () => {
  assert.ok(!plainSite().fileSet.has('sitemap.xml'));
});

for (const [name, read] of [['a site without an address', plainSite], ['a site with an address', addressedSite]]) {
  test(`in ${name}, every language has a feed whose entries have what Atom asks for and lead to pages`, () => {
    const site = read();
    nothing(something(site.languages, 'language').flatMap((language) => {
      const file = `${language}/feed.xml`;
      if (!site.fileSet.has(file)) return [`${file} does not exist`];
      const found = elements(site, file, 'feed', 'entry', 'id', 'title', 'updated', 'link');
      const faults = [];
      if (found[0]?.name !== 'feed' || found[0].attributes.xmlns !== 'http://www.w3.org/2005/Atom') faults.push('is not Atom');
      if (found[0]?.attributes['xml:lang'] !== language) faults.push('does not name its language');
      const entries = found.filter(({ name }) => name === 'entry').length;
      for (const part of ['id', 'title', 'updated']) {
        const texts = found.filter((element) => element.name === part).map(({ text }) => text);
        if (texts.length !== entries + 1 || texts.some((text) => text === '')) faults.push(`lacks ${part}`);
        if (part === 'id' && new Set(texts).size !== texts.length) faults.push('has an id twice');
      }
      for (const { attributes } of found.filter((element) => element.name === 'link')) {
        const target = site.resolve(file, attributes.href);
        if (!site.fileSet.has(target.file)) faults.push(`leads nowhere: ${attributes.href}`);
      }
      return faults.map((fault) => `${file}: ${fault}`);
    }));
  });
}

/// What the JSON-LD of a page describes.
function itemsOf(page) {
  return page.jsonLd.flatMap((text) => JSON.parse(text)['@graph']);
}

/// The elements of these names in a file of the site, in order, with their text.
function elements(site, file, ...names) {
  return readXml(site, file).elements.filter(({ name }) => names.includes(name));
}

function readXml(site, file) {
  const found = { elements: [], errors: [] };
  const open = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => found.errors.push(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    found.elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.length > 0 && (open.at(-1).text += text));
  parser.on('closetag', () => (open.pop().text.trim()));
  parser.write(site.text(file)).close();
  return found;
}
