import { Failure } from '@irisflow/frame';
import { useDeskText } from '../texts/desk-texts.ts';
import { PointRow } from './PointRow.tsx';
import { useChecklist, useMark } from './use-checklist.ts';

interface TaskChecklistProps {
  readonly taskId: string;
  /** Whether the task is the reader's to do. */
  readonly mayMark: boolean;
  /** Whether somebody just tried to complete the task with a required point open. */
  readonly isRefused: boolean;
}

/** What is to be looked at in a task, beside its form; nothing where its procedure lists nothing. */
export const TaskChecklist = ({ taskId, mayMark, isRefused }: TaskChecklistProps) => {
  const t = useDeskText();
  const { data, error, refetch } = useChecklist(taskId);
  const mark = useMark(taskId);
  if (data === undefined) return error === null ? null : <Failure error={error} onRetry={() => void refetch()} />;
  const { points } = data;
  if (points.length === 0) return null;
  const done = points.filter(({ state }) => state !== 'open').length;
  return (
    <section className="desk-checklist" aria-labelledby="task-checklist">
      <h2 id="task-checklist">
        {t('checklist')}{' '}
        <span className="desk-count" aria-live="polite">
          {t('checklist.progress', { done, total: points.length })}
        </span>
      </h2>
      {mark.isError && <Failure error={mark.error} />}
      <ul>
        {points.map((point) => (
          <PointRow
            key={point.key}
            point={point}
            mayMark={mayMark}
            isBusy={mark.isPending && mark.variables.point === point.key}
            isMissing={isRefused && point.required && point.state === 'open'}
            onMark={(marking, onRefused) => mark.mutate(marking, { onError: () => onRefused?.() })}
          />
        ))}
      </ul>
    </section>
  );
};
