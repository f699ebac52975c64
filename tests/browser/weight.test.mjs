// The site is light: an officer on a slow line or a slow stick does not wait for it.

import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { plainSite } from './support/site.mjs';
import { nothing, something } from './support/expect.mjs';

const KB = 1024;

/// What a server sends before it waits for the reader's machine to answer: ten packets.
const FIRST_ROUND_TRIP = 10 * 1460;

const site = plainSite();
const sent = new Map();

test('an entry without its pictures stays under 30 KB with style and script', () => {
  const entries = something(site.pages.filter(({ kind }) => kind === 'entry'), 'entry');
  nothing(entries.flatMap((page) => tooHeavy(page, ['link', 'script'], 30 * KB)));
});

test('a home page can be shown after the first round trip', () => {
  const homes = something(site.pages.filter(({ kind }) => kind === 'home' || kind === 'chooser'), 'home page');
  nothing(homes.flatMap((page) => tooHeavy(page, ['link'], FIRST_ROUND_TRIP)));
});

/// The page with its sheets (and scripts), compressed as hosts do it.
function tooHeavy(page, tags, limit) {
  const loaded = page.references.filter(({ tag, rel }) => tags.includes(tag) && (tag === 'script' || rel.includes('stylesheet')));
  const files = [page.path, ...loaded.map(({ value }) => site.resolve(page.path, value).file)];
  const weight = files.map(compressed).reduce((sum, length) => sum + length, 0);
  return weight > limit ? [`${page.path}: ${weight} bytes, ${weight - limit} too many`] : [];
}

function compressed(file) {
  if (!sent.has(file)) sent.set(file, gzipSync(site.text(file)).length);
  return sent.get(file);
}
