import { answer, platform, type CandidateView, type TaskSummary } from '@irisflow/client';
import { Answered, Failure, useLocalized } from '@irisflow/frame';
import { Button, Dialog, RadioGroup, useFormatters, useLabelled, useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCandidates } from '../absences/use-absences.ts';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';

export type AssignableTask = Pick<TaskSummary, 'id' | 'name' | 'reference' | 'assignee'>;

const useAssign = (taskId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { readonly id: string; readonly reason: string | undefined }) =>
      answer(
        platform.POST('/api/tasks/{taskId}/assignment', {
          params: { path: { taskId } },
          body: { personId: id, ...(reason !== undefined && { reason }) },
        }),
      ),
    onSettled: () =>
      Promise.all(
        [['tasks'], ['task-counters'], ['colleagues'], ['candidates'], ['task', taskId]].map((queryKey) =>
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
  const despite = useReason();
  const give = (colleagues: readonly CandidateView[]): void => {
    const colleague = colleagues.find(({ id }) => id === chosen);
    setMissing(colleague === undefined);
    if (colleague === undefined) return;
    const isDespite = colleague.bar === 'language';
    if (isDespite && !despite.check()) return;
    const onSuccess = (): void => {
      toast(t('assign.done', { reference: task.reference, name: colleague.name }));
      onClose();
    };
    assign.mutate({ id: colleague.id, reason: isDespite ? despite.reason : undefined }, { onSuccess });
  };
  return { assign, chosen, setChosen, isMissing, despite, give };
};

/** Those who cannot have it, and why: nobody has to wonder where a colleague is. */
const Barred = ({ candidates }: { readonly candidates: readonly CandidateView[] }) => {
  const t = useDeskText();
  const { date } = useFormatters();
  const labelled = useLabelled();
  const why = ({ bar, absentUntil }: CandidateView): string => {
    if (bar === 'absent') return t('candidate.bar.absent', { day: absentUntil === null ? '' : date(absentUntil) });
    return t(`candidate.bar.${bar ?? 'role'}`);
  };
  if (candidates.length === 0) return null;
  return (
    <details>
      <summary>{t('candidate.bars')}</summary>
      <ul>
        {candidates.map((candidate) => (
          <li key={candidate.id}>{labelled(candidate.name, why(candidate))}</li>
        ))}
      </ul>
    </details>
  );
};

const ColleagueChoice = ({ task, onClose }: ChoiceProps) => {
  const t = useDeskText();
  const query = useCandidates(task.id);
  const { assign, chosen, setChosen, isMissing, despite, give } = useChoice({ task, onClose });
  // Against the language that a task needs, a reason helps.
  const mayHave = ({ bar }: CandidateView): boolean => bar === null || bar === 'language';
  const able = (all: readonly CandidateView[]): readonly CandidateView[] =>
    all.filter((one) => mayHave(one) && one.id !== task.assignee?.id);
  const isDespite = (all: readonly CandidateView[]): boolean => all.find(({ id }) => id === chosen)?.bar === 'language';
  const hintOf = ({ isSuggested, speaks, openTasks, bar }: CandidateView): string =>
    [
      ...(isSuggested ? [t('candidate.suggested')] : []),
      ...(bar === 'language' ? [t('candidate.bar.language')] : []),
      ...(speaks ? [t('candidate.speaks')] : []),
      t.plural('colleague.load', openTasks),
    ].join(' · ');
  return (
    <Answered query={query}>
      {(all) => (
        <>
          {assign.isError && <Failure error={assign.error} />}
          <RadioGroup
            id="colleague"
            label={t('assign.to')}
            options={able(all).map((candidate) => ({
              value: candidate.id,
              label: candidate.name,
              hint: hintOf(candidate),
            }))}
            value={chosen}
            onChange={setChosen}
            {...(isMissing && { error: t('assign.missing') })}
          />
          {isDespite(all) && <ReasonField id="assign-reason" hint={t('assign.despite')} {...despite.field} />}
          <Barred candidates={all.filter((one) => !mayHave(one))} />
          <div className="iris-dialog__actions">
            <Button busy={assign.isPending} onClick={() => give(able(all))}>
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
