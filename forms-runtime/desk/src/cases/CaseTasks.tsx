import { Answered, useLocalized } from '@irisflow/frame';
import { AppLink } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useCaseTasks } from './use-cases.ts';

/** What still has to be done by people in a case. */
export const CaseTasks = ({ reference }: { readonly reference: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  return (
    <Answered query={useCaseTasks(reference)}>
      {(tasks) =>
        tasks.length === 0 ? (
          <p className="iris-muted">{t('file.tasks.empty')}</p>
        ) : (
          <ul className="desk-case-tasks">
            {tasks.map((task) => (
              <li key={task.id}>
                <AppLink href={`/tasks/${task.id}`}>{read(task.name)}</AppLink>
                <span className="iris-muted">{task.assignee?.name ?? t('assignee.none')}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
};
