import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../finding.ts';
import { report, type Report } from '../../report.ts';
import { renderSarif } from './index.ts';

type Facts = Parameters<typeof finding>[0];

const wrong: Facts = { code: 'a/wrong', file: 'src/a.ts', line: 3, column: 7, message: 'Wrong.', fix: 'Right it.' };
const said = (gate: string, findings: readonly Facts[], facts: Partial<Parameters<typeof report>[0]> = {}): Report =>
  report({ gate, inspected: { files: 2 }, durationMs: 5, findings: findings.map(finding), ...facts });

const runsOf = (...reports: readonly Report[]) => JSON.parse(renderSarif(reports, { version: '1.2.3' })).runs;
const messagesOf = (...messages: readonly string[]): readonly string[] =>
  runsOf(
    said(
      'lint',
      messages.map((message, index) => ({ ...wrong, line: index + 1, message })),
    ),
  )[0].results.map(({ message }: { readonly message: { readonly text: string } }) => message.text.replace('\n\nfix: Right it.', ''));

const rule = (id: string, help: string, level: string) => ({
  id,
  shortDescription: { text: id },
  fullDescription: { text: `${id}, as lint finds it.` },
  help: { text: help },
  defaultConfiguration: { level },
});
const at = (uri: string, startLine: number, startColumn: number) => [
  { physicalLocation: { artifactLocation: { uri, uriBaseId: 'SRCROOT' }, region: { startLine, startColumn } } },
];

test('a report is a run: its rules, its results with their places, and that it could be run', () => {
  const findings: readonly Facts[] = [
    wrong,
    { ...wrong, line: 4, column: 1, fix: 'Or leave it out.' },
    { ...wrong, code: 'a/odd', severity: 'warning', file: 'src/b.ts' },
    { ...wrong, code: 'a/draft', severity: 'pending', file: 'src/c.ts' },
    { ...wrong, code: 'a/whole', severity: 'warning', file: '.', message: 'All is odd.' },
  ];
  const [, first, second, odd, draft] = said('lint', findings).findings.map(({ fingerprint }) => fingerprint);
  deepEqual(JSON.parse(renderSarif([said('lint', findings, { base: 'b'.repeat(40), note: 'One was left out.' })], { version: '1.2.3' })), {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'formwork',
            semanticVersion: '1.2.3',
            rules: [
              rule('a/wrong', 'Each result says its own next step.', 'error'),
              rule('a/odd', 'Right it.', 'warning'),
              rule('a/draft', 'Right it.', 'note'),
            ],
            notifications: [{ id: 'a/whole' }],
          },
        },
        automationDetails: { id: 'formwork/lint/' },
        invocations: [
          {
            executionSuccessful: true,
            exitCode: 1,
            toolExecutionNotifications: [
              { descriptor: { id: 'a/whole', index: 0 }, level: 'warning', message: { text: 'All is odd.\n\nfix: Right it.' } },
            ],
          },
        ],
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'a/wrong',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'Wrong.\n\nfix: Right it.' },
            locations: at('src/a.ts', 3, 7),
            partialFingerprints: { 'formwork/v1': first },
          },
          {
            ruleId: 'a/wrong',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'Wrong.\n\nfix: Or leave it out.' },
            locations: at('src/a.ts', 4, 1),
            partialFingerprints: { 'formwork/v1': second },
          },
          {
            ruleId: 'a/odd',
            ruleIndex: 1,
            level: 'warning',
            message: { text: 'Wrong.\n\nfix: Right it.' },
            locations: at('src/b.ts', 3, 7),
            partialFingerprints: { 'formwork/v1': odd },
          },
          {
            ruleId: 'a/draft',
            ruleIndex: 2,
            level: 'note',
            message: { text: 'Wrong.\n\nfix: Right it.' },
            locations: at('src/c.ts', 3, 7),
            partialFingerprints: { 'formwork/v1': draft },
          },
        ],
        properties: { base: 'b'.repeat(40), inspected: { files: 2 }, durationMs: 5, note: 'One was left out.' },
      },
    ],
  });
});

test('missing evidence is a failed execution that says so, and what was found is kept', () => {
  const stopped = (findings: readonly Facts[]) => {
    const [{ invocations, results, tool }] = runsOf(said('lint', findings, { evidenceMissing: true }));
    return [invocations, results.length, tool.driver.notifications];
  };
  const failed = (id: string, text: string) => [
    {
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [{ descriptor: { id, index: 0 }, level: 'error', message: { text } }],
    },
  ];
  const generic = failed('report/no-evidence', 'lint could not finish.\n\nfix: Mend what its errors name, and run it again.');
  deepEqual(stopped([{ ...wrong, file: '.' }]), [failed('a/wrong', 'Wrong.\n\nfix: Right it.'), 0, [{ id: 'a/wrong' }]]);
  deepEqual(stopped([wrong]), [generic, 1, [{ id: 'report/no-evidence' }]]);
  deepEqual(stopped([]), [generic, 0, [{ id: 'report/no-evidence' }]]);
});

test('each gate is a run in a category of its own', () => {
  deepEqual(
    runsOf(said('lint', []), said('coverage:diff', [])).map(
      ({ automationDetails }: { readonly automationDetails: unknown }) => automationDetails,
    ),
    [{ id: 'formwork/lint/' }, { id: 'formwork/coverage:diff/' }],
  );
  const [below] = JSON.parse(renderSarif([said('lint', [])], { version: '1.2.3', folder: 'apps/web/' })).runs;
  deepEqual(below.automationDetails, { id: 'formwork/lint/apps/web/' });
});

test('a URI is percent-encoded, segment by segment', () => {
  const uris = ['a b/ü#?.ts', 'c:/%41\\[x].ts', 'lone\ud800.ts'].map(
    (file) => runsOf(said('lint', [{ ...wrong, file }]))[0].results[0].locations[0].physicalLocation.artifactLocation.uri,
  );
  deepEqual(uris, ['a%20b/%C3%BC%23%3F.ts', 'c%3A/%2541%5C%5Bx%5D.ts', 'lone%EF%BF%BD.ts']);
});

test('a message is plain text: it takes no arguments, and holds no link', () => {
  deepEqual(messagesOf("No test runs 'if (a) {'.", '{0} of {1}', 'a[0](b)', '[x\\](y)', '[x\\\\](y) [z] (w)', 'lone \ud800'), [
    "No test runs 'if (a) {{'.",
    '{{0}} of {{1}}',
    'a[0\\](b)',
    '[x\\](y)',
    '[x\\\\\\](y) [z] (w)',
    'lone \ufffd',
  ]);
});
