import type { ColleagueView } from '@irisflow/client';
import { isDate } from '@irisflow/forms';
import { Answered, usePerson } from '@irisflow/frame';
import { DateField, Dialog, Select, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useToday } from '../administration/use-today.ts';
import { isClerk, isSupervisor } from '../session/clerk.ts';
import { useColleagues } from '../task/use-colleagues.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useRecordAbsence } from './use-absences.ts';

interface FormProps {
  readonly colleagues: readonly ColleagueView[];
  readonly onClose: () => void;
}

interface Draft {
  readonly personId: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly standInId: string | undefined;
}

const isDay = (day: string | undefined): day is string => day !== undefined && isDate(day);

/** Which field keeps it from being sent. */
const wrongIn = ({ personId, from, to }: Draft, today: string): 'person' | 'from' | 'to' | undefined => {
  if (personId === undefined) return 'person';
  if (!isDay(from)) return 'from';
  return isDay(to) && to >= from && to >= today ? undefined : 'to';
};

const useDraft = ({ onClose }: Pick<FormProps, 'onClose'>) => {
  const t = useDeskText();
  const toast = useToast();
  const today = useToday();
  const record = useRecordAbsence();
  const { id } = usePerson();
  const [draft, setDraft] = useState<Draft>({ personId: id, from: today, to: undefined, standInId: undefined });
  const [asked, setAsked] = useState(false);
  const wrong = wrongIn(draft, today);
  const submit = (): void => {
    setAsked(true);
    const { personId, from, to, standInId = null } = draft;
    if (wrong !== undefined || personId === undefined || from === undefined || to === undefined) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('absence.recorded'));
    };
    record.mutate({ personId, from, to, standInId }, { onSuccess });
  };
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  return { draft, change, wrong: asked ? wrong : undefined, submit, record };
};

const AbsenceForm = ({ colleagues, onClose }: FormProps) => {
  const t = useDeskText();
  const person = usePerson();
  const { draft, change, wrong, submit, record } = useDraft({ onClose });
  const options = colleagues.filter(isClerk).map(({ id, name }) => ({ value: id, label: name }));
  const errorAt = (field: 'person' | 'from' | 'to') => (wrong === field ? { error: t(`absence.wrong.${field}`) } : {});
  return (
    <DialogForm
      error={record.isError ? record.error : null}
      busy={record.isPending}
      confirm={t('absence.record')}
      onSubmit={submit}
      onClose={onClose}
    >
      {isSupervisor(person) && (
        <Select
          id="absent"
          label={t('absence.who')}
          options={options}
          value={draft.personId}
          onChange={(personId) => change({ personId })}
          {...errorAt('person')}
        />
      )}
      <DateField
        id="from"
        label={t('absence.from')}
        value={draft.from}
        onChange={(from) => change({ from })}
        {...errorAt('from')}
      />
      <DateField
        id="to"
        label={t('absence.to')}
        value={draft.to}
        onChange={(to) => change({ to })}
        {...errorAt('to')}
      />
      <Select
        id="stand-in"
        label={t('absence.standIn')}
        hint={t('absence.standIn.hint')}
        optional
        options={options.filter(({ value }) => value !== draft.personId)}
        value={draft.standInId}
        onChange={(standInId) => change({ standInId })}
      />
    </DialogForm>
  );
};

/** Notes that somebody is away: oneself, or for supervisors a colleague. Why, nobody is asked. */
export const RecordAbsence = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const t = useDeskText();
  const colleagues = useColleagues();
  return (
    <Dialog open={open} title={t('absence.record')} onClose={onClose}>
      {open && <Answered query={colleagues}>{(all) => <AbsenceForm colleagues={all} onClose={onClose} />}</Answered>}
    </Dialog>
  );
};
