import type { Net } from '../net/net.ts';
import { reachPlaces } from '../net/reach-places.ts';
import type { Cluster } from './enabled-moves.ts';
import { placesIn, type Marking } from './marking.ts';

/** Whether no other token can come to where this cluster takes its tokens before it has taken them. */
const isAlone = (net: Net, marking: Marking, { takes }: Cluster): boolean => {
  const others = placesIn(marking).filter((place) => !takes.includes(place));
  const reached = reachPlaces(net, others, { partners: 'needed' });
  return takes.every((place) => (net.places[place]?.twins ?? []).every((twin) => !reached.has(twin)));
};

/**
 * The clusters that are enough to explore of those enabled: one, when it is independent of all others (a persistent set), else all.
 *
 * Independent means that nothing else takes its tokens, no second token can come to them, and it ends nothing but its own path.
 * Ten parallel branches of ten steps then cost a hundred states instead of ten to the tenth, and no deadlock and no meeting of
 * tokens is lost: any path that leads there can begin with one of its moves.
 */
export const chooseClusters = (net: Net, marking: Marking, enabled: readonly Cluster[]): readonly Cluster[] => {
  if (enabled.length < 2) return enabled;
  const only = enabled.find(
    (cluster) => cluster.moves.every(({ outcome }) => outcome === 'goesOn') && isAlone(net, marking, cluster),
  );
  return only === undefined ? enabled : [only];
};
