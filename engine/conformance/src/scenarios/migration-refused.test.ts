import { status } from '@grpc/grpc-js';
import type { DrawPath } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { deployDrawn, migrate } from '../kit/migrate.ts';
import { scenarios } from '../kit/scenarios.ts';
import { userTaskOf } from '../kit/user-tasks.ts';
import { completeEach } from '../kit/commands.ts';

const NOBODY = '2251799813685248';
const HOUR = { timer: { duration: 'PT1H' } } as const;

/** A task `work` with two timers on its boundary, beside a task in a scope of its own and a person's task. */
const source =
  (type: string): DrawPath =>
  (path) =>
    path
      .parallelGateway('fork')
      .branch((branch) =>
        branch
          .serviceTask('work', { type })
          .boundary('late', { event: HOUR }, (late) => late.end())
          .boundary('later', { event: HOUR }, (later) => later.end())
          .end(),
      )
      .branch((branch) =>
        branch
          .subProcess('scope', (inner) =>
            inner
              .start('s')
              .serviceTask('inside', { type: `${type}_inside` })
              .end('e'),
          )
          .end(),
      )
      .branch((branch) => branch.userTask('decide').end())
      .branch((branch) => branch.catchEvent('wait', { event: HOUR }).end())
      .breakOff();

/** What each element of the source could become, and what not. */
const target: DrawPath = (path) =>
  path
    .serviceTask('work', { type: 'any' })
    .boundary('late', { event: HOUR }, (late) => late.end())
    .boundary('stopped', { event: { signal: 'stop' } }, (stopped) => stopped.end())
    .serviceTask('other', { type: 'any' })
    .boundary('otherLate', { event: HOUR }, (late) => late.end())
    .serviceTask('repeated', { type: 'any', multiInstance: { inputCollection: '= [1]' } })
    .sendTask('send', { type: 'any' })
    .subProcess('scope', (inner) => inner.start('s').serviceTask('inside', { type: 'any' }).end('e'))
    .serviceTask('outside', { type: 'any' })
    .userTask('decide')
    .userTask('decideByJob', { implementation: 'job' })
    .catchEvent('wait', { event: HOUR })
    .catchEvent('signaled', { event: { signal: 'go' } });

type Pairs = readonly (readonly [string, string])[];

const fitting: Pairs = [
  ['work', 'work'],
  ['scope', 'scope'],
  ['inside', 'inside'],
  ['decide', 'decide'],
  ['wait', 'wait'],
];

const instead = (of: string, becomes: string): Pairs =>
  fitting.map(([from, to]) => (from === of ? [from, becomes] : [from, to]));

const refusals = [
  {
    why: 'an element is mapped twice',
    pairs: [...fitting, ['work', 'other']],
    code: 'INVALID_ARGUMENT',
    words: ["'work'", 'more than once'],
  },
  {
    why: 'the instance has no such element',
    pairs: [...fitting, ['nowhere', 'work']],
    code: 'INVALID_ARGUMENT',
    words: ["'nowhere'", 'source'],
  },
  {
    why: 'the target has no such element',
    pairs: instead('work', 'nowhere'),
    code: 'INVALID_ARGUMENT',
    words: ["'nowhere'", 'target'],
  },
  {
    why: 'an active element is not mapped',
    pairs: fitting.slice(1),
    code: 'FAILED_PRECONDITION',
    words: ['no mapping', "'work'"],
  },
  {
    why: 'an element would become another kind',
    pairs: instead('work', 'send'),
    code: 'FAILED_PRECONDITION',
    words: ["'work'", "'send'", 'differ'],
  },
  {
    why: 'a task would begin to repeat',
    pairs: instead('work', 'repeated'),
    code: 'FAILED_PRECONDITION',
    words: ["'repeated'", 'differ'],
  },
  {
    why: 'an event would wait for another kind of trigger',
    pairs: instead('wait', 'signaled'),
    code: 'FAILED_PRECONDITION',
    words: ["'signaled'", 'differ'],
  },
  {
    why: 'a boundary event would wait for another kind of trigger',
    pairs: [...fitting, ['late', 'stopped']],
    code: 'FAILED_PRECONDITION',
    words: ["'stopped'", 'differ'],
  },
  {
    why: 'a user task would be kept by a worker',
    pairs: instead('decide', 'decideByJob'),
    code: 'FAILED_PRECONDITION',
    words: ["'decideByJob'", 'differ'],
  },
  {
    why: 'an element would leave its scope',
    pairs: instead('inside', 'outside'),
    code: 'FAILED_PRECONDITION',
    words: ["'inside'", 'scope'],
  },
  {
    why: 'an element would enter a scope',
    pairs: instead('work', 'inside'),
    code: 'FAILED_PRECONDITION',
    words: ["'work'", 'scope'],
  },
  {
    why: 'a boundary event would leave its activity',
    pairs: [...fitting, ['late', 'otherLate']],
    code: 'FAILED_PRECONDITION',
    words: ["'late'", 'detached'],
  },
  {
    why: 'two boundary events would become one',
    pairs: [...fitting, ['late', 'late'], ['later', 'late']],
    code: 'FAILED_PRECONDITION',
    words: ["'late'", 'more than one'],
  },
] as const satisfies readonly { why: string; pairs: Pairs; code: keyof typeof status; words: readonly string[] }[];

scenarios('OP', 'Migrations that are refused', (scenario) => {
  for (const { why, pairs, code, words } of refusals) {
    scenario(221, `nothing migrates when ${why}`, async (world) => {
      // given
      const type = world.name('work');
      const [from, to] = [await deployDrawn(world, source(type)), await deployDrawn(world, target)];
      const key = await world.create(from.id);
      const before = await world.elements(key);

      // when
      const refusal = await world.refusal(migrate(world, key, to, pairs));

      // then
      expect([refusal.code, refusal.details]).toEqual([status[code], expect.stringContaining(key)]);
      for (const word of words) expect(refusal.details).toContain(word);
      expect(await world.elements(key)).toEqual(before);
      expect((await world.rest.ask('GET', `/process-instances/${key}`)).body['processDefinitionKey']).toBe(from.key);
      await completeEach(world, type, `${type}_inside`);
      expect(await (await userTaskOf(world, key)).complete()).toMatchObject({ status: 204 });
      await world.advance(3_600_000);
      expect(await world.state(key)).toBe('COMPLETED');
    });
  }

  scenario(221, 'what fits migrates', async (world) => {
    const type = world.name('work');
    const [from, to] = [await deployDrawn(world, source(type)), await deployDrawn(world, target)];
    const key = await world.create(from.id);
    await migrate(world, key, to, [...fitting, ['late', 'late']]);
    expect(await world.elements(key, 'ACTIVE')).toEqual([to.id, 'work', 'scope', 'decide', 'wait', 'inside']);
  });

  scenario(221, 'an instance or a target that is not there is not found', async (world) => {
    // given
    const type = world.name('work');
    const [from, to] = [await deployDrawn(world, source(type)), await deployDrawn(world, target)];
    const [over, key] = [await world.create(from.id), await world.create(from.id)];
    await world.cancel(over);

    // when
    const refusals = [
      await world.refusal(migrate(world, NOBODY, to, fitting)),
      await world.refusal(migrate(world, over, to, fitting)),
      await world.refusal(migrate(world, key, { key: NOBODY }, fitting)),
    ];

    // then
    expect(refusals).toEqual(
      [NOBODY, over, NOBODY].map((missing) => ({
        code: status.NOT_FOUND,
        details: expect.stringContaining(missing),
      })),
    );
  });

  scenario(221, 'a token that waits before a join needs the same flow in the target', async (world) => {
    // given
    const type = world.name('branch');
    const joining =
      (join: string): DrawPath =>
      (path) =>
        path
          .parallelGateway('fork')
          .branch((branch) => branch.serviceTask('a', { type: `${type}_a` }).parallelGateway(join))
          .branch((branch) => branch.serviceTask('b', { type: `${type}_b` }).connectTo(join))
          .at(join);
    const [from, same] = [await deployDrawn(world, joining('join')), await deployDrawn(world, joining('join'))];
    const other = await deployDrawn(world, joining('meeting'));
    const key = await world.create(from.id);
    await completeEach(world, `${type}_a`);

    // when
    const { code, details } = await world.refusal(migrate(world, key, other, [['b', 'b']]));
    await migrate(world, key, same, [
      ['b', 'b'],
      ['join', 'join'],
    ]);

    // then
    expect([code, details]).toEqual([status.FAILED_PRECONDITION, expect.stringContaining('token')]);
    await completeEach(world, `${type}_b`);
    expect(await world.state(key)).toBe('COMPLETED');
  });
});
