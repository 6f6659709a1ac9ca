import { useToast } from '@irisflow/ui';
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
  const toast = useToast();
  const say = (): void => toast(t('acts.failed'));
  const undo = (): void => void store.undo().catch(say);
  const redo = (): void => void store.redo().catch(say);
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
