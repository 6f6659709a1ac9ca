import { everyRow, mayAdd, mayChange, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { StatementsTables as Tables } from '../storage/tables.gen.ts';

const kept = ofAdministration('accounts');
/** A movement shows as much as its payment: a conflict of interest keeps both from whoever has it. */
const ofNothingOrSeen = `${kept} and (payment_id is null or exists (select from casework.payment p where p.id = payment_id))`;

/** Accountants bring statements in; the platform's job books them, and changes nothing but how far that is. */
export const statementWalls = {
  bank_statement: {
    staff: [mayRead(kept), mayAdd(kept)],
    statements: [mayRead(everyRow), mayChange(['booked', 'state', 'next_at'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  bank_movement: {
    staff: [mayRead(ofNothingOrSeen), mayAdd(ofNothingOrSeen)],
    statements: [mayRead(everyRow), mayChange(['state', 'payment_id', 'batch_id', 'payable_id', 'misfit'], everyRow)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
