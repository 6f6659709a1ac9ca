import { migrate } from '@irisflow/database';
import { openTestDatabase, usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '@irisflow/foundation';
import { migrateCasework } from './migrate-casework.ts';
import { migrationFiles } from './migration-files.ts';

let opened: Awaited<ReturnType<typeof openTestDatabase>>;

beforeAll(async () => {
  opened = await openTestDatabase(usualStore);
});
afterAll(() => opened.drop());

const text = '{"fr": "x", "nl": "x", "en": "x"}';

test('terms that ran before go on from the day that people were told, with what they kept', async () => {
  const { database } = opened;
  await migrate(database, { schema, files: migrationFiles().filter(({ name }) => name < '0045') });
  const write = (sql: string, values: unknown[] = []) => database.query(sql, values);
  await write(`insert into casework.administration (key, name) values ('housing', $1::jsonb)`, [text]);
  await write(`insert into casework.person (id, issuer, subject, name, language, roles, groups, created_at)
               values ('p', 'test', 'p', 'P', 'fr', '{citizen}', '{}', now())`);
  await write(`insert into casework.procedure values ('rent-aid', 'housing', now())`);
  await write(`insert into casework.procedure_version
                 (procedure_key, version, content_hash, published_at, published_by, note, process_definition_id,
                  process_definition_key, process_definition_version)
               values ('rent-aid', 1, 'hash', now(), 'Ann', '', 'rent-aid', '7', 1)`);
  await write(`insert into casework.application_draft (id, person_id, administration, procedure_key, procedure_version, language,
                 data, prefill, unavailable, revision, created_at, saved_at)
               values ('d', 'p', 'housing', 'rent-aid', 1, 'fr', '{}', '[]', '[]', 1, now(), now())`);
  await write(`insert into casework.case_file (id, administration, reference, procedure_key, procedure_version, person_id, applicant,
                 search_text, language, status, data, prefill, submitted_at, updated_at, draft_id)
               values ('c', 'housing', 'BH-1', 'rent-aid', 1, 'p', 'P', 'p', 'fr', 'submitted', '{}', '[]', now(), now(), 'd')`);
  await write(
    `insert into casework.information_request (id, case_id, administration, items, asked_at, due_on, state)
     values ('r', 'c', 'housing', '[]', now(), '2026-12-31', 'open')`,
  );
  const term = (key: string, kind: string, [state, daysLeft]: [string, number | null], halts: object[]) =>
    write(
      `insert into casework.term (case_id, key, administration, label, kind, legal_ref, state, started_on, due_on, days_left, suspensions)
       values ('c', $1, 'housing', $2::jsonb, $3, 'art. 1', $4, '2026-11-02', '2027-01-14', $5, $6::jsonb)`,
      [key, text, kind, state, daysLeft, JSON.stringify(halts)],
    );
  await term(
    'decision',
    'calendarDays',
    ['running', null],
    [{ from: '2026-11-12', to: '2026-11-25', reason: 'leave' }],
  );
  await term('answer', 'workingDays', ['suspended', 14], [{ from: '2026-11-12', to: null, reason: 'r' }]);

  await migrateCasework(database);

  const rows = await database.query(
    `select key, kind, length, due_on::text as due_on, last_day::text as last_day, act_on::text as act_on, days_left, suspensions,
            binds, effect from casework.term order by key desc`,
  );
  const kept = {
    due_on: '2027-01-14',
    last_day: '2027-01-14',
    act_on: '2026-11-02',
    binds: 'administration',
    effect: 'none',
  };
  expect(rows).toMatchObject([
    {
      ...kept,
      key: 'decision',
      // Seventy-three days, thirteen of which it stood still.
      length: 60,
      suspensions: [{ kind: 'suspension', from: '2026-11-12', to: '2026-11-25', reason: 'leave', requestId: null }],
    },
    {
      ...kept,
      key: 'answer',
      days_left: 10,
      suspensions: [{ kind: 'suspension', from: '2026-11-12', to: null, reason: '', requestId: 'r' }],
    },
  ]);
});
