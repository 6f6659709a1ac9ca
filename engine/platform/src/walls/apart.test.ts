import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JobName, scopeOf, scopeOfJobFor } from '@irisflow/access';
import { preparedCasework } from '../testing/prepared-casework.ts';
import { apartPersonIn, givenTwoWorlds, personIn } from '../testing/two-worlds.ts';

const numberOf = `(select number_index from casework.party_identifier where party_id = 'b-party')`;

/** What ties somebody, who is another party than the applicant, to a case of theirs, and what takes the tie away. */
const ties: Readonly<Record<string, readonly [string, string]>> = {
  'is its applicant': [
    `update casework.person set party_id = 'a-party' where id = 'a-person'`,
    `update casework.person set party_id = 'b-party' where id = 'a-person'`,
  ],
  'acts for its applicant': [
    `update casework.mandate set mandator_id = 'a-party', mandatee_id = 'b-party', revoked_at = null, valid_to = null where id = 'a-mandate'`,
    `update casework.mandate set revoked_at = now() where id = 'a-mandate'`,
  ],
  'may act for its applicant, by their number': [
    `update casework.mandate set mandatee_id = null, mandatee_index = ${numberOf}, revoked_at = null where id = 'a-mandate'`,
    `update casework.mandate set valid_to = '2020-01-01', valid_from = '2019-01-01' where id = 'a-mandate'`,
  ],
  'takes part in it': [
    `update casework.participant set party_id = 'b-party', ended_at = null, end_reason = null where id = 'a-participant'`,
    `update casework.participant set ended_at = now(), end_reason = 'x' where id = 'a-participant'`,
  ],
  'takes part in it, by their number': [
    `update casework.participant set party_id = null, number_index = ${numberOf}, ended_at = null, end_reason = null where id = 'a-participant'`,
    `update casework.participant set number_index = 'x' where id = 'a-participant'`,
  ],
  'is one about whom it asks': [
    `update casework.case_party set person_id = 'b-party' where id = 'a-case_party'`,
    `update casework.case_party set person_id = 'a-party' where id = 'a-case_party'`,
  ],
  'is taken for the same as its applicant': [
    `update casework.party_merge set party_id = 'b-party', into_party_id = 'a-party', undone_at = null, undo_reason = null where id = 'a-party_merge'`,
    `update casework.party_merge set undone_at = now(), undo_reason = 'x' where id = 'a-party_merge'`,
  ],
  'declared it with its applicant': [
    `update casework.conflict_of_interest set case_id = null, party_id = 'a-party', lifted_at = null, lift_reason = null where id = 'a-conflict_of_interest'`,
    `update casework.conflict_of_interest set lifted_at = now(), lift_reason = 'x' where id = 'a-conflict_of_interest'`,
  ],
};

describe('who has a conflict of interest with a case', () => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await openTestDatabase('postgres', preparedCasework);
    await givenTwoWorlds(store.database);
    for (const [, untie] of Object.values(ties)) await store.database.query(untie);
  });
  afterAll(() => store.drop());

  const cases = () =>
    store.database
      .as(scopeOf(apartPersonIn(['agent'], 'a')))
      .query<{ id: string }>('select id from casework.case_file');
  const isApart = async (): Promise<unknown> => {
    const [row] = await store.database.query(`select casework.is_apart('a-person') as known`);
    return row?.['known'];
  };

  test.each(Object.entries(ties))('whoever %s', async (_tie, [tie, untie]) => {
    expect([await cases(), await isApart()]).toEqual([[{ id: 'a-case_file' }], false]);
    await store.database.query(tie);
    expect([await cases(), await isApart()]).toEqual([[], true]);
    await store.database.query(untie);
    expect(await cases()).toHaveLength(1);
  });

  test('is that of somebody under every record with a number that their desk was told', async () => {
    const recordsOf = async (party: string): Promise<unknown> =>
      (await store.database.query(`select casework.parties_merged('a', array[$1]) as known`, [party]))[0]?.['known'];
    const tell = (number: string, party: string) =>
      store.database.query(
        `update casework.case_party set person_id = $1, number_index = ${number} where id = 'a-case_party'`,
        [party],
      );
    expect(await recordsOf('b-party')).toEqual(['b-party']);
    await tell(`(select number_index from casework.party_identifier where party_id = 'a-party')`, 'b-party');
    for (const party of ['a-party', 'b-party'])
      expect(await recordsOf(party)).toEqual(expect.arrayContaining(['a-party', 'b-party']));
    await tell('null', 'a-party');
    expect(await recordsOf('b-party')).toEqual(['b-party']);
  });

  /** Cases of another administration, whose applicant the reader is there. */
  const asked: readonly (readonly [string, JobName, string])[] = [
    ['opinion', 'opinions', `update casework.opinion set asked_administration = 'a' where id = 'b-opinion'`],
    ['inspection', 'opinions', `update casework.inspection set asked_administration = 'a' where id = 'b-inspection'`],
    ['transfer', 'transfers', `update casework.transfer set to_administration = 'a' where id = 'b-transfer'`],
  ];

  test.each(asked)('nobody is handed an %s about their own case of another administration', async (table, job, ask) => {
    await store.database.query(ask);
    const read = (actor: ReturnType<typeof personIn>) =>
      store.database
        .as(scopeOfJobFor(actor, job))
        .query<{ id: string }>(`select id from casework.${table} where id like 'b-%'`);
    expect(await read(personIn(['agent'], 'a'))).toHaveLength(1);
    expect(await read(apartPersonIn(['agent'], 'a'))).toEqual([]);
  });
});
