import { elementAt, flowAt } from '@irisflow/bpmn';

import type { Move, Place } from '../net/net.ts';
import type { SoundnessStep } from '../report.ts';
import type { Arrival, StateNode } from '../space/explore.ts';
import { completed, moveTokens, placesIn, type Marking } from '../space/marking.ts';
import type { ScopeView } from './scope-view.ts';

const tokenId = ({ graph, space }: ScopeView, place: Place): readonly string[] => {
  const content = space.net.places[place];
  if (content === undefined) return [];
  return [content.flow === null ? elementAt(graph, content.element).id : flowAt(graph, content.flow).id];
};

const tokenIds = (view: ScopeView, places: readonly Place[]): readonly string[] => [
  ...view.beginning.tokensAround,
  ...places.flatMap((place) => tokenId(view, place)),
];

const stepOf = (view: ScopeView, { kind, element, flows }: Move, places: readonly Place[]): SoundnessStep => ({
  kind,
  elementId: elementAt(view.graph, element).id,
  flowIds: flows.map((flow) => flowAt(view.graph, flow).id),
  tokens: tokenIds(view, places),
});

const lineage = ({ space }: ScopeView, index: number | null): readonly StateNode[] => {
  const nodes: StateNode[] = [];
  for (let at = index; at !== null;) {
    const node = space.nodes[at];
    if (node === undefined) break;
    nodes.unshift(node);
    at = node.parent;
  }
  return nodes;
};

/** The steps from the start of the process to a state of a scope. */
export const stepsTo = (view: ScopeView, state: number | null): readonly SoundnessStep[] => [
  ...view.beginning.steps,
  ...lineage(view, state).flatMap(({ move, marking }) => (move === null ? [] : stepOf(view, move, placesIn(marking)))),
];

const markingOf = ({ space }: ScopeView, state: number | null): Marking =>
  (state === null ? undefined : space.nodes[state]?.marking) ?? completed;

/** The steps to a state and the move from there; where tokens meet, both are there behind it. */
export const stepsThrough = (view: ScopeView, { parent, move }: Arrival): readonly SoundnessStep[] => {
  if (move.outcome !== 'goesOn') return [...stepsTo(view, parent), stepOf(view, move, [])];
  const { marking, doubled } = moveTokens(view.space.net, markingOf(view, parent), move);
  return [...stepsTo(view, parent), stepOf(view, move, [...placesIn(marking), ...doubled])];
};
