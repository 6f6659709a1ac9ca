import type { TaskSummary } from '@irisflow/client';
import { useDeskText } from '../texts/desk-texts.ts';
import { TaskRow, type TaskRowActions } from './TaskRow.tsx';
import { groupByUrgency } from './urgency.ts';
import type { WorklistFilters } from './worklist-filters.ts';

export interface TaskTableProps extends TaskRowActions {
  readonly tasks: readonly TaskSummary[];
  readonly filters: WorklistFilters;
  /** Ids of tasks that came while the list was open. */
  readonly arrivals: ReadonlySet<string>;
}

/** The worklist as a table; by remaining days, tasks stand under the time that is left for them. */
export const TaskTable = ({ tasks, filters, arrivals, ...actions }: TaskTableProps) => {
  const t = useDeskText();
  const isByDays = filters.sort === 'due' && filters.view !== 'done';
  const groups = isByDays ? groupByUrgency(tasks) : [{ urgency: undefined, tasks }];
  return (
    <table className="desk-tasks">
      <caption className="iris-visually-hidden">{t(`view.${filters.view}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.due')}</th>
          <th scope="col">{t('column.task')}</th>
          <th scope="col">{t('column.applicant')}</th>
          <th scope="col">{t('column.language')}</th>
          <th scope="col">{t('column.assignee')}</th>
          <th scope="col">
            <span className="iris-visually-hidden">{t('column.actions')}</span>
          </th>
        </tr>
      </thead>
      {groups.map(({ urgency, tasks: inGroup }) => (
        <tbody key={urgency ?? 'all'}>
          {urgency !== undefined && (
            <tr>
              <th scope="rowgroup" colSpan={6} className={`desk-tasks__band desk-tasks__band--${urgency}`}>
                {t(`urgency.${urgency}`)}
              </th>
            </tr>
          )}
          {inGroup.map((task) => (
            <TaskRow key={task.id} task={task} isNew={arrivals.has(task.id)} {...actions} />
          ))}
        </tbody>
      ))}
    </table>
  );
};
