import { status } from '@grpc/grpc-js';
import { type EventOptions, bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { deployFiles, deployed, expectNotDeployed } from '../kit/deployments.ts';
import { oneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { completeEach } from '../kit/commands.ts';

const NOBODY = '2251799813685248';
const HOUR = 3_600_000;

const remove = async (world: World, resourceKey: unknown): Promise<void> => {
  await world.raw.call('DeleteResource', { resourceKey });
};

/** Deploys a model; gives the key of its process and its version. */
const deployProcess = async (world: World, model: string) => {
  const [process] = deployed('process', await world.deploy(model));
  return { key: process?.['processDefinitionKey'], version: process?.['version'] };
};

/** Deploys two versions of a process that starts by an event, and deletes the second. */
const withTheLatestDeleted = async (world: World, event: EventOptions) => {
  const id = world.name('started');
  const model = (version: number) =>
    bpmnProcess(id)
      .start('begun', { event })
      .serviceTask('work', { type: `${id}_${version}` })
      .end()
      .toXml();
  await world.deploy(model(1));
  const second = await deployProcess(world, model(2));
  await remove(world, second.key);
  return id;
};

scenarios('OP', 'Deletion of definitions', (scenario) => {
  scenario(222, 'what runs in a deleted version goes on to its end', async (world) => {
    // given
    const [id, type] = [world.name('deleted'), world.name('work')];
    const model = bpmnProcess(id)
      .start()
      .serviceTask('first', { type })
      .serviceTask('second', { type, inputs: { x: '= 1 + y' } })
      .end()
      .toXml();
    const { key } = await deployProcess(world, model);
    const instance = await world.create(id, { y: 1 });

    // when
    await remove(world, key);

    // then
    await expectNotDeployed(world, id);
    await world.restart();
    await completeEach(world, type);
    const second = await world.job(type);
    expect(second).toMatchObject({ elementId: 'second', variables: { x: 2, y: 1 } });
    await world.complete(second);
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(222, 'after the latest version is deleted the one before it starts', async (world) => {
    // given
    const [id, type] = [world.name('deleted'), world.name('work')];
    const first = await deployProcess(world, oneTask(id, { type }));
    const second = await deployProcess(world, oneTask(id, { type: `${type}_second` }));

    // when
    await remove(world, second.key);

    // then
    await world.create(id);
    expect(await world.activate(type)).toHaveLength(1);
    for (const request of [{ processDefinitionKey: second.key }, { bpmnProcessId: id, version: 2 }]) {
      const refused = await world.refusal(world.raw.call('CreateProcessInstance', request));
      expect(refused.code).toBe(status.NOT_FOUND);
    }
    await remove(world, first.key);
    await expectNotDeployed(world, id);
  });

  scenario(222, 'after an older version is deleted the latest still starts', async (world) => {
    const [id, type] = [world.name('deleted'), world.name('work')];
    const first = await deployProcess(world, oneTask(id, { type }));
    await world.deploy(oneTask(id, { type: `${type}_second` }));
    await remove(world, first.key);
    await world.create(id);
    expect(await world.activate(`${type}_second`)).toHaveLength(1);
  });

  scenario(222, 'a version is never used again', async (world) => {
    // given
    const id = world.name('deleted');
    const model = oneTask(id, { type: 'any' });
    const first = await deployProcess(world, model);
    await remove(world, first.key);

    // when
    const again = await deployProcess(world, model);
    await remove(world, again.key);
    await world.restart();
    const third = await deployProcess(world, model);

    // then
    expect([first, again, third].map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(new Set([first, again, third].map(({ key }) => key)).size).toBe(3);
  });

  scenario(222, 'the version before takes its start message back', async (world) => {
    const message = world.name('ordered');
    const id = await withTheLatestDeleted(world, { message });
    await world.publish(message, 'A-1');
    expect(await world.activate(`${id}_1`)).toHaveLength(1);
    expect(await world.activate(`${id}_2`)).toEqual([]);
  });

  scenario(222, 'the version before takes its start signal back', async (world) => {
    const signal = world.name('opened');
    const id = await withTheLatestDeleted(world, { signal });
    await world.broadcast(signal);
    expect(await world.activate(`${id}_1`)).toHaveLength(1);
    expect(await world.activate(`${id}_2`)).toEqual([]);
  });

  scenario(222, 'the version before takes its start timer back', async (world) => {
    const id = await withTheLatestDeleted(world, { timer: { cycle: 'R1/PT1H' } });
    await world.advance(HOUR);
    expect(await world.activate(`${id}_1`)).toHaveLength(1);
    expect(await world.activate(`${id}_2`)).toEqual([]);
  });

  scenario(222, 'without any version nothing starts any more', async (world) => {
    // given
    const [id, message, signal] = [world.name('gone'), world.name('ordered'), world.name('opened')];
    const { key } = await deployProcess(
      world,
      bpmnProcess(id)
        .start('message', { event: { message } })
        .end('byMessage')
        .start('signal', { event: { signal } })
        .end('bySignal')
        .start('timer', { event: { timer: { cycle: 'R/PT1H' } } })
        .end('byTimer')
        .toXml(),
    );

    // when
    await remove(world, key);
    await world.publish(message, 'A-1');
    await world.broadcast(signal);
    await world.advance(2 * HOUR);

    // then
    expect(await world.instances(id)).toEqual([]);
  });

  scenario(222, 'a form is deleted, and the version before is found again', async (world) => {
    // given
    const [id, formId] = [world.name('desk'), world.name('form')];
    const form = (label: string) => JSON.stringify({ id: formId, components: [{ type: 'text', key: 'k', label }] });
    const [first] = deployed('form', await deployFiles(world, { 'request.form': form('first') }));
    const [second] = deployed('form', await deployFiles(world, { 'request.form': form('second') }));
    await world.deploy(bpmnProcess(id).start().userTask('decide', { formId }).end().toXml());

    // when
    await remove(world, second?.['formKey']);

    // then
    const processInstanceKey = await world.create(id);
    const tasks = await world.rest.search('/user-tasks/search', { filter: { processInstanceKey } });
    expect(tasks).toMatchObject([{ formKey: first?.['formKey'] }]);
  });

  scenario(222, 'what is not there, or deleted already, is not found', async (world) => {
    const { key } = await deployProcess(world, oneTask(world.name('deleted'), { type: 'any' }));
    await remove(world, key);
    for (const missing of [key, NOBODY]) {
      const { code, details } = await world.refusal(remove(world, missing));
      expect([code, details]).toEqual([status.NOT_FOUND, expect.stringContaining(String(missing))]);
    }
  });
});
