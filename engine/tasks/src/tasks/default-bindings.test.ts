import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  sampleProcedureChanging,
  system,
} from '@irisflow/platform/testing';

interface Form {
  schema: { properties: Record<string, unknown>; required: string[] };
  uischema: { elements: [{ elements: unknown[] }] };
  translations: Record<'fr' | 'nl' | 'en', Record<string, string>>;
}

/** As the designer adds a yes-no field: a property, a control, texts, and nothing else. */
const addYesNo = (form: Form): void => {
  form.schema.properties['yesNo'] = { type: 'boolean' };
  form.uischema.elements[0].elements.push({
    type: 'Control',
    id: 'c_yesNo',
    scope: '#/properties/yesNo',
    i18n: 'yesNo',
    options: { widget: 'yes-no' },
  });
  for (const texts of Object.values(form.translations)) texts['yesNo.label'] = 'May it go on?';
};

let given: TestCasework;
let bart: Actor;
let instance = '';

beforeAll(async () => {
  given = await openTestCasework();
  await givenAdministrations(given.casework);
  await givenPublished(given.casework, sampleProcedureChanging('instruct.form.json', addYesNo));
  bart = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
  const citizen = await givenCitizen(given.casework);
  const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
  const data = { ...draft.data, lastName: 'A', rent: 700, hasLease: false };
  await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
  await given.casework.outbox.drain(system, {});
  instance = given.engine.instances.at(-1)?.processInstanceKey ?? '';
});
afterAll(() => given.close());

test('a field of a task form that nobody bound reaches the process under its own name', async () => {
  const taskId = '7001';
  given.engine.taskList.push({
    userTaskKey: taskId,
    state: 'open',
    elementId: 'instruct',
    elementInstanceKey: '70011',
    processInstanceKey: instance,
    assignee: null,
    candidateGroups: ['agent'],
    priority: 50,
    rootProcessInstanceKey: null,
    createdAt: new Date(given.clock.now()).toISOString(),
    endedAt: null,
  });
  given.engine.taskVariables.set(taskId, { application: { rent: 700 } });
  await given.casework.tasks.synchronize(system, {});
  await given.casework.tasks.claim(bart, { taskId });

  await given.casework.tasks.complete(bart, { taskId, data: { outcome: 'grant', amount: 80, yesNo: false } });

  // What is only shown stays out; what the clerk answered is there, "no" as well.
  expect(given.engine.completions.at(-1)?.variables).toEqual({
    proposal: { outcome: 'grant', amount: 80 },
    yesNo: false,
  });
});
