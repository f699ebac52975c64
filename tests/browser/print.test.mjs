// On paper: an entry is one sheet of A4, whatever its language, and the plate and the disclaimers are on it.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from './support/browsers.mjs';
import { nothing, something } from './support/expect.mjs';
import { inFolder } from './support/places.mjs';
import { plainSite } from './support/site.mjs';

const site = plainSite();

describe('in chromium', () => {
  let browser;
  let place;
  let page;
  before(async () => {
    browser = await launch('chromium');
    place = await inFolder(site.folder);
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await place?.close();
  });

  for (const language of site.languages) {
    test(`in ${language}, every entry is printed on one sheet`, async () => {
      const entries = something(site.pages.filter(({ kind, ...found }) => kind === 'entry' && found.language === language), 'entry');
      const wrong = [];
      for (const { path } of entries) {
        const sheets = await print(path);
        if (sheets !== 1) wrong.push(`${path}: ${sheets} sheets`);
      }
      nothing(wrong);
    });

    test(`in ${language}, what is printed of an entry keeps the plate and the disclaimers, and names page and edition`, async () => {
      const [{ path }] = site.pages.filter(({ kind, ...found }) => kind === 'entry' && found.language === language);
      await page.goto(`${place.home}${path}`);
      await page.emulateMediaType('print');
      const shown = await page.evaluate(() => {
        const seen = (selector) => [...document.querySelectorAll(selector)].some((node) => node.getClientRects().length > 0);
        return {
          plate: seen('main img'), disclaimers: seen('footer li'), menu: seen('nav'), skip: seen('.skip'),
          foot: document.querySelector('footer').innerText,
        };
      });
      await page.emulateMediaType(null);
      assert.deepEqual({ ...shown, foot: undefined }, { plate: true, disclaimers: true, menu: false, skip: false, foot: undefined });
      assert.ok(shown.foot.includes(path), `the address ${path} is not printed`);
    });

    test(`in ${language}, the Object ID form is printed on one sheet`, async () => {
      assert.equal(await print(`${language}/object-id.html`), 1);
    });
  }

  test('a page of any other kind takes no more sheets than it can fill', async () => {
    const kinds = new Map(site.pages.filter(({ language }) => language === site.languages[0]).map((found) => [found.kind, found.path]));
    const wrong = [];
    for (const path of kinds.values()) {
      const sheets = await print(path);
      const length = await page.evaluate(() => document.querySelector('main').innerText.length);
      // A sheet holds 1,000 characters at least, be it of headings and pictures.
      if (sheets > 2 + length / 1000) wrong.push(`${path}: ${sheets} sheets for ${length} characters`);
    }
    nothing(wrong);
  });

  /// How many sheets a page takes.
  async function print(path) {
    await page.goto(`${place.home}${path}`);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    return Buffer.from(pdf).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  }
});
