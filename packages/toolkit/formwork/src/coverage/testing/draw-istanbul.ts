/**
 * A `coverage-final.json` of sources below a folder: for each the hits of its statements, two of which share the first line, while each of
 * the others has a line of its own.
 */
export function drawIstanbul(folder: string, sources: Readonly<Record<string, readonly number[]>>): string {
  const files = Object.entries(sources).map(([source, hits]) => {
    const path = `${folder}/${source}`;
    const places = hits.map((_, index) => {
      const line = Math.max(1, index);
      return { start: { line, column: index === 1 ? 10 : 0 }, end: { line, column: null } };
    });
    const statements = { statementMap: { ...places }, s: { ...hits } };
    return [path, { path, ...statements, fnMap: {}, f: {}, branchMap: {}, b: {} }];
  });
  return JSON.stringify(Object.fromEntries(files));
}
