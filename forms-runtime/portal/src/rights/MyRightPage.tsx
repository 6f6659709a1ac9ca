import type { MyRight } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, type LineItem, Notice, SummaryList, Timeline, useFormatters } from '@irisflow/ui';
import { RightObligations } from './RightObligations.tsx';
import { useRightText } from './right-texts.ts';
import { StandingTag } from './StandingTag.tsx';
import { useMyRight } from './use-rights.ts';
import { useValueText } from './use-value-text.ts';

const Facts = ({ right }: { readonly right: MyRight }) => {
  const t = useRightText();
  const read = useLocalized();
  const valueText = useValueText();
  const { longDate } = useFormatters();
  const items: LineItem[] = [
    { id: 'standing', term: t('standing'), value: <StandingTag standing={right.standing} /> },
    { id: 'number', term: t('number'), value: right.number },
    ...right.holders.map(({ role, name }, index) => ({ id: `holder-${index}`, term: read(role), value: name })),
    { id: 'from', term: t('validFrom'), value: longDate(right.validFrom) },
    { id: 'to', term: t('validTo'), value: right.validTo === null ? t('withoutEnd') : longDate(right.validTo) },
    ...right.values.map((value) => ({ id: value.name, term: read(value.label), value: valueText(value) })),
    {
      id: 'case',
      term: t('case'),
      value: <AppLink href={`/my/cases/${right.caseId}`}>{right.reference}</AppLink>,
    },
  ];
  return <SummaryList items={items} />;
};

/** What became of a right, in plain words. */
const History = ({ right: { history } }: { readonly right: MyRight }) => {
  const t = useRightText();
  const read = useLocalized();
  const valueText = useValueText();
  const { longDate } = useFormatters();
  return (
    <section className="iris-stack" aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <Timeline
        entries={history.map((change) => ({
          id: `${change.effectiveOn} ${change.recordedAt}`,
          title: t(`act.${change.act}`),
          at: t('from', { day: longDate(change.effectiveOn) }),
          content: change.values.map((value) => (
            <p key={value.name}>{t('history.value', { label: read(value.label), value: valueText(value) })}</p>
          )),
        }))}
      />
    </section>
  );
};

/** That the decision on it does not count for now, since when and why. */
const HeldBack = ({ right: { heldBack } }: { readonly right: MyRight }) => {
  const t = useRightText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  if (heldBack === null) return null;
  const { since, state } = heldBack;
  return (
    <Notice title={t('heldBack', { day: longDate(since) })}>{t('heldBack.text', { state: read(state.label) })}</Notice>
  );
};

const Whole = ({ right }: { readonly right: MyRight }) => {
  const t = useRightText();
  return (
    <div className="iris-stack iris-stack--loose">
      <HeldBack right={right} />
      <Facts right={right} />
      <RightObligations rightId={right.id} />
      <section className="iris-stack" aria-labelledby="certificate">
        <h2 id="certificate">{t('certificate')}</h2>
        <p>{t('certificate.text')}</p>
        <p>
          <a
            className="iris-button iris-button--secondary"
            href={`/api/my/rights/${right.id}/certificate`}
            target="_blank"
            rel="noreferrer"
          >
            {t('certificate.open')}
          </a>
        </p>
      </section>
      <History right={right} />
    </div>
  );
};

/** One right that I hold: whether it holds, until when, what became of it, and its certificate. */
export const MyRightPage = ({ rightId }: { readonly rightId: string }) => {
  const t = useRightText();
  const read = useLocalized();
  const query = useMyRight(rightId);
  const { data: right } = query;
  return (
    <Page
      title={right === undefined ? t('one') : read(right.kind)}
      {...(right !== undefined && { lead: read(right.administration) })}
      crumbs={[{ href: '/my/rights', label: t('mine') }]}
    >
      <Answered query={query}>{(found) => <Whole right={found} />}</Answered>
    </Page>
  );
};
