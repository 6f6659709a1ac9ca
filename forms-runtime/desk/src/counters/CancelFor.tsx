import type { DeskAppointment } from '@irisflow/client';
import { Dialog, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useCounterText } from './counter-texts.ts';
import { useCancelFor } from './use-counters.ts';

interface OneProps {
  readonly appointment: DeskAppointment;
  readonly onClose: () => void;
}

/** Cancels an appointment, with a reason that whoever was to come reads. */
export const CancelFor = ({ appointment: { id, name }, onClose }: OneProps) => {
  const t = useCounterText();
  const toast = useToast();
  const cancel = useCancelFor(id);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (isMissing) return document.getElementById('cancel-reason')?.focus();
    const onSuccess = (): void => {
      onClose();
      toast(t('cancel.done'));
    };
    cancel.mutate(reason, { onSuccess });
  };
  return (
    <Dialog open title={t('cancel.title', { name })} onClose={onClose}>
      <DialogForm
        error={cancel.isError ? cancel.error : null}
        busy={cancel.isPending}
        confirm={t('cancel.go')}
        dismiss={t('close')}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>{t('cancel.text')}</p>
        <TextField
          id="cancel-reason"
          label={t('cancel.reason')}
          maxLength={500}
          value={reason}
          onChange={setReason}
          {...(asked && isMissing && { error: t('missing') })}
        />
      </DialogForm>
    </Dialog>
  );
};
