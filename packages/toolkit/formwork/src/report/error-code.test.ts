import { deepEqual, throws } from 'node:assert/strict';
import test from 'node:test';
import { absentIsNull, errorCode } from './error-code.ts';
import { systemError } from './faulty-files.ts';

test('a system error has a code, and nothing else has', () => {
  const values = [
    systemError('EACCES', 'open', '/x'),
    new Error('x'),
    Object.assign(new Error('x'), { code: 3 }),
    'EACCES',
    { code: 'EACCES' },
  ];
  deepEqual(values.map(errorCode), ['EACCES', null, null, null, null]);
});

test('what is not there is null, and any other failure stays one', () => {
  const look = (code: string) => () =>
    absentIsNull(() => {
      throw systemError(code, 'open', '/x');
    });
  deepEqual([look('ENOENT')(), look('ENOTDIR')(), absentIsNull(() => 'there')], [null, null, 'there']);
  throws(look('EACCES'), { code: 'EACCES' });
});
