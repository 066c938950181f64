import { styleText } from 'node:util';
import { blocksOf, linesOf, toldBy, type Block } from '../../blocks.ts';
import type { Finding } from '../../finding.ts';
import type { Report } from '../../report.ts';

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

const marks = {
  pass: { mark: '✔', verb: 'passed', shade: 'green' },
  fail: { mark: '✖', verb: 'failed', shade: 'red' },
  error: { mark: '✖', verb: 'could not finish', shade: 'red' },
} as const;

const shades = { error: 'red', warning: 'yellow', pending: 'cyan' } as const;

/** The report for people, ending in a newline: each finding with its next step, those of one file aligned, and one line of summary. */
export function renderText(report: Report, how: { readonly color: boolean }): string {
  const paint = painter(how);
  const note = report.note === null ? [] : [`note: ${printable(report.note)}`];
  return `${[...renderFindings(report.findings, how), [...note, summary(report, paint)].join('\n')].join('\n\n')}\n`;
}

/**
 * A block of lines for each finding, without a final newline; those of one file stand together and are aligned. Findings that say the same
 * of consecutive lines are told as one.
 */
export function renderFindings(findings: readonly Finding[], how: { readonly color: boolean }): readonly string[] {
  const files = Map.groupBy(findings, ({ file }) => file);
  return [...files.values()].flatMap((ofFile) => blocksOfFile(ofFile, painter(how)));
}

/** The caller knows whether colours fit; styleText would ask the wrong stream. */
function painter({ color }: { readonly color: boolean }): Paint {
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}

/** A block of two hundred lines is told by its first ones; its place says how far it goes. */
const mostLines = 12;

function blocksOfFile(findings: readonly Finding[], paint: Paint): readonly string[] {
  const placed = blocksOf(findings).map((block) => ({ ...block, place: placeOf(block) }));
  const placeWidth = Math.max(...placed.map(({ place }) => place.length));
  const severityWidth = Math.max(...findings.map(({ severity }) => severity.length));
  return placed.map(({ place, ...block }) => {
    const { severity, code, fix } = block.first;
    const head = [
      ...(placeWidth === 0 ? [] : [paint('bold', place) + ' '.repeat(placeWidth - place.length)]),
      paint(shades[severity], severity) + ' '.repeat(severityWidth - severity.length),
      paint('dim', printable(code)),
    ];
    return [head.join('  '), ...messages(block, paint), indented(fix, `  ${paint('green', 'fix:')} `)].join('\n');
  });
}

/** Empty where the repository as a whole is meant. */
function placeOf(block: Block): string {
  const { file, line, column } = block.first;
  if (file === '.') return '';
  return `${printable(file)}:${block.findings.length === 1 ? `${line}:${column}` : linesOf(block)}`;
}

function messages(block: Block, paint: Paint): readonly string[] {
  const { told, left } = toldBy(block, mostLines);
  const width = `${block.endLine}`.length;
  const lines = told.map(({ line, message }) =>
    line === null ? indented(message, '  ') : indented(message, `  ${paint('dim', `${line}`.padStart(width))}  `, ' '.repeat(width + 4)),
  );
  return left === 0 ? lines : [...lines, `  … and ${left} more`];
}

function indented(text: string, lead: string, rest = '  '): string {
  return lead + printable(text).split('\n').join(`\n${rest}`);
}

/** Names in a repository may hold what a terminal would obey, or what turns text around; it is shown as a replacement character instead. */
export function printable(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '\u{fffd}');
}

function summary({ gate, status, findings, inspected, base, durationMs }: Report, paint: Paint): string {
  const { mark, verb, shade } = marks[status];
  const found = (['error', 'warning', 'pending'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [paint(shades[severity], `${count} ${severity}${count > 1 && severity !== 'pending' ? 's' : ''}`)];
  });
  const looked = Object.entries(inspected).map(([what, count]) => counted(count, what));
  const facts = [found, looked, base === null ? [] : [`base ${base.slice(0, 10)}`], [duration(durationMs)]];
  return [paint(shade, `${mark} ${gate} ${verb}`), ...facts.filter((some) => some.length > 0).map((some) => some.join(', '))].join(' · ');
}

/** `3 use cases` and `1 use case` from `useCases`. */
export function counted(count: number, what: string): string {
  const words = what.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${count} ${count === 1 ? words.replace(/ies$/, 'y').replace(/s$/, '') : words}`;
}

/** `2 errors, 1 pending`; `-` for none. */
export function bySeverity(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'pending'] as const).flatMap((severity) => {
    const count = findings.filter((found) => found.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity === 'pending' ? severity : `${severity}s`)];
  });
  return counts.join(', ') || '-';
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
