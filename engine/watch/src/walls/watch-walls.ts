import { everyRow, may, mayDoAll, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { WatchTables as Tables } from '../storage/tables.gen.ts';

const designed = ofAdministration('designs');

/** Numbers, and nothing of whose cases they are: those who design read them, the platform's job writes them. */
const counted: Wall = {
  staff: [mayRead(designed)],
  operator: [mayRead(everyRow)],
  steps: [mayDoAll(everyRow)],
};

export const watchWalls = {
  step_day: counted,
  step_month: counted,
  step_now: counted,
  step_open: { steps: [mayDoAll(everyRow)] },
  step_clock: { staff: [mayRead(everyRow)], steps: [may(['select', 'insert', 'update'], everyRow)] },
  // Triggers of the store write both.
  draft_count: {
    staff: [mayRead(designed)],
    operator: [mayRead(everyRow)],
    keeper: [may(['select', 'insert', 'update'], everyRow)],
  },
  draft_pages: { keeper: [mayDoAll(everyRow)] },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
