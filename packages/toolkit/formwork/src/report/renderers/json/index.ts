/** Any report, plan or verdict as JSON, ending in a newline. */
export function renderJson(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
