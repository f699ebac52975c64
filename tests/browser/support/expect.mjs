// Assertions over many pages: everything that is wrong is told at once.

import assert from 'node:assert/strict';

const SHOWN = 25;

/// Fails when there is anything in the list, and shows the first of it.
export function nothing(wrong) {
  const found = [...wrong];
  if (found.length === 0) return;
  const more = found.length > SHOWN ? [`… and ${found.length - SHOWN} more`] : [];
  assert.fail([`${found.length} found:`, ...found.slice(0, SHOWN), ...more].join('\n  '));
}

/// Fails when a test would look at nothing and pass.
export function something(list, what) {
  assert.ok(list.length > 0, `the site has no ${what}: this test would prove nothing`);
  return list;
}
