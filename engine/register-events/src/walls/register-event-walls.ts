import { everyRow, may, mayChange, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { RegisterEventsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');

/** Written by the job that takes in what a register says, within its token; clerks say that they took note. */
export const registerEventWalls = {
  register_notice: {
    staff: [mayRead(handled), mayChange(['seen_by', 'seen_at'], handled)],
    registers: [may(['select', 'insert'], handled)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
