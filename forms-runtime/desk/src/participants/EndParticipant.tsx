import type { ParticipantView } from '@irisflow/client';
import { Dialog, useToast } from '@irisflow/ui';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useEndParticipant } from './use-participants.ts';

interface FormProps {
  readonly caseId: string;
  readonly participant: ParticipantView;
  readonly onClose: () => void;
}

const EndForm = ({ caseId, participant, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const end = useEndParticipant(caseId);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || end.isPending) return;
    const onSuccess = (): void => {
      toast(t('participant.ended'));
      onClose();
    };
    end.mutate({ participantId: participant.id, reason }, { onSuccess });
  };
  return (
    <DialogForm
      error={end.error}
      busy={end.isPending}
      confirm={t('participant.end')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('participant.end.text')}</p>
      <ReasonField id="participant-end-reason" {...field} />
    </DialogForm>
  );
};

/** Ends that somebody takes part, with a reason that stays on record. */
export const EndParticipant = ({
  participant,
  ...form
}: Omit<FormProps, 'participant'> & { readonly participant: ParticipantView | undefined }) => {
  const t = useDeskText();
  if (participant === undefined) return null;
  return (
    <Dialog open title={t('participant.end.title', { name: participant.name })} onClose={form.onClose}>
      <EndForm {...form} participant={participant} />
    </Dialog>
  );
};
