import type { Numbers } from '@irisflow/client';
import { Answered, Page, useLocalized, usePerson } from '@irisflow/frame';
import { BarList, Button, EmptyState, Icon, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useToday } from '../administration/use-today.ts';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { CountedCases, type Behind } from './CountedCases.tsx';
import { MonthCharts, type Lead } from './month-charts.tsx';
import { OpenCases } from './OpenCases.tsx';
import { daysOf, periods, quarterBefore, useNumbers, type NumbersFilters } from './use-numbers.ts';

const percentOf = (part: number, whole: number): number => Math.round((part / whole) * 100);

const Totals = ({ total }: Pick<Numbers, 'total'>) => {
  const t = useDeskText();
  const { number } = useFormatters();
  const days = (value: number | null): string =>
    value === null ? t('numbers.none') : t('numbers.days', { count: number(value) });
  const share = (part: number, whole: number): string =>
    whole === 0 ? t('numbers.none') : t('numbers.share', { percent: percentOf(part, whole) });
  const facts = [
    [t('numbers.inflow'), number(total.inflow)],
    [t('numbers.ended'), number(total.ended)],
    [t('numbers.stock'), number(total.stock)],
    [t('numbers.median'), days(total.medianDays)],
    [t('numbers.p90'), days(total.p90Days)],
    [t('numbers.within'), share(total.withinTerm, total.withinTerm + total.late)],
    [t('numbers.complete'), share(total.complete, total.inflow)],
  ] as const;
  return (
    <dl className="desk-totals">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Breakdown = ({ numbers }: { readonly numbers: Numbers }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { number } = useFormatters();
  const grounds = numbers.grounds.map(({ procedureKey, code, text, count }) => ({
    id: `${procedureKey} ${code}`,
    label: read(text),
    count,
    text: number(count),
  }));
  const communes = numbers.communes.map(({ nis, name, count }) => ({
    id: nis ?? 'none',
    label: read(name),
    count,
    text: number(count),
  }));
  const languages = numbers.languages.map(({ language, count }) => ({
    id: language,
    label: t(`language.${language}`),
    count,
    text: number(count),
  }));
  return (
    <div className="desk-breakdown">
      <section className="iris-stack" aria-labelledby="grounds">
        <h2 id="grounds" className="iris-section-title">
          {t('numbers.grounds')}
        </h2>
        {grounds.length === 0 ? (
          <p className="iris-muted">{t('numbers.grounds.none')}</p>
        ) : (
          <BarList label={t('numbers.grounds')} bars={grounds} />
        )}
      </section>
      <section className="iris-stack" aria-labelledby="communes">
        <h2 id="communes" className="iris-section-title">
          {t('numbers.communes')}
        </h2>
        <BarList label={t('numbers.communes')} bars={communes} />
      </section>
      <section className="iris-stack" aria-labelledby="languages">
        <h2 id="languages" className="iris-section-title">
          {t('numbers.languages')}
        </h2>
        <BarList label={t('numbers.languages')} bars={languages} />
      </section>
    </div>
  );
};

/** The last day of a month, as far as the period goes. */
const monthDays = (month: string, { from, to }: NumbersFilters): { readonly from: string; readonly to: string } => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const first = `${month}-01`;
  return { from: first < from ? from : first, to: last > to ? to : last };
};

const Found = ({ numbers, filters }: { readonly numbers: Numbers; readonly filters: NumbersFilters }) => {
  const t = useDeskText();
  const [behind, setBehind] = useState<Behind>();
  const lead: Lead = (month, measure, text) => {
    const title = `${t(`numbers.${measure}`)} · ${month}`;
    return (
      <Button
        tone="quiet"
        size="small"
        className="iris-button--flush"
        aria-label={t('numbers.behind.of', { measure: t(`numbers.${measure}`), month, count: text })}
        onClick={() => setBehind({ ...filters, ...monthDays(month, filters), measure, title })}
      >
        {text}
      </Button>
    );
  };
  if (numbers.total.inflow + numbers.total.stock + numbers.total.ended === 0)
    return <EmptyState title={t('numbers.empty')}>{t('numbers.empty.text')}</EmptyState>;
  return (
    <div className="iris-stack iris-stack--loose">
      <Totals total={numbers.total} />
      <div className="desk-charts">
        <MonthCharts months={numbers.months} lead={lead} />
      </div>
      <OpenCases numbers={numbers} />
      <Breakdown numbers={numbers} />
      {behind !== undefined && <CountedCases behind={behind} onClose={() => setBehind(undefined)} />}
    </div>
  );
};

const queryOf = (filters: NumbersFilters): string => new URLSearchParams(Object.entries(filters)).toString();

const OpenData = ({ today }: { readonly today: string }) => {
  const t = useDeskText();
  const { administration } = usePerson();
  if (administration === null) return null;
  return (
    <section className="iris-stack iris-stack--tight" aria-labelledby="open-data">
      <h2 id="open-data" className="iris-section-title">
        {t('numbers.open')}
      </h2>
      <p className="iris-prose">{t('numbers.open.text')}</p>
      <p>
        <a href={`/api/open-data/${administration.key}?quarter=${quarterBefore(today)}`}>
          {t('numbers.open.go', { quarter: quarterBefore(today) })}
        </a>
      </p>
    </section>
  );
};

/** What the cases of the administration add up to: how many, how fast, why not, and where. */
export const NumbersPage = () => {
  const t = useDeskText();
  const read = useLocalized();
  const today = useToday();
  const [address, setAddress] = useSearchParams();
  const period = periods.find((one) => one === address.get('period')) ?? 'year';
  const procedureKey = address.get('procedure') ?? undefined;
  const filters: NumbersFilters = { ...daysOf(period, today), ...(procedureKey && { procedureKey }) };
  const numbers = useNumbers(filters);
  const change = (name: string, value: string | undefined): void =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <Page title={t('nav.numbers')} lead={t('numbers.lead')}>
      <div className="iris-stack iris-stack--loose">
        <div className="desk-filters desk-filters--bar desk-numbers__bar">
          <FilterSelect
            id="numbers-period"
            label={t('numbers.period')}
            options={periods.map((value) => ({ value, label: t(`numbers.period.${value}`) }))}
            value={period}
            onChange={(value) => change('period', value)}
          />
          <FilterSelect
            id="numbers-procedure"
            label={t('numbers.procedure')}
            all={t('numbers.procedure.all')}
            options={(numbers.data?.procedures ?? []).map(({ key, title }) => ({ value: key, label: read(title) }))}
            value={procedureKey}
            onChange={(value) => change('procedure', value)}
          />
          <a
            className="iris-button iris-button--secondary iris-button--small"
            href={`/api/numbers/csv?${queryOf(filters)}`}
            download
          >
            <Icon name="download" />
            {t('numbers.csv')}
          </a>
          <Button tone="quiet" size="small" onClick={() => window.print()}>
            {t('numbers.print')}
          </Button>
        </div>
        <Answered query={numbers}>{(found) => <Found numbers={found} filters={filters} />}</Answered>
        <OpenData today={today} />
      </div>
    </Page>
  );
};
