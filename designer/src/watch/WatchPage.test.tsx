import { installPlatform, type SeenRequest } from '@irisflow/frame/testing';
import { createQueryClient, type WatchedStep, type WatchView } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { messages } from '../texts/messages.ts';
import { durationWords } from './duration-words.ts';
import { heatOf, hiddenOf } from './heat.ts';
import { WatchPage } from './WatchPage.tsx';

const same = (text: string) => ({ fr: text, nl: text, en: text });

const step = (elementId: string, change: Partial<WatchedStep>): WatchedStep => ({
  elementId,
  name: same(elementId),
  kind: 'userTask',
  standing: 0,
  standingMedian: null,
  standingP90: null,
  passings: 10,
  median: 3600,
  p90: 7200,
  ...change,
});

const view = (change: Partial<WatchView> = {}): WatchView => ({
  from: '2026-09-01',
  to: '2026-11-30',
  version: null,
  drawn: 2,
  versions: [2, 1],
  countedAt: '2026-11-30T08:00:00.000Z',
  isExact: false,
  names: {},
  processes: [
    {
      id: 'rent',
      path: 'rent.bpmn',
      name: null,
      isMain: true,
      // Drawings need a browser that lays out; journeys look at them there.
      xml: '',
      steps: [
        step('Examine', {
          standing: 5,
          standingMedian: 864_000,
          standingP90: 1_728_000,
          median: 432_000,
          p90: 864_000,
        }),
        step('Decide', { passings: null, median: null, p90: null }),
        step('Visit', { kind: null, passings: 20 }),
        step('Part', { kind: 'subProcess', median: 9_000_000 }),
        step('Nobody', { passings: 0, median: null, p90: null }),
      ],
    },
  ],
  form: {
    begun: 40,
    filed: 30,
    pages: [
      { id: '', title: same('Form opened'), reached: 40, left: null },
      { id: 'you', title: same('You'), reached: 35, left: 5 },
    ],
  },
  ...change,
});

const incident = {
  incidentKey: '7',
  processInstanceKey: '3',
  version: 2,
  elementId: 'Ask',
  step: same('Ask the register'),
  text: same('The service does not answer.'),
  advice: same('Start it again.'),
  since: '2026-11-29T08:00:00.000Z',
};

const open = (shown: WatchView, incidents: readonly object[] = []): readonly SeenRequest[] => {
  const seen = installPlatform(({ path }) => ({
    body: path.endsWith('/watch') ? shown : { total: incidents.length, items: incidents },
  }));
  const { hook } = memoryLocation({ path: '/procedures/rent/watch' });
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <ToastProvider>
        <QueryClientProvider client={createQueryClient()}>
          <Router hook={hook}>
            <WatchPage procedureKey="rent" />
          </Router>
        </QueryClientProvider>
      </ToastProvider>
    </I18nProvider>,
  );
  return seen;
};

describe('the page that watches a procedure', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('tells the same as its drawing in a table, the longest first', async () => {
    open(view());
    const table = await screen.findByRole('table', { name: 'Steps' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent).join()).not.toContain('Nobody');
    expect(rows[1]?.textContent).toContain('Examine');
    expect(rows[1]?.textContent).toContain('10 days');
    expect(within(table).getByText('Visit (earlier versions)')).toBeTruthy();
    expect(within(table).getByText('too few')).toBeTruthy();
    expect(screen.getByText(/rounded down to a multiple of five/)).toBeTruthy();
  });

  test('tells where applicants stop, and what to do where a case stands still', async () => {
    open(view(), [incident]);
    const pages = await screen.findByRole('table', { name: 'Form on the portal' });
    expect(within(pages).getByText('35 (88%)')).toBeTruthy();
    expect(await screen.findByRole('heading', { name: 'Ask the register' })).toBeTruthy();
    expect(screen.getByText('Start it again.')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Ask the register/ }).getAttribute('href')).toBe(
      '/procedures/rent/instances/3',
    );
  });

  test('asks for the version and the days that are chosen, and gives the same as CSV', async () => {
    const seen = open(view());
    await screen.findByRole('table', { name: 'Steps' });
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Version' }), '1');
    await screen.findByRole('table', { name: 'Steps' });
    expect(seen.some(({ path, query }) => path.endsWith('/watch') && query['version'] === '1')).toBe(true);
    expect(screen.getByRole('link', { name: 'Steps as CSV' }).getAttribute('href')).toContain('version=1');
  });

  test('says so where nothing passed', async () => {
    open(view({ processes: [], form: { begun: 0, filed: 0, pages: [] } }));
    expect(await screen.findByText('Nothing to watch')).toBeTruthy();
    expect(screen.getByText(/No application was begun/)).toBeTruthy();
  });
});

describe('heat', () => {
  const steps = view().processes[0]?.steps ?? [];

  test('is seen from the most of all steps, and nothing is said of what is left out', () => {
    expect(heatOf(steps, 'median').map(({ elementId, level }) => [elementId, level])).toEqual([
      ['Examine', 5],
      ['Visit', 1],
    ]);
    expect(hiddenOf(steps, 'median')).toEqual(['Decide']);
    expect(hiddenOf(steps, 'standing')).toEqual([]);
  });

  test.each([
    [40, '40 seconds'],
    [5400, '2 hours'],
    [129_600, '36 hours'],
    [302_400, '3.5 days'],
    [1_000_000, '12 days'],
  ])('%i seconds are %s', (seconds, words) => {
    expect(durationWords(seconds, 'en')).toBe(words);
  });
});
