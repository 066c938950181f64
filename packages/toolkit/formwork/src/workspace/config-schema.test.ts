import test from 'node:test';
import { equal } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { configSchema } from './config-schema.ts';

const shipped = new URL('../../formwork.schema.json', import.meta.url);

test('the JSON Schema that editors read is that of the code; UPDATE=1 writes it anew', () => {
  const text = `${JSON.stringify(configSchema, null, 2)}\n`;
  if (process.env['UPDATE'] === '1') writeFileSync(shipped, text);
  equal(readFileSync(shipped, 'utf8'), text);
});
