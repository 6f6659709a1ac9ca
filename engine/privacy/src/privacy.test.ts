import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '@irisflow/calendar';
import type { Actor, KnownPerson } from '@irisflow/access';
import type { Row } from '@irisflow/database';
import { makeNationalNumber } from '@irisflow/identifiers';
import {
  actorFor,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenCase,
  givenPublished,
  givenStaff,
  marketRight,
  numberOfCitizen,
  openRealCasework,
  sampleProcedureChanging,
  system,
  type RealCasework,
} from '@irisflow/platform/testing';

const legalRef = { fr: 'Loi', nl: 'Wet', en: 'Law' };
const described = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
  description['reopening'] = { group: 'agent' };
  description['retention'] = [
    { outcomes: ['refused', 'withdrawn'], years: 5, fate: 'destroy', legalRef },
    { outcomes: ['granted'], years: 10, fate: 'archive', legalRef },
  ];
  description['roles'] = [{ key: 'coApplicant', label: legalRef, access: 'act' }];
});

/** The name is restricted, as an account or an illness would be. */
const folder = described.map(({ path, content }) => ({
  path,
  content:
    path === 'application.form.json'
      ? content.replace(/("i18n": "lastName",\s*"options": \{)/, '$1 "restricted": { "reason": "other" },')
      : content,
}));

/** With a kind of right that the decisions of the sample leave behind. */
const published = [...folder, { path: 'stall.right.json', content: JSON.stringify(marketRight) }];

/** A word that is nowhere else, in whatever is said of one case. */
const MARK = 'Zwartekatje';
const pdf = Buffer.from(`%PDF-1.7\n${MARK}\n`);
const bytes = async function* () {
  yield pdf;
};

describe('how long cases are kept', () => {
  let given: RealCasework;
  let clerk: Actor;
  let supervisor: Actor;
  let guardian: Actor;
  let administrator: Actor;
  let stranger: Actor;
  let opened = 0;

  const privacy = () => given.casework.privacy;
  const settle = async () => {
    await given.casework.outbox.drain(system, {});
    await given.casework.tasks.synchronize(system, {});
  };
  const instanceOf = async (caseId: string) =>
    (
      await given.database.query<{ key: string }>(
        'select process_instance_key as key from casework.case_file where id = $1',
        [caseId],
      )
    )[0]?.key ?? '';
  const close = async (caseId: string, status = 'refused', time = 'first') => {
    await settle();
    const connector = connectorOf(caseId);
    await given.casework.caseStore.setStatus(connector, { idempotencyKey: `status ${time}`, status });
    await given.casework.caseStore.closeCase(connector, { idempotencyKey: `close ${time}`, reason: 'x' });
    await given.processEngine.cancelInstance(await instanceOf(caseId));
    await settle();
  };
  /** A case of somebody who has no account, opened by the office. */
  const openForOther = async (name: string, nationalNumber: string | null = null): Promise<string> => {
    opened += 1;
    return (
      await given.casework.intake.openByReference(clerk, {
        externalReference: `theirs-${opened}`,
        procedureKey: 'rent-aid',
        applicant: { name, email: `${name.toLowerCase()}@example.org`, nationalNumber },
        language: 'nl',
        receivedOn: null,
        data: { lastName: name, rent: 700, hasLease: false },
      })
    ).caseId;
  };
  const taskOf = async (actor: Actor, caseId: string, elementId: string): Promise<string> => {
    await settle();
    const { items } = await given.casework.tasks.listTasks(actor, { view: 'team' });
    return items.find((task) => task.caseId === caseId && task.elementId === elementId)?.id ?? '';
  };
  const sendBack = async (caseId: string, reason: string): Promise<void> => {
    const { tasks } = given.casework;
    const proposing = { taskId: await taskOf(clerk, caseId, 'instruct') };
    await tasks.claim(clerk, proposing);
    await tasks.complete(clerk, { ...proposing, data: { outcome: 'refuse', amount: 0 } });
    const approving = { taskId: await taskOf(supervisor, caseId, 'validate') };
    await tasks.claim(supervisor, approving);
    await tasks.sendBack(supervisor, { ...approving, reason });
    await settle();
  };
  const closedCase = async (name = 'Noa'): Promise<string> => {
    const caseId = await openForOther(name);
    await close(caseId);
    return caseId;
  };
  const isThere = async (caseId: string) =>
    (await given.database.query('select id from casework.case_file where id = $1', [caseId])).length > 0;
  const propose = async () => {
    const { fingerprint } = await privacy().previewDestruction(guardian, {});
    return privacy().proposeDestruction(guardian, { fingerprint });
  };
  const destroyAll = async () => {
    const { id } = await propose();
    await privacy().approveDestruction(administrator, { destructionId: id });
    await privacy().carryOut(system, {});
    return privacy().getCertificate(guardian, { destructionId: id });
  };

  /** Every table of both stores that says a word anywhere, in text or in bytes. */
  const tablesThatSay = async (word: string): Promise<string[]> => {
    const hex = Buffer.from(word).toString('hex');
    const found: string[] = [];
    for (const store of [given.database, given.rest.engine.database]) {
      const tables = await store.query<{ name: string } & Row>(
        `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
          where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
      );
      for (const { name } of tables) {
        const [row] = await store.query<{ rows: number }>(
          `select count(*)::int as rows from ${name} t where to_jsonb(t)::text ilike $1 or to_jsonb(t)::text like $2`,
          [`%${word}%`, `%${hex}%`],
        );
        if ((row?.rows ?? 0) > 0) found.push(name);
      }
    }
    return found.toSorted();
  };

  beforeAll(async () => {
    given = await openRealCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework, published);
    clerk = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    supervisor = await givenStaff(casework, { name: 'Sofie', roles: ['supervisor'] });
    guardian = await givenStaff(casework, { name: 'Dina', roles: ['auditor'] });
    administrator = await givenStaff(casework, { name: 'Ada', roles: ['administrator'] });
    stranger = await givenStaff(casework, {
      name: 'Tess',
      roles: ['auditor', 'administrator', 'supervisor', 'agent'],
      administration: 'taxi',
    });
  }, 120_000);
  afterAll(() => given.close());

  const yearsLater = async (years: number, days = 0) => {
    const at = new Date(given.clock.now());
    at.setUTCFullYear(at.getUTCFullYear() + years);
    at.setUTCDate(at.getUTCDate() + days);
    given.clock.set(at.toISOString());
  };

  test('story 25: everything that was said of a case goes, everywhere, and the audit still holds', async () => {
    // given a case of somebody without an account, in which everything says the same word
    const number = makeNationalNumber({ year: 1990, month: 2, day: 3, serial: 77 });
    const caseId = await openForOther(MARK, number);
    await settle();
    await given.casework.cases.addNote(clerk, { caseId, text: `Note ${MARK}` });
    await given.casework.messages.writeToApplicant(clerk, { caseId, text: MARK, asks: true, documents: [] });
    await given.casework.cases.addCaseDocument(clerk, {
      caseId,
      name: `${MARK}.pdf`,
      content: bytes(),
      kind: 'other',
      shownTo: 'office',
    });
    await given.casework.contacts.recordContact(clerk, {
      who: { kind: 'aboutCase', caseId },
      note: {
        channel: 'call',
        kind: 'question',
        language: 'nl',
        firstName: '',
        lastName: MARK,
        phone: null,
        email: null,
        subject: MARK,
        said: MARK,
        answer: '',
        followUp: '',
        followUpOn: null,
      },
    });
    const processInstanceKey = await instanceOf(caseId);
    await given.casework.monitor.setVariables(supervisor, {
      processInstanceKey,
      scopeKey: processInstanceKey,
      variables: { said: MARK },
      reason: `Because ${MARK}`,
      category: 'wrongData',
    });
    await sendBack(caseId, `Again, because ${MARK}`);
    await given.casework.cases.getCase(clerk, { caseId });
    await close(caseId);
    await given.casework.lifecycle.reopenCase(supervisor, { caseId, ground: 'newFacts', reason: `New: ${MARK}` });
    await close(caseId, 'refused', 'again');
    const look = { pointer: '/lastName', reason: `Because of ${MARK}`, category: 'handling' } as const;
    await privacy().unmaskAnswer(supervisor, { caseId, ...look });
    expect(await tablesThatSay(MARK)).toEqual(
      expect.arrayContaining(['casework.answer_unmasking', 'casework.restricted_answer']),
    );
    expect((await tablesThatSay(MARK)).length).toBeGreaterThan(8);
    const other = await closedCase('Blijft');

    // when its time is over, one person proposes and another approves
    await yearsLater(5);
    expect(await privacy().previewDestruction(guardian, {})).toMatchObject({ ready: 0, groups: [] });
    await yearsLater(0, 1);
    await privacy().placeHold(supervisor, { caseId: other, on: 'case', reason: 'Appeal announced', until: null });
    expect(await privacy().previewDestruction(guardian, {})).toMatchObject({
      ready: 1,
      groups: [{ procedureKey: 'rent-aid', outcome: 'refused', years: 5, due: 2, ready: 1 }],
    });
    const certificate = await destroyAll();

    // then nothing says the word any more, the held case stays, and what is left says how many
    expect(await tablesThatSay(MARK)).toEqual([]);
    expect(await isThere(caseId)).toBe(false);
    expect(await isThere(other)).toBe(true);
    expect(certificate).toMatchObject({
      destruction: { state: 'done', total: 1, destroyed: 1, kept: 0, proposedBy: 'Dina', approvedBy: 'Ada' },
      groups: [{ procedureKey: 'rent-aid', outcome: 'refused', years: 5, destroyed: 1 }],
    });
    const records = new Map(certificate.records.map(({ kind, count }) => [kind, count]));
    for (const kind of [
      'case_file',
      'document',
      'note',
      'case_message',
      'contact',
      'party',
      'party_identifier',
      'sealed_detail',
    ])
      expect([kind, records.get(kind) ?? 0]).toEqual([kind, expect.any(Number)]);
    expect(records.get('party')).toBe(1);
    expect(JSON.stringify(certificate)).not.toContain(MARK);
    expect(await given.casework.audit.verifyAudit(guardian, {})).toMatchObject({ intact: true });
    await expect(given.processEngine.monitor.instance(processInstanceKey)).rejects.toMatchObject({ kind: 'notFound' });
    // and who asks is told that this office has nothing
    const period = { from: '2020-01-01', to: '2040-01-01' };
    const traces = await privacy().searchTraces(guardian, { nationalNumber: number, ...period });
    expect(traces.traces.filter(({ caseId: of }) => of !== null)).toEqual([]);
  });

  test('a person with an account or another case stays, and is told who looked', async () => {
    const citizen = await givenCitizen(given.casework, 'Roos');
    const caseId = await givenCase(given.casework, citizen, 'Roos');
    await given.casework.cases.getCase(clerk, { caseId });
    await close(caseId);
    const before = await given.casework.cases.listMyAccesses(citizen, {});
    expect(before).toMatchObject([{ caseId }]);
    await yearsLater(5, 1);
    await destroyAll();
    expect(await isThere(caseId)).toBe(false);
    expect(await given.casework.cases.listMyCases(citizen, {})).toEqual([]);
    expect(await given.casework.cases.listMyAccesses(citizen, {})).toMatchObject([{ id: before[0]?.id, caseId: null }]);
  });

  test('nobody approves what they proposed, under whichever account', async () => {
    await closedCase();
    await yearsLater(5, 1);
    const { id, mayApprove } = await propose();
    expect(mayApprove).toBe(false);
    await expect(privacy().approveDestruction(guardian, { destructionId: id })).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    const { person } = guardian as { person: KnownPerson };
    const again = actorFor({ ...person, id: (administrator as { person: KnownPerson }).person.id });
    await expect(privacy().approveDestruction(again, { destructionId: id })).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    await expect(privacy().approveDestruction(stranger, { destructionId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(privacy().approveDestruction(clerk, { destructionId: id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(propose()).rejects.toMatchObject({ code: 'DESTRUCTION_OPEN' });
    await privacy().carryOut(system, {});
    expect(await privacy().listDestructions(guardian, {})).toMatchObject([
      { id, state: 'proposed', destroyed: 0 },
      {},
      {},
    ]);
    expect(await privacy().listDestructions(stranger, {})).toEqual([]);
    expect(await privacy().cancelDestruction(administrator, { destructionId: id })).toMatchObject({
      state: 'canceled',
    });
    await expect(privacy().approveDestruction(administrator, { destructionId: id })).rejects.toMatchObject({
      code: 'DESTRUCTION_DECIDED',
    });
  });

  test('a hold placed after the proposal keeps the case, on whoever is in it too, and ends by itself', async () => {
    const caseId = await closedCase('Vasthouder');
    await yearsLater(5, 1);
    const today = dayOf(given.clock.now());
    const { id } = await propose();
    await expect(privacy().placeHold(clerk, { caseId, on: 'party', reason: 'x', until: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      privacy().placeHold(stranger, { caseId, on: 'party', reason: 'x', until: null }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      privacy().placeHold(supervisor, { caseId, on: 'party', reason: ' ', until: null }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(
      privacy().placeHold(supervisor, { caseId, on: 'party', reason: 'x', until: '2020-01-01' }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/until' }] });
    await privacy().placeHold(supervisor, { caseId, on: 'party', reason: 'Court', until: today });
    expect(await privacy().getCaseRetention(clerk, { caseId })).toMatchObject({
      holds: [{ on: 'party', reason: 'Court', placedBy: 'Sofie', isOver: false, until: today }],
      rule: { years: 5, fate: 'destroy' },
    });
    await privacy().approveDestruction(administrator, { destructionId: id });
    await privacy().carryOut(system, {});
    const { destruction, kept } = await privacy().getCertificate(guardian, { destructionId: id });
    expect(destruction).toMatchObject({ state: 'done', kept: 1 });
    expect(kept).toEqual([{ because: 'held', cases: 1 }]);
    expect(await isThere(caseId)).toBe(true);
    await yearsLater(0, 1);
    expect(await privacy().listHolds(guardian, {})).toMatchObject([
      { isOver: true, reason: 'Court' },
      { isOver: false },
    ]);
    expect((await destroyAll()).destruction).toMatchObject({ destroyed: 1 });
    expect(await isThere(caseId)).toBe(false);
  });

  test('a hold on somebody keeps the cases in which they take part, and reading those leaves a trace for them', async () => {
    const citizen = await givenCitizen(given.casework, 'Deelnemer');
    const number = numberOfCitizen('Deelnemer');
    const own = await givenCase(given.casework, citizen, 'Deelnemer');
    const other = await openForOther('Aanvrager');
    await given.casework.participants.addParticipant(clerk, {
      caseId: other,
      role: 'coApplicant',
      kind: 'person',
      name: 'Deelnemer',
      number,
      language: 'nl',
      email: null,
      phone: null,
      address: null,
      relation: null,
      birthDate: null,
      validFrom: dayOf(given.clock.now()),
      validTo: null,
      proof: 'Brief',
    });
    await given.casework.cases.getCase(clerk, { caseId: other });
    const period = { from: dayOf(given.clock.now()), to: dayOf(given.clock.now()) };
    const { traces } = await privacy().searchTraces(guardian, { nationalNumber: number, ...period });
    expect(traces).toContainEqual(expect.objectContaining({ action: 'case.read', caseId: other }));

    await close(other);
    await privacy().placeHold(supervisor, { caseId: own, on: 'party', reason: 'Court', until: null });
    await yearsLater(5, 1);
    const { cases } = await privacy().previewDestruction(guardian, {});
    expect(cases.find(({ caseId }) => caseId === other)?.obstacle).toBe('held');
    const [hold] = (await privacy().getCaseRetention(clerk, { caseId: other })).holds;
    expect(hold).toMatchObject({ on: 'party', reason: 'Court' });
    await privacy().liftHold(supervisor, { holdId: hold?.id ?? '', reason: 'Over' });
    expect((await destroyAll()).destruction).toMatchObject({ destroyed: 1 });
  });

  test('a case that is reopened after its destruction was approved is kept', async () => {
    const caseId = await closedCase('Heropend');
    await yearsLater(5, 1);
    const { id } = await propose();
    await privacy().approveDestruction(administrator, { destructionId: id });
    await given.casework.lifecycle.reopenCase(supervisor, { caseId, ground: 'error', reason: 'A wrong year' });
    await privacy().carryOut(system, {});
    expect(await isThere(caseId)).toBe(true);
    await close(caseId, 'refused', 'again');
    await yearsLater(5, 1);
    expect((await destroyAll()).destruction).toMatchObject({ destroyed: 1 });
    expect(await isThere(caseId)).toBe(false);
  });

  test('a case that somebody proposes to reopen while the engine is asked is kept', async () => {
    const caseId = await closedCase('Gevraagd');
    await yearsLater(5, 1);
    const { id } = await propose();
    await privacy().approveDestruction(administrator, { destructionId: id });
    const { processEngine } = given;
    const { deleteInstance } = processEngine;
    processEngine.deleteInstance = async (key) => {
      processEngine.deleteInstance = deleteInstance;
      await given.database.query(
        `insert into casework.reopening (id, case_id, administration, ground, reason, state, proposed_by, proposed_at, closed_at)
         select 'r'||f.id, f.id, f.administration, 'error', 'x', 'proposed', p.id, now(), f.closed_at
           from casework.case_file f, (select id from casework.person limit 1) p where f.id = $1`,
        [caseId],
      );
      await deleteInstance(key);
    };

    await privacy().carryOut(system, {});

    expect(await isThere(caseId)).toBe(true);
    const { destruction, kept } = await privacy().getCertificate(guardian, { destructionId: id });
    expect(destruction).toMatchObject({ state: 'done', destroyed: 0, kept: 1 });
    expect(kept).toEqual([{ because: 'running', cases: 1 }]);
    // Without it nothing keeps the case any more.
    await given.database.query('delete from casework.reopening where case_id = $1', [caseId]);
    expect((await destroyAll()).destruction).toMatchObject({ destroyed: 1 });
  });

  test('what waits, runs, or is granted is not destroyed', async () => {
    const running = await openForOther('Loopt');
    await settle();
    await given.casework.caseStore.setStatus(connectorOf(running), { idempotencyKey: 's', status: 'refused' });
    await given.casework.caseStore.closeCase(connectorOf(running), { idempotencyKey: 'c', reason: 'x' });
    const granted = await openForOther('Kreeg');
    await close(granted, 'granted');
    await yearsLater(11);
    const preview = await privacy().previewDestruction(guardian, {});
    expect(preview.groups).toMatchObject([
      { outcome: 'refused', due: 2, ready: 0 },
      { outcome: 'granted', fate: 'archive', due: 1, ready: 0 },
    ]);
    expect(preview.cases.find(({ caseId }) => caseId === running)?.obstacle).toBe('running');
    await expect(privacy().proposeDestruction(guardian, { fingerprint: preview.fingerprint })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    await expect(privacy().proposeDestruction(guardian, { fingerprint: 'other' })).rejects.toMatchObject({
      code: 'PREVIEW_OUTDATED',
    });
  });

  test('story 25: who read this number, when and why, with what it is called in the letter', async () => {
    given.sources.set('be-national-register', {
      ok: true,
      values: { lastName: 'Las' },
      at: new Date(given.clock.now()).toISOString(),
    });
    const citizen = await givenCitizen(given.casework, 'Wie Las');
    const nationalNumber = numberOfCitizen('Wie Las');
    const caseId = await givenCase(given.casework, citizen, 'Las');
    await given.casework.cases.getMyCase(citizen, { caseId });
    await given.casework.cases.getCase(clerk, { caseId });
    const today = dayOf(given.clock.now());
    const period = { from: today, to: today };
    const found = await privacy().searchTraces(guardian, { nationalNumber, ...period });
    expect(found.isKnown).toBe(true);
    expect(found.traces).toHaveLength(2);
    expect(found.traces).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'reading', by: 'Bart', action: 'case.read', caseId }),
        expect.objectContaining({ kind: 'consultation', what: expect.objectContaining({ fr: 'Registre national' }) }),
      ]),
    );
    const yesterday = dayOf(given.clock.now() - 86_400_000);
    const earlier = await privacy().searchTraces(guardian, { nationalNumber, from: yesterday, to: yesterday });
    expect(earlier.traces).toEqual([]);
    expect(await privacy().searchTraces(stranger, { nationalNumber, ...period })).toEqual({
      isKnown: false,
      traces: [],
      more: false,
    });
    await expect(privacy().searchTraces(clerk, { nationalNumber, ...period })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(privacy().searchTraces(guardian, { nationalNumber: '1', ...period })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    const printed = await privacy().printTraces(guardian, { nationalNumber, ...period, language: 'nl' });
    expect(Buffer.from(printed.content).subarray(0, 5).toString()).toBe('%PDF-');
    const audit = JSON.stringify(await given.casework.audit.listAudit(guardian, { action: 'traces.searched' }));
    expect(audit).not.toContain(nationalNumber);
  });

  test('two processes that destroy at once do it once', async () => {
    for (const name of ['Een', 'Twee', 'Drie']) await closedCase(name);
    await yearsLater(5, 1);
    const { id } = await propose();
    await privacy().approveDestruction(administrator, { destructionId: id });
    await Promise.all([privacy().carryOut(system, {}), given.restarted().privacy.carryOut(system, {})]);
    await privacy().carryOut(system, {});
    const { destruction, records } = await privacy().getCertificate(guardian, { destructionId: id });
    expect(destruction).toMatchObject({ state: 'done', destroyed: 3, kept: 0 });
    expect(records.find(({ kind }) => kind === 'case_file')).toEqual({ kind: 'case_file', count: 3 });
    const destroyed = await given.casework.audit.listAudit(guardian, { action: 'case.destroyed', limit: 100 });
    const { items } = destroyed;
    expect(new Set(items.map(({ object }) => object)).size).toBe(items.length);
  });

  test('what left a right behind is kept as long as that lives and as many years after, and then goes with it', async () => {
    const caseId = await openForOther('Kraam');
    await settle();
    const right = (action: string, more: object) =>
      given.casework.caseStore.changeRight(connectorOf(caseId), { idempotencyKey: action, action, ...more } as never);
    const { rightId } = await right('grant', { kind: 'stall', data: { place: 'Kraamplein' }, validTo: '2099-12-31' });
    await close(caseId);
    const obstacleNow = async () =>
      (await privacy().previewDestruction(guardian, {})).cases
        .filter((one) => one.caseId === caseId)
        .map(({ obstacle }) => obstacle);
    await yearsLater(6);
    expect(await obstacleNow()).toEqual([]);
    await right('end', { rightId });
    await settle();
    expect(await obstacleNow()).toEqual([]);
    await yearsLater(5, 1);
    expect(await obstacleNow()).toEqual([null]);
    await destroyAll();
    expect(await isThere(caseId)).toBe(false);
    expect(await tablesThatSay('Kraamplein')).toEqual([]);
  });

  test('as long as the engine does not answer nothing goes, and after a while the case is kept', async () => {
    const caseId = await closedCase('Wacht');
    await yearsLater(5, 1);
    const { id } = await propose();
    await privacy().approveDestruction(administrator, { destructionId: id });
    // The engine comes back elsewhere: nobody hears it where it was.
    await given.rest.restart();
    for (let time = 0; time < 5; time += 1)
      await privacy()
        .carryOut(system, {})
        .catch(() => undefined);
    expect(await isThere(caseId)).toBe(true);
    await privacy().carryOut(system, {});
    const { destruction, kept } = await privacy().getCertificate(guardian, { destructionId: id });
    expect(destruction).toMatchObject({ state: 'done', destroyed: 0, kept: 1 });
    expect(kept).toEqual([{ because: 'engine', cases: 1 }]);
  });
});
