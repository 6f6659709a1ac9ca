import { installPlatform, refusal } from '@irisflow/frame/testing';
import { createQueryClient, type MyReach } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { loadEveryText } from '../testing/every-text.ts';
import { AskReach } from './AskReach.tsx';
import { ReachSection } from './ReachSection.tsx';

const unsaid: MyReach = {
  channels: [],
  byPost: true,
  email: { value: 'lea@example.org', isVerified: false },
  hasChosen: false,
  needsConsent: true,
  mayChange: true,
  history: [],
};

const open = async (page: ReactNode, first: MyReach) => {
  let reach = first;
  const seen = installPlatform(({ method, path, body }) => {
    if (path === '/api/my/reach' && method === 'PUT') {
      const channels = (body as { channels: MyReach['channels'] }).channels;
      const history = channels.map((channel) => ({ channel, chosenAt: '2026-11-25T09:00:00Z', withdrawnAt: null }));
      reach = { ...reach, channels, history, hasChosen: true, byPost: !channels.includes('portal') };
    }
    if (path === '/api/my/reach/email/code') return { status: 204, body: null };
    if (path === '/api/my/reach/email/verification' && (body as { code: string }).code === '000000')
      return refusal(400, 'CODE_WRONG');
    if (path === '/api/my/reach/email/verification')
      reach = { ...reach, email: { value: 'lea@example.org', isVerified: true } };
    return { body: reach };
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale="fr" messages={await loadEveryText('fr')}>
        <ToastProvider>{page}</ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { seen, user: userEvent.setup() };
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('what is not chosen comes by post; a choice is saved and shown with its day', async () => {
  const { user, seen } = await open(<ReachSection />, unsaid);
  expect(await screen.findByText('Vos courriers arriveront par la poste')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: /sur le portail/ }));
  expect(screen.queryByText('Vos courriers arriveront par la poste')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Enregistrer mes choix' }));
  expect(await screen.findByText('Ce qui a été choisi, et quand')).toBeTruthy();
  expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({ channels: ['portal'] });
});

test('an address is confirmed by the code that was sent there', async () => {
  const { user, seen } = await open(<ReachSection />, unsaid);
  await user.click(await screen.findByRole('button', { name: 'M’envoyer un code' }));
  await user.type(await screen.findByLabelText(/Code reçu/), '12 34');
  await user.click(screen.getByRole('button', { name: 'Confirmer' }));
  expect(screen.getByText('Écrivez les six chiffres du code.')).toBeTruthy();
  await user.clear(screen.getByLabelText(/Code reçu/));
  await user.type(screen.getByLabelText(/Code reçu/), '000000');
  await user.click(screen.getByRole('button', { name: 'Confirmer' }));
  expect(await screen.findByText(/pas le code que nous avons envoyé/)).toBeTruthy();
  await user.clear(screen.getByLabelText(/Code reçu/));
  await user.type(screen.getByLabelText(/Code reçu/), '12 34 56');
  await user.click(screen.getByRole('button', { name: 'Confirmer' }));
  expect(await screen.findByText('lea@example.org est confirmée.')).toBeTruthy();
  expect(seen.at(-1)).toMatchObject({ path: '/api/my/reach/email/verification', body: { code: '123456' } });
});

test('a company chooses paper alone; under a mandate for a few procedures nobody chooses', async () => {
  const company: MyReach = { ...unsaid, needsConsent: false, byPost: false, channels: ['portal', 'mail', 'ebox'] };
  await open(<ReachSection />, company);
  expect(await screen.findAllByRole('checkbox')).toHaveLength(1);
  cleanup();
  await open(<ReachSection />, { ...unsaid, mayChange: false });
  expect(await screen.findByText('Les courriers arrivent par la poste.')).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('whoever files and never said it is asked once', async () => {
  const { user, seen } = await open(<AskReach />, unsaid);
  await user.click(await screen.findByRole('button', { name: 'Ici, avec un e-mail qui me prévient' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: /recevoir nos courriers/ })).toBeNull());
  expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({ channels: ['portal', 'mail'] });
});
