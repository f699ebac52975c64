// What a browser shows of a museum's file and of the pictures made from it: the same, the same way up, in the same colours.
// And how a reader looks closer: with links alone.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, launch, watch } from './support/browsers.mjs';
import { nothing, something } from './support/expect.mjs';
import { onHost } from './support/places.mjs';
import { program } from './support/preview.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const REPOSITORY = path.join(HERE, '../..');
const SOURCES = path.join(HERE, 'fixtures/pictures');
const ENTRY = 'content/lists/iraq/clay-tablets';

/// How far a colour may be from the source's: both have lost a little.
const NEAR = 14;

const names = something(readdirSync(SOURCES).sort(), 'source picture');

/// The small site with all source pictures in one entry, built; and the sources beside it.
function build() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redlist-pictures-'));
  const root = path.join(folder, 'site');
  cpSync(path.join(REPOSITORY, 'tests/sites/small'), root, { recursive: true });
  const change = (file, lines) => {
    const text = readFileSync(path.join(root, ENTRY, file), 'utf8');
    writeFileSync(path.join(root, ENTRY, file), text.replace('pictures:\n', `pictures:\n${lines.join('')}`));
  };
  change('entry.yaml', names.map((name) => `  - {file: ${name}, status: reference, credit: A museum, licence: CC0-1.0}\n`));
  for (const file of ['en.md', 'ar.md']) change(file, names.map((name) => `  ${name}: {alt: A chart.}\n`));
  for (const name of names) cpSync(path.join(SOURCES, name), path.join(root, ENTRY, name));
  const output = path.join(folder, 'public');
  const env = { ...process.env, REDLIST_CACHE: path.join(folder, 'cache') };
  const run = spawnSync(program, ['build', root, '-o', output], { encoding: 'utf8', env });
  assert.equal(run.status, 0, run.stderr);
  cpSync(SOURCES, path.join(output, 'sources'), { recursive: true });
  writeFileSync(path.join(output, 'empty.html'), '<!doctype html><title>Charts</title>');
  return { folder, output };
}

/// The colours in the middle of the four quarters of a picture, and its size.
async function chart(page, address) {
  return page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d', { colorSpace: 'srgb' });
    context.drawImage(image, 0, 0);
    const at = (x, y) => [...context.getImageData(x * canvas.width, y * canvas.height, 1, 1).data];
    return { size: [canvas.width, canvas.height], colours: [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)] };
  }, address);
}

const distance = (a, b) => Math.max(...a.flatMap((colour, at) => colour.map((value, channel) => Math.abs(value - b[at][channel]))));

for (const name of BROWSERS) {
  describe(`pictures in ${name}`, () => {
    let browser, site, place;
    before(async () => {
      site = build();
      place = await onHost(site.output);
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await place?.close();
      if (site) rmSync(site.folder, { recursive: true });
    });

    test('every picture looks like its source', async () => {
      const page = await browser.newPage();
      await page.goto(`${place.home}empty.html`);
      const made = readdirSync(path.join(site.output, 'media/iraq/clay-tablets'));
      const faults = [];
      for (const source of names) {
        const stem = source.split('.')[0];
        const expected = await chart(page, `${place.home}sources/${source}`);
        for (const file of something(made.filter((other) => other.startsWith(`${stem}-`)), `file of ${source}`)) {
          const shown = await chart(page, `${place.home}media/iraq/clay-tablets/${file}`);
          assert.deepEqual(shown.size, expected.size, file);
          const far = distance(shown.colours, expected.colours);
          if (far > NEAR) faults.push(`${file}: ${far} off: ${shown.colours.join(' ')} for ${expected.colours.join(' ')}`);
        }
      }
      nothing(faults);
    });

    test('a reader opens a picture, looks closer and goes back, with the keyboard and without scripts', async () => {
      const quiet = await launch(name, { scripts: false });
      try {
        for (const language of ['en', 'ar']) await lookCloser(quiet, place, language);
      } finally {
        await quiet.close();
      }
    });
  });
}

async function lookCloser(browser, place, language) {
  const page = await browser.newPage();
  const problems = await watch(page, place.home);
  await page.goto(`${place.home}${language}/iraq/clay-tablets.html`);
  const figure = `#picture-${names[0].replace(/[._]/g, '-')}`;
  const [viewer, sheet] = [`${figure} .viewer`, `${figure} .sheet img`];
  const box = async (selector) => (await page.$(selector)).boundingBox();
  assert.equal(await box(viewer), null, 'closed at first');
  await press(page, `${figure} > a`);
  const screen = page.viewport();
  const whole = await box(viewer);
  const caption = await box(`${figure} figcaption`);
  // The bar to scroll with takes its part of the width.
  assert.ok(whole.width > screen.width - 20 && whole.height + caption.height > screen.height - 20, 'in front of the page');
  assert.ok(whole.y + whole.height <= caption.y + 1 && caption.y + caption.height <= screen.height + 1, 'whose it is stays under it');
  const fitting = await box(sheet);
  assert.ok(fitting.width <= screen.width && fitting.height <= screen.height, 'whole');
  await press(page, `${figure} .sheet`);
  assert.ok((await box(sheet)).width >= 1.9 * fitting.width, 'twice as wide');
  await press(page, `${figure} .less`);
  assert.ok((await box(sheet)).width <= screen.width, 'whole again');
  await page.goBack();
  assert.ok((await box(sheet)).width > screen.width, 'back is one step');
  await press(page, `${figure} .close`);
  assert.equal(await box(viewer), null, 'closed again');
  nothing(problems);
  await page.close();
}

/// Follows a link with the keyboard.
async function press(page, selector) {
  const link = await page.$(selector);
  await link.focus();
  await page.keyboard.press('Enter');
  await new Promise((resolve) => setTimeout(resolve, 300));
}
