import type { WebhookView } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { AppLink, Button, DataTable, EmptyState, useFormatters, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { NewWebhookDialog } from './NewWebhookDialog.tsx';
import { ProcedureNames } from './ProcedureChoice.tsx';
import { useWebhooks } from './use-webhooks.ts';
import { WebhookState } from './WebhookState.tsx';

const useColumns = (): readonly Column<WebhookView>[] => {
  const t = useDeskText();
  const { dateTime, number } = useFormatters();
  return [
    {
      id: 'name',
      header: t('webhooks.name'),
      cell: ({ id, name, url }) => (
        <>
          <AppLink href={`/administration/webhooks/${id}`}>{name}</AppLink>
          <span className="desk-line desk-code">{url}</span>
        </>
      ),
    },
    {
      id: 'events',
      header: t('webhooks.events'),
      cell: ({ events, procedures }) => (
        <>
          {events.map((event) => t(`webhooks.event.${event}`)).join(' · ')}
          <span className="desk-line">
            <ProcedureNames keys={procedures} />
          </span>
        </>
      ),
    },
    { id: 'state', header: t('webhooks.state'), cell: (webhook) => <WebhookState webhook={webhook} /> },
    { id: 'waiting', header: t('webhooks.waiting'), kind: 'number', cell: ({ waiting }) => number(waiting) },
    {
      id: 'last',
      header: t('webhooks.last'),
      cell: ({ lastDeliveredAt }) => (lastDeliveredAt === null ? t('tokens.used.never') : dateTime(lastDeliveredAt)),
    },
  ];
};

/** Which systems of others my administration tells what happens to its cases. */
export const WebhooksPage = () => {
  const t = useDeskText();
  const columns = useColumns();
  const [isMaking, setMaking] = useState(false);
  return (
    <AdministrationFrame
      title={t('webhooks')}
      lead={t('webhooks.lead')}
      actions={<Button onClick={() => setMaking(true)}>{t('webhooks.make')}</Button>}
    >
      <Answered query={useWebhooks()}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('webhooks.empty')}>{t('webhooks.empty.text')}</EmptyState>
          ) : (
            <DataTable caption={t('webhooks')} captionHidden rows={all} rowKey={({ id }) => id} columns={columns} />
          )
        }
      </Answered>
      {isMaking && <NewWebhookDialog onClose={() => setMaking(false)} />}
    </AdministrationFrame>
  );
};
