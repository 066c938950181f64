import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { finding } from '../../../report/finding.ts';
import { drawWorkspace } from '../../testing/draw-workspace.ts';
import { tell } from '../../testing/tell.ts';
import { orphanConsumer } from './index.ts';

test('a consumer of an event that its owner does not publish', () => {
  const workspace = drawWorkspace(`
    auth: signUp publishes auth.user-signed-up.v2
    blog: greetAuthor consumes auth.user-signed-up.v1
  `);
  deepEqual(orphanConsumer.judge(workspace), [
    finding({
      code: 'closure/orphan-consumer',
      file: 'packages/features/blog/src/feature.manifest.ts',
      line: 3,
      column: 28,
      message: 'blog.greetAuthor consumes auth.user-signed-up.v1, which no feature publishes.',
      fix:
        "Did you mean auth.user-signed-up.v2? Add 'auth.user-signed-up.v1' to publishes of the use case in auth that does it " +
        '(packages/features/auth/src/feature.manifest.ts), or remove it here.',
    }),
  ]);
});

test('a consumer of an event whose owner is not there', () => {
  const workspace = drawWorkspace(`
    blog: greetAuthor consumes auth.user-signed-up.v1
  `);
  deepEqual(orphanConsumer.judge(workspace), [
    finding({
      code: 'closure/orphan-consumer',
      file: 'packages/features/blog/src/feature.manifest.ts',
      line: 2,
      column: 28,
      message: 'blog.greetAuthor consumes auth.user-signed-up.v1, which no feature publishes; there is no feature auth.',
      fix: "Generate the feature (pnpm turbo gen feature auth) and publish 'auth.user-signed-up.v1' there, or remove it here.",
    }),
  ]);
});

test('an event that has a contract was not mistyped', () => {
  const workspace = drawWorkspace(`
    auth: signUp publishes auth.user-signed-up.v2
    blog: greetAuthor consumes auth.user-signed-up.v1
  `);
  const file = 'packages/contracts/auth/src/events/user-signed-up.v1.event.ts';
  const name = 'auth.user-signed-up.v1';
  const at = { line: 1, column: 1 };
  const contract = { file, kind: 'event', owner: 'auth', name, at, writtenName: name, exportName: 'userSignedUpV1' } as const;
  deepEqual(
    orphanConsumer.judge({ ...workspace, contracts: [contract] }).map(({ fix }) => fix),
    [
      "Add 'auth.user-signed-up.v1' to publishes of the use case in auth that does it (packages/features/auth/src/feature.manifest.ts), " +
        'or remove it here.',
    ],
  );
});

for (const [what, picture, told] of [
  [
    'each use case that consumes it is told',
    `
    auth: signUp
    blog: greetAuthor consumes auth.user-signed-up.v1
    mail: sendWelcome draft consumes auth.user-signed-up.v1
    `,
    [
      'blog/src/feature.manifest.ts:3:28 blog.greetAuthor consumes auth.user-signed-up.v1, which no feature publishes.',
      'mail/src/feature.manifest.ts:4:34 mail.sendWelcome consumes auth.user-signed-up.v1, which no feature publishes.',
    ],
  ],
  [
    'what a draft declares counts as published',
    `
    auth: signUp draft publishes auth.user-signed-up.v1
    blog: greetAuthor consumes auth.user-signed-up.v1
    `,
    [],
  ],
  [
    'nothing is concluded where the owner could not be read',
    `
    auth unreadable
    blog: greetAuthor consumes auth.user-signed-up.v1
    `,
    [],
  ],
  [
    'another feature that could not be read hides nothing',
    `
    auth: signUp
    shop unreadable
    blog: greetAuthor consumes auth.user-signed-up.v1
    `,
    ['blog/src/feature.manifest.ts:4:28 blog.greetAuthor consumes auth.user-signed-up.v1, which no feature publishes.'],
  ],
  [
    'two features may hear each other',
    `
    orders: placeOrder publishes orders.order-placed.v1 consumes payments.payment-failed.v1
    payments: takePayment publishes payments.payment-failed.v1 consumes orders.order-placed.v1
    `,
    [],
  ],
] as const) {
  test(what, () => deepEqual(tell(orphanConsumer.judge(drawWorkspace(picture))), told));
}
