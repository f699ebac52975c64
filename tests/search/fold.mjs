// What the browser makes of texts: reads `{fold: […], words: […], forms: [[word, language], …], packed: […]}`
// as JSON and writes the results in the same shape. For tests/search.rs.

import { readFileSync } from 'node:fs';
import { engine } from './engine.mjs';

const asked = JSON.parse(readFileSync(0, 'utf8'));
const { fold, words, forms, unpack } = engine(process.argv[2]);
process.stdout.write(JSON.stringify({
  fold: asked.fold.map(fold),
  words: asked.words.map(words),
  forms: asked.forms.map(([word, language]) => forms(word, language)),
  packed: asked.packed.map(unpack),
}));
