import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  connectorOf,
  givenAdministrations,
  givenPublished,
  givenReader,
  givenStaff,
  system,
} from '@irisflow/platform/testing';

describe('what a process asks of the calendar and says to other cases', () => {
  let given: TestCasework;
  let citizen: Actor;
  let caseId = '';
  let calls = 0;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    calls += 1;
    citizen = await givenReader(given.casework, `Zoë Łukasz-${calls}`);
    caseId = await newCase();
  });
  afterAll(() => given.close());

  const store = () => given.casework.caseStore;
  const connector = () => connectorOf(caseId);
  const call = (idempotencyKey: string) => ({ idempotencyKey });
  const newCase = async (): Promise<string> => {
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'nl' });
    const data = { ...draft.data, lastName: 'Łukasz', rent: 700, hasLease: false };
    return (await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'nl' })).caseId;
  };

  describe('days', () => {
    test('are counted by the holidays of the law and the closures of the administration', async () => {
      const administrator = await givenStaff(given.casework, { name: `Ann-${calls}`, roles: ['administrator'] });
      const name_ = { fr: 'Pont', nl: 'Brugdag', en: 'Bridge day' };
      await given.casework.terms.addClosure(administrator, { name: name_, recurs: 'once', from: '2026-12-28' });
      const count = (asked: object) => store().countDays(connector(), { day: '2026-12-24', ...asked });

      expect(await count({ workingDays: 3 })).toMatchObject({
        isWorkingDay: true,
        isClosed: false,
        result: '2026-12-31',
      });
      expect(await count({ workingDays: -1 })).toMatchObject({ result: '2026-12-23' });
      expect(await count({ calendarDays: 1 })).toMatchObject({ result: '2026-12-29' });
      expect(await count({ day: '2026-12-25', until: '2026-12-31' })).toMatchObject({
        isClosed: true,
        nextWorkingDay: '2026-12-29',
        workingDaysUntil: 3,
      });
      await expect(count({ workingDays: 1, calendarDays: 1 })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await expect(count({ until: '9999-01-01' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });

    test.each([
      ['back over thousands of years', { day: '2026-12-24', until: '0001-01-01' }],
      ['to the last day that is written with four digits', { day: '9999-12-01', until: '9999-12-31' }],
      ['beyond that day', { day: '9999-12-31', workingDays: 1 }],
      ['before the first day', { day: '0001-01-01', workingDays: -5000 }],
    ])('are not counted %s, which would hold up everybody', async (_case, asked) => {
      await expect(store().countDays(connector(), asked)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });
  });

  describe('another case', () => {
    const tell = (key: string, more: object) =>
      store().tellCase(connector(), { ...call(key), toCase: 'x', message: 'permit.confirmed', ...more });
    const fromCase = ({ message }: Record<string, unknown>) => (message as { fromCase?: string }).fromCase;
    const told = async (to: string) => {
      await given.casework.outbox.drain(system, {});
      return given.engine.messages.filter(
        (message) => message.correlationKey === to && message.name.includes('permit'),
      );
    };

    test('is told once, under the name of its administration, and knows by whom', async () => {
      const other = await newCase();
      const more = { toCase: other, data: { number: 'P-1' } };
      expect(await tell('tell-1', more)).toEqual({ caseId: other });
      expect(await tell('tell-1', more)).toEqual({ caseId: other });

      expect(await told(other)).toMatchObject([
        {
          name: 'housing.permit.confirmed',
          variables: { message: { name: 'permit.confirmed', fromCase: caseId, data: { number: 'P-1' } } },
        },
      ]);
    });

    test('is found by its reference too', async () => {
      const other = await newCase();
      const [row] = await given.database.query('select reference from casework.case_file where id = $1', [other]);
      expect(await tell('tell-2', { toCase: String(row?.['reference']) })).toEqual({ caseId: other });
    });

    test('of another administration, or of nobody, does not exist', async () => {
      const other = await newCase();
      await given.database.query("update casework.case_file set administration = 'taxi' where id = $1", [other]);
      await expect(tell('tell-3', { toCase: other })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(tell('tell-4', { toCase: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await told(other)).toEqual([]);
    });

    test.each([
      'term.expired',
      'term.anything',
      'housing.term.expired',
      'rent.right.activated',
      'a.b.obligation.opened',
    ])('hears no %s, which the platform alone says', async (message) => {
      const told_ = tell(`tell-${message}`, { toCase: await newCase(), message });
      await expect(told_).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });

    test('is told fifty things that it does not read at most, however many are said at once, and more once it has read some', async () => {
      const other = await newCase();
      const said = await Promise.allSettled(
        Array.from({ length: 60 }, (_, count) =>
          tell(`flood-${count}`, { toCase: other, message: `permit.named${count % 3}` }),
        ),
      );
      expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
      await expect(tell('flood-more', { toCase: other })).rejects.toMatchObject({
        code: 'MESSAGES_UNREAD',
        detail: expect.stringContaining('at most 50 messages'),
      });
      // Another sender, and another case, are not kept from it.
      expect(await tell('flood-other', { toCase: await newCase() })).toMatchObject({});
      await store().tellCase(connectorOf(await newCase()), {
        ...call('flood-sender'),
        toCase: other,
        message: 'permit.named0',
      });

      // What its process took of others makes no room for this sender, whatever they called it; nor does what it took twice.
      const [first] = (await told(other)).filter(({ variables }) => fromCase(variables) === caseId);
      const ofOthers = (await told(other)).filter(({ variables }) => fromCase(variables) !== caseId);
      expect(ofOthers).toHaveLength(1);
      given.engine.taken.push(...ofOthers.map(({ messageId }) => messageId));
      await expect(tell('flood-others', { toCase: other })).rejects.toMatchObject({ code: 'MESSAGES_UNREAD' });

      given.engine.taken.push(String(first?.messageId), String(first?.messageId));
      expect(await tell('flood-read', { toCase: other })).toEqual({ caseId: other });
      await expect(tell('flood-full', { toCase: other })).rejects.toMatchObject({ code: 'MESSAGES_UNREAD' });

      // What was taken before makes no room for more than it was: the bound is one of the last 60 days.
      const all = await told(other);
      given.engine.taken.push(...all.map(({ messageId }) => messageId));
      given.clock.set('2027-01-25T09:00:00Z');
      const later = Array.from({ length: 60 }, (_, count) =>
        tell(`later-${count}`, { toCase: other, message: 'permit.named0' }),
      );
      expect((await Promise.allSettled(later)).filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    });

    test('hears nothing in the name of the platform, nor when it has ended, nor of itself', async () => {
      const other = await newCase();
      await expect(tell('tell-5', { toCase: other, message: 'term.expired' })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
      await expect(tell('tell-6', { toCase: caseId })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await expect(tell('tell-7', { toCase: other, data: { x: 'x'.repeat(60_000) } })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
      await store().closeCase(connectorOf(other), { ...call('close'), reason: 'done' });
      await expect(tell('tell-8', { toCase: other })).rejects.toMatchObject({ code: 'CASE_ENDED' });
    });
  });
});

describe('a case whose version hears plain names', () => {
  test('is told under the name of its administration all the same, never under that of another', async () => {
    const given = await openTestCasework();
    try {
      await givenAdministrations(given.casework);
      await given.database.query(`
        create function casework.plainly() returns trigger language plpgsql
        as 'begin new.qualified := false; return new; end'`);
      await given.database.query(`
        create trigger plainly before insert on casework.procedure_version
        for each row execute function casework.plainly()`);
      await givenPublished(given.casework);
      given.clock.set('2026-11-25T09:00:00Z');
      const citizen = await givenReader(given.casework, 'Zoë Łukasz');
      const newCase = async () => {
        const draft = await given.casework.applications.createDraft(citizen, {
          procedureKey: 'rent-aid',
          language: 'nl',
        });
        const data = { ...draft.data, lastName: 'Łukasz', rent: 700, hasLease: false };
        return (await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'nl' })).caseId;
      };
      const [telling, toCase] = [await newCase(), await newCase()];
      await given.casework.caseStore.tellCase(connectorOf(telling), {
        idempotencyKey: 'tell',
        toCase,
        message: 'taxi.permit.confirmed',
      });
      await given.casework.outbox.drain(system, {});
      expect(given.engine.messages.map(({ name }) => name)).toEqual(['housing.taxi.permit.confirmed']);
    } finally {
      await given.close();
    }
  });
});
