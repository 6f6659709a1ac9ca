import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { Row, World } from '../kit/world.ts';
import { theOnly } from '../kit/queries.ts';

interface Watched {
  readonly condition?: string;
  readonly variableEvents?: readonly ('create' | 'update')[];
  readonly interrupting?: boolean;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** Works until a condition on its boundary holds, and then does other work. */
const watched = (
  id: string,
  type: string,
  { interrupting = true, outputs = {}, condition = '= x > 10', ...more }: Watched,
) =>
  bpmnProcess(id)
    .start()
    .serviceTask('work', { type, outputs })
    .boundary('watch', { event: { condition, ...more }, interrupting }, (path) =>
      path.serviceTask('react', { type: `${type}_reaction` }).end(),
    )
    .end()
    .toXml();

const startWatched = async (world: World, variables: object, watch: Watched = {}) => {
  const [id, type] = [world.name('watched'), world.name('work')];
  await world.deploy(watched(id, type, watch));
  const key = await world.create(id, variables);
  return { key, type, reactions: async () => (await world.activate(`${type}_reaction`)).length };
};

const evaluate = async (world: World, request: object): Promise<readonly Row[]> =>
  (await world.raw.call('EvaluateConditional', request))['processInstances'] as readonly Row[];

scenarios('CE', 'Conditional events', (scenario) => {
  scenario(212, 'a condition that holds already when its activity begins fires at once', async (world) => {
    const { type, reactions } = await startWatched(world, { x: 11 });
    expect(await reactions()).toBe(1);
    expect(await world.activate(type)).toEqual([]);
  });

  scenario(212, 'a condition fires when a variable that it names changes', async (world) => {
    // given
    const { key, reactions } = await startWatched(world, { x: 1 });

    // when, then
    await world.setVariables(key, { y: 99 });
    expect(await reactions()).toBe(0);
    await world.setVariables(key, { x: 11 });
    expect(await reactions()).toBe(1);
  });

  scenario(212, 'a non-interrupting condition fires on every change while it holds', async (world) => {
    // given
    const { key, type, reactions } = await startWatched(world, { x: 1 }, { interrupting: false });

    // when, then
    await world.setVariables(key, { x: 11 });
    await world.setVariables(key, { x: 12 });
    await world.setVariables(key, { x: 2 });
    expect(await reactions()).toBe(2);
    expect(await world.activate(type)).toHaveLength(1);
  });

  scenario(212, 'a filter lets only creations or only updates count', async (world) => {
    const updates = await startWatched(world, {}, { variableEvents: ['update'] });
    await world.setVariables(updates.key, { x: 11 });
    expect(await updates.reactions()).toBe(0);
    await world.setVariables(updates.key, { x: 12 });
    expect(await updates.reactions()).toBe(1);
    const creations = await startWatched(world, { x: 1 }, { variableEvents: ['create'] });
    await world.setVariables(creations.key, { x: 11 });
    expect(await creations.reactions()).toBe(0);
  });

  scenario(212, 'what an activity writes itself when it completes does not interrupt it', async (world) => {
    // given
    const { key, type, reactions } = await startWatched(world, { x: 1 }, { outputs: { x: '= result' } });

    // when
    await world.complete(await world.job(type), { result: 11 });

    // then
    expect(await reactions()).toBe(0);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ x: 11 });
  });

  scenario(212, 'a condition that is no boolean is an incident; fix and resolve', async (world) => {
    // given
    const { key, reactions } = await startWatched(world, { x: 'text' }, { condition: '= x' });
    const incident = theOnly(await world.incidents(key), 'incident');
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'work' });

    // when
    await world.setVariables(key, { x: true });
    await world.resolve(incident);

    // then
    expect(await reactions()).toBe(1);
    expect(await world.incidents(key)).toEqual([]);
  });

  scenario(213, 'an evaluation starts every process whose condition holds', async (world) => {
    // given
    const [high, low, variable] = [world.name('high'), world.name('low'), world.name('level')];
    const starting = (id: string, condition: string) =>
      bpmnProcess(id).start('on', { event: { condition } }).serviceTask('work', { type: id }).end().toXml();
    await world.deploy(starting(high, `= ${variable} > 5`), starting(low, `= ${variable} < 5`));

    // when
    const started = await evaluate(world, { variables: JSON.stringify({ [variable]: 8 }) });

    // then
    const key = String(theOnly(started, 'instance')['processInstanceKey']);
    expect(await world.instances(high)).toEqual([key]);
    expect(await world.variables(key)).toEqual({ [variable]: 8 });
    expect(await world.instances(low)).toEqual([]);
  });

  scenario(213, 'only the latest version starts, unless a key names another one', async (world) => {
    // given
    const [id, variable] = [world.name('versions'), world.name('level')];
    const starting = (bound: number) =>
      bpmnProcess(id)
        .start('on', { event: { condition: `= ${variable} > ${bound}` } })
        .serviceTask('work', { type: id })
        .end()
        .toXml();
    const { process } = theOnly(await world.deploy(starting(5)), 'deployment');
    await world.deploy(starting(7));
    const { processDefinitionKey } = process as Row;
    const variables = JSON.stringify({ [variable]: 6 });

    // when, then
    expect(await evaluate(world, { variables })).toEqual([]);
    expect(await evaluate(world, { variables, processDefinitionKey })).toMatchObject([{ processDefinitionKey }]);
    const unknown = world.refusal(evaluate(world, { variables, processDefinitionKey: '7' }));
    expect((await unknown).code).toBe(status.NOT_FOUND);
    expect((await world.refusal(evaluate(world, { variables: '[]' }))).code).toBe(status.INVALID_ARGUMENT);
  });
});
