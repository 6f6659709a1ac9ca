import type { Atom } from './atoms.ts';
import { dayOf, type Point } from './points.ts';
import type { Box } from './search-gaps.ts';
import type { GridAxis, TableGrid } from './table-grid.ts';

/** A part of what an input may be. A day is `YYYY-MM-DD`; both days of an interval are in it. */
export type Extent =
  | {
      readonly kind: 'numbers';
      /** Null: as low, or as high, as any. */
      readonly from: number | null;
      readonly to: number | null;
      readonly hasFrom: boolean;
      readonly hasTo: boolean;
    }
  | { readonly kind: 'days'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yesNo'; readonly isYes: boolean }
  | { readonly kind: 'nothing' }
  /** Every text but those that the column names. */
  | { readonly kind: 'otherText' };

/** What one input is in a region: one of these. */
export interface RegionPart {
  /** Columns of the table, from 0; several where they ask about the same. */
  readonly columns: readonly number[];
  readonly extents: readonly Extent[];
}

/** Part of everything that may come; an input that is not among its parts may be anything. */
export type Region = readonly RegionPart[];

interface Stretch {
  readonly of: 'number' | 'day';
  readonly from: number | null;
  readonly to: number | null;
  readonly hasFrom: boolean;
  readonly hasTo: boolean;
}

const stretchOf = (atom: Atom): Stretch | null => {
  if (atom.kind === 'span') return { of: atom.of, from: atom.from, to: atom.to, hasFrom: false, hasTo: false };
  if (atom.kind !== 'point' || !('at' in atom.point)) return null;
  const { kind, at } = atom.point;
  return { of: kind, from: at, to: at, hasFrom: true, hasTo: true };
};

/** Between days there is nothing: those that an interval leaves out are its neighbors. */
const extentOf = ({ of, from, to, hasFrom, hasTo }: Stretch): Extent =>
  of === 'number'
    ? { kind: 'numbers', from, to, hasFrom, hasTo }
    : {
        kind: 'days',
        from: from === null ? null : dayOf(hasFrom ? from : from + 1),
        to: to === null ? null : dayOf(hasTo ? to : to - 1),
      };

const extentOfPoint = (point: Point): Extent | null => ('at' in point ? null : point);

const isNext = (left: Stretch, right: Stretch): boolean =>
  left.to !== null && left.to === right.from && (left.hasTo || right.hasFrom);

/** Days with no atom between them touch as well: their span had no day in it. */
const touches = (left: Stretch, right: Stretch): boolean =>
  isNext(left, right) || (left.of === 'day' && left.hasTo && right.hasFrom && right.from === (left.to ?? 0) + 1);

const stretches = (atoms: readonly Atom[]): Stretch[] => {
  const found: Stretch[] = [];
  for (const atom of atoms) {
    const next = stretchOf(atom);
    const last = found.at(-1);
    if (next === null) continue;
    if (last === undefined || !touches(last, next)) found.push(next);
    else found[found.length - 1] = { ...last, to: next.to, hasTo: next.hasTo };
  }
  return found;
};

const others = (atom: Atom): Extent[] => {
  if (atom.kind === 'other') return [{ kind: 'otherText' }];
  const extent = atom.kind === 'point' ? extentOfPoint(atom.point) : null;
  return extent === null ? [] : [extent];
};

const partOf = ({ columns, atoms }: GridAxis, chosen: readonly number[]): RegionPart => {
  const own = chosen.map((at) => atoms[at]).filter((atom) => atom !== undefined);
  return { columns, extents: [...stretches(own).map(extentOf), ...own.flatMap(others)] };
};

/** What a box of a grid says of the inputs of its table. */
export const regionOf = ({ axes }: TableGrid, box: Box): Region =>
  axes.flatMap((axis, at) => {
    const chosen = box[at] ?? null;
    return chosen === null || chosen.length === axis.atoms.length ? [] : [partOf(axis, chosen)];
  });
