import { findPlanted, system } from '@irisflow/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkLetters } from './index.ts';
import { type GivenPostRoom, givenPostRoom } from './testing/given-post-room.ts';

const refused = (code: string) => expect.objectContaining({ code });

describe.each(['postgres', 'pglite'] as const)('letters with their carriers on %s', (kind) => {
  let all: GivenPostRoom;
  let count = 0;
  const someone = () => `Noa Peeters ${(count += 1)}`;
  const idOf = (noticeId: string, channel = 'registered') => `ltr_${noticeId}-${channel}`;
  const room = () => all.given.casework.postRoom;
  const messages = async (key: string) => {
    await all.given.casework.outbox.drain(system, {});
    return all.given.engine.messages.filter(({ correlationKey }) => correlationKey === key).map(({ name }) => name);
  };
  const later = (minutes: number) =>
    all.given.clock.set(new Date(all.given.clock.now() + minutes * 60_000).toISOString());

  beforeAll(async () => {
    all = await givenPostRoom(kind);
  });
  // A Wednesday.
  beforeEach(() => all.given.clock.set('2026-11-25T09:00:00Z'));
  afterAll(() => all.given.close());

  test('an office that has none posts its letters itself, and says for itself that it has one', async () => {
    const caseId = await all.open(someone());
    const { noticeId } = await all.send(caseId);
    await all.carry();
    expect(all.registered.letters.size).toBe(0);
    await expect(
      room().setCarrier(all.clerk, { channel: 'ebox', account: '1', isOn: true, revision: 0 }),
    ).rejects.toEqual(refused('FORBIDDEN'));
    await all.use('registered');
    await all.use('ebox');
    await all.carry();
    expect([...all.registered.letters.keys()]).toEqual([idOf(noticeId)]);
    await expect(
      room().setCarrier(all.administrator, { channel: 'ebox', account: '2', isOn: true, revision: 0 }),
    ).rejects.toEqual(refused('STALE_REVISION'));
    expect(await all.standing(caseId, noticeId)).toEqual({ registered: 'handedOver' });
  });

  test('the carrier is told whom it is for and gets the paper; the office reads the number', async () => {
    const name = someone();
    const caseId = await all.open(name);
    const { noticeId } = await all.send(caseId);
    await all.carry();
    const handed = all.registered.letters.get(idOf(noticeId))?.handed;
    expect(handed).toMatchObject({
      account: '00012345',
      administration: 'housing',
      sender: 'Bruxelles Logement',
      recipient: { kind: 'address', lines: [expect.stringContaining('Peeters'), 'Rue Haute 12', '1000 Bruxelles'] },
      webhookUrl: 'http://localhost:8080/api/carriers/notifications',
    });
    expect(
      Buffer.from(handed?.pdf.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const { items } = await room().readPostRoom(all.clerk, { work: 'underway', limit: 100 });
    expect(items.find(({ id }) => id === noticeId)).toMatchObject({
      number: expect.stringMatching(/^RS\d{9}BE$/),
      inHand: { carrier: 'carried', batch: null, problem: null },
    });
    // Whom it is for is not kept beside the letter once it is carried.
    const rows = await all.given.database.query(
      'select address, number_sealed from casework.consignment where notice_id = $1',
      [noticeId],
    );
    expect(rows).toEqual([{ address: null, number_sealed: null }]);
  });

  test('a carrier that is away, dies before it answers or is asked again has one letter', async () => {
    const caseId = await all.open(someone());
    const before = all.registered.letters.size;
    const { noticeId } = await all.send(caseId);
    all.registered.fail(1);
    await all.carry();
    later(1);
    all.registered.loseAnswer();
    await all.carry();
    // They moved meanwhile: asked again, the carrier is told the same.
    await all.given.database.query(
      `update casework.case_file set data = jsonb_set(data, '{address,street}', '"Rue Basse"') where id = $1`,
      [caseId],
    );
    later(5);
    await all.carry();
    await all.carry();
    expect(all.registered.letters.size).toBe(before + 1);
    expect(await all.fates(caseId, noticeId)).toEqual(['registered handedOver']);
  });

  test('two processes that hand over at once have one letter', async () => {
    const caseId = await all.open(someone());
    const { noticeId } = await all.send(caseId);
    const before = all.registered.letters.size;
    const other = all.given.restarted();
    await Promise.allSettled([room().carry(system, {}), other.postRoom.carry(system, {}), room().carry(system, {})]);
    await all.carry();
    expect(all.registered.letters.size).toBe(before + 1);
    expect(await all.fates(caseId, noticeId)).toEqual(['registered handedOver']);
  });

  test('the clock starts at the presentation alone; what is told again, twice or in another order changes nothing', async () => {
    const caseId = await all.open(someone());
    const { noticeId, termId } = await all.send(caseId, { termKey: 'defence' });
    await all.carry();
    const id = idOf(noticeId);
    all.registered.happen(id, 'sent', '2026-11-25T15:00:00Z');
    await all.tell(id);
    const terms = async () =>
      (await all.given.casework.cases.getCase(all.clerk, { caseId })).terms.filter((one) => one.id === termId);
    expect(await terms()).toEqual([]);
    all.given.clock.set('2026-12-20T09:00:00Z');
    all.registered.happen(id, 'unclaimed', '2026-12-11T10:00:00Z');
    all.registered.happen(id, 'presented', '2026-11-26T10:00:00Z');
    all.registered.repeat(id);
    for (let again = 0; again < 3; again += 1) await all.tell(id);
    expect(await terms()).toMatchObject([{ startedOn: '2026-11-26', dueOn: '2026-12-28' }]);
    expect((await messages(noticeId)).toSorted()).toEqual(['housing.notice.presented', 'housing.notice.unclaimed']);
    expect((await all.fates(caseId, noticeId)).toSorted()).toEqual([
      'registered handedOver',
      'registered presented',
      'registered sent',
      'registered unclaimed',
    ]);
  });

  test('a carrier that never rings is asked by and by; what lies ahead or cannot be is left out and told of', async () => {
    const caseId = await all.open(someone());
    const { noticeId } = await all.send(caseId);
    await all.carry();
    const id = idOf(noticeId);
    all.registered.happen(id, 'delivered', '2026-11-01T10:00:00Z');
    all.registered.happen(id, 'sent', '2026-11-25T10:00:00Z');
    later(10);
    await expect(room().carry(system, {})).rejects.toThrow('Expected to carry letters, but 1 could not be');
    expect(await all.standing(caseId, noticeId)).toEqual({ registered: 'sent' });
  });

  test('what the carrier says while it is being asked is asked for again, not forgotten', async () => {
    const caseId = await all.open(someone());
    const { noticeId } = await all.send(caseId);
    await all.carry();
    const id = idOf(noticeId);
    all.registered.meanwhile(async () => {
      all.registered.happen(id, 'sent', '2026-11-25T09:00:00Z');
      await room().hearCarrier({ kind: 'anonymous' }, { id });
    });
    await all.tell(id);
    expect(await all.standing(caseId, noticeId)).toEqual({ registered: 'handedOver' });
    await all.carry();
    expect(await all.standing(caseId, noticeId)).toEqual({ registered: 'sent' });
  });

  test('an address that the carrier does not know, or that there is not, leaves the letter with the post room', async () => {
    const caseId = await all.open(someone());
    const { noticeId } = await all.send(caseId);
    all.registered.reject('unknownAddress');
    await all.carry();
    const inRoom = async () =>
      (await room().readPostRoom(all.clerk, { limit: 100 })).items.find(({ id }) => id === noticeId);
    expect(await inRoom()).toMatchObject({ state: null, inHand: { carrier: 'rejected', problem: 'unknownAddress' } });
    later(60);
    await all.carry();
    expect(all.registered.letters.has(idOf(noticeId))).toBe(false);
    const nowhere = await all.open(someone());
    await all.given.database.query(`update casework.case_file set data = data - 'address' where id = $1`, [nowhere]);
    const { noticeId: lost } = await all.send(nowhere);
    await all.carry();
    const { items } = await room().readPostRoom(all.clerk, { limit: 100 });
    expect(items.find(({ id }) => id === lost)?.inHand).toMatchObject({ problem: 'noAddress' });
    // Those that the carrier does not take are printed, and nothing else of this way.
    const batch = await room().gatherBatch(all.clerk, { way: 'registered' });
    expect(batch.items.map(({ noticeId: one }) => one).toSorted()).toEqual([noticeId, lost].toSorted());
    await room().giveUpBatch(all.clerk, { batchId: batch.id });
  });

  test('what somebody noted by hand meanwhile is not handed over beside it', async () => {
    const caseId = await all.open(someone());
    const { noticeId } = await all.send(caseId);
    all.registered.fail(1);
    await all.carry();
    await all.given.casework.notices.sayFate(all.clerk, {
      noticeId,
      channel: 'registered',
      kind: 'sent',
      day: '2026-11-25',
      reason: 'taken to the post',
    });
    later(60);
    await all.carry();
    expect(all.registered.letters.has(idOf(noticeId))).toBe(false);
    expect(await all.standing(caseId, noticeId)).toEqual({ registered: 'sent' });
  });

  test('a digital mailbox is found by a number that is sealed; availability starts the term, and reading is a fate', async () => {
    const caseId = await all.open(someone(), { channels: ['portal', 'ebox'] });
    all.ebox.fail(1);
    const { noticeId, channels, termId } = await all.send(caseId, { channels: ['ebox'], termKey: 'boxed' });
    expect(channels).toEqual(['ebox']);
    await all.carry();
    const kept = await all.given.database.query<{ number_sealed: string }>(
      'select number_sealed from casework.consignment where notice_id = $1',
      [noticeId],
    );
    later(60);
    await all.carry();
    const id = idOf(noticeId, 'ebox');
    const handed = all.ebox.letters.get(id)?.handed;
    expect(handed?.recipient).toMatchObject({ kind: 'nationalNumber', number: expect.stringMatching(/^\d{11}$/) });
    const number = handed?.recipient.kind === 'nationalNumber' ? handed.recipient.number : '';
    expect(kept[0]?.number_sealed).not.toContain(number);
    all.ebox.happen(id, 'delivered', '2026-11-25T10:30:00Z');
    await all.tell(id);
    const { terms } = await all.given.casework.cases.getCase(all.clerk, { caseId });
    expect(terms.find((one) => one.id === termId)).toMatchObject({ startedOn: '2026-11-25' });
    all.ebox.happen(id, 'read', '2026-11-25T10:40:00Z');
    await all.tell(id);
    expect(await all.standing(caseId, noticeId)).toEqual({ ebox: 'read' });
    expect(await messages(noticeId)).toEqual(['housing.notice.delivered', 'housing.notice.read']);
  });

  test('a mailbox that nobody opened gives the letter to the post, whose arrival starts the term in its place', async () => {
    const caseId = await all.open(someone(), { channels: ['portal', 'ebox'] });
    const { noticeId, termId } = await all.send(caseId, { channels: ['ebox'], termKey: 'boxed' });
    all.ebox.reject('inactiveMailbox');
    await all.carry();
    expect(await all.standing(caseId, noticeId)).toEqual({ ebox: 'returned', post: null });
    const batch = await room().gatherBatch(all.clerk, { way: 'post' });
    await room().postBatch(all.clerk, { batchId: batch.id, day: '2026-11-25', except: [], numbers: [] });
    all.given.clock.set('2026-12-02T09:00:00Z');
    await all.given.casework.notices.watch(system, {});
    const { terms } = await all.given.casework.cases.getCase(all.clerk, { caseId });
    expect(terms.find((one) => one.id === termId)).toMatchObject({ startedOn: '2026-11-30' });
  });

  test('a key that nobody knows, or that somebody forges, tells and changes nothing', async () => {
    await expect(room().hearCarrier({ kind: 'anonymous' }, { id: 'ltr_unknown' })).resolves.toBeUndefined();
    const caseId = await all.open(someone());
    const { noticeId } = await all.send(caseId);
    await all.carry();
    await all.tell(idOf(noticeId));
    expect(await all.fates(caseId, noticeId)).toEqual(['registered handedOver']);
  });

  test.each([
    [
      'news that were told twice',
      [
        `insert into casework.outbox (case_id, kind, message, state, next_at, created_at)
           select case_id, kind, message, state, next_at, created_at from casework.outbox
            where message ->> 'name' like 'notice.%' limit 1`,
      ],
      /to tell notice\.\w+ once, but it did 2 times/,
    ],
    [
      'a letter of which nobody wrote that its carrier has it',
      [`update casework.notice_fate set kind = 'sent' where kind = 'handedOver'`],
      /which its carrier has, to say so/,
    ],
    [
      'a letter in two hands',
      [
        'update casework.print_batch set ended_at = null, ended_by = null, posted_on = null',
        `insert into casework.handover
           select notice_id, channel, case_id, administration, (select min(id) from casework.print_batch)
             from casework.consignment where state = 'over' limit 1
             on conflict (notice_id, channel) do update set batch_id = excluded.batch_id`,
      ],
      /in one hand, but its carrier has it and so has print batch/,
    ],
  ] as const)('the deep check finds %s', async (_, damage, finding) => {
    const caseId = await all.open(someone());
    const { noticeId } = await all.send(caseId);
    await all.carry();
    all.registered.happen(idOf(noticeId), 'delivered', '2026-11-25T08:30:00Z');
    await all.tell(idOf(noticeId));
    expect(await checkLetters(all.given.database)).toEqual([]);
    const open = ['notice_fate', 'print_batch'].map((table) => `alter table casework.${table} disable trigger user`);
    expect(await findPlanted(all.given.database, [...open, ...damage], checkLetters)).toContainEqual(
      expect.stringMatching(finding),
    );
  });

  test('no other office sees what is handed over', async () => {
    expect((await room().readPostRoom(all.stranger, { work: 'underway' })).items).toEqual([]);
    expect(await room().listBatches(all.stranger, {})).toEqual([]);
  });
});
