import { elementAt, flowAt, linkTargets, type ElementIndex, type ExecutableProcess } from '@irisflow/bpmn';
import type { ElementInstanceKey } from '@irisflow/protocol';
import type { Run } from '../run/behavior.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { tokensOf } from './meeting-scopes.ts';

/** A join, and where its tokens may be. */
export interface Meeting {
  readonly scopes: readonly ElementInstance[];
  readonly join: ElementIndex;
}

/** What a modification is about to change in the scopes. */
export interface Change {
  readonly leaving: ReadonlySet<ElementInstanceKey>;
  readonly entered: readonly ElementIndex[];
}

/** Whether an active element or a waiting token has a way to a flow of the join that has no token yet. */
export const canStillArrive = (
  run: Run,
  graph: ExecutableProcess,
  { scopes, join }: Meeting,
  change: Change | null = null,
): boolean => {
  const places = placesOf(run, scopes, change);
  for (const flow of tokensOf(scopes).keys()) places.add(flowAt(graph, flow).target);
  return leadsToMissing(graph, places, { scopes, join });
};

/** Whether one of the other joins, should it go on, has a way to a flow of the join that has no token yet. */
export const isBehind = (graph: ExecutableProcess, meeting: Meeting, joins: readonly ElementIndex[]): boolean =>
  leadsToMissing(graph, new Set(joins), meeting);

const leadsToMissing = (
  graph: ExecutableProcess,
  places: ReadonlySet<ElementIndex>,
  { scopes, join }: Meeting,
): boolean => {
  const next = successorsIn(graph);
  const tokens = tokensOf(scopes);
  const seen = new Set(places);
  seen.delete(join);
  const isMissing = ({ target, flow }: Way): boolean => target === join && (flow === null || !tokens.has(flow));
  for (const place of seen) {
    const ways = next(place);
    if (ways.some(isMissing)) return true;
    for (const { target } of ways) if (target !== join) seen.add(target);
  }
  return false;
};

/**
 * Whether a token that waits elsewhere leads only to flows of the join that have no token yet.
 * One that leads to those with a token as well comes round a loop, and belongs to the next time that the join is asked.
 */
export const isAhead = (graph: ExecutableProcess, { scopes, join }: Meeting): boolean => {
  const tokens = tokensOf(scopes);
  const targets = new Set(Array.from(tokens.keys(), (flow) => flowAt(graph, flow).target));
  targets.delete(join);
  return [...targets].some((target) => {
    const reached = waysInto(graph, target, join).map(({ flow }) => flow !== null && tokens.has(flow));
    return reached.length > 0 && !reached.includes(true);
  });
};

/** The last steps of all ways from an element to a join that do not go through it. */
const waysInto = (graph: ExecutableProcess, from: ElementIndex, join: ElementIndex): readonly Way[] => {
  const next = successorsIn(graph);
  const seen = new Set([from]);
  const last: Way[] = [];
  for (const place of seen) {
    for (const way of next(place)) {
      if (way.target === join) last.push(way);
      else seen.add(way.target);
    }
  }
  return last;
};

/** Where something is, or comes to be, active in the scopes. */
const placesOf = (run: Run, scopes: readonly ElementInstance[], change: Change | null): Set<ElementIndex> => {
  const keys = new Set<string | null>(scopes.map(({ key }) => key));
  const places = new Set<ElementIndex>(change?.entered);
  for (const { key, scopeKey, element } of run.tree.elements.values()) {
    if (keys.has(scopeKey) && change?.leaving.has(key) !== true) places.add(element);
  }
  return places;
};

interface Way {
  readonly target: ElementIndex;
  /** Null for a way that is no sequence flow. */
  readonly flow: number | null;
}

/** Where a token can go from an element: over its flows, its boundary events, its link, or the events behind a gateway. */
const successorsIn = (graph: ExecutableProcess): ((index: ElementIndex) => readonly Way[]) => {
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
};
