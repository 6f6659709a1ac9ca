import { installPlatform } from '@irisflow/frame/testing';
import { createQueryClient, type MyFeedback } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { loadEveryText } from '../testing/every-text.ts';
import { CaseFeedback } from './CaseFeedback.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = async (first: MyFeedback, after: MyFeedback = first) => {
  const seen = installPlatform(({ method }) => ({ body: method === 'PUT' ? after : first }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadEveryText('fr')}>
        <ToastProvider>
          <CaseFeedback caseId="c1" />
        </ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { seen, user: userEvent.setup() };
};

const given = { score: 4, comment: 'Clair.', changeableUntil: '2026-11-26T09:00:00Z' };

test('asks one question, wants a score, and thanks; it can be changed for a day', async () => {
  const { seen, user } = await open({ asked: 'closed', given: null }, { asked: 'closed', given });
  await user.click(await screen.findByRole('button', { name: 'Envoyer mon avis' }));
  expect(screen.getByText('Choisissez une note de 1 à 5.')).toBeDefined();

  await user.click(screen.getByRole('radio', { name: '4 – bon' }));
  await user.type(screen.getByRole('textbox'), 'Clair.');
  await user.click(screen.getByRole('button', { name: 'Envoyer mon avis' }));

  expect(await screen.findByText('Merci, votre avis est noté.')).toBeDefined();
  expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({ moment: 'closed', score: 4, comment: 'Clair.' });
  await user.click(screen.getByRole('button', { name: /Modifier, jusqu’au/ }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '4 – bon' }).checked).toBe(true);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Clair.');
});

test('is not there when nothing is asked', async () => {
  const { seen } = await open({ asked: null, given: { ...given, changeableUntil: null } });
  await waitFor(() => expect(seen).toHaveLength(1));
  expect(screen.queryByRole('heading')).toBeNull();
});
