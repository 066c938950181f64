import type { Coverage } from '../lcov/merged.ts';
import { recordRenderer } from '../lcov/render-record.ts';

/** Coverage as lcov, in the order in which its files come. */
export function renderLcov(coverage: Coverage): string {
  const { render } = recordRenderer();
  return Buffer.concat(Array.from(coverage, ([file, covered]) => render(file, covered))).toString();
}
