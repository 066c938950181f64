import { deepEqual, equal, throws } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { fakeMachine } from '../../report/fake-machine.ts';
import { hashesOf, hashOfFile, tapped } from './hash-files.ts';

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('files that can be read have a hash, through links too', () => {
  const { files } = fakeMachine({ files: { 'a.ts': 'é\n', 'empty.ts': '' }, folders: ['folder'], links: { 'link.ts': 'a.ts', 'broken.ts': 'gone' } });
  const hashes = hashesOf('/repo', ['a.ts', 'link.ts', 'empty.ts', 'broken.ts', 'folder', 'gone.ts', 'a.ts/b'], files);
  deepEqual([...hashes], [
    ['a.ts', sha256('é\n')],
    ['link.ts', sha256('é\n')],
    ['empty.ts', sha256('')],
  ]);
});

test('an error that is not the disk’s is not hidden', () => {
  const chunks = (): never => {
    throw new TypeError('wrong');
  };
  throws(() => hashOfFile('/repo/a.ts', { ...fakeMachine().files, chunks }), { message: 'wrong' });
});

test('bytes that stream by are handed on as they are, and hashed as if they came at once', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (pieces) => {
      const { through, hash } = tapped();
      equal(hash(), null);
      deepEqual([...through(pieces)], pieces);
      equal(hash(), sha256(Buffer.concat(pieces)));
    }),
  );
});

test('a stream that was left before its end has no hash', () => {
  const { through, hash } = tapped();
  for (const _ of through([Buffer.from('a'), Buffer.from('b')])) break;
  equal(hash(), null);
});
