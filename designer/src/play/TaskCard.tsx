import type { Locale } from '@irisflow/client';
import type { PlayAct, Values, Waiting } from '@irisflow/scenarios';
import { Button } from '@irisflow/ui';
import { useMemo, useState, type SubmitEvent } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { KnownPicker } from './KnownPicker.tsx';
import { knownTaskAnswers } from './known-answers.ts';
import { PlayedForm } from './PlayedForm.tsx';
import type { ProcedureFacts } from './procedure-facts.ts';
import { answersToProcess, broughtToForm, dataOfAnswers } from './task-data.ts';
import { GroupFields } from './ValueFields.tsx';

type Task = Extract<Waiting, { kind: 'task' }>;

export interface TaskCardProps {
  readonly task: Task;
  readonly facts: ProcedureFacts;
  readonly locale: Locale;
  /** Epoch milliseconds on the clock of the case. */
  readonly now: number;
  readonly onTake: (act: PlayAct) => void;
}

/** A task whose form is not in the draft: that of a block, or none. What it gives is said in fields. */
const WithoutForm = ({ start, onGive }: { readonly start: Values; readonly onGive: (values: Values) => void }) => {
  const t = useTexts();
  const [values, setValues] = useState<Values>(start);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onGive(values);
  };
  return (
    <form className="iris-stack iris-stack--tight" noValidate onSubmit={submit}>
      <p>{t('play.noForm')}</p>
      <GroupFields value={values} onChange={setValues} />
      <div>
        <Button type="submit">{t('play.complete')}</Button>
      </div>
    </form>
  );
};

/** A task with the form of the desk, filled with what the process brings, and checked as there. */
export const TaskCard = ({ task, facts, locale, now, onTake }: TaskCardProps) => {
  const t = useTexts();
  const known = knownTaskAnswers(facts, task.elementId);
  const [picked, setPicked] = useState<Values | null>(null);
  const form = facts.forms.get(facts.tasks[task.elementId]?.form ?? task.form ?? '');
  const brought = useMemo(
    () => (form === undefined ? null : broughtToForm(form, { variables: task.variables, now })),
    [form, task.variables, now],
  );
  const give = (values: Values): void => onTake({ kind: 'step', step: { complete: task.elementId, with: values } });
  return (
    <div className="iris-stack iris-stack--tight">
      {task.groups.length > 0 && <p className="iris-muted">{t('play.forGroup', { groups: task.groups.join(', ') })}</p>}
      <KnownPicker known={known} onPick={setPicked} />
      {form === undefined || brought === null ? (
        <WithoutForm key={JSON.stringify(picked)} start={picked ?? {}} onGive={give} />
      ) : (
        <PlayedForm
          key={JSON.stringify(picked)}
          form={form}
          reader="agent"
          locale={locale}
          start={picked === null ? brought.data : { ...brought.data, ...dataOfAnswers(form, picked) }}
          prefilled={brought.prefilled}
          today={new Date(now).toISOString().slice(0, 10)}
          onSubmit={(data) => give(answersToProcess(form, data))}
        />
      )}
    </div>
  );
};
