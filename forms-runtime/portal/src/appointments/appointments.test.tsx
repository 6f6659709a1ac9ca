import { installPlatform, refusal, type Reply, type SeenRequest } from '@irisflow/frame/testing';
import { createQueryClient, type CounterView, type FreeHours } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { loadPortalTexts } from '../texts/portal-texts.ts';
import { BookPage } from './BookPage.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const counter: CounterView = {
  id: 'c'.repeat(22),
  administration: 'housing',
  revision: 1,
  name: text('Guichet central'),
  address: text('Rue du Progrès 80'),
  procedures: ['rent-aid'],
  takesOther: true,
  hours: [],
  slotMinutes: 30,
  desks: 1,
  daysAhead: 60,
  hoursBefore: 2,
  languages: ['fr', 'nl'],
  isOpen: true,
};
const nine = { from: '2026-11-26T08:00:00.000Z', until: '2026-11-26T08:30:00.000Z' };
const half = { from: '2026-11-26T08:30:00.000Z', until: '2026-11-26T09:00:00.000Z' };
const week = (slots: (typeof nine)[]): FreeHours => ({
  days: [{ day: '2026-11-26', isClosed: false, slots }],
  firstFree: slots.length === 0 ? '2026-12-08' : '2026-11-26',
  lastDay: '2027-01-25',
});

const open = async (hours: () => FreeHours, book: (request: SeenRequest) => Reply = () => ({ body: {} })) => {
  const seen = installPlatform((request) => {
    if (request.method === 'POST') return book(request);
    if (request.path === '/api/free-hours') return { body: hours() };
    return request.path.endsWith('/counters') ? { body: [counter] } : refusal(404, 'NOT_FOUND');
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadPortalTexts('fr')}>
        <ToastProvider>
          <BookPage procedureKey="rent-aid" />
        </ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { seen, user: userEvent.setup() };
};

test('whoever was too late is told, where the hours are, and sees the ones that are left', async () => {
  // given somebody else who takes nine o'clock meanwhile
  let free = [nine, half];
  const { seen, user } = await open(
    () => week(free),
    () => {
      free = [half];
      return refusal(409, 'APPOINTMENT_TAKEN');
    },
  );
  await user.click(await screen.findByRole('radio', { name: '09:00' }));
  await user.click(screen.getByRole('radio', { name: 'Nederlands' }));
  await user.click(screen.getByRole('button', { name: 'Prendre ce rendez-vous' }));

  // then they read it and nine o'clock is gone
  await screen.findByText(/vient d’être prise/);
  await waitFor(() => expect(screen.queryByRole('radio', { name: '09:00' })).toBeNull());
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '09:30' }).checked).toBe(false);
  expect(document.activeElement?.id).toBe('hour');
  expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
    counterId: counter.id,
    procedureKey: 'rent-aid',
    caseId: null,
    language: 'nl',
    phone: null,
    from: nine.from,
  });
});

test('a full week says so and leads to the first day that has an hour', async () => {
  const { seen, user } = await open(() => week([]));
  await user.click(await screen.findByRole('button', { name: /mardi 8 décembre 2026/ }));
  await waitFor(() =>
    expect(seen.filter(({ path }) => path === '/api/free-hours').map(({ query }) => query['from'])).toEqual([
      undefined,
      '2026-12-08',
    ]),
  );
});

test('without an hour nothing is sent, and a number that is none is said', async () => {
  const { seen, user } = await open(() => week([nine]));
  await screen.findByRole('radio', { name: '09:00' });
  await user.click(screen.getByRole('button', { name: 'Prendre ce rendez-vous' }));
  expect(screen.getByRole('alert').textContent).toBe('Choisissez une heure.');
  await user.click(screen.getByRole('radio', { name: '09:00' }));
  await user.type(screen.getByRole('textbox'), 'abc');
  await user.click(screen.getByRole('button', { name: 'Prendre ce rendez-vous' }));
  expect(screen.getByText(/comme 02 204 00 00/)).toBeTruthy();
  expect(seen.some(({ method }) => method === 'POST')).toBe(false);
});
