import type { Key, ProcessInstanceKey } from '@irisflow/protocol';
import { applyBucketEvent } from '../apply/apply-bucket-event.ts';
import { applyDefinitionEvent } from '../apply/apply-definition-event.ts';
import { applyTreeEvent, changeTree } from '../apply/apply-tree-event.ts';
import type { Command } from '../command/command.ts';
import type { Outcome, Settlement } from '../command/reply.ts';
import type { DecideContext, Decision } from './decision.ts';
import type { BucketEvent } from '../event/bucket-event.ts';
import type { DefinitionEvent } from '../event/definition-event.ts';
import type { Change } from '../event/engine-event.ts';
import type { TreeEvent } from '../event/tree-event.ts';
import { bucketId, type Bucket } from '../state/bucket.ts';
import type { EngineState } from '../state/engine-state.ts';
import type { InstanceTree } from '../state/instance-tree.ts';

/** Where one command is worked on: what it may read, and the only pen that writes events. */
export interface Desk {
  readonly state: EngineState;
  readonly now: number;
  readonly random: (() => number) | null;
  readonly maxSteps: number;
  readonly maxRounds: number;
  readonly maxElements: number;
  readonly businessIds: 'any' | 'unique';
  /** Whether the caller may know of things of this tenant. */
  sees(tenantId: string): boolean;
  /** Whether the caller does jobs of this type. */
  serves(jobType: string): boolean;
  nextKey<Noun extends string>(): Key<Noun>;
  /** Each `write` applies the event at once and keeps it for the decision. */
  writeTree(tree: InstanceTree, event: Exclude<TreeEvent, { kind: 'processInstanceCreated' }>): void;
  createInstance(rootKey: ProcessInstanceKey, event: Extract<TreeEvent, { kind: 'processInstanceCreated' }>): void;
  writeBucket(bucket: Bucket, event: BucketEvent): void;
  writeDefinitions(event: DefinitionEvent): void;
  followUp(command: Command): void;
  settle(settlement: Settlement): void;
  /** Whether anything was changed already. */
  hasWritten(): boolean;
  decision(outcome: Outcome): Decision;
}

/** Steps of one command before others get their turn: with a thousand, a loop of ten thousand jobs kept others waiting for two seconds. */
const defaultMaxSteps = 250;

/** Ten thousand items that only compute need a third of it; a circle that only computes reaches it in seconds. */
const defaultMaxRounds = 1200;

/** Element instances alive at once in one tree: a tree is stored as a whole, so more would keep all others waiting. A loop of ten thousand items fits. */
const defaultMaxElements = 12_000;

/** The events of each aggregate that one command touches, in the order of first touch. */
const createLog = () => {
  const changes: Change[] = [];
  const byAggregate = new Map<string, unknown[]>();
  const page = <Event>(id: string, open: (events: Event[]) => Change): Event[] => {
    const known = byAggregate.get(id);
    if (known !== undefined) return known as Event[];
    const events: Event[] = [];
    byAggregate.set(id, events);
    changes.push(open(events));
    return events;
  };
  return {
    changes,
    tree: (rootKey: ProcessInstanceKey) =>
      page<TreeEvent>(rootKey, (events) => ({ aggregate: 'tree', rootKey, events })),
    bucket: ({ ref }: Bucket) => page<BucketEvent>(bucketId(ref), (events) => ({ aggregate: 'bucket', ref, events })),
    definitions: () => page<DefinitionEvent>('definitions', (events) => ({ aggregate: 'definitions', events })),
  };
};

/** A fresh desk for one command. */
export const createDesk = (state: EngineState, context: DecideContext): Desk => {
  const log = createLog();
  const followUps: Command[] = [];
  const settled: Settlement[] = [];
  return {
    state,
    now: context.now,
    random: context.random ?? null,
    maxSteps: context.maxSteps ?? defaultMaxSteps,
    maxRounds: context.maxRounds ?? defaultMaxRounds,
    maxElements: context.maxElements ?? defaultMaxElements,
    businessIds: context.businessIds ?? 'any',
    serves: (jobType) => context.jobTypes?.has(jobType) ?? true,
    sees: (tenantId) => context.tenantIds?.has(tenantId) ?? true,
    nextKey: () => context.nextKey(),
    writeTree(tree, event) {
      changeTree(tree, event);
      log.tree(tree.rootKey).push(event);
    },
    createInstance(rootKey, event) {
      applyTreeEvent(state, rootKey, event);
      log.tree(rootKey).push(event);
    },
    writeBucket(bucket, event) {
      applyBucketEvent(bucket, event);
      log.bucket(bucket).push(event);
    },
    writeDefinitions(event) {
      applyDefinitionEvent(state.definitions, event);
      log.definitions().push(event);
    },
    followUp: (command) => void followUps.push(command),
    settle: (settlement) => void settled.push(settlement),
    hasWritten: () => log.changes.length > 0,
    decision: (outcome) => ({ changes: log.changes, followUps, outcome, settled }),
  };
};
