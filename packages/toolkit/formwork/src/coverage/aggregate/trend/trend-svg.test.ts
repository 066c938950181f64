import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { drawEntry } from '../../testing/draw-entry.ts';
import { trendSvg } from './trend-svg.ts';
import { trendOf } from './trend.ts';

const history = [drawEntry('1', 90), drawEntry('2', 97.5), drawEntry('3', 95)];

test('a picture that stands alone: title, axes with their levels and days, a line and a name for each measure', () => {
  const svg = trendSvg(trendOf(history, { package: null, last: 30 }));
  const [head = '', ...body] = svg.split('\n').filter((line) => !line.startsWith('<style>'));
  equal(
    head,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 420" width="800" height="420" role="img" aria-labelledby="title told">',
  );
  deepEqual(body, [
    '<title id="title">Coverage of the whole repository</title>',
    '<desc id="told">lines 95.00 %, branches 94.00 %, functions 95.00 %</desc>',
    '<rect class="paper" width="800" height="420"/>',
    '<text class="title" x="64" y="28">Coverage of the whole repository</text>',
    '<text x="64" y="48">3 commits, 2026-01-01 to 2026-01-03</text>',
    '<path class="grid" d="M64 340H776"/><text x="56" y="344" text-anchor="end">89 %</text>',
    '<path class="grid" d="M64 279.56H776"/><text x="56" y="283.56" text-anchor="end">91 %</text>',
    '<path class="grid" d="M64 219.11H776"/><text x="56" y="223.11" text-anchor="end">93 %</text>',
    '<path class="grid" d="M64 158.67H776"/><text x="56" y="162.67" text-anchor="end">95 %</text>',
    '<path class="grid" d="M64 98.22H776"/><text x="56" y="102.22" text-anchor="end">97 %</text>',
    '<path class="axis" fill="none" d="M64 68V340H776"/>',
    '<text x="64" y="360" text-anchor="start">2026-01-01<tspan x="64" dy="16">1111111111</tspan></text>',
    '<text x="420" y="360" text-anchor="middle">2026-01-02<tspan x="420" dy="16">2222222222</tspan></text>',
    '<text x="776" y="360" text-anchor="end">2026-01-03<tspan x="776" dy="16">3333333333</tspan></text>',
    '<path class="line lines" d="M64 309.78L420 83.11L776 158.67"/>',
    '<circle class="dot lines" cx="64" cy="309.78" r="3"/>',
    '<circle class="dot lines" cx="420" cy="83.11" r="3"/>',
    '<circle class="dot lines" cx="776" cy="158.67" r="3"/>',
    '<path class="line lines" d="M64 396h28"/><text x="100" y="400">lines 95.00 %</text>',
    '<path class="line branches" d="M64 340L420 113.33L776 188.89"/>',
    '<circle class="dot branches" cx="64" cy="340" r="3"/>',
    '<circle class="dot branches" cx="420" cy="113.33" r="3"/>',
    '<circle class="dot branches" cx="776" cy="188.89" r="3"/>',
    '<path class="line branches" d="M294 396h28"/><text x="330" y="400">branches 94.00 %</text>',
    '<path class="line functions" d="M64 309.78L420 83.11L776 158.67"/>',
    '<circle class="dot functions" cx="64" cy="309.78" r="3"/>',
    '<circle class="dot functions" cx="420" cy="83.11" r="3"/>',
    '<circle class="dot functions" cx="776" cy="158.67" r="3"/>',
    '<path class="line functions" d="M524 396h28"/><text x="560" y="400">functions 95.00 %</text>',
    '</svg>',
    '',
  ]);
  equal(svg.includes('@media(prefers-color-scheme:dark)'), true);
});

test('of many commits the first, the middle and the last are named', () => {
  const many = Array.from({ length: 9 }, (_, index) => drawEntry(String(index + 1), 90));
  const svg = trendSvg(trendOf(many, { package: null, last: 30 }));
  deepEqual(svg.match(/(?<=<tspan[^>]*>)\d(?=\d+<)/g), ['1', '5', '9']);
});

test('one commit is a point in the middle', () => {
  const svg = trendSvg(trendOf(history.slice(0, 1), { package: null, last: 30 }));
  deepEqual(svg.match(/<(?:circle|text x="420").*/g), [
    '<text x="420" y="360" text-anchor="middle">2026-01-01<tspan x="420" dy="16">1111111111</tspan></text>',
    '<circle class="dot lines" cx="420" cy="68" r="3"/>',
    '<circle class="dot branches" cx="420" cy="340" r="3"/>',
    '<circle class="dot functions" cx="420" cy="68" r="3"/>',
  ]);
});

test('whatever a package is called, it stays text; what is too long is cut where it is shown', () => {
  const name = `</text><script>"&'\u0000\ud800${'x'.repeat(60)}`;
  const svg = trendSvg(trendOf([drawEntry('1', 90, { [name]: 80 })], { package: name, last: 30 }));
  const escaped = `Coverage of &#60;/text&#62;&#60;script&#62;&#34;&#38;&#39;\ufffd\ufffd`;
  deepEqual(svg.match(/Coverage of[^<]*/g), [`${escaped}${'x'.repeat(60)}`, `${escaped}${'x'.repeat(37)}…`]);
});
