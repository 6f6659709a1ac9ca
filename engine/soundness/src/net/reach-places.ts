import type { Branch, Join, Move, Net, Place } from './net.ts';

export interface ReachOptions {
  /** `needed`: a parallel join needs something on every input; `ignored`: any input will do. */
  readonly partners: 'needed' | 'ignored';
  /** Moves that are left out. */
  readonly without?: (move: Move) => boolean;
}

const isHeldUp = ({ kind, inputs }: Join, reached: ReadonlySet<Place>): boolean =>
  kind === 'parallel' && !inputs.every((input) => reached.has(input));

/** The places that tokens could come to, if every choice could go every way and tokens never ran out. */
export const reachPlaces = (
  net: Net,
  from: readonly Place[],
  { partners, without = () => false }: ReachOptions,
): ReadonlySet<Place> => {
  const reached = new Set(from);
  const add = ({ puts }: Branch): void => puts.forEach((put) => reached.add(put));
  for (const place of reached) {
    const join = net.joins[place] ?? null;
    if (join === null) (net.moves[place] ?? []).filter((move) => !without(move)).forEach(add);
    else if (partners === 'ignored' || !isHeldUp(join, reached)) join.branches.forEach(add);
  }
  return reached;
};
