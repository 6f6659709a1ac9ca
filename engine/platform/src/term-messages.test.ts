import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bpmnProcess } from '@irisflow/bpmn';
import type { Actor } from '@irisflow/access';
import type { FolderFile } from '@irisflow/procedures';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openRealCasework,
  sampleProcedureChanging,
  sampleProcedureWith,
  system,
  type RealCasework,
} from '@irisflow/platform/testing';

const onTerm = (message: string) => ({ message, correlationKey: '=terms.decision' });

const xml = bpmnProcess('rent-aid')
  .start()
  .userTask('instruct', { candidateGroups: 'agent' })
  .boundary(
    'atRisk',
    { event: onTerm('term.warning'), interrupting: false },
    (path) => void path.userTask('hurry', { candidateGroups: 'agent' }).end('hurried'),
  )
  .boundary(
    'late',
    { event: onTerm('term.expired') },
    (path) => void path.userTask('explain', { candidateGroups: 'agent' }).end('explained'),
  )
  .userTask('validate', { candidateGroups: 'agent' })
  .end()
  .toXml({ layout: 'leftToRight' });

/** A procedure whose process waits for the days of its decision term and counts none itself. */
const folder = (): FolderFile[] => [
  ...sampleProcedureChanging('procedure.json', (description: { terms: object[]; tasks: Record<string, object> }) => {
    description.terms = description.terms.map((term) => ({ ...term, warnAfter: 80 }));
    for (const id of ['hurry', 'explain']) description.tasks[id] = { ...description.tasks['instruct'] };
  }).filter(({ path }) => path !== 'rent-aid.bpmn'),
  ...sampleProcedureWith('rent-aid.bpmn', xml).filter(({ path }) => path === 'rent-aid.bpmn'),
];

describe('a process on the real engine that waits for a term', () => {
  let given: RealCasework;
  let citizen: Actor;
  let clerk: Actor;

  beforeAll(async () => {
    given = await openRealCasework();
    await givenAdministrations(given.casework);
    citizen = await givenCitizen(given.casework);
    clerk = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    await givenPublished(given.casework, folder());
  }, 120_000);
  afterAll(() => given.close());

  const settle = async () => {
    await given.casework.outbox.drain(system, {});
    await given.casework.tasks.synchronize(system, {});
  };
  const submitted = async (): Promise<string> => {
    const { applications } = given.casework;
    const draft = await applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'A', rent: 700, hasLease: false };
    const { caseId } = await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    await settle();
    return caseId;
  };
  const tasksOf = async (caseId: string) =>
    (await given.casework.tasks.listTasks(clerk, { view: 'team' })).items
      .filter((task) => task.caseId === caseId)
      .map(({ elementId }) => elementId)
      .toSorted();
  const daysLater = async (days: number) => {
    given.clock.set(new Date(given.clock.now() + days * 86_400_000).toISOString());
    await given.casework.terms.watch(system, {});
    await given.casework.terms.watch(system, {});
    await settle();
  };

  test('is warned once and woken once, by its own term alone', async () => {
    const early = await submitted();
    await daysLater(20);
    const later = await submitted();

    await daysLater(30);
    expect(await tasksOf(early)).toEqual(['hurry', 'instruct']);
    expect(await tasksOf(later)).toEqual(['instruct']);

    // Sixty days and those that the last one may have moved by.
    await daysLater(16);
    expect(await tasksOf(early)).toEqual(['explain', 'hurry']);
    expect(await tasksOf(later)).toEqual(['instruct']);
    expect((await given.casework.cases.getMyCase(citizen, { caseId: early })).term).toMatchObject({ state: 'expired' });
  });
});
