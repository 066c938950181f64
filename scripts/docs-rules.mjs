/**
 * `node scripts/docs-rules.mjs`, in the root: writes `docs/rules/`, a page for each lint rule and each check of conformance, found by the code of its findings.
 * What a page says comes from the unit and its README; a test keeps the pages up to date.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../eslint-rules/rules.ts';
import { checks } from '../packages/toolkit/formwork/src/conformance/checks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

writePages('docs/rules');

/**
 * Writes every page, and nothing else stays in the folder.
 *
 * @param {string} folder
 */
function writePages(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const [page, text] of [['README.md', index()], ...units().map((unit) => [`${unit.code}.md`, pageOf(unit)])]) {
    mkdirSync(path.dirname(path.join(folder, page)), { recursive: true });
    writeFileSync(path.join(folder, page), text);
  }
}

/** Rules and checks in one form, in the order of their codes. */
function units() {
  const ofRules = Object.entries(rules).map(([id, { meta }]) => ({
    code: `conformance/${id}`,
    severity: 'error',
    command: 'pnpm lint',
    why: meta.docs.why,
    says: Object.values(meta.messages),
    readme: `eslint-rules/${id}/README.md`,
  }));
  const ofChecks = checks.map(({ id, code, severity, why, messages }) => ({
    code,
    severity,
    command: 'pnpm conformance',
    why,
    says: Object.values(messages).map(({ message, fix }) => `${message} ${fix}`),
    readme: `packages/toolkit/formwork/src/conformance/checks/${id}/README.md`,
  }));
  return [...ofRules, ...ofChecks].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function pageOf({ code, severity, command, says, readme }) {
  const [, what, ...sections] = readFileSync(path.join(root, readme), 'utf8').trimEnd().split('\n\n');
  return [
    `<!-- Written by scripts/docs-rules.mjs. Edit ${readme} instead. -->`,
    `# ${code}`,
    what,
    `Severity: ${severity}. Told by \`${command}\`.`,
    ...sections,
    '## What it says',
    `${says.map((line) => `- ${line}`).join('\n')}\n`,
  ].join('\n\n');
}

function index() {
  const rows = units().map(({ code, severity, command, why }) => `| [\`${code}\`](${code}.md) | ${severity} | \`${command}\` | ${why} |`);
  return [
    '<!-- Written by scripts/docs-rules.mjs. -->',
    '# Rules',
    'Every rule that looks at one file, and every check that looks at all features, by the code of its findings. `{{name}}` is filled in.',
    ['| code | severity | told by | why |', '|---|---|---|---|', ...rows, ''].join('\n'),
  ].join('\n\n');
}
