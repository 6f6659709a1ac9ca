import { type CallActivityOptions, bpmnProcess } from '@irisflow/bpmn';
import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { theOnly } from '../kit/queries.ts';

/** Calls a process; a boundary path ends in `caught`. */
const caller = (id: string, call: CallActivityOptions) => bpmnProcess(id).start().callActivity('call', call);

const worker = (id: string, type: string) => bpmnProcess(id).start().serviceTask('work', { type }).end().toXml();

const threeNames = (world: World) => [world.name('caller'), world.name('called'), world.name('work')] as const;

/** The instance that the caller's only call activity called. */
const calledBy = async (world: World, instanceKey: string) =>
  theOnly(await world.called(instanceKey), 'called instance');

scenarios('CA', 'Call activity', (scenario) => {
  scenario(134, 'the called process gets copies of all variables and returns all of its own', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const inputs = { mapped: '= amount * 2' };
    await world.deploy(caller(id, { processId: called, inputs }).end().toXml(), worker(called, type));

    // when
    const key = await world.create(id, { amount: 1, person: { name: 'Ada' } });
    const job = await world.job(type);
    const calledKey = await calledBy(world, key);
    await world.setVariables(calledKey, { amount: 5 });

    // then
    expect(job.processInstanceKey).toBe(calledKey);
    expect(job.variables).toEqual({ amount: 1, person: { name: 'Ada' }, mapped: 2 });
    expect(await world.variables(key)).toEqual({ amount: 1, person: { name: 'Ada' } });

    // when
    await world.complete(job, { outcome: 'done' });

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.state(calledKey)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ amount: 5, person: { name: 'Ada' }, outcome: 'done' });
  });

  scenario(134, 'the called instance names its caller', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    await world.deploy(caller(id, { processId: called }).end().toXml(), worker(called, type));

    // when
    const key = await world.create(id);
    const { body } = await world.rest.ask('GET', `/process-instances/${await calledBy(world, key)}`);

    // then
    const { elementInstanceKey } = await world.element(key, 'call');
    expect(body).toMatchObject({ parentProcessInstanceKey: key, parentElementInstanceKey: elementInstanceKey });
  });

  scenario(135, 'without propagation of parent variables the called process starts empty', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const call = { processId: called, propagateAllParentVariables: false };
    await world.deploy(caller(id, call).end().toXml(), worker(called, type));

    // when
    await world.create(id, { amount: 1 });

    // then
    expect((await world.job(type)).variables).toEqual({});
  });

  scenario(135, 'without propagation of parent variables only mapped ones arrive', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const call = { processId: called, propagateAllParentVariables: false, inputs: { total: '= amount + 1' } };
    await world.deploy(caller(id, call).end().toXml(), worker(called, type));

    // when
    await world.create(id, { amount: 1 });

    // then
    expect((await world.job(type)).variables).toEqual({ total: 2 });
  });

  scenario(136, 'without propagation of child variables nothing returns', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const call = { processId: called, propagateAllChildVariables: false };
    await world.deploy(caller(id, call).end().toXml(), worker(called, type));

    // when
    const key = await world.create(id, { amount: 1 });
    await world.complete(await world.job(type), { amount: 2, outcome: 'done' });

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.variables(key)).toEqual({ amount: 1 });
  });

  for (const propagateAllChildVariables of [true, false]) {
    const setting = propagateAllChildVariables ? 'on' : 'off';
    scenario(136, `output mappings decide what returns, with propagation ${setting}`, async (world) => {
      // given
      const [id, called, type] = threeNames(world);
      const call = { processId: called, propagateAllChildVariables, outputs: { result: '= outcome' } };
      await world.deploy(caller(id, call).end().toXml(), worker(called, type));

      // when
      const key = await world.create(id, { amount: 1 });
      await world.complete(await world.job(type), { amount: 2, outcome: 'done', other: true });

      // then
      await world.reaches(key, 'COMPLETED');
      expect(await world.variables(key)).toEqual({ amount: 1, result: 'done' });
    });
  }

  scenario(137, 'the latest version is called, though it was deployed after the caller started', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const calling = bpmnProcess(id)
      .start()
      .serviceTask('before', { type: `${type}_before` })
      .callActivity('call', { processId: called })
      .end()
      .toXml();
    await world.deploy(calling, worker(called, `${type}_first`));
    await world.create(id);

    // when
    await world.deploy(worker(called, `${type}_second`));
    await world.complete(await world.job(`${type}_before`));

    // then
    expect((await world.job(`${type}_second`)).elementId).toBe('work');
    expect(await world.activate(`${type}_first`)).toEqual([]);
  });

  scenario(138, 'bound to its deployment, the caller keeps calling the version deployed with it', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const calling = caller(id, { processId: called, binding: 'deployment' }).end().toXml();
    await world.deploy(calling, worker(called, `${type}_first`));
    await world.deploy(worker(called, `${type}_second`));

    // when
    await world.create(id);

    // then
    expect((await world.job(`${type}_first`)).elementId).toBe('work');
    expect(await world.activate(`${type}_second`)).toEqual([]);
  });

  scenario(139, 'the process to call is computed; a missing one can be deployed and called then', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    await world.deploy(caller(id, { processId: '= target' }).end().toXml());
    const key = await world.create(id, { target: called });
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'CALLED_ELEMENT_ERROR', elementId: 'call' });
    expect(incident['errorMessage']).toContain(called);

    // when
    await world.deploy(worker(called, type));
    await world.resolve(incident);

    // then
    await world.complete(await world.job(type));
    await world.reaches(key, 'COMPLETED');
    expect(await world.incidents(key)).toEqual([]);
  });

  scenario(139, 'resolved without a remedy, there is an incident again and nothing was called', async (world) => {
    // given
    const [id, called] = threeNames(world);
    await world.deploy(caller(id, { processId: '= target' }).end().toXml());
    const key = await world.create(id, { target: called });
    const before = await world.incident(key);

    // when
    await world.resolve(before);

    // then
    const after = await world.incident(key);
    expect(after['errorType']).toBe('CALLED_ELEMENT_ERROR');
    expect(after['incidentKey']).not.toBe(before['incidentKey']);
    expect(await world.called(key)).toEqual([]);
  });

  scenario(139, 'a process id that is no text is an incident; fixed, the call happens', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    await world.deploy(caller(id, { processId: '= target' }).end().toXml(), worker(called, type));
    const key = await world.create(id, { target: 42 });
    const incident = await world.incident(key);
    expect(incident['errorType']).toBe('EXTRACT_VALUE_ERROR');

    // when
    await world.setVariables(key, { target: called });
    await world.resolve(incident);

    // then
    expect((await world.job(type)).elementId).toBe('work');
  });

  scenario(140, 'an error end event of the called process is caught on the call activity', async (world) => {
    // given
    const [id, called] = threeNames(world);
    const calling = caller(id, { processId: called })
      .boundary('refused', { event: { error: 'refused' } }, (path) => path.end('caught'))
      .end('passed')
      .toXml();
    const failing = bpmnProcess(called)
      .start()
      .end('fail', { event: { error: 'refused' } })
      .toXml();
    await world.deploy(calling, failing);

    // when
    const key = await world.create(id);

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toContain('caught');
    expect(await world.elements(key)).not.toContain('passed');
    expect(await world.state(await calledBy(world, key))).toBe('TERMINATED');
  });

  scenario(140, 'an error thrown for a job two calls deep is caught by the outermost caller', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const between = world.name('between');
    const calling = caller(id, { processId: between })
      .end('passed')
      .eventSubProcess('rescue', (path) => path.start('failed', { event: { error: 'broken' } }).end('rescued'))
      .toXml();
    await world.deploy(calling, caller(between, { processId: called }).end().toXml(), worker(called, type));
    const key = await world.create(id);

    // when
    await world.throwError(await world.job(type), 'broken');

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toContain('rescued');
    const betweenKey = await calledBy(world, key);
    expect(await world.state(betweenKey)).toBe('TERMINATED');
    expect(await world.state(await calledBy(world, betweenKey))).toBe('TERMINATED');
  });

  const escalating = (id: string, type: string) =>
    bpmnProcess(id)
      .start()
      .throwEvent('escalate', { event: { escalation: 'late' } })
      .serviceTask('work', { type })
      .end()
      .toXml();

  scenario(140, 'an escalation of the called process ends the call when it is caught interrupting', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const calling = caller(id, { processId: called })
      .boundary('late', { event: { escalation: 'late' } }, (path) => path.end('caught'))
      .end('passed')
      .toXml();
    await world.deploy(calling, escalating(called, type));

    // when
    const key = await world.create(id);

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toContain('caught');
    expect(await world.state(await calledBy(world, key))).toBe('TERMINATED');
    expect(await world.activate(type)).toEqual([]);
  });

  scenario(140, 'an escalation of the called process lets it go on when caught non-interrupting', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const calling = caller(id, { processId: called })
      .boundary('late', { event: { escalation: 'late' }, interrupting: false }, (path) => path.end('caught'))
      .end('passed')
      .toXml();
    await world.deploy(calling, escalating(called, type));

    // when
    const key = await world.create(id);
    await world.complete(await world.job(type));

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['caught', 'passed']));
    expect(await world.state(await calledBy(world, key))).toBe('COMPLETED');
  });

  scenario(141, 'a boundary event terminates what was called and drops its variables', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const withdrawn = world.name('withdrawn');
    const calling = caller(id, { processId: called })
      .boundary('withdraw', { event: { message: withdrawn, correlationKey: '= "one"' } }, (path) => path.end('caught'))
      .end('passed')
      .toXml();
    await world.deploy(calling, worker(called, type));
    const key = await world.create(id, { amount: 1 });
    const job = await world.job(type);
    const calledKey = await calledBy(world, key);
    await world.setVariables(calledKey, { amount: 2, draft: true });

    // when
    await world.publish(withdrawn, 'one');

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toContain('caught');
    expect(await world.elements(key)).not.toContain('passed');
    expect(await world.variables(key)).toEqual({ amount: 1 });
    expect(await world.state(calledKey)).toBe('TERMINATED');
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
  });

  scenario(142, 'a terminate end event in the called process completes the call', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const terminating = bpmnProcess(called)
      .start()
      .parallelGateway('fork')
      .branch((path) => path.serviceTask('slow', { type: `${type}_slow` }).end())
      .branch((path) => path.serviceTask('work', { type }).end('stop', { event: { terminate: true } }))
      .toXml();
    await world.deploy(caller(id, { processId: called }).end('passed').toXml(), terminating);
    const key = await world.create(id);
    const slow = await world.job(`${type}_slow`);

    // when
    await world.complete(await world.job(type), { outcome: 'stopped' });

    // then
    await world.reaches(key, 'COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['call', 'passed']));
    expect(await world.variables(key)).toEqual({ outcome: 'stopped' });
    const calledKey = await calledBy(world, key);
    expect(await world.state(calledKey)).toBe('COMPLETED');
    expect(await world.elements(calledKey, 'TERMINATED')).toEqual(['slow']);
    expect(await world.refusal(world.complete(slow))).toMatchObject({ code: status.NOT_FOUND });
  });

  scenario(143, 'a process without none start event cannot be called; a version with one can', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    const onMessage = bpmnProcess(called)
      .start('arrive', { event: { message: world.name('arrive') } })
      .end()
      .toXml();
    await world.deploy(caller(id, { processId: called }).end().toXml(), onMessage);
    const key = await world.create(id);
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'CALLED_ELEMENT_ERROR', elementId: 'call' });
    expect(incident['errorMessage']).toMatch(/none start event/);
    expect(await world.called(key)).toEqual([]);

    // when
    await world.deploy(worker(called, type));
    await world.resolve(incident);

    // then
    await world.complete(await world.job(type));
    await world.reaches(key, 'COMPLETED');
  });

  scenario(134, 'a called process returns to its caller after a restart', async (world) => {
    // given
    const [id, called, type] = threeNames(world);
    await world.deploy(caller(id, { processId: called }).end().toXml(), worker(called, type));
    const key = await world.create(id, { amount: 1 });
    const job = await world.job(type);

    // when
    await world.restart();
    await world.complete(job, { outcome: 'done' });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ amount: 1, outcome: 'done' });
  });
});
