import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

const linksIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-row-link]') ?? []),
];

interface Place {
  readonly id: string;
  readonly index: number;
}

export interface RowFocus {
  readonly list: RefObject<HTMLDivElement | null>;
  /** Notes where the focus is; give it to the list. */
  readonly onFocus: (event: FocusEvent) => void;
  /** Moves the focus down (1) or up (-1); into the list when it is elsewhere. */
  readonly move: (step: 1 | -1) => void;
  /** Id of the row that has the focus. */
  readonly focused: () => string | undefined;
}

const rowIdOf = (element: Element | null): string | undefined =>
  element?.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'];

/** Walks the rows of a list by keyboard, and gives the focus to the neighbor when its row goes away in a refresh. */
export const useRowFocus = (rowIds: readonly string[]): RowFocus => {
  const list = useRef<HTMLDivElement>(null);
  const place = useRef<Place>(undefined);
  const focused = (): string | undefined =>
    list.current?.contains(document.activeElement) ? rowIdOf(document.activeElement) : undefined;
  useEffect(() => {
    const last = place.current;
    const isLost = last !== undefined && !rowIds.includes(last.id) && document.activeElement === document.body;
    if (isLost) linksIn(list.current)[Math.min(last.index, rowIds.length - 1)]?.focus({ preventScroll: true });
  }, [rowIds]);
  return {
    list,
    focused,
    onFocus: ({ target }) => {
      const id = rowIdOf(target);
      place.current = id === undefined ? undefined : { id, index: rowIds.indexOf(id) };
    },
    move: (step) => {
      const all = linksIn(list.current);
      const at = all.findIndex((link) => rowIdOf(link) === focused());
      const next = at === -1 ? 0 : at + step;
      all[next]?.focus();
      all[next]?.scrollIntoView({ block: 'nearest' });
    },
  };
};
