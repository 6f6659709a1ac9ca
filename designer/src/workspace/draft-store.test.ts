import { ProblemError } from '@irisflow/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftStore } from './draft-store.ts';
import { memoryStorage } from './testing/memory-storage.ts';
import { platformOfTwo } from './testing/platform-of-two.ts';
import { createEditsKeeper } from './together/kept-edits.ts';

const options = { quiet: 800, now: () => new Date(0) };
const opened = (initial: Readonly<Record<string, string>> = { 'rent.bpmn': 'a' }) => {
  const given = platformOfTwo(initial);
  return { ...given, store: new DraftStore(given.draft(), given.port, options) };
};

describe('draft store', () => {
  test('saves once after the last keystroke', async () => {
    vi.useFakeTimers();
    const { store, saves } = opened();
    store.change('rent.bpmn', 'ab');
    store.change('rent.bpmn', 'abc');
    expect(store.state().save).toBe('pending');
    await vi.advanceTimersByTimeAsync(801);
    expect(saves).toEqual(['abc']);
    expect(store.state()).toMatchObject({ save: 'saved', savedAt: new Date(0) });
    vi.useRealTimers();
  });

  test('saves again what is typed during a save', async () => {
    const { store, saves } = opened();
    store.change('rent.bpmn', 'b');
    const saved = store.flush();
    store.change('rent.bpmn', 'c');
    await saved;
    expect(saves).toEqual(['b', 'c']);
    expect(store.state().save).toBe('saved');
  });

  test('a save elsewhere is no conflict, and is heard of with the next save', async () => {
    const { store, others } = opened({ 'rent.bpmn': 'a', 'a.form.json': '{}' });
    others('a.form.json', '{"of":"Bob"}');
    store.change('rent.bpmn', 'mine');
    await store.flush();
    expect(store.state()).toMatchObject({ save: 'saved', news: [{ path: 'a.form.json', by: 'Bob', kind: 'changed' }] });
    expect(store.state().files.get('a.form.json')).toBe('{"of":"Bob"}');
    expect(store.state().draft.revision).toBe(3);
  });

  test('what others write comes by itself, but not over what is typed or drawn here', () => {
    const { store, others, news } = opened({
      'a.form.json': '1',
      'b.form.json': '1',
      'c.form.json': '1',
      'd.bpmn': '1',
    });
    store.change('b.form.json', 'mine');
    store.touch('d.bpmn', true);
    for (const path of ['a.form.json', 'b.form.json', 'd.bpmn']) others(path, 'theirs');
    others('c.form.json', null);
    store.take(news(1));
    expect(Object.fromEntries(store.state().files)).toEqual({
      'a.form.json': 'theirs',
      'b.form.json': 'mine',
      'd.bpmn': '1',
    });
    expect(store.state().news.map(({ path }) => path)).toEqual(['a.form.json', 'c.form.json']);
  });

  test('an answer that is older than a save of ours takes nothing away', async () => {
    const { store, news } = opened();
    const old = news(0);
    store.change('new.form.json', '{}');
    await store.flush();
    store.take(old);
    expect(store.state().files.has('new.form.json')).toBe(true);
  });

  test('two people in one file of JSON are merged where they do not collide', async () => {
    const { store, files, others } = opened({ 'a.form.json': '{"title":"a","days":1}' });
    others('a.form.json', '{"title":"a","days":2}');
    store.change('a.form.json', '{"title":"b","days":1}');
    await store.flush();
    expect(JSON.parse(files.get('a.form.json')?.content ?? '')).toEqual({ title: 'b', days: 2 });
    expect(store.state()).toMatchObject({ save: 'saved', news: [{ kind: 'merged', by: 'Bob' }] });
  });

  test.each([
    ['mine', 'mine', []],
    ['theirs', 'theirs', [{ path: 'rent.bpmn', content: 'mine' }]],
    ['both', 'both', [{ path: 'rent.bpmn', content: 'mine' }]],
  ])('asks about a drawing that two changed; %s stays, and what does not stay is kept', async (_, choice, kept) => {
    const { store, files, aside, others } = opened();
    others('rent.bpmn', 'theirs');
    store.change('rent.bpmn', 'mine');
    await store.flush();
    expect(store.state().save).toBe('conflict');
    expect(store.state().conflicts.get('rent.bpmn')).toMatchObject({
      by: 'Bob',
      base: 'a',
      theirs: { content: 'theirs' },
    });

    await store.resolve('rent.bpmn', choice);

    expect(files.get('rent.bpmn')?.content).toBe(choice);
    expect(aside).toEqual(kept);
    expect(store.state()).toMatchObject({ save: 'saved', conflicts: new Map() });
  });

  test('a conflict in one file keeps no other from being saved', async () => {
    const { store, saves, others } = opened({ 'rent.bpmn': 'a', 'a.form.json': '{}' });
    others('rent.bpmn', 'theirs');
    store.change('rent.bpmn', 'mine');
    store.change('a.form.json', '{"b":1}');
    await store.flush();
    expect(saves).toEqual(['{"b":1}']);
    expect([...store.state().unsaved]).toEqual(['rent.bpmn']);
  });

  test('a file that somebody removed while it was edited is asked about', async () => {
    const { store, files, others } = opened({ 'a.form.json': '{}', 'rent.bpmn': 'a' });
    others('a.form.json', null);
    store.change('a.form.json', '{"mine":1}');
    await store.flush();
    expect(store.state().conflicts.get('a.form.json')).toMatchObject({ theirs: { content: null } });
    await store.resolve('a.form.json', '{"mine":1}');
    expect(files.get('a.form.json')?.content).toBe('{"mine":1}');
  });

  test('says that a save failed and keeps what is typed', async () => {
    const { store, port } = opened();
    vi.spyOn(port, 'save').mockRejectedValue(new TypeError('broken'));
    store.change('rent.bpmn', 'b');
    await store.flush();
    expect(store.state()).toMatchObject({ save: 'failed', unsaved: new Set(['rent.bpmn']) });
  });

  test('takes back an act over several files as one step, and does it again', async () => {
    const { store, files } = opened();
    await store.act(
      new Map([
        ['new.form.json', '{}'],
        ['rent.bpmn', null],
      ]),
    );
    expect([...store.state().files.keys()]).toEqual(['new.form.json']);
    expect([...files.keys()]).toEqual(['new.form.json']);
    await store.undo();
    expect([...store.state().files]).toEqual([['rent.bpmn', 'a']]);
    await store.redo();
    expect([...store.state().files]).toEqual([['new.form.json', '{}']]);
  });

  test('an act that meets what somebody wrote is done nowhere', async () => {
    const { store, files, others } = opened({ 'rent.bpmn': 'a', 'a.form.json': '{}' });
    others('a.form.json', '{"of":"Bob"}');
    await expect(
      store.act(
        new Map([
          ['rent.bpmn', 'b'],
          ['a.form.json', null],
        ]),
      ),
    ).rejects.toThrow('Conflict');
    expect(Object.fromEntries(store.state().files)).toEqual({ 'rent.bpmn': 'a', 'a.form.json': '{"of":"Bob"}' });
    expect(files.get('rent.bpmn')?.content).toBe('a');
    expect(store.canUndo()).toBe(false);
  });

  test('an act whose file says something else by now is not taken back', async () => {
    const { store } = opened();
    await store.act(new Map([['rent.bpmn', 'b']]));
    store.change('rent.bpmn', 'typed');
    expect(store.canUndo()).toBe(false);
    await store.undo();
    expect(store.state().files.get('rent.bpmn')).toBe('typed');
    await store.flush();
  });

  test('a restored text can be taken back', async () => {
    const { store, files } = opened();
    await store.restore('rent.bpmn', 1);
    expect(store.state().files.get('rent.bpmn')).toBe('as it was');
    await store.undo();
    expect(files.get('rent.bpmn')?.content).toBe('a');
  });
});

describe('without a line', () => {
  let storage = memoryStorage();
  beforeEach(() => {
    vi.useFakeTimers();
    storage = memoryStorage();
  });
  afterEach(() => void vi.useRealTimers());

  const keeper = (windowId: string, personId = 'ann') =>
    createEditsKeeper({ storage, personId, procedureKey: 'rent', windowId, now: Date.now });

  test('is saved once the line is back', async () => {
    const { store, seen, saves } = opened();
    seen.isDown = true;
    store.change('rent.bpmn', 'b');
    await store.flush();
    expect(store.state().save).toBe('offline');
    seen.isDown = false;
    await vi.advanceTimersByTimeAsync(5001);
    expect(saves).toEqual(['b']);
    expect(store.state().save).toBe('saved');
  });

  test('a proxy that answers for a platform that starts anew is a line that is down', async () => {
    const { store, port, saves } = opened();
    const save = vi
      .spyOn(port, 'save')
      .mockRejectedValueOnce(
        new ProblemError({ type: 'about:blank', title: 'HTTP 502', status: 502, code: 'UNEXPECTED_ANSWER' }),
      );
    store.change('rent.bpmn', 'b');
    await store.flush();
    expect(store.state().save).toBe('offline');
    await vi.advanceTimersByTimeAsync(5001);
    expect(save).toHaveBeenCalledTimes(2);
    expect(saves).toEqual(['b']);
  });

  const closedOffline = async (given: ReturnType<typeof platformOfTwo>): Promise<void> => {
    const store = new DraftStore(given.draft(), given.port, { ...options, keeper: keeper('first-window') });
    given.seen.isDown = true;
    store.change('a.form.json', '{"title":"b","days":1}');
    await store.flush();
    vi.clearAllTimers();
    given.seen.isDown = false;
  };

  test('what a closed window did not save is offered to its person, and merged with what came meanwhile', async () => {
    const given = platformOfTwo({ 'a.form.json': '{"title":"a","days":1}' });
    await closedOffline(given);
    given.others('a.form.json', '{"title":"a","days":2}');
    expect(keeper('second-window').left()).toBeNull();
    await vi.advanceTimersByTimeAsync(16_000);
    expect(keeper('second-window', 'bob').left()).toBeNull();

    const next = new DraftStore(given.draft(), given.port, { ...options, keeper: keeper('second-window') });
    expect(next.state().left?.edits).toMatchObject([{ path: 'a.form.json', content: '{"title":"b","days":1}' }]);
    await next.takeUp();

    expect(JSON.parse(given.files.get('a.form.json')?.content ?? '')).toEqual({ title: 'b', days: 2 });
    expect(next.state()).toMatchObject({ left: null, save: 'saved' });
    expect(storage.length).toBe(0);
  });

  test('the same window that is loaded anew is offered it at once, and may leave it to the history', async () => {
    const given = platformOfTwo({ 'a.form.json': '{}' });
    await closedOffline(given);
    const next = new DraftStore(given.draft(), given.port, { ...options, keeper: keeper('first-window') });
    expect(next.state().left).not.toBeNull();
    await next.leaveAside();
    expect(given.aside).toEqual([{ path: 'a.form.json', content: '{"title":"b","days":1}' }]);
    expect(given.files.get('a.form.json')?.content).toBe('{}');
    expect(storage.length).toBe(0);
  });

  test('says when the browser has no room for it, and bears what is broken there', () => {
    const kept = keeper('first-window');
    expect(kept.keep([{ path: 'a.bpmn', content: 'x'.repeat(2_000_000), base: null, revision: 1 }])).toBe(false);
    storage.setItem('irisflow:edits:ann:rent:other', '{"at":1,"edits":[{"path":7}]}');
    expect(kept.left()).toBeNull();
  });
});
