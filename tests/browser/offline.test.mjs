// The offline editions as their readers open them: a stick that nobody may write to, one file on a
// phone, the booklet and the cards on paper. Needs OFFLINE_DIR, with `stick/`, `single/` and
// `all.html` as tests/run makes them; passed over without.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, brokenPictures, describe as seen, launch, watch } from './support/browsers.mjs';

const folder = process.env.OFFLINE_DIR;
const LANGUAGES = { en: 'ltr', fr: 'ltr', ar: 'rtl', ckb: 'rtl' };
const address = (...parts) => pathToFileURL(path.join(folder, ...parts)).href;

/// The sections of a single file that a reader sees.
const shown = (page) => page.$$eval('.page', (pages) => pages.filter((page) => page.getClientRects().length).map((page) => page.id));

/// Every file and folder below, the folders last.
function below(root) {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(root, entry.name);
    return entry.isDirectory() ? [...below(file), file] : [file];
  });
}

if (folder) {
  for (const name of BROWSERS) {
    describe(`an offline edition in ${name}`, () => {
      let browser;
      before(async () => {
        browser = await launch(name);
        for (const file of below(path.join(folder, 'stick'))) chmodSync(file, statSync(file).mode & 0o555);
      });
      after(async () => {
        for (const file of below(path.join(folder, 'stick')).reverse()) chmodSync(file, statSync(file).mode | 0o200);
        await browser?.close();
      });

      test('START-HERE.html leads into every language of a stick that nobody may write to', async () => {
        const page = await browser.newPage();
        const problems = await watch(page, address('stick'));
        for (const [language, direction] of Object.entries(LANGUAGES)) {
          await page.goto(address('stick', 'START-HERE.html'), { waitUntil: 'load' });
          const link = await page.$eval(`.start [lang="${language}"], .start[lang="${language}"]`, (part) => part.querySelector('a').href);
          await page.goto(link, { waitUntil: 'load' });
          const found = await seen(page);
          assert.equal(found.lang, language);
          assert.equal(found.direction, direction);
          await page.goto(address('stick', language, 'iraq', 'cylinder-seals.html'), { waitUntil: 'load' });
          assert.deepEqual(await brokenPictures(page), []);
        }
        assert.deepEqual(problems, []);
        await page.close();
      });

      test('after its last day a page says that a newer edition may exist, and not before', async () => {
        const first = await browser.newPage();
        await first.goto(address('stick', 'en', 'index.html'), { waitUntil: 'load' });
        const until = await first.$eval('[data-valid-until]', (note) => note.dataset.validUntil);
        await first.close();
        const [year, month, day] = until.split('-').map(Number);
        for (const [days, isShown] of [[0, false], [1, true]]) {
          const page = await browser.newPage();
          // The reader's own clock, at noon of that day.
          await page.evaluateOnNewDocument((year, month, day) => {
            const Real = Date;
            const noon = new Real(year, month - 1, day, 12).getTime();
            window.Date = class extends Real {
              constructor(...given) { super(...(given.length ? given : [noon])); }
            };
          }, year, month, day + days);
          for (const [file, count] of [['en/index.html', 1], ['ckb/iraq/cylinder-seals.html', 1], ['START-HERE.html', 4]]) {
            await page.goto(address('stick', file), { waitUntil: 'load' });
            const notes = await page.$$eval('.outdated', (notes) => notes.map((note) => [note.getClientRects().length > 0, note.textContent]));
            assert.equal(notes.length, count, file);
            assert.equal(new Set(notes.map(([, text]) => text)).size, count, `${file}: each language in its own words`);
            assert.ok(notes.every(([isThere]) => isThere === isShown), `${file} ${days} days after ${until}`);
          }
          await page.close();
        }
      });

      for (const language of Object.keys(LANGUAGES)) {
        test(`the single file in ${language} shows one page at a time on a phone, and asks for nothing`, async () => {
          const file = address('single', `iraq-${language}.html`);
          const page = await browser.newPage();
          const problems = await watch(page, file);
          await page.setViewport({ width: 360, height: 740 });
          await page.goto(file, { waitUntil: 'load' });
          assert.deepEqual(await shown(page), [`${language}.index`]);

          await page.goto(`${file}#${language}.iraq.cylinder-seals`, { waitUntil: 'load' });
          assert.deepEqual(await shown(page), [`${language}.iraq.cylinder-seals`]);
          await page.goto(`${file}#${language}.iraq.index--seals`, { waitUntil: 'load' });
          assert.deepEqual(await shown(page), [`${language}.iraq.index`]);
          const facts = await page.evaluate(() => {
            const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
            const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
            return {
              wide: document.documentElement.scrollWidth > innerWidth,
              twice: ids.filter((id, at) => ids.indexOf(id) !== at),
              dead: links.filter((link) => link.startsWith('#') && !document.getElementById(link.slice(1))),
              files: links.filter((link) => !/^(#|https?:|mailto:|tel:)/.test(link)),
              pictures: [...document.querySelectorAll('img')].filter((picture) => !/^url\("?data:/.test(getComputedStyle(picture).content)).length,
            };
          });
          assert.deepEqual(facts, { wide: false, twice: [], dead: [], files: [], pictures: 0 });
          assert.deepEqual(problems, []);
          await page.close();
        });
      }

      test('the search of a single file finds an entry and leads to it, with its picture', async () => {
        const file = address('single', 'iraq-ar.html');
        const page = await browser.newPage();
        const problems = await watch(page, file);
        await page.goto(`${file}#ar.search`, { waitUntil: 'load' });
        await page.type('[id="ar.search"] input[type=search]', 'ختم');
        await page.waitForFunction(() => document.querySelectorAll('.results a').length > 0);
        const links = await page.$$eval('.results a', (links) => links.map((link) => link.getAttribute('href')));
        assert.ok(links.includes('#ar.iraq.cylinder-seals'), links.join());
        const blank = await page.$$eval('.results img', (pictures) => pictures.filter((picture) => !/^url\("?data:/.test(getComputedStyle(picture).content)).length);
        assert.equal(blank, 0);
        await page.click('.results a[href="#ar.iraq.cylinder-seals"]');
        assert.deepEqual(await shown(page), ['ar.iraq.cylinder-seals']);

        await page.type('.site-header input[type=search]', 'ختم');
        await page.waitForSelector('.suggestions:not([hidden]) li');
        await page.keyboard.press('Enter');
        assert.deepEqual(await shown(page), ['ar.search']);
        assert.equal(await page.$eval('[id="ar.search"] input[type=search]', (input) => input.value), 'ختم');
        // A phone that had put the page away loads it again.
        await page.waitForFunction(() => history.state?.query);
        await page.reload({ waitUntil: 'load' });
        assert.deepEqual(await shown(page), ['ar.search']);
        await page.waitForFunction(() => document.querySelectorAll('.results a').length > 0);
        assert.equal(await page.$eval('[id="ar.search"] input[type=search]', (input) => input.value), 'ختم');
        await page.goto(`${file}#ar.identify.index`, { waitUntil: 'load' });
        assert.equal((await shown(page)).length, 1);
        await page.click('[id="ar.identify.index"] [data-choice=clay]');
        await page.waitForFunction(() => history.state?.query === 'material=clay');
        await page.reload({ waitUntil: 'load' });
        await page.waitForSelector('[id="ar.identify.index"] [data-choice=clay][aria-pressed=true]');
        assert.deepEqual(problems, []);
        await page.close();
      });

      test('a file with several languages asks for the language first, and a menu stays in it', async () => {
        const file = address('all.html');
        const page = await browser.newPage();
        await page.goto(file, { waitUntil: 'load' });
        assert.deepEqual(await shown(page), ['index']);
        await page.goto(`${file}#ckb.index`, { waitUntil: 'load' });
        assert.deepEqual(await shown(page), ['ckb.index']);
        await page.goto(`${file}#ckb.identify.index`, { waitUntil: 'load' });
        await page.click('[id="ckb.identify.index"] [data-choice=clay]');
        await page.waitForFunction(() => document.querySelectorAll('[id="ckb.identify.index"] [data-fits] li').length > 0);
        await page.goto(`${file}#ckb.index`, { waitUntil: 'load' });
        const direction = await page.$eval('[id="ckb.index"]', (part) => getComputedStyle(part).direction);
        assert.equal(direction, 'rtl');
        await page.goto(`${file}#ar.a-z--menu`, { waitUntil: 'load' });
        assert.deepEqual(await shown(page), ['ar.index']);
        await page.close();
      });
    });
  }

  describe('on paper', () => {
    let browser;
    let place;
    before(async () => {
      browser = await launch('chromium');
      place = mkdtempSync(path.join(tmpdir(), 'redlist-paper-'));
    });
    after(async () => {
      await browser?.close();
      rmSync(place, { recursive: true, force: true });
    });

    async function pdf(file, format) {
      const page = await browser.newPage();
      await page.goto(address('stick', ...file.split('/')), { waitUntil: 'load' });
      const bytes = await page.pdf({ format, printBackground: true });
      await page.close();
      const target = path.join(place, `${file.replaceAll('/', '-')}-${format}.pdf`);
      writeFileSync(target, bytes);
      return target;
    }
    const pages = (file) => execFileSync('pdftotext', ['-layout', file, '-']).toString().split('\f').slice(0, -1);

    for (const format of ['A4', 'Letter']) {
      for (const language of Object.keys(LANGUAGES)) {
        test(`the booklet in ${language} on ${format} has at most two entries to a page, and the edition at the foot of each`, async (t) => {
          if (!existsSync('/usr/bin/pdftotext')) return t.skip('pdftotext is not installed');
          const entries = readdirSync(path.join(folder, 'stick', language, 'iraq')).length - 3;
          const sheets = pages(await pdf(`${language}/iraq/print.html`, format));
          assert.ok(sheets.length >= entries / 2 && sheets.length <= entries, `${sheets.length} pages for ${entries} entries`);
          const without = sheets.flatMap((sheet, at) => (sheet.includes('2026.1') ? [] : [at + 1]));
          assert.deepEqual(without, []);
        });
        test(`the cards in ${language} on ${format} are nine to a page`, async (t) => {
          if (!existsSync('/usr/bin/pdftotext')) return t.skip('pdftotext is not installed');
          const entries = readdirSync(path.join(folder, 'stick', language, 'iraq')).length - 3;
          const sheets = pages(await pdf(`${language}/iraq/cards.html`, format));
          assert.equal(sheets.length, Math.ceil(entries / 9));
        });
      }
    }

    test('no card is cut off', async () => {
      const page = await browser.newPage();
      await page.emulateMediaType('print');
      for (const language of Object.keys(LANGUAGES)) {
        await page.goto(address('stick', language, 'iraq', 'cards.html'), { waitUntil: 'load' });
        const cut = await page.$$eval('.sheet > li', (cards) => {
          return cards.filter((card) => card.scrollHeight > card.clientHeight).map((card) => card.querySelector('h2').textContent);
        });
        assert.deepEqual(cut, [], language);
      }
      await page.close();
    });
  });
}
