import type { BatchView } from '@irisflow/client';
import { Failure, useAmountText } from '@irisflow/frame';
import { Button, ConfirmDialog, Notice, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { usePayoutText } from './payout-texts.ts';
import { useGiveUp, useRelease } from './use-payouts.ts';

interface BatchProps {
  readonly batch: BatchView;
}

type Choice = 'release' | 'giveUp';

const Buttons = ({
  batch: { isOwn, payer },
  onChoose,
}: BatchProps & { readonly onChoose: (choice: Choice) => void }) => {
  const t = usePayoutText();
  return (
    <div className="iris-row">
      {!isOwn && payer !== null && (
        <Button size="small" onClick={() => onChoose('release')}>
          {t('release')}
        </Button>
      )}
      <Button tone="secondary" size="small" onClick={() => onChoose('giveUp')}>
        {t('giveUp')}
      </Button>
    </div>
  );
};

/** What waits for a decision: somebody else than who gathered it releases it, anybody gives it up. */
export const DecideBatch = ({ batch }: BatchProps) => {
  const t = usePayoutText();
  const amountText = useAmountText();
  const toast = useToast();
  const deeds = { release: useRelease(batch.id), giveUp: useGiveUp(batch.id) };
  const [choice, setChoice] = useState<Choice>();
  const shown = choice ?? 'release';
  const deed = deeds[shown];
  const close = (): void => {
    deed.reset();
    setChoice(undefined);
  };
  // This question goes with the batch once it is decided: what follows is in the promise, which outlives it.
  const confirm = async (): Promise<void> => {
    await deed.mutateAsync();
    toast(t(shown === 'release' ? 'released' : 'givenUp'));
  };
  return (
    <Notice title={t('batch.state.gathered')} tone={batch.payer === null ? 'warning' : 'info'}>
      <div className="iris-stack iris-stack--tight">
        {batch.isOwn && <p>{t('own')}</p>}
        {batch.payer === null && <p>{t('payer.none')}</p>}
        <Buttons batch={batch} onChoose={setChoice} />
      </div>
      <ConfirmDialog
        open={choice !== undefined}
        title={t(`${shown}.title`)}
        confirm={t(shown)}
        busy={deed.isPending}
        onConfirm={() => void confirm().catch(() => undefined)}
        onClose={close}
      >
        {deed.isError && <Failure error={deed.error} />}
        <p>
          {shown === 'giveUp'
            ? t('giveUp.text')
            : t('release.text', { amount: amountText(batch.total), iban: batch.payer?.iban ?? '' })}
        </p>
      </ConfirmDialog>
    </Notice>
  );
};
