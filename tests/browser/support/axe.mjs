// What axe-core finds in a page as it is shown now.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SCHEMES = ['light', 'dark'];
const WIDTHS = [360, 1440];

/// Beyond what axe asks for by itself: contrast of 7:1, and targets that do not crowd each other.
const STRICTER = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };

/// Every fault of the page: light and dark, on a phone and on a wide screen.
export async function accessibilityFaults(page) {
  const faults = [];
  await page.evaluate(source);
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 900 });
    for (const scheme of SCHEMES) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      faults.push(...(await violations(page, STRICTER)).map((fault) => `${width} px, ${scheme}: ${fault}`));
    }
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (excess > 0) faults.push(`${width} px: the page is ${excess} px wider than the screen`);
  }
  return faults;
}

function violations(page, rules) {
  return page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'], rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all }) => {
      const reason = [...any, ...all].map(({ message }) => message)[0] ?? '';
      return `${id} at ${target.join(' ')} ${reason}`;
    }));
  }, rules);
}
