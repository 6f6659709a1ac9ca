import { installPlatform } from '@irisflow/frame/testing';
import { createQueryClient, type ConnectorPage } from '@irisflow/client';
import { I18nProvider, type Locale } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { messages } from '../texts/messages.ts';
import { ConnectorHelp } from './ConnectorHelp.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const page = (locale: string): ConnectorPage => ({
  type: 'housing.parking-permit',
  version: 2,
  title: `Parking (${locale})`,
  isShipped: false,
  output: null,
  errors: [],
  documentation: `# Parking (${locale})\n\nAsks for **permits**.\n`,
});

const show = (type: string | null, locale: Locale) => {
  const seen = installPlatform(({ query }) => ({ body: [page(query['locale'] ?? '?'), page('twice')] }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale={locale} messages={messages[locale]}>
        <ConnectorHelp type={type} />
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { seen, user: userEvent.setup() };
};

test.each(['fr', 'nl', 'en'] as const)('a connector has a page in %s', async (locale) => {
  const { user } = show('housing.parking-permit', locale);
  expect(await screen.findByRole('heading', { name: `Parking (${locale})` })).toBeTruthy();

  await user.click(screen.getByRole('button', { name: messages[locale]['connector.documentation'] }));

  expect((await screen.findByText('permits')).tagName).toBe('STRONG');
  expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
});

test.each([null, 'housing.unheard-of'])('the job type %s has none', async (type) => {
  const { seen } = show(type, 'en');
  await waitFor(() => expect(seen).toHaveLength(1));
  expect(screen.queryByRole('button')).toBeNull();
});
