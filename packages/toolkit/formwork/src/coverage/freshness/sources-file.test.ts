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

for (const text of ['', '{', 'null', '{}', '{ "schema": "formwork/sources@2", "report": "r", "folder": "..", "sources": {} }'])
  test(`'${text}' says nothing`, () => equal(parseSources(text), null));
