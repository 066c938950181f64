import { byte, type Lines } from './read-bytes.ts';

/** What lines are about, by the letters before their colon. */
export const keys = {
  BRDA: keyOf('BRDA'),
  DA: keyOf('DA'),
  FN: keyOf('FN'),
  FNA: keyOf('FNA'),
  FNDA: keyOf('FNDA'),
  FNL: keyOf('FNL'),
  SF: keyOf('SF'),
} as const;

/** Of a record too, but not asked: sums, which follow from the rest, conditions and versions. */
const unasked = ['BRF', 'BRH', 'FNF', 'FNH', 'LF', 'LH', 'MCDC', 'MCF', 'MCH', 'VER'].map(keyOf);

/** Whether such lines stand within a record only. */
export const ofRecord: ReadonlySet<number> = new Set([...Object.values(keys), ...unasked]);

/** The key that a line begins with, and moves behind its colon; 0 where there is none. */
export function takeKey(lines: Lines): number {
  const { bytes } = lines;
  let at = lines.at;
  let key = 0;
  for (let code = Number(bytes[at]); code >= 65 && code <= 90; code = Number(bytes[at])) {
    key = withLetter(key, code);
    at += 1;
  }
  if (key === 0 || bytes[at] !== byte.colon) return 0;
  lines.at = at + 1;
  return key;
}

function keyOf(letters: string): number {
  return Array.from(letters, (letter) => letter.charCodeAt(0)).reduce(withLetter, 0);
}

/** Five bits a letter, of which no key of lcov has more than fit: a longer one keeps its last six, and is none of lcov's. */
function withLetter(key: number, code: number): number {
  return (key << 5) | (code - 64);
}
