import type { ElementInstance, Variable } from '../state/element-instance.ts';
import type { InstanceTree } from '../state/instance-tree.ts';
import { orUsual, unless, type Packed } from './packed.ts';

/** An element instance without what is as usual; maps are lists. */
export type PackedElement = Packed<Omit<ElementInstance, 'variables' | 'tokens'>, 'key' | 'elementId' | 'type'> & {
  readonly variables: readonly (readonly [name: string, key: Variable['key'], value: string])[] | undefined;
  readonly tokens: readonly (readonly [flow: number, count: number])[] | undefined;
};

/** Written out field by field: a loop over names made loading three times slower. */
export const packElement = (element: ElementInstance, { rootKey }: Pick<InstanceTree, 'rootKey'>): PackedElement => {
  const { variables, tokens } = element;
  return {
    key: element.key,
    element: unless(element.element, 0),
    elementId: element.elementId,
    type: element.type,
    scopeKey: unless(element.scopeKey, rootKey),
    processInstanceKey: unless(element.processInstanceKey, rootKey),
    state: unless(element.state, 'activated'),
    variables: variables === null ? undefined : Array.from(variables, ([name, { key, value }]) => [name, key, value]),
    children: unless(element.children, 0),
    tokens: tokens === null ? undefined : [...tokens],
    jobKey: element.jobKey ?? undefined,
    userTaskKey: element.userTaskKey ?? undefined,
    subscriptions: element.subscriptions ?? undefined,
    trigger: element.trigger ?? undefined,
    interrupted: unless(element.interrupted, false),
    loop: element.loop ?? undefined,
    loopCounter: unless(element.loopCounter, 0),
    leaving: element.leaving ?? undefined,
    listenersDone: unless(element.listenersDone, 0),
    compensations: element.compensations ?? undefined,
    compensatedBy: element.compensatedBy ?? undefined,
  };
};

/** Whether the element instance is the root of a process: only those have no scope. */
const scopeOf = ({ key, scopeKey, processInstanceKey }: PackedElement, rootKey: InstanceTree['rootKey']) => {
  if (scopeKey !== undefined) return scopeKey;
  return key === (processInstanceKey ?? rootKey) ? null : rootKey;
};

export const unpackElement = (packed: PackedElement, { rootKey }: Pick<InstanceTree, 'rootKey'>): ElementInstance => {
  const { variables, tokens } = packed;
  return {
    key: packed.key,
    element: orUsual(packed.element, 0),
    elementId: packed.elementId,
    type: packed.type,
    scopeKey: scopeOf(packed, rootKey),
    processInstanceKey: orUsual(packed.processInstanceKey, rootKey),
    state: orUsual(packed.state, 'activated'),
    variables: variables === undefined ? null : new Map(variables.map(([name, key, value]) => [name, { key, value }])),
    children: orUsual(packed.children, 0),
    tokens: tokens === undefined ? null : new Map(tokens),
    jobKey: orUsual(packed.jobKey, null),
    userTaskKey: orUsual(packed.userTaskKey, null),
    subscriptions: orUsual(packed.subscriptions, null),
    trigger: orUsual(packed.trigger, null),
    interrupted: orUsual(packed.interrupted, false),
    loop: orUsual(packed.loop, null),
    loopCounter: orUsual(packed.loopCounter, 0),
    leaving: orUsual(packed.leaving, null),
    listenersDone: orUsual(packed.listenersDone, 0),
    compensations: orUsual(packed.compensations, null),
    compensatedBy: orUsual(packed.compensatedBy, null),
  };
};
