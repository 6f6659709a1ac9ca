import type { WebhookView } from '@irisflow/client';
import { Answered, Failure, NotFoundPage } from '@irisflow/frame';
import {
  Button,
  ConfirmDialog,
  Dialog,
  Notice,
  SummaryList,
  useFormatters,
  useToast,
  type LineItem,
} from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { Deliveries } from './Deliveries.tsx';
import { NewSecret } from './NewWebhookDialog.tsx';
import { useOwnProcedures } from './use-own-procedures.ts';
import { useRemoveWebhook, useRestartWebhook, useRotateSecret, useSendTrial, useWebhooks } from './use-webhooks.ts';

interface OfWebhook {
  readonly webhook: WebhookView;
  readonly onClose: () => void;
}

const RemoveDialog = ({ webhook, onClose }: OfWebhook) => {
  const t = useDeskText();
  const toast = useToast();
  const [, go] = useLocation();
  const remove = useRemoveWebhook();
  const { id, name } = webhook;
  const onSuccess = (): void => {
    onClose();
    go('/administration/webhooks');
    toast(t('webhooks.remove.done', { name }));
  };
  return (
    <ConfirmDialog
      open
      title={t('webhooks.remove.title', { name })}
      confirm={t('admin.remove')}
      tone="danger"
      busy={remove.isPending}
      onConfirm={() => remove.mutate(id, { onSuccess })}
      onClose={onClose}
    >
      {remove.isError && <Failure error={remove.error} />}
      <p>{t('webhooks.remove.text')}</p>
    </ConfirmDialog>
  );
};

const RotateDialog = ({ webhook, onClose }: OfWebhook) => {
  const t = useDeskText();
  const rotate = useRotateSecret();
  const secret = rotate.data?.secret;
  if (secret !== undefined)
    return (
      <Dialog open title={t('webhooks.secret')} onClose={() => undefined}>
        <NewSecret secret={secret} onClose={onClose} />
      </Dialog>
    );
  return (
    <ConfirmDialog
      open
      title={t('webhooks.rotate.title', { name: webhook.name })}
      confirm={t('webhooks.rotate')}
      busy={rotate.isPending}
      onConfirm={() => rotate.mutate(webhook.id)}
      onClose={onClose}
    >
      {rotate.isError && <Failure error={rotate.error} />}
      <p>{t('webhooks.rotate.text')}</p>
    </ConfirmDialog>
  );
};

const useItems = ({ url, events, procedures, createdAt, createdBy }: WebhookView): readonly LineItem[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { nameOf } = useOwnProcedures();
  return [
    { id: 'url', term: t('webhooks.url'), value: url },
    { id: 'events', term: t('webhooks.events'), value: events.map((event) => t(`webhooks.event.${event}`)).join('\n') },
    {
      id: 'procedures',
      term: t('systems.procedures'),
      value: procedures === null ? t('systems.which.all') : procedures.map(nameOf).join('\n'),
    },
    { id: 'made', term: t('webhooks.made'), value: `${dateTime(createdAt)}, ${createdBy}` },
  ];
};

const Stopped = ({ webhook: { id, stopReason, stoppedAt } }: Pick<OfWebhook, 'webhook'>) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const restart = useRestartWebhook();
  return (
    <Notice tone="danger" title={t('webhooks.stopped', { at: stoppedAt === null ? '–' : dateTime(stoppedAt) })}>
      {stopReason !== null && <p>{t(`webhooks.stop.${stopReason}`)}</p>}
      <p>{t('webhooks.stopped.text')}</p>
      {restart.isError && <Failure error={restart.error} />}
      <Button busy={restart.isPending} onClick={() => restart.mutate(id)}>
        {t('webhooks.restart')}
      </Button>
    </Notice>
  );
};

const Acts = ({ webhook }: Pick<OfWebhook, 'webhook'>) => {
  const t = useDeskText();
  const toast = useToast();
  const trial = useSendTrial();
  const [open, setOpen] = useState<'remove' | 'rotate'>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      {trial.isError && <Failure error={trial.error} />}
      <div className="iris-row">
        {webhook.state === 'active' && (
          <Button
            busy={trial.isPending}
            onClick={() => trial.mutate(webhook.id, { onSuccess: () => toast(t('webhooks.trial.done')) })}
          >
            {t('webhooks.trial')}
          </Button>
        )}
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

const Told = ({ webhook }: Pick<OfWebhook, 'webhook'>) => {
  const t = useDeskText();
  return (
    <AdministrationFrame title={webhook.name} crumbs={[{ href: '/administration/webhooks', label: t('webhooks') }]}>
      {webhook.state === 'stopped' && <Stopped webhook={webhook} />}
      <SummaryList items={useItems(webhook)} />
      <Acts webhook={webhook} />
      <Deliveries webhook={webhook} />
    </AdministrationFrame>
  );
};

/** One system that is told what happens to cases. */
export const WebhookPage = ({ webhookId }: { readonly webhookId: string }) => (
  <Answered query={useWebhooks()}>
    {(all) => {
      const webhook = all.find(({ id }) => id === webhookId);
      return webhook === undefined ? <NotFoundPage /> : <Told webhook={webhook} />;
    }}
  </Answered>
);
