import type { PrintBatchView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, useLocale, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { usePostRoomText } from './post-room-texts.ts';
import { usePrint } from './use-post-room.ts';

/** The file of a batch; printed again, it asks first what became of the sheets before. */
export const PrintBatch = ({ batch }: { readonly batch: PrintBatchView }) => {
  const t = usePostRoomText();
  const toast = useToast();
  const locale = useLocale();
  const print = usePrint(batch);
  const [isAsking, setAsking] = useState(false);
  const isAgain = batch.prints > 0;
  const start = (): void =>
    print.mutate(locale, {
      onSuccess: () => toast(t('printed')),
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <Button
        tone="secondary"
        size="small"
        busy={print.isPending}
        onClick={() => (isAgain ? setAsking(true) : start())}
      >
        {t(isAgain ? 'print.again' : 'print')}
      </Button>
      {print.isError && <Failure error={print.error} />}
      <ConfirmDialog
        open={isAsking}
        title={t('print.again.title')}
        confirm={t('print.again')}
        busy={print.isPending}
        onConfirm={start}
        onClose={() => setAsking(false)}
      >
        <p>{t('print.again.text')}</p>
      </ConfirmDialog>
    </>
  );
};
