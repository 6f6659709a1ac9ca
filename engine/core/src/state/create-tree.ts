import type { ProcessInstanceKey } from '@irisflow/protocol';
import type { InstanceTree } from './instance-tree.ts';

/** A tree without any instance yet. */
export const createTree = (rootKey: ProcessInstanceKey, tenantId: string): InstanceTree => ({
  rootKey,
  tenantId,
  instances: new Map(),
  elements: new Map(),
  inside: new Map(),
  jobs: new Map(),
  userTasks: new Map(),
  subscriptions: new Map(),
  incidents: new Map(),
  steps: [],
  rounds: 0,
  suspension: null,
  awaited: null,
  startLock: null,
  ended: false,
});
