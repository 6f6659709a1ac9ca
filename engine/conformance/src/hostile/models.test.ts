import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, test, vi } from 'vitest';
import { expectRefused } from '../kit/deployments.ts';
import type { World } from '../kit/world.ts';
import { beside } from './kit/bystander.ts';
import { longModels, restlessFile, restlessModels } from './kit/restless-models.ts';
import { underAttack } from './kit/under-attack.ts';

/** How long an attack may take to be stopped on a busy machine, in milliseconds. */
const PATIENCE = 40_000;
/** How long a model that is never done may try, in milliseconds. */
const TRIAL = 2_000;

vi.setConfig({ testTimeout: 2 * PATIENCE });
/** Others may use the machine too: what was slow once is tried once more. */
const TWICE = { retry: 1 };

/** Cancels soon, whatever it has become by then. */
const cancelSoon = async (world: World, key: string) => {
  const began = performance.now();
  await world.cancel(key);
  await world.reaches(key, 'TERMINATED');
  expect(performance.now() - began).toBeLessThan(15_000);
};

const incidentsOf = async (world: World, processDefinitionId: string) => {
  const found = await world.rest.search('/incidents/search', { filter: { processDefinitionId, state: 'ACTIVE' } });
  return found.map(({ errorType }) => errorType);
};

underAttack('Hostile models', (attacked) => {
  describe('are stopped by an incident, beside work that goes on, and can be canceled', TWICE, () => {
    test.for(restlessModels.map((model) => [model.title, model] as const))('%s', async ([, model]) => {
      // given
      const { world, bystander } = attacked;
      const id = world.name('restless');
      await world.deploy(restlessFile(model, id));

      await beside(bystander, async () => {
        // when
        const key = await world.create(id);

        // then
        await expect.poll(() => incidentsOf(world, id), { timeout: PATIENCE }).toContain(model.incident);
        await cancelSoon(world, key);
        expect(await incidentsOf(world, id)).toEqual([]);
      });
    });
  });

  describe('that are never done leave others their turn, and can be canceled', TWICE, () => {
    test.for(longModels.map((model) => [model.title, model] as const))('%s', async ([, model]) => {
      // given
      const { world, bystander } = attacked;
      const id = world.name('long');
      await world.deploy(restlessFile(model, id));

      await beside(bystander, async () => {
        // when
        const key = await world.create(id);
        await new Promise((resolve) => void setTimeout(resolve, TRIAL));

        // then
        expect(await world.state(key)).toBe('ACTIVE');
        await cancelSoon(world, key);
      });
    });
  });

  test('processes that start each other by signals are stopped by an incident', TWICE, async () => {
    const { world, bystander } = attacked;
    const [ping, pong] = [world.name('ping'), world.name('pong')];
    const echo = (heard: string, said: string) =>
      bpmnProcess(heard)
        .start('hear', { event: { signal: heard } })
        .end('say', { event: { signal: said } })
        .toXml();
    await world.deploy(echo(ping, pong), echo(pong, ping));
    await beside(bystander, async () => {
      await world.broadcast(ping);
      const found = async () => [...(await incidentsOf(world, ping)), ...(await incidentsOf(world, pong))];
      await expect.poll(found, { timeout: PATIENCE }).toEqual(['LOOP_LIMIT']);
      const [last = ''] = [...(await world.instances(ping, 'ACTIVE')), ...(await world.instances(pong, 'ACTIVE'))];
      await cancelSoon(world, last);
    });
  });

  test('processes that start each other by messages go as fast as their worker, and no faster', TWICE, async () => {
    const { world, bystander } = attacked;
    const [ping, pong] = [world.name('ping'), world.name('pong')];
    const echo = (heard: string, said: string) =>
      bpmnProcess(heard)
        .start('hear', { event: { message: heard } })
        .end('say', { event: { message: said, correlationKey: '= "x"' }, type: heard })
        .toXml();
    await world.deploy(echo(ping, pong), echo(pong, ping));
    await beside(bystander, async () => {
      await world.publish(ping, '');
      for (let turn = 0; turn < 50; turn += 1) {
        for (const [heard, said] of [
          [ping, pong],
          [pong, ping],
        ] as const) {
          await world.complete(await world.job(heard));
          await world.publish(said, '');
        }
      }
      expect(await world.instances(ping, 'COMPLETED')).toHaveLength(50);
      const [last = ''] = await world.instances(ping, 'ACTIVE');
      await cancelSoon(world, last);
    });
  });

  describe('that no engine should start are refused at deployment', () => {
    const started = () => bpmnProcess('refused').start();
    const numbers = Array.from({ length: 10_000 }, (_, at) => at);

    test.for([
      [
        'a circle in which nothing waits',
        () => started().manualTask('again').connectTo('again'),
        'Expected every loop to wait',
      ],
      [
        'a fork into ten thousand branches',
        () =>
          numbers.reduce(
            (path, at) => path.branch((way) => way.manualTask(`t${at}`)),
            started().parallelGateway('fork'),
          ),
        'at most 10000 elements',
      ],
      [
        'ten thousand boundary events',
        () =>
          numbers.reduce(
            (path, at) => path.boundary(`b${at}`, { event: { error: `e${at}` } }),
            started().serviceTask('work', { type: 'work' }),
          ),
        'at most 10000 elements',
      ],
      [
        'an endless start timer that takes no time',
        () =>
          bpmnProcess('refused')
            .start('tick', { event: { timer: { cycle: 'R/PT0S' } } })
            .end(),
        'R/PT0S',
      ],
    ] as const)('%s', async ([, draw, words]) => {
      const { world } = attacked;
      const model = draw().toXml();
      const began = performance.now();
      await expectRefused(world, { 'refused.bpmn': model }, words);
      expect(performance.now() - began).toBeLessThan(5_000);
    });
  });
});
