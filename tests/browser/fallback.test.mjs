// An entry that is not translated yet is shown in another language, and says so.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from './support/browsers.mjs';
import { nothing } from './support/expect.mjs';
import { inFolder } from './support/places.mjs';
import { directionOf, plainSite } from './support/site.mjs';

const site = plainSite();
const borrowed = site.pages.filter((page) => page.kind === 'entry' && page.isFallback);

/// One entry for each pair of reader's language and language shown.
const examples = [...new Map(borrowed.map((page) => [`${page.language} ${page.textLanguage}`, page])).values()];
const skip = examples.length === 0 && 'every entry is translated into every language';

test('a borrowed text is announced before it begins, and the notice names its language', { skip }, () => {
  nothing(borrowed.flatMap((page) => {
    if (page.textBeforeTitle === '') return [`${page.path}: no notice`];
    const name = nameOf(page.textLanguage, page.language);
    return !name || page.textBeforeTitle.toLowerCase().includes(name.toLowerCase())
      ? []
      : [`${page.path}: the notice does not say ${name}: ${page.textBeforeTitle}`];
  }));
});

test('a text of its own has no such notice', { skip }, () => {
  const notices = new Set(borrowed.map((page) => page.textBeforeTitle));
  nothing(site.pages
    .filter((page) => page.kind === 'entry' && !page.isFallback && page.textBeforeTitle !== '')
    .filter((page) => notices.has(page.textBeforeTitle))
    .map((page) => page.path));
});

describe('in chromium', { skip }, () => {
  let browser;
  before(async () => (browser = await launch('chromium')));
  after(() => browser?.close());

  for (const { path, language, textLanguage } of examples) {
    test(`an entry in ${language} shown in ${textLanguage} has its frame in the one and its text in the other`, async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      await page.goto(`${place.home}${path}`);
      const found = await page.evaluate(() => {
        const languageOf = (node) => node.closest('[lang]').lang;
        const directionOf = (node) => getComputedStyle(node).direction;
        const heading = document.querySelector('main h1');
        const paragraph = heading.closest('[lang]').querySelector('p');
        return {
          page: [document.documentElement.lang, directionOf(document.body)],
          heading: [languageOf(heading), directionOf(heading)],
          text: [languageOf(paragraph), directionOf(paragraph)],
        };
      });
      await page.close();
      await place.close();
      const text = [textLanguage, directionOf(textLanguage)];
      assert.deepEqual(found, { page: [language, directionOf(language)], heading: text, text });
    });
  }
});

/// The name of a language in a reader's language, where this program knows that one.
function nameOf(language, reader) {
  const known = Intl.DisplayNames.supportedLocalesOf([reader]).length > 0;
  return known ? new Intl.DisplayNames([reader], { type: 'language' }).of(language) : undefined;
}
