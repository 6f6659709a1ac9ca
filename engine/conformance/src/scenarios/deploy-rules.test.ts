import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { expectNotDeployed, expectRefused, versionsOf } from '../kit/deployments.ts';
import { scenarios } from '../kit/scenarios.ts';

/** A model that nothing is wrong with except its exclusive gateway, which has no flow to take. */
const undecided = (id: string) =>
  bpmnProcess(id)
    .start()
    .exclusiveGateway('undecided')
    .when('= yes', (path) => path.end('accepted'))
    .branch((path) => path.end('refused'))
    .toXml();

scenarios('DP', 'Rules of a model', (scenario) => {
  scenario(13, 'elements that the engine does not run are refused by name', async (world) => {
    // given
    const [gateway, transaction] = [world.name('complex'), world.name('transaction')];
    const complex = bpmnProcess(gateway).start().exclusiveGateway('weigh').end().toXml();
    const grouped = bpmnProcess(transaction)
      .start()
      .subProcess('booking', (path) => path.start('s').end('e'))
      .end()
      .toXml();

    // when, then
    await expectRefused(
      world,
      { 'complex.bpmn': complex.replaceAll('exclusiveGateway', 'complexGateway') },
      'weigh',
      'complexGateway',
    );
    await expectRefused(
      world,
      { 'transaction.bpmn': grouped.replaceAll('subProcess', 'transaction') },
      'booking',
      'transaction',
    );
    await expectNotDeployed(world, gateway);
    await expectNotDeployed(world, transaction);
  });

  scenario(14, 'an event-based gateway leads to events only', async (world) => {
    // given
    const id = world.name('wait');
    const xml = bpmnProcess(id)
      .start()
      .eventBasedGateway('wait')
      .branch((path) => path.catchEvent('late', { event: { timer: { duration: 'PT1H' } } }).end())
      .branch((path) => path.serviceTask('work', { type: 'work' }).end())
      .toXml();

    // when, then
    await expectRefused(world, { 'wait.bpmn': xml }, 'wait.bpmn', 'wait', 'work');
    await expectNotDeployed(world, id);
  });

  scenario(15, 'every flow of a choice has a condition or is the default', async (world) => {
    const id = world.name('undecided');
    await expectRefused(world, { 'undecided.bpmn': undecided(id) }, 'undecided', 'condition');
    await expectNotDeployed(world, id);
  });

  scenario(16, 'a loop in which nothing waits is refused, the same loop with a wait is not', async (world) => {
    // given
    const [endless, waiting] = [world.name('endless'), world.name('waiting')];
    const loop = (id: string, draw: 'manualTask' | 'receiveTask') => {
      const entered = bpmnProcess(id).start().exclusiveGateway('again');
      const inside =
        draw === 'manualTask'
          ? entered.manualTask('sign')
          : entered.receiveTask('sign', { message: 'signed', correlationKey: '= id' });
      return inside
        .exclusiveGateway('enough')
        .when('= more', (path) => path.connectTo('again'))
        .otherwise((path) => path.end())
        .toXml();
    };

    // when, then
    await expectRefused(world, { 'endless.bpmn': loop(endless, 'manualTask') }, 'again', 'sign', 'enough');
    await expectNotDeployed(world, endless);
    expect(versionsOf('process', await world.deploy(loop(waiting, 'receiveTask')))).toEqual([1]);
  });

  scenario(17, 'a timer start whose time cannot be known is refused', async (world) => {
    const id = world.name('timed');
    const timed = (cycle: string) =>
      bpmnProcess(id)
        .start('due', { event: { timer: { cycle } } })
        .end()
        .toXml();
    await expectRefused(world, { 'variable.bpmn': timed('= whenever') }, 'due');
    await expectRefused(world, { 'number.bpmn': timed('= 1 + 2') }, 'due');
    await expectRefused(world, { 'text.bpmn': timed('now and then') }, 'due');
    await expectNotDeployed(world, id);
  });
});
