import type { ElementInstanceKey, ProcessInstanceKey } from '@irisflow/protocol';
import type { Outcome } from '../command/reply.ts';
import { createProcessElement } from '../execution/create-element.ts';
import type { Desk } from '../execution/desk.ts';
import { CommandRefused } from '../execution/failure.ts';
import { raiseIncident } from '../execution/incident.ts';
import { replyForInstance } from '../execution/reply-for-instance.ts';
import { askConditionsAgain } from '../catching/settle-conditions.ts';
import type { Run } from '../execution/behavior.ts';
import { emit, enqueue } from '../execution/run.ts';
import { terminate } from '../execution/terminate.ts';
import { activateStartElements, checkStartElements } from '../modification/start-instructions.ts';
import type { CreateInstanceCommand } from '../command/command.ts';
import type { BucketRef } from '../state/bucket.ts';
import type { ProcessDefinition } from '../state/definition-catalog.ts';
import { findProcess } from '../state/find-definition.ts';
import type { AwaitedResult, InstanceTree, ProcessInstance } from '../state/instance-tree.ts';
import { splitVariables } from '../variables/split-variables.ts';
import { propagateAll, writeAllLocal } from '../variables/write-variables.ts';
import { done, type Handler } from './handler.ts';
import { activeTree, continueTree, inTree, treeOf } from './in-tree.ts';

const maxBusinessId = 256;

export const createInstance: Handler<'createInstance'> = (desk, command) => {
  const definition = selectProcess(desk, command);
  const variables = splitVariables(command.variables);
  checkBusinessId(command);
  const starts = checkStartElements(desk, { definition, startAt: command.startAt, variables });
  if (starts.length === 0 && !definition.hasNoneStart) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to create instance of process '${definition.id}' with none start event, but there is no such event`,
    );
  }
  const { tree, instance } = begin(desk, definition, {
    key: desk.nextKey<'elementInstance' | 'processInstance'>(),
    awaited: command.awaited,
    startLock: null,
    tags: command.tags,
    businessId: command.businessId,
  });
  inTree(desk, tree, (run) => {
    const root = createProcessElement(run, instance.key, definition.id);
    writeAllLocal(run, root, variables);
    if (starts.length === 0) enqueue(run, { do: 'activate', key: root.key });
    else activateStartElements(run, root, starts);
  });
  if (command.awaited !== null) return { kind: 'deferred', requestId: command.awaited.requestId };
  return { kind: 'reply', reply: replyForInstance(instance, null) };
};

function selectProcess(desk: Desk, { tenantId, process }: CreateInstanceCommand): ProcessDefinition {
  const definition = findProcess(desk.state.definitions, tenantId, process);
  if (definition !== undefined) return definition;
  const version = process.by === 'id' && process.version !== null ? ` and version '${process.version}'` : '';
  const wanted = process.by === 'key' ? `key '${process.key}'` : `process ID '${process.id}'${version}`;
  throw new CommandRefused('NOT_FOUND', `Expected to find process definition with ${wanted}, but none found`);
}

function checkBusinessId({ businessId }: CreateInstanceCommand): void {
  if (businessId === null || businessId.length <= maxBusinessId) return;
  throw new CommandRefused(
    'INVALID_ARGUMENT',
    `Expected a business ID of at most ${maxBusinessId} characters, but it has ${businessId.length}`,
  );
}

interface Beginning {
  readonly key: ProcessInstanceKey;
  readonly awaited: AwaitedResult | null;
  readonly startLock: BucketRef | null;
  readonly tags: readonly string[];
  readonly businessId: string | null;
}

/** Creates the tree of a root instance; nothing is active in it yet. */
function begin(
  desk: Desk,
  definition: ProcessDefinition,
  { key, awaited, startLock, tags, businessId }: Beginning,
): { readonly tree: InstanceTree; readonly instance: ProcessInstance } {
  const instance: ProcessInstance = {
    key,
    definitionKey: definition.key,
    definitionId: definition.id,
    version: definition.version,
    tenantId: definition.tenantId,
    parentKey: null,
    parentElementKey: null,
    tags,
    businessId,
  };
  desk.createInstance(key, { kind: 'processInstanceCreated', instance, rootKey: key, awaited, startLock });
  const tree = desk.state.tree(key);
  if (tree === undefined) throw new RangeError(`Expected tree ${key} to be loaded after its creation, but it is not`);
  return { tree, instance };
}

/** A start event was triggered by a message, signal or timer. */
export const startInstance: Handler<'startInstance'> = (desk, command) => {
  const definition = desk.state.definitions.processes.byKey.get(command.definitionKey);
  if (definition === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to start process '${command.definitionKey}', but it is not deployed`,
    );
  }
  const { tree, instance } = begin(desk, definition, {
    key: command.processInstanceKey,
    awaited: null,
    startLock: command.startLock,
    tags: [],
    businessId: null,
  });
  inTree(desk, tree, (run) => {
    const root = createProcessElement(run, instance.key, definition.id);
    const trigger = { catchElement: command.startEvent, variables: command.variables };
    emit(run, { kind: 'triggerStored', key: root.key, trigger, interrupting: false });
    enqueue(run, { do: 'activate', key: root.key });
  });
  return { kind: 'reply', reply: replyForInstance(instance, null) };
};

export const cancelInstance: Handler<'cancelInstance'> = (desk, { processInstanceKey }) => {
  const tree = treeOf(desk, 'elementInstance', processInstanceKey);
  const instance = tree?.instances.get(processInstanceKey);
  const root = tree?.elements.get(processInstanceKey);
  if (tree === undefined || instance === undefined || root === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to cancel a process instance with key '${processInstanceKey}', but no such process was found`,
    );
  }
  if (instance.parentKey !== null) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to cancel a process instance with key '${processInstanceKey}', but it is created by a parent process instance. ` +
        `Cancel the root process instance '${tree.rootKey}' instead.`,
    );
  }
  inTree(desk, tree, (run) => terminate(run, root));
  return done;
};

export const setVariables: Handler<'setVariables'> = (desk, { scopeKey, variables, reach }) => {
  const tree = treeOf(desk, 'elementInstance', scopeKey);
  const scope = tree?.elements.get(scopeKey);
  if (tree === undefined || scope === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to update variables for element with key '${scopeKey}', but no such element was found`,
    );
  }
  const texts = splitVariables(variables);
  inTree(desk, tree, (run) => {
    if (reach === 'local') writeAllLocal(run, scope, texts);
    else propagateAll(run, scope, texts);
  });
  return { kind: 'reply', reply: { key: desk.nextKey<'elementInstance'>() } };
};

export const resolveIncident: Handler<'resolveIncident'> = (desk, { incidentKey }) => {
  const tree = treeOf(desk, 'incident', incidentKey);
  const incident = tree?.incidents.get(incidentKey);
  if (tree === undefined || incident === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to resolve incident with key '${incidentKey}', but no such incident was found`,
    );
  }
  const job = incident.jobKey === null ? undefined : tree.jobs.get(incident.jobKey);
  if (job !== undefined && job.retries <= 0) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to resolve incident with key '${incidentKey}', but job with key '${job.key}' has no retries left. ` +
        'Update the retries of the job first.',
    );
  }
  inTree(desk, tree, (run) => {
    emit(run, { kind: 'incidentResolved', key: incidentKey });
    if (job !== undefined) emit(run, { kind: 'jobRecovered', key: job.key });
    else retry(run, incident.elementKey);
  });
  return done;
};

/** What the element instance could not do is done again. */
function retry(run: Run, key: ElementInstanceKey): void {
  const instance = run.tree.elements.get(key);
  if (instance?.state === 'activating') enqueue(run, { do: 'activate', key });
  else if (instance?.state === 'completing') enqueue(run, { do: 'complete', key });
  else if (instance?.type === 'MULTI_INSTANCE_BODY') enqueue(run, { do: 'spawn', key });
  askConditionsAgain(run, instance?.subscriptions ?? []);
}

export const reportFailure: Handler<'reportFailure'> = (desk, { rootKey, message }) => {
  const tree = activeTree(desk, rootKey);
  const root = tree?.elements.get(rootKey);
  if (tree === undefined || root === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to report a failure of instance '${rootKey}', but it is not active`,
    );
  }
  inTree(desk, tree, (run) => raiseIncident(run, root, { type: 'INTERNAL', message, jobKey: null }));
  return done;
};

export const continueInstance: Handler<'continueInstance'> = (desk, { rootKey }): Outcome => {
  const tree = activeTree(desk, rootKey);
  if (tree !== undefined) continueTree(desk, tree);
  return done;
};
