import { z } from 'zod';
import { bindFeature, connectFeature, defineEvent, defineFeature, eventHandler, type BindContext, type Bound, type Capabilities, type UseCase } from '../index.ts';

export const mailManifest = defineFeature({
  name: 'mail',
  useCases: {
    greetAuthor: {
      status: 'live', mutates: true, consumes: ['auth.user-signed-up.v1'],
      publishes: ['mail.author-greeted.v1'], audits: ['author.greeted'],
    },
  },
});

const userSignedUpV1 = defineEvent({ name: 'auth.user-signed-up.v1', schema: z.object({ userId: z.string(), name: z.string() }) });
const authorGreetedV1 = defineEvent({ name: 'mail.author-greeted.v1', schema: z.object({ userId: z.string() }) });

const greetAuthorInputSchema = z.object({ userId: z.string(), name: z.string().min(1) });
const greetAuthorOutputSchema = z.object({ subject: z.string() });
type IGreetAuthorUseCase = UseCase<'mail.greetAuthor', typeof greetAuthorInputSchema, typeof greetAuthorOutputSchema>;
type GreetAuthorDependencies = Capabilities<typeof mailManifest, 'greetAuthor'> & { readonly outbox: Map<string, string> };

const greetAuthorUseCase = ({ publish, audit, outbox }: GreetAuthorDependencies): IGreetAuthorUseCase => async ({ userId, name }) => {
  outbox.set(userId, `Welcome, ${name}`);
  await publish(authorGreetedV1, { userId });
  await audit('author.greeted', { userId });
  return { subject: `Welcome, ${name}` };
};

const greetAuthorController = (greetAuthor: Bound<IGreetAuthorUseCase>) => async (request: unknown) => (await greetAuthor.fromUnknown(request)).subject;
const onAuthUserSignedUpV1 = (greetAuthor: Bound<IGreetAuthorUseCase>) => eventHandler(userSignedUpV1, greetAuthor, ({ userId, name }) => ({ userId, name }));

export const bindMail = (context: BindContext<typeof mailManifest>, outbox = new Map<string, string>()) => {
  const useCases = bindFeature(mailManifest, context, {
    greetAuthor: { input: greetAuthorInputSchema, output: greetAuthorOutputSchema, create: (capabilities) => greetAuthorUseCase({ ...capabilities, outbox }) },
  });
  return connectFeature(mailManifest, context, useCases, {
    controllers: { greetAuthor: greetAuthorController(useCases.greetAuthor) },
    handlers: [onAuthUserSignedUpV1(useCases.greetAuthor)], workers: [], receivers: [],
  });
};
