import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { IdentityClaims, PersonActor } from '@irisflow/access';
import {
  actorFor,
  givenAdministrations,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import type { MandateWish } from './new-mandate.ts';

const bakery = { enterpriseNumber: '0401234560', name: 'Boulangerie du Parvis SRL', seatCommune: '21013' };
const numberOfDrissa = '80010100503';
const numberOfYasmine = '81010100722';

describe('mandates', () => {
  let given: TestCasework;
  let manager: PersonActor;
  let drissa: PersonActor;
  let stranger: PersonActor;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    drissa = await signsIn('drissa', { name: 'Drissa Traoré', nationalNumber: numberOfDrissa });
    stranger = await signsIn('yasmine', { name: 'Yasmine Peeters', nationalNumber: numberOfYasmine });
  });
  afterAll(() => given.close());
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    manager = await signsIn('manager', { name: 'Marie Manager', mandates: [bakery] });
    const actor = await (await acts(manager)).now();
    for (const mandate of (await mandates().listMyMandates(actor, {})).given ?? [])
      if (mandate.origin === 'portal') await mandates().revokeMandate(actor, { mandateId: mandate.id });
  });

  const refused = (code: string) => expect.objectContaining({ code });
  const { mandates, identity, applications, cases } = {
    mandates: () => given.casework.mandates,
    identity: () => given.casework.identity,
    applications: () => given.casework.applications,
    cases: () => given.casework.cases,
  };

  const signsIn = async (subject: string, claims: Partial<IdentityClaims>): Promise<PersonActor> => {
    const name = claims.name ?? subject;
    const person = await identity().upsertPerson(system, {
      issuer: 'https://idp.example',
      subject,
      name,
      language: 'fr',
      roles: ['citizen'],
      ...claims,
    });
    return actorFor(person) as PersonActor;
  };

  /** A session of somebody, and the way to ask who it is now. */
  const sessionOf = async ({ person }: PersonActor) => {
    const { token, actor } = await identity().signIn(system, { personId: person.id });
    const now = async (): Promise<PersonActor> => {
      const found = await identity().resumeSession(system, { token });
      if (found === null) throw new Error('Expected a session that is open');
      return found;
    };
    return { token, actor, now };
  };

  /** Somebody who acts under the first mandate that they have. */
  const acts = async (actor: PersonActor) => {
    const session = await sessionOf(actor);
    const { held } = await mandates().listMyMandates(session.actor, {});
    await mandates().actFor(session.actor, { token: session.token, mandateId: held[0]?.id ?? 'none' });
    return session;
  };

  const wish: MandateWish = {
    mandatee: 'Drissa Traoré',
    nationalNumber: numberOfDrissa,
    procedures: ['rent-aid'],
    mayDelegate: false,
    validFrom: '2026-11-25',
    validTo: '2026-12-31',
  };

  const applies = async (actor: PersonActor): Promise<string> => {
    const draft = await applications().createDraft(actor, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Parvis', rent: 700, hasLease: false };
    return (await applications().submit(actor, { draftId: draft.id, data, language: 'fr' })).caseId;
  };

  const granted = async (changed: Partial<MandateWish> = {}) => {
    const { now } = await acts(manager);
    return mandates().grantMandate(await now(), { ...wish, ...changed });
  };

  test('who signs in for a company chooses for whom they act; the case is of the company', async () => {
    // given whom the provider names for a company
    const session = await acts(manager);
    const actor = await session.now();
    expect(actor.acting).toMatchObject({ party: { name: bakery.name, kind: 'organization' }, procedures: null });

    // and a register of people kept no silence about a company: it was not asked, now or again
    const draft = await applications().createDraft(actor, { procedureKey: 'rent-aid', language: 'fr' });
    const notApplicable = [{ sourceKey: 'be-national-register', reason: 'notApplicable' }];
    expect(draft.unavailable).toMatchObject(notApplicable);
    expect((await applications().refillDraft(actor, { draftId: draft.id })).unavailable).toMatchObject(notApplicable);

    // when they apply
    const caseId = await applies(actor);

    // then the case is of the company, and not of themselves
    expect(await cases().getMyCase(actor, { caseId })).toMatchObject({ applicant: bakery.name });
    expect(await cases().listMyCases(session.actor, {})).toEqual([]);
    await expect(cases().getMyCase(session.actor, { caseId })).rejects.toEqual(refused('NOT_FOUND'));
    // and its process knows the company by its number
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    expect(started?.variables).toMatchObject({
      applicant: { nationalNumber: null, name: bakery.name, enterpriseNumber: bakery.enterpriseNumber },
    });

    // when they act for themselves again, the company is gone from what they see
    await mandates().actFor(actor, { token: session.token, mandateId: null });
    expect((await session.now()).acting).toBeUndefined();
    expect(await cases().listMyCases(await session.now(), {})).toEqual([]);

    // and the audit names under which mandate and for whom it was done
    const agent = await givenStaff(given.casework, { name: 'Auditor', roles: ['auditor'] });
    const { items } = await given.casework.audit.listAudit(agent, { action: 'application.submitted' });
    expect(items[0]?.detail).toMatchObject({
      actingFor: expect.stringMatching(/^party:/),
      mandate: expect.any(String),
    });
  });

  test('a company lets somebody act for it in one procedure, whom nobody has to know yet', async () => {
    const caseId = await applies(await (await acts(manager)).now());
    await granted();

    // when the one who proves to have the number signs in and chooses it
    const actor = await (await acts(drissa)).now();

    // then they see the cases and drafts of the company in that procedure
    expect((await cases().listMyCases(actor, {})).map(({ id }) => id)).toContain(caseId);
    const draft = await applications().createDraft(actor, { procedureKey: 'rent-aid', language: 'fr' });
    const colleague = await (await acts(manager)).now();
    expect(await applications().getDraft(colleague, { draftId: draft.id })).toMatchObject({ id: draft.id });
    // and nobody else does
    await expect(applications().getDraft(stranger, { draftId: draft.id })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(cases().getMyCase(stranger, { caseId })).rejects.toEqual(refused('NOT_FOUND'));
    await applications().discardDraft(actor, { draftId: draft.id });
  });

  test('attack: somebody else’s mandate, and one that was never there', async () => {
    const mandate = await granted();
    const { token, actor } = await sessionOf(stranger);
    await expect(mandates().actFor(actor, { token, mandateId: mandate.id })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(mandates().actFor(actor, { token, mandateId: 'id00000000000000000000' })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    await expect(mandates().revokeMandate(actor, { mandateId: mandate.id })).rejects.toEqual(refused('NOT_FOUND'));
    expect(await mandates().listMyMandates(actor, {})).toEqual({ given: [], held: [] });
  });

  test('attack: a revoked mandate ends in the session that is open', async () => {
    const mandate = await granted();
    const session = await acts(drissa);
    expect((await session.now()).acting).toMatchObject({ party: { name: bakery.name } });

    await mandates().revokeMandate(await (await acts(manager)).now(), { mandateId: mandate.id });

    // then they act for nobody, not quietly for themselves
    const actor = await session.now();
    expect(actor.acting).toBe('nobody');
    await expect(cases().listMyCases(actor, {})).rejects.toEqual(refused('MANDATE_OVER'));
    await expect(applications().createDraft(actor, { procedureKey: 'rent-aid', language: 'fr' })).rejects.toEqual(
      refused('MANDATE_OVER'),
    );
    // until they say for whom
    await mandates().actFor(actor, { token: session.token, mandateId: null });
    expect(await cases().listMyCases(await session.now(), {})).toEqual([]);
  });

  test('attack: a mandate counts from its first day until its last one', async () => {
    await granted({ validFrom: '2026-12-01', validTo: '2026-12-02' });
    const { token, actor } = await sessionOf(drissa);
    const usable = async () => (await mandates().listMyMandates(actor, {})).held.length;
    expect(await usable()).toBe(0);
    given.clock.set('2026-12-01T00:30:00Z');
    const { held } = await mandates().listMyMandates(actor, {});
    expect(held).toHaveLength(1);
    await mandates().actFor(actor, { token, mandateId: held[0]?.id ?? '' });
    // The last day ends at midnight in Brussels.
    given.clock.set('2026-12-02T22:59:00Z');
    expect(await usable()).toBe(1);
    given.clock.set('2026-12-02T23:01:00Z');
    expect(await usable()).toBe(0);
  });

  test('a procedure for people opens for nobody who acts for a company, and one for companies for nobody who acts for themselves', async () => {
    const opens = (actor: PersonActor) =>
      applications().createDraft(actor, { procedureKey: 'rent-aid', language: 'fr' });
    const open = async (audience: 'citizen' | 'company') =>
      givenPublished(
        given.casework,
        sampleProcedureChanging('procedure.json', (description: { audience: string[] }) => {
          description.audience = [audience];
        }),
      );
    const company = await (await acts(manager)).now();
    await open('citizen');
    await expect(opens(company)).rejects.toEqual(refused('WRONG_AUDIENCE'));
    await open('company');
    await expect(opens(stranger)).rejects.toEqual(refused('WRONG_AUDIENCE'));
    await givenPublished(given.casework);
  });

  test('attack: outside of its procedures a mandate opens nothing', async () => {
    const caseId = await applies(await (await acts(manager)).now());
    await granted({ procedures: ['another-thing'], validFrom: '2026-11-25' });
    const session = await acts(drissa);
    const actor = await session.now();
    expect(actor.acting).toMatchObject({ procedures: ['another-thing'] });
    expect(await cases().listMyCases(actor, {})).toEqual([]);
    await expect(cases().getMyCase(actor, { caseId })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(applications().createDraft(actor, { procedureKey: 'rent-aid', language: 'fr' })).rejects.toEqual(
      refused('OUT_OF_MANDATE'),
    );
    // and it can neither be passed on nor taken from others
    expect((await mandates().listMyMandates(actor, {})).given).toBeNull();
    await expect(mandates().grantMandate(actor, { ...wish, nationalNumber: numberOfYasmine })).rejects.toEqual(
      refused('FORBIDDEN'),
    );
    await expect(
      mandates().saveMyParty(actor, { language: 'nl', email: null, phone: null, address: null }),
    ).rejects.toEqual(refused('FORBIDDEN'));
    await mandates().actFor(actor, { token: session.token, mandateId: null });
  });

  test('whom the provider names no longer may act no longer', async () => {
    const session = await acts(manager);
    await signsIn('manager', { name: 'Marie Manager' });
    expect((await session.now()).acting).toBe('nobody');
    expect((await mandates().listMyMandates(session.actor, {})).held).toEqual([]);
  });

  test('what the provider vouches for is ended there', async () => {
    const actor = await (await acts(manager)).now();
    const mandateId = actor.acting === 'nobody' ? '' : (actor.acting?.mandateId ?? '');
    await expect(mandates().revokeMandate(actor, { mandateId })).rejects.toEqual(refused('INPUT_INVALID'));
  });

  test('a mandate that makes no sense is refused', async () => {
    const actor = await (await acts(manager)).now();
    const grant = (changed: Partial<MandateWish>) => mandates().grantMandate(actor, { ...wish, ...changed });
    await expect(grant({ nationalNumber: '80010100504' })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(grant({ validTo: '2026-11-24' })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(grant({ validFrom: '2026-11-24' })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(grant({ procedures: [] })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(grant({ mayDelegate: true })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(mandates().grantMandate(drissa, { ...wish, nationalNumber: numberOfDrissa })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
  });

  test('trap 10: the same person is applicant here and mandatary there', async () => {
    // given somebody with a case of their own, whom a friend lets act for them
    const ownCase = await applies(drissa);
    await mandates().grantMandate(stranger, { ...wish, validTo: null });
    const session = await sessionOf(drissa);
    const { held } = await mandates().listMyMandates(session.actor, {});
    const mandate = held.find(({ mandator }) => mandator === 'Yasmine Peeters');
    await mandates().actFor(session.actor, { token: session.token, mandateId: mandate?.id ?? '' });
    const actor = await session.now();

    // when they apply for the friend
    const caseId = await applies(actor);

    // then it is the friend's, who sees it; their own stays apart
    expect((await cases().listMyCases(actor, {})).map(({ id }) => id)).toEqual([caseId]);
    expect((await cases().listMyCases(stranger, {})).map(({ id }) => id)).toEqual([caseId]);
    expect((await cases().listMyCases(drissa, {})).map(({ id }) => id)).toContain(ownCase);
    expect((await cases().listMyCases(drissa, {})).map(({ id }) => id)).not.toContain(caseId);
    // and what was asked about the friend shows to the friend alone
    expect(await cases().listMyConsultations(actor, {})).toEqual([]);
  });
});
