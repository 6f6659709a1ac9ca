import {
  type Bucket,
  bucketId,
  createBucket,
  createCatalog,
  type EngineState,
  type InstanceTree,
} from '@irisflow/core';

/** Just enough memory to replay the diary of one tree: replay never asks for graphs. */
export const createReplayState = (): EngineState => {
  const trees = new Map<string, InstanceTree>();
  const buckets = new Map<string, Bucket>();
  return {
    definitions: createCatalog(),
    tree: (rootKey) => trees.get(rootKey),
    addTree: (tree) => void trees.set(tree.rootKey, tree),
    rootOf: () => undefined,
    bucket: (ref) => {
      const known = buckets.get(bucketId(ref)) ?? createBucket(ref);
      buckets.set(bucketId(ref), known);
      return known;
    },
    graph: () => undefined,
    addGraph: () => undefined,
    requirements: () => undefined,
    addRequirements: () => undefined,
  };
};
