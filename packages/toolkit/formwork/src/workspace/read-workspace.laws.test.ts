import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { fakeMachine } from '../report/fake-machine.ts';
import { FormworkError } from '../report/formwork-error.ts';
import { readWorkspace } from './read-workspace.ts';
import { orders, repository } from './testing/repository.ts';

const files = Object.keys(repository).filter((file) => !file.includes('node_modules'));

/** What happens to files: cut off, mixed with something, replaced by anything. */
const damaged = fc.constantFrom(...files).chain((file) => {
  const text = repository[file] ?? '';
  const somewhere = fc.nat({ max: text.length });
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('{', '}', '`', '(', '"', "'", '...', '\0', '\uFEFF', 'null', '/*', '[[', '&a'),
  );
  return fc.oneof(
    somewhere.map((end) => ({ file, text: text.slice(0, end) })),
    fc.tuple(somewhere, anything).map(([at, more]) => ({ file, text: text.slice(0, at) + more + text.slice(at) })),
    anything.map((other) => ({ file, text: other })),
  );
});

const read = (changes: Readonly<Record<string, string>>) => {
  try {
    return readWorkspace('/repo', fakeMachine({ files: { ...repository, ...changes } }));
  } catch (error) {
    equal(error instanceof FormworkError && error.code, 'config/invalid');
    return null;
  }
};

const whole = read({});

test('whatever happens to a file, the rest is still read', () => {
  fc.assert(
    fc.property(damaged, ({ file, text }) => {
      const workspace = read({ [file]: text });
      if (workspace === null || !file.startsWith(`${orders}/src/`)) return;
      deepEqual(workspace.packages, whole?.packages);
      deepEqual(workspace.features[1], whole?.features[1]);
      deepEqual(workspace.contracts.length, whole?.contracts.length);
    }),
    { numRuns: 500 },
  );
});

test('a manifest is read whole, or not at all, and then there is a finding', () => {
  const manifest = `${orders}/src/feature.manifest.ts`;
  fc.assert(
    fc.property(damaged, ({ text }) => {
      const workspace = read({ [manifest]: text });
      equal(
        workspace?.features[0]?.manifest === null,
        workspace?.findings.some(({ file }) => file === manifest),
      );
    }),
    { numRuns: 300 },
  );
});
