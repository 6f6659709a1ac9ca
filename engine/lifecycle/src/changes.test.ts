import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  askingRestrictedDebt,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const changes = {
  fields: ['/rent', '/hasLease'],
  parts: [{ key: 'lease', label: { fr: 'Aide au bail', nl: 'Huurhulp', en: 'Lease aid' }, fields: ['/hasLease'] }],
};

const declaring = (declared: object) =>
  sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
    description['changes'] = declared;
  });

const newRent = {
  answers: [{ pointer: '/rent', value: 820 }],
  since: '2026-12-01',
  reason: 'Le loyer est indexé.',
  documents: [],
};

const pdf = async function* (word: string) {
  yield Buffer.from(`%PDF-1.7\n${word}\n`);
};

describe('what an applicant declares of a case that runs', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let elsewhere: Actor;
  let caseId = '';
  let count = 0;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, askingRestrictedDebt(declaring(changes)));
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
  });
  afterAll(() => given.close());

  const room = () => given.casework.lifecycle;
  const file = async (answers: object = {}, procedureKey = 'rent-aid') => {
    const { applications } = given.casework;
    const draft = await applications.createDraft(citizen, { procedureKey, language: 'fr' });
    const data = { ...draft.data, lastName: 'Léa', rent: 700, hasLease: false, ...answers };
    return (await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' })).caseId;
  };
  const drain = () => given.casework.outbox.drain(system, {});
  const mine = () => given.casework.cases.getMyCase(citizen, { caseId });
  const declare = (more: object = {}, actor: Actor = citizen) =>
    room().declareChange(actor, { caseId, ...newRent, ...more });
  const withdraw = (more: object = {}, actor: Actor = citizen) =>
    room().withdrawPart(actor, { caseId, part: 'lease', since: '2026-12-01', reason: 'Plus besoin.', ...more });
  const waiting = async () => (await room().getMyChanges(citizen, { caseId })).changes[0]?.id ?? '';
  const settle = async (more: object = {}, actor: Actor = agent) => {
    const {
      seen,
      changes: [change],
    } = await room().getCaseChanges(agent, { caseId });
    return room().settleChange(actor, {
      caseId,
      changeId: change?.id ?? 'x'.repeat(22),
      isAccepted: true,
      reason: '',
      seen,
      ...more,
    });
  };
  const told = (name: string) =>
    given.engine.messages.filter((one) => one.name === name && one.correlationKey === caseId);

  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    count += 1;
    citizen = await givenCitizen(given.casework, `Applicant ${count}`);
    caseId = await file();
    await drain();
  });

  test('waits beside what was answered until a clerk accepts it; then the answers and the process have it, once', async () => {
    // given
    const declared = await declare();
    expect(declared.changes).toMatchObject([
      {
        state: 'waiting',
        since: '2026-12-01',
        told: [{ pointer: '/rent', before: { fr: '700,00\u00A0€' }, after: { fr: '820,00\u00A0€' } }],
      },
    ]);
    expect((await mine()).data).toMatchObject({ rent: 700 });
    expect(await room().listWaitingChanges(agent, {})).toMatchObject([{ caseId, what: [{ fr: 'rent' }] }]);

    // when
    const after = await settle();
    await drain();

    // then
    expect(after.changes).toMatchObject([{ state: 'accepted', settledBy: 'Agnès' }]);
    const seen = await mine();
    expect(seen.data).toMatchObject({ rent: 820 });
    expect(seen.corrections).toMatchObject([{ pointer: '/rent', reason: newRent.reason, by: null }]);
    expect(seen.timeline[0]?.text.fr).toBe('Changement pris en compte\u00a0: rent (depuis le 1 décembre 2026)');
    expect(told('housing.change.declared')).toMatchObject([
      {
        variables: {
          declaredChange: {
            since: '2026-12-01',
            receivedOn: '2026-11-25',
            answers: [{ field: 'rent', before: 700, after: 820 }],
          },
        },
      },
    ]);
    expect(await room().listWaitingChanges(agent, {})).toEqual([]);
    await expect(settle()).rejects.toMatchObject({ code: 'CHANGE_SETTLED' });
  });

  test('is refused with a reason that its applicant reads, and changes nothing', async () => {
    await declare();
    await expect(settle({ isAccepted: false })).rejects.toMatchObject({ code: 'INPUT_INVALID' });

    await settle({ isAccepted: false, reason: 'Le bail dit 700 €.' });
    await drain();

    const {
      changes: [refused],
      fields,
    } = await room().getMyChanges(citizen, { caseId });
    expect(refused).toMatchObject({ state: 'refused', refusal: 'Le bail dit 700 €.', settledBy: null });
    expect(fields).toEqual(['/rent', '/hasLease']);
    const seen = await mine();
    expect(seen.data).toMatchObject({ rent: 700 });
    expect(seen.timeline[0]?.text.fr).toContain('Le bail dit 700 €.');
    expect(told('housing.change.declared')).toEqual([]);
  });

  test('pressed twice is one; another one comes after the first was taken back', async () => {
    await Promise.all([declare(), declare()]);
    expect((await room().getMyChanges(citizen, { caseId })).changes).toHaveLength(1);
    await expect(declare({ since: '2026-12-02' })).rejects.toMatchObject({ code: 'CHANGE_WAITING' });

    await room().retractChange(citizen, { caseId, changeId: await waiting() });

    expect((await room().getCaseChanges(agent, { caseId })).changes).toEqual([]);
    expect((await declare({ since: '2026-12-02' })).changes).toHaveLength(2);
  });

  test('pressed twice with the same file is one; with another file it is refused and not lost', async () => {
    const added = async (name: string, word: string) =>
      (await given.casework.cases.addMyDocument(citizen, { caseId, name, content: pdf(word) })).id;
    const lease = await added('lease.pdf', 'lease');
    await declare({ documents: [lease] });

    // sent again by who heard no answer
    await declare({ documents: [await added('lease.pdf', 'lease')] });
    await expect(declare({ documents: [lease, await added('annex.pdf', 'annex')] })).rejects.toMatchObject({
      code: 'CHANGE_WAITING',
    });

    expect((await room().getMyChanges(citizen, { caseId })).changes).toMatchObject([{ documents: [{ id: lease }] }]);
  });

  test('that a clerk read before a colleague corrected the answers is read again first', async () => {
    await declare({ answers: [{ pointer: '/hasLease', value: true }] });
    const { seen } = await room().getCaseChanges(agent, { caseId });
    const { data } = await given.casework.cases.getCase(agent, { caseId });
    await room().correctAnswers(agent, { caseId, data: { ...data, rent: 690 }, reason: 'Faute', seen });

    await expect(settle({ seen })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    await settle();

    // and loses nothing of the correction
    expect((await mine()).data).toMatchObject({ rent: 690, hasLease: true });
  });

  test('leaves restricted answers where they are', async () => {
    citizen = await givenCitizen(given.casework, `Restricted ${count}`);
    caseId = await file({ debt: 90 });
    await declare();

    await settle();

    expect((await mine()).data).toMatchObject({ rent: 820, debt: 90 });
    expect((await given.casework.cases.getCase(agent, { caseId })).data).not.toHaveProperty('debt');
  });

  test.each([
    [
      'a field that the procedure does not offer',
      { answers: [{ pointer: '/lastName', value: 'X' }] },
      'CHANGE_NOT_OFFERED',
    ],
    ['a restricted field', { answers: [{ pointer: '/debt', value: 1 }] }, 'CHANGE_NOT_OFFERED'],
    ['nothing', { answers: [] }, 'CHANGE_NOT_OFFERED'],
    ['what is answered already', { answers: [{ pointer: '/rent', value: 700 }] }, 'INPUT_INVALID'],
    ['an answer that does not hold', { answers: [{ pointer: '/rent', value: -1 }] }, 'FORM_INVALID'],
    ['an answer that is needed taken away', { answers: [{ pointer: '/rent' }] }, 'FORM_INVALID'],
    ['no reason', { reason: ' ' }, 'INPUT_INVALID'],
    ['a day long ago', { since: '1990-01-01' }, 'INPUT_INVALID'],
    ['a day far away', { since: '2031-01-01' }, 'INPUT_INVALID'],
    ['a document of another case', { documents: ['y'.repeat(22)] }, 'INPUT_INVALID'],
  ])('is not %s', async (_what, more, code) => {
    await expect(declare(more)).rejects.toMatchObject({ code });
  });

  test('is its applicant’s alone, and for the clerks of the case', async () => {
    const stranger = await givenCitizen(given.casework, `Stranger ${count}`);
    await declare();
    const changeId = await waiting();
    const settlement = { caseId, changeId, isAccepted: true, reason: '', seen: 0 };

    await expect(declare({}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(withdraw({}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(room().retractChange(stranger, { caseId, changeId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(room().getMyChanges(stranger, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(room().getCaseChanges(elsewhere, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(room().settleChange(elsewhere, settlement)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(room().settleChange(citizen, settlement)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await room().listWaitingChanges(elsewhere, {})).toEqual([]);
  });

  test('is declared by whoever acts for the applicant, as long as they do', async () => {
    const { identity, mandates } = given.casework;
    const bakery = { enterpriseNumber: '0401234560', name: 'Boulangerie du Parvis SRL', seatCommune: '21013' };
    const { id: personId } = await identity.upsertPerson(system, {
      issuer: 'https://idp.example',
      subject: 'manager',
      name: 'Marie Manager',
      language: 'fr',
      roles: ['citizen'],
      mandates: [bakery],
    });
    const { token, actor: herself } = await identity.signIn(system, { personId });
    const { held } = await mandates.listMyMandates(herself, {});
    await mandates.actFor(herself, { token, mandateId: held[0]?.id ?? '' });
    const acting = await identity.resumeSession(system, { token });
    if (acting === null) throw new Error('Expected a session that is open');
    citizen = acting;
    caseId = await file();

    expect((await declare()).changes).toMatchObject([{ state: 'waiting' }]);
    await expect(declare({}, herself)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of a part: asked, withdrawn since a day once, and never asked again', async () => {
    const asked = await withdraw();
    expect(asked).toMatchObject({
      parts: [],
      changes: [{ part: { key: 'lease' }, told: [{ before: { fr: 'Non' } }] }],
    });

    await settle();
    await drain();

    const after = await room().getMyChanges(citizen, { caseId });
    expect(after).toMatchObject({ parts: [], changes: [{ state: 'accepted', since: '2026-12-01' }] });
    expect(told('housing.part.withdrawn')).toMatchObject([{ variables: { withdrawnPart: { part: 'lease' } } }]);
    // the case goes on
    expect(told('housing.withdrawal.requested')).toEqual([]);
    expect((await mine()).canWithdraw).toBe(true);
    await expect(withdraw()).rejects.toMatchObject({ code: 'CHANGE_NOT_OFFERED' });
    await expect(withdraw({ part: 'other' })).rejects.toMatchObject({ code: 'CHANGE_NOT_OFFERED' });
  });

  test('lapses with its case', async () => {
    await declare();
    await given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: 'close', reason: 'done' });

    expect(await room().getMyChanges(citizen, { caseId })).toMatchObject({
      fields: [],
      parts: [],
      changes: [{ state: 'lapsed' }],
    });
    await expect(settle()).rejects.toMatchObject({ code: 'CASE_ENDED' });
    await expect(declare()).rejects.toMatchObject({ code: 'CASE_ENDED' });
    const waits = await room().listWaitingChanges(agent, {});
    expect(waits.filter((one) => one.caseId === caseId)).toEqual([]);
  });

  test('is not offered where the procedure says nothing', async () => {
    await givenPublished(
      given.casework,
      sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
        description['key'] = 'rent-silent';
        description['reference'] = 'BH-RS';
      }),
    );
    citizen = await givenCitizen(given.casework, `Silent ${count}`);
    caseId = await file({}, 'rent-silent');

    expect(await room().getMyChanges(citizen, { caseId })).toEqual({ fields: [], parts: [], changes: [] });
    await expect(declare()).rejects.toMatchObject({ code: 'CHANGE_NOT_OFFERED' });
  });
});
