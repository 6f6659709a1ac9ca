import type { DeskAppointment } from '@irisflow/client';
import { problemCode } from '@irisflow/frame';
import { HourPicker } from '@irisflow/frame/hours';
import { Dialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useCounterText } from './counter-texts.ts';
import { useMoveFor } from './use-counters.ts';

interface OneProps {
  readonly appointment: DeskAppointment;
  readonly onClose: () => void;
}

/** Moves an appointment to another hour of its counter. */
export const MoveFor = ({ appointment: { id, name, counter }, onClose }: OneProps) => {
  const t = useCounterText();
  const toast = useToast();
  const move = useMoveFor(id);
  const [from, setFrom] = useState<string>();
  const [asked, setAsked] = useState(false);
  const isTaken = problemCode(move.error) === 'APPOINTMENT_TAKEN';
  const missing = asked && from === undefined ? t('hour.missing') : undefined;
  const submit = (): void => {
    setAsked(true);
    move.reset();
    if (from === undefined) return document.getElementById('hour')?.focus();
    const onSuccess = (): void => {
      onClose();
      toast(t('move.done'));
    };
    move.mutate(from, { onSuccess, onError: () => setFrom(undefined) });
  };
  return (
    <Dialog open wide title={t('move.title', { name })} onClose={onClose}>
      <DialogForm
        error={move.isError && !isTaken ? move.error : null}
        busy={move.isPending}
        confirm={t('move')}
        onSubmit={submit}
        onClose={onClose}
      >
        <HourPicker
          counterId={counter.id}
          value={from}
          onChange={setFrom}
          error={isTaken ? t('hour.taken') : missing}
        />
      </DialogForm>
    </Dialog>
  );
};
