import type { Numbers } from '@irisflow/client';
import { Answered, Page, useLocalized, usePerson } from '@irisflow/frame';
import { Button, EmptyState, Icon } from '@irisflow/ui';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useToday } from '../administration/use-today.ts';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { CountedCases, type Behind } from './CountedCases.tsx';
import { Breakdown } from './Breakdown.tsx';
import { Feedback } from './Feedback.tsx';
import { MonthCharts, type Lead } from './MonthCharts.tsx';
import { OpenCases } from './OpenCases.tsx';
import { Totals } from './Totals.tsx';
import { daysOf, periods, quarterBefore, useNumbers, type NumbersFilters } from './use-numbers.ts';

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
        <Feedback filters={filters} />
        <OpenData today={today} />
      </div>
    </Page>
  );
};
