// A campaign over all parties: `node campaigns.mjs [--store postgres] [--parties 50000]`. An administration's years of work are seeded
// (twice as many cases as parties, four times as many rights, half of them changed once), then it is counted and written down whom
// campaigns are for, and letters go.
// Works on the build. Prints a table; asserts nothing, because other work on the machine moves the numbers.
import { parseArgs } from 'node:util';
import { startPostgres } from '@irisflow/database/testing';
import {
  campaignFolder,
  connectorOf,
  givenAdministrations,
  givenCase,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  seedYearsOfWork,
  system,
} from '@irisflow/platform/testing';

const { values } = parseArgs({
  options: { store: { type: 'string', default: 'postgres' }, parties: { type: 'string' } },
});
const { store } = values;
const parties = Number(values.parties ?? (store === 'pglite' ? 5_000 : 50_000));
const cases = parties * 2;
const rights = parties * 4;
const server = store === 'postgres' ? await startPostgres() : null;
if (server !== null) process.env.IRISFLOW_TEST_POSTGRES_URL = server.url;

const given = await openTestCasework({ kind: store });
const { campaigns, caseStore } = given.casework;
await givenAdministrations(given.casework);
await givenPublished(given.casework, campaignFolder());
const ann = await givenStaff(given.casework, { name: 'Ann', roles: ['agent', 'communicator'] });
const bob = await givenStaff(given.casework, { name: 'Bob', roles: ['agent', 'communicator'] });
const alma = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
const same = (text) => ({ fr: text, nl: text, en: text });
// Letters to more than a hundred people name whom to ask.
await given.casework.branding.saveContactUnit(alma, {
  revision: 0,
  unit: {
    name: same('Infopunt'),
    person: null,
    address: same('Rue du Marché 1, 1000 Bruxelles'),
    phone: '02 555 01 01',
    email: 'info@housing.example',
    hours: same('9:00–12:00'),
  },
});
const first = await givenCase(given.casework, await givenReader(given.casework, 'Léa'));
const { rightId } = await caseStore.changeRight(connectorOf(first), {
  idempotencyKey: 'grant',
  action: 'grant',
  kind: 'stall',
  data: { place: 'Flagey' },
});
await seedYearsOfWork(given.database, { first, parties, cases, timeline: 1000 });
await given.database.transaction(async (tx) => {
  await tx.query('set local session_replication_role = replica');
  // Decided: whoever has a case that goes on has answered already.
  await tx.query("update casework.case_file set status = 'granted'");
  await tx.query(
    `insert into casework.granted_right
     select r.* from (select * from casework.granted_right where id = $1) g, generate_series(1, $2::integer) n,
       lateral jsonb_populate_record(null::casework.granted_right, to_jsonb(g) || jsonb_build_object(
         'id', 'right-' || n, 'case_id', 'case-' || (1 + n % $3::integer), 'number', 'ST-2020-' || lpad(n::text, 6, '0'),
         'person_id', 'party-' || (1 + (1 + n % $3::integer) % $4::integer), 'check_code', 'code-' || n)) r`,
    [rightId, rights, cases, parties],
  );
  // Their last days lie in ten years; every second one was changed once.
  await tx.query(
    `insert into casework.right_version
     select v.* from (select * from casework.right_version where right_id = $1 limit 1) g, generate_series(1, $2::integer) n,
       generate_series(1, 1 + n % 2) s,
       lateral jsonb_populate_record(null::casework.right_version, to_jsonb(g) || jsonb_build_object(
         'right_id', 'right-' || n, 'sequence', s, 'case_id', 'case-' || (1 + n % $3::integer), 'carries', null,
         'person_id', 'party-' || (1 + (1 + n % $3::integer) % $4::integer),
         'valid_to', date '2026-11-25' + (n * 7919) % 3650,
         'data', jsonb_build_object('place', case n % 3 when 0 then 'Châtelain' else 'Flagey' end))) v`,
    [rightId, rights, cases, parties],
  );
  await tx.query(
    `insert into casework.channel_choice (id, party_id, channel, chosen_at, chosen_by)
     select 'choice-' || n, 'party-' || n, 'portal', now(), 'party-' || n from generate_series(1, $1::integer) n where n % 10 <> 0`,
    [parties],
  );
  await tx.query(
    `insert into casework.campaign_choice (id, party_id, administration, choice, chosen_at, chosen_by)
     select 'said-' || n, 'party-' || n, 'housing', 'objects', now(), 'party-' || n from generate_series(1, $1::integer) n where n % 50 = 1`,
    [parties],
  );
});
await given.database.query('vacuum analyze');

const text = { fr: 'x', nl: 'x', en: '' };
const stalls = {
  from: 'rights',
  procedureKey: 'rent-aid',
  kind: 'stall',
  states: ['active'],
  ends: null,
  where: [],
  language: null,
  without: null,
};
const plan = {
  name: 'x',
  title: text,
  purpose: text,
  legalBasis: text,
  ground: 'task',
  selection: stalls,
  procedureKey: 'rent-aid',
  link: 'renewalOf',
  letter: 'renewal',
  beginsOn: '2026-11-25',
  endsOn: '2026-12-31',
  perDay: 100_000,
  perHour: 100_000,
  officeHours: false,
  stopShare: 50,
};
const ends = { from: '2027-01-01', days: 90 };
const everybody = {
  from: 'cases',
  procedureKey: 'rent-aid',
  statuses: ['granted'],
  filedFrom: null,
  filedTo: null,
  language: null,
  without: null,
};

const rows = [];
const timed = async (what, work, found) => {
  const times = [];
  let reply;
  for (let run = 0; run < 3; run += 1) {
    const from = performance.now();
    reply = await work();
    times.push(performance.now() - from);
  }
  rows.push({ what, ms: Math.round(times.toSorted((a, b) => a - b)[1]), found: found(reply) });
};
const count = (selection) => () => campaigns.countSelection(ann, { plan: { ...plan, selection } });
const told = ({ letters, leftOut }) =>
  `${letters}, left out ${leftOut.map((one) => `${one.reason} ${one.count}`).join(', ')}`;

await timed('rights that end within 90 days', count({ ...stalls, ends }), told);
await timed('of those, on one market', count({ ...stalls, ends, where: [{ field: 'place', is: 'Châtelain' }] }), told);
await timed('every right of the kind', count(stalls), told);
await timed('every party, by its last case', count(everybody), told);
await timed(
  'every party without a right of the kind',
  count({ ...everybody, without: { procedureKey: 'rent-aid', kind: 'stall' } }),
  told,
);

const { id: campaignId } = await campaigns.createCampaign(ann, { plan: { ...plan, selection: { ...stalls, ends } } });
await campaigns.proposeCampaign(ann, { campaignId });
await campaigns.startCampaign(bob, { campaignId });
const one = async (what, work) => {
  const from = performance.now();
  const reply = await work();
  rows.push({ what, ms: Math.round(performance.now() - from), found: reply });
};
await one('written down', async () => {
  await campaigns.watch(system, {});
  return (await campaigns.getCampaign(ann, { campaignId })).numbers.recipients;
});
await one('50 dealt with', async () => {
  await campaigns.watch(system, {});
  const { sent, skipped } = (await campaigns.getCampaign(ann, { campaignId })).numbers;
  return `${sent} sent, ${skipped.answered} answered before`;
});
console.table(rows);
await given.close();
await server?.stop();
process.exit(0);
