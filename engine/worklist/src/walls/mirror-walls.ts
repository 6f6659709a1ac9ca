import { everyRow, mayDoAll, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { WorklistTables as Tables } from '../storage/tables.gen.ts';

const counts = {
  staff: [mayRead(ofAdministration('handles'))],
  // Its functions count whatever tasks their caller changes.
  keeper: [mayDoAll(everyRow)],
  worklist: [mayDoAll(everyRow)],
  operator: [mayRead(everyRow)],
} as const satisfies Wall;

/** What the mirror of the engine's tasks notes for itself: keys, times and numbers. */
export const mirrorWalls = {
  task_feed: { worklist: [mayDoAll(everyRow)], operator: [mayRead(everyRow)] },
  stray_task: { worklist: [mayDoAll(everyRow)], operator: [mayRead(everyRow)] },
  task_count: counts,
  task_kind_count: counts,
} as const satisfies Partial<Record<keyof Tables, Wall>>;
