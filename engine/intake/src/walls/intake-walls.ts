import { everyRow, may, mayDoAll, mayRead, ofAdministration, ownApplications, type Wall } from '@irisflow/access';
import type { IntakeTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
const own = (column: string) => `${column} in (select f.id from casework.case_file f where ${ownApplications})`;
/** People see how their own cases belong together, and nothing of those of others. */
const betweenOwn = `${own('case_id')} and ${own('of_case_id')}`;

/** How cases came to be and belong together. */
export const intakeWalls = {
  external_reference: {
    staff: [may(['select', 'insert'], handled)],
    intake: [may(['select', 'insert'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  mail_link: {
    signIn: [mayDoAll(everyRow)],
    operator: [mayRead(everyRow)],
  },
  case_link: {
    person: [mayRead(betweenOwn)],
    staff: [may(['select', 'insert', 'update'], handled), mayRead(betweenOwn)],
    intake: [mayDoAll(everyRow)],
    operator: [mayRead(everyRow)],
    // Its functions know what is of the same matter.
    keeper: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
