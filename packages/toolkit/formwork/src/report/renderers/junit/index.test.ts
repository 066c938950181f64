import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { finding } from '../../finding.ts';
import { report } from '../../report.ts';
import { renderJunit } from './index.ts';

type Facts = Parameters<typeof finding>[0];

const wrong: Facts = { code: 'a/wrong', file: 'src/a.ts', line: 3, column: 7, message: 'Wrong.', fix: 'Right it.' };
const said = (gate: string, findings: readonly Facts[], facts: Partial<Parameters<typeof report>[0]> = {}) =>
  report({ gate, inspected: {}, durationMs: 1500, findings: findings.map(finding), ...facts });

test('a gate is a suite, a finding a case in it, and no finding is one case that passes', () => {
  equal(
    renderJunit([
      said('lint', [], { base: 'b'.repeat(40), inspected: { files: 2 }, note: 'One was left out.' }),
      said('conformance', [
        wrong,
        { ...wrong, code: 'a/odd', severity: 'warning', file: '.' },
        { ...wrong, code: 'a/draft', severity: 'pending', file: 'src/c.ts' },
      ]),
      said('test', [wrong], { evidenceMissing: true }),
      said('typecheck', [], { evidenceMissing: true }),
    ]),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="formwork" tests="6" failures="1" errors="2" skipped="1" time="6.000">
  <testsuite name="lint" tests="1" failures="0" errors="0" skipped="0" time="1.500">
    <properties>
      <property name="base" value="bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"/>
      <property name="files" value="2"/>
    </properties>
    <testcase name="lint" classname="lint" time="1.500"/>
    <system-out>One was left out.</system-out>
  </testsuite>
  <testsuite name="conformance" tests="3" failures="1" errors="0" skipped="1" time="1.500">
    <testcase name="a/odd Wrong." classname="conformance" time="0.000"><system-out>warning: a/odd
Wrong.
fix: Right it.</system-out></testcase>
    <testcase name="src/a.ts:3:7 a/wrong Wrong." classname="conformance" file="src/a.ts" line="3" time="0.000"><failure message="Wrong." type="a/wrong">src/a.ts:3:7 a/wrong
Wrong.
fix: Right it.</failure></testcase>
    <testcase name="src/c.ts:3:7 a/draft Wrong." classname="conformance" file="src/c.ts" line="3" time="0.000"><skipped message="Wrong.">src/c.ts:3:7 a/draft
Wrong.
fix: Right it.</skipped></testcase>
  </testsuite>
  <testsuite name="test" tests="1" failures="0" errors="1" skipped="0" time="1.500">
    <testcase name="src/a.ts:3:7 a/wrong Wrong." classname="test" file="src/a.ts" line="3" time="0.000"><error message="Wrong." type="a/wrong">src/a.ts:3:7 a/wrong
Wrong.
fix: Right it.</error></testcase>
  </testsuite>
  <testsuite name="typecheck" tests="1" failures="0" errors="1" skipped="0" time="1.500">
    <testcase name="report/no-evidence typecheck could not finish." classname="typecheck" time="0.000"><error message="typecheck could not finish." type="report/no-evidence">report/no-evidence
typecheck could not finish.
fix: Read what it printed, mend that, and run it again.</error></testcase>
  </testsuite>
</testsuites>
`,
  );
});

test('what stands in the repository is text', () => {
  const message = `<b a="1">&'\r\n\t\u0000\u001b[31m\ud800\uffff]]></failure>`;
  const [, attribute, text] =
    /<failure message="([^"]*)" type="a\/wrong">src\/a\.ts:3:7 a\/wrong\n([^]*)\nfix/.exec(
      renderJunit([said('lint', [{ ...wrong, message }])]),
    ) ?? [];
  const plain = '&#60;b a=&#34;1&#34;&#62;&#38;&#39;&#13;';
  const end = '\ufffd\ufffd[31m\ufffd\ufffd]]&#62;&#60;/failure&#62;';
  deepEqual([attribute, text], [`${plain}&#10;&#9;${end}`, `${plain}\n\t${end}`]);
});

test('whatever is found, the elements are ours and every character has a place in XML', () => {
  const anything = fc.string({ unit: 'binary', minLength: 1 });
  fc.assert(
    fc.property(anything, anything, anything, (file, message, fix) => {
      const xml = renderJunit([said('lint', [{ ...wrong, file, message, fix }])]);
      const tags = [...xml.matchAll(/<([/?]?[\w-]+)(?: [\w-]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*[/?]?>/g)].map(([, name]) => name);
      const names = '?xml testsuites testsuite testcase failure /failure /testcase /testsuite /testsuites';
      deepEqual([tags.join(' '), xml.match(/</g)?.length], [names, tags.length]);
      equal(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(xml), false);
    }),
  );
});
