import { migrate } from '@irisflow/database';
import { openTestDatabase, usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateCasework } from './migrate-casework.ts';
import { migrationFiles } from './migration-files.ts';
import { schema } from '@irisflow/foundation';

let opened: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  opened = await openTestDatabase(usualStore);
});
afterAll(() => opened.drop());

test('an installation keeps what it published: ids, owners and the prefixes that were used first', async () => {
  const { database } = opened;
  await migrate(database, { schema, files: migrationFiles().filter(({ name }) => name < '0010') });
  const publish = async (key: string, administration: string, at: string) => {
    const named = `{"reference": "BH-RA", "process": {"file": "${key}.bpmn", "id": "rent-aid"}}`;
    await database.query('insert into casework.administration (key, name) values ($1, $2::jsonb)', [
      administration,
      '{"fr": "x", "nl": "x", "en": "x"}',
    ]);
    await database.query('insert into casework.procedure values ($1, $2, now())', [key, administration]);
    await database.query(
      `insert into casework.procedure_version values ($1, 1, 'hash', $2, 'Ann', '', 'rent-aid', '7', 2)`,
      [key, at],
    );
    await database.query(`insert into casework.procedure_version_file values ($1, 1, 'procedure.json', $2)`, [
      key,
      named,
    ]);
  };
  await publish('ride-aid', 'taxi', '2026-02-01T00:00:00Z');
  await publish('rent-aid', 'housing', '2026-01-01T00:00:00Z');
  await migrateCasework(database);
  const definitions = await database.query(
    'select procedure_key, administration, definition_key, definition_id, path from casework.procedure_definition order by 1',
  );
  const shared = { definition_key: '7', definition_id: 'rent-aid' };
  expect(definitions).toEqual([
    { procedure_key: 'rent-aid', administration: 'housing', path: 'rent-aid.bpmn', ...shared },
    { procedure_key: 'ride-aid', administration: 'taxi', path: 'ride-aid.bpmn', ...shared },
  ]);
  expect(await database.query('select prefix, administration from casework.reference_prefix')).toEqual([
    { prefix: 'BH-RA', administration: 'housing' },
  ]);
  expect(await database.query('select distinct qualified from casework.procedure_version')).toEqual([
    { qualified: false },
  ]);
});
