import { type Actor, answering, job } from '@irisflow/access';
import {
  askingFolder,
  fillingFolder,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenImport,
  givenPublished,
  givenStaff,
  numberOfCitizen,
  openTestCasework,
  rightFolder,
  rightSourceFolder,
  stallSource,
  stallSourceKey,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const stall = { place: 'Place Flagey', fee: '120.00' };

describe.each(['pglite', 'postgres'] as const)('rights as sources on %s', (kind) => {
  let given: TestCasework;
  /** Of the administration that holds the rights. */
  let owner: Actor;
  let ownerClerk: Actor;
  /** Of the one that asks. */
  let clerk: Actor;
  let administrator: Actor;
  let holder: Actor;
  let holderName = '';
  let grantingCase = '';
  let askingCase = '';
  let count = 0;
  let keys = 0;

  const key = () => {
    keys += 1;
    return `k${keys}`;
  };
  const file = async (procedureKey: string): Promise<string> => {
    const { applications } = given.casework;
    const draft = await applications.createDraft(holder, { procedureKey, language: 'fr' });
    const data = { ...draft.data, lastName: 'Peeters', rent: 700, hasLease: false };
    return (await applications.submit(holder, { draftId: draft.id, data, language: 'fr' })).caseId;
  };
  const asker = (): Actor => {
    const actor = connectorOf(askingCase);
    return { ...actor, case: { ...actor.case, administration: 'taxi', procedureKey: 'taxi-rank' } };
  };
  const verb = (action: string, more: object) =>
    given.casework.caseStore.changeRight(connectorOf(grantingCase), {
      idempotencyKey: key(),
      action,
      ...more,
    } as never);
  const grant = (data: object = stall, more: object = {}) => verb('grant', { kind: 'stall', data, ...more });
  const permitted = (subject = numberOfCitizen(holderName), source = stallSourceKey) =>
    given.casework.consultations.askConsultation(asker(), { idempotencyKey: key(), source, subject });
  /** What the connector does: it asks whether it may, asks, and tells what came. */
  const ask = async (more: object = {}) => {
    const { consultations } = given.casework;
    const permission = await permitted();
    if (!permission.permitted) return permission;
    const { consultationId, fields } = permission;
    const told = await consultations.askRight(asker(), { idempotencyKey: key(), consultationId, ...more });
    const outcome = told.answer === 'unknown' ? 'NO_DATA' : 'found';
    await consultations.recordOutcome(asker(), { idempotencyKey: key(), consultationId, outcome });
    const { mutationKey, values, words, answer } = told;
    if (answer !== 'unknown')
      await consultations.keepSourceAnswer(asker(), {
        idempotencyKey: key(),
        consultationIds: [consultationId],
        question: { rightSource: stallSourceKey, nationalNumber: numberOfCitizen(holderName), ...more },
        answer: { ...values, answer, words, mutationKey },
      });
    return { ...told, fields };
  };
  const follow = () => given.casework.rightSources.follow(system, {});
  const mutations = async () => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages.filter(({ name }) => name.endsWith('register.mutation'));
  };
  const factsOf = (caseId = askingCase) => given.casework.facts.listFacts(clerk, { caseId });
  const questions = (more: object = {}) => given.casework.rightSources.listRightQuestions(ownerClerk, more);
  const steer = (action: 'stop' | 'resume', by = owner) =>
    given.casework.rightSources.steerRightSource(by, { key: stallSourceKey, action, reason: 'Contrôle' });
  const publish = async (folder: ReturnType<typeof rightFolder>) => {
    const { procedures } = given.casework;
    const draft = await givenImport(given.casework, system, folder);
    await procedures.publish(system, { key: draft.key, note: 'again', revision: draft.revision });
  };

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework, rightSourceFolder());
    await givenPublished(casework, askingFolder());
    await givenPublished(casework, fillingFolder());
    owner = await givenStaff(casework, { name: 'Olga', roles: ['administrator'] });
    ownerClerk = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    clerk = await givenStaff(casework, { name: 'Dina', roles: ['agent'], administration: 'taxi' });
    administrator = await givenStaff(casework, { name: 'Ada', roles: ['administrator'], administration: 'taxi' });
  });
  beforeEach(async () => {
    given.clock.set('2026-03-02T09:00:00Z');
    count += 1;
    holderName = `Noa Peeters ${count}`;
    holder = await givenCitizen(given.casework, holderName);
    grantingCase = await file('rent-aid');
    askingCase = await file('taxi-rank');
    given.engine.messages.length = 0;
  });
  afterAll(() => given.close());

  test('tell another administration what is offered of a right, and nothing else', async () => {
    const { number, rightId } = await grant();
    const told = await ask();
    expect(told).toMatchObject({
      answer: 'found',
      values: { number, state: 'active', validTo: '2028-03-01', place: 'Place Flagey' },
      words: { state: { fr: 'En cours' } },
      mutationKey: expect.any(String),
    });
    // The authorization names the fee; the source does not offer it.
    expect(told).toMatchObject({ values: expect.not.objectContaining({ fee: expect.anything() }) });
    expect(told).toMatchObject({ fields: expect.not.arrayContaining(['fee']) });
    const log = await given.casework.cases.listMyConsultations(holder, {});
    expect(log[0]).toMatchObject({
      by: { fr: 'Taxis' },
      source: { fr: 'Emplacements de marché' },
      outcome: 'answered',
      caseId: askingCase,
    });
    expect(await questions({ rightId })).toMatchObject({
      items: [{ by: { fr: 'Taxis' }, answer: 'found', right: { id: rightId, number }, fields: stallSource.fields }],
    });
  });

  test('say that there is none, as on a day, and of several nothing but that they cannot say', async () => {
    expect(await ask()).toMatchObject({ answer: 'none', values: {} });
    const first = await grant(stall, { effectiveOn: '2026-02-01' });
    expect(await ask({ onDay: '2026-01-31' })).toMatchObject({ answer: 'none' });
    expect(await ask({ onDay: '2026-02-01' })).toMatchObject({ answer: 'found' });
    expect(await ask({ onDay: '2026-03-03' })).toMatchObject({ answer: 'unknown', values: {} });
    await grant({ place: 'Place Jourdan' });
    expect(await ask()).toMatchObject({ answer: 'unknown', values: {} });
    // What is unknown waits for a person.
    const { unanswered } = await given.casework.cases.getCase(clerk, { caseId: askingCase });
    expect(unanswered).toMatchObject([{ key: stallSourceKey, outcome: 'noData' }]);
    expect(await ask({ rightNumber: first.number })).toMatchObject({ answer: 'found', values: { place: stall.place } });
    const [, unknown] = (await questions()).items;
    expect(unknown).toMatchObject({ answer: 'unknown', because: 'several', right: null });
  });

  test('know a right that ended as none, and a suspended one as suspended', async () => {
    const { rightId } = await grant();
    await verb('suspend', { rightId });
    expect(await ask()).toMatchObject({ answer: 'found', values: { state: 'suspended' } });
    await verb('end', { rightId });
    expect(await ask()).toMatchObject({ answer: 'none', values: {} });
  });

  test('answer nobody without a question of the log, nor twice, nor for another case', async () => {
    await grant();
    const { consultations } = given.casework;
    const own = await permitted();
    if (!own.permitted) throw new Error('Expected to be permitted');
    const { consultationId } = own;
    const other = connectorOf(grantingCase);
    await expect(consultations.askRight(other, { idempotencyKey: key(), consultationId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      consultations.askRight(asker(), { idempotencyKey: key(), consultationId: '99999' }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await consultations.recordOutcome(asker(), { idempotencyKey: key(), consultationId, outcome: 'found' });
    await expect(consultations.askRight(asker(), { idempotencyKey: key(), consultationId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('refuse, and note, questions about others, of procedures that do not say so, and without authorization', async () => {
    await grant();
    expect(await permitted(numberOfCitizen('Somebody Else'))).toEqual({
      permitted: false,
      refusal: 'SUBJECT_NOT_PARTY',
    });
    expect(await permitted(undefined, 'right-rent-aid-boat')).toEqual({
      permitted: false,
      refusal: 'SOURCE_NOT_DECLARED',
    });
    const { authorizations } = given.casework;
    const [standing] = (await authorizations.listAuthorizations(administrator, {})).filter(
      ({ procedureKey: of, sourceKey, revokedAt }) =>
        of === 'taxi-rank' && sourceKey === stallSourceKey && revokedAt === null,
    );
    if (standing === undefined) throw new Error('Expected an authorization');
    const before = await permitted();
    await authorizations.revokeAuthorization(administrator, { authorizationId: standing.id });
    // Not even whether there is one, for a question that was let through before.
    if (!before.permitted) throw new Error('Expected to be permitted');
    const late = { idempotencyKey: key(), consultationId: before.consultationId };
    await expect(given.casework.consultations.askRight(asker(), late)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await permitted()).toEqual({ permitted: false, refusal: 'NO_AUTHORIZATION' });
    await authorizations.seedAuthorizations(system, { key: 'taxi-rank' });
    const { procedureKey, sourceKey, purpose, legalBasis, fields } = standing;
    await authorizations.grantAuthorization(administrator, { procedureKey, sourceKey, purpose, legalBasis, fields });
    const refused = await given.database.query<{ outcome: string }>(
      "select outcome from casework.audit_entry where action = 'consultation.refused' and object = $1 order by sequence",
      [`case:${askingCase}`],
    );
    expect(refused.map(({ outcome }) => outcome)).toEqual([
      'SUBJECT_NOT_PARTY',
      'SOURCE_NOT_DECLARED',
      'NO_AUTHORIZATION',
    ]);
  });

  test('tell open cases what changed, from its day on, and those alone', async () => {
    const { rightId } = await grant();
    await ask();
    expect(await follow()).toBe(0);
    await verb('suspend', { rightId });
    expect(await follow()).toBe(1);
    expect(await follow()).toBe(0);
    const [message, ...others] = await mutations();
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      name: 'taxi.register.mutation',
      correlationKey: expect.any(String),
      variables: {
        registerMutation: { source: stallSourceKey, answer: 'found', fields: ['state'], day: '2026-03-02' },
      },
    });
    const { openChanges, facts } = await factsOf();
    expect(openChanges).toMatchObject([
      { sourceKey: stallSourceKey, fields: [{ field: 'state', before: 'En cours', after: 'Suspendu' }] },
    ]);
    expect(facts.find(({ field }) => field === 'place')?.label).toMatchObject({ fr: 'Lieu' });
    // The citizen reads that it was asked for the case, and the office of the right that it told.
    const log = await given.casework.cases.listMyConsultations(holder, {});
    expect(log.filter(({ source }) => source.fr === 'Emplacements de marché')).toHaveLength(2);
    expect((await questions({ rightId })).items).toHaveLength(2);
    // What is not offered changes nothing for others.
    await verb('change', { rightId, data: { fee: '150.00' } });
    expect(await follow()).toBe(0);
    // What begins later is told then.
    await verb('change', { rightId, data: { place: 'Place Jourdan' }, effectiveOn: '2026-04-01' });
    expect(await follow()).toBe(0);
    given.clock.set('2026-04-01T09:00:00Z');
    expect(await follow()).toBe(1);
    // That the last day passes is a change as well, though nobody acts.
    given.clock.set('2028-03-02T09:00:00Z');
    await follow();
    const own = (await mutations()).filter(({ correlationKey }) => correlationKey === message?.correlationKey);
    expect(own.at(-1)).toMatchObject({ variables: { registerMutation: { answer: 'none' } } });
  });

  test('tell who asked in vain that there is one now; nobody whose case is over or whose source stopped', async () => {
    await ask();
    const { rightId } = await grant();
    expect(await follow()).toBe(1);
    await steer('stop');
    await verb('suspend', { rightId });
    expect(await follow()).toBe(0);
    await steer('resume');
    await given.casework.caseStore
      .closeCase(asker(), { idempotencyKey: key(), status: 'closed' } as never)
      .catch(() => undefined);
    await verb('resume', { rightId });
    expect(await follow()).toBe(0);
  });

  test('fill a form, and what changes while it is a case is told too', async () => {
    const { rightId } = await grant();
    const { applications } = given.casework;
    const draft = await applications.createDraft(holder, { procedureKey: 'taxi-form', language: 'fr' });
    expect(draft.data).toMatchObject({ lastName: 'Place Flagey' });
    expect((await questions({ rightId })).items).toMatchObject([{ answer: 'found', by: { fr: 'Taxis' } }]);
    const data = { ...draft.data, rent: 700, hasLease: false };
    const { caseId } = await applications.submit(holder, { draftId: draft.id, data, language: 'fr' });
    await verb('change', { rightId, data: { place: 'Place Jourdan' } });
    expect(await follow()).toBe(1);
    const { openChanges } = await factsOf(caseId);
    expect(openChanges).toMatchObject([
      { fields: [{ field: 'place', before: 'Place Flagey', after: 'Place Jourdan' }] },
    ]);
  });

  test('are asked again by a clerk', async () => {
    await grant();
    await ask();
    const again = await given.casework.facts.askAgain(clerk, { caseId: askingCase, sourceKey: stallSourceKey });
    expect(again.outcome).toBe('answered');
    expect(again.facts.sources).toMatchObject([{ key: stallSourceKey, canAskAgain: true }]);
  });

  test('stand behind a second wall: without a question in the log the job that answers sees no right', async () => {
    await grant();
    const { database, clock } = given;
    const surroundings = { database, clock, random: { id: () => 'x', token: () => 'x' } };
    const seen = (question: string) =>
      answering(surroundings, job('rightSources'), { question, caseId: askingCase }).database;
    const count = async (question: string) =>
      (await seen(question).query('select id from casework.granted_right')).length;
    expect(await count('')).toBe(0);
    expect(await count('999999')).toBe(0);
    const permission = await permitted();
    if (!permission.permitted) throw new Error('Expected to be permitted');
    expect(await count(permission.consultationId)).toBe(1);
    await steer('stop');
    expect(await count(permission.consultationId)).toBe(0);
    await steer('resume');
    await expect(seen('').query('select holders from casework.granted_right')).rejects.toThrow('permission denied');
    await expect(
      seen('').query('select told_digest, subject_index from casework.right_question'),
    ).resolves.toBeDefined();
  });

  test('are seen by their own office alone, and say neither which case asked nor about whom in vain', async () => {
    await ask();
    const { items } = await questions();
    expect(items[0]).toMatchObject({ answer: 'none', right: null });
    expect(JSON.stringify(items)).not.toContain(askingCase);
    expect((await given.casework.rightSources.listRightQuestions(clerk, {})).items).toEqual([]);
    await expect(given.casework.rightSources.listRightQuestions(holder, {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const [source] = await given.casework.rightSources.listRightSources(clerk, {});
    expect(source).toMatchObject({ key: stallSourceKey, isOwn: false, standing: 'open', stoppedAt: null });
  });

  test('stop at once: by their administrator, by a version that offers them no more, for whom they are not offered', async () => {
    await grant();
    const refusal = { permitted: false, refusal: 'NO_AUTHORIZATION' };
    await expect(steer('stop', administrator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const asked = await permitted();
    await steer('stop');
    expect(await permitted()).toEqual(refusal);
    // A question that was let through before is not answered after.
    if (!asked.permitted) throw new Error('Expected to be permitted');
    const late = { idempotencyKey: key(), consultationId: asked.consultationId };
    await expect(given.casework.consultations.askRight(asker(), late)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await steer('resume');
    expect(await ask()).toMatchObject({ answer: 'found' });
    await publish(rightFolder());
    expect(await permitted()).toEqual(refusal);
    expect(await given.casework.rightSources.listRightSources(owner, {})).toMatchObject([{ standing: 'ended' }]);
    expect(await given.casework.rightSources.listRightSources(administrator, {})).toEqual([]);
    const { problems } = await given.casework.procedures.lintDraft(administrator, { key: 'taxi-rank' });
    expect(problems.map(({ code }) => code)).toContain('RIGHT_SOURCE_CLOSED');
    await publish(rightSourceFolder({ source: { ...stallSource, administrations: ['finance'] } }));
    expect(await permitted()).toEqual(refusal);
    await publish(rightSourceFolder());
    expect(await ask()).toMatchObject({ answer: 'found' });
  });
});
