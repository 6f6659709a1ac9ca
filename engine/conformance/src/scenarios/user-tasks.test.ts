import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import { openUserTask, startUserTask, userTask, userTaskOf } from '../kit/user-tasks.ts';

const NOBODY = '2251799813685248';
const [DUE, FOLLOW_UP] = ['2030-05-04T12:00:00+02:00', '2030-05-01T08:30:00Z'];

scenarios('UT', 'User tasks as people work on them', (scenario) => {
  scenario(192, 'a task is assigned, assigned again, and taken away', async (world) => {
    // given
    const task = await openUserTask(world);

    // when, then
    expect(await task.assign('ann')).toMatchObject({ status: 204 });
    expect(await task.see()).toMatchObject({ assignee: 'ann', state: 'CREATED' });
    expect(await task.assign('bob')).toMatchObject({ status: 204 });
    expect(await task.see()).toMatchObject({ assignee: 'bob' });
    expect(await task.unassign()).toMatchObject({ status: 204 });
    expect(await task.see()).toMatchObject({ assignee: null, state: 'CREATED' });
    expect(await task.unassign()).toMatchObject({ status: 204 });
  });

  scenario(192, 'a task can be claimed by one person only', async (world) => {
    // given
    const task = await openUserTask(world);
    const claim = (person: string) => task.assign(person, { allowOverride: false });

    // when
    const claims = await Promise.all(['ann', 'bob', 'zoe'].map(claim));

    // then
    expect(claims.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([204, 409, 409]);
    const owner = ['ann', 'bob', 'zoe'].find((_person, at) => claims[at]?.status === 204);
    expect(await task.see()).toMatchObject({ assignee: owner });
    const late = claims.find(({ status }) => status === 409);
    expect(late?.body).toMatchObject({ status: 409, detail: expect.stringContaining(task.key) });
    expect(late?.body['detail']).toContain('already been assigned');

    // and claiming what one has already changes nothing
    expect(await claim(String(owner))).toMatchObject({ status: 204 });
    expect(await task.assign('eve')).toMatchObject({ status: 204 });
  });

  scenario(192, 'nobody is given a task that is not there, and nobody without a name is given one', async (world) => {
    const task = await openUserTask(world, { assignee: 'ann' });
    expect(await userTask(world, NOBODY).assign('ann')).toMatchObject({ status: 404 });
    expect(await userTask(world, NOBODY).unassign()).toMatchObject({ status: 404 });
    expect(await task.assign('')).toMatchObject({ status: 400 });
    expect(await world.rest.ask('POST', `/user-tasks/${task.key}/assignment`, {})).toMatchObject({ status: 400 });
    expect(await task.see()).toMatchObject({ assignee: 'ann' });
  });

  for (const { attribute, value, cleared, empty } of [
    { attribute: 'dueDate', value: DUE, cleared: null, empty: '' },
    { attribute: 'followUpDate', value: FOLLOW_UP, cleared: null, empty: '' },
    { attribute: 'candidateGroups', value: ['archive', 'permits'], cleared: [], empty: [] },
    { attribute: 'candidateUsers', value: ['ann'], cleared: [], empty: [] },
  ]) {
    scenario(193, `${attribute} alone is changed, kept by null, and cleared by the empty value`, async (world) => {
      // given
      const task = await openUserTask(world, { assignee: 'zoe', priority: 7 });
      const before = await task.see();

      // when, then
      expect(await task.update({ [attribute]: value })).toMatchObject({ status: 204 });
      expect(await task.see()).toEqual({ ...before, [attribute]: value });
      expect(await task.update({ [attribute]: null })).toMatchObject({ status: 204 });
      expect(await task.see()).toEqual({ ...before, [attribute]: value });
      expect(await task.update({ [attribute]: empty })).toMatchObject({ status: 204 });
      expect(await task.see()).toEqual({ ...before, [attribute]: cleared });
    });
  }

  scenario(193, 'several attributes change together, the priority among them', async (world) => {
    const task = await openUserTask(world, { assignee: 'zoe', candidateUsers: 'bob', followUpDate: FOLLOW_UP });
    expect(await task.update({ priority: 0, dueDate: DUE, candidateUsers: [] })).toMatchObject({ status: 204 });
    expect(await task.see()).toMatchObject({
      assignee: 'zoe',
      priority: 0,
      dueDate: DUE,
      followUpDate: FOLLOW_UP,
      candidateUsers: [],
    });
  });

  scenario(193, 'of an update that cannot be, nothing happens', async (world) => {
    // given
    const task = await openUserTask(world, { priority: 7 });
    const before = await task.see();

    // when, then
    for (const changes of [{ priority: 101 }, { priority: -1 }, { dueDate: 'tomorrow' }, { color: 'red' }]) {
      const refused = await task.update({ followUpDate: FOLLOW_UP, ...changes });
      expect([changes, refused.status]).toEqual([changes, 400]);
    }
    expect(await userTask(world, NOBODY).update({ priority: 1 })).toMatchObject({ status: 404 });
    expect(await task.see()).toEqual(before);
  });

  scenario(194, 'without output mappings all variables of a completion go outward', async (world) => {
    // given
    const key = await startUserTask(world, {}, { amount: 1 });
    const task = await userTaskOf(world, key);

    // when
    expect(await task.complete({ amount: 2, granted: true })).toMatchObject({ status: 204 });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ amount: 2, granted: true });
    expect(await task.see()).toMatchObject({ state: 'COMPLETED', completionDate: expect.any(String) });
  });

  scenario(194, 'output mappings choose what goes outward from a completion', async (world) => {
    // given
    const outputs = { result: '= if granted then "yes" else "no"' };
    const key = await startUserTask(world, { inputs: { local: '= amount' }, outputs }, { amount: 1 });

    // when
    await (await userTaskOf(world, key)).complete({ amount: 2, granted: true });

    // then
    expect(await world.variables(key)).toEqual({ amount: 1, result: 'yes' });
  });

  scenario(194, 'a task completes once, and only with an object of variables', async (world) => {
    // given
    const key = await startUserTask(world);
    const task = await userTaskOf(world, key);
    const invalid = await world.rest.ask('POST', `/user-tasks/${task.key}/completion`, { variables: [1] });
    expect([invalid.status, await world.state(key)]).toEqual([400, 'ACTIVE']);

    // when
    const answers = await Promise.all([task.complete({ n: 1 }), task.complete({ n: 2 })]);

    // then
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([204, 404]);
    for (const late of [task.complete(), task.assign('ann'), task.unassign(), task.update({ priority: 1 })]) {
      expect(await late).toMatchObject({ status: 404, body: { detail: expect.stringContaining(task.key) } });
    }
    expect(await userTask(world, NOBODY).complete()).toMatchObject({ status: 404 });
    expect(await world.variables(key)).toEqual({ n: answers[0].status === 204 ? 1 : 2 });
  });

  for (const interrupting of [true, false]) {
    const promise = interrupting ? 'cancels its task' : 'leaves its task alone when it does not interrupt';
    scenario(196, `a boundary timer ${promise}`, async (world) => {
      // given
      const id = world.name('late');
      await world.deploy(
        bpmnProcess(id)
          .start()
          .userTask('decide')
          .boundary('late', { event: { timer: { duration: 'P30D' } }, interrupting }, (path) => path.end('reminded'))
          .end('decided')
          .toXml(),
      );
      const key = await world.create(id);
      const task = await userTaskOf(world, key);

      // when
      await world.advance(30 * 24 * 3_600_000);

      // then
      expect(await world.elements(key, 'COMPLETED')).toContain('reminded');
      expect(await task.see()).toMatchObject({ state: interrupting ? 'CANCELED' : 'CREATED' });
      expect(await task.complete()).toMatchObject({ status: interrupting ? 404 : 204 });
      expect(await world.state(key)).toBe('COMPLETED');
      const entered = await world.elements(key);
      expect(entered.includes('decided')).toBe(!interrupting);
    });
  }
});
