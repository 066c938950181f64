import { z } from 'zod';

const place = z.object({ path: z.string(), line: z.number().default(1), col: z.number().default(0) });
const action = z.object({ description: z.string() });

/** What one finding of any kind may say. Lines are from 1, columns from 0. */
const deadCodeItem = z.object({
  /** `dc1:unused-export:<hash>`. */
  finding_id: z.string(),
  path: z.string().optional(),
  line: z.number().optional(),
  col: z.number().optional(),
  files: z.array(z.string()).default([]),
  imported_from: z.array(place).optional(),
  locations: z.array(place).optional(),
  export_name: z.string().optional(),
  type_name: z.string().optional(),
  parent_name: z.string().optional(),
  member_name: z.string().optional(),
  package_name: z.string().optional(),
  entry_name: z.string().optional(),
  specifier: z.string().optional(),
  introduced: z.boolean().default(true),
  effective_severity: z.string().default('error'),
  actions: z.array(action).default([]),
});

const complexItem = z.object({
  path: z.string(),
  name: z.string(),
  line: z.number(),
  col: z.number(),
  cyclomatic: z.number(),
  cognitive: z.number(),
  introduced: z.boolean().default(true),
  effective_severity: z.string().default('error'),
  actions: z.array(action).default([]),
});

const clone = z.object({ file: z.string(), start_line: z.number(), end_line: z.number() });

const cloneGroup = z.object({
  instances: z.tuple([clone], clone),
  introduced: z.boolean().default(true),
  effective_severity: z.string().default('warn'),
  actions: z.array(action).default([]),
});

/** The JSON of `fallow audit`, as far as it is read here. */
export const auditSchema = z.object({
  verdict: z.string(),
  changed_files_count: z.number(),
  /** Lists of findings by kind, beside sums. */
  dead_code: z.record(z.string(), z.unknown()).default({}),
  complexity: z.object({ findings: z.array(complexItem) }).default({ findings: [] }),
  duplication: z.object({ clone_groups: z.array(cloneGroup) }).default({ clone_groups: [] }),
});

export const errorSchema = z.object({ error: z.literal(true), message: z.string() });

/** The findings of one kind, without those that do not fit; none for what is a sum. */
export function itemsIn(value: unknown): readonly DeadCodeItem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => deadCodeItem.safeParse(item).data ?? []);
}

export type Audit = z.output<typeof auditSchema>;
export type DeadCodeItem = z.output<typeof deadCodeItem>;
