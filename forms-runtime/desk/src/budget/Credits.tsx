import type { BudgetLineView, CreditView } from '@irisflow/client';
import { Failure, useAmountText } from '@irisflow/frame';
import {
  Button,
  type Column,
  ConfirmDialog,
  DataTable,
  Notice,
  StatusTag,
  type TagTone,
  useFormatters,
  useToast,
} from '@irisflow/ui';
import { useState } from 'react';
import { useBudgetText } from './budget-texts.ts';
import { useDecideCredit } from './use-budget.ts';

interface CreditProps {
  readonly credit: CreditView;
}

type Choice = 'approve' | 'refuse';

/** What somebody asked, in words. */
const useAskedText = () => {
  const t = useBudgetText();
  const amountText = useAmountText();
  return ({ engagement, liquidation, reason }: CreditView): string =>
    t('credit.decide.text', { engagement: amountText(engagement), liquidation: amountText(liquidation), reason });
};

const Decide = ({ credit }: CreditProps) => {
  const t = useBudgetText();
  const say = useAskedText();
  const toast = useToast();
  const decide = useDecideCredit(credit.id);
  const [choice, setChoice] = useState<Choice>();
  const shown = choice ?? 'approve';
  const close = (): void => {
    decide.reset();
    setChoice(undefined);
  };
  // This question goes with what was asked once it is decided: what follows is in the promise, which outlives it.
  const confirm = async (): Promise<void> => {
    await decide.mutateAsync(shown === 'approve');
    toast(t(shown === 'approve' ? 'credit.approved' : 'credit.refused'));
  };
  return (
    <>
      <div className="iris-row">
        <Button size="small" onClick={() => setChoice('approve')}>
          {t('credit.approve')}
        </Button>
        <Button tone="secondary" size="small" onClick={() => setChoice('refuse')}>
          {t('credit.refuse')}
        </Button>
      </div>
      <ConfirmDialog
        open={choice !== undefined}
        title={t(`credit.${shown}.title`)}
        confirm={t(`credit.${shown}`)}
        busy={decide.isPending}
        onConfirm={() => void confirm().catch(() => undefined)}
        onClose={close}
      >
        {decide.isError && <Failure error={decide.error} />}
        <p>{say(credit)}</p>
      </ConfirmDialog>
    </>
  );
};

/** A change that waits: somebody else than who asked decides. */
const Waiting = ({ credit }: CreditProps) => {
  const t = useBudgetText();
  const say = useAskedText();
  return (
    <Notice title={t('asked')}>
      <div className="iris-stack iris-stack--tight">
        <p>{say(credit)}</p>
        {credit.isOwn ? <p>{t('credit.own')}</p> : <Decide credit={credit} />}
      </div>
    </Notice>
  );
};

const tones: Readonly<Record<CreditView['state'], TagTone>> = {
  asked: 'warning',
  approved: 'success',
  refused: 'neutral',
};

const useColumns = (): readonly Column<CreditView>[] => {
  const t = useBudgetText();
  const amountText = useAmountText();
  const { date } = useFormatters();
  return [
    { id: 'on', header: t('credit.givenOn'), cell: ({ givenOn }) => date(givenOn) },
    {
      id: 'engagement',
      header: t('engagementCredit'),
      kind: 'number',
      cell: ({ engagement }) => amountText(engagement),
    },
    {
      id: 'liquidation',
      header: t('liquidationCredit'),
      kind: 'number',
      cell: ({ liquidation }) => amountText(liquidation),
    },
    { id: 'reason', header: t('reason'), cell: ({ reason }) => reason },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`credit.state.${state}`)}</StatusTag>,
    },
  ];
};

/** The changes of what a line holds, those that wait for a decision first. */
export const Credits = ({ line: { credits } }: { readonly line: BudgetLineView }) => {
  const t = useBudgetText();
  const columns = useColumns();
  if (credits.length === 0) return <p className="iris-muted">{t('credits.empty')}</p>;
  return (
    <div className="iris-stack">
      {credits
        .filter(({ state }) => state === 'asked')
        .map((credit) => (
          <Waiting key={credit.id} credit={credit} />
        ))}
      <DataTable caption={t('credits')} captionHidden columns={columns} rows={credits} rowKey={({ id }) => id} />
    </div>
  );
};
