// Any file system can hold the site: FAT and exFAT ignore case, Windows reserves names and limits paths.

import { test } from 'node:test';
import { addressedSite } from './support/site.mjs';
import { nothing } from './support/expect.mjs';

const { files } = addressedSite();

test('every name is made of a-z 0-9 . _ - and does not end in a dot', () => {
  nothing(files.filter((file) => !file.split('/').every((part) => /^[a-z0-9._-]*[a-z0-9_-]$/.test(part))));
});

test('no name is reserved by Windows', () => {
  const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
  nothing(files.filter((file) => file.split('/').some((part) => reserved.test(part))));
});

test('every path is shorter than 120 characters', () => {
  nothing(files.filter((file) => file.length >= 120));
});

test('no two names are equal but for case', () => {
  const seen = new Set();
  nothing(files.filter((file) => seen.size === seen.add(file.toLowerCase()).size));
});
