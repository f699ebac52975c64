// By keyboard alone: everything is reached in the order in which it is read, and one sees where one is.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, launch, watch } from './support/browsers.mjs';
import { nothing, something } from './support/expect.mjs';
import { inFolder, placeIn } from './support/places.mjs';
import { plainSite } from './support/site.mjs';

const site = plainSite();
const list = something(site.pages.filter(({ kind }) => kind === 'list'), 'list')[0].path.split('/')[1];
const entry = site.pages.find(({ kind, path }) => kind === 'entry' && path.split('/')[1] === list).path.split('/').slice(1).join('/');
const SCREENS = { 'a phone': { width: 360, height: 740 }, 'a desk': { width: 1440, height: 900 } };

/// More presses than any page has things to focus.
const ENOUGH = 600;

for (const name of BROWSERS) {
  describe(`in ${name}`, () => {
    let browser;
    let place;
    before(async () => {
      browser = await launch(name);
      place = await inFolder(site.folder);
    });
    after(async () => {
      await browser?.close();
      await place?.close();
    });

    for (const [screen, viewport] of Object.entries(SCREENS)) {
      for (const language of site.languages) {
        test(`on ${screen}, a reader of ${language} goes by keyboard from the first page to an entry, to another language and to the form`, async () => {
          const page = await browser.newPage();
          await page.setViewport(viewport);
          const problems = await watch(page, place.home);
          const other = site.languages.find((tag) => tag !== language);
          await page.goto(`${place.home}index.html`);
          for (const file of [
            `${language}/index.html`, `${language}/${list}/index.html`, `${language}/${entry}`, `${other}/${entry}`,
            `${other}/object-id.html`,
          ]) await goTo(page, file);
          await reach(page, () => document.activeElement.matches('textarea'));
          await page.keyboard.type('clay');
          assert.equal(await page.evaluate(() => document.activeElement.value), 'clay');
          await page.close();
          nothing(problems);
        });
      }

      test(`on ${screen}, Tab goes through everything in the order of the page, and it is always seen where it is`, async () => {
        const page = await browser.newPage();
        await page.setViewport(viewport);
        const wrong = [];
        for (const path of [`en/${entry}`, `ar/${entry}`, `${site.languages.at(-1)}/index.html`, 'en/object-id.html', 'ar/a-z.html']) {
          await page.goto(`${place.home}${path}`);
          wrong.push(...(await walk(page)).map((fault) => `${path}: ${fault}`));
        }
        await page.close();
        nothing(wrong);
      });
    }

    test('the first thing is a link that leads past the header', async () => {
      const page = await browser.newPage();
      await page.goto(`${place.home}en/${entry}`);
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => {
        const { top, height } = document.activeElement.getBoundingClientRect();
        return document.activeElement.matches('a[href="#content"]') && top >= 0 && height >= 44;
      }), 'the skip link is not shown first');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.activeElement.closest('main') !== null), 'it does not lead into the text');
      await page.close();
    });

    async function goTo(page, file) {
      await reach(page, (address) => decodeURI((document.activeElement.href ?? '').split('#')[0]) === address, decodeURI(`${place.home}${file}`));
      await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
      assert.equal(placeIn(place.home, page.url()), file);
    }
  });
}

/// Presses Tab until the focus is where it should be.
async function reach(page, isThere, argument) {
  for (let presses = 0; presses < ENOUGH; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isThere, argument)) return;
  }
  throw new Error(`${page.url()}: not reached by Tab: ${argument ?? isThere}`);
}

/// Goes through a page once, and notes what is left out, out of order, without a mark or out of sight.
async function walk(page) {
  await page.evaluate(() => {
    const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
    window.toFocus = [...all].filter((node) => !node.disabled && node.checkVisibility({ visibilityProperty: true }));
  });
  const wrong = [];
  const count = await page.evaluate(() => window.toFocus.length);
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('Tab');
    const look = () => page.evaluate(async (index) => {
      const node = document.activeElement;
      const name = `${node.tagName} ${node.textContent.trim().slice(0, 40)}`;
      if (node !== window.toFocus[index]) return `${name} comes instead of ${window.toFocus[index].textContent.trim().slice(0, 40)}`;
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `${name} shows no mark`;
      const isSeen = () => [...node.getClientRects()].some((box) => {
        const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
        const y = Math.min(Math.max(box.y + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1);
        const top = document.elementFromPoint(x, y);
        return box.bottom > 0 && box.top < innerHeight && top && (node.contains(top) || top.contains(node));
      });
      // A browser with much to do scrolls some time after it moved the focus.
      for (let waits = 0; waits < 20 && !isSeen(); waits += 1) await new Promise((done) => setTimeout(done, 50));
      return isSeen() ? null : `${name} is out of sight`;
    }, index);
    let fault = await look();
    if (fault?.endsWith('is out of sight')) {
      // Firefox loses a scroll when the next key comes faster than a hand presses it: once more, slowly.
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await new Promise((done) => setTimeout(done, 500));
      await page.keyboard.press('Tab');
      fault = await look();
    }
    if (fault) wrong.push(fault);
    if (wrong.length > 5) break;
  }
  return wrong;
}
