import { FileField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { usePayoutText } from './payout-texts.ts';
import { useTakeAnswer } from './use-payouts.ts';

const AnswerForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = usePayoutText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const take = useTakeAnswer();
  const [file, setFile] = useState<File>();
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    if (file === undefined || take.isPending) return;
    take.mutate(file, {
      onSuccess: ({ batchId, executed, rejected, isRepeated }) => {
        toast(isRepeated ? t('answer.repeated') : t('answer.taken', { executed, rejected }));
        onClose();
        navigate(`/money/batches/${batchId}`);
      },
    });
  };
  return (
    <DialogForm error={take.error} busy={take.isPending} confirm={t('answer.go')} onSubmit={submit} onClose={onClose}>
      <p>{t('answer.text')}</p>
      <FileField
        id="bank-answer"
        label={t('answer.file')}
        hint={t('answer.file.hint')}
        maxCount={1}
        files={file === undefined ? [] : [{ id: 'chosen', name: file.name, size: file.size }]}
        onAdd={(files) => {
          take.reset();
          setFile(files[0]);
        }}
        onRemove={() => setFile(undefined)}
        {...(asked && file === undefined && { error: t('answer.file.missing') })}
      />
    </DialogForm>
  );
};

/** Takes in what a bank answered, of whichever batch it is. */
export const TakeAnswer = () => {
  const t = usePayoutText();
  return (
    <DialogButton tone="secondary" size="small" label={t('answer')}>
      {(close) => <AnswerForm onClose={close} />}
    </DialogButton>
  );
};
