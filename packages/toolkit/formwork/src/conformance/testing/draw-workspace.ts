import type {
  DeclaredName,
  DeclaredUseCase,
  EffectKind,
  Feature,
  Place,
  TriggerKind,
  TriggerSource,
  UseCaseSource,
  Workspace,
} from '../../workspace/model.ts';
import { effectKinds, triggerKinds } from '../../workspace/model.ts';
import { kebab } from '../../workspace/naming.ts';
import { triggerFile } from '../trigger-file.ts';

/**
 * A workspace as a picture, one use case a line: what the manifest declares, a bar, and what lies in the files.
 * Where there is no bar, the files do what the manifest declares.
 *
 *     orders: placeOrder publishes orders.order-placed.v1, orders.order-held.v1 audits order.placed
 *     orders: rejectOrder consumes payments.payment-failed.v1 | nothing      no effect in the code, no handler
 *     orders: shipOrder draft                                                its code throws NotImplementedError
 *     orders: cancelOrder | throws publishes ?                               an effect whose name cannot be told; a handler that imports no contract
 *     orders: holdOrder | unreadable                                         the file could not be parsed
 *     orders: returnOrder | absent                                           there is no such file
 *     orders: | giftOrder                                                    a file that the manifest does not declare
 *     orders: | consumes auth.user-left.v1                                   a handler without a use case
 *     orders: | consumes ?auth.user-left.v1                                  its handler's file, which could not be parsed
 *     payments unreadable                                                    the feature's manifest could not be read
 *
 * Every place is the line and the column in the picture, indentation left out.
 */
export function drawWorkspace(picture: string): Workspace {
  const lines = picture.split('\n').flatMap((line, index) => {
    const [first, ...words] = wordsOf(line.trim(), index + 1);
    return first === undefined ? [] : [{ feature: first.text.replace(':', ''), words }];
  });
  const features = [...Map.groupBy(lines, ({ feature }) => feature)].map(([name, drawn]) =>
    drawFeature(
      name,
      drawn.map(({ words }) => words),
    ),
  );
  return {
    root: '/repo',
    config: {
      scope: '@repo',
      roots: { features: 'packages/features', contracts: 'packages/contracts', cores: 'packages/core' },
      base: null,
      gates: null,
      composition: null,
    },
    packages: features.map((feature) => feature.package),
    features,
    contracts: [],
    findings: [],
    filesRead: features.flatMap(({ files }) => files).length,
  };
}

type Word = { readonly text: string; readonly at: Place };

function wordsOf(line: string, lineNumber: number): readonly Word[] {
  return [...line.matchAll(/[^\s,]+/g)].map(({ 0: text, index }) => ({ text, at: { line: lineNumber, column: index + 1 } }));
}

function drawFeature(name: string, lines: readonly (readonly Word[])[]): Feature {
  const folder = `packages/features/${name}`;
  const file = `${folder}/src/feature.manifest.ts`;
  const isReadable = lines.every(([first]) => first?.text !== 'unreadable');
  const drawn = isReadable ? lines.map((words) => drawUseCase(folder, words)) : [];
  const useCases = drawn.flatMap(({ source }) => source);
  const triggers = drawn.flatMap((one) => one.triggers);
  return {
    package: { name: `@repo/${name}`, folder, private: true, dependencies: {}, scripts: {} },
    manifest: isReadable
      ? {
          file,
          exportName: `${name}Manifest`,
          name,
          at: { line: 1, column: 1 },
          useCases: drawn.flatMap(({ declared }) => declared),
          coverage: {},
          coverageAt: null,
        }
      : null,
    useCases,
    triggers,
    files: [file, ...useCases.map((source) => source.file), ...triggers.map((trigger) => trigger.file)],
  };
}

function drawUseCase(folder: string, words: readonly Word[]) {
  const bar = words.findIndex(({ text }) => text === '|');
  const manifestSide = sideOf(bar === -1 ? words : words.slice(0, bar));
  const filesSide = bar === -1 ? { ...manifestSide, throws: manifestSide.isDraft } : sideOf(words.slice(bar + 1));
  const name = manifestSide.name ?? filesSide.name;
  return {
    declared: manifestSide.name === null ? [] : [declarationOf(manifestSide.name, manifestSide)],
    source: name === null || filesSide.isAbsent ? [] : [sourceOf(folder, name, filesSide)],
    triggers: triggerKinds.flatMap((kind) => namesOf(kind, filesSide).map(({ name }) => triggerOf(folder, kind, name))),
  };
}

function triggerOf(folder: string, kind: TriggerKind, written: string): TriggerSource {
  const [, unparsed] = /^\?(.+)$/.exec(written) ?? [];
  const file = `${folder}/${triggerFile(kind, unparsed ?? written)}`;
  return { file, kind, isParsed: unparsed === undefined, contract: unparsed === undefined ? known(written) : null };
}

function declarationOf({ text, at }: Word, side: Side): DeclaredUseCase {
  return {
    name: text,
    at,
    status: side.isDraft ? 'draft' : 'live',
    mutates: true,
    triggers: { consumes: namesOf('consumes', side), works: namesOf('works', side), receives: namesOf('receives', side) },
    effects: {
      publishes: namesOf('publishes', side),
      enqueues: namesOf('enqueues', side),
      broadcasts: namesOf('broadcasts', side),
      audits: namesOf('audits', side),
    },
  };
}

function sourceOf(folder: string, { text, at }: Word, side: Side): UseCaseSource {
  const effects = effectKinds.flatMap((kind) => namesOf(kind, side).map(({ name, at: place }) => ({ kind, name: known(name), at: place })));
  return {
    file: `${folder}/src/use-cases/${kebab(text)}.use-case.ts`,
    name: text,
    at,
    code: side.isUnreadable
      ? null
      : { exports: [`${text}UseCase`], effects: side.isDraft ? [] : effects, throwsNotImplemented: side.throws },
  };
}

type Side = {
  readonly name: Word | null;
  readonly isDraft: boolean;
  readonly throws: boolean;
  readonly isUnreadable: boolean;
  readonly isAbsent: boolean;
  /** Each name with the kind that it stands behind. */
  readonly names: readonly (Word & { readonly kind: string })[];
};

const states = ['draft', 'throws', 'unreadable', 'absent', 'nothing'];
const kinds: readonly string[] = [...effectKinds, ...triggerKinds];

/** One side of the bar: first its name, where it has one, then states, then kinds with their names. */
function sideOf(words: readonly Word[]): Side {
  const names: (Word & { readonly kind: string })[] = [];
  let name: Word | null = null;
  let kind: string | null = null;
  for (const word of words.filter(({ text }) => !states.includes(text))) {
    if (kinds.includes(word.text)) kind = word.text;
    else if (kind === null) name = word;
    else names.push({ ...word, kind });
  }
  const has = (state: string): boolean => words.some(({ text }) => text === state);
  return { name, isDraft: has('draft'), throws: has('throws'), isUnreadable: has('unreadable'), isAbsent: has('absent'), names };
}

function namesOf(kind: EffectKind | TriggerKind, { names }: Side): readonly DeclaredName[] {
  return names.filter((name) => name.kind === kind).map(({ text, at }) => ({ name: text, at }));
}

function known(name: string): string | null {
  return name === '?' ? null : name;
}
