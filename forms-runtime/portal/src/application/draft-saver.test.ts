import { ConnectionError, ProblemError } from '@irisflow/client';
import { describe, expect, test } from 'vitest';
import { createDraftSaver, type Answers, type SaveState, type StoredDraft } from './draft-saver.ts';

const answersOf = (name: string): Answers => ({ data: { name }, page: null, language: 'fr' });

const stale = () => new ProblemError({ type: '', title: '', status: 409, code: 'STALE_REVISION' });

/** A platform of one draft, whose next answers can be lost or refused. */
const setUp = () => {
  let stored: StoredDraft = { data: {}, revision: 1, page: null, savedAt: '2026-11-25T08:00:00Z' };
  let fault: 'none' | 'offline' | 'lost answer' = 'none';
  const states: SaveState[] = [];
  const saved: unknown[] = [];
  const sent: number[] = [];
  const saver = createDraftSaver({
    revision: 1,
    onState: (state) => states.push(state),
    onSaved: ({ data }) => saved.push(data['name']),
    store: {
      load: async () => stored,
      save: async (answers, revision) => {
        sent.push(revision);
        await Promise.resolve();
        if (fault === 'offline') throw new ConnectionError(null);
        if (revision !== stored.revision) throw stale();
        stored = { ...stored, data: answers.data, revision: revision + 1 };
        if (fault === 'lost answer') throw new ConnectionError(null);
        return { revision: stored.revision };
      },
    },
  });
  return {
    saver,
    sent,
    saved,
    kinds: () => states.map(({ kind }) => kind),
    state: () => states.at(-1),
    stored: () => stored,
    fail: (next: typeof fault) => {
      fault = next;
    },
    changeElsewhere: (name: string) => {
      stored = { ...stored, data: { name }, revision: stored.revision + 1 };
    },
  };
};

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the saver of a draft', () => {
  test('sends one request at a time, each on the revision before, and only the newest of those that wait', async () => {
    // given
    const { saver, sent, saved, stored } = setUp();

    // when three changes come while the first is under way
    await Promise.all([saver.put(answersOf('a')), saver.put(answersOf('b')), saver.put(answersOf('c'))]);

    // then
    expect(sent).toEqual([1, 2]);
    expect(saved).toEqual(['a', 'c']);
    expect(stored().data).toEqual({ name: 'c' });
  });

  test('keeps what a lost connection stopped, and saves it later', async () => {
    const { saver, fail, kinds, state, stored } = setUp();
    fail('offline');
    let isSafe = false;
    void saver.put(answersOf('typed')).then(() => {
      isSafe = true;
    });
    await settled();
    expect(kinds()).toEqual(['saving', 'offline']);
    expect(isSafe).toBe(false);

    fail('none');
    saver.retry();
    expect(state()).toEqual({ kind: 'saving', after: 'offline' });
    await settled();

    expect(state()).toEqual({ kind: 'saved' });
    expect(isSafe).toBe(true);
    expect(stored().data).toEqual({ name: 'typed' });
  });

  test('takes a saved version whose answer was lost for its own', async () => {
    const { saver, fail, state, stored } = setUp();
    fail('lost answer');
    void saver.put(answersOf('typed'));
    await settled();

    fail('none');
    saver.retry();
    await settled();

    expect(state()).toEqual({ kind: 'saved' });
    expect(saver.revision()).toBe(stored().revision);
  });

  test('asks the person when another version is newer, and sends nothing meanwhile', async () => {
    const { saver, changeElsewhere, state, sent } = setUp();
    changeElsewhere('theirs');

    void saver.put(answersOf('mine'));
    await settled();
    void saver.put(answersOf('mine, more'));
    await settled();

    expect(state()).toMatchObject({ kind: 'conflict', theirs: { data: { name: 'theirs' } } });
    expect(sent).toEqual([1]);
  });

  test('a conflict ends with the newest answers of this screen', async () => {
    const { saver, changeElsewhere, state, stored } = setUp();
    changeElsewhere('theirs');
    void saver.put(answersOf('mine'));
    await settled();
    void saver.put(answersOf('mine, more'));

    saver.keepMine();
    await settled();

    expect(stored().data).toEqual({ name: 'mine, more' });
    expect(state()).toEqual({ kind: 'saved' });
  });

  test('or with the newer version, on which saving goes on', async () => {
    const { saver, changeElsewhere, stored } = setUp();
    changeElsewhere('theirs');
    void saver.put(answersOf('mine'));
    await settled();

    expect(saver.takeTheirs()).toMatchObject({ data: { name: 'theirs' } });
    await saver.put(answersOf('theirs, changed'));

    expect(stored().data).toEqual({ name: 'theirs, changed' });
  });

  test('saves nothing once it is closed', async () => {
    const { saver, sent } = setUp();

    saver.close();
    await saver.put(answersOf('late'));

    expect(sent).toEqual([]);
  });
});
