import { createQueryClient, type RehearsalView } from '@irisflow/client';
import { installPlatform, type SeenRequest } from '@irisflow/frame/testing';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { messages } from '../texts/messages.ts';
import { WhatIfPage } from './WhatIfPage.tsx';

const same = (text: string) => ({ fr: text, nl: text, en: text });
const granted = { status: 'granted', decision: 'granted', ends: [] };
const refused = { status: 'refused', decision: 'refused', ends: [] };

const view = (change: Partial<RehearsalView> = {}): RehearsalView => ({
  id: 'r1',
  from: '2026-01-01',
  to: '2026-12-31',
  parametersOn: null,
  startedAt: '2026-12-02T08:00:00.000Z',
  startedBy: 'Ann',
  state: 'done',
  endedAt: '2026-12-02T08:01:00.000Z',
  progress: 100,
  hasMore: false,
  isExact: true,
  isRestricted: false,
  cases: 12,
  compared: 11,
  groups: [
    {
      before: granted,
      after: { kind: 'ended', ending: granted, amount: 'same', elementId: null },
      isSame: true,
      count: 7,
      partings: [],
      cases: [],
    },
    {
      before: granted,
      after: { kind: 'ended', ending: refused, amount: null, elementId: null },
      isSame: false,
      count: 3,
      partings: [{ kind: 'chose', elementId: 'Rich', before: ['Pay'], after: ['Refuse'], count: 3 }],
      cases: [{ id: 'case-1', reference: 'BH-1' }],
    },
    {
      before: granted,
      after: { kind: 'needsTask', ending: null, amount: null, elementId: 'Check' },
      isSame: false,
      count: 1,
      partings: [],
      cases: [],
    },
  ],
  others: 0,
  unreplayable: [{ reason: 'reopened', count: 1 }],
  names: { Rich: same('Income above the ceiling?'), Check: same('Check the lease') },
  places: { Rich: 'rent.bpmn' },
  ...change,
});

const open = (shown: RehearsalView | null) => {
  const seen: readonly SeenRequest[] = installPlatform(() => ({ body: { rehearsal: shown } }));
  const onStep = vi.fn<(file: string, elementId: string) => void>();
  const { hook } = memoryLocation({ path: '/procedures/rent/what-if' });
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <ToastProvider>
        <QueryClientProvider client={createQueryClient()}>
          <Router hook={hook}>
            <WhatIfPage procedureKey="rent" onStep={onStep} />
          </Router>
        </QueryClientProvider>
      </ToastProvider>
    </I18nProvider>,
  );
  return { seen, onStep };
};

describe('the page that asks what if', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('tells who would end otherwise, where the ways part, and leads to the drawing', async () => {
    const { onStep } = open(view());
    const table = await screen.findByRole('table', { name: 'From how they ended to how they would end' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows[0]?.textContent).toContain('Unchanged');
    expect(rows[1]?.textContent).toMatch(/Another end.*Refused.*3.*instead of/);
    expect(rows[2]?.textContent).toContain('Would need a new answer at “Check the lease”');
    expect(within(table).getByText('BH-1')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show “Income above the ceiling?” on the drawing' }));
    expect(onStep).toHaveBeenCalledWith('rent.bpmn', 'Rich');
    expect(
      within(screen.getByRole('table', { name: 'Cases that cannot be replayed' })).getByText(/reopened/),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Result as CSV' }).getAttribute('href')).toContain('language=en');
  });

  test('begins with the period that is chosen, and says so where nothing was replayed', async () => {
    const { seen } = open(null);
    expect(await screen.findByText('Nothing was replayed yet')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Parameters of' }), '01/01/2027');
    await userEvent.click(screen.getByRole('button', { name: 'Replay the cases' }));
    const begun = seen.find(({ method }) => method === 'POST');
    expect(begun?.path).toBe('/api/designer/procedures/rent/rehearsal');
    expect(begun?.body).toMatchObject({ parametersOn: '2027-01-01' });
  });

  test('shows how far it is, can be stopped, and names nobody to whoever only draws', async () => {
    const running = view({ state: 'running', progress: 40, isExact: false, others: null, endedAt: null });
    const { seen } = open(running);
    expect(await screen.findByText('Running…')).toBeTruthy();
    expect(screen.getByText(/rounded down to a multiple of five/)).toBeTruthy();
    expect(screen.queryByText('BH-1')).toBeNull();
    expect(screen.getByText('Other ends, too rare to be shown: too few')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(seen.some(({ method, path }) => method === 'POST' && path.endsWith('/rehearsal/stop'))).toBe(true);
  });

  test('says so where no case was closed', async () => {
    open(view({ cases: 0, compared: 0, groups: [], unreplayable: [] }));
    expect(await screen.findByText('No closed or decided case in this period')).toBeTruthy();
  });
});
