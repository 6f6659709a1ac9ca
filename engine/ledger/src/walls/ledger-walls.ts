import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ofConnectorAdministration,
  ofConnectorCase,
  ofOwnCase,
  ownApplications,
  type Right,
  setting,
  type Wall,
} from '@irisflow/access';
import type { LedgerTables as Tables } from '../storage/tables.gen.ts';

const kept = ofAdministration('accounts');
const handled = ofAdministration('handles');
/** As the policies of the receivables themselves let the reader see; looked up one by one: a page must not read them all. */
const ofSeenReceivable = 'exists (select from casework.receivable r where r.id = receivable_id offset 0)';
const ofNothingOrSeen = `${kept} and (receivable_id is null or ${ofSeenReceivable})`;
/** The same of orders, which the room above keeps: an entry says only by key which one it is about. */
const ofSeenPayable = 'exists (select from casework.payable o where o.id = payable_id)';
const ofSeenPayment = `${kept} and exists (select from casework.payment p where p.id = payment_id)`;
const ofSeenEntry = 'exists (select from casework.ledger_entry e where e.id = entry_id)';
const ofSeenPlan = 'exists (select from casework.installment_plan i where i.id = plan_id)';
const ofConnector = `${ofConnectorAdministration} and ${ofSeenReceivable}`;
const ofConnectorEntry = `${ofConnectorAdministration} and coalesce(receivable_id, payable_id) is not null
  and (receivable_id is null or ${ofSeenReceivable}) and (payable_id is null or ${ofSeenPayable})`;
const ofKeptEntry = `${kept} and receivable_id is null and (payable_id is null or ${ofSeenPayable})`;
/** The functions of the keeper number entries, add lines up and ask whether they balance. */
const keeper: readonly Right[] = [mayRead(everyRow)];
const counted: readonly Right[] = [may(['select', 'insert', 'update'], everyRow)];
const clock: readonly Right[] = [mayRead(everyRow)];
/** Books what statements of banks and payment providers say, of every administration, whoever brought them. */
const seen: readonly Right[] = [mayRead(everyRow)];
const booked: readonly Right[] = [may(['select', 'insert'], everyRow)];

/** What people owe: whoever owes it reads it, the office of the case and whoever keeps the books; nobody changes what is written. */
export const ledgerWalls = {
  payee: {
    person: [mayRead(everyRow)],
    staff: [mayRead(everyRow), may(['insert', 'update'], ofAdministration('administers'))],
    connector: [mayRead(ofConnectorAdministration)],
    operator: [may(['select', 'insert', 'update'], everyRow)],
  },
  receivable: {
    person: [mayRead(ownApplications)],
    staff: [mayRead(`${handled} or ${kept}`), mayRead(ownApplications)],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    operator: [mayRead(everyRow)],
    statements: seen,
    onlinePayments: seen,
    terms: clock,
    appeals: [mayRead(ownApplications)],
    keeper,
  },
  payment: {
    staff: [mayRead(ofNothingOrSeen), mayAdd(ofNothingOrSeen)],
    operator: [mayRead(everyRow)],
    statements: booked,
    onlinePayments: booked,
    keeper,
  },
  payment_note: {
    staff: [mayRead(ofSeenPayment), mayAdd(`${ofSeenPayment} and made_by = ${setting('person')}`)],
    operator: [mayRead(everyRow)],
  },
  ledger_book: { operator: [mayRead(everyRow)], keeper: counted },
  ledger_entry: {
    person: [mayRead(ofSeenReceivable)],
    staff: [mayRead(`(${ofKeptEntry}) or ${ofSeenReceivable}`), mayAdd(ofNothingOrSeen)],
    connector: [mayRead(`${ofSeenReceivable} or ${ofSeenPayable}`), mayAdd(ofConnectorEntry)],
    operator: [mayRead(everyRow)],
    statements: booked,
    onlinePayments: booked,
    keeper,
  },
  ledger_line: {
    person: [mayRead(ofSeenEntry)],
    staff: [
      mayRead(ofSeenEntry),
      mayAdd(`exists (select from casework.ledger_entry e where e.id = entry_id and e.${kept})`),
    ],
    connector: [may(['select', 'insert'], ofSeenEntry)],
    operator: [mayRead(everyRow)],
    statements: booked,
    onlinePayments: booked,
    keeper,
  },
  ledger_balance: { staff: [mayRead(kept)], operator: [mayRead(everyRow)], keeper: counted },
  receivable_balance: {
    person: [mayRead(ofSeenReceivable)],
    staff: [mayRead(ofSeenReceivable)],
    connector: [mayRead(ofSeenReceivable)],
    operator: [mayRead(everyRow)],
    statements: seen,
    onlinePayments: seen,
    terms: clock,
    appeals: [mayRead(ofSeenReceivable)],
    keeper: counted,
  },
  receivable_dispute: {
    person: [mayRead(ofSeenReceivable)],
    staff: [
      mayRead(ofSeenReceivable),
      mayAdd(`${handled} and ${ofSeenReceivable}`),
      mayChange(['ended_on', 'due_on'], handled),
    ],
    connector: [mayRead(ofSeenReceivable), mayChange(['ended_on', 'due_on'], ofConnector)],
    appeals: [mayRead(ofSeenReceivable), mayAdd(ofSeenReceivable)],
    operator: [mayRead(everyRow)],
    terms: [...clock, mayChange(['ended_on', 'due_on'], everyRow)],
    keeper,
  },
  receivable_tally: { staff: [mayRead(kept)], operator: [mayRead(everyRow)], keeper: counted },
  payment_balance: {
    staff: [mayRead(ofSeenPayment)],
    operator: [mayRead(everyRow)],
    keeper: counted,
  },
  installment_plan: {
    person: [mayRead(ofSeenReceivable)],
    staff: [mayRead(ofSeenReceivable)],
    connector: [mayRead(ofSeenReceivable), mayAdd(ofConnector)],
    operator: [mayRead(everyRow)],
    onlinePayments: seen,
    terms: [...clock, mayChange(['fallen_on'], everyRow)],
    keeper,
  },
  installment: {
    person: [mayRead(ofSeenPlan)],
    staff: [mayRead(ofSeenPlan)],
    connector: [may(['select', 'insert'], ofSeenPlan)],
    operator: [mayRead(everyRow)],
    onlinePayments: seen,
    terms: [...clock, mayChange(['warned_on'], everyRow)],
    keeper: [mayRead(everyRow), mayChange(['due_on', 'warned_on'], everyRow)],
  },
  write_off: {
    staff: [
      mayRead(ofNothingOrSeen),
      mayAdd(`${ofNothingOrSeen} and asked_by = ${setting('person')} and state = 'asked'`),
      mayChange(['state', 'decided_at', 'decided_by'], ofNothingOrSeen),
    ],
    operator: [mayRead(everyRow)],
  },
  receivable_news: {
    person: [mayRead(ofSeenReceivable)],
    staff: [mayRead(`${kept} and ${ofSeenReceivable}`), mayRead(ofOwnCase), mayAdd(ofNothingOrSeen)],
    connector: [mayAdd(ofConnector)],
    statements: [mayAdd(everyRow)],
    onlinePayments: [mayAdd(everyRow)],
    operator: [mayRead(everyRow)],
    terms: [may(['select', 'insert'], everyRow), mayChange(['told_at', 'next_on'], everyRow)],
    keeper: [mayRead(everyRow), mayChange(['is_held', 'next_on', 'told_at', 'payment'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
