import { answer, platform, type ColleagueView, type TaskSummary } from '@irisflow/client';
import { Answered, Failure, useLocalized } from '@irisflow/frame';
import { Button, Dialog, RadioGroup, useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isClerk } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useColleagues } from './use-colleagues.ts';

export type AssignableTask = Pick<TaskSummary, 'id' | 'name' | 'reference' | 'assignee'>;

const useAssign = (taskId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ColleagueView) =>
      answer(
        platform.POST('/api/tasks/{taskId}/assignment', {
          params: { path: { taskId } },
          body: { personId: id },
        }),
      ),
    onSettled: () =>
      Promise.all(
        [['tasks'], ['task-counters'], ['colleagues'], ['task', taskId]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
};

interface ChoiceProps {
  readonly task: AssignableTask;
  readonly onClose: () => void;
}

const useChoice = ({ task, onClose }: ChoiceProps) => {
  const t = useDeskText();
  const toast = useToast();
  const assign = useAssign(task.id);
  const [chosen, setChosen] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const give = (colleagues: readonly ColleagueView[]): void => {
    const colleague = colleagues.find(({ id }) => id === chosen);
    setMissing(colleague === undefined);
    if (colleague === undefined) return;
    const onSuccess = (): void => {
      toast(t('assign.done', { reference: task.reference, name: colleague.name }));
      onClose();
    };
    assign.mutate(colleague, { onSuccess });
  };
  return { assign, chosen, setChosen, isMissing, give };
};

const ColleagueChoice = ({ task, onClose }: ChoiceProps) => {
  const t = useDeskText();
  const colleagues = useColleagues();
  const { assign, chosen, setChosen, isMissing, give } = useChoice({ task, onClose });
  const candidates = (all: readonly ColleagueView[]): readonly ColleagueView[] =>
    all.filter((colleague) => isClerk(colleague) && colleague.id !== task.assignee?.id);
  return (
    <Answered query={colleagues}>
      {(all) => (
        <>
          {assign.isError && <Failure error={assign.error} />}
          <RadioGroup
            id="colleague"
            label={t('assign.to')}
            options={candidates(all).map(({ id, name, openTasks }) => ({
              value: id,
              label: name,
              hint: t.plural('colleague.load', openTasks),
            }))}
            value={chosen}
            onChange={setChosen}
            {...(isMissing && { error: t('assign.missing') })}
          />
          <div className="iris-dialog__actions">
            <Button busy={assign.isPending} onClick={() => give(candidates(all))}>
              {t('assign')}
            </Button>
            <Button tone="secondary" onClick={onClose}>
              {t('cancel')}
            </Button>
          </div>
        </>
      )}
    </Answered>
  );
};

export interface AssignDialogProps {
  /** The dialog is open while there is a task. */
  readonly task: AssignableTask | undefined;
  readonly onClose: () => void;
}

/** Gives a task to a colleague, in view of what each already has. */
export const AssignDialog = ({ task, onClose }: AssignDialogProps) => {
  const t = useDeskText();
  const read = useLocalized();
  return (
    <Dialog open={task !== undefined} title={t('assign.title')} onClose={onClose}>
      {task !== undefined && (
        <>
          <p>
            {read(task.name)} <span className="desk-reference">{task.reference}</span>
          </p>
          <ColleagueChoice task={task} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
};
