import type { WebhookView } from '@irisflow/client';
import { Answered, Failure, NotFoundPage } from '@irisflow/frame';
import { Button, Notice, SummaryList, useFormatters, useToast, type LineItem } from '@irisflow/ui';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { Deliveries } from './Deliveries.tsx';
import { useOwnProcedures } from './use-own-procedures.ts';
import { useRemoveWebhook, useRestartWebhook, useRotateSecret, useSendTrial, useWebhooks } from './use-webhooks.ts';
import { WebhookActs } from './WebhookDialogs.tsx';

interface OfWebhook {
  readonly webhook: WebhookView;
}

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

const Stopped = ({ webhook: { id, stopReason, stoppedAt } }: OfWebhook) => {
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

const Acts = ({ webhook }: OfWebhook) => {
  const t = useDeskText();
  const toast = useToast();
  const trial = useSendTrial();
  return (
    <>
      {trial.isError && <Failure error={trial.error} />}
      <WebhookActs of="webhooks" webhook={webhook} rotate={useRotateSecret()} remove={useRemoveWebhook()}>
        {webhook.state === 'active' && (
          <Button
            busy={trial.isPending}
            onClick={() => trial.mutate(webhook.id, { onSuccess: () => toast(t('webhooks.trial.done')) })}
          >
            {t('webhooks.trial')}
          </Button>
        )}
      </WebhookActs>
    </>
  );
};

const Told = ({ webhook }: OfWebhook) => {
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
