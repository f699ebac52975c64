// The places that a site is read from: a folder with an awkward name, and a sub-folder of a host.

import { createReadStream, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const AWKWARD = 'Red List #1, 100% القائمة الحمراء';
const SUB_FOLDER = '/some/path/';
const TYPES = {
  '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.jpg': 'image/jpeg',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.webp': 'image/webp', '.woff2': 'font/woff2', '.xml': 'application/xml',
};

export const PLACES = { 'a folder': inFolder, 'a host': onHost };

/// A copy in a folder whose name has spaces, `#`, `%` and Arabic letters, opened with a double click.
export async function inFolder(folder) {
  const above = mkdtempSync(path.join(os.tmpdir(), 'redlist-'));
  const copy = path.join(above, AWKWARD);
  cpSync(folder, copy, { recursive: true });
  return {
    home: `${pathToFileURL(copy).href}/`,
    strays: [],
    close: async () => rmSync(above, { recursive: true }),
  };
}

/// A host on this machine that serves the site below a sub-folder, and notes every request that misses it.
export async function onHost(folder) {
  const strays = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    const file = path.join(folder, decodeURIComponent(pathname.slice(SUB_FOLDER.length)));
    if (pathname.startsWith(SUB_FOLDER) && isFile(file)) {
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    } else {
      strays.push(request.url);
      response.writeHead(404).end();
    }
  });
  // A test that fails before it closes its host must not keep the others from ending.
  server.unref();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    home: `http://127.0.0.1:${server.address().port}${SUB_FOLDER}`,
    strays,
    close: () => new Promise((resolve) => {
      server.ref();
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/// Where in the site a page stands: `ar/iraq/coins.html`.
export function placeIn(home, url) {
  return decodeURI(url.split(/[?#]/)[0]).slice(decodeURI(home).length);
}
