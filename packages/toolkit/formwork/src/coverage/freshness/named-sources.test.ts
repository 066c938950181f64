import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../../report/fake-machine.ts';
import { namedSources } from './named-sources.ts';

const known = new Set(['src/a.ts']);
const bases = ['/repo/shop', '/repo'] as const;

test('a source that is gone by now is found by its name', () => {
  const machine = fakeMachine({ files: { 'shop/lcov.info': 'SF:src/a.ts\nend_of_record\nSF:src/b.ts\nend_of_record\n' } });
  deepEqual(namedSources('/repo/shop/lcov.info', { bases, known }, machine), ['src/a.ts']);
});

test('an error that is not the report’s passes', () => {
  const { files } = fakeMachine({ folders: ['shop'] });
  throws(() => namedSources('/repo/shop/lcov.info', { bases, known }, { files }), { code: 'ENOENT' });
});
