import { type Actor, grantees, roleOf } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkBudgets } from './index.ts';

const label = { fr: 'Prime', nl: 'Premie', en: 'Grant' };
const named = { fr: 'Primes', nl: 'Premies' };
const iban = 'BE68539007547034';
const day = '2026-11-25';
const refused = (code: string) => expect.objectContaining({ code });

describe('a budget', () => {
  let given: TestCasework;
  let ada: Actor;
  let bob: Actor;
  let agent: Actor;
  let elsewhere: Actor;
  let caseId: string;
  let connector: Actor;
  let key = 0;
  /** A line of its own for each test. */
  let lineId: string;
  let code: string;

  const room = () => given.casework.budgets;
  const door = () => given.casework.caseStore;
  const call = () => ({ idempotencyKey: `key-${(key += 1)}` });
  const line = () => room().getLine(ada, { lineId });
  const engage = (amount: string, more: object = {}) =>
    door().engageBudget(connector, { ...call(), budgetLine: code, amount, label, ...more });
  const engaged = async (amount: string): Promise<string> => {
    const { engagementId } = await engage(amount);
    if (engagementId === null) throw new Error(`Expected ${amount} to be engaged, but no budget is left`);
    return engagementId;
  };
  const set = (engagementId: string, amount: string) =>
    door().setEngagement(connector, { ...call(), engagementId, amount });
  const order = (engagementId: string, amount: string) =>
    door().orderPayment(connector, { ...call(), label, amount, iban, engagementId });
  const open = async (year = 2026) =>
    (await room().openLine(ada, { code: (code = `25.003.31.${(key += 1)}`), year, label: named })).id;
  const credit = async (engagement: string, liquidation = engagement, of = lineId) => {
    const asked = { engagement, liquidation, givenOn: day, reason: 'Ordinance of the budget' };
    const { credits } = await room().askCredit(ada, { lineId: of, ...asked });
    const { id } = credits.find(({ state }) => state === 'asked') ?? { id: '' };
    return room().decideOnCredit(bob, { creditId: id, isApproved: true });
  };
  const kinds = async () => (await room().listMovements(ada, { lineId })).items.map(({ kind }) => kind).toReversed();
  /** Orders leave, and the bank says of each what became of it. */
  const settle = async (status: 'ACSC' | 'RJCT'): Promise<void> => {
    const { id, messageId } = await given.casework.payables.gatherBatch(ada, { until: day, executeOn: day });
    await given.casework.payables.releaseBatch(bob, { batchId: id });
    const text = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><GrpSts>${status}</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`;
    await given.casework.payables.takeAnswer(ada, {
      content: (async function* () {
        yield await Promise.resolve(Buffer.from(text));
      })(),
    });
  };

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    ada = await givenStaff(given.casework, { name: 'Ada', roles: ['accountant'] });
    bob = await givenStaff(given.casework, { name: 'Bob', roles: ['accountant'] });
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    const administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
    elsewhere = await givenStaff(given.casework, { name: 'Eva', roles: ['accountant'], administration: 'taxi' });
    await given.casework.payables.setPayer(administrator, { iban, name: 'Housing', revision: 0 });
    caseId = await givenCase(given.casework, await givenReader(given.casework, 'Léa'));
    connector = connectorOf(caseId);
  }, 60_000);
  beforeEach(async () => {
    lineId = await open();
  });
  afterAll(() => given.close());

  test('given a credit that somebody else approves, then a line holds it; until then it holds nothing', async () => {
    const asked = { engagement: '100.00', liquidation: '80.00', givenOn: day, reason: 'Ordinance of the budget' };
    const { credits, isAsked } = await room().askCredit(ada, { lineId, ...asked });
    expect({ credits, isAsked }).toMatchObject({ credits: [{ state: 'asked', isOwn: true }], isAsked: true });
    const creditId = credits[0]?.id ?? '';
    expect(await engage('10.00')).toMatchObject({ result: 'noBudgetLeft', available: '0.00' });
    const decide = (actor: Actor, isApproved = true) => room().decideOnCredit(actor, { creditId, isApproved });
    await expect(decide(ada)).rejects.toEqual(refused('FOUR_EYES'));
    await expect(decide(elsewhere)).rejects.toEqual(refused('NOT_FOUND'));
    expect(await decide(bob)).toMatchObject({ engagementCredit: '100.00', liquidationCredit: '80.00', isAsked: false });
    await expect(decide(bob, false)).rejects.toEqual(refused('CREDIT_DECIDED'));
    expect((await room().listMovements(ada, { lineId })).items).toMatchObject([
      { kind: 'credit', by: 'Bob', reason: 'Ordinance of the budget', engagementCredit: '100.00' },
    ]);
    expect(await room().getBudget(ada, {})).toMatchObject({ year: 2026, years: [2026] });
    await expect(room().getBudget(agent, {})).rejects.toEqual(refused('FORBIDDEN'));
    await expect(room().getLine(elsewhere, { lineId })).rejects.toEqual(refused('NOT_FOUND'));
  });

  test.each([
    [{ engagement: '0.00', liquidation: '0.00' }],
    [{ givenOn: '2026-12-01' }],
    [{ givenOn: '0001-01-01' }],
    [{ givenOn: '2024-12-31' }],
    [{ reason: ' ' }],
    [{ engagement: '1.5' }],
  ])('given a change of credits with %j, then it is refused', async (wrong) => {
    const right = { engagement: '1.00', liquidation: '1.00', givenOn: day, reason: 'x' };
    await expect(room().askCredit(ada, { lineId, ...right, ...wrong })).rejects.toEqual(refused('INPUT_INVALID'));
  });

  test('a line is there once a year, and credits never go below what is engaged', async () => {
    const again = { code, year: 2026, label: named };
    await expect(room().openLine(bob, again)).rejects.toEqual(refused('BUDGET_LINE_KNOWN'));
    await credit('100.00');
    await engage('60.00');
    await expect(credit('-50.00', '0.00')).rejects.toEqual(refused('BUDGET_IN_USE'));
    expect(await line()).toMatchObject({ engagementCredit: '100.00', available: '40.00' });
  });

  test('trap 2: an engagement is a branch of the process: engaged once a job, or no budget left', async () => {
    await credit('100.00');
    const asked = { ...call(), budgetLine: code, amount: '60.00', label };
    const first = await door().engageBudget(connector, asked);
    expect(first).toMatchObject({ result: 'engaged', available: '40.00' });
    expect(await door().engageBudget(connector, asked)).toEqual(first);
    expect(await engage('40.01')).toEqual({ result: 'noBudgetLeft', engagementId: null, available: '40.00' });
    expect(await engage('40.00')).toMatchObject({ result: 'engaged', available: '0.00' });
    await expect(engage('1.00', { budgetLine: '99.999' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/budgetLine', keyword: 'unknown' }],
    });
    await open(2025);
    expect(await engage('1.00')).toMatchObject({ result: 'noBudgetLeft', available: '0.00' });
  });

  test('an engagement is raised, lowered and closed, by its process and by hand with a reason', async () => {
    await credit('100.00');
    const id = await engaged('60.00');
    expect(await set(id, '100.00')).toEqual({ result: 'engaged', available: '40.00' });
    expect(await set(id, '100.01')).toEqual({ result: 'noBudgetLeft', available: '0.00' });
    expect(await set(id, '70.00')).toMatchObject({ result: 'engaged' });
    await order(id, '20.00');
    expect(await set(id, '19.99')).toMatchObject({ result: 'alreadyUsed' });
    const byHand = (amount: string, actor = ada) =>
      room().changeEngagement(actor, { engagementId: id, amount, reason: 'As agreed' });
    expect(await byHand('50.00')).toMatchObject({ engaged: '50.00', liquidated: '20.00', outstanding: '30.00' });
    await expect(byHand('500.00')).rejects.toEqual(refused('NO_BUDGET_LEFT'));
    await expect(byHand('1.00')).rejects.toEqual(refused('BUDGET_IN_USE'));
    await expect(byHand('60.00', elsewhere)).rejects.toEqual(refused('NOT_FOUND'));
    const close = () => door().closeEngagement(connector, { ...call(), engagementId: id });
    expect(await close()).toEqual({ released: '30.00' });
    expect(await close()).toEqual({ released: '0.00' });
    expect(await line()).toMatchObject({ engaged: '20.00', available: '80.00', outstanding: '0.00' });
    expect(await set(id, '60.00')).toMatchObject({ result: 'closed' });
    await expect(byHand('60.00')).rejects.toEqual(refused('ENGAGEMENT_CLOSED'));
    expect(await kinds()).toEqual(['credit', 'engage', 'raise', 'lower', 'order', 'lower', 'close']);
    const other = connectorOf(await givenCase(given.casework, await givenReader(given.casework, 'Tom')));
    await expect(door().closeEngagement(other, { ...call(), engagementId: id })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
  });

  test('orders take from their engagement; beyond it, or beyond the credit of the line, none is written', async () => {
    await credit('100.00', '50.00');
    const id = await engaged('60.00');
    expect(await order(id, '60.01')).toMatchObject({ result: 'beyondEngagement', payableId: null, available: '50.00' });
    expect(await order(id, '50.01')).toMatchObject({ result: 'noCreditLeft', payableId: null, available: '50.00' });
    expect(await order(id, '30.00')).toMatchObject({ result: 'ordered', available: null });
    await settle('ACSC');
    expect(await line()).toMatchObject({ liquidated: '30.00', paid: '30.00', toLiquidate: '20.00' });
    await order(id, '20.00');
    await settle('RJCT');
    expect(await line()).toMatchObject({ liquidated: '30.00', paid: '30.00', outstanding: '30.00' });
    const { payableId } = await order(id, '15.00');
    await door().cancelOrder(connector, { ...call(), payableId: payableId ?? '', reason: 'No more due' });
    expect(await line()).toMatchObject({ liquidated: '30.00', outstanding: '30.00' });
    expect(await checkBudgets(given.database)).toEqual([]);
  });

  test('what comes back to an engagement that is closed goes back to its line', async () => {
    await credit('100.00');
    const id = await engaged('60.00');
    await order(id, '40.00');
    await door().closeEngagement(connector, { ...call(), engagementId: id });
    expect(await line()).toMatchObject({ engaged: '40.00' });
    await settle('RJCT');
    expect(await line()).toMatchObject({ engaged: '0.00', liquidated: '0.00', available: '100.00' });
    expect((await room().listEngagements(ada, { lineId })).items).toMatchObject([{ state: 'closed', rest: '0.00' }]);
  });

  test('what is left at the end of a year goes over as somebody saw it, and orders take it from the next one', async () => {
    await credit('100.00');
    const id = await engaged('60.00');
    const { payableId } = await order(id, '10.00');
    expect(await room().previewCarryOver(ada, { year: 2026 })).toMatchObject({ year: 2026 });
    const confirm = (year: number, engagements: number, amount: string) =>
      room().carryOver(ada, { year, engagements, amount });
    await expect(confirm(2026, 1, '50.00')).rejects.toEqual(refused('INPUT_INVALID'));
    given.clock.set('2027-01-04T09:00:00.000Z');
    try {
      const preview = await room().previewCarryOver(ada, { year: 2026 });
      const { engagements, amount } = preview;
      expect(preview.lines.find((one) => one.code === code)).toMatchObject({ amount: '50.00', isNew: true });
      await expect(confirm(2026, engagements + 1, amount)).rejects.toEqual(refused('BUDGET_MOVED'));
      await confirm(2026, engagements, amount);
      expect(await room().previewCarryOver(ada, { year: 2026 })).toMatchObject({ engagements: 0, amount: '0.00' });
      expect(await line()).toMatchObject({ engaged: '60.00', carriedOut: '50.00', outstanding: '0.00' });
      const next = (await room().getBudget(ada, {})).lines.find((one) => one.code === code);
      expect(next).toMatchObject({ year: 2027, carriedIn: '50.00', engagementCredit: '0.00', outstanding: '50.00' });
      expect(await order(id, '5.00')).toMatchObject({ result: 'noCreditLeft', available: '0.00' });
      await credit('20.00', '45.00', next?.id);
      expect(await order(id, '45.00')).toMatchObject({ result: 'ordered' });
      expect(await set(id, '80.00')).toMatchObject({ result: 'engaged' });
      // What the bank rejects of the year before goes back to that year, and over once more.
      await door().cancelOrder(connector, { ...call(), payableId: payableId ?? '', reason: 'No more due' });
      const again = await room().previewCarryOver(ada, { year: 2026 });
      expect(again).toMatchObject({ engagements: 1, amount: '10.00' });
      await confirm(2026, 1, '10.00');
      expect(await room().getLine(ada, { lineId: next?.id ?? '' })).toMatchObject({ carriedIn: '60.00' });
      expect(await door().closeEngagement(connector, { ...call(), engagementId: id })).toEqual({ released: '35.00' });
      expect(await checkBudgets(given.database)).toEqual([]);
    } finally {
      given.clock.set('2026-11-25T09:00:00.000Z');
    }
  });

  test('the lines of a year come as a spreadsheet of Belgium reads them', async () => {
    await credit('1234.50', '99.00');
    const { name, content } = await room().exportBudget(ada, { year: 2026, language: 'nl' });
    expect(name).toBe('budget-2026.csv');
    expect(content).toContain('"Vastleggingskrediet"');
    expect(content).toContain(`"2026";"${code}";"Premies";"1234,50";"0,00";"1234,50"`);
  });

  test('no role changes what was written, and the database refuses what no credit covers by itself', async () => {
    await credit('100.00');
    const id = await engaged('60.00');
    for (const grantee of grantees)
      for (const statement of [
        'update casework.budget_movement set engaged = 0',
        'delete from casework.budget_movement',
        'update casework.budget_line_balance set engaged = 0',
        'update casework.engagement_balance set engaged = 0',
        'update casework.budget_line set code = code',
      ]) {
        // The functions that add up act as the keeper.
        if (grantee === 'keeper' && statement.includes('balance')) continue;
        await expect(
          given.database.as({ role: roleOf(grantee), settings: {} }).query(statement),
          `${grantee}: ${statement}`,
        ).rejects.toMatchObject({ sqlState: '42501' });
      }
    await expect(given.database.query('update casework.budget_movement set paid = 1')).rejects.toMatchObject({
      sqlState: 'P0001',
    });
    const moved = (what: string, amount: number) =>
      given.database.query(
        `insert into casework.budget_movement (administration, line_id, engagement_id, kind, at, made_by, ${what})
         select administration, line_id, id, 'raise', now(), 'somebody', $2 from casework.engagement where id = $1`,
        [id, amount],
      );
    await expect(moved('engaged', 4001)).rejects.toMatchObject({ sqlState: '23514' });
    await expect(moved('liquidated', 6001)).rejects.toMatchObject({ sqlState: '23514' });
    await expect(moved('paid', 1)).rejects.toMatchObject({ sqlState: '23514' });
  });

  test('the deep check finds nothing, and then each thing that somebody planted', async () => {
    await credit('100.00');
    const id = await engaged('60.00');
    await order(id, '10.00');
    expect(await checkBudgets(given.database)).toEqual([]);
    const planted: readonly (readonly [string, string])[] = [
      ['update casework.budget_line_balance set paid = paid + 1 where line_id = $1', 'as its movements say'],
      [
        'update casework.budget_line_balance set engaged = engaged + 1 where line_id = $1',
        'the sums of its engagements',
      ],
      [
        'update casework.engagement_balance set liquidated = liquidated + 1 from casework.engagement e where e.id = engagement_id and e.line_id = $1',
        'Expected engagement',
      ],
      [
        'update casework.budget_line_balance set engagement_credit = engagement_credit + 1 where line_id = $1',
        'to be what was approved',
      ],
      [
        'update casework.engagement_balance set carried_out = carried_out + 1 from casework.engagement e where e.id = engagement_id and e.line_id = $1',
        'gave to the next year',
      ],
    ];
    for (const [damage, finding] of planted) {
      const found = await given.database
        .transaction(async (tx) => {
          await tx.query(
            `do $$ declare c record; begin
               for c in select conrelid::regclass as t, conname from pg_constraint
                         where contype = 'c' and conrelid in ('casework.budget_line_balance'::regclass, 'casework.engagement_balance'::regclass)
               loop execute format('alter table %s drop constraint %I', c.t, c.conname); end loop; end $$`,
          );
          await tx.query(damage, [lineId]);
          throw await checkBudgets({ ...given.database, query: tx.query.bind(tx), as: () => tx } as never);
        })
        .catch((thrown: unknown) => thrown);
      expect(found, damage).toEqual(expect.arrayContaining([expect.stringContaining(finding)]));
    }
    expect(await checkBudgets(given.database)).toEqual([]);
  });
});
