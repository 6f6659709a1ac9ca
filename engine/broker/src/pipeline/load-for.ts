import {
  type Bucket,
  bucketId,
  type BucketRef,
  type Command,
  createBucket,
  decodeBucket,
  decodeTree,
  type EntityNoun,
  type InstanceTree,
  destinationOf,
  type Destination,
} from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { DecisionRequirementsKey, ProcessDefinitionKey } from '@irisflow/protocol';
import { findRoots } from '../storage/load/find-roots.ts';
import { loadBuckets, loadTrees } from '../storage/load/load-aggregates.ts';
import type { DefinitionLoader } from './definition-loader.ts';
import type { LoadedState } from './loaded-state.ts';

export interface Loader {
  /** Loads what the commands need with one query a table; resolves at once, and says so with undefined, when all is there. */
  load(commands: readonly Command[]): Promise<void> | undefined;
}

interface Missing {
  readonly entities: Map<EntityNoun, Set<string>>;
  readonly roots: Set<string>;
  readonly buckets: Map<string, BucketRef>;
  readonly graphs: Set<ProcessDefinitionKey>;
  readonly requirements: Set<DecisionRequirementsKey>;
}

const nothingMissing = (): Missing => ({
  entities: new Map(),
  roots: new Set(),
  buckets: new Map(),
  graphs: new Set(),
  requirements: new Set(),
});

const isComplete = (missing: Missing) =>
  missing.entities.size +
    missing.roots.size +
    missing.buckets.size +
    missing.graphs.size +
    missing.requirements.size ===
  0;

const addEntity = (missing: Missing, noun: EntityNoun, key: string) => {
  const keys = missing.entities.get(noun) ?? new Set();
  missing.entities.set(noun, keys.add(key));
};

/** Graphs of every instance that runs in a loaded tree: its elements are indexes into them. */
const addGraphsOf = (missing: Missing, state: LoadedState, tree: InstanceTree | undefined) => {
  for (const { definitionKey } of tree?.instances.values() ?? []) {
    if (state.graph(definitionKey) === undefined) missing.graphs.add(definitionKey);
  }
};

const addTree = (missing: Missing, state: LoadedState, rootKey: string) => {
  if (!state.hasTree(rootKey)) missing.roots.add(rootKey);
  else addGraphsOf(missing, state, state.tree(rootKey as Parameters<LoadedState['tree']>[0]));
};

const addMissing = (missing: Missing, state: LoadedState, need: Destination) => {
  if (need.entity !== null) {
    const { noun, key } = need.entity;
    const rootKey = state.rootOf(noun, key);
    if (rootKey !== undefined) addTree(missing, state, rootKey);
    else if (state.index.find(noun, key) === undefined) addEntity(missing, noun, key);
  }
  if (need.rootKey !== null) addTree(missing, state, need.rootKey);
  for (const ref of need.buckets) if (!state.hasBucket(ref)) missing.buckets.set(bucketId(ref), ref);
  for (const key of need.definitionKeys) if (state.graph(key) === undefined) missing.graphs.add(key);
  for (const key of need.requirementsKeys) if (state.requirements(key) === undefined) missing.requirements.add(key);
};

/** These go on in the trees of those who wait in their buckets: loaded now, they need not be loaded one after the other. */
const WAKES: ReadonlySet<Command['kind']> = new Set<Command['kind']>([
  'publishMessage',
  'correlateMessage',
  'broadcastSignal',
  'throwSignal',
]);

/** A signal wakes all who wait; a message one of each process. */
const addWaiters = (missing: Missing, state: LoadedState, { ref, subscriptions }: Bucket) => {
  const processes = new Set<string>();
  for (const { rootKey, definitionId } of subscriptions.values()) {
    if (ref.kind === 'message' && processes.has(definitionId)) continue;
    processes.add(definitionId);
    addTree(missing, state, rootKey);
  }
};

const missingFor = (state: LoadedState, commands: readonly Command[]): Missing => {
  const missing = nothingMissing();
  for (const command of commands) {
    const need = destinationOf(command, state.definitions);
    addMissing(missing, state, need);
    if (!WAKES.has(command.kind)) continue;
    for (const ref of need.buckets) if (state.hasBucket(ref)) addWaiters(missing, state, state.bucket(ref));
  }
  return missing;
};

/** Keys of the wire have up to 19 digits; what is no bigint is nobody's key. */
const isStorable = (key: string) => BigInt(key) <= 9_223_372_036_854_775_807n;

/** Trees that are read at a time: the text of each is in memory beside what it says. */
const PAGE = 1_000;

/** Creates what brings aggregates and definitions from the store into memory. */
export const createLoader = (database: Database, state: LoadedState, definitions: DefinitionLoader): Loader => {
  const resolveEntities = async (noun: EntityNoun, keys: ReadonlySet<string>) => {
    const found = await findRoots(database, noun, [...keys].filter(isStorable));
    for (const key of keys) state.index.resolve(key, found.get(key) ?? null);
  };
  const fetchTrees = async (rootKeys: readonly string[]) => {
    const texts = await loadTrees(database, rootKeys.filter(isStorable));
    for (const rootKey of rootKeys) {
      const text = texts.get(rootKey);
      state.putTree(rootKey, text === undefined ? undefined : decodeTree(text));
    }
  };
  const fetchTreesInPages = async (rootKeys: ReadonlySet<string>) => {
    const all = [...rootKeys];
    for (let from = 0; from < all.length; from += PAGE) await fetchTrees(all.slice(from, from + PAGE));
  };
  const fetchBuckets = async (refs: ReadonlyMap<string, BucketRef>) => {
    const texts = await loadBuckets(database, [...refs.keys()]);
    for (const [id, ref] of refs) {
      const text = texts.get(id);
      state.putBucket(text === undefined ? createBucket(ref) : decodeBucket(text));
    }
  };

  const fetchAll = async (missing: Missing) => {
    for (const [noun, keys] of missing.entities) await resolveEntities(noun, keys);
    if (missing.roots.size > 0) await fetchTreesInPages(missing.roots);
    if (missing.buckets.size > 0) await fetchBuckets(missing.buckets);
    for (const key of missing.graphs) await definitions.loadGraph(key);
    for (const key of missing.requirements) await definitions.loadRequirements(key);
  };

  /** A loaded entity leads to a tree, a tree to graphs: three rounds at most, a fourth would be a definition that is gone. */
  const loadInRounds = async (commands: readonly Command[], first: Missing) => {
    let missing = first;
    for (let round = 0; round < 4 && !isComplete(missing); round += 1) {
      await fetchAll(missing);
      missing = missingFor(state, commands);
    }
  };

  return {
    load: (commands) => {
      const missing = missingFor(state, commands);
      return isComplete(missing) ? undefined : loadInRounds(commands, missing);
    },
  };
};
