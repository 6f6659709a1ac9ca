import type { ApiTokenView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { ConfirmDialog, Dialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { NewToken } from '../administration/NewToken.tsx';
import { useToday } from '../administration/use-today.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { EndField } from './EndField.tsx';
import { wrongEnd } from './token-days.ts';
import { useRenewApiToken, useRevokeApiToken } from './use-api-tokens.ts';

interface OfToken {
  readonly token: ApiTokenView;
  readonly onClose: () => void;
}

/** Ends a token at once. */
export const RevokeApiToken = ({ token, onClose }: OfToken) => {
  const t = useDeskText();
  const toast = useToast();
  const revoke = useRevokeApiToken();
  const { id, name } = token;
  const onSuccess = (): void => {
    onClose();
    toast(t('tokens.revoke.done', { name }));
  };
  return (
    <ConfirmDialog
      open
      title={t('tokens.revoke.title', { name })}
      confirm={t('tokens.revoke')}
      tone="danger"
      busy={revoke.isPending}
      onConfirm={() => revoke.mutate(id, { onSuccess })}
      onClose={onClose}
    >
      {revoke.isError && <Failure error={revoke.error} />}
      <p>{t('apiTokens.revoke.text')}</p>
    </ConfirmDialog>
  );
};

/** Gives a token a new text, shown once, and a new last day. */
export const RenewApiToken = ({ token, onClose }: OfToken) => {
  const t = useDeskText();
  const today = useToday();
  const renew = useRenewApiToken();
  const [day, setDay] = useState<string>();
  const [asked, setAsked] = useState(false);
  const text = renew.data?.token;
  const submit = (): void => {
    setAsked(true);
    if (day !== undefined && wrongEnd(day, today) === undefined) renew.mutate({ tokenId: token.id, lastDay: day });
  };
  return (
    <Dialog
      open
      title={text === undefined ? t('apiTokens.renew.title', { name: token.name }) : t('tokens.made.title')}
      onClose={text === undefined ? onClose : () => undefined}
    >
      {text === undefined ? (
        <DialogForm
          error={renew.error}
          busy={renew.isPending}
          confirm={t('apiTokens.renew')}
          onSubmit={submit}
          onClose={onClose}
        >
          <p>{t('apiTokens.renew.text')}</p>
          <EndField day={day} onChange={setDay} asked={asked} />
        </DialogForm>
      ) : (
        <NewToken token={text} onClose={onClose} />
      )}
    </Dialog>
  );
};
