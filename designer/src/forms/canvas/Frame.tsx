import { I18nProvider } from '@irisflow/ui';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, useDrag } from 'react-aria-components';
import { Icon } from '../../app/Icon.tsx';
import { messages } from '../../texts/messages.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { frameId, useElementActions } from '../actions.tsx';
import { fieldOf } from '../edit/fields.ts';
import { followsLabel } from '../edit/keys.ts';
import { textsAt } from '../edit/texts.ts';
import { canRemove } from '../edit/structure.ts';
import type { Element } from '../edit/tree.ts';
import { firstKeys, isPublishedField, useFormEditing } from '../editing.ts';
import { dragTypes } from '../palette/drag-types.ts';
import { useElementWords } from '../use-element-words.ts';
import { useCanvasLocale } from './canvas-locale.ts';
import { FrameTools } from './FrameTools.tsx';

/** The label of an element, written where it stands. */
const NameInput = ({
  element,
  onDone,
}: {
  readonly element: Element & { readonly i18n: string };
  readonly onDone: () => void;
}) => {
  const t = useTexts();
  const locale = useCanvasLocale();
  const editing = useFormEditing();
  const { form } = editing;
  const actions = useElementActions();
  const key = `${element.i18n}.${element.type === 'Label' ? 'text' : 'label'}`;
  const [follows] = useState(() => followsLabel(form, element.id, firstKeys) && !isPublishedField(editing, element.id));
  const [text, setText] = useState(textsAt(form, key)[locale] ?? '');
  const write = (): void => {
    if (text !== (textsAt(form, key)[locale] ?? '')) actions.name(element.id, { locale, text, follows });
    onDone();
  };
  return (
    <input
      // It appears because somebody asked to write here.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      className="iris-input canvas-name"
      lang={locale}
      aria-label={`${t('form.label')}, ${t(`language.${locale}`)}`}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={write}
      onKeyDown={(event) => {
        if (event.key === 'Enter') write();
        if (event.key === 'Escape') onDone();
        event.stopPropagation();
      }}
    />
  );
};

/** What keys do on a chosen element. */
const useFrameKeys = (element: Element, onName: () => void) => {
  const { form } = useFormEditing();
  const actions = useElementActions();
  const { id } = element;
  const plain: Readonly<Record<string, () => void>> = {
    F2: onName,
    Delete: () => canRemove(form, id) && actions.remove(id),
    Backspace: () => canRemove(form, id) && actions.remove(id),
  };
  const alt: Readonly<Record<string, () => void>> = {
    ArrowUp: () => actions.step(id, -1),
    ArrowDown: () => actions.step(id, 1),
  };
  const control: Readonly<Record<string, () => void>> = {
    c: () => actions.copy(id),
    v: () => actions.paste(),
    d: () => actions.duplicate(id),
  };
  return (event: KeyboardEvent): void => {
    const keys = event.ctrlKey || event.metaKey ? control : event.altKey ? alt : plain;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
};

export interface FrameProps {
  readonly element: Element;
  /** What people will see of it; nobody can answer here. */
  readonly drawn: ReactNode;
  /** What stands inside, each in a frame of its own. */
  readonly children?: ReactNode;
}

/** An element on the canvas: chosen by a click, dragged, named in place. */
export const Frame = ({ element, drawn, children }: FrameProps) => {
  const t = useTexts();
  const { form, selectedId, select } = useFormEditing();
  const locale = useCanvasLocale();
  const words = useElementWords(form);
  const [isNaming, setNaming] = useState(false);
  const onName = (): void => setNaming('i18n' in element);
  const press = useFrameKeys(element, onName);
  const isSelected = selectedId === element.id;
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    getItems: () => [{ [dragTypes.element]: element.id }],
    getAllowedDropOperations: () => ['move'],
    hasDragButton: true,
  });
  const required = fieldOf(form, element.id)?.required === true ? `, ${t('forms.isRequired')}` : '';
  return (
    <div {...dragProps} className="canvas-frame" data-selected={isSelected} data-dragging={isDragging}>
      <button
        type="button"
        id={frameId(element.id)}
        className="canvas-frame__select"
        aria-pressed={isSelected}
        aria-label={`${words.name(element)}, ${words.kind(element)}${required}`}
        onClick={() => select(element.id)}
        onDoubleClick={onName}
        onKeyDown={press}
      />
      {isSelected && (
        <>
          <span className="canvas-frame__kind" aria-hidden="true">
            {words.kind(element)}
          </span>
          <Button
            {...dragButtonProps}
            className="tool-button canvas-frame__drag"
            aria-label={t('forms.drag', { name: words.name(element) })}
          >
            <Icon name="move" />
          </Button>
          <FrameTools element={element} onName={onName} />
        </>
      )}
      {isNaming && 'i18n' in element ? <NameInput element={element} onDone={() => setNaming(false)} /> : null}
      {/* Drawn, not offered: what is asked here is answered in the preview. */}
      <div className="canvas-frame__drawn" lang={locale} inert>
        <I18nProvider locale={locale} messages={messages[locale]}>
          {drawn}
        </I18nProvider>
      </div>
      {children}
    </div>
  );
};
