import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { checks } from './checks.ts';
import { drawWorkspace } from './testing/draw-workspace.ts';

const folder = new URL('checks/', import.meta.url);

test('the list holds each folder once, in order', () => {
  deepEqual(
    checks.map(({ id }) => id),
    readdirSync(folder).sort(),
  );
});

test('no two checks share a code', () => {
  deepEqual([...new Set(checks.map(({ code }) => code))].length, checks.length);
});

for (const check of checks) {
  const readme = readFileSync(new URL(`${check.id}/README.md`, folder), 'utf8');
  const section = (name: string): string => new RegExp(`^## ${name}\\n([^]*?)(?=^## |(?![^]))`, 'm').exec(readme)?.[1] ?? '';
  const picture = (name: string): string => /```\n([^]*?)```/.exec(section(name))?.[1] ?? '';
  const judged = (name: string) => check.judge(drawWorkspace(picture(name)));

  test(`${check.id}: the README has the form of all`, () => {
    deepEqual(readme.match(/^#+ .*$/gm), [`# ${check.id}`, '## Why', '## Passes', '## Fails', '## Options', '## When not to use it']);
    equal(section('Why').startsWith(`\n${check.why}\n`), true);
    equal(existsSync(new URL(`${check.id}/index.test.ts`, folder)), true);
  });

  test(`${check.id}: what the README says passes, passes`, () => {
    notEqual(drawWorkspace(picture('Passes')).features.length, 0);
    deepEqual(judged('Passes'), []);
  });

  test(`${check.id}: what the README says fails, fails by its code`, () => {
    const codes = new Set(judged('Fails').map(({ code, severity }) => `${code} ${severity}`));
    deepEqual([...codes], [`${check.code} ${check.severity}`]);
  });
}
