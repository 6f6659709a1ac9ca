import type { EntityNoun, InstanceTree } from '@irisflow/core';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import type { Effect } from '../effects/effect.ts';

/** Which tree holds an entity that a command can name. Keys of all nouns come from one sequence. */
export interface RootIndex {
  find(noun: EntityNoun, key: string): ProcessInstanceKey | null | undefined;
  /** Follows what happens in a tree of which all entities are known. */
  follow(effect: Effect, rootKey: string): void;
  addTree(tree: InstanceTree): void;
  readonly removeTree: (tree: InstanceTree) => void;
  /** Remembers until the end of the batch what the store said; null when nobody holds the entity. */
  resolve(key: string, rootKey: string | null): void;
  forgetResolved(): void;
  clear(): void;
  /** Each entity with the root of its tree. */
  entries(): Iterable<readonly [string, string]>;
}

/** What commands can name in a tree, but for its elements. */
export const entityKeysOf = function* (tree: InstanceTree): Iterable<string> {
  yield* tree.jobs.keys();
  yield* tree.userTasks.keys();
  yield* tree.incidents.keys();
  yield* tree.subscriptions.keys();
};

/** Elements are too many to be indexed; only a root is found without the store. */
export const createRootIndex = (hasTree: (rootKey: string) => boolean): RootIndex => {
  const roots = new Map<string, string>();
  const resolved = new Map<string, string | null>();
  return {
    find: (noun, key) => {
      const found = noun === 'elementInstance' && hasTree(key) ? key : (roots.get(key) ?? resolved.get(key));
      return found as ProcessInstanceKey | null | undefined;
    },
    follow: ({ opens, closes }, rootKey) => {
      if (opens !== undefined) roots.set(opens, rootKey);
      if (closes !== undefined) roots.delete(closes);
    },
    addTree: (tree) => {
      for (const key of entityKeysOf(tree)) roots.set(key, tree.rootKey);
    },
    removeTree: (tree) => {
      for (const key of entityKeysOf(tree)) roots.delete(key);
    },
    resolve: (key, rootKey) => void resolved.set(key, rootKey),
    forgetResolved: () => resolved.clear(),
    clear: () => roots.clear(),
    entries: () => roots.entries(),
  };
};
