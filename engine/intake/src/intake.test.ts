import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
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
import type { OpenDirectly } from './desk/open-application.ts';
import type { OpenByReference } from './opening/open-by-reference.ts';

const somebody = {
  kind: 'new',
  firstName: 'Noor',
  lastName: 'Verlinden',
  email: null,
  phone: null,
  nationalNumber: '85.00.00-997.12',
} as const;

const paper: OpenDirectly = {
  procedureKey: 'rent-aid',
  channel: 'mail',
  receivedOn: '2026-11-20',
  language: 'nl',
  who: somebody,
};

const fromSystem: OpenByReference = {
  externalReference: 'portal-7:42',
  procedureKey: 'rent-aid',
  applicant: { name: 'Ahmed Haddad', email: null, nationalNumber: '85.00.00-997.12' },
  language: 'fr',
  receivedOn: null,
  data: { lastName: 'Haddad', rent: 700, hasLease: false },
};

const renewed = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
  description['renewal'] = { everyMonths: 12, daysBefore: 30 };
  description['audience'] = ['citizen'];
});

const forCompanies = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
  description['key'] = 'company-aid';
  description['reference'] = 'BH-CA';
  description['audience'] = ['company'];
});

const company = {
  kind: 'company',
  enterpriseNumber: 'BE 0403.170.701',
  name: 'Taxis Verts',
  email: null,
  phone: null,
} as const;

describe('ways into an administration', () => {
  let given: TestCasework;
  let agent: Actor;
  let elsewhere: Actor;
  let citizen: Actor;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, renewed);
    await givenPublished(given.casework, forCompanies);
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    citizen = await givenCitizen(given.casework, 'Léa');
  });
  afterAll(() => given.close());

  const intake = () => given.casework.intake;
  const file = (caseId: string) => given.casework.cases.getCase(agent, { caseId });
  const refused = (code: string) => expect.objectContaining({ code });

  const submitted = async (wanted: Partial<OpenDirectly> = {}): Promise<string> => {
    const draft = await intake().openDirectly(agent, { ...paper, ...wanted });
    const data = { ...draft.data, lastName: 'Verlinden', rent: 700, hasLease: false };
    return (await given.casework.applications.submit(agent, { draftId: draft.id, data, language: 'fr' })).caseId;
  };

  const applied = async (despite?: string): Promise<string> => {
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Léa', rent: 700, hasLease: false };
    const submission = {
      draftId: draft.id,
      data,
      language: 'fr' as const,
      ...(despite === undefined ? {} : { despite }),
    };
    return (await given.casework.applications.submit(citizen, submission)).caseId;
  };

  test('trap 13: a paper form becomes a case with its scan, from the day on which it came', async () => {
    // given a form that came by post, opened by a clerk without any contact
    const draft = await intake().openDirectly(agent, paper);
    expect(draft).toMatchObject({
      language: 'nl',
      data: { lastName: 'Verlinden', nationalNumber: '85000099712' },
      office: { channel: 'mail', receivedOn: '2026-11-20', contactId: null, applicant: { name: 'Noor Verlinden' } },
    });

    // when the paper is scanned and the form is filled from it
    await given.casework.applications.addDocument(agent, {
      draftId: draft.id,
      pointer: '',
      name: 'formulier.pdf',
      content: [Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1000, 1)])],
    });
    const data = { ...draft.data, rent: 700, hasLease: false };
    const submission = { draftId: draft.id, data, language: 'fr' } as const;
    const { caseId } = await given.casework.applications.submit(agent, submission);

    // then it is a case of that day, with the paper in its file
    expect(await file(caseId)).toMatchObject({
      applicant: 'Noor Verlinden',
      language: 'nl',
      channel: 'mail',
      receivedOn: '2026-11-20',
      term: { startedOn: '2026-11-20' },
      documents: [{ name: 'formulier.pdf', origin: 'agent', category: 'paperForm', visibleToApplicant: true }],
    });
  });

  test('a scan is for what an office fills: nobody adds one to an application of their own', async () => {
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const upload = { draftId: draft.id, pointer: '', name: 'x.pdf', content: [Buffer.from('%PDF-1.7\n')] };
    await expect(given.casework.applications.addDocument(citizen, upload)).rejects.toEqual(refused('INPUT_INVALID'));
  });

  test('story 11: the receipt is in Dutch for who speaks Dutch, whatever the clerk speaks', async () => {
    const caseId = await submitted({ channel: 'visit', receivedOn: null });
    const { name, content } = await intake().printReceipt(agent, { caseId });
    expect(name).toMatch(/^BH-RA-2026-\d{6}-\d{2}\.pdf$/);
    const pdf = Buffer.from(content).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/Lang (nl');
    await expect(intake().printReceipt(elsewhere, { caseId })).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('who is at the counter is found by number or by name, and gets another case as the same person', async () => {
    const first = await submitted();
    const byNumber = await intake().findApplicants(agent, { search: '85.00.00-997.12' });
    expect(byNumber.map(({ name }) => name)).toContain('Noor Verlinden');
    expect(await intake().findApplicants(elsewhere, { search: '85.00.00-997.12' })).toEqual([]);
    expect((await intake().findApplicants(agent, { search: 'verlinden' }))[0]).toMatchObject({ language: 'nl' });

    const second = await submitted({ who: { kind: 'applicant', caseId: first }, channel: 'exOfficio' });
    expect(await file(second)).toMatchObject({ applicant: 'Noor Verlinden', channel: 'exOfficio' });
    // and the office sees that it may be the same matter
    const { suspects } = await intake().getLinks(agent, { caseId: second });
    expect(suspects.map(({ id }) => id)).toContain(first);
  });

  test('a company is who its number names, at the counter, for another system and for whoever acts for it', async () => {
    // given a paper of a company, and a case of it from another system
    const first = await submitted({ procedureKey: 'company-aid', who: company });
    const { caseId: second } = await intake().openByReference(agent, {
      ...fromSystem,
      externalReference: 'kbo-1',
      procedureKey: 'company-aid',
      applicant: { name: 'Taxis Verts SA', email: null, nationalNumber: null, enterpriseNumber: '0403170701' },
    });
    expect(await file(first)).toMatchObject({ applicant: 'Taxis Verts' });

    // then both are one company's, which is found by its number and told apart by nobody else
    const found = await intake().findApplicants(agent, { search: '0403.170.701' });
    expect(found).toMatchObject([{ cases: 2, caseId: second }]);
    expect(await intake().findApplicants(elsewhere, { search: '0403.170.701' })).toEqual([]);

    // and whoever acts for it at the portal follows what came on paper
    const { identity, mandates, cases } = given.casework;
    const { id: personId } = await identity.upsertPerson(system, {
      issuer: 'https://idp.example',
      subject: 'marc',
      name: 'Marc',
      language: 'fr',
      roles: ['citizen'],
      mandates: [{ enterpriseNumber: '0403170701', name: 'Taxis Verts' }],
    });
    const { token, actor } = await identity.signIn(system, { personId });
    const { held } = await mandates.listMyMandates(actor, {});
    const acting = await mandates.actFor(actor, { token, mandateId: held[0]?.id ?? '' });
    expect(await cases.getMyCase(acting, { caseId: first })).toMatchObject({ id: first });
    expect(await cases.getMyCase(acting, { caseId: second })).toMatchObject({ id: second });
  });

  describe('whose number an office was told', () => {
    const signsIn = async (nationalNumber: string): Promise<Actor> => {
      const claims = {
        issuer: 'https://idp.example',
        subject: nationalNumber,
        name: 'Amina',
        language: 'fr',
      } as const;
      const { id } = await given.casework.identity.upsertPerson(system, {
        ...claims,
        roles: ['citizen'],
        nationalNumber,
      });
      return (await given.casework.identity.signIn(system, { personId: id })).actor;
    };
    const told = (nationalNumber: string) => ({ who: { ...somebody, nationalNumber } });
    const mine = async (actor: Actor) => (await given.casework.cases.listMyCases(actor, {})).map(({ id }) => id);

    test('follows at the portal what was on paper before, of every office, once they sign in', async () => {
      // given a paper at one office, and a case from a system at another one
      const number = '90.00.00-999.18';
      const onPaper = await submitted(told(number));
      const other = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
        description['key'] = 'taxi-aid';
        description['reference'] = 'TX-AID';
        description['administration'] = 'taxi';
      });
      await givenPublished(given.casework, other);
      const { caseId: fromAnother } = await intake().openByReference(elsewhere, {
        ...fromSystem,
        externalReference: 'taxi-1',
        procedureKey: 'taxi-aid',
        applicant: { ...fromSystem.applicant, nationalNumber: number },
      });
      // then whoever has the number finds both, and nobody else does
      const amina = await signsIn(number.replaceAll(/[.-]/g, ''));
      expect(new Set(await mine(amina))).toEqual(new Set([onPaper, fromAnother]));
      expect(await mine(await signsIn('91000099939'))).toEqual([]);
      // and what comes on paper afterwards too
      const later = await submitted(told(number));
      expect(await mine(amina)).toContain(later);
    });
  });

  test('a company is not opened a case that is for people, and no number that cannot be', async () => {
    await expect(intake().openDirectly(agent, { ...paper, who: company })).rejects.toEqual(refused('WRONG_AUDIENCE'));
    const wrong = { ...company, enterpriseNumber: '0403.170.702' };
    const opening = intake().openDirectly(agent, { ...paper, procedureKey: 'company-aid', who: wrong });
    await expect(opening).rejects.toEqual(refused('INPUT_INVALID'));
    const both = { ...fromSystem.applicant, enterpriseNumber: '0403170701' };
    await expect(intake().openByReference(agent, { ...fromSystem, applicant: both })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
  });

  test.each([
    ['a day that has not come', { receivedOn: '2026-11-26' }, 'INPUT_INVALID'],
    ['a number that cannot be', { who: { ...somebody, nationalNumber: '85.00.00-997.13' } }, 'INPUT_INVALID'],
    ['a procedure of others', { procedureKey: 'nothing' }, 'NOT_FOUND'],
  ] as const)('%s opens nothing', async (_what, wrong, code) => {
    await expect(intake().openDirectly(agent, { ...paper, ...wrong })).rejects.toEqual(refused(code));
  });

  test('another system opens a case under its own name for it, once however often it asks', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => intake().openByReference(agent, fromSystem)));
    expect(new Set(answers.map(({ caseId }) => caseId)).size).toBe(1);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await file(answers[0]?.caseId ?? '')).toMatchObject({ channel: 'api', applicant: 'Ahmed Haddad' });
  });

  test('another system of the office also says what the form keeps for the office; the applicant does not read it', async () => {
    const noted = { ...fromSystem, externalReference: 'inspection-7:1' };
    const { caseId } = await intake().openByReference(agent, {
      ...noted,
      data: { ...noted.data, agentNote: 'A neighbour complained.' },
    });
    const { data } = await given.casework.cases.getCase(agent, { caseId });
    expect(data).toMatchObject({ agentNote: 'A neighbour complained.' });
  });

  test('a clerk who fills the form says it too; who fills their own does not', async () => {
    const draft = await intake().openDirectly(agent, paper);
    const data = {
      ...draft.data,
      lastName: 'Verlinden',
      rent: 700,
      hasLease: false,
      agentNote: 'Seen at the counter.',
    };
    const submission = { draftId: draft.id, data, language: 'fr' } as const;
    const { caseId } = await given.casework.applications.submit(agent, submission);
    expect(await file(caseId)).toMatchObject({ data: { agentNote: 'Seen at the counter.' } });
    const own = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const filing = given.casework.applications.submit(citizen, { ...submission, draftId: own.id });
    await expect(filing).rejects.toEqual(refused('FORM_INVALID'));
  });

  test('a name that stands for a case is not taken for another one', async () => {
    const named = { ...fromSystem, externalReference: 'portal-7:44' };
    await intake().openByReference(agent, named);
    const other = { ...named, applicant: { ...named.applicant, name: 'Somebody Else' } };
    await expect(intake().openByReference(agent, other)).rejects.toEqual(refused('REFERENCE_TAKEN'));
  });

  test('what another system sends obeys the form, and its names are an administration’s own', async () => {
    const wrong = { ...fromSystem, externalReference: 'portal-7:43', data: { rent: -1 } };
    await expect(intake().openByReference(agent, wrong)).rejects.toEqual(refused('FORM_INVALID'));
    await expect(intake().openByReference(elsewhere, fromSystem)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('a process opens a linked case for the same applicant, once for each job', async () => {
    const caseId = await applied();
    const call = {
      idempotencyKey: 'job-1',
      procedureKey: 'rent-aid',
      link: 'followUpOf',
      data: { lastName: 'Léa', rent: 500, hasLease: false },
    } as const;
    const opened = await given.casework.caseStore.openCase(connectorOf(caseId), call);
    expect(await given.casework.caseStore.openCase(connectorOf(caseId), call)).toEqual(opened);
    expect(await file(opened.caseId)).toMatchObject({ applicant: 'Léa', channel: 'case' });
    // both files say how they belong together, to the applicant too
    expect((await intake().getMyLinks(citizen, { caseId })).links).toMatchObject([
      { kind: 'followUpOf', direction: 'from', other: { id: opened.caseId } },
    ]);
    const { timeline } = await given.casework.cases.getMyCase(citizen, { caseId });
    expect(timeline[0]?.text.nl).toContain('Gevolgd door');
    // and its process starts with the number of the person
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === opened.caseId);
    expect(started?.variables).toMatchObject({ applicant: { nationalNumber: '85000099712' } });
  });

  test('a process opens no case of another administration, and none whose answers do not hold', async () => {
    const caseId = await applied();
    const call = { idempotencyKey: 'job-2', procedureKey: 'nothing', link: 'followUpOf', data: {} } as const;
    const store = given.casework.caseStore;
    await expect(store.openCase(connectorOf(caseId), call)).rejects.toEqual(refused('NOT_FOUND'));
    const incomplete = { ...call, procedureKey: 'rent-aid' };
    await expect(store.openCase(connectorOf(caseId), incomplete)).rejects.toEqual(refused('FORM_INVALID'));
  });

  test('what was granted is renewed once, on the day that the procedure declares', async () => {
    const caseId = await applied();
    await given.casework.caseStore.recordDecision(connectorOf(caseId), {
      idempotencyKey: 'decide',
      outcome: 'granted',
      grounds: [],
      validFrom: '2026-12-01',
    });
    given.clock.set('2027-10-31T10:00:00.000Z');
    expect(await intake().openRenewals(system, {})).toBe(0);
    given.clock.set('2027-11-02T10:00:00.000Z');
    expect(await intake().openRenewals(system, {})).toBe(1);
    expect(await intake().openRenewals(system, {})).toBe(0);
    const [link] = (await intake().getLinks(agent, { caseId })).links;
    expect(link).toMatchObject({ kind: 'renewalOf', direction: 'from', madeBy: null });
    const renewal = await file(link?.other.id ?? '');
    expect(renewal).toMatchObject({ channel: 'schedule', data: { lastName: 'Léa', rent: 700 } });
    given.clock.set('2026-11-25T09:00:00.000Z');
  });

  test('a renewal that cannot be opened holds up no other', async () => {
    const cases = [await applied(), await applied('Un autre logement')];
    for (const caseId of cases)
      await given.casework.caseStore.recordDecision(connectorOf(caseId), {
        idempotencyKey: 'decide',
        outcome: 'granted',
        grounds: [],
        validFrom: '2026-12-01',
      });
    const [first = '', second = ''] = cases.toSorted();
    await given.database.query(
      `alter table casework.external_reference add constraint refused check (reference <> 'renewal/${first}') not valid`,
    );
    given.clock.set('2027-11-02T10:00:00.000Z');
    const renewalsOf = async (caseId: string) =>
      (await intake().getLinks(agent, { caseId })).links.filter(({ kind }) => kind === 'renewalOf').length;

    await expect(intake().openRenewals(system, {})).rejects.toThrow('1 could not be');
    expect([await renewalsOf(first), await renewalsOf(second)]).toEqual([0, 1]);

    await given.database.query('alter table casework.external_reference drop constraint refused');
    expect(await intake().openRenewals(system, {})).toBe(1);
    expect([await renewalsOf(first), await renewalsOf(second)]).toEqual([1, 1]);
    given.clock.set('2026-11-25T09:00:00.000Z');
  });

  test('a person who has one open is asked whether it is the same matter, and says why it is not', async () => {
    const first = await applied();
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    expect(draft.openCases.map(({ id }) => id)).toContain(first);

    const second = await applied('Un autre logement');
    const mine = await given.casework.cases.getMyCase(citizen, { caseId: second });
    expect(mine.timeline[0]?.text.fr).toContain('Un autre logement');
    const { suspects } = await intake().getLinks(agent, { caseId: second });
    expect(suspects.map(({ id }) => id)).toContain(first);

    // when a clerk says that they are the same
    const link = { caseId: second, kind: 'duplicateOf', ofCaseId: first, reason: 'Même logement' } as const;
    const linked = await intake().linkCase(agent, link);
    // then they are no suspects any more, and each file leads to the other
    expect(linked.suspects.map(({ id }) => id)).not.toContain(first);
    expect(linked.links[0]).toMatchObject({
      kind: 'duplicateOf',
      direction: 'to',
      madeBy: 'Agnès',
      other: { id: first },
    });
    expect((await intake().getLinks(agent, { caseId: first })).links[0]).toMatchObject({ direction: 'from' });
    await expect(intake().linkCase(agent, link)).rejects.toEqual(refused('LINKED_ALREADY'));

    // when it is taken back, it is gone, and both files say so
    const linkId = linked.links[0]?.id ?? '';
    const apart = await intake().unlinkCase(agent, { caseId: first, linkId, reason: 'Erreur' });
    expect(apart.suspects.map(({ id }) => id)).toContain(second);
    expect((await file(second)).timeline[0]?.text.fr).toContain('Lien retiré');
  });

  test('links cross no wall and need a reason', async () => {
    const [one, other] = [await applied(), await applied()];
    const link = { caseId: one, kind: 'followUpOf', ofCaseId: other, reason: 'x' } as const;
    await expect(intake().linkCase(elsewhere, link)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(intake().linkCase(agent, { ...link, reason: ' ' })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(intake().linkCase(agent, { ...link, ofCaseId: one })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(intake().getMyLinks(await givenCitizen(given.casework, 'Voisin'), { caseId: one })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
  });
});
