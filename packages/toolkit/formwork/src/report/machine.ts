/** What lies at a path, the link itself where it is one. */
export type EntryKind = 'file' | 'directory' | 'link' | 'other';

/** Bytes from one place to before another, counted from 0. */
export type Stretch = { readonly from: number; readonly to: number };

/** The disk. Paths are absolute. Every call but `readIfPresent` and `kind` throws Node's error when it cannot. */
export type Files = {
  readonly read: (path: string) => string;
  /** Null where there is no such file, or a folder on the way is missing. */
  readonly readIfPresent: (path: string) => string | null;
  /**
   * A file's bytes in pieces of at most 1 MiB, for files too large to hold; or those `within` some stretches, which ascend. Each walk over
   * them reads the file anew, and throws as `read` does once it begins. A piece is good until the next one is asked for: its memory is used
   * again.
   */
  readonly chunks: (path: string, within?: readonly Stretch[]) => Iterable<Uint8Array>;
  /** Null where there is nothing. Does not follow a link. */
  readonly kind: (path: string) => EntryKind | null;
  /** Sorted by name. */
  readonly list: (folder: string) => readonly { readonly name: string; readonly kind: EntryKind }[];
  readonly realPath: (path: string) => string;
  /** A file's permission bits, `0o644`; not those of what a link points to. */
  readonly mode: (path: string) => number;
  /** Writes and flushes to the disk, and the folder unless `folderLater`; `exclusive` throws EEXIST where the file is there. */
  readonly write: (path: string, text: string, how?: { readonly exclusive?: boolean; readonly mode?: number; readonly folderLater?: boolean }) => void;
  /** Writes bytes one after the other, for files too large for a text, and flushes them; the folder is left to a rename. */
  readonly writePieces: (path: string, pieces: Iterable<Uint8Array>) => void;
  /** Copies a file's bytes and the time of its last change, in whole milliseconds; flushes nothing, for what is thrown away again. */
  readonly copy: (from: string, to: string) => void;
  /** Renames a file and flushes the folder unless `folderLater`. */
  readonly rename: (from: string, to: string, how?: { readonly folderLater?: boolean }) => void;
  /** Flushes a folder: the names that were made, renamed and removed in it. */
  readonly flushFolder: (folder: string) => void;
  /** Makes the folder and what leads to it. */
  readonly makeFolder: (path: string) => void;
  /** Removes a file or a link. */
  readonly remove: (path: string) => void;
  /** Removes a folder; `withContents` takes everything below it. */
  readonly removeFolder: (path: string, how?: { readonly withContents?: boolean }) => void;
};

export type Finished = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs a program from an argument array; no shell is involved. */
export type RunProcess = (
  argv: readonly [string, ...string[]],
  how: {
    readonly folder: string;
    readonly input?: string;
    /** Added to the machine's own environment; undefined takes a name out. */
    readonly env?: Readonly<Record<string, string | undefined>>;
    /**
     * `inherit-to-stderr` shows the program's output to the user instead of gathering it; `inherit` gives the program this process's own
     * input, stdout and stderr.
     */
    readonly output?: 'gather' | 'inherit-to-stderr' | 'inherit';
  },
) => Promise<Finished>;

/** Everything outside of our own data: handed in, so that tests say what there is. */
export type Machine = {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly run: RunProcess;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly processId: number;
  /** Whether a process of that id runs on this machine. */
  readonly isRunning: (processId: number) => boolean;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly stdout: {
    readonly isTerminal: boolean;
    /** How many characters a line of the terminal holds; undefined where it is none. */
    readonly columns: number | undefined;
    readonly write: (text: string) => void;
  };
  readonly stderr: { readonly isTerminal: boolean; readonly write: (text: string) => void };
  readonly stdin: {
    readonly isTerminal: boolean;
    readonly ask: (question: string) => Promise<string>;
    /** All that is piped in. */
    readonly read: () => Promise<string>;
  };
};
