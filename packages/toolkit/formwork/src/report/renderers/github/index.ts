import { blocksOf, toldBy, type Block } from '../../blocks.ts';
import type { Finding } from '../../finding.ts';
import { findingsOf } from '../../findings-of.ts';
import type { Report } from '../../report.ts';
import { counted } from '../text/index.ts';

const types = [
  { severity: 'error', command: 'error', many: 'errors' },
  { severity: 'warning', command: 'warning', many: 'warnings' },
  { severity: 'pending', command: 'notice', many: 'pending' },
] as const;

/** GitHub keeps so many annotations of a type for each step and drops the rest unsaid; where there are more, the last one counts them. */
const mostOfType = 10;
const mostLines = 10;
const mostFiles = 20;

/**
 * Reports as workflow commands of GitHub Actions, which shows them as annotations in the changed files, errors first. Empty without findings.
 */
export function renderGithub(reports: readonly Report[]): string {
  const findings = reports.flatMap(findingsOf);
  const lines = types.flatMap(({ severity, command, many }) => {
    const blocks = blocksOf(findings.filter((one) => one.severity === severity));
    const fitting = blocks.length > mostOfType ? mostOfType - 1 : mostOfType;
    const left = blocks.slice(fitting).flatMap((block) => block.findings);
    const alone = blocks.slice(0, fitting).map((block) => annotation(command, block));
    if (left.length === 0) return alone;
    return [...alone, `::${command} title=${property(`${counted(left.length, many)} more`)}::${data(byFile(left))}`];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** Words that a runner takes for words: it would obey a line that begins with `::`, or that holds `##[`, wherever it came from. */
export function withoutCommands(words: string): string {
  return words.replace(/^([^\p{L}\p{N}\p{P}\p{S}]*):(?=:)/gmu, '$1: ').replaceAll('##[', '## [');
}

function annotation(command: string, block: Block): string {
  const { file, line, column, code, fix } = block.first;
  const end = block.findings.length === 1 ? `,col=${column}` : `,endLine=${block.endLine}`;
  const place = file === '.' ? '' : `file=${property(file)},line=${line}${end},`;
  const { told, left } = toldBy(block, mostLines);
  const lines = told.map((one) => (one.line === null ? one.message : `${one.line}: ${one.message}`));
  const text = [...lines, ...(left === 0 ? [] : [`… and ${left} more`]), `fix: ${fix}`].join('\n');
  return `::${command} ${place}title=${property(code)}::${data(text)}`;
}

/** How many are where, most first. */
function byFile(findings: readonly Finding[]): string {
  const files = [...Map.groupBy(findings, ({ file }) => file)].sort(([, a], [, b]) => b.length - a.length);
  const named = files.slice(0, mostFiles).map(([file, { length }]) => `${file === '.' ? 'the repository as a whole' : file}: ${length}`);
  const others = files.slice(mostFiles);
  const rest = others.reduce((sum, [, { length }]) => sum + length, 0);
  return [...named, ...(rest === 0 ? [] : [`${others.length} more files: ${rest}`])].join('\n');
}

function data(text: string): string {
  return text
    .replace(/(?![\r\n])[\p{Cc}\p{Bidi_Control}]/gu, '\u{fffd}')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
