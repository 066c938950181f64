import { judgeSource, paintSource } from '../diff/judge-source.ts';
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
    evidence: { coverage: covered([...more.split(' ').filter((record) => record !== ''), ...counts]), istanbul: istanbul === undefined ? [] : [istanbul], freshness },
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

/** What is said of a source all of whose lines have changed. */
export function toldOf(file: string, { text, evidence }: Drawn): readonly string[] {
  const lines = new Set(text.split('\n').map((_, index) => index + 1));
  const { findings } = judgeSource({ file, text, lines }, evidence, { file: () => false, line: () => false });
  return findings.map(({ line, message }) => `${line} ${message}`);
}

/** What records of lcov say of one file. */
export function covered(records: readonly string[]): FileEvidence['coverage'] {
  const [record] = scanLcov([Buffer.from(`SF:a\n${records.join('\n')}\nend_of_record\n`)], 'lcov.info');
  if (record === undefined) throw new Error('There is no record.');
  return record;
}

function rowsOf(picture: string): readonly { readonly sign: string; readonly hits: string; readonly text: string }[] {
  return picture
    .trim()
    .split('\n')
    .map((row) => {
      const { sign = '', hits = '', text = '' } = /^\s*(?<sign>\S)\s+(?<hits>\d*)\s*\| ?(?<text>[^]*)$/.exec(row)?.groups ?? {};
      return { sign, hits, text };
    });
}
