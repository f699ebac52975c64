// All tests of a built site in one process, so that the site is read once.
// `node all.mjs static` leaves out what needs a browser or Java.

const STATIC = ['file-names', 'links', 'page-structure', 'policy', 'languages', 'machine-readable', 'reachable'];
const THE_REST = ['instruments', 'markup', 'reading', 'without-scripts', 'fallback', 'accessibility', 'preview'];

for (const name of process.argv[2] === 'static' ? STATIC : [...STATIC, ...THE_REST]) {
  await import(`./${name}.test.mjs`);
}
