import type { ExecutableProcess } from '@irisflow/bpmn';
import type { DecisionRequirements } from '@irisflow/dmn';
import type { DecisionRequirementsKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { bucketId, createBucket, type Bucket, type BucketRef } from '../state/bucket.ts';
import { collectionOf } from '../state/collection-of.ts';
import { createCatalog } from '../state/definition-catalog.ts';
import type { EngineState } from '../state/engine-state.ts';
import type { InstanceTree } from '../state/instance-tree.ts';

/** An engine state of which everything is always loaded. */
export interface MemoryState extends EngineState {
  readonly trees: ReadonlyMap<ProcessInstanceKey, InstanceTree>;
  readonly buckets: ReadonlyMap<string, Bucket>;
}

export const createMemoryState = (): MemoryState => {
  const trees = new Map<ProcessInstanceKey, InstanceTree>();
  const buckets = new Map<string, Bucket>();
  const graphs = new Map<ProcessDefinitionKey, ExecutableProcess>();
  const requirements = new Map<DecisionRequirementsKey, DecisionRequirements>();
  return {
    definitions: createCatalog(),
    trees,
    buckets,
    tree: (rootKey) => trees.get(rootKey),
    addTree: (tree) => void trees.set(tree.rootKey, tree),
    rootOf(noun, key) {
      for (const tree of trees.values()) {
        if ((tree[collectionOf[noun]] as ReadonlyMap<string, unknown>).has(key)) return tree.rootKey;
      }
      return undefined;
    },
    bucket(ref: BucketRef) {
      const id = bucketId(ref);
      const bucket = buckets.get(id) ?? createBucket(ref);
      buckets.set(id, bucket);
      return bucket;
    },
    graph: (key) => graphs.get(key),
    addGraph: (key, graph) => void graphs.set(key, graph),
    requirements: (key) => requirements.get(key),
    addRequirements: (key, graph) => void requirements.set(key, graph),
  };
};
