import type { Actor } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FateToSay } from './views/notice.ts';

const text = (name: string) => ({ fr: name, nl: name, en: name });
const term = (key: string, more: object = {}) => ({
  key,
  label: text(key),
  length: 30,
  kind: 'calendarDays',
  legalRef: `art. ${key}`,
  binds: 'applicant',
  ...more,
});
const folder = () =>
  sampleProcedureChanging('procedure.json', (description: { terms: readonly object[] }) => {
    description.terms = [
      ...description.terms,
      term('defence', { startsAfter: 'presentation' }),
      term('appeal', { startsAfter: 'presumedDelivery' }),
      term('boxed', { startsAfter: 'availability' }),
      term('objection', { startsAfter: 'posting' }),
      term('promise', { startsAfter: 'presentation', serviceTarget: true, binds: 'administration' }),
    ];
  });

describe.each([usualStore])('notices on %s', (kind) => {
  let given: TestCasework;
  let citizen: Actor;
  let clerk: Actor;
  let driver: Actor;
  let caseId = '';
  let count = 0;

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, folder());
    clerk = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    driver = await givenStaff(given.casework, { name: 'Dina', roles: ['agent'], administration: 'taxi' });
  });
  const opened = async (who: Actor) => {
    citizen = who;
    caseId = await givenCase(given.casework, citizen, `Peeters ${count}`);
    given.engine.messages.length = 0;
  };
  beforeEach(async () => {
    // A Wednesday.
    given.clock.set('2026-11-25T09:00:00Z');
    count += 1;
    await opened(await givenCitizen(given.casework, `Noa Peeters ${count}`));
  });
  afterAll(() => given.close());

  const notices = () => given.casework.notices;
  const send = (more: object = {}, key = `send-${count}`) =>
    given.casework.caseStore.sendNotice(connectorOf(caseId), {
      idempotencyKey: key,
      template: 'grant',
      channels: ['registered', 'portal'],
      values: { amount: 120, grounds: ['R2'] },
      ...more,
    } as never);
  const say = (noticeId: string, said: Partial<FateToSay>, by = clerk) =>
    notices().sayFate(by, {
      noticeId,
      channel: 'registered',
      kind: 'sent',
      day: '2026-11-25',
      reason: 'scan',
      ...said,
    });
  let heardBefore = 0;
  const hear = (noticeId: string, more: object) => {
    heardBefore += 1;
    return given.casework.caseStore.noteNoticeFate(connectorOf(caseId), {
      idempotencyKey: `heard-${heardBefore}`,
      noticeId,
      channel: 'registered',
      ...more,
    } as never);
  };
  const watch = () => notices().watch(system, {});
  const told = async (key: string) => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages.filter(({ correlationKey }) => correlationKey === key);
  };
  const names = async (key: string) => (await told(key)).map(({ name }) => name);
  const seen = async (noticeId: string) =>
    (await notices().listOfOfficeCase(clerk, { caseId })).find(({ id }) => id === noticeId);
  const mine = async () => (await notices().listMine(citizen, { caseId }))[0];
  const termOf = async (termId: string | null) =>
    (await given.casework.cases.getCase(clerk, { caseId })).terms.find(({ id }) => id === termId);
  const timeline = async (who: Actor) =>
    (who === citizen
      ? await given.casework.cases.getMyCase(citizen, { caseId })
      : await given.casework.cases.getCase(clerk, { caseId })
    ).timeline.map(({ kind: what }) => what);

  test('are sent once however often a job asks, on paper where nobody agreed to anything else', async () => {
    const first = await send({ termKey: 'defence', channels: ['portal', 'email', 'ebox', 'registered'] });
    expect(first).toMatchObject({ channels: ['registered'], termId: expect.any(String) });
    await expect(send({ termKey: 'defence', channels: ['portal', 'email', 'ebox', 'registered'] })).resolves.toEqual(
      first,
    );
    await expect(notices().listOfOfficeCase(clerk, { caseId })).resolves.toHaveLength(1);
    const { channels } = await send({ channels: ['portal', 'email', 'ebox'] }, 'electronic');
    expect(channels).toEqual(['post']);
  });

  test('go by the ways to which somebody agreed; a mail says that something waits, and nothing of it', async () => {
    await opened(await givenReader(given.casework, `Lea Maes ${count}`));
    const { noticeId, channels } = await send({ channels: ['portal', 'email', 'ebox'] });
    expect(channels).toEqual(['portal', 'email']);
    given.mails.length = 0;
    await given.casework.dispatch.mail(system, {});
    expect(given.mails).toHaveLength(1);
    expect(JSON.stringify(given.mails)).not.toMatch(/120|Octroi|Peeters/);
    expect(await watch()).toBe(1);
    expect(await watch()).toBe(0);
    expect(await seen(noticeId)).toMatchObject({
      channels: [
        { channel: 'portal', state: 'sent', day: '2026-11-25' },
        { channel: 'email', state: 'sent', day: '2026-11-25' },
      ],
    });
    // Whoever opens the letter has read it, once.
    const documentId = (await seen(noticeId))?.documentId ?? '';
    for (const _ of [1, 2]) await notices().noteRead(citizen, { caseId, documentId });
    expect(await names(noticeId)).toEqual(['housing.notice.read']);
  });

  test('a mail that reached nobody is a letter that has to be posted', async () => {
    await opened(await givenReader(given.casework, `Lea Maes ${count}`));
    const { noticeId } = await send({ channels: ['email'] });
    given.breakMails(true);
    await given.casework.dispatch.mail(system, {}).catch(() => {});
    given.clock.set('2026-11-29T09:00:00Z');
    await given.casework.dispatch.mail(system, {}).catch(() => {});
    given.breakMails(false);
    await watch();
    expect(await seen(noticeId)).toMatchObject({
      channels: [
        { channel: 'email', state: 'returned' },
        { channel: 'post', state: null },
      ],
    });
    const { items } = await given.casework.postRoom.readPostRoom(clerk, { limit: 100 });
    expect(items).toContainEqual(expect.objectContaining({ id: noticeId, way: 'post', state: null }));
  });

  test('story 14, trap 5: the term of a registered letter begins on the day after its presentation, not after posting', async () => {
    const { noticeId, termId } = await send({ termKey: 'defence' });
    await say(noticeId, { kind: 'handedOver', number: '3232 0000 1111 0000 0017 5' });
    await say(noticeId, {});
    expect(await termOf(termId)).toBeUndefined();
    given.clock.set('2026-11-27T09:00:00Z');
    await say(noticeId, { kind: 'presented', day: '2026-11-27' });
    // Thirty days from the 28th end on Sunday the 27th of December.
    expect(await termOf(termId)).toMatchObject({ state: 'running', startedOn: '2026-11-27', dueOn: '2026-12-28' });
    expect(await told(noticeId)).toMatchObject([
      {
        name: 'housing.notice.presented',
        variables: {
          notice: { noticeId, fate: 'presented', day: '2026-11-27', channel: 'registered', termId, caseId },
        },
      },
    ]);
    given.clock.set('2026-12-12T09:00:00Z');
    await say(noticeId, { kind: 'unclaimed', day: '2026-12-12' });
    expect(await names(noticeId)).toEqual(['housing.notice.presented', 'housing.notice.unclaimed']);
    // The second letter is for information: no new term, and what becomes of it moves none.
    const copy = await given.casework.caseStore.sendNotice(connectorOf(caseId), {
      idempotencyKey: 'copy',
      copyOf: noticeId,
    });
    expect(copy).toMatchObject({ channels: ['post'], termId: null });
    await say(copy.noticeId, { channel: 'post', day: '2026-12-12' });
    given.clock.set('2026-12-20T09:00:00Z');
    await watch();
    expect(await names(copy.noticeId)).toEqual(['housing.notice.delivered']);
    expect(await termOf(termId)).toMatchObject({ state: 'running', dueOn: '2026-12-28' });
    expect(await mine()).toMatchObject({ isCopy: true, term: null });
    given.clock.set('2026-12-29T09:00:00Z');
    await given.casework.terms.watch(system, {});
    expect(await names(termId ?? '')).toEqual(['housing.term.expired']);
  });

  test('a copy takes no term, and is of a letter that is none itself', async () => {
    const { noticeId } = await send();
    await expect(send({ copyOf: noticeId, termKey: 'defence' }, 'with-term')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    const { noticeId: copy } = await send({ copyOf: noticeId }, 'copy-of');
    await expect(send({ copyOf: copy }, 'copy-of-copy')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('what the law presumes is written once its day is over, by the clock, and moves when something else is known', async () => {
    const { noticeId, termId } = await send({ channels: ['post'], termKey: 'appeal' });
    await say(noticeId, { channel: 'post' });
    given.clock.set('2026-11-30T22:59:59Z');
    expect(await watch()).toBe(0);
    // Monday the 30th was the third working day; it is over.
    given.clock.set('2026-11-30T23:00:00Z');
    expect(await watch()).toBe(1);
    expect(await watch()).toBe(0);
    expect(await termOf(termId)).toMatchObject({ state: 'running', startedOn: '2026-11-30', dueOn: '2026-12-30' });
    expect(await told(noticeId)).toMatchObject([{ variables: { notice: { fate: 'presumed', day: '2026-11-30' } } }]);
    given.clock.set('2026-12-04T09:00:00Z');
    await say(noticeId, { channel: 'post', kind: 'delivered', day: '2026-12-03' });
    expect(await termOf(termId)).toMatchObject({ state: 'running', startedOn: '2026-12-03', dueOn: '2027-01-04' });
    expect((await seen(noticeId))?.fates.map(({ kind: what, moved }) => [what, moved?.dueOn])).toEqual([
      ['sent', undefined],
      ['presumed', '2026-12-30'],
      ['delivered', '2027-01-04'],
    ]);
    expect(await timeline(citizen)).toEqual(
      expect.arrayContaining(['notice.presumed', 'notice.delivered', 'termStarted', 'termRecounted']),
    );
    // Told once that it arrived, whatever the day.
    expect(await names(noticeId)).toEqual(['housing.notice.delivered']);
  });

  test('a letter that came back makes its term stand still; a correction lets it run as if nothing had been', async () => {
    const { noticeId, termId } = await send({ channels: ['post'], termKey: 'appeal' });
    await say(noticeId, { channel: 'post' });
    given.clock.set('2026-12-02T09:00:00Z');
    await watch();
    const before = await termOf(termId);
    const view = await say(noticeId, {
      channel: 'post',
      kind: 'returned',
      day: '2026-12-02',
      reason: 'address unknown',
    });
    expect(await termOf(termId)).toMatchObject({ state: 'interrupted', remainingDays: 30 });
    expect(await names(noticeId)).toEqual(['housing.notice.delivered', 'housing.notice.returned']);
    given.clock.set('2026-12-15T09:00:00Z');
    const returned = view.fates.find(({ kind: what }) => what === 'returned')?.id ?? '';
    await say(noticeId, {
      channel: 'post',
      kind: 'annulled',
      day: '2026-12-15',
      corrects: returned,
      reason: 'wrong letter',
    });
    expect(await termOf(termId)).toEqual({ ...before, remainingDays: 15 });
    expect((await seen(noticeId))?.fates).toMatchObject([
      { kind: 'sent', stands: true },
      { kind: 'presumed', stands: true },
      { kind: 'returned', stands: false, reason: 'address unknown', recordedBy: 'Bart' },
      { kind: 'annulled', corrects: returned, reason: 'wrong letter' },
    ]);
    // The correction is for the office.
    expect(await timeline(clerk)).toContain('notice.corrected');
    expect(await timeline(citizen)).not.toContain('notice.corrected');
  });

  test('what has ended is not taken back: whoever handles the case reads that something else is known', async () => {
    const { noticeId, termId } = await send({ termKey: 'defence' });
    await say(noticeId, { kind: 'presented', day: '2026-11-25' });
    given.clock.set('2026-12-29T09:00:00Z');
    await given.casework.terms.watch(system, {});
    const fateId = (await seen(noticeId))?.fates.at(-1)?.id ?? '';
    await say(noticeId, { kind: 'presented', day: '2026-12-10', corrects: fateId });
    expect(await termOf(termId)).toMatchObject({ state: 'expired', dueOn: '2026-12-28' });
    expect(await timeline(clerk)).toContain('notice.late');
  });

  test('a carrier tells in any order and as often as it likes; of a day it knows more than the office', async () => {
    const { noticeId, termId } = await send({ termKey: 'defence' });
    given.clock.set('2026-12-10T09:00:00Z');
    const delivered = { kind: 'delivered', day: '2026-12-08', event: 'e3' };
    expect(await hear(noticeId, delivered)).toEqual({ isNew: true });
    expect(await termOf(termId)).toMatchObject({ startedOn: '2026-12-08' });
    expect(await hear(noticeId, delivered)).toEqual({ isNew: false });
    await say(noticeId, { kind: 'presented', day: '2026-12-01' });
    expect(await termOf(termId)).toMatchObject({ startedOn: '2026-12-01', dueOn: '2026-12-31' });
    expect(await hear(noticeId, { kind: 'presented', day: '2026-11-27', event: 'e2' })).toEqual({ isNew: true });
    expect(await termOf(termId)).toMatchObject({ startedOn: '2026-11-27', dueOn: '2026-12-28' });
    expect(await names(noticeId)).toEqual(['housing.notice.delivered', 'housing.notice.presented']);
    await expect(hear('nnnnnnnnnnnnnnnnnnnnnn', delivered)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the fates of one letter say nothing that cannot be, and a barcode is of one letter', async () => {
    const { noticeId } = await send();
    const refused = async (said: Partial<FateToSay>, pointer: string) =>
      expect(say(noticeId, said)).rejects.toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer }] });
    await refused({ channel: 'ebox', kind: 'delivered' }, '/channel');
    await refused({ kind: 'read' }, '/kind');
    await refused({ day: '2026-11-26' }, '/day');
    await refused({ day: '2026-11-01' }, '/day');
    await refused({ kind: 'presented', number: 'R123456' }, '/number');
    await refused({ kind: 'annulled' }, '/kind');
    await refused({ corrects: 'nnnnnnnnnnnnnnnnnnnnnn' }, '/corrects');
    await say(noticeId, {});
    await refused({}, '/kind');
    await say(noticeId, { kind: 'handedOver', number: `r-${count} 23456` });
    const other = await send({}, 'other');
    await expect(say(other.noticeId, { kind: 'handedOver', number: `R${count}23456` })).rejects.toMatchObject({
      errors: [{ pointer: '/number', keyword: 'taken' }],
    });
    const found = await given.casework.postRoom.readPostRoom(clerk, { number: `r${count}-23456` });
    expect(found.items).toMatchObject([{ id: noticeId, number: `R${count}23456`, state: 'sent' }]);
    await expect(say(noticeId, { kind: 'presented' }, driver)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await given.casework.postRoom.readPostRoom(driver, { number: `R${count}23456` })).items).toEqual([]);
  });

  test('trap 4: what the office promises itself begins with a letter too, and is no right of whom it is for', async () => {
    const { noticeId, termId } = await send({ termKey: 'promise' });
    await say(noticeId, { kind: 'presented' });
    expect(await termOf(termId)).toMatchObject({ isServiceTarget: true, effect: 'none', state: 'running' });
    expect((await seen(noticeId))?.term).toMatchObject({ isServiceTarget: true });
    expect((await mine())?.term).toBeNull();
    expect(await timeline(citizen)).not.toContain('termStarted');
  });

  test('only a term that begins with an arrival is started by one', async () => {
    await expect(send({ termKey: 'objection' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(send({ termKey: 'nothing' }, 'unknown')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(send({ participantId: 'nnnnnnnnnnnnnnnnnnnnnn' }, 'nobody')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('what became of a letter is never changed, by nobody', async () => {
    const { noticeId } = await send();
    await say(noticeId, {});
    await expect(
      given.database.query(`update casework.notice_fate set day = '2026-01-01' where notice_id = $1`, [noticeId]),
    ).rejects.toThrow('Expected notice_fate to stay as it was written');
  });
});
