import { equal } from 'node:assert/strict';
import test from 'node:test';
import { fakeMachine } from '../report/fake-machine.ts';
import { renderDiff } from './render-diff.ts';

test('a plan as a unified diff', () => {
  const { files } = fakeMachine({ files: { 'a.ts': '1\n2\n3\n4\n5\n' } });
  const edits = [
    { path: 'a.ts', before: 'a'.repeat(64), after: '1\n2\n3\n4\nfive' },
    { path: 'b/c.ts', before: null, after: 'new\n' },
  ];
  equal(
    renderDiff({ schema: 'formwork/plan@1', command: 'gen it', edits, followUps: [] }, files, '/repo'),
    `--- a/a.ts
+++ b/a.ts
@@ -2,4 +2,4 @@
 2
 3
 4
-5
+five
\\ No newline at end of file
--- /dev/null
+++ b/b/c.ts
@@ -0,0 +1,1 @@
+new
`,
  );
});
