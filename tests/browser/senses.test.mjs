// For fingers and tired eyes: what is pressed is large enough, text may be twice as large, and a forced palette hides nothing.

import { after, before, describe, test } from 'node:test';
import { launch } from './support/browsers.mjs';
import { nothing, something } from './support/expect.mjs';
import { onHost } from './support/places.mjs';
import { plainSite } from './support/site.mjs';

const site = plainSite();
const LANGUAGES = ['en', 'ar', 'ckb'].filter((tag) => site.languages.includes(tag));

/// One page of every kind in these languages, and those that belong to none.
const examples = something([...new Map(site.pages
  .filter(({ language }) => language === null || LANGUAGES.includes(language))
  .map((page) => [`${page.kind} ${page.language}`, page.path])).values()], 'page');

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

  for (const width of [360, 1440]) {
    test(`at ${width} px, what is pressed is 44 px high and wide, and text twice as large is neither cut off nor too wide`, async () => {
      nothing(await onEvery({ width, height: 800 }, [unsizedPictures, smallTargets, lostWhenLarge]));
    });
  }

  test('in forced colours, areas that a colour told apart have a line, and drawings keep their light ground', async () => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: 'dark' }],
    });
    const wrong = await onEvery({ width: 360, height: 800 }, [lostInForcedColours]);
    await session.send('Emulation.setEmulatedMedia', { features: [] });
    nothing(wrong);
  });

  async function onEvery(viewport, checks) {
    await page.setViewport(viewport);
    const wrong = [];
    for (const path of examples) {
      await page.goto(`${place.home}${path}`);
      for (const check of checks) wrong.push(...(await page.evaluate(check)).map((fault) => `${path}: ${fault}`));
    }
    return wrong;
  }
});

// What follows runs inside the page.

function unsizedPictures() {
  return [...document.images]
    .filter((picture) => !picture.hasAttribute('width') || !picture.hasAttribute('height'))
    .map(({ src }) => `${src} does not keep its place while it loads`);
}

/// Links inside a sentence are as high as its lines.
function smallTargets() {
  const inSentence = (node) => {
    const block = node.closest('p, li, dd, td, figcaption');
    const own = node.textContent.replace(/\s+/g, '').length;
    return block?.closest('main') && getComputedStyle(node).display === 'inline'
      && block.textContent.replace(/\s+/g, '').length > own + 2;
  };
  const boxOf = (node) => (node.closest('label') ?? node).getBoundingClientRect();
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.matches('.skip') && !inSentence(node))
    .map((node) => ({ node, box: boxOf(node) }))
    .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
    .map(({ node, box }) => `${node.textContent.trim().slice(0, 30)} is ${box.width.toFixed(1)} by ${box.height.toFixed(1)} px`);
}

function lostWhenLarge() {
  const root = document.documentElement;
  root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 2}px`;
  const wrong = [];
  const excess = root.scrollWidth - innerWidth;
  if (excess > 0) wrong.push(`the page is ${excess} px too wide`);
  for (const node of document.querySelectorAll('body *')) {
    const { overflowX, overflowY, position } = getComputedStyle(node);
    const hides = [overflowX, overflowY].some((value) => ['hidden', 'clip'].includes(value));
    const isSvg = node.namespaceURI !== 'http://www.w3.org/1999/xhtml';
    if (!hides || isSvg || (position === 'absolute' && node.clientWidth <= 1)) continue;
    if (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1) {
      wrong.push(`${node.className || node.tagName} cuts off ${node.textContent.trim().slice(0, 40)}`);
    }
  }
  return wrong;
}

function lostInForcedColours() {
  const wrong = [];
  for (const node of document.querySelectorAll('.action, .emergency, .kind, .quick, .button, .menu-link, .suggested')) {
    const style = getComputedStyle(node);
    const sides = ['Top', 'Right', 'Bottom', 'Left'];
    const hasLine = sides.some((side) => parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== 'none'
      && style[`border${side}Color`] !== style.backgroundColor);
    if (!hasLine && style.outlineStyle === 'none') wrong.push(`${node.className} has no line`);
  }
  for (const node of document.querySelectorAll('.ground')) {
    const [red, green, blue, alpha = 1] = getComputedStyle(node).backgroundColor.match(/[\d.]+/g).map(Number);
    if (alpha < 1 || Math.min(red, green, blue) < 200) wrong.push(`a drawing stands on ${getComputedStyle(node).backgroundColor}`);
  }
  return wrong;
}
