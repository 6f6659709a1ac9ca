import { Button, Dialog, type DialogProps } from '@irisflow/ui';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';

export interface GuardedDialogProps extends Omit<DialogProps, 'open'> {
  /** Whether closing would lose something. */
  isTouched: boolean;
  /** The button that leaves without doing anything. */
  keep: string;
}

/** A dialog with something to write in: it asks before it throws that away. */
export const GuardedDialog = ({ isTouched, keep, actions, onClose, children, ...dialog }: GuardedDialogProps) => {
  const t = useTexts();
  const [isLeaving, setLeaving] = useState(false);
  const leave = (): void => (isTouched ? setLeaving(true) : onClose());
  return (
    <>
      <Dialog
        {...dialog}
        open
        onClose={leave}
        actions={
          <>
            {actions}
            <Button tone="secondary" onClick={leave}>
              {keep}
            </Button>
          </>
        }
      >
        {children}
      </Dialog>
      {isLeaving && (
        <Dialog
          open
          title={t('justification.discardTitle')}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button onClick={() => setLeaving(false)}>{t('justification.goOn')}</Button>
              <Button tone="danger" onClick={onClose}>
                {t('justification.discard')}
              </Button>
            </>
          }
        >
          <p>{t('justification.discardText')}</p>
        </Dialog>
      )}
    </>
  );
};
