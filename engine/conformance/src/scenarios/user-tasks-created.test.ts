import { bpmnProcess, type UserTaskOptions } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { deployed, deployFiles } from '../kit/deployments.ts';
import { scenarios } from '../kit/scenarios.ts';
import { openUserTask, startUserTask, userTaskOf } from '../kit/user-tasks.ts';
import type { World } from '../kit/world.ts';

/** Type of the jobs that a task list outside the engine works on. */
const TASK_LIST = 'io.camunda.zeebe:userTask';
const [DUE, FOLLOW_UP] = ['2030-05-04T12:00:00+02:00', '2030-05-01T08:30:00Z'];

const reserved = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [`io.camunda.zeebe:${name}`, value]));

const form = (id: string, label: string, versionTag?: string) =>
  JSON.stringify({ id, versionTag, type: 'default', components: [{ type: 'textfield', key: 'name', label }] });

const deployForm = async (world: World, id: string, label: string, versionTag?: string) => {
  const [found] = deployed('form', await deployFiles(world, { [`${id}.form`]: form(id, label, versionTag) }));
  return String(found?.['formKey']);
};

scenarios('UT', 'User tasks as they are created', (scenario) => {
  scenario(190, 'a task list outside finds people, dates and form in reserved headers', async (world) => {
    // given
    const key = await startUserTask(
      world,
      {
        implementation: 'job',
        assignee: '= clerk',
        candidateGroups: 'permits, archive',
        candidateUsers: '= ["ann", "bob"]',
        dueDate: DUE,
        followUpDate: '= later',
        formKey: 'embedded:deployment:permit.html',
        headers: { color: 'red' },
      },
      { clerk: 'zoe', later: FOLLOW_UP },
    );

    // when
    const job = await world.job(TASK_LIST);

    // then
    expect(job).toMatchObject({ elementId: 'decide', processInstanceKey: key, retries: 1 });
    expect(job.customHeaders).toEqual({
      color: 'red',
      ...reserved({
        assignee: 'zoe',
        candidateGroups: '["permits","archive"]',
        candidateUsers: '["ann","bob"]',
        dueDate: DUE,
        followUpDate: FOLLOW_UP,
        formKey: 'embedded:deployment:permit.html',
      }),
    });
    expect(await world.rest.search('/user-tasks/search', { filter: { processInstanceKey: key } })).toEqual([]);
    await world.complete(job, { granted: true });
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toMatchObject({ granted: true });
  });

  scenario(190, 'what the model leaves out has no header', async (world) => {
    await startUserTask(world, { implementation: 'job', assignee: '= null', dueDate: '= ""' });
    const job = await world.job(TASK_LIST);
    expect(job.customHeaders).toEqual({});
    await world.complete(job);
  });

  scenario(191, 'a task takes its attributes as they are written', async (world) => {
    // when
    const task = await openUserTask(world, {
      assignee: 'zoe',
      candidateGroups: 'permits, archive',
      candidateUsers: 'ann,bob',
      dueDate: DUE,
      followUpDate: FOLLOW_UP,
      priority: 70,
      externalReference: 'https://forms.example/permit',
      headers: { color: 'red' },
    });

    // then
    expect(await task.see()).toMatchObject({
      userTaskKey: task.key,
      elementId: 'decide',
      state: 'CREATED',
      assignee: 'zoe',
      candidateGroups: ['permits', 'archive'],
      candidateUsers: ['ann', 'bob'],
      dueDate: DUE,
      followUpDate: FOLLOW_UP,
      priority: 70,
      formKey: null,
      externalFormReference: 'https://forms.example/permit',
      customHeaders: { color: 'red' },
      tenantId: '<default>',
    });
  });

  scenario(191, 'a task takes its attributes from expressions, which see its input mappings', async (world) => {
    // when
    const task = await openUserTask(
      world,
      {
        inputs: { clerk: '= case.clerk' },
        assignee: '= clerk',
        candidateGroups: '= case.groups',
        candidateUsers: '= ["ann"]',
        dueDate: '= case.due',
        followUpDate: '= date and time("2030-05-01T08:30:00Z")',
        priority: '= 10 * 3',
        externalReference: '= "https://forms.example/" + clerk',
      },
      { case: { clerk: 'zoe', groups: ['permits'], due: DUE } },
    );

    // then
    expect(await task.see()).toMatchObject({
      assignee: 'zoe',
      candidateGroups: ['permits'],
      candidateUsers: ['ann'],
      dueDate: DUE,
      followUpDate: FOLLOW_UP,
      priority: 30,
      externalFormReference: 'https://forms.example/zoe',
    });
  });

  scenario(191, 'without attributes a task is nobody’s, undated, and of priority 50', async (world) => {
    const nothing = { assignee: null, candidateGroups: [], candidateUsers: [], dueDate: null, followUpDate: null };
    const plain = await openUserTask(world);
    expect(await plain.see()).toMatchObject({ ...nothing, priority: 50, formKey: null, externalFormReference: null });
    for (const nobody of ['= null', '= ""']) {
      const empty = await openUserTask(world, { assignee: nobody, dueDate: nobody, followUpDate: nobody });
      expect(await empty.see()).toMatchObject({ state: 'CREATED', ...nothing });
    }
  });

  for (const { subject, options, broken, mended } of [
    { subject: 'a due date that is no date', options: { dueDate: '= x' }, broken: 'tomorrow', mended: DUE },
    { subject: 'a follow-up date that is a number', options: { followUpDate: '= x' }, broken: 7, mended: FOLLOW_UP },
    { subject: 'a priority beyond 100', options: { priority: '= x' }, broken: 101, mended: 100 },
    { subject: 'candidates that are no list', options: { candidateGroups: '= x' }, broken: 7, mended: ['permits'] },
    { subject: 'an assignee that is no text', options: { assignee: '= x' }, broken: 7, mended: 'zoe' },
  ] satisfies readonly { subject: string; options: UserTaskOptions; broken: unknown; mended: unknown }[]) {
    scenario(191, `${subject} is an incident; mend and resolve`, async (world) => {
      // given
      const key = await startUserTask(world, options, { x: broken });
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'decide' });

      // when
      await world.setVariables(key, { x: mended });
      await world.resolve(incident);

      // then
      expect(await world.incidents(key)).toEqual([]);
      const [name = ''] = Object.keys(options);
      expect((await (await userTaskOf(world, key)).see())[name]).toEqual(mended);
    });
  }

  scenario(195, 'a form is the latest when the task is born, and stays', async (world) => {
    // given
    const formId = world.name('form');
    await deployForm(world, formId, 'first');
    const second = await deployForm(world, formId, 'second');
    const key = await startUserTask(world, { formId });

    // when
    await deployForm(world, formId, 'third');

    // then
    const task = await userTaskOf(world, key);
    expect(await task.see()).toMatchObject({ formKey: second });
    expect((await world.rest.ask('GET', `/user-tasks/${task.key}/form`)).body).toMatchObject({
      formKey: second,
      formId,
      version: 2,
      schema: form(formId, 'second'),
    });
  });

  scenario(195, 'a form is the one that was deployed together with the process', async (world) => {
    // given
    const [id, formId] = [world.name('desk'), world.name('form')];
    const bound = bpmnProcess(id).start().userTask('decide', { formId, formBinding: 'deployment' }).end().toXml();
    const files = { 'desk.bpmn': bound, 'decide.form': form(formId, 'together') };
    const [together] = deployed('form', await deployFiles(world, files));
    await deployForm(world, formId, 'later');

    // when
    const task = await userTaskOf(world, await world.create(id));

    // then
    expect(await task.see()).toMatchObject({ formKey: together?.['formKey'] });
  });

  scenario(195, 'a form is the latest that carries the tag, and its id may be an expression', async (world) => {
    // given
    const formId = world.name('form');
    await deployForm(world, formId, 'first', 'stable');
    const stable = await deployForm(world, formId, 'second', 'stable');
    await deployForm(world, formId, 'third', 'next');

    // when
    const options = { formId: '= wanted', formBinding: { versionTag: 'stable' } };
    const task = await openUserTask(world, options, { wanted: formId });

    // then
    expect(await task.see()).toMatchObject({ formKey: stable });
  });

  scenario(195, 'a form that is missing is an incident; deploy and resolve', async (world) => {
    // given
    const formId = world.name('form');
    const key = await startUserTask(world, { formId });
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'FORM_NOT_FOUND', elementId: 'decide' });
    expect(incident['errorMessage']).toContain(`'${formId}'`);
    expect(await world.rest.search('/user-tasks/search', { filter: { processInstanceKey: key } })).toEqual([]);

    // when
    const formKey = await deployForm(world, formId, 'at last');
    await world.resolve(incident);

    // then
    const task = await userTaskOf(world, key);
    expect(await task.see()).toMatchObject({ formKey, state: 'CREATED' });
    expect(await task.complete()).toMatchObject({ status: 204 });
    expect(await world.state(key)).toBe('COMPLETED');
  });
});
