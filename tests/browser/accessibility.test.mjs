// No page has a fault that axe can find: in three languages, light and dark, on a phone and on a wide screen.

import { after, before, describe, test } from 'node:test';
import { accessibilityFaults } from './support/axe.mjs';
import { launch } from './support/browsers.mjs';
import { nothing } from './support/expect.mjs';
import { onHost } from './support/places.mjs';
import { plainSite } from './support/site.mjs';

const LANGUAGES = ['en', 'ar', 'ckb'];
const site = plainSite();

describe('in chromium', () => {
  let browser;
  let place;
  let page;
  before(async () => {
    browser = await launch('chromium');
    place = await onHost(site.folder);
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await place?.close();
  });

  for (const language of [null, ...LANGUAGES.filter((tag) => site.languages.includes(tag))]) {
    for (const [kind, path] of examplesIn(language)) {
      test(`${path} (${kind}) has no fault and is no wider than the screen`, async () => {
        await page.goto(`${place.home}${path}`);
        nothing(await accessibilityFaults(page));
      });
    }
  }
});

/// One page of every kind, and one entry for each language that its text is in.
function examplesIn(language) {
  const nameOf = (page) => (page.kind === 'entry' && page.isFallback ? `entry in ${page.textLanguage}` : page.kind);
  const pages = site.pages.filter((page) => page.language === language);
  return new Map(pages.reverse().map((page) => [nameOf(page), page.path]));
}
