import { installPlatform, refusal } from '@irisflow/frame/testing';
import { createQueryClient } from '@irisflow/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { Suspense, use } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LocaleShell } from '../app/LocaleShell.tsx';
import { citizenSession } from '../testing/sample-views.ts';
import { OpenLinkPage } from './MailLinkPages.tsx';

const token = 'r6BWym1t7mkns8OcmietTXIUpKe3bcJx5_D7TcPV3KU';

const visitor = { ...citizenSession, person: null, csrfToken: null };

const Late = ({ code }: { readonly code: Promise<string> }) => use(code);

beforeEach(() => vi.stubGlobal('scrollTo', vi.fn()));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a link from a mail is opened once, also when something beside the page comes later, and leaves the address', async () => {
  const seen = installPlatform(({ path }) =>
    path === '/api/mail-links/opening' ? refusal(404, 'NOT_FOUND') : { body: visitor },
  );
  window.history.replaceState(null, '', `/fr/link#${token}`);
  let come: (text: string) => void = () => undefined;
  const code = new Promise<string>((resolve) => {
    come = resolve;
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <LocaleShell>
        <Suspense fallback="…">
          <OpenLinkPage />
          <Late code={code} />
        </Suspense>
      </LocaleShell>
    </QueryClientProvider>,
  );
  await screen.findByText('…');
  await act(async () => come('all is here'));
  const openings = () => seen.filter(({ path }) => path === '/api/mail-links/opening').map(({ body }) => body);
  await waitFor(() => expect(openings()).toEqual([{ token }]));
  // What is over says where one asks for another.
  await screen.findByRole('link', { name: 'Se connecter' });
  expect(window.location.hash).toBe('');
});
