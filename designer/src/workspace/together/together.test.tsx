import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { messages } from '../../texts/messages.ts';
import { ActHistory } from '../ActHistory.tsx';
import { ConflictDialog } from '../ConflictDialog.tsx';
import { DraftProvider } from '../draft-context.ts';
import { DraftStore } from '../draft-store.ts';
import { SaveStatus } from '../SaveStatus.tsx';
import { memoryStorage } from '../testing/memory-storage.ts';
import { platformOfTwo } from '../testing/platform-of-two.ts';
import { WorkspaceRail } from '../WorkspaceRail.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { createEditsKeeper, type KeeperOptions } from './kept-edits.ts';
import { TogetherStrip } from './TogetherStrip.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const form = 'a.form.json';
const formOf = (title: string, days: number) => JSON.stringify({ title: { en: title }, days });

interface Shown {
  files?: Record<string, string>;
  path?: string;
  storage?: Storage;
  hasHistory?: boolean;
}

/** What stands around every editor, with a draft of Ann that Bob writes too. */
const show = ({ files = { [form]: formOf('Request', 30) }, path = form, storage, hasHistory = false }: Shown = {}) => {
  const given = platformOfTwo(files);
  const about: Omit<KeeperOptions, 'storage'> = { personId: 'ann', procedureKey: 'rent', windowId: 'w', now: () => 0 };
  const keeper = storage === undefined ? {} : { keeper: createEditsKeeper({ ...about, storage }) };
  const store = new DraftStore(given.draft(), given.port, { quiet: 1, now: () => new Date(0), ...keeper });
  const { hook } = memoryLocation({ path: `/procedures/rent/files/${path}` });
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <ToastProvider>
        <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
          <Router hook={hook}>
            <DraftProvider value={store}>
              <ActHistory />
              <SaveStatus />
              <ConflictDialog />
              <TogetherStrip path={path} />
              <main id="main" tabIndex={-1} />
              <WorkspaceRail procedureKey="rent" problems={[]} />
              {hasHistory && <HistoryDialog procedureKey="rent" path={path} onClose={() => undefined} />}
            </DraftProvider>
          </Router>
        </QueryClientProvider>
      </ToastProvider>
    </I18nProvider>,
  );
  return { ...given, store };
};

const contentOf = (files: ReadonlyMap<string, { content: string }>, path: string) => files.get(path)?.content ?? '';

test('a file that both changed in one place asks for that place alone, with both names and texts, and merges the rest', async () => {
  const { store, others, files, aside } = show();
  others(form, JSON.stringify({ title: { en: 'Petition' }, days: 30, note: 'of Bob' }));
  store.change(form, formOf('Application', 45));

  await screen.findByText('Two people changed Application');
  expect(screen.getByText(/Bob also changed this file/)).toBeDefined();
  const place = screen.getByRole('group', { name: /title › English/ });
  expect(place.textContent).toContain('Before: Request');
  expect(screen.getByText('from “Request” to “Application”')).toBeDefined();
  expect(screen.getByText('is added: of Bob')).toBeDefined();
  expect(within(place).getByText('Application')).toBeDefined();
  expect(within(place).getByText('Petition')).toBeDefined();
  const merge = screen.getByRole<HTMLButtonElement>('button', { name: 'Keep this choice' });
  expect(merge.disabled).toBe(true);

  fireEvent.click(within(place).getByRole('radio', { name: /^Bob/ }));
  fireEvent.click(merge);
  await waitFor(() => expect(store.state().save).toBe('saved'));
  expect(JSON.parse(contentOf(files, form))).toEqual({ title: { en: 'Petition' }, days: 45, note: 'of Bob' });
  expect(aside).toEqual([{ path: form, content: formOf('Application', 45) }]);
});

test('a diagram that both changed otherwise is chosen whole, now or later, and what is not taken is kept', async () => {
  const diagram = (name: string) => `<d id="d"><task id="t" name="${name}" /></d>`;
  const { store, others, files, aside } = show({ files: { 'rent.bpmn': diagram('Look') }, path: 'rent.bpmn' });
  others('rent.bpmn', diagram('Theirs'));
  store.change('rent.bpmn', diagram('Mine'));

  fireEvent.click(await screen.findByRole('button', { name: 'Later' }));
  expect(screen.getByText('Changed by someone else too')).toBeDefined();
  const reopen = screen.getByRole('button', { name: 'Resolve the conflict' });
  reopen.focus();
  fireEvent.click(reopen);
  fireEvent.click(screen.getByRole('button', { name: 'Take all of Bob' }));

  await waitFor(() => expect(store.state().save).toBe('saved'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  expect(contentOf(files, 'rent.bpmn')).toBe(diagram('Theirs'));
  expect(aside).toEqual([{ path: 'rent.bpmn', content: diagram('Mine') }]);
});

test('who is at a file is said beside it in the rail and above it, and what they changed in a quiet word', async () => {
  const { store, others, news } = show();
  const since = store.state().draft.revision;
  others(form, formOf('Petition', 30));
  const people = [
    { id: '1', name: 'Bob Peeters', isMe: false, path: form, isEditing: true },
    { id: '2', name: 'Ann', isMe: true, path: form, isEditing: false },
  ];
  store.take({ ...news(since), people });

  expect(await screen.findByText('Changing this file now: Bob Peeters and You, in another window')).toBeDefined();
  const link = screen.getByRole('link', { name: /Petition/ });
  expect(link.textContent).toContain('Bob Peeters is changing this');
  expect(link.textContent).toContain('You, in another window has this open');
  expect(await screen.findByText('Bob changed Petition')).toBeDefined();
});

test('an earlier text says who wrote it and what it would change, comes back, and can be taken back', async () => {
  const entry = { at: '2026-11-25T08:00:00.000Z', act: 'saved', replacedAt: null, replacedBy: null };
  const answers = vi.fn<typeof fetch>(async (request) =>
    Response.json(
      request instanceof Request && request.url.includes('/history/text')
        ? { content: formOf('As it was', 30) }
        : [
            { ...entry, revision: 2, by: 'Ann', state: 'current' },
            { ...entry, revision: 1, by: 'Bob', state: 'replaced', replacedBy: 'Ann', replacedAt: entry.at },
          ],
    ),
  );
  vi.stubGlobal('fetch', answers);
  const { store, files } = show({ hasHistory: true });

  expect((await screen.findByText(/Bob saved/)).textContent).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: /What differs in the text of/ }));
  expect(await screen.findByText('Restored, it would change this:')).toBeDefined();
  expect(screen.getByText('from “Request” to “As it was”')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Restore this text' }));
  await waitFor(() => expect(contentOf(files, form)).toBe('as it was'));

  fireEvent.click(screen.getByRole('button', { name: 'Undo the last act on the whole draft' }));
  await waitFor(() => expect(contentOf(files, form)).toBe(formOf('Request', 30)));
  expect(store.state().save).toBe('saved');
});

test('offline is said in words, is kept in the browser, and goes out when one tries again', async () => {
  const storage = memoryStorage();
  const { store, seen, files } = show({ storage });
  seen.isDown = true;
  store.change(form, formOf('Application', 30));

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Kept in this browser and sent when the connection is back.');
  expect(storage.length).toBe(1);
  seen.isDown = false;
  fireEvent.click(within(alert).getByRole('button'));
  await waitFor(() => expect(contentOf(files, form)).toBe(formOf('Application', 30)));
  expect(storage.length).toBe(0);
});

test('what an earlier window did not save is offered by the name of its files', async () => {
  const storage = memoryStorage();
  const edit = { path: form, content: formOf('Application', 30), base: formOf('Request', 30), revision: 1 };
  storage.setItem('irisflow:edits:ann:rent:w', JSON.stringify({ at: 0, edits: [edit] }));
  const { files } = show({ storage });

  expect(screen.getByText('This browser kept them: Request.')).toBeDefined();
  const goOn = screen.getByRole('button', { name: 'Go on with them' });
  goOn.focus();
  fireEvent.click(goOn);
  await waitFor(() => expect(contentOf(files, form)).toBe(formOf('Application', 30)));
  expect(screen.queryByText(/This browser kept them/)).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
});
