/** A file's name as git tells it. What is no UTF-8 cannot be said in text: `text` is then partly in git's own writing, `caf\351.ts`. */
export type GitName = { readonly text: string; readonly isText: boolean };

/** Reads a name that git may have quoted: like a string of C, bytes in octal. */
export function gitName(written: string): GitName {
  if (!written.startsWith('"')) return { text: written, isText: true };
  const parts = written.slice(1, written.lastIndexOf('"')).split('/').map(unquoted);
  return { text: parts.map(({ text }) => text).join('/'), isText: parts.every(({ isText }) => isText) };
}

function unquoted(part: string): GitName {
  const bytes = [...part.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)].flatMap(([, octal, escape, plain]) => {
    if (octal !== undefined) return [Number.parseInt(octal, 8)];
    return escape === undefined ? [...Buffer.from(`${plain}`)] : [Number(escapes[escape])];
  });
  try {
    return { text: utf8.decode(Uint8Array.from(bytes)), isText: true };
  } catch {
    return { text: part, isText: false };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };
