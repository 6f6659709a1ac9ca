import type { QuotaView } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, type LineItem, Notice, SummaryList, Timeline, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { freePlaces } from './free-places.ts';
import { useQuotaText } from './quota-texts.ts';
import { CeilingTable, LineTable, ReservationTable } from './QuotaTables.tsx';
import { type QuotaPath, useQuota } from './use-quotas.ts';

interface Shown {
  readonly quota: QuotaView;
}

const Facts = ({ quota }: Shown) => {
  const t = useQuotaText();
  const read = useLocalized();
  const { ceiling, held, reserved, waiting, procedure } = quota;
  const items: LineItem[] = [
    { id: 'procedure', term: t('procedure'), value: read(procedure) },
    { id: 'ceiling', term: t('ceiling'), value: ceiling ?? t('ceiling.none') },
    { id: 'held', term: t('held'), value: held },
    { id: 'reserved', term: t('reserved'), value: reserved },
    { id: 'free', term: t('free'), value: Math.max(0, freePlaces(quota) ?? 0) },
    { id: 'waiting', term: t('waiting'), value: waiting },
  ];
  return <SummaryList items={items} />;
};

/** Why nothing is offered, where that is not seen by the numbers alone. */
const Standstill = ({ quota }: Shown) => {
  const t = useQuotaText();
  const free = freePlaces(quota);
  if (free === null) return <Notice tone="warning">{t('noCeiling')}</Notice>;
  return free < 0 ? <Notice tone="warning">{t('excess')}</Notice> : null;
};

const History = ({ quota: { events } }: Shown) => {
  const t = useQuotaText();
  const { dateTime } = useFormatters();
  if (events.length === 0) return <p className="iris-muted">{t('history.empty')}</p>;
  const after = ({ taken, waiting, ceiling }: QuotaView['events'][number]): string =>
    ceiling === null
      ? t('after', { taken: String(taken), waiting: String(waiting) })
      : t('after.of', { taken: String(taken), waiting: String(waiting), ceiling: String(ceiling) });
  return (
    <Timeline
      entries={events.map((event) => ({
        id: String(event.sequence),
        title: t(`act.${event.act}`),
        at: dateTime(event.at),
        content: (
          <p className="iris-muted">
            {after(event)}{' '}
            {event.cause !== null && <AppLink href={`/cases/${event.cause.caseId}`}>{event.cause.reference}</AppLink>}
          </p>
        ),
      }))}
    />
  );
};

const Whole = ({ quota }: Shown) => {
  const t = useQuotaText();
  return (
    <div className="iris-stack iris-stack--loose">
      <Standstill quota={quota} />
      <Facts quota={quota} />
      <Section id="quota-reservations" title={t('reservations')}>
        <ReservationTable places={quota.reservations} />
      </Section>
      <Section id="quota-line" title={t('line')}>
        <LineTable places={quota.line} />
      </Section>
      <Section id="quota-ceilings" title={t('ceilings')}>
        <CeilingTable ceilings={quota.ceilings} />
      </Section>
      <Section id="quota-history" title={t('history')}>
        <History quota={quota} />
      </Section>
    </div>
  );
};

const Found = ({ path }: { readonly path: QuotaPath }) => {
  const t = useQuotaText();
  const read = useLocalized();
  const query = useQuota(path);
  return (
    <Page
      title={query.data === undefined ? t('one') : read(query.data.name)}
      crumbs={[{ href: '/quotas', label: t('title') }]}
    >
      <Answered query={query}>{(quota) => <Whole quota={quota} />}</Answered>
    </Page>
  );
};

/** One quota: its ceilings by their days, who has a place, who waits in which order, and what became of it. */
export const QuotaPage = ({ path }: { readonly path: QuotaPath }) => (
  <RequireClerk>
    <Found path={path} />
  </RequireClerk>
);
