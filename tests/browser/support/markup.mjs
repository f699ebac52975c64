// The Nu HTML checker, run once over many files: starting it takes longer than a page.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';

const checker = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const OPTIONS = ['--errors-only', '--also-check-css', '--also-check-svg', '--exit-zero-always', '--stdout', '--format', 'json'];

/// The errors in HTML, SVG and CSS files, as `{url, lastLine, lastColumn, message}`.
export function markupErrors(files) {
  const room = { maxBuffer: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile('java', ['-jar', checker, ...OPTIONS, ...files], room, (error, stdout, stderr) => {
      if (error) reject(new Error(`the checker did not run: ${error.message.slice(0, 500)}\n${stderr}`));
      else resolve(JSON.parse(stdout).messages);
    });
  });
}
