import { status } from '@grpc/grpc-js';
import { collect } from '@irisflow/broker/testing';
import { expect } from 'vitest';
import { oneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';

scenarios('TN', 'Tenancy off', (scenario) => {
  scenario(223, 'without tenancy a foreign tenant is refused by every call that names one', async (world) => {
    // given
    const [id, type] = [world.name('alone'), world.name('work')];
    await world.deploy(oneTask(id, { type }));
    const resources = [{ name: 'a.bpmn', content: Buffer.from(oneTask(id, { type })) }];
    const creation = { bpmnProcessId: id, version: -1 };
    const polling = { type, worker: 'w', timeout: 1_000, maxJobsToActivate: 1, requestTimeout: -1 };

    // when
    const calls = (tenantId: string) => [
      world.raw.call('DeployResource', { resources, tenantId }),
      world.raw.call('CreateProcessInstance', { ...creation, tenantId }),
      world.raw.call('CreateProcessInstanceWithResult', { request: { ...creation, tenantId }, requestTimeout: 1 }),
      world.raw.call('PublishMessage', { name: 'm', correlationKey: 'k', tenantId }),
      world.raw.call('BroadcastSignal', { signalName: 's', tenantId }),
      world.raw.call('EvaluateDecision', { decisionId: 'd', tenantId }),
      world.raw.call('EvaluateConditional', { variables: '{}', tenantId }),
      collect(world.raw.stream('ActivateJobs', { ...polling, tenantIds: ['<default>', tenantId] })),
      collect(world.raw.stream('StreamActivatedJobs', { ...polling, tenantIds: [tenantId] })),
    ];

    // then
    for (const call of calls('other')) {
      expect(await world.refusal(call)).toMatchObject({
        code: status.INVALID_ARGUMENT,
        details: expect.stringContaining('multi-tenancy is disabled'),
      });
    }
  });

  scenario(223, 'without tenancy the default tenant and none are the same', async (world) => {
    const [id, type] = [world.name('alone'), world.name('work')];
    await world.deploy(oneTask(id, { type }));
    const create = (tenantId: string) =>
      world.raw.call('CreateProcessInstance', { bpmnProcessId: id, version: -1, tenantId });
    expect([await create(''), await create('<default>')]).toMatchObject([
      { tenantId: '<default>' },
      { tenantId: '<default>' },
    ]);
  });
});
