import type { ExecutableProcess } from '@irisflow/bpmn';
import {
  type Bucket,
  bucketId,
  type BucketRef,
  createBucket,
  type DefinitionCatalog,
  type EngineState,
  type EntityNoun,
  type InstanceTree,
} from '@irisflow/core';
import type { DecisionRequirements } from '@irisflow/dmn';
import type { DecisionRequirementsKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { createRecent } from './recent.ts';

export interface Limits {
  /** Aggregates that stay in memory between batches. */
  readonly maxTrees: number;
  readonly maxBuckets: number;
}

/** The aggregates in memory. Parked instances beyond the limits live only in the store. */
export interface LoadedState extends EngineState {
  readonly definitions: DefinitionCatalog;
  replaceDefinitions(catalog: DefinitionCatalog): void;
  hasTree(rootKey: string): boolean;
  hasBucket(ref: BucketRef): boolean;
  bucketById(id: string): Bucket | undefined;
  /** Puts what was read from the store; `undefined` remembers for this batch that there is none. */
  putTree(rootKey: string, tree: InstanceTree | undefined): void;
  putBucket(bucket: Bucket): void;
  /** Remembers for this batch which tree holds an entity; null when nobody does. */
  putRoot(key: string, rootKey: string | null): void;
  knowsRoot(noun: EntityNoun, key: string): boolean;
  /** Keeps the index of entities up to date: called with the keys that a batch created or ended. */
  index: { add(key: string, rootKey: string): void; remove(key: string): void };
  /** The batch is over: forgets what was only remembered for it, those of its trees that ended, and what exceeds the limits. */
  settle(touchedRoots: Iterable<string>): void;
  /** The batch failed: what it touched may differ from the store. */
  discard(rootKeys: Iterable<string>, bucketIds: Iterable<string>): void;
  discardAll(): void;
}

const entityKeysOf = function* (tree: InstanceTree): Iterable<string> {
  yield* tree.jobs.keys();
  yield* tree.userTasks.keys();
  yield* tree.incidents.keys();
  yield* tree.subscriptions.keys();
};

/** Creates the empty memory of the engine. */
export const createLoadedState = (catalog: DefinitionCatalog, limits: Limits): LoadedState => {
  let definitions = catalog;
  const roots = new Map<string, string>();
  const resolved = new Map<string, string | null>();
  const absent = new Set<string>();
  const graphs = new Map<ProcessDefinitionKey, ExecutableProcess>();
  const requirements = new Map<DecisionRequirementsKey, DecisionRequirements>();
  const forgetEntities = (tree: InstanceTree) => {
    for (const key of entityKeysOf(tree)) roots.delete(key);
  };
  const trees = createRecent<InstanceTree>(limits.maxTrees, forgetEntities);
  const buckets = createRecent<Bucket>(limits.maxBuckets, () => undefined);
  const rootOf = (noun: EntityNoun, key: string): string | null | undefined => {
    if (noun === 'elementInstance' && trees.has(key)) return key;
    return roots.get(key) ?? resolved.get(key);
  };
  return {
    get definitions() {
      return definitions;
    },
    replaceDefinitions: (next) => {
      definitions = next;
    },
    tree: (rootKey) => trees.get(rootKey),
    addTree: (tree) => trees.set(tree.rootKey, tree),
    hasTree: (rootKey) => trees.has(rootKey) || absent.has(rootKey),
    putTree: (rootKey, tree) => {
      if (tree === undefined) return void absent.add(rootKey);
      trees.set(rootKey, tree);
      for (const key of entityKeysOf(tree)) roots.set(key, rootKey);
    },
    rootOf: (noun, key) => (rootOf(noun, key) ?? undefined) as ProcessInstanceKey | undefined,
    knowsRoot: (noun, key) => rootOf(noun, key) !== undefined,
    putRoot: (key, rootKey) => void resolved.set(key, rootKey),
    index: { add: (key, rootKey) => void roots.set(key, rootKey), remove: (key) => void roots.delete(key) },
    bucket: (ref) => {
      const id = bucketId(ref);
      const known = buckets.get(id);
      if (known !== undefined) return known;
      const fresh = createBucket(ref);
      buckets.set(id, fresh);
      return fresh;
    },
    bucketById: (id) => buckets.get(id),
    hasBucket: (ref) => buckets.has(bucketId(ref)),
    putBucket: (bucket) => buckets.set(bucketId(bucket.ref), bucket),
    graph: (key) => graphs.get(key),
    addGraph: (key, graph) => void graphs.set(key, graph),
    requirements: (key) => requirements.get(key),
    addRequirements: (key, drg) => void requirements.set(key, drg),
    settle: (touchedRoots) => {
      resolved.clear();
      absent.clear();
      for (const rootKey of touchedRoots) if (trees.get(rootKey)?.ended === true) trees.delete(rootKey);
      trees.trim();
      buckets.trim();
    },
    discard: (rootKeys, bucketIds) => {
      for (const rootKey of rootKeys) trees.delete(rootKey);
      for (const id of bucketIds) buckets.delete(id);
    },
    discardAll: () => {
      trees.clear();
      buckets.clear();
      roots.clear();
    },
  };
};
