import type { RightView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, DateField, Dialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useMoveRight } from './use-rights.ts';

type Move = RightView['moves'][number];

interface FormProps {
  readonly right: RightView;
  readonly move: Move;
  readonly onClose: () => void;
}

const MoveForm = ({ right, move: { to }, onClose }: FormProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const toast = useToast();
  const move = useMoveRight(right.id);
  const [day, setDay] = useState<string>();
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || move.isPending) return;
    const onSuccess = (): void => {
      toast(t('right.moved'));
      onClose();
    };
    move.mutate({ to: to.key, reason, ...(day !== undefined && { effectiveOn: day }) }, { onSuccess });
  };
  return (
    <DialogForm
      error={move.error}
      busy={move.isPending}
      confirm={t('right.move', { state: read(to.label) })}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(`right.move.${to.effect}`, { number: right.number, holder: right.holder })}</p>
      <DateField
        id="right-move-day"
        label={t('right.move.day')}
        hint={t('right.move.day.hint')}
        optional
        value={day}
        onChange={setDay}
      />
      <ReasonField id="right-move-reason" {...field} />
    </DialogForm>
  );
};

/** What somebody may do with a right by hand, each with a reason and a day. */
export const MoveRight = ({ right }: { readonly right: RightView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const [move, setMove] = useState<Move>();
  const close = (): void => setMove(undefined);
  return (
    <>
      {right.moves.map((one) => (
        <Button key={one.to.key} tone="secondary" size="small" onClick={() => setMove(one)}>
          {t('right.move', { state: read(one.to.label) })}
        </Button>
      ))}
      {move !== undefined && (
        <Dialog open title={t('right.move', { state: read(move.to.label) })} onClose={close}>
          <MoveForm right={right} move={move} onClose={close} />
        </Dialog>
      )}
    </>
  );
};
