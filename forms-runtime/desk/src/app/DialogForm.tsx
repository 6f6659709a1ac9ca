import { Failure } from '@irisflow/frame';
import { Button, Form } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';

export interface DialogFormProps {
  /** What the last try ended with; null when nothing went wrong, or when a field says it. */
  readonly error: unknown;
  readonly busy: boolean;
  /** What the button that sends says. */
  readonly confirm: string;
  /** What the button that leaves says, where "cancel" would be mistaken for what is confirmed. */
  readonly dismiss?: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: what went wrong, its fields, and the two ways out. */
export const DialogForm = ({ error, busy, confirm, dismiss, onSubmit, onClose, children }: DialogFormProps) => {
  const t = useDeskText();
  const submit = (): void => {
    onSubmit();
  };
  return (
    <Form className="iris-stack" onSubmit={submit}>
      {error !== null && <Failure error={error} />}
      {children}
      <div className="iris-dialog__actions">
        <Button type="submit" busy={busy}>
          {confirm}
        </Button>
        <Button tone="secondary" onClick={onClose}>
          {dismiss ?? t('cancel')}
        </Button>
      </div>
    </Form>
  );
};
