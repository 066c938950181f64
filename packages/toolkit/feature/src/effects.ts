import type { GivenPorts } from './bind-context.ts';
import type { ChannelContract, ChannelScope, Contract } from './contracts.ts';
import { FeatureError } from './errors.ts';
import type { EffectKind } from './kinds.ts';
import type { UseCaseDeclaration } from './manifest.ts';
import { portOf } from './port-of.ts';
import { validate } from './validate.ts';

/**
 * What one use case may do, over the ports of a composition: one function for each effect kind of which something is declared.
 * The functions throw FeatureError `effect/undeclared`, `effect/audience` and `payload/invalid`.
 * @param useCase `<feature>.<useCase>`.
 * @throws FeatureError `bind/missing-port` where a declared effect has no port.
 */
export const effectsOf = (useCase: string, declared: Pick<UseCaseDeclaration, EffectKind>, ports: GivenPorts): Readonly<Record<string, unknown>> => {
  const effects: Record<string, unknown> = {};
  const { publishes = [], enqueues = [], broadcasts = [], audits = [] } = declared;

  if (publishes.length > 0) {
    const events = portOf(ports.events, 'events', useCase);
    effects['publish'] = async ({ name, schema }: Contract<'event'>, payload: unknown) => {
      assertDeclared(useCase, publishes, name);
      await events.publish({ name, payload: await checked(useCase, { name, schema }, payload) });
    };
  }
  if (enqueues.length > 0) {
    const jobs = portOf(ports.jobs, 'jobs', useCase);
    effects['enqueue'] = async ({ name, schema }: Contract<'job'>, payload: unknown) => {
      assertDeclared(useCase, enqueues, name);
      await jobs.enqueue({ name, payload: await checked(useCase, { name, schema }, payload) });
    };
  }
  if (broadcasts.length > 0) {
    const realtime = portOf(ports.realtime, 'realtime', useCase);
    effects['broadcast'] = async ({ name, schema, scope }: ChannelContract<string, ChannelScope, unknown>, payload: unknown, audience: string | null = null) => {
      assertDeclared(useCase, broadcasts, name);
      assertAudience(useCase, { name, scope }, audience);
      await realtime.broadcast({ channel: name, scope, audience, payload: await checked(useCase, { name, schema }, payload) });
    };
  }
  if (audits.length > 0) {
    const audit = portOf(ports.audit, 'audit', useCase);
    effects['audit'] = async (action: string, details: Readonly<Record<string, unknown>> = {}) => {
      assertDeclared(useCase, audits, action);
      await audit.append({ action, useCase, at: ports.clock.now(), details });
    };
  }
  return effects;
};

const assertDeclared = (useCase: string, declared: readonly string[], name: string) => {
  if (declared.includes(name)) return;
  throw new FeatureError('effect/undeclared', `${useCase} does not declare ${name}; it declares ${declared.join(', ')}.`);
};

/** A message for one user must never reach all of them because nobody said which. */
const assertAudience = (useCase: string, { name, scope }: { readonly name: string; readonly scope: ChannelScope }, audience: string | null) => {
  const addressed = scope === 'role' || scope === 'user';
  if (addressed === (audience !== null)) return;
  const wanted = addressed ? `asks for one ${scope}, and none was given` : 'takes no audience, and one was given';
  throw new FeatureError('effect/audience', `${useCase} broadcasts on ${name}, whose scope "${scope}" ${wanted}.`);
};

/** What goes over the wire is what the schema takes in: whoever hears it takes it through the same schema. */
const checked = async (useCase: string, { name, schema }: Pick<Contract, 'name' | 'schema'>, payload: unknown) => {
  await validate(schema, payload, { code: 'payload/invalid', what: `${useCase} gave ${name} a payload that its schema refuses` });
  return payload;
};
