import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { describe, expect, test } from 'vitest';
import { serveModel } from '../../../testing/serve-model.ts';

const MODEL = bpmnModel()
  .process('rent', (draw) =>
    draw
      .start()
      .subProcess('part', (inside) => inside.start().userTask('look').userTask('check').end())
      .userTask('decide')
      .end(),
  )
  .toXml();

describe.each([usualStore])('a modification over REST on %s', (kind) => {
  const rest = serveModel(kind, MODEL);

  const start = async () =>
    (await rest().client.createProcessInstance({ processDefinitionId: 'rent', variables: {} })).processInstanceKey;
  const modify = (key: string, body: object) => rest().ask('POST', `/process-instances/${key}/modification`, body);
  const active = (processInstanceKey: string, elementId: object) =>
    rest().search('/element-instances/search', {
      filter: { processInstanceKey, state: 'ACTIVE', elementId },
      sort: [{ field: 'elementInstanceKey' }],
    });
  const tasks = async (key: string) =>
    (await active(key, { $in: ['look', 'check', 'decide'] })).map(({ elementId }) => elementId);
  const inTwoParts = async () => {
    const key = await start();
    const activateInstructions = [{ elementId: 'look', ancestorElementInstanceKey: key }];
    expect((await modify(key, { activateInstructions })).status).toBe(204);
    return key;
  };
  const fromLook = { sourceElementInstruction: { sourceType: 'byId', sourceElementId: 'look' } };
  const inferred = { ancestorScopeInstruction: { ancestorScopeType: 'inferred' } };

  test('moves all instances of an element, each in its own sub-process', async () => {
    // given
    const key = await inTwoParts();
    const scopes = async (elementId: string) =>
      (await active(key, { $eq: elementId })).map(({ elementInstanceScopeKey }) => elementInstanceScopeKey);
    const before = await scopes('look');
    expect(new Set(before).size).toBe(2);

    // when
    const answer = await modify(key, { moveInstructions: [{ ...fromLook, ...inferred, targetElementId: 'check' }] });

    // then
    expect(answer.status).toBe(204);
    expect(await tasks(key)).toEqual(['check', 'check']);
    expect(await scopes('check')).toEqual(before);
  });

  test('moves one instance by its key, with variables in the scope of the target', async () => {
    // given
    const key = await inTwoParts();
    const [first] = await active(key, { $eq: 'look' });
    const sourceElementInstruction = {
      sourceType: 'byKey',
      sourceElementInstanceKey: first?.['elementInstanceKey'],
    };

    // when
    const variableInstructions = [{ variables: { moved: true }, scopeId: 'check' }];
    const ancestorScopeInstruction = { ancestorScopeType: 'sourceParent' };
    const move = { sourceElementInstruction, targetElementId: 'check', ancestorScopeInstruction, variableInstructions };
    const answer = await modify(key, { moveInstructions: [move] });

    // then
    expect(answer.status).toBe(204);
    expect(await tasks(key)).toEqual(['look', 'check']);
    const [check] = await active(key, { $eq: 'check' });
    const filter = { scopeKey: check?.['elementInstanceKey'] };
    expect(await rest().search('/variables/search', { filter })).toMatchObject([{ name: 'moved', value: 'true' }]);
  });

  test('ends all instances of an element, and what only they kept open', async () => {
    const key = await inTwoParts();
    const activateInstructions = [{ elementId: 'decide' }];
    const answer = await modify(key, { activateInstructions, terminateInstructions: [{ elementId: 'look' }] });
    expect(answer.status).toBe(204);
    expect(await tasks(key)).toEqual(['decide']);
    expect(await active(key, { $eq: 'part' })).toEqual([]);
  });

  test('moves all instances of a filter by a batch, each in its own sub-process', async () => {
    // given
    const keys = [await inTwoParts(), await start()];
    const filter = { processInstanceKey: { $in: keys } };

    // when
    const moveInstructions = [{ sourceElementId: 'look', targetElementId: 'check' }];
    const { body } = await rest().ask('POST', '/process-instances/modification', { filter, moveInstructions });

    // then
    const batch = () => rest().ask('GET', `/batch-operations/${String(body['batchOperationKey'])}`);
    await expect.poll(async () => (await batch()).body['state'], { timeout: 20_000 }).toBe('COMPLETED');
    expect((await batch()).body).toMatchObject({ operationsCompletedCount: 2, operationsFailedCount: 0 });
    expect(await Promise.all(keys.map(tasks))).toEqual([['check', 'check'], ['check']]);
  });

  test.each([
    ['a source that is nothing', [{ sourceElementInstruction: {}, targetElementId: 'check' }], 'found one without'],
    [
      'a source by id and key',
      [{ sourceElementInstruction: { sourceElementId: 'look', sourceElementInstanceKey: '1' }, targetElementId: 'a' }],
      "found 'look' and '1'",
    ],
    [
      'a source that the process has not',
      [{ sourceElementInstruction: { sourceElementId: 'nowhere' }, targetElementId: 'check' }],
      "the element 'nowhere', which it has not",
    ],
    [
      'a source twice',
      [
        { ...fromLook, targetElementId: 'check' },
        { ...fromLook, targetElementId: 'decide' },
      ],
      "move 'look' twice",
    ],
    ['a target that the process has not', [{ ...fromLook, targetElementId: 'nowhere' }], "at element 'nowhere'"],
    [
      'a scope of a kind that is not known',
      [{ ...fromLook, targetElementId: 'check', ancestorScopeInstruction: { ancestorScopeType: 'near' } }],
      'ancestorScopeType',
    ],
  ])('refuses %s, and changes nothing', async (_what, moveInstructions, words) => {
    const key = await start();
    const answer = await modify(key, { moveInstructions });
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining(words) } });
    expect(await tasks(key)).toEqual(['look']);
  });
});
