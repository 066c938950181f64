/** Ends a door that was opened on a Node too old for it, with words instead of silence: there `import.meta.main` is undefined. */
const [major, minor] = process.versions.node.split('.').map(Number);

if (isTooOld(major, minor)) {
  process.stderr.write(`This needs Node 22.18 or later, and this is ${process.versions.node}.\n`);
  process.exit(2);
}

/**
 * @param {number} majorVersion
 * @param {number} minorVersion
 */
export function isTooOld(majorVersion, minorVersion) {
  return majorVersion < 22 || (majorVersion === 22 && minorVersion < 18);
}
