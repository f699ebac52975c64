// What every page must say of itself, to a browser and to a screen reader.

import { test } from 'node:test';
import { directionOf, plainSite } from './support/site.mjs';
import { nothing } from './support/expect.mjs';

const { pages } = plainSite();
const wrong = (check) => nothing(pages.filter((page) => !check(page)).map((page) => page.path));

test('every page names its language and its direction', () => {
  wrong(({ html, language }) => html.lang && html.dir === directionOf(html.lang) && (!language || language === html.lang));
});

test('every page has exactly one title, one main and one heading of the first level', () => {
  wrong(({ titles, mains, headings }) => titles === 1 && mains === 1 && headings.length === 1);
});

test('the heading of a text in another language has the direction of that language', () => {
  wrong(({ headings }) => headings.every(({ lang, dir }) => dir === directionOf(lang)));
});

test('no id stands twice in a page', () => {
  nothing(pages.flatMap(({ path, ids }) => {
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: #${id}`);
  }));
});
