import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, ConnectorActor } from '@irisflow/access';
import type { FolderFile } from '@irisflow/procedures';
import {
  givenImport,
  openTestCasework,
  type TestCasework,
  actorFor,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  system,
  sampleProcedureChanging,
} from '@irisflow/platform/testing';

const register = 'be-national-register';
const income = 'be-taxable-income';
const applicantNumber = '85000099712';
const memberNumber = '91000091427';
const text = (word: string) => ({ fr: `${word} (fr)`, nl: `${word} (nl)`, en: word });

interface Description {
  sources: { key: string; purpose: unknown; reasonForOthers?: unknown }[];
}

/** The sample that also asks for income: of the applicant, and with a reason of the household. */
const procedureAsking = (reason: string | null): FolderFile[] =>
  sampleProcedureChanging('procedure.json', (description: Description) => {
    const [first] = description.sources;
    if (first === undefined) return;
    description.sources.push({
      ...first,
      key: income,
      ...(reason === null ? {} : { reasonForOthers: text(reason) }),
    });
  });

const question = (more: object) => ({
  source: register,
  subject: applicantNumber,
  ...more,
});

/** Of the analyst, who has two accounts. */
const nationalNumber = '85073000160';

describe.each([usualStore])('consultations on %s', (kind) => {
  let given: TestCasework;
  let citizen: Actor;
  let administrator: Actor;
  let analyst: Actor;
  let colleague: Actor;
  let caseId = '';
  let keys = 0;

  const connector = (): ConnectorActor => ({
    ...connectorOf(caseId),
    work: { job: '77', process: 'rent-aid', element: 'ask-register' },
  });
  const ask = (more: object = {}) => {
    keys += 1;
    return given.casework.consultations.askConsultation(connector(), {
      idempotencyKey: `q${keys}`,
      ...question(more),
    });
  };
  const audited = async (action: string) => {
    const rows = await given.database.query<{ outcome: string; detail: unknown; object: string }>(
      'select outcome, detail, object from casework.audit_entry where action = $1 order by sequence desc limit 1',
      [action],
    );
    return rows[0];
  };
  const logOf = (person: Actor) => given.casework.cases.listMyConsultations(person, {});
  const authorizations = () => given.casework.authorizations;
  const grant = (by: Actor, more: object = {}) =>
    authorizations().grantAuthorization(by, {
      procedureKey: 'rent-aid',
      sourceKey: register,
      purpose: text('verify the household'),
      legalBasis: 'Ord. 2003, art. 7',
      fields: ['lastName'],
      ...more,
    });

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    administrator = await givenStaff(casework, { name: 'Ada', roles: ['administrator'] });
    analyst = await givenStaff(casework, { name: 'Ann', roles: ['analyst'], nationalNumber });
    colleague = await givenStaff(casework, { name: 'Kim', roles: ['analyst'] });
    await givenPublished(casework, procedureAsking('know the income of the household'));
    given.sources.set(register, {
      ok: true,
      at: '2026-11-25T09:00:00.000Z',
      values: { lastName: 'Şimşek', birthDate: '1985-01-01' },
    });
    citizen = await givenCitizen(casework);
    const draft = await casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, rent: 700, hasLease: false };
    ({ caseId } = await casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
  });
  afterAll(() => given.close());

  test('a register is asked about a company that applied, at the portal or by another system, and about no other one', async () => {
    await grant(administrator);
    const enterpriseNumber = '0403170701';
    const { identity, mandates, applications, intake } = given.casework;
    const { id: personId } = await identity.upsertPerson(system, {
      issuer: 'https://idp.example',
      subject: 'marc',
      name: 'Marc',
      language: 'fr',
      roles: ['citizen'],
      mandates: [{ enterpriseNumber, name: 'Taxis Verts' }],
    });
    const { token, actor } = await identity.signIn(system, { personId });
    const { held } = await mandates.listMyMandates(actor, {});
    const acting = await mandates.actFor(actor, { token, mandateId: held[0]?.id ?? '' });
    const draft = await applications.createDraft(acting, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Verts', rent: 700, hasLease: false };
    const filed = await applications.submit(acting, { draftId: draft.id, data, language: 'fr' });
    const agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    const opened = await intake.openByReference(agent, {
      externalReference: 'kbo-1',
      procedureKey: 'rent-aid',
      applicant: { name: 'Taxis Verts', email: null, nationalNumber: null, enterpriseNumber },
      language: 'fr',
      receivedOn: null,
      data: { lastName: 'Verts', rent: 700, hasLease: false },
    });
    for (const of of [filed.caseId, opened.caseId]) {
      const asked = (subject: string) =>
        given.casework.consultations.askConsultation(connectorOf(of), {
          idempotencyKey: `company-${subject}`,
          ...question({ subject }),
        });
      expect(await asked('0403.170.701')).toMatchObject({ permitted: true });
      expect(await asked('0999.999.031')).toMatchObject({ permitted: false, refusal: 'SUBJECT_NOT_PARTY' });
    }
  });

  test('a register is asked about the applicant under the authorization, whatever a model would say', async () => {
    await grant(administrator);
    const permission = await ask({ purpose: 'curiosity', legalBasis: 'none' });
    expect(permission).toMatchObject({
      permitted: true,
      purpose: 'verify the household (fr)',
      legalBasis: 'Ord. 2003, art. 7',
      fields: ['lastName'],
    });
    expect((await logOf(citizen))[0]).toMatchObject({
      outcome: 'asked',
      purpose: text('verify the household'),
      legalBasis: { fr: 'Ord. 2003, art. 7', nl: 'Ord. 2003, art. 7', en: 'Ord. 2003, art. 7' },
      caseId,
    });
  });

  test('the outcome is added once; the same question again is one question', async () => {
    const first = await given.casework.consultations.askConsultation(connector(), {
      idempotencyKey: 'same',
      ...question({}),
    });
    const second = await given.casework.consultations.askConsultation(connector(), {
      idempotencyKey: 'same',
      ...question({}),
    });
    expect(second).toEqual(first);
    if (!first.permitted) throw new Error('Expected a permission, but found a refusal');
    const { consultationId } = first;
    const record = (outcome: string) =>
      given.casework.consultations.recordOutcome(connector(), { idempotencyKey: 'x', consultationId, outcome });
    await record('NO_DATA');
    await record('found');
    expect((await logOf(citizen))[0]).toMatchObject({ id: consultationId, outcome: 'noData' });
    await expect(
      given.casework.consultations.recordOutcome(connector(), {
        idempotencyKey: 'y',
        consultationId: '999999',
        outcome: 'found',
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('what a source did not say is unknown in the case, with the source, the question, the reason and the moment', async () => {
    const clerk = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    const unanswered = async () => (await given.casework.cases.getCase(clerk, { caseId })).unanswered;
    const ends = async (outcome: string) => {
      const permission = await ask();
      if (!permission.permitted) throw new Error('Expected a permission, but found a refusal');
      const { consultationId } = permission;
      await given.casework.consultations.recordOutcome(connector(), { idempotencyKey: 'x', consultationId, outcome });
    };
    await ends('found');
    given.clock.set('2026-11-25T10:00:00Z');
    await ends('technical-failure');
    given.clock.set('2026-11-25T11:00:00Z');
    await ends('NO_DATA');

    expect((await unanswered()).find(({ key }) => key === register)).toEqual({
      key: register,
      source: { fr: 'Registre national', nl: 'Rijksregister', en: 'National Register' },
      what: { fr: 'identité', nl: 'identiteit', en: 'identity' },
      since: '2026-11-25T10:00:00.000Z',
      outcome: 'noData',
    });
    // A question that was not even allowed leaves the same hole.
    await ask({ source: 'be-real-property' });
    expect((await unanswered()).find(({ key }) => key === 'be-real-property')?.outcome).toBe('notAuthorized');
    expect((await given.casework.cases.getMyCase(citizen, { caseId })).unanswered).toEqual([]);

    await ends('found');
    expect((await unanswered()).map(({ key }) => key)).not.toContain(register);
    given.clock.set('2026-11-25T09:00:00Z');
  });

  test('a stranger is not asked about: refused, audited, and nothing in their log', async () => {
    expect(await ask({ subject: '00.00.00-001.96' })).toEqual({ permitted: false, refusal: 'SUBJECT_NOT_PARTY' });
    const entry = await audited('consultation.refused');
    expect(entry).toMatchObject({ outcome: 'SUBJECT_NOT_PARTY', object: `case:${caseId}` });
    expect(entry?.detail).toMatchObject({ element: 'ask-register', process: 'rent-aid', procedureVersion: 1 });
    expect(JSON.stringify(entry)).not.toContain('00000000196');
  });

  test('trap 1: a source that the procedure does not declare, or that nobody authorized, is not asked', async () => {
    expect(await ask({ source: 'be-real-property' })).toEqual({ permitted: false, refusal: 'SOURCE_NOT_DECLARED' });
    const { id } = await grant(administrator);
    await authorizations().revokeAuthorization(administrator, { authorizationId: id });
    expect(await ask()).toEqual({ permitted: false, refusal: 'NO_AUTHORIZATION' });
    await grant(administrator, { validUntil: '2026-11-24' });
    expect(await ask()).toEqual({ permitted: false, refusal: 'NO_AUTHORIZATION' });
    await grant(administrator, { validUntil: '2026-11-25' });
    expect(await ask()).toMatchObject({ permitted: true });
  });

  test('a source on paper is asked by no step and no form until it is switched back, and its authorization stays', async () => {
    const { paperSources, applications, identity } = given.casework;
    const tim = { name: 'Tim', roles: ['administrator'], administration: 'taxi' } as const;
    const stranger = await givenStaff(given.casework, tim);
    await grant(administrator);
    const onPaper = { sourceKey: register, reason: 'out of order' };
    await expect(paperSources.askOnPaper(analyst, onPaper)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(paperSources.askOnPaper(stranger, onPaper)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask()).toMatchObject({ permitted: true });

    await paperSources.askOnPaper(administrator, { ...onPaper, validUntil: '2026-12-02' });
    await paperSources.askOnPaper(administrator, { ...onPaper, validUntil: '2026-11-26' });

    expect(await ask()).toEqual({ permitted: false, refusal: 'ON_PAPER' });
    expect(await audited('source.onPaper')).toMatchObject({ detail: { source: register, until: '2026-11-26' } });
    const claims = { issuer: 'test', subject: 'Lou', name: 'Lou', language: 'fr', roles: ['citizen'] } as const;
    const other = actorFor(await identity.upsertPerson(system, { ...claims, nationalNumber: '91000091328' }));
    const draft = await applications.createDraft(other, { procedureKey: 'rent-aid', language: 'fr' });
    expect(draft.unavailable).toMatchObject([{ sourceKey: register, reason: 'onPaper' }]);
    expect(await paperSources.listPaperSources(stranger, {})).toEqual([]);
    expect(await paperSources.listPaperSources(administrator, {})).toMatchObject([
      { sourceKey: register, validUntil: '2026-11-26', setBy: 'Ada' },
    ]);

    given.clock.set('2026-11-27T09:00:00Z');
    expect(await ask()).toMatchObject({ permitted: true });
    expect(await paperSources.listPaperSources(administrator, {})).toEqual([]);
    given.clock.set('2026-11-25T09:00:00Z');
    const back = { sourceKey: register };
    await expect(paperSources.askAutomatically(stranger, back)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask()).toMatchObject({ permitted: false });
    await paperSources.askAutomatically(administrator, back);
    expect(await ask()).toMatchObject({ permitted: true });
  });

  test('a household member finds the question in their own log, though unknown when it was asked', async () => {
    expect(await ask({ source: income, subject: memberNumber })).toMatchObject({ permitted: true });
    const { casework } = given;
    const claims = { issuer: 'test', subject: 'Mia', name: 'Mia', language: 'nl', roles: ['citizen'] } as const;
    const member = actorFor(await casework.identity.upsertPerson(system, { ...claims, nationalNumber: memberNumber }));
    const log = await logOf(member);
    expect(log).toMatchObject([
      {
        source: expect.anything(),
        reason: text('know the income of the household'),
        by: expect.objectContaining({ nl: 'Brussel Huisvesting' }),
        outcome: 'asked',
        caseId: null,
        reference: null,
      },
    ]);
    await expect(casework.cases.getMyCase(member, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const parties = await given.database.query<{ role: string; number_sealed: string | null }>(
      'select role, number_sealed from casework.case_party where case_id = $1 order by role',
      [caseId],
    );
    expect(parties.map(({ role }) => role)).toEqual(['applicant', 'concerned']);
    expect(JSON.stringify(parties)).not.toContain(memberNumber);
    // The reason is for one source: the register itself still says nothing about the member.
    expect(await ask({ subject: memberNumber })).toEqual({ permitted: false, refusal: 'SUBJECT_NOT_PARTY' });
  });

  test('only authorized fields reach a form, and without authorization nothing is asked', async () => {
    const { casework } = given;
    await authorizations().grantAuthorization(administrator, {
      procedureKey: 'rent-aid',
      sourceKey: register,
      purpose: text('prepare'),
      legalBasis: 'Ord.',
      fields: ['birthDate'],
    });
    const claims = { issuer: 'test', subject: 'Noé', name: 'Noé', language: 'fr', roles: ['citizen'] } as const;
    const other = actorFor(await casework.identity.upsertPerson(system, { ...claims, nationalNumber: '91000091229' }));
    const draft = await casework.applications.createDraft(other, { procedureKey: 'rent-aid', language: 'fr' });
    expect(draft.data).not.toHaveProperty('lastName');
    expect(await logOf(other)).toMatchObject([{ outcome: 'answered', purpose: text('prepare') }]);

    await casework.applications.discardDraft(other, { draftId: draft.id });
    const { id } = await grant(administrator);
    await authorizations().revokeAuthorization(administrator, { authorizationId: id });
    const again = await casework.applications.createDraft(other, { procedureKey: 'rent-aid', language: 'fr' });
    expect(again.unavailable).toMatchObject([{ sourceKey: register, reason: 'notAuthorized' }]);
    expect(await logOf(other)).toHaveLength(1);
    await grant(administrator);
  });

  test('reasons wait for a second person; until then the version is not used', async () => {
    const { procedures } = given.casework;
    const publish = async (reason: string) => {
      const { revision } = await givenImport(given.casework, analyst, procedureAsking(reason));
      return procedures.publish(analyst, { key: 'rent-aid', note: reason, revision });
    };
    const { version, approval } = await publish('a new reason');
    expect(approval).toEqual({ state: 'waiting', canApprove: false });
    expect((await procedures.getProcedure(system, { key: 'rent-aid' })).version).toBe(version - 1);
    await expect(procedures.approveVersion(analyst, { key: 'rent-aid', version })).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    // A second account of the publisher is no second person.
    const sameOne = await givenStaff(given.casework, { name: 'Ann too', roles: ['analyst'], nationalNumber });
    await expect(procedures.approveVersion(sameOne, { key: 'rent-aid', version })).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    expect((await procedures.listVersions(sameOne, { key: 'rent-aid' }))[0]).toMatchObject({
      approval: { state: 'waiting', canApprove: false },
    });
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    await expect(procedures.approveVersion(stranger, { key: 'rent-aid', version })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await procedures.listVersions(colleague, { key: 'rent-aid' }))[0]).toMatchObject({
      approval: { state: 'waiting', canApprove: true },
    });
    const approved = await procedures.approveVersion(colleague, { key: 'rent-aid', version });
    expect(approved.approval).toMatchObject({ state: 'approved', by: 'Kim' });
    expect((await procedures.getProcedure(system, { key: 'rent-aid' })).version).toBe(version);
    expect(await audited('procedure.reasonsApproved')).toMatchObject({ detail: { version } });
  });

  test('authorizations are an administrator’s, for procedures of their own administration', async () => {
    const tim = { name: 'Tim', roles: ['administrator'], administration: 'taxi' } as const;
    const stranger = await givenStaff(given.casework, tim);
    await expect(grant(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(grant(analyst)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(grant(administrator, { legalBasis: ' ' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const { id } = await grant(administrator);
    await expect(authorizations().revokeAuthorization(stranger, { authorizationId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await authorizations().listAuthorizations(stranger, {})).toEqual([]);
    const [standing] = await authorizations().listAuthorizations(administrator, {});
    expect(standing).toMatchObject({ sourceKey: register, grantedBy: 'Ada', revokedAt: null });
  });

  test('the lint names sources without authorization, and the connectors whose source is not declared', async () => {
    const { procedures } = given.casework;
    const { id } = await grant(administrator);
    await authorizations().revokeAuthorization(administrator, { authorizationId: id });
    const { problems } = await procedures.lintDraft(analyst, { key: 'rent-aid' });
    expect(problems).toMatchObject([
      { code: 'SOURCE_NOT_AUTHORIZED', severity: 'warning', file: 'procedure.json', pointer: '/sources/0' },
    ]);
    await grant(administrator);
  });

  test('nobody but connectors asks', async () => {
    const call = { idempotencyKey: 'z', ...question({}) };
    await expect(given.casework.consultations.askConsultation(citizen, call)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(given.casework.consultations.askConsultation(analyst, call)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
