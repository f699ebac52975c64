// Links hold on a host, in a sub-folder and on a stick: each is relative, names a file, and the file is there.

import { test } from 'node:test';
import { addressedSite, plainSite } from './support/site.mjs';
import { nothing } from './support/expect.mjs';

for (const [name, read] of [['a site without an address', plainSite], ['a site with an address', addressedSite]]) {
  const site = read();

  test(`in ${name}, every reference is relative, names a file and stays inside`, () => {
    nothing(each(site, function* (page, reference) {
      const target = site.resolve(page.path, reference.value);
      if (target.wrong) yield `${target.wrong}`;
      if (target.absolute && !mayBeAbsolute(page, reference)) yield 'is absolute';
      if (target.outside && !mayLeave(reference)) yield 'leaves the site';
    }));
  });

  test(`in ${name}, every reference leads to a file that exists, in exact case`, () => {
    nothing(each(site, function* (page, reference) {
      const { file } = site.resolve(page.path, reference.value);
      if (file !== undefined && !site.fileSet.has(file)) yield `${file} does not exist`;
    }));
  });

  test(`in ${name}, every anchor exists in the page that it points into`, () => {
    nothing(each(site, function* (page, reference) {
      const { file, fragment } = site.resolve(page.path, reference.value);
      const target = site.byPath.get(file);
      if (!fragment || !target) return;
      if (!target.ids.includes(decodeURIComponent(fragment))) yield `${file} has no element with this id`;
    }));
  });
}

test('without an address, canonical and alternate links are relative and no social card names one', () => {
  nothing(plainSite().pages.flatMap((page) => {
    const links = [page.canonical, ...page.alternates].filter(Boolean).map(({ value }) => value);
    const cards = page.social.map(({ content }) => content ?? '');
    return [...links, ...cards].filter(isAbsolute).map((value) => `${page.path}: ${value}`);
  }));
});

test('with an address, canonical, alternate and social addresses are absolute and name pages of the site', () => {
  const site = addressedSite();
  nothing(site.pages.flatMap((page) => {
    const links = [page.canonical, ...page.alternates].filter(Boolean).map(({ value }) => value);
    const cards = page.social
      .filter(({ property }) => /^(og:(url|image|video|audio)|twitter:image)$/.test(property))
      .map(({ content }) => content ?? '');
    return [...links, ...cards]
      .filter((value) => !value.startsWith(site.baseUrl) || !site.fileSet.has(site.resolve(page.path, value).file))
      .map((value) => `${page.path}: ${value}`);
  }));
});

test('with an address, the page for what does not exist works at any depth', () => {
  const site = addressedSite();
  const { path, references } = site.page('404.html');
  nothing(references.map(({ value }) => value).filter((value) => {
    const { absolute, outside } = site.resolve(path, value);
    return !absolute && !outside && !value.startsWith('#');
  }));
});

test('a link that leaves the site is marked as external', () => {
  nothing(each(plainSite(), function* (page, { tag, value, rel }) {
    if (tag === 'a' && /^https?:/.test(value) && !rel.includes('external')) yield 'lacks rel=external';
  }));
});

function* each(site, check) {
  for (const page of site.pages) {
    for (const reference of page.references) {
      for (const wrong of check(page, reference)) {
        const { tag, attribute, value } = reference;
        yield `${page.path}: <${tag} ${attribute}="${value}"> ${wrong}`;
      }
    }
  }
}

/// A reader may be led away by a link; nothing else may point outside.
function mayLeave({ tag, attribute, value }) {
  const isLink = (tag === 'a' || tag === 'area') && attribute === 'href' && /^(https?|mailto|tel):/.test(value);
  const isInlinePicture = tag === 'img' && value.startsWith('data:image/');
  return isLink || isInlinePicture;
}

/// A host shows 404.html at any depth, where relative links would lead astray.
function mayBeAbsolute(page, { tag, rel, hreflang }) {
  if (page.path === '404.html') return true;
  return tag === 'link' && (rel.includes('canonical') || (rel.includes('alternate') && hreflang !== undefined));
}

function isAbsolute(value) {
  return /^([a-z][a-z0-9+.-]*:)?\/\//i.test(value) || value.startsWith('/');
}
