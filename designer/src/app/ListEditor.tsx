import { Button } from '@irisflow/ui';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useRemoving, type Removal } from '../workspace/names/name-tools.ts';
import { useLatest } from './use-latest.ts';
import { ToolButton } from './ToolButton.tsx';

export interface ListEditorProps<T> {
  title: string;
  hint?: string;
  items: readonly T[];
  blank: T;
  /** What one item is called in the names of its buttons. */
  itemName: (index: number) => string;
  /** Whether items show their names until somebody opens one, for lists that are long. */
  isFolded?: boolean;
  /** What of the procedure others may name an item by; whoever removes it then reads first who does. */
  namedBy?: (item: T, index: number) => Omit<Removal, 'name'>;
  children: (item: T, change: (next: T) => void, index: number) => ReactNode;
  onChange: (items: T[]) => void;
}

const swap = <T,>(items: readonly T[], from: number, to: number): T[] => {
  const moved = items[from];
  return moved === undefined ? [...items] : items.filter((_, index) => index !== from).toSpliced(to, 0, moved);
};

/** What of an item is shown once somebody opens it; all of it at once where it has no name to be folded to. */
const Fold = ({ name, isOpen, children }: { name: string | null; isOpen: boolean; children: ReactNode }) =>
  name === null ? (
    children
  ) : (
    <details className="fold" open={isOpen || undefined}>
      <summary>{name}</summary>
      {children}
    </details>
  );

/** Takes an item away, at once or once somebody has read who uses it. */
const useItemRemoval = <T,>({ items, itemName, namedBy, onChange }: ListEditorProps<T>): ((index: number) => void) => {
  const removing = useRemoving();
  // The list may have changed while somebody read.
  const takeAway = useLatest((item: T) => onChange(items.filter((other) => other !== item)));
  return (index) => {
    const item = items[index];
    if (item === undefined) return;
    if (namedBy === undefined) onChange(items.toSpliced(index, 1));
    else removing({ name: itemName(index), ...namedBy(item, index) }, () => takeAway(item));
  };
};

/** A list whose items are edited in place, moved, removed and added. */
export const ListEditor = <T,>(props: ListEditorProps<T>) => {
  const { title, hint, items, blank, itemName, isFolded = false, children, onChange } = props;
  const t = useTexts();
  const remove = useItemRemoval(props);
  // What was just added is there to be filled in.
  const [added, setAdded] = useState<number>();
  return (
    <section className="list-editor" aria-label={title}>
      <h2>{title}</h2>
      {hint !== undefined && <p className="list-editor__hint">{hint}</p>}
      <ol>
        {items.map((item, index) => (
          // Items have no identity of their own; their place is all there is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <div className="list-editor__item">
              <Fold name={isFolded ? itemName(index) : null} isOpen={index === added}>
                {children(item, (next) => onChange(items.toSpliced(index, 1, next)), index)}
              </Fold>
            </div>
            <div className="list-editor__tools">
              <ToolButton
                icon="up"
                label={t('item.up', { name: itemName(index) })}
                isDisabled={index === 0}
                onClick={() => onChange(swap(items, index, index - 1))}
              />
              <ToolButton
                icon="down"
                label={t('item.down', { name: itemName(index) })}
                isDisabled={index === items.length - 1}
                onClick={() => onChange(swap(items, index, index + 1))}
              />
              <ToolButton
                icon="trash"
                label={t('item.remove', { name: itemName(index) })}
                onClick={() => remove(index)}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button
        tone="secondary"
        size="small"
        icon="plus"
        onClick={() => {
          setAdded(items.length);
          onChange([...items, blank]);
        }}
      >
        {t('item.add', { list: title })}
      </Button>
    </section>
  );
};
