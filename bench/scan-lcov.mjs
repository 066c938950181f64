/**
 * What it takes to scan lcov, beside lcov-parse; and to find the end of every record without reading it, beside a plain walk over the bytes.
 * One synthetic report of 20,000 sources, about 35 MB, in the form that vitest leaves. Each side runs in turn in a process of its own, and tells
 * the time from the first byte to the last record, without that of starting Node; prints the medians and the ratios of the medians as JSON.
 *
 * pnpm exec node bench/scan-lcov.mjs [rounds = 9] [files = 20000]
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, script, ...words] = process.argv;

/** Each reads the report at a path, and says how many sources and lines it saw. */
const sides = {
  scan: async (path) => {
    const { scanLcov, nodeFiles } = await formwork();
    return timed(() => {
      const seen = { sources: 0, lines: 0 };
      for (const { lines } of scanLcov(nodeFiles.chunks(path), path)) {
        seen.sources += 1;
        seen.lines += lines.numbers.length;
      }
      return seen;
    });
  },
  lcovParse: async (path) => {
    const { default: lcovParse } = await import('lcov-parse');
    return timed(async () => {
      const { promise, resolve, reject } = Promise.withResolvers();
      lcovParse(path, (error, files) => (error === null ? resolve(files) : reject(new Error(error))));
      const files = await promise;
      return { sources: files.length, lines: files.reduce((sum, { lines }) => sum + lines.details.length, 0) };
    });
  },
  skip: async (path) => {
    const { scanLcov, nodeFiles } = await formwork();
    return timed(() => {
      const seen = { sources: 0, lines: 0 };
      const wants = () => {
        seen.sources += 1;
        return false;
      };
      for (const { lines } of scanLcov(nodeFiles.chunks(path), path, wants)) seen.lines += lines.numbers.length;
      return seen;
    });
  },
  read: async (path) => {
    const { nodeFiles } = await formwork();
    return timed(() => {
      let bytes = 0;
      for (const piece of nodeFiles.chunks(path)) bytes += piece.length;
      return { bytes };
    });
  },
};

if (words[0] in sides) console.log(JSON.stringify(await sides[words[0]](words[1])));
else await compare(Number(words[0] ?? 9), Number(words[1] ?? 20_000));

async function compare(rounds, files) {
  const folder = mkdtempSync(join(tmpdir(), 'formwork-lcov-bench-'));
  try {
    const path = join(folder, 'lcov.info');
    const bytes = plant(path, files);
    const runs = Array.from({ length: rounds }, () => Object.fromEntries(Object.keys(sides).map((side) => [side, run(side, path)])));
    const [{ scan, lcovParse, skip }] = runs;
    if (scan.seen.sources !== files || skip.seen.sources !== files || JSON.stringify(scan.seen) !== JSON.stringify(lcovParse.seen)) {
      throw new Error(`The sides saw different reports: ${JSON.stringify({ scan, lcovParse, skip })}`);
    }
    const ms = (side) => median(runs.map((one) => one[side].ms));
    console.log(
      JSON.stringify(
        {
          bench: 'scan-lcov',
          rounds,
          files,
          megabytes: round(bytes / 1e6),
          ms: Object.fromEntries(Object.keys(sides).map((side) => [side, round(ms(side))])),
          megabytesPerSecond: Object.fromEntries(Object.keys(sides).map((side) => [side, Math.round(bytes / 1e3 / ms(side))])),
          memory: Object.fromEntries(Object.keys(sides).map((side) => [side, median(runs.map((one) => one[side].megabytes))])),
          ratios: {
            lcovParseToScan: { is: round(ms('lcovParse') / ms('scan')), atLeast: 10 },
            skipToRead: { is: round(ms('skip') / ms('read')) },
          },
        },
        null,
        2,
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes a report: each source has 10 functions, 120 lines and 16 arms. Gives its bytes. */
function plant(path, files) {
  const handle = openSync(path, 'w');
  let bytes = 0;
  let seed = 1;
  const random = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >>> 8) % below;
  };
  for (let index = 0; index < files; index += 1) {
    const functions = Array.from({ length: 10 }, (_, at) => ({
      line: 1 + at * 15,
      name: at % 3 === 0 ? `handleRequest${at}` : `(anonymous_${at})`,
      hits: random(30),
    }));
    let line = 0;
    const lines = Array.from({ length: 120 }, () => `DA:${(line += 1 + random(2))},${random(4) === 0 ? 0 : random(200)}`);
    const arms = Array.from({ length: 16 }, (_, at) => `BRDA:${1 + at * 9},${at >> 1},${at & 1},${random(5)}`);
    const record = [
      ...['TN:', `SF:packages/p${index % 20}/src/folder-${index % 50}/module-with-a-name-${index}.ts`],
      ...[...functions.map(({ line: at, name }) => `FN:${at},${name}`), 'FNF:10', 'FNH:9'],
      ...functions.map(({ hits, name }) => `FNDA:${hits},${name}`),
      ...[...lines, 'LF:120', 'LH:90', ...arms, 'BRF:16', 'BRH:13', 'end_of_record', ''],
    ];
    bytes += writeSync(handle, record.join('\n'));
  }
  closeSync(handle);
  return bytes;
}

function run(side, path) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, side, path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${side} failed: ${stderr}`);
  return JSON.parse(stdout);
}

async function timed(work) {
  const begun = performance.now();
  const seen = await work();
  const ms = performance.now() - begun;
  return { seen, ms, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
}

async function formwork() {
  const { scanLcov } = await import('../packages/toolkit/formwork/src/coverage/lcov/scan.ts');
  const { nodeFiles } = await import('../packages/toolkit/formwork/src/report/node-files.ts');
  return { scanLcov, nodeFiles };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function round(number) {
  return Math.round(number * 100) / 100;
}
