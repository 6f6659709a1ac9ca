import { Dialog, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { LastDayField } from './LastDayField.tsx';
import { wrongDay } from './last-day.ts';
import { useAskOnPaper } from './use-paper-sources.ts';
import { useToday } from './use-today.ts';

export interface NamedSource {
  readonly key: string;
  /** As whoever reads it knows it. */
  readonly name: string;
}

interface FormProps {
  readonly source: NamedSource;
  readonly onClose: () => void;
}

const PaperForm = ({ source, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useAskOnPaper();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<string>();
  const [asked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (isMissing || wrongDay(day, today) !== undefined) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('paper.set.done', { source: source.name }));
    };
    change.mutate({ sourceKey: source.key, reason: reason.trim(), validUntil: day ?? null }, { onSuccess });
  };
  return (
    <DialogForm
      error={change.error}
      busy={change.isPending}
      confirm={t('paper.set')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('paper.set.text')}</p>
      <TextField
        id="paper-reason"
        label={t('paper.reason')}
        hint={t('paper.reason.hint')}
        maxLength={2000}
        value={reason}
        onChange={setReason}
        {...(asked && isMissing && { error: t('paper.reason.missing') })}
      />
      <LastDayField hint={t('paper.until.hint')} day={day} onChange={setDay} asked={asked} />
    </DialogForm>
  );
};

export interface PaperDialogProps {
  /** The dialog is open while there is one. */
  readonly source: NamedSource | undefined;
  readonly onClose: () => void;
}

/** Has what a source would say proven on paper. */
export const PaperDialog = ({ source, onClose }: PaperDialogProps) => {
  const t = useDeskText();
  return (
    <Dialog open={source !== undefined} title={t('paper.set.title', { source: source?.name ?? '' })} onClose={onClose}>
      {source !== undefined && <PaperForm source={source} onClose={onClose} />}
    </Dialog>
  );
};
