import { bpmnProcess } from '@irisflow/bpmn';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld } from '../kit/start-world.ts';
import type { World } from '../kit/world.ts';
import { anyProcess } from './model/arbitrary.ts';
import { drawModel } from './model/draw.ts';
import { anyMutations, mutate } from './mutation/mutate.ts';
import { readXml, writeXml } from './mutation/xml-tree.ts';
import { search } from './search.ts';
import { fewest, models, patienceFor, seed } from './settings.ts';

const INVALID_ARGUMENT = 3;
/** How long a deployment may take, in milliseconds, on a machine that has other work. */
const LIMIT = 5_000;

/** What random processes lack: listeners, mappings, forms, ad-hoc, conditions, user tasks with all their attributes. */
const everything = bpmnProcess('everything', { versionTag: 'v1' })
  .start()
  .userTask('ask', {
    assignee: '= who',
    candidateGroups: 'a, b',
    dueDate: '2030-01-01T00:00:00Z',
    priority: 40,
    externalReference: 'form',
    headers: { level: '1' },
    taskListeners: [{ on: 'creating', type: 'l' }],
    listeners: [{ on: 'start', type: 'l', retries: 2 }],
  })
  .boundary('changed', { event: { condition: '= a > 1', variableNames: ['a'] }, interrupting: false }, (path) =>
    path.end(),
  )
  .sendTask('send', { type: 'send', retries: '= 3', inputs: { 'a.b': '= 1' }, outputs: { c: '= a.b' } })
  .adHocSubProcess('free', (path) => path.task('one'), { activeElements: '= ["one"]', completionCondition: '= true' })
  .throwEvent('tell', { event: { message: 'm', correlationKey: '= k' }, type: 'tell' })
  .catchEvent('hear', { event: { signal: 's' } })
  .businessRuleTask('decide', { decisionId: 'd', resultVariable: 'x', binding: 'latest' })
  .end('stop', { event: { error: 'E' } })
  .toXml({ layout: 'leftToRight' });

const anyModel = fc.oneof(
  { weight: 2, arbitrary: anyProcess.map((process) => drawModel(process, 'mutant')) },
  fc.constant(everything),
);

describe('mutated models', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('postgres');
  });
  afterAll(() => world.stop());

  /** Deploys; gives the ids of the processes, or null when the file was refused as it should be. */
  const deploy = async (xml: string): Promise<readonly string[] | null> => {
    const before = performance.now();
    try {
      const found = await world.deploy(xml);
      return found.map((one) => (one['process'] as { readonly bpmnProcessId: string }).bpmnProcessId);
    } catch (thrown) {
      const { code, details } = await world.refusal(Promise.reject(thrown));
      expect(code, details).toBe(INVALID_ARGUMENT);
      expect(details).toContain('model-1.bpmn');
      return null;
    } finally {
      expect(performance.now() - before).toBeLessThan(LIMIT);
    }
  };

  /** What deploys can also be started, or says why not; and canceled. */
  const startAndCancel = async (id: string): Promise<void> => {
    let key: string;
    try {
      key = await world.create(id, { c0: 1, c1: 1, c2: 1 });
    } catch (thrown) {
      const { details } = await world.refusal(Promise.reject(thrown));
      expect(details).toContain('none start event');
      return;
    }
    if ((await world.state(key)) === 'ACTIVE')
      await world.raw.call('CancelProcessInstance', { processInstanceKey: key });
  };

  it('are written as they were read when nothing is changed', async () => {
    expect(await deploy(writeXml(readXml(everything)))).toEqual(['everything']);
  });

  it(
    `deploy or are refused with their problems, seed ${seed}`,
    async () => {
      const counts = { deployed: 0, refused: 0 };
      const property = fc.asyncProperty(anyModel, anyMutations, async (model, mutations) => {
        const xml = mutate(model, mutations);
        try {
          const ids = await deploy(xml);
          counts[ids === null ? 'refused' : 'deployed'] += 1;
          for (const id of ids ?? []) await startAndCancel(id);
          expect(world.rest.engine.failures).toEqual([]);
        } catch (cause) {
          throw new Error([JSON.stringify(mutations), xml, String(cause)].join('\n'), { cause });
        }
      });
      await search(property, models * 2);
      expect(Math.min(counts.deployed, counts.refused), JSON.stringify(counts)).toBeGreaterThanOrEqual(
        fewest(models * 2),
      );
    },
    patienceFor(models * 2),
  );
});
