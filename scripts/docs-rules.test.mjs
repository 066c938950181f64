import { deepEqual } from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { writePages } from './docs-rules.mjs';

test('docs/rules is what the rules and checks say; else run `node scripts/docs-rules.mjs`', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'formwork-docs-'));
  writeFileSync(path.join(folder, 'rule-that-is-gone.md'), '');
  writePages(folder);
  deepEqual(textsIn(fileURLToPath(new URL('../docs/rules', import.meta.url))), textsIn(folder));
});

function textsIn(folder) {
  const pages = globSync('**/*.md', { cwd: folder }).sort();
  return Object.fromEntries(pages.map((page) => [page, readFileSync(path.join(folder, page), 'utf8')]));
}
