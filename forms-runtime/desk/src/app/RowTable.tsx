import type { ReactNode } from 'react';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { useRowFocus } from '../worklist/use-row-focus.ts';

interface RowTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Of the rows, in their order. */
  readonly ids: readonly string[];
  readonly children: ReactNode;
}

/** Rows one below the other, with keys to walk them and one to search. */
export const RowTable = ({ caption, columns, ids, children }: RowTableProps) => {
  const { list, onFocus, move } = useRowFocus(ids);
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById('filter-search')?.focus(),
  });
  return (
    <div ref={list} onFocus={onFocus}>
      <table className="desk-tasks">
        <caption className="iris-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
};
