import type { ProcedureDraft } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { messages } from '../texts/messages.ts';
import { DraftProvider } from '../workspace/draft-context.ts';
import { DraftStore } from '../workspace/draft-store.ts';
import { NameToolsProvider } from '../workspace/names/NameToolsProvider.tsx';
import { namesHere } from '../workspace/names/testing/names-here.ts';
import { stillPort } from '../workspace/testing/still-port.ts';
import { frameId } from './actions.tsx';
import { FormEditor } from './FormEditor.tsx';

// The window of the tests has no such function; the ids here need none.
beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const contents = import.meta.glob<string>('../../../examples/taxi-sanction/**/*.{json,bpmn,dmn}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const path = 'decide.form.json';

const show = () => {
  const files = Object.entries(contents).map(([place, content]) => ({
    path: place.replace('../../../examples/taxi-sanction/', ''),
    kind: 'form' as const,
    content,
  }));
  const draft = {
    key: 'taxi-sanction',
    title: { fr: '', nl: '', en: '' },
    basedOnVersion: null,
    revision: 1,
    files,
  } as unknown as ProcedureDraft;
  const store = new DraftStore(draft, stillPort(draft), { quiet: 1, now: () => new Date(0) });
  const opened: string[] = [];
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <ToastProvider>
        <QueryClientProvider client={new QueryClient()}>
          <Router hook={memoryLocation({ path: `/procedures/taxi-sanction/files/${path}` }).hook}>
            <DraftProvider value={store}>
              <NameToolsProvider
                procedureKey="taxi-sanction"
                onOpen={({ file }) => opened.push(file)}
                asker={namesHere()}
              >
                <FormEditor procedureKey="taxi-sanction" path={path} focus={null} story={null} onStoryEnd={() => {}} />
              </NameToolsProvider>
            </DraftProvider>
          </Router>
        </QueryClientProvider>
      </ToastProvider>
    </I18nProvider>,
  );
  return { store, opened, text: () => store.state().files.get(path) };
};

/** Looked for by its id: a search by role reads the whole page, which takes jsdom long. */
const choose = (): HTMLElement => {
  const frame = document.getElementById(frameId('c_outcome'));
  if (frame === null) throw new Error('Expected the field on the canvas, but found none.');
  fireEvent.click(frame);
  return frame;
};

test('a field says beside its name who uses it, one click from each place, and is renamed everywhere from there', async () => {
  const { opened, store } = show();
  choose();
  fireEvent.click(await screen.findByText(/^Used in \d+ other places$/));
  fireEvent.click(screen.getByText(/Send the decision/));
  expect(opened).toEqual(['taxi-sanction.bpmn']);

  fireEvent.click(screen.getByText('Rename everywhere…'));
  fireEvent.change(await screen.findByLabelText(/New name/), { target: { value: 'ruling' } });
  fireEvent.click(await screen.findByText('Rename everywhere', { selector: 'button' }));
  await waitFor(() => expect(store.state().files.get(path)).toContain('#/properties/ruling'));
  expect(store.state().files.get(path)).toContain('"to": "measure.outcome"');
});

test('a field that others use goes only once somebody has read who does', async () => {
  const { text } = show();
  const before = text();
  const frame = choose();
  fireEvent.keyDown(frame, { key: 'Delete' });

  const dialog = (await screen.findByText(/^It is used in \d+ places/)).closest('dialog') as HTMLElement;
  expect(text()).toBe(before);
  fireEvent.click(within(dialog).getByText('Remove anyway'));
  await waitFor(() => expect(text()).not.toContain('#/properties/outcome'));

  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  await waitFor(() => expect(text()).toBe(before));
});
