import { everyRow, mayAdd, mayChange, mayRead, ofAdministration, setting, type Wall } from '@irisflow/access';
import type { ConflictsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
const mine = `person_id = ${setting('person')}`;
/** What others have is for supervisors. */
const answered = ofAdministration('corrects');

export const conflictWalls = {
  conflict_of_interest: {
    staff: [
      mayRead(`${handled} and (${mine} or ${answered})`),
      mayAdd(`${handled} and (${mine} or ${answered}) and declared_by = ${setting('person')}`),
      // Nobody lifts their own.
      mayChange(['lifted_at', 'lifted_by', 'lift_reason'], `${handled} and ${answered} and not (${mine})`),
    ],
    operator: [mayRead(everyRow)],
    keeper: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
