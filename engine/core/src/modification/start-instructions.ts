import {
  elementAt,
  elementById,
  flowAt,
  type ElementIndex,
  type ExecutableElement,
  type ExecutableProcess,
} from '@irisflow/bpmn';
import type { FeelContext } from '@irisflow/feel';
import { catchesInside } from '../catching/catches-inside.ts';
import { draftCatches, openCatches, prepareCatches, seesOutside } from '../catching/open-catches.ts';
import { beginAdHoc, openInner } from '../elements/ad-hoc-sub-process.ts';
import type { Run } from '../run/behavior.ts';
import { createElement } from '../run/create-element.ts';
import type { Desk } from '../desk/desk.ts';
import { catchesOf } from '../lifecycle/execute-element.ts';
import { CommandRefused, IncidentError } from '../desk/failure.ts';
import { textContext } from '../expression/text-context.ts';
import { childrenOf, elementOf, emit, enqueue, graphOf, refOf } from '../run/run.ts';
import type { ProcessDefinition } from '../state/definition-catalog.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { VariableTexts } from '../variables/split-variables.ts';

/** The graph of a definition that a command names; whoever decided must have loaded it. */
export const loadedGraph = (desk: Desk, definition: Pick<ProcessDefinition, 'key' | 'id'>): ExecutableProcess => {
  const graph = desk.state.graph(definition.key);
  if (graph === undefined)
    throw new RangeError(`Expected the graph of process '${definition.id}' to be loaded, but it is not`);
  return graph;
};

/** The elements at which a new instance starts instead of its start event. Refuses those that cannot begin by themselves. */
export const checkStartElements = (
  desk: Desk,
  {
    definition,
    startAt,
    variables,
  }: { definition: ProcessDefinition; startAt: readonly string[]; variables: VariableTexts },
): readonly ElementIndex[] => {
  if (startAt.length === 0) return [];
  const graph = loadedGraph(desk, definition);
  const targets = startAt.map((id) => checkTarget(graph, id, `create instance of process '${definition.id}'`));
  const context = textContext(variables, desk);
  for (const scope of new Set(targets.flatMap((target) => scopesAround(graph, target)))) {
    checkCatches(graph, scope, { outside: context, inside: context });
  }
  return targets;
};

const neverStart: ReadonlySet<ExecutableElement['kind']> = new Set(['process', 'startEvent', 'boundaryEvent']);

/** The element of the id, when a token may be put on it. `intention` completes "Expected to ...". */
export const checkTarget = (graph: ExecutableProcess, id: string, intention: string): ElementIndex => {
  const element = elementById(graph, id);
  const refuse = (found: string): never => {
    throw new CommandRefused('INVALID_ARGUMENT', `Expected to ${intention} at element '${id}', but ${found}`);
  };
  if (element === null) return refuse('no such element exists');
  if (neverStart.has(element.kind)) return refuse(`an element of type '${element.kind}' cannot be activated by itself`);
  if (isBehindEventGateway(graph, element)) return refuse('it belongs to an event-based gateway');
  if (scopesAround(graph, element.index).some((index) => isLooping(elementAt(graph, index)))) {
    return refuse('it is inside of a multi-instance scope');
  }
  return element.index;
};

const isLooping = (element: ExecutableElement): boolean => 'multiInstance' in element && element.multiInstance !== null;

const isBehindEventGateway = (graph: ExecutableProcess, { incoming }: ExecutableElement): boolean =>
  incoming.some((flow) => elementAt(graph, flowAt(graph, flow).source).kind === 'eventBasedGateway');

/** The scopes that contain an element, from the process inward. */
export const scopesAround = (graph: ExecutableProcess, target: ElementIndex): readonly ElementIndex[] => {
  const scopes: ElementIndex[] = [];
  let scope = elementAt(graph, target).scope;
  while (scope !== null) {
    scopes.unshift(scope);
    scope = elementAt(graph, scope).scope;
  }
  return scopes;
};

/** What the events of a scope will see: those on its boundary that look from outside, and all others. */
export interface Sights {
  readonly outside: FeelContext;
  readonly inside: FeelContext;
}

/** Refuses a scope whose events cannot be evaluated, before anything is changed. */
export const checkCatches = (graph: ExecutableProcess, scope: ElementIndex, sights: Sights): void => {
  const element = elementAt(graph, scope);
  const boundaries = 'boundaryEvents' in element ? element.boundaryEvents : [];
  checkEvents(graph, [...boundaries, ...startsInside(graph, scope)], sights);
};

/** The same for the event sub-processes alone, of a scope that is there. */
export const checkCatchesInside = (graph: ExecutableProcess, scope: ElementIndex, inside: FeelContext): void => {
  checkEvents(graph, startsInside(graph, scope), { inside, outside: inside });
};

const startsInside = (graph: ExecutableProcess, scope: ElementIndex): readonly ElementIndex[] => {
  const element = elementAt(graph, scope);
  const starts = 'eventSubProcesses' in element ? element.eventSubProcesses : [];
  return starts.map((index) => {
    const inner = elementAt(graph, index);
    return inner.kind === 'eventSubProcess' ? inner.startEvent : index;
  });
};

const checkEvents = (graph: ExecutableProcess, catches: readonly ElementIndex[], { outside, inside }: Sights): void => {
  try {
    draftCatches(graph, catches, (catchElement) => (seesOutside(catchElement) ? outside : inside));
  } catch (failure) {
    if (failure instanceof IncidentError) throw new CommandRefused('INVALID_ARGUMENT', failure.message);
    throw failure;
  }
};

/** Activates the root scope without its start event, and the given elements in it. */
export const activateStartElements = (run: Run, root: ElementInstance, targets: readonly ElementIndex[]): void => {
  openScope(run, root);
  for (const target of targets) {
    const scope = reachScope(run, root, { target, find: onlyChild });
    enqueue(run, { do: 'activate', key: createElement(run, { element: target, scope }).key });
  }
};

/** A scope becomes active with its subscriptions, but nothing starts in it and nothing is mapped. */
const openScope = (run: Run, scope: ElementInstance): void => {
  const catches = [...catchesOf(run, elementOf(run, scope), scope), ...catchesInside(run, scope)];
  openCatches(run, scope, prepareCatches(run, scope, catches));
  emit(run, { kind: 'elementActivated', ...refOf(scope) });
  const element = elementOf(run, scope);
  if (element.kind === 'adHocSubProcess') beginAdHoc(run, element, scope);
};

/** Where an element can be created: what is activated in an ad-hoc sub-process has an inner scope of its own. */
const placeIn = (run: Run, scope: ElementInstance): ElementInstance =>
  scope.type === 'AD_HOC_SUB_PROCESS' ? openInner(run, scope) : scope;

/** Which instance of an inner scope is to be used; undefined creates a new one. */
export type FindScope = (run: Run, outer: ElementInstance, scope: ElementIndex) => ElementInstance | undefined;

export const onlyChild: FindScope = (run, outer, scope) =>
  childrenOf(run.tree, outer.key).find(({ element, state }) => element === scope && state === 'activated');

export interface Reach {
  readonly target: ElementIndex;
  readonly find: FindScope;
  /** Is told about each scope that is created, before its events are evaluated. */
  readonly onScope?: (scope: ElementInstance) => void;
}

/** The instance of the innermost scope around the target, after the missing ones were created from `from` inward. */
export const reachScope = (run: Run, from: ElementInstance, { target, find, onScope }: Reach): ElementInstance => {
  const scopes = scopesAround(graphOf(run, from.processInstanceKey), target);
  let current = from;
  for (const element of scopes.slice(scopes.indexOf(from.element) + 1)) {
    const existing = find(run, current, element);
    if (existing !== undefined) {
      current = existing;
      continue;
    }
    current = createElement(run, { element, scope: placeIn(run, current) });
    onScope?.(current);
    openScope(run, current);
  }
  return placeIn(run, current);
};
