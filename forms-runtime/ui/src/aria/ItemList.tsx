import type { ReactNode } from 'react';
import { Button, GridList, GridListItem, useDragAndDrop, type DragAndDropOptions } from 'react-aria-components';
import { Icon } from '../components/Icon.tsx';

export interface ListedItem {
  readonly id: string;
  /** What screen readers and type-ahead use. */
  readonly name: string;
}

export interface ItemListProps<Item extends ListedItem> {
  readonly label: string;
  readonly items: readonly Item[];
  /** Enter, a click or a tap on an item. */
  readonly onAction?: (id: string) => void;
  readonly renderItem?: (item: Item) => ReactNode;
  /** When given, items can be dragged, with the keyboard too. */
  readonly dragAndDrop?: DragAndDropOptions;
}

/** A list whose items can be opened or dragged, such as a palette. */
export const ItemList = <Item extends ListedItem>(props: ItemListProps<Item>) => {
  const { label, items, onAction, renderItem, dragAndDrop } = props;
  const { dragAndDropHooks } = useDragAndDrop(dragAndDrop ?? {});
  return (
    <GridList
      aria-label={label}
      className="iris-item-list"
      items={items}
      {...(onAction && { onAction: (key) => onAction(String(key)) })}
      {...(dragAndDrop && dragAndDropHooks && { dragAndDropHooks })}
    >
      {(item) => (
        <GridListItem id={item.id} textValue={item.name} className="iris-item-list__item">
          {dragAndDrop !== undefined && (
            <Button slot="drag" className="iris-tree__button">
              <Icon name="menu" size={16} />
            </Button>
          )}
          {renderItem?.(item) ?? item.name}
        </GridListItem>
      )}
    </GridList>
  );
};
