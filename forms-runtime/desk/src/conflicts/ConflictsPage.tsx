import type { ConflictView } from '@irisflow/client';
import { Failure, Page, usePerson } from '@irisflow/frame';
import { Button, DataTable, Dialog, EmptyState, Skeleton, useFormatters, useToast, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { isSupervisor } from '../session/clerk.ts';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useConflicts, useLiftConflict } from './use-conflicts.ts';

interface Lifting {
  readonly onLift: (conflict: ConflictView) => void;
}

const useActions = ({ onLift }: Lifting): Column<ConflictView> => {
  const t = useDeskText();
  return {
    id: 'actions',
    header: t('column.actions'),
    cell: (conflict) =>
      conflict.mayLift && (
        <Button
          size="small"
          tone="quiet"
          aria-label={t('conflict.lift.of', { name: conflict.person.name, about: conflict.about })}
          onClick={() => onLift(conflict)}
        >
          {t('conflict.lift')}
        </Button>
      ),
  };
};

const useColumns = (): readonly Column<ConflictView>[] => {
  const t = useDeskText();
  const { date } = useFormatters();
  const me = usePerson();
  const nameOf = ({ id, name }: ConflictView['person']): string => (id === me.id ? t('conflict.me', { name }) : name);
  return [
    { id: 'person', header: t('conflict.person'), cell: ({ person }) => <strong>{nameOf(person)}</strong> },
    {
      id: 'about',
      header: t('conflict.about'),
      cell: ({ scope, about }) => t(`conflict.about.${scope}`, { about }),
    },
    { id: 'reason', header: t('reason'), cell: ({ reason }) => reason },
    {
      id: 'declared',
      header: t('conflict.since'),
      cell: ({ declaredAt, declaredBy }) => t('conflict.since.by', { day: date(declaredAt), name: declaredBy.name }),
    },
  ];
};

const LiftForm = ({ conflict, onClose }: { readonly conflict: ConflictView; readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const lift = useLiftConflict();
  const about = t(`conflict.about.${conflict.scope}`, { about: conflict.about });
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || lift.isPending) return;
    const onSuccess = (): void => {
      toast(t('conflict.lifted'));
      onClose();
    };
    lift.mutate({ id: conflict.id, reason }, { onSuccess });
  };
  return (
    <DialogForm
      error={lift.error}
      busy={lift.isPending}
      confirm={t('conflict.lift')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('conflict.lift.text', { name: conflict.person.name, about })}</p>
      <ReasonField id="conflict-lift-reason" {...field} />
    </DialogForm>
  );
};

const Table = ({ conflicts, onLift }: { readonly conflicts: readonly ConflictView[] } & Lifting) => {
  const t = useDeskText();
  const columns = useColumns();
  const actions = useActions({ onLift });
  const shown = conflicts.some(({ mayLift }) => mayLift) ? [...columns, actions] : columns;
  return (
    <DataTable caption={t('conflict.title')} captionHidden columns={shown} rows={conflicts} rowKey={({ id }) => id} />
  );
};

const Listed = ({ onLift }: Lifting) => {
  const t = useDeskText();
  const isChief = isSupervisor(usePerson());
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useConflicts();
  if (data === undefined)
    return error === null ? <Skeleton lines={6} /> : <Failure error={error} onRetry={() => void refetch()} />;
  const conflicts = data.pages.flatMap(({ items }) => items);
  if (conflicts.length === 0)
    return (
      <EmptyState title={t(isChief ? 'conflict.none.office' : 'conflict.none')}>{t('conflict.none.text')}</EmptyState>
    );
  return (
    <div className="iris-stack">
      <Table conflicts={conflicts} onLift={onLift} />
      <div className="iris-row">
        <p className="iris-muted">
          {t('list.shown', { shown: conflicts.length, total: data.pages.at(-1)?.total ?? 0 })}
        </p>
        {hasNextPage && (
          <Button tone="secondary" size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </div>
  );
};

/** Who must not work on which cases: oneself, and for supervisors everybody of the office. */
export const ConflictsPage = () => {
  const t = useDeskText();
  const [lifting, setLifting] = useState<ConflictView>();
  const close = (): void => setLifting(undefined);
  return (
    <RequireClerk>
      <Page title={t('conflict.title')} lead={t('conflict.page.lead')} crumbs={[{ href: '/', label: t('nav.tasks') }]}>
        <Listed onLift={setLifting} />
        {lifting !== undefined && (
          <Dialog open title={t('conflict.lift.title')} onClose={close}>
            <LiftForm conflict={lifting} onClose={close} />
          </Dialog>
        )}
      </Page>
    </RequireClerk>
  );
};
