import type { Join, Move, Net, Place } from '../net/net.ts';
import { holds, placesIn, type Marking } from './marking.ts';

/** Moves that compete for the same tokens: one of them happens. */
export interface Cluster {
  readonly takes: readonly Place[];
  readonly moves: readonly Move[];
}

const fire = ({ element, branches }: Join, takes: readonly Place[]): Cluster => ({
  takes,
  moves: branches.map((branch) => ({
    ...branch,
    kind: 'joined',
    outcome: 'goesOn',
    element,
    passes: [element],
    takes,
  })),
});

/** As the engine asks: whether anything active, or a token that waits elsewhere, has a way to a flow without token. */
const canStillArrive = (net: Net, join: Join, marking: Marking): boolean => {
  const elements = placesIn(marking).map((place) => net.places[place]?.element ?? 0);
  return join.inputs.some(
    (input, index) => !holds(marking, input) && elements.some((element) => join.senders[index]?.has(element) === true),
  );
};

const isReady = (net: Net, join: Join, marking: Marking): boolean =>
  join.inputs.every((input) => holds(marking, input)) ||
  (join.kind === 'inclusive' && !canStillArrive(net, join, marking));

const waitingJoins = (net: Net, places: readonly Place[]): readonly Join[] => [
  ...new Set(places.flatMap((place) => net.joins[place] ?? [])),
];

/** Whether a token that waits elsewhere leads to flows of the join without token, and to none that has one. */
const isAhead = (net: Net, join: Join, places: readonly Place[]): boolean =>
  places.some((place) => {
    const element = net.places[place]?.element ?? 0;
    const leadsTo = join.inputs.filter((_, index) => join.senders[index]?.has(element) === true);
    return leadsTo.length > 0 && leadsTo.every((input) => !places.includes(input));
  });

/** With nothing left that moves, the engine lets one go of the inclusive joins that wait in a circle. */
const joinsInCircle = (net: Net, joins: readonly Join[], places: readonly Place[]): readonly Join[] => {
  if (places.some((place) => net.places[place]?.flow === null)) return [];
  const waiting = joins.filter(({ kind }) => kind === 'inclusive');
  const first = waiting.filter((join) => !isAhead(net, join, places));
  return first.length > 0 ? first : waiting;
};

/** What goes on by itself before what waits for somebody, as it would be told. */
const inOrderOfTelling = (net: Net, marking: Marking): readonly Place[] => {
  const isActive = (place: Place): boolean => net.places[place]?.flow === null;
  const places = placesIn(marking);
  return [...places.filter((place) => !isActive(place)), ...places.filter(isActive)];
};

/** Everything that can happen next. */
export const enabledClusters = (net: Net, marking: Marking): readonly Cluster[] => {
  const places = inOrderOfTelling(net, marking);
  const free = places.flatMap((place): Cluster[] => {
    const moves = (net.moves[place] ?? []).filter(({ unless }) => !places.some((other) => unless?.has(other)));
    return moves.length === 0 ? [] : [{ takes: [place], moves }];
  });
  const waiting = waitingJoins(net, places);
  const ready = waiting.filter((join) => isReady(net, join, marking));
  const firing = free.length + ready.length > 0 ? ready : joinsInCircle(net, waiting, places);
  const joined = firing.map((join) =>
    fire(
      join,
      join.inputs.filter((input) => holds(marking, input)),
    ),
  );
  return [...free, ...joined].filter(({ moves }) => moves.length > 0);
};
