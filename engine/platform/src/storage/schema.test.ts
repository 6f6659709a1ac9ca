import { dumpSchema } from '@irisflow/database';
import { openTestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateCasework } from './migrate-casework.ts';
import { schema } from '@irisflow/foundation';

describe('the schema', () => {
  let opened: Awaited<ReturnType<typeof openTestDatabase>>;

  beforeAll(async () => {
    opened = await openTestDatabase('pglite');
  });
  afterAll(() => opened.drop());

  test('is what the golden file says; a second run changes nothing', async () => {
    expect(await migrateCasework(opened.database)).not.toEqual([]);
    expect(await migrateCasework(opened.database)).toEqual([]);
    await expect(await dumpSchema(opened.database, schema)).toMatchFileSnapshot('./schema.golden.txt');
  });

  test('has an administration on every row of a case', async () => {
    const rows = await opened.database.query<{ table_name: string }>(
      `select c.table_name from information_schema.columns c
        where c.table_schema = $1 and c.column_name = 'case_id'
          and not exists (select from information_schema.columns a
                           where a.table_schema = c.table_schema and a.table_name = c.table_name
                             and a.column_name = 'administration')
        order by 1`,
      [schema],
    );
    // Both hold nothing but what leads to a case, and are reached through it alone.
    expect(rows.map((row) => row.table_name)).toEqual(['idempotent_reply', 'outbox']);
  });
});
