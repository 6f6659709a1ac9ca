import { useAmountText } from '@irisflow/frame';
import { DateField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useToday } from '../administration/use-today.ts';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { usePayoutText } from './payout-texts.ts';
import { useGather, usePayables } from './use-payouts.ts';

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** How many payments it would be, and what they come to. */
const Preview = ({ until }: { readonly until: string }) => {
  const t = usePayoutText();
  const amountText = useAmountText();
  const found = usePayables({ filter: 'due', until }, 1).data?.pages[0];
  if (found === undefined) return null;
  return (
    <output>
      <strong>
        {found.total === 0
          ? t('gather.none')
          : t.plural('gather.preview', found.total, { amount: amountText(found.amount) })}
      </strong>
    </output>
  );
};

const GatherForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = usePayoutText();
  const toast = useToast();
  const today = useToday();
  const [, navigate] = useLocation();
  const gather = useGather();
  const [until, setUntil] = useState<string | undefined>(today);
  const [executeOn, setExecuteOn] = useState<string | undefined>(today);
  const [asked, setAsked] = useState(false);
  const isSoon = isDay(executeOn) && executeOn >= today;
  const submit = (): void => {
    setAsked(true);
    if (!isDay(until) || !isSoon || gather.isPending) return;
    gather.mutate(
      { until, executeOn },
      {
        onSuccess: ({ id }) => {
          toast(t('gathered'));
          navigate(`/money/batches/${id}`);
        },
      },
    );
  };
  return (
    <DialogForm error={gather.error} busy={gather.isPending} confirm={t('gather')} onSubmit={submit} onClose={onClose}>
      <p>{t('gather.text')}</p>
      <DateField
        id="gather-until"
        label={t('gather.until')}
        value={until}
        onChange={setUntil}
        {...(asked && !isDay(until) && { error: t('gather.until.wrong') })}
      />
      {isDay(until) && <Preview until={until} />}
      <DateField
        id="gather-on"
        label={t('gather.on')}
        value={executeOn}
        onChange={setExecuteOn}
        {...(asked && !isSoon && { error: t('gather.day.wrong') })}
      />
    </DialogForm>
  );
};

/** Gathers what is to be paid into a batch, which somebody else releases. */
export const GatherBatch = () => {
  const t = usePayoutText();
  return (
    <DialogButton size="small" label={t('gather')}>
      {(close) => <GatherForm onClose={close} />}
    </DialogButton>
  );
};
