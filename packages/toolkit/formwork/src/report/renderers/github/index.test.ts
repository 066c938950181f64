import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../finding.ts';
import { report, type Report } from '../../report.ts';
import { renderGithub, withoutCommands } from './index.ts';

type Facts = Parameters<typeof finding>[0];

const wrong: Facts = { code: 'a/wrong', file: 'src/a.ts', line: 3, column: 7, message: 'Wrong.', fix: 'Right it.' };
const said = (gate: string, ...findings: readonly Facts[]): Report =>
  report({ gate, inspected: {}, durationMs: 0, findings: findings.map(finding) });

test('a finding is an annotation at its place, errors first, whichever gate they are of', () => {
  equal(
    renderGithub([
      said('lint', { ...wrong, severity: 'pending', code: 'a/draft' }, { ...wrong, severity: 'warning', code: 'a/odd' }),
      said('test', wrong, { ...wrong, file: '.', message: 'All is wrong.' }),
    ]),
    `::error title=a/wrong::All is wrong.%0Afix: Right it.
::error file=src/a.ts,line=3,col=7,title=a/wrong::Wrong.%0Afix: Right it.
::warning file=src/a.ts,line=3,col=7,title=a/odd::Wrong.%0Afix: Right it.
::notice file=src/a.ts,line=3,col=7,title=a/draft::Wrong.%0Afix: Right it.
`,
  );
});

test('nothing found is nothing printed; what could not finish is an error all the same', () => {
  const stopped = report({ gate: 'lint', inspected: {}, durationMs: 0, findings: [], evidenceMissing: true });
  deepEqual(
    [renderGithub([said('lint')]), renderGithub([stopped])],
    ['', '::error title=report/no-evidence::lint could not finish.%0Afix: Read what it printed, mend that, and run it again.\n'],
  );
});

test('what stands in the repository ends no command and no property', () => {
  equal(
    renderGithub([said('lint', { ...wrong, file: 'a,b:c%2C\n.ts', message: '100%\r\n::error::owned\u001b[2J\u202e', fix: 'A, b: c.' })]),
    '::error file=a%2Cb%3Ac%252C%0A.ts,line=3,col=7,title=a/wrong::100%25%0D%0A::error::owned\ufffd[2J\ufffd%0Afix: A, b: c.\n',
  );
});

test('neighbouring lines are one annotation', () => {
  const lines = (...messages: readonly string[]) => messages.map((message, index) => ({ ...wrong, line: index + 3, message }));
  equal(
    renderGithub([said('lint', ...lines('One.', 'Two.'))]),
    '::error file=src/a.ts,line=3,endLine=4,title=a/wrong::3: One.%0A4: Two.%0Afix: Right it.\n',
  );
  equal(
    renderGithub([said('lint', ...lines('Same.', 'Same.'))]),
    '::error file=src/a.ts,line=3,endLine=4,title=a/wrong::Same.%0Afix: Right it.\n',
  );
  const long = renderGithub([said('lint', ...lines(...Array.from({ length: 30 }, (_, index) => `${index}`)))]);
  equal(long.split('::')[2]?.split('%0A').slice(-3).join(' '), '11: 8 … and 21 more fix: Right it.\n');
});

test('past ten of a type, the tenth annotation says how many more there are, and where', () => {
  const many = (file: string, count: number, facts: Partial<Facts> = {}) =>
    Array.from({ length: count }, (_, index) => ({ ...wrong, file, line: index * 2 + 1, ...facts }));
  const shown = (...findings: readonly Facts[]) =>
    renderGithub([said('lint', ...findings)])
      .trimEnd()
      .split('\n')
      .slice(9);
  deepEqual(shown(...many('a.ts', 9)), []);
  deepEqual(shown(...many('a.ts', 9), ...many('b.ts', 2), ...many('c.ts', 3)), ['::error title=5 errors more::c.ts: 3%0Ab.ts: 2']);
  deepEqual(shown(...many('a.ts', 10)), ['::error file=a.ts,line=19,col=7,title=a/wrong::Wrong.%0Afix: Right it.']);
  deepEqual(shown(...many('a.ts', 11, { severity: 'warning' })), ['::warning title=2 warnings more::a.ts: 2']);
  deepEqual(shown(...many('.', 11, {}).map((one, index) => ({ ...one, message: `${index}` }))), [
    '::error title=2 errors more::the repository as a whole: 2',
  ]);
  const files = Array.from({ length: 23 }, (_, index) => many(`f${String(index).padStart(2, '0')}.ts`, 2));
  const [last] = shown(...many('a.ts', 9), ...files.flat());
  deepEqual(last?.split('%0A').slice(-2), ['f19.ts: 2', '3 more files: 6']);
});

test('words hold no command for the runner', () => {
  deepEqual(
    ['::add-mask::x', '  ::error::x', '\u200b\u00a0::error::x', 'a::b', 'x\n\t::stop-commands::y', 'a ##[error]b'].map(withoutCommands),
    [': :add-mask::x', '  : :error::x', '\u200b\u00a0: :error::x', 'a::b', 'x\n\t: :stop-commands::y', 'a ## [error]b'],
  );
});
