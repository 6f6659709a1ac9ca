import type { BudgetLineSummary, BudgetView } from '@irisflow/client';
import { Answered, useAmountText, useLocalized } from '@irisflow/frame';
import { AppLink, BarChart, type Column, DataTable, EmptyState, Icon, StatusTag, useLocale } from '@irisflow/ui';
import { useToday } from '../administration/use-today.ts';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { useAddressFilters } from '../app/use-address-filters.ts';
import { MoneyFrame } from '../money/MoneyFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useBudgetText } from './budget-texts.ts';
import { CarryOver } from './CarryOver.tsx';
import { OpenLine } from './OpenLine.tsx';
import { useBudget } from './use-budget.ts';

const shown = ['engagementCredit', 'engaged', 'available', 'liquidationCredit', 'liquidated', 'outstanding'] as const;

const useColumns = (): readonly Column<BudgetLineSummary>[] => {
  const t = useBudgetText();
  const read = useLocalized();
  const amountText = useAmountText();
  return [
    {
      id: 'line',
      header: t('line'),
      cell: ({ id, code, label, isAsked }) => (
        <>
          <AppLink href={`/money/budget/${id}`}>{code}</AppLink> {read(label)}{' '}
          {isAsked && <StatusTag tone="warning">{t('asked')}</StatusTag>}
        </>
      ),
    },
    ...shown.map((sum): Column<BudgetLineSummary> => ({
      id: sum,
      header: t(sum),
      kind: 'number',
      cell: (line) => amountText(line[sum]),
    })),
  ];
};

/** More bars than that say nothing beside each other. */
const MOST_BARS = 20;

const Chart = ({ lines }: Pick<BudgetView, 'lines'>) => {
  const t = useBudgetText();
  const read = useLocalized();
  const amountText = useAmountText();
  const locale = useLocale();
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const series = ['engagementCredit', 'engaged', 'liquidated'] as const;
  if (lines.length === 0 || lines.length > MOST_BARS) return null;
  return (
    <BarChart
      title={t('chart')}
      description={t('chart.text')}
      pointName={t('line')}
      series={series.map((id) => ({ id, label: t(id) }))}
      points={lines.map((line) => ({
        id: line.id,
        label: `${line.code} ${read(line.label)}`,
        short: line.code,
        values: series.map((id) => Number(line[id])),
      }))}
      format={(value) => amountText(value.toFixed(2))}
      shortFormat={(value) => short.format(value)}
    />
  );
};

const Found = ({ budget: { lines, total } }: { readonly budget: BudgetView }) => {
  const t = useBudgetText();
  const desk = useDeskText();
  const amountText = useAmountText();
  const columns = useColumns();
  if (lines.length === 0) return <EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>;
  return (
    <div className="iris-stack iris-stack--loose">
      <DataTable caption={desk('money.budget')} captionHidden columns={columns} rows={lines} rowKey={({ id }) => id} />
      <p>
        <strong>{t('total')}</strong>{' '}
        {(['engagementCredit', 'engaged', 'available', 'liquidated'] as const)
          .map((sum) => `${t(sum)} ${amountText(total[sum])}`)
          .join(' · ')}
      </p>
      <Chart lines={lines} />
    </div>
  );
};

const yearsOf = (budget: BudgetView | undefined, thisYear: number): readonly number[] =>
  [...new Set([thisYear + 1, thisYear, ...(budget?.years ?? [])])].toSorted((left, right) => right - left);

/** The budget lines of a year: what they hold, what is engaged and paid of it, and what is left. */
export const BudgetPage = () => {
  const t = useBudgetText();
  const desk = useDeskText();
  const language = useLocale();
  const thisYear = Number(useToday().slice(0, 4));
  const { text, change } = useAddressFilters();
  const asked = text('year');
  const year = asked !== undefined && /^2[01]\d{2}$/.test(asked) ? Number(asked) : thisYear;
  const query = useBudget(year);
  return (
    <MoneyFrame title={desk('money.budget')} lead={t('lead')} actions={<OpenLine year={year} />}>
      <div className="iris-stack">
        <div className="desk-filters desk-filters--bar">
          <FilterSelect
            id="budget-year"
            label={t('year')}
            options={yearsOf(query.data, thisYear).map((one) => ({ value: String(one), label: String(one) }))}
            value={String(year)}
            onChange={(value) => change({ year: value })}
          />
          <a
            className="iris-button iris-button--secondary iris-button--small"
            href={`/api/budget/export?year=${year}&language=${language}`}
            download
          >
            <Icon name="download" />
            {t('csv')}
          </a>
          {year < thisYear && <CarryOver year={year} />}
        </div>
        <Answered query={query}>{(budget) => <Found budget={budget} />}</Answered>
      </div>
    </MoneyFrame>
  );
};
