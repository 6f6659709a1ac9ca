import { ToolButton } from '../app/ToolButton.tsx';
import { useHistoryKeys } from '../app/use-history-keys.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';

/** Undo and redo of what changed several files at once, such as a renaming or the removal of a file. */
export const ActHistory = () => {
  const t = useTexts();
  const { store } = useDraft();
  const canUndo = store.canUndo();
  const canRedo = store.canRedo();
  // A failed save says so itself beside the buttons.
  const undo = (): void => void store.undo().catch(() => undefined);
  const redo = (): void => void store.redo().catch(() => undefined);
  useHistoryKeys(
    { canUndo, canRedo, undo, redo },
    { taken: 'input, textarea, select, [contenteditable], dialog', place: 'window' },
  );
  if (!canUndo && !canRedo) return null;
  return (
    <span className="toolbar">
      <ToolButton icon="undo" shortcut="Control+Z" label={t('acts.undo')} isDisabled={!canUndo} onClick={undo} />
      <ToolButton icon="redo" shortcut="Control+Y" label={t('acts.redo')} isDisabled={!canRedo} onClick={redo} />
    </span>
  );
};
