import type { CaseRole } from '@irisflow/client';
import { Dialog, ErrorSummary, useLocale, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useToday } from '../administration/use-today.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import {
  checkParticipant,
  emptyParticipant,
  participantBody,
  type ParticipantField,
  type ParticipantNote,
  type ParticipantProblems,
} from './participant-note.ts';
import { ParticipantFields, participantFieldId } from './ParticipantFields.tsx';
import { useAddParticipant } from './use-participants.ts';

interface DialogProps {
  readonly caseId: string;
  readonly roles: readonly CaseRole[];
  readonly onClose: () => void;
}

const useNote = ({ caseId, roles, onClose }: DialogProps) => {
  const t = useDeskText();
  const toast = useToast();
  const today = useToday();
  const locale = useLocale();
  const [note, setNote] = useState(() => emptyParticipant(locale, today));
  const [problems, setProblems] = useState<ParticipantProblems>({});
  const [attempt, setAttempt] = useState(0);
  const add = useAddParticipant(caseId);
  const role = roles.find(({ key }) => key === note.role);
  const submit = (): void => {
    const found = checkParticipant({ note, role, today });
    setProblems(found);
    setAttempt(attempt + 1);
    if (Object.keys(found).length > 0 || add.isPending) return;
    const onSuccess = (): void => {
      toast(t('participant.added'));
      onClose();
    };
    add.mutate(participantBody(note, role), { onSuccess });
  };
  const change = (part: Partial<ParticipantNote>): void => {
    const next = { ...note, ...part };
    const household = roles.find(({ key }) => key === next.role)?.household === true;
    setNote(household ? { ...next, kind: 'person' } : next);
  };
  return { note, change, problems, attempt, submit, add };
};

/** Writes down that somebody takes part in a case, in a role of its procedure. */
export const AddParticipant = (props: DialogProps) => {
  const t = useDeskText();
  const { note, change, problems, attempt, submit, add } = useNote(props);
  const errors = Object.entries(problems).map(([field, problem]) => ({
    target: participantFieldId(field as ParticipantField),
    text: t(problem),
  }));
  return (
    <Dialog open wide title={t('participant.add.title')} onClose={props.onClose}>
      <DialogForm
        error={add.error}
        busy={add.isPending}
        confirm={t('participant.add')}
        onSubmit={submit}
        onClose={props.onClose}
      >
        <ErrorSummary errors={errors} attempt={attempt} />
        <ParticipantFields note={note} roles={props.roles} problems={problems} onChange={change} />
      </DialogForm>
    </Dialog>
  );
};
