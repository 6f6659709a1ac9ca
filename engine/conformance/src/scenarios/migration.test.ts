import type { BoundaryOptions, DrawPath } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { deployDrawn, migrate } from '../kit/migrate.ts';
import { oneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import { userTaskOf } from '../kit/user-tasks.ts';
import type { World } from '../kit/world.ts';
import { awaitedMessages } from '../kit/queries.ts';
import { completeEach } from '../kit/commands.ts';

const [HALF_AN_HOUR, HOUR] = [1_800_000, 3_600_000];

/** Draws a task with something on its boundary, which leads to an event of the name `id` and `Passed`. */
const guarded =
  (task: string, type: string, id: string, event: BoundaryOptions['event']): DrawPath =>
  (path) =>
    path.serviceTask(task, { type }).boundary(id, { event }, (aside) => aside.end(`${id}Passed`));

const lateAfter = (duration: string): BoundaryOptions['event'] => ({ timer: { duration } });

/** Starts a task with a timer of one hour on its boundary, waits half of it, and migrates. */
const migrateTimer = async (world: World, draw: DrawPath, pairs: readonly (readonly [string, string])[]) => {
  const source = await deployDrawn(world, guarded('work', world.name('work'), 'late', lateAfter('PT1H')));
  const target = await deployDrawn(world, draw);
  const key = await world.create(source.id);
  await world.advance(HALF_AN_HOUR);
  await migrate(world, key, target, pairs);
  return key;
};

scenarios('OP', 'Migration of running instances', (scenario) => {
  scenario(220, 'a service task keeps its job, and the instance goes on in the target', async (world) => {
    // given
    const [type, next] = [world.name('work'), world.name('next')];
    const source = await deployDrawn(world, (path) => path.serviceTask('work', { type, retries: 5 }).task('oldNext'));
    const target = await deployDrawn(world, (path) =>
      path.serviceTask('labor', { type: `${type}_other` }).serviceTask('next', { type: next }),
    );
    const key = await world.create(source.id, { x: 1 });
    const job = await world.job(type);

    // when
    await migrate(world, key, target, [['work', 'labor']]);

    // then
    expect(await world.elements(key, 'ACTIVE')).toEqual([target.id, 'labor']);
    expect((await world.rest.ask('GET', `/process-instances/${key}`)).body).toMatchObject({
      processDefinitionId: target.id,
      processDefinitionKey: target.key,
      state: 'ACTIVE',
    });
    expect(await world.jobs(key)).toMatchObject([
      { jobKey: job.key, elementId: 'labor', type, retries: 5, worker: 'conformance' },
    ]);
    expect(await world.activate(`${type}_other`)).toEqual([]);
    await world.complete(job, { y: 2 });
    await completeEach(world, next);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ x: 1, y: 2 });
    expect(await world.elements(key)).not.toContain('oldNext');
  });

  scenario(220, 'an instance migrates through REST, onto a later version of its own process too', async (world) => {
    // given
    const [id, type] = [world.name('versions'), world.name('work')];
    await world.deploy(oneTask(id, { type }));
    const key = await world.create(id);
    const [{ process } = {}] = await world.deploy(oneTask(id, { type: `${type}_second` }));
    const { processDefinitionKey: targetProcessDefinitionKey } = process as { processDefinitionKey: string };

    // when
    const mappingInstructions = [{ sourceElementId: 'work', targetElementId: 'work' }];
    const body = { targetProcessDefinitionKey, mappingInstructions };
    const answer = await world.rest.ask('POST', `/process-instances/${key}/migration`, body);

    // then
    expect(answer.status).toBe(204);
    const { body: instance } = await world.rest.ask('GET', `/process-instances/${key}`);
    expect(instance).toMatchObject({ processDefinitionKey: targetProcessDefinitionKey, processDefinitionVersion: 2 });
    await completeEach(world, type);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(220, 'a user task keeps its assignee and all else that people gave it', async (world) => {
    // given
    const source = await deployDrawn(world, (path) => path.userTask('decide', { candidateGroups: 'permits' }));
    const target = await deployDrawn(world, (path) =>
      path.userTask('judge', { assignee: 'nobody', candidateGroups: 'archive', priority: 1 }),
    );
    const key = await world.create(source.id);
    const task = await userTaskOf(world, key);
    await task.assign('ann');
    await task.update({ priority: 99 });

    // when
    await migrate(world, key, target, [['decide', 'judge']]);

    // then
    expect(await task.see()).toMatchObject({
      elementId: 'judge',
      state: 'CREATED',
      assignee: 'ann',
      candidateGroups: ['permits'],
      priority: 99,
      processDefinitionId: target.id,
    });
    expect(await task.complete({ granted: true })).toMatchObject({ status: 204 });
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ granted: true });
  });

  scenario(220, 'a timer that is mapped stays due when it was, and leads on in the target', async (world) => {
    // given
    const draw = guarded('labor', world.name('labor'), 'overdue', lateAfter('PT9H'));
    const pairs = [
      ['work', 'labor'],
      ['late', 'overdue'],
    ] as const;
    const key = await migrateTimer(world, draw, pairs);
    expect(await world.state(key)).toBe('ACTIVE');

    // when
    await world.advance(HALF_AN_HOUR);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toContain('overduePassed');
  });

  scenario(220, 'a timer that is not mapped ends, and that of the target begins anew', async (world) => {
    // given
    const draw = guarded('labor', world.name('labor'), 'overdue', lateAfter('PT1H'));
    const key = await migrateTimer(world, draw, [['work', 'labor']]);

    // when, then
    await world.advance(HALF_AN_HOUR);
    expect(await world.state(key)).toBe('ACTIVE');
    await world.advance(HALF_AN_HOUR);
    expect(await world.elements(key, 'COMPLETED')).toContain('overduePassed');
  });

  scenario(220, 'a timer that the target does not have never fires', async (world) => {
    const type = world.name('labor');
    const migrated = await migrateTimer(world, (path) => path.serviceTask('labor', { type }), [['work', 'labor']]);
    await world.advance(HOUR);
    expect(await world.elements(migrated, 'ACTIVE')).toContain('labor');
  });

  scenario(220, 'a message is still awaited under its old name and key', async (world) => {
    // given
    const [old, other] = [world.name('old'), world.name('other')];
    const source = await deployDrawn(world, (path) =>
      path.receiveTask('wait', { message: old, correlationKey: '= order' }),
    );
    const target = await deployDrawn(world, (path) =>
      path.receiveTask('await', { message: other, correlationKey: '= "fixed"' }),
    );
    const key = await world.create(source.id, { order: 'A-1' });

    // when
    await migrate(world, key, target, [['wait', 'await']]);

    // then
    expect(await awaitedMessages(world, key)).toEqual(['await']);
    await world.publish(other, 'fixed');
    expect(await world.state(key)).toBe('ACTIVE');
    await world.publish(old, 'A-1', { variables: { paid: true } });
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ order: 'A-1', paid: true });
  });

  scenario(220, 'messages on a boundary: mapped they stay, unmapped they change', async (world) => {
    // given
    const [old, other, type] = [world.name('old'), world.name('other'), world.name('work')];
    const on = (message: string): BoundaryOptions['event'] => ({ message, correlationKey: '= order' });
    const source = await deployDrawn(world, guarded('work', type, 'stop', on(old)));
    const target = await deployDrawn(world, guarded('labor', type, 'halt', on(other)));
    const [kept, changed] = [await world.create(source.id, { order: 1 }), await world.create(source.id, { order: 2 })];

    // when
    await migrate(world, kept, target, [
      ['work', 'labor'],
      ['stop', 'halt'],
    ]);
    await migrate(world, changed, target, [['work', 'labor']]);

    // then
    for (const order of ['1', '2']) await world.publish(old, order);
    expect([await world.state(kept), await world.state(changed)]).toEqual(['COMPLETED', 'ACTIVE']);
    expect(await world.elements(kept)).toContain('haltPassed');
    await world.publish(other, '2');
    expect(await world.elements(changed)).toContain('haltPassed');
  });

  scenario(220, 'an incident stays, and resolved the job goes on in the target', async (world) => {
    // given
    const type = world.name('work');
    const source = await deployDrawn(world, (path) => path.serviceTask('work', { type }));
    const target = await deployDrawn(world, (path) => path.serviceTask('labor', { type: `${type}_other` }));
    const key = await world.create(source.id);
    const job = await world.job(type);
    await world.fail(job, { errorMessage: 'closed' });
    const { incidentKey } = await world.incident(key);

    // when
    await migrate(world, key, target, [['work', 'labor']]);

    // then
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ incidentKey, errorType: 'JOB_NO_RETRIES', elementId: 'labor', jobKey: job.key });
    await world.raw.call('UpdateJobRetries', { jobKey: job.key, retries: 1 });
    await world.resolve(incident);
    await completeEach(world, type);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(220, 'an incident of the model is mended by the model that it migrates to', async (world) => {
    // given
    const type = world.name('work');
    const source = await deployDrawn(world, (path) => path.serviceTask('work', { type: '= missing' }));
    const target = await deployDrawn(world, (path) => path.serviceTask('work', { type }));
    const key = await world.create(source.id);
    const { incidentKey } = await world.incident(key);

    // when
    await migrate(world, key, target, [['work', 'work']]);
    const incident = await world.incident(key);
    await world.resolve(incident);

    // then
    expect(incident['incidentKey']).toBe(incidentKey);
    await completeEach(world, type);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(220, 'scopes, event sub-processes and called instances migrate', async (world) => {
    // given
    const [child, type, called] = [world.name('child'), world.name('work'), world.name('called')];
    await world.deploy(oneTask(child, { type }));
    const draw =
      (outer: string, aside: string, call: string): DrawPath =>
      (path) =>
        path.subProcess(outer, (inner) =>
          inner
            .eventSubProcess(aside, (handler) =>
              handler
                .start('called', { event: { message: called, correlationKey: '= order' }, interrupting: false })
                .task(`${aside}Task`)
                .end('answered'),
            )
            .start('s')
            .callActivity(call, { processId: child })
            .end('e'),
        );
    const source = await deployDrawn(world, draw('outer', 'aside', 'call'));
    const target = await deployDrawn(world, draw('newOuter', 'newAside', 'newCall'));
    const childTarget = await deployDrawn(world, (path) => path.serviceTask('labor', { type }).task('more'));
    const key = await world.create(source.id, { order: 'A-1' });
    const [childKey = ''] = await world.called(key);

    // when
    await migrate(world, key, target, [
      ['outer', 'newOuter'],
      ['aside', 'newAside'],
      ['call', 'newCall'],
    ]);
    await migrate(world, childKey, childTarget, [['work', 'labor']]);

    // then
    await world.publish(called, 'A-1');
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['newAside', 'newAsideTask']));
    await completeEach(world, type);
    expect([await world.state(childKey), await world.state(key)]).toEqual(['COMPLETED', 'COMPLETED']);
    expect(await world.elements(childKey)).toContain('more');
  });
});
