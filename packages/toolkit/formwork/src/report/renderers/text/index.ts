import { stripVTControlCharacters, styleText } from 'node:util';
import type { Finding } from '../../finding.ts';
import type { Report } from '../../report.ts';

/** The report for people, ending in a newline: every finding, then one line of summary. */
export function renderText(report: Report, { color }: { readonly color: boolean }): string {
  const text = `${[...report.findings.map(block), summary(report)].join('\n\n')}\n`;
  return color ? text : stripVTControlCharacters(text);
}

function block({ file, line, column, severity, code, message, fix }: Finding): string {
  const shade = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'blue';
  return [`${styleText('bold', `${file}:${line}:${column}`)}  ${styleText(shade, severity)}  ${code}`, `  ${message}`, `  fix: ${fix}`].join('\n');
}

function summary({ gate, status, inspected, base, durationMs, note }: Report): string {
  const looked = Object.entries(inspected).map(([what, count]) => `${count} ${what}`);
  const facts = [...looked, ...(base === null ? [] : [`base ${base.slice(0, 10)}`]), `${durationMs} ms`, ...(note === null ? [] : [note])];
  return `${styleText(status === 'pass' ? 'green' : 'red', `${gate} ${status}`)}  ${facts.join(' · ')}`;
}
