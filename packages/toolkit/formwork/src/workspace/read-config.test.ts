import test from 'node:test';
import { deepEqual, throws } from 'node:assert/strict';
import { fakeMachine } from '../report/fake-machine.ts';
import { FormworkError } from '../report/formwork-error.ts';
import { readConfig } from './read-config.ts';

const read = (text: string | null) => readConfig('/repo', fakeMachine({ files: text === null ? {} : { 'formwork.json': text } }).files);

const defaults = {
  scope: '@repo',
  roots: { features: 'packages/features', contracts: 'packages/contracts', cores: 'packages/core' },
  base: null,
  gates: null,
  composition: null,
};

test('what is not said has its default', () => {
  deepEqual(read(null), defaults);
  deepEqual(read('{}'), defaults);
  deepEqual(read('{ "roots": {}, "base": null, "gates": null, "composition": null }'), defaults);
});

test('what is said is taken, comments and trailing commas allowed', () => {
  deepEqual(
    read(`{
      "$schema": "./formwork.schema.json", // for editors
      "scope": "@acme",
      "roots": { "features": "features" },
      "base": "origin/main",
      "gates": ["lint", "test"],
      "composition": "apps/web/src/compose.ts",
    }`),
    {
      scope: '@acme',
      roots: { ...defaults.roots, features: 'features' },
      base: 'origin/main',
      gates: ['lint', 'test'],
      composition: 'apps/web/src/compose.ts',
    },
  );
});

const fix = 'Correct formwork.json, or take out what it need not say.';
const inside = "has to be a path inside the repository, like 'packages/features'.";

const refused: readonly (readonly [text: string, place: string, message: string, fix: string])[] = [
  ['', '1:1', 'formwork.json is not valid JSON: ValueExpected.', fix],
  ['{\n  "scope" "@repo"\n}', '2:11', 'formwork.json is not valid JSON: ColonExpected.', fix],
  ['[]', '1:1', 'formwork.json has to be an object.', fix],
  ['{\n  "scop": "@repo"\n}', '2:3', "'scop' is not known.", `Did you mean scope? ${fix}`],
  ['{ "roots": {\n  "feature": "x" } }', '2:3', "'roots.feature' is not known.", `Did you mean features? ${fix}`],
  ['{ "gates": [],\n "colour": 1 }', '1:3', "'gates' has to hold something.", fix],
  ['{ "colour": 1,\n "gates": [] }', '1:3', "'colour' is not known.", fix],
  ['{ "gates": ["lint",\n 1] }', '2:2', "'gates.1' has to be a text.", fix],
  ['{ "scope": 3 }', '1:3', "'scope' has to be a text.", fix],
  ['{ "gates": "lint" }', '1:3', "'gates' has to be a list or null.", fix],
  ['{ "roots": null }', '1:3', "'roots' has to be an object.", fix],
  ['{ "toString": 1 }', '1:3', "'toString' is not known.", fix],
  ['{ "scope": "repo" }', '1:3', "'scope' has to be an npm scope, like '@repo'.", fix],
  ['{ "base": "--upload-pack=x" }', '1:3', "'base' has to be a branch or a commit, like 'origin/main'.", fix],
  ['{ "roots": { "features": "../features" } }', '1:14', `'roots.features' ${inside}`, fix],
  ['{ "roots": { "contracts": "/contracts" } }', '1:14', `'roots.contracts' ${inside}`, fix],
  ['{ "roots": { "cores": "." } }', '1:14', `'roots.cores' ${inside}`, fix],
  ['{ "roots": { "cores": "cores/" } }', '1:14', `'roots.cores' ${inside}`, fix],
  ['{ "roots": { "cores": "a//b" } }', '1:14', `'roots.cores' ${inside}`, fix],
  ['{ "roots": { "cores": "a/../b" } }', '1:14', `'roots.cores' ${inside}`, fix],
  ['{ "composition": "apps\\\\web" }', '1:3', `'composition' ${inside}`, fix],
];

for (const [text, place, message, expectedFix] of refused) {
  test(`refused: ${JSON.stringify(text)}`, () => {
    throws(
      () => read(text),
      (error) => {
        deepEqual(error instanceof FormworkError && [error.code, error.file, `${error.line}:${error.column}`, error.message, error.fix], [
          'config/invalid',
          'formwork.json',
          place,
          message,
          expectedFix,
        ]);
        return true;
      },
    );
  });
}
