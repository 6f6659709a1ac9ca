import { elementAt } from '@irisflow/bpmn';

import type { Net, Place } from './net.ts';
import { isInstant } from './rests.ts';

/** Whether a token goes on from a place by itself, before anything else can happen. */
const passes = ({ graph, places, joins }: Net, place: Place): boolean => {
  const content = places[place];
  if (content === undefined || (joins[place] ?? null) !== null) return false;
  return content.flow !== null || isInstant(elementAt(graph, content.element));
};

/**
 * The places from which a token ends its whole scope in the moment it comes there, whichever way it takes: by a terminate
 * end event, or by an error that leaves the scope. Whoever would come second is gone by then.
 */
export const endingPlaces = (net: Net): ReadonlySet<Place> => {
  const ending = new Set<Place>();
  const candidates = net.places.map((_, place) => place).filter((place) => passes(net, place));
  const isEnding = (place: Place): boolean => {
    const moves = net.moves[place] ?? [];
    return (
      moves.length > 0 &&
      moves.every(({ outcome, puts }) => outcome !== 'goesOn' || puts.some((put) => ending.has(put)))
    );
  };
  for (let before = -1; before < ending.size;) {
    before = ending.size;
    for (const place of candidates) if (!ending.has(place) && isEnding(place)) ending.add(place);
  }
  return ending;
};
