import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { type Changes, modify } from '../kit/modify.ts';
import { oneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { besides, startNested } from './modification-models.ts';
import { completeEach } from '../kit/commands.ts';

const NOBODY = '2251799813685248';

interface Refused {
  readonly why: string;
  readonly words: string;
  changes(world: World, key: string): Promise<Changes> | Changes;
}

const into = (scopeId: string, variables = '{}') => [{ variables, scopeId }];

/** What no modification of an instance at `a` can do. */
const refusals: readonly Refused[] = [
  ...[
    ['an unknown element', 'nowhere', 'no such element'],
    ['a start event', 'begin', 'startEvent'],
    ['a boundary event', 'stopped', 'boundaryEvent'],
    ['a sequence flow', 'flow_begin_a', 'no such element'],
    ['an event behind an event-based gateway', 'hour', 'event-based gateway'],
    ['an element inside a multi-instance activity', 'item', 'multi-instance'],
  ].map(([why = '', elementId = '', words = '']) => ({ why, words, changes: () => ({ activate: [elementId] }) })),
  {
    why: 'an element whose scope has several instances, without an ancestor',
    words: 'ancestor',
    changes: async (world, key) => {
      await modify(world, key, { activate: ['b', besides(key, 'b')] });
      return { activate: ['c'] };
    },
  },
  { why: 'an unknown ancestor', words: NOBODY, changes: () => ({ activate: [besides(NOBODY, 'c')] }) },
  {
    why: 'an ancestor of another instance',
    words: 'ancestor',
    changes: async (world, key) => {
      const other = await startNested(world);
      expect(other.key).not.toBe(key);
      return { activate: [besides(other.key, 'c')] };
    },
  },
  {
    why: 'an ancestor that does not contain the element',
    words: 'flow scope',
    changes: async (world, key) => ({
      activate: [besides(String((await world.element(key, 'a'))['elementInstanceKey']), 'c')],
    }),
  },
  {
    why: 'variables in an unknown scope',
    words: "'nowhere'",
    changes: () => ({ activate: [{ elementId: 'c', variableInstructions: into('nowhere') }] }),
  },
  {
    why: 'variables in an element that does not contain the activated one',
    words: "'d'",
    changes: () => ({ activate: [{ elementId: 'c', variableInstructions: into('d') }] }),
  },
  {
    why: 'variables that are no object',
    words: 'JSON object',
    changes: () => ({ activate: [{ elementId: 'c', variableInstructions: into('outer', '[1]') }] }),
  },
  { why: 'the end of an element that is not active', words: NOBODY, changes: () => ({ terminate: [NOBODY] }) },
  { why: 'the end of an element that has completed', words: 'not active', changes: () => ({ terminate: ['begin'] }) },
];

scenarios('OP', 'Modifications that are refused', (scenario) => {
  for (const { why, words, changes } of refusals) {
    scenario(219, `nothing is modified because of ${why}`, async (world) => {
      // given
      const { id, key } = await startNested(world);
      const { activate = [], terminate = [] } = await changes(world, key);
      const before = await world.elements(key);

      // when
      const { code, details } = await world.refusal(
        modify(world, key, { activate: ['d', ...activate], terminate: ['a', ...terminate] }),
      );

      // then
      expect([code, details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining(words)]);
      expect(await world.elements(key)).toEqual(before);
      expect(await world.activate(`${id}_d`)).toEqual([]);
      await completeEach(world, `${id}_a`);
    });
  }

  scenario(219, 'an instance that is unknown or over is not found', async (world) => {
    const { key } = await startNested(world);
    await world.cancel(key);
    for (const over of [key, NOBODY]) {
      const { code, details } = await world.refusal(modify(world, over, { activate: ['a'] }));
      expect([code, details]).toEqual([status.NOT_FOUND, expect.stringContaining(over)]);
    }
  });

  scenario(219, 'the last element of a called instance is not terminated without its caller', async (world) => {
    // given
    const [parent, child] = [world.name('parent'), world.name('child')];
    await world.deploy(
      oneTask(child, { type: child }),
      bpmnProcess(parent).start().callActivity('call', { processId: child }).end().toXml(),
    );
    const key = await world.create(parent);
    const [called = ''] = await world.called(key);

    // when
    const { code, details } = await world.refusal(modify(world, called, { terminate: ['work'] }));

    // then
    expect([code, details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining('called')]);
    expect([await world.state(key), await world.state(called)]).toEqual(['ACTIVE', 'ACTIVE']);
    await completeEach(world, child);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(219, 'a modification that is too large for the wire is refused as exhausting', async (world) => {
    const { key } = await startNested(world);
    const variableInstructions = into('', JSON.stringify({ text: 'x'.repeat(4_500_000) }));
    const { code } = await world.refusal(modify(world, key, { activate: [{ elementId: 'd', variableInstructions }] }));
    expect(code).toBe(status.RESOURCE_EXHAUSTED);
    expect(await world.elements(key)).not.toContain('d');
  });
});
