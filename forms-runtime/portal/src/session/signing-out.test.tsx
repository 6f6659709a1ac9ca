import { installPlatform, refusal, type Reply } from '@irisflow/frame/testing';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../app/App.tsx';
import { citizenSession } from '../testing/sample-views.ts';

const visitor = { ...citizenSession, person: null, csrfToken: null };

/** A platform on which somebody is signed in until they sign out, if it lets them. */
const openMyCases = async (address: string, signOut: () => Reply = () => ({ body: { location: null } })) => {
  let session: typeof citizenSession = citizenSession;
  const seen = installPlatform(({ method, path }) => {
    if (path !== '/api/session') return { body: [] };
    if (method === 'GET') return { body: session };
    const reply = signOut();
    if (reply !== 'connection lost') session = visitor;
    return reply;
  });
  window.history.replaceState(null, '', address);
  render(<App />);
  await screen.findByRole('heading', { level: 1, name: 'Mes demandes' });
  const user = userEvent.setup();
  const leave = async () => {
    await user.click(screen.getByRole('button', { name: /Amina/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Se déconnecter' }));
  };
  return { seen, leave };
};

beforeEach(() => vi.stubGlobal('scrollTo', vi.fn()));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

test('signing out leads to the first page, as a visitor, and leaves nothing behind', async () => {
  const { seen, leave } = await openMyCases('/fr/my/cases');
  sessionStorage.setItem('irisflow:unsaved:d1', '{}');

  await leave();

  await screen.findByRole('link', { name: /Se connecter/ });
  expect(window.location.pathname).toBe('/fr/');
  expect(screen.queryByText('Amina El Idrissi')).toBeNull();
  expect(sessionStorage).toHaveLength(0);
  const after = seen.slice(seen.findIndex(({ method }) => method === 'DELETE') + 1);
  expect(after.filter(({ path }) => path.startsWith('/api/my/'))).toEqual([]);
});

test('who could not be signed out is told so and stays', async () => {
  const { leave } = await openMyCases('/fr/my/cases', () => 'connection lost');

  await leave();

  expect(await screen.findByText(/La déconnexion n’a pas abouti/)).toBeDefined();
  expect(screen.getByRole('button', { name: /Amina/ })).toBeDefined();
});

test('who signs out of a session that is over is signed out', async () => {
  const { leave } = await openMyCases('/fr/my/cases', () => refusal(401, 'SIGN_IN_NEEDED'));

  await leave();

  await screen.findByRole('link', { name: /Se connecter/ });
  expect(window.location.pathname).toBe('/fr/');
});

test('an address with a slash at its end leads to the same page', async () => {
  await openMyCases('/fr/my/cases/?from=mail');

  await waitFor(() => expect(window.location.pathname + window.location.search).toBe('/fr/my/cases?from=mail'));
});
