/** A hash that takes its bytes piece by piece. */
export type Sha256 = { readonly update: (piece: string | Uint8Array) => unknown; readonly digest: (encoding: 'hex' | 'base64') => string };

/** Begins a SHA-256. Node takes 20 ms to load what it needs for it, so that is loaded where something is hashed. */
export function beginSha256(): Sha256 {
  // eslint-disable-next-line no-restricted-globals -- It asks nothing of the process; importing node:crypto, or node:process, is what takes the time.
  return process.getBuiltinModule('node:crypto').createHash('sha256');
}

/** SHA-256 over the text's UTF-8 bytes, as 64 hex digits. */
export function sha256(text: string): string {
  const hash = beginSha256();
  hash.update(text);
  return hash.digest('hex');
}
