// The site looks as it did: a few pages against the pictures in `looks/`.
// A change that is meant: look at `looks/new/`, then take it over with `run.sh --update-looks`.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { launch } from './support/browsers.mjs';
import { TOLERANCE, difference, look } from './support/looks.mjs';
import { inFolder } from './support/places.mjs';
import { plainSite } from './support/site.mjs';

const KEPT = fileURLToPath(new URL('looks/', import.meta.url));
const NEW = fileURLToPath(new URL('looks/new/', import.meta.url));
const UPDATE = process.env.UPDATE_LOOKS === '1';

const PHONE = { width: 360, height: 740 };
const TABLET = { width: 768, height: 1024 };
const DESK = { width: 1440, height: 900 };

/// Each kind of layout once, spread over languages, screens and schemes.
const LOOKS = {
  'entry-en-phone': ['en/iraq/votive-plaques.html', PHONE, 'light'],
  'entry-ar-phone-dark': ['ar/iraq/votive-plaques.html', PHONE, 'dark'],
  'entry-ckb-tablet': ['ckb/iraq/stone-vessels.html', TABLET, 'light'],
  'entry-en-desk': ['en/iraq/votive-plaques.html', DESK, 'light'],
  'home-ar-desk': ['ar/index.html', DESK, 'light'],
  'list-fr-phone': ['fr/iraq/index.html', PHONE, 'light'],
  'form-en-desk-dark': ['en/object-id.html#object-id-form', DESK, 'dark'],
  'law-ckb-desk': ['ckb/law.html', DESK, 'light'],
  'first-page-phone': ['index.html', PHONE, 'light'],
};

const site = plainSite();

describe('in chromium', () => {
  let browser;
  let place;
  before(async () => {
    browser = await launch('chromium');
    place = await inFolder(site.folder);
    rmSync(NEW, { recursive: true, force: true });
  });
  after(async () => {
    await browser?.close();
    await place?.close();
  });

  for (const [name, [path, viewport, scheme]] of Object.entries(LOOKS)) {
    test(`${name} looks as it did`, async () => {
      const page = await browser.newPage();
      await page.setViewport(viewport);
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.goto(`${place.home}${path}`);
      const now = await look(page);
      await page.close();
      const kept = `${KEPT}${name}.png`;
      const { part, picture } = existsSync(kept) ? difference(readFileSync(kept), now) : { part: 1, picture: now };
      if (part <= TOLERANCE) return;
      if (UPDATE) return writeFileSync(kept, now);
      mkdirSync(NEW, { recursive: true });
      writeFileSync(`${NEW}${name}.png`, now);
      writeFileSync(`${NEW}${name}.difference.png`, picture);
      assert.fail(`${(part * 100).toFixed(1)} % of ${path} looks different: see tests/browser/looks/new/${name}.png`);
    });
  }
});
