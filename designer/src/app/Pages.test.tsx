import { cleanup, render, waitFor } from '@testing-library/react';
import { installPlatform } from '@irisflow/frame/testing';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from './App.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const session = {
  person: { id: 'p1', name: 'Lien Maes', roles: ['analyst'], administration: 'housing', groups: [], language: 'fr' },
  csrfToken: 'token',
  signIn: { demo: true, oidc: false },
};

test('who has signed in on the page for it goes on to the procedures', async () => {
  window.history.replaceState(null, '', '/designer/sign-in?refused=staff');
  installPlatform(({ path }) => ({ body: path === '/api/session' ? session : [] }));
  render(<App />);
  await waitFor(() => expect(window.location.pathname).toBe('/designer/'));
});
