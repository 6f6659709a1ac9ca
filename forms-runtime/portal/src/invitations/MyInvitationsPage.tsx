import type { Invitation } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import {
  AppLink,
  EmptyState,
  type LineItem,
  LinkButton,
  StatusTag,
  SummaryList,
  type TagTone,
  useFormatters,
} from '@irisflow/ui';
import { AnswerNow } from './AnswerNow.tsx';
import { CampaignChoices } from './CampaignChoices.tsx';
import { useInvitationText } from './invitation-texts.ts';
import { useMyInvitations } from './use-invitations.ts';

interface Shown {
  readonly invitation: Invitation;
}

const tones: Readonly<Record<Invitation['state'], TagTone>> = {
  open: 'accent',
  begun: 'warning',
  answered: 'success',
  over: 'neutral',
};

const Facts = ({ invitation }: Shown) => {
  const t = useInvitationText();
  const read = useLocalized();
  const { longDate, date } = useFormatters();
  const { administration, legalBasis, right, until, sentAt, caseId, reference } = invitation;
  const items: LineItem[] = [
    { id: 'from', term: t('from'), value: read(administration) },
    { id: 'law', term: t('legalBasis'), value: read(legalBasis) },
    ...(right === null
      ? []
      : [
          {
            id: 'right',
            term: t('right'),
            value:
              right.validTo === null
                ? right.number
                : t('right.until', { number: right.number, day: longDate(right.validTo) }),
          },
        ]),
    { id: 'until', term: t('until'), value: longDate(until) },
    {
      id: 'letter',
      term: t('letter'),
      value: <AppLink href={`/my/cases/${caseId}`}>{t('letter.of', { day: date(sentAt), reference })}</AppLink>,
    },
  ];
  return <SummaryList items={items} />;
};

/** What can be done with it now. */
const Next = ({ invitation }: Shown) => {
  const t = useInvitationText();
  const { state, answerCaseId } = invitation;
  if (state === 'over') return <p className="iris-muted">{t('over')}</p>;
  if (answerCaseId === null) return <AnswerNow invitation={invitation} />;
  return (
    <div>
      <LinkButton href={`/my/cases/${answerCaseId}`} tone="secondary">
        {t('answer.see')}
      </LinkButton>
    </div>
  );
};

const OneInvitation = ({ invitation }: Shown) => {
  const t = useInvitationText();
  const read = useLocalized();
  const { id, title, purpose, state } = invitation;
  const titleId = `invitation-${id}`;
  return (
    <section className="portal-section iris-stack" aria-labelledby={titleId}>
      <h2 id={titleId}>{read(title)}</h2>
      <p>
        <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>
      </p>
      <p className="iris-prose">{read(purpose)}</p>
      <Next invitation={invitation} />
      <Facts invitation={invitation} />
    </section>
  );
};

/** What administrations invite me to do, and whether I want to be invited. */
export const MyInvitationsPage = () => {
  const t = useInvitationText();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Answered query={useMyInvitations()}>
        {(invitations) => (
          <div className="iris-stack iris-stack--loose">
            {invitations.length === 0 ? (
              <EmptyState title={t('none')} action={<LinkButton href="/my/cases">{t('cases')}</LinkButton>}>
                {t('none.text')}
              </EmptyState>
            ) : (
              invitations.map((invitation) => <OneInvitation key={invitation.id} invitation={invitation} />)
            )}
            <CampaignChoices />
          </div>
        )}
      </Answered>
    </Page>
  );
};
