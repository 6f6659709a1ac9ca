import type { TaskSummary } from '@irisflow/client';
import { useLocalized, usePerson } from '@irisflow/frame';
import { Button, StatusTag, VisuallyHidden } from '@irisflow/ui';
import { Link } from 'wouter';
import { TaskTick } from '../bulk/TaskTick.tsx';
import type { Selection } from '../bulk/use-selection.ts';
import { CaseLanguage } from '../cases/CaseLanguage.tsx';
import { DelegatedMark } from '../delegations/OnBehalfOf.tsx';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { RemainingDays } from './RemainingDays.tsx';

/** Priorities from here on are worth a word; the engine's default is 50. */
const HIGH_PRIORITY = 70;

export interface TaskRowActions {
  readonly onClaim: (task: TaskSummary) => void;
  readonly onAssign: (task: TaskSummary) => void;
  /** Id of the task that is being taken. */
  readonly claiming: string | undefined;
  /** What is ticked to be decided together. */
  readonly selection: Selection;
}

export interface TaskRowProps extends TaskRowActions {
  readonly task: TaskSummary;
  readonly isNew: boolean;
}

const Assignee = ({ task }: { readonly task: TaskSummary }) => {
  const t = useDeskText();
  const { id } = usePerson();
  if (task.assignee === null) return <span className="iris-muted desk-task__nobody">{t('assignee.none')}</span>;
  return task.assignee.id === id ? <strong>{t('assignee.me')}</strong> : task.assignee.name;
};

/** What one can do with a task from a list. */
export const TaskActions = ({ task, onClaim, onAssign, claiming }: Omit<TaskRowProps, 'isNew' | 'selection'>) => {
  const t = useDeskText();
  const read = useLocalized();
  const clerk = usePerson();
  if (task.state !== 'open') return null;
  const names = { task: read(task.name), reference: task.reference };
  return (
    <div className="desk-task__actions">
      {task.assignee === null && (
        <Button
          size="small"
          tone="secondary"
          busy={claiming === task.id}
          aria-label={t('claim.of', names)}
          onClick={() => onClaim(task)}
        >
          {t('claim')}
        </Button>
      )}
      {isSupervisor(clerk) && (
        <Button size="small" tone="quiet" aria-label={t('assign.of', names)} onClick={() => onAssign(task)}>
          {t('assign')}
        </Button>
      )}
    </div>
  );
};

/** One task of the worklist. */
export const TaskRow = (props: TaskRowProps) => {
  const { task, isNew } = props;
  const t = useDeskText();
  const read = useLocalized();
  return (
    <tr className="desk-task" data-row-id={task.id}>
      <td className="desk-task__due">
        <TaskTick task={task} selection={props.selection} />
        <RemainingDays days={task.remainingDays} dueOn={task.dueOn} />
      </td>
      <th scope="row" className="desk-task__name">
        <Link href={`/tasks/${task.id}`} data-row-link>
          {read(task.name)}
          <VisuallyHidden>
            , {task.applicant}, {task.reference}
          </VisuallyHidden>
        </Link>
        <span className="desk-task__tags">
          {isNew && <StatusTag tone="accent">{t('task.new')}</StatusTag>}
          <DelegatedMark task={task} />
          {task.priority >= HIGH_PRIORITY && <StatusTag tone="danger">{t('task.urgent')}</StatusTag>}
        </span>
        <span className="desk-task__procedure">{read(task.procedureTitle)}</span>
      </th>
      <td className="desk-task__applicant">
        {task.applicant}
        <span className="desk-reference">{task.reference}</span>
      </td>
      <td className="desk-task__language">
        <CaseLanguage language={task.language} />
      </td>
      <td className="desk-task__assignee">
        <span className="desk-task__label">{t('column.assignee')} </span>
        <Assignee task={task} />
      </td>
      <td>
        <TaskActions {...props} />
      </td>
    </tr>
  );
};
