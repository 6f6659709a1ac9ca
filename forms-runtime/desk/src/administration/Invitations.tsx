import type { InvitationView } from '@irisflow/client';
import { Answered, Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, DataTable, useFormatters, useToast, VisuallyHidden, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { RoleWords } from './RoleWords.tsx';
import { useAdministrationName } from './use-administration-name.ts';
import { useChangeStaff, useInvitations } from './use-staff.ts';

const nameOf = ({ email, subject }: InvitationView): string => email ?? subject ?? '';

interface TableProps {
  readonly invitations: readonly InvitationView[];
  readonly onWithdraw: (invitation: InvitationView) => void;
}

const useColumns = (onWithdraw: TableProps['onWithdraw']): readonly Column<InvitationView>[] => {
  const t = useDeskText();
  const { date } = useFormatters();
  const administrationName = useAdministrationName();
  return [
    { id: 'who', header: t('admin.who'), cell: nameOf },
    {
      id: 'administration',
      header: t('admin.administration'),
      cell: ({ administration }) => administrationName(administration),
    },
    { id: 'roles', header: t('account.roles'), cell: ({ roles }) => <RoleWords roles={roles} /> },
    { id: 'until', header: t('admin.until'), cell: ({ expiresAt }) => date(expiresAt) },
    {
      id: 'actions',
      header: t('admin.actions'),
      cell: (invitation) => (
        <Button tone="quiet" size="small" onClick={() => onWithdraw(invitation)}>
          {t('admin.withdraw')}
          <VisuallyHidden> {nameOf(invitation)}</VisuallyHidden>
        </Button>
      ),
    },
  ];
};

const InvitationTable = ({ invitations, onWithdraw }: TableProps) => {
  const t = useDeskText();
  const columns = useColumns(onWithdraw);
  return (
    <DataTable
      caption={t('admin.invitations')}
      captionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      columns={columns}
    />
  );
};

const Withdraw = ({ one, onClose }: { readonly one: InvitationView | undefined; readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useChangeStaff();
  const onSuccess = (): void => {
    onClose();
    toast(t('admin.withdraw.done'));
  };
  return (
    <ConfirmDialog
      open={one !== undefined}
      title={t('admin.withdraw.title', { name: one === undefined ? '' : nameOf(one) })}
      confirm={t('admin.withdraw')}
      tone="danger"
      busy={change.isPending}
      onConfirm={() => one && change.mutate({ kind: 'withdraw', invitationId: one.id }, { onSuccess })}
      onClose={onClose}
    >
      {change.isError && <Failure error={change.error} />}
      <p>{t('admin.withdraw.text')}</p>
    </ConfirmDialog>
  );
};

/** Who is invited and did not come yet. */
export const Invitations = ({ administration }: { readonly administration: string | undefined }) => {
  const t = useDeskText();
  const invitations = useInvitations(administration);
  const [withdrawn, setWithdrawn] = useState<InvitationView>();
  return (
    <section className="iris-stack" aria-labelledby="invitations">
      <h2 id="invitations" className="iris-section-title">
        {t('admin.invitations')}
      </h2>
      <Answered query={invitations}>
        {(all) =>
          all.length === 0 ? (
            <p className="iris-muted">{t('admin.invitations.empty')}</p>
          ) : (
            <InvitationTable invitations={all} onWithdraw={setWithdrawn} />
          )
        }
      </Answered>
      <Withdraw one={withdrawn} onClose={() => setWithdrawn(undefined)} />
    </section>
  );
};
