const forbidden = new Set(['.git', 'node_modules', '.formwork']);

/**
 * Why a path may not be written, as the end of a sentence; null where it may. Looks at the text alone, not at the disk.
 * A good path is relative to the root, with `/`, normalized, and leads into none of `.git`, `node_modules` and `.formwork`.
 */
export function pathProblem(path: string): string | null {
  if (path === '' || path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is not relative to the root';
  if (/[\\\p{Cc}]/u.test(path) || !path.isWellFormed()) return 'has a character that no path of a plan may have';
  const segments = path.split('/');
  if (segments.includes('..')) return 'leads out of the root';
  if (segments.some((segment) => segment === '' || segment === '.')) return 'is not normalized';
  if (segments.some((segment) => Buffer.byteLength(segment) > 255)) return 'has a name of more than 255 bytes';
  const reserved = segments.find((segment) => forbidden.has(segment.toLowerCase()));
  return reserved === undefined ? null : `leads into ${reserved}, which no edit may touch`;
}

/** The folders that lead to a path, outermost first: `a`, `a/b` for `a/b/c.ts`. */
export function foldersTo(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
