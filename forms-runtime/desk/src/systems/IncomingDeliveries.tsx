import type { IncomingDeliveryView } from '@irisflow/client';
import { AppLink, DataTable, StatusTag, useFormatters, type Column } from '@irisflow/ui';
import { PagedList } from '../app/PagedList.tsx';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useIncomingDeliveries } from './use-incoming-webhooks.ts';

const Outcome = ({ delivery: { refusal, repeats } }: { readonly delivery: IncomingDeliveryView }) => {
  const t = useDeskText();
  return (
    <>
      <StatusTag tone={refusal === null ? 'success' : 'danger'}>
        {t(refusal === null ? 'incoming.taken' : 'incoming.refused')}
      </StatusTag>
      {refusal !== null && <span className="desk-line">{t(`incoming.refusal.${refusal}`)}</span>}
      {repeats > 0 && <span className="desk-line">{t.plural('incoming.repeats', repeats)}</span>}
    </>
  );
};

const useColumns = (): readonly Column<IncomingDeliveryView>[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  return [
    {
      id: 'sender',
      header: t('incoming.delivery'),
      cell: ({ senderId }) => <span className="desk-code">{senderId ?? '–'}</span>,
    },
    { id: 'at', header: t('webhooks.at'), cell: ({ at }) => dateTime(at) },
    { id: 'outcome', header: t('incoming.outcome'), cell: (delivery) => <Outcome delivery={delivery} /> },
    {
      id: 'case',
      header: t('incoming.told'),
      cell: ({ caseId }) =>
        caseId === null ? '–' : <AppLink href={`/cases/${caseId}`}>{t('incoming.told.open')}</AppLink>,
    },
  ];
};

/** What came to an address, and what became of it. */
export const IncomingDeliveries = ({ webhookId, name }: { readonly webhookId: string; readonly name: string }) => {
  const t = useDeskText();
  const columns = useColumns();
  return (
    <Section id="deliveries" title={t('incoming.deliveries')}>
      <p className="iris-muted">{t('incoming.deliveries.kept')}</p>
      <PagedList
        query={useIncomingDeliveries(webhookId)}
        empty={<p className="iris-muted">{t('incoming.deliveries.empty')}</p>}
      >
        {(items) => (
          <DataTable
            caption={t('incoming.deliveries.of', { name })}
            captionHidden
            rows={items}
            rowKey={({ id }) => id}
            columns={columns}
          />
        )}
      </PagedList>
    </Section>
  );
};
