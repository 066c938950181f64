import type { Finding } from '../../../report/finding.ts';
import type { DrawnFile } from './draw-file.ts';
import { anchorOf, escaped } from './escaped.ts';

/** The findings that no line of the page tells: of the repository, of files that have not changed, of a comment or an allowlist. */
export function besides(findings: readonly Finding[], files: readonly DrawnFile[]): string {
  if (findings.length === 0) return '';
  const shown = new Set(files.flatMap(({ file, isShown }) => (isShown ? [file] : [])));
  const items = findings.map((one) => item(one, shown.has(one.file)));
  return `<section aria-labelledby="besides">\n<h2 id="besides">Besides</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>\n`;
}

function item({ severity, code, file, line, message, fix }: Finding, isShown: boolean): string {
  const place = escaped(`${file}:${line}`);
  const where = file === '.' ? '' : `: ${isShown ? `<a href="#${escaped(anchorOf(file, line))}">${place}</a>` : place}`;
  return `<li>${severity} ${escaped(code)}${where}\n${linesOf(message)}\n${linesOf(`fix: ${fix}`, 'dim')}</li>`;
}

/** Words line by line, each a paragraph. */
export function linesOf(words: string, name?: string): string {
  const open = name === undefined ? '<p>' : `<p class="${name}">`;
  return words
    .split('\n')
    .map((line) => `${open}${escaped(line)}</p>`)
    .join('\n');
}
