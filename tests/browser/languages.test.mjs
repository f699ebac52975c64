// The languages of a page agree on each other, and a borrowed text does not pass for a translation.

import { test } from 'node:test';
import { addressedSite, plainSite } from './support/site.mjs';
import { nothing } from './support/expect.mjs';

for (const [name, read] of [['a site without an address', plainSite], ['a site with an address', addressedSite]]) {
  const site = read();
  const translated = site.pages.filter((page) => page.language && !page.isFallback);
  const borrowed = site.pages.filter((page) => page.isFallback);

  test(`in ${name}, a page lists its translations, itself among them, and a default`, () => {
    nothing(translated.flatMap((page) => {
      const listed = alternatesOf(site, page);
      const faults = [];
      if (listed.size === 0) return [`${page.path}: no alternates`];
      if (new Set(listed.keys()).size !== page.alternates.length) faults.push('a language stands twice');
      if (listed.get(page.language) !== page.path) faults.push('does not list itself');
      const fallback = listed.get('x-default');
      if (!fallback) faults.push('no x-default');
      if (![...listed].some(([language, file]) => language !== 'x-default' && file === fallback) && fallback !== 'index.html') {
        faults.push(`x-default ${fallback} is none of the translations`);
      }
      return faults.map((fault) => `${page.path}: ${fault}`);
    }));
  });

  test(`in ${name}, pages list each other or neither does`, () => {
    nothing(site.pages.flatMap((page) => [...alternatesOf(site, page)].flatMap(([language, file]) => {
      if (language === 'x-default') return [];
      const other = site.byPath.get(file);
      if (!other) return [`${page.path}: ${file} does not exist`];
      if (other.html.lang !== language) return [`${page.path}: ${file} is not in ${language}`];
      const back = alternatesOf(site, other).get(page.html.lang);
      return back === page.path ? [] : [`${page.path} lists ${file}, which does not list it`];
    })));
  });

  test(`in ${name}, a page with a borrowed text lists no translations and none lists it`, () => {
    nothing(borrowed.filter((page) => page.alternates.length > 0).map((page) => `${page.path}: lists translations`));
    nothing(site.pages.flatMap((page) => {
      const listed = [...alternatesOf(site, page).values()];
      return listed.filter((file) => site.byPath.get(file)?.isFallback).map((file) => `${page.path} lists ${file}`);
    }));
  });

  test(`in ${name}, a borrowed text names the page that it comes from as canonical`, () => {
    nothing(borrowed.flatMap((page) => {
      const source = page.path.replace(/^[^/]+/, page.textLanguage);
      const canonical = page.canonical && site.resolve(page.path, page.canonical.value).file;
      return canonical === source ? [] : [`${page.path}: canonical is ${canonical}, not ${source}`];
    }));
  });

  test(`in ${name}, a page with its own text names no other as canonical`, () => {
    nothing(translated.flatMap((page) => {
      const canonical = page.canonical && site.resolve(page.path, page.canonical.value).file;
      return canonical === undefined || canonical === page.path ? [] : [`${page.path}: ${canonical}`];
    }));
  });
}

test('every page exists in every language', () => {
  const site = plainSite();
  nothing(site.pages.filter((page) => page.language).flatMap((page) => {
    return site.languages
      .map((language) => page.path.replace(/^[^/]+/, language))
      .filter((file) => !site.byPath.has(file));
  }));
});

test('every page offers itself in every language, in that language\'s own name', () => {
  const site = plainSite();
  nothing(site.pages.filter((page) => page.language).flatMap((page) => {
    return site.languages
      .filter((language) => !page.references.some(({ tag, hreflang, value }) => {
        return tag === 'a' && hreflang === language
          && site.resolve(page.path, value).file === page.path.replace(/^[^/]+/, language);
      }))
      .map((language) => `${page.path}: no link to ${language}`);
  }));
});

function alternatesOf(site, page) {
  return new Map(page.alternates.map(({ hreflang, value }) => [hreflang, site.resolve(page.path, value).file]));
}
