import picomatch from 'picomatch';
import { pathIn, type Reader } from './reader.ts';

const neverPackages = new Set(['node_modules', 'bower_components']);

/**
 * The folders that the patterns of `pnpm-workspace.yaml` mean, sorted, and always the root itself; those without a `package.json` are no
 * packages.
 * A pattern that starts with `!` takes folders out. Links to folders are not followed.
 */
export function packageFolders(patterns: readonly string[], reader: Reader): readonly string[] {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(normal);
  const excluded = picomatch(patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => normal(pattern.slice(1))));
  const found = new Set(['.', ...wanted.flatMap((pattern) => foldersOf(pattern, reader))]);
  return [...found].filter((folder) => folder === '.' || !excluded(folder)).sort();
}

function normal(pattern: string): string {
  return pattern.replace(/^\.\//, '').replace(/\/+$/, '');
}

/** Segment by segment, so that no folder is looked into that cannot lead to a package; braces around a `/` have no segments. */
function foldersOf(pattern: string, reader: Reader): readonly string[] {
  if (!/\{[^}]*\//.test(pattern)) return expand('.', pattern.split('/'), reader);
  const matches = picomatch(pattern);
  return expand('.', ['**'], reader).filter((folder) => matches(folder));
}

function expand(folder: string, [segment, ...rest]: readonly string[], reader: Reader): readonly string[] {
  if (segment === undefined) return [folder];
  if (segment === '.' || segment === '') return expand(folder, rest, reader);
  const below = foldersIn(folder, reader);
  if (segment === '**') {
    const visible = below.filter((name) => !name.startsWith('.'));
    return [...expand(folder, rest, reader), ...visible.flatMap((name) => expand(pathIn(folder, name), [segment, ...rest], reader))];
  }
  const matches = picomatch(segment);
  return below.filter((name) => matches(name)).flatMap((name) => expand(pathIn(folder, name), rest, reader));
}

function foldersIn(folder: string, reader: Reader): readonly string[] {
  return reader.list(folder).flatMap(({ name, kind }) => (kind === 'directory' && !neverPackages.has(name) ? [name] : []));
}
