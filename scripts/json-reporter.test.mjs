import { deepEqual } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import jsonReporter from './json-reporter.mjs';

const at = { file: path.resolve('half.test.ts'), line: 7, column: 3, details: {} };
const failure = (error) => ({ ...at, name: 'of five', details: { error } });

/** Events as `node --test` sends them, and what is counted of each. */
for (const [what, type, data, counted] of [
  ['a test that passed', 'test:pass', { ...at, name: 'of four' }, { numPassedTests: 1 }],
  ['a test that failed', 'test:fail', failure({ cause: new Error('2.5') }), { numFailedTests: 1 }],
  ['a test that is left out', 'test:pass', { ...at, name: 'later', skip: true }, { numPendingTests: 1 }],
  ['a test to be done', 'test:fail', { ...failure({}), todo: 'soon' }, { numTodoTests: 1 }],
  ['a suite', 'test:pass', { ...at, name: 'half', details: { type: 'suite' } }, {}],
  ['a test whose own tests failed', 'test:fail', failure({ failureType: 'subtestsFailed' }), {}],
  ['what is no test', 'test:diagnostic', { message: 'tests 3' }, {}],
]) {
  test(`${what} counts as ${Object.keys(counted)[0] ?? 'nothing'}`, async () => {
    const { testResults: _results, success: _success, numTotalTests: _total, ...counts } = await reported([{ type, data }]);
    deepEqual(counts, { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, ...counted });
  });
}

for (const [what, error, message] of [
  ['words', { cause: 'just words' }, 'just words'],
  ['an error without a stack', { cause: Object.assign(new Error('2.5'), { stack: undefined }) }, '2.5'],
  ['an error without a cause', { message: 'cancelled' }, 'cancelled'],
  ['no error at all', undefined, 'undefined'],
]) {
  test(`a failure by ${what} is told`, async () => {
    const { testResults } = await reported([{ type: 'test:fail', data: failure(error) }]);
    deepEqual(testResults, [
      {
        name: 'half.test.ts',
        assertionResults: [
          { title: 'of five', fullName: 'of five', status: 'failed', location: { line: 7, column: 3 }, failureMessages: [message] },
        ],
      },
    ]);
  });
}

test('a test without a place is told without one', async () => {
  const { testResults, success } = await reported([{ type: 'test:pass', data: { name: 'somewhere', details: {} } }]);
  deepEqual(
    [success, testResults],
    [true, [{ name: '.', assertionResults: [{ title: 'somewhere', fullName: 'somewhere', status: 'passed', location: null, failureMessages: [] }] }]],
  );
});

async function reported(events) {
  let text = '';
  for await (const chunk of jsonReporter(events)) text += chunk;
  return JSON.parse(text);
}
