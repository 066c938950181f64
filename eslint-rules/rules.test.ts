import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import plugin from './index.ts';
import { drawPackage } from './rule-tester.ts';
import { rules } from './rules.ts';

test('the list holds each folder once, in order', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${import.meta.dirname}/${entry.name}/README.md`))
    .map(({ name }) => name);
  deepEqual(Object.keys(rules), folders.filter((name) => name !== 'node_modules').sort());
});

test('the recommended configs run every rule that needs no options, as an error', () => {
  deepEqual(
    Object.assign({}, ...plugin.configs.recommended.map((config) => config.rules)),
    Object.fromEntries(
      Object.keys(rules)
        .filter((id) => id !== 'boundaries')
        .map((id) => [`conformance/${id}`, 'error']),
    ),
  );
});

for (const [id, { meta }] of Object.entries(rules)) {
  const readme = readFileSync(new URL(`${id}/README.md`, import.meta.url), 'utf8');
  const section = (name: string): string => new RegExp(`^## ${name}\\n([^]*?)(?=^## |(?![^]))`, 'm').exec(readme)?.[1] ?? '';
  const zones = /```json\n([^]*?)```/.exec(section('Options'))?.[1];

  test(`${id}: the README has the form of all`, () => {
    deepEqual(readme.match(/^#+ .*$/gm), [`# ${id}`, '## Why', '## Passes', '## Fails', '## Options', '## When not to use it']);
    equal(readme.startsWith(`# ${id}\n\n${meta.docs.description}\n`), true);
    equal(section('Why').startsWith(`\n${meta.docs.why}\n`), true);
    equal(existsSync(new URL(`${id}/index.test.ts`, import.meta.url)), true);
  });

  test(`${id}: what the README says passes, passes`, () => deepEqual(findings('Passes'), []));

  test(`${id}: what the README says fails, fails`, () => notEqual(findings('Fails').length, 0));

  /** What the rule says of the files of a section, run as `configs.recommended` runs it. */
  function findings(name: string): readonly string[] {
    const files = [...section(name).matchAll(/```ts\n\/\/ (\S+)\n([^]*?)```/g)].map(({ 1: file = '', 2: text = '' }): [string, string] => [
      file,
      text,
    ]);
    notEqual(files.length, 0);
    const at = drawPackage(Object.fromEntries(files));
    const options = zones === undefined ? [] : [{ root: at('.'), zones: JSON.parse(zones) }];
    const linter = new Linter({ cwd: at('.') });
    const config: Linter.Config[] = [
      { files: ['**/*.ts'], languageOptions: { parser } },
      ...(zones === undefined ? plugin.configs.recommended : [{ plugins: { conformance: plugin } }]),
      ...(zones === undefined
        ? []
        : [{ files: ['**/*.ts'], rules: { 'conformance/boundaries': ['error', ...options] } } satisfies Linter.Config]),
    ];
    return files
      .flatMap(([file, text]) => linter.verify(text, config, { filename: at(file) }))
      .filter(({ ruleId }) => ruleId === null || ruleId === `conformance/${id}`)
      .map(({ message }) => message);
  }
}

test("the plugin's README lists every rule with what holds", () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  for (const [id, { meta }] of Object.entries(rules))
    equal(readme.includes(`| [\`${id}\`](${id}/README.md) | ${meta.docs.description}`), true, id);
});
