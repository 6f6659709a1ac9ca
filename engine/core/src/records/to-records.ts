import type { IncidentType, ProcessInstanceKey, Record, RecordValue, ValueType } from '@irisflow/protocol';
import type { Change, EngineEvent } from '../event/engine-event.ts';
import type { EventOf } from '../event/tree-event.ts';
import type { BucketRef } from '../state/bucket.ts';
import type { AnyDefinition } from '../state/definition-catalog.ts';
import type { Job, ProcessInstance, UserTask } from '../state/instance-tree.ts';

/** A record before the diary gives it position and time. */
export type RecordDraft = Pick<Record, 'key' | 'valueType' | 'intent' | 'value'>;

/** What an exporter may know about the things an event names only by key. Undefined leaves fields out. */
export interface RecordSource {
  processInstance(key: ProcessInstanceKey): ProcessInstance | undefined;
  job(key: string): Job | undefined;
  userTask(key: string): UserTask | undefined;
  readonly tenantId: string;
}

type Fields = Readonly<globalThis.Record<string, unknown>>;

interface Draft {
  readonly key: string;
  readonly valueType: ValueType;
  readonly intent: string;
  readonly fields: Fields;
}

type Publisher<Kind extends EngineEvent['kind']> = (
  event: EventOf<EngineEvent, Kind>,
  source: RecordSource,
  bucket: BucketRef | null,
) => Draft | null;

/** One publisher per kind of event: leaving one out does not compile. Null: the event is nobody else's business. */
type Publishers = { readonly [Kind in EngineEvent['kind']]: Publisher<Kind> };

const unpublished = (): null => null;

type ElementTransition = Extract<EngineEvent, { readonly elementType: unknown }>;

const element =
  (intent: string) =>
  (event: ElementTransition, source: RecordSource): Draft => {
    const { kind: _kind, element: _element, key, scopeKey, elementType, ...fields } = event;
    const process = source.processInstance(event.processInstanceKey);
    return {
      key,
      valueType: 'PROCESS_INSTANCE',
      intent,
      fields: { ...fields, bpmnElementType: elementType, flowScopeKey: scopeKey, ...processFields(process) },
    };
  };

const processFields = (process: ProcessInstance | undefined): Fields => {
  if (process === undefined) return {};
  return {
    bpmnProcessId: process.definitionId,
    processDefinitionKey: process.definitionKey,
    version: process.version,
    parentProcessInstanceKey: process.parentKey,
    parentElementInstanceKey: process.parentElementKey,
  };
};

type ByKey = { readonly kind: string; readonly key: string };

const restOf = (event: ByKey): Fields => {
  const { kind: _kind, key: _key, ...fields } = event;
  return fields;
};

const job =
  (intent: string) =>
  (event: ByKey, source: RecordSource): Draft => ({
    key: event.key,
    valueType: 'JOB',
    intent,
    fields: { ...source.job(event.key), ...restOf(event) },
  });

const userTask =
  (intent: string) =>
  (event: ByKey, source: RecordSource): Draft => ({
    key: event.key,
    valueType: 'USER_TASK',
    intent,
    fields: { ...taskFields(source.userTask(event.key)), ...restOf(event) },
  });

const taskFields = (task: UserTask | undefined): Fields => {
  if (task === undefined) return {};
  const { attributes, transition: _transition, phase: _phase, ...fields } = task;
  return { ...fields, ...attributes };
};

const plain =
  (valueType: ValueType, intent: string) =>
  (event: ByKey, _source: RecordSource, bucket: BucketRef | null = null): Draft => ({
    key: event.key,
    valueType,
    intent,
    fields: { ...bucketFields(bucket), ...restOf(event) },
  });

const bucketFields = (bucket: BucketRef | null): Fields =>
  bucket === null ? {} : { name: bucket.name, correlationKey: bucket.correlationKey };

const definition =
  (valueType: ValueType) =>
  ({ definition: deployed }: { readonly definition: AnyDefinition }): Draft => ({
    key: deployed.key,
    valueType,
    intent: 'CREATED',
    fields: { ...deployed },
  });

const deletedType = {
  process: 'PROCESS',
  requirements: 'DECISION_REQUIREMENTS',
  decision: 'DECISION',
  form: 'FORM',
  resource: 'RESOURCE',
} as const satisfies globalThis.Record<string, ValueType>;

const subscriptionType = {
  timer: 'TIMER',
  message: 'PROCESS_MESSAGE_SUBSCRIPTION',
  signal: 'SIGNAL_SUBSCRIPTION',
  conditional: 'CONDITIONAL_SUBSCRIPTION',
} as const satisfies globalThis.Record<string, ValueType>;

const publishers: Publishers = {
  processInstanceCreated: ({ instance }) => ({
    key: instance.key,
    valueType: 'PROCESS_INSTANCE_CREATION',
    intent: 'CREATED',
    fields: { processInstanceKey: instance.key, ...processFields(instance), tags: instance.tags },
  }),
  elementActivating: element('ELEMENT_ACTIVATING'),
  elementActivated: element('ELEMENT_ACTIVATED'),
  elementCompleting: element('ELEMENT_COMPLETING'),
  elementCompleted: element('ELEMENT_COMPLETED'),
  elementTerminating: element('ELEMENT_TERMINATING'),
  elementTerminated: element('ELEMENT_TERMINATED'),
  flowTaken: ({ flow: _flow, flowId, scopeKey, processInstanceKey }) => ({
    key: scopeKey,
    valueType: 'PROCESS_INSTANCE',
    intent: 'SEQUENCE_FLOW_TAKEN',
    fields: { elementId: flowId, bpmnElementType: 'SEQUENCE_FLOW', flowScopeKey: scopeKey, processInstanceKey },
  }),
  variableCreated: plain('VARIABLE', 'CREATED'),
  variableUpdated: plain('VARIABLE', 'UPDATED'),
  jobCreated: ({ job: created }) => ({ key: created.key, valueType: 'JOB', intent: 'CREATED', fields: { ...created } }),
  jobActivated: job('ACTIVATED'),
  jobCompleted: job('COMPLETED'),
  jobFailed: job('FAILED'),
  jobTimedOut: job('TIMED_OUT'),
  jobYielded: job('YIELDED'),
  jobRecovered: job('RECURRED_AFTER_BACKOFF'),
  jobParked: job('FAILED'),
  jobRetriesUpdated: job('RETRIES_UPDATED'),
  jobTimeoutUpdated: job('TIMEOUT_UPDATED'),
  jobErrorThrown: job('ERROR_THROWN'),
  jobCanceled: job('CANCELED'),
  userTaskCreated: ({ task }) => ({
    key: task.key,
    valueType: 'USER_TASK',
    intent: 'CREATED',
    fields: taskFields(task),
  }),
  userTaskPhaseChanged: ({ key, phase }) =>
    phase === 'created' ? null : { key, valueType: 'USER_TASK', intent: phase.toUpperCase(), fields: {} },
  userTaskAssigned: userTask('ASSIGNED'),
  userTaskUpdated: userTask('UPDATED'),
  userTaskCompleted: userTask('COMPLETED'),
  userTaskCanceled: userTask('CANCELED'),
  subscriptionOpened: ({ subscription }) => ({
    key: subscription.key,
    valueType: subscriptionType[subscription.kind],
    intent: 'CREATED',
    fields: { ...subscription },
  }),
  subscriptionTriggered: plain('PROCESS_EVENT', 'TRIGGERED'),
  subscriptionClosed: plain('PROCESS_EVENT', 'DELETED'),
  subscriptionMigrated: plain('PROCESS_EVENT', 'MIGRATED'),
  incidentCreated: ({ incident }) => ({
    key: incident.key,
    valueType: 'INCIDENT',
    intent: 'CREATED',
    fields: { ...incident, errorType: incident.type satisfies IncidentType, errorMessage: incident.message },
  }),
  incidentResolved: plain('INCIDENT', 'RESOLVED'),
  escalationThrown: ({ key, code, caught }) => ({
    key,
    valueType: 'ESCALATION',
    intent: caught ? 'ESCALATED' : 'NOT_ESCALATED',
    fields: { escalationCode: code },
  }),
  compensationOpened: ({ subscription }) => ({
    key: subscription.key,
    valueType: 'COMPENSATION_SUBSCRIPTION',
    intent: 'CREATED',
    fields: { ...subscription },
  }),
  compensationTriggered: ({ subscriptionKey }) => ({
    key: subscriptionKey,
    valueType: 'COMPENSATION_SUBSCRIPTION',
    intent: 'TRIGGERED',
    fields: {},
  }),
  instanceSuspended: plain('PROCESS_INSTANCE', 'SUSPENDED'),
  instanceResumed: plain('PROCESS_INSTANCE', 'RESUMED'),
  decisionEvaluated: plain('DECISION_EVALUATION', 'EVALUATED'),
  decisionEvaluatedAlone: plain('DECISION_EVALUATION', 'EVALUATED'),
  instanceMigrated: plain('PROCESS_INSTANCE_MIGRATION', 'MIGRATED'),
  elementMigrated: plain('PROCESS_INSTANCE', 'ELEMENT_MIGRATED'),
  messagePublished: ({ message }, _source, bucket) => ({
    key: message.key,
    valueType: 'MESSAGE',
    intent: 'PUBLISHED',
    fields: { ...bucketFields(bucket), ...message },
  }),
  messageCorrelated: plain('MESSAGE_SUBSCRIPTION', 'CORRELATED'),
  correlationUndone: plain('MESSAGE_SUBSCRIPTION', 'REJECTED'),
  messageExpired: plain('MESSAGE', 'EXPIRED'),
  signalBroadcast: plain('SIGNAL', 'BROADCASTED'),
  deploymentCreated: plain('DEPLOYMENT', 'CREATED'),
  processDeployed: definition('PROCESS'),
  requirementsDeployed: definition('DECISION_REQUIREMENTS'),
  decisionDeployed: definition('DECISION'),
  formDeployed: definition('FORM'),
  resourceDeployed: definition('RESOURCE'),
  definitionDeleted: ({ noun, key }) => ({ key, valueType: deletedType[noun], intent: 'DELETED', fields: {} }),
  startTimerOpened: ({ timer }) => ({ key: timer.key, valueType: 'TIMER', intent: 'CREATED', fields: { ...timer } }),
  startTimerTriggered: plain('TIMER', 'TRIGGERED'),
  startTimerClosed: plain('TIMER', 'CANCELED'),
  waiterAdded: unpublished,
  waiterRemoved: unpublished,
  startLockTaken: unpublished,
  startLockReleased: unpublished,
  tokenMoved: unpublished,
  tokensDropped: unpublished,
  triggerStored: unpublished,
  triggerConsumed: unpublished,
  listenersAdvanced: unpublished,
  loopStarted: unpublished,
  loopItemStarted: unpublished,
  loopItemEnded: unpublished,
  loopSatisfied: unpublished,
  compensationHandlerStarted: unpublished,
  compensationsMigrated: unpublished,
  stepsDeferred: unpublished,
  stepsResumed: unpublished,
  resultDelivered: unpublished,
};

/** What the world may know about a change: the records of its events, in order; null where an event is internal. */
export const toRecords = (change: Change, source: RecordSource): readonly (RecordDraft | null)[] => {
  const bucket = change.aggregate === 'bucket' ? change.ref : null;
  return change.events.map((event) => {
    const publish = publishers[event.kind] as Publisher<EngineEvent['kind']>;
    const draft = publish(event, source, bucket);
    if (draft === null) return null;
    const { key, valueType, intent, fields } = draft;
    return { key, valueType, intent, value: { tenantId: source.tenantId, ...fields } satisfies RecordValue };
  });
};
