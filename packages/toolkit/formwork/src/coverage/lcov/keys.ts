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
  TN: keyOf('TN'),
} as const;

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

/** Five bits a letter. No key of lcov has more than six; of a longer one the last six stay, and are none of lcov's. */
function withLetter(key: number, code: number): number {
  return (key << 5) | (code - 64);
}
