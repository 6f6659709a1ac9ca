import type { PaymentView } from '@irisflow/client';
import { isSome, useAmountText } from '@irisflow/frame';
import { Button, Dialog, MoneyField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { sentAmount, type TypedAmount } from './amounts.ts';
import { useMoneyText } from './money-texts.ts';
import { useBookPayout, useBooks } from './use-payments.ts';

interface PayoutProps {
  readonly payment: PaymentView;
}

const isNothing = (fee: TypedAmount): boolean => fee === undefined || fee === 0;

const PayoutForm = ({ payment, onClose }: PayoutProps & { readonly onClose: () => void }) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const toast = useToast();
  const book = useBookPayout(payment.id);
  const [fee, setFee] = useState<TypedAmount>();
  const [asked, setAsked] = useState(false);
  const sent = sentAmount(fee);
  const isWrong = !isNothing(fee) && sent === undefined;
  const submit = (): void => {
    setAsked(true);
    if (isWrong || book.isPending) return;
    const onSuccess = (): void => {
      toast(t('payout.done'));
      onClose();
    };
    book.mutate(sent === undefined ? {} : { fee: sent }, { onSuccess });
  };
  return (
    <DialogForm error={book.error} busy={book.isPending} confirm={t('payout')} onSubmit={submit} onClose={onClose}>
      <p>{t('payout.text', { amount: amountText(payment.rest) })}</p>
      <MoneyField
        id="payout-fee"
        label={t('payout.fee')}
        value={fee}
        onChange={setFee}
        {...(asked && isWrong && { error: t('amount.wrong') })}
      />
    </DialogForm>
  );
};

/** Says that money which came on the account and waits is what the payment provider pays out; offered while it has some of ours. */
export const BookPayout = ({ payment }: PayoutProps) => {
  const t = useMoneyText();
  const { data: books } = useBooks();
  const [isOpen, setOpen] = useState(false);
  const isOwed = books?.balances.some(({ account, balance }) => account === 'provider' && isSome(balance)) ?? false;
  const close = (): void => setOpen(false);
  const isOnAccount = payment.channel === 'statement' || payment.channel === 'bank';
  if (!isOnAccount || (!isOwed && !isOpen)) return null;
  return (
    <>
      <Button tone="secondary" size="small" onClick={() => setOpen(true)}>
        {t('payout')}
      </Button>
      <Dialog open={isOpen} title={t('payout.title')} onClose={close}>
        {isOpen && <PayoutForm payment={payment} onClose={close} />}
      </Dialog>
    </>
  );
};
