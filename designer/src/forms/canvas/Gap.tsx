import { useRef } from 'react';
import { useDrop } from 'react-aria-components';
import { Icon } from '../../app/Icon.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { useElementActions } from '../actions.tsx';
import type { NewKind } from '../edit/build.ts';
import type { Gap as Place } from '../edit/tree.ts';
import { dragTypes } from '../palette/drag-types.ts';
import { textOfDrop } from '../structure/StructureTree.tsx';

export interface GapProps {
  readonly gap: Place;
  /** "before Name", "at the end of page 1". */
  readonly where: string;
  /** Whether its button can be reached by Tab: those beside what is chosen, and the last ones. */
  readonly isNear: boolean;
  readonly onAdd: (gap: Place) => void;
}

/** A place between elements: something is dropped here, or added by its button. */
export const Gap = ({ gap, where, isNear, onAdd }: GapProps) => {
  const t = useTexts();
  const actions = useElementActions();
  const ref = useRef<HTMLFieldSetElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => {
      if (types.has(dragTypes.kind)) return 'copy';
      return types.has(dragTypes.element) ? 'move' : 'cancel';
    },
    onDrop: ({ items }) => {
      void (async () => {
        const kind = await textOfDrop(items, dragTypes.kind);
        const id = await textOfDrop(items, dragTypes.element);
        if (kind !== undefined) actions.add(kind as NewKind, gap);
        else if (id !== undefined) actions.move(id, gap);
      })();
    },
  });
  return (
    <fieldset
      {...dropProps}
      ref={ref}
      tabIndex={-1}
      aria-label={t('forms.gap', { where })}
      className="canvas-gap"
      data-target={isDropTarget}
      data-near={isNear}
    >
      <button
        type="button"
        className="canvas-gap__add"
        tabIndex={isNear ? 0 : -1}
        aria-label={t('forms.gap.add', { where })}
        title={t('forms.gap.add', { where })}
        onClick={() => onAdd(gap)}
      >
        <Icon name="plus" />
      </button>
    </fieldset>
  );
};
