import { useEffect } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';

/** Where keys belong to what one types in. */
const isTakenElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null;

/** Undo and redo of what changed several files at once, such as a renaming or the removal of a file. */
export const ActHistory = () => {
  const t = useTexts();
  const { store } = useDraft();
  const canUndo = store.canUndo();
  const canRedo = store.canRedo();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || isTakenElsewhere(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      // A failed save says so itself beside the buttons.
      (isRedo ? store.redo() : store.undo()).catch(() => undefined);
    };
    // Behind every editor with an undo of its own: what one of them took is prevented by now.
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
  if (!canUndo && !canRedo) return null;
  return (
    <span className="toolbar">
      <ToolButton
        icon="undo"
        shortcut="Control+Z"
        label={t('acts.undo')}
        isDisabled={!canUndo}
        onClick={() => void store.undo().catch(() => undefined)}
      />
      <ToolButton
        icon="redo"
        shortcut="Control+Y"
        label={t('acts.redo')}
        isDisabled={!canRedo}
        onClick={() => void store.redo().catch(() => undefined)}
      />
    </span>
  );
};
