// Everything is found by following links: no script is needed to reach a page.

import { test } from 'node:test';
import { plainSite } from './support/site.mjs';
import { nothing } from './support/expect.mjs';

test('every page is reached by following links from the first page', () => {
  const site = plainSite();
  const reached = new Set(['index.html']);
  for (const file of reached) {
    for (const destination of site.byPath.get(file)?.destinations ?? []) reached.add(destination);
  }
  // A host shows 404.html by itself.
  nothing(site.pages.map((page) => page.path).filter((file) => file !== '404.html' && !reached.has(file)));
});

test('every entry is reached from the home page of its language without leaving the language', () => {
  const site = plainSite();
  nothing(site.languages.flatMap((language) => {
    const reached = new Set([`${language}/index.html`]);
    for (const file of reached) {
      const destinations = site.byPath.get(file)?.destinations ?? [];
      for (const destination of destinations) if (destination.startsWith(`${language}/`)) reached.add(destination);
    }
    return site.pages
      .filter((page) => page.language === language && !reached.has(page.path))
      .map((page) => page.path);
  }));
});
