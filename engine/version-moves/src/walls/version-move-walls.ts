import { everyRow, may, mayRead, mayReadOf, ofAdministration, type Wall } from '@irisflow/access';
import type { VersionMovesTables as Tables } from '../storage/tables.gen.ts';

const designed = ofAdministration('designs');

/** Those who publish look at them; the platform's job writes them, within the bounds of whoever started. */
const moved: Wall = {
  staff: [mayRead(designed)],
  operator: [mayRead(everyRow)],
  versionMoves: [may(['select', 'update'], everyRow), may(['insert'], designed)],
};

export const versionMoveWalls = {
  version_move: moved,
  version_move_item: {
    ...moved,
    // Which cases ran on more than one version.
    rehearsals: [mayReadOf(['case_id', 'state'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
