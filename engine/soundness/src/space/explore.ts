import type { ElementIndex } from '@irisflow/bpmn';

import { endingPlaces } from '../net/ending-places.ts';
import type { Move, Net, Place } from '../net/net.ts';
import { chooseClusters } from './choose-clusters.ts';
import { enabledClusters, type Cluster } from './enabled-moves.ts';
import { completed, isEnd, left, moveTokens, placesIn, type Marking } from './marking.ts';

/** One state, and how it was reached first. */
export interface StateNode {
  readonly marking: Marking;
  /** Index of the state before; null for a beginning. */
  readonly parent: number | null;
  readonly move: Move | null;
  /** Indexes of the states behind it. */
  readonly next: number[];
}

/** A move from a state, or from nothing at the start. */
export interface Arrival {
  readonly parent: number | null;
  readonly move: Move;
}

/** A move that would put a second token where one is. */
export interface Meeting extends Arrival {
  readonly places: readonly Place[];
  /** The tokens behind it, the second one left out. */
  readonly marking: Marking;
}

/** The states of a net, nearest first. */
export interface StateSpace {
  readonly net: Net;
  readonly nodes: readonly StateNode[];
  readonly meetings: readonly Meeting[];
  /** How each element was reached first. */
  readonly reached: ReadonlyMap<ElementIndex, Arrival>;
  /** States without a move that are no end. */
  readonly stuck: readonly number[];
  /** False when the budget was used up before every state was seen. */
  readonly isComplete: boolean;
  /** The states that were seen, but not what comes after them. */
  readonly unexplored: readonly number[];
}

export interface ExploreOptions {
  readonly budget: number;
  /** `all`: every order of events; `one`: one order of what is independent. */
  readonly orders: 'all' | 'one';
  /** `report`: nothing is explored behind a meeting of tokens; `merge`: the second token disappears. */
  readonly meetings: 'report' | 'merge';
  /** Where to begin instead of the starts of the net. */
  readonly from?: readonly Marking[];
}

interface Exploration {
  readonly net: Net;
  readonly ending: ReadonlySet<Place>;
  readonly options: ExploreOptions;
  readonly nodes: StateNode[];
  readonly indexes: Map<Marking, number>;
  readonly meetings: Meeting[];
  readonly reached: Map<ElementIndex, Arrival>;
  readonly stuck: number[];
}

const noteReached = ({ net, reached }: Exploration, arrival: Arrival): void => {
  const active = arrival.move.puts.flatMap((place) => {
    const content = net.places[place];
    return content === undefined || content.flow !== null ? [] : content.element;
  });
  for (const element of [...arrival.move.passes, ...active]) {
    if (!reached.has(element)) reached.set(element, arrival);
  }
};

const addNode = (exploration: Exploration, marking: Marking, parent: number | null, move: Move | null): number => {
  const known = exploration.indexes.get(marking);
  if (known !== undefined) return known;
  const index = exploration.nodes.length;
  exploration.nodes.push({ marking, parent, move, next: [] });
  exploration.indexes.set(marking, index);
  return index;
};

const take = (exploration: Exploration, marking: Marking, parent: number | null, move: Move): number | null => {
  noteReached(exploration, { parent, move });
  if (move.outcome !== 'goesOn') return addNode(exploration, move.outcome === 'ends' ? completed : left, parent, move);
  const moved = moveTokens(exploration.net, marking, move);
  // The first token has ended the scope before a second one comes there.
  if (moved.doubled.some((place) => exploration.ending.has(place))) return null;
  if (moved.doubled.length > 0) {
    exploration.meetings.push({ parent, move, places: moved.doubled, marking: moved.marking });
    if (exploration.options.meetings === 'report') return null;
  }
  return addNode(exploration, moved.marking, parent, move);
};

const clustersAt = ({ net, ending, options }: Exploration, marking: Marking): readonly Cluster[] => {
  const enabled = enabledClusters(net, marking);
  // What is about to end the scope depends on nothing and changes everything: no order of it may be left out.
  const isEnding = placesIn(marking).some((place) => ending.has(place));
  return options.orders === 'all' || isEnding ? enabled : chooseClusters(net, marking, enabled);
};

const expand = (exploration: Exploration, index: number, node: StateNode): void => {
  const { marking } = node;
  if (isEnd(marking)) return;
  const clusters = clustersAt(exploration, marking);
  if (clusters.length === 0) exploration.stuck.push(index);
  for (const { moves } of clusters) {
    for (const move of moves) {
      const next = take(exploration, marking, index, move);
      if (next !== null) node.next.push(next);
    }
  }
};

const begin = (exploration: Exploration): void => {
  const { net, options } = exploration;
  for (const marking of options.from ?? []) addNode(exploration, marking, null, null);
  if (options.from === undefined) for (const start of net.starts) take(exploration, completed, null, start);
};

/**
 * Tokens that were not joined go on to make more of themselves: in a loop, every combination of places is a state.
 * What they do is said by their first meeting; more than this is not worth looking at before that is repaired.
 */
const budgetWithMeetings = 5000;

const budgetOf = ({ options: { budget }, meetings }: Exploration): number =>
  meetings.length === 0 ? budget : Math.min(budget, budgetWithMeetings);

/** Explores the states of a net breadth first, so that the first way to each state is a shortest one. */
export const explore = (net: Net, options: ExploreOptions): StateSpace => {
  const exploration: Exploration = {
    net,
    ending: endingPlaces(net),
    options,
    nodes: [],
    indexes: new Map(),
    meetings: [],
    reached: new Map(),
    stuck: [],
  };
  begin(exploration);
  let next = 0;
  for (; next < exploration.nodes.length && exploration.nodes.length <= budgetOf(exploration); next += 1) {
    const node = exploration.nodes[next];
    if (node !== undefined) expand(exploration, next, node);
  }
  const { nodes, meetings, reached, stuck } = exploration;
  const unexplored = Array.from({ length: nodes.length - next }, (_, offset) => next + offset);
  return { net, nodes, meetings, reached, stuck, isComplete: unexplored.length === 0, unexplored };
};
