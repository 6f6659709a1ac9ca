// The letters of a campaign that goes by the contact unit: `node campaign-letters.mjs [--store postgres] [--recipients 5000]`. One
// person goes the whole way and is copied with their case and their right; the campaign is written, proposed, started by a second
// person, drawn and sent in the rounds of the platform, each letter a PDF of its own that is filed with its case and audited.
// Works on the build. Prints a line for each step as it ends, for many letters take minutes; fails only where a letter is
// missing.
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
  system,
} from '@irisflow/platform/testing';

const { values } = parseArgs({
  options: { store: { type: 'string', default: 'postgres' }, recipients: { type: 'string' } },
});
const { store } = values;
const count = Number(values.recipients ?? (store === 'pglite' ? 500 : 5_000));
const server = store === 'postgres' ? await startPostgres() : null;
if (server !== null) process.env.IRISFLOW_TEST_POSTGRES_URL = server.url;

const given = await openTestCasework({ kind: store });
const { casework, database } = given;
const { campaigns } = casework;
await givenAdministrations(casework);
await givenPublished(casework, campaignFolder());
const ann = await givenStaff(casework, { name: 'Ann', roles: ['agent', 'communicator'] });
const bob = await givenStaff(casework, { name: 'Bob', roles: ['supervisor', 'communicator'] });
const alma = await givenStaff(casework, { name: 'Alma', roles: ['administrator'] });
const said = (text) => ({ fr: text, nl: text, en: text });
await casework.branding.saveContactUnit(alma, {
  revision: 0,
  unit: {
    name: said('Service des marchés'),
    person: null,
    address: said('Rue Haute 1\n1000 Bruxelles'),
    phone: '02 123 45 67',
    email: 'markets@example.org',
    hours: said('Lundi à vendredi, 9 à 12 h'),
  },
});
const noa = await givenReader(casework, 'Noa Peeters');
const caseId = await givenCase(casework, noa, 'Noa Peeters');
await casework.caseStore.changeRight(connectorOf(caseId), {
  idempotencyKey: 'grant',
  action: 'grant',
  kind: 'stall',
  data: { place: 'Flagey' },
});

/** Rows of whoever went the whole way, and under which keys their copies stand. */
const copies = {
  party: ['id = $1', `'id', $1 || n`],
  channel_choice: ['party_id = $1', `'id', t.id || n, 'party_id', $1 || n`],
  case_file: [
    'person_id = $1',
    `'id', t.id || n, 'reference', t.reference || n, 'person_id', $1 || n, 'draft_id', null`,
  ],
  granted_right: [
    'person_id = $1',
    `'id', t.id || n, 'number', t.number || n, 'case_id', t.case_id || n, 'person_id', $1 || n, 'check_code', t.check_code || n`,
  ],
  right_version: ['person_id = $1', `'right_id', t.right_id || n, 'case_id', t.case_id || n, 'person_id', $1 || n`],
};
const [{ person_id: personId }] = await database.query('select person_id from casework.case_file where id = $1', [
  caseId,
]);
for (const [table, [rows, changes]] of Object.entries(copies))
  await database.query(
    `insert into casework.${table}
     select (jsonb_populate_record(null::casework.${table}, to_jsonb(t) || jsonb_build_object(${changes}))).*
       from casework.${table} t, generate_series(2, $2::integer) n where t.${rows}`,
    [personId, count],
  );
await database.query('analyze');

const secondsSince = (from) => (performance.now() - from) / 1000;
const say = (seconds, what) => console.log(`${seconds.toFixed(2).padStart(8)} s  ${what}`);
const timed = async (what, work) => {
  const from = performance.now();
  const reply = await work();
  say(secondsSince(from), what);
  return reply;
};

const plan = {
  name: 'Renewals of spring',
  title: said('Renouvelez votre emplacement'),
  purpose: said('Votre emplacement prend bientôt fin.'),
  legalBasis: said('Règlement des marchés, article 4'),
  ground: 'task',
  selection: {
    from: 'rights',
    procedureKey: 'rent-aid',
    kind: 'stall',
    states: ['active'],
    ends: null,
    where: [],
    language: null,
    without: null,
  },
  procedureKey: 'rent-aid',
  link: 'renewalOf',
  letter: 'renewal',
  beginsOn: '2026-11-25',
  endsOn: '2027-01-31',
  perDay: 100_000,
  perHour: 100_000,
  officeHours: false,
  stopShare: 20,
};
const { id: campaignId } = await timed('written', () => campaigns.createCampaign(ann, { plan }));
await timed('one letter previewed', () => campaigns.previewCampaign(ann, { campaignId, number: 0 }));
await timed('proposed', () => campaigns.proposeCampaign(ann, { campaignId }));
await timed('started', () => campaigns.startCampaign(bob, { campaignId }));
await timed(`${count} recipients drawn`, () => campaigns.watch(system, {}));

const numbers = async () => (await campaigns.getCampaign(ann, { campaignId })).numbers;
const tenth = Math.ceil(count / 10);
let from = performance.now();
let before = 0;
for (let did = 1; did > 0;) {
  did = await campaigns.watch(system, {});
  const { sent } = await numbers();
  if (sent === before || (did > 0 && sent - before < tenth)) continue;
  const seconds = secondsSince(from);
  say(seconds, `letters ${before + 1} to ${sent}, ${((sent - before) / seconds).toFixed(1)} a second`);
  [before, from] = [sent, performance.now()];
}
const { sent } = await timed('its page, with all letters gone', numbers);
await timed('all campaigns', () => campaigns.listCampaigns(ann, {}));
await timed('its results, exported', () => campaigns.exportResults(ann, { campaignId, language: 'fr' }));
console.log(`${Math.round(process.memoryUsage().rss / 1e6)} MB of memory`);
await given.close();
await server?.stop();
if (sent !== count) throw new Error(`Expected ${count} letters, but ${sent} were sent`);
process.exit(0);
