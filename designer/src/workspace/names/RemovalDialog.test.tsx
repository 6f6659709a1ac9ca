import type { Usage } from '@irisflow/names';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ProcedureDraft } from '@irisflow/client';
import { afterEach, expect, test } from 'vitest';
import { TermSettings } from '../../settings/TermSettings.tsx';
import { settingsPath, type ProcedureSettings } from '../../settings/procedure-file.ts';
import { messages } from '../../texts/messages.ts';
import { DraftProvider } from '../draft-context.ts';
import { DraftStore } from '../draft-store.ts';
import { stillPort } from '../testing/still-port.ts';
import { useDraftJson } from '../use-draft-json.ts';
import type { NamesAsker } from './names-asker.ts';
import { NameToolsProvider } from './NameToolsProvider.tsx';
import { namesHere } from './testing/names-here.ts';

afterEach(cleanup);

const text = (words: string) => ({ fr: words, nl: words, en: words });

const settings = {
  terms: [
    { key: 'decide', label: text('To decide'), length: 30, kind: 'calendarDays', legalRef: text('') },
    { key: 'idle', label: text('Never used'), length: 30, kind: 'calendarDays', legalRef: text('') },
  ],
  remedies: [{ key: 'appeal', label: text('Appeal to the court'), term: 'decide' }],
};

const Edited = () => {
  const { reading, change } = useDraftJson<ProcedureSettings>(settingsPath);
  if (!reading.ok) return null;
  return <TermSettings settings={reading.value} change={(part) => change({ ...reading.value, ...part })} />;
};

const show = (asker: NamesAsker) => {
  const content = JSON.stringify(settings);
  const files = [{ path: settingsPath, kind: 'procedure' as const, content }];
  const draft = { key: 'permit', title: text('Permit'), revision: 1, files } as unknown as ProcedureDraft;
  const store = new DraftStore(draft, stillPort(draft), { quiet: 1, now: () => new Date(0) });
  const opened: unknown[] = [];
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <ToastProvider>
        <QueryClientProvider client={new QueryClient()}>
          <DraftProvider value={store}>
            <NameToolsProvider procedureKey="permit" onOpen={({ pointer }) => opened.push(pointer)} asker={asker}>
              <Edited />
            </NameToolsProvider>
          </DraftProvider>
        </QueryClientProvider>
      </ToastProvider>
    </I18nProvider>,
  );
  const terms = (): string[] =>
    (JSON.parse(store.state().files.get(settingsPath) ?? '{}') as typeof settings).terms.map(({ key }) => key);
  const remove = (name: string): void => {
    fireEvent.click(screen.getByLabelText(`Remove ${name}`));
  };
  return { terms, remove, opened };
};

test('a term that a way to object runs by goes only against a warning that leads there', async () => {
  const { terms, remove, opened } = show(namesHere());
  remove('To decide');
  fireEvent.click(await screen.findByText(/Appeal to the court/, { selector: 'button' }));
  expect([terms(), opened]).toEqual([['decide', 'idle'], ['/remedies/0/term']]);

  remove('To decide');
  fireEvent.click(await screen.findByText('Remove anyway'));
  await waitFor(() => expect(terms()).toEqual(['idle']));
});

test('a term that nobody uses goes at once', async () => {
  const { terms, remove } = show(namesHere());
  remove('Never used');
  await waitFor(() => expect(terms()).toEqual(['decide']));
  expect(screen.queryByText('Remove anyway')).toBeNull();
});

test('while it is looked for who uses it people see so, and what nobody uses then goes', async () => {
  let answer: (usages: readonly Usage[]) => void = () => undefined;
  const ask = () => new Promise((found) => (answer = found));
  const { terms, remove } = show({ ask: ask as NamesAsker['ask'], close: () => undefined });
  remove('Never used');
  await screen.findByText('Looking who uses it…');
  answer([]);
  await waitFor(() => expect(terms()).toEqual(['decide']));
  expect(screen.queryByText('Looking who uses it…')).toBeNull();
});

test('where nobody can say who uses it, people are told so and asked', async () => {
  const ask = () => Promise.reject(new Error('the thread is gone'));
  const { terms, remove } = show({ ask, close: () => undefined });
  remove('Never used');
  await screen.findByText(/could not be found out/);
  expect(terms()).toEqual(['decide', 'idle']);
  fireEvent.click(screen.getByText('Cancel'));
  expect(terms()).toEqual(['decide', 'idle']);
});
