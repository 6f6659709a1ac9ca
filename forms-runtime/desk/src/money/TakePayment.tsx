import type { ReceivableView } from '@irisflow/client';
import { useLocalized, isSome, useAmountText } from '@irisflow/frame';
import { DateField, MoneyField, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useToday } from '../administration/use-today.ts';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { sentAmount, type TypedAmount } from './amounts.ts';
import { useMoneyText } from './money-texts.ts';
import { useTakePayment } from './use-payments.ts';

const MAX_TEXT = 140;

interface PaymentProps {
  /** What is paid at the counter; a transfer says by its communication what it is for. */
  readonly receivable?: ReceivableView;
}

const usePaymentDraft = (receivable: ReceivableView | undefined) => {
  const today = useToday();
  const [amount, setAmount] = useState<TypedAmount>(
    receivable !== undefined && isSome(receivable.rest) ? Number(receivable.rest) : undefined,
  );
  const [day, setDay] = useState<string | undefined>(today);
  const [payer, setPayer] = useState(receivable?.debtor ?? '');
  const [reference, setReference] = useState('');
  const sent = sentAmount(amount);
  const isDay = day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= today;
  return {
    amount,
    setAmount,
    day,
    setDay,
    payer,
    setPayer,
    reference,
    setReference,
    isAmountWrong: sent === undefined,
    isDayWrong: !isDay,
    ready: sent === undefined || !isDay ? undefined : { amount: sent, day, payer, reference },
  };
};

const PaymentFields = ({
  draft,
  channel,
  asked,
}: {
  readonly draft: ReturnType<typeof usePaymentDraft>;
  readonly channel: 'counter' | 'bank';
  readonly asked: boolean;
}) => {
  const t = useMoneyText();
  return (
    <>
      <MoneyField
        id="payment-amount"
        label={t('amount')}
        value={draft.amount}
        onChange={draft.setAmount}
        {...(asked && draft.isAmountWrong && { error: t('amount.wrong') })}
      />
      <DateField
        id="payment-day"
        label={t('day')}
        value={draft.day}
        onChange={draft.setDay}
        {...(asked && draft.isDayWrong && { error: t('day.wrong') })}
      />
      <TextField
        id="payment-payer"
        label={t('payer')}
        optional
        maxLength={MAX_TEXT}
        value={draft.payer}
        onChange={draft.setPayer}
      />
      <TextField
        id="payment-reference"
        label={t('reference')}
        hint={t(`reference.${channel}.hint`)}
        optional
        maxLength={MAX_TEXT}
        value={draft.reference}
        onChange={draft.setReference}
      />
    </>
  );
};

const PaymentForm = ({ receivable, onClose }: PaymentProps & { readonly onClose: () => void }) => {
  const t = useMoneyText();
  const read = useLocalized();
  const amountText = useAmountText();
  const toast = useToast();
  const take = useTakePayment();
  const [asked, setAsked] = useState(false);
  const draft = usePaymentDraft(receivable);
  const channel = receivable === undefined ? 'bank' : 'counter';
  const submit = (): void => {
    setAsked(true);
    if (draft.ready === undefined || take.isPending) return;
    take.mutate(
      { channel, ...draft.ready, ...(receivable !== undefined && { receivableId: receivable.id }) },
      {
        onSuccess: ({ receivableId }) => {
          toast(t(receivableId === null ? 'taken.waits' : 'taken'));
          onClose();
        },
      },
    );
  };
  return (
    <DialogForm
      error={take.error}
      busy={take.isPending}
      confirm={t(receivable === undefined ? 'enter' : 'take')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {receivable === undefined
          ? t('enter.text')
          : t('take.text', { label: read(receivable.label), rest: amountText(receivable.rest) })}
      </p>
      {receivable !== undefined && <p className="iris-muted">{t('take.more')}</p>}
      <PaymentFields draft={draft} channel={channel} asked={asked} />
    </DialogForm>
  );
};

/** Enters money that came in: at the counter for a receivable, or by a transfer that says itself what it is for. */
export const TakePayment = ({ receivable }: PaymentProps) => {
  const t = useMoneyText();
  const title = t(receivable === undefined ? 'enter' : 'take');
  return (
    <DialogButton size="small" label={title}>
      {(close) => <PaymentForm {...(receivable !== undefined && { receivable })} onClose={close} />}
    </DialogButton>
  );
};
