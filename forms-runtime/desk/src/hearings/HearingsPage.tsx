import type { HearingSummary } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, EmptyState, StatusTag, useFormatters } from '@irisflow/ui';
import { useSearch } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { HearingTag } from './HearingTag.tsx';
import { useOfficeHearings, type WhoseHearings } from './use-hearings.ts';

const whose = ['me', 'office'] as const satisfies readonly WhoseHearings[];

const WhoseNav = ({ current }: { readonly current: WhoseHearings }) => {
  const t = useDeskText();
  return (
    <nav className="desk-views desk-views--row" aria-label={t('views')}>
      <ul>
        {whose.map((one) => (
          <li key={one} className="desk-views__view">
            <AppLink
              href={one === 'me' ? '/hearings' : '/hearings?of=office'}
              {...(one === current && { 'aria-current': 'page' as const })}
            >
              {t(`hearings.${one}`)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Line = ({ hearing }: { readonly hearing: HearingSummary }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { time, caseId, applicant, label, procedure, reference, place, link, ledBy, language, hasWish } = hearing;
  return (
    <li className="desk-hearing">
      <span className="desk-hearing__clock">{time}</span>
      <div>
        <p className="iris-row">
          <AppLink href={`/cases/${caseId}#hearings`}>{`${applicant}, ${read(label)}`}</AppLink>
          {hearing.hasBegun && <HearingTag hearing={{ state: 'scheduled', hasBegun: true }} />}
          {hasWish && <StatusTag tone="warning">{t('hearing.hasWish')}</StatusTag>}
        </p>
        <p className="iris-muted">
          {`${read(procedure)} · ${reference} · ${place ?? link ?? ''} · ${t(`language.${language}`)}`}
          {` · ${ledBy === null ? t('hearing.ledByNobody') : t('hearing.ledBy', { name: ledBy })}`}
        </p>
      </div>
    </li>
  );
};

/** They come in the order of their days. */
const byDay = (hearings: readonly HearingSummary[]): readonly (readonly [string, readonly HearingSummary[]])[] =>
  [...new Set(hearings.map(({ day }) => day))].map((day) => [day, hearings.filter((one) => one.day === day)]);

/** The hearings that one holds, or all of the office, day by day. */
export const HearingsPage = () => {
  const t = useDeskText();
  const { fullDate } = useFormatters();
  const of = new URLSearchParams(useSearch()).get('of') === 'office' ? 'office' : 'me';
  return (
    <Page title={t('hearings.title')} crumbs={[{ href: '/', label: t('nav.tasks') }]}>
      <div className="iris-stack">
        <WhoseNav current={of} />
        <Answered query={useOfficeHearings(of)}>
          {(hearings) =>
            hearings.length === 0 ? (
              <EmptyState title={t('hearings.empty')}>{t('hearings.empty.text')}</EmptyState>
            ) : (
              byDay(hearings).map(([day, ofDay]) => (
                <section key={day} aria-labelledby={`day-${day}`}>
                  <h2 id={`day-${day}`} className="desk-hearings__day">
                    {fullDate(day)}
                  </h2>
                  <ul className="desk-hearings">
                    {ofDay.map((hearing) => (
                      <Line key={hearing.id} hearing={hearing} />
                    ))}
                  </ul>
                </section>
              ))
            )
          }
        </Answered>
      </div>
    </Page>
  );
};
