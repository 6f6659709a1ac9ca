import { status } from '@grpc/grpc-js';
import { bpmnProcess, type ActivityOptions } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { oneTask, startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

interface NestedOptions {
  readonly outer?: ActivityOptions;
  readonly inner?: ActivityOptions;
  readonly variables?: object;
}

/** Starts a task `work` in a sub-process `outer`, followed by a task `after`; gives the job of the first. */
const startNested = async (world: World, { outer = {}, inner = {}, variables = {} }: NestedOptions = {}) => {
  const [id, type, after] = [world.name('nested'), world.name('work'), world.name('after')];
  await world.deploy(
    bpmnProcess(id)
      .start()
      .subProcess(
        'outer',
        (path) =>
          path
            .start()
            .serviceTask('work', { ...inner, type })
            .end(),
        outer,
      )
      .serviceTask('next', { type: after })
      .end()
      .toXml(),
  );
  const key = await world.create(id, variables);
  const outerKey = String((await world.element(key, 'outer'))['elementInstanceKey']);
  return { key, outerKey, after, job: await world.job(type) };
};

scenarios('VM', 'Variables', (scenario) => {
  scenario(93, 'a result goes to the nearest scope that has the name, else to the root', async (world) => {
    // given
    const { key, outerKey, job } = await startNested(world, {
      outer: { inputs: { middle: '= 1' } },
      inner: { inputs: { own: '= 1' } },
      variables: { middle: 'root', far: 'root' },
    });

    // when: a job with the same names in three scopes, and one name that nobody has
    await world.setVariables(outerKey, { kept: 1 }, 'local');
    await world.complete(job, { own: 2, middle: 2, far: 2, fresh: 2 });

    // then
    expect(await world.variables(job.elementInstanceKey)).toEqual({ own: 2 });
    expect(await world.variables(outerKey)).toEqual({ middle: 2, kept: 1 });
    expect(await world.variables(key)).toEqual({ middle: 'root', far: 2, fresh: 2 });
  });

  scenario(93, 'a message goes the same way', async (world) => {
    // given
    const [id, message, after] = [world.name('receives'), world.name('paid'), world.name('after')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess(
          'outer',
          (path) =>
            path
              .start()
              .receiveTask('wait', { message, correlationKey: '= id' })
              .serviceTask('inside', { type: after })
              .end(),
          { inputs: { sum: '= 0' } },
        )
        .end()
        .toXml(),
    );
    const key = await world.create(id, { id });

    // when
    await world.publish(message, id, { variables: { sum: 12, by: 'bank' } });

    // then
    expect((await world.job(after)).variables).toEqual({ id, sum: 12, by: 'bank' });
    expect(await world.variables(key)).toEqual({ id, by: 'bank' });
  });

  scenario(100, 'variables are set where the name is found upward, or exactly there', async (world) => {
    // given
    const { key, outerKey, job } = await startNested(world, {
      outer: { inputs: { middle: '= 1' } },
      variables: { top: 1 },
    });

    // when
    await world.setVariables(job.elementInstanceKey, { middle: 2, top: 2, fresh: 2 });
    await world.setVariables(job.elementInstanceKey, { top: 'task', own: 3 }, 'local');
    await world.setVariables(outerKey, { top: 'outer' }, 'local');
    const { key: changeKey } = await world.raw.call('SetVariables', {
      elementInstanceKey: key,
      variables: '{"top":5}',
      local: true,
    });

    // then
    expect(Number(changeKey)).toBeGreaterThan(0);
    expect(await world.variables(job.elementInstanceKey)).toEqual({ top: 'task', own: 3 });
    expect(await world.variables(outerKey)).toEqual({ middle: 2, top: 'outer' });
    expect(await world.variables(key)).toEqual({ top: 5, fresh: 2 });
  });

  scenario(100, 'a worker sees what was set before it took the job', async (world) => {
    // given
    const { key, type } = await startOneTask(world, { variables: { count: 1 } });

    // when
    await world.client.setVariables({ elementInstanceKey: key, variables: { count: 2, late: true }, local: false });

    // then
    expect((await world.job(type)).variables).toEqual({ count: 2, late: true });
  });

  scenario(100, 'variables of an unknown or finished scope cannot be set', async (world) => {
    // given
    const { key, job } = await startNested(world);
    await world.complete(job);

    // when
    const refusals = [
      await world.refusal(world.setVariables('4503599627370497', { a: 1 })),
      await world.refusal(world.setVariables(job.elementInstanceKey, { a: 1 })),
      await world.refusal(world.setVariables(job.elementInstanceKey, { a: 1 }, 'local')),
    ];
    await world.cancel(key);
    refusals.push(await world.refusal(world.setVariables(key, { a: 1 })));

    // then
    for (const { code, details } of refusals) {
      expect(code).toBe(status.NOT_FOUND);
      expect(details).toMatch(/^Command 'UPDATE' rejected with code 'NOT_FOUND': .*no such element/);
    }
  });

  scenario(100, 'a document that is no JSON object changes nothing', async (world) => {
    // given
    const { key } = await startOneTask(world, { variables: { a: 1 } });
    const set = (variables: string) => world.raw.call('SetVariables', { elementInstanceKey: key, variables });

    // when
    const refusals = await Promise.all(
      ['[1]', '"a"', '7', 'true', '{"a":', 'a'].map((text) => world.refusal(set(text))),
    );

    // then
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => status.INVALID_ARGUMENT));
    expect(refusals[0]?.details).toMatch(/JSON object/);
    expect(await world.variables(key)).toEqual({ a: 1 });
  });

  scenario(101, 'a variable of a sub-process is gone after it, unless it is mapped', async (world) => {
    // given
    const options = { inputs: { local: '= 1', temporary: '= 1' } };
    const [plain, mapped] = [
      await startNested(world, { outer: options }),
      await startNested(world, { outer: { ...options, outputs: { kept: '= local + 1' } } }),
    ];

    // when
    for (const { job } of [plain, mapped]) await world.complete(job, { local: 5, fresh: 6 });

    // then
    expect((await world.job(plain.after)).variables).toEqual({ fresh: 6 });
    expect((await world.job(mapped.after)).variables).toEqual({ fresh: 6, kept: 6 });
    expect(await world.variables(mapped.key)).toEqual({ fresh: 6, kept: 6 });
  });

  scenario(102, 'values of every type come back as they were sent', async (world) => {
    // given
    const variables = {
      text: 'Rue de la Loi 16',
      empty: '',
      escaped: 'tab\t quote" backslash\\ line\n nul\u0000 control\u001f',
      unicode: 'Ængelsk ñandú 漢字 עברית 👩‍👩‍👧‍👦 e\u0301',
      whole: 42,
      negative: -7,
      fraction: 0.1,
      tiny: 5e-324,
      huge: 1.7976931348623157e308,
      yes: true,
      no: false,
      nothing: null,
      list: [1, 'two', null, [true, []], {}],
      noList: [],
      nested: { a: { b: { c: [{ d: null }] } }, 'with space': 1, 'with.dot': 2 },
      noMembers: {},
    };
    const { type, key } = await startOneTask(world, { variables });

    // when
    const job = await world.job(type);
    await world.complete(job, { answer: job.variables });

    // then
    expect(job.variables).toEqual(variables);
    expect(await world.variables(key)).toEqual({ ...variables, answer: variables });
  });

  scenario(102, 'integers keep every digit up to 64 bits, and longer ones are refused', async (world) => {
    // given
    const [id, type] = [world.name('digits'), world.name('work')];
    await world.deploy(oneTask(id, { type }));
    const integers = ['9007199254740993', '-9223372036854775808', '9223372036854775807'];
    const variables = `{"list":[${integers.join(',')}],"member":{"n":${integers[2]}}}`;
    const create = (text: string) =>
      world.raw.call('CreateProcessInstance', { bpmnProcessId: id, version: -1, variables: text });

    // when
    const { processInstanceKey } = await create(variables);
    const request = { type, worker: 'w', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: -1 };
    const [message] = await world.raw.stream('ActivateJobs', request).toArray();
    const found = await world.rest.ask('POST', '/variables/search', { filter: { processInstanceKey } });

    // then
    expect(message).toMatchObject({ jobs: [{ variables }] });
    for (const integer of integers) expect(found.text).toContain(integer);
    for (const tooLong of ['9223372036854775808', '-9223372036854775809', '123456789012345678901234567890']) {
      const { code, details } = await world.refusal(create(`{"n":${tooLong}}`));
      expect(code).toBe(status.INVALID_ARGUMENT);
      expect(details).toContain(tooLong);
    }
  });

  scenario(104, 'what one parallel branch sets the other sees through their shared scope', async (world) => {
    // given
    const [id, first, second] = [world.name('parallel'), world.name('first'), world.name('second')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess(
          'shared',
          (path) =>
            path
              .start('begin')
              .parallelGateway('fork')
              .branch((left) => left.serviceTask('left', { type: first }).parallelGateway('join'))
              .branch((right) => right.serviceTask('right', { type: second }).connectTo('join'))
              .at('join')
              .end(),
          { inputs: { level: '= "shared"' } },
        )
        .end()
        .toXml(),
    );
    const key = await world.create(id, { root: 'old' });

    // when
    await world.complete(await world.job(first), { level: 'from the left', root: 'new', fresh: 1 });
    const job = await world.job(second);

    // then
    expect(job.variables).toEqual({ level: 'from the left', root: 'new', fresh: 1 });
    await world.complete(job, { fresh: 2 });
    expect(await world.variables(key)).toEqual({ root: 'new', fresh: 2 });
  });
});
