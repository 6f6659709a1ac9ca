import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type CaseReach, personOf, scopeOf } from '@irisflow/access';
import { communes } from '@irisflow/identifiers';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedure,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import type { FolderFile } from '@irisflow/procedures';

interface FormFile {
  schema: { properties: Record<string, unknown> };
  uischema: { elements: { elements: unknown[] }[] };
  translations: Record<string, Record<string, string>>;
}

/** The sample, whose application also asks for the commune. */
const folder = (): FolderFile[] => {
  const changed = [
    ...sampleProcedureChanging('application.form.json', (value) => {
      const file = value as unknown as FormFile;
      file.schema.properties['commune'] = { type: 'string', maxLength: 100 };
      const scope = '#/properties/commune';
      file.uischema.elements[0]?.elements.push({
        type: 'Control',
        id: 'c_commune',
        scope,
        i18n: 'commune',
        options: { widget: 'text' },
      });
      for (const texts of Object.values(file.translations)) texts['commune.label'] = 'Commune';
    }).slice(-1),
    ...sampleProcedureChanging('procedure.json', (value) => {
      Object.assign(value, { statistics: { commune: '/commune' } });
    }).slice(-1),
  ];
  return [...sampleProcedure().filter(({ path }) => changed.every((file) => file.path !== path)), ...changed];
};

describe('cases of some communes', () => {
  let given: TestCasework;
  let agent: Actor;
  let keys = 7000;
  const caseOf = new Map<string, string>();

  /** The agent as rules of access bound them. */
  const bound = (...reach: CaseReach[]): Actor => {
    const person = personOf(agent);
    return { kind: 'person', person: { ...person, reach }, session: null };
  };
  const inCommunes = (...nis: string[]): CaseReach => ({
    procedures: null,
    languages: null,
    communes: nis,
    documents: true,
  });
  const namesOf = async (actor: Actor): Promise<string[]> =>
    (await given.casework.cases.searchCases(actor, {})).items.map(({ applicant }) => applicant).toSorted();
  const waiting = async (actor: Actor): Promise<string[]> => {
    const { items, total } = await given.casework.tasks.listTasks(actor, { view: 'team' });
    expect(total).toBe(items.length);
    expect(await given.casework.tasks.countTasks(actor, {})).toMatchObject({ team: total, unassigned: total, mine: 0 });
    return items.map(({ applicant }) => applicant).toSorted();
  };

  const givenTask = async (caseId: string): Promise<void> => {
    keys += 1;
    const instance = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    const processInstanceKey = instance?.processInstanceKey ?? '';
    given.engine.taskList.push({
      userTaskKey: String(keys),
      state: 'open',
      elementId: 'instruct',
      elementInstanceKey: `${keys}1`,
      processInstanceKey,
      rootProcessInstanceKey: processInstanceKey,
      assignee: null,
      candidateGroups: ['agent'],
      priority: 50,
      createdAt: new Date(given.clock.now()).toISOString(),
      endedAt: null,
    } as never);
    await given.casework.tasks.synchronize(system, {});
  };

  const givenCaseIn = async (name: string, commune: string): Promise<void> => {
    const citizen = await givenCitizen(given.casework, name);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: name, rent: 700, hasLease: false, commune };
    const { caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    caseOf.set(name, caseId);
    await given.casework.outbox.drain(system, {});
    await givenTask(caseId);
  };

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, folder());
    agent = await givenStaff(given.casework, { name: 'Nadia', roles: ['agent', 'supervisor'] });
    await givenCaseIn('Anna', 'Ixelles');
    await givenCaseIn('Bilal', ' elsene ');
    await givenCaseIn('Chloé', 'Anderlecht');
    await givenCaseIn('Dries', 'Gent');
  });
  afterAll(() => given.close());

  test('are found by either name, listed and counted for whoever is bound to them', async () => {
    expect(await namesOf(agent)).toEqual(['Anna', 'Bilal', 'Chloé', 'Dries']);
    expect(await namesOf(bound(inCommunes('21009')))).toEqual(['Anna', 'Bilal']);
    expect(await waiting(bound(inCommunes('21009')))).toEqual(['Anna', 'Bilal']);
    expect(await waiting(bound(inCommunes('21001'), inCommunes('21009')))).toEqual(['Anna', 'Bilal', 'Chloé']);
    expect(await namesOf(bound({ ...inCommunes('21009'), languages: ['nl'] }))).toEqual([]);
    // Whoever names every commune does not see those of no commune that the store knows.
    expect(await namesOf(bound(inCommunes(...communes.map(({ nis }) => nis))))).toEqual(['Anna', 'Bilal', 'Chloé']);
  });

  test('follow an answer that is corrected, with their tasks, their appeals and the appeals of these', async () => {
    const caseId = caseOf.get('Chloé') ?? '';
    for (const [name, against] of [
      ['Emma', 'Chloé'],
      ['Farid', 'Emma'],
    ] as const) {
      await givenCaseIn(name, 'Gent');
      await given.database.query('update casework.case_file set appeal_of = $1, data = data where id = $2', [
        caseOf.get(against),
        caseOf.get(name),
      ]);
    }
    expect(await waiting(bound(inCommunes('21001')))).toEqual(['Chloé', 'Emma', 'Farid']);
    const { data } = await given.casework.cases.getCase(agent, { caseId });
    await given.casework.lifecycle.correctAnswers(agent, {
      caseId,
      data: { ...data, commune: 'Elsene' },
      reason: 'Moved before filing',
      seen: 0,
    });
    expect(await waiting(bound(inCommunes('21009')))).toEqual(['Anna', 'Bilal', 'Chloé', 'Emma', 'Farid']);
    expect(await namesOf(bound(inCommunes('21009')))).toEqual(['Anna', 'Bilal', 'Chloé', 'Emma', 'Farid']);
    expect(await waiting(bound(inCommunes('21001')))).toEqual([]);
  });

  test('are known to the store by the names that everybody uses', async () => {
    const db = given.database.as(scopeOf(agent, given.clock.now()));
    for (const { nis, fr, nl } of communes)
      expect(
        await db.query('select casework.nis_of($1) as fr, casework.nis_of($2) as nl', [fr.toUpperCase(), nl]),
      ).toEqual([{ fr: nis, nl: nis }]);
  });

  test('are not to be filled in for others by whoever would not see them', async () => {
    const opening = given.casework.intake.openDirectly(bound({ ...inCommunes('21009'), procedures: ['other-aid'] }), {
      procedureKey: 'rent-aid',
      channel: 'visit',
      receivedOn: null,
      language: 'fr',
      who: { kind: 'new', firstName: 'Els', lastName: 'Maes', email: null, phone: null, nationalNumber: null },
    });
    await expect(opening).rejects.toMatchObject({ code: 'OUT_OF_REACH' });
  });
});
