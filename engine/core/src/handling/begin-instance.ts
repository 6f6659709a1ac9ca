import type { CreateInstanceCommand } from '../command/instance-command.ts';
import type { Desk } from '../desk/desk.ts';
import type { BucketRef } from '../state/bucket.ts';
import type { ProcessDefinition } from '../state/definition-catalog.ts';
import type { AwaitedResult, InstanceTree, ProcessInstance } from '../state/instance-tree.ts';

export interface Beginning
  extends Pick<ProcessInstance, 'key' | 'tags' | 'businessId'>, Pick<CreateInstanceCommand, 'terminateAfter'> {
  readonly awaited: AwaitedResult | null;
  readonly startLock: BucketRef | null;
}

/** Creates the tree of a root instance; nothing is active in it yet. */
export const beginInstance = (
  desk: Desk,
  definition: ProcessDefinition,
  { key, awaited, startLock, tags, businessId, terminateAfter = [] }: Beginning,
): { readonly tree: InstanceTree; readonly instance: ProcessInstance } => {
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
    ...(terminateAfter.length === 0 ? {} : { terminateAfter }),
  };
  desk.createInstance(key, { kind: 'processInstanceCreated', instance, rootKey: key, awaited, startLock });
  const tree = desk.state.tree(key);
  if (tree === undefined) throw new RangeError(`Expected tree ${key} to be loaded after its creation, but it is not`);
  return { tree, instance };
};
