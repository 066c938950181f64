import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { nodeFiles } from '../report/node-files.ts';
import { kindIds, loadKind, templatesFolder } from './kinds.ts';
import { parseOptions } from './parse-options.ts';
import { questionsOf } from './questions.ts';

/** Names that Plop, turbo and the command line use for something else. */
const taken = ['pkg', 'turbo', 'plan', 'install', 'allowDirty', 'format', 'json', 'root', 'help', 'version', 'kind'];

test('the folders are the kinds', () => deepEqual(kindIds(nodeFiles), ['feature', 'use-case']));

test('a kind that is not there', async () => {
  await rejects(loadKind('featur', nodeFiles), {
    code: 'generator/unknown-kind',
    fix: 'Did you mean feature? There are: feature, use-case.',
  });
});

for (const id of kindIds(nodeFiles)) {
  test(`${id}: folder, code, README, templates and tests belong together`, async () => {
    const kind = await loadKind(id, nodeFiles);
    const folder = join(templatesFolder(id), '..');
    equal(kind.id, id);
    equal(nodeFiles.kind(join(folder, 'index.test.ts')), 'file');

    const readme = nodeFiles.read(join(folder, 'README.md'));
    match(readme, new RegExp(`^# \`${id}\`\n\n.+\n\n\\*\\*Why\\.\\*\\* `));
    match(readme, /\*\*Makes\*\* [^]*\*\*Refuses\*\* [^]*\*\*When not\.\*\* /);
    match(readme, new RegExp(`^formwork gen ${id} ${kind.example}$`, 'm'));

    const questions = questionsOf(kind.options);
    for (const { key, text, required } of questions) {
      deepEqual([key, taken.includes(key), /^[A-Z].*\.$/.test(text)], [key, false, true]);
      if (required) equal(kind.positionals.includes(key), true);
      const flag = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      match(readme, new RegExp(`^\\| \`(?:--)?${flag}\``, 'm'));
    }
    const words = kind.example.split(' ');
    const options = parseOptions(kind, Object.fromEntries(kind.positionals.map((key, index) => [key, words[index]])));
    equal(kind.featureOf(options), words[0]);

    for (const owner of kind.templatesOf) {
      const templates = nodeFiles.list(templatesFolder(owner)).map(({ name }) => name);
      deepEqual(
        templates.filter((name) => !name.endsWith('.hbs')),
        [],
      );
    }
  });
}
