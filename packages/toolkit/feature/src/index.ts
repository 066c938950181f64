export type { StandardSchemaV1 } from '@standard-schema/spec';
export { assertConformance, type Conformable } from './assert-conformance.ts';
export type { BindContext } from './bind-context.ts';
export { bindFeature, type Bindings, type BoundUseCases, type Factory, type UseCaseNotBound, type UseCaseNotDeclared } from './bind-feature.ts';
export type { Audience, Audits, Broadcasts, Capabilities, CapabilitiesOf, Enqueues, Publishes } from './capabilities.ts';
export { composeFeatures, type Composition } from './compose-features.ts';
export { connectFeature, type ConnectedFeature, type Connections } from './connect-feature.ts';
export {
  defineChannel,
  defineEvent,
  defineJob,
  type ChannelContract,
  type ChannelScope,
  type Contract,
  type EventContract,
  type JobContract,
} from './contracts.ts';
export { coverageBands, vitestThresholds, type Bands, type Layer } from './coverage-bands.ts';
export { FeatureError, NotImplementedError } from './errors.ts';
export { defineFeature, type Band, type CoverageDeclaration, type FeatureManifest, type UseCaseDeclaration } from './manifest.ts';
export type { PayloadOf } from './payload.ts';
export type {
  AuditEntry,
  AuditPort,
  ChannelMessage,
  Clock,
  CompositionContext,
  EventsPort,
  JobsPort,
  Message,
  RealtimePort,
  Stop,
  TelemetryPort,
} from './ports.ts';
export { channelReceiver, eventHandler, jobWorker, type ChannelReceiver, type EventHandler, type JobWorker, type Trigger } from './triggers.ts';
export type { AnyUseCase, Bound, InputOf, OutputOf, UseCase } from './use-case.ts';
