import type { TaskSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useDeskText } from '../texts/desk-texts.ts';
import type { Selection } from './use-selection.ts';

interface TickProps {
  readonly task: TaskSummary;
  readonly selection: Selection;
}

/** Ticks a task to be decided together with others; only where its author offers that. */
export const TaskTick = ({ task, selection }: TickProps) => {
  const t = useDeskText();
  const read = useLocalized();
  if (!selection.isOffered(task)) return null;
  return (
    <label className="desk-tick">
      <input
        type="checkbox"
        aria-label={t('bulk.tick', { task: read(task.name), reference: task.reference })}
        checked={selection.tasks.has(task.id)}
        // One that does not fit still takes the focus: a click on it says why.
        aria-disabled={!selection.fits(task) || undefined}
        onChange={({ nativeEvent }) =>
          selection.tick(task.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey ? 'range' : 'one')
        }
      />
    </label>
  );
};
