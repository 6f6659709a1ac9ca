import { job, scopeOf } from '@irisflow/access';
import type { Database, Row } from '@irisflow/database';

interface Finding extends Row {
  readonly found: string;
}

/** What must be true of campaigns, as statements that answer what is not. */
const proofs: readonly string[] = [
  `select 'Expected nobody to be written down before campaign ' || c.id || ' was drawn, but found ' || count(*) as found
     from casework.campaign c join casework.campaign_recipient r on r.campaign_id = c.id
    where c.drawn_at is null group by c.id`,
  `select 'Expected the letter of recipient ' || r.id || ' in the case by which they are known, but it is in another' as found
     from casework.campaign_recipient r join casework.notice n on n.id = r.notice_id where n.case_id <> r.case_id`,
  `select 'Expected campaign ' || c.id || ' to have sent ' || c.day_sent || ' letters on ' || c.day || ', but found ' || count(r.id) as found
     from casework.campaign c
     left join casework.campaign_recipient r on r.campaign_id = c.id and r.state = 'sent'
      and (r.settled_at at time zone 'Europe/Brussels')::date = c.day
    where c.day is not null group by c.id having count(r.id) <> c.day_sent`,
  `select 'Expected a case to answer recipient ' || r.id || ' of the same party, but it is of another one' as found
     from casework.campaign_recipient r join casework.case_file f on f.id = r.answer_case_id
    where f.person_id <> r.person_id`,
];

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(
    `select to_regclass('casework.campaign') is not null as found`,
  );
  return row?.found ?? false;
};

/** Compares what went and was answered with what campaigns say of it; answers what does not fit. */
export const checkCampaigns = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('operator')));
  const findings: string[] = [];
  for (const proof of proofs) findings.push(...(await db.query<Finding>(proof)).map(({ found }) => found));
  return findings;
};
