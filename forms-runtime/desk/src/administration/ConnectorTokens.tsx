import type { ConnectorTokenView } from '@irisflow/client';
import { Answered, Failure } from '@irisflow/frame';
import { ConfirmDialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { TokenTable } from './TokenTable.tsx';
import { useConnectorTokens, useRevokeToken } from './use-connectors.ts';

interface RevokeProps {
  readonly token: ConnectorTokenView | undefined;
  readonly onClose: () => void;
}

const RevokeDialog = ({ token, onClose }: RevokeProps) => {
  const t = useDeskText();
  const toast = useToast();
  const revoke = useRevokeToken();
  const name = token?.name ?? '';
  const close = (): void => {
    revoke.reset();
    onClose();
  };
  const onSuccess = (): void => {
    close();
    toast(t('tokens.revoke.done', { name }));
  };
  return (
    <ConfirmDialog
      open={token !== undefined}
      title={t('tokens.revoke.title', { name })}
      confirm={t('tokens.revoke')}
      tone="danger"
      busy={revoke.isPending}
      onConfirm={() => token && revoke.mutate(token.id, { onSuccess })}
      onClose={close}
    >
      {revoke.isError && <Failure error={revoke.error} />}
      <p>{t('tokens.revoke.text')}</p>
    </ConfirmDialog>
  );
};

/** The tokens with which programs of the administration do jobs. */
export const ConnectorTokens = () => {
  const t = useDeskText();
  const tokens = useConnectorTokens();
  const [revoked, setRevoked] = useState<ConnectorTokenView>();
  return (
    <section className="iris-stack" aria-labelledby="tokens">
      <h2 id="tokens" className="iris-section-title">
        {t('tokens')}
      </h2>
      <Answered query={tokens}>
        {(all) =>
          all.length === 0 ? (
            <p className="iris-muted">{t('tokens.empty')}</p>
          ) : (
            <TokenTable tokens={all} onRevoke={setRevoked} />
          )
        }
      </Answered>
      <RevokeDialog token={revoked} onClose={() => setRevoked(undefined)} />
    </section>
  );
};
