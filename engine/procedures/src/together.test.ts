import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenStaff,
  openTestCasework,
  sampleProcedure,
  type TestCasework,
} from '@irisflow/platform/testing';
import { historyLimits } from './storage/draft-files.ts';

const key = 'rent-aid';
const stale = { code: 'STALE_REVISION' };

describe('two people on one draft', () => {
  let given: TestCasework;
  let ann: Actor;
  let bob: Actor;
  let stranger: Actor;
  const procedures = () => given.casework.procedures;
  const draft = () => procedures().getDraft(ann, { key });
  const fileOf = async (path: string) => (await draft()).files.find((file) => file.path === path);
  const save = (who: Actor, path: string, content: string, revision: number) =>
    procedures().saveFile(who, { key, path, content, revision });
  const type = (who: Actor, text: { path: string; content: string; revision: number; sitting: string }) =>
    procedures().saveFile(who, { key, ...text });
  const textsOf = async (path: string): Promise<string[]> => {
    const revisions = await procedures().listFileRevisions(ann, { key, path });
    return Promise.all(
      revisions.map(async ({ revision }) => (await procedures().getFileText(ann, { key, path, revision })).content),
    );
  };

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    ann = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    bob = await givenStaff(given.casework, { name: 'Bob', roles: ['analyst'] });
    stranger = await givenStaff(given.casework, { name: 'Eve', roles: ['analyst'], administration: 'taxi' });
    await procedures().importFolder(ann, { files: sampleProcedure() });
  });
  afterAll(() => given.close());

  test('who save different files do not meet; who save the same file do', async () => {
    const { revision } = await draft();
    await save(ann, 'one.form.json', '{}', 0);
    await save(bob, 'parameters.json', '[]', revision);

    const one = await fileOf('one.form.json');
    expect(one).toMatchObject({ content: '{}', writtenBy: 'Ann' });
    await save(bob, 'one.form.json', '{"of":"Bob"}', one?.revision ?? 0);
    await expect(save(ann, 'one.form.json', '{"of":"Ann"}', one?.revision ?? 0)).rejects.toMatchObject(stale);
    await expect(save(ann, 'one.form.json', '{}', 0)).rejects.toMatchObject(stale);
    await expect(save(ann, 'one.form.json', '{}', 2_000_000_000)).rejects.toMatchObject(stale);
  });

  test('an act over several files is done whole or not at all', async () => {
    const seen = (await fileOf('one.form.json'))?.revision ?? 0;
    await save(bob, 'one.form.json', '{"of":"Bob again"}', seen);
    const files = [
      { path: 'two.form.json', content: '{}', revision: 0 },
      { path: 'one.form.json', content: null, revision: seen },
    ];
    await expect(procedures().changeFiles(ann, { key, files })).rejects.toMatchObject(stale);
    expect(await fileOf('two.form.json')).toBeUndefined();

    const again = (await fileOf('one.form.json'))?.revision ?? 0;
    await procedures().changeFiles(ann, {
      key,
      files: files.map((file) => ({ ...file, revision: file.revision && again })),
    });
    expect(await fileOf('one.form.json')).toBeUndefined();
    expect(await fileOf('two.form.json')).toMatchObject({ content: '{}' });
  });

  test('a file that somebody removed meanwhile is not brought back by who still had it open', async () => {
    await save(ann, 'gone.form.json', '{}', 0);
    const seen = (await fileOf('gone.form.json'))?.revision ?? 0;
    await procedures().removeFile(bob, { key, path: 'gone.form.json', revision: seen });
    await expect(save(ann, 'gone.form.json', '{"mine":1}', seen)).rejects.toMatchObject(stale);
    expect(await procedures().listRemoved(ann, { key })).toContainEqual(
      expect.objectContaining({ path: 'gone.form.json', content: '{}', by: 'Bob' }),
    );
  });

  test('a file has its history: who, when and what, and each text is brought back as a new one', async () => {
    const path = 'told.form.json';
    await save(ann, path, '{"a":1}', 0);
    const first = (await fileOf(path))?.revision ?? 0;
    await save(bob, path, '{"a":2}', first);
    const second = (await fileOf(path))?.revision ?? 0;

    const restored = await procedures().restoreFile(ann, { key, path, revision: first, seen: second });

    expect(restored.content).toBe('{"a":1}');
    expect(await procedures().listFileRevisions(ann, { key, path })).toMatchObject([
      { by: 'Ann', act: 'restored', state: 'current', replacedAt: null },
      { revision: second, by: 'Bob', act: 'saved', state: 'replaced', replacedBy: 'Ann' },
      { revision: first, by: 'Ann', act: 'saved', state: 'replaced', replacedBy: 'Bob' },
    ]);
    await procedures().restoreFile(ann, { key, path, revision: second, seen: restored.revision });
    expect((await fileOf(path))?.content).toBe('{"a":2}');
    await expect(
      procedures().restoreFile(ann, { key, path, revision: 999, seen: restored.revision }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('throwing the draft away keeps what its files said', async () => {
    const { revision } = await procedures().importFolder(ann, {
      files: sampleProcedure(),
      replaces: (await draft()).revision,
    });
    await procedures().publish(ann, { key, note: '', revision });
    const seen = (await fileOf('parameters.json'))?.revision ?? 0;
    await save(ann, 'parameters.json', '[   ]', seen);
    await procedures().discardDraft(bob, { key });
    const entries = await procedures().listFileRevisions(ann, { key, path: 'parameters.json' });
    expect(entries[0]).toMatchObject({ act: 'discarded', by: 'Bob', state: 'current' });
    expect(await textsOf('parameters.json')).toContain('[   ]');
  });

  interface Step {
    readonly who: boolean;
    readonly window: number;
    readonly act: 'save' | 'both' | 'remove' | 'aside';
  }

  /** Writes a file in one window, and at once in another where `both` do; answers the texts that were accepted. */
  const write = async ({ who, act, ...edit }: Step & { path: string; content: string; sitting: string }) => {
    const [actor, other] = who ? [ann, bob] : [bob, ann];
    const { path, content, sitting } = edit;
    const revision = (await fileOf(path))?.revision ?? 0;
    const texts = [content, ...(act === 'both' ? [`${content} `] : [])];
    const outcomes = await Promise.allSettled([
      type(actor, { path, content, revision, sitting }),
      ...texts.slice(1).map((text) => save(other, path, text, revision)),
    ]);
    return texts.filter((_, place) => outcomes[place]?.status === 'fulfilled');
  };

  /** Plays steps on one file; answers what was saved and may not be lost, and how many of two that wrote at once won. */
  const play = async (path: string, steps: readonly Step[]) => {
    const kept = new Set<string>();
    const winners: number[] = [];
    let last = { sitting: '', text: '' };
    for (const [at, step] of steps.entries()) {
      const actor = step.who ? ann : bob;
      const sitting = `${step.who ? 'ann' : 'bob'}-window-${step.window}`;
      const content = JSON.stringify({ at, sitting, salt: Math.random() });
      if (step.act === 'remove') {
        await procedures().removeFile(actor, { key, path, revision: (await fileOf(path))?.revision ?? 0 });
        last = { sitting: '', text: '' };
      } else if (step.act === 'aside') {
        await procedures().setFileAside(actor, { key, path, content });
        kept.add(content);
      } else {
        const won = await write({ ...step, path, content, sitting });
        winners.push(won.length);
        const isTyped = won[0] === content;
        // Only what the same window wrote right before may go: its author wrote on.
        if (isTyped && last.sitting === sitting) kept.delete(last.text);
        for (const text of won) kept.add(text);
        last = { sitting: isTyped ? sitting : '', text: content };
      }
    }
    return { kept, winners };
  };

  test('no saved text is lost, in whatever order two people write, also at once', async () => {
    const path = 'both.form.json';
    const step = fc.record({
      who: fc.boolean(),
      window: fc.constantFrom(1, 2),
      act: fc.constantFrom('save', 'both', 'remove', 'aside'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        const { kept, winners } = await play(path, steps);
        const texts = new Set(await textsOf(path));
        expect([...kept].filter((text) => !texts.has(text))).toEqual([]);
        expect(winners.filter((count) => count !== 1)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  test('keeps a hundred texts of a file and no more, whoever writes a thousand', async () => {
    const path = 'many.form.json';
    let revision = 0;
    for (let at = 0; at < historyLimits.textsOfFile + 20; at += 1)
      ({ revision } = await save(ann, path, `{"at":${at}}`, revision));
    const entries = await procedures().listFileRevisions(ann, { key, path });
    expect(entries).toHaveLength(historyLimits.textsOfFile + 1);
    expect((await textsOf(path)).at(-1)).toBe('{"at":19}');
  }, 60_000);

  test.each(['../x.form.json', '/etc/passwd', 'x\u0000.form.json', 'a/b.form.json', '', '__proto__'])(
    'a file called %j is refused, in acts and aside too',
    async (path) => {
      const refused = { code: 'INPUT_INVALID' };
      await expect(save(ann, path, '{}', 0)).rejects.toMatchObject(refused);
      const files = [{ path, content: '{}', revision: 0 }];
      await expect(procedures().changeFiles(ann, { key, files })).rejects.toMatchObject(refused);
      await expect(procedures().setFileAside(ann, { key, path, content: '{}' })).rejects.toMatchObject(refused);
    },
  );

  test('whoever may not edit a procedure neither merges into it, nor reads its history, nor sees who is there', async () => {
    const clerk = await givenStaff(given.casework, { name: 'Cleo', roles: ['agent'] });
    const path = 'parameters.json';
    const acts = (who: Actor) => [
      procedures().changeFiles(who, { key, files: [{ path, content: '[1]', revision: 1 }] }),
      procedures().setFileAside(who, { key, path, content: '[1]' }),
      procedures().restoreFile(who, { key, path, revision: 1, seen: 1 }),
      procedures().listFileRevisions(who, { key, path }),
      procedures().getFileText(who, { key, path, revision: 1 }),
      procedures().listRemoved(who, { key }),
      procedures().attendDraft(who, { key, windowId: 'of-a-stranger', path: null, isEditing: false, revision: 0 }),
      procedures().leaveDraft(who, { key, windowId: 'of-a-stranger' }),
    ];
    const codesOf = async (who: Actor) =>
      (await Promise.allSettled(acts(who))).map((outcome) =>
        outcome.status === 'rejected' ? (outcome.reason as { status: number }).status : outcome.value,
      );
    expect(new Set(await codesOf(stranger))).toEqual(new Set([404]));
    expect(new Set(await codesOf(clerk))).toEqual(new Set([403]));
  });

  test('people see each other at their files, for as long as they are there', async () => {
    const attend = (who: Actor, windowId: string, path: string | null, isEditing = false) =>
      procedures().attendDraft(who, { key, windowId, path, isEditing, revision: 0 });
    await attend(ann, 'window-of-ann', 'parameters.json', true);
    const { people } = await attend(bob, 'window-of-bob', null);
    expect(people).toMatchObject([{ name: 'Ann', isMe: false, path: 'parameters.json', isEditing: true }]);
    expect(JSON.stringify(people)).not.toContain('window-of-ann');

    // A window that another person says is theirs stays whose it is.
    await attend(bob, 'window-of-ann', 'procedure.json');
    expect((await attend(bob, 'window-of-bob', null)).people).toMatchObject([{ name: 'Ann', path: 'parameters.json' }]);
    await procedures().leaveDraft(bob, { key, windowId: 'window-of-ann' });
    expect((await attend(bob, 'window-of-bob', null)).people).toHaveLength(1);

    await procedures().leaveDraft(ann, { key, windowId: 'window-of-ann' });
    expect((await attend(bob, 'window-of-bob', null)).people).toEqual([]);

    await attend(ann, 'window-of-ann', null);
    given.clock.set(new Date(given.clock.now() + 21_000).toISOString());
    expect((await attend(bob, 'window-of-bob', null)).people).toEqual([]);
    expect(await given.database.query('select window_id from casework.draft_presence')).toEqual([
      { window_id: 'window-of-bob' },
    ]);
  });

  test('who is there hears what others wrote and removed since', async () => {
    const attend = (revision: number) =>
      procedures().attendDraft(bob, { key, windowId: 'window-of-bob', path: null, isEditing: false, revision });
    const { revision } = await draft();
    expect(await attend(revision)).toMatchObject({ revision, changes: null });
    await save(ann, 'news.form.json', '{"news":1}', 0);
    const { changes } = await attend(revision);
    expect(changes?.files).toMatchObject([{ path: 'news.form.json', content: '{"news":1}', writtenBy: 'Ann' }]);
    expect(changes?.paths).toEqual((await draft()).files.map(({ path }) => path));
  });
});
