import { everyRow, may, mayRead, ofAdministration, type Right, type Verb, type Wall } from '@irisflow/access';
import { remains, type Parting, type TableName } from '../destruction/remains.ts';

const guarded = mayRead(`${ofAdministration('audits')} or ${ofAdministration('corrects')}`);
const known = (column: string): Right =>
  mayRead(`exists (select from casework.case_file f where f.person_id = ${column})
    or exists (select from casework.case_party c where c.person_id = ${column})
    or exists (select from casework.contact t where t.person_id = ${column})`);

/** What whoever guards the data of people looks at: of their administration, and people as far as it has something of them. */
const looked: Readonly<Partial<Record<TableName, Right>>> = {
  case_file: guarded,
  case_party: guarded,
  participant: guarded,
  contact: guarded,
  contact_case: guarded,
  task: guarded,
  document: guarded,
  reopening: guarded,
  right_instance: guarded,
  right_version: guarded,
  answer_unmasking: guarded,
  receivable: guarded,
  receivable_balance: guarded,
  payable: guarded,
  consultation: guarded,
  audit_entry: mayRead(`chain = current_setting('irisflow.audits', true)`),
  party: known('party.id'),
  party_identifier: known('party_identifier.party_id'),
  person: mayRead(`${guarded.rows} or ${known('person.party_id').rows}`),
  administration: mayRead(everyRow),
  outbox: mayRead('exists (select from casework.case_file f where f.id = outbox.case_id)'),
};

const verbOf = ({ set }: Parting): Verb => (set === undefined ? 'delete' : 'update');

/** What the destruction has to see beside the rows that it takes. */
const alsoSeen: readonly TableName[] = [
  'person',
  'mandate',
  'audit_entry',
  'sealed_detail',
  'document_content',
  'receivable_balance',
  'ledger_entry',
];

const forgotten: ReadonlySet<TableName> = new Set(['payment', 'payment_note', 'bank_movement']);

const locked: readonly TableName[] = ['case_file', 'party', 'application_draft'];

const takes = (table: TableName): readonly Right[] => {
  if (table === 'document_content' || table === 'document_upload') return [may(['select', 'delete'], everyRow)];
  if (table === 'sealed_detail') return [may(['select', 'update'], everyRow)];
  // Who locks a row says that they may change it.
  if (locked.includes(table)) return [may(['select', 'update', 'delete'], everyRow)];
  // Without a case it goes in time; with one it loses its tie.
  if (table === 'consultation') return [may(['select', 'update', 'delete'], everyRow)];
  // Who paid is forgotten in time.
  if (forgotten.has(table)) return [may(['select', 'update'], everyRow)];
  const partings: readonly Parting[] = remains[table];
  if (partings.length > 0) return [may([...new Set<Verb>(['select', ...partings.map(verbOf)])], everyRow)];
  return alsoSeen.includes(table) ? [mayRead(everyRow)] : [];
};

const names = Object.keys(remains) as TableName[];

/** The ways of this room's jobs to the tables of the others: they follow from what becomes of each when a case goes. */
export const privacyReach: Readonly<Partial<Record<TableName, Wall>>> = Object.fromEntries(
  names
    .filter((table) => table !== 'legal_hold')
    .map((table) => {
      const look = looked[table];
      const taken = takes(table);
      return [
        table,
        { ...(look === undefined ? {} : { privacy: [look] }), ...(taken.length === 0 ? {} : { retention: taken }) },
      ];
    }),
);
