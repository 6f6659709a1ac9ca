import type { Database, Queryable, Row } from '@irisflow/database';
import { innerPlans, type PlanNode, type TestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopeOf, searchAuditRows, searchStaff } from '@irisflow/access';
import { countCaseRows, searchCaseRows } from '@irisflow/casework';
import { countWorklist, listWorklistRows } from '@irisflow/worklist';
import { countContactRows, listContactRows } from '@irisflow/parties';
import { openFilledWorlds } from '../testing/open-filled-worlds.ts';
import { personIn } from '../testing/two-worlds.ts';

const CASES = 50_000;
const ENTRIES = 50_000;
/** The two worlds have some rows of their own, which one plan reads and another does not: statistics are drawn by lot. */
const A_FEW = 5;
const CONTACTS = 10_000;
const numbers = `unnest(array['a', 'b']) w, generate_series(1, ${CASES}) n`;

/** Rows of two administrations that look alike; one in eight cases is of a Jean, one in all of somebody called Wednesday. */
const FILL = [
  `insert into casework.case_file (id, administration, reference, procedure_key, procedure_version, person_id, applicant,
     search_text, language, status, data, prefill, submitted_at, updated_at, process_instance_key, draft_id)
   select w || '-case-' || n, w, upper(w) || 'H-RA-2026-' || lpad(n::text, 6, '0'), w || '-procedure', 1, 'b-party', name,
          w || 'h-ra-2026-' || lpad(n::text, 6, '0') || ' ' || name, 'fr', 'submitted',
          jsonb_build_object('text', repeat('x', 500)), '[]', timestamptz '2026-01-01' + n * interval '4 minutes', now(),
          w || n, w || '-draft-' || n
     from ${numbers}, lateral (select case when n = 4242 then 'wednesday' else
       (array['jean', 'marie', 'luc', 'anna', 'pieter', 'sofie', 'karim', 'fatima'])[1 + n % 8] || ' ' || md5((n / 7)::text) end as name) names`,
  `insert into casework.task (id, administration, case_id, process_instance_key, element_id, state, candidate_groups, priority, created_at)
   select w || '-task-' || n, w, w || '-case-' || n, w || n, 'check', 'open', '{}', 50, timestamptz '2026-01-01' + n * interval '4 minutes'
     from ${numbers}`,
  `insert into casework.term (id, case_id, key, administration, label, kind, length, legal_ref, state, act_on, started_on, last_day,
     due_on, suspensions)
   select w || '-term-' || n, w || '-case-' || n, 'decide', w, '{}', 'calendarDays', 60, '"x"', 'running', '2026-01-01', '2026-01-01',
          date '2026-01-01' + n % 300, date '2026-01-01' + n % 300, '[]'
     from ${numbers}`,
  `insert into casework.audit_entry
   select w, n + 10, timestamptz '2026-01-01' + n * interval '1 minute', 'person:' || md5((n % 400)::text),
          case when n = 4242 then 'audit.exported' else 'case.read' end, 'case:' || md5((n / 3)::text), 'done', '{}', 'x', 'y'
     from unnest(array['a', 'b']) w, generate_series(1, ${ENTRIES}) n`,
  `insert into casework.person (id, issuer, subject, name, language, roles, groups, administration, created_at, party_id)
   select 'p' || n, 'test', 'p' || n, 'Person ' || n, 'fr', array['citizen'], '{}',
          case when n % 500 = 0 then 'a' when n % 500 = 1 then 'b' end, now(), 'p' || n from generate_series(1, ${CASES}) n`,
  `insert into casework.contact (id, administration, revision, channel, kind, state, first_name, last_name, language,
     subject, said, answer, follow_up, received_on, recorded_by, recorded_at, search_text)
   select w || '-contact-' || n, w, 1, 'call', 'question', 'open', '', 'x', 'fr', 'x', '', '', '', '2026-01-01', w || '-person',
          timestamptz '2026-01-01' + n * interval '4 minutes',
          w || 'h 2026 ' || case when n = 4242 then 'wednesday' else md5((n / 7)::text) end
     from unnest(array['a', 'b']) w, generate_series(1, ${CONTACTS}) n`,
  `insert into casework.contact_case (contact_id, case_id, administration, at)
   select w || '-contact-' || n, w || '-case-' || n, w, now()
     from unnest(array['a', 'b']) w, generate_series(1, ${CONTACTS}) n where n % 3 = 0`,
  `insert into casework.document (id, administration, case_id, name, media_type, size, sha256, origin, category,
     visible_to_applicant, added_at, added_by)
   select w || '-document-' || n, w, w || '-case-' || n, case when n = 777 then 'Thursday.pdf' else 'Facture ' || md5(n::text) || '.pdf' end,
          'application/pdf', 1, 'a-document_content', 'agent', 'report', false, now(), w || '-person'
     from ${numbers}`,
  `insert into casework.participant (id, administration, case_id, role, access, kind, name, language, valid_from, proof, added_at, added_by)
   select w || '-participant-' || n, w, w || '-case-' || n, 'landlord', 'none', 'person', md5(n::text), 'fr', '2026-01-01', 'x', now(),
          w || '-person'
     from unnest(array['a', 'b']) w, generate_series(1, ${CONTACTS}) n`,
  'analyze',
];

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const readOf = (node: PlanNode): number =>
  node['Relation Name'] === undefined
    ? 0
    : (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
      node['Actual Loops'];

describe('searches among many rows, made as the web makes them', () => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await openFilledWorlds(FILL);
    await store.database.query('vacuum analyze casework.case_file');
  }, 240_000);
  afterAll(() => store.drop());

  /** What a piece of work reads, in the statements within functions too. */
  const readFor = async (scope: ReturnType<typeof scopeOf>, work: (db: Queryable) => Promise<unknown>) => {
    const bounded: Database = store.database.as(scope);
    const nodes: PlanNode[] = [];
    const spent: number[] = [];
    const found = await work({
      query: async <R extends Row>(text: string, values: readonly unknown[] = []) => {
        const plans = await innerPlans(store.location, { scope, text, values });
        const ran = plans.flatMap(({ Plan }) => nodesOf(Plan)).filter((node) => node['Actual Loops'] > 0);
        nodes.push(...ran);
        const start = performance.now();
        const rows = await bounded.query<R>(text, values);
        spent.push(performance.now() - start);
        return rows;
      },
    });
    const scanned = nodes.filter((node) => node['Node Type'].includes('Seq Scan')).map((node) => node['Relation Name']);
    const indexes = new Set(nodes.flatMap((node) => node['Index Name'] ?? []));
    const read = nodes.reduce((sum, node) => sum + readOf(node), 0);
    if (process.env['IRISFLOW_TEST_TIMES'] === 'yes')
      console.log(expect.getState().currentTestName, { read, ms: spent.map((ms) => ms.toFixed(1)) });
    const readers = nodes
      .filter((node) => readOf(node) > 0)
      .map((node) => `${readOf(node)} of ${node['Relation Name']} by ${node['Index Name'] ?? node['Node Type']}`);
    return { found, scanned, indexes: [...indexes], read, readers };
  };

  const agent = scopeOf(personIn(['agent'], 'a'));
  const cases = { administration: 'a', words: null, status: null, procedureKey: null, language: null };
  const first = { before: null, limit: 26 };

  test('a rare word finds the one case by the index of words', async () => {
    const page = await readFor(agent, (db) => searchCaseRows(db, { ...cases, words: 'wednesday' }, first));
    expect(page.found).toHaveLength(1);
    expect(page).toMatchObject({ scanned: [], indexes: expect.arrayContaining(['case_file_by_fragments']) });
    expect(page.read).toBeLessThan(20);
    const count = await readFor(agent, (db) => countCaseRows(db, { ...cases, words: 'wednesday' }));
    expect(count).toMatchObject({
      found: 1,
      scanned: [],
      indexes: expect.arrayContaining(['case_file_by_fragments', 'document_by_fragments']),
    });
    expect(count.read).toBeLessThan(20);
  });

  test('a rare word in the name of a document finds its case by the index of those', async () => {
    const page = await readFor(agent, (db) => searchCaseRows(db, { ...cases, words: 'thursday' }, first));
    expect(page.found).toMatchObject([{ id: 'a-case-777' }]);
    expect(page).toMatchObject({ scanned: [], indexes: expect.arrayContaining(['document_by_fragments']) });
    expect(page.read).toBeLessThan(20);
    expect(await countCaseRows(store.database.as(agent), { ...cases, words: 'thursday' })).toBe(1);
  });

  test('what nobody has reads nothing', async () => {
    const page = await readFor(agent, (db) => searchCaseRows(db, { ...cases, words: 'nothing has this' }, first));
    expect(page).toMatchObject({ found: [], scanned: [] });
    expect(page.read, page.readers.join(', ')).toBeLessThan(A_FEW);
  });

  test('what the other administration alone has reads nothing either', async () => {
    const page = await readFor(agent, (db) => searchCaseRows(db, { ...cases, words: 'bh-ra-2026' }, first));
    expect(page).toMatchObject({ found: [], scanned: [] });
    expect(page.read, page.readers.join(', ')).toBeLessThan(A_FEW);
  });

  test('a word of every case reads no more than the page, in the order of the index', async () => {
    const page = await readFor(agent, (db) => searchCaseRows(db, { ...cases, words: '2026' }, first));
    expect(page.found).toHaveLength(26);
    expect(page.scanned).toEqual([]);
    expect(page.read).toBeLessThan(26 * 20);
  });

  test('two letters look through the own administration alone', async () => {
    const page = await readFor(agent, (db) => searchCaseRows(db, { ...cases, words: 'zq' }, first));
    expect(page.found).toEqual([]);
    expect(page.indexes).toContain('case_file_worklist');
    expect(page.read, page.readers.join(', ')).toBeLessThan(CASES + A_FEW);
  });

  const contacts = { administration: 'a', words: null, state: null, kind: null, caseId: null, waiting: null };

  test('contacts are read by page, and found by a rare word or by one that all have, by index', async () => {
    const page = await readFor(agent, (db) => listContactRows(db, contacts, first));
    expect(page.found).toHaveLength(26);
    const rare = await readFor(agent, (db) => listContactRows(db, { ...contacts, words: 'wednesday' }, first));
    expect(rare.found).toHaveLength(1);
    const common = await readFor(agent, (db) => listContactRows(db, { ...contacts, words: '2026' }, first));
    expect(common.found).toHaveLength(26);
    const count = await readFor(agent, (db) => countContactRows(db, { ...contacts, words: 'wednesday' }));
    expect(count.found).toBe(1);
    for (const { scanned, read } of [page, rare, common, count]) {
      expect(scanned).toEqual([]);
      expect(read).toBeLessThan(26 * 20);
    }
    const nothing = await readFor(agent, (db) => listContactRows(db, { ...contacts, words: 'bh 2026' }, first));
    expect(nothing).toMatchObject({ found: [], scanned: [] });
    expect(nothing.read, nothing.readers.join(', ')).toBeLessThan(A_FEW);
  });

  const worklist = { administration: 'a', personId: 'a-person', groups: [], today: '2026-11-25' };
  const filter = { view: 'team', procedureKey: null, language: null, elementId: null, words: null } as const;

  test.each(['due', 'created', 'priority'] as const)('the worklist by %s finds a rare word by index', async (sort) => {
    const page = await readFor(agent, (db) =>
      listWorklistRows(db, worklist, { ...filter, words: 'wednesday' }, { sort, after: null, limit: 26 }),
    );
    expect(page.found).toHaveLength(1);
    expect(page).toMatchObject({ scanned: [], indexes: expect.arrayContaining(['case_file_by_fragments']) });
    expect(page.read).toBeLessThan(30);
  });

  test('the worklist counts a rare word by index', async () => {
    const count = await readFor(agent, (db) => countWorklist(db, worklist, { ...filter, words: 'wednesday' }));
    expect(count).toMatchObject({ found: 1, scanned: [] });
    expect(count.read).toBeLessThan(30);
  });

  const entries = { chain: 'a', search: null, actor: null, action: null, object: null, from: null, to: null };
  const auditor = scopeOf(personIn(['auditor'], 'a'));

  test.each([
    ['actor', { actor: 'person:nobody' }],
    ['action', { action: 'audit.exported' }],
    ['object', { object: 'case:nothing' }],
  ] as const)('the audit of one %s is read by index', async (_, wanted) => {
    const page = await readFor(auditor, (db) =>
      searchAuditRows(db, { ...entries, ...wanted }, { before: null, limit: 51 }),
    );
    expect(page.scanned).toEqual([]);
    expect(page.read).toBeLessThan(60);
  });

  test('a search of the audit for words reads each entry once', async () => {
    const page = await readFor(auditor, (db) =>
      searchAuditRows(db, { ...entries, search: '%nothing has this%' }, { before: null, limit: 51 }),
    );
    expect(page.found).toEqual([]);
    expect(page.read).toBeLessThanOrEqual(2 * (ENTRIES + 1));
  });

  test('staff are looked for among staff, in an administration and on the platform', async () => {
    const own = await readFor(scopeOf(personIn(['administrator'], 'a')), (db) =>
      searchStaff(db, { administration: 'a', search: '%nobody%', role: null, after: null, limit: 26 }),
    );
    const everywhere = await readFor(scopeOf(personIn(['administrator'], null)), (db) =>
      searchStaff(db, { administration: null, search: '%nobody%', role: null, after: null, limit: 26 }),
    );
    for (const { found, scanned, read } of [own, everywhere]) {
      expect({ found, scanned }).toEqual({ found: [], scanned: [] });
      expect(read).toBeLessThan(CASES / 100);
    }
  });
});
