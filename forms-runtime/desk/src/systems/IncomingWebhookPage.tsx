import type { IncomingWebhookView } from '@irisflow/client';
import { Answered, NotFoundPage } from '@irisflow/frame';
import { SummaryList, useFormatters, type LineItem } from '@irisflow/ui';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { IncomingDeliveries } from './IncomingDeliveries.tsx';
import { useOwnProcedures } from './use-own-procedures.ts';
import { useIncomingWebhooks, useRemoveIncoming, useRotateIncoming } from './use-incoming-webhooks.ts';
import { WebhookActs } from './WebhookDialogs.tsx';

const useItems = (webhook: IncomingWebhookView): readonly LineItem[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { nameOf } = useOwnProcedures();
  const { address, verifies, procedureKey, message, caseFrom, fields, createdAt, createdBy } = webhook;
  const lines = fields.map(({ name, value }) => `${name} = ${value}`).join('\n');
  return [
    { id: 'address', term: t('incoming.address'), value: address },
    { id: 'verifies', term: t('incoming.verifies'), value: t(`incoming.verifies.${verifies}`) },
    { id: 'procedure', term: t('incoming.procedure'), value: nameOf(procedureKey) },
    { id: 'message', term: t('incoming.message'), value: message },
    { id: 'case', term: t('incoming.case'), value: caseFrom },
    { id: 'fields', term: t('incoming.fields'), value: lines === '' ? '–' : lines },
    { id: 'made', term: t('webhooks.made'), value: `${dateTime(createdAt)}, ${createdBy}` },
  ];
};

interface OfWebhook {
  readonly webhook: IncomingWebhookView;
}

const Acts = ({ webhook }: OfWebhook) => (
  <WebhookActs of="incoming" webhook={webhook} rotate={useRotateIncoming()} remove={useRemoveIncoming()} />
);

const Heard = ({ webhook }: OfWebhook) => {
  const t = useDeskText();
  return (
    <AdministrationFrame
      title={webhook.name}
      crumbs={[{ href: '/administration/incoming-webhooks', label: t('incoming') }]}
    >
      <SummaryList items={useItems(webhook)} />
      <Acts webhook={webhook} />
      <IncomingDeliveries webhookId={webhook.id} name={webhook.name} />
    </AdministrationFrame>
  );
};

/** One address at which another system tells cases something. */
export const IncomingWebhookPage = ({ webhookId }: { readonly webhookId: string }) => (
  <Answered query={useIncomingWebhooks()}>
    {(all) => {
      const webhook = all.find(({ id }) => id === webhookId);
      return webhook === undefined ? <NotFoundPage /> : <Heard webhook={webhook} />;
    }}
  </Answered>
);
