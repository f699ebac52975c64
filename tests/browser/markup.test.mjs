// The Nu HTML checker, which knows the whole of HTML, SVG and most of CSS, finds no error.

import { test } from 'node:test';
import { nothing } from './support/expect.mjs';
import { markupErrors } from './support/markup.mjs';
import { addressedSite, plainSite } from './support/site.mjs';

/// What the checker takes for an error and is none: its CSS part is older than both browsers.
const NOT_ERRORS = [
  // CSS Conditional Rules 5, container queries.
  'CSS: Unrecognized at-rule “@container”',
  // CSS Basic User Interface 4; a browser without it shows the field in its usual size.
  'CSS: “field-sizing”: Property “field-sizing” doesn\'t exist.',
];

test('every page, drawing and style sheet is valid', async () => {
  const plain = plainSite();
  const addressed = addressedSite();
  // With an address only the head differs, and it does so in the same way on every page of a kind.
  const different = [...new Map(addressed.pages.map((page) => [`${page.kind} ${page.language}`, page.path])).values()];
  const messages = await markupErrors([
    ...plain.files.filter((file) => /\.(html|svg|css)$/.test(file)).map((file) => `${plain.folder}/${file}`),
    ...different.map((file) => `${addressed.folder}/${file}`),
  ]);
  nothing(messages
    .filter(({ message }) => !NOT_ERRORS.includes(message.replace('’', "'")))
    .map(({ url, lastLine, lastColumn, message }) => `${fileOf(url)}:${lastLine}:${lastColumn} ${message}`));
});

function fileOf(url) {
  return decodeURIComponent(url ?? '').split('/').slice(-3).join('/');
}
