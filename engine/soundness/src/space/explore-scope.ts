import type { ElementIndex } from '@irisflow/bpmn';

import type { Net } from '../net/net.ts';
import { endlessStates } from './endless-states.ts';
import { explore, type StateSpace } from './explore.ts';
import { completed } from './marking.ts';

/** Below this every order of events is explored: that is exact, its ways are the shortest, and it takes some milliseconds. */
const smallSpace = 2000;

/** What is known of one scope. */
export interface ScopeSpace extends StateSpace {
  /** Every element that a token can come to, also behind a meeting of tokens. */
  readonly alive: ReadonlySet<ElementIndex>;
  /** States, none of them stuck, from which no way leads to an end. */
  readonly endless: readonly number[];
  /** How many states were explored in all. */
  readonly states: number;
}

/** Every order of events where that is cheap; else one order of what is independent. */
const exploreOnce = (net: Net, budget: number): { readonly space: StateSpace; readonly isReduced: boolean } => {
  const options = { meetings: 'report' } as const;
  const small = explore(net, { ...options, orders: 'all', budget: Math.min(smallSpace, budget) });
  if (small.isComplete) return { space: small, isReduced: false };
  return { space: explore(net, { ...options, orders: 'one', budget }), isReduced: true };
};

/** One order of events may put off for ever an end that another order reaches: looks again from where that seems so. */
const exploreAgain = ({ net, nodes }: StateSpace, states: readonly number[], budget: number): StateSpace | null => {
  if (states.length === 0) return null;
  const from = states.map((state) => nodes[state]?.marking ?? completed);
  return explore(net, { budget, orders: 'all', meetings: 'report', from });
};

/** Goes on behind the meetings of tokens, only to see what can be reached there. */
const exploreBeyond = ({ net, meetings }: StateSpace, budget: number): StateSpace | null => {
  if (meetings.length === 0) return null;
  return explore(net, { budget, orders: 'one', meetings: 'merge', from: meetings.map(({ marking }) => marking) });
};

/** Explores one scope: the states, those that never end, and what can be reached although tokens meet on the way. */
export const exploreScope = (net: Net, budget: number): ScopeSpace => {
  const { space, isReduced } = exploreOnce(net, budget);
  const seeming = endlessStates(space);
  const again = isReduced ? exploreAgain(space, seeming, budget) : null;
  // The states looked at again are the first of the second space, in the same order.
  const confirmed = again === null ? null : new Set(endlessStates(again));
  const explored = [space, again, exploreBeyond(space, budget)].filter((part) => part !== null);
  return {
    ...space,
    alive: new Set(explored.flatMap(({ reached }) => [...reached.keys()])),
    isComplete: explored.every(({ isComplete }) => isComplete),
    endless: seeming.filter((_, position) => confirmed === null || confirmed.has(position)),
    states: explored.reduce((sum, { nodes }) => sum + nodes.length, 0),
  };
};

/** Whether the scope can come to its own end, so that its path goes on behind it. What was not explored counts as an end. */
export const canComplete = ({ nodes, meetings, stuck, endless, isComplete }: ScopeSpace): boolean =>
  nodes.some(({ marking }) => marking === completed) ||
  !isComplete ||
  meetings.length + stuck.length + endless.length > 0;
