import type { DeliveryView, WebhookView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import {
  AppLink,
  Button,
  DataTable,
  StatusTag,
  useFormatters,
  useToast,
  VisuallyHidden,
  type Column,
  type TagTone,
} from '@irisflow/ui';
import { PagedList } from '../app/PagedList.tsx';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useDeliveries, useSendAgain } from './use-webhooks.ts';

const tones: { readonly [S in DeliveryView['state']]: TagTone } = {
  waiting: 'warning',
  delivered: 'success',
  failed: 'danger',
};

const Outcome = ({ delivery }: { readonly delivery: DeliveryView }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { lastAt, lastStatus, lastTrouble } = delivery;
  if (lastAt === null) return '–';
  return (
    <>
      {lastTrouble === null
        ? t('webhooks.answer', { status: lastStatus ?? '–' })
        : t(`webhooks.trouble.${lastTrouble}`)}
      <span className="desk-line">{dateTime(lastAt)}</span>
    </>
  );
};

const Standing = ({ delivery: { state, attempts, nextAt } }: { readonly delivery: DeliveryView }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  return (
    <>
      <StatusTag tone={tones[state]}>{t(`webhooks.delivery.${state}`)}</StatusTag>
      <span className="desk-line">{t.plural('webhooks.attempts', attempts)}</span>
      {nextAt !== null && attempts > 0 && (
        <span className="desk-line">{t('webhooks.next', { at: dateTime(nextAt) })}</span>
      )}
    </>
  );
};

interface DeliveriesProps {
  readonly webhook: WebhookView;
}

const useColumns = (send: (delivery: DeliveryView) => void): readonly Column<DeliveryView>[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  return [
    {
      id: 'event',
      header: t('webhooks.message'),
      cell: ({ event, id, caseId }) => (
        <>
          {caseId === null ? (
            t(`webhooks.event.${event}`)
          ) : (
            <AppLink href={`/cases/${caseId}`}>{t(`webhooks.event.${event}`)}</AppLink>
          )}
          <span className="desk-line desk-code">{id}</span>
        </>
      ),
    },
    { id: 'at', header: t('webhooks.at'), cell: ({ at }) => dateTime(at) },
    { id: 'state', header: t('webhooks.state'), cell: (delivery) => <Standing delivery={delivery} /> },
    { id: 'outcome', header: t('webhooks.outcome'), cell: (delivery) => <Outcome delivery={delivery} /> },
    {
      id: 'actions',
      header: t('admin.actions'),
      cell: (delivery) => (
        <Button tone="quiet" size="small" onClick={() => send(delivery)}>
          {t('webhooks.again')}
          <VisuallyHidden> {delivery.id}</VisuallyHidden>
        </Button>
      ),
    },
  ];
};

/** What a webhook was told, and what became of it. */
export const Deliveries = ({ webhook: { id: webhookId, name, state } }: DeliveriesProps) => {
  const t = useDeskText();
  const toast = useToast();
  const again = useSendAgain();
  const all = useColumns(({ id: deliveryId }) =>
    again.mutate({ webhookId, deliveryId }, { onSuccess: () => toast(t('webhooks.again.done')) }),
  );
  // Who is stopped is told nothing before it goes on.
  const columns = state === 'active' ? all : all.filter(({ id }) => id !== 'actions');
  return (
    <Section id="deliveries" title={t('webhooks.deliveries')}>
      {again.isError && <Failure error={again.error} />}
      <PagedList
        query={useDeliveries(webhookId)}
        empty={<p className="iris-muted">{t('webhooks.deliveries.empty')}</p>}
      >
        {(items) => (
          <DataTable
            caption={t('webhooks.deliveries.to', { name })}
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
