/**
 * What `formwork coverage diff` costs as a whole process, beside diff-cover, and beside a plain process that reads the same bytes of lcov and
 * runs the same git command. One synthetic repository of 20,000 sources with an lcov of about 32 MB; 50 of them have changed, then 2,000, then
 * all. All sides run in turn; prints the medians, the medians of the ratios of each round and the most memory that was taken, as JSON.
 * diff-cover is asked where it is installed (Debian: diff-cover): once only where 2,000 files have changed, which takes it minutes, and not at
 * all where every file has, which would take it half an hour.
 *
 * pnpm exec node bench/coverage-diff.mjs [rounds] [files]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 7);
const count = Number(process.argv[3] ?? 20_000);
const many = Math.min(2_000, count / 2);
const formwork = fileURLToPath(new URL('../packages/toolkit/formwork/src/cli/formwork.js', import.meta.url));

const bare = `
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
readFileSync('coverage/lcov.info');
execFileSync('git', ['diff', '--unified=0', '--no-color', '--no-ext-diff', 'HEAD'], { maxBuffer: 2 ** 30 });
`;
const sides = {
  formwork: [process.execPath, formwork, 'coverage', 'diff', '--base', 'HEAD', '--lcov', 'coverage/lcov.info', '--format', 'json'],
  bare: [process.execPath, '-e', bare],
  diffCover: ['diff-cover', 'coverage/lcov.info', '--compare-branch', 'HEAD', '--include-untracked', '--quiet'],
};

const hasDiffCover = spawnSync('diff-cover', ['--version']).status === 0;
const asked = hasDiffCover ? ['formwork', 'bare', 'diffCover'] : ['formwork', 'bare'];

const root = mkdtempSync(join(tmpdir(), 'formwork-coverage-bench-'));
try {
  const bytes = plant();
  change(50);
  const few = measure(asked, rounds);
  change(many);
  const more = measure(['formwork', 'bare'], Math.min(rounds, 3));
  const diffCover = hasDiffCover ? time('diffCover') : null;
  change(count);
  const all = measure(['formwork', 'bare'], Math.min(rounds, 3));
  const missing = 'diff-cover is not installed';
  console.log(
    JSON.stringify(
      {
        bench: 'coverage-diff',
        rounds,
        files: count,
        megabytes: round(bytes / 1e6),
        changed: {
          50: {
            ms: medians(few, 'ms'),
            toBare: { is: ratio(few, 'bare'), target: 2.5 },
            toDiffCover: hasDiffCover ? { is: ratio(few, 'diffCover'), target: 0.15 } : missing,
          },
          [many]: {
            ms: { ...medians(more, 'ms'), ...(diffCover === null ? {} : { diffCover: Math.round(diffCover.ms) }) },
            toDiffCover: diffCover === null ? missing : { is: round(median(more.map(({ formwork: { ms } }) => ms)) / diffCover.ms, 4), target: 0.02 },
          },
          [count]: {
            ms: medians(all, 'ms'),
            toBare: { is: ratio(all, 'bare') },
            megabytes: { ...medians(all, 'megabytes'), target: 400 },
          },
        },
      },
      null,
      2,
    ),
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** Each source has 30 functions of a test's making, two lines of which somebody will change; the report knows 120 lines of each. */
function plant() {
  const records = [];
  for (let index = 0; index < count; index += 1) {
    write(source(index), text(index, 0));
    const functions = Array.from({ length: 30 }, (_, at) => `FN:${at * 4 + 1},step${at}\nFNDA:${at + 1},step${at}\nDA:${at * 4 + 1},1\nDA:${at * 4 + 2},${at + 1}\nDA:${at * 4 + 3},${at}\n`);
    records.push(`TN:\nSF:${source(index)}\n${functions.join('')}FNF:30\nFNH:30\nLF:90\nLH:89\nend_of_record\n`);
  }
  write('coverage/lcov.info', records.join(''));
  write('.gitignore', 'coverage/\n');
  for (const words of ['init --quiet', 'config gc.auto 0', 'add --all', '-c user.name=Bench -c user.email=bench@example.org commit --quiet --message=start']) git(words.split(' '));
  return records.join('').length;
}

function source(index) {
  return `packages/p${index % 20}/src/folder-${Math.floor(index / 20) % 50}/module-with-a-name-${index}.ts`;
}

function text(index, version) {
  return Array.from(
    { length: 30 },
    (_, at) => `export function step${at}(input: number): number {\n  const next = input * ${index} + ${at === 7 ? version : at};\n  return next > ${at} ? next : -next;\n}\n`,
  ).join('');
}

function change(files) {
  for (let at = 0; at < files; at += 1) {
    const index = Math.floor((at * count) / files);
    write(source(index), text(index, 1000));
  }
  // So that no side has to refresh the index for the others.
  git(['status', '--short']);
}

function measure(names, times) {
  for (const name of names) time(name);
  return Array.from({ length: times }, () => Object.fromEntries(names.map((name) => [name, time(name)])));
}

/** Milliseconds and the most memory of one whole process, its children included, as GNU time tells it (Debian: time). */
function time(side) {
  const [program, ...words] = sides[side];
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync('/usr/bin/env', ['time', '-f', '%M', program, ...words], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const ms = performance.now() - begun;
  if (status !== 0 && status !== 1) throw new Error(`${side} ended with ${status}:\n${stdout.slice(0, 2000)}\n${stderr.slice(-2000)}`);
  return { ms, megabytes: Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024) };
}

function medians(runs, what) {
  return Object.fromEntries(Object.keys(runs[0]).map((side) => [side, Math.round(median(runs.map((run) => run[side][what])))]));
}

function ratio(runs, peer) {
  return round(median(runs.map((run) => run.formwork.ms / run[peer].ms)));
}

function write(file, words) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), words);
}

function git(words) {
  execFileSync('git', words, { cwd: root, stdio: 'ignore' });
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function round(number, digits = 2) {
  return Number(number.toFixed(digits));
}
