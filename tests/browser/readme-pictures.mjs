// Takes the pictures that the README shows: node readme-pictures.mjs OUT_DIR (the built site), into docs/pictures/.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './support/browsers.mjs';

const INTO = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const PHONE = { width: 390, height: 800, deviceScaleFactor: 1.5 };
const DESK = { width: 1280, height: 900 };

const PICTURES = {
  'entry-en-desk': ['en/iraq/cylinder-seals.html', DESK, 'light'],
  'home-ar-desk': ['ar/index.html', DESK, 'light'],
  'entry-en-phone': ['en/iraq/lamassu.html', PHONE, 'light'],
  'entry-ar-phone': ['ar/iraq/cylinder-seals.html', PHONE, 'light'],
  'list-en-phone-dark': ['en/iraq/index.html#seals', PHONE, 'dark'],
  'entry-ckb-phone': ['ckb/iraq/coins.html', PHONE, 'light'],
};

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Name the folder of a built site');
  process.exit(2);
}

mkdirSync(INTO, { recursive: true });
const browser = await launch('chromium');
for (const [name, [file, viewport, scheme]] of Object.entries(PICTURES)) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const [address, fragment] = file.split('#');
  await page.goto(`${pathToFileURL(path.join(path.resolve(folder), address)).href}${fragment ? `#${fragment}` : ''}`);
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})));
  });
  await page.screenshot({ path: path.join(INTO, `${name}.webp`), type: 'webp', quality: 80 });
  await page.close();
}
await browser.close();
