import type { EntityNoun } from './engine-state.ts';
import type { InstanceTree } from './instance-tree.ts';

/** Where a tree keeps the things of a noun. */
export const collectionOf = {
  elementInstance: 'elements',
  job: 'jobs',
  userTask: 'userTasks',
  incident: 'incidents',
  subscription: 'subscriptions',
} as const satisfies Record<EntityNoun, keyof InstanceTree>;
