// The instruments themselves: they notice what they are there to notice, or a green run would mean nothing.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessibilityFaults } from './support/axe.mjs';
import { BROWSERS, brokenPictures, follow, launch, watch } from './support/browsers.mjs';
import { markupErrors } from './support/markup.mjs';
import { PLACES, inFolder } from './support/places.mjs';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

for (const name of BROWSERS) {
  describe(`in ${name}`, () => {
    let browser;
    before(async () => (browser = await launch(name)));
    after(() => browser?.close());

    for (const [where, open] of Object.entries(PLACES)) {
      test(`in ${where}, the watcher notices errors, requests that leave and pictures that are missing`, async () => {
        const { place, page, problems } = await visit(open, 'faults.html');
        assert.equal((await brokenPictures(page)).length, 2);
        await page.close();
        await place.close();
        for (const expected of ['a message', 'an exception', 'request to https?://192.0.2.1/outside.png']) {
          assert.ok(problems.some((problem) => new RegExp(expected).test(problem)), `${expected} in ${problems.join('\n')}`);
        }
      });

      test(`in ${where}, the watcher notices what the policy refuses, and a link is followed by a click`, async () => {
        const { place, page, problems } = await visit(open, 'policy.html');
        assert.match(problems.join('\n'), /Content.Security.Policy/i);
        await follow(page, 'main a[href]', `${place.home}faults.html`);
        assert.equal(page.url(), `${place.home}faults.html`);
        await page.close();
        await place.close();
      });
    }

    test('a browser with JavaScript off runs no script', async () => {
      const place = await inFolder(fixtures);
      const scriptless = await launch(name, { scripts: false });
      const page = await scriptless.newPage();
      const problems = await watch(page, place.home);
      await page.goto(`${place.home}faults.html`);
      await scriptless.close();
      await place.close();
      assert.ok(!problems.some((problem) => /a message|an exception/.test(problem)), problems.join('\n'));
    });

    async function visit(open, file) {
      const place = await open(fixtures);
      const page = await browser.newPage();
      const problems = await watch(page, place.home);
      await page.goto(`${place.home}${file}`);
      return { place, page, problems };
    }
  });
}

test('the accessibility check notices a missing description, faint text in the dark and a page too wide for a phone', async () => {
  const place = await inFolder(fixtures);
  const browser = await launch('chromium');
  const page = await browser.newPage();
  await page.goto(`${place.home}hard-to-read.html`);
  const faults = (await accessibilityFaults(page)).join('\n');
  await browser.close();
  await place.close();
  for (const expected of [/360 px, light: image-alt/, /1440 px, dark: color-contrast at #faint/, /360 px: the page is \d+ px wider/]) {
    assert.match(faults, expected);
  }
  assert.doesNotMatch(faults, /light: color-contrast|1440 px: the page is/);
});

test('the markup check notices errors in pages and in style sheets', async () => {
  const messages = (await markupErrors(['html', 'css'].map((end) => `${fixtures}/hard-to-read.${end}`))).map(({ message }) => message);
  for (const expected of [/No “p” element in scope/, /CSS: “colour”/]) {
    assert.ok(messages.some((message) => expected.test(message)), messages.join('\n'));
  }
});
