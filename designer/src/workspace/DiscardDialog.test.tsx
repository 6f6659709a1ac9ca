import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { messages } from '../texts/messages.ts';
import { DiscardDialog } from './DiscardDialog.tsx';
import { DraftProvider } from './draft-context.ts';
import { DraftStore } from './draft-store.ts';
import { platformOfTwo } from './testing/platform-of-two.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a draft that could not be discarded says so in the dialog, and the next try does it', async () => {
  const { draft, port } = platformOfTwo({ 'parameters.json': '{}' });
  const answers = vi
    .fn<typeof fetch>()
    .mockRejectedValueOnce(new TypeError('offline'))
    .mockImplementation(async () => Response.json(draft()));
  vi.stubGlobal('fetch', answers);
  const onClose = vi.fn<() => void>();
  const store = new DraftStore(draft(), port, { quiet: 1, now: () => new Date(0) });
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <ToastProvider>
        <QueryClientProvider client={new QueryClient()}>
          <DraftProvider value={store}>
            <DiscardDialog procedureKey="rent" onClose={onClose} />
          </DraftProvider>
        </QueryClientProvider>
      </ToastProvider>
    </I18nProvider>,
  );

  fireEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(onClose).not.toHaveBeenCalled();

  fireEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(await screen.findByText('Changes discarded.')).toBeDefined();
  expect(onClose).toHaveBeenCalledOnce();
});
