/**
 * What real tools wrote about real sources, and what `coverage diff` makes of it. `fixtures/README.md` says how both were made, and how to
 * read the pictures.
 */
import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { gitRepository } from '../testing/git-repository.ts';

const formwork = fileURLToPath(new URL('../../cli/formwork.js', import.meta.url));
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const reportSchema = z.object({ uncovered: z.array(z.object({ file: z.string(), line: z.number(), kind: z.string() })) });

/** A column of the pictures each: a report, and whether `coverage-final.json` lay beside it. */
const columns = [
  { report: 'c8', withJson: true },
  { report: 'c8', withJson: false },
  { report: 'node', withJson: false },
  { report: 'vitest', withJson: true },
  { report: 'vitest', withJson: false },
  { report: 'vitest-istanbul', withJson: true },
  { report: 'vitest-istanbul', withJson: false },
  { report: 'jest', withJson: true },
  { report: 'jest-v8', withJson: true },
] as const;

/** Sources that were not written as UTF-8 with LF alone. */
const written: Readonly<Record<string, (text: string) => string>> = {
  'marked.js': (text) => `\uFEFF${text}`,
  'returned.js': (text) => text.replaceAll('\n', '\r\n'),
};

type Row = { readonly truth: string; readonly marks: string; readonly text: string };
type Picture = { readonly file: string; readonly rows: readonly Row[] };

const pictures: readonly Picture[] = readdirSync(join(fixtures, 'pictures')).map((name) => {
  const lines = readFileSync(join(fixtures, 'pictures', name), 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => ({ truth: line.slice(0, 1), marks: line.slice(2, 11), text: line.slice(14) }));
  return { file: name.replace(/\.txt$/, ''), rows };
});

for (const [column, { report, withJson }] of columns.entries()) {
  test(`lines that ${report} measured${withJson ? '' : ', by its lcov alone'}`, () => {
    const measured = pictures.filter(({ rows }) => rows.some(({ marks }) => marks[column] !== ' '));
    const expected = measured.map((picture) => [picture.file, drawn(picture, column)] as const);
    deepEqual(said(measured, report, withJson, column), Object.fromEntries(expected));
  });
}

test('a line that no test ran is green only where its file has a finding, or the picture says that no tool could tell', () => {
  const silent = pictures.flatMap(({ file, rows }) =>
    columns.flatMap((_, column) => {
      const marks = rows.map((row) => row.marks[column]);
      const green = rows.filter(({ truth }, index) => truth === '-' && marks[index] === '.');
      return marks.includes('n') ? [] : green.map(({ text }) => `${file}: ${text}`);
    }),
  );
  deepEqual(silent, []);
});

/** The pictures with what the command says of each line, all of which have changed. */
function said(measured: readonly Picture[], report: string, withJson: boolean, column: number): Readonly<Record<string, string>> {
  const repository = gitRepository({ '.gitignore': 'coverage/\n' });
  repository.write({ 'coverage/lcov.info': readFileSync(join(fixtures, `reports/${report}.info`)) });
  const json = join(fixtures, `reports/${report}.json`);
  if (withJson && existsSync(json)) {
    repository.write({ 'coverage/coverage-final.json': readFileSync(json, 'utf8').replaceAll('<root>', repository.root) });
  }
  for (const { file, rows } of measured) {
    const text = `${rows.map((row) => row.text).join('\n')}\n`;
    repository.write({ [`src/${file}`]: written[file]?.(text) ?? text });
  }
  const words = ['coverage', 'diff', '--base', 'HEAD', '--lcov', 'coverage/lcov.info', '--format', 'json'];
  const { stdout } = spawnSync(process.execPath, [formwork, ...words], { cwd: repository.root, encoding: 'utf8' });
  const { uncovered } = reportSchema.parse(JSON.parse(stdout));
  const kinds = new Map(uncovered.map(({ file, line, kind }) => [`${file}:${line}`, kind.slice(0, 1)]));
  const redrawn = measured.map(({ file, rows }) => {
    const marks = rows.map((row, index) => {
      const silent = row.marks[column] === '?' ? '?' : '.';
      return { ...row, marks: (kinds.get(`src/${file}:${index + 1}`) ?? silent).padStart(column + 1) };
    });
    return [file, drawn({ file, rows: marks }, column)] as const;
  });
  return Object.fromEntries(redrawn);
}

function drawn({ rows }: Picture, column: number): string {
  return rows.map(({ truth, marks, text }) => `${truth} ${marks[column]} | ${text}`).join('\n');
}
