import { installPlatform, type SeenRequest } from '../testing/index.ts';
import { createQueryClient, useSignOut, type PersonView } from '@irisflow/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { ApplicationFrame } from '../languages/ApplicationFrame.tsx';
import { AccountPage } from './AccountPage.tsx';
import { PersonProvider } from './person.ts';

const person: PersonView = {
  id: 'a1',
  name: 'Zoé',
  roles: ['agent'],
  groups: [],
  language: 'fr',
  administration: { key: 'water', name: { fr: 'Eau', nl: 'Water', en: 'Water' } },
};

const session = (id: string, browser: string | null, isThisOne = false) => ({
  id,
  device: { browser, system: browser === null ? null : 'Windows' },
  since: '2026-11-25T08:00:00Z',
  lastSeenAt: '2026-11-25T09:00:00Z',
  isThisOne,
});

const open = (content: ReactNode): readonly SeenRequest[] => {
  let sessions = [session('s1', 'Firefox', true), session('s2', 'Chrome'), session('s3', null)];
  const seen = installPlatform(({ method, path }) => {
    if (method === 'DELETE' && path === '/api/session') return { body: { location: null } };
    if (method === 'DELETE') {
      sessions = sessions.filter(
        ({ id, isThisOne }) => isThisOne || (path !== '/api/my/sessions' && !path.endsWith(id)),
      );
      return { status: 204 };
    }
    return path === '/api/my/sessions' ? { body: sessions } : { body: { person, csrfToken: 't', signIn: {} } };
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ApplicationFrame locale="fr" loadTexts={async () => ({}) as never} problems={{}}>
        <Router base="/small">
          <PersonProvider value={person}>{content}</PersonProvider>
        </Router>
      </ApplicationFrame>
    </QueryClientProvider>,
  );
  return seen;
};

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

test('my account shows each session in words and ends one after asking', async () => {
  const seen = open(<AccountPage />);
  const user = userEvent.setup();
  expect(within((await screen.findByText('Firefox, Windows')).closest('li')!).getByText('Celle-ci')).toBeDefined();
  expect(screen.getByText('Appareil inconnu')).toBeDefined();

  await user.click(screen.getByRole('button', { name: 'Fermer (Chrome, Windows)' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Fermer' }));

  await waitFor(() => expect(screen.queryByText('Chrome, Windows')).toBeNull());
  expect(seen.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual(['/api/my/sessions/s2']);
  await user.click(screen.getByRole('button', { name: 'Fermer toutes les autres' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Fermer' }));
  await waitFor(() => expect(screen.queryByText('Appareil inconnu')).toBeNull());
  expect(screen.getByText('Firefox, Windows')).toBeDefined();
});

const SignOut = () => {
  const { mutate } = useSignOut('/small/');
  return <button onClick={() => mutate()}>Out</button>;
};

test('signing out of any application clears the tab', async () => {
  sessionStorage.setItem('irisflow:unsaved', '{}');
  const seen = open(<SignOut />);

  await userEvent.setup().click(await screen.findByRole('button', { name: 'Out' }));

  await waitFor(() => expect(sessionStorage).toHaveLength(0));
  expect(seen.find(({ method }) => method === 'DELETE')?.query).toEqual({ returnTo: '/small/' });
});
