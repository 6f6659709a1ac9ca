import type { TaskBar, TaskView } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';
import { Failure, problemCode } from '@irisflow/frame';
import { FormView, type RestrictedAnswer } from '@irisflow/renderer';
import { Button, Notice, Skeleton } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { TaskChecklist } from '../checklist/TaskChecklist.tsx';
import { BarNotice } from './BarNotice.tsx';
import { TaskEditor } from './TaskEditor.tsx';
import { useCompletion } from './use-completion.ts';
import { useKnownForm } from '../app/use-known-form.ts';

interface WorkProps {
  readonly task: TaskView;
}

/** A task without questions: only that it was done counts. */
const PlainCompletion = ({ completion }: { readonly completion: ReturnType<typeof useCompletion> }) => {
  const t = useDeskText();
  return (
    <div className="iris-stack">
      {completion.isError && <Failure error={completion.error} />}
      <p>{t('task.noForm')}</p>
      <div>
        <Button busy={completion.isPending} onClick={() => completion.mutate({})}>
          {t('complete')}
        </Button>
      </div>
    </div>
  );
};

interface BarredProps extends WorkProps {
  readonly bar: TaskBar;
  readonly form: FormDefinition | undefined;
  /** What the person had typed before the task was taken away. */
  readonly typed: FormData | undefined;
}

/** What would show a restricted answer of the application is masked in a task, and is looked at in the file beside it. */
const maskedIn =
  ({ masked }: TaskView) =>
  (pointer: string): RestrictedAnswer | undefined =>
    masked.includes(pointer) ? { isMasked: true, note: null, action: null } : undefined;

/** A task that is not the person's to do, to read. */
const BarredTask = ({ task, bar, form, typed }: BarredProps) => {
  const t = useDeskText();
  const data = typed ?? task.data;
  const hasAnswers = Object.keys(data).length > 0;
  return (
    <div className="iris-stack">
      <BarNotice task={task} bar={bar} interrupted={typed !== undefined} />
      {typed !== undefined && <p className="iris-muted">{t('lost.answers')}</p>}
      {form !== undefined && hasAnswers && <FormView form={form} data={data} restricted={maskedIn(task)} />}
    </div>
  );
};

/** What the person has to do, or why it is not theirs to do. Typed answers stay in view when the task is taken away. */
export const TaskWork = ({ task }: WorkProps) => {
  const t = useDeskText();
  const form = useKnownForm(task.form);
  const completion = useCompletion(task);
  const [typed, setTyped] = useState<FormData>();
  const checklist = (
    <TaskChecklist
      taskId={task.id}
      mayMark={task.bar === null}
      isRefused={problemCode(completion.error) === 'CHECKLIST_OPEN'}
    />
  );
  if (completion.isSuccess) return <Skeleton lines={4} />;
  if (task.form !== null && form === undefined) return <Notice tone="danger" title={t('task.form.broken')} />;
  if (task.bar !== null)
    return (
      <>
        <BarredTask task={task} bar={task.bar} form={form} typed={typed} />
        {checklist}
      </>
    );
  return (
    <>
      {checklist}
      {form === undefined ? (
        <PlainCompletion completion={completion} />
      ) : (
        <TaskEditor task={task} form={form} data={typed ?? task.data} onChange={setTyped} completion={completion} />
      )}
    </>
  );
};
