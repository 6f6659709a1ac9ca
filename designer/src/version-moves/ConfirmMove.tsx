import { Button, Form, TextArea } from '@irisflow/ui';
import { useState } from 'react';
import { type MoveWish, useStartMove } from '../api/version-moves.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';

const MAX_REASON = 500;

export interface ConfirmMoveProps {
  readonly procedureKey: string;
  readonly wish: MoveWish;
  readonly onStarted: (moveId: string) => void;
}

/** Asks why, and begins. */
export const ConfirmMove = ({ procedureKey, wish, onStarted }: ConfirmMoveProps) => {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const start = useStartMove(procedureKey);
  const send = (): void => {
    const isWrong = reason.trim() === '' || reason.length > MAX_REASON;
    setMissing(isWrong);
    if (!isWrong) start.mutate({ ...wish, reason }, { onSuccess: ({ id }) => onStarted(id) });
  };
  return (
    <Form onSubmit={send} className="iris-stack">
      <p>{t('move.confirmText', { to: wish.to })}</p>
      <TextArea
        id="move-reason"
        label={t('move.reasonLabel')}
        hint={t('move.reasonHint')}
        rows={3}
        maxLength={MAX_REASON}
        value={reason}
        onChange={setReason}
        {...(isMissing ? { error: t('move.reasonMissing') } : {})}
      />
      {start.isError && <Failure error={start.error} />}
      <p>
        <Button type="submit" busy={start.isPending}>
          {t('move.start')}
        </Button>
      </p>
    </Form>
  );
};
