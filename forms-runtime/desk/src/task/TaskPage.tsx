import type { TaskView } from '@irisflow/client';
import { Failure, LoadingPage, Page, useLocalized } from '@irisflow/frame';
import { Notice, useLocale } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { WaitingChanges } from '../changes/CaseChanges.tsx';
import { CaseFile } from '../cases/CaseFile.tsx';
import { RegisterNotices } from '../cases/RegisterNotices.tsx';
import { Unanswered } from '../cases/Unanswered.tsx';
import { OnBehalfOf } from '../delegations/OnBehalfOf.tsx';
import { LetterSheet } from '../letter/LetterSheet.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { SentBack } from './SentBack.tsx';
import { TaskHeader } from './TaskHeader.tsx';
import { TaskWork } from './TaskWork.tsx';
import { useTask, useTaskMove } from './use-task.ts';

interface OpenTaskProps {
  readonly task: TaskView;
}

/** People write to the applicant in the language of the case, which may not be the one of the screen. */
const LanguageReminder = ({ task }: OpenTaskProps) => {
  const t = useDeskText();
  if (useLocale() === task.language || task.bar === 'ended') return null;
  return <Notice title={t(`case.language.write.${task.language}`)} />;
};

const OpenTask = ({ task }: OpenTaskProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const [, navigate] = useLocation();
  const move = useTaskMove(task.id);
  useShortcuts({
    u: () => navigate('/'),
    c: task.bar === 'unassigned' ? () => move.mutate('claim') : undefined,
  });
  return (
    <>
      <TaskHeader task={task} />
      {move.isError && <Failure error={move.error} />}
      <a className="desk-jump" href="#case-file">
        {t('task.toFile')}
      </a>
      <div className="desk-split">
        <section className="iris-stack desk-split__work" aria-label={t('task.work')}>
          {task.instructions !== null && <p className="iris-lead">{read(task.instructions)}</p>}
          <WaitingChanges caseId={task.caseId} />
          <RegisterNotices caseId={task.case.id} />
          <Unanswered file={task.case} />
          <OnBehalfOf task={task} />
          <SentBack task={task} />
          <LanguageReminder task={task} />
          {task.letter !== null && <LetterSheet task={task} sheet={task.letter} />}
          <TaskWork task={task} />
        </section>
        <CaseFile file={task.case} />
      </div>
    </>
  );
};

/** One task: the form on one side, the case file on the other. */
export const TaskPage = ({ taskId }: { readonly taskId: string }) => {
  const t = useDeskText();
  const task = useTask(taskId);
  if (task.data !== undefined) return <OpenTask task={task.data} />;
  if (!task.isError) return <LoadingPage />;
  return (
    <Page title={t('failure.title')}>
      <Failure error={task.error} onRetry={() => void task.refetch()} />
    </Page>
  );
};
