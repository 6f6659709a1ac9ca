import type { BatchView } from '@irisflow/client';
import { DateField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useToday } from '../administration/use-today.ts';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { usePayoutText } from './payout-texts.ts';
import { useConfirm } from './use-payouts.ts';

interface BatchProps {
  readonly batch: Pick<BatchView, 'id' | 'executeOn'>;
}

const ConfirmForm = ({ batch: { id, executeOn }, onClose }: BatchProps & { readonly onClose: () => void }) => {
  const t = usePayoutText();
  const toast = useToast();
  const today = useToday();
  const confirm = useConfirm(id);
  const [day, setDay] = useState<string | undefined>(executeOn);
  const [asked, setAsked] = useState(false);
  const isFine = day !== undefined && day >= executeOn && day <= today;
  const submit = (): void => {
    setAsked(true);
    if (!isFine || confirm.isPending) return;
    const onSuccess = (): void => {
      toast(t('confirmed'));
      onClose();
    };
    confirm.mutate(day, { onSuccess });
  };
  return (
    <DialogForm
      error={confirm.error}
      busy={confirm.isPending}
      confirm={t('confirm')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('confirm.text')}</p>
      <DateField
        id="confirm-day"
        label={t('confirm.day')}
        value={day}
        onChange={setDay}
        {...(asked && !isFine && { error: t('confirm.day.wrong') })}
      />
    </DialogForm>
  );
};

/** Says from the statement that what is left of a batch was paid. */
export const ConfirmBatch = ({ batch }: BatchProps) => {
  const t = usePayoutText();
  return (
    <DialogButton tone="secondary" size="small" label={t('confirm')}>
      {(close) => <ConfirmForm batch={batch} onClose={close} />}
    </DialogButton>
  );
};
