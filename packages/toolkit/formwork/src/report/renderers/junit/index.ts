import type { Finding } from '../../finding.ts';
import { findingsOf } from '../../findings-of.ts';
import type { Report } from '../../report.ts';

/**
 * Reports as JUnit XML: a suite for each, and in it a case for each finding, or one that passes where nothing was found. An error is a
 * failure, or an error where the evidence is missing; a warning passes and is told in its output; a draft is skipped.
 */
export function renderJunit(reports: readonly Report[]): string {
  const suites = reports.map((report) => ({ report, findings: findingsOf(report) }));
  const all = suites.map(({ report, findings }) => countsOf(report, findings));
  const total = (key: keyof Counts): number => all.reduce((sum, counts) => sum + counts[key], 0);
  const counts = { tests: total('tests'), failures: total('failures'), errors: total('errors'), skipped: total('skipped') };
  const milliseconds = reports.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'formwork', ...counts, time: seconds(milliseconds) })}>`,
    ...suites.flatMap(({ report, findings }) => suite(report, findings)),
    '</testsuites>\n',
  ].join('\n');
}

type Counts = { readonly tests: number; readonly failures: number; readonly errors: number; readonly skipped: number };

function countsOf({ status }: Report, findings: readonly Finding[]): Counts {
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  const skipped = findings.filter(({ severity }) => severity === 'pending').length;
  const [failures, errors] = status === 'error' ? [0, wrong] : [wrong, 0];
  return { tests: Math.max(1, findings.length), failures, errors, skipped };
}

function suite(report: Report, findings: readonly Finding[]): readonly string[] {
  const { gate, base, inspected, durationMs, note } = report;
  const time = seconds(durationMs);
  const properties = Object.entries({ ...(base === null ? {} : { base }), ...inspected });
  return [
    `  <testsuite${attributes({ name: gate, ...countsOf(report, findings), time })}>`,
    ...(properties.length === 0 ? [] : ['    <properties>', ...properties.map(property), '    </properties>']),
    ...(findings.length === 0 ? [`    <testcase${attributes({ name: gate, classname: gate, time })}/>`] : []),
    ...findings.map((one) => testCase(one, report)),
    ...(note === null ? [] : [`    <system-out>${escaped(note)}</system-out>`]),
    '  </testsuite>',
  ];
}

function property([name, value]: readonly [string, string | number]): string {
  return `      <property${attributes({ name, value })}/>`;
}

function testCase(one: Finding, { gate, status }: Report): string {
  const { code, severity, file, line, column, message, fix } = one;
  const place = file === '.' ? '' : `${file}:${line}:${column} `;
  const head = attributes({
    name: `${place}${code} ${message}`.replace(/\s+/g, ' '),
    classname: gate,
    ...(file === '.' ? {} : { file, line }),
    time: '0.000',
  });
  const told = escaped(`${place}${code}\n${message}\nfix: ${fix}`);
  const how = attributes({ message, type: code });
  const element = status === 'error' ? 'error' : 'failure';
  const body = {
    error: `<${element}${how}>${told}</${element}>`,
    warning: `<system-out>warning: ${told}</system-out>`,
    pending: `<skipped${attributes({ message })}>${told}</skipped>`,
  }[severity];
  return `    <testcase${head}>${body}</testcase>`;
}

function attributes(named: Readonly<Record<string, string | number>>): string {
  return Object.entries(named)
    .map(([name, value]) => ` ${name}="${escaped(`${value}`).replace(/[\t\n]/g, (one) => `&#${one.charCodeAt(0)};`)}"`)
    .join('');
}

/** Text for an element: what XML 1.0 has no place for is shown as a replacement character. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>"'\r]/g, (one) => `&#${one.charCodeAt(0)};`);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
