import type {
  AnyDefinition,
  BucketEvent,
  BucketRef,
  Change,
  DefinitionCatalog,
  DefinitionEvent,
  ElementRef,
  InstanceTree,
  JobEvent,
  ProcessDefinition,
  TreeEvent,
  UserTaskEvent,
  VariableEvent,
} from '@irisflow/core';
import type { ExecutableProcess } from '@irisflow/bpmn';
import type { Statement } from '@irisflow/database';
import { DEFAULT_TENANT, type ProcessDefinitionKey, type ProcessInstanceKey } from '@irisflow/protocol';
import { describeProcess } from './describe-process.ts';
import { createCorrelatedMessageRows } from './rows/correlated-message-rows.ts';
import { createDecisionInstanceRows } from './rows/decision-instance-rows.ts';
import { createDefinitionRows, type DefinitionNoun, type ResourceContent } from './rows/definition-rows.ts';
import { createElementInstanceRows } from './rows/element-instance-rows.ts';
import { createIncidentRows } from './rows/incident-rows.ts';
import { createJobRows } from './rows/job-rows.ts';
import { createMessageStartRows } from './rows/message-start-rows.ts';
import { createProcessInstanceRows } from './rows/process-instance-rows.ts';
import { createRenamedElementRows } from './rows/renamed-element-rows.ts';
import { createSubscriptionRows } from './rows/subscription-rows.ts';
import { createUserTaskRows } from './rows/user-task-rows.ts';
import { createVariableRows } from './rows/variable-rows.ts';

interface Place {
  readonly rootKey: ProcessInstanceKey;
  readonly tenantId: string;
  readonly at: number;
  /** The tree after the batch. */
  readonly tree: InstanceTree | undefined;
}

const createRows = () => ({
  processInstances: createProcessInstanceRows(),
  elementInstances: createElementInstanceRows(),
  variables: createVariableRows(),
  jobs: createJobRows(),
  userTasks: createUserTaskRows(),
  incidents: createIncidentRows(),
  subscriptions: createSubscriptionRows(),
  correlatedMessages: createCorrelatedMessageRows(),
  messageStarts: createMessageStartRows(),
  decisionInstances: createDecisionInstanceRows(),
  definitions: createDefinitionRows(),
  renamedElements: createRenamedElementRows(),
});
type Rows = ReturnType<typeof createRows>;

type Projector<Event> = (rows: Rows, event: Event, place: Place) => void;

/** One projector per kind of event: leaving one out does not compile. */
type Projectors = { readonly [Kind in TreeEvent['kind']]: Projector<TreeEvent & { readonly kind: Kind }> };

const unseen = () => undefined;
const followJob: Projector<JobEvent> = (rows, event, place) =>
  rows.jobs.follow(event, place.tree?.jobs.get(event.kind === 'jobCreated' ? event.job.key : event.key), place);
const followUserTask: Projector<UserTaskEvent> = (rows, event, place) =>
  rows.userTasks.follow(
    event,
    place.tree?.userTasks.get(event.kind === 'userTaskCreated' ? event.task.key : event.key),
    place,
  );
const writeVariable: Projector<VariableEvent> = (rows, event, place) =>
  rows.variables.write(event, place.rootKey, place.tenantId);

const endAs =
  (state: 'COMPLETED' | 'TERMINATED'): Projector<ElementRef> =>
  (rows, event, { at }) => {
    if (event.key === event.processInstanceKey) rows.processInstances.move(event.processInstanceKey, state, at);
    else rows.elementInstances.end(event.key, state, at);
  };

const projectors: Projectors = {
  processInstanceCreated: (rows, { instance, rootKey }, { at }) => rows.processInstances.add(instance, rootKey, at),
  elementActivating: (rows, event, { rootKey, at }) => {
    // The process itself is the row of process_instance.
    if (event.key !== event.processInstanceKey) rows.elementInstances.add(event, rootKey, at);
  },
  elementActivated: unseen,
  elementCompleting: unseen,
  elementTerminating: unseen,
  elementCompleted: endAs('COMPLETED'),
  elementTerminated: endAs('TERMINATED'),
  variableCreated: writeVariable,
  variableUpdated: writeVariable,
  jobCreated: followJob,
  jobActivated: followJob,
  jobCompleted: followJob,
  jobFailed: followJob,
  jobTimedOut: followJob,
  jobYielded: followJob,
  jobRecovered: followJob,
  jobParked: followJob,
  jobRetriesUpdated: followJob,
  jobTimeoutUpdated: followJob,
  jobErrorThrown: followJob,
  jobCanceled: followJob,
  userTaskCreated: followUserTask,
  userTaskPhaseChanged: followUserTask,
  userTaskAssigned: followUserTask,
  userTaskUpdated: followUserTask,
  userTaskCompleted: followUserTask,
  userTaskCanceled: followUserTask,
  subscriptionOpened: (rows, { subscription }, place) => rows.subscriptions.open(subscription, place),
  subscriptionTriggered: (rows, { key, messageKey }, { at, tree }) => {
    if (messageKey !== null) rows.correlatedMessages.add(key, messageKey, at);
    // A subscription that stays open keeps its row.
    if (tree?.subscriptions.has(key) !== true) rows.subscriptions.end(key, 'CORRELATED', at);
  },
  subscriptionClosed: (rows, { key }, { at }) => rows.subscriptions.end(key, 'DELETED', at),
  subscriptionMigrated: (rows, event) => rows.renamedElements.renameSubscription(event.key, event.catchElementId),
  flowTaken: unseen,
  tokenMoved: unseen,
  tokensDropped: unseen,
  triggerStored: unseen,
  triggerConsumed: unseen,
  listenersAdvanced: unseen,
  loopStarted: unseen,
  loopItemStarted: unseen,
  loopItemEnded: unseen,
  loopSatisfied: unseen,
  compensationOpened: unseen,
  compensationTriggered: unseen,
  compensationHandlerStarted: unseen,
  compensationsMigrated: unseen,
  escalationThrown: unseen,
  incidentCreated: (rows, { incident }, place) => rows.incidents.add(incident, place),
  incidentResolved: (rows, { key }, { at }) => rows.incidents.resolve(key, at),
  instanceSuspended: (rows, { key }) => rows.processInstances.move(key, 'SUSPENDED', null),
  instanceResumed: (rows, { key }) => rows.processInstances.move(key, 'ACTIVE', null),
  stepsDeferred: unseen,
  stepsResumed: unseen,
  resultDelivered: unseen,
  decisionEvaluated: (rows, event, place) => rows.decisionInstances.add(event, place),
  instanceMigrated: (rows, event) =>
    rows.processInstances.migrate(event.key, event.definitionKey, event.definitionId, event.version),
  elementMigrated: (rows, event) => {
    rows.elementInstances.migrate(event.key, event.elementId);
    rows.renamedElements.renameElement(event.key, event.elementId);
  },
};

type DefinitionProjector<Event> = (
  rows: Rows,
  event: Event,
  context: { at: number; catalog: DefinitionCatalog; graph: Projection['graph'] },
) => void;
type DefinitionProjectors = {
  readonly [Kind in DefinitionEvent['kind']]: DefinitionProjector<DefinitionEvent & { readonly kind: Kind }>;
};

const addAs =
  (noun: DefinitionNoun): DefinitionProjector<{ readonly definition: AnyDefinition }> =>
  (rows, { definition }, { at }) =>
    rows.definitions.add({ noun, definition, description: null, at });

const addProcess: DefinitionProjector<{ readonly definition: ProcessDefinition }> = (
  rows,
  { definition },
  { at, graph: graphOf },
) => {
  const graph = graphOf(definition.key);
  const description = graph === undefined ? null : describeProcess(graph);
  rows.definitions.add({ noun: 'process', definition, description, at });
};

const definitionProjectors: DefinitionProjectors = {
  deploymentCreated: unseen,
  processDeployed: addProcess,
  requirementsDeployed: addAs('requirements'),
  decisionDeployed: addAs('decision'),
  formDeployed: addAs('form'),
  resourceDeployed: addAs('resource'),
  definitionDeleted: (rows, { key }, { at }) => rows.definitions.remove(key, at),
  startTimerOpened: (rows, { timer }) => rows.definitions.openTimer(timer),
  startTimerTriggered: (rows, { key }, { catalog }) => {
    // The catalog already holds the next firing, if there is one.
    const next = catalog.startTimers.get(key);
    if (next === undefined) rows.definitions.closeTimer(key);
    else rows.definitions.openTimer(next);
  },
  startTimerClosed: (rows, { key }) => rows.definitions.closeTimer(key),
  decisionEvaluatedAlone: (rows, event, { at, catalog }) => {
    const tenantId = catalog.decisions.byKey.get(event.decisionKey)?.tenantId ?? DEFAULT_TENANT;
    rows.decisionInstances.add(event, { rootKey: null, tenantId, at });
  },
};

/** Of what happens where messages and instances meet, only starts are not told by the instance itself. */
const projectBucketEvent = (rows: Rows, event: BucketEvent, place: { ref: BucketRef; at: number }) => {
  if (event.kind === 'messageCorrelated' && event.started !== undefined)
    rows.messageStarts.add(event.key, event.started, place);
};

export interface Projection {
  readonly changes: readonly Change[];
  readonly at: number;
  /** The loaded aggregates after the batch. */
  readonly tree: (rootKey: ProcessInstanceKey) => InstanceTree | undefined;
  readonly definitions: DefinitionCatalog;
  /** The compiled process of a definition. */
  readonly graph: (key: ProcessDefinitionKey) => ExecutableProcess | undefined;
  /** Bytes of the resources that the batch deployed. */
  readonly contents: readonly ResourceContent[];
}

/** The statements that bring the read model up to what the changes of one batch say. */
export const projectChanges = ({
  changes,
  at,
  tree: treeOf,
  definitions,
  graph,
  contents,
}: Projection): Statement[] => {
  const rows = createRows();
  for (const content of contents) rows.definitions.keepContent(content);
  for (const change of changes) {
    if (change.aggregate === 'tree') {
      const tree = treeOf(change.rootKey);
      const place: Place = { rootKey: change.rootKey, tenantId: tree?.tenantId ?? '', at, tree };
      for (const event of change.events) (projectors[event.kind] as Projector<TreeEvent>)(rows, event, place);
    } else if (change.aggregate === 'bucket') {
      for (const event of change.events) projectBucketEvent(rows, event, { ref: change.ref, at });
    } else {
      const context = { at, catalog: definitions, graph };
      for (const event of change.events)
        (definitionProjectors[event.kind] as DefinitionProjector<DefinitionEvent>)(rows, event, context);
    }
  }
  return Object.values(rows).flatMap((table) => table.statements());
};
