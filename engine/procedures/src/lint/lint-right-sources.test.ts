import { marketRight, rightFolder, stallSource } from '@irisflow/platform/testing';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintRightSources } from './lint-right-sources.ts';

const found = (source: object, properties: object = {}) =>
  lintRightSources(
    readFolder(
      rightFolder({
        source: { ...stallSource, ...source },
        data: { ...marketRight.data, properties: { ...marketRight.data.properties, ...properties } },
      }),
    ),
  ).map(({ code, pointer }) => [code, pointer]);
const label = { fr: 'x', nl: 'x', en: 'x' };

describe('the lint of rights as sources', () => {
  test('lets pass what is there', () => {
    expect(found({})).toEqual([]);
  });

  test('finds fields and states that the right does not have', () => {
    expect(found({ fields: ['number', 'color'] })).toEqual([['RIGHT_SOURCE_FIELD', '/source/fields/1']]);
    expect(found({ states: ['active', 'lost'] })).toEqual([['RIGHT_STATE_UNKNOWN', '/source/states']]);
  });

  test('finds fields that would hide what every answer says', () => {
    const answer = { type: 'string', label };
    expect(found({ fields: ['answer'] }, { answer })).toEqual([['RIGHT_SOURCE_NAME', '/source/fields/0']]);
  });

  test('lets nothing restricted leave, neither by the source nor by the public check', () => {
    const fee = { type: 'string', format: 'money', label, restricted: true };
    expect(found({ fields: ['fee'] }, { fee })).toEqual([['RIGHT_SOURCE_RESTRICTED', '/source/fields/0']]);
    expect(found({}, { fee: { ...fee, public: true } })).toEqual([
      ['RIGHT_SOURCE_RESTRICTED', '/data/properties/fee/restricted'],
    ]);
    const account = { type: 'string', label, internal: true };
    expect(found({ fields: ['account'] }, { account })).toEqual([['RIGHT_SOURCE_RESTRICTED', '/source/fields/0']]);
  });
});
