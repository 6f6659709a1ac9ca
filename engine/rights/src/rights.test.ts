import { type Actor, scopeOf } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import {
  actorFor,
  anonymous,
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  rightFolder,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const stall = { place: 'Place Flagey', fee: '120.00' };

describe.each([usualStore])('rights on %s', (kind) => {
  let given: TestCasework;
  let holder: Actor;
  let stranger: Actor;
  let clerk: Actor;
  /** Of another administration. */
  let driver: Actor;
  let caseId = '';
  let count = 0;

  const rights = () => given.casework.rights;
  const verb = (action: string, more: object, key = `${action}-${count}`) =>
    given.casework.caseStore.changeRight(connectorOf(caseId), { idempotencyKey: key, action, ...more } as never);
  const grant = (more: object = {}, key?: string) => verb('grant', { kind: 'stall', data: stall, ...more }, key);
  const look = (rightId: string, more: object = {}) => rights().getRight(clerk, { rightId, ...more });
  const told = async (rightId: string) => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages.filter(({ correlationKey }) => correlationKey === rightId);
  };
  const codeOf = async (rightId: string): Promise<string> => {
    const rows = await given.database.query<{ check_code: string }>(
      'select check_code from casework.granted_right where id = $1',
      [rightId],
    );
    return rows[0]?.check_code ?? '';
  };

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework, rightFolder());
    holder = await givenCitizen(casework, 'Noa Peeters');
    stranger = await givenCitizen(casework, 'Max Maes');
    clerk = actorFor(
      await casework.identity.upsertPerson(system, {
        issuer: 'test',
        subject: 'housing/Bart',
        name: 'Bart',
        language: 'fr',
        roles: ['agent'],
        groups: ['agent'],
        administration: 'housing',
      }),
    );
    driver = await givenStaff(casework, { name: 'Dina', roles: ['agent'], administration: 'taxi' });
  });
  beforeEach(async () => {
    given.clock.set('2026-03-02T09:00:00Z');
    count += 1;
    caseId = await givenCase(given.casework, holder, `Peeters ${count}`);
    given.engine.messages.length = 0;
  });
  afterAll(() => given.close());

  test('are granted once however often a job asks, numbered without holes, and start a process with the handle of the case', async () => {
    const first = await grant();
    expect(first).toMatchObject({ number: expect.stringMatching(/^ST-2026-\d{5}$/), validTo: '2028-03-01' });
    await expect(grant()).resolves.toEqual(first);
    // What is refused takes no number.
    await expect(grant({ data: { fee: '1' } }, 'bad')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [expect.objectContaining({ pointer: expect.stringContaining('/data') })],
    });
    await expect(grant({ data: { ...stall, fee: 12 } }, 'double')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(grant({ kind: 'boat' }, 'unknown')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const second = await grant({}, 'second');
    const place = (number: string) => Number(number.split('-').at(-1));
    expect(place(second.number)).toBe(place(first.number) + 1);
    expect(await told(first.rightId)).toMatchObject([
      {
        name: 'housing.rent-aid.right.activated',
        variables: {
          caseId,
          caseHandle: expect.any(String),
          right: { rightId: first.rightId, kind: 'stall', state: 'active', validTo: '2028-03-01' },
        },
      },
    ]);
  });

  test('are as they were on a day, and as we knew it on a day', async () => {
    const { rightId } = await grant();
    given.clock.set('2026-06-01T09:00:00Z');
    await verb('change', { rightId, data: { fee: '150.00' }, effectiveOn: '2026-05-01' }, 'may');
    given.clock.set('2026-07-01T09:00:00Z');
    await verb('change', { rightId, data: { fee: '100.00' }, effectiveOn: '2026-04-01', reason: 'Erreur' }, 'april');
    const fee = async (more: object) => (await look(rightId, more)).values.find(({ name }) => name === 'fee')?.value.fr;
    expect(await fee({ on: '2026-03-15' })).toBe('120.00');
    expect(await fee({ on: '2026-04-15' })).toBe('100.00');
    expect(await fee({ on: '2026-05-15' })).toBe('150.00');
    expect(await fee({ on: '2026-04-15', knownOn: '2026-06-15' })).toBe('120.00');
    expect(await fee({ on: '2026-05-15', knownOn: '2026-05-31' })).toBe('120.00');
    const { history } = await look(rightId);
    expect(history.map(({ act, effectiveOn }) => [act, effectiveOn])).toEqual([
      ['changed', '2026-05-01'],
      ['changed', '2026-04-01'],
      ['granted', '2026-03-02'],
    ]);
    expect(history[1]).toMatchObject({ reason: 'Erreur', author: null, cause: { caseId } });
    await expect(look(rightId, { on: '2026-03-01' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect((await told(rightId)).map(({ name }) => name)).toEqual([
      'housing.rent-aid.right.activated',
      'housing.right.changed',
      'housing.right.changed',
    ]);
  });

  test('are read by a process as on a day, one by its key or the one of a kind that is not over', async () => {
    const read = (more: object) => given.casework.caseStore.readRight(connectorOf(caseId), more);
    expect((await read({ kind: 'boat' })).right).toBeNull();
    const { rightId, number } = await grant();
    await verb('change', { rightId, data: { fee: '150.00' }, effectiveOn: '2026-05-01' }, 'may');
    expect((await read({ rightId })).right).toMatchObject({ number, holds: true, data: { fee: '120.00' } });
    expect((await read({ rightId, onDay: '2026-05-01' })).right).toMatchObject({ data: { fee: '150.00' } });
    expect((await read({ rightId, onDay: '2026-03-01' })).right).toMatchObject({ holds: false });
    // A later case of the same holder finds it as well, until it is over.
    caseId = await givenCase(given.casework, holder, 'Peeters again');
    expect((await read({ kind: 'stall' })).right).toMatchObject({ rightId, validTo: '2028-03-01' });
    expect((await read({ kind: 'stall', number })).right).toMatchObject({ rightId });
    expect((await read({ kind: 'stall', number: `${number}0` })).right).toBeNull();
    expect((await read({ kind: 'boat', number })).right).toBeNull();
    await verb('end', { rightId, effectiveOn: '2026-04-01' }, 'over');
    expect((await read({ kind: 'stall' })).right?.rightId).not.toBe(rightId);
    expect((await read({ rightId, onDay: '2026-03-31' })).right).toMatchObject({ effect: 'active', holds: true });
    expect((await read({ rightId, onDay: '2026-04-01' })).right).toMatchObject({ effect: 'ended', holds: false });
    // Nobody else's, and nothing that is not said.
    const other = await givenCase(given.casework, stranger, 'Maes');
    await expect(given.casework.caseStore.readRight(connectorOf(other), { rightId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await given.casework.caseStore.readRight(connectorOf(other), { kind: 'stall', number })).right).toBeNull();
    await expect(read({})).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('are suspended, resumed, renewed and ended, each where their kind lets them', async () => {
    const { rightId } = await grant();
    await verb('suspend', { rightId, effectiveOn: '2026-03-10' });
    await expect(verb('suspend', { rightId, effectiveOn: '2026-03-11' }, 'twice')).rejects.toMatchObject({
      code: 'RIGHT_MOVE_REFUSED',
    });
    await expect(verb('resume', { rightId, effectiveOn: '2026-03-05' }, 'before')).rejects.toMatchObject({
      code: 'RIGHT_MOVE_REFUSED',
    });
    await verb('resume', { rightId, effectiveOn: '2026-03-20' });
    await expect(verb('suspend', { rightId, effectiveOn: '2026-03-05' }, 'later')).rejects.toMatchObject({
      code: 'RIGHT_LATER_CHANGE',
    });
    expect(await verb('renew', { rightId })).toMatchObject({ validTo: '2030-03-01' });
    expect(await look(rightId, { on: '2026-03-12' })).toMatchObject({ standing: 'suspended', validTo: '2030-03-01' });
    await verb('end', { rightId, effectiveOn: '2026-04-01' });
    expect(await look(rightId, { on: '2026-04-01' })).toMatchObject({ standing: 'ended', state: { key: 'withdrawn' } });
    await expect(verb('renew', { rightId }, 'again')).rejects.toMatchObject({ code: 'RIGHT_ENDED' });
    expect((await told(rightId)).at(-1)).toMatchObject({
      name: 'housing.right.ended',
      variables: { right: { effect: 'ended', effectiveOn: '2026-04-01' } },
    });
  });

  test('are changed by another case of the same holder, and by none of anybody else', async () => {
    const { rightId } = await grant();
    const granted = caseId;
    caseId = await givenCase(given.casework, holder, 'Peeters again');
    await verb('change', { rightId, data: { fee: '130.00' } });
    expect((await look(rightId)).history[0]?.cause?.caseId).toBe(caseId);
    caseId = await givenCase(given.casework, stranger, 'Maes');
    await expect(verb('change', { rightId, data: { fee: '1.00' } }, 'other')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await rights().listRightsLeftByCase(clerk, { caseId: granted })).toHaveLength(1);
  });

  test('are moved by hand with a reason, by the groups that their kind names', async () => {
    const { rightId } = await grant();
    expect((await look(rightId)).moves.map(({ to }) => to.key)).toEqual(['suspended']);
    await expect(rights().moveRight(clerk, { rightId, to: 'suspended', reason: ' ' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    const view = await rights().moveRight(clerk, { rightId, to: 'suspended', reason: 'Contrôle' });
    expect(view).toMatchObject({ standing: 'suspended', moves: [{ to: { key: 'active' } }] });
    expect(view.history[0]).toMatchObject({ act: 'suspended', reason: 'Contrôle', author: 'Bart' });
    await expect(rights().moveRight(clerk, { rightId, to: 'withdrawn', reason: 'x' })).rejects.toMatchObject({
      code: 'RIGHT_MOVE_REFUSED',
    });
    await expect(rights().moveRight(driver, { rightId, to: 'active', reason: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('are found by number, holder and what is searched of them, in their administration alone', async () => {
    const { rightId, number } = await grant({ data: { place: `Parvis ${count} de Saint-Gilles` } });
    const found = async (query: object, actor = clerk) =>
      (await rights().listRights(actor, query)).items.map(({ id }) => id);
    expect(await found({ search: number })).toEqual([rightId]);
    expect(await found({ search: `parvis ${count} saint` })).toEqual([rightId]);
    expect(await found({ search: number, effect: 'ended' })).toEqual([]);
    expect(await found({ search: number, kind: 'stall' })).toEqual([rightId]);
    expect(await found({}, driver)).toEqual([]);
    const { items, nextCursor, kinds } = await rights().listRights(clerk, { limit: 1 });
    expect([items[0]?.id, kinds]).toMatchObject([rightId, [{ key: 'stall', procedureKey: 'rent-aid' }]]);
    expect(await found({ limit: 1, cursor: nextCursor ?? '' })).not.toEqual([rightId]);
    await expect(rights().listRights(holder, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('are read by their holder and nobody else who applies', async () => {
    const { rightId, number } = await grant();
    expect((await rights().listMyRights(holder, {}))[0]).toMatchObject({ id: rightId, number, standing: 'valid' });
    expect(await rights().getMyRight(holder, { rightId })).toMatchObject({
      holders: [{ role: { en: 'Holder' }, name: 'Noa Peeters' }],
      history: [{ act: 'granted' }],
    });
    expect(await rights().listMyRights(stranger, {})).toEqual([]);
    for (const refused of [rights().getMyRight, rights().printMyCertificate])
      await expect(refused(stranger, { rightId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('have a certificate that everybody checks, and learns nothing more from', async () => {
    const { rightId, number } = await grant();
    const { content, name } = await rights().printMyCertificate(holder, { rightId });
    expect([name, Buffer.from(content.subarray(0, 5)).toString()]).toEqual([`${number}.pdf`, '%PDF-']);
    const check = (code: string) => rights().checkCertificate(anonymous, { code });
    const code = await codeOf(rightId);
    const known = await check(code);
    expect(known).toEqual({
      isKnown: true,
      kind: expect.objectContaining({ en: 'Market stall' }),
      number,
      standing: 'valid',
      validFrom: '2026-03-02',
      validTo: '2028-03-01',
      values: [expect.objectContaining({ name: 'place' })],
    });
    expect(JSON.stringify(known)).not.toMatch(/Peeters|120/);
    for (const unknown of ['x', number, rightId, `${code}x`]) expect(await check(unknown)).toEqual({ isKnown: false });
    given.clock.set('2028-03-02T09:00:00Z');
    expect(await check(code)).toMatchObject({ standing: 'over' });
  });

  test('keep every version: whoever works with them can neither change one nor take one out', async () => {
    const { rightId } = await grant();
    for (const actor of [clerk, holder, connectorOf(caseId), anonymous]) {
      const database = given.database.as(scopeOf(actor, given.clock.now()));
      for (const statement of [
        `update casework.right_version set state = 'withdrawn' where right_id = $1`,
        `delete from casework.right_version where right_id = $1`,
        `delete from casework.granted_right where id = $1`,
      ])
        await expect(database.query(statement, [rightId])).rejects.toMatchObject({ sqlState: '42501' });
    }
    const own = given.database.as(scopeOf(clerk, given.clock.now()));
    const forged = own.query(
      `insert into casework.right_version
         select right_id, sequence + 1, 'housing', case_id, $2, effective_on, recorded_at, state, effect, data, valid_from,
                valid_to, said, carries, act, cause_case_id, decision_id, $3, reason
           from casework.right_version where right_id = $1`,
      [rightId, 'somebody', clerk.kind === 'person' ? clerk.person.id : ''],
    );
    await expect(forged).rejects.toMatchObject({ sqlState: expect.stringMatching(/^23|42501/) });
  });

  test('that two grant at once have two numbers', async () => {
    const both = await Promise.all([grant({}, 'one'), grant({}, 'other')]);
    expect(new Set(both.map(({ number }) => number)).size).toBe(2);
  });

  // The last one: cases from here on are of newer versions.
  test('begin a process with the parameters of their first day, and are read with those of the day that is asked for', async () => {
    const thresholds = [
      { value: 100, validFrom: '2020-01-01', validTo: '2026-02-28', legalRef: 'A' },
      { value: 110, validFrom: '2026-03-01', validTo: '2026-12-31', legalRef: 'B' },
    ];
    const publish = (values: readonly object[]) =>
      givenPublished(given.casework, [
        ...rightFolder().filter(({ path }) => path !== 'parameters.json'),
        {
          path: 'parameters.json',
          content: JSON.stringify([
            { key: 'income.max.single', label: { fr: 'Plafond', nl: 'Plafond', en: 'Ceiling' }, unit: 'EUR', values },
          ]),
        },
      ]);
    await publish(thresholds);
    const { rightId } = await grant({ effectiveOn: '2026-02-20' });
    const [begun] = await told(rightId);
    expect(begun?.variables).toMatchObject({ parameters: { income: { max: { single: 100 } } } });
    // The law of the year after is published while the right runs.
    await publish([...thresholds, { value: 120, validFrom: '2027-01-01', validTo: null, legalRef: 'C' }]);
    const read = async (onDay?: string) =>
      (await given.casework.caseStore.readRight(connectorOf(caseId), { rightId, ...(onDay && { onDay }) })).right;
    expect(await read()).toMatchObject({ parameters: { income: { max: { single: 110 } } } });
    expect(await read('2026-02-25')).toMatchObject({ parameters: { income: { max: { single: 100 } } } });
    expect(await read('2027-06-01')).toMatchObject({ parameters: { income: { max: { single: 120 } } } });
  });
});
