import { marketRight, sampleProcedure } from '@irisflow/platform/testing';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const found = (more: object = {}, others: readonly (typeof marketRight)[] = []) =>
  lintFolder(
    readFolder([
      ...sampleProcedure(),
      ...[{ ...marketRight, ...more }, ...others].map((right) => ({
        path: `${right.key}.right.json`,
        content: JSON.stringify(right),
      })),
    ]),
    { connectorTypes: null, sourceTypes: [], servedTypes: null },
  )
    .filter(({ file }) => file.endsWith('.right.json'))
    .map(({ code, file, pointer }) => [code, file, pointer]);

describe('a kind of right', () => {
  const file = 'stall.right.json';

  test('is read strictly', () => {
    expect(found()).toEqual([]);
    expect(found({ shade: 'red' })).toEqual([['SCHEMA', file, '']]);
    expect(found({ name: { fr: 'Emplacement' } })).toContainEqual(['SCHEMA', file, '/name']);
    expect(found({ number: { prefix: 'st', digits: 5 } })).toEqual([['SCHEMA', file, '/number/prefix']]);
  });

  test('has states that its moves know, and begins in one in which it holds', () => {
    const [first, second] = marketRight.states;
    expect(found({ moves: [{ from: 'active', to: 'lost' }] })).toEqual([['RIGHT_STATE_UNKNOWN', file, '/moves/0']]);
    expect(found({ moves: [{ from: 'withdrawn', to: 'active' }] })).toEqual([
      ['RIGHT_MOVED_AFTER_END', file, '/moves/0/from'],
    ]);
    expect(found({ states: [second, first], moves: [] })).toEqual([['RIGHT_NOT_ACTIVE', file, '/states/0/effect']]);
    expect(found({ states: [first, first], moves: [] })).toEqual([['RIGHT_STATE_TWICE', file, '/states']]);
  });

  test('is valid until a day that it always has, and held in roles that there are', () => {
    expect(found({ validity: { until: 'place' } })).toEqual([['RIGHT_UNTIL_NO_DAY', file, '/validity/until']]);
    expect(found({ roles: ['neighbor'] })).toEqual([['RIGHT_ROLE_UNKNOWN', file, '/roles']]);
    expect(found({ data: { ...marketRight.data, required: ['price'] } })).toEqual([
      ['RIGHT_FIELD_UNKNOWN', file, '/data/required'],
    ]);
  });

  test('has numbers of its own', () => {
    expect(found({}, [{ ...marketRight, key: 'kiosk' }])).toEqual([
      ['RIGHT_PREFIX_TWICE', 'kiosk.right.json', '/number/prefix'],
    ]);
  });
});
