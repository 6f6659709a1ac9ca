import { ProblemError, type ProcedureDraft } from '@irisflow/client';
import { describe, expect, test, vi } from 'vitest';
import { DraftStore, type DraftPort } from './draft-store.ts';

const draft = (content: string, revision: number): ProcedureDraft => ({
  key: 'rent',
  title: { fr: 'Loyer', nl: 'Huur', en: 'Rent' },
  basedOnVersion: 1,
  revision,
  updatedAt: '2026-11-25T08:00:00.000Z',
  updatedBy: 'Ann',
  changed: false,
  files: [{ path: 'rent.bpmn', kind: 'process', content }],
});

const conflict = () =>
  new ProblemError({ type: 'about:blank', title: 'Conflict', status: 409, code: 'STALE_REVISION' });

/** A platform that keeps one file and refuses a stale revision. */
const platform = () => {
  const stored = { content: 'a', revision: 1, saves: [] as string[] };
  const port: DraftPort = {
    load: async () => draft(stored.content, stored.revision),
    save: async ({ content, revision }) => {
      if (revision !== stored.revision) throw conflict();
      stored.content = content;
      stored.revision += 1;
      stored.saves.push(content);
      return { revision: stored.revision, problems: [] };
    },
    remove: async () => ({ revision: (stored.revision += 1), problems: [] }),
    lint: async () => [],
  };
  return { stored, port };
};

const timing = { quiet: 800, now: () => new Date(0) };

describe('draft store', () => {
  test('saves once after the last keystroke', async () => {
    vi.useFakeTimers();
    const { stored, port } = platform();
    const store = new DraftStore(draft('a', 1), port, timing);

    store.change('rent.bpmn', 'ab');
    store.change('rent.bpmn', 'abc');
    expect(store.state().save).toBe('pending');
    await vi.advanceTimersByTimeAsync(801);

    expect(stored.saves).toEqual(['abc']);
    expect(store.state()).toMatchObject({ save: 'saved', savedAt: new Date(0) });
    vi.useRealTimers();
  });

  test('saves again what is typed during a save', async () => {
    const { stored, port } = platform();
    const store = new DraftStore(draft('a', 1), port, timing);

    store.change('rent.bpmn', 'b');
    const saved = store.flush();
    store.change('rent.bpmn', 'c');
    await saved;

    expect(stored.saves).toEqual(['b', 'c']);
    expect(store.state().save).toBe('saved');
  });

  test('stops at a stale revision and keeps what is typed', async () => {
    const { stored, port } = platform();
    const store = new DraftStore(draft('a', 1), port, timing);
    stored.revision = 5;

    store.change('rent.bpmn', 'mine');
    await store.flush();

    expect(store.state().save).toBe('conflict');
    expect(store.state().files.get('rent.bpmn')).toBe('mine');
  });

  test('saves mine over theirs when the person says so', async () => {
    const { stored, port } = platform();
    const store = new DraftStore(draft('a', 1), port, timing);
    Object.assign(stored, { revision: 5, content: 'theirs' });
    store.change('rent.bpmn', 'mine');
    await store.flush();

    await store.reload('mine');

    expect(stored.content).toBe('mine');
    expect(store.state().save).toBe('saved');
  });

  test('takes theirs when the person says so', async () => {
    const { stored, port } = platform();
    const store = new DraftStore(draft('a', 1), port, timing);
    Object.assign(stored, { revision: 5, content: 'theirs' });
    store.change('rent.bpmn', 'mine');
    await store.flush();

    await store.reload('theirs');

    expect(store.state().files.get('rent.bpmn')).toBe('theirs');
    expect(store.state().unsaved.size).toBe(0);
  });

  test('says that a save failed and keeps what is typed', async () => {
    const { port } = platform();
    const store = new DraftStore(
      draft('a', 1),
      { ...port, save: () => Promise.reject(new TypeError('connection lost')) },
      timing,
    );

    store.change('rent.bpmn', 'b');
    await store.flush();

    expect(store.state()).toMatchObject({ save: 'failed' });
    expect(store.state().unsaved.has('rent.bpmn')).toBe(true);
  });

  test('takes back an act over several files as one step, and does it again', async () => {
    const { port } = platform();
    const store = new DraftStore(draft('a', 1), port, timing);

    await store.act(
      new Map([
        ['new.form.json', '{}'],
        ['rent.bpmn', null],
      ]),
    );
    expect([...store.state().files.keys()]).toEqual(['new.form.json']);

    await store.undo();
    expect([...store.state().files]).toEqual([['rent.bpmn', 'a']]);
    await store.redo();
    expect([...store.state().files]).toEqual([['new.form.json', '{}']]);
  });

  test('an act whose file says something else by now is not taken back', async () => {
    const { port } = platform();
    const store = new DraftStore(draft('a', 1), port, timing);
    await store.act(new Map([['rent.bpmn', 'b']]));

    store.change('rent.bpmn', 'typed');
    expect(store.canUndo()).toBe(false);
    await store.undo();
    expect(store.state().files.get('rent.bpmn')).toBe('typed');
    await store.flush();
  });
});
