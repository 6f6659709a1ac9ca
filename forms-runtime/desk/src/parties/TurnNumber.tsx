import type { PartyFile } from '@irisflow/client';
import { ProblemError } from '@irisflow/client';
import { Button, Dialog, Notice, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { type NumberTurn, useTurnNumber } from './use-marks.ts';

interface TurnProps {
  readonly file: PartyFile;
  readonly turn: NumberTurn;
  readonly onClose: () => void;
}

/** That the number is none of theirs, or no number, is said at its field. */
const isOfNumber = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.errors ?? []).some(({ pointer }) => pointer === '/nationalNumber');

const TurnDialog = ({ file, turn, onClose }: TurnProps) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useTurnNumber(file.id);
  const { reason, check, field } = useReason();
  const [number, setNumber] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isRefused = isOfNumber(change.error);
  const isMissing = isAsked && number.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (!check() || number.trim() === '' || change.isPending) return;
    const onSuccess = (): void => {
      toast(t(`number.${turn}.done`));
      onClose();
    };
    change.mutate({ turn, nationalNumber: number.trim(), reason }, { onSuccess });
  };
  return (
    <Dialog open title={t(`number.${turn}`)} onClose={onClose}>
      <DialogForm
        error={isRefused ? null : change.error}
        busy={change.isPending}
        confirm={t(`number.${turn}`)}
        onSubmit={submit}
        onClose={onClose}
      >
        <Notice>{t(`number.${turn}.text`)}</Notice>
        <TextField
          id="turned-number"
          label={t('number.which')}
          hint={t('number.which.hint')}
          size="20"
          inputMode="numeric"
          code
          value={number}
          onChange={(value) => {
            change.reset();
            setNumber(value);
          }}
          {...((isMissing || isRefused) && { error: t(isRefused ? `number.${turn}.refused` : 'number.missing') })}
        />
        <ReasonField id="number-reason" {...field} />
      </DialogForm>
    </Dialog>
  );
};

/** Says that a number of somebody was canceled, or takes that back; for supervisors. */
export const TurnNumber = ({ file }: { readonly file: PartyFile }) => {
  const t = useDeskText();
  const [turn, setTurn] = useState<NumberTurn>();
  const states = file.numbers.map(({ state }) => state);
  return (
    <div className="iris-row">
      {states.some((state) => state !== 'canceled') && (
        <Button tone="secondary" size="small" onClick={() => setTurn('cancellation')}>
          {t('number.cancellation')}
        </Button>
      )}
      {states.includes('canceled') && (
        <Button tone="secondary" size="small" onClick={() => setTurn('restoration')}>
          {t('number.restoration')}
        </Button>
      )}
      {turn !== undefined && <TurnDialog file={file} turn={turn} onClose={() => setTurn(undefined)} />}
    </div>
  );
};
