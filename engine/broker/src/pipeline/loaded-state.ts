import type { ExecutableProcess } from '@irisflow/bpmn';
import {
  type Bucket,
  bucketId,
  type BucketRef,
  createBucket,
  type DefinitionCatalog,
  type EngineState,
  type InstanceTree,
} from '@irisflow/core';
import type { DecisionRequirements } from '@irisflow/dmn';
import type { DecisionRequirementsKey, ProcessDefinitionKey } from '@irisflow/protocol';
import { createRecent, type Recent } from './recent.ts';
import { createRootIndex, type RootIndex } from './root-index.ts';

export interface Limits {
  /** Aggregates that stay in memory between batches. */
  readonly maxTrees: number;
  readonly maxBuckets: number;
}

/** The aggregates in memory. Parked instances beyond the limits live only in the store. */
export interface LoadedState extends EngineState {
  readonly definitions: DefinitionCatalog;
  replaceDefinitions(catalog: DefinitionCatalog): void;
  /** All that are in memory. */
  trees(): Iterable<InstanceTree>;
  hasTree(rootKey: string): boolean;
  hasBucket(ref: BucketRef): boolean;
  bucketById(id: string): Bucket | undefined;
  /** Puts what was read from the store; `undefined` remembers for this batch that there is none. */
  putTree(rootKey: string, tree: InstanceTree | undefined): void;
  putBucket(bucket: Bucket): void;
  readonly index: RootIndex;
  /** The batch is over: forgets what was only remembered for it, those of its trees that ended, and what exceeds the limits. */
  settle(touchedRoots: Iterable<string>): void;
  /** The batch failed: what it touched may differ from the store. */
  discard(rootKeys: Iterable<string>, bucketIds: Iterable<string>): void;
  discardAll(): void;
}

/** Compiled definitions: few, immutable, kept for good. */
const createDefinitions = (catalog: DefinitionCatalog) => {
  let definitions = catalog;
  const graphs = new Map<ProcessDefinitionKey, ExecutableProcess>();
  const requirements = new Map<DecisionRequirementsKey, DecisionRequirements>();
  return {
    get definitions() {
      return definitions;
    },
    replaceDefinitions: (next: DefinitionCatalog) => {
      definitions = next;
    },
    graph: (key: ProcessDefinitionKey) => graphs.get(key),
    addGraph: (key: ProcessDefinitionKey, graph: ExecutableProcess) => void graphs.set(key, graph),
    requirements: (key: DecisionRequirementsKey) => requirements.get(key),
    addRequirements: (key: DecisionRequirementsKey, drg: DecisionRequirements) => void requirements.set(key, drg),
  };
};

const createBuckets = (buckets: Recent<Bucket>) => ({
  bucket: (ref: BucketRef) => {
    const id = bucketId(ref);
    const known = buckets.get(id);
    if (known !== undefined) return known;
    const fresh = createBucket(ref);
    buckets.set(id, fresh);
    return fresh;
  },
  bucketById: (id: string) => buckets.get(id),
  hasBucket: (ref: BucketRef) => buckets.has(bucketId(ref)),
  putBucket: (bucket: Bucket) => buckets.set(bucketId(bucket.ref), bucket),
});

/** Creates the memory of the engine, empty but for the catalog. */
export const createLoadedState = (catalog: DefinitionCatalog, limits: Limits): LoadedState => {
  const absent = new Set<string>();
  const index = createRootIndex((rootKey) => trees.has(rootKey));
  const trees = createRecent<InstanceTree>(limits.maxTrees, index.removeTree);
  const buckets = createRecent<Bucket>(limits.maxBuckets, () => undefined);
  // Assigned onto one object, because spreading would freeze the getter of the catalog.
  return Object.assign(createDefinitions(catalog), createBuckets(buckets), {
    index,
    trees: () => trees.values(),
    tree: (rootKey: string) => trees.get(rootKey),
    addTree: (tree: InstanceTree) => trees.set(tree.rootKey, tree),
    hasTree: (rootKey: string) => trees.has(rootKey) || absent.has(rootKey),
    putTree: (rootKey: string, tree: InstanceTree | undefined) => {
      if (tree === undefined) return void absent.add(rootKey);
      trees.set(rootKey, tree);
      index.addTree(tree);
    },
    rootOf: (...[noun, key]: Parameters<RootIndex['find']>) => index.find(noun, key) ?? undefined,
    settle: (touchedRoots: Iterable<string>) => {
      index.forgetResolved();
      absent.clear();
      for (const rootKey of touchedRoots) if (trees.get(rootKey)?.ended === true) trees.delete(rootKey);
      trees.trim();
      buckets.trim();
    },
    discard: (rootKeys: Iterable<string>, bucketIds: Iterable<string>) => {
      for (const rootKey of rootKeys) trees.delete(rootKey);
      for (const id of bucketIds) buckets.delete(id);
    },
    discardAll: () => {
      trees.clear();
      buckets.clear();
      index.clear();
    },
  });
};
