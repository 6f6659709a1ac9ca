import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  anonymous,
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import type { RetirementPlan } from './retire.ts';

const key = 'rent-aid';
const other = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
  description['key'] = 'new-aid';
  description['reference'] = 'BH-NA';
});
/** A procedure whose process opens cases of the first. */
const opener = (() => {
  const files = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
    description['key'] = 'opening-aid';
    description['reference'] = 'BH-OA';
  });
  return files.map(({ path, content }) =>
    path.endsWith('.bpmn')
      ? {
          path,
          content: content.replace(
            /<zeebe:taskDefinition type="case-store"[^>]*\/>/,
            (definition) =>
              `${definition}<zeebe:ioMapping><zeebe:input source="= &quot;open-case&quot;" target="operation" /><zeebe:input source="= &quot;rent-aid&quot;" target="openProcedure" /></zeebe:ioMapping>`,
          ),
        }
      : { path, content },
  );
})();
const plan: RetirementPlan = {
  key,
  closesOn: '2026-12-01',
  draftsUntil: '2026-12-31',
  replacedBy: 'new-aid',
  replacedUrl: null,
  contactEmail: 'logement@example.org',
  contactPhone: null,
  reason: 'Ordonnance du 1er décembre',
};

describe('a procedure that ends', () => {
  let given: TestCasework;
  let analyst: Actor;
  let colleague: Actor;
  let agent: Actor;
  let citizen: Actor;

  beforeEach(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    await givenPublished(given.casework, other);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    colleague = await givenStaff(given.casework, { name: 'Kim', roles: ['analyst'] });
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    citizen = await givenReader(given.casework, 'Léa');
  });
  afterEach(() => given.close());

  const procedures = () => given.casework.procedures;
  const applications = () => given.casework.applications;
  const refused = (code: string) => expect.objectContaining({ code });
  const ask = (more: Partial<RetirementPlan> = {}) => procedures().askRetirement(analyst, { ...plan, ...more });
  const page = (who = analyst) => procedures().getRetirement(who, { key });
  const approve = async (approves: 'end' | 'return' = 'end', who = colleague) => {
    const { id = '' } = (await page()).retirement ?? {};
    return procedures().approveRetirement(who, { key, id, approves });
  };
  const ends = async (more: Partial<RetirementPlan> = {}) => {
    await ask(more);
    await approve();
  };
  const open = (who = citizen) => applications().createDraft(who, { procedureKey: key, language: 'fr' });
  const submit = (draft: Awaited<ReturnType<typeof open>>, who = citizen) =>
    applications().submit(who, {
      draftId: draft.id,
      data: { ...draft.data, lastName: 'Léa', rent: 700, hasLease: false },
      language: 'fr',
    });
  const shown = async (who: Actor = anonymous) =>
    (await procedures().listCatalog(who, {})).find((one) => one.key === key)?.retirement;
  const audited = async () =>
    (
      await given.database.query(
        "select action from casework.audit_entry where object = 'procedure:rent-aid' order by at",
      )
    )
      .map(({ action }) => action)
      .slice(1);

  test('two people end it; everybody reads since when, what replaces it and whom to ask', async () => {
    // given an end that one person asks for
    expect(await ask()).toMatchObject({ state: 'asked', canApprove: false, askedBy: 'Ann' });

    // then nothing holds, and who asked cannot approve
    expect(await shown()).toBeUndefined();
    await expect(approve('end', analyst)).rejects.toEqual(refused('FOUR_EYES'));
    await expect(ask()).rejects.toEqual(refused('RETIREMENT_STANDS'));
    expect((await page(colleague)).retirement).toMatchObject({ canApprove: true });

    // when a colleague approves
    expect((await approve()).retirement).toMatchObject({ state: 'approved', approvedBy: 'Kim' });

    // then the public is told, before the day and from it on
    const told = {
      closesOn: '2026-12-01',
      draftsUntil: '2026-12-31',
      replacement: { kind: 'procedure', key: 'new-aid', title: { en: expect.any(String) } },
      contact: { email: 'logement@example.org', phone: null },
    };
    expect(await shown()).toMatchObject({ ...told, isClosed: false });
    given.clock.set('2026-12-01T00:30:00.000+01:00');
    expect(await shown(citizen)).toMatchObject({ ...told, isClosed: true });
    expect((await procedures().getProcedure(anonymous, { key })).retirement).toMatchObject({ ...told, isClosed: true });
    expect(await shown()).not.toHaveProperty('reason');
    expect(await procedures().listProcedures(analyst, {})).toContainEqual(
      expect.objectContaining({ key, retirement: { closesOn: '2026-12-01', isClosed: true, state: 'closed' } }),
    );
    expect(await audited()).toEqual(
      expect.arrayContaining(['procedure.retirementAsked', 'procedure.retirementApproved']),
    );
  });

  test('from its day on nobody begins, by whichever way; what came by post before is entered all the same', async () => {
    const caseId = await givenCase(given.casework, await givenCitizen(given.casework, 'Noor'), 'Noor');
    await ends();
    given.clock.set('2026-11-30T22:59:59.000Z');
    await open(await givenCitizen(given.casework, 'Ali'));
    given.clock.set('2026-11-30T23:00:00.000Z');

    await expect(open()).rejects.toEqual(refused('PROCEDURE_RETIRED'));
    const who = {
      kind: 'new',
      firstName: 'Noor',
      lastName: 'Verlinden',
      email: null,
      phone: null,
      nationalNumber: '85.00.00-997.12',
    } as const;
    const paper = { procedureKey: key, channel: 'mail', receivedOn: null, language: 'nl', who } as const;
    await expect(given.casework.intake.openDirectly(agent, paper)).rejects.toEqual(refused('PROCEDURE_RETIRED'));
    await expect(given.casework.intake.openDirectly(agent, { ...paper, channel: 'exOfficio' })).rejects.toEqual(
      refused('PROCEDURE_RETIRED'),
    );
    const fromSystem = {
      externalReference: 'x:1',
      procedureKey: key,
      applicant: { name: 'Ahmed Haddad', email: null, nationalNumber: '85.00.00-997.12' },
      language: 'fr',
      receivedOn: null,
      data: { lastName: 'Haddad', rent: 700, hasLease: false },
    } as const;
    await expect(given.casework.intake.openByReference(agent, fromSystem)).rejects.toEqual(
      refused('PROCEDURE_RETIRED'),
    );
    const wish = {
      idempotencyKey: 'wish',
      procedureKey: key,
      link: 'followUpOf',
      reason: 'x',
      data: { lastName: 'Noor', rent: 700, hasLease: false },
    } as const;
    await expect(given.casework.caseStore.openCase(connectorOf(caseId), wish)).rejects.toEqual(
      refused('PROCEDURE_RETIRED'),
    );

    // A form that came on its last day is a right that nobody loses because the office is slow.
    const draft = await given.casework.intake.openDirectly(agent, { ...paper, receivedOn: '2026-11-30' });
    await expect(submit(draft, agent)).resolves.toMatchObject({ caseId: expect.any(String) });
    expect((await page()).running).toBe(2);
  });

  test('what was begun is filed until the last day, and whoever began is told once and reminded', async () => {
    const draft = await open();
    await open(await givenCitizen(given.casework, 'Ali'));
    await ends();
    const told = () => given.mails.filter(({ to }) => to === 'lea@example.org').map(({ subject }) => subject);
    await applications().tellOfEnds(system, {});
    await applications().tellOfEnds(system, {});
    expect(told()).toEqual(['Envoyez au plus tard le 31 décembre 2026 la demande que vous avez commencée']);
    expect(given.mails[0]?.text).toContain('jusqu’au 31 décembre 2026 inclus');

    given.clock.set('2026-12-24T09:00:00.000Z');
    given.breakMails(true);
    await expect(applications().tellOfEnds(system, {})).rejects.toThrow('down');
    given.breakMails(false);
    given.clock.set('2026-12-24T10:00:00.000Z');
    await applications().tellOfEnds(system, {});
    await applications().tellOfEnds(system, {});
    expect(told()).toHaveLength(2);

    expect(await applications().listDrafts(citizen, {})).toMatchObject([
      { retirement: { draftsUntil: '2026-12-31', isClosed: true } },
    ]);
    given.clock.set('2026-12-31T22:59:00.000Z');
    expect(await submit(draft)).toMatchObject({ caseId: expect.any(String) });
  });

  test('after the last day it is refused in words, and sent twice before it is one case', async () => {
    const sent = await open();
    const late = await open(await givenReader(given.casework, 'Ali'));
    await ends();
    const receipt = await submit(sent);
    given.clock.set('2026-12-31T23:00:00.000Z');
    expect(await submit(sent)).toEqual(receipt);
    const ali = await givenReader(given.casework, 'Ali');
    await expect(submit(late, ali)).rejects.toMatchObject({
      code: 'DRAFT_TOO_LATE',
      title: { fr: 'Cette démarche est arrêtée, et le dernier jour pour envoyer les demandes commencées est passé' },
    });
    // What they wrote stays theirs to read.
    expect(await applications().getDraft(ali, { draftId: late.id })).toMatchObject({ id: late.id });
  });

  test('what is scheduled is called off with it, and nothing more is; by hand it is published for cases that run', async () => {
    const save = async (content: string) => {
      const { revision } = await procedures().getDraft(analyst, { key });
      return (await procedures().saveFile(analyst, { key, path: 'parameters.json', content, revision })).revision;
    };
    const revision = await save('[]');
    const later = { key, note: 'later', revision, day: '2027-01-10', time: '06:00' };
    await procedures().schedulePublication(analyst, later);
    await ask();
    expect((await page()).uses).toContainEqual({ kind: 'schedule', goesLiveAt: '2027-01-10T05:00:00.000Z' });
    await approve();
    expect((await procedures().getSchedule(analyst, { key })).scheduled).toBeNull();
    await expect(procedures().schedulePublication(analyst, later)).rejects.toEqual(refused('PROCEDURE_ENDS'));
    await expect(procedures().publish(analyst, { key, note: 'now', revision })).resolves.toMatchObject({ version: 2 });
    expect(await audited()).toContain('procedure.scheduleCalledOff');
  });

  test('two people bring it back; one alone takes back what only waits', async () => {
    await ask();
    await procedures().withdrawRetirement(analyst, { key, reason: 'Trop tôt' });
    expect((await page()).retirement).toBeNull();
    await ends();
    given.clock.set('2026-12-02T09:00:00.000Z');
    await expect(procedures().withdrawRetirement(analyst, { key, reason: 'x' })).rejects.toEqual(refused('NOT_FOUND'));

    const back = await procedures().askReturn(colleague, { key, reason: 'Prolongée' });
    expect(back).toMatchObject({ state: 'askedBack', canApprove: false, back: { reason: 'Prolongée', by: 'Kim' } });
    await expect(procedures().askReturn(analyst, { key, reason: 'x' })).rejects.toEqual(refused('RETIREMENT_WAITS'));
    await expect(open()).rejects.toEqual(refused('PROCEDURE_RETIRED'));
    await expect(approve('return')).rejects.toEqual(refused('FOUR_EYES'));
    await expect(approve('end', analyst)).rejects.toEqual(refused('STALE_REVISION'));
    await procedures().withdrawRetirement(colleague, { key, reason: 'Erreur' });
    expect((await page()).retirement).toMatchObject({ state: 'closed', back: null });

    await procedures().askReturn(colleague, { key, reason: 'Prolongée' });
    expect((await approve('return', analyst)).retirement).toBeNull();
    expect(await shown()).toBeUndefined();
    await expect(open()).resolves.toMatchObject({ procedureKey: key });
    expect(await audited()).toEqual(expect.arrayContaining(['procedure.returnAsked', 'procedure.returned']));
  });

  test('who uses it is listed before it ends, and what takes its place has to go on itself', async () => {
    await given.casework.procedures.importFolder(system, { files: opener });
    expect((await page()).uses).toContainEqual(
      expect.objectContaining({ kind: 'opens', key: 'opening-aid', isDraft: true }),
    );
    await ends();
    const { uses } = await procedures().getRetirement(analyst, { key: 'new-aid' });
    expect(uses).toEqual([expect.objectContaining({ kind: 'replaces', key })]);
    await expect(
      procedures().askRetirement(analyst, { ...plan, key: 'new-aid', replacedBy: key }),
    ).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/replacedBy' }],
    });
  });

  test.each([
    [{ closesOn: '2026-11-24' }, '/closesOn'],
    [{ closesOn: '2099-01-01', draftsUntil: '2099-01-01' }, '/closesOn'],
    [{ draftsUntil: '2026-11-30' }, '/draftsUntil'],
    [{ replacedBy: 'nowhere' }, '/replacedBy'],
    [{ replacedBy: key }, '/replacedBy'],
    [{ replacedUrl: 'https://example.org' }, '/replacedUrl'],
    [{ replacedBy: null, replacedUrl: 'javascript:alert(1)' }, '/replacedUrl'],
    [{ replacedBy: null, replacedUrl: 'https://a:b@example.org/' }, '/replacedUrl'],
    [{ contactEmail: 'nobody' }, '/contactEmail'],
    [{ contactPhone: ' ' }, '/contactPhone'],
    [{ reason: ' ' }, '/reason'],
  ])('%j is refused where it is', async (more, pointer) => {
    await expect(ask(more)).rejects.toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer }] });
    expect((await page()).retirement).toBeNull();
  });

  test('citizens, clerks and other administrations have no say in it', async () => {
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    for (const [who, code] of [
      [citizen, 'FORBIDDEN'],
      [agent, 'FORBIDDEN'],
      [anonymous, 'NOT_SIGNED_IN'],
      [stranger, 'NOT_FOUND'],
    ] as const) {
      await expect(procedures().askRetirement(who, plan)).rejects.toEqual(refused(code));
      await expect(procedures().getRetirement(who, { key })).rejects.toEqual(refused(code));
    }
    await ask();
    await expect(approve('end', stranger)).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('a day that went by before anybody approved is set anew', async () => {
    await ask();
    given.clock.set('2026-12-02T09:00:00.000Z');
    await expect(approve()).rejects.toMatchObject({ code: 'INPUT_INVALID', errors: [{ pointer: '/closesOn' }] });
  });

  test('a renewal of what has ended is not opened, and its last case goes on', async () => {
    const renewed = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
      description['renewal'] = { everyMonths: 12, daysBefore: 30 };
      description['audience'] = ['citizen'];
    });
    await givenPublished(given.casework, renewed);
    expect((await page()).uses).toContainEqual({ kind: 'renewal' });
    await ends();
    given.clock.set('2027-12-02T09:00:00.000Z');
    expect(await given.casework.intake.openRenewals(system, {})).toBe(0);
  });
});
