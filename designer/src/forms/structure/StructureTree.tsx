import { useState, type Key } from 'react';
import {
  Button,
  DropIndicator,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  type DropItem,
} from 'react-aria-components';
import { Icon } from '../../app/Icon.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useElementActions } from '../actions.tsx';
import type { NewKind } from '../edit/build.ts';
import { gapOfDrop } from '../edit/gaps.ts';
import { canMove } from '../edit/structure.ts';
import { childrenOf, isContainer, places, type Element } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { dragTypes } from '../palette/drag-types.ts';
import { FieldIcon } from '../palette/FieldIcon.tsx';
import { iconOfElement } from '../palette/icons.ts';
import { useElementWords } from '../use-element-words.ts';

/** What was dragged, if it is of a type. */
export const textOfDrop = async (items: readonly DropItem[], type: string): Promise<string | undefined> => {
  const item = items.find((one) => one.kind === 'text' && one.types.has(type));
  return item?.kind === 'text' ? item.getText(type) : undefined;
};

interface Drop {
  readonly key: Key;
  readonly dropPosition: 'before' | 'after' | 'on';
}

/** Dragging inside the tree, and from the palette and the canvas into it. */
const useTreeDrops = () => {
  const { form } = useFormEditing();
  const actions = useElementActions();
  const gapAt = ({ key, dropPosition }: Drop) => gapOfDrop(form, { id: String(key), position: dropPosition });
  const take = async (items: readonly DropItem[], target: Drop): Promise<void> => {
    const gap = gapAt(target);
    const kind = await textOfDrop(items, dragTypes.kind);
    const id = await textOfDrop(items, dragTypes.element);
    if (gap === undefined) return;
    if (kind !== undefined) actions.add(kind as NewKind, gap);
    else if (id !== undefined) actions.move(id, gap);
  };
  return useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragTypes.element]: String(key) })),
    acceptedDragTypes: [dragTypes.kind, dragTypes.element],
    shouldAcceptItemDrop: ({ key }) => places(form).some(({ element }) => element.id === key && isContainer(element)),
    onMove: ({ keys, target }) => {
      const [id] = [...keys].map(String);
      const gap = target.type === 'item' ? gapAt(target) : undefined;
      if (id !== undefined && gap !== undefined && canMove(form, id, gap)) actions.move(id, gap);
    },
    onInsert: ({ items, target }) => {
      void take(items, target);
    },
    onItemDrop: ({ items, target }) => {
      void take(items, target);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="structure__drop" />,
  });
};

/** All elements of the form as a tree: chosen, opened and moved by mouse and by keyboard. */
export const StructureTree = () => {
  const t = useTexts();
  const { form, selectedId, select } = useFormEditing();
  const words = useElementWords(form);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { dragAndDropHooks } = useTreeDrops();
  const ids = places(form).map(({ element }) => element.id);
  const render = (element: Element) => (
    <TreeItem key={element.id} id={element.id} textValue={words.name(element)} className="structure__item">
      <TreeItemContent>
        {({ hasChildItems }) => (
          <span className="structure__row" data-page={element.type === 'Category'}>
            <Button slot="drag" className="structure__handle">
              <FieldIcon name={iconOfElement(form, element)} />
            </Button>
            <span className="structure__name">{words.name(element)}</span>
            {hasChildItems && (
              <Button slot="chevron" className="structure__chevron">
                <Icon name={closed.has(element.id) ? 'right' : 'down'} />
              </Button>
            )}
          </span>
        )}
      </TreeItemContent>
      {childrenOf(element).map(render)}
    </TreeItem>
  );
  return (
    <Tree
      aria-label={t('form.structure')}
      className="structure"
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selectedId === null ? [] : [selectedId]}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : [...keys];
        if (first !== undefined) select(String(first));
      }}
      expandedKeys={ids.filter((id) => !closed.has(id))}
      onExpandedChange={(keys) => setClosed(new Set(ids.filter((id) => !keys.has(id))))}
      dragAndDropHooks={dragAndDropHooks}
    >
      {form.uischema.elements.map(render)}
    </Tree>
  );
};
