import type { Program } from 'oxc-parser';
import type { FunctionNode } from '../syntax.ts';
import { callSites, exportedFunctions, type Site, type Sites } from './call-sites.ts';
import { evaluator, type Evaluator, type Parameter } from './evaluate.ts';
import { unknown, type Values } from './values.ts';
import { walk, type Walked } from './walk.ts';

/** A module whose expressions can be asked for their values. */
export type Code = Walked &
  Pick<Evaluator, 'evaluate' | 'listed'> & {
    /** The functions that other modules get. */
    readonly exported: ReadonlySet<FunctionNode>;
    /** Finds out what the module's own calls give to its functions; before, parameters are known less well. */
    readonly complete: () => void;
  };

/** How often the calls are gone through again because a function was found that is handed on to another. */
const mostRounds = 4;

const elsewhere: Site = { call: null, given: null };

/** The last one is asked for again at once, by each rule that looks at a file; to keep more would keep their syntax trees alive. */
let remembered: { readonly program: Program; readonly code: Code } | null = null;

/**
 * Reads what a module's names and expressions stand for. Calls are not told apart: a parameter may be whatever any call in the file gives
 * it (0-CFA, Shivers 1988). What comes from outside is unknown, but for imports and for what exported factories are given.
 */
export function readCode(program: Program): Code {
  if (remembered?.program !== program) remembered = { program, code: codeOf(program) };
  return remembered.code;
}

function codeOf(program: Program): Code {
  let exported: ReadonlySet<FunctionNode> = new Set();
  let sites: Sites = new Map();

  const parameter: Parameter = (fn, index, isRest) => {
    if (index === 0 && exported.has(fn)) return [{ is: 'dependencies' }];
    const known = sites.get(fn) ?? [elsewhere];
    return (exported.has(fn) ? [...known, elsewhere] : known).flatMap((site) => given(site, index, isRest));
  };

  const values = evaluator(parameter);
  const walked = walk(program, values);
  exported = exportedFunctions(program, walked, values);
  values.forget();
  let rounds = 0;
  const complete = () => {
    for (let before = -1; rounds < mostRounds && sizeOf(sites) !== before; rounds += 1) {
      before = sizeOf(sites);
      sites = callSites(walked, values);
      if (sites.size > 0) values.forget();
    }
    rounds = mostRounds;
  };
  return { ...walked, evaluate: values.evaluate, listed: values.listed, exported, complete };
}

function given({ call, given: places }: Site, index: number, isRest: boolean): Values {
  if (places === null) return unknown;
  if (isRest) return [{ is: 'list', elements: places.slice(index) }];
  const values = places[index]?.() ?? unknown;
  return call === null ? values : values.map((value) => (value.via === undefined ? { ...value, via: call } : value));
}

function sizeOf(sites: Sites): number {
  return [...sites.values()].reduce((sum, { length }) => sum + length, 0);
}
