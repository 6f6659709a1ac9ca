import { status } from '@grpc/grpc-js';
import { bpmnProcess, type DrawPath } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

const namesFor = (world: World) => ({
  id: world.name('scoped'),
  left: world.name('left'),
  right: world.name('right'),
  after: world.name('after'),
  message: world.name('stop'),
});

/** Two parallel tasks that meet again in a join. */
const joining =
  ({ left, right }: { readonly left: string; readonly right: string }): DrawPath =>
  (path) =>
    path
      .start('begin')
      .parallelGateway('fork')
      .branch((branch) => branch.serviceTask('left', { type: left }).parallelGateway('join'))
      .branch((branch) => branch.serviceTask('right', { type: right }).connectTo('join'))
      .at('join')
      .end('joined');

scenarios('SB', 'Sub-processes', (scenario) => {
  scenario(112, 'a sub-process completes after its last path', async (world) => {
    // given
    const { id, left, right, after } = namesFor(world);
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess('inner', (path) =>
          path
            .start('begin')
            .parallelGateway('fork')
            .branch((branch) => branch.serviceTask('left', { type: left }).end('leftEnd'))
            .branch((branch) => branch.serviceTask('right', { type: right }))
            .branch((branch) => branch.task('short').end('shortEnd')),
        )
        .serviceTask('next', { type: after })
        .end()
        .toXml(),
    );
    const key = await world.create(id);

    // when, then
    await world.complete(await world.job(left));
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'inner', 'right']);
    expect(await world.activate(after)).toEqual([]);
    await world.complete(await world.job(right));
    expect(await world.elements(key, 'COMPLETED')).toContain('inner');
    await world.complete(await world.job(after));
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(113, 'an interrupted sub-process takes the token that waits at its join along', async (world) => {
    // given
    const { id, left, right, after, message } = namesFor(world);
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess('inner', joining({ left, right }))
        .boundary('stopped', { event: { message, correlationKey: '= "one"' } }, (path) =>
          path.serviceTask('next', { type: after }).end('aside'),
        )
        .end('regular')
        .toXml(),
    );
    const key = await world.create(id);
    await world.complete(await world.job(left));
    const job = await world.job(right);

    // when
    await world.publish(message, 'one');

    // then
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    await world.complete(await world.job(after));
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).not.toContain('joined');
  });

  scenario(113, 'a terminate end event leaves no token at the join, and the sub-process goes on', async (world) => {
    // given
    const { id, left, right, after, message } = namesFor(world);
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess('inner', (path) => {
          joining({ left, right })(path);
          return path
            .at('fork')
            .receiveTask('wait', { message, correlationKey: '= "one"' })
            .end('terminate', { event: { terminate: true } });
        })
        .serviceTask('next', { type: after })
        .end('regular')
        .toXml(),
    );
    const key = await world.create(id);
    await world.complete(await world.job(left));
    const job = await world.job(right);

    // when
    await world.publish(message, 'one');

    // then
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['terminate', 'inner']));
    await world.complete(await world.job(after));
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).not.toContain('joined');
  });

  scenario(113, 'a sub-process that is entered again begins with an empty join', async (world) => {
    // given
    const { id, left, right, message } = namesFor(world);
    await world.deploy(
      bpmnProcess(id)
        .start()
        .exclusiveGateway('again')
        .subProcess('inner', joining({ left, right }))
        .boundary('stopped', { event: { message, correlationKey: '= "one"' } }, (path) => path.connectTo('again'))
        .end('regular')
        .toXml(),
    );
    const key = await world.create(id);
    await world.complete(await world.job(left));
    await world.job(right);

    // when: the second time only the other branch arrives
    await world.publish(message, 'one');
    await world.complete(await world.job(right));

    // then
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'inner', 'left']);
    await world.complete(await world.job(left));
    expect(await world.state(key)).toBe('COMPLETED');
    expect((await world.elements(key)).filter((element) => element === 'joined')).toHaveLength(1);
  });
});
