import { everyRow, may, mayChange, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { RelationsTables as Tables } from '../storage/tables.gen.ts';

/** Whom an administration takes for one person is its own; supervisors alone say so. */
export const relationWalls = {
  party_merge: {
    staff: [
      mayRead(ofAdministration('handles')),
      may(['insert'], ofAdministration('corrects')),
      mayChange(['undone_at', 'undone_by', 'undo_reason'], ofAdministration('corrects')),
    ],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
