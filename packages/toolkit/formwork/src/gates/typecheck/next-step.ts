/**
 * What to do about an error that the types of `@formwork/feature` are made to give, by how its first line reads. `$1` is the name in it.
 */
const steps: readonly (readonly [RegExp, string])[] = [
  [/^Argument of type '(?:Event|Job|Channel)Contract<"([^"]+)"/, 'Declare $1 for this use case in {{manifest}}, or do without it here.'],
  [/parameter of type 'PayloadOf<(.+?), \{/, 'Give what the contract $1 asks for, no more and no less.'],
  [
    /^Property '\w+' does not exist on type 'CapabilitiesOf<"([^"]+)">/,
    'Declare the effect for $1 in {{manifest}}, or do without it here.',
  ],
  [
    /^Type '(?:EventHandler|JobWorker|ChannelReceiver)<"([^"]+)"/,
    'Declare in {{manifest}} that the use case hears $1, or take its handler out.',
  ],
  [/parameter of type 'UseCaseNotBound<"([^"]+)">/, 'Bind $1 here, or take it out of {{manifest}}.'],
  [/type 'UseCaseNotDeclared<"([^"]+)">/, 'Declare $1 in {{manifest}}, or do not bind it.'],
  [/parameter of type 'Bound<(\w+)>/, 'Hand in the $1 that bindFeature gave back.'],
  [/^Property '\[genuine\]' is missing/, 'Hand in the contract that its package exports, not an object like it.'],
  [/^Cannot find module '(\.[^']*)'/, "Correct the path of the import: there is no '$1' from here."],
  [/^Cannot find module '((?:@[^/']+\/)?[^/']+)/, "Add '$1' to dependencies where it is not there yet, and run pnpm install; or correct the import."],
];

/** The next step for an error of the type checker in a package: by its first line where that is one of ours, else where to see it again. */
export function nextStep(message: string, { name, folder }: { readonly name: string; readonly folder: string }): string {
  const found = steps.find(([reads]) => reads.test(message));
  if (found === undefined) return `Make the code and its type agree; pnpm typecheck --filter ${name} says it again.`;
  const [reads, step] = found;
  const subject = reads.exec(message)?.[1] ?? '';
  return step.replaceAll('$1', subject).replaceAll('{{manifest}}', `${folder}/src/feature.manifest.ts`);
}
