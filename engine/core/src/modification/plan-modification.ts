import { elementAt, type ElementIndex } from '@irisflow/bpmn';
import type { ElementInstanceKey } from '@irisflow/protocol';
import type { ActivateInstruction, ModifyInstanceCommand } from '../command/modification-command.ts';
import type { Desk } from '../desk/desk.ts';
import { textContext } from '../expression/text-context.ts';
import { childrenOf } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree } from '../state/instance-tree.ts';
import { splitVariables } from '../variables/split-variables.ts';
import { chooseInstances } from './choose-instances.ts';
import { type Place, refuse } from './place.ts';
import { seenInside, type PlannedVariables } from './seen-inside.ts';
import { checkCatches, checkCatchesInside, checkTarget, scopesAround } from './start-instructions.ts';

export interface PlannedActivation {
  readonly target: ElementIndex;
  /** The innermost existing scope to use; the scopes between it and the target are created. */
  readonly from: ElementInstance;
  /** Existing scopes may be shared only when the caller named no ancestor. */
  readonly scopes: 'reuse' | 'create';
  readonly variables: readonly PlannedVariables[];
}

/** A modification in which nothing can be refused any more. */
export interface Modification {
  readonly root: ElementInstance;
  readonly activations: readonly PlannedActivation[];
  readonly terminations: readonly ElementInstance[];
  /** Scopes whose start event ends without having completed: their event sub-processes open. */
  readonly begun: readonly ElementInstance[];
}

/** Checks every instruction against the tree; refuses the whole command when one cannot be followed. */
export const planModification = (desk: Desk, tree: InstanceTree, command: ModifyInstanceCommand): Modification => {
  const root = tree.elements.get(command.processInstanceKey);
  const process = tree.instances.get(command.processInstanceKey);
  const graph = process === undefined ? undefined : desk.state.graph(process.definitionKey);
  if (root === undefined || graph === undefined) {
    throw new RangeError(
      `Expected process instance ${command.processInstanceKey} to be loaded with its graph, but it is not`,
    );
  }
  const place: Place = { desk, tree, graph, root };
  const { moved, terminations } = chooseInstances(place, command);
  const activations = [...command.activate, ...moved].map((instruction) => planActivation(place, instruction));
  const ending = withEmptiedScopes(place, terminations, activations);
  return { root, activations, terminations: ending, begun: planBeginnings(place, ending, activations) };
};

const planBeginnings = (
  { graph, tree, desk }: Place,
  ending: readonly ElementInstance[],
  activations: readonly PlannedActivation[],
): readonly ElementInstance[] => {
  const leaving = new Map(ending.map((instance) => [instance.key, instance]));
  const begun = ending.flatMap(({ element, scopeKey }) => {
    const scope = scopeKey === null ? undefined : tree.elements.get(scopeKey);
    if (scope?.state !== 'activated' || elementAt(graph, element).kind !== 'startEvent') return [];
    return isInside(tree, scope, leaving) ? [] : [scope];
  });
  const variables = activations.flatMap((activation) => activation.variables);
  for (const scope of begun) {
    checkCatchesInside(graph, scope.element, textContext(seenInside(tree, scope, variables), desk));
  }
  return begun;
};

const planActivation = (place: Place, instruction: ActivateInstruction): PlannedActivation => {
  const { graph, root, tree, desk } = place;
  const target = checkTarget(graph, instruction.elementId, `modify instance of process '${root.elementId}'`);
  const scopes = scopesAround(graph, target);
  const from =
    instruction.ancestorKey === null ? findScope(place, scopes) : findAncestor(place, scopes, instruction.ancestorKey);
  const variables = instruction.variables.map((planned) => planVariables(place, [...scopes, target], planned));
  let seen = seenInside(tree, from, variables);
  for (const scope of scopes.slice(scopes.indexOf(from.element) + 1)) {
    const outside = textContext(seen, desk);
    seen = [...seen, ...variables.filter((planned) => planned.scope === scope).flatMap((planned) => planned.variables)];
    checkCatches(graph, scope, { outside, inside: textContext(seen, desk) });
  }
  return { target, from, scopes: instruction.ancestorKey === null ? 'reuse' : 'create', variables };
};

/** The innermost scope of which exactly one instance is active. */
const findScope = ({ tree, root }: Place, scopes: readonly ElementIndex[]): ElementInstance => {
  let current = root;
  for (const scope of scopes.slice(1)) {
    const found = childrenOf(tree, current.key).filter(
      ({ element, state }) => element === scope && state === 'activated',
    );
    const [only] = found;
    if (only === undefined) return current;
    if (found.length > 1) {
      throw refuse(
        root,
        `its flow scope '${only.elementId}' has ${found.length} active instances; an ancestor has to be selected`,
      );
    }
    current = only;
  }
  return current;
};

const findAncestor = (
  { tree, root }: Place,
  scopes: readonly ElementIndex[],
  key: ElementInstanceKey,
): ElementInstance => {
  const ancestor = tree.elements.get(key);
  if (ancestor === undefined || ancestor.processInstanceKey !== root.processInstanceKey) {
    throw refuse(root, `the ancestor '${key}' is not an active element instance of it`);
  }
  if (!scopes.includes(ancestor.element) || ancestor.state !== 'activated') {
    throw refuse(root, `the ancestor '${key}' is not an active flow scope of the element`);
  }
  return ancestor;
};

const planVariables = (
  { graph, root }: Place,
  scopes: readonly ElementIndex[],
  planned: ActivateInstruction['variables'][number],
): PlannedVariables => {
  const variables = splitVariables(planned.variables);
  if (planned.scopeId === '') return { scope: null, variables };
  const scope = scopes.find((index) => elementAt(graph, index).id === planned.scopeId);
  if (scope === undefined)
    throw refuse(root, `the variable scope '${planned.scopeId}' is no flow scope of the element`);
  return { scope, variables };
};

/** A scope of which everything is terminated, and in which nothing is activated, is terminated with it, up to the instance itself. */
const withEmptiedScopes = (
  { tree, root }: Place,
  terminations: readonly ElementInstance[],
  activations: readonly PlannedActivation[],
): readonly ElementInstance[] => {
  const ending = new Map(terminations.map((instance) => [instance.key, instance]));
  const needed = new Set(activations.map(({ from }) => from.key));
  for (const instance of ending.values()) {
    const scope = instance.scopeKey === null ? undefined : tree.elements.get(instance.scopeKey);
    if (scope === undefined || scope.tokens !== null || needed.has(scope.key)) continue;
    if (childrenOf(tree, scope.key).every(({ key }) => ending.has(key))) ending.set(scope.key, scope);
  }
  for (const { from } of activations)
    if (isInside(tree, from, ending)) throw refuse(root, `it should activate inside of what it terminates`);
  if (ending.has(root.key) && tree.rootKey !== root.key) {
    throw refuse(
      root,
      'it would terminate the last element of an instance that is called by another; cancel the root instead',
    );
  }
  return [...ending.values()];
};

const isInside = (tree: InstanceTree, from: ElementInstance, ending: ReadonlyMap<string, ElementInstance>): boolean => {
  let current: ElementInstance | undefined = from;
  while (current !== undefined) {
    if (ending.has(current.key)) return true;
    current = current.scopeKey === null ? undefined : tree.elements.get(current.scopeKey);
  }
  return false;
};
