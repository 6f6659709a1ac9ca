import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ofOwnCase,
  setting,
  type Wall,
} from '@irisflow/access';
import type { RestrictedTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
const own = `${handled} and unmasked_by = ${setting('person')}`;

/** A clerk reaches an answer by a reason that is on record and whose time is not over, and by nothing else. */
const unmasked = `${handled} and exists (select from casework.answer_unmasking u
  where u.case_id = restricted_answer.case_id and u.pointer = restricted_answer.pointer
    and u.unmasked_by = ${setting('person')} and u.ends_at > nullif(${setting('now')}, '')::timestamptz)`;

/** Other systems are no grantees: no token reads what is restricted. */
export const restrictedWalls = {
  restricted_answer: {
    person: [may(['select', 'insert'], ofOwnCase)],
    staff: [may(['select', 'delete'], unmasked), mayAdd(handled), may(['select', 'insert'], ofOwnCase)],
    intake: [may(['select', 'insert'], everyRow)],
    outbox: [mayRead(everyRow)],
    // Puts back what a clerk who corrects other answers does not see.
    restricted: [mayRead(handled)],
  },
  answer_unmasking: {
    staff: [may(['select', 'insert'], own), mayChange(['ends_at'], own)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
