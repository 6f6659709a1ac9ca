import type { PersonActor, Role } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';

/** One row a table and administration, so that whatever an actor sees of the other one is a leak. */
export type World = 'a' | 'b';

/** Somebody of the two worlds; what a world has of a person is that of `<world>-person`. */
export const personIn = (roles: readonly Role[], administration: World | null, id = 'a-person'): PersonActor => ({
  kind: 'person',
  person: {
    id,
    partyId: id.replace('person', 'party'),
    name: 'A',
    email: null,
    isEmailVerified: false,
    language: 'fr',
    roles,
    groups: [],
    administration,
  },
  session: null,
});

/** The same, whom a rule of access bounds to cases of some procedures. */
export const boundPersonIn = (
  roles: readonly Role[],
  administration: World,
  procedures: readonly string[],
): PersonActor => {
  const { person, ...actor } = personIn(roles, administration);
  const reach = [{ procedures, languages: null, communes: null, documents: true }];
  return { ...actor, person: { ...person, reach } };
};

/** The same, who has a conflict of interest with some cases. */
export const apartPersonIn = (roles: readonly Role[], administration: World, id?: string): PersonActor => {
  const { person, ...actor } = personIn(roles, administration, id);
  return { ...actor, person: { ...person, isApart: true } };
};

export interface ColumnFact extends Record<string, unknown> {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isKey: boolean;
  /** Table and column that it points to. */
  readonly target: string | null;
  /** The first value that a check allows. */
  readonly allowed: string | null;
}

const FACTS = `
  select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
         not a.attnotnull as "isNullable",
         exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey)) as "isKey",
         (select t.relname || '.' || ta.attname
            from pg_constraint k
            join pg_class t on t.oid = k.confrelid
            join pg_attribute ta on ta.attrelid = t.oid and ta.attnum = k.confkey[array_position(k.conkey, a.attnum)]
           where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey) limit 1) as target,
         (select substring(pg_get_constraintdef(k.oid) from $$'([^']+)'::text$$)
            from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as allowed
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'casework' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
     and a.attidentity = '' and a.attgenerated = '' and c.relname <> 'migration'
   order by c.relname, a.attnum`;

export const readFacts = (db: Queryable): Promise<ColumnFact[]> => db.query<ColumnFact>(FACTS);

const numbers = new Set(['integer', 'bigint', 'numeric', 'smallint', 'double precision']);

/** What a column of text says; pointers say what they point to, through other pointers. */
const textOf = (facts: readonly ColumnFact[], { table, column, target, allowed }: ColumnFact, world: World): string => {
  const pointed = facts.find((fact) => `${fact.table}.${fact.column}` === target);
  if (pointed !== undefined) return textOf(facts, pointed, world);
  if (allowed !== null) return allowed;
  const isWorld = column === 'chain' || column === 'administration' || (table === 'administration' && column === 'key');
  if (isWorld) return world;
  // Not every pointer is declared to the database.
  return `${world}-${column === 'case_id' ? 'case_file' : table}`;
};

const otherOf = (type: string, world: World): unknown => {
  switch (type) {
    case 'boolean':
      return true;
    case 'jsonb':
      return '{}';
    case 'text[]':
      return [];
    case 'date':
      return '2026-11-25';
    case 'bytea':
      return Buffer.from(world);
    default:
      return '2026-11-25T09:00:00Z';
  }
};

/** What a check over several columns wants empty once the others are filled. */
const leftEmpty = new Set([
  // What was taken in has no reason why not.
  'incoming_delivery.refusal',
  'branding.accent',
  'branding.logo',
  'branding.logo_hash',
  'branding.logo_type',
  'branding.logo_width',
  'branding.logo_height',
  'sealed_detail.erased_at',
  'invitation.issuer',
  'invitation.subject',
  'closure.date',
  'conflict_of_interest.party_id',
  'party.enterprise_number',
  'party_identifier.until',
  'mandate.mandatee_index',
  'participant.enterprise_number',
  'absence.stand_in',
  'appeal.ended_on',
  'appeal.outcome',
  'appeal.ruling',
  'appeal.replaced_by',
  'declared_change.settled_at',
  'declared_change.refusal',
  'hearing.ended_at',
  'inspection.asked_person',
  'inspection.outcome',
  'inspection.ended_at',
  'procedure_retirement.replaced_by',
  'opinion.asked_person',
  'opinion.outcome',
  'opinion.ended_at',
  'reopening.decided_at',
  'right_version.carries',
  'right_import.confirmed_by',
  'right_question.unknown_because',
  'quota_place.reserved_until',
  'quota_place.ended',
  'obligation.paused_on',
  'obligation.ended',
  'campaign.paused_because',
  'campaign.started_by',
  'campaign.started_at',
  'campaign.content',
  'campaign_recipient.skipped',
  'obligation_event.step',
  'reopening.refusal',
  'rehearsal.ended_at',
  'rehearsal_case.reason',
  'rehearsal_case.result',
  'transfer.new_case_id',
  'transfer.refusal',
  'legal_hold.party_id',
  'declared_change.settled_at',
  'declared_change.refusal',
  'destruction.approved_by',
  'destroyed_case.destroyed_at',
  'destroyed_case.kept_because',
  'bank_movement.payment_id',
  'bank_movement.batch_id',
  'bank_movement.payable_id',
  'bank_movement.misfit',
  'payable.returned_on',
  'receivable_news.step',
  'ledger_entry.reverses',
  'write_off.decided_by',
  'notice.copy_of',
  'notice_fate.corrects',
  'notice_fate.event',
  'budget_credit.decided_by',
  'budget_movement.credit_id',
  'budget_movement.payable_id',
  'payment_batch.released_by',
  'document_content.threat',
]);

/** What a check over several columns wants false once the others are filled. */
const keptFalse = new Set(['case_message.asks']);

/** A table of one row holds that of the second world, which nobody of the first one may reach. */
const worldsOf = (facts: readonly ColumnFact[], table: string): readonly World[] =>
  facts.some((fact) => fact.table === table && fact.type === 'boolean' && fact.isKey) ? ['b'] : ['a', 'b'];

export interface Wanted {
  readonly table: string;
  readonly world: World;
  /** Makes keys that are not there yet. */
  readonly again?: string;
}

const valueOf = (facts: readonly ColumnFact[], fact: ColumnFact, { world, again = '' }: Wanted): unknown => {
  const name = `${fact.table}.${fact.column}`;
  if (leftEmpty.has(name)) return null;
  if (keptFalse.has(name)) return false;
  const isOwnKey = fact.isKey && fact.target === null && fact.allowed === null;
  if (fact.type === 'text') return textOf(facts, fact, world) + (isOwnKey ? again : '');
  if (numbers.has(fact.type)) return (world === 'a' ? 1 : 2) + (isOwnKey ? again.length : 0);
  return otherOf(fact.type, world);
};

/** Parents first. */
const inOrder = (facts: readonly ColumnFact[]): string[] => {
  const parents = new Map<string, Set<string>>();
  for (const { table, target } of facts) {
    const known = parents.get(table) ?? new Set();
    const parent = target?.split('.')[0];
    if (parent !== undefined && parent !== table) known.add(parent);
    parents.set(table, known);
  }
  const done: string[] = [];
  while (done.length < parents.size) {
    const next = [...parents].find(
      ([table, above]) => !done.includes(table) && [...above].every((one) => done.includes(one)),
    );
    if (next === undefined)
      throw new Error('Expected tables that can be filled one after the other, but they point in a circle');
    done.push(next[0]);
  }
  return done;
};

/** The statement that writes a row of a world. */
export const insertOf = (facts: readonly ColumnFact[], wanted: Wanted): { text: string; values: unknown[] } => {
  const columns = facts.filter((fact) => fact.table === wanted.table);
  const names = columns.map(({ column }) => `"${column}"`).join(', ');
  const places = columns.map((_, place) => `$${place + 1}`).join(', ');
  return {
    text: `insert into casework.${wanted.table} (${names}) values (${places})`,
    values: columns.map((fact) => valueOf(facts, fact, wanted)),
  };
};

/** One line alone balances with none, and what the books add up by themselves is filled as every other table. */
const byThemselves = [
  'budget_line.opened',
  'budget_movement.added_up',
  'engagement.opened',
  'ledger_entry.numbered',
  'ledger_entry.balanced',
  'ledger_line.balanced',
  'ledger_line.added_up',
  'ledger_line.refund_added_up',
  'receivable_balance.tallied',
];
const setBooks = async (db: Queryable, how: 'disable' | 'enable'): Promise<void> => {
  for (const name of byThemselves) {
    const [table, trigger] = name.split('.');
    await db.query(`alter table casework.${table} ${how} trigger ${trigger}`);
  }
};

/** Fills every table of casework with one row of each world, whatever tables there are. */
export const givenTwoWorlds = async (db: Queryable): Promise<readonly ColumnFact[]> => {
  const facts = await readFacts(db);
  await setBooks(db, 'disable');
  for (const table of inOrder(facts))
    for (const world of worldsOf(facts, table)) {
      const { text, values } = insertOf(facts, { table, world });
      await db.query(text, values);
    }
  await setBooks(db, 'enable');
  return facts;
};
