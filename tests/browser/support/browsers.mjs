// Chromium and Firefox as Debian has them, each with a fresh profile and nothing to talk to but this machine.

import { existsSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

/// The browsers that every reader's path is tried in.
export const BROWSERS = ['chromium', 'firefox'];

const NAMES = { chromium: ['chromium', 'chromium-browser'], firefox: ['firefox-esr', 'firefox'] };

/// Where nothing listens: a request that would leave the machine ends here.
const NOWHERE = { host: '127.0.0.1', port: 9 };

const isRoot = process.getuid?.() === 0;

const CHROMIUM_FLAGS = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  `--proxy-server=http://${NOWHERE.host}:${NOWHERE.port}`,
];

const FIREFOX_PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.security.https_first': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.type': 1,
  'network.proxy.http': NOWHERE.host,
  'network.proxy.http_port': NOWHERE.port,
  'network.proxy.ssl': NOWHERE.host,
  'network.proxy.ssl_port': NOWHERE.port,
};

/// Starts a browser. `scripts: false` is a browser whose reader has switched JavaScript off.
export async function launch(name, { scripts = true } = {}) {
  const common = { executablePath: programOf(name), headless: true, defaultViewport: { width: 1280, height: 900 } };
  const browser = name === 'firefox'
    ? await puppeteer.launch({
      ...common,
      browser: 'firefox',
      extraPrefsFirefox: { ...FIREFOX_PREFERENCES, 'javascript.enabled': scripts },
    })
    : await puppeteer.launch({ ...common, args: CHROMIUM_FLAGS });
  return { name, scripts, newPage: () => newPage(browser, name, scripts), close: () => browser.close() };
}

function programOf(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = NAMES[name].flatMap((program) => folders.map((folder) => path.join(folder, program)));
  const found = candidates.find((candidate) => existsSync(candidate));
  if (!found) throw new Error(`${name} is not installed`);
  return found;
}

async function newPage(browser, name, scripts) {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  if (!scripts && name === 'chromium') await page.setJavaScriptEnabled(false);
  return page;
}

/// Notes all that goes wrong in a page: errors, violations of the policy, requests that leave `home`.
export async function watch(page, home) {
  const problems = [];
  const note = (problem) => problems.push(`${page.url()}: ${problem}`);
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(error?.message ?? error));
  page.on('request', (request) => {
    if (!isAtHome(request.url(), home)) note(`request to ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'refused';
    // Going on to the next page before the last picture has come is no fault of the site.
    if (!/ABORTED/.test(reason)) note(`${reason} ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()} ${response.url()}`);
  });
  return problems;
}

function isAtHome(url, home) {
  return url.startsWith(home) || /^(data|blob|about):/.test(url);
}

/// Clicks the first visible element that leads to an address, as a reader does, and waits for the page.
export async function follow(page, selector, address) {
  // One plain evaluation: whatever waits inside the page never answers where JavaScript is off.
  const point = await page.evaluate((selector, address) => {
    const leadsThere = (node) => decodeURI(node.href.split(/[?#]/)[0]) === decodeURI(address);
    for (const node of [...document.querySelectorAll(selector)].filter(leadsThere)) {
      node.scrollIntoView({ block: 'center', behavior: 'instant' });
      for (const box of node.getClientRects()) {
        const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        const top = document.elementFromPoint(at.x, at.y);
        if (top && (node.contains(top) || top.contains(node))) return at;
      }
    }
    return null;
  }, selector, address);
  if (!point) throw new Error(`${page.url()} has no visible ${selector} that leads to ${address}`);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.mouse.click(point.x, point.y)]);
}

/// The pictures of the page that a reader would not see.
export async function brokenPictures(page) {
  return page.$$eval('img', async (pictures) => {
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    return pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.src);
  });
}

/// What a page says of itself, seen from inside the browser.
export async function describe(page) {
  return page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    direction: getComputedStyle(document.body).direction,
    heading: document.querySelector('main h1')?.textContent.trim() ?? '',
    sheets: [...document.querySelectorAll('link[rel=stylesheet]')].filter((link) => link.sheet === null).length,
  }));
}
