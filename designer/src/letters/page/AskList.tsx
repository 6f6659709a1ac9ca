import { useId, useLayoutEffect, useRef } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import type { AskListState } from './ask-items.ts';
import type { PageModel } from './page-model.ts';

interface AskListProps extends AskListState {
  model: PageModel;
}

/** Puts the list where the sign stands on the paper that both are in. */
const usePlace = ({ model, asked: { from } }: AskListProps, listRef: React.RefObject<HTMLDivElement | null>): void => {
  useLayoutEffect(() => {
    const list = listRef.current;
    const paper = list?.offsetParent?.getBoundingClientRect();
    if (list === null || paper === undefined) return;
    const { left, bottom } = model.editor.view.coordsAtPos(from);
    list.style.left = `${Math.max(0, Math.min(left - paper.left, paper.width - list.offsetWidth))}px`;
    list.style.top = `${bottom - paper.top}px`;
  }, [model, from, listRef]);
};

/** What may be put in, below the words that ask for it; the page keeps the focus and says which one is under the keys. */
export const AskList = (props: AskListProps) => {
  const { model, items, active, onChoose } = props;
  const t = useTexts();
  const id = useId();
  const listRef = useRef<HTMLDivElement | null>(null);
  usePlace(props, listRef);
  useLayoutEffect(() => {
    const { dom } = model.editor.view;
    dom.setAttribute('aria-autocomplete', 'list');
    dom.setAttribute('aria-controls', id);
    dom.setAttribute('aria-activedescendant', `${id}-${active}`);
    listRef.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) dom.removeAttribute(name);
    };
  }, [model, id, active]);
  return (
    <>
      <div
        ref={listRef}
        id={id}
        className="letter-ask"
        // A list beneath a page that keeps the focus: no native element is that.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        tabIndex={-1}
        aria-label={t('feel.suggestions')}
      >
        {items.map((item, index) => (
          <button
            key={item.id}
            type="button"
            id={`${id}-${index}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item)}
          >
            <span>{item.label}</span>
            <span className="letter-ask__origin">{item.origin}</span>
          </button>
        ))}
      </div>
      <output className="iris-visually-hidden">{t('feel.suggestionCount', { count: `${items.length}` })}</output>
    </>
  );
};
