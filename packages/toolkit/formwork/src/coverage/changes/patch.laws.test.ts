import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { createTwoFilesPatch } from 'diff';
import fc from 'fast-check';
import { FormworkError } from '../../report/formwork-error.ts';
import { withoutConfiguration } from '../../report/testing/run-git.ts';
import { lineBefore, type Hunk } from './changed-file.ts';
import { parseDiffFile } from './diff-file.ts';
import { firstMisfit } from './fits.ts';
import { parsePatch, type PatchedFile } from './parse-patch.ts';

const folder = mkdtempSync(join(tmpdir(), 'formwork-laws-'));
after(() => rmSync(folder, { recursive: true }));

const lineText = fc.oneof(
  fc.constantFrom('', ' ', '\r', 'x', 'y', 'z', 'x\r', '+', '-', '\\ No newline at end of file', '\u2028', '}', '\0', 'é', '\uFEFF'),
  fc.constantFrom('--- a/x', '+++ b/y', '-- a/x', '++ b/y', '@@ -1 +1 @@', 'diff --git a/x b/x', 'rename from x', 'Only in b: x', '-- '),
  fc.string().map((text) => text.replaceAll('\n', '')),
);
const text = fc.tuple(fc.array(lineText, { maxLength: 12 }), fc.boolean()).map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));

/** A text and what it became: some lines of it replaced, taken out, put in. */
const edited = fc
  .tuple(text, text, fc.array(fc.nat(30), { maxLength: 4 }), fc.array(lineText, { maxLength: 4 }))
  .map(([old, other, places, lines]) => {
    if (places.length === 0) return [old, other] as const;
    const parts = old.split('\n');
    places.forEach((place, index) => parts.splice(place % (parts.length + 1), place % 3, ...lines.slice(index)));
    return [old, parts.join('\n')] as const;
  });

function linesIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/).map((line) => line.replace(/\n$/, ''));
}

/** What is said to be unchanged stood there before, in the same order, and nothing else did. */
function explains(patched: PatchedFile | undefined, old: string, now: string): void {
  const [before, standing] = [linesIn(old), linesIn(now)];
  const { hunks, lines }: Pick<PatchedFile, 'hunks' | 'lines'> = patched ?? { hunks: [], lines: new Set() };
  const unchanged = standing.flatMap((line, index) =>
    lines.has(index + 1) ? [] : [{ line, at: lineBefore({ from: 'x', hunks }, index + 1) }],
  );
  deepEqual(
    unchanged.map(({ at }) => before[Number(at) - 1]),
    unchanged.map(({ line }) => line),
  );
  equal(unchanged.length, before.length - hunks.reduce((sum, { oldCount }) => sum + oldCount, 0));
  if (patched !== undefined) equal(firstMisfit(now, patched), null);
  deepEqual(
    [...lines].filter((line) => line > standing.length || lineBefore({ from: 'x', hunks }, line) !== null),
    [],
  );
}

test('a diff that git made explains the text: 2,000 pairs', () => {
  let run = 0;
  fc.assert(
    fc.property(fc.array(edited, { minLength: 100, maxLength: 100 }), fc.constantFrom(0, 3), (pairs, context) => {
      run += 1;
      const here = join(folder, String(run));
      for (const side of ['old', 'new']) mkdirSync(join(here, side), { recursive: true });
      pairs.forEach(([old, now], index) => {
        writeFileSync(join(here, 'old', `${index}.ts`), old);
        writeFileSync(join(here, 'new', `${index}.ts`), now);
      });
      const git = (how: string): string =>
        spawnSync('git', ['diff', '--no-index', '--text', how, 'old', 'new'], { cwd: here, env: withoutConfiguration, encoding: 'utf8' }).stdout;
      const [stdout, counts] = [git(`--unified=${context}`), git('--numstat')];
      const byName = new Map(parseDiffFile(stdout).map((patched) => [patched.names[0].text.replace('new/', ''), patched]));
      pairs.forEach(([old, now], index) => explains(byName.get(`${index}.ts`), old, now));
      // Git does not count the lines of what it takes for binary, even where it shows them.
      const counted = counts
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t')[0]);
      deepEqual(
        [...byName.values()].map(({ lines }, index) => (counted[index] === '-' ? '-' : String(lines.size))),
        counted,
      );
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

function patchOf(old: string, now: string, context: number): string {
  return createTwoFilesPatch('old/x.ts', 'new/x.ts', old, now, undefined, undefined, { context });
}

test('a diff that another program made explains the text: 2,000 pairs', () => {
  fc.assert(
    fc.property(edited, fc.nat(4), ([old, now], context) => {
      explains(parsePatch(patchOf(old, now, context)).files[0], old, now);
    }),
    { numRuns: 2_000 },
  );
});

/** Hunks one behind the other, each with what stood there and what stands there now. */
const drawnHunks = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 50 }),
      old: fc.array(lineText, { maxLength: 4 }),
      now: fc.array(lineText, { maxLength: 4 }),
    }),
  )
  .map((drawn) => drawn.filter(({ old, now }) => old.length + now.length > 0))
  .map((drawn) => {
    let [oldAt, newAt] = [1, 1];
    return drawn.map(({ gap, old, now }) => {
      [oldAt, newAt] = [oldAt + gap, newAt + gap];
      const [oldStart, newStart] = [oldAt - Number(old.length === 0), newAt - Number(now.length === 0)];
      [oldAt, newAt] = [oldAt + old.length, newAt + now.length];
      return {
        oldStart,
        oldLines: old.length,
        newStart,
        newLines: now.length,
        lines: [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)],
      };
    });
  });

test('hunks that are written down are read back: 2,000 diffs', () => {
  fc.assert(
    fc.property(drawnHunks, (drawn) => {
      const bodies = drawn.map(
        ({ oldStart, oldLines, newStart, newLines, lines }) =>
          `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${lines.join('\n')}\n`,
      );
      const [patched] = parsePatch(`--- a/x\n+++ b/x\n${bodies.join('')}`).files;
      const expected = drawn.map(({ oldStart, oldLines, newStart, newLines }): Hunk => ({
        oldStart,
        oldCount: oldLines,
        newStart,
        newCount: newLines,
      }));
      deepEqual(patched?.hunks, expected);
      deepEqual(
        patched?.added,
        drawn.flatMap(({ lines }) => lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1))),
      );
      deepEqual(
        [...(patched?.lines ?? [])],
        drawn.flatMap(({ newStart, newLines }) => Array.from({ length: newLines }, (_, index) => newStart + index)),
      );
    }),
    { numRuns: 2_000 },
  );
});

test('a diff that has lost a line tells of as many changed lines, or is refused: 2,000 diffs', () => {
  const changedIn = (diff: string): number => parsePatch(diff).files.reduce((sum, { lines }) => sum + lines.size, 0);
  fc.assert(
    fc.property(edited, edited, fc.nat(4), fc.nat(), ([old, now], [older, newer], context, at) => {
      const diff = `${patchOf(old, now, context)}diff --git a/y b/y\nindex 1..2 100644\n${patchOf(older, newer, context)}`;
      const lines = diff.split('\n').slice(0, -1);
      const less = lines.toSpliced(at % (lines.length + 1), 1).join('\n');
      ok(isRefused(() => ok(changedIn(less) >= changedIn(diff))));
    }),
    { numRuns: 2_000 },
  );
});

test('whatever the text is, it is read or called unreadable: 2,000 texts', () => {
  const scrap = fc.oneof(
    fc.constantFrom(
      'diff --git a/x b/x',
      '--- a/x',
      '+++ b/x',
      '+++ "b/\\',
      '@@ -1 +1 @@',
      '@@ -0,0 +1,3 @@',
      '+x',
      '-x',
      ' x',
      '\\',
      '',
      'copy to y',
      'Binary files a and b differ',
    ),
    fc.constantFrom(
      'rename from x',
      'rename to "\\351"',
      'index 1..2 120000',
      'new file mode 100644',
      'deleted file mode 100644',
      '@@@ -1 -1 +1 @@@',
      '--- x\t2026',
      '\uFEFF',
    ),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(scrap), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      isRefused(() => parseDiffFile(lines.join(end)));
    }),
    { numRuns: 2_000 },
  );
});

/** Runs it, and lets `git/diff-unreadable` pass. */
function isRefused(work: () => unknown): boolean {
  try {
    work();
  } catch (error) {
    if (!(error instanceof FormworkError) || error.code !== 'git/diff-unreadable') throw error;
  }
  return true;
}
