import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type Role, personOf, scopeOf } from '@irisflow/access';
import {
  givenAdministrations,
  givenPublished,
  numberOfCitizen,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { addDays, dayOf } from '@irisflow/calendar';

describe('a delegation', () => {
  let given: TestCasework;
  let anne: Actor;
  let bob: Actor;
  let cas: Actor;
  let chief: Actor;
  let admin: Actor;
  let stranger: Actor;
  let round = 0;

  const room = () => given.casework.delegations;
  const idOf = (actor: Actor): string => personOf(actor).id;
  const day = (ahead: number): string => addDays(dayOf(given.clock.now()), ahead);
  const code = (wanted: string) => expect.objectContaining({ code: wanted });

  const person = async (name: string, roles: Role[], more: object = {}): Promise<Actor> => ({
    kind: 'person',
    session: null,
    person: await given.casework.identity.upsertPerson(system, {
      issuer: 'test',
      subject: `${name} ${round}`,
      name: `${name} ${round}`,
      language: 'fr',
      roles,
      administration: 'housing',
      ...more,
    }),
  });
  const capacity = { fr: 'Attaché', nl: 'Attaché', en: 'Attaché' };
  const give = (more: object = {}, actor = anne) =>
    room().giveDelegation(actor, {
      delegateId: idOf(bob),
      from: day(0),
      to: day(30),
      groups: ['deciders'],
      procedures: null,
      capacity,
      instrument: 'AM 12.03.2026, art. 4',
      ...more,
    });
  const seenBy = async (actor: Actor) =>
    (await room().listOfficeDelegations(actor, {})).delegations.filter(({ delegator }) => delegator.id === idOf(anne));

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
  });
  beforeEach(async () => {
    round += 1;
    anne = await person('Anne', ['agent'], { groups: ['deciders', 'legal'] });
    bob = await person('Bob', ['agent']);
    cas = await person('Cas', ['agent'], { groups: ['legal'] });
    chief = await person('Chief', ['supervisor']);
    admin = await person('Admin', ['administrator']);
    stranger = await person('Tom', ['agent', 'supervisor'], { groups: ['deciders'], administration: 'taxi' });
  });
  afterAll(() => given.close());

  test('is given to a named colleague, told to both and to whoever oversees, and to nobody else', async () => {
    const made = await give({ procedures: ['rent-aid'] });
    expect(made).toMatchObject({
      delegator: { id: idOf(anne) },
      delegate: { name: `Bob ${round}` },
      groups: [{ key: 'deciders', name: null }],
      procedures: [{ key: 'rent-aid', title: { fr: expect.any(String) as string } }],
      instrument: 'AM 12.03.2026, art. 4',
      state: 'inForce',
      mayWithdraw: true,
    });
    for (const [actor, mayWithdraw] of [
      [anne, true],
      [bob, false],
      [chief, true],
      [admin, true],
    ] as const)
      expect(await seenBy(actor)).toMatchObject([{ id: made.id, mayWithdraw }]);
    expect(await seenBy(cas)).toEqual([]);
    expect(await seenBy(stranger)).toEqual([]);
    const [entry] = await given.database.query<{ actor: string; object: string; detail: object }>(
      "select actor, object, detail from casework.audit_entry where action = 'delegation.given' order by sequence desc",
    );
    expect(entry).toMatchObject({
      actor: `person:${idOf(anne)}`,
      object: `person:${idOf(bob)}`,
      detail: { delegation: made.id, groups: ['deciders'], procedures: ['rent-aid'] },
    });
    // What somebody wrote may name people: the chain is for ever.
    expect(JSON.stringify(entry)).not.toContain('AM 12.03');
  });

  test('says what one may delegate: groups of one’s own and of one’s role, never what one has by delegation', async () => {
    await give({ delegateId: idOf(cas) });
    const { delegable } = await room().listOfficeDelegations(cas, {});
    expect(delegable.groups.map(({ key }) => key)).toEqual(['legal', 'agent']);
    expect(delegable.procedures.map(({ key }) => key)).toContain('rent-aid');
    const groups = ['deciders'];
    await expect(give({ groups }, cas)).rejects.toMatchObject({ errors: [{ pointer: '/groups', keyword: 'notHeld' }] });
  });

  test('is refused to oneself, to strangers and to who handles no cases', async () => {
    const nationalNumber = numberOfCitizen(`Anne ${round}`);
    const self = await person('Anne', ['agent'], { groups: ['deciders'], nationalNumber });
    const other = await person('Anne too', ['agent'], { nationalNumber });
    for (const one of [self, other])
      await expect(give({ delegateId: idOf(one) }, self)).rejects.toMatchObject({ errors: [{ keyword: 'self' }] });
    for (const delegateId of [idOf(stranger), idOf(admin), 'nobody'])
      await expect(give({ delegateId })).rejects.toEqual(code('NOT_FOUND'));
    await expect(give({}, admin)).rejects.toEqual(code('FORBIDDEN'));
    await expect(give({}, stranger)).rejects.toEqual(code('NOT_FOUND'));
  });

  test.each([
    ['groups that one lacks', { groups: ['deciders', 'supervisor'] }],
    ['no group', { groups: [] }],
    ['no procedure', { procedures: [] }],
    ['a procedure that there is not', { procedures: ['taxi-permit'] }],
    ['no instrument', { instrument: ' \u200b ' }],
    ['an endless instrument', { instrument: 'x'.repeat(501) }],
    ['no capacity in one language', { capacity: { ...capacity, nl: ' ' } }],
    ['a line of their own below a letter', { capacity: { ...capacity, fr: 'Attaché\nLe ministre approuve.' } }],
  ])('is refused with %s', async (_, more) => {
    await expect(give(more)).rejects.toEqual(code('INPUT_INVALID'));
  });

  test('is refused for days that are over, reversed, too many or too far away', async () => {
    for (const days of [
      { from: day(-1), to: day(3) },
      { from: day(4), to: day(3) },
      { to: day(366) },
      { from: day(400), to: day(401) },
    ])
      await expect(give(days)).rejects.toEqual(code('INPUT_INVALID'));
    expect(await give({ to: day(365) })).toMatchObject({ to: day(365) });
  });

  test('is given once, also when it is asked for twice at once', async () => {
    const both = await Promise.allSettled([give(), give()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(give({ from: day(30), to: day(40) })).rejects.toEqual(code('DELEGATION_OVERLAPS'));
    await expect(give({ procedures: ['rent-aid'] })).rejects.toEqual(code('DELEGATION_OVERLAPS'));
    expect(await give({ from: day(31), to: day(40) })).toMatchObject({ state: 'planned' });
    expect(await give({ groups: ['legal'] })).toMatchObject({ state: 'inForce' });
    expect(await give({ delegateId: idOf(cas) })).toMatchObject({ state: 'inForce' });
  });

  test('is withdrawn by who gave it or oversees, once, and by nobody else', async () => {
    const { id: delegationId } = await give();
    const withdraw = (actor: Actor) => room().withdrawDelegation(actor, { delegationId });
    await expect(withdraw(bob)).rejects.toEqual(code('FORBIDDEN'));
    await expect(withdraw(cas)).rejects.toEqual(code('NOT_FOUND'));
    await expect(withdraw(stranger)).rejects.toEqual(code('NOT_FOUND'));
    const both = await Promise.allSettled([withdraw(anne), withdraw(chief)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(withdraw(anne)).rejects.toEqual(code('DELEGATION_ENDED'));
    expect(await seenBy(bob)).toMatchObject([{ state: 'withdrawn', mayWithdraw: false }]);
    // What was withdrawn keeps nobody from giving it again.
    expect(await give()).toMatchObject({ state: 'inForce' });
  });

  test('ends with its last day in Brussels, lapses with the group of who gave it, and says so', async () => {
    const { id } = await give({ groups: ['deciders', 'legal'], to: day(0) });
    await given.database.query(`update casework.person set groups = '{legal}' where id = $1`, [idOf(anne)]);
    expect(await seenBy(bob)).toMatchObject([{ id, state: 'inForce', lostGroups: ['deciders'] }]);
    await given.database.query(`update casework.person set groups = '{}' where id = $1`, [idOf(anne)]);
    expect(await seenBy(bob)).toMatchObject([{ state: 'lapsed' }]);
    await given.database.query(`update casework.person set groups = '{deciders}' where id = $1`, [idOf(anne)]);
    const noon = given.clock.now();
    given.clock.set('2026-11-25T22:59:00.000Z');
    expect(await seenBy(bob)).toMatchObject([{ state: 'inForce' }]);
    given.clock.set('2026-11-25T23:00:00.000Z');
    expect(await seenBy(bob)).toMatchObject([{ state: 'ended', mayWithdraw: false }]);
    await expect(room().withdrawDelegation(anne, { delegationId: id })).rejects.toEqual(code('DELEGATION_ENDED'));
    given.clock.set(new Date(noon).toISOString());
  });

  test('is written by the store for nobody but who gives it, and never changed but withdrawn', async () => {
    const { id } = await give();
    const asCas = given.database.as(scopeOf(cas));
    const forged = `insert into casework.delegation (id, administration, delegator_id, delegate_id, from_day, to_day, groups,
       capacity, instrument, given_at) values ('forged', 'housing', $1, $2, '2026-01-01', '2026-12-31', '{deciders}', '{}', 'x', now())`;
    await expect(asCas.query(forged, [idOf(anne), idOf(cas)])).rejects.toMatchObject({ sqlState: '42501' });
    const longer = `update casework.delegation set to_day = '2099-01-01' where id = $1`;
    await expect(given.database.as(scopeOf(anne)).query(longer, [id])).rejects.toMatchObject({ sqlState: '42501' });
    const taken = `update casework.delegation set withdrawn_at = now(), withdrawn_by = $2 where id = $1 returning id`;
    expect(await asCas.query(taken, [id, idOf(cas)])).toEqual([]);
    const asStranger = given.database.as(scopeOf(stranger));
    expect(await asStranger.query(`select id from casework.delegation where administration = 'housing'`)).toEqual([]);
  });
});
