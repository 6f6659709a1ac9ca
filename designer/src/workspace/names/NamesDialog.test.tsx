import type { ProcedureDraft } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { messages } from '../../texts/messages.ts';
import { ActHistory } from '../ActHistory.tsx';
import { DraftProvider } from '../draft-context.ts';
import { stillPort } from '../testing/still-port.ts';
import { DraftStore } from '../draft-store.ts';
import { NameToolsProvider } from './NameToolsProvider.tsx';
import { NamesDialog } from './NamesDialog.tsx';
import { namesHere } from './testing/names-here.ts';

afterEach(cleanup);

const contents = import.meta.glob<string>('../../../../examples/taxi-sanction/*.{json,bpmn,dmn}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const show = () => {
  const files = Object.entries(contents).map(([place, content]) => ({
    path: place.split('/').at(-1) ?? '',
    kind: 'form' as const,
    content,
  }));
  const draft = {
    key: 'taxi-sanction',
    title: { fr: '', nl: '', en: '' },
    revision: 1,
    files,
  } as unknown as ProcedureDraft;
  const store = new DraftStore(draft, stillPort(draft), { quiet: 1, now: () => new Date(0) });
  const opened: string[] = [];
  const { hook } = memoryLocation({ path: '/procedures/taxi-sanction/files/suspension.letter.json' });
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <ToastProvider>
        <QueryClientProvider client={new QueryClient()}>
          <Router hook={hook}>
            <DraftProvider value={store}>
              <ActHistory />
              <NameToolsProvider procedureKey="taxi-sanction" onOpen={() => undefined} asker={namesHere()}>
                <NamesDialog
                  procedureKey="taxi-sanction"
                  onOpen={({ file, elementId }) => opened.push(`${file} ${elementId}`)}
                  onClose={() => undefined}
                />
              </NameToolsProvider>
            </DraftProvider>
          </Router>
        </QueryClientProvider>
      </ToastProvider>
    </I18nProvider>,
  );
  return { store, opened };
};

test('a letter says which step sends it, in words, and leads there', async () => {
  const { opened } = show();
  fireEvent.click(await screen.findByText(/Send the decision/));
  expect(opened).toEqual(['taxi-sanction.bpmn send-sanction']);
});

test('a new name is told before it is given everywhere, and one undo brings all of it back', async () => {
  const { store } = show();
  const before = store.state().files;
  fireEvent.change(await screen.findByLabelText(/New name/), { target: { value: 'suspended' } });
  expect(await screen.findByText(/Changes 2 places in 2 files/)).toBeDefined();

  fireEvent.click(screen.getByText('Rename everywhere'));
  await waitFor(() => expect(store.state().files.has('suspension.letter.json')).toBe(false));
  expect(store.state().files.get('taxi-sanction.bpmn')).toContain('then &quot;suspended&quot; else');

  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  await waitFor(() => expect(store.state().files).toEqual(before));
});
