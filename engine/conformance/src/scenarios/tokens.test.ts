import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { oneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';

scenarios('TK', 'Tokens', (scenario) => {
  scenario(38, 'a task that leads nowhere ends its path and the instance', async (world) => {
    // given
    const [id, type] = [world.name('open'), world.name('work')];
    await world.deploy(bpmnProcess(id).start('begin').serviceTask('work', { type }).toXml());
    const instance = await world.create(id);

    // when
    await world.complete(await world.job(type));

    // then
    expect(await world.state(instance)).toBe('COMPLETED');
    expect(await world.elements(instance, 'COMPLETED')).toEqual([id, 'begin', 'work']);
  });

  scenario(38, 'a path that leads nowhere ends alone while others go on', async (world) => {
    // given
    const [id, type] = [world.name('open'), world.name('work')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .parallelGateway('both')
        .branch((path) => path.serviceTask('short', { type: `${type}_short` }))
        .branch((path) => path.serviceTask('long', { type: `${type}_long` }).end())
        .toXml(),
    );
    const instance = await world.create(id);

    // when
    await world.complete(await world.job(`${type}_short`));

    // then
    expect(await world.state(instance)).toBe('ACTIVE');
    await world.complete(await world.job(`${type}_long`));
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(39, 'two flows that leave a task are both taken', async (world) => {
    // given
    const [id, type] = [world.name('fork'), world.name('work')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .manualTask('sign')
        .branch((path) => path.serviceTask('left', { type }).end('leftEnd'))
        .branch((path) => path.serviceTask('right', { type }).end('rightEnd'))
        .toXml(),
    );

    // when
    const instance = await world.create(id);

    // then
    const jobs = await world.activate(type);
    expect(jobs.map(({ elementId }) => elementId)).toEqual(['left', 'right']);
    expect((await world.elements(instance)).filter((element) => element === 'sign')).toHaveLength(1);
    for (const job of jobs) {
      expect(await world.state(instance)).toBe('ACTIVE');
      await world.complete(job);
    }
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(40, 'a task into which two flows lead runs for each of them', async (world) => {
    // given
    const [id, type] = [world.name('merge'), world.name('work')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .parallelGateway('both')
        .branch((path) => path.serviceTask('work', { type }).end('over'))
        .branch((path) => path.connectTo('work'))
        .toXml(),
    );

    // when
    const instance = await world.create(id);

    // then
    const jobs = await world.activate(type);
    expect(jobs.map(({ elementId }) => elementId)).toEqual(['work', 'work']);
    expect(new Set(jobs.map(({ elementInstanceKey }) => elementInstanceKey)).size).toBe(2);
    for (const job of jobs) {
      expect(await world.state(instance)).toBe('ACTIVE');
      await world.complete(job);
    }
    expect(await world.state(instance)).toBe('COMPLETED');
    expect((await world.elements(instance)).filter((element) => element === 'over')).toHaveLength(2);
  });

  scenario(41, 'an incident on one path keeps the instance, whatever the others do', async (world) => {
    // given
    const [id, type] = [world.name('stuck'), world.name('work')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .parallelGateway('both')
        .branch((path) => path.serviceTask('fine', { type }).end())
        .branch((path) =>
          path.scriptTask('broken', { expression: '= assert(x, x != null)', resultVariable: 'y' }).end(),
        )
        .toXml(),
    );
    const instance = await world.create(id);

    // when
    await world.complete(await world.job(type));

    // then
    expect(await world.state(instance)).toBe('ACTIVE');
    const incident = await world.incident(instance);
    expect(incident).toMatchObject({ elementId: 'broken' });
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'broken']);

    // and only its resolution lets the instance end
    await world.setVariables(instance, { x: 1 });
    expect(await world.state(instance)).toBe('ACTIVE');
    await world.resolve(incident);
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(41, 'an incident of a job keeps the instance too', async (world) => {
    // given
    const [id, type] = [world.name('failing'), world.name('work')];
    await world.deploy(oneTask(id, { type }));
    const instance = await world.create(id);
    const job = await world.job(type);

    // when
    await world.fail(job, { retries: 0 });

    // then
    expect(await world.state(instance)).toBe('ACTIVE');
    expect(await world.incident(instance)).toMatchObject({ errorType: 'JOB_NO_RETRIES', jobKey: job.key });
  });

  scenario(42, 'manual tasks and tasks of no kind are passed through', async (world) => {
    // given
    const id = world.name('plain');
    await world.deploy(
      bpmnProcess(id)
        .start('begin')
        .manualTask('sign', { inputs: { local: '= 1' }, outputs: { signed: '= local + 1' } })
        .task('think')
        .end('over')
        .toXml(),
    );

    // when
    const instance = await world.create(id);

    // then
    expect(await world.state(instance)).toBe('COMPLETED');
    expect(await world.elements(instance, 'COMPLETED')).toEqual([id, 'begin', 'sign', 'think', 'over']);
    expect(await world.variables(instance)).toEqual({ signed: 2 });
    expect(await world.jobs(instance)).toEqual([]);
  });
});
