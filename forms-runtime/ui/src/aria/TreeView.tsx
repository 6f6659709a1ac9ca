import type { ReactNode } from 'react';
import {
  Button,
  Collection,
  Tree,
  TreeItem,
  TreeItemContent,
  type DragAndDropOptions,
  type Key,
  useDragAndDrop,
} from 'react-aria-components';
import { Icon } from '../components/Icon.tsx';

export interface TreeNode {
  readonly id: string;
  /** What screen readers and type-ahead use. */
  readonly name: string;
  readonly children?: readonly TreeNode[];
}

export interface TreeViewProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly defaultExpanded?: readonly string[];
  /** Shows a node; its name unless given. */
  readonly renderNode?: (node: TreeNode) => ReactNode;
  /** When given, nodes can be dragged, with the keyboard too. */
  readonly dragAndDrop?: DragAndDropOptions;
  readonly empty?: ReactNode;
}

const firstOf = (keys: 'all' | Set<Key>): string | undefined => {
  const [first] = keys === 'all' ? [] : keys;
  return first === undefined ? undefined : String(first);
};

/** A hierarchy to walk, select in and, if wanted, reorder. */
export const TreeView = (props: TreeViewProps) => {
  const { label, nodes, selected, onSelect, defaultExpanded = [], renderNode, dragAndDrop, empty } = props;
  const { dragAndDropHooks } = useDragAndDrop(dragAndDrop ?? {});
  const renderItem = (node: TreeNode): ReactNode => (
    <TreeItem id={node.id} textValue={node.name} className="iris-tree__item">
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className="iris-tree__row">
            {dragAndDrop !== undefined && (
              <Button slot="drag" className="iris-tree__button">
                <Icon name="menu" size={16} />
              </Button>
            )}
            {hasChildItems && (
              <Button slot="chevron" className="iris-tree__button iris-tree__chevron">
                <Icon name="chevronDown" size={16} />
              </Button>
            )}
            {renderNode?.(node) ?? node.name}
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children ?? []}>{renderItem}</Collection>
    </TreeItem>
  );
  const select = (keys: 'all' | Set<Key>): void => {
    const id = firstOf(keys);
    if (id !== undefined) onSelect(id);
  };
  return (
    <Tree
      aria-label={label}
      className="iris-tree"
      items={nodes}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected === undefined ? [] : [selected]}
      defaultExpandedKeys={defaultExpanded}
      onSelectionChange={select}
      renderEmptyState={() => empty}
      {...(dragAndDrop && dragAndDropHooks && { dragAndDropHooks })}
    >
      {renderItem}
    </Tree>
  );
};
