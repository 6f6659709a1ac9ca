import { status } from '@grpc/grpc-js';
import { bpmnModel, bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { deployed, deployFiles, expectNotDeployed, expectRefused, versionsOf } from '../kit/deployments.ts';
import { oneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';

const MINUTE = 60_000;

scenarios('DP', 'Deploy', (scenario) => {
  scenario(1, 'one valid process gets a key, version 1, and its file name back', async (world) => {
    // given
    const id = world.name('permit');

    // when
    const { key, deployments } = await world.client.deployResource({
      name: 'permit.bpmn',
      process: Buffer.from(oneTask(id, { type: 'work' })),
    });

    // then
    expect(key).toMatch(/^\d+$/);
    expect(deployments).toMatchObject([
      { process: { bpmnProcessId: id, version: 1, resourceName: 'permit.bpmn', tenantId: '<default>' } },
    ]);
    const processDefinitionKey = deployments[0]?.process.processDefinitionKey;
    expect(processDefinitionKey).toMatch(/^\d+$/);
    expect(await world.rest.search('/process-definitions/search', { filter: { processDefinitionKey } })).toHaveLength(
      1,
    );
  });

  scenario(2, 'the same bytes under the same name stay one version that starts only once', async (world) => {
    // given
    const [id, type, message] = [world.name('yearly'), world.name('work'), world.name('ordered')];
    const xml = bpmnProcess(id)
      .start('ordered', { event: { message } })
      .serviceTask('work', { type })
      .end()
      .start('due', { event: { timer: { cycle: 'R1/PT1H' } } })
      .connectTo('work')
      .toXml();
    const first = await world.deploy(xml);

    // when
    await world.advance(30 * MINUTE);
    const again = await world.deploy(xml);

    // then
    expect(deployed('process', again)).toEqual(deployed('process', first));

    // and there is one timer, which kept its due time
    await world.advance(30 * MINUTE);
    await world.complete(await world.job(type));
    await world.advance(60 * MINUTE);
    expect(await world.activate(type)).toEqual([]);

    // and the message starts one instance
    await world.publish(message, 'A-1');
    expect(await world.activate(type)).toHaveLength(1);
  });

  scenario(3, 'the same bytes under another file name are a new version', async (world) => {
    // given
    const id = world.name('permit');
    const xml = oneTask(id, { type: 'work' });
    const first = await deployFiles(world, { 'permit.bpmn': xml });

    // when
    const renamed = await deployFiles(world, { 'permit-2.bpmn': xml });

    // then
    expect(deployed('process', renamed)).toMatchObject([{ version: 2, resourceName: 'permit-2.bpmn' }]);
    expect(deployed('process', renamed)[0]?.['processDefinitionKey']).not.toBe(
      deployed('process', first)[0]?.['processDefinitionKey'],
    );
  });

  scenario(4, 'going back to the first content after a second one is version 3', async (world) => {
    // given
    const id = world.name('permit');
    await world.deploy(oneTask(id, { type: 'first' }));
    await world.deploy(oneTask(id, { type: 'second' }));

    // when
    const third = await world.deploy(oneTask(id, { type: 'first' }));

    // then
    expect(versionsOf('process', third)).toEqual([3]);
  });

  scenario(5, 'two processes of one file and two files of one call are all answered', async (world) => {
    // given
    const [one, two, three] = [world.name('one'), world.name('two'), world.name('three')];
    const pair = bpmnModel()
      .process(one, (path) => path.start('s1').end('e1'))
      .process(two, (path) => path.start('s2').end('e2'))
      .toXml();

    // when
    const answer = await deployFiles(world, { 'pair.bpmn': pair, 'single.bpmn': oneTask(three, { type: 'work' }) });

    // then
    expect(deployed('process', answer)).toMatchObject([
      { bpmnProcessId: one, version: 1, resourceName: 'pair.bpmn' },
      { bpmnProcessId: two, version: 1, resourceName: 'pair.bpmn' },
      { bpmnProcessId: three, version: 1, resourceName: 'single.bpmn' },
    ]);
    expect(new Set(deployed('process', answer).map((found) => found['processDefinitionKey'])).size).toBe(3);
    for (const id of [one, two, three]) expect(await world.create(id)).toMatch(/^\d+$/);
  });

  scenario(6, 'one invalid file of two keeps everything out, and is named with its element', async (world) => {
    // given
    const [good, bad] = [world.name('good'), world.name('bad')];

    // when, then
    await expectRefused(
      world,
      { 'good.bpmn': oneTask(good, { type: 'work' }), 'bad.bpmn': oneTask(bad, { type: '' }) },
      'bad.bpmn',
      'work',
    );
    await expectNotDeployed(world, good);
    await expectNotDeployed(world, bad);
  });

  scenario(7, 'nothing to deploy is refused', async (world) => {
    await expectRefused(world, {}, 'at least one resource');
  });

  scenario(8, 'a file of an unknown kind is refused by name', async (world) => {
    const id = world.name('permit');
    await expectRefused(world, { 'permit.docx': oneTask(id, { type: 'work' }) }, 'permit.docx');
    await expectNotDeployed(world, id);
  });

  scenario(9, 'broken XML is refused', async (world) => {
    const xml = oneTask(world.name('permit'), { type: 'work' });
    await expectRefused(world, { 'cut.bpmn': xml.slice(0, -20) }, 'cut.bpmn');
    await expectRefused(world, { 'empty.bpmn': '' }, 'empty.bpmn');
    await expectRefused(world, { 'text.bpmn': 'no model at all' }, 'text.bpmn');
  });

  scenario(10, 'two files of one call must not define the same process', async (world) => {
    const id = world.name('permit');
    await expectRefused(
      world,
      { 'a.bpmn': oneTask(id, { type: 'work' }), 'b.bpmn': oneTask(id, { type: 'other' }) },
      'a.bpmn',
      'b.bpmn',
      id,
    );
    await expectNotDeployed(world, id);
  });

  scenario(11, 'a file without executable process is refused', async (world) => {
    // given
    const id = world.name('sketch');
    const sketch = bpmnProcess(id, { executable: false }).start().end().toXml();

    // when, then
    await expectRefused(world, { 'sketch.bpmn': sketch }, 'sketch.bpmn', 'executable');
    await expectNotDeployed(world, id);
  });

  scenario(11, 'of mixed pools only the executable ones are deployed', async (world) => {
    // given
    const [run, sketch] = [world.name('run'), world.name('sketch')];
    const xml = bpmnModel()
      .process(run, (path) => path.start('s1').end('e1'), { pool: 'Administration' })
      .process(sketch, (path) => path.start('s2').end('e2'), { pool: 'Applicant', executable: false })
      .toXml();

    // when
    const answer = await world.deploy(xml);

    // then
    expect(deployed('process', answer)).toMatchObject([{ bpmnProcessId: run }]);
    await expectNotDeployed(world, sketch);
  });

  scenario(12, 'a collaboration with lanes deploys and runs', async (world) => {
    // given
    const [id, type] = [world.name('permit'), world.name('check')];
    await world.deploy(
      bpmnModel()
        .process(id, (path) => path.start('begin').serviceTask('check', { type }).manualTask('sign').end('over'), {
          pool: 'Administration',
          lanes: { Desk: ['begin', 'check'], Mayor: ['sign', 'over'] },
        })
        .process(world.name('applicant'), (path) => path.start('s').end('e'), { pool: 'Applicant', executable: false })
        .toXml(),
    );

    // when
    const instance = await world.create(id);
    await world.complete(await world.job(type));

    // then
    expect(await world.state(instance)).toBe('COMPLETED');
    expect(await world.elements(instance, 'COMPLETED')).toEqual([id, 'begin', 'check', 'sign', 'over']);
  });

  scenario(22, 'more than 4 MB are refused, and none of it is kept', async (world) => {
    // given
    const [small, large] = [world.name('small'), world.name('large')];
    const files = {
      'small.bpmn': oneTask(small, { type: 'work' }),
      'large.bpmn': `${oneTask(large, { type: 'work' })}<!--${'x'.repeat(5_000_000)}-->`,
    };

    // when
    const { code } = await world.refusal(deployFiles(world, files));

    // then
    expect([status.RESOURCE_EXHAUSTED, status.INVALID_ARGUMENT]).toContain(code);
    await expectNotDeployed(world, small);
    await expectNotDeployed(world, large);
    expect(versionsOf('process', await world.deploy(oneTask(small, { type: 'work' })))).toEqual([1]);
  });
});
