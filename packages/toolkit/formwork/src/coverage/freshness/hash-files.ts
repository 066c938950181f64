import { errorCode } from '../../report/error-code.ts';
import type { Files } from '../../report/machine.ts';
import { beginSha256 } from '../../report/sha256.ts';

/** SHA-256 of a file's bytes, as 64 hex digits, links followed; null where there are none to be read, as of a folder. */
export function hashOfFile(path: string, files: Files): string | null {
  const hash = beginSha256();
  try {
    for (const piece of files.chunks(path)) hash.update(piece);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
  return hash.digest('hex');
}

/** The hashes of all files that have one, by their names relative to a folder. */
export function hashesOf(folder: string, names: Iterable<string>, files: Files): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const name of names) {
    const hash = hashOfFile(`${folder}/${name}`, files);
    if (hash !== null) hashes.set(name, hash);
  }
  return hashes;
}

/** Bytes that stream by, hashed on the way. */
export type Tap = {
  /** Can be walked as often as the pieces can. */
  readonly through: (pieces: Iterable<Uint8Array>) => Iterable<Uint8Array>;
  /** The hash of the last stream that came to its end; null where none did. */
  readonly hash: () => string | null;
};

/** A tap that nothing has come by yet. */
export function tapped(): Tap {
  let done: string | null = null;
  return {
    through: (pieces) => ({
      *[Symbol.iterator]() {
        const hash = beginSha256();
        for (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
        done = hash.digest('hex');
      },
    }),
    hash: () => done,
  };
}
