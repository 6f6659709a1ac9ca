import type { EngagementView } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { MoneyField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { sentAmount, type TypedAmount } from '../money/amounts.ts';
import { useBudgetText } from './budget-texts.ts';
import { useChangeEngagement, useCloseEngagement } from './use-budget.ts';

interface KeepProps {
  readonly engagement: EngagementView;
}
type FormProps = KeepProps & { readonly onClose: () => void };

const ChangeForm = ({ engagement: { id, amount: before, liquidated }, onClose }: FormProps) => {
  const t = useBudgetText();
  const amountText = useAmountText();
  const toast = useToast();
  const change = useChangeEngagement(id);
  const [amount, setAmount] = useState<TypedAmount>(Number(before));
  const [asked, setAsked] = useState(false);
  const { reason, check, field } = useReason();
  const sent = sentAmount(amount);
  const submit = (): void => {
    setAsked(true);
    if (!check() || sent === undefined || change.isPending) return;
    const onSuccess = (): void => {
      toast(t('changed'));
      onClose();
    };
    change.mutate({ amount: sent, reason }, { onSuccess });
  };
  return (
    <DialogForm error={change.error} busy={change.isPending} confirm={t('change')} onSubmit={submit} onClose={onClose}>
      <p>{t('change.text', { liquidated: amountText(liquidated) })}</p>
      <MoneyField
        id="engagement-amount"
        label={t('amount')}
        value={amount}
        onChange={setAmount}
        {...(asked && sent === undefined && { error: t('change.wrong') })}
      />
      <ReasonField id="engagement-reason" {...field} />
    </DialogForm>
  );
};

/** Raises or lowers what a case has set aside. */
export const ChangeEngagement = ({ engagement }: KeepProps) => {
  const t = useBudgetText();
  return (
    <DialogButton tone="secondary" size="small" label={t('change')} title={t('change.title')}>
      {(close) => <ChangeForm engagement={engagement} onClose={close} />}
    </DialogButton>
  );
};

const CloseForm = ({ engagement: { id, rest }, onClose }: FormProps) => {
  const t = useBudgetText();
  const amountText = useAmountText();
  const toast = useToast();
  const close = useCloseEngagement(id);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || close.isPending) return;
    const onSuccess = (): void => {
      toast(t('closed'));
      onClose();
    };
    close.mutate({ reason }, { onSuccess });
  };
  return (
    <DialogForm error={close.error} busy={close.isPending} confirm={t('close')} onSubmit={submit} onClose={onClose}>
      <p>{t('close.text', { rest: amountText(rest) })}</p>
      <ReasonField id="engagement-closing-reason" {...field} />
    </DialogForm>
  );
};

/** Gives back to the line what no order took. */
export const CloseEngagement = ({ engagement }: KeepProps) => {
  const t = useBudgetText();
  return (
    <DialogButton tone="secondary" size="small" label={t('close')} title={t('close.title')}>
      {(close) => <CloseForm engagement={engagement} onClose={close} />}
    </DialogButton>
  );
};
