import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

export interface NumbersFilters {
  readonly from: string;
  readonly to: string;
  readonly procedureKey?: string;
}

export const periods = ['quarter', 'year', 'two'] as const;
export type Period = (typeof periods)[number];
const lengths: { readonly [P in Period]: number } = { quarter: 3, year: 12, two: 24 };

/** The months up to today, the running one included. */
export const daysOf = (period: Period, today: string): { readonly from: string; readonly to: string } => {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - lengths[period] + 1);
  return { from: first.toISOString().slice(0, 10), to: today };
};

/** The last quarter that is over, as open data names it. */
export const quarterBefore = (today: string): string => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const quarter = Math.ceil(month / 3) - 1;
  return quarter === 0 ? `${year - 1}-Q4` : `${year}-Q${quarter}`;
};

export const useNumbers = (filters: NumbersFilters) =>
  useQuery({
    queryKey: ['numbers', filters],
    queryFn: () => answer(platform.GET('/api/numbers', { params: { query: filters } })),
    staleTime: 60_000,
  });

export type Measure = 'inflow' | 'ended' | 'stock' | 'late';

/** The cases behind a number. */
export const useCountedCases = (wanted: NumbersFilters & { readonly measure: Measure }) =>
  useQuery({
    queryKey: ['numbers', 'cases', wanted],
    queryFn: () => answer(platform.GET('/api/numbers/cases', { params: { query: wanted } })),
    staleTime: 60_000,
  });
