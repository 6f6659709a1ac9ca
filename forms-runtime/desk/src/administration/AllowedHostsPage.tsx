import type { AllowedHostView } from '@irisflow/client';
import { Answered, Failure, useLocalized } from '@irisflow/frame';
import { Button, ConfirmDialog, EmptyState, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AdministrationFrame } from './AdministrationFrame.tsx';
import { AllowedHostTable } from './AllowedHostTable.tsx';
import { AllowHostDialog } from './AllowHostDialog.tsx';
import { useAllowedHosts, useHostConnectors, useRemoveHost } from './use-allowed-hosts.ts';

const useConnectorName = (): ((type: string) => string) => {
  const read = useLocalized();
  const { data: connectors = [] } = useHostConnectors();
  return (type) => {
    const found = connectors.find(({ connectorType }) => connectorType === type);
    return found === undefined ? type : read(found.title);
  };
};

interface RemoveProps {
  readonly one: AllowedHostView | undefined;
  readonly connectorName: (type: string) => string;
  readonly onClose: () => void;
}

const RemoveDialog = ({ one, connectorName, onClose }: RemoveProps) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useRemoveHost();
  const host = one?.host ?? '';
  const close = (): void => {
    change.reset();
    onClose();
  };
  const onSuccess = (): void => {
    close();
    toast(t('hosts.remove.done', { host }));
  };
  return (
    <ConfirmDialog
      open={one !== undefined}
      title={t('hosts.remove.title', { host })}
      confirm={t('admin.remove')}
      tone="danger"
      busy={change.isPending}
      onConfirm={() => one && change.mutate(one.id, { onSuccess })}
      onClose={close}
    >
      {change.isError && <Failure error={change.error} />}
      <p>{t('hosts.remove.text', { connector: one === undefined ? '' : connectorName(one.connectorType) })}</p>
    </ConfirmDialog>
  );
};

const HostList = ({ hosts }: { readonly hosts: readonly AllowedHostView[] }) => {
  const t = useDeskText();
  const connectorName = useConnectorName();
  const [removed, setRemoved] = useState<AllowedHostView>();
  return (
    <>
      {hosts.length === 0 ? (
        <EmptyState title={t('hosts.empty')}>{t('hosts.empty.text')}</EmptyState>
      ) : (
        <AllowedHostTable hosts={hosts} connectorName={connectorName} onRemove={setRemoved} />
      )}
      <RemoveDialog one={removed} connectorName={connectorName} onClose={() => setRemoved(undefined)} />
    </>
  );
};

/** Where connectors may go for the cases of my administration. */
export const AllowedHostsPage = () => {
  const t = useDeskText();
  const hosts = useAllowedHosts();
  const { data: connectors = [] } = useHostConnectors();
  const [isAdding, setAdding] = useState(false);
  return (
    <AdministrationFrame
      title={t('hosts')}
      lead={t('hosts.lead')}
      actions={connectors.length > 0 && <Button onClick={() => setAdding(true)}>{t('hosts.add')}</Button>}
    >
      <Answered query={hosts}>{(all) => <HostList hosts={all} />}</Answered>
      <AllowHostDialog open={isAdding} connectors={connectors} onClose={() => setAdding(false)} />
    </AdministrationFrame>
  );
};
