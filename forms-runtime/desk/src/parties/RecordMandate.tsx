import { useLocalized } from '@irisflow/frame';
import { CheckboxGroup, DateField, Dialog, ErrorSummary, TextArea, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useOwnProcedures } from '../contacts/use-contacts.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { useToday } from '../administration/use-today.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import {
  checkMandate,
  emptyMandate,
  mandateBody,
  type MandateField,
  type MandateNote,
  type MandateProblems,
} from './mandate-note.ts';
import { useRecordMandate } from './use-parties.ts';

const idOf = (field: MandateField): string => `mandate-${field}`;

interface FieldsProps {
  readonly note: MandateNote;
  readonly problems: MandateProblems;
  readonly onChange: (part: Partial<MandateNote>) => void;
}

const Fields = ({ note, problems, onChange }: FieldsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const procedures = useOwnProcedures();
  const shared = (field: MandateField) => {
    const problem = problems[field];
    return { id: idOf(field), label: t(`mandate.${field}`), ...(problem !== undefined && { error: t(problem) }) };
  };
  return (
    <>
      <TextField
        {...shared('mandatee')}
        autoComplete="off"
        maxLength={200}
        value={note.mandatee}
        onChange={(mandatee) => onChange({ mandatee })}
      />
      <TextField
        {...shared('nationalNumber')}
        hint={t('mandate.nationalNumber.hint')}
        code
        size="20"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={note.nationalNumber}
        onChange={(nationalNumber) => onChange({ nationalNumber })}
      />
      <CheckboxGroup
        {...shared('procedures')}
        options={procedures.map(({ key, title }) => ({ value: key, label: read(title) }))}
        value={note.procedures}
        onChange={(chosen) => onChange({ procedures: chosen })}
      />
      <DateField {...shared('validFrom')} value={note.validFrom} onChange={(validFrom) => onChange({ validFrom })} />
      <DateField {...shared('validTo')} optional value={note.validTo} onChange={(validTo) => onChange({ validTo })} />
      <TextArea
        {...shared('proof')}
        hint={t('mandate.proof.hint')}
        rows={2}
        maxLength={500}
        value={note.proof}
        onChange={(proof) => onChange({ proof })}
      />
    </>
  );
};

interface DialogProps {
  readonly partyId: string;
  readonly name: string;
  readonly onClose: () => void;
}

const useNote = ({ partyId, onClose }: DialogProps) => {
  const t = useDeskText();
  const toast = useToast();
  const today = useToday();
  const [note, setNote] = useState(() => emptyMandate(today));
  const [problems, setProblems] = useState<MandateProblems>({});
  const [attempt, setAttempt] = useState(0);
  const record = useRecordMandate(partyId);
  const submit = (): void => {
    const found = checkMandate(note, today);
    setProblems(found);
    setAttempt(attempt + 1);
    if (Object.keys(found).length > 0 || record.isPending) return;
    const onSuccess = (): void => {
      toast(t('mandate.recorded'));
      onClose();
    };
    record.mutate(mandateBody(note), { onSuccess });
  };
  return {
    note,
    change: (part: Partial<MandateNote>) => setNote({ ...note, ...part }),
    problems,
    attempt,
    submit,
    record,
  };
};

/** Writes down that somebody may act for a party, as a paper proves. */
export const RecordMandate = (props: DialogProps) => {
  const t = useDeskText();
  const { note, change, problems, attempt, submit, record } = useNote(props);
  const errors = Object.entries(problems).map(([field, problem]) => ({
    target: idOf(field as MandateField),
    text: t(problem),
  }));
  return (
    <Dialog open wide title={t('mandate.record.title', { name: props.name })} onClose={props.onClose}>
      <DialogForm
        error={record.error}
        busy={record.isPending}
        confirm={t('mandate.record')}
        onSubmit={submit}
        onClose={props.onClose}
      >
        <ErrorSummary errors={errors} attempt={attempt} />
        <Fields note={note} problems={problems} onChange={change} />
      </DialogForm>
    </Dialog>
  );
};
