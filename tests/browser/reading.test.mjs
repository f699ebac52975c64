// A reader opens the site, goes to an entry in each language and from there to the same entry in the others.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, brokenPictures, describe as seen, follow, launch, watch } from './support/browsers.mjs';
import { nothing, something } from './support/expect.mjs';
import { PLACES, placeIn } from './support/places.mjs';
import { directionOf, plainSite } from './support/site.mjs';

const site = plainSite();
const lists = site.pages.filter((page) => page.kind === 'list');
const list = something(lists, 'list')[0].path.split('/')[1];
const entry = something(entriesOf(list), 'entry with a picture')[0];

function entriesOf(folder) {
  return site.pages
    .filter((page) => page.kind === 'entry' && page.path.startsWith(`${site.languages[0]}/${folder}/`))
    .filter((page) => page.references.some(({ tag }) => tag === 'img'))
    .map((page) => page.path.split('/').slice(1).join('/'));
}

for (const name of BROWSERS) {
  describe(`in ${name}`, () => {
    let browser;
    before(async () => (browser = await launch(name)));
    after(() => browser?.close());

    for (const [where, open] of Object.entries(PLACES)) {
      test(`in ${where}, a reader goes from the first page to an entry in every language and changes the language there`, async () => {
        const place = await open(site.folder);
        const page = await browser.newPage();
        const problems = await watch(page, place.home);
        for (const language of site.languages) {
          await page.goto(`${place.home}index.html`);
          await go(page, place, `${language}/index.html`, 'main a[hreflang]');
          await isIn(page, language);
          await go(page, place, `${language}/${list}/index.html`, 'main a[href]');
          await isIn(page, language);
          await go(page, place, `${language}/${entry}`, 'main a[href]');
          await isIn(page, language);
          for (const other of site.languages.filter((tag) => tag !== language)) {
            await go(page, place, `${other}/${entry}`, `a[hreflang="${other}"]`);
            await isIn(page, other);
          }
        }
        await page.close();
        await place.close();
        nothing(problems);
        nothing(place.strays);
      });

      test(`in ${where}, a page of every kind opens without an error, and its pictures are seen`, async () => {
        const place = await open(site.folder);
        const page = await browser.newPage();
        const problems = await watch(page, place.home);
        for (const { path } of oneOfEachKind()) {
          await page.goto(`${place.home}${path}`);
          problems.push(...(await brokenPictures(page)).map((picture) => `${path}: ${picture}`));
        }
        await page.close();
        await place.close();
        nothing(problems);
        nothing(place.strays);
      });
    }
  });
}

/// Goes by a click to a page of the site.
async function go(page, place, file, selector) {
  await follow(page, selector, `${place.home}${file}`);
  assert.equal(placeIn(place.home, page.url()), file);
}

async function isIn(page, language) {
  const { lang, dir, direction, heading, sheets } = await seen(page);
  assert.deepEqual({ lang, dir, direction }, { lang: language, dir: directionOf(language), direction: directionOf(language) });
  assert.notEqual(heading, '');
  assert.equal(sheets, 0, 'a style sheet did not load');
}

function oneOfEachKind() {
  return [...new Map(site.pages.filter(({ language }) => !language || language === site.languages.at(-1))
    .map((page) => [page.kind, page])).values()];
}
