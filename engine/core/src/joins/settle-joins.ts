import { elementAt, flowAt, type ElementIndex, type ExecutableProcess } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import { createElement } from '../run/create-element.ts';
import { enqueue, graphOf } from '../run/run.ts';
import { gatherTokens, meetingScopes, tokensOf } from './meeting-scopes.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { canStillArrive, isAhead, isBehind, type Meeting } from './reach-join.ts';

const joinsByGraph = new WeakMap<ExecutableProcess, ReadonlySet<ElementIndex>>();

/** The inclusive gateways of a process where more than one flow arrives. */
const joinsOf = (graph: ExecutableProcess): ReadonlySet<ElementIndex> => {
  const known = joinsByGraph.get(graph);
  if (known !== undefined) return known;
  const joins = graph.elements.filter(({ kind, incoming }) => kind === 'inclusiveGateway' && incoming.length > 1);
  const indexes = new Set(joins.map(({ index }) => index));
  joinsByGraph.set(graph, indexes);
  return indexes;
};

/**
 * Activates inclusive joins to which no further token can come. Asked whenever the work of a command has come to rest,
 * because a path that dies anywhere in the scope may be the one that a join waited for.
 */
export const settleJoins = (run: Run): void => {
  for (const { key } of run.tree.instances.values()) {
    const graph = graphOf(run, key);
    if (joinsOf(graph).size > 0) settleProcess(run, graph, key);
  }
};

const settleProcess = (run: Run, graph: ExecutableProcess, processInstanceKey: string): void => {
  for (const scope of run.tree.elements.values()) {
    if (scope.processInstanceKey !== processInstanceKey || scope.tokens === null || scope.state !== 'activated')
      continue;
    const scopes = meetingScopes(run, scope);
    if (scopes.find(({ tokens }) => tokens !== null)?.key === scope.key) settleScopes(run, graph, scopes);
  }
};

const settleScopes = (run: Run, graph: ExecutableProcess, scopes: readonly ElementInstance[]): void => {
  const targets = new Set(Array.from(tokensOf(scopes).keys(), (flow) => flowAt(graph, flow).target));
  const stuck = stuckIn(run, scopes);
  const waiting = [...targets].filter((target) => joinsOf(graph).has(target) && !stuck.has(target));
  if (waiting.length === 0) return;
  const ready = waiting.filter((join) => !canStillArrive(run, graph, { scopes, join }));
  // With nothing left that moves, what a join still waits for is behind another join, or behind itself round a loop.
  const isIdle = scopes.every(({ children }) => children === 0);
  for (const join of ready.length === 0 && isIdle ? firstOf(graph, scopes, waiting) : ready)
    activateJoin(run, graph, { scopes, join });
};

/** What has an incident in the scopes. A join that is stuck keeps its other tokens: each of them would be stuck as well. */
const stuckIn = (run: Run, scopes: readonly ElementInstance[]): ReadonlySet<ElementIndex> => {
  const keys = new Set<string | null>(scopes.map(({ key }) => key));
  const holders = Array.from(run.tree.incidents.values(), ({ elementKey }) => run.tree.elements.get(elementKey));
  return new Set(
    holders.flatMap((holder) => (holder !== undefined && keys.has(holder.scopeKey) ? [holder.element] : [])),
  );
};

/**
 * The join that goes on first where nothing moves: one that waits for none of the others, only for a parallel join that
 * nothing completes. Of joins that wait for each other, one whose tokens are all there as far as this round of the
 * circle goes.
 */
const firstOf = (
  graph: ExecutableProcess,
  scopes: readonly ElementInstance[],
  waiting: readonly ElementIndex[],
): readonly ElementIndex[] => {
  const first =
    waiting.find((join) => !isBehind(graph, { scopes, join }, waiting)) ??
    waiting.find((join) => !isAhead(graph, { scopes, join })) ??
    waiting[0];
  return first === undefined ? [] : [first];
};

const activateJoin = (run: Run, graph: ExecutableProcess, { scopes, join }: Meeting): void => {
  const tokens = tokensOf(scopes);
  const flows = elementAt(graph, join).incoming.filter((flow) => tokens.has(flow));
  const scope = scopes.find((candidate) => flows.some((flow) => candidate.tokens?.has(flow) === true));
  if (scope === undefined) return;
  gatherTokens(run, scope, flows);
  enqueue(run, { do: 'activate', key: createElement(run, { element: join, scope, flows }).key });
};
