import type { ReceivableView } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { Button, Dialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useMoneyText } from './money-texts.ts';

/** How an entry is reversed: in the books of a receivable, or in those of a payment. */
export interface Reversing {
  readonly error: unknown;
  readonly isPending: boolean;
  readonly reset: () => void;
  readonly mutate: (
    reversal: { readonly entryId: string; readonly reason: string },
    then: { readonly onSuccess: () => void },
  ) => void;
}

interface EntryProps {
  readonly reversing: Reversing;
  readonly entry: ReceivableView['entries'][number];
}

const ReverseForm = ({ reversing: reverse, entry, onClose }: EntryProps & { readonly onClose: () => void }) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const toast = useToast();
  const { reason, check, field } = useReason();
  const came = entry.lines.find(({ amount }) => !amount.startsWith('-'))?.amount ?? '0.00';
  const submit = (): void => {
    if (!check() || reverse.isPending) return;
    const onSuccess = (): void => {
      toast(t('reversed'));
      onClose();
    };
    reverse.mutate({ entryId: entry.id, reason }, { onSuccess });
  };
  return (
    <DialogForm
      error={reverse.error}
      busy={reverse.isPending}
      confirm={t('reverse')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('reverse.text', { amount: amountText(came) })}</p>
      <ReasonField id="reverse-reason" {...field} />
    </DialogForm>
  );
};

/** Reverses a payment that was entered by mistake or did not hold, with a reason. */
export const ReverseEntry = ({ reversing, entry }: EntryProps) => {
  const t = useMoneyText();
  const [isOpen, setOpen] = useState(false);
  const title = t('reverse.of', { number: entry.number });
  const close = (): void => setOpen(false);
  return (
    <div>
      <Button
        tone="secondary"
        size="small"
        onClick={() => {
          reversing.reset();
          setOpen(true);
        }}
      >
        {title}
      </Button>
      <Dialog open={isOpen} title={title} onClose={close}>
        {isOpen && <ReverseForm reversing={reversing} entry={entry} onClose={close} />}
      </Dialog>
    </div>
  );
};
