import { blocksOf, linesOf, toldBy, type Block } from '../../blocks.ts';
import type { Report, Status } from '../../report.ts';
import { bySeverity, counted } from '../text/index.ts';
import { codeSpan, oneLine, quoted } from './code-span.ts';

const marks: Readonly<Record<Status, { readonly mark: string; readonly verb: string }>> = {
  pass: { mark: '✅', verb: 'passed' },
  fail: { mark: '❌', verb: 'failed' },
  error: { mark: '⚠️', verb: 'could not finish' },
};

/** GitHub takes 65,536 in a comment; the rest is for tables' heads, and for a line that a bot may want to add. */
const mostCharacters = 64_000;
/** More rows than this are folded away. */
const mostRows = 10;
const mostOfText = 400;
const mostLines = 4;

type Row = { readonly report: Report; readonly count: number; readonly text: string };

/**
 * Reports as a comment for a pull request, errors first, under GitHub's 65,536 characters. `gate` is the command that gave them; the first
 * line, `<!-- formwork:<gate> -->`, is not shown, and lets a bot find its own comment again.
 */
export function renderMarkdown(reports: readonly Report[], { gate }: { readonly gate: string }): string {
  const worst = (['error', 'fail'] as const).find((status) => reports.some((report) => report.status === status)) ?? 'pass';
  const head = [`<!-- formwork:${gate} -->`, `### ${marks[worst].mark} ${gate} ${marks[worst].verb}`, '', ...overview(reports)];
  const rows = (['error', 'warning', 'pending'] as const).flatMap((severity) =>
    reports.flatMap((report) => blocksOf(report.findings.filter((one) => one.severity === severity)).map((block) => row(report, block))),
  );
  const shown = fitting(rows, mostCharacters - head.join('\n').length);
  const left = rows.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  const sections = [...Map.groupBy(shown, ({ report }) => report)].flatMap(([report, own]) => [
    ...(reports.length === 1 ? [] : ['', `#### ${report.gate}`]),
    ...section(own),
  ]);
  const rest = `${counted(left, 'findings')} left out: a comment has no room for more. \`--format json\` has them all.`;
  return `${[...head, ...sections, ...(left === 0 ? [] : ['', rest])].join('\n')}\n`;
}

/** A line for each report, and the commit that they were compared with. */
function overview(reports: readonly Report[]): readonly string[] {
  const lines = reports.map(({ gate, status, findings, inspected, note }) => {
    const looked = Object.entries(inspected).map(([what, count]) => counted(count, what));
    const { mark, verb } = marks[status];
    const known = [looked.join(', '), note === null ? '' : quoted(note, mostOfText)].filter((words) => words !== '');
    return tableRow(gate, `${mark} ${verb}`, bySeverity(findings), known.join('<br>'));
  });
  const [base] = reports.flatMap((report) => report.base ?? []);
  return [
    '| gate | status | findings | inspected |',
    '| --- | --- | --- | --- |',
    ...lines,
    ...(base === undefined ? [] : ['', `Compared with ${codeSpan(base.slice(0, 10))}.`]),
  ];
}

function fitting(rows: readonly Row[], room: number): readonly Row[] {
  let used = 0;
  const first = rows.findIndex(({ text }) => (used += text.length + 1) > room);
  return first === -1 ? rows : rows.slice(0, first);
}

function section(rows: readonly Row[]): readonly string[] {
  const findings = rows.reduce((sum, { count }) => sum + count, 0);
  const table = ['| where | what | fix |', '| --- | --- | --- |', ...rows.map(({ text }) => text)];
  const folded = ['<details>', `<summary>${counted(findings, 'findings')}</summary>`, '', ...table, '', '</details>'];
  return ['', ...(rows.length > mostRows ? folded : table)];
}

function row(report: Report, block: Block): Row {
  const { file, severity, code, fix } = block.first;
  const { told, left } = toldBy(block, mostLines);
  const lines = told.map(({ line, message }) => (line === null ? '' : `${line}: `) + quoted(message, mostOfText));
  const rule = `**${severity}** ${codeSpan(oneLine(code, mostOfText))}`;
  const what = [rule, ...lines, ...(left === 0 ? [] : [`… and ${left} more`])].join('<br>');
  const where = file === '.' ? 'the repository' : codeSpan(`${oneLine(file, mostOfText)}:${linesOf(block)}`);
  return { report, count: block.findings.length, text: tableRow(where, what, quoted(fix, mostOfText)) };
}

/** A backslash before a pipe is set apart from it: readers of Markdown disagree on what two backslashes before one mean. */
function tableRow(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('\\|', '\\ |').replaceAll('|', '\\|')).join(' | ')} |`;
}
