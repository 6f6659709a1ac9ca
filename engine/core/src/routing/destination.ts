import type { DecisionRequirementsKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import type { Command } from '../command/command.ts';
import type { BucketRef } from '../state/bucket.ts';
import {
  shelfId,
  startTriggerId,
  type DefinitionCatalog,
  type ProcessDefinition,
} from '../state/definition-catalog.ts';
import type { EntityNoun } from '../state/engine-state.ts';
import { conditionalStarters, findDecision, findLatest, findProcess } from './find-definition.ts';

/**
 * What must be loaded before a command is decided.
 * Whenever a tree is loaded, the graphs of all its `instances` must be loaded with it.
 */
export interface Destination {
  /** The tree that holds this entity; a key that nobody knows is left to `decide`, which rejects it. */
  readonly entity: { readonly noun: EntityNoun; readonly key: string } | null;
  readonly rootKey: ProcessInstanceKey | null;
  readonly buckets: readonly BucketRef[];
  readonly definitionKeys: readonly ProcessDefinitionKey[];
  readonly requirementsKeys: readonly DecisionRequirementsKey[];
}

const nowhere: Destination = { entity: null, rootKey: null, buckets: [], definitionKeys: [], requirementsKeys: [] };

const toEntity = (noun: EntityNoun, key: string): Destination => ({ ...nowhere, entity: { noun, key } });
const toRoot = (rootKey: ProcessInstanceKey): Destination => ({ ...nowhere, rootKey });
const toBucket = (...buckets: BucketRef[]): Destination => ({ ...nowhere, buckets });

/** Where a command of each kind goes. */
type Destinations = {
  readonly [Kind in Command['kind']]: (
    command: Extract<Command, { kind: Kind }>,
    catalog: DefinitionCatalog,
  ) => Destination;
};

type MessageAddress = { readonly tenantId: string; readonly name: string; readonly correlationKey: string };

/** The bucket of the message, and the start locks of the processes it may start. */
const toMessage = ({ tenantId, name, correlationKey }: MessageAddress, catalog: DefinitionCatalog): Destination => {
  const starters = catalog.startTriggers.get(startTriggerId('message', tenantId, name))?.values() ?? [];
  const locks =
    correlationKey === '' ? [] : Array.from(starters, ({ id }) => startLockRef(tenantId, id, correlationKey));
  return toBucket({ kind: 'message', tenantId, name, correlationKey }, ...locks);
};

/** The bucket that holds the lock of instances that a message with this key started. */
export const startLockRef = (tenantId: string, definitionId: string, correlationKey: string): BucketRef => ({
  kind: 'start',
  tenantId,
  name: definitionId,
  correlationKey,
});

/** The buckets of the messages that the latest version starts on, with the correlation key of a start lock. */
export const startMessageRefs = (
  { tenantId, name: definitionId, correlationKey }: BucketRef,
  catalog: DefinitionCatalog,
): readonly BucketRef[] => {
  const triggers = findLatest(catalog.processes, tenantId, definitionId)?.startTriggers ?? [];
  return triggers.flatMap(({ kind, name }) => (kind === 'message' ? [{ kind, tenantId, name, correlationKey }] : []));
};

/** The bucket that holds the lock of the active root instance with this business id. */
export const businessLockRef = ({ tenantId, id }: ProcessDefinition, businessId: string): BucketRef => ({
  kind: 'business',
  tenantId,
  name: id,
  correlationKey: businessId,
});

const toJob = ({ jobKey }: { readonly jobKey: string }): Destination => toEntity('job', jobKey);
const toUserTask = ({ userTaskKey }: { readonly userTaskKey: string }): Destination =>
  toEntity('userTask', userTaskKey);
const toInstance = ({ processInstanceKey }: { readonly processInstanceKey: string }): Destination =>
  toEntity('elementInstance', processInstanceKey);
const toSignal = ({ tenantId, name }: { readonly tenantId: string; readonly name: string }): Destination =>
  toBucket({ kind: 'signal', tenantId, name, correlationKey: '' });
const toItsBucket = ({ bucket }: { readonly bucket: BucketRef }): Destination => toBucket(bucket);

const destinations: Destinations = {
  deploy: () => nowhere,
  deleteResource: ({ resourceKey }, catalog) => {
    const process = catalog.processes.byKey.get(resourceKey as ProcessDefinitionKey);
    const versions = process === undefined ? [] : catalog.processes.versions.get(shelfId(process.tenantId, process.id));
    return { ...nowhere, definitionKeys: (versions ?? []).slice(-2).map(({ key }) => key) };
  },
  createInstance: ({ tenantId, process, businessId }, catalog) => {
    const definition = findProcess(catalog, tenantId, process);
    if (definition === undefined) return nowhere;
    const buckets = businessId === null ? [] : [businessLockRef(definition, businessId)];
    return { ...nowhere, definitionKeys: [definition.key], buckets };
  },
  cancelInstance: toInstance,
  suspendInstance: toInstance,
  resumeInstance: toInstance,
  publishMessage: toMessage,
  correlateMessage: toMessage,
  broadcastSignal: toSignal,
  activateJob: toJob,
  completeJob: toJob,
  failJob: toJob,
  throwError: toJob,
  updateJobRetries: toJob,
  updateJobTimeout: toJob,
  yieldJob: toJob,
  timeOutJob: toJob,
  recoverJob: toJob,
  raiseJobIncident: toJob,
  resolveIncident: ({ incidentKey }) => toEntity('incident', incidentKey),
  setVariables: ({ scopeKey }) => toEntity('elementInstance', scopeKey),
  evaluateDecision: ({ tenantId, decision }, catalog) => {
    const definition = findDecision(catalog, tenantId, decision);
    return definition === undefined ? nowhere : { ...nowhere, requirementsKeys: [definition.requirementsKey] };
  },
  evaluateConditional: ({ tenantId, definitionKey }, catalog) => ({
    ...nowhere,
    definitionKeys: conditionalStarters(catalog, tenantId, definitionKey).map(({ key }) => key),
  }),
  activateAdHocActivities: ({ adHocSubProcessInstanceKey }) => toEntity('elementInstance', adHocSubProcessInstanceKey),
  modifyInstance: toInstance,
  migrateInstance: (command) => ({ ...toInstance(command), definitionKeys: [command.targetDefinitionKey] }),
  assignUserTask: toUserTask,
  updateUserTask: toUserTask,
  completeUserTask: toUserTask,
  triggerTimer: ({ timerKey }) => toEntity('subscription', timerKey),
  triggerStartTimer: ({ timerKey }, catalog) => {
    const timer = catalog.startTimers.get(timerKey);
    return timer === undefined ? nowhere : { ...nowhere, definitionKeys: [timer.definitionKey] };
  },
  expireMessage: ({ tenantId, name, correlationKey }) => toBucket({ kind: 'message', tenantId, name, correlationKey }),
  reportFailure: ({ rootKey }) => toRoot(rootKey),
  continueInstance: ({ rootKey, definitionKeys, requirementsKeys }) => ({
    ...toRoot(rootKey),
    definitionKeys,
    requirementsKeys,
  }),
  addWaiter: toItsBucket,
  removeWaiter: toItsBucket,
  triggerSubscription: ({ rootKey }) => toRoot(rootKey),
  undoCorrelation: toItsBucket,
  startInstance: ({ definitionKey }) => ({ ...nowhere, definitionKeys: [definitionKey] }),
  releaseStartLock: ({ bucket }, catalog) => toBucket(bucket, ...startMessageRefs(bucket, catalog)),
  throwSignal: toSignal,
};

/** Says what must be loaded before `decide` can handle the command. */
export const destinationOf = (command: Command, catalog: DefinitionCatalog): Destination => {
  const find = destinations[command.kind] as (command: Command, catalog: DefinitionCatalog) => Destination;
  return find(command, catalog);
};
