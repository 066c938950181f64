import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { memoryComposition } from './testing/index.ts';
import { bindMail } from './type-tests/readme.ts';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

test('the feature of the README is the one that is compiled and run here', () => {
  expect(read('../README.md')).toContain(read('type-tests/readme.ts').replace(`'../index.ts'`, `'@formwork/feature'`));
});

test('it does what the README says of it', async () => {
  const { context, recorded, deliver, redeliver } = memoryComposition({ attempts: 3 });
  const outbox = new Map<string, string>();
  const mail = bindMail(context, outbox);
  await mail.start();
  await context.events.publish({ name: 'auth.user-signed-up.v1', payload: { userId: '1', name: 'Ann' } });
  await deliver();
  redeliver('event-1');
  await deliver();
  expect([...outbox]).toEqual([['1', 'Welcome, Ann']]);
  expect(recorded.published.map(({ name }) => name)).toEqual(['auth.user-signed-up.v1', 'mail.author-greeted.v1', 'mail.author-greeted.v1']);
  await expect(mail.controllers.greetAuthor({ userId: '2', name: 'Ben' })).resolves.toBe('Welcome, Ben');
});
