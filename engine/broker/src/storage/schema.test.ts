import { openTestDatabase } from '@irisflow/database/testing';
import { dumpSchema } from '@irisflow/database';
import { expect, test } from 'vitest';
import { migrateBroker } from '../index.ts';
import { SCHEMA } from './row-statement.ts';

test.each(['postgres', 'pglite'] as const)(
  'the schema on %s is the one under review',
  async (kind) => {
    const store = await openTestDatabase(kind);
    expect(await migrateBroker(store.database)).not.toEqual([]);
    expect(await migrateBroker(store.database)).toEqual([]);
    await expect(await dumpSchema(store.database, SCHEMA)).toMatchFileSnapshot('./schema.golden.txt');
    await store.drop();
  },
  30_000,
);
