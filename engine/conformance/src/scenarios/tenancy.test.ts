import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { expect } from 'vitest';
import { oneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import { callerIn, tenancyOn } from '../kit/tenancy.ts';
import type { Row } from '../kit/world.ts';
import { theOnly } from '../kit/queries.ts';

const called = (id: string, child: string) =>
  bpmnProcess(id).start().callActivity('call', { processId: child }).end().toXml();

const constant = (id: string, value: string) =>
  Buffer.from(
    writeDmn({
      id: `${id}_requirements`,
      name: 'Requirements',
      decisions: [{ id, name: 'Constant', logic: value }],
    }),
  );

const tenantsOf = (jobs: readonly Row[]) => jobs.map(({ tenantId }) => tenantId);

scenarios(
  'TN',
  'Tenancy',
  (scenario) => {
    scenario(223, 'a caller names one of its tenants, or is refused', async (world) => {
      // given
      const [id, type] = [world.name('own'), world.name('work')];
      const red = callerIn(world, 'red');
      await red.deploy('red', oneTask(id, { type }));

      // when, then
      const refused = async (tenantId: string) => (await world.refusal(red.create(tenantId, id))).code;
      expect(await refused('')).toBe(status.INVALID_ARGUMENT);
      expect(await refused('no tenant!')).toBe(status.INVALID_ARGUMENT);
      expect(await refused('x'.repeat(32))).toBe(status.INVALID_ARGUMENT);
      expect(await refused('blue')).toBe(status.PERMISSION_DENIED);
      expect(await refused('<default>')).toBe(status.PERMISSION_DENIED);
      expect((await world.refusal(red.activate(type, ['red', 'blue']))).code).toBe(status.PERMISSION_DENIED);
      expect((await world.refusal(red.activate(type, []))).code).toBe(status.INVALID_ARGUMENT);
      expect((await world.refusal(world.raw.call('Topology', {}))).code).toBe(status.UNAUTHENTICATED);
    });

    scenario(224, 'the same process id in two tenants has versions of its own', async (world) => {
      // given
      const [id, type] = [world.name('twice'), world.name('work')];
      const both = callerIn(world, 'red', 'blue');

      // when
      const [first] = await both.deploy('red', oneTask(id, { type }));
      const [second] = await both.deploy('red', oneTask(id, { type: `${type}_new` }));
      const [other] = await both.deploy('blue', oneTask(id, { type }));

      // then
      expect([first, second, other]).toMatchObject([
        { version: 1, tenantId: 'red' },
        { version: 2, tenantId: 'red' },
        { version: 1, tenantId: 'blue' },
      ]);
      const byKey = { processDefinitionKey: first?.['processDefinitionKey'], tenantId: 'blue' };
      expect((await world.refusal(both.call('CreateProcessInstance', byKey))).code).toBe(status.NOT_FOUND);
      const byVersion = { bpmnProcessId: id, version: 2, tenantId: 'blue' };
      expect((await world.refusal(both.call('CreateProcessInstance', byVersion))).code).toBe(status.NOT_FOUND);
    });

    scenario(224, 'calls, decisions and deletions stay in their tenant', async (world) => {
      // given
      const [id, child, decisionId] = [world.name('calling'), world.name('child'), world.name('fee')];
      const both = callerIn(world, 'red', 'blue');
      await both.deploy('red', called(id, child), oneTask(child, { type: `${child}_red` }));
      await both.deploy('blue', called(id, child), oneTask(child, { type: `${child}_blue` }));
      for (const [tenantId, value] of [
        ['red', '1'],
        ['blue', '2'],
      ] as const) {
        const resources = [{ name: 'fee.dmn', content: constant(decisionId, value) }];
        await both.call('DeployResource', { resources, tenantId });
      }

      // when
      await both.create('blue', id);
      const evaluated = await both.call('EvaluateDecision', { decisionId, variables: '{}', tenantId: 'blue' });

      // then
      expect(await both.activate(`${child}_red`, ['red', 'blue'])).toEqual([]);
      expect(tenantsOf(await both.activate(`${child}_blue`, ['red', 'blue']))).toEqual(['blue']);
      expect(evaluated).toMatchObject({ decisionOutput: '2', tenantId: 'blue' });
      const red = callerIn(world, 'red');
      const foreign = { resourceKey: evaluated['decisionRequirementsKey'] };
      expect((await world.refusal(red.call('DeleteResource', foreign))).code).toBe(status.NOT_FOUND);
    });

    scenario(225, 'a worker only gets jobs of the tenants that it lists', async (world) => {
      // given
      const [id, type] = [world.name('work'), world.name('work')];
      const both = callerIn(world, 'red', 'blue');
      for (const tenantId of ['red', 'blue']) {
        await both.deploy(tenantId, oneTask(id, { type }));
        await both.create(tenantId, id);
        await both.create(tenantId, id);
      }

      // when, then
      expect(tenantsOf(await both.activate(type, ['red']))).toEqual(['red', 'red']);
      expect(await both.activate(type, ['red'])).toEqual([]);
      expect(tenantsOf(await both.activate(type, ['red', 'blue']))).toEqual(['blue', 'blue']);
    });

    scenario(225, 'what another tenant owns looks as if it was not there', async (world) => {
      // given
      const [id, type] = [world.name('hidden'), world.name('work')];
      const [red, blue] = [callerIn(world, 'red'), callerIn(world, 'blue')];
      const [definition] = await red.deploy('red', oneTask(id, { type }));
      const processInstanceKey = await red.create('red', id);
      const { key: jobKey } = theOnly(await red.activate(type, ['red']), 'job');

      // when
      const calls: readonly (readonly [string, object])[] = [
        ['CompleteJob', { jobKey }],
        ['FailJob', { jobKey, retries: 0 }],
        ['ThrowError', { jobKey, errorCode: 'E' }],
        ['UpdateJobRetries', { jobKey, retries: 1 }],
        ['UpdateJobTimeout', { jobKey, timeout: 1_000 }],
        ['SetVariables', { elementInstanceKey: processInstanceKey, variables: '{}' }],
        ['ModifyProcessInstance', { processInstanceKey }],
        ['MigrateProcessInstance', { processInstanceKey, migrationPlan: { targetProcessDefinitionKey: '1' } }],
        ['CancelProcessInstance', { processInstanceKey }],
        ['DeleteResource', { resourceKey: definition?.['processDefinitionKey'] }],
      ];

      // then
      for (const [name, request] of calls) {
        expect([name, (await world.refusal(blue.call(name, request))).code]).toEqual([name, status.NOT_FOUND]);
      }
      await red.call('CompleteJob', { jobKey });
    });

    scenario(226, 'messages and signals do not cross tenants', async (world) => {
      // given
      const [id, starting, type, name] = [world.name('wait'), world.name('start'), world.name('w'), world.name('m')];
      const both = callerIn(world, 'red', 'blue');
      const waiting = bpmnProcess(id)
        .start()
        .receiveTask('wait', { message: name, correlationKey: '= key' })
        .serviceTask('work', { type })
        .end()
        .toXml();
      const started = bpmnProcess(starting)
        .start('on', { event: { signal: name } })
        .serviceTask('work', { type })
        .end()
        .toXml();
      for (const tenantId of ['red', 'blue']) await both.deploy(tenantId, waiting, started);
      await both.create('red', id, { key: 'a' });
      await both.create('blue', id, { key: 'a' });

      // when
      await both.call('PublishMessage', { name, correlationKey: 'a', tenantId: 'red' });
      const afterMessage = await both.activate(type, ['red', 'blue']);
      await both.call('BroadcastSignal', { signalName: name, tenantId: 'blue' });
      const afterSignal = await both.activate(type, ['red', 'blue']);

      // then
      expect(tenantsOf(afterMessage)).toEqual(['red']);
      expect(tenantsOf(afterSignal)).toEqual(['blue']);
    });

    scenario(226, 'the same message id may be buffered in two tenants', async (world) => {
      const name = world.name('m');
      const both = callerIn(world, 'red', 'blue');
      const publish = (tenantId: string) =>
        both.call('PublishMessage', { name, correlationKey: 'a', messageId: 'once', timeToLive: 60_000, tenantId });
      await publish('red');
      await publish('blue');
      expect((await world.refusal(publish('red'))).code).toBe(status.ALREADY_EXISTS);
    });
  },
  tenancyOn,
);
