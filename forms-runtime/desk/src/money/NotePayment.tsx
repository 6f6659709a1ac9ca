import { TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { useMoneyText } from './money-texts.ts';
import { useNotePayment } from './use-payments.ts';

const MOST = 500;

interface NoteProps {
  readonly paymentId: string;
}

const NoteForm = ({ paymentId, onClose }: NoteProps & { readonly onClose: () => void }) => {
  const t = useMoneyText();
  const toast = useToast();
  const note = useNotePayment(paymentId);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = text.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (isMissing || note.isPending) return;
    const onSuccess = (): void => {
      toast(t('note.done'));
      onClose();
    };
    note.mutate(text.trim(), { onSuccess });
  };
  return (
    <DialogForm error={note.error} busy={note.isPending} confirm={t('note')} onSubmit={submit} onClose={onClose}>
      <TextArea
        id="payment-note"
        label={t('note.label')}
        hint={t('note.hint')}
        rows={3}
        maxLength={MOST}
        value={text}
        onChange={setText}
        {...(asked && isMissing && { error: t('note.missing') })}
      />
    </DialogForm>
  );
};

/** Writes something beside a payment for whoever looks at it next. */
export const NotePayment = ({ paymentId }: NoteProps) => {
  const t = useMoneyText();
  return (
    <DialogButton tone="secondary" size="small" label={t('note')}>
      {(close) => <NoteForm paymentId={paymentId} onClose={close} />}
    </DialogButton>
  );
};
