/**
 * What `formwork coverage aggregate` costs as a whole process, beside lcov-result-merger. One synthetic workspace of 20 packages, each with
 * a report of its own: 20,000 sources in about 32 MB of lcov. Both run in turn, each merges all to one lcov with paths relative to the root,
 * and both have to count the same lines; prints the medians and the median of the ratios of each round as JSON.
 *
 * pnpm exec node bench/aggregate.mjs [rounds] [files]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 5);
const count = Number(process.argv[3] ?? 20_000);
const packages = 20;
const bench = fileURLToPath(new URL('.', import.meta.url));

const sides = {
  formwork: {
    words: [join(bench, '../packages/toolkit/formwork/src/cli/formwork.js'), 'coverage', 'aggregate', '--format', 'json'],
    made: 'coverage/lcov.info',
  },
  merger: {
    words: [join(bench, 'node_modules/lcov-result-merger/bin/lcov-result-merger.js'), 'packages/*/coverage/lcov.info', 'merged.info', '--prepend-source-files'],
    made: 'merged.info',
  },
};

const root = mkdtempSync(join(tmpdir(), 'formwork-aggregate-bench-'));
try {
  const bytes = plant();
  // Once for nothing, so that nobody's cache is cold.
  for (const side of Object.keys(sides)) time(side);
  const runs = Array.from({ length: rounds }, () => Object.fromEntries(Object.keys(sides).map((side) => [side, time(side)])));
  const medianOf = (measure) => median(runs.map(measure));
  console.log(
    JSON.stringify(
      {
        bench: 'aggregate',
        rounds,
        reports: packages,
        files: count,
        megabytes: Math.round(bytes / 1e6),
        ms: Object.fromEntries(Object.keys(sides).map((side) => [side, Math.round(medianOf((run) => run[side]))])),
        ratios: { toMerger: { is: round(medianOf(({ formwork, merger }) => formwork / merger)), target: 0.15 } },
      },
      null,
      2,
    ),
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** Each source has 20 functions, 20 branches and 80 lines that a report knows. Returns the bytes of all reports. */
function plant() {
  write('package.json', '{ "name": "bench", "private": true }\n');
  write('pnpm-workspace.yaml', 'packages: [packages/*]\n');
  let bytes = 0;
  for (let at = 0; at < packages; at += 1) {
    const records = [];
    for (let index = at; index < count; index += packages) {
      const source = `src/folder-${index % 50}/module-with-a-name-${index}.ts`;
      write(`packages/p${at}/${source}`, `export const value = ${index};\n`);
      records.push(`TN:\nSF:${source}\n${recordOf(index)}end_of_record\n`);
    }
    write(`packages/p${at}/package.json`, `{ "name": "p${at}", "scripts": { "test": "vitest run" } }\n`);
    write(`packages/p${at}/coverage/lcov.info`, records.join(''));
    bytes += records.join('').length;
  }
  return bytes;
}

function recordOf(index) {
  const functions = Array.from({ length: 20 }, (_, at) => ({ line: at * 5 + 1, name: `step${at}`, hits: (index + at) % 7 }));
  const lines = functions.flatMap(({ line, hits }) => [0, 1, 2, 3].map((more) => `DA:${line + more},${hits * (more + 1)}\n`));
  return [
    ...functions.map(({ line, name }) => `FN:${line},${name}\n`),
    'FNF:20\nFNH:17\n',
    ...functions.map(({ name, hits }) => `FNDA:${hits},${name}\n`),
    ...lines,
    'LF:80\nLH:68\n',
    ...functions.flatMap(({ line, hits }, at) => (at % 2 === 0 ? [0, 1].map((arm) => `BRDA:${line + 1},${at},${arm},${hits === 0 ? '-' : hits * arm}\n`) : [])),
    'BRF:20\nBRH:8\n',
  ].join('');
}

/** Milliseconds of one whole process. Where it did not count every line of every source, the bench fails. */
function time(side) {
  const { words, made } = sides[side];
  rmSync(join(root, made), { force: true });
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const took = performance.now() - begun;
  const merged = status === 0 ? readFileSync(join(root, made), 'utf8') : '';
  const [sources, lines] = [/^SF:(?:\.\/)?packages\/p/gm, /^DA:/gm].map((line) => merged.match(line)?.length ?? 0);
  if (sources !== count || lines !== count * 80) throw new Error(`${side} merged ${sources} sources (exit ${status}):\n${stdout}\n${stderr}`);
  return took;
}

function write(file, words) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), words);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function round(number) {
  return Math.round(number * 1000) / 1000;
}
