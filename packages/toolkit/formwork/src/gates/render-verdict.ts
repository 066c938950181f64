import { styleText } from 'node:util';
import type { Finding } from '../report/finding.ts';
import { bySeverity, counted, printable, renderFindings } from '../report/renderers/text/index.ts';
import type { Report, Status } from '../report/report.ts';
import type { Verdict } from './verdict.ts';

type Paint = (shade: 'green' | 'red' | 'cyan' | 'dim', text: string) => string;

const shades = { pass: 'green', fail: 'red', error: 'red' } as const;

/** The verdict for people, ending in a newline: a table of the gates, every finding, the drafts that are owed, and one plain sentence. */
export function renderVerdict({ status, gates }: Verdict, { color }: { readonly color: boolean }): string {
  const paint: Paint = color ? (shade, text) => styleText(shade, text, { validateStream: false }) : (_shade, text) => text;
  const findings = gates.flatMap((gate) => gate.findings);
  const drafts = findings.filter(({ severity }) => severity === 'pending');
  const parts = [
    table(gates, paint),
    ...renderFindings(
      findings.filter(({ severity }) => severity !== 'pending'),
      { color },
    ),
    ...(drafts.length === 0 ? [] : [[paint('cyan', 'pending'), ...drafts.map(draftLine)].join('\n')]),
    paint(shades[status], sentence(gates, drafts.length)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(gates: readonly Report[], paint: Paint): string {
  const header = ['gate', 'status', 'findings', 'time', 'inspected'];
  const rows = gates.map(({ gate, status, findings, durationMs, inspected, note }) => [
    gate,
    status,
    bySeverity(findings),
    `${(durationMs / 1000).toFixed(1)} s`,
    printable(
      note ??
        Object.entries(inspected)
          .map(([what, count]) => counted(count, what))
          .join(', '),
    ),
  ]);
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => `${row[column]}`.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(Number(widths[column])))
      .join('  ')
      .trimEnd();
  const body = gates.map(({ status }, index) => paint(shades[status], line(rows.slice(index, index + 1).flat())));
  return [paint('dim', line(header)), ...body].join('\n');
}

function draftLine({ file, line, column, message }: Finding): string {
  return `  ${printable(`${file}:${line}:${column}  ${message}`)}`;
}

function sentence(gates: readonly Report[], drafts: number): string {
  const called = (status: Status): string =>
    gates
      .filter((gate) => gate.status === status)
      .map(({ gate }) => gate)
      .join(', ');
  const [failed, errored] = [called('fail'), called('error')];
  if (errored !== '') return `No verdict: the evidence is missing for ${errored}${failed === '' ? '.' : `; ${failed} failed.`}`;
  if (failed !== '') return `Failed: ${failed}.`;
  const owed = drafts === 0 ? '' : `, and ${drafts} ${drafts === 1 ? 'draft is' : 'drafts are'} pending`;
  return `${gates.length === 1 ? 'The gate' : `All ${gates.length} gates`} passed${owed}.`;
}
