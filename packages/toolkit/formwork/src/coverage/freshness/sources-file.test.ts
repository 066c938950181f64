import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { parseSources, renderSources } from './sources-file.ts';

test('what was written is read again, and its names are in order', () => {
  const text = renderSources({ report: 'r', folder: '..', sources: { 'src/b.ts': '2', 'src/a.ts': '1' } });
  equal(
    text,
    `{
  "schema": "formwork/sources@1",
  "report": "r",
  "folder": "..",
  "sources": {
    "src/a.ts": "1",
    "src/b.ts": "2"
  }
}
`,
  );
  deepEqual(parseSources(text), { schema: 'formwork/sources@1', report: 'r', folder: '..', sources: { 'src/a.ts': '1', 'src/b.ts': '2' } });
});

const whole = { schema: 'formwork/sources@1', report: 'r', folder: '..', sources: {} };
const broken = [{}, [], null, { ...whole, schema: 'formwork/sources@2' }, { ...whole, report: 1 }, { ...whole, folder: null }, { ...whole, sources: [] }];
for (const text of ['', '{', ...broken.map((value) => JSON.stringify(value))]) test(`'${text}' says nothing`, () => equal(parseSources(text), null));
