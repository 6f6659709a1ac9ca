import type { IncomingWebhookView } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { AppLink, Button, DataTable, EmptyState, useFormatters, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { NewIncomingDialog } from './NewIncomingDialog.tsx';
import { ProcedureNames } from './ProcedureChoice.tsx';
import { useIncomingWebhooks } from './use-incoming-webhooks.ts';

const useColumns = (): readonly Column<IncomingWebhookView>[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  return [
    {
      id: 'name',
      header: t('webhooks.name'),
      cell: ({ id, name }) => <AppLink href={`/administration/incoming-webhooks/${id}`}>{name}</AppLink>,
    },
    {
      id: 'message',
      header: t('incoming.message'),
      cell: ({ message, procedureKey }) => (
        <>
          <span className="desk-code">{message}</span>
          <span className="desk-line">
            <ProcedureNames keys={[procedureKey]} />
          </span>
        </>
      ),
    },
    {
      id: 'verifies',
      header: t('incoming.verifies'),
      cell: ({ verifies }) => t(`incoming.verifies.${verifies}`),
    },
    {
      id: 'last',
      header: t('incoming.last'),
      cell: ({ lastTakenAt }) => (lastTakenAt === null ? t('tokens.used.never') : dateTime(lastTakenAt)),
    },
  ];
};

/** At which addresses systems of others tell cases of my administration something. */
export const IncomingWebhooksPage = () => {
  const t = useDeskText();
  const columns = useColumns();
  const [isMaking, setMaking] = useState(false);
  return (
    <AdministrationFrame
      title={t('incoming')}
      lead={t('incoming.lead')}
      actions={<Button onClick={() => setMaking(true)}>{t('incoming.make')}</Button>}
    >
      <Answered query={useIncomingWebhooks()}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('incoming.empty')}>{t('incoming.empty.text')}</EmptyState>
          ) : (
            <DataTable caption={t('incoming')} captionHidden rows={all} rowKey={({ id }) => id} columns={columns} />
          )
        }
      </Answered>
      {isMaking && <NewIncomingDialog onClose={() => setMaking(false)} />}
    </AdministrationFrame>
  );
};
