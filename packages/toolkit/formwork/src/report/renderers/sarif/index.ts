import { finding, type Finding } from '../../finding.ts';
import { exitOf, type Report } from '../../report.ts';
import { renderJson } from '../json/index.ts';

const levels = { error: 'error', warning: 'warning', pending: 'note' } as const;

type About = { readonly version: string; readonly folder?: string };

/** What URIs are relative to; where that lies is the reader's own affair. */
const uriBaseId = 'SRCROOT';

/**
 * Reports as SARIF 2.1.0, a run for each, in a category of its own, or GitHub refuses the file. A finding that has a place is a result; one
 * of the repository as a whole is a notification, as GitHub refuses any file with a result that has no place. `folder` tells what lies
 * below git's toplevel from what lies beside it there, as a category replaces what was told in it before: `web/`, or nothing.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function renderSarif(reports: readonly Report[], about: About): string {
  return renderJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: reports.map((report) => run(report, about)),
  });
}

function run(report: Report, { version, folder = '' }: About): object {
  const { gate, status, base, inspected, durationMs, note } = report;
  const placed = report.findings.filter(({ file }) => file !== '.');
  const unplaced = withoutPlace(report);
  const rules = [...Map.groupBy(placed, ({ code }) => code)];
  const notices = [...new Set(unplaced.map(({ code }) => code))];
  return {
    tool: {
      driver: {
        name: 'formwork',
        semanticVersion: version,
        rules: rules.map(([code, ofCode]) => rule(code, gate, ofCode)),
        notifications: notices.map((id) => ({ id })),
      },
    },
    automationDetails: { id: `formwork/${gate}/${folder}` },
    invocations: [
      {
        executionSuccessful: status !== 'error',
        exitCode: exitOf(status),
        toolExecutionNotifications: unplaced.map((one) => ({
          descriptor: { id: one.code, index: notices.indexOf(one.code) },
          level: levels[one.severity],
          message: messageOf(one),
        })),
      },
    ],
    originalUriBaseIds: { [uriBaseId]: { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results: placed.map((one) =>
      result(
        one,
        rules.findIndex(([code]) => code === one.code),
      ),
    ),
    properties: { base, inspected, durationMs, note },
  };
}

/** The findings of the repository as a whole; where the evidence is missing, at least one error. */
function withoutPlace({ gate, status, findings }: Report): readonly Finding[] {
  const unplaced = findings.filter(({ file }) => file === '.');
  if (status !== 'error' || unplaced.some(({ severity }) => severity === 'error')) return unplaced;
  const stopped = { code: 'report/no-evidence', message: `${gate} could not finish.`, fix: 'Mend what its errors name, and run it again.' };
  return [finding({ ...stopped, file: '.' }), ...unplaced];
}

/** What all findings of a code have in common; GitHub wants both descriptions and the help. */
function rule(id: string, gate: string, findings: readonly Finding[]): object {
  const fixes = [...new Set(findings.map(({ fix }) => fix))];
  const [level] = findings.map(({ severity }) => levels[severity]);
  return {
    id,
    shortDescription: { text: id },
    fullDescription: { text: `${id}, as ${gate} finds it.` },
    help: { text: plainText(fixes.length === 1 ? fixes.join('') : 'Each result says its own next step.') },
    defaultConfiguration: { level },
  };
}

function result(one: Finding, ruleIndex: number): object {
  const { code, severity, file, line, column, fingerprint } = one;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: messageOf(one),
    locations: [
      { physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId }, region: { startLine: line, startColumn: column } } },
    ],
    partialFingerprints: { 'formwork/v1': fingerprint },
  };
}

function messageOf({ message, fix }: Finding): object {
  return { text: plainText(`${message}\n\nfix: ${fix}`) };
}

/** Braces hold places for arguments and are doubled (3.11.5); `[words](target)` would be a link, unless its end is escaped (3.11.6). */
function plainText(text: string): string {
  return text
    .replace(/[{}]/g, '$&$&')
    .replace(/(?<!\\)((?:\\\\)*)\](?=\()/g, '$1\\]')
    .toWellFormed();
}

/** A relative reference, each segment percent-encoded; a name that git gave in another encoding keeps its replacement character. */
function uriOf(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
