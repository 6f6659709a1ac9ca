import type { IncomingWebhookView } from '@irisflow/client';
import { Answered, Failure, NotFoundPage } from '@irisflow/frame';
import { Button, ConfirmDialog, Dialog, SummaryList, useFormatters, useToast, type LineItem } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { IncomingDeliveries } from './IncomingDeliveries.tsx';
import { NewIncomingSecret } from './NewIncomingDialog.tsx';
import { useOwnProcedures } from './use-own-procedures.ts';
import { useIncomingWebhooks, useRemoveIncoming, useRotateIncoming } from './use-incoming-webhooks.ts';

interface OfWebhook {
  readonly webhook: IncomingWebhookView;
  readonly onClose: () => void;
}

const RemoveDialog = ({ webhook: { id, name }, onClose }: OfWebhook) => {
  const t = useDeskText();
  const toast = useToast();
  const [, go] = useLocation();
  const remove = useRemoveIncoming();
  const onSuccess = (): void => {
    onClose();
    go('/administration/incoming-webhooks');
    toast(t('incoming.remove.done', { name }));
  };
  return (
    <ConfirmDialog
      open
      title={t('incoming.remove.title', { name })}
      confirm={t('admin.remove')}
      tone="danger"
      busy={remove.isPending}
      onConfirm={() => remove.mutate(id, { onSuccess })}
      onClose={onClose}
    >
      {remove.isError && <Failure error={remove.error} />}
      <p>{t('incoming.remove.text')}</p>
    </ConfirmDialog>
  );
};

const RotateDialog = ({ webhook: { id, name }, onClose }: OfWebhook) => {
  const t = useDeskText();
  const rotate = useRotateIncoming();
  const secret = rotate.data?.secret;
  if (secret !== undefined)
    return (
      <Dialog open title={t('incoming.secret')} onClose={() => undefined}>
        <NewIncomingSecret secret={secret} onClose={onClose} />
      </Dialog>
    );
  return (
    <ConfirmDialog
      open
      title={t('webhooks.rotate.title', { name })}
      confirm={t('webhooks.rotate')}
      busy={rotate.isPending}
      onConfirm={() => rotate.mutate(id)}
      onClose={onClose}
    >
      {rotate.isError && <Failure error={rotate.error} />}
      <p>{t('incoming.rotate.text')}</p>
    </ConfirmDialog>
  );
};

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

const Acts = ({ webhook }: Pick<OfWebhook, 'webhook'>) => {
  const t = useDeskText();
  const [open, setOpen] = useState<'remove' | 'rotate'>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <div className="iris-row">
        <Button tone="secondary" onClick={() => setOpen('rotate')}>
          {t('webhooks.rotate')}
        </Button>
        <Button tone="secondary" onClick={() => setOpen('remove')}>
          {t('admin.remove')}
        </Button>
      </div>
      {open === 'remove' && <RemoveDialog webhook={webhook} onClose={close} />}
      {open === 'rotate' && <RotateDialog webhook={webhook} onClose={close} />}
    </>
  );
};

const Heard = ({ webhook }: Pick<OfWebhook, 'webhook'>) => {
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
