// The search as readers use it: from a folder with an awkward name, in four languages, by the keyboard alone and
// with JavaScript off.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import path from 'node:path';
import { engine } from '../search/engine.mjs';
import { accessibilityFaults } from './support/axe.mjs';
import { BROWSERS, describe as seen, launch, watch } from './support/browsers.mjs';
import { nothing } from './support/expect.mjs';
import { inFolder, onHost, placeIn, PLACES } from './support/places.mjs';
import { plainSite } from './support/site.mjs';

const site = plainSite();

/// In each language a word as a reader types it, and the entry that it must lead to.
const WORDS = {
  en: { typed: 'cuniform tablet', entry: 'cuneiform-tablets', start: 'coi', first: 'coins' },
  fr: { typed: 'tablete cunéiforme', entry: 'cuneiform-tablets', start: 'monn', first: 'coins' },
  ar: { typed: 'الواح مسماريه', entry: 'cuneiform-tablets', start: 'مسكو', first: 'coins' },
  ckb: { typed: 'نووسينى بزمارى', entry: 'cuneiform-tablets', start: 'سک', first: 'coins' },
};
const LANGUAGES = Object.keys(WORDS).filter((language) => site.languages.includes(language));

const until = (page, condition, ...values) => page.waitForFunction(condition, { polling: 50 }, ...values);
const links = (page) => page.$$eval('[data-results] a', (all) => all.map((link) => link.href));
const entryOf = (address) => decodeURI(address).split('/').at(-1).replace('.html', '');

describe('what a query finds', () => {
  const search = engine(path.join(site.folder, 'assets'), site.folder);
  const found = async (language, query) => {
    const index = await search.open(language);
    const result = await index.search(query, {});
    const cards = await Promise.all(result.entries.map((entry) => index.card(entry)));
    return { ids: cards.map((card) => entryOf(card.path)), said: index.corrections(result, cards).join(' '), result, index };
  };

  test('of words that belong together only the misspelt one is put right, and all must be there', async () => {
    const both = await found('en', '+coin-lamassu');
    assert.deepEqual([both.ids, both.said], [[], '']);
    const misspelt = await found('en', '+clay-tabelt');
    const right = await found('en', '+clay-tablet');
    assert.match(misspelt.said, /tabelt/);
    assert.doesNotMatch(misspelt.said, /clay/);
    assert.deepEqual([...misspelt.ids].sort(), [...right.ids].sort());
  });

  test('a phrase is found in any form, in the labels of terms, and while it is typed', async () => {
    const phrases = {
      en: ['"clay tablet"', '"clay tablets"', '"clay tab', '"rock crystal"', '"Old Babylonian"'],
      ar: ['"ألواح طينية"', '"لوح طيني"'],
    };
    for (const [language, all] of Object.entries(phrases)) {
      for (const phrase of all) assert.notDeepEqual((await found(language, phrase)).ids, [], phrase);
    }
    assert.deepEqual((await found('en', '"tablet clay babylonian"')).ids, []);
  });

  test('names that every object has are no fields, signs alone ask for nothing, and no word is dropped', async () => {
    assert.ok((await found('en', 'constructor:clay')).ids.length > 0);
    for (const sign of ['+', '-', '"', '?']) assert.equal((await found('en', sign)).result.query.length, 0);
    const words = (await found('en', '"foo"bar')).result.query.flatMap((part) => part.words);
    assert.deepEqual([...words], ['foo', 'bar']);
  });

  test('what was put right is told as it was typed and as it is written', async () => {
    const { said } = await found('ar', 'مسمرية');
    assert.match(said, /مسمرية/);
    assert.match(said, /مسمارية/);
    assert.equal((await found('en', 'koin')).ids.includes('coins'), true);
    assert.equal((await found('en', 'koi ')).said, '');
  });

  test('an index knows which filters it has, and years are read as people write them', async () => {
    const { index } = await found('en', '');
    const known = await index.known({ fbclid: ['abc'], material: ['gone', 'clay'], from: 500, to: -500 });
    assert.deepEqual({ ...known, material: [...known.material] }, { material: ['clay'], from: -500, to: 500 });
    assert.equal(search.yearOf('3,000', true), -3000);
    assert.equal(search.yearOf('−3 000', false), -3000);
    assert.equal(search.yearOf('٣٬٠٠٠', false), 3000);
    for (const none of ['', '0', 'abc', '3rd']) assert.equal(search.yearOf(none, false), null);
  });
});

for (const name of BROWSERS) {
  describe(`the search in ${name}`, () => {
    let browser;
    before(async () => (browser = await launch(name)));
    after(() => browser?.close());

    for (const [where, open] of Object.entries(PLACES)) {
      test(`from ${where}, typing finds the entry in every language, and the address keeps the search`, async () => {
        const place = await open(site.folder);
        const page = await browser.newPage();
        const problems = await watch(page, place.home);
        for (const language of LANGUAGES) {
          const { typed, entry } = WORDS[language];
          await page.goto(`${place.home}${language}/search.html`);
          await page.type('#q', typed);
          await until(page, (entry) => [...document.querySelectorAll('[data-results] a')].slice(0, 5).some((link) => link.href.endsWith(`/${entry}.html`)), entry);
          assert.equal(new URL(page.url()).searchParams.get('q'), typed);
          assert.notEqual(await page.$eval('[data-status]', (status) => status.textContent), '');
          assert.ok(await page.$('[data-results] mark'), `${language}: the match is shown`);
          await page.reload();
          await until(page, () => document.querySelectorAll('[data-results] a').length > 0);
          assert.equal(await page.$eval('#q', (input) => input.value), typed);
          assert.ok((await links(page)).slice(0, 5).map(entryOf).includes(entry));
        }
        nothing(problems);
        nothing(place.strays);
        await page.close();
        await place.close();
      });
    }

    test('the keyboard alone leads from any page to an entry, in every language', async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      const problems = await watch(page, place.home);
      for (const language of LANGUAGES) {
        const { start, first } = WORDS[language];
        await page.goto(`${place.home}${language}/about.html`);
        await tabTo(page, '[data-suggest] input');
        await page.keyboard.type(start);
        await until(page, () => document.querySelector('[role=listbox]:not([hidden]) [role=option]'));
        const input = '[data-suggest] input';
        assert.equal(await page.$eval(input, (field) => field.getAttribute('aria-expanded')), 'true');
        await page.keyboard.press('ArrowDown');
        const active = await page.$eval(input, (field) => field.getAttribute('aria-activedescendant'));
        assert.ok(active);
        assert.equal(await page.$eval(`#${active}`, (option) => option.getAttribute('aria-selected')), 'true');
        assert.notEqual(await page.$eval('[data-suggest] [role=status]', (status) => status.textContent), '');
        await page.keyboard.press('Escape');
        assert.equal(await page.$eval(input, (field) => field.getAttribute('aria-expanded')), 'false');
        await page.keyboard.press('ArrowDown');
        await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
        assert.equal(placeIn(place.home, page.url()), `${language}/iraq/${first}.html`);
      }
      nothing(problems);
      await page.close();
      await place.close();
    });

    test('results are walked by arrows, narrowed by the space bar, and a choice is taken back by Enter', async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      const problems = await watch(page, place.home);
      await page.goto(`${place.home}en/search.html`);
      await tabTo(page, '#q');
      await page.keyboard.type('clay');
      await until(page, () => document.querySelectorAll('[data-facets] input').length > 0);
      const all = (await links(page)).length;
      await page.keyboard.press('ArrowDown');
      assert.ok(await page.evaluate(() => document.activeElement === document.querySelector('[data-results] a')));
      await page.keyboard.press('ArrowUp');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
      // A kind of facet is opened, and its first value that has entries chosen.
      await tabTo(page, '[data-facets] summary');
      await page.keyboard.press('Enter');
      await tabTo(page, '[data-facets] details[open] input:not([disabled])');
      await page.keyboard.press(' ');
      await until(page, () => document.querySelectorAll('[data-chosen] button').length === 1);
      const chosen = [...new URL(page.url()).searchParams.keys()];
      assert.equal(chosen.length, 2);
      assert.ok((await links(page)).length <= all);
      await page.reload();
      await until(page, () => document.querySelectorAll('[data-chosen] button').length === 1);
      await tabTo(page, '[data-chosen] button');
      await page.keyboard.press('Enter');
      await until(page, () => document.querySelectorAll('[data-chosen] button').length === 0);
      assert.deepEqual([...new URL(page.url()).searchParams.keys()], ['q']);
      nothing(problems);
      await page.close();
      await place.close();
    });

    test('a missing file is told, and so is one of another edition', async () => {
      const { cpSync, rmSync, readFileSync, writeFileSync, mkdtempSync } = await import('node:fs');
      const path = await import('node:path');
      const { pathToFileURL } = await import('node:url');
      const folder = mkdtempSync(path.join((await import('node:os')).tmpdir(), 'redlist-'));
      cpSync(site.folder, folder, { recursive: true });
      const page = await browser.newPage();
      const told = async () => {
        await page.goto(`${pathToFileURL(folder).href}/en/search.html?q=coins`);
        await until(page, () => document.querySelector('[data-status]').textContent.length > 20);
        return page.$eval('[data-status]', (status) => status.textContent);
      };
      const shard = path.join(folder, 'search/en/c0.js');
      const text = readFileSync(shard, 'utf8');
      writeFileSync(shard, text.replace(/"b":"[0-9a-f]{4}/, '"b":"0000'));
      assert.match(await told(), /different editions/);
      rmSync(shard);
      assert.match(await told(), /missing/);
      assert.equal((await links(page)).length, 0);
      rmSync(path.join(folder, 'search/en/root.js'));
      assert.match(await told(), /missing/);
      await page.close();
      rmSync(folder, { recursive: true });
    });
  });

  describe(`the search in ${name} with JavaScript off`, () => {
    let browser;
    before(async () => (browser = await launch(name, { scripts: false })));
    after(() => browser?.close());

    test('the form leads to the A to Z and the indexes, in every language', async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      for (const language of LANGUAGES) {
        await page.goto(`${place.home}${language}/about.html`);
        await tabTo(page, '[data-suggest] input');
        await page.keyboard.type('abc');
        await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
        assert.equal(placeIn(place.home, page.url()), `${language}/search.html`);
        assert.notEqual((await seen(page)).heading, '');
        const ways = await page.evaluate(() => [...document.querySelectorAll('[data-browse] a')].filter((link) => link.getClientRects().length > 0).length);
        assert.ok(ways >= 5, `${ways} ways lead on`);
      }
      await page.close();
      await place.close();
    });
  });
}

describe('the search for everybody', () => {
  let browser;
  before(async () => (browser = await launch('chromium')));
  after(() => browser?.close());

  test('what an address has of others, or of an earlier edition, hides nothing, and is not kept', async () => {
    const place = await inFolder(site.folder);
    const page = await browser.newPage();
    const problems = await watch(page, place.home);
    await page.goto(`${place.home}en/search.html?q=coin&fbclid=abc&material=gone&constructor=x`);
    await until(page, () => document.querySelectorAll('[data-results] a').length > 0);
    assert.equal(new URL(page.url()).search, '?q=coin');
    const others = await page.$$eval('.languages a', (all) => all.map((link) => new URL(link.href).search));
    assert.deepEqual([...new Set(others)], ['?q=coin']);
    nothing(problems);
    await page.close();
    await place.close();
  });

  test('suggestions do not open when the box has been left, and an empty box has none', async () => {
    const place = await onHost(site.folder);
    const page = await browser.newPage();
    let release;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().endsWith('/search/en/root.js')) release = () => request.continue();
      else request.continue();
    });
    await page.goto(`${place.home}en/about.html`);
    await page.type('[data-suggest] input', 'coi');
    for (let waits = 0; !release && waits < 100; waits += 1) await new Promise((done) => setTimeout(done, 50));
    await page.evaluate(() => document.activeElement.blur());
    release();
    const isOpen = () => page.evaluate(() => Boolean(document.querySelector('[role=listbox]:not([hidden])')));
    await page.waitForNetworkIdle({ idleTime: 300 });
    assert.equal(await isOpen(), false);
    await page.focus('[data-suggest] input');
    await until(page, () => document.querySelector('[role=listbox]:not([hidden]) [role=option]'));
    for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('Backspace');
    await page.keyboard.press('ArrowDown');
    assert.equal(await isOpen(), false);
    // A word that was put right is said, and shown above what it found.
    await page.keyboard.type('cuniform ');
    await until(page, () => document.querySelector('[role=listbox]:not([hidden]) [role=option]'));
    for (const where of ['.suggestions .note', '[data-suggest] [role=status]']) {
      await until(page, (where) => /cuniform.*cuneiform/i.test(document.querySelector(where)?.textContent), where);
    }
    await page.close();
    await place.close();
  });

  test('the first results do not wait for the others', async () => {
    const place = await inFolder(site.folder);
    const page = await browser.newPage();
    await page.goto(`${place.home}en/search.html`);
    await page.evaluate(() => {
      const { prototype } = window.redlist.Index;
      const { card } = prototype;
      let asked = 0;
      prototype.card = function (entry) { return (asked += 1) > 3 ? new Promise(() => {}) : card.call(this, entry); };
    });
    await page.focus('#q');
    await page.keyboard.sendCharacter('clay ');
    await until(page, () => document.querySelectorAll('[data-results] a').length === 3 && /found/.test(document.querySelector('[data-status]').textContent));
    await page.close();
    await place.close();
  });

  test('years that are not understood are marked, and a reversed range is turned round', async () => {
    const place = await inFolder(site.folder);
    const page = await browser.newPage();
    await page.goto(`${place.home}en/search.html?q=clay&from=500`);
    await until(page, () => document.querySelectorAll('[data-facets] input').length > 0);
    const write = async (end, text) => {
      await page.$eval(`[name=${end}]`, (input, text) => {
        input.value = text;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, text);
    };
    const address = () => Object.fromEntries(new URL(page.url()).searchParams);
    await write('to', 'long ago');
    await until(page, () => document.querySelector('[name=to]').getAttribute('aria-invalid') === 'true');
    await write('to', '-3,000');
    await until(page, () => /to=500/.test(location.search));
    assert.deepEqual(address(), { q: 'clay', from: '-3000', to: '500' });
    assert.equal(await page.$('[aria-invalid=true]'), null);
    assert.equal(await page.$eval('[name=from-era]', (era) => era.value), 'bce');
    await page.close();
    await place.close();
  });

  for (const language of LANGUAGES) {
    test(`results and suggestions in ${language} have no fault that axe finds`, async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      await page.goto(`${place.home}${language}/search.html?q=${encodeURIComponent(WORDS[language].typed)}`);
      await until(page, () => document.querySelectorAll('[data-facets] input').length > 0);
      nothing(await accessibilityFaults(page));
      await page.goto(`${place.home}${language}/about.html`);
      await page.type('[data-suggest] input', WORDS[language].start);
      await until(page, () => document.querySelector('[role=listbox]:not([hidden]) [role=option]'));
      await page.keyboard.press('ArrowDown');
      nothing(await accessibilityFaults(page));
      await page.close();
      await place.close();
    });
  }
});

/// Presses Tab until the focus is on an element: the way of someone without a mouse.
async function tabTo(page, selector) {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  throw new Error(`${page.url()}: Tab never comes to ${selector}`);
}
