import { sql, type Database, type Queryable } from '@irisflow/database';
import type { TestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, searchAuditRows, scopeOf, scopeOfJobFor } from '@irisflow/access';
import {
  listDecisions,
  findCase,
  listCasesOfPerson,
  listStatusesInUse,
  searchCaseRows,
  readChunk,
  listCaseDocuments,
  listTimeline,
} from '@irisflow/casework';
import { listAbsences, listColleagues, listTasksOf } from '@irisflow/absences';
import { listPowersIn, listPowersOf } from '@irisflow/delegations';
import { countItems, listBulkDecisions, listItems, takeItem } from '@irisflow/bulk';
import { countRows, listProblems, listRowsAfter, listRowsIn, takeImport } from '@irisflow/case-imports';
import * as rights from '@irisflow/right-imports';
import { builtInValue, planSieve, sieveTasks, valueInJson } from '@irisflow/views';
import { countAllViews, countWorklist, listWorklistRows } from '@irisflow/worklist';
import {
  countAsked,
  listAsked,
  listAskedInspectionRows,
  listDeskHearings,
  listHearings,
  listInspections,
  listInspectionsToEnd,
  listOpinions,
  listOpinionsToEnd,
} from '@irisflow/inquiries';
import { openFilledWorlds } from '../testing/open-filled-worlds.ts';
import { apartPersonIn, boundPersonIn, personIn } from '../testing/two-worlds.ts';
import { copiesOf, watchRead } from '../testing/watch-plans.ts';

const CASES = 5000;

const many = (table: string, changed: string): string => copiesOf(table, CASES, changed);

/** A citizen has few of all these. */
const ofFew = `'person_id', case when n = 77 then t.person_id else 'b-party' end`;

const FILL = [
  many('application_draft', `'id', t.id || n, 'case_id', t.case_id || n, ${ofFew}`),
  many(
    'case_file',
    `'id', t.id || n, 'reference', t.reference || n, 'draft_id', t.draft_id || n, 'process_instance_key', t.id || n,
     ${ofFew}, 'closed_at', null, 'appeal_of', null, 'submitted_at', t.submitted_at + n * interval '1 minute'`,
  ),
  `insert into casework.task (id, administration, case_id, process_instance_key, element_id, state, assignee, candidate_groups,
     priority, created_at, due_on)
   select t.id || n, t.administration, t.case_id || n, t.process_instance_key, t.element_id, t.state,
          case when n % 50 = 0 then t.assignee else 'somebody' end,
          case when n % 2 = 0 then '{agent}' else '{supervisor}' end::text[], n % 100,
          t.created_at + n * interval '1 minute', date '2026-11-20' + n % 90
     from casework.task t, generate_series(1, ${CASES}) n`,
  `update casework.task set assignee = null where id like '%3'`,
  // One in a hundred is of a procedure that some of the clerks handle.
  `update casework.case_file set procedure_key = 'rare' where id like '%13'`,
  `update casework.task t set procedure_key = f.procedure_key, language = f.language from casework.case_file f where f.id = t.case_id`,
  // One in five lives there.
  `update casework.case_file set data = jsonb_build_object('commune', case when id like '%1' or id like '%6' then 'Elsene' else 'Brussel' end)`,
  `insert into casework.task_count (administration, queue, assigned, halted, due_rank, tasks)
   select administration, queue, assignee is not null, halted, due_rank, count(*) from casework.task
    where state = 'open' group by 1, 2, 3, 4, 5`,
  `insert into casework.task_kind_count (administration, procedure_key, language, queue, assigned, halted, due_rank, tasks)
   select administration, procedure_key, language, queue, assignee is not null, halted, due_rank, count(*) from casework.task
    where state = 'open' group by 1, 2, 3, 4, 5, 6, 7`,
  `insert into casework.bulk_decision (id, administration, started_by, started_at, procedure_key, procedure_version, element_id, answers)
   select 'bulk' || n, 'a', case when n % 50 = 0 then 'a-person' else 'b-person' end, timestamptz '2026-11-25' + n * interval '1 minute',
          t.procedure_key, t.procedure_version, 'x', '{}'
     from casework.bulk_decision t, generate_series(1, ${CASES}) n where t.administration = 'a'`,
  `insert into casework.bulk_item (bulk_id, position, administration, task_id, case_id, state, fields, attempts, next_at)
   select 'bulk' || n / 50, n, 'a', 't' || n, 'a-case_file' || n, case when n > 4900 then 'waiting' else 'done' end, '{}', 0, '2026-11-25'
     from generate_series(50, ${CASES}) n`,
  `update casework.case_import_row set findings = '[]'`,
  `insert into casework.case_import_row (import_id, position, administration, line, state, findings, reference)
   select t.id, n, 'a', n, case when n > 4900 then 'waiting' when n > 4800 then 'ready' else 'imported' end,
          case when n % 1000 = 0 then '[{"code":"date","key":"received-on","params":{}}]'::jsonb else '[]' end, 'R' || n
     from casework.case_import t, generate_series(10, ${CASES}) n where t.administration = 'a'`,
  `insert into casework.right_import_row (import_id, position, administration, line, state, findings, number)
   select t.id, n, 'a', n, case when n > 4900 then 'waiting' when n > 4800 then 'ready' else 'imported' end, '[]', 'N' || n
     from casework.right_import t, generate_series(10, ${CASES}) n where t.administration = 'a'`,
  `insert into casework.absence (id, administration, person_id, from_day, to_day, recorded_by, recorded_at)
   select 'absence' || n, 'a', 'a-person', date '2010-01-01' + n, date '2010-01-01' + n, 'a-person', '2010-01-01'
     from generate_series(1, ${CASES}) n`,
  `insert into casework.delegation (id, administration, delegator_id, delegate_id, from_day, to_day, groups, capacity, instrument, given_at)
   select 'delegation' || n, 'a', 'a-person', case when n % 50 = 0 then 'a-person' else 'b-person' end, date '2010-01-01' + n,
          date '2010-01-01' + n, '{supervisor}', '{}', 'x', '2010-01-01'
     from generate_series(1, ${CASES}) n`,
  many('document', `'id', t.id || n, 'case_id', t.case_id || n, 'sha256', t.sha256 || n`),
  many(
    'participant',
    `'id', t.id || n, 'case_id', t.case_id || n, 'party_id', null, 'number_index', t.number_index || n`,
  ),
  many(
    'opinion',
    `'id', t.id || n, 'case_id', t.case_id || n, 'asked_group', 'group' || n % 500, 'due_on', date '2026-11-25' + n % 300`,
  ),
  many(
    'inspection',
    `'id', t.id || n, 'case_id', t.case_id || n, 'asked_group', 'group' || n % 500, 'due_on', date '2026-11-25' + n % 300`,
  ),
  many(
    'hearing',
    `'id', t.id || n, 'case_id', t.case_id || n, 'state', 'scheduled', 'ended_at', null, 'led_by', case when n % 50 = 0 then 'a-person' else 'b-person' end, 'at', timestamptz '2026-11-25' + n * interval '1 hour'`,
  ),
  many('decision', `'id', t.id || n, 'case_id', t.case_id || n`),
  many('term', `'id', t.id || n, 'case_id', t.case_id || n`),
  many('audit_entry', `'sequence', n + 10`),
  `insert into casework.timeline_entry (case_id, administration, at, kind, text, actor, visible_to_applicant)
     select t.case_id || n, t.administration, t.at, t.kind, t.text, t.actor, true
       from casework.timeline_entry t, generate_series(1, ${CASES}) n`,
  'analyze',
];

describe('plans of the searches, made as the web makes them', () => {
  let store: TestDatabase;

  beforeAll(async () => {
    store = await openFilledWorlds(FILL);
  }, 120_000);
  afterAll(() => store.drop());

  const as = (roles: readonly Role[], administration: 'a' | null): Database =>
    store.database.as(scopeOf(personIn(roles, administration)));

  const agent = () => as(['agent'], 'a');
  const search = { administration: 'a', words: null, status: null, procedureKey: null, language: null };

  test('a page of cases reads no more than it shows', async () => {
    const first = await watchRead(agent(), (db) => searchCaseRows(db, search, { before: null, limit: 26 }));
    expect(first).toMatchObject({ rows: 26, scanned: [] });
    expect(first.read).toBeLessThan(26 * 20);
    const next = await watchRead(agent(), (db) =>
      searchCaseRows(db, search, { before: { at: '2026-11-26T09:00:00Z', id: 'x' }, limit: 26 }),
    );
    expect(next).toMatchObject({ rows: 26, scanned: [] });
    expect(next.read).toBeLessThan(26 * 20);
  });

  test('which statuses there are is one look into an index for each', async () => {
    const asked = { administration: 'a', statuses: ['submitted', 'granted', 'closed'] } as const;
    const found = await watchRead(agent(), (db) =>
      listStatusesInUse(db, asked).then((all) => all.map((status) => ({ status }))),
    );
    expect(found.scanned).toEqual([]);
    expect(found.read).toBeLessThan(20);
  });

  test('a page of the audit reads no more than it shows, and only its chain', async () => {
    const filter = { chain: 'a', search: null, actor: null, action: null, object: null, from: null, to: null };
    const page = await watchRead(as(['auditor'], 'a'), (db) =>
      searchAuditRows(db, filter, { before: 5000, limit: 51 }),
    );
    expect(page).toMatchObject({ rows: 51, scanned: [] });
    expect(page.read).toBeLessThan(51 * 20);
  });

  const worklist = {
    administration: 'a',
    personId: 'a-person',
    groups: ['agent', 'supervisor'],
    today: '2026-11-25',
  };
  const every = { procedureKey: null, language: null, elementId: null, words: null } as const;
  const views = ['mine', 'team', 'unassigned', 'overdue'] as const;
  const sorts = ['due', 'created', 'priority'] as const;

  test.each(views.flatMap((view) => sorts.map((sort) => [view, sort] as const)))(
    'the worklist %s by %s reads what it shows, and so does its next page',
    async (view, sort) => {
      const page = await watchRead(agent(), (db) =>
        listWorklistRows(db, worklist, { ...every, view }, { sort, after: null, limit: 26 }),
      );
      expect(page.rows).toBe(26);
      expect(page.scanned.filter((table) => table !== 'task_count')).toEqual([]);
      expect(page.read).toBeLessThan(26 * 20);
      const rows = await listWorklistRows(agent(), worklist, { ...every, view }, { sort, after: null, limit: 26 });
      const last = rows.at(-1);
      const next = await watchRead(agent(), (db) =>
        listWorklistRows(
          db,
          worklist,
          { ...every, view },
          { sort, after: last === undefined ? null : { rank: last.rank, id: last.id }, limit: 26 },
        ),
      );
      expect(next.rows).toBe(26);
      expect(next.read).toBeLessThan(26 * 20);
    },
  );

  describe('of whoever sees the cases of one procedure in a hundred', () => {
    const reach = [{ procedures: ['rare'], languages: null, communes: null, documents: true }];
    const bound = () => store.database.as(scopeOf(boundPersonIn(['agent', 'supervisor'], 'a', ['rare'])));
    const theirs = { ...worklist, reach };

    test.each((['team', 'unassigned'] as const).flatMap((view) => sorts.map((sort) => [view, sort] as const)))(
      'the worklist %s by %s reads what it shows',
      async (view, sort) => {
        const page = await watchRead(bound(), (db) =>
          listWorklistRows(db, theirs, { ...every, view }, { sort, after: null, limit: 11 }),
        );
        expect(page.rows).toBe(11);
        expect(page.scanned.filter((table) => table !== 'task_kind_count')).toEqual([]);
        expect(page.read).toBeLessThan(11 * 20);
      },
    );

    test('counters are those of their cases, and read no task but their own', async () => {
      const [{ tasks } = { tasks: 0 }] = await store.database.query<{ tasks: number }>(
        "select count(*)::integer as tasks from casework.task where administration = 'a' and state = 'open' and procedure_key = 'rare'",
      );
      expect(tasks).toBeGreaterThan(30);
      expect((await countAllViews(bound(), theirs)).team).toBe(tasks);
      const counted = await watchRead(bound(), (db) => countAllViews(db, theirs).then((all) => [all]));
      expect(counted.scanned.filter((table) => table !== 'task_kind_count')).toEqual([]);
    });

    test('a page of cases reads what it shows', async () => {
      const asked = { ...search, procedures: ['rare'] };
      for (const before of [null, { at: '2026-11-28T00:00:00Z', id: 'x' }]) {
        const page = await watchRead(bound(), (db) => searchCaseRows(db, asked, { before, limit: 11 }));
        expect(page).toMatchObject({ rows: 11, scanned: [] });
        expect(page.read).toBeLessThan(11 * 20);
      }
    });
  });

  describe('of whoever does the tasks of a colleague in one procedure in a hundred', () => {
    const delegator = { id: 'b-person', name: 'B' };
    const capacity = { fr: '', nl: '', en: '' };
    const power = { id: 'd', delegator, groups: ['supervisor'], procedures: ['rare'], capacity };
    const theirs = { ...worklist, groups: ['agent'], powers: [power] };

    test.each((['team', 'unassigned'] as const).flatMap((view) => sorts.map((sort) => [view, sort] as const)))(
      'the worklist %s by %s reads what it shows, of both parts',
      async (view, sort) => {
        const page = await watchRead(agent(), (db) =>
          listWorklistRows(db, theirs, { ...every, view }, { sort, after: null, limit: 26 }),
        );
        expect(page.rows).toBe(26);
        expect(page.scanned.filter((table) => table?.endsWith('_count') !== true)).toEqual([]);
        expect(page.read).toBeLessThan(2 * 26 * 20);
      },
    );

    test('counters are those of their own group and of these tasks, and read none of them', async () => {
      const [{ tasks } = { tasks: 0 }] = await store.database.query<{ tasks: number }>(
        `select count(*)::integer as tasks from casework.task where administration = 'a' and state = 'open' and assignee is null
            and (candidate_groups && '{agent}' or candidate_groups = '{}' or procedure_key = 'rare')`,
      );
      expect((await countAllViews(agent(), theirs)).unassigned).toBe(tasks);
      const counted = await watchRead(agent(), (db) => countAllViews(db, theirs).then((all) => [all]));
      expect(counted.scanned.filter((table) => table?.endsWith('_count') !== true)).toEqual([]);
      // Where the delegator sees a part of them, it is that part.
      const reach = [{ procedures: null, languages: ['nl'], communes: null, documents: true }];
      const bounded = { ...theirs, powers: [{ ...power, reach }] };
      const own = { ...worklist, groups: ['agent'] };
      expect((await countAllViews(agent(), bounded)).overdue).toBe((await countAllViews(agent(), own)).overdue);
    });

    test('what somebody may do in the name of others is one look, however many delegations are over', async () => {
      const powers = await watchRead(agent(), (db) => listPowersOf(db, { personId: 'a-person', today: '2026-11-25' }));
      expect(powers.scanned.filter((table) => table !== 'person')).toEqual([]);
      expect(powers.read).toBeLessThan(10);
      const all = await watchRead(agent(), (db) =>
        listPowersIn(db, { administration: 'a', today: '2026-11-25' }).then((all) => [...all]),
      );
      expect(all.read).toBeLessThan(10);
    });
  });

  describe('of whoever has a conflict of interest with a case', () => {
    const apart = () => store.database.as(scopeOf(apartPersonIn(['agent', 'supervisor'], 'a', 'c-person')));
    const theirs = { ...worklist, isApart: true } as const;
    beforeAll(async () => {
      for (const statement of [
        `insert into casework.party (id, kind, name, created_at) values ('c-party', 'person', 'C', now())`,
        `insert into casework.person select r.* from casework.person p, lateral jsonb_populate_record(p,
           jsonb_build_object('id', 'c-person', 'subject', 'c', 'party_id', 'c-party')) r where p.id = 'a-person'`,
        `insert into casework.conflict_of_interest (id, administration, person_id, case_id, about, reason, declared_by, declared_at)
         select 'c' || n, 'a', 'c-person', 'a-case_file' || n, 'x', 'x', 'c-person', now() from generate_series(1, 40) n`,
      ])
        await store.database.query(statement);
    });

    test.each(views.flatMap((view) => sorts.map((sort) => [view, sort] as const)))(
      'the worklist %s by %s reads what it shows',
      async (view, sort) => {
        const page = await watchRead(apart(), (db) =>
          listWorklistRows(db, theirs, { ...every, view }, { sort, after: null, limit: 26 }),
        );
        expect(page.rows).toBe(26);
        expect(page.scanned.filter((table) => table !== 'task_count')).toEqual([]);
        expect(page.read).toBeLessThan(26 * 20);
      },
    );

    test('counters are less by its tasks, and a page of cases reads what it shows', async () => {
      const all = await countAllViews(agent(), worklist);
      const less = await countAllViews(apart(), theirs);
      expect(all.team - less.team).toBeGreaterThan(30);
      const page = await watchRead(apart(), (db) => searchCaseRows(db, search, { before: null, limit: 26 }));
      expect(page).toMatchObject({ rows: 26, scanned: [] });
      expect(page.read).toBeLessThan(26 * 20);
    });
  });

  test('the counters of the worklist read what is kept of queues, and not the tasks', async () => {
    const counted = await watchRead(agent(), (db) => countAllViews(db, worklist).then((all) => [all]));
    const [{ tasks } = { tasks: 0 }] = await store.database.query<{ tasks: number }>(
      "select count(*)::integer as tasks from casework.task where administration = 'a' and state = 'open' and assignee is null",
    );
    expect(tasks).toBeGreaterThan(400);
    expect((await countAllViews(agent(), worklist)).unassigned).toBe(tasks);
    expect(counted.scanned.filter((table) => table !== 'task_count')).toEqual([]);
  });

  test('so does the total of a list that is narrowed down to a procedure and a language', async () => {
    const [{ procedure, tasks } = { procedure: '', tasks: 0 }] = await store.database.query<{
      procedure: string;
      tasks: number;
    }>(
      `select procedure_key as procedure, count(*)::integer as tasks from casework.task
        where administration = 'a' and state = 'open' and language = 'fr' group by 1 order by 2 desc`,
    );
    const filter = { ...every, procedureKey: procedure, language: 'fr', view: 'team' } as const;
    const counted = await watchRead(agent(), (db) => countWorklist(db, worklist, filter).then((all) => [all]));
    expect(tasks).toBeGreaterThan(1000);
    expect(await countWorklist(agent(), worklist, filter)).toBe(tasks);
    expect(await countWorklist(agent(), worklist, { ...filter, language: 'nl' })).toBe(0);
    expect(counted.scanned.filter((table) => table !== 'task_kind_count')).toEqual([]);
  });

  describe('views', () => {
    const commune = valueInJson('text', sql`(f.data #> ${['commune']}::text[])`);
    const context = { personId: worklist.personId, today: worklist.today, communePlaces: [] };
    const all = (...parts: { field: string; operator: never; values: string[] }[]) => ({
      match: 'all' as const,
      parts,
    });
    const is = (field: string, operator: string, ...values: string[]) => ({
      field,
      operator: operator as never,
      values,
    });
    /** Tables of a few rows are one page, which an index would only add to; counters are kept in such a one. */
    const large = (scanned: readonly (string | undefined)[]) =>
      scanned.filter((table) => table === 'task' || table === 'case_file');
    const look = (filter: ReturnType<typeof all>, limit = 26) => {
      const definition = { list: 'team', filter, columns: ['task'], sort: 'due' } as const;
      const planned = planSieve({
        definition: { ...definition, columns: ['task'] },
        worklist,
        valueOf: (key) =>
          key === 'commune'
            ? { kind: 'text', value: commune }
            : (builtInValue(key as never, context) ?? { kind: 'text', value: sql`null` }),
      });
      return watchRead(agent(), (db) =>
        sieveTasks(db, { ...planned, worklist, sort: 'due', after: null, limit }).then(({ keys }) => keys),
      );
    };

    test.each([
      ['no condition', all()],
      ['a language and a procedure', all(is('procedure', 'oneOf', 'a-procedure'), is('language', 'oneOf', 'fr'))],
      ['few days left', all(is('daysLeft', 'atMost', '20'))],
      ['a day', all(is('created', 'from', '2020-01-01'), is('waiting', 'no'))],
    ])('by %s read no more than twenty times what they show', async (_, filter) => {
      const page = await look(filter);
      expect(page.rows).toBe(26);
      expect(large(page.scanned)).toEqual([]);
      expect(page.read).toBeLessThan(26 * 20);
    });

    test.each([
      ['an answer of the form that one in five has', all(is('commune', 'contains', 'elsene')), 5],
      ['who has a task, or nobody, which one in eight is', all(is('assignee', 'oneOf', 'me', 'nobody')), 8],
    ])('by %s look at about as many as that takes', async (_, filter, share) => {
      const page = await look(filter);
      expect(page.rows).toBe(26);
      expect(large(page.scanned)).toEqual([]);
      // Each is looked at with its case, and was found in one of two queues; the last stretch is longer than it had to be.
      expect(page.read).toBeLessThan(26 * share * 4 * 2.5);
    });

    test.each([
      ['my own tasks', all(is('assignee', 'oneOf', 'me'), is('commune', 'contains', 'elsene')), CASES / 50],
      ['what stands still', all(is('incident', 'yes')), 20],
      ['unread messages', all(is('unread', 'yes')), 20],
    ])('by %s begin with what an index finds', async (_, filter, most) => {
      const page = await look(filter);
      expect(large(page.scanned)).toEqual([]);
      expect(page.read).toBeLessThan(most * 20);
    });

    test('that hardly a task fits stop after two thousand', async () => {
      const page = await look(all(is('commune', 'contains', 'nowhere')));
      expect(page.rows).toBe(0);
      // Each stretch is read from both queues, and each of its tasks with its case.
      expect(page.read).toBeLessThan(2000 * 8);
    });
  });

  test('bulk decisions and their tasks are read by index, and the next one that waits is one look', async () => {
    for (const personId of [null, 'a-person']) {
      const page = await watchRead(agent(), (db) =>
        listBulkDecisions(db, { administration: 'a', personId, limit: 26 }),
      );
      expect(page).toMatchObject({ rows: 26, scanned: [] });
      expect(page.read).toBeLessThan(26 * 20);
    }
    const items = await watchRead(agent(), (db) => listItems(db, 'bulk40'));
    expect(items.rows).toBe(50);
    // In whose name they were done: people are few here.
    expect(items.scanned.filter((table) => table !== 'person')).toEqual([]);
    expect(items.read).toBeLessThan(50 * 20);
    const counted = await watchRead(agent(), (db) => countItems(db, ['bulk40', 'bulk41']).then((all) => [...all]));
    expect(counted).toMatchObject({ rows: 2, scanned: [] });
    const job = store.database.as(scopeOf({ kind: 'job', name: 'bulk' }));
    const next = await watchRead(job, (db) =>
      takeItem(db, { at: Date.parse('2026-11-26'), keepMs: 1000 }).then((item) => (item === undefined ? [] : [item])),
    );
    expect(next).toMatchObject({ rows: 1, scanned: [] });
    expect(next.read).toBeLessThan(20);
  });

  test('the rows of a file are read by index, a page at a time, and the next file that waits is one look', async () => {
    const importId = 'a-case_import';
    const waiting = await watchRead(agent(), (db) => listRowsIn(db, { importId, state: 'waiting', limit: 50 }));
    expect(waiting).toMatchObject({ rows: 50, scanned: [] });
    expect(waiting.read).toBeLessThan(50 * 20);
    const page = await watchRead(agent(), (db) => listRowsAfter(db, { importId, kind: null, after: 2000, limit: 50 }));
    expect(page).toMatchObject({ rows: 50, scanned: [] });
    expect(page.read).toBeLessThan(50 * 20);
    // A file has ten thousand rows at most: they are counted, and looked through for what was found, once a view.
    await watchRead(agent(), (db) => countRows(db, [importId]).then((all) => [...all]));
    expect((await watchRead(agent(), (db) => listProblems(db, importId))).rows).toBeGreaterThan(0);
    const job = store.database.as(scopeOf({ kind: 'job', name: 'caseImports' }));
    const next = await watchRead(job, (db) =>
      takeImport(db, { at: Date.parse('2099-11-26'), keepMs: 1000 }).then((one) => (one === undefined ? [] : [one])),
    );
    expect(next.rows).toBeLessThan(2);
  });

  test('the rows of a file of rights are read by index: what waits, what is to be done, and a page of it', async () => {
    const importId = 'a-right_import';
    const waiting = await watchRead(agent(), (db) => rights.listWaitingRows(db, { importId, limit: 50 }));
    const toDo = await watchRead(agent(), (db) => rights.listRowsToDo(db, { importId, limit: 50 }));
    const page = await watchRead(agent(), (db) =>
      rights.listRowsAfter(db, { importId, kind: 'ready', after: 2000, limit: 50 }),
    );
    for (const found of [waiting, toDo, page]) {
      expect(found).toMatchObject({ rows: 50, scanned: [] });
      expect(found.read).toBeLessThan(50 * 20);
    }
  });

  test('who is away and what they have is read by index, however many absences are over', async () => {
    const away = await watchRead(agent(), (db) => listAbsences(db, { administration: 'a', today: '2023-09-01' }));
    expect(away.rows).toBeGreaterThan(5);
    // There are a few people only: reading them all is one page.
    expect(away.scanned.filter((table) => table !== 'person')).toEqual([]);
    // Each of them counts what its person has at hand: here a hundred tasks, by index.
    expect(away.read).toBeLessThan(away.rows * (CASES / 50 + 20));
    const colleagues = await watchRead(agent(), (db) =>
      listColleagues(db, { administration: 'a', today: '2023-09-01' }),
    );
    expect(colleagues.scanned.filter((table) => table !== 'person')).toEqual([]);
    const theirs = await watchRead(agent(), (db) => listTasksOf(db, { personId: 'a-person', limit: 26 }));
    expect(theirs).toMatchObject({ rows: 26, scanned: [] });
    expect(theirs.read).toBeLessThan(26 * 20);
  });

  test('what is asked of whom, and what is over, is read by index', async () => {
    const asked = store.database.as(scopeOfJobFor(personIn(['agent'], 'a'), 'opinions'));
    const who = { administration: 'a', personId: 'a-person', groups: ['group7', 'group9'], seesAll: false };
    const mine = await watchRead(asked, (db) => listAsked(db, who, { isOpen: true, limit: 200 }));
    expect(mine).toMatchObject({ rows: CASES / 250, scanned: [] });
    expect(mine.read).toBeLessThan(mine.rows * 20);
    const counted = await watchRead(asked, (db) => countAsked(db, who).then((total) => [total]));
    expect(counted.scanned).toEqual([]);
    const all = await watchRead(asked, (db) => listAsked(db, { ...who, seesAll: true }, { isOpen: true, limit: 26 }));
    expect(all).toMatchObject({ rows: 26, scanned: [] });
    expect(all.read).toBeLessThan(26 * 20);
    const terms = store.database.as(scopeOf({ kind: 'job', name: 'terms' }));
    const over = await watchRead(terms, (db) => listOpinionsToEnd(db, { today: '2026-11-27', after: '', limit: 200 }));
    expect(over.rows).toBeGreaterThan(20);
    expect(over.scanned).toEqual([]);
    expect(over.read).toBeLessThan(over.rows * 20);
    const ofCase = await watchRead(agent(), (db) => listOpinions(db, 'a-case_file77'));
    expect(ofCase).toMatchObject({ rows: 1, scanned: [] });
  });

  test('the hearings of an office, and of who holds them, are read by index', async () => {
    const ofOffice = { administration: 'a', ledBy: null, limit: 26 };
    const all = await watchRead(agent(), (db) => listDeskHearings(db, ofOffice));
    expect(all).toMatchObject({ rows: 26, scanned: [] });
    expect(all.read).toBeLessThan(26 * 20);
    const mine = await watchRead(agent(), (db) => listDeskHearings(db, { ...ofOffice, ledBy: 'a-person' }));
    expect(mine).toMatchObject({ rows: 26, scanned: [] });
    expect(mine.read).toBeLessThan(26 * 20);
    const ofCase = await watchRead(agent(), (db) => listHearings(db, 'a-case_file77'));
    expect(ofCase).toMatchObject({ rows: 1, scanned: [] });
  });

  test('what is to be inspected by whom, and what is over, is read by index', async () => {
    const asked = store.database.as(scopeOfJobFor(personIn(['agent'], 'a'), 'opinions'));
    const who = { administration: 'a', personId: 'a-person', groups: ['group7', 'group9'], seesAll: false };
    const mine = await watchRead(asked, (db) => listAskedInspectionRows(db, who, { isOpen: true, limit: 200 }));
    expect(mine).toMatchObject({ rows: CASES / 250, scanned: [] });
    expect(mine.read).toBeLessThan(mine.rows * 20);
    const terms = store.database.as(scopeOf({ kind: 'job', name: 'terms' }));
    const over = await watchRead(terms, (db) =>
      listInspectionsToEnd(db, { today: '2026-11-27', after: '', limit: 200 }),
    );
    expect(over.rows).toBeGreaterThan(20);
    expect(over.scanned).toEqual([]);
    const ofCase = await watchRead(agent(), (db) => listInspections(db, 'a-case_file77'));
    expect(ofCase).toMatchObject({ rows: 1, scanned: [] });
  });

  test('a case and its parts are read by key, by clerk and applicant', async () => {
    const caseId = 'a-case_file77';
    for (const db of [agent(), as(['citizen'], null)]) {
      for (const work of [
        (tx: Queryable) => findCase(tx, caseId).then((row) => (row === undefined ? [] : [row])),
        (tx: Queryable) => listTimeline(tx, caseId),
        (tx: Queryable) => listDecisions(tx, caseId),
        (tx: Queryable) => listCaseDocuments(tx, caseId),
      ]) {
        const { rows, scanned } = await watchRead(db, work);
        expect(rows).toBe(1);
        expect(scanned).toEqual([]);
      }
    }
  });

  test('bytes are found through a document by their hash', async () => {
    const { rows, scanned } = await watchRead(agent(), (db) =>
      readChunk(db, { sha256: 'a-document_content', ordinal: 1 }).then((bytes) => (bytes === null ? [] : [bytes])),
    );
    expect(rows).toBe(1);
    expect(scanned).not.toContain('document');
  });

  test('a person with few cases among many lists them by index', async () => {
    const { rows, scanned, read } = await watchRead(as(['citizen'], null), (db) => listCasesOfPerson(db, 'a-party'));
    expect({ rows, scanned }).toEqual({ rows: 2, scanned: [] });
    expect(read).toBeLessThan(20);
  });
});
