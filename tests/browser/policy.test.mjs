// No request leaves the site, and nothing foreign can run in it: the policy is strict and the pages keep to it.

import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { plainSite } from './support/site.mjs';
import { nothing } from './support/expect.mjs';

const site = plainSite();

/// The most that each directive may allow. `default-src 'none'` forbids the rest.
const ALLOWED = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'none'"],
  'style-src': ["'self'", "'none'"],
  'img-src': ["'self'", "'none'", 'data:'],
  'font-src': ["'self'", "'none'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'self'", "'none'", 'file:'],
};

test('every page has one strict content security policy, before anything that loads', () => {
  nothing(site.pages.flatMap(({ path, policies, beforePolicy }) => {
    if (policies.length !== 1) return [`${path}: ${policies.length} policies`];
    const faults = faultsOf(policies[0]);
    if (beforePolicy.length > 0) faults.push(`<${beforePolicy[0]}> stands before the policy`);
    return faults.map((fault) => `${path}: ${fault}`);
  }));
});

function faultsOf(policy) {
  const directives = new Map();
  for (const part of policy.split(';').map((text) => text.trim()).filter(Boolean)) {
    const [name, ...sources] = part.split(/\s+/);
    if (directives.has(name)) return [`${name} stands twice`];
    directives.set(name, sources);
  }
  const faults = ['default-src', 'base-uri'].filter((name) => !directives.has(name)).map((name) => `no ${name}`);
  for (const [name, sources] of directives) {
    const excess = sources.filter((source) => !ALLOWED[name]?.includes(source));
    if (!ALLOWED[name] || sources.length === 0 || excess.length > 0) faults.push(`${name} ${sources.join(' ')}`);
  }
  // Firefox refuses a form on a stick under `form-action 'self'` alone.
  const forms = directives.get('form-action');
  if (forms?.includes("'self'") && !forms.includes('file:')) faults.push("form-action 'self' without file:");
  return faults;
}

test('no page has an inline script, style or handler', () => {
  nothing(site.pages.flatMap(({ path, inline }) => inline.map((what) => `${path}: ${what}`)));
});

test('no page uses what a browser refuses to load from a file', () => {
  nothing(site.pages.flatMap(({ path, unportable }) => unportable.map((what) => `${path}: ${what}`)));
});

test('no style sheet loads anything but a file of the site', () => {
  nothing(site.files.filter((file) => file.endsWith('.css')).flatMap((file) => {
    const css = site.text(file).replace(/\/\*[^]*?\*\//g, '');
    const imports = [...css.matchAll(/@import\s+(?:url\()?\s*["']?([^"')\s;]+)/g)];
    const urls = [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/g)];
    return [...imports, ...urls]
      .map(([, ...groups]) => groups.find((group) => group !== undefined).trim())
      .filter((value) => !value.startsWith('data:') && !site.fileSet.has(site.resolve(file, value).file))
      .map((value) => `${file}: ${value}`);
  }));
});

test('no drawing runs a script or loads anything', () => {
  nothing(site.files.filter((file) => file.endsWith('.svg')).flatMap((file) => {
    const faults = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => faults.push(error.message));
    parser.on('opentag', ({ local, attributes }) => {
      if (['script', 'foreignObject', 'iframe'].includes(local)) faults.push(`<${local}>`);
      for (const { local: name, value } of Object.values(attributes)) {
        const loads = ['href', 'src'].includes(name) && !/^(#|data:image\/)/.test(value);
        const paints = /url\(\s*["']?(?!#|data:image\/|["'])/.test(value);
        if (/^on/.test(name) || loads || paints) faults.push(`${name}="${value.slice(0, 60)}"`);
      }
    });
    parser.write(site.text(file)).close();
    return faults.map((fault) => `${file}: ${fault}`);
  }));
});

test('no script names a place outside the site or asks a browser for what a file may not do', () => {
  const forbidden = /https?:\/\/(?!www\.w3\.org\/)|\bfetch\s*\(|XMLHttpRequest|sendBeacon|new\s+(Shared)?Worker|WebSocket|EventSource|serviceWorker|\bimport\s*\(|\beval\s*\(|new\s+Function/g;
  nothing(site.files.filter((file) => file.endsWith('.js')).flatMap((file) => {
    return [...site.text(file).matchAll(forbidden)].map(([found]) => `${file}: ${found}`);
  }));
});
