// All tests of a built site in one process, so that the site is read once.
// `node all.mjs static` leaves out what needs a browser or Java; `node all.mjs looks` compares only the looks.

const STATIC = ['file-names', 'links', 'page-structure', 'policy', 'languages', 'machine-readable', 'reachable', 'weight'];
const THE_REST = [
  'instruments', 'markup', 'reading', 'without-scripts', 'fallback', 'accessibility', 'search', 'identify', 'first-page',
  'keyboard', 'senses', 'print', 'pictures', 'looks', 'preview',
];

const SELECTIONS = { all: [...STATIC, ...THE_REST], static: STATIC, looks: ['looks'] };

for (const name of SELECTIONS[process.argv[2] ?? 'all']) {
  await import(`./${name}.test.mjs`);
}
