// All tests of a built site in one process, so that the site is read once.
// `node all.mjs static` leaves out what needs a browser or Java; `node all.mjs looks` compares only the looks.
// `finding` and `reading` are the two halves of all, which may run at the same time.

const STATIC = ['file-names', 'links', 'page-structure', 'policy', 'languages', 'machine-readable', 'reachable', 'weight'];
const READING = [
  'instruments', 'markup', 'reading', 'without-scripts', 'fallback', 'accessibility', 'first-page', 'keyboard', 'senses',
  'print', 'pictures', 'looks', 'preview', 'offline',
];

const SELECTIONS = {
  finding: ['search', 'identify'], reading: [...STATIC, ...READING], static: STATIC, looks: ['looks'],
};

for (const name of SELECTIONS[process.argv[2]]) {
  await import(`./${name}.test.mjs`);
}
