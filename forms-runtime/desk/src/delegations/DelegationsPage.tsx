import type { DelegationsView, DelegationView } from '@irisflow/client';
import { Answered, Failure, Page, usePerson } from '@irisflow/frame';
import { AppLink, Button, ConfirmDialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { isAdministrator, isClerk, isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { DelegationTable, type Named } from './DelegationTable.tsx';
import { GiveDelegation } from './GiveDelegation.tsx';
import { useDelegations, useWithdrawDelegation } from './use-delegations.ts';

interface WithdrawProps {
  readonly delegation: DelegationView | undefined;
  readonly onClose: () => void;
}

const WithdrawDialog = ({ delegation, onClose }: WithdrawProps) => {
  const t = useDeskText();
  const toast = useToast();
  const withdraw = useWithdrawDelegation();
  const names = { delegator: delegation?.delegator.name ?? '', delegate: delegation?.delegate.name ?? '' };
  const onSuccess = (): void => {
    onClose();
    toast(t('delegation.withdrawn'));
  };
  return (
    <ConfirmDialog
      open={delegation !== undefined}
      title={t('delegation.withdraw.of', names)}
      confirm={t('delegation.withdraw')}
      busy={withdraw.isPending}
      onConfirm={() => delegation !== undefined && withdraw.mutate(delegation.id, { onSuccess })}
      onClose={() => {
        withdraw.reset();
        onClose();
      }}
    >
      {withdraw.isError && <Failure error={withdraw.error} />}
      <p>{t('delegation.withdraw.text', names)}</p>
    </ConfirmDialog>
  );
};

interface ListProps {
  readonly part: 'toMe' | 'byMe' | 'others';
  readonly named: Named;
  readonly delegations: readonly DelegationView[];
  readonly onWithdraw: (delegation: DelegationView) => void;
}

const List = ({ part, delegations, ...rest }: ListProps) => {
  const t = useDeskText();
  const title = t(`delegation.${part}`);
  return (
    <section className="iris-stack" aria-labelledby={`delegations-${part}`}>
      <h2 id={`delegations-${part}`} className="iris-section-title">
        {title}
      </h2>
      {delegations.length === 0 ? (
        <p className="iris-muted">{t(`delegation.${part}.none`)}</p>
      ) : (
        <DelegationTable title={title} delegations={delegations} {...rest} />
      )}
    </section>
  );
};

/** Those of the reader first, then what they answer for. */
const Lists = ({ all, onWithdraw }: { readonly all: DelegationsView } & Pick<ListProps, 'onWithdraw'>) => {
  const t = useDeskText();
  const person = usePerson();
  const { delegations } = all;
  const toMe = delegations.filter(({ delegate }) => delegate.id === person.id);
  const byMe = delegations.filter(({ delegator }) => delegator.id === person.id);
  const others = delegations.filter((one) => !toMe.includes(one) && !byMe.includes(one));
  return (
    <div className="iris-stack iris-stack--loose">
      {isClerk(person) && (
        <>
          <p>
            {t('delegation.notAbsence')} <AppLink href="/absences">{t('absence.title')}</AppLink>
          </p>
          <List part="toMe" named="delegator" delegations={toMe} onWithdraw={onWithdraw} />
          <List part="byMe" named="delegate" delegations={byMe} onWithdraw={onWithdraw} />
        </>
      )}
      {(isSupervisor(person) || isAdministrator(person)) && (
        <List part="others" named="both" delegations={others} onWithdraw={onWithdraw} />
      )}
    </div>
  );
};

/** Who may decide and sign in whose name, and the way to let a colleague do so. */
export const DelegationsPage = () => {
  const t = useDeskText();
  const person = usePerson();
  const delegations = useDelegations();
  const [isGiving, setGiving] = useState(false);
  const [withdrawing, setWithdrawing] = useState<DelegationView>();
  const back = isClerk(person)
    ? { href: '/', label: t('nav.tasks') }
    : { href: '/administration', label: t('nav.administration') };
  return (
    <Page
      title={t('delegation.title')}
      lead={t('delegation.lead')}
      crumbs={[back]}
      actions={
        isClerk(person) && (
          <Button tone="secondary" size="small" icon="plus" onClick={() => setGiving(true)}>
            {t('delegation.give')}
          </Button>
        )
      }
    >
      <Answered query={delegations}>{(all) => <Lists all={all} onWithdraw={setWithdrawing} />}</Answered>
      <GiveDelegation open={isGiving} delegable={delegations.data?.delegable} onClose={() => setGiving(false)} />
      <WithdrawDialog delegation={withdrawing} onClose={() => setWithdrawing(undefined)} />
    </Page>
  );
};
