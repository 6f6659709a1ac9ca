import { everyRow, may, mayChange, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { DraftingTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');
/** Those who answer for what others write. */
const kept = ofAdministration('corrects');

export const draftingWalls = {
  paragraph: {
    staff: [mayRead(handled), may(['insert'], kept), mayChange(['version', 'is_retired', 'search_text'], kept)],
    operator: [mayRead(everyRow)],
  },
  paragraph_version: {
    staff: [mayRead(handled), may(['insert'], kept)],
    operator: [mayRead(everyRow)],
  },
  paragraph_use: {
    staff: [may(['select', 'insert'], handled), mayChange(['kept'], handled)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
