// How pages look: small pictures of them, and how much two pictures differ.

import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/// How far a picture is made smaller before it is kept, and once more before it is compared: hairlines and the
/// smoothing of letters, which differ from machine to machine, melt into grey; a block that moves does not.
const KEPT = 2;
const COMPARED = 4;

/// How different a colour may be (0 to 1), and how large a part of a picture may differ.
const THRESHOLD = 0.1;
export const TOLERANCE = 0.02;

/// The first screen of a page as a small PNG.
export async function look(page) {
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.all([document.fonts.ready, ...[...document.images].map((picture) => picture.decode().catch(() => {}))]);
  });
  return PNG.sync.write(smaller(PNG.sync.read(Buffer.from(await page.screenshot())), KEPT), { deflateLevel: 9 });
}

/// Which part of two pictures differs, from 0 to 1, and a picture that shows where.
export function difference(before, after) {
  const [a, b] = [before, after].map((bytes) => smaller(PNG.sync.read(bytes), COMPARED));
  if (a.width !== b.width || a.height !== b.height) return { part: 1, picture: after };
  const shown = new PNG({ width: a.width, height: a.height });
  const count = pixelmatch(a.data, b.data, shown.data, a.width, a.height, { threshold: THRESHOLD, includeAA: true });
  return { part: count / (a.width * a.height), picture: PNG.sync.write(shown) };
}

/// Every pixel the mean of a square.
function smaller(picture, times) {
  const small = new PNG({ width: Math.floor(picture.width / times), height: Math.floor(picture.height / times) });
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < times; dy += 1) {
          for (let dx = 0; dx < times; dx += 1) {
            sum += picture.data[((y * times + dy) * picture.width + x * times + dx) * 4 + channel];
          }
        }
        small.data[(y * small.width + x) * 4 + channel] = Math.round(sum / (times * times));
      }
    }
  }
  return small;
}
