import { Button, Dialog, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** What the dialog needs of a mutation that takes the reason. */
interface Reasoned {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
  mutate(reason: string, options: { onSuccess: () => void }): void;
}

export interface ReasonDialogProps {
  title: string;
  text: string;
  /** The button that does it, and its opposite. */
  action: string;
  keep: string;
  tone: 'danger' | 'primary';
  change: Reasoned;
  /** Said when it is done. */
  done: string;
  onClose: () => void;
}

/** Asks why before it does something to a running instance; the reason is kept in the audit trail. */
export const ReasonDialog = ({ title, text, action, keep, tone, change, done, onClose }: ReasonDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isMissing = reason.trim() === '';
  const confirm = (): void => {
    setChecked(true);
    if (isMissing) return;
    change.mutate(reason.trim(), {
      onSuccess: () => {
        onClose();
        toast(done);
      },
    });
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button tone={tone} busy={change.isPending} onClick={confirm}>
            {action}
          </Button>
          <Button tone="secondary" onClick={onClose}>
            {keep}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      <TextArea
        id="instance-reason"
        label={t('instance.reason')}
        rows={3}
        value={reason}
        onChange={setReason}
        error={isChecked && isMissing ? t('instance.reasonMissing') : undefined}
      />
      {change.isError && <Failure error={change.error} />}
    </Dialog>
  );
};
