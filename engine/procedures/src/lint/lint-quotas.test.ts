import { marketQuota, quotaFolder } from '@irisflow/platform/testing';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const file = 'flagey.quota.json';
const found = (more: object = {}, value = 12) =>
  lintFolder(
    readFolder(
      quotaFolder([{ value, validFrom: '2020-01-01', validTo: null }]).map((one) =>
        one.path === file ? { ...one, content: JSON.stringify({ ...marketQuota, ...more }) } : one,
      ),
    ),
    { connectorTypes: null, sourceTypes: [], servedTypes: null },
  )
    .filter((problem) => problem.file === file)
    .map(({ code, pointer }) => [code, pointer]);

describe('a quota', () => {
  test('is read strictly', () => {
    expect(found()).toEqual([]);
    expect(found({ shade: 'red' })).toEqual([['SCHEMA', '']]);
    expect(found({ reservedDays: 0 })).toEqual([['SCHEMA', '/reservedDays']]);
  });

  test('counts rights of a kind and category that there can be', () => {
    expect(found({ right: 'boat' })).toEqual([['QUOTA_RIGHT_UNKNOWN', '/right']]);
    expect(found({ category: { field: 'color', value: 'red' } })).toEqual([['QUOTA_CATEGORY_UNKNOWN', '/category']]);
    expect(found({ category: { field: 'fee', value: '1.00' } })).toEqual([['QUOTA_CATEGORY_UNKNOWN', '/category']]);
  });

  test('has a ceiling that a parameter says in whole numbers', () => {
    expect(found({ ceiling: 'stalls.elsewhere' })).toEqual([['QUOTA_CEILING_UNKNOWN', '/ceiling']]);
    expect(found({}, 1.5)).toEqual([['QUOTA_CEILING_NO_COUNT', '/ceiling']]);
    expect(found({}, -1)).toEqual([['QUOTA_CEILING_NO_COUNT', '/ceiling']]);
  });
});
