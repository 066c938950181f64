/** lcov-parse has no types of its own; this much of it is asked in tests. */
declare module 'lcov-parse' {
  type Parsed = {
    readonly file: string;
    readonly lines: { readonly details: readonly { readonly line: number; readonly hit: number }[] };
    readonly functions: { readonly details: readonly { readonly name: string; readonly line: number; readonly hit?: number }[] };
    readonly branches: {
      readonly details: readonly { readonly line: number; readonly block: number; readonly branch: number; readonly taken: number }[];
    };
  };
  const lcovParse: { readonly source: (text: string, done: (error: string | null, files?: readonly Parsed[]) => void) => void };
  export default lcovParse;
}
