import type { InstanceTree } from '../state/instance-tree.ts';
import type { ElementInstance, Variable } from '../state/element-instance.ts';

/** Bumped when the text of a tree changes shape; old shapes must stay readable. */
const treeFormat = 1;

type Omittable = Readonly<Record<string, unknown>>;

/** Leaves out what decoding puts back: null, 0, false and empty text. */
function compact(value: Omittable): Omittable {
  const kept: Record<string, unknown> = {};
  for (const key in value) {
    const field = value[key];
    if (field !== null && field !== 0 && field !== false && field !== '') kept[key] = field;
  }
  return kept;
}

function encodeElement(element: ElementInstance): Omittable {
  return compact({
    ...element,
    variables:
      element.variables === null ? null : [...element.variables].map(([name, { key, value }]) => [name, key, value]),
    tokens: element.tokens === null ? null : [...element.tokens],
  });
}

/** The tree as compact JSON text. */
export function encodeTree(tree: InstanceTree): string {
  return JSON.stringify({
    format: treeFormat,
    ...tree,
    instances: [...tree.instances.values()],
    elements: Array.from(tree.elements.values(), encodeElement),
    jobs: [...tree.jobs.values()],
    userTasks: [...tree.userTasks.values()],
    subscriptions: [...tree.subscriptions.values()],
    incidents: [...tree.incidents.values()],
  });
}

interface EncodedTree extends Omit<
  InstanceTree,
  'instances' | 'elements' | 'jobs' | 'userTasks' | 'subscriptions' | 'incidents'
> {
  readonly format: number;
  readonly instances: ProcessInstances;
  readonly elements: readonly EncodedElement[];
  readonly jobs: Values<InstanceTree['jobs']>;
  readonly userTasks: Values<InstanceTree['userTasks']>;
  readonly subscriptions: Values<InstanceTree['subscriptions']>;
  readonly incidents: Values<InstanceTree['incidents']>;
}

type Values<Collection> = Collection extends Map<unknown, infer Value> ? readonly Value[] : never;
type ProcessInstances = Values<InstanceTree['instances']>;

type EncodedElement = Omit<Partial<ElementInstance>, 'variables' | 'tokens'> &
  Pick<ElementInstance, 'key' | 'elementId' | 'type' | 'processInstanceKey' | 'state'> & {
    readonly variables?: readonly (readonly [string, Variable['key'], string])[];
    readonly tokens?: readonly (readonly [number, number])[];
  };

function decodeElement(encoded: EncodedElement): ElementInstance {
  return {
    element: 0,
    scopeKey: null,
    children: 0,
    jobKey: null,
    userTaskKey: null,
    subscriptions: null,
    trigger: null,
    interrupted: false,
    loop: null,
    loopCounter: 0,
    listenersDone: 0,
    compensations: null,
    compensatedBy: null,
    ...encoded,
    variables:
      encoded.variables === undefined
        ? null
        : new Map(encoded.variables.map(([name, key, value]) => [name, { key, value }])),
    tokens: encoded.tokens === undefined ? null : new Map(encoded.tokens),
  };
}

function byKey<Entity extends { readonly key: string }>(entities: readonly Entity[]): Map<Entity['key'], Entity> {
  return new Map(entities.map((entity) => [entity.key, entity]));
}

/** The inverse of `encodeTree`. */
export function decodeTree(text: string): InstanceTree {
  const { format, ...encoded } = JSON.parse(text) as EncodedTree;
  if (format !== treeFormat) {
    throw new RangeError(`Expected to decode a tree of format ${treeFormat}, but found format ${String(format)}`);
  }
  return {
    ...encoded,
    instances: byKey(encoded.instances),
    elements: byKey(encoded.elements.map(decodeElement)),
    jobs: byKey(encoded.jobs),
    userTasks: byKey(encoded.userTasks),
    subscriptions: byKey(encoded.subscriptions),
    incidents: byKey(encoded.incidents),
  };
}
