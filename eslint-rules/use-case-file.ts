import path from 'node:path';
import type { DeclaredUseCase, Manifest } from 'formwork/workspace/model';
import { camel } from 'formwork/workspace/naming';
import { ownManifest } from './own-package.ts';

/** The files that hold a use case. */
export const useCaseFiles = ['**/src/use-cases/**/*.use-case.ts'];

/** A file of `src/use-cases`, and what its manifest says of it. */
export type UseCaseFile = {
  /** The package's folder, absolute. */
  readonly folder: string;
  /** The feature's manifest. */
  readonly manifest: Manifest;
  /** `placeOrder` from `place-order.use-case.ts`. */
  readonly name: string;
  /** Null where the manifest does not declare it. */
  readonly useCase: DeclaredUseCase | null;
};

/** What a file of `src/use-cases` is; null for another file, and where the manifest could not be read. */
export function useCaseFile(file: string): UseCaseFile | null {
  const [, folder, base] = /^(.*)\/src\/use-cases\/(?:.+\/)?([^/]+)\.use-case\.ts$/.exec(file.replaceAll(path.sep, '/')) ?? [];
  const manifest = folder === undefined ? null : ownManifest(folder);
  if (folder === undefined || base === undefined || manifest === null) return null;
  const name = camel(base);
  return { folder, manifest, name, useCase: manifest.useCases.find((useCase) => useCase.name === name) ?? null };
}
