import { Button, Dialog } from '@irisflow/ui';
import { useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { useElementActions } from '../actions.tsx';
import { roomsFor } from '../edit/gaps.ts';
import { childrenOf, findPlace, type Element } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { Pick } from '../panel/controls.tsx';
import { useElementWords } from '../use-element-words.ts';

interface MoveDialogProps {
  readonly element: Element;
  readonly onClose: () => void;
}

/** What stands at the chosen place, in its order. */
const useInside = (element: Element, room: string): readonly Element[] => {
  const { form } = useFormEditing();
  if (element.type === 'Category') return form.uischema.elements;
  const container = findPlace(form, room)?.element;
  return container === undefined ? [] : childrenOf(container);
};

/** Where an element is to stand: in which page or group, and behind what. */
export const MoveDialog = ({ element, onClose }: MoveDialogProps) => {
  const t = useTexts();
  const { form } = useFormEditing();
  const actions = useElementActions();
  const words = useElementWords(form);
  const isPage = element.type === 'Category';
  const rooms = roomsFor(form, element);
  const [room, setRoom] = useState(findPlace(form, element.id)?.parent?.id ?? '');
  const [after, setAfter] = useState('');
  const inside = useInside(element, room);
  const others = inside.filter(({ id }) => id !== element.id);
  const move = (): void => {
    const index = inside.findIndex(({ id }) => id === after) + 1;
    onClose();
    actions.move(element.id, { parentId: isPage ? null : room, index });
  };
  return (
    <Dialog
      open
      title={t('forms.moveTo.title', { name: words.name(element) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={move}>{t('forms.moveTo.yes')}</Button>
          <Button tone="secondary" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      {!isPage && (
        <Pick
          label={t('form.fieldParent')}
          value={room}
          options={rooms.map((one) => ({
            value: one.id,
            text: t('forms.named', { kind: words.kind(one), name: words.name(one) }),
          }))}
          onChange={(next) => {
            setRoom(next);
            setAfter('');
          }}
        />
      )}
      <Pick
        label={t('forms.moveTo.after')}
        value={after}
        options={[
          { value: '', text: t('forms.moveTo.first') },
          ...others.map((one) => ({ value: one.id, text: words.name(one) })),
        ]}
        onChange={setAfter}
      />
    </Dialog>
  );
};
