// A running preview of a copy of the small site, which tests may edit.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/// The program that is tested.
export const program = process.env.REDLIST ?? path.join(repository, 'target/debug/redlist');

/// A copy of the small site, and `redlist serve` over it.
export async function previewOfSmallSite(environment = {}) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'redlist-preview-'));
  cpSync(path.join(repository, 'tests/sites/small'), root, { recursive: true });
  let running = await start(root, 0, environment);
  const file = (name) => path.join(root, name);
  return {
    root,
    get home() { return running.home; },
    read: (name) => readFileSync(file(name), 'utf8'),
    /// Saves as most editors do: a new file is moved over the old one.
    save(name, text) {
      writeFileSync(`${file(name)}.tmp`, text);
      renameSync(`${file(name)}.tmp`, file(name));
    },
    copy: (from, to) => cpSync(file(from), file(to), { recursive: true }),
    remove: (name) => rmSync(file(name), { recursive: true }),
    stop: () => running.stop(),
    /// Starts again at the same address.
    async startAgain() { running = await start(root, Number(new URL(running.home).port), environment); },
    async close() {
      await running.stop();
      rmSync(root, { recursive: true });
    },
  };
}

async function start(root, port, environment) {
  const child = spawn(program, ['serve', root, '--port', String(port)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // A test that fails before it stops its preview must not keep the others from ending.
  process.once('exit', () => child.kill());
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const failed = new Promise((_, reject) => {
    child.once('error', (error) => reject(new Error(`${program} does not start: ${error.message}`)));
    child.once('exit', (code) => reject(new Error(`${program} serve ended with ${code}`)));
  });
  failed.catch(() => {});
  const line = new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const home = await Promise.race([line, failed]);
  child.unref();
  child.stdout.unref();
  return {
    home,
    stop: async () => {
      child.ref();
      child.kill('SIGINT');
      return ended;
    },
  };
}
