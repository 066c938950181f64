/** Node's code of a system error, `ENOENT`; null where the value carries none. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** What a look at the disk gives, or null where nothing is there: no such name, or a file where a folder would have to be. */
export function absentIsNull<Value>(look: () => Value): Value | null {
  try {
    return look();
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
