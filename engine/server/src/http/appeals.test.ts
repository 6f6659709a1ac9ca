import { hearingFolder, marketRight, suspensiveRemedy } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const key = 'labor-fine';
const administration = 'brussels-housing';
const system = { kind: 'job', name: 'operator' } as const;
const DAY_MS = 86_400_000;
const same = (text: string) => ({ fr: text, nl: text, en: text });

const term = {
  key: 'appeal',
  label: same('Term of appeal'),
  length: 30,
  kind: 'calendarDays',
  legalRef: 'Ordinance of 9 July 2015, art. 10',
  binds: 'applicant',
  startsAfter: 'receipt',
};
const right = {
  ...marketRight,
  states: marketRight.states.map((state) => (state.key === 'active' ? state : { ...state, whileAppealed: 'active' })),
};
const talk = {
  key: 'talk',
  label: same('Hearing'),
  letters: { summons: 'hearing-summons', moved: 'hearing-moved', canceled: 'hearing-canceled' },
  notice: 3,
  kind: 'calendarDays',
};

interface Owed {
  readonly state: string;
  readonly disputedOn: string | null;
  readonly steps: readonly object[];
  readonly plan: {
    readonly fallsOn: string | null;
    readonly fallenOn: string | null;
    readonly installments: readonly { readonly amount: string; readonly dueOn: string }[];
  } | null;
}
interface Appeals {
  readonly appeals: readonly { readonly suspendedSince: string | null; readonly ruling: string | null }[];
  readonly remedies: readonly { readonly remedy: number; readonly until: string | null }[];
}

describe('a fine, its appeal and its installments over HTTP', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let accountant: Visitor;
  let calls = 0;

  const today = (): string => new Date(given.clock.now()).toISOString().slice(0, 10);
  /** Whoever comes back after a while signs in again. */
  const signIn = async (): Promise<void> => {
    citizen = await givenPerson(given.app, given.casework, { name: 'Cy', roles: ['citizen'] });
    accountant = await givenPerson(given.app, given.casework, { name: 'Ada', roles: ['accountant'], administration });
  };
  const passUntil = async (instant: string): Promise<void> => {
    given.clock.pass((Date.parse(instant) - given.clock.now()) / 60_000);
    await signIn();
  };
  const pass = async (days: number): Promise<void> =>
    passUntil(new Date(given.clock.now() + days * DAY_MS).toISOString());

  const publish = async (analyst: Visitor): Promise<void> => {
    const params = { key };
    await givenProcedure(analyst, key);
    const draft = await analyst.ask<{ revision: number; files: { path: string; content: string }[] }>(
      'getProcedureDraft',
      { params },
    );
    const path = 'procedure.json';
    const description = JSON.parse(draft.files.find((file) => file.path === path)?.content ?? '{}') as object;
    const more = { terms: [term], remedies: [suspensiveRemedy], hearings: [talk] };
    const letters = hearingFolder().filter(
      (file) => file.path.startsWith('hearing-') && file.path.endsWith('.letter.json'),
    );
    let { revision } = draft;
    for (const body of [
      ...letters,
      { path: 'stall.right.json', content: JSON.stringify(right) },
      { path, content: JSON.stringify({ ...description, ...more }) },
    ])
      ({ revision } = await analyst.ask<{ revision: number }>('saveProcedureFile', {
        params,
        body: { ...body, revision },
      }));
    await analyst.ask('publishProcedure', { params, body: { note: 'Appeals', revision } });
  };

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const analyst = await givenPerson(app, casework, { name: 'Ann', roles: ['analyst'], administration });
    const administrator = await givenPerson(app, casework, { name: 'Alma', roles: ['administrator'], administration });
    await administrator.ask('setPayee', { body: { iban: 'BE68539007547034', name: 'Housing', revision: 0 } });
    await publish(analyst);
    await signIn();
  }, 60_000);
  afterAll(() => given.close());

  /** A case with its process, which asks the platform what its steps say. */
  const open = async () => {
    const caseId = await givenCase(citizen, key);
    const connector = await givenConnector(given, caseId);
    const step = <Reply>(name: Parameters<Visitor['ask']>[0], body: object): Promise<Reply> =>
      connector.ask<Reply>(name, { body, headers: { 'idempotency-key': `step-${(calls += 1)}` } });
    return { caseId, step };
  };
  const fine = { kind: 'fine', label: same('Fine'), legalReference: 'Art. 10', reminderDays: 7, noticeDays: 14 };
  const seen = (receivableId: string): Promise<Owed> => citizen.ask('getMyPayment', { params: { receivableId } });
  const appealsOf = (caseId: string): Promise<Appeals> => citizen.ask('getMyAppeals', { params: { caseId } });
  const watch = () => given.casework.terms.watchMoney(system, {});
  const toldOf = async (receivableId: string, name: string) =>
    given.database.query<{ payment: object }>(
      `select message -> 'variables' -> 'payment' as payment from casework.outbox
        where message ->> 'key' = $1 and message ->> 'name' = $2`,
      [receivableId, name],
    );
  /** The number of days from today after which a term ends on a Saturday. */
  const daysToSaturday = (): number => 14 + ((6 - new Date(given.clock.now()).getUTCDay() + 7) % 7);

  it('story 23: a citizen appeals before midnight of the last day, a rolled-over Monday, and enforcement is suspended', async () => {
    const { caseId, step } = await open();
    const { rightId } = await step<{ rightId: string }>('changeRight', {
      action: 'grant',
      kind: 'stall',
      data: { place: 'Flagey' },
    });
    await step('changeRight', { action: 'end', rightId });
    const { receivableId } = await step<{ receivableId: string }>('askPayment', {
      ...fine,
      amount: '500.00',
      days: 10,
    });
    await step('recordDecision', { outcome: 'refused', grounds: [] });
    const saturday = new Date(given.clock.now() + daysToSaturday() * DAY_MS).toISOString().slice(0, 10);
    await step('changeTerm', { action: 'start', key: 'appeal', length: daysToSaturday(), actOn: today() });

    const [remedy] = (await appealsOf(caseId)).remedies;
    const until = remedy?.until ?? '';
    expect(until > saturday).toBe(true);
    expect([0, 6]).not.toContain(new Date(until).getUTCDay());

    await passUntil(`${until}T21:30:00Z`);
    const lodged = await citizen.ask<Appeals>('lodgeAppeal', {
      params: { caseId },
      body: { remedy: 0, summary: 'I was not there.' },
    });
    expect(lodged.appeals).toMatchObject([{ suspendedSince: until }]);
    expect(await seen(receivableId)).toMatchObject({ disputedOn: until });
    expect(await citizen.ask('getMyRight', { params: { rightId } })).toMatchObject({
      standing: 'valid',
      heldBack: { since: until, state: { key: 'withdrawn' } },
    });
    await pass(60);
    await watch();
    expect(await toldOf(receivableId, 'payment.overdue')).toEqual([]);

    await step('recordDecision', { outcome: 'granted', grounds: [], appealOutcome: 'annulled' });
    expect(await seen(receivableId)).toMatchObject({ state: 'canceled', disputedOn: null });
    expect((await appealsOf(caseId)).appeals).toMatchObject([
      { ruling: 'annulled', replacedBy: { outcome: 'granted' } },
    ]);

    const late = await open();
    await late.step('recordDecision', { outcome: 'refused', grounds: [] });
    await late.step('changeTerm', { action: 'start', key: 'appeal', actOn: today() });
    const [other] = (await appealsOf(late.caseId)).remedies;
    await passUntil(`${other?.until ?? ''}T23:30:00Z`);
    const answer = await citizen.call('lodgeAppeal', {
      params: { caseId: late.caseId },
      body: { remedy: 0, summary: 'Too late' },
    });
    expect(answer.json()).toMatchObject({ code: 'APPEAL_CLOSED' });
  }, 60_000);

  it('story 22: an employer reads the file, pleads by video, loses, pays in twelve, misses one and is warned before the plan falls', async () => {
    const { caseId, step } = await open();
    await citizen.ask('copyMyFile', { params: { caseId } });
    given.casework.start({ pollMs: 1000, onFailure: () => undefined });
    await vi.waitFor(
      async () => {
        const [copy] = await citizen.ask<{ id: string; state: string }[]>('listMyFileCopies', { params: { caseId } });
        const { statusCode } = await citizen.call('fetchMyFileCopy', {
          params: { caseId, copyId: copy?.id ?? '' },
          query: { as: 'pdf' },
        });
        expect(statusCode).toBe(200);
      },
      { timeout: 20_000, interval: 200 },
    );
    const day = new Date(given.clock.now() + 10 * DAY_MS).toISOString().slice(0, 10);
    const link = 'https://video.example.org/hearing';
    await step('summonToHearing', { key: 'talk', day, time: '10:30', link });
    expect(await citizen.ask('listMyHearings', { params: { caseId } })).toMatchObject([{ link }]);
    await step('recordDecision', { outcome: 'refused', grounds: [] });
    const { receivableId } = await step<{ receivableId: string }>('askPayment', {
      ...fine,
      amount: '1200.00',
      days: 30,
    });
    const firstDueOn = new Date(given.clock.now() + 20 * DAY_MS).toISOString().slice(0, 10);
    const { installments } = await step<{ installments: { amount: string; dueOn: string }[] }>('grantInstallments', {
      receivableId,
      count: 12,
      firstDueOn,
      graceDays: 14,
    });
    expect(installments).toHaveLength(12);
    const pay = (amount: string) =>
      accountant.ask('takePayment', {
        body: { receivableId, channel: 'counter', amount, day: today(), reference: '', payer: 'Cy' },
      });
    await pay('100.00');
    await passUntil(`${installments[1]?.dueOn ?? ''}T10:00:00Z`);
    await watch();
    expect(await seen(receivableId)).toMatchObject({ state: 'inInstallments', plan: { fallsOn: null } });

    await pass(1);
    await watch();
    await watch();
    const warned = await seen(receivableId);
    const fallsOn = new Date(given.clock.now() + 15 * DAY_MS).toISOString().slice(0, 10);
    expect(warned).toMatchObject({ state: 'inInstallments', plan: { fallsOn, fallenOn: null } });
    expect(await toldOf(receivableId, 'payment.missed')).toMatchObject([{ payment: { amount: '100.00', fallsOn } }]);
    await pass(14);
    await watch();
    expect(await seen(receivableId)).toMatchObject({ plan: { fallenOn: null } });
    await pass(1);
    await watch();
    expect(await seen(receivableId)).toMatchObject({ state: 'overdue', plan: { fallenOn: fallsOn } });
    expect(await toldOf(receivableId, 'payment.missed')).toHaveLength(1);
  }, 90_000);
});
