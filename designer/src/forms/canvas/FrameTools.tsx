import { Menu } from '@irisflow/ui';
import { useState } from 'react';
import { ToolButton } from '../../app/ToolButton.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useElementActions } from '../actions.tsx';
import { canRemove, stepGap } from '../edit/structure.ts';
import type { Element } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { panelId } from '../panel/panel-id.ts';
import { useElementWords } from '../use-element-words.ts';
import { MoveDialog } from './MoveDialog.tsx';

/** What can be done with an element, as buttons and as a menu. */
export const FrameTools = ({ element, onName }: { readonly element: Element; readonly onName: () => void }) => {
  const t = useTexts();
  const { form } = useFormEditing();
  const actions = useElementActions();
  const name = useElementWords(form).name(element);
  const [isMoving, setMoving] = useState(false);
  const { id } = element;
  const items = [
    ...('i18n' in element ? [{ id: 'name', label: t('forms.rename'), onSelect: onName }] : []),
    { id: 'move', label: t('forms.moveTo'), onSelect: () => setMoving(true) },
    { id: 'duplicate', label: t('forms.duplicate'), onSelect: () => actions.duplicate(id) },
    { id: 'copy', label: t('forms.copy'), onSelect: () => actions.copy(id) },
    { id: 'paste', label: t('forms.paste'), onSelect: () => actions.paste() },
    ...(canRemove(form, id)
      ? [{ id: 'remove', label: t('forms.remove'), tone: 'danger' as const, onSelect: () => actions.remove(id) }]
      : []),
  ];
  return (
    <fieldset className="canvas-tools" aria-label={t('forms.tools', { name })}>
      <ToolButton
        icon="up"
        shortcut="Alt+ArrowUp"
        label={t('item.up', { name })}
        isDisabled={stepGap(form, id, -1) === undefined}
        onClick={() => actions.step(id, -1)}
      />
      <ToolButton
        icon="down"
        shortcut="Alt+ArrowDown"
        label={t('item.down', { name })}
        isDisabled={stepGap(form, id, 1) === undefined}
        onClick={() => actions.step(id, 1)}
      />
      <ToolButton
        icon="parameters"
        label={t('forms.properties', { name })}
        onClick={() => document.getElementById(panelId)?.focus()}
      />
      <Menu label={t('forms.more')} items={items} />
      {isMoving && <MoveDialog element={element} onClose={() => setMoving(false)} />}
    </fieldset>
  );
};
