import { installPlatform } from '@irisflow/frame/testing';
import { createQueryClient, type SharedHearing } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { loadEveryText } from '../testing/every-text.ts';
import { CaseHearings } from './CaseHearings.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const first: SharedHearing = {
  id: 'h1',
  label: { fr: 'Entretien', nl: 'Gesprek', en: 'Talk' },
  at: '2026-12-08T08:30:00Z',
  day: '2026-12-08',
  time: '09:30',
  minutesLong: 60,
  place: 'Salle 3',
  link: null,
  language: 'fr',
  state: 'scheduled',
  moves: 0,
  reason: null,
  summoned: [],
  minutes: null,
  minutesDocuments: [],
  endedAt: null,
  wish: null,
  mayWish: true,
};

test('of several hearings, each says which one another time is asked for', async () => {
  // given two hearings of one case
  const hearings = [first, { ...first, id: 'h2', day: '2026-12-15', time: '14:00' }];
  const seen = installPlatform(() => ({ body: hearings }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadEveryText('fr')}>
        <ToastProvider>
          <CaseHearings caseId="c1" />
        </ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  const user = userEvent.setup();

  // when another time is asked for the second, at first without saying why
  await user.click(await screen.findByRole('button', { name: /autre date, mardi 15 décembre 2026/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/15 décembre 2026/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Envoyer la demande' }));
  expect(document.activeElement).toBe(dialog.getByRole('textbox'));
  await user.keyboard('Je travaille.');
  await user.click(dialog.getByRole('button', { name: 'Envoyer la demande' }));

  // then it is that one
  expect(seen.find(({ method }) => method === 'POST')?.path).toBe('/api/my/cases/c1/hearings/h2/wish');
  expect(screen.getByRole('link', { name: /agenda, mardi 8 décembre 2026/ })).toBeTruthy();
});
