import type { RightView } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, DateField, type LineItem, Notice, SummaryList, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { ObligationsOfRight } from '../obligations/ObligationsOfRight.tsx';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { MoveRight } from './MoveRight.tsx';
import { RightHistory } from './RightHistory.tsx';
import { StandingTag } from './StandingTag.tsx';
import { QuestionsOfRight } from './sources/QuestionsOfRight.tsx';
import { type RightLook, useRight } from './use-rights.ts';
import { useValueText } from './use-value-text.ts';

const Facts = ({ right }: { readonly right: RightView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const valueText = useValueText();
  const { longDate } = useFormatters();
  const items: LineItem[] = [
    { id: 'state', term: t('right.state'), value: <StandingTag right={right} /> },
    ...right.holders.map(({ role, name }, index) => ({ id: `holder-${index}`, term: read(role), value: name })),
    { id: 'from', term: t('right.validFrom'), value: longDate(right.validFrom) },
    {
      id: 'to',
      term: t('right.validTo'),
      value: right.validTo === null ? t('right.withoutEnd') : longDate(right.validTo),
    },
    ...right.values.map((value) => ({ id: value.name, term: read(value.label), value: valueText(value) })),
    {
      id: 'case',
      term: t('right.case'),
      value: <AppLink href={`/cases/${right.caseId}`}>{right.reference}</AppLink>,
    },
  ];
  return <SummaryList items={items} />;
};

/** That the decision on it does not count for now, and since when. */
const HeldBack = ({ right: { heldBack } }: { readonly right: RightView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  if (heldBack === null) return null;
  const { since, state } = heldBack;
  return (
    <Notice tone="warning" title={t('right.heldBack', { day: longDate(since) })}>
      {t('right.heldBack.text', { state: read(state.label) })}
    </Notice>
  );
};

interface LookProps {
  readonly look: RightLook;
  readonly onLook: (look: RightLook) => void;
}

/** Which day is looked at, and as of when. */
const Look = ({ look: { on, knownOn }, onLook }: LookProps) => {
  const t = useDeskText();
  const change = (day: { on: string | undefined; knownOn: string | undefined }): void =>
    onLook({
      ...(day.on !== undefined && { on: day.on }),
      ...(day.knownOn !== undefined && { knownOn: day.knownOn }),
    });
  return (
    <div className="iris-row">
      <DateField
        id="right-on"
        label={t('right.on')}
        optional
        value={on}
        onChange={(day) => change({ on: day, knownOn })}
      />
      <DateField
        id="right-known"
        label={t('right.knownOn')}
        hint={t('right.knownOn.hint')}
        optional
        value={knownOn}
        onChange={(day) => change({ on, knownOn: day })}
      />
    </div>
  );
};

const Whole = ({ right, look, onLook }: LookProps & { readonly right: RightView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const isPast = look.on !== undefined || look.knownOn !== undefined;
  return (
    <Page
      title={`${read(right.kind)} ${right.number}`}
      lead={right.holder}
      crumbs={[{ href: '/rights', label: t('rights.title') }]}
      actions={
        <>
          {!isPast && <MoveRight right={right} />}
          <a
            className="iris-button iris-button--secondary iris-button--small"
            href={`/api/rights/${right.id}/certificate`}
            target="_blank"
            rel="noreferrer"
          >
            {t('right.certificate')}
          </a>
        </>
      }
    >
      <div className="iris-stack iris-stack--loose">
        {isPast && <Notice>{t('right.past')}</Notice>}
        <HeldBack right={right} />
        <Facts right={right} />
        {!isPast && <ObligationsOfRight rightId={right.id} />}
        <Section id="right-look" title={t('right.look')}>
          <Look look={look} onLook={onLook} />
        </Section>
        <Section id="right-history" title={t('right.history')}>
          <RightHistory history={right.history} />
        </Section>
        {!isPast && <QuestionsOfRight rightId={right.id} />}
      </div>
    </Page>
  );
};

const Shown = ({ rightId }: { readonly rightId: string }) => {
  const t = useDeskText();
  const [look, setLook] = useState<RightLook>({});
  const query = useRight(rightId, look);
  const loading = (
    <Page title={t('right.title')} crumbs={[{ href: '/rights', label: t('rights.title') }]}>
      <div className="iris-stack">
        <Answered query={query}>{() => null}</Answered>
        {query.isError && <Look look={look} onLook={setLook} />}
      </div>
    </Page>
  );
  return query.data === undefined ? loading : <Whole right={query.data} look={look} onLook={setLook} />;
};

/** One right: what it says, as it was on a day, what became of it, and what one may do with it. */
export const RightPage = ({ rightId }: { readonly rightId: string }) => (
  <RequireClerk>
    <Shown rightId={rightId} />
  </RequireClerk>
);
