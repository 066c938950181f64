import { finding, type Finding } from '../../report/finding.ts';
import { itemsIn, type Audit, type DeadCodeItem } from './audit-schema.ts';

/** Each finding of fallow in our form. What was there before the base is a warning. */
export function auditFindings({ dead_code, complexity, duplication }: Audit): readonly Finding[] {
  return [
    ...Object.values(dead_code).flatMap(itemsIn).map(deadCode),
    ...complexity.findings.map(({ name, cyclomatic, cognitive, path, line, col, ...rest }) =>
      told(rest, {
        kind: 'complexity',
        file: path,
        line,
        column: col + 1,
        message: `${name} takes too many turns to follow: cyclomatic complexity ${cyclomatic}, cognitive complexity ${cognitive}.`,
      }),
    ),
    ...duplication.clone_groups.map(({ instances: [{ file, start_line: line, end_line: end }, ...others], ...rest }) =>
      told(rest, {
        kind: 'code-duplication',
        file,
        line,
        message: `${end - line + 1} lines of ${file} stand in ${others.map((other) => other.file).join(', ')} too.`,
      }),
    ),
  ];
}

function deadCode(item: DeadCodeItem): Finding {
  const kind = item.finding_id.split(':')[1] ?? 'finding';
  const place = item.imported_from?.[0] ?? item.locations?.[0];
  const file = item.path ?? item.files[0] ?? place?.path ?? '.';
  const column = item.col ?? place?.col ?? 0;
  return told(item, { kind, file, line: item.line ?? place?.line ?? 1, column: column + 1, message: sentence(kind, file, item) });
}

function sentence(kind: string, file: string, item: DeadCodeItem): string {
  const name = item.export_name ?? item.package_name ?? item.entry_name ?? item.specifier ?? item.member_name;
  switch (kind) {
    case 'unused-file':
      return `No entry point reaches ${file}.`;
    case 'unused-export':
    case 'unused-type':
      return `${file} exports ${name}, and nothing imports it.`;
    case 'unused-dependency':
    case 'unused-dev-dependency':
      return `${file} lists ${name}, and nothing imports it.`;
    case 'unlisted-dependency':
      return `${file} imports ${name}, which its package.json does not list.`;
    case 'unresolved-import':
      return `${file} imports ${name}, which leads nowhere.`;
    case 'circular-dependency':
      return `${[...item.files, file].join(' → ')} import one another in a circle.`;
    default:
      return [
        kind.replaceAll('-', ' '),
        ...(item.parent_name === undefined ? [] : [`in ${item.parent_name}`]),
        ...(name === undefined ? [] : [name]),
      ].join(': ');
  }
}

function told(
  {
    introduced,
    effective_severity: severity,
    actions,
  }: { introduced: boolean; effective_severity: string; actions: readonly { description: string }[] },
  { kind, ...facts }: { kind: string; file: string; line: number; column?: number; message: string },
): Finding {
  return finding({
    ...facts,
    code: `fallow/${kind}`,
    severity: introduced && severity === 'error' ? 'error' : 'warning',
    fix: `${actions[0]?.description ?? 'See fallow audit'}.`.replace(/\.\.$/, '.'),
  });
}
