import path from 'node:path';

/**
 * A reporter of `node --test` that writes what vitest's JSON reporter writes, as far as it is read here:
 * counts, and each failed test with its file, place and message.
 *
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* jsonReporter(events) {
  const results = new Map();
  const counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || isGroup(data)) continue;
    const status = statusOf(type, data);
    counts[countOf[status]] += 1;
    const file = data.file === undefined ? '.' : path.relative(process.cwd(), data.file);
    const assertions = results.get(file) ?? [];
    results.set(file, assertions);
    assertions.push({
      title: data.name,
      fullName: data.name,
      status,
      location: data.line === undefined ? null : { line: data.line, column: data.column },
      failureMessages: status === 'failed' ? [messageOf(data.details.error)] : [],
    });
  }
  const numTotalTests = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const testResults = [...results].map(([name, assertionResults]) => ({ name, assertionResults }));
  yield `${JSON.stringify({ ...counts, numTotalTests, success: counts.numFailedTests === 0, testResults }, null, 2)}\n`;
}

const countOf = { passed: 'numPassedTests', failed: 'numFailedTests', pending: 'numPendingTests', todo: 'numTodoTests' };

function statusOf(type, data) {
  if (data.skip !== undefined) return 'pending';
  if (data.todo !== undefined) return 'todo';
  return type === 'test:pass' ? 'passed' : 'failed';
}

/** A suite, or a test whose subtests failed: what it holds is counted by itself. */
function isGroup(data) {
  return data.details?.type === 'suite' || data.details?.error?.failureType === 'subtestsFailed';
}

function messageOf(error) {
  const cause = error?.cause;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause ?? error?.message ?? error);
}
