import { createHash } from 'node:crypto';
import { counted } from '../../../report/renderers/text/index.ts';
import type { Report } from '../../../report/report.ts';
import { besides, linesOf } from './besides.ts';
import { anchorOf, escaped } from './escaped.ts';
import { kindsAmong, type Kind } from './kinds.ts';
import { stretchesOf, type Stretch } from './stretches.ts';
import { style } from './style.ts';

/** A changed file: lines are counted from 1, as git counts them. */
export type HtmlFile = {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly changed: ReadonlySet<number>;
  /** What is known of a line, `covered`, `uncovered` and so on; lines without code have no kind. */
  readonly kinds: ReadonlyMap<number, string>;
};

type Facts = Pick<Report, 'status' | 'base' | 'note' | 'findings'>;

const verbs = { pass: 'passed', fail: 'failed', error: 'could not finish' } as const;

/** What stands in each of these pages, and in no other. */
export const pageMark = '<meta name="generator" content="formwork coverage diff">';

/**
 * One page that needs nothing else, and runs nothing: the changed files with their lines, and what is known of each as a colour, a sign and
 * words. Every line has an anchor, `#<file>-L<line>`. Findings that are no line's are listed first.
 */
export function renderDiffHtml(files: readonly HtmlFile[], facts: Facts): string {
  const title = `coverage:diff ${verbs[facts.status]}`;
  const kinds = kindsAmong(files.flatMap(({ kinds: ofFile }) => [...ofFile.values()]));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${pageMark}
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${linesOf(wordsOf(files, facts), 'dim')}
${kinds.length === 0 ? '' : legend(kinds)}
</header>
${besides(facts.findings, files)}${files.length === 0 ? '' : list(files, kinds)}
<main>
${files.map((file) => section(file, kinds)).join('\n')}
</main>
</body>
</html>
`;
}

/** Nothing is loaded and nothing is run; this style alone is taken. */
function policy(ofStyle: string): string {
  const hash = createHash('sha256').update(ofStyle).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function wordsOf(files: readonly HtmlFile[], { base, note }: Facts): string {
  const lines = files.reduce((sum, { changed }) => sum + changed.size, 0);
  const looked = `${counted(lines, 'changedLines')} in ${counted(files.length, 'files')}`;
  return (base === null ? looked : `${looked} · compared with ${base.slice(0, 10)}`) + (note === null ? '' : `\nnote: ${note}`);
}

function legend(kinds: readonly Kind[]): string {
  const items = kinds.map(
    ({ name, sign: mark, words }) => `<li><span data-kind="${escaped(name)}">${mark}</span>${escaped(`${name}: ${words}`)}</li>`,
  );
  return `<ul class="legend">\n${items.join('\n')}\n</ul>`;
}

/** The files with how many changed lines of each kind; a number leads to the first of them. */
function list(files: readonly HtmlFile[], kinds: readonly Kind[]): string {
  const heads = ['file', 'changed', ...kinds.map(({ name }) => name)].map((head) => `<th scope="col">${escaped(head)}</th>`);
  const rows = files.map(({ file, changed, kinds: ofFile }) => {
    const counts = kinds.map(({ name }) => {
      const lines = [...ofFile].flatMap(([line, kind]) => (kind === name && changed.has(line) ? [line] : []));
      return lines.length === 0 ? '0' : link(anchorOf(file, Math.min(...lines)), `${lines.length}`);
    });
    return `<tr>${[link(anchorOf(file, 0), file), `${changed.size}`, ...counts].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<nav class="list" aria-label="Changed files">\n<table>\n<tr>${heads.join('')}</tr>\n${rows.join('\n')}\n</table>\n</nav>`;
}

function link(anchor: string, words: string): string {
  return `<a href="#${escaped(anchor)}">${escaped(words)}</a>`;
}

function section(file: HtmlFile, kinds: readonly Kind[]): string {
  const lines = file.text.replace(/\n$/, '').split('\n');
  const stretches = stretchesOf(lines.length, file.changed);
  const shown = lines.map((text, index) => lineOf(file, index + 1, text, kinds));
  const anchor = anchorOf(file.file, 0);
  return `<section aria-labelledby="${escaped(anchor)}">
<h2 id="${escaped(anchor)}">${link(anchor, file.file)}</h2>
<div class="file" tabindex="0"><div class="lines">
${stretches.map((stretch) => part(stretch, shown.slice(stretch.first - 1, stretch.last).join('\n'))).join('\n')}
</div></div>
</section>`;
}

function part({ first, last, folded }: Stretch, lines: string): string {
  return folded ? `<details><summary>lines ${first} to ${last}, unchanged</summary>\n${lines}\n</details>` : lines;
}

function lineOf(file: HtmlFile, line: number, text: string, kinds: readonly Kind[]): string {
  const anchor = escaped(anchorOf(file.file, line));
  const kind = kinds.find(({ name }) => name === file.kinds.get(line));
  const changed = file.changed.has(line);
  const dataKind = kind === undefined ? '' : ` data-kind="${escaped(kind.name)}"`;
  return [
    `<div class="line${changed ? ' changed' : ''}"${dataKind} id="${anchor}">`,
    changed || kind !== undefined ? `<a href="#${anchor}">${line}</a>` : `<span>${line}</span>`,
    changed ? '<span title="changed">+</span>' : '<span></span>',
    kind === undefined ? '<span></span>' : sign(kind),
    `<code>${escaped(text.replace(/\r$/, ''))}</code></div>`,
  ].join('');
}

function sign({ name, sign: mark, words }: Kind): string {
  const said = escaped(`${name}: ${words}`);
  return `<span role="img" aria-label="${said}" title="${said}">${mark}</span>`;
}
