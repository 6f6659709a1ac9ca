import { useTexts } from '../texts/use-texts.ts';
import { ToolButton } from './ToolButton.tsx';

export interface HistoryToolsProps {
  readonly history: { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };
  /** Whether Ctrl Z and Ctrl Y do the same on the page. */
  readonly hasKeys?: boolean;
}

/** Back and forth through what was changed in a file. */
export const HistoryTools = ({ history, hasKeys = false }: HistoryToolsProps) => {
  const t = useTexts();
  return (
    <span className="toolbar">
      <ToolButton
        icon="undo"
        {...(hasKeys && { shortcut: 'Control+Z' })}
        label={t('process.undo')}
        isDisabled={!history.canUndo}
        onClick={history.undo}
      />
      <ToolButton
        icon="redo"
        {...(hasKeys && { shortcut: 'Control+Y' })}
        label={t('process.redo')}
        isDisabled={!history.canRedo}
        onClick={history.redo}
      />
    </span>
  );
};
