import { equal } from 'node:assert/strict';
import test from 'node:test';
import { beginSha256, sha256 } from './sha256.ts';

test('a hash is that of the bytes, in whatever pieces they come', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  equal(sha256('abc'), abc);
  const hash = beginSha256();
  for (const piece of ['a', new Uint8Array([98]), 'c']) hash.update(piece);
  equal(hash.digest('hex'), abc);
});
