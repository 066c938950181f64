import { paintSource } from '../diff/judge-source.ts';
import type { FileEvidence } from '../diff/judge-evidence.ts';
import type { IstanbulFile } from '../istanbul/istanbul-file.ts';
import { scanLcov } from '../lcov/scan.ts';

/** A source with, before each line, its hits in a report and what is to be said of it. */
export type Drawn = { readonly text: string; readonly evidence: FileEvidence };

const signs = { covered: 'c', uncovered: 'u', partial: 'p', 'no-coverage-data': 's', ignored: 'i', stale: '!' } as const;

/**
 * Reads a picture, a line of source a line: what is said of it, its hits, a bar, its text. `more` are lcov's other records, parted by spaces.
 *
 *   c 1 | const f = () => never();
 *   . 1 | // words
 */
export function drawn(picture: string, more = '', facts: { readonly istanbul?: IstanbulFile; readonly freshness?: FileEvidence['freshness'] } = {}): Drawn {
  const rows = rowsOf(picture);
  const counts = rows.flatMap(({ hits }, index) => (hits === '' ? [] : [`DA:${index + 1},${hits}`]));
  const { istanbul, freshness = 'unknown' } = facts;
  return {
    text: rows.map(({ text }) => text).join('\n'),
    evidence: { coverage: covered([...more.split(' ').filter((record) => record !== ''), ...counts]), istanbul: istanbul === undefined ? [] : [istanbul], doubtful: null, freshness },
  };
}

/** The picture as it is, and with what the judge says in place of what it is to say: these are to be the same. */
export function bothPictures(picture: string, file: string, { text, evidence }: Drawn): readonly [is: string, asDrawn: string] {
  const kinds = paintSource({ file, text }, evidence);
  const rows = rowsOf(picture);
  const draw = (signOf: (line: number, sign: string) => string): string =>
    rows.map(({ sign, hits, text: line }, index) => `${signOf(index + 1, sign)} ${hits.padStart(1)} | ${line}`.trimEnd()).join('\n');
  const said = draw((line) => {
    const kind = kinds.get(line);
    return kind === undefined ? '.' : signs[kind];
  });
  return [said, draw((_, sign) => sign)];
}

/** What records of lcov say of one file. */
export function covered(records: readonly string[]): FileEvidence['coverage'] {
  let coverage: FileEvidence['coverage'] = { lines: { numbers: [], hits: [] }, functions: [], branches: [] };
  for (const record of scanLcov([Buffer.from(`SF:a\n${records.join('\n')}\nend_of_record\n`)], 'lcov.info')) coverage = record;
  return coverage;
}

function rowsOf(picture: string): readonly { readonly sign: string; readonly hits: string; readonly text: string }[] {
  return picture
    .trim()
    .split('\n')
    .map((row) => {
      const drawing = row.trimStart();
      const bar = drawing.indexOf('|');
      return { sign: drawing.slice(0, 1), hits: drawing.slice(1, bar).trim(), text: drawing.slice(bar + 2) };
    });
}
