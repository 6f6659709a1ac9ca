import type { PaymentView } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { MoneyField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { sentAmount, type TypedAmount } from './amounts.ts';
import { useMoneyText } from './money-texts.ts';
import { useGiveBack } from './use-payments.ts';

interface GiveBackProps {
  readonly payment: PaymentView;
}

const GiveBackForm = ({ payment, onClose }: GiveBackProps & { readonly onClose: () => void }) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const toast = useToast();
  const giveBack = useGiveBack(payment.id);
  const [amount, setAmount] = useState<TypedAmount>(Number(payment.rest));
  const [asked, setAsked] = useState(false);
  const { reason, check, field } = useReason();
  const sent = sentAmount(amount);
  const submit = (): void => {
    setAsked(true);
    if (!check() || sent === undefined || giveBack.isPending) return;
    const onSuccess = (): void => {
      toast(t('giveBack.done'));
      onClose();
    };
    giveBack.mutate({ amount: sent, reason }, { onSuccess });
  };
  return (
    <DialogForm
      error={giveBack.error}
      busy={giveBack.isPending}
      confirm={t('giveBack')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('giveBack.text', { amount: amountText(payment.rest) })}</p>
      <MoneyField
        id="give-back-amount"
        label={t('amount')}
        value={amount}
        onChange={setAmount}
        {...(asked && sent === undefined && { error: t('amount.wrong') })}
      />
      <ReasonField id="give-back-reason" {...field} />
    </DialogForm>
  );
};

/** Says that a payment that waits, or a part of it, is to be given back. */
export const GiveBack = ({ payment }: GiveBackProps) => {
  const t = useMoneyText();
  return (
    <DialogButton tone="secondary" size="small" label={t('giveBack')} title={t('giveBack.title')}>
      {(close) => <GiveBackForm payment={payment} onClose={close} />}
    </DialogButton>
  );
};
