// With JavaScript off, a reader still gets from the first page to an entry and changes the language there.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, describe as seen, follow, launch } from './support/browsers.mjs';
import { inFolder, placeIn } from './support/places.mjs';
import { plainSite } from './support/site.mjs';

const site = plainSite();

for (const name of BROWSERS) {
  describe(`in ${name} with JavaScript off`, () => {
    let browser;
    before(async () => (browser = await launch(name, { scripts: false })));
    after(() => browser?.close());

    test('an entry is found by clicking, in every language', async () => {
      const place = await inFolder(site.folder);
      const page = await browser.newPage();
      const go = async (file, selector) => {
        await follow(page, selector, `${place.home}${file}`);
        assert.equal(placeIn(place.home, page.url()), file);
        assert.notEqual((await seen(page)).heading, '');
      };
      const list = site.pages.find((found) => found.kind === 'list').path.split('/')[1];
      const { path } = site.pages.find((found) => found.kind === 'entry' && found.path.split('/')[1] === list);
      const entry = path.split('/').slice(1).join('/');

      await page.goto(`${place.home}index.html`);
      await go(`${site.languages[0]}/index.html`, 'main a[hreflang]');
      await go(`${site.languages[0]}/${list}/index.html`, 'main a[href]');
      await go(`${site.languages[0]}/${entry}`, 'main a[href]');
      for (const language of site.languages.slice(1)) await go(`${language}/${entry}`, `a[hreflang="${language}"]`);
      await page.close();
      await place.close();
    });
  });
}
