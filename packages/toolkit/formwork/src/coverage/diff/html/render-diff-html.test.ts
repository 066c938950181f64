import { deepEqual, equal, match } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { finding } from '../../../report/finding.ts';
import type { HtmlFile } from './draw-file.ts';
import { renderDiffHtml } from './render-diff-html.ts';

const facts = { status: 'fail', base: null, note: null, findings: [] } as const;
const draw = (file: string, text: string, kinds: Readonly<Record<number, string>>, changed = Object.keys(kinds).map(Number)): HtmlFile => ({
  file,
  text,
  changed: new Set(changed),
  kinds: new Map(Object.entries(kinds).map(([line, kind]) => [Number(line), kind])),
});
const page = (...files: readonly HtmlFile[]): string => renderDiffHtml(files, facts);
const body = (html: string): string => html.replace(/^[^]*<body>\n/, '');

/** Every tag with the names of its attributes, each once; null where a `<` or a `&` is none of ours. */
function tagsOf(html: string): ReadonlySet<string> | null {
  const text = html.replace('<!doctype html>', '').replace(/<style>[^<]*<\/style>/, '');
  const tag = /<(\/?[a-z]+\d?(?: [a-z-]+="[^"<>]*")*)>/g;
  const rest = text.replace(tag, '').replace(/&#\d+;/g, '');
  if (/[<>&"']/.test(rest)) return null;
  return new Set([...text.matchAll(tag)].map(([, name = '']) => name.replace(/="[^"]*"/g, '')));
}

test('a changed line has its number, its signs and its words; a long stretch that nobody changed is folded away', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line${index + 1}();`).join('\n');
  const html = body(page(draw('src/a.ts', `${lines}\n`, { 9: 'uncovered', 10: 'covered' }, [9, 10, 11])));
  const plain = (line: number): string =>
    `<div class="line" id="src/a.ts-L${line}"><span>${line}</span><span></span><span></span><code>line${line}();</code></div>\n`;
  const from = (first: number, last: number): string =>
    Array.from({ length: last - first + 1 }, (_, index) => plain(first + index)).join('');
  const words = (kind: string, said: string): string => `<span role="img" aria-label="${kind}: ${said}" title="${kind}: ${said}">`;
  equal(
    html,
    `<header>
<h1>coverage:diff failed</h1>
<p class="dim">3 changed lines in 1 file</p>
<ul class="legend">
<li><span data-kind="uncovered">✗</span>uncovered: no test runs it</li>
<li><span data-kind="covered">✓</span>covered: a test runs it</li>
</ul>
</header>
<nav class="list" aria-label="Changed files">
<table>
<tr><th scope="col">file</th><th scope="col">changed</th><th scope="col">uncovered</th><th scope="col">covered</th></tr>
<tr><td><a href="#src/a.ts-L0">src/a.ts</a></td><td>3</td><td><a href="#src/a.ts-L9">1</a></td><td><a href="#src/a.ts-L10">1</a></td></tr>
</table>
</nav>
<main>
<section aria-labelledby="src/a.ts-L0">
<h2 id="src/a.ts-L0"><a href="#src/a.ts-L0">src/a.ts</a></h2>
<div class="file" tabindex="0"><div class="lines">
<details><summary>lines 1 to 5, unchanged</summary>
${from(1, 5)}</details>
${from(6, 8)}<div class="line changed" data-kind="uncovered" id="src/a.ts-L9"><a href="#src/a.ts-L9">9</a><span title="changed">+</span>${words('uncovered', 'no test runs it')}✗</span><code>line9();</code></div>
<div class="line changed" data-kind="covered" id="src/a.ts-L10"><a href="#src/a.ts-L10">10</a><span title="changed">+</span>${words('covered', 'a test runs it')}✓</span><code>line10();</code></div>
<div class="line changed" id="src/a.ts-L11"><a href="#src/a.ts-L11">11</a><span title="changed">+</span><span></span><code>line11();</code></div>
${from(12, 14)}<details><summary>lines 15 to 20, unchanged</summary>
${from(15, 20)}</details>
</div></div>
</section>
</main>
</body>
</html>
`,
  );
});

test('nothing changed is a page, too', () => {
  const html = renderDiffHtml([], { status: 'pass', base: '0123456789abcdef', note: 'no source has changed\nx is &', findings: [] });
  equal(
    body(html),
    `<header>
<h1>coverage:diff passed</h1>
<p class="dim">0 changed lines in 0 files · compared with 0123456789</p>
<p class="dim">note: no source has changed</p>
<p class="dim">x is &#38;</p>

</header>

<main>

</main>
</body>
</html>
`,
  );
});

test('the page may load and run nothing but its own style, which is light and dark', () => {
  const html = page();
  const [, style = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  deepEqual(/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1], policy);
  deepEqual([/url\(|@import/.test(style), style.includes('prefers-color-scheme: dark')], [false, true]);
});

test('what nobody changed is folded away and not counted, covered or not; an unknown kind has its name', () => {
  const html = page(draw('a.ts', 'a\n'.repeat(20), { 1: 'uncovered', 9: 'stale', 15: 'covered', 16: 'odd <kind>' }, [9]));
  match(html, /<tr><td>.*<\/td><td>1<\/td><td>0<\/td><td><a href="#a\.ts-L9">1<\/a><\/td><td>0<\/td><td>0<\/td><\/tr>/);
  match(
    html,
    /<summary>lines 1 to 5, unchanged<\/summary>\n<div class="line" data-kind="uncovered" id="a\.ts-L1"><a href="#a\.ts-L1">1<\/a><span><\/span><span role="img" aria-label="uncovered: /,
  );
  match(html, /<span data-kind="odd &#60;kind&#62;">•<\/span>odd &#60;kind&#62;: odd &#60;kind&#62;<\/li>\n<\/ul>/);
  deepEqual(html.match(/<summary>.*<\/summary>/g), ['<summary>lines 1 to 5, unchanged</summary>', '<summary>lines 13 to 20, unchanged</summary>']);
});

test('a finding that no line tells is told first, with what to do', () => {
  const said = { message: 'All is\n<odd>.', fix: 'Right it.' };
  const findings = [
    finding({ code: 'coverage/no-report', file: '.', ...said }),
    finding({ code: 'coverage/uncovered', file: 'a.ts', line: 2, ...said }),
    finding({ code: 'coverage/ignore-without-reason', file: 'a.ts', line: 1, ...said }),
    finding({ code: 'coverage/lost', severity: 'warning', file: 'b.ts', line: 7, ...said }),
  ];
  const html = renderDiffHtml([draw('a.ts', 'a\nb\n', { 2: 'uncovered' }, [1, 2])], { ...facts, findings });
  const told = '<p>All is</p>\n<p>&#60;odd&#62;.</p>\n<p class="dim">fix: Right it.</p></li>';
  equal(
    /<\/header>\n([^]*)<nav/.exec(html)?.[1],
    `<section aria-labelledby="besides">
<h2 id="besides">Besides</h2>
<ul>
<li>error coverage/no-report
${told}
<li>error coverage/ignore-without-reason: <a href="#a.ts-L1">a.ts:1</a>
${told}
<li>warning coverage/lost: b.ts:7
${told}
</ul>
</section>
`,
  );
});

test('lines are those of git: CRLF is one end, a lone CR none, and the last end opens no line', () => {
  const texts = (text: string) => [...page(draw('a.ts', text, {})).matchAll(/<code>([^<]*)<\/code>/g)].map(([, code]) => code);
  deepEqual([texts('a\r\nb'), texts('a\rb\n'), texts('a\u2028b\n\n'), texts('')], [['a', 'b'], ['a\ufffdb'], ['a\ufffdb', ''], ['']]);
});

const ours = [
  ...[
    'html lang',
    'head',
    '/head',
    'meta charset',
    'meta http-equiv content',
    'meta name content',
    'title',
    '/title',
    'body',
    '/body',
    '/html',
  ],
  ...['header', '/header', 'h1', '/h1', 'p class', '/p', 'ul class', '/ul', 'li', '/li', 'span data-kind', 'nav class aria-label', '/nav'],
  ...[
    'table',
    '/table',
    'tr',
    '/tr',
    'th scope',
    '/th',
    'td',
    '/td',
    'a href',
    '/a',
    'main',
    '/main',
    'section aria-labelledby',
    'p',
    'ul',
    '/section',
  ],
  ...[
    'h2 id',
    '/h2',
    'div class tabindex',
    'div class',
    'div class id',
    'div class data-kind id',
    '/div',
    'details',
    '/details',
    'summary',
    '/summary',
  ],
  ...['span', '/span', 'span title', 'span role aria-label title', 'code', '/code'],
];

test('what stands in the repository is text, in every place of the page', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const html = page(
    draw(`${evil}.ts`, `${evil}\n"'><script>alert(1)</script>\n&lt;\u0000\u202e`, { 1: evil, 2: 'uncovered', 3: 'covered' }),
  );
  const tags = tagsOf(html);
  deepEqual(
    [...(tags ?? ['no tag of ours'])].filter((tag) => !ours.includes(tag)),
    [],
  );
  match(html, /<a href="#%3Cimg%20src%3Dx%20onerror%3Dalert\(1\)%3E\.ts-L0">&#60;img src=x onerror=alert\(1\)&#62;\.ts<\/a>/);
  match(html, /<code>&#60;img src=x onerror=alert\(1\)&#62;<\/code>/);
  match(html, /<code>&#34;&#39;&#62;&#60;script&#62;alert\(1\)&#60;\/script&#62;<\/code>/);
  match(html, /<code>&#38;lt;\ufffd\ufffd<\/code>/);
});

test('whatever a file is called and holds, the tags are ours', () => {
  const anything = fc.string({ unit: fc.constantFrom(...'<>&"\'/= \n\t-!`a1%#\ud800\u0000') });
  fc.assert(
    fc.property(anything, anything, anything, anything, (file, text, kind, note) => {
      const findings = ['elsewhere', file].map((one) => finding({ code: 'a/b', file: one, message: text, fix: note }));
      const html = renderDiffHtml([draw(file, text, { 1: kind })], { status: 'error', base: null, note, findings });
      deepEqual(
        [...(tagsOf(html) ?? ['no tag of ours'])].filter((tag) => !ours.includes(tag)),
        [],
      );
    }),
  );
});

test('where there is no room, what is folded away is left out first, and then the lines of a file; the list has them all', () => {
  const file = (name: string): HtmlFile => draw(name, 'a();\n'.repeat(20), { 3: 'uncovered', 4: 'covered' });
  const said = { file: 'c.ts', message: 'No.', fix: 'Do.' };
  const findings = [finding({ code: 'coverage/uncovered', line: 3, ...said }), finding({ code: 'coverage/ignore-without-reason', line: 4, ...said })];
  const html = renderDiffHtml([file('a.ts'), file('b.ts'), file('c.ts')], { ...facts, findings }, { open: 14, folded: 20 });
  const anchors = (name: string): number => html.split(` id="${name}-L`).length - 1;
  deepEqual([anchors('a.ts'), anchors('b.ts'), anchors('c.ts')], [21, 8, 1]);
  deepEqual(html.match(/<(?:summary|p class="fold")>[^<]*|.*no room.*/g), [
    '<summary>lines 8 to 20, unchanged',
    '<p class="fold">lines 8 to 20, unchanged',
    '<p class="dim">So much has changed that this page has no room for its lines.</p>',
  ]);
  match(html, /<a href="#b\.ts-L3">1<\/a><\/td><td><a href="#b\.ts-L4">1</);
  match(html, /<a href="#c\.ts-L0">1<\/a><\/td><td><a href="#c\.ts-L0">1</);
  deepEqual(html.match(/<li>error.*/g), ['<li>error coverage/ignore-without-reason: c.ts:4']);
});

test('a file without lines of a kind that another has counts none', () => {
  const html = page(draw('a.ts', 'a();\n', { 1: 'uncovered' }), draw('b.ts', 'b();\n', { 1: 'covered' }));
  equal(html.match(/<td>0<\/td>/g)?.length, 2);
});
