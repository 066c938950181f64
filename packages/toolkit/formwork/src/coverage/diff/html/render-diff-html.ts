import { createHash } from 'node:crypto';
import type { Finding } from '../../../report/finding.ts';
import { counted } from '../../../report/renderers/text/index.ts';
import type { Report } from '../../../report/report.ts';
import { besides, linesOf } from './besides.ts';
import { drawFile, type DrawnFile, type HtmlFile } from './draw-file.ts';
import { anchorOf, escaped, link } from './escaped.ts';
import { kindsAmong, type Kind } from './kinds.ts';
import { style } from './style.ts';

type Facts = Pick<Report, 'status' | 'base' | 'note' | 'findings'>;

const verbs = { pass: 'passed', fail: 'failed', error: 'could not finish' } as const;

/** What stands in each of these pages, and in no other. */
export const pageMark = '<meta name="generator" content="formwork coverage diff">';

/** How many lines a browser shows without making its reader wait; those that are folded away are not laid out before somebody asks. */
const most = { open: 50_000, folded: 100_000 };

/**
 * One page that needs nothing else, and runs nothing: the changed files with their lines, and what is known of each as a colour, a sign and
 * words. Every line has an anchor, `#<file>-L<line>`. Findings that are no line's are listed first. Files are taken one at a time.
 */
export function renderDiffHtml(files: Iterable<HtmlFile>, { status, base, note, findings }: Facts, room = most): string {
  const { drawn, told } = drawAll(files, findings, room);
  const title = `coverage:diff ${verbs[status]}`;
  const kinds = kindsAmong(drawn.flatMap((file) => [...file.kinds.keys()]));
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
${linesOf(wordsOf(drawn, base, note), 'dim')}
${kinds.length === 0 ? '' : legend(kinds)}
</header>
${besides(
  findings.filter((one) => !told.has(one)),
  drawn,
)}${drawn.length === 0 ? '' : list(drawn, kinds)}
<main>
${drawn.map(({ html }) => html).join('\n')}
</main>
</body>
</html>
`;
}

/** Draws files as long as there is room; `told` are the findings that a line shows. */
function drawAll(files: Iterable<HtmlFile>, findings: readonly Finding[], room: typeof most): { drawn: readonly DrawnFile[]; told: ReadonlySet<Finding> } {
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const told = new Set<Finding>();
  const drawn: DrawnFile[] = [];
  const left = { ...room };
  for (const file of files) {
    const one = drawFile(file, left);
    left.open -= one.open;
    left.folded -= one.folded;
    drawn.push(one);
    for (const found of byFile.get(file.file) ?? []) if (found.code === `coverage/${file.kinds.get(found.line)}`) told.add(found);
  }
  return { drawn, told };
}

/** Nothing is loaded and nothing is run; this style alone is taken. */
function policy(ofStyle: string): string {
  const hash = createHash('sha256').update(ofStyle).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function wordsOf(files: readonly DrawnFile[], base: string | null, note: string | null): string {
  const lines = files.reduce((sum, { changed }) => sum + changed, 0);
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
function list(files: readonly DrawnFile[], kinds: readonly Kind[]): string {
  const heads = ['file', 'changed', ...kinds.map(({ name }) => name)].map((head) => `<th scope="col">${escaped(head)}</th>`);
  const rows = files.map((file) => {
    const counts = kinds.map(({ name }) => {
      const [first, ...others] = file.kinds.get(name) ?? [];
      return first === undefined ? '0' : link(anchorOf(file.file, file.isShown ? first : 0), `${others.length + 1}`);
    });
    const cells = [link(anchorOf(file.file, 0), file.file), `${file.changed}`, ...counts];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<nav class="list" aria-label="Changed files">\n<table>\n<tr>${heads.join('')}</tr>\n${rows.join('\n')}\n</table>\n</nav>`;
}
