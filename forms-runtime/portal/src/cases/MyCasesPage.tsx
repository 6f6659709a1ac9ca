import type { DraftSummary, MyCaseSummary } from '@irisflow/client';
import { Answered, Page } from '@irisflow/frame';
import { EmptyState, LinkButton } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { InvitationRow } from '../invitations/InvitationRow.tsx';
import { useOpenInvitations } from '../invitations/use-invitations.ts';
import { PaymentRow, usePaymentsDue } from '../payments/PaymentsDue.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { CaseRow } from './CaseRow.tsx';
import { DraftRow } from './DraftRow.tsx';
import { useMyCases, useMyDrafts } from './my-cases.ts';
import { sortCases } from './sort-cases.ts';

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly children: readonly ReactNode[];
}

const Group = ({ id, title, children }: GroupProps) =>
  children.length === 0 ? null : (
    <section className="portal-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="portal-rows">{children}</ul>
    </section>
  );

const Nothing = () => {
  const t = usePersonalText();
  return (
    <EmptyState icon="file" title={t('cases.empty')} action={<LinkButton href="/">{t('cases.browse')}</LinkButton>}>
      {t('cases.empty.text')}
    </EmptyState>
  );
};

const rowsOf = (cases: readonly MyCaseSummary[]): ReactNode[] =>
  cases.map((summary) => <CaseRow key={summary.id} summary={summary} />);

interface Mine {
  readonly cases: readonly MyCaseSummary[];
  readonly drafts: readonly DraftSummary[];
}

const Groups = ({ cases, drafts }: Mine) => {
  const t = usePersonalText();
  const { awaiting, running, ended } = sortCases(cases);
  const payments = usePaymentsDue();
  const invitations = useOpenInvitations();
  if (cases.length + drafts.length + payments.length + invitations.length === 0) return <Nothing />;
  const todo = awaiting.length + drafts.length + payments.length + invitations.length;
  return (
    <div className="iris-stack iris-stack--loose">
      <section className="portal-group" aria-labelledby="todo">
        <h2 id="todo">{t('cases.todo')}</h2>
        {todo === 0 ? (
          <p className="iris-muted">{t('cases.todo.none')}</p>
        ) : (
          <>
            <p className="iris-muted">{t.plural('cases.todo.count', todo)}</p>
            <ul className="portal-rows">
              {payments.map((payment) => (
                <PaymentRow key={payment.id} payment={payment} />
              ))}
              {invitations.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} />
              ))}
              {rowsOf(awaiting)}
              {drafts.map((draft) => (
                <DraftRow key={draft.id} draft={draft} />
              ))}
            </ul>
          </>
        )}
      </section>
      <Group id="running" title={t('cases.running')}>
        {rowsOf(running)}
      </Group>
      <Group id="ended" title={t('cases.ended')}>
        {rowsOf(ended)}
      </Group>
    </div>
  );
};

/** Everything a person started here, what waits for them first. */
export const MyCasesPage = () => {
  const t = usePersonalText();
  const cases = useMyCases();
  const drafts = useMyDrafts();
  return (
    <Page title={t('cases.title')} lead={t('cases.lead')}>
      <Answered query={cases}>
        {(all) => <Answered query={drafts}>{(open) => <Groups cases={all} drafts={open} />}</Answered>}
      </Answered>
    </Page>
  );
};
