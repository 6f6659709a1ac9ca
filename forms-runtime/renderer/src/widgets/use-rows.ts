import { pointerOf } from '@irisflow/forms';
import { useLayoutEffect, useRef, useState } from 'react';
import { fieldId, useFormScope } from '../form-scope.ts';
import { useRendererText } from '../i18n/renderer-messages.ts';
import { rowLabel } from '../locate.ts';
import { asList, type WidgetProps } from './widget-props.ts';

/** Rows have no identity in the data; these keys follow them while they are on the screen. */
interface RowKeys {
  readonly keys: readonly number[];
  readonly next: number;
}

const keysFor = (length: number): RowKeys => ({ keys: Array.from({ length }, (_, index) => index), next: length });

/** A row that was taken out, and where it stood. */
interface Removed {
  readonly index: number;
  readonly row: unknown;
  readonly key: number;
  readonly name: string;
}

export interface Rows {
  readonly rows: readonly { readonly key: number; readonly row: unknown; readonly name: string }[];
  /** What happened last, for those who do not see it. */
  readonly message: string;
  /** Name of the row that can be put back. */
  readonly removed: string | undefined;
  readonly add: () => void;
  readonly remove: (index: number) => void;
  readonly restore: () => void;
}

/** Focus after a row came or went: into the new row, or to the way back. */
const focusIn = (id: string): void => {
  const target = document.getElementById(id);
  (target?.querySelector<HTMLElement>('input, select, textarea') ?? target)?.focus();
};

/** Gives focus to an element once the change is on the screen. */
const useFocusLater = (): ((id: string) => void) => {
  const wanted = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    focusIn(wanted.current);
    wanted.current = undefined;
  });
  return (id) => {
    wanted.current = id;
  };
};

export const undoId = (fieldOfTable: string): string => `${fieldOfTable}-undo`;

const inserted = <T>(list: readonly T[], index: number, item: T): readonly T[] => list.toSpliced(index, 0, item);

/** The rows of a table: added, removed, and put back while nothing else happened to them. */
export const useRows = ({ control, field, path, value, onChange }: WidgetProps): Rows => {
  const scope = useFormScope();
  const t = useRendererText();
  const rows = asList(value);
  const [stored, setKeys] = useState(() => keysFor(rows.length));
  const [message, setMessage] = useState('');
  const [removed, setRemoved] = useState<Removed>();
  const focusLater = useFocusLater();
  const keys = stored.keys.length === rows.length ? stored : keysFor(rows.length);
  const nameOf = (index: number, row: unknown): string => rowLabel(control, { index, row }, { ...scope, t });
  const idOf = (index: number): string => fieldId(pointerOf([...path, index]));

  const add = (): void => {
    setKeys({ keys: [...keys.keys, keys.next], next: keys.next + 1 });
    setMessage(t('table.added', { item: nameOf(rows.length, undefined) }));
    setRemoved(undefined);
    focusLater(idOf(rows.length));
    onChange([...rows, {}]);
  };
  const remove = (index: number): void => {
    const name = nameOf(index, rows[index]);
    setKeys({ ...keys, keys: keys.keys.toSpliced(index, 1) });
    setMessage(t('table.removed', { item: name }));
    setRemoved({ index, row: rows[index], key: keys.keys[index] ?? keys.next, name });
    focusLater(undoId(field.id));
    onChange(rows.length === 1 ? undefined : rows.toSpliced(index, 1));
  };
  const restore = (): void => {
    if (removed === undefined) return;
    const { index, row, key, name } = removed;
    setKeys({ ...keys, keys: inserted(keys.keys, index, key) });
    setMessage(t('table.restored', { item: name }));
    setRemoved(undefined);
    focusLater(idOf(index));
    onChange(inserted(rows, index, row));
  };
  return {
    rows: rows.map((row, index) => ({ key: keys.keys[index] ?? index, row, name: nameOf(index, row) })),
    message,
    removed: removed?.name,
    add,
    remove,
    restore,
  };
};
