// How much a search loads and how long it takes, from nothing, in node: `node queries.mjs ASSETS SITE`.
// The first result is there when the card of the best entry is.

import { engine } from '../../tests/search/engine.mjs';

const [, , assets, site] = process.argv;

/// A word of the benchmark's lexicon; see main.rs.
const SYLLABLES = 'ka lu mi to re sa no di ve pu ga zi bo he fa ti ro ne su la'.split(' ');
function word(rank) {
  let text = '';
  for (let left = rank + 20; left > 0; left = Math.floor(left / 20)) text += SYLLABLES[left % 20];
  return text;
}

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
  let early = null;
  const note = () => (early ??= { time: performance.now() - start, bytes: search.loaded.bytes });
  const result = await index.search(query, {}, note);
  if (result.entries.length) await index.card(result.entries[0]);
  const first = { time: performance.now() - start, bytes: search.loaded.bytes };
  const again = performance.now();
  await index.search(query, {});
  const warm = performance.now() - again;
  const kb = (bytes) => `${Math.round(bytes / 1024)} KB`.padStart(8);
  const sooner = early ? `, something to show after ${early.time.toFixed(0)} ms and ${kb(early.bytes).trim()}` : '';
  console.log(`  ${name.padEnd(18)} ${String(result.entries.length).padStart(6)} found ${kb(first.bytes)} ${first.time.toFixed(1).padStart(7)} ms, again ${warm.toFixed(1)} ms${sooner}`);
}
