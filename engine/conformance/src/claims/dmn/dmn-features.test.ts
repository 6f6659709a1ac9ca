import { dmnFeatures } from '@irisflow/dmn';
import { featureModels, featureVariables } from '@irisflow/dmn/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leave } from '../../kit/claim.ts';
import { startWorld } from '../../kit/start-world.ts';
import type { World } from '../../kit/world.ts';

const INVALID_ARGUMENT = 3;

describe('Every feature of DMN works or is refused by name', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('postgres');
  });
  afterAll(() => world.stop());

  const deploy = async (model: string) =>
    world.raw.call('DeployResource', { resources: [{ name: 'model.dmn', content: Buffer.from(model) }] });

  /** The result of the decision or service that the model is about. */
  const evaluate = async (decisionId: string, variables: object): Promise<unknown> => {
    const request = { decisionId, variables: JSON.stringify(variables) };
    return JSON.parse(String((await world.raw.call('EvaluateDecision', request))['decisionOutput']));
  };

  test.for(dmnFeatures.filter(({ status }) => status === 'works'))('$feature', async ({ feature }, { task }) => {
    // given
    const [model = '', expected] = featureModels[feature] ?? [];
    await deploy(model);

    // when
    const isService = feature === 'decision service';
    const output = await evaluate(isService ? 's' : 'd', isService ? { i: 'it' } : featureVariables);

    // then
    expect(output).toEqual(expected);
    leave(task, {
      claim: { section: 'dmn', group: 'Works', subject: feature, outcome: 'works', note: '', shownBy: [] },
    });
  });

  test.for(dmnFeatures.filter(({ status }) => status === 'refused'))('$feature', async ({ feature }, { task }) => {
    // given
    const [model = ''] = featureModels[feature] ?? [];

    // when
    const { code, details } = await world.refusal(deploy(model));

    // then
    expect(code).toBe(INVALID_ARGUMENT);
    const note = details.split('\n').at(-1) ?? '';
    expect(note).toContain('Expected');
    leave(task, {
      claim: { section: 'dmn', group: 'Refused', subject: feature, outcome: 'refused', note, shownBy: [] },
    });
  });
});
