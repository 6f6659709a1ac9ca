import { everyRow, mayDoAll, mayRead, type Wall } from '@irisflow/access';
import type { WorklistTables as Tables } from '../storage/tables.gen.ts';

/** What the mirror of the engine's tasks notes for itself: keys and times, of no administration. */
export const mirrorWalls = {
  task_feed: { worklist: [mayDoAll(everyRow)], operator: [mayRead(everyRow)] },
  stray_task: { worklist: [mayDoAll(everyRow)], operator: [mayRead(everyRow)] },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
