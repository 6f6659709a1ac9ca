import { mergePdfs } from '@irisflow/copies';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GivenPostRoom, givenPostRoom } from './testing/given-post-room.ts';

const refused = (code: string) => expect.objectContaining({ code });

describe.each(['postgres', 'pglite'] as const)('batches that the post room prints on %s', (kind) => {
  let all: GivenPostRoom;
  let count = 0;
  const someone = () => `Noa Peeters ${(count += 1)}`;
  const room = () => all.given.casework.postRoom;
  const posted = async (postcode = '1000', channels: readonly string[] = ['post']) => {
    const caseId = await all.open(someone(), { postcode });
    return { caseId, ...(await all.send(caseId, { channels })) };
  };

  beforeAll(async () => {
    all = await givenPostRoom(kind);
  });
  // A Wednesday.
  beforeEach(() => all.given.clock.set('2026-11-25T09:00:00Z'));
  afterAll(() => all.given.close());

  test('hold what waits in a stable order, by postcode; nothing is left for the next one', async () => {
    const one = await posted('1210');
    const two = await posted('1000');
    const three = await posted('1150');
    const batch = await room().gatherBatch(all.clerk, { way: 'post' });
    expect(batch).toMatchObject({ number: 1, way: 'post', state: 'open', letters: 3, madeBy: 'Bart', prints: 0 });
    expect(batch.items.map(({ noticeId, postcode, position }) => [noticeId, postcode, position])).toEqual([
      [two.noticeId, '1000', 1],
      [three.noticeId, '1150', 2],
      [one.noticeId, '1210', 3],
    ]);
    await expect(room().gatherBatch(all.colleague, { way: 'post' })).rejects.toEqual(refused('NOTHING_TO_PRINT'));
    const { items } = await room().readPostRoom(all.clerk, {});
    expect(items.map(({ inHand }) => inHand.batch?.number)).toEqual([1, 1, 1]);
    await room().giveUpBatch(all.colleague, { batchId: batch.id });
    const again = await room().gatherBatch(all.colleague, { way: 'post' });
    expect(again.items.map(({ noticeId }) => noticeId)).toEqual(batch.items.map(({ noticeId }) => noticeId));
    await room().giveUpBatch(all.clerk, { batchId: again.id });
  });

  test('two clerks who gather at once hold each letter once', async () => {
    for (let more = 0; more < 4; more += 1) await posted();
    const outcomes = await Promise.allSettled(
      [all.clerk, all.colleague, all.clerk].map((who) => room().gatherBatch(who, { way: 'post' })),
    );
    const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const held = made.flatMap(({ items }) => items.map(({ noticeId }) => noticeId));
    expect(new Set(held).size).toBe(held.length);
    expect(made).toHaveLength(1);
    for (const { id } of made) await room().giveUpBatch(all.clerk, { batchId: id });
  });

  test('are printed as one file, each letter on sheets of its own; printed again, the first sheet says so', async () => {
    const batch = await room().gatherBatch(all.clerk, { way: 'post' });
    const pages = [];
    for (const locale of ['fr', 'nl'] as const) {
      const { pdf, name } = await room().printBatch(all.clerk, { batchId: batch.id, locale });
      expect(name).toBe(`batch-${batch.number}.pdf`);
      pages.push(...(await mergePdfs({ title: name, parts: [pdf] })).pages);
    }
    // The first sheet and its back, then an even number of pages for each.
    expect(pages[0]).toBe(pages[1]);
    expect((pages[0] ?? 1) % 2).toBe(0);
    expect(pages[0]).toBeGreaterThanOrEqual(2 + 2 * batch.letters);
    expect(await room().getBatch(all.clerk, { batchId: batch.id })).toMatchObject({ prints: 2 });
    await room().giveUpBatch(all.clerk, { batchId: batch.id });
  });

  test('are posted but for some, which wait again; what the law presumes begins with that day', async () => {
    const batch = await room().gatherBatch(all.clerk, { way: 'post' });
    const [stays, ...goes] = batch.items;
    const except = [stays?.noticeId ?? ''];
    await expect(
      room().postBatch(all.clerk, { batchId: batch.id, day: '2026-11-26', except, numbers: [] }),
    ).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(
      room().postBatch(all.clerk, { batchId: batch.id, day: '2026-11-25', except: ['n'.repeat(22)], numbers: [] }),
    ).rejects.toMatchObject({ errors: [{ pointer: '/except' }] });
    const everything = batch.items.map(({ noticeId }) => noticeId);
    await expect(
      room().postBatch(all.clerk, { batchId: batch.id, day: '2026-11-25', except: everything, numbers: [] }),
    ).rejects.toEqual(refused('INPUT_INVALID'));
    const done = await room().postBatch(all.clerk, { batchId: batch.id, day: '2026-11-25', except, numbers: [] });
    expect(done).toMatchObject({ state: 'posted', postedOn: '2026-11-25' });
    expect(done.items.map(({ state }) => state)).toEqual(['left', ...goes.map(() => 'posted')]);
    for (const { caseId, noticeId } of goes) expect(await all.standing(caseId, noticeId)).toEqual({ post: 'sent' });
    const next = await room().gatherBatch(all.clerk, { way: 'post' });
    expect(next.items.map(({ noticeId }) => noticeId)).toEqual(except);
    for (const act of ['postBatch', 'giveUpBatch'] as const)
      await expect(
        room()[act](all.clerk, { batchId: batch.id, day: '2026-11-25', except: [], numbers: [] }),
      ).rejects.toEqual(refused('BATCH_ENDED'));
    await room().giveUpBatch(all.clerk, { batchId: next.id });
  });

  test('of registered letters take a barcode each; one that another letter has posts nothing of them', async () => {
    const [one, two] = [await posted('1000', ['registered']), await posted('1000', ['registered'])];
    const batch = await room().gatherBatch(all.clerk, { way: 'registered' });
    const of = { batchId: batch.id, day: '2026-11-25', except: [] };
    const numbers = (second: string) => [
      { noticeId: one.noticeId, number: '3232 0000 1111' },
      { noticeId: two.noticeId, number: second },
    ];
    await expect(room().postBatch(all.clerk, { ...of, numbers: numbers('323200001111') })).rejects.toMatchObject({
      errors: [{ pointer: '/number', keyword: 'taken' }],
    });
    expect(await all.standing(one.caseId, one.noticeId)).toEqual({ registered: null });
    await room().postBatch(all.clerk, { ...of, numbers: numbers('3232 0000 2222') });
    expect((await room().readPostRoom(all.clerk, { number: '323200002222' })).items).toMatchObject([
      { id: two.noticeId, state: 'sent' },
    ]);
    expect((await all.fates(one.caseId, one.noticeId)).toSorted()).toEqual([
      'registered handedOver',
      'registered sent',
    ]);
    const [letter] = await all.given.casework.notices.listOfOfficeCase(all.clerk, { caseId: one.caseId });
    expect(new Set(letter?.fates.flatMap(({ reason }) => reason ?? []))).toEqual(
      new Set([`Posté avec le lot ${batch.number}`]),
    );
  });

  test('the same barcode that two clerks enter at once is of one letter', async () => {
    const [one, two] = [await posted('1000', ['registered']), await posted('1000', ['registered'])];
    const said = { channel: 'registered', kind: 'handedOver', day: '2026-11-25', reason: 'scan' } as const;
    const outcomes = await Promise.allSettled([
      all.given.casework.notices.sayFate(all.clerk, { ...said, noticeId: one.noticeId, number: 'RS777777777BE' }),
      all.given.casework.notices.sayFate(all.colleague, { ...said, noticeId: two.noticeId, number: 'RS777777777BE' }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a batch is of its office, and the database keeps what was made and how it ended', async () => {
    await posted();
    const batch = await room().gatherBatch(all.clerk, { way: 'post' });
    const of = { batchId: batch.id };
    await expect(room().getBatch(all.stranger, of)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(room().printBatch(all.stranger, { ...of, locale: 'fr' })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(room().giveUpBatch(all.stranger, of)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(room().postBatch(all.stranger, { ...of, day: '2026-11-25', except: [], numbers: [] })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    await expect(
      all.given.database.query('update casework.print_batch set letters = 1000 where id = $1', [batch.id]),
    ).rejects.toThrow('Expected a batch to stay as it was made');
    await room().giveUpBatch(all.clerk, of);
    await expect(
      all.given.database.query(`update casework.print_batch set posted_on = '2026-11-25' where id = $1`, [batch.id]),
    ).rejects.toThrow('Expected a batch that ended to stay so');
  });

  test('a letter that its carrier has in hand is in no batch', async () => {
    await all.use('registered');
    const { noticeId } = await posted('1000', ['registered']);
    all.registered.fail(1);
    await all.carry();
    await expect(room().gatherBatch(all.clerk, { way: 'registered' })).rejects.toEqual(refused('NOTHING_TO_PRINT'));
    await all.use('registered', false);
    const rest = await room()
      .gatherBatch(all.clerk, { way: 'registered' })
      .catch(() => null);
    expect(rest?.items.map((item) => item.noticeId) ?? []).not.toContain(noticeId);
  });
});
