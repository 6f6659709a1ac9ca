import type { ApiTokenView } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Button, EmptyState } from '@irisflow/ui';
import { useState } from 'react';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { RenewApiToken, RevokeApiToken } from './ApiTokenDialogs.tsx';
import { ApiTokenTable } from './ApiTokenTable.tsx';
import { NewApiTokenDialog } from './NewApiTokenDialog.tsx';
import { useApiTokens } from './use-api-tokens.ts';

type Open = { readonly dialog: 'make' } | { readonly dialog: 'renew' | 'revoke'; readonly token: ApiTokenView };

/** The tokens with which other systems of my administration call the platform. */
export const ApiTokensPage = () => {
  const t = useDeskText();
  const tokens = useApiTokens();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  return (
    <AdministrationFrame
      title={t('apiTokens')}
      lead={t('apiTokens.lead')}
      actions={<Button onClick={() => setOpen({ dialog: 'make' })}>{t('tokens.make')}</Button>}
    >
      <Answered query={tokens}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('tokens.empty')}>{t('apiTokens.empty.text')}</EmptyState>
          ) : (
            <ApiTokenTable
              tokens={all}
              onRenew={(token) => setOpen({ dialog: 'renew', token })}
              onRevoke={(token) => setOpen({ dialog: 'revoke', token })}
            />
          )
        }
      </Answered>
      {open?.dialog === 'make' && <NewApiTokenDialog onClose={close} />}
      {open?.dialog === 'renew' && <RenewApiToken token={open.token} onClose={close} />}
      {open?.dialog === 'revoke' && <RevokeApiToken token={open.token} onClose={close} />}
    </AdministrationFrame>
  );
};
