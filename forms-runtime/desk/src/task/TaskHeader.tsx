import type { TaskView } from '@irisflow/client';
import { Page, useLocalized, usePerson } from '@irisflow/frame';
import { AppLink, Button, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { CaseLanguage } from '../cases/CaseLanguage.tsx';
import { CaseStatusTag } from '../cases/CaseStatusTag.tsx';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { RemainingDays } from '../worklist/RemainingDays.tsx';
import { AssignDialog, type AssignableTask } from './AssignDialog.tsx';
import { useTaskMove } from './use-task.ts';

export interface TaskHeaderProps {
  readonly task: TaskView;
}

const TaskActions = ({ task }: TaskHeaderProps) => {
  const t = useDeskText();
  const toast = useToast();
  const clerk = usePerson();
  const move = useTaskMove(task.id);
  const [assigning, setAssigning] = useState<AssignableTask>();
  const isMine = task.assignee?.id === clerk.id;
  if (task.state !== 'open') return null;
  const release = (): void => move.mutate('release', { onSuccess: () => toast(t('release.done')) });
  return (
    <div className="iris-row desk-task-actions">
      {isMine && (
        <Button tone="secondary" size="small" busy={move.isPending} onClick={release}>
          {t('release')}
        </Button>
      )}
      {isSupervisor(clerk) && (
        <Button tone="secondary" size="small" icon="user" onClick={() => setAssigning(task)}>
          {t('assign')}
        </Button>
      )}
      <AssignDialog task={assigning} onClose={() => setAssigning(undefined)} />
    </div>
  );
};

const Facts = ({ task }: TaskHeaderProps) => {
  const t = useDeskText();
  const { id } = usePerson();
  const assignee = task.assignee?.id === id ? t('assignee.me') : (task.assignee?.name ?? t('assignee.none'));
  return (
    <dl className="desk-facts">
      <div>
        <dt>{t('column.applicant')}</dt>
        <dd>{task.applicant}</dd>
      </div>
      <div>
        <dt>{t('fact.case')}</dt>
        <dd>
          <AppLink href={`/cases/${task.caseId}`}>{task.reference}</AppLink>
        </dd>
      </div>
      <div>
        <dt>{t('fact.status')}</dt>
        <dd>
          <CaseStatusTag standing={task.case} />
        </dd>
      </div>
      <div>
        <dt>{t('column.language')}</dt>
        <dd>
          <CaseLanguage language={task.language} /> {t(`language.${task.language}`)}
        </dd>
      </div>
      <div>
        <dt>{t('column.due')}</dt>
        <dd>
          <RemainingDays days={task.remainingDays} dueOn={task.dueOn} />
        </dd>
      </div>
      <div>
        <dt>{t('column.assignee')}</dt>
        <dd>{assignee}</dd>
      </div>
    </dl>
  );
};

/** What the task is, about whom, until when, and who has it. */
export const TaskHeader = ({ task }: TaskHeaderProps) => {
  const t = useDeskText();
  const read = useLocalized();
  return (
    <Page
      title={read(task.name)}
      eyebrow={
        <>
          <AppLink href="/">{t('nav.tasks')}</AppLink> · {read(task.procedureTitle)}
        </>
      }
      actions={<TaskActions task={task} />}
    >
      <Facts task={task} />
    </Page>
  );
};
