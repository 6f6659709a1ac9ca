import type { StateSpace } from './explore.ts';
import { isEnd } from './marking.ts';

/** For each state those right before it. */
export const statesBefore = (nodes: StateSpace['nodes']): readonly (readonly number[])[] => {
  const before: number[][] = nodes.map(() => []);
  for (const [index, { next }] of nodes.entries()) for (const target of next) before[target]?.push(index);
  return before;
};

/**
 * The states from which nothing leads to an end, nearest first.
 * A stop, a meeting of tokens and what was not explored count as ends: they are reported for themselves.
 */
export const endlessStates = ({ nodes, meetings, stuck, unexplored }: StateSpace): readonly number[] => {
  const before = statesBefore(nodes);
  const ends = nodes.flatMap(({ marking }, index) => (isEnd(marking) ? index : []));
  const leading = new Set([...ends, ...stuck, ...unexplored, ...meetings.flatMap(({ parent }) => parent ?? [])]);
  for (const index of leading) for (const source of before[index] ?? []) leading.add(source);
  return nodes.flatMap((_, index) => (leading.has(index) ? [] : index));
};
