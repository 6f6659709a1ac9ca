import { useTexts } from '../texts/use-texts.ts';
import { ToolButton } from './ToolButton.tsx';

export interface HistoryToolsProps {
  readonly history: { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };
}

/** Back and forth through what was changed in a file. */
export const HistoryTools = ({ history }: HistoryToolsProps) => {
  const t = useTexts();
  return (
    <span className="toolbar">
      <ToolButton icon="undo" label={t('process.undo')} isDisabled={!history.canUndo} onClick={history.undo} />
      <ToolButton icon="redo" label={t('process.redo')} isDisabled={!history.canRedo} onClick={history.redo} />
    </span>
  );
};
