// The search of a built site without a browser: its scripts as they are, in a page that has
// nothing but a place to load scripts from.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

const SCRIPTS = ['search-words.js', 'search-index.js', 'search.js'];

/// The engine of the scripts in `assets`, reading the index below `folder`; with the bytes that it
/// has loaded in `loaded`.
export function engine(assets, folder = null) {
  const loaded = { bytes: 0, files: [] };
  const home = folder ? pathToFileURL(`${folder}/`).href : 'file:///nowhere/';
  const document = {
    currentScript: { src: `${home}assets/search.js` },
    createElement: () => ({}),
    head: { appendChild: (element) => queueMicrotask(() => load(element)) },
  };
  const context = vm.createContext({ document });
  context.window = context;
  function load(element) {
    const file = fileURLToPath(element.src);
    if (!existsSync(file)) return element.onerror();
    const text = readFileSync(file, 'utf8');
    loaded.bytes += Buffer.byteLength(text);
    loaded.files.push(file);
    vm.runInContext(text, context, { filename: file });
    element.onload();
  }
  for (const name of SCRIPTS) {
    const script = path.join(assets, name);
    vm.runInContext(readFileSync(script, 'utf8'), context, { filename: script });
  }
  return { ...context.redlist, loaded };
}
