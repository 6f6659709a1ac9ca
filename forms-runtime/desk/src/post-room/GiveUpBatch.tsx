import type { PrintBatchView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { usePostRoomText } from './post-room-texts.ts';
import { useGiveUpBatch } from './use-post-room.ts';

/** Lets the letters of a batch wait again. */
export const GiveUpBatch = ({ batch: { id } }: { readonly batch: Pick<PrintBatchView, 'id'> }) => {
  const t = usePostRoomText();
  const toast = useToast();
  const giveUp = useGiveUpBatch(id);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    giveUp.reset();
    setOpen(false);
  };
  // This question goes with the batch once it is given up: what follows is in the promise, which outlives it.
  const confirm = async (): Promise<void> => {
    await giveUp.mutateAsync();
    toast(t('givenUp'));
  };
  return (
    <>
      <Button tone="secondary" size="small" onClick={() => setOpen(true)}>
        {t('giveUp')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={t('giveUp.title')}
        confirm={t('giveUp')}
        tone="danger"
        busy={giveUp.isPending}
        onConfirm={() => void confirm().catch(() => undefined)}
        onClose={close}
      >
        {giveUp.isError && <Failure error={giveUp.error} />}
        <p>{t('giveUp.text')}</p>
      </ConfirmDialog>
    </>
  );
};
