import { join, type Literal } from './literal.ts';
import { objectAt, type Fault } from './manifest-faults.ts';

const measures = ['statements', 'branches', 'functions', 'lines'];
const layers = ['entities', 'use-cases', 'controllers'];

/** Judges the `coverage` of a manifest. */
export function checkCoverage(coverage: Literal, faults: Fault[]): void {
  const keys = objectAt(coverage, 'coverage', ['baseline', 'layers', 'mutation'], faults);
  const [baseline, ofLayers, mutation] = ['baseline', 'layers', 'mutation'].map((key) => keys.get(key)?.value);
  if (baseline !== undefined) checkBand(baseline, 'coverage.baseline', faults);
  if (ofLayers !== undefined) {
    for (const [layer, { value }] of objectAt(ofLayers, 'coverage.layers', layers, faults)) {
      if (layers.includes(layer)) checkBand(value, `coverage.layers.${layer}`, faults);
    }
  }
  if (mutation !== undefined) checkMutation(mutation, faults);
}

function checkBand(band: Literal, path: string, faults: Fault[]): void {
  for (const [measure, { value }] of objectAt(band, path, measures, faults)) {
    if (measures.includes(measure)) checkPercentage(value, join(path, measure), faults);
  }
}

function checkMutation(mutation: Literal, faults: Fault[]): void {
  const keys = objectAt(mutation, 'coverage.mutation', ['targets', 'score'], faults);
  const [targets, score] = ['targets', 'score'].map((key) => keys.get(key)?.value);
  if (score !== undefined) checkPercentage(score, 'coverage.mutation.score', faults);
  if (targets === undefined || (targets.is === 'list' && targets.items.every(isText))) return;
  faults.push({
    offset: targets.offset,
    message: "'coverage.mutation.targets' is no list of texts.",
    fix: "Write globs of files, like ['src/entities/*.ts'].",
  });
}

function isText(literal: Literal): boolean {
  return literal.is === 'scalar' && typeof literal.value === 'string';
}

function checkPercentage(literal: Literal, path: string, faults: Fault[]): void {
  if (literal.is === 'scalar' && typeof literal.value === 'number' && literal.value <= 100) return;
  faults.push({
    offset: literal.offset,
    message: `'${path}' is no number from 0 to 100.`,
    fix: 'Write the least percentage that has to be met.',
  });
}
