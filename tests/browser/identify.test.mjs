// "Identify by what you see", from a stick: by the keyboard alone, with and without JavaScript, and never a dead end.

import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { accessibilityFaults } from './support/axe.mjs';
import { BROWSERS, launch, watch } from './support/browsers.mjs';
import { nothing, something } from './support/expect.mjs';
import { inFolder, placeIn } from './support/places.mjs';
import { plainSite } from './support/site.mjs';

const site = plainSite();
const LANGUAGES = ['en', 'fr', 'ar', 'ckb'].filter((language) => site.languages.includes(language));
const until = (page, condition, ...values) => page.waitForFunction(condition, { polling: 50 }, ...values);

/// What an officer sees of a cuneiform tablet.
const SEEN = ['material clay', 'shape slab', 'script cuneiform', 'size hand'];
const WANTED = 'cuneiform-tablets.html';

test('every combination leads to entries, and the pages of a language stay few', () => {
  for (const language of LANGUAGES) {
    const pages = something(site.pages.filter(({ path }) => path.startsWith(`${language}/identify/`)), 'identify pages');
    assert.ok(pages.length <= 200, `${pages.length} pages`);
    nothing(pages.filter((page) => !page.destinations.some((to) => /^[a-z]+\/iraq\//.test(to))).map(({ path }) => path));
    // Whom to ask is never further than a link.
    nothing(pages.filter((page) => !page.destinations.includes(`${language}/contacts.html`)).map(({ path }) => path));
  }
});

for (const name of BROWSERS) {
  describe(`identifying in ${name}`, () => {
    let browser;
    before(async () => (browser = await launch(name)));
    after(() => browser?.close());

    test('the keyboard alone chooses, in any order, and takes a choice back', async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      const problems = await watch(page, place.home);
      for (const language of LANGUAGES) {
        await page.goto(`${place.home}${language}/identify/index.html`);
        await until(page, () => document.querySelector('[data-choice][role=button]'));
        const before = await page.$$eval('[data-fits] a', (all) => all.length);
        for (const choice of [...SEEN].reverse()) {
          const [kind, id] = choice.split(' ');
          await focus(page, `[data-question=${kind}] [data-choice=${id}]`);
          await page.keyboard.press('Enter');
          await until(page, (kind, id) => new URL(location.href).searchParams.get(kind) === id, kind, id);
          await until(page, (kind, id) => document.querySelector(`[data-question=${kind}] [data-choice=${id}]`).getAttribute('aria-pressed') === 'true', kind, id);
        }
        await until(page, (wanted) => [...document.querySelectorAll('.compared a')].some((link) => link.href.endsWith(wanted)), WANTED);
        const after = await page.$$eval('[data-fits] article', (all) => all.length);
        assert.ok(after > 0 && after < before);
        await page.reload();
        await until(page, () => document.querySelectorAll('[data-chosen] button').length === 4);
        await focus(page, '[data-chosen] button');
        await page.keyboard.press('Enter');
        await until(page, () => document.querySelectorAll('[data-chosen] button').length === 3);
      }
      nothing(problems);
      await page.close();
      await place.close();
    });

    test('a choice that this edition does not have is left out', async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      const problems = await watch(page, place.home);
      await page.goto(`${place.home}en/identify/index.html?material=gone&shape=slab&constructor=x`);
      await until(page, () => document.querySelectorAll('[data-chosen] button').length === 1);
      assert.equal(new URL(page.url()).search, '?shape=slab');
      const others = await page.$$eval('.languages a', (all) => all.map((link) => new URL(link.href).search));
      assert.deepEqual([...new Set(others)], ['?shape=slab']);
      nothing(problems);
      await page.close();
      await place.close();
    });

    test('a missing file is told, and what is left is shown', async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      const faults = [];
      page.on('pageerror', (fault) => faults.push(String(fault)));
      const folder = fileURLToPath(`${place.home}search/en/`);
      for (const file of readdirSync(folder).filter((file) => /^t\d/.test(file))) rmSync(`${folder}${file}`);
      await page.goto(`${place.home}en/identify/index.html?material=clay&shape=slab&script=cuneiform&size=hand`);
      await until(page, () => /missing/.test(document.querySelector('[data-status]').textContent));
      assert.ok(await page.$('[data-fits] .cards a'));
      rmSync(`${folder}f0.js`);
      await page.goto(`${place.home}en/identify/index.html`);
      await until(page, () => document.querySelector('[data-choice][role=button]'));
      await focus(page, '[data-choice=clay]');
      await page.keyboard.press('Enter');
      await until(page, () => /missing/.test(document.querySelector('[data-status]').textContent));
      const pages = await page.$$eval('[data-fits] a', (all) => all.map((link) => link.href));
      assert.deepEqual(pages, [await page.$eval('[data-choice=clay]', (tile) => tile.href)]);
      nothing(faults);
      await page.close();
      await place.close();
    });

    test('what nothing fits is told, with a way on', async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      await page.goto(`${place.home}en/identify/index.html?material=paper-leather&shape=cone`);
      await until(page, () => /Nothing in this list fits/.test(document.querySelector('[data-status]').textContent));
      assert.ok(await page.$('[data-chosen] button'));
      assert.ok(await page.$('.nothing-fits a'));
      await page.close();
      await place.close();
    });
  });

  describe(`identifying in ${name} with JavaScript off`, () => {
    let browser;
    before(async () => (browser = await launch(name, { scripts: false })));
    after(() => browser?.close());

    test('links alone lead to the entry, in every language and in another order', async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      for (const language of LANGUAGES) {
        for (const order of [SEEN, [...SEEN].reverse()]) {
          await page.goto(`${place.home}${language}/index.html`);
          await press(page, 'a.begin');
          assert.equal(placeIn(place.home, page.url()), `${language}/identify/index.html`);
          for (const choice of order) {
            const [kind, id] = choice.split(' ');
            // A page with few candidates asks no further.
            if (await page.evaluate((kind, id) => document.querySelector(`[data-question=${kind}] [data-choice=${id}]`) === null, kind, id)) continue;
            await press(page, `[data-question=${kind}] [data-choice=${id}]`);
          }
          const found = await page.evaluate(() => [...document.querySelectorAll('[data-fits] a')].map((link) => link.href));
          assert.ok(found.some((address) => address.endsWith(WANTED)), `${page.url()} shows ${WANTED}`);
          assert.ok(found.length <= 20, `${found.length} candidates are left`);
        }
        await press(page, '.chosen .again');
        assert.equal(placeIn(place.home, page.url()), `${language}/identify/index.html`);
      }
      await page.close();
      await place.close();
    });
  });
}

describe('identifying, for everybody', () => {
  let browser;
  before(async () => (browser = await launch('chromium')));
  after(() => browser?.close());

  for (const language of LANGUAGES) {
    test(`choices and a comparison in ${language} have no fault that axe finds`, async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      await page.goto(`${place.home}${language}/identify/index.html?material=clay&shape=slab&script=cuneiform&size=hand`);
      await until(page, () => document.querySelector('.compared article'));
      nothing(await accessibilityFaults(page));
      await page.close();
      await place.close();
    });
  }

  test('every drawing of a choice is seen, and said in words', async () => {
    const place = await inFolder(site.folder);
    const page = await browser.newPage();
    for (const language of LANGUAGES) {
      await page.goto(`${place.home}${language}/identify/index.html`);
      nothing(await page.$$eval('.choice img', (all) => all.filter((img) => img.naturalWidth === 0 || img.alt.length < 5).map((img) => img.src)));
    }
    await page.close();
    await place.close();
  });
});

/// Moves the focus to an element with the Tab key, forwards or backwards: never through the browser's own buttons.
async function focus(page, selector) {
  const backwards = await page.evaluate((selector) => {
    const target = document.querySelector(selector);
    return Boolean(target && target.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING);
  }, selector);
  for (let presses = 0; presses < 200; presses += 1) {
    if (backwards) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (backwards) await page.keyboard.up('Shift');
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  throw new Error(`${page.url()}: Tab never comes to ${selector}`);
}

/// Goes to a link with the Tab key, and follows it.
async function press(page, selector) {
  await focus(page, selector);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
}
