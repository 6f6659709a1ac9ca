import { installPlatform, type SeenRequest } from '@irisflow/frame/testing';
import { createQueryClient, type MovePlanView, type ProcedureVersion, type VersionMoveView } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { messages } from '../texts/messages.ts';
import { MovePage } from './MovePage.tsx';
import { MoveReportPage } from './MoveReportPage.tsx';

const same = (text: string) => ({ fr: text, nl: text, en: text });

const version = (number: number, running: number): ProcedureVersion => ({
  version: number,
  publishedAt: '2026-11-25T08:00:00.000Z',
  publishedBy: 'Ann',
  note: `Note ${number}`,
  processDefinitionKey: '1',
  running,
  approval: null,
  exception: null,
});

const step = (id: string, change: object) => ({
  id,
  name: same(id),
  kind: 'userTask',
  active: 0,
  to: id,
  given: false,
  misfit: null,
  ...change,
});

const planWith = (to: string | null): MovePlanView => ({
  running: 2,
  processes: [
    {
      id: 'rent-aid',
      name: 'Rent aid',
      file: 'rent-aid.bpmn',
      targetFile: 'rent-aid.bpmn',
      definitionKeys: ['7'],
      steps: [
        step('Instruct', { active: 1 }),
        step('Validate', { active: 1, to, given: to !== null, misfit: to === null ? 'gone' : null }),
      ],
      targets: [
        { id: 'Instruct', name: same('Instruct'), kind: 'userTask' },
        { id: 'Approve', name: same('Approve'), kind: 'userTask' },
        { id: 'Pay', name: same('Pay'), kind: 'serviceTask' },
      ],
    },
  ],
});

const move: VersionMoveView = {
  id: 'm1',
  from: [1],
  to: 2,
  reason: 'New law',
  startedAt: '2026-11-26T08:00:00.000Z',
  startedBy: { id: 'p', name: 'Ann' },
  state: 'finished',
  counts: { total: 2, waiting: 0, moved: 1, stayed: 1, failed: 0, canceled: 0 },
  places: [],
  cases: [
    {
      caseId: 'a',
      reference: 'BH-1',
      version: 1,
      state: 'stayed',
      reason: 'incident',
      why: same('A step has failed'),
      settledAt: '2026-11-26T08:00:00.000Z',
    },
    { caseId: 'b', reference: 'BH-2', version: 1, state: 'moved', reason: null, why: null, settledAt: null },
  ],
};

const judged = [
  { caseId: 'a', reference: 'BH-1', version: 1, at: [same('Instruct')], reason: 'incident', why: same('Step failed') },
  { caseId: 'b', reference: 'BH-2', version: 1, at: [same('Validate')], reason: null, why: null },
];

const placesIn = ({ body }: SeenRequest): { to: string }[] => (body as { places: { to: string }[] }).places;

const answerTo = (request: SeenRequest): unknown => {
  const { path } = request;
  if (path.endsWith('/versions')) return [version(2, 0), version(1, 2)];
  if (path.endsWith('/version-move-plan')) return planWith(placesIn(request)[0]?.to ?? null);
  if (path.endsWith('/version-move-judgement')) return { cases: judged, total: 2, next: null };
  if (path.endsWith('/version-moves')) return request.method === 'GET' ? [move] : move;
  return move;
};

const setUp = (page: 'wizard' | 'report') => {
  const seen = installPlatform((request) => ({ body: answerTo(request) }));
  const location = memoryLocation({ path: '/', record: true });
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <QueryClientProvider client={createQueryClient()}>
        <ToastProvider>
          <Router hook={location.hook}>
            {page === 'wizard' ? (
              <MovePage procedureKey="rent-aid" />
            ) : (
              <MoveReportPage procedureKey="rent-aid" moveId="m1" />
            )}
          </Router>
        </ToastProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  return { seen, location };
};

afterEach(cleanup);

describe('moving running cases', () => {
  test('goes from versions to plan, dry run and reason; what has no place comes first', async () => {
    const { seen, location } = setUp('wizard');
    expect(await screen.findByRole('checkbox', { name: /Version 1: 2 running cases/ })).toHaveProperty('checked', true);
    await userEvent.click(screen.getByRole('button', { name: 'Plan where steps go' }));

    const table = await screen.findByRole('table', { name: 'Where each step goes' });
    const [, first] = within(table).getAllByRole('row');
    expect(first?.textContent).toContain('Validate');
    expect(first?.textContent).toContain('Without a place');
    const place = screen.getByRole('combobox', { name: /Place of “Validate”/ });
    expect(
      within(place)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['No place: cases stay', 'Instruct', 'Approve']);
    await userEvent.selectOptions(place, 'Approve');
    await userEvent.click(screen.getByRole('button', { name: 'Try it on every case' }));

    expect((await screen.findByRole('status')).textContent).toBe('1 case will move. 1 case stays.');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Failed step (1)');
    expect(screen.queryByText('BH-2')).toBeNull();
    expect(screen.getByText('Step failed')).toBeDefined();

    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await userEvent.click(screen.getByRole('button', { name: 'Move the cases' }));
    expect(screen.getByText(/Say why the cases move/)).toBeDefined();
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'New law');
    await userEvent.click(screen.getByRole('button', { name: 'Move the cases' }));
    await screen.findByRole('table', { name: 'Earlier moves' });
    expect(seen.find(({ method, path }) => method === 'POST' && path.endsWith('/version-moves'))?.body).toEqual({
      from: [1],
      to: 2,
      places: [{ process: 'rent-aid', from: 'Validate', to: 'Approve' }],
      reason: 'New law',
    });
    expect(location.history.at(-1)).toBe('/procedures/rent-aid/version-moves/m1');
  });

  test('tells what became of each case, and tries again what stayed', async () => {
    const { seen } = setUp('report');
    expect(await screen.findByText(/Moved: 1. Stayed: 1. Failed or stopped: 0/)).toBeDefined();
    expect(screen.getByText('A step has failed')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Report as CSV' }).getAttribute('href')).toContain('/report?language=en');
    await userEvent.click(screen.getByRole('button', { name: 'Try again what did not move' }));
    expect(seen.some(({ path }) => path.endsWith('/version-moves/m1/resumption'))).toBe(true);
  });
});
