import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { deployed } from '../kit/deployments.ts';
import { oneTask, startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';

const NOBODY = '2251799813685248';

scenarios('PI', 'Create and cancel', (scenario) => {
  scenario(23, 'starts by id in the latest version, by id and version, by key', async (world) => {
    // given
    const [id, type] = [world.name('order'), world.name('work')];
    const [first] = deployed('process', await world.deploy(oneTask(id, { type })));
    await world.deploy(oneTask(id, { type: `${type}_second` }));

    // when
    const latest = await world.client.createProcessInstance({ bpmnProcessId: id, variables: {} });
    const exact = await world.client.createProcessInstance({ bpmnProcessId: id, version: 1, variables: {} });
    const byKey = await world.raw.call('CreateProcessInstance', {
      processDefinitionKey: first?.['processDefinitionKey'],
      variables: '{}',
    });

    // then
    expect([latest.version, exact.version, byKey['version']]).toEqual([2, 1, 1]);
    expect(byKey).toMatchObject({ bpmnProcessId: id, tenantId: '<default>' });
    expect(await world.activate(type)).toHaveLength(2);
    expect(await world.activate(`${type}_second`)).toHaveLength(1);
  });

  scenario(24, 'an unknown id, version or key starts nothing', async (world) => {
    // given
    const id = world.name('order');
    await world.deploy(oneTask(id, { type: 'work' }));
    const unknown = world.name('unknown');

    // when
    const refusals = await Promise.all(
      [
        { bpmnProcessId: unknown, version: -1 },
        { bpmnProcessId: id, version: 2 },
        { bpmnProcessId: id, version: 0 },
        { processDefinitionKey: NOBODY },
      ].map((request) => world.refusal(world.raw.call('CreateProcessInstance', request))),
    );

    // then
    expect(refusals.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => status.NOT_FOUND));
    expect(refusals.map(({ details }) => details)).toEqual([
      expect.stringContaining(`'${unknown}'`),
      expect.stringMatching(new RegExp(`'${id}'.*version '2'`)),
      expect.stringMatching(new RegExp(`'${id}'.*version '0'`)),
      expect.stringContaining(NOBODY),
    ]);
    expect(await world.instances(id)).toEqual([]);
  });

  scenario(25, 'a process without none start event cannot be started by command', async (world) => {
    // given
    const id = world.name('ordered');
    await world.deploy(
      bpmnProcess(id)
        .start('ordered', { event: { message: world.name('ordered') } })
        .end()
        .toXml(),
    );

    // when
    const { code, details } = await world.refusal(world.create(id));

    // then
    expect(code).toBe(status.FAILED_PRECONDITION);
    expect(details).toContain('none start event');
    expect(await world.instances(id)).toEqual([]);
  });

  scenario(26, 'variables are an object, or nothing', async (world) => {
    // given
    const id = world.name('order');
    await world.deploy(oneTask(id, { type: world.name('work') }));
    const createWith = (variables: string) =>
      world.raw.call('CreateProcessInstance', { bpmnProcessId: id, version: -1, variables });

    // when
    const refusals = [];
    for (const text of ['[1]', '"text"', '7', 'true', '{"a":', 'no JSON']) {
      refusals.push(await world.refusal(createWith(text)));
    }
    const accepted = [];
    for (const text of ['', 'null', '{}', '{"a":null}']) {
      accepted.push(String((await createWith(text))['processInstanceKey']));
    }

    // then
    for (const { code, details } of refusals) {
      expect([code, details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining('JSON object')]);
    }
    expect(await world.instances(id)).toEqual(accepted);
    expect(await Promise.all(accepted.map((key) => world.variables(key)))).toEqual([{}, {}, {}, { a: null }]);
  });

  scenario(27, 'of several start events only the one without trigger fires', async (world) => {
    // given
    const id = world.name('order');
    await world.deploy(
      bpmnProcess(id)
        .start('plain')
        .end('plainly')
        .start('message', { event: { message: world.name('ordered') } })
        .end('byMessage')
        .start('signal', { event: { signal: world.name('opened') } })
        .end('bySignal')
        .start('timer', { event: { timer: { cycle: 'R1/PT1H' } } })
        .end('byTimer')
        .toXml(),
    );

    // when
    const instance = await world.create(id);

    // then
    expect(await world.state(instance)).toBe('COMPLETED');
    expect(await world.elements(instance)).toEqual([id, 'plain', 'plainly']);
    expect(await world.instances(id)).toEqual([instance]);
  });

  scenario(34, 'a canceled instance ends with what it called, its jobs and its incidents', async (world) => {
    // given
    const [parent, child, type] = [world.name('parent'), world.name('child'), world.name('work')];
    await world.deploy(
      bpmnProcess(child)
        .start()
        .parallelGateway('both')
        .branch((path) => path.serviceTask('work', { type }).end())
        .branch((path) => path.serviceTask('broken', { type: '= missing' }).end())
        .toXml(),
      bpmnProcess(parent)
        .start()
        .subProcess('around', (path) => path.start('s').callActivity('call', { processId: child }).end('e'))
        .end()
        .toXml(),
    );
    const instance = await world.create(parent);
    const [called = ''] = await world.called(instance);
    const job = await world.job(type);
    const { incidentKey } = await world.incident(called);

    // when
    await world.cancel(instance);

    // then
    expect([await world.state(instance), await world.state(called)]).toEqual(['TERMINATED', 'TERMINATED']);
    expect(await world.elements(instance, 'ACTIVE')).toEqual([]);
    expect(await world.elements(called, 'ACTIVE')).toEqual([]);
    expect(await world.elements(called, 'TERMINATED')).toEqual([child, 'work', 'broken']);
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    expect(await world.rest.search('/incidents/search', { filter: { incidentKey } })).toMatchObject([
      { state: 'RESOLVED' },
    ]);
    expect(await world.incidents(called)).toEqual([]);
  });

  scenario(35, 'only a running instance can be canceled, once', async (world) => {
    // given
    const canceled = await startOneTask(world);
    const completed = await startOneTask(world);
    const running = await startOneTask(world);
    await world.cancel(canceled.key);
    await world.complete(await world.job(completed.type));
    const { elementInstanceKey } = await world.job(running.type);

    // when
    const refusals = await Promise.all(
      [canceled.key, completed.key, elementInstanceKey, NOBODY].map((key) => world.refusal(world.cancel(key))),
    );

    // then
    expect(refusals).toEqual(
      [canceled.key, completed.key, elementInstanceKey, NOBODY].map((key) => ({
        code: status.NOT_FOUND,
        details: expect.stringContaining(key),
      })),
    );
    const states = await Promise.all([canceled, completed, running].map(({ key }) => world.state(key)));
    expect(states).toEqual(['TERMINATED', 'COMPLETED', 'ACTIVE']);
  });

  scenario(36, 'a called instance is canceled with its root only', async (world) => {
    // given
    const [parent, child, type] = [world.name('parent'), world.name('child'), world.name('work')];
    await world.deploy(
      oneTask(child, { type }),
      bpmnProcess(parent).start().callActivity('call', { processId: child }).end().toXml(),
    );
    const instance = await world.create(parent);
    const [called = ''] = await world.called(instance);

    // when
    const { code, details } = await world.refusal(world.cancel(called));

    // then
    expect(code).toBe(status.FAILED_PRECONDITION);
    expect(details).toContain(instance);
    expect([await world.state(instance), await world.state(called)]).toEqual(['ACTIVE', 'ACTIVE']);
    await world.complete(await world.job(type));
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(37, 'of a cancellation and a completion at the same time exactly one happens', async (world) => {
    // given
    const { processId, type, key } = await startOneTask(world);
    const others = await Promise.all(Array.from({ length: 19 }, () => world.create(processId)));
    const jobs = new Map((await world.activate(type)).map((job) => [job.processInstanceKey, job]));
    expect(jobs.size).toBe(20);

    // when
    const races = await Promise.all(
      [key, ...others].map(async (instance, at) => {
        const job = jobs.get(instance) ?? { key: '' };
        const cancel = () => world.cancel(instance);
        const complete = () => world.complete(job);
        const [canceled, completed] =
          at % 2 === 0
            ? await Promise.allSettled([cancel(), complete()])
            : (await Promise.allSettled([complete(), cancel()])).toReversed();
        return { instance, canceled, completed };
      }),
    );

    // then
    for (const { instance, canceled, completed } of races) {
      const [loser, outcome] = canceled?.status === 'fulfilled' ? [completed, 'TERMINATED'] : [canceled, 'COMPLETED'];
      expect(canceled?.status === completed?.status).toBe(false);
      expect(loser).toMatchObject({ status: 'rejected', reason: { code: status.NOT_FOUND } });
      expect(await world.state(instance)).toBe(outcome);
    }
  });
});
