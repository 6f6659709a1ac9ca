import { elementAt } from '@irisflow/bpmn';

import type { Move, Net, Place } from './net.ts';
import { reachPlaces } from './reach-places.ts';

/**
 * The moves of a net in which an event that does not interrupt waits until its own path is free again.
 * Else every reminder in a loop would count as two tokens that meet, although each goes its own way to its own end.
 */
export const oneAtATime = (net: Net): Net['moves'] => {
  const isBeside = ({ element }: Move): boolean => {
    const mover = elementAt(net.graph, element);
    return mover.kind === 'boundaryEvent' && !mover.interrupting;
  };
  const reach = (from: readonly Place[], without?: (move: Move) => boolean): ReadonlySet<Place> =>
    reachPlaces(net, from, { partners: 'ignored', ...(without === undefined ? {} : { without }) });
  const main = reach(
    net.starts.flatMap(({ puts }) => puts),
    isBeside,
  );
  const alone = (move: Move): Move => {
    if (!isBeside(move)) return move;
    const host = reach(move.takes, isBeside);
    const own = [...reach(move.puts)].filter((place) => !main.has(place) && !host.has(place));
    return { ...move, unless: new Set(own) };
  };
  return net.moves.map((moves) => moves.map(alone));
};
