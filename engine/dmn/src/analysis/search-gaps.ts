import type { Effort } from './effort.ts';
import type { GridAxis, TableGrid } from './table-grid.ts';

/** Part of everything that may come: atoms by axis, both by their places; null where an axis is whole. */
export type Box = readonly (readonly number[] | null)[];

/** What nobody reads to the end. */
const MAX_BOXES = 60;

interface Found {
  readonly boxes: readonly Box[];
  readonly key: string;
}

interface Search {
  readonly axes: readonly GridAxis[];
  /** Whether a rule counts as taking an atom of which nobody can tell. */
  readonly isDoubtTaken: boolean;
  /** Atoms that are looked at; null for all. */
  readonly within: Box;
  readonly known: Map<string, Found>;
  /** By axis: the rules that take every atom from there on. */
  readonly takesRest: readonly ReadonlySet<number>[];
  readonly effort: Effort;
  isComplete: boolean;
}

const nothing: Found = { boxes: [], key: '' };

const takes = ({ axes, isDoubtTaken }: Search, rule: number, place: readonly [axis: number, atom: number]): boolean => {
  const verdict = axes[place[0]]?.verdicts[rule]?.[place[1]] ?? null;
  return verdict === null ? isDoubtTaken : verdict;
};

const atomsAt = ({ axes, within }: Search, axis: number): readonly number[] =>
  within[axis] ?? [...(axes[axis]?.atoms.keys() ?? [])];

const sizeOf = (boxes: readonly Box[]): number =>
  boxes.reduce((sum, box) => box.reduce((inner, atoms) => inner + 1 + (atoms?.length ?? 0), sum), 0);

/** Atoms behind which the same is missing are one. */
const joined = (search: Search, axis: number, rules: readonly number[]): Found => {
  const atoms = atomsAt(search, axis);
  const groups = new Map<string, { readonly found: Found; readonly atoms: number[] }>();
  for (const atom of atoms) {
    const found = gapsFrom(
      search,
      axis + 1,
      rules.filter((rule) => takes(search, rule, [axis, atom])),
    );
    const group = groups.get(found.key) ?? { found, atoms: [] };
    group.atoms.push(atom);
    groups.set(found.key, group);
  }
  const boxes = [...groups.values()].flatMap((group) => {
    const own = group.atoms.length === search.axes[axis]?.atoms.length ? null : group.atoms;
    return group.found.boxes.map((box): Box => [own, ...box]);
  });
  if (boxes.length > MAX_BOXES) search.isComplete = false;
  const kept = boxes.slice(0, MAX_BOXES);
  search.effort.spend(sizeOf(kept));
  return { boxes: kept, key: JSON.stringify(kept) };
};

const gapsFrom = (search: Search, axis: number, rules: readonly number[]): Found => {
  const rest = search.takesRest[axis];
  if (rules.some((rule) => rest?.has(rule))) return nothing;
  if (rules.length === 0 || axis === search.axes.length) {
    const box = search.axes.slice(axis).map((_, index) => search.within[axis + index] ?? null);
    return { boxes: [box], key: JSON.stringify([box]) };
  }
  const key = `${axis} ${rules.join(' ')}`;
  const known = search.known.get(key);
  if (known !== undefined) return known;
  if (!search.effort.spend((rules.length + 1) * atomsAt(search, axis).length)) return nothing;
  const found = joined(search, axis, rules);
  search.known.set(key, found);
  return found;
};

/** The rules that take all of what is looked at from an axis on, for each axis. */
const takersOfRest = (search: Omit<Search, 'takesRest'>, rules: readonly number[]): ReadonlySet<number>[] => {
  const whole = { ...search, takesRest: [] };
  const sets: Set<number>[] = [new Set(rules)];
  for (const axis of [...search.axes.keys()].toReversed()) {
    const after = sets[0] ?? new Set();
    const atoms = atomsAt(whole, axis);
    search.effort.spend(after.size * atoms.length);
    sets.unshift(new Set([...after].filter((rule) => atoms.every((atom) => takes(whole, rule, [axis, atom])))));
  }
  return sets;
};

export interface GapSearch {
  readonly rules: readonly number[];
  readonly isDoubtTaken: boolean;
  readonly within?: Box;
  /** How far the search goes before it gives up. */
  readonly effort: Effort;
}

/** What none of some rules takes, in as few boxes as merging their neighbors gives. */
export const searchGaps = (
  { axes }: TableGrid,
  { rules, isDoubtTaken, within = [], effort }: GapSearch,
): { readonly boxes: readonly Box[]; readonly isComplete: boolean } => {
  const begun = { axes, isDoubtTaken, within, known: new Map(), effort, isComplete: true };
  const search: Search = { ...begun, takesRest: takersOfRest(begun, rules) };
  const { boxes } = gapsFrom(search, 0, rules);
  return { boxes, isComplete: search.isComplete && !effort.isSpent };
};
