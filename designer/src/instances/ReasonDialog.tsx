import { Button, useToast } from '@irisflow/ui';
import type { Justification } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { GuardedDialog } from './GuardedDialog.tsx';
import { JustificationFields } from './JustificationFields.tsx';
import { useJustification } from './use-justification.ts';

/** What the dialog needs of a mutation that takes the reason. */
interface Reasoned {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
  mutate(justification: Justification, options: { onSuccess: () => void }): void;
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

/** Asks why before something is done to a running instance: the auditor reads the words, the applicant the category. */
export const ReasonDialog = ({ title, text, action, keep, tone, change, done, onClose }: ReasonDialogProps) => {
  const toast = useToast();
  const { input, check, isTouched } = useJustification();
  const confirm = (): void => {
    const justification = check();
    if (justification === null) return;
    change.mutate(justification, {
      onSuccess: () => {
        onClose();
        toast(done);
      },
    });
  };
  return (
    <GuardedDialog
      title={title}
      isTouched={isTouched}
      keep={keep}
      onClose={onClose}
      actions={
        <Button tone={tone} busy={change.isPending} onClick={confirm}>
          {action}
        </Button>
      }
    >
      <p>{text}</p>
      <JustificationFields input={input} />
      {change.isError && <Failure error={change.error} />}
    </GuardedDialog>
  );
};
