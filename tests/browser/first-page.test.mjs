// The first page offers every language and suggests the browser's; it sends nobody anywhere.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from './support/browsers.mjs';
import { inFolder, placeIn } from './support/places.mjs';
import { plainSite } from './support/site.mjs';

const site = plainSite();
const ELSEWHERE = ['ja', 'ta-IN'];

describe('in chromium', () => {
  let browser;
  let place;
  before(async () => {
    browser = await launch('chromium');
    place = await inFolder(site.folder);
  });
  after(async () => {
    await browser?.close();
    await place?.close();
  });

  for (const language of site.languages) {
    test(`a browser that asks for ${language} has it suggested, in its own words, and stays on the page`, async () => {
      const { suggested, file } = await open([...ELSEWHERE, `${language}-IQ`, 'en']);
      assert.equal(file, 'index.html');
      assert.deepEqual(suggested.map(({ lang }) => lang), [language]);
      assert.notEqual(suggested[0].words, '');
    });
  }

  test('a browser that asks for other languages has nothing suggested', async () => {
    assert.deepEqual((await open(ELSEWHERE)).suggested, []);
  });

  test('without JavaScript every language is offered and none is suggested', async () => {
    const scriptless = await launch('chromium', { scripts: false });
    const page = await scriptless.newPage();
    await page.goto(`${place.home}index.html`);
    const offered = await page.$$eval('main a[hreflang]', (links) => links.map(({ hreflang }) => hreflang));
    const suggestions = await suggestionsIn(page);
    await scriptless.close();
    assert.deepEqual(offered, site.languages.slice().sort((a, b) => offered.indexOf(a) - offered.indexOf(b)));
    assert.deepEqual(suggestions, []);
  });

  async function open(languages) {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument((asked) => {
      Object.defineProperty(navigator, 'languages', { get: () => asked });
    }, languages);
    await page.goto(`${place.home}index.html`);
    const found = { suggested: await suggestionsIn(page), file: placeIn(place.home, page.url()) };
    await page.close();
    return found;
  }

  function suggestionsIn(page) {
    return page.$$eval('.suggestion', (all) => all.filter((words) => words.checkVisibility())
      .map((words) => ({ lang: words.closest('[lang]').lang, words: words.textContent.trim() })));
  }
});
