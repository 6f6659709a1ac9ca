import { DatabaseFault, type Database, type DatabaseKind } from '@irisflow/database';
import { openTestDatabase, type TestDatabase, usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@irisflow/access';
import { countCaseRows, searchCaseRows } from '@irisflow/casework';
import { countWorklist, listWorklistRows } from '@irisflow/worklist';
import { preparedCasework } from '../testing/prepared-casework.ts';
import { givenTwoWorlds, personIn } from '../testing/two-worlds.ts';

const everyRole = ['agent', 'supervisor', 'analyst', 'administrator', 'auditor', 'citizen'] as const;

/** None of them handles cases of the first administration. */
const strangers: Readonly<Record<string, Actor>> = {
  'agent of another': personIn(['agent'], 'b', 'b-person'),
  'supervisor of another': personIn(['supervisor'], 'b', 'b-person'),
  'staff of another in every role': personIn(everyRole, 'b', 'b-person'),
  'analyst of the same': personIn(['analyst'], 'a', 'b-person'),
  'administrator of the same': personIn(['administrator'], 'a', 'b-person'),
  'auditor of the same': personIn(['auditor'], 'a', 'b-person'),
  'administrator of the platform': personIn(['administrator'], null, 'b-person'),
  citizen: personIn(['citizen'], null, 'b-person'),
  'the applicant': personIn(['citizen'], null),
  'nobody in particular': personIn([], null, 'b-person'),
  anonymous: { kind: 'anonymous' },
  connector: {
    kind: 'connector',
    connector: 'case-store',
    case: { caseId: 'b-case_file', administration: 'b', procedureKey: 'b-procedure', procedureVersion: 1 },
    work: { job: '1', process: 'b', element: null },
  },
};

/** The functions are the same text on both stores: on the other one it is enough that some are bound by them. */
const sampled = ['staff of another in every role', 'citizen', 'connector'];
const strangersOn = (kind: DatabaseKind) =>
  Object.entries(strangers).filter(([name]) => kind === usualStore || sampled.includes(name));

const QUOTED = `o'clock "100%_" \\ back`;

/** What finds rows of the first administration, were anything to be found; wildcards and quotes are text like other text. */
const words = ['a-case_file', QUOTED, "o'c", '', '%', '_', '%%%', '___', '\\', "'", "' or true --", '"', '{}', 'a'];

/** Arguments that widen nothing, in every place that takes one. */
const calls = [
  ['select id from casework.cases_with($1)', 1],
  [`select id from casework.search_cases($1, null, null, null, null, null, 1000000)`, 1],
  [`select id from casework.search_cases($1, $1, $1, $1, 'infinity', $1, null)`, 1],
  [`select total as id from casework.count_cases($1, null, null, null) as total where total > 0`, 1],
  [`select unnest(casework.cases_beside(array[$1])) as id`, 1],
  [`select id from casework.search_contacts($1, null, null, null, null, null, null, null, 1000000)`, 1],
  [`select id from casework.search_contacts($1, $1, $1, $1, $1, '2026-11-25', 'infinity', $1, null)`, 1],
  [`select total as id from casework.count_contacts($1, null, null, null, null, null) as total where total > 0`, 1],
] as const;

const unlessRefused = async (work: Promise<unknown[]>): Promise<unknown[]> =>
  work.catch((thrown: unknown) => {
    if (thrown instanceof DatabaseFault && thrown.sqlState === '42501') return [];
    throw thrown;
  });

const filter = { view: 'team', procedureKey: null, language: null, elementId: null } as const;
const cases = { administration: 'a', status: null, procedureKey: null, language: null };
const worklist = { administration: 'a', personId: 'a-person', groups: ['a-group'], today: '2026-11-25' };

describe.each(['pglite', 'postgres'] as const)('searches behind the second wall alone, on %s', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await openTestDatabase(kind, preparedCasework);
    await givenTwoWorlds(store.database);
    await store.database.query(`update casework.case_file set search_text = $1 where administration = 'a'`, [
      `a-case_file ${QUOTED}`,
    ]);
    await store.database.query(`update casework.document set name = $1 where administration = 'a'`, [
      `a-case_file ${QUOTED}`,
    ]);
    await store.database.query(`update casework.contact set search_text = $1 where administration = 'a'`, [
      `a-case_file ${QUOTED}`,
    ]);
    await store.database.query(`update casework.task set candidate_groups = '{}', state = 'open'`);
  });
  afterAll(() => store.drop());

  const as = (actor: Actor): Database => store.database.as(scopeOf(actor));

  test.each(strangersOn(kind))('%s finds nothing by calling the functions', async (_, actor) => {
    const isOfB = actor.kind === 'person' && actor.person.administration === 'b';
    for (const wanted of words)
      for (const [text] of calls) {
        const rows = await unlessRefused(as(actor).query(text, [wanted]));
        const foreign = rows.filter(
          (row) => !(isOfB && ['b-case_file', 'b-contact', '1'].includes((row as { id: string }).id)),
        );
        expect(foreign, `${text} ${wanted}`).toEqual([]);
      }
  });

  test.each(strangersOn(kind))('%s finds nothing by the statements of the desk', async (_, actor) => {
    const db = as(actor);
    for (const wanted of words.filter((word) => word !== '')) {
      const first = { before: null, limit: 26 };
      const page = { sort: 'created', after: null, limit: 26 } as const;
      const found = await Promise.all([
        unlessRefused(searchCaseRows(db, { ...cases, words: wanted }, first)),
        unlessRefused(listWorklistRows(db, worklist, { ...filter, words: wanted }, page)),
        unlessRefused(
          countWorklist(db, worklist, { ...filter, words: wanted }).then((total) => (total === 0 ? [] : [1])),
        ),
      ]);
      expect(found, wanted).toEqual([[], [], []]);
    }
  });

  test('an error that a foreign row would raise is not raised, so that nobody learns from it', async () => {
    const db = as(personIn(everyRole, 'b', 'b-person'));
    for (const trap of [
      `1 / (case when f.administration = 'a' then 0 else 1 end) = 1`,
      `(case when f.administration = 'a' then f.reference else '1' end)::int = 1`,
      `strpos(f.search_text, 'a-case') >= 0 and 1 / (length(f.search_text) - (select length($1))) is not null`,
    ]) {
      const ofTrap = trap.includes('$1') ? [`a-case_file ${QUOTED}`] : [];
      const direct = db.query(`select f.id from casework.case_file f where ${trap}`, ofTrap);
      expect((await direct).map((row) => row['id'])).toEqual(['b-case_file']);
      const joined = db.query(
        `select f.id from casework.case_file f join casework.cases_with('b-') found on found.id = f.id where ${trap}`,
        ofTrap,
      );
      await expect(joined).resolves.toBeDefined();
    }
    // Arguments are cast before any row is looked at: the error is the caller's own.
    await expect(db.query(`select * from casework.search_cases('x', null, null, null, 'x', null, 1)`)).rejects.toThrow(
      'timestamp',
    );
  });

  test('whose work it is find their own, on both stores the same', async () => {
    const db = as(personIn(['agent'], 'a'));
    const found = async (wanted: string) => {
      const rows = await searchCaseRows(db, { ...cases, words: wanted }, { before: null, limit: 26 });
      const total = await countCaseRows(db, { ...cases, words: wanted });
      const tasks = await countWorklist(db, worklist, { ...filter, words: wanted });
      return [rows.length, total, tasks];
    };
    for (const wanted of ['a-case_file', 'case_file', 'o\'clock "100%_"', '%_"', '%', "'", '\\ ba', QUOTED, 'o', '_f'])
      expect(await found(wanted), wanted).toEqual([1, 1, 1]);
    for (const wanted of ['a-case%file', '%case', 'case-file', '%%', '{}', 'nothing has this'])
      expect(await found(wanted), wanted).toEqual([0, 0, 0]);
  });

  test('the keeper’s functions take the names they use from nobody', async () => {
    const db = as(personIn(everyRole, 'b', 'b-person'));
    await expect(
      db.transaction(async (tx) => {
        await tx.query(`set local search_path = pg_temp, casework`);
        await tx.query(`create temporary table case_file (id text, administration text, search_text text)`);
        await tx.query(`insert into case_file values ('x', 'b', 'planted words')`);
        return tx.query(`select id from casework.cases_with('planted')`);
      }),
    ).resolves.toEqual([]);
  });
});
