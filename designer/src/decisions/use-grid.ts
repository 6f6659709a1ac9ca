import { useState, type KeyboardEvent } from 'react';

/** A cell by its row and column, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  /** The cell that the keys are in. */
  readonly active: Place;
  readonly isSelected: (place: Place) => boolean;
  /** Corners of what is selected. */
  readonly from: Place;
  readonly to: Place;
  readonly focus: (place: Place) => void;
  readonly enter: (place: Place, isExtending: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

const moves: Readonly<Record<string, (place: Place, size: Size) => Place>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  PageUp: ({ column }) => ({ row: 0, column }),
  PageDown: ({ column }, { rows }) => ({ row: rows - 1, column }),
};

const inside = ({ row, column }: Place, { rows, columns }: Size): Place => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});

const corners = (one: Place, other: Place): { from: Place; to: Place } => ({
  from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
  to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
});

/** Keys of a grid: arrows move, with Shift they select; one cell is in the order of tabs. */
export const useGrid = (size: Size): readonly [Grid, (table: HTMLTableElement | null) => void] => {
  const [tableElement, setTable] = useState<HTMLTableElement | null>(null);
  const [kept, setActive] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place | null>(null);
  const active = inside(kept, size);
  const { from, to } = corners(anchor === null ? active : inside(anchor, size), active);
  const focus = (place: Place): void => {
    setActive(place);
    requestAnimationFrame(() =>
      tableElement?.querySelector<HTMLElement>(`[data-row="${place.row}"][data-column="${place.column}"]`)?.focus(),
    );
  };
  const enter = (place: Place, isExtending: boolean): void => {
    setAnchor(isExtending ? (anchor ?? active) : null);
    setActive(place);
  };
  const grid: Grid = {
    active,
    from,
    to,
    focus,
    enter,
    isSelected: ({ row, column }) =>
      anchor !== null && row >= from.row && row <= to.row && column >= from.column && column <= to.column,
    onKeyDown: (event) => {
      const move = event.altKey || event.ctrlKey || event.metaKey ? undefined : moves[event.key];
      if (move === undefined || !(event.target as HTMLElement).matches('[data-row]')) return;
      event.preventDefault();
      const next = inside(move(active, size), size);
      enter(next, event.shiftKey);
      focus(next);
    },
  };
  return [grid, setTable];
};
