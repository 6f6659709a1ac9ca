import { elementAt, flowAt, linkTargets, type ElementIndex, type ExecutableProcess } from '@irisflow/bpmn';
import type { Run } from '../execution/behavior.ts';
import { createElement } from '../execution/create-element.ts';
import { enqueue, graphOf } from '../execution/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';

const joinsByGraph = new WeakMap<ExecutableProcess, ReadonlySet<ElementIndex>>();

/** The inclusive gateways of a process where more than one flow arrives. */
function joinsOf(graph: ExecutableProcess): ReadonlySet<ElementIndex> {
  const known = joinsByGraph.get(graph);
  if (known !== undefined) return known;
  const joins = graph.elements.filter(({ kind, incoming }) => kind === 'inclusiveGateway' && incoming.length > 1);
  const indexes = new Set(joins.map(({ index }) => index));
  joinsByGraph.set(graph, indexes);
  return indexes;
}

/**
 * Activates inclusive joins to which no further token can come. Asked whenever the work of a command has come to rest,
 * because a path that dies anywhere in the scope may be the one that a join waited for.
 */
export function settleJoins(run: Run): void {
  for (const { key } of run.tree.instances.values()) {
    const graph = graphOf(run, key);
    if (joinsOf(graph).size > 0) settleProcess(run, graph, key);
  }
}

function settleProcess(run: Run, graph: ExecutableProcess, processInstanceKey: string): void {
  for (const scope of run.tree.elements.values()) {
    if (scope.processInstanceKey !== processInstanceKey || scope.tokens === null || scope.state !== 'activated')
      continue;
    settleScope(run, graph, scope);
  }
}

function settleScope(run: Run, graph: ExecutableProcess, scope: ElementInstance): void {
  const waiting = waitingJoins(graph, scope);
  if (waiting.length === 0) return;
  const ready = waiting.filter((join) => !canStillArrive(run, graph, { scope, join }));
  // Joins that wait for each other in a circle would wait for ever.
  const isStuck = ready.length === 0 && scope.children === 0 && waiting.length === scope.tokens?.size;
  for (const join of isStuck ? waiting.slice(0, 1) : ready) {
    const flows = elementAt(graph, join).incoming.filter((flow) => scope.tokens?.has(flow) === true);
    if (flows.length === 0) continue;
    const { key } = createElement(run, { element: join, scope, flows });
    enqueue(run, { do: 'activate', key });
  }
}

function waitingJoins(graph: ExecutableProcess, scope: ElementInstance): readonly ElementIndex[] {
  const targets = Array.from(scope.tokens?.keys() ?? [], (flow) => flowAt(graph, flow).target);
  return [...new Set(targets)].filter((target) => joinsOf(graph).has(target));
}

interface Join {
  readonly scope: ElementInstance;
  readonly join: ElementIndex;
}

/** Whether an active element or a waiting token of the scope has a way to a flow of the join that has no token yet. */
function canStillArrive(run: Run, graph: ExecutableProcess, { scope, join }: Join): boolean {
  const next = successorsIn(graph);
  const seen = placesOf(run, graph, scope);
  seen.delete(join);
  const isMissing = ({ target, flow }: Way): boolean =>
    target === join && (flow === null || scope.tokens?.has(flow) !== true);
  for (const place of seen) {
    const ways = next(place);
    if (ways.some(isMissing)) return true;
    for (const { target } of ways) if (target !== join) seen.add(target);
  }
  return false;
}

/** Where something is active in the scope, or a token waits. */
function placesOf(run: Run, graph: ExecutableProcess, scope: ElementInstance): Set<ElementIndex> {
  const places = new Set<ElementIndex>();
  for (const { scopeKey, element } of run.tree.elements.values()) if (scopeKey === scope.key) places.add(element);
  for (const flow of scope.tokens?.keys() ?? []) places.add(flowAt(graph, flow).target);
  return places;
}

interface Way {
  readonly target: ElementIndex;
  /** Null for a way that is no sequence flow. */
  readonly flow: number | null;
}

/** Where a token can go from an element: over its flows, its boundary events, its link, or the events behind a gateway. */
function successorsIn(graph: ExecutableProcess): (index: ElementIndex) => readonly Way[] {
  const linkOf = linkTargets(graph);
  return (index) => {
    const element = elementAt(graph, index);
    const ways: Way[] = element.outgoing.map((flow) => ({ target: flowAt(graph, flow).target, flow }));
    if ('boundaryEvents' in element) {
      for (const target of element.boundaryEvents) ways.push({ target, flow: null });
    }
    const link = element.kind === 'intermediateThrowEvent' ? linkOf(element) : null;
    if (link !== null) ways.push({ target: link, flow: null });
    return ways;
  };
}
