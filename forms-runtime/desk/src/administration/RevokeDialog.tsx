import type { SourceAuthorizationView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { ConfirmDialog, useToast } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useRevoke } from './use-authorizations.ts';
import { useSourceNames } from './use-source-names.ts';

export interface RevokeDialogProps {
  /** The dialog is open while there is one. */
  readonly authorization: SourceAuthorizationView | undefined;
  readonly onClose: () => void;
}

/** Ends an authorization, for running cases too. */
export const RevokeDialog = ({ authorization, onClose }: RevokeDialogProps) => {
  const t = useDeskText();
  const toast = useToast();
  const names = useSourceNames();
  const revoke = useRevoke();
  const close = (): void => {
    revoke.reset();
    onClose();
  };
  const onSuccess = (): void => {
    close();
    toast(t('authorizations.revoke.done'));
  };
  const source = authorization === undefined ? '' : names.source(authorization);
  const procedure = authorization === undefined ? '' : names.procedure(authorization.procedureKey);
  return (
    <ConfirmDialog
      open={authorization !== undefined}
      title={t('authorizations.revoke.title', { procedure, source })}
      confirm={t('authorizations.revoke')}
      tone="danger"
      busy={revoke.isPending}
      onConfirm={() => authorization && revoke.mutate(authorization.id, { onSuccess })}
      onClose={close}
    >
      {revoke.isError && <Failure error={revoke.error} />}
      <p>{t('authorizations.revoke.text')}</p>
    </ConfirmDialog>
  );
};
