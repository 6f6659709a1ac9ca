import type { TaskView } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';
import { Failure, problemCode } from '@irisflow/frame';
import { TaskForm, todayInBrussels } from '@irisflow/renderer';
import { useLocale } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { fieldErrorsOf } from '../app/field-errors.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { PickParagraph } from '../paragraphs/PickParagraph.tsx';
import { CompleteDialog } from './CompleteDialog.tsx';
import { DraftStatus } from '../app/DraftStatus.tsx';
import { NextTaskChoice } from './NextTaskChoice.tsx';
import { outcomeOf, type Outcome } from './outcome-of.ts';
import type { useCompletion } from './use-completion.ts';
import { useTaskDraft } from './use-task-draft.ts';

/** The draft was refused because the task is no longer mine: the page must find out whose it is. */
const useRefusedDraft = (taskId: string, error: unknown): void => {
  const queries = useQueryClient();
  const isRefused = problemCode(error)?.startsWith('TASK_') === true;
  useEffect(() => {
    if (isRefused) void queries.invalidateQueries({ queryKey: ['task', taskId] });
  }, [isRefused, queries, taskId]);
};

interface Verdict extends Outcome {
  readonly data: FormData;
}

export interface TaskEditorProps {
  readonly task: TaskView;
  readonly form: FormDefinition;
  readonly data: FormData;
  readonly onChange: (data: FormData) => void;
  readonly completion: ReturnType<typeof useCompletion>;
}

/** The form of a task that is mine: drafts keep themselves, decisions are confirmed. */
export const TaskEditor = ({ task, form, data, onChange, completion }: TaskEditorProps) => {
  const t = useDeskText();
  const locale = useLocale();
  const draft = useTaskDraft(task.id);
  const [verdict, setVerdict] = useState<Verdict>();
  useRefusedDraft(task.id, draft.state.kind === 'failed' ? draft.state.error : undefined);
  const errors = fieldErrorsOf(completion.error);
  const send = (answers: FormData): void => {
    draft.drop();
    // The dialog closes first: it gives the focus back, which must not happen after the errors took it.
    setVerdict(undefined);
    completion.mutate(answers);
  };
  const finish = (answers: FormData): void => {
    const outcome = outcomeOf({ form, data: answers, locale, today: todayInBrussels(new Date()) });
    if (outcome === undefined) send(answers);
    else setVerdict({ ...outcome, data: answers });
  };
  const change = (answers: FormData): void => {
    if (completion.isError) completion.reset();
    onChange(answers);
    draft.touch(answers);
  };
  const saveNow = (answers: FormData): void => {
    draft.touch(answers);
    draft.flush();
  };
  return (
    <div className="iris-stack">
      {completion.isError && errors.length === 0 && <Failure error={completion.error} />}
      <TaskForm
        form={form}
        data={data}
        audience="agent"
        serverErrors={errors}
        masked={task.masked}
        busy={completion.isPending}
        completeText={t('complete')}
        onChange={change}
        onSave={saveNow}
        onComplete={finish}
        renderAid={(field) => (
          <PickParagraph key={field.pointer} place={{ taskId: task.id, field: field.pointer, data }} field={field} />
        )}
        actions={
          <div className="desk-form-end">
            <DraftStatus state={draft.state} />
            <NextTaskChoice />
          </div>
        }
      />
      <CompleteDialog
        task={task}
        outcome={verdict}
        onConfirm={() => verdict !== undefined && send(verdict.data)}
        onClose={() => setVerdict(undefined)}
      />
    </div>
  );
};
