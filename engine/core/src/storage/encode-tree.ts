import { insideOf } from '../state/inside.ts';
import type { InstanceTree } from '../state/instance-tree.ts';
import { packElement, unpackElement, type PackedElement } from './pack-element.ts';
import { packJob, unpackJob, type PackedJob } from './pack-job.ts';

/** Bumped when the text of a tree changes shape; old shapes must stay readable. */
const treeFormat = 1;

type Values<Collection> = Collection extends Map<unknown, infer Value> ? readonly Value[] : never;

interface PackedTree {
  readonly format: number;
  readonly rootKey: InstanceTree['rootKey'];
  readonly tenantId: string;
  readonly instances: Values<InstanceTree['instances']>;
  readonly elements: readonly PackedElement[];
  readonly jobs?: readonly PackedJob[] | undefined;
  readonly userTasks?: Values<InstanceTree['userTasks']> | undefined;
  readonly subscriptions?: Values<InstanceTree['subscriptions']> | undefined;
  readonly incidents?: Values<InstanceTree['incidents']> | undefined;
  readonly steps?: InstanceTree['steps'] | undefined;
  readonly rounds?: number | undefined;
  readonly suspension?: InstanceTree['suspension'] | undefined;
  readonly awaited?: InstanceTree['awaited'] | undefined;
  readonly startLock?: InstanceTree['startLock'] | undefined;
  readonly ended?: boolean | undefined;
}

/** The tree as compact JSON text. */
export const encodeTree = (tree: InstanceTree): string =>
  JSON.stringify({
    format: treeFormat,
    rootKey: tree.rootKey,
    tenantId: tree.tenantId,
    instances: [...tree.instances.values()],
    elements: Array.from(tree.elements.values(), (element) => packElement(element, tree)),
    jobs: listOf(tree.jobs)?.map((job) => packJob(job, tree)),
    userTasks: listOf(tree.userTasks),
    subscriptions: listOf(tree.subscriptions),
    incidents: listOf(tree.incidents),
    steps: tree.steps.length === 0 ? undefined : tree.steps,
    rounds: tree.rounds || undefined,
    suspension: tree.suspension ?? undefined,
    awaited: tree.awaited ?? undefined,
    startLock: tree.startLock ?? undefined,
    ended: tree.ended || undefined,
  } satisfies PackedTree);

const listOf = <Entity>(entities: ReadonlyMap<string, Entity>): readonly Entity[] | undefined =>
  entities.size === 0 ? undefined : [...entities.values()];

/** The inverse of `encodeTree`. */
export const decodeTree = (text: string): InstanceTree => {
  const packed = JSON.parse(text) as PackedTree;
  if (packed.format !== treeFormat) {
    throw new RangeError(
      `Expected to decode a tree of format ${treeFormat}, but found format ${String(packed.format)}`,
    );
  }
  const { jobs = [], userTasks = [], subscriptions = [], incidents = [], steps = [] } = packed;
  const elements = packed.elements.map((element) => unpackElement(element, packed));
  return {
    rootKey: packed.rootKey,
    tenantId: packed.tenantId,
    instances: byKey(packed.instances),
    elements: byKey(elements),
    inside: insideOf(elements),
    jobs: byKey(jobs.map((job) => unpackJob(job, packed))),
    userTasks: byKey(userTasks),
    subscriptions: byKey(subscriptions),
    incidents: byKey(incidents),
    steps,
    rounds: packed.rounds ?? 0,
    suspension: packed.suspension ?? null,
    awaited: packed.awaited ?? null,
    startLock: packed.startLock ?? null,
    ended: packed.ended ?? false,
  };
};

const byKey = <Entity extends { readonly key: string }>(entities: readonly Entity[]): Map<Entity['key'], Entity> =>
  new Map(entities.map((entity) => [entity.key, entity]));
