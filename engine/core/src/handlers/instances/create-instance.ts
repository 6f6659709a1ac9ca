import { elementById } from '@irisflow/bpmn';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import type { CreateInstanceCommand } from '../../command/instance-command.ts';
import type { Desk } from '../../desk/desk.ts';
import { CommandRefused } from '../../desk/failure.ts';
import { type Beginning, beginInstance } from '../../handling/begin-instance.ts';
import type { Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { activateStartElements, checkStartElements, loadedGraph } from '../../modification/start-instructions.ts';
import { findProcess } from '../../routing/find-definition.ts';
import { businessLockRef } from '../../routing/destination.ts';
import { createProcessElement } from '../../run/create-element.ts';
import { replyForInstance } from '../../run/reply-for-instance.ts';
import { enqueue } from '../../run/run.ts';
import type { BucketRef } from '../../state/bucket.ts';
import type { ProcessDefinition } from '../../state/definition-catalog.ts';
import { splitVariables } from '../../variables/split-variables.ts';
import { writeAllLocal } from '../../variables/write-variables.ts';

const maxBusinessId = 256;
const maxTags = 10;
const maxTag = 100;

/** Creates an instance at its none start event, or at the elements that the caller names. */
export const createInstance: Handler<'createInstance'> = (desk, command) => {
  const definition = selectProcess(desk, command);
  const variables = splitVariables(command.variables);
  checkLabels(command);
  checkEnds(desk, definition, command.terminateAfter ?? []);
  const starts = checkStartElements(desk, { definition, startAt: command.startAt, variables });
  if (starts.length === 0 && !definition.hasNoneStart) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to create instance of process '${definition.id}' with none start event, but there is no such event`,
    );
  }
  const { tree, instance } = beginInstance(desk, definition, beginningOf(desk, definition, command));
  inTree(desk, tree, (run) => {
    const root = createProcessElement(run, instance.key, definition.id);
    writeAllLocal(run, root, variables);
    if (starts.length === 0) enqueue(run, { do: 'activate', key: root.key });
    else activateStartElements(run, root, starts);
  });
  if (command.awaited !== null) return { kind: 'deferred', requestId: command.awaited.requestId };
  return { kind: 'reply', reply: replyForInstance(instance, null) };
};

const selectProcess = (desk: Desk, { tenantId, process }: CreateInstanceCommand): ProcessDefinition => {
  const definition = findProcess(desk.state.definitions, tenantId, process);
  if (definition !== undefined) return definition;
  const version = process.by === 'id' && process.version !== null ? ` and version '${process.version}'` : '';
  const wanted = process.by === 'key' ? `key '${process.key}'` : `process ID '${process.id}'${version}`;
  throw new CommandRefused('NOT_FOUND', `Expected to find process definition with ${wanted}, but none found`);
};

const checkLabels = ({ businessId, tags }: CreateInstanceCommand): void => {
  const refuse = (reason: string): never => {
    throw new CommandRefused('INVALID_ARGUMENT', reason);
  };
  if (businessId !== null && businessId.length > maxBusinessId)
    refuse(`Expected a business ID of at most ${maxBusinessId} characters, but it has ${businessId.length}`);
  if (tags.length > maxTags) refuse(`Expected at most ${maxTags} tags, but found ${tags.length}`);
  for (const tag of tags) {
    if (tag === '' || tag.length > maxTag)
      refuse(`Expected tags of 1 to ${maxTag} characters, but found one of ${tag.length}`);
  }
};

const checkEnds = (desk: Desk, definition: ProcessDefinition, ids: readonly string[]): void => {
  if (ids.length === 0) return;
  const graph = loadedGraph(desk, definition);
  const unknown = ids.find((id) => elementById(graph, id) === null);
  if (unknown === undefined) return;
  throw new CommandRefused(
    'INVALID_ARGUMENT',
    `Expected to create instance of process '${definition.id}' that terminates after element '${unknown}', but no such element exists`,
  );
};

const beginningOf = (desk: Desk, definition: ProcessDefinition, command: CreateInstanceCommand): Beginning => {
  const { awaited, tags, businessId, terminateAfter = [] } = command;
  const key = desk.nextKey<'elementInstance' | 'processInstance'>();
  const startLock = businessId === null ? null : takeBusinessId(desk, businessLockRef(definition, businessId), key);
  return { key, awaited, startLock, tags, businessId, terminateAfter };
};

/** Where business ids are unique the instance holds its own until it ends. */
const takeBusinessId = (desk: Desk, ref: BucketRef, by: ProcessInstanceKey): BucketRef | null => {
  if (desk.businessIds === 'any') return null;
  const lock = desk.state.bucket(ref);
  if (lock.lockedBy !== null) {
    throw new CommandRefused(
      'ALREADY_EXISTS',
      `Expected to create instance of process '${ref.name}' with business ID '${ref.correlationKey}', but the active instance '${lock.lockedBy}' has it`,
    );
  }
  desk.writeBucket(lock, { kind: 'startLockTaken', by });
  return ref;
};
