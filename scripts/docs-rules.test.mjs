import { deepEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

test('docs/rules is what the rules and checks say; else run `node scripts/docs-rules.mjs`', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'formwork-docs-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'docs/rules'), { recursive: true });
  writeFileSync(path.join(folder, 'docs/rules/rule-that-is-gone.md'), '');
  execFileSync(process.execPath, [fileURLToPath(new URL('docs-rules.mjs', import.meta.url))], { cwd: folder });
  deepEqual(textsIn(fileURLToPath(new URL('../docs/rules', import.meta.url))), textsIn(path.join(folder, 'docs/rules')));
});

function textsIn(folder) {
  const pages = globSync('**/*.md', { cwd: folder }).sort();
  return Object.fromEntries(pages.map((page) => [page, readFileSync(path.join(folder, page), 'utf8')]));
}
