import type { ProcessInstanceKey } from '@irisflow/protocol';
import type { EventOf } from '../event/tree-event.ts';
import type { ElementRef, VariableEvent } from '../event/element-event.ts';
import type { TreeEvent } from '../event/tree-event.ts';
import type { ElementInstance, ElementState } from '../state/element-instance.ts';
import type { EngineState } from '../state/engine-state.ts';
import { putInside, takeFromInside } from '../state/inside.ts';
import type { InstanceTree, Suspension } from '../state/instance-tree.ts';
import { createTree } from '../state/create-tree.ts';
import { applyJobEvent } from './apply-job-event.ts';
import { applyLoopEvent } from './apply-loop-event.ts';
import { applyScopeEvent } from './apply-scope-event.ts';
import { putToken, takeToken } from './apply-token.ts';
import { applySubscriptionEvent } from './apply-subscription-event.ts';
import { applyUserTaskEvent } from './apply-user-task-event.ts';

type Applier<Kind extends TreeEvent['kind']> = (tree: InstanceTree, event: EventOf<TreeEvent, Kind>) => void;

/** One applier per kind of event: leaving one out does not compile. */
type Appliers = { readonly [Kind in Exclude<TreeEvent['kind'], 'processInstanceCreated'>]: Applier<Kind> };

const moveTo =
  (next: ElementState) =>
  (tree: InstanceTree, event: ElementRef): void => {
    const element = tree.elements.get(event.key);
    if (element === undefined) return;
    element.state = next;
    element.listenersDone = 0;
  };

const completing = moveTo('completing');

const writeVariable = (tree: InstanceTree, event: VariableEvent): void => {
  const scope = tree.elements.get(event.scopeKey);
  if (scope === undefined) return;
  scope.variables ??= new Map();
  scope.variables.set(event.name, { key: event.key, value: event.value });
  if (tree.suspension !== null) tree.suspension = noteWrite(tree.suspension, event);
};

const leave = (tree: InstanceTree, event: ElementRef): void => {
  tree.elements.delete(event.key);
  takeFromInside(tree.inside, event);
  const scope = event.scopeKey === null ? undefined : tree.elements.get(event.scopeKey);
  if (scope !== undefined) scope.children -= 1;
  if (event.key !== event.processInstanceKey) return;
  tree.instances.delete(event.processInstanceKey);
  if (event.key === tree.rootKey) tree.ended = true;
};

const migrateElement = (tree: InstanceTree, event: Extract<TreeEvent, { kind: 'elementMigrated' }>): void => {
  const element = tree.elements.get(event.key);
  if (element === undefined) return;
  element.element = event.element;
  element.elementId = event.elementId;
  if (event.leaving !== undefined) element.leaving = event.leaving;
  const job = element.jobKey === null ? undefined : tree.jobs.get(element.jobKey);
  if (job !== undefined) job.elementId = event.elementId;
  const task = element.userTaskKey === null ? undefined : tree.userTasks.get(element.userTaskKey);
  if (task !== undefined) task.elementId = event.elementId;
  for (const incident of tree.incidents.values()) {
    if (incident.elementKey === event.key) incident.elementId = event.elementId;
  }
};

const appliers: Appliers = {
  elementActivating: (tree, event) => {
    tree.elements.set(event.key, newElement(event));
    putInside(tree.inside, event);
    const scope = event.scopeKey === null ? undefined : tree.elements.get(event.scopeKey);
    if (scope === undefined) return;
    scope.children += 1;
    for (const flow of event.flows) takeToken(scope, flow);
  },
  elementActivated: moveTo('activated'),
  elementCompleting: (tree, event) => {
    completing(tree, event);
    const element = tree.elements.get(event.key);
    if (element !== undefined) element.leaving = event.flows ?? null;
  },
  elementTerminating: moveTo('terminating'),
  elementCompleted: leave,
  elementTerminated: leave,
  variableCreated: writeVariable,
  variableUpdated: writeVariable,
  jobCreated: applyJobEvent,
  jobActivated: applyJobEvent,
  jobCompleted: applyJobEvent,
  jobFailed: applyJobEvent,
  jobTimedOut: applyJobEvent,
  jobYielded: applyJobEvent,
  jobRecovered: applyJobEvent,
  jobRetriesUpdated: applyJobEvent,
  jobTimeoutUpdated: applyJobEvent,
  jobErrorThrown: applyJobEvent,
  jobParked: applyJobEvent,
  jobCanceled: applyJobEvent,
  userTaskCreated: applyUserTaskEvent,
  userTaskPhaseChanged: applyUserTaskEvent,
  userTaskAssigned: applyUserTaskEvent,
  userTaskUpdated: applyUserTaskEvent,
  userTaskCompleted: applyUserTaskEvent,
  userTaskCanceled: applyUserTaskEvent,
  subscriptionOpened: applySubscriptionEvent,
  subscriptionTriggered: applySubscriptionEvent,
  subscriptionClosed: applySubscriptionEvent,
  subscriptionMigrated: applySubscriptionEvent,
  flowTaken: applyScopeEvent,
  tokenMoved: (tree, { flow, from, to }) => {
    const [source, target] = [tree.elements.get(from), tree.elements.get(to)];
    if (source === undefined || target === undefined) return;
    takeToken(source, flow);
    putToken(target, flow);
  },
  tokensDropped: applyScopeEvent,
  triggerStored: applyScopeEvent,
  triggerConsumed: applyScopeEvent,
  listenersAdvanced: applyScopeEvent,
  loopStarted: applyLoopEvent,
  loopItemStarted: applyLoopEvent,
  loopItemEnded: applyLoopEvent,
  loopSatisfied: applyLoopEvent,
  compensationOpened: applyScopeEvent,
  compensationTriggered: applyScopeEvent,
  compensationHandlerStarted: applyScopeEvent,
  escalationThrown: applyScopeEvent,
  incidentCreated: (tree, event) => {
    tree.incidents.set(event.incident.key, { ...event.incident });
  },
  incidentResolved: (tree, event) => {
    tree.incidents.delete(event.key);
  },
  stepsDeferred: (tree, event) => {
    tree.steps = event.steps;
    tree.rounds = event.rounds ?? 0;
  },
  stepsResumed: (tree) => {
    tree.steps = [];
    tree.rounds = 0;
  },
  instanceSuspended: (tree, { key }) => {
    if (key === tree.rootKey) tree.suspension = { writes: [] };
  },
  instanceResumed: (tree, { key }) => {
    if (key === tree.rootKey) tree.suspension = null;
  },
  resultDelivered: (tree) => {
    tree.awaited = null;
  },
  decisionEvaluated: () => undefined,
  instanceMigrated: (tree, event) => {
    const instance = tree.instances.get(event.key);
    if (instance === undefined) return;
    instance.definitionKey = event.definitionKey;
    instance.definitionId = event.definitionId;
    instance.version = event.version;
  },
  elementMigrated: migrateElement,
  compensationsMigrated: (tree, { key, compensations }) => {
    const element = tree.elements.get(key);
    if (element !== undefined) element.compensations = compensations.length === 0 ? null : compensations;
  },
};

/** Changes a loaded tree as the event says. */
export const changeTree = (tree: InstanceTree, event: Exclude<TreeEvent, { kind: 'processInstanceCreated' }>): void => {
  (appliers[event.kind] as Applier<typeof event.kind>)(tree, event);
};

/** Changes the tree as the event says; the only way a tree ever changes. Creates the tree for a new root instance. */
export const applyTreeEvent = (state: EngineState, rootKey: ProcessInstanceKey, event: TreeEvent): void => {
  if (event.kind === 'processInstanceCreated') {
    createInstance(state, rootKey, event);
    return;
  }
  const tree = state.tree(rootKey);
  if (tree === undefined) {
    throw new RangeError(`Expected to apply '${event.kind}' to tree ${rootKey}, but it is not loaded`);
  }
  changeTree(tree, event);
};

const createInstance = (
  state: EngineState,
  rootKey: ProcessInstanceKey,
  event: Extract<TreeEvent, { kind: 'processInstanceCreated' }>,
): void => {
  const existing = state.tree(rootKey);
  const tree = existing ?? createTree(rootKey, event.instance.tenantId);
  tree.instances.set(event.instance.key, { ...event.instance });
  if (existing !== undefined) return;
  tree.awaited = event.awaited;
  tree.startLock = event.startLock;
  state.addTree(tree);
};

const newElement = (event: ElementRef): ElementInstance => ({
  key: event.key,
  element: event.element,
  elementId: event.elementId,
  type: event.elementType,
  scopeKey: event.scopeKey,
  processInstanceKey: event.processInstanceKey,
  state: 'activating',
  variables: null,
  children: 0,
  tokens: null,
  jobKey: null,
  userTaskKey: null,
  subscriptions: null,
  trigger: null,
  interrupted: false,
  loop: null,
  loopCounter: 0,
  leaving: null,
  listenersDone: 0,
  compensations: null,
  compensatedBy: null,
});

/** The same write twice asks the same conditions once. */
const noteWrite = ({ writes }: Suspension, { kind, name, scopeKey }: VariableEvent): Suspension => {
  const event = kind === 'variableCreated' ? 'create' : 'update';
  const isKnown = writes.some((write) => write.name === name && write.scopeKey === scopeKey && write.event === event);
  return isKnown ? { writes } : { writes: [...writes, { name, scopeKey, event }] };
};
