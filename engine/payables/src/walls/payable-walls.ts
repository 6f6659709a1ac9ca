import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ofConnectorCase,
  ownApplications,
  type Right,
  setting,
  type Wall,
} from '@irisflow/access';
import type { PayablesTables as Tables } from '../storage/tables.gen.ts';

const kept = ofAdministration('accounts');
const handled = ofAdministration('handles');
const operator: readonly Right[] = [mayRead(everyRow)];
/** Orders end by what statements say, of every administration, whoever brought them. */
const seen: readonly Right[] = [mayRead(everyRow)];
const ofOwnHand = (column: string): string => `${kept} and ${column} = ${setting('person')}`;

const ofSeenPayable = 'exists (select from casework.payable o where o.id = payable_id)';

/** What goes out: whoever gets it reads it, the office of the case and whoever keeps the books; nobody changes what was ordered. */
export const payableWalls = {
  payer: {
    staff: [
      mayRead(`${kept} or ${ofAdministration('administers')}`),
      may(['insert', 'update'], ofAdministration('administers')),
    ],
    operator,
  },
  payable: {
    person: [mayRead(ownApplications)],
    staff: [
      mayRead(`${handled} or ${kept}`),
      mayAdd(kept),
      mayChange(
        ['batch_id', 'released_on', 'bank_status', 'verification', 'outcome', 'outcome_on', 'outcome_reason'],
        kept,
      ),
      mayRead(ownApplications),
    ],
    connector: [
      may(['select', 'insert'], ofConnectorCase),
      // Once somebody has gathered it, it is no more the process's to end.
      mayChange(['bank_status', 'outcome', 'outcome_on', 'outcome_reason'], `${ofConnectorCase} and batch_id is null`),
    ],
    appeals: [mayRead(ownApplications)],
    statements: [
      mayRead(everyRow),
      mayChange(['bank_status', 'outcome', 'outcome_on', 'outcome_reason', 'debited_on', 'returned_on'], everyRow),
    ],
    operator,
  },
  payable_hold: {
    person: [mayRead(ofSeenPayable)],
    staff: [mayRead(ofSeenPayable), mayAdd(`${handled} and ${ofSeenPayable}`), mayChange(['ended_on'], handled)],
    connector: [mayRead(ofSeenPayable), mayAdd(ofSeenPayable), mayChange(['ended_on'], ofSeenPayable)],
    appeals: [mayRead(ofSeenPayable), mayAdd(ofSeenPayable)],
    terms: [mayRead(everyRow), mayChange(['ended_on'], everyRow)],
    statements: seen,
    operator,
  },
  payment_batch: {
    staff: [
      mayRead(kept),
      mayAdd(ofOwnHand('made_by')),
      mayChange(
        [
          'execute_on',
          'given_up_at',
          'released_at',
          'released_by',
          'payer_iban',
          'payer_name',
          'payer_number',
          'file_hash',
          'sent_at',
          'sent_by',
        ],
        kept,
      ),
    ],
    statements: seen,
    operator,
    keeper: [mayRead(everyRow)],
  },
  payment_batch_balance: {
    staff: [mayRead(kept)],
    statements: seen,
    operator,
    keeper: [may(['select', 'insert', 'update'], everyRow)],
  },
  bank_answer: { staff: [mayRead(kept), mayAdd(ofOwnHand('taken_by'))], operator },
  payable_news: {
    staff: [mayAdd(kept)],
    statements: [mayAdd(everyRow)],
    operator,
    terms: [mayRead(everyRow), mayChange(['told_at'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
