/* global document, getComputedStyle -- functions that run in the page */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { runFormwork } from './run-formwork.mjs';
import { runGit } from '../packages/toolkit/formwork/src/report/testing/run-git.ts';

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const program = programs.find((file) => existsSync(file));
// CI installs Debian's: see .ci/run.
const skip = program === undefined ? `no browser: ${programs.join(', ')}` : false;

test('the page of coverage diff in a browser', { skip, timeout: 120_000 }, async (t) => {
  const browser = await open(t, writtenPage());

  await t.test('asks for nothing, runs nothing, and each kind of line can be read, light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      await browser.ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
      const kinds = await browser.evaluate(readableKinds);
      deepEqual(Object.keys(kinds).sort(), ['covered', 'no-coverage-data', 'partial', 'uncovered'], scheme);
      for (const [kind, { contrast, isColoured }] of Object.entries(kinds)) ok(contrast >= 4.5 && isColoured, `${scheme} ${kind}: ${contrast}`);
    }
    deepEqual(await browser.evaluate(() => [document.images.length, document.scripts.length, document.title]), [0, 0, 'coverage:diff failed']);
  });

  await t.test('scrolls tables and files on a narrow screen, and not itself', async () => {
    await browser.ask('Emulation.setDeviceMetricsOverride', { width: 360, height: 640, deviceScaleFactor: 1, mobile: false });
    const { page, names } = await browser.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      names: Math.min(...Array.from(document.querySelectorAll('td:first-child'), (cell) => cell.clientWidth)),
    }));
    ok(page <= 360 && names >= 200, `the page is ${page} wide, and a name has ${names}`);
  });

  await t.test('leads to a line by keyboard, and opens what is folded', async () => {
    const enter = async (selector) => {
      await browser.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
      for (const type of ['keyDown', 'keyUp']) await browser.ask('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', text: '\r' });
    };
    await enter('a[href$="long.js-L30"]');
    equal(await browser.evaluate(() => document.querySelector(':target')?.querySelector('code').textContent), '  return x30;');
    await enter('summary');
    equal(await browser.evaluate(() => document.querySelector('details').open), true);
  });

  deepEqual(browser.complaints, []);
});

/** A page that the command wrote, of names and lines that would do harm if they were more than text. */
function writtenPage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'formwork-page-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const git = (...words) => runGit(folder, ...words);
  const long = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? `export function f${index}(x${index + 1}) {` : `  return x${index}; }`));
  const write = (file, text) => writeFileSync(path.join(folder, file), text);
  mkdirSync(path.join(folder, 'coverage'));
  git('init', '--quiet', '--initial-branch=main');
  write('long.js', `${long.join('\n')}\n`);
  git('add', '--all');
  git('commit', '--quiet', '--message=start');
  write('long.js', `${long.with(29, '  return x30;\n}').join('\n')}\n`);
  write('<img src=x onerror=alert(1)>.js', `"<script>alert(1)</script>${'<b>'.repeat(100)}";\nfee(1);\n`);
  write('fee.js', 'export const fee = (x) => (x ? 1 : 2);\nother();\n');
  const counts = Array.from({ length: 41 }, (_, index) => `DA:${index + 1},${index === 29 ? 0 : 1}`).join('\n');
  write('coverage/lcov.info', `SF:long.js\n${counts}\nend_of_record\nSF:fee.js\nDA:1,1\nDA:2,1\nBRDA:1,0,0,1\nBRDA:1,0,1,0\nend_of_record\n`);
  equal(runFormwork(['coverage', 'diff', '--base', 'main', '--html', 'coverage/diff.html'], { cwd: folder, stdio: 'ignore' }), 1);
  return path.join(folder, 'coverage/diff.html');
}

/** For each kind of line its text's contrast with what is behind it, and whether that is a colour of its own. Runs in the page. */
function readableKinds() {
  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => {
    const [red, green, blue] = numbers(color).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const lines = Array.from(document.querySelectorAll('.line[data-kind]'), (line) => {
    const { color, backgroundColor } = getComputedStyle(line);
    const [dark, bright] = [light(color), light(backgroundColor)].sort((a, b) => a - b);
    return [line.dataset.kind, { contrast: (bright + 0.05) / (dark + 0.05), isColoured: backgroundColor !== paper && numbers(backgroundColor)[3] !== 0 }];
  });
  return Object.fromEntries(lines);
}

/** A page in a browser, which is asked through a pipe; `complaints` are what it logged, refused, asked for or showed besides. */
async function open(t, file) {
  const profile = mkdtempSync(path.join(tmpdir(), 'formwork-browser-'));
  const words = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`, '--remote-debugging-pipe'];
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  t.after(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const [, , , toBrowser, fromBrowser] = child.stdio;
  const url = pathToFileURL(file).href;
  const waiting = new Map();
  const complaints = [];
  const hears = ({ id, result, error, method, params }) => {
    const other = method === 'Network.requestWillBeSent' && params.request.url.replace(/#.*/, '') !== url;
    if (other || besides.test(method)) complaints.push({ method, params });
    waiting.get(id ?? method)?.(error === undefined ? result : Promise.reject(new Error(error.message)));
  };
  let rest = '';
  fromBrowser.setEncoding('utf8').on('data', (piece) => {
    const messages = (rest + piece).split('\0');
    rest = messages.pop();
    for (const message of messages) hears(JSON.parse(message));
  });

  const gone = ended.then((code) => Promise.reject(new Error(`${program} ended with ${code}`)));
  const answer = (to) => Promise.race([new Promise((resolve) => waiting.set(to, resolve)), gone]);
  const send = (method, params, sessionId) => {
    const id = waiting.size;
    const answered = answer(id);
    toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answered;
  };

  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method, params = {}) => send(method, params, sessionId);
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await ask(`${domain}.enable`);
  const loaded = answer('Page.loadEventFired');
  await ask('Page.navigate', { url });
  await loaded;
  const evaluate = async (what) => {
    const expression = typeof what === 'string' ? what : `(${what})()`;
    const { result, exceptionDetails } = await ask('Runtime.evaluate', { expression, returnByValue: true });
    equal(exceptionDetails, undefined);
    return result.value;
  };
  return { ask, evaluate, complaints };
}

const besides = /^(?:Log\.entryAdded|Runtime\.(?:consoleAPICalled|exceptionThrown)|Page\.javascriptDialogOpening)$/;
