import type { BatchView } from '@irisflow/client';
import { Answered, Failure, isSome, Page, useAmountText } from '@irisflow/frame';
import { Button, DataTable, EmptyState, Icon, type LineItem, SummaryList, useFormatters, useToast } from '@irisflow/ui';
import { PagedList } from '../app/PagedList.tsx';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { BatchStateTag } from './BatchStateTag.tsx';
import { ConfirmBatch } from './ConfirmBatch.tsx';
import { DecideBatch } from './DecideBatch.tsx';
import { PayableTable } from './PayableTable.tsx';
import { usePayoutText } from './payout-texts.ts';
import { TakeAnswer } from './TakeAnswer.tsx';
import { useBatch, useMarkSent, usePayables } from './use-payouts.ts';

interface BatchProps {
  readonly batch: BatchView;
}

const useCrumbs = () => [{ href: '/money/batches', label: useDeskText()('money.batches') }];

/** When it was gathered, released and sent; what has not happened is left out. */
const useTimes = ({ madeAt, releasedAt, sentAt }: BatchView): readonly LineItem[] => {
  const t = usePayoutText();
  const { dateTime } = useFormatters();
  return [
    { id: 'made', term: t('made.at'), value: dateTime(madeAt) },
    ...(releasedAt === null ? [] : [{ id: 'released', term: t('released.at'), value: dateTime(releasedAt) }]),
    ...(sentAt === null ? [] : [{ id: 'sent', term: t('sent.at'), value: dateTime(sentAt) }]),
  ];
};

const Facts = ({ batch }: BatchProps) => {
  const t = usePayoutText();
  const amountText = useAmountText();
  const { longDate } = useFormatters();
  const counted = (count: number, amount: string) => t.plural('count', count, { amount: amountText(amount) });
  const items: LineItem[] = [
    { id: 'state', term: t('state'), value: <BatchStateTag state={batch.state} /> },
    { id: 'total', term: t('total'), value: <strong>{counted(batch.orders, batch.total)}</strong> },
    ...(isSome(batch.executed)
      ? [{ id: 'executed', term: t('executed'), value: counted(batch.executedOrders, batch.executed) }]
      : []),
    ...(isSome(batch.rejected)
      ? [{ id: 'rejected', term: t('rejected'), value: counted(batch.rejectedOrders, batch.rejected) }]
      : []),
    { id: 'on', term: t('executeOn'), value: longDate(batch.executeOn) },
    ...(batch.payer === null
      ? []
      : [{ id: 'payer', term: t('payer'), value: `${batch.payer.iban} · ${batch.payer.name}` }]),
    ...useTimes(batch),
    { id: 'id', term: t('messageId'), value: <span className="desk-communication">{batch.messageId}</span> },
    ...(batch.fileHash === null
      ? []
      : [{ id: 'hash', term: t('fileHash'), value: <span className="desk-communication">{batch.fileHash}</span> }]),
  ];
  return <SummaryList items={items} />;
};

const MarkSent = ({ batch: { id } }: BatchProps) => {
  const t = usePayoutText();
  const toast = useToast();
  const mark = useMarkSent(id);
  return (
    <>
      <Button
        tone="secondary"
        size="small"
        busy={mark.isPending}
        onClick={() => mark.mutate(undefined, { onSuccess: () => toast(t('sent.done')) })}
      >
        {t('sent')}
      </Button>
      {mark.isError && <Failure error={mark.error} />}
    </>
  );
};

const Deeds = ({ batch }: BatchProps) => {
  const t = usePayoutText();
  const { id, state } = batch;
  if (state === 'gathered' || state === 'givenUp') return null;
  return (
    <>
      <a
        className="iris-button iris-button--secondary iris-button--small"
        href={`/api/payment-batches/${id}/file`}
        download
      >
        <Icon name="download" />
        {t('download')}
      </a>
      {state === 'released' && <MarkSent batch={batch} />}
      {state !== 'settled' && (
        <>
          <TakeAnswer />
          <ConfirmBatch batch={batch} />
        </>
      )}
    </>
  );
};

const Answers = ({ batch: { answers } }: BatchProps) => {
  const t = usePayoutText();
  const { dateTime, number } = useFormatters();
  if (answers.length === 0) return null;
  return (
    <Section id="batch-answers" title={t('answers')}>
      <DataTable
        caption={t('answers')}
        captionHidden
        columns={[
          { id: 'at', header: t('answer.at'), cell: ({ takenAt }) => dateTime(takenAt) },
          { id: 'executed', header: t('executed'), kind: 'number', cell: ({ executed }) => number(executed) },
          { id: 'rejected', header: t('rejected'), kind: 'number', cell: ({ rejected }) => number(rejected) },
          { id: 'noted', header: t('answer.noted'), kind: 'number', cell: ({ noted }) => number(noted) },
        ]}
        rows={answers}
        rowKey={({ takenAt }) => takenAt}
        onPhone="table"
      />
    </Section>
  );
};

const Orders = ({ batch: { id } }: BatchProps) => {
  const t = usePayoutText();
  const query = usePayables({ filter: 'all', batchId: id });
  return (
    <Section id="batch-orders" title={t('orders')}>
      <PagedList query={query} empty={<EmptyState title={t('empty')}>{t('giveUp.text')}</EmptyState>}>
        {(payables) => <PayableTable payables={payables} />}
      </PagedList>
    </Section>
  );
};

const Whole = ({ batch }: BatchProps) => {
  const t = usePayoutText();
  const { longDate } = useFormatters();
  return (
    <Page
      title={t('batch.title', { day: longDate(batch.executeOn) })}
      crumbs={useCrumbs()}
      actions={<Deeds batch={batch} />}
    >
      <div className="iris-stack iris-stack--loose">
        {batch.state === 'gathered' && <DecideBatch batch={batch} />}
        <Facts batch={batch} />
        <Answers batch={batch} />
        <Orders batch={batch} />
      </div>
    </Page>
  );
};

/** One batch: what it comes to, what may be done with it, what the bank answered, and each of its payments. */
export const BatchPage = ({ batchId }: { readonly batchId: string }) => {
  const t = usePayoutText();
  const crumbs = useCrumbs();
  const query = useBatch(batchId);
  if (query.data !== undefined) return <Whole batch={query.data} />;
  return (
    <Page title={t('batch')} crumbs={crumbs}>
      <Answered query={query}>{() => null}</Answered>
    </Page>
  );
};
