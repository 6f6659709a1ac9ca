import { ProblemsProvider } from '@irisflow/frame';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { designerProblems } from '../texts/designer-problems.ts';
import { messages } from '../texts/messages.ts';
import { DraftProvider } from '../workspace/draft-context.ts';
import { DraftStore } from '../workspace/draft-store.ts';
import { platformOfTwo } from '../workspace/testing/platform-of-two.ts';
import { WayBack } from './WayBack.tsx';

afterEach(cleanup);

const path = 'parameters.json';

test('a way back that somebody crosses says so and leaves the draft; the next try is on what is there now', async () => {
  const { draft, port, others, files } = platformOfTwo({ [path]: '{"rent":2}' });
  const store = new DraftStore(draft(), port, { quiet: 1, now: () => new Date(0) });
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <ToastProvider>
        <QueryClientProvider client={new QueryClient()}>
          <ProblemsProvider value={designerProblems}>
            <DraftProvider value={store}>
              <WayBack
                procedureKey="rent"
                version={1}
                files={[{ path, kind: 'parameters', content: '{"rent":1}' }]}
                isSame={false}
                isNewest
              />
            </DraftProvider>
          </ProblemsProvider>
        </QueryClientProvider>
      </ToastProvider>
    </I18nProvider>,
  );
  others(path, '{"rent":3}');

  fireEvent.click(screen.getByRole('button', { name: 'Bring version 1 back into the draft' }));
  fireEvent.click(screen.getByRole('button', { name: 'Bring back' }));
  expect(await screen.findByText('Somebody saved a newer version')).toBeDefined();
  expect(files.get(path)?.content).toBe('{"rent":3}');
  expect(store.state().files.get(path)).toBe('{"rent":3}');

  fireEvent.click(screen.getByRole('button', { name: 'Bring back' }));
  await screen.findByText('Version 1 is in the draft.');
  await waitFor(() => expect(files.get(path)?.content).toBe('{"rent":1}'));
});
