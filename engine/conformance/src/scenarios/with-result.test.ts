import { status } from '@grpc/grpc-js';
import { bpmnProcess, type ProcessPath } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { oneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { Job, World } from '../kit/world.ts';

/** Longer than any of these instances takes, in milliseconds. */
const PATIENCE = 10_000;

interface Awaited {
  readonly world: World;
  readonly instance: string;
  readonly job: Job;
  readonly result: Promise<unknown>;
}

/** Starts a process whose first element, `work`, is a service task, and waits for its result; gives the job of the task. */
const awaitResult = async (world: World, draw: (path: ProcessPath) => ProcessPath): Promise<Awaited> => {
  const [bpmnProcessId, type] = [world.name('awaited'), world.name('work')];
  await world.deploy(draw(bpmnProcess(bpmnProcessId).start().serviceTask('work', { type })).toXml());
  const result = world.client
    .createProcessInstanceWithResult({ bpmnProcessId, variables: { order: bpmnProcessId }, requestTimeout: PATIENCE })
    .then(({ variables }) => variables);
  const job = await world.job(type);
  return { world, instance: job.processInstanceKey, job, result };
};

scenarios('PI', 'Create and await the result', (scenario) => {
  scenario(31, 'the result is what the root scope holds in the end', async (world) => {
    // given
    const { job, result } = await awaitResult(world, (path) =>
      path.subProcess('inner', (inner) => inner.start('s').end('e'), { inputs: { onlyInside: '= 1' } }).end(),
    );

    // when
    await world.complete(job, { granted: true, nested: { rooms: 3 } });

    // then
    expect(await result).toEqual({ order: expect.any(String), granted: true, nested: { rooms: 3 } });
  });

  scenario(31, 'the result is limited to the variables that were asked for', async (world) => {
    // given
    const [bpmnProcessId, type] = [world.name('awaited'), world.name('work')];
    await world.deploy(oneTask(bpmnProcessId, { type }));
    const answer = world.raw.call('CreateProcessInstanceWithResult', {
      request: { bpmnProcessId, version: -1, variables: '{"order":"A-1","secret":true}' },
      requestTimeout: PATIENCE,
      fetchVariables: ['granted', 'order', 'missing'],
    });

    // when
    const job = await world.job(type);
    await world.complete(job, { granted: true, more: 1 });

    // then
    const { variables, ...identity } = await answer;
    expect(JSON.parse(String(variables))).toEqual({ order: 'A-1', granted: true });
    expect(identity).toMatchObject({ bpmnProcessId, version: 1, processInstanceKey: job.processInstanceKey });
  });

  scenario(32, 'the result comes when a message ends the instance', async (world) => {
    // given
    const message = world.name('paid');
    const { job, result } = await awaitResult(world, (path) =>
      path.catchEvent('paid', { event: { message, correlationKey: '= order' } }).end(),
    );
    const order = String(job.variables['order']);
    await world.complete(job);

    // when
    await world.publish(message, order, { variables: { paid: 12 } });

    // then
    expect(await result).toEqual({ order, paid: 12 });
  });

  scenario(32, 'the result comes when a thrown error ends the instance', async (world) => {
    // given
    const { job, result } = await awaitResult(world, (path) =>
      path
        .boundary('failed', { event: { error: 'REFUSED' }, outputs: { why: '= reason' } }, (aside) =>
          aside.end('refused'),
        )
        .end(),
    );

    // when
    await world.throwError(job, 'REFUSED', { variables: { reason: 'too late' } });

    // then
    expect(await result).toEqual({ order: expect.any(String), why: 'too late' });
  });

  scenario(32, 'the result comes when a resolved incident ends the instance', async (world) => {
    // given
    const { job, instance, result } = await awaitResult(world, (path) =>
      path
        .exclusiveGateway('grant')
        .when('= granted', (yes) => yes.end('yes'))
        .when('= not(granted)', (no) => no.end('no')),
    );
    await world.complete(job);
    const incident = await world.incident(instance);

    // when
    await world.setVariables(instance, { granted: false });
    await world.resolve(incident);

    // then
    expect(await result).toEqual({ order: expect.any(String), granted: false });
  });

  scenario(32, 'the result comes when a modification ends the instance', async (world) => {
    // given
    const { job, instance, result } = await awaitResult(world, (path) => path.end('over'));

    // when
    await world.raw.call('ModifyProcessInstance', {
      processInstanceKey: instance,
      activateInstructions: [{ elementId: 'over', variableInstructions: [{ variables: '{"closed":"by hand"}' }] }],
      terminateInstructions: [{ elementInstanceKey: job.elementInstanceKey }],
    });

    // then
    expect(await result).toEqual({ order: expect.any(String), closed: 'by hand' });
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(33, 'a caller that waits too long is told so, and the instance runs on', async (world) => {
    // given
    const [bpmnProcessId, type] = [world.name('slow'), world.name('work')];
    await world.deploy(oneTask(bpmnProcessId, { type }));

    // when
    const { code } = await world.refusal(
      world.raw.call('CreateProcessInstanceWithResult', {
        request: { bpmnProcessId, version: -1, variables: '{}' },
        requestTimeout: 100,
      }),
    );

    // then
    expect(code).toBe(status.DEADLINE_EXCEEDED);
    const job = await world.job(type);
    await world.complete(job);
    expect(await world.state(job.processInstanceKey)).toBe('COMPLETED');
  });
});
