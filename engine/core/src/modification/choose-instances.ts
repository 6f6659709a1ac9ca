import { elementById } from '@irisflow/bpmn';
import type { ElementInstanceKey } from '@irisflow/protocol';
import type {
  ActivateInstruction,
  InstanceChoice,
  ModifyInstanceCommand,
  MoveInstruction,
} from '../command/modification-command.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { type Place, refuse } from './place.ts';
import { scopesAround } from './start-instructions.ts';

/** Which instances end, and what is activated for those of them that move. */
export interface ChosenInstances {
  readonly moved: readonly ActivateInstruction[];
  readonly terminations: readonly ElementInstance[];
}

interface Leaving {
  readonly instance: ElementInstance;
  /** Null when it only ends. */
  readonly move: MoveInstruction | null;
}

/** Finds the instances that moves and terminations mean. An element that is both moved and terminated moves. */
export const chooseInstances = (place: Place, { move, terminate }: ModifyInstanceCommand): ChosenInstances => {
  checkSources(place, move);
  const choices = [
    ...terminate.map((choice) => ({ choice, move: null })),
    ...move.map((instruction) => ({ choice: instruction.source, move: instruction })),
  ];
  const leaving: Leaving[] = [];
  const byElement = new Map<string, MoveInstruction | null>();
  for (const { choice, move: instruction } of choices) {
    if (choice.by === 'key') leaving.push({ instance: instanceOf(place, choice.key), move: instruction });
    else byElement.set(checkedId(place, choice.elementId), instruction);
  }
  leaving.push(...instancesOf(place, byElement, leaving));
  return {
    moved: leaving.flatMap(({ instance, move: instruction }) =>
      instruction === null ? [] : [activationFor(place, instance, instruction)],
    ),
    terminations: [...new Set(leaving.map(({ instance }) => instance))],
  };
};

const nameOf = (choice: InstanceChoice): string => (choice.by === 'key' ? choice.key : choice.elementId);

const checkSources = ({ root }: Place, moves: readonly MoveInstruction[]): void => {
  const seen = new Set<string>();
  for (const name of moves.map(({ source }) => nameOf(source))) {
    if (seen.has(name)) throw refuse(root, `it should move '${name}' twice`);
    seen.add(name);
  }
};

const instanceOf = ({ tree, root }: Place, key: ElementInstanceKey): ElementInstance => {
  const instance = tree.elements.get(key);
  if (instance === undefined || instance.processInstanceKey !== root.processInstanceKey) {
    throw refuse(root, `it should terminate the element instance '${key}', which is not active in it`);
  }
  return instance;
};

const checkedId = ({ graph, root }: Place, id: string): string => {
  if (elementById(graph, id) === null) throw refuse(root, `it should terminate the element '${id}', which it has not`);
  return id;
};

/** The outermost instances of the elements: what is inside of one that leaves goes with it. Scopes are older than what is in them. */
const instancesOf = (
  { tree, root }: Place,
  byElement: ReadonlyMap<string, MoveInstruction | null>,
  named: readonly Leaving[],
): Leaving[] => {
  const found: Leaving[] = [];
  const gone = new Set(named.map(({ instance }) => instance.key));
  for (const instance of tree.elements.values()) {
    if (instance.processInstanceKey !== root.processInstanceKey || gone.has(instance.key)) continue;
    const isInside = instance.scopeKey !== null && gone.has(instance.scopeKey);
    const move = isInside || instance.state === 'terminating' ? undefined : byElement.get(instance.elementId);
    if (move !== undefined) found.push({ instance, move });
    if (isInside || move !== undefined) gone.add(instance.key);
  }
  return found;
};

const activationFor = (place: Place, instance: ElementInstance, move: MoveInstruction): ActivateInstruction => {
  const { targetElementId: elementId, variables } = move;
  return { elementId, ancestorKey: ancestorFor(place, instance, move), variables };
};

const ancestorFor = (
  place: Place,
  { scopeKey }: ElementInstance,
  { scope, targetElementId }: MoveInstruction,
): ElementInstanceKey | null => {
  switch (scope.kind) {
    case 'given':
      return scope.ancestorKey;
    case 'source':
      return scopeKey;
    case 'inferred':
      return nearestScope(place, scopeKey, targetElementId);
  }
};

/** The process instance is around everything: to name it would create the scopes between it and the target once more. */
const nearestScope = (
  { tree, graph, root }: Place,
  from: ElementInstanceKey | null,
  targetElementId: string,
): ElementInstanceKey | null => {
  const target = elementById(graph, targetElementId);
  if (target === null) return null;
  const scopes = new Set(scopesAround(graph, target.index));
  let scope = from === null ? undefined : tree.elements.get(from);
  while (scope !== undefined && scope !== root) {
    if (scopes.has(scope.element)) return scope.key;
    scope = scope.scopeKey === null ? undefined : tree.elements.get(scope.scopeKey);
  }
  return null;
};
