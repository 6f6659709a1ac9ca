import type { ReactNode } from 'react';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { I18nProvider } from '../i18n/I18nProvider.tsx';
import { BarChart } from './BarChart.tsx';
import { BarList } from './BarList.tsx';
import type { ChartProps } from './ChartFigure.tsx';
import { LineChart } from './LineChart.tsx';

afterEach(cleanup);

const props: ChartProps = {
  title: 'Lead time',
  description: 'In days.',
  pointName: 'Month',
  series: [
    { id: 'median', label: 'Median' },
    { id: 'p90', label: '90th percentile' },
  ],
  points: [
    { id: '1', label: 'January', values: [10, 20] },
    { id: '2', label: 'February', values: [null, null] },
    { id: '3', label: 'March', values: [12, 30] },
  ],
  format: String,
};

const show = (chart: ReactNode) => render(<I18nProvider locale="en">{chart}</I18nProvider>);

const violations = async (): Promise<readonly string[]> => {
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

describe('a chart', () => {
  test.each([
    ['bars', BarChart],
    ['lines', LineChart],
  ])('of %s has a name, a sentence, a reader and a table', async (_what, Chart) => {
    show(<Chart {...props} />);
    const figure = screen.getByRole('figure', { name: 'Lead time' });
    expect(within(figure).getByText('In days.')).toBeDefined();
    const rows = within(figure).getAllByRole('row', { hidden: true });
    expect(rows.map((row) => row.textContent)).toEqual([
      'MonthMedian90th percentile',
      'January1020',
      'February––',
      'March1230',
    ]);
    expect(await violations()).toEqual([]);
  });

  test('is read point after point', () => {
    show(<BarChart {...props} />);
    const reader = screen.getByRole('slider', { name: 'Read the figures of: Lead time' });
    expect(reader.getAttribute('aria-valuetext')).toBe('March · Median: 12 · 90th percentile: 30');
    fireEvent.change(reader, { target: { value: '1' } });
    expect(reader.getAttribute('aria-valuetext')).toBe('February · Median: – · 90th percentile: –');
  });

  test('draws no line through a point that is missing', () => {
    const { container } = show(<LineChart {...props} />);
    const lines = [...container.querySelectorAll('.iris-chart__frame path.iris-chart__line')];
    expect(lines).toHaveLength(4);
    expect(lines.every((line) => !(line.getAttribute('d') ?? '').includes('L'))).toBe(true);
  });

  test('of nothing is drawn all the same', async () => {
    show(<LineChart {...props} points={[]} />);
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe('');
  });
});

describe('a list of bars', () => {
  test('says all of it in words', () => {
    show(<BarList label="By age" bars={[{ id: 'a', label: 'Old', count: 3, text: '3 cases' }]} />);
    expect(screen.getByRole('list', { name: 'By age' }).textContent).toBe('Old3 cases');
  });
});
