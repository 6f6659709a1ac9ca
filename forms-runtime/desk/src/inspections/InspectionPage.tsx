import type { AskedInspection } from '@irisflow/client';
import { Answered, COMING, Failure, Page, useLocalized } from '@irisflow/frame';
import { Button, DateField, Form, Notice, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { OpinionFiles } from '../opinions/OpinionAnswer.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { InspectionReport } from './InspectionReport.tsx';
import { InspectionTag } from './InspectionTag.tsx';
import { inspectionFileUrl, useAskedInspection, usePlanVisit } from './use-inspections.ts';
import { WriteReport } from './WriteReport.tsx';

interface InspectionProps {
  readonly inspection: AskedInspection;
}

const Facts = ({ inspection }: InspectionProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime, fullDate } = useFormatters();
  const { from, of, dueOn, visitOn, isOpen, state, endedAt } = inspection;
  return (
    <dl className="desk-facts">
      <div>
        <dt>{t('fact.status')}</dt>
        <dd>
          <InspectionTag inspection={inspection} />
        </dd>
      </div>
      <div>
        <dt>{t('opinion.from')}</dt>
        <dd>{read(from)}</dd>
      </div>
      <div>
        <dt>{t('opinion.of')}</dt>
        <dd>{read(of)}</dd>
      </div>
      <div>
        <dt>{t('opinion.lastDay')}</dt>
        <dd>{fullDate(dueOn)}</dd>
      </div>
      {!isOpen && visitOn !== null && (
        <div>
          <dt>{t('inspection.visit')}</dt>
          <dd>{fullDate(visitOn)}</dd>
        </div>
      )}
      {state === 'reported' && endedAt !== null && (
        <div>
          <dt>{t('inspection.reportGiven')}</dt>
          <dd>{dateTime(endedAt)}</dd>
        </div>
      )}
    </dl>
  );
};

/** The day on which one means to go; the office that asks sees it. */
const Visit = ({ inspection: { id, visitOn, dueOn } }: InspectionProps) => {
  const t = useDeskText();
  const toast = useToast();
  const { longDate } = useFormatters();
  const plan = usePlanVisit(id);
  const [day, setDay] = useState(visitOn ?? undefined);
  const submit = (): void => {
    if (!plan.isPending) plan.mutate(day ?? null, { onSuccess: () => toast(t('inspection.planned')) });
  };
  return (
    <Form className="iris-stack iris-stack--tight" onSubmit={submit}>
      {plan.isError && <Failure error={plan.error} />}
      <DateField
        id="inspection-visit"
        label={t('inspection.visit')}
        hint={t('inspection.visit.hint', { day: longDate(dueOn) })}
        optional
        value={day}
        onChange={setDay}
      />
      <div>
        <Button type="submit" tone="secondary" size="small" busy={plan.isPending}>
          {t('inspection.plan')}
        </Button>
      </div>
    </Form>
  );
};

const Ended = ({ inspection }: InspectionProps) => {
  const t = useDeskText();
  const { state, reason } = inspection;
  if (state === 'reported')
    return (
      <Section id="inspection-report" title={t('inspection.report')}>
        <InspectionReport inspection={inspection} url={(id) => inspectionFileUrl(inspection.id, id)} />
      </Section>
    );
  if (state === 'withdrawn')
    return (
      <Notice tone="info" title={t('inspection.state.withdrawn')}>
        {reason === null ? t('opinion.caseClosed') : t('opinion.withdrawnBecause', { reason })}
      </Notice>
    );
  return <Notice tone="info" title={t('inspection.over')} />;
};

const Body = ({ inspection }: InspectionProps) => {
  const t = useDeskText();
  const { id, address, subject, documents, isOpen } = inspection;
  return (
    <div className="iris-stack iris-stack--loose">
      <Facts inspection={inspection} />
      <Section id="inspection-order" title={t('inspection.order')}>
        <p className="desk-hearing__where">
          <strong>{address}</strong>
        </p>
        <p className="desk-note__text iris-prose">{subject}</p>
        <OpinionFiles documents={documents} url={(documentId) => inspectionFileUrl(id, documentId)} />
        <p className="iris-muted">{t('opinion.shared')}</p>
        {isOpen && <Visit inspection={inspection} />}
      </Section>
      {isOpen ? <WriteReport inspection={inspection} /> : <Ended inspection={inspection} />}
    </div>
  );
};

/** What I am to look at, when I go, and my report; made for a phone on site. */
export const InspectionPage = ({ inspectionId }: { readonly inspectionId: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  const found = useAskedInspection(inspectionId);
  const { data } = found;
  return (
    <Page
      title={data === undefined ? t('inspection.title') : read(data.label)}
      eyebrow={data === undefined ? COMING : data.reference}
      crumbs={[
        { href: '/', label: t('nav.tasks') },
        { href: '/inspections', label: t('inspections.title') },
      ]}
    >
      <Answered query={found}>{(inspection) => <Body inspection={inspection} />}</Answered>
    </Page>
  );
};
