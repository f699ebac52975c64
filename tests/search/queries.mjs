// Tries the queries of tests/search/queries on a built site: `node queries.mjs SITE`. Every entry
// that a line names must be among the first five. Prints what is not, and the counts as JSON.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { engine } from './engine.mjs';

const FIRST = 5;
const site = path.resolve(process.argv[2]);
const folder = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), 'queries');
const report = {};
for (const file of readdirSync(folder).sort()) {
  const language = path.basename(file, '.txt');
  const index = await engine(path.join(site, 'assets'), site).open(language);
  report[language] = { asked: 0, missed: [] };
  for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
    const match = line.match(/^([a-z-]+): (.*) => (.*)$/);
    if (!match) continue;
    const [, kind, query, wanted] = match;
    report[language].asked += 1;
    const { entries, corrected } = await index.search(query, {});
    const cards = await Promise.all(entries.slice(0, FIRST).map((entry) => index.card(entry)));
    const found = cards.map((card) => path.basename(card.path, '.html'));
    const missing = wanted.split(' ').filter((id) => !found.includes(id));
    if (missing.length) {
      const corrections = corrected.map(({ typed, found }) => `${typed} -> ${found.join(' ')}`).join('; ');
      report[language].missed.push(`${kind}: ${query}: no ${missing.join(' ')} in ${found.join(' ')} ${corrections}`);
    }
  }
}
process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
