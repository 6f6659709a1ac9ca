import type { ReactNode } from 'react';
import { useUiText } from '../i18n/ui-messages.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** What will happen, as the name of the button: "Delete draft". */
  readonly confirm: string;
  /** How to leave it, where "Cancel" would be what the question is about: "Keep the appointment". */
  readonly dismiss?: string;
  readonly tone?: 'primary' | 'danger';
  readonly busy?: boolean;
  /** While something that is asked for is missing. */
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something that is hard to undo. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { open, title, confirm, dismiss, tone = 'primary', onConfirm, onClose, children } = props;
  const { busy = false, disabled = false } = props;
  const t = useUiText();
  const actions = (
    <>
      <Button tone={tone} busy={busy} disabled={disabled} onClick={onConfirm}>
        {confirm}
      </Button>
      <Button tone="secondary" onClick={onClose}>
        {dismiss ?? t('dialog.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={title} onClose={onClose} actions={actions}>
      {children}
    </Dialog>
  );
};
