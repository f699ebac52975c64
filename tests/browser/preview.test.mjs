// The live preview, as someone meets it who writes in one window and reads in the other.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, launch } from './support/browsers.mjs';
import { previewOfSmallSite } from './support/preview.mjs';

const ENTRY = 'content/lists/iraq/clay-tablets';
const LANGUAGES = {
  en: { dir: 'ltr', text: 'Written just now.', long: 'A long sentence about clay. ', more: 'More of it' },
  ar: { dir: 'rtl', text: 'كُتب الآن.', long: 'جملة طويلة عن الطين. ', more: 'المزيد' },
};

/// What stands in the shadow of the preview's element.
const inShadow = (page, selector) => page.evaluate((selector) => {
  const found = document.querySelector('redlist-preview')?.shadowRoot?.querySelector(selector);
  return found && !found.closest('[hidden]') ? found.textContent : null;
}, selector);

const waitForShadow = (page, selector, words) => page.waitForFunction((selector, words) => {
  const found = document.querySelector('redlist-preview')?.shadowRoot?.querySelector(selector);
  return found && !found.closest('[hidden]') && found.textContent.includes(words);
}, { polling: 30 }, selector, words);

const waitForNoOverlay = (page) => page.waitForFunction(() => {
  const root = document.querySelector('redlist-preview')?.shadowRoot;
  return root?.querySelector('.bar') && !root.querySelector('.overlay');
}, { polling: 30 });

const waitForText = (page, words) => page.waitForFunction(
  (words) => document.body.innerText.includes(words), { polling: 30 }, words,
);

for (const name of BROWSERS) {
  describe(`the preview in ${name}`, () => {
    let browser;
    let preview;
    before(async () => {
      browser = await launch(name);
      preview = await previewOfSmallSite({ REDLIST_EDITOR: 'code' });
    });
    after(async () => {
      await browser?.close();
      await preview?.close();
    });

    async function open(address) {
      const page = await browser.newPage();
      const problems = [];
      page.on('pageerror', (error) => problems.push(String(error?.message ?? error)));
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) problems.push(message.text());
      });
      await page.setViewport({ width: 900, height: 600 });
      await page.goto(new URL(address, preview.home).href);
      return { page, problems };
    }

    for (const [language, { dir, text, long, more }] of Object.entries(LANGUAGES)) {
      const file = `${ENTRY}/${language}.md`;
      const address = `${language}/iraq/clay-tablets.html`;

      test(`a saved text appears by itself, and the place is kept (${language})`, async () => {
        const details = `\n<details><summary>${more}</summary>\n\n${long.repeat(10)}\n\n</details>\n`;
        const old = `${preview.read(file)}${`\n${long.repeat(12)}\n`.repeat(12)}${details}`;
        preview.save(file, old);
        const { page, problems } = await open(address);
        await waitForText(page, more);
        await waitForShadow(page, '.bar', 'Preview');
        await page.evaluate(() => {
          for (const one of document.querySelectorAll('details')) one.open = true;
          scrollTo({ top: 700, behavior: 'instant' });
          globalThis.theOldPage = true;
        });
        preview.save(file, `${old}\n${text}\n`);
        await waitForText(page, text);
        const seen = () => page.evaluate(() => ({
          dir: document.documentElement.dir,
          open: [...document.querySelectorAll('details')].every((one) => one.open),
          scroll: Math.round(scrollY),
          old: Boolean(globalThis.theOldPage),
        }));
        await page.waitForFunction(() => document.readyState === 'complete' && scrollY > 0);
        assert.deepEqual(await seen(), { dir, open: true, scroll: 700, old: false });
        assert.deepEqual(problems, []);
        await page.close();
      });

      test(`a broken file shows what and where over the last good page, and heals (${language})`, async () => {
        const old = preview.read(file);
        const { page, problems } = await open(address);
        await waitForShadow(page, '.bar', 'Preview');
        const heading = await page.$eval('main h1', (one) => one.textContent);
        const marked = '<b>&"عنوان';
        preview.save(file, old.replace('title:', `titel<b>:`).replace('summary:', `x${marked}: [\nsummary:`));
        await waitForShadow(page, '.overlay', file);
        const overlay = await inShadow(page, '.overlay');
        assert.match(overlay, /line \d+, column \d+/);
        assert.ok(await inShadow(page, '.overlay pre'), 'the source line is shown');
        assert.equal(await page.evaluate(() => document.querySelector('redlist-preview').shadowRoot.querySelector('.overlay b')), null);
        assert.equal(await page.$eval('main h1', (one) => one.textContent), heading);

        // Closed, it stays closed.
        await page.keyboard.press('Escape');
        assert.equal(await inShadow(page, '.overlay'), null);

        preview.save(file, `${old}\n${text} 2\n`);
        await waitForText(page, `${text} 2`);
        await waitForNoOverlay(page);
        preview.save(file, old);
        assert.deepEqual(problems, []);
        await page.close();
      });
    }

    test('a style sheet is exchanged without loading the page again', async () => {
      const { page, problems } = await open('ar/iraq/clay-tablets.html');
      await waitForShadow(page, '.bar', 'Preview');
      await page.evaluate(() => { globalThis.theOldPage = true; });
      const style = 'themes/small/assets/style.css';
      const { mkdirSync } = await import('node:fs');
      mkdirSync(`${preview.root}/themes/small/assets`, { recursive: true });
      for (const colour of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']) {
        preview.save(style, `body { color: ${colour} }`);
        await page.waitForFunction((colour) => getComputedStyle(document.body).color === colour, { polling: 30 }, colour);
      }
      assert.equal(await page.evaluate(() => globalThis.theOldPage), true);
      assert.equal(await page.$$eval('link[rel~=stylesheet]', (all) => all.length), 1);
      preview.remove(style);
      assert.deepEqual(problems, []);
      await page.close();
    });

    test('a picture that was drawn anew is shown', async () => {
      const { page } = await open('en/iraq/clay-tablets.html');
      await waitForShadow(page, '.bar', 'Preview');
      await page.evaluate(() => { globalThis.theOldPage = true; });
      const drawing = `${ENTRY}/drawing.svg`;
      preview.save(drawing, preview.read(drawing).replace('</svg>', '<circle r="3"/></svg>'));
      await page.waitForFunction(() => !globalThis.theOldPage && document.readyState === 'complete', { polling: 30 });
      await page.close();
    });

    test('a page that is not there appears when it is written', async () => {
      const { page } = await open('ar/iraq/new-entry.html');
      await waitForText(page, 'No such page yet');
      preview.copy(ENTRY, 'content/lists/iraq/new-entry');
      await page.waitForFunction(() => document.querySelector('main h1')?.closest('html').dir === 'rtl', { polling: 30 });
      preview.remove('content/lists/iraq/new-entry');
      await waitForText(page, 'No such page yet');
      await page.close();
    });

    test('a template that fails is named, and the page comes back', async () => {
      const { page } = await open('en/about.html');
      await waitForShadow(page, '.bar', 'Preview');
      const template = 'themes/small/templates/page.html';
      const old = preview.read(template);
      preview.save(template, old.replace('article.title', 'article.titel'));
      await waitForShadow(page, '.overlay', template);
      preview.save(template, old.replace('<h1>', '<h1>New: '));
      await waitForText(page, 'New: ');
      await waitForNoOverlay(page);
      preview.save(template, old);
      await page.close();
    });

    test('after a restart the page goes on by itself', async () => {
      const { page } = await open('ar/iraq/cylinder-seals.html');
      await waitForShadow(page, '.bar', 'Preview');
      assert.equal(await preview.stop(), 0);
      const file = 'content/lists/iraq/cylinder-seals/ar.md';
      preview.save(file, `${preview.read(file)}\nأثناء الغياب.\n`);
      await preview.startAgain();
      await waitForText(page, 'أثناء الغياب.');
      preview.save(file, `${preview.read(file)}\nوبعد ذلك.\n`);
      await waitForText(page, 'وبعد ذلك.');
      await page.close();
    });

    test('the bar names the file, opens it, and leads to the other languages', async () => {
      const { page } = await open('en/iraq/clay-tablets.html');
      await waitForShadow(page, '.bar', `${ENTRY}/en.md`);
      const links = await page.evaluate(() => {
        const root = document.querySelector('redlist-preview').shadowRoot;
        return [...root.querySelectorAll('.bar a')].map((link) => link.getAttribute('href'));
      });
      assert.ok(links.some((link) => link.startsWith('vscode://file/') && link.endsWith(`${ENTRY}/en.md:1`)), links.join(' '));
      assert.ok(links.includes('/ar/iraq/clay-tablets.html'), links.join(' '));
      preview.remove(`${ENTRY}/ar.md`);
      await waitForShadow(page, '.languages', 'missing');
      await page.goto(new URL('ar/iraq/clay-tablets.html', preview.home).href);
      await waitForShadow(page, '.bar', '1 text left to do');
      await page.close();
    });

    test('many pages at once all stay up to date', async () => {
      const file = 'content/lists/iraq/cylinder-seals/en.md';
      const pages = [];
      for (let n = 0; n < 9; n += 1) pages.push((await open('en/iraq/cylinder-seals.html')).page);
      preview.save(file, `${preview.read(file)}\nFor all nine.\n`);
      for (const page of pages) {
        await page.bringToFront();
        await waitForText(page, 'For all nine.');
      }
      await Promise.all(pages.map((page) => page.close()));
    });
  });
}
