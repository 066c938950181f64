import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { pinned } from './versions.ts';

test('the pinned versions are those that this repository is tested with', () => {
  const { catalog } = parse(readFileSync(new URL('../../../../../../pnpm-workspace.yaml', import.meta.url), 'utf8'));
  deepEqual(pinned, Object.fromEntries(Object.keys(pinned).map((name) => [name, catalog[name]])));
});
