// How much a search loads and how long it takes, from nothing, in node: `node queries.mjs ASSETS SITE`.
// What counts is what a reader sees first: as search-ui.js does, the cards of the first three entries,
// where a start fills many files before all of its words are looked through.

import { engine } from '../../tests/search/engine.mjs';

const [, , assets, site] = process.argv;

/// A word of the benchmark's lexicon; see main.rs.
const SYLLABLES = 'ka lu mi to re sa no di ve pu ga zi bo he fa ti ro ne su la'.split(' ');
function word(rank) {
  let text = '';
  for (let left = rank + 20; left > 0; left = Math.floor(left / 20)) text += SYLLABLES[left % 20];
  return text;
}

/// How many results are shown before the others.
const FIRST = 3;

const QUERIES = {
  'one frequent word': `${word(3)} `,
  'one rare word': `${word(5000)} `,
  'three words': `${word(10)} ${word(300)} ${word(2500)} `,
  'start of a word': word(2000).slice(0, 4),
  'first letters': word(2000).slice(0, 3),
  'must and must not': `+${word(40)} -${word(2)} `,
  'a misspelt word': `${word(3000).replace(/(.{4})./, '$1x')} `,
  'a field': 'material:material-3 ',
};

for (const [name, query] of Object.entries(QUERIES)) {
  const search = engine(assets, site);
  const start = performance.now();
  const index = await search.open('en');
  const quick = await index.search(query, {}, null, true);
  await Promise.all(quick.entries.slice(0, FIRST).map((entry) => index.card(entry)));
  const first = { time: performance.now() - start, bytes: search.loaded.bytes };
  const result = quick.partial ? await index.search(query, {}) : quick;
  await Promise.all(result.entries.slice(0, FIRST).map((entry) => index.card(entry)));
  const all = { time: performance.now() - start, bytes: search.loaded.bytes };
  const again = performance.now();
  await index.search(query, {});
  const warm = performance.now() - again;
  const kb = (bytes) => `${Math.round(bytes / 1024)} KB`.padStart(8);
  const later = quick.partial ? `, all found after ${all.time.toFixed(1)} ms and ${kb(all.bytes).trim()}` : '';
  console.log(`  ${name.padEnd(18)} ${String(result.entries.length).padStart(6)} found ${kb(first.bytes)} ${first.time.toFixed(1).padStart(7)} ms, again ${warm.toFixed(1)} ms${later}`);
}
