import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, Dialog, useToast } from '@irisflow/ui';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { NewToken } from '../administration/NewToken.tsx';
import { useDeskText } from '../texts/desk-texts.ts';

/** `webhooks`: a system that is told; `incoming`: one that tells. The texts of each begin with it. */
export type Direction = 'webhooks' | 'incoming';

const lists = { webhooks: '/administration/webhooks', incoming: '/administration/incoming-webhooks' } as const;

interface SecretProps {
  readonly of: Direction;
  readonly secret: string;
  readonly onClose: () => void;
}

/** What proves who sends, this once. */
const NewSecret = ({ of, secret, onClose }: SecretProps) => {
  const t = useDeskText();
  return (
    <NewToken
      token={secret}
      words={{
        title: t('webhooks.secret.once'),
        text: t(`${of}.secret.once.text`),
        label: t(`${of}.secret`),
        close: t('webhooks.secret.close'),
      }}
      onClose={onClose}
    />
  );
};

interface MakeProps extends Omit<SecretProps, 'secret'> {
  readonly secret: string | undefined;
  /** What is filled in before there is a secret. */
  readonly form: ReactNode;
}

/** Makes a webhook, and shows its secret once. Nobody closes the secret by mistake. */
export const MakeWebhookDialog = ({ of, secret, form, onClose }: MakeProps) => {
  const t = useDeskText();
  return (
    <Dialog
      open
      wide
      title={t(secret === undefined ? `${of}.make` : `${of}.secret`)}
      onClose={secret === undefined ? onClose : () => undefined}
    >
      {secret === undefined ? form : <NewSecret of={of} secret={secret} onClose={onClose} />}
    </Dialog>
  );
};

interface ActProps {
  readonly of: Direction;
  readonly webhook: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

type Mutation<Answer> = UseMutationResult<Answer, Error, string>;

interface RotateProps extends ActProps {
  readonly rotate: Mutation<{ readonly secret: string }>;
}

const RotateDialog = ({ of, webhook: { id, name }, rotate, onClose }: RotateProps) => {
  const t = useDeskText();
  const secret = rotate.data?.secret;
  if (secret !== undefined)
    return (
      <Dialog open title={t(`${of}.secret`)} onClose={() => undefined}>
        <NewSecret of={of} secret={secret} onClose={onClose} />
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
      <p>{t(`${of}.rotate.text`)}</p>
    </ConfirmDialog>
  );
};

interface RemoveProps extends ActProps {
  readonly remove: Mutation<unknown>;
}

const RemoveDialog = ({ of, webhook: { id, name }, remove, onClose }: RemoveProps) => {
  const t = useDeskText();
  const toast = useToast();
  const [, go] = useLocation();
  const onSuccess = (): void => {
    onClose();
    go(lists[of]);
    toast(t(`${of}.remove.done`, { name }));
  };
  return (
    <ConfirmDialog
      open
      title={t(`${of}.remove.title`, { name })}
      confirm={t('admin.remove')}
      tone="danger"
      busy={remove.isPending}
      onConfirm={() => remove.mutate(id, { onSuccess })}
      onClose={onClose}
    >
      {remove.isError && <Failure error={remove.error} />}
      <p>{t(`${of}.remove.text`)}</p>
    </ConfirmDialog>
  );
};

interface ActsProps extends Omit<ActProps, 'onClose'> {
  readonly rotate: Mutation<{ readonly secret: string }>;
  readonly remove: Mutation<unknown>;
  /** What else can be done, before the rest. */
  readonly children?: ReactNode;
}

/** What can be done with a webhook of either direction. */
export const WebhookActs = ({ of, webhook, rotate, remove, children }: ActsProps) => {
  const t = useDeskText();
  const [open, setOpen] = useState<'remove' | 'rotate'>();
  const close = (): void => {
    setOpen(undefined);
    // What was refused, and a secret that was shown, are over with the dialog.
    rotate.reset();
    remove.reset();
  };
  const props = { of, webhook, onClose: close };
  return (
    <>
      <div className="iris-row">
        {children}
        <Button tone="secondary" onClick={() => setOpen('rotate')}>
          {t('webhooks.rotate')}
        </Button>
        <Button tone="secondary" onClick={() => setOpen('remove')}>
          {t('admin.remove')}
        </Button>
      </div>
      {open === 'remove' && <RemoveDialog {...props} remove={remove} />}
      {open === 'rotate' && <RotateDialog {...props} rotate={rotate} />}
    </>
  );
};
